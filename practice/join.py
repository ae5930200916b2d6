"""How the demo staff get in: as real staff do, by a link and a coordinator's ✅."""

from __future__ import annotations

from practice.cast import Cast, Held
from practice.hotline import Invited
from practice.telegram import Message


class Joining:
    """Brings the staff among a cast into the hotline, the coordinator before the rest."""

    def __init__(self, cast: Cast) -> None:
        self._staff = sorted((held for held in cast if held.part.is_staff), key=lambda held: held.part.role)

    @property
    def wanted(self) -> list[Invited]:
        """Whom to invite, in the order in which `join` takes the links."""
        return [(one.part.role, one.part.region, one.part.name) for one in self._staff]

    async def join(self, links: list[str]) -> None:
        """Let everybody in; raises AssertionError when somebody waits in vain."""
        for held, link in zip(self._staff, links, strict=True):
            await self._join(held, link)

    async def _join(self, held: Held, link: str) -> None:
        first = self._staff[0].phone
        seen = {message.id for message in first.messages}
        await held.phone.open_link(link)
        await held.phone.expect()
        if held.phone.id == first.id:
            return

        def asked(message: Message) -> bool:
            return message.id not in seen and message.button("✅") is not None

        request = await first.expect(asked)
        await first.tap("✅", request)
        await held.phone.expect()
