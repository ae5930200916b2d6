"""Trouble on request.

    faults.add("sendMessage", kind="429", chat=phone, times=2, retry_after=3)

| kind            | what the bot meets                                                    |
|-----------------|-----------------------------------------------------------------------|
| latency         | the call is done after `seconds`                                      |
| 429             | refused with `retry_after`                                            |
| 400 401 403 404 | refused with `text` (or Telegram's usual one)                         |
| 500 502 504     | refused by a gateway, for 502 and 504 with an HTML page               |
| reset_before    | the connection is cut and nothing was done                            |
| reset_after     | the call is done, then the connection is cut                          |
| hang            | no answer and nothing done, until the fault is removed                |
| hang_after      | the call is done, the answer does not come until the fault is removed |
| garbage         | 200 with a body that is not JSON, nothing done                        |
| outage          | every connection is cut at once, for every method and bot             |

`times` counts calls hit (None: until removed). `method` may be "*", which leaves out getUpdates:
every kind but an outage is about one call. `method="download"` troubles the download of files.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args

from practice.telegram.errors import ApiError, bad_request, forbidden, too_many
from practice.telegram.jsontypes import Json

FaultKind = Literal[
    "latency", "429", "400", "401", "403", "404", "500", "502", "504",
    "reset_before", "reset_after", "hang", "hang_after", "garbage", "outage",
]  # fmt: skip

_LET_THROUGH = frozenset({"latency", "reset_after", "hang_after"})
_USUAL = {
    "400": "Bad Request: chat not found",
    "401": "Unauthorized",
    "404": "Not Found",
    "500": "Internal Server Error",
}
_PAGES = {"502": b"<html><body>Bad Gateway</body></html>", "504": b"<html><body>Gateway Timeout</body></html>"}


class ConnectionCutError(Exception):
    """The connection is to be reset instead of answered."""


class RawAnswerError(Exception):
    """Something that is not the Bot API's JSON is to be answered."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(status)
        self.status, self.body = status, body


class HasId(Protocol):
    """A phone or anything else that names a chat."""

    @property
    def id(self) -> int:
        """The chat's id."""


@dataclass(slots=True, eq=False, kw_only=True)
class Fault:
    """One trouble, until it is used up or removed."""

    kind: FaultKind
    method: str
    chat: int | None
    times: int | None
    seconds: float
    retry_after: int
    text: str | None
    when: Callable[[Json], bool] | None
    registry: Faults
    hits: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def lets_through(self) -> bool:
        """Whether the call is carried out all the same."""
        return self.kind in _LET_THROUGH

    def remove(self) -> None:
        """End the trouble; what hangs on it is let go."""
        self.registry.drop(self)
        self.over.set()

    def hit(self) -> None:
        """Count one call."""
        self.hits += 1
        if self.times is not None and self.hits >= self.times:
            self.registry.drop(self)
        self.registry.on_hit()

    def matches(self, method: str, chat: object, params: Json) -> bool:
        """Whether this call is to meet it."""
        if self.method not in ("*", method) or (self.method == "*" and method == "getUpdates"):
            return False
        if self.chat is not None and self.chat != chat:
            return False
        return self.when is None or self.when(params)


class Faults:
    """All troubles of one practice Telegram."""

    def __init__(self, on_hit: Callable[[], None]) -> None:
        self.on_hit = on_hit
        self.on_outage: Callable[[], None] | None = None  # the server cuts what is open
        self._active: list[Fault] = []
        self._given: list[Fault] = []

    def add(  # noqa: PLR0913 - keywords only, most of them belong to one kind
        self,
        method: str = "*",
        *,
        kind: FaultKind,
        chat: HasId | int | None = None,
        times: int | None = None,
        seconds: float = 1.0,
        retry_after: int = 1,
        text: str | None = None,
        when: Callable[[Json], bool] | None = None,
    ) -> Fault:
        """Begin a trouble; `when` may look at the call's parameters."""
        if kind not in get_args(FaultKind):
            raise ValueError(f"no such fault: {kind}")
        fault = Fault(
            kind=kind,
            method=method,
            chat=chat if isinstance(chat, int) or chat is None else chat.id,
            times=times,
            seconds=seconds,
            retry_after=retry_after,
            text=text,
            when=when,
            registry=self,
        )
        self._active.append(fault)
        self._given.append(fault)
        if kind == "outage" and self.on_outage is not None:
            self.on_outage()
        return fault

    def clear(self) -> None:
        """End every trouble, used up or not, so that nothing hangs any longer."""
        for fault in self._given:
            fault.remove()
        self._given.clear()

    @property
    def outage(self) -> Fault | None:
        """The outage in force, if any: it cuts connections before anything is read."""
        return next((one for one in self._active if one.kind == "outage"), None)

    def find(self, method: str, chat: object, params: Json) -> Fault | None:
        """Return the oldest trouble this call meets and count the hit."""
        for fault in self._active:
            if fault.matches(method, chat, params):
                fault.hit()
                return fault
        return None

    def drop(self, fault: Fault) -> None:
        """Take a trouble out of force."""
        if fault in self._active:
            self._active.remove(fault)


async def before(fault: Fault) -> None:
    """What a trouble does before the call is carried out; returns only when it is to be."""
    kind = fault.kind
    if kind == "latency":
        await asyncio.sleep(fault.seconds)
    elif kind == "hang":
        await fault.over.wait()
        raise ConnectionCutError
    elif kind in ("reset_before", "outage"):
        raise ConnectionCutError
    elif kind == "garbage":
        raise RawAnswerError(200, b"<html>captive portal</html>")
    elif kind in _PAGES:
        raise RawAnswerError(int(kind), _PAGES[kind])
    elif not fault.lets_through:
        raise _refusal(fault)


def _refusal(fault: Fault) -> ApiError:
    if fault.kind == "429":
        return too_many(fault.retry_after)
    if fault.kind == "403":
        return forbidden(fault.text or "bot was blocked by the user")
    if fault.kind == "400" and fault.text:
        return bad_request(fault.text)
    return ApiError(int(fault.kind), _USUAL[fault.kind])
