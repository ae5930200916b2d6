"""Makes a message out of an outbox row, at the moment it is sent: from the rows as they are now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.ids import CaseId, Chat, Who
from bot.domain.people import Person, Staff
from bot.views import callback
from bot.views.registry import VIEWS
from bot.views.screen import Look, Screen
from bot.views.texts import Texts
from storage.errors import DamagedError
from storage.messages import Message
from storage.outbox import Taken
from storage.store import Tx


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row ready to be sent. `screen` is None when there is nothing left to show."""

    row: Taken
    op: str
    chat: Chat
    screen: Screen | None = None
    markup: Mapping[str, Any] | None = None
    standing: Message | None = None
    silent: bool = False
    ring: bool = False
    to_staff: bool = False
    delete: tuple[Message, ...] = ()
    commands: tuple[tuple[str, str], ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def anew(self) -> bool:
        """Tell whether showing this takes a new message: none stands, it is to be heard, or an edit cannot make it."""
        screen = self.screen
        special = screen is not None and (screen.media or screen.picture or screen.keys)
        return self.standing is None or self.ring or bool(special)


def prepare(tx: Tx, slot: bytes, texts: Texts) -> Prepared | None:
    """Return a row ready to be sent, or None when it is gone meanwhile."""
    row = tx.outbox.get(slot)
    if row is None:
        return None
    body = row.body
    op, chat = body["op"], Chat(body["chat"])
    to_staff = tx.staff.load(row.lane) is not None
    if op == "show":
        return _show(tx, row, texts, to_staff=to_staff)
    if op == "menu":
        return Prepared(row, op, chat, commands=commands_of(texts, body["role"], body["lang"]))
    doomed: list[Message] = []
    if op == "drop":
        standing = tx.messages.in_slot(row.slot)
        doomed = [standing] if standing is not None else []
    elif op == "wipe":
        doomed = tx.messages.in_chat(row.lane)
    elif op == "purge":
        doomed = [message for message in tx.messages.in_chat(row.lane) if message.id in body["rows"]]
    elif op == "wipe-case":
        doomed = [message for message in tx.messages.of_case(CaseId(body["about"])) if message.who == row.lane]
    return Prepared(row, op, chat, delete=tuple(doomed), body=body, to_staff=to_staff)


def commands_of(texts: Texts, role: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the command menu of a role: name and description."""
    return tuple((name, texts(lang, f"command-{name}")) for name in COMMANDS[role])


def reader(tx: Tx, who: Who) -> Person | Staff | None:
    """Return whoever a chat belongs to; a stranger is shown the first screen."""
    member = tx.staff.load(who)
    return member if member is not None and member.state != "revoked" else tx.people.load(who)


def _person(tx: Tx, who: Who, chat: Chat) -> Person:
    """Return the person of a chat; whose row is damaged or gone is shown what a stranger is."""
    try:
        return tx.people.load(who) or Person(who, chat)
    except DamagedError:
        return Person(who, chat)


def _show(tx: Tx, row: Taken, texts: Texts, *, to_staff: bool) -> Prepared:
    body = row.body
    chat = Chat(body["chat"])
    view: Callable[[Look], Screen] = VIEWS[body["view"]]
    if body["view"] in PERSON_VIEWS:
        to: Person | Staff | None = _person(tx, row.lane, chat)
    else:
        to = reader(tx, row.lane)
    nothing = Prepared(row, "nothing", chat)
    if to is None:
        return nothing
    case = None if row.case_id is None else tx.cases.load(CaseId(row.case_id))
    if row.case_id is not None and case is None and body["view"] not in PERSON_VIEWS:
        return nothing
    guessed = case.lang if case is not None else ""  # of who has chosen no language
    look = Look(tx, texts, to.lang or guessed or tx.settings.hotline.languages[0], to, case, body["args"])
    try:
        screen = view(look)
    except LookupError:
        return nothing
    standing = tx.messages.in_slot(row.slot)
    return Prepared(
        row,
        "show",
        chat,
        screen,
        _markup(tx, row.lane, screen),
        standing,
        silent=body["silent"],
        ring=body["ring"] and (standing is None or _to_send_anew(body, standing, tx.now)),
        to_staff=to_staff and body["view"] not in PERSON_VIEWS,
        body=body,
    )


def _to_send_anew(body: Mapping[str, Any], standing: Message, now: int) -> bool:
    """Tell whether a sound that was asked for is still owed: none was made since, or too lately to make one again."""
    if body["silent"]:
        return True
    asked: int = body.get("asked", now)
    calm: int = body.get("calm", 0)
    return standing.rang <= asked and now - standing.rang >= calm


COMMANDS: Mapping[str, tuple[str, ...]] = {
    "person": ("start", "sos", "report", "cases", "rights", "language", "hide", "erase", "help"),
    "lawyer": ("duty", "cases", "help", "hide"),
    "coordinator": ("week", "open", "rota", "staff", "drill", "duty", "cases", "help", "hide"),
}
PERSON_VIEWS = frozenset({"screen", "keys", "not-stored", "first-aid", "words-from-staff"})


def _markup(tx: Tx, who: Who, screen: Screen) -> Mapping[str, Any] | None:
    """Return the buttons in the Bot API's own shape: the library's classes for it cost more than all else of a send."""
    if screen.keys:
        keys = [[{"text": label} | ({"request_location": True} if place else {})] for label, place in screen.keys]
        return {"keyboard": keys, "resize_keyboard": True, "is_persistent": False}
    if not screen.rows:
        return None
    rows = [
        [{"text": each.label, "callback_data": callback.write(tx, who, each.act, each.subject)} for each in row]
        for row in screen.rows
        if row
    ]
    return {"inline_keyboard": rows}
