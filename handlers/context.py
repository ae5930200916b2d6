"""What a handler has at hand: one unit of work for the update it handles, and a quick answer to a tap."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from bot.triage import Triage
from bot.views.texts import Texts
from handlers.incoming import remember_incoming
from storage.current import CURRENT
from storage.store import Tx

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Popup:
    """What a tapped button says: a short line that leaves nothing in the chat."""

    text_id: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    alert: bool = False
    lang: str = ""
    text: str = ""


@dataclass(slots=True)
class Hotline:
    """What the composition root gives to all handlers."""

    texts: Texts
    triage: Triage
    run: Callable[..., Awaitable[Any]]
    """Runs a unit as `Store.run` does, and sends what comes of it."""


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Hotline]]):
    """python-telegram-bot's context with the hotline in it."""

    def __init__(self, application: Any, chat_id: int | None = None, user_id: int | None = None) -> None:
        """Take what the library gives."""
        super().__init__(application, chat_id, user_id)

    @property
    def hotline(self) -> Hotline:
        """Return the hotline."""
        return self.application.bot_data["hotline"]

    async def work(self, update: Update, unit: Callable[[Tx], T]) -> T | None:
        """Run the one unit of work of this update: its effect, its journal row and its messages together."""
        current = CURRENT.get()

        def whole(tx: Tx) -> T:
            remember_incoming(tx, update)
            return unit(tx)

        result: T | None = await self.hotline.run(whole, entry=current.entry, name="update")
        current.consume()
        return result

    async def answer(self, update: Update, popup: Popup | None) -> None:
        """Answer a tap; an answer that comes too late is nobody's loss."""
        query = update.callback_query
        if query is None:
            return
        text = None
        if popup is not None:
            text = popup.text or self.hotline.texts(popup.lang, popup.text_id, **popup.args)
        try:
            await query.answer(text[:200] if text else None, show_alert=popup is not None and popup.alert)
        except TelegramError:
            return


HotlineApplication = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Hotline], None]
