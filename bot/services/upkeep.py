"""What keeps the house tidy: old messages deleted, idle rows forgotten, screens of the held emptied."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from bot.cron import NIGHT, next_run
from bot.domain.ids import Chat, Who
from bot.domain.people import Person
from bot.services.ports import ANSWER, Timer, Tx
from bot.services.screen import hide, may_be_held

PURGE, NIGHTLY, TRUNCATE = "purge", "nightly", "truncate"
ALL = b"all"
"""The subject of a timer that is about no one in particular."""
PURGE_EVERY = 15 * 60_000
_SOON = 60_000
_AT_ONCE = 500
_DAY = 24 * 60 * 60_000
_DROP_WAITING_AFTER = 2 * _DAY
_FORGET_AFTER = 30 * _DAY


@dataclass(slots=True)
class _To:
    """A chat, whoever is in it."""

    who: Who
    chat: Chat


def on_purge(tx: Tx, _timer: Timer) -> None:
    """Have the messages deleted whose time has come, and look again."""
    due = tx.messages.overdue(_AT_ONCE)
    chats: dict[tuple[Who, Chat], list[bytes]] = defaultdict(list)
    for message in due:
        chats[message.who, message.chat].append(message.id)
    for (who, chat), rows in chats.items():
        tx.outbox.purge(_To(who, chat), rows)
    tx.timers.set(PURGE, ALL, tx.now + (_SOON if len(due) == _AT_ONCE else PURGE_EVERY))


def on_night(tx: Tx, _timer: Timer) -> None:
    """Forget what need not be known any more: old update ids, and people who have no case and stayed away."""
    tx.journal.expire()
    for person in tx.people.idle(tx.now - _DROP_WAITING_AFTER):
        person.cases = [case_id for case_id in person.cases if tx.cases.load(case_id) is not None]
        if not person.cases and person.seen < tx.now - _FORGET_AFTER:
            tx.people.forget(person.who)
        elif person.waiting or person.asked:
            person.waiting, person.asked = [], None
            tx.people.save(person)
    _set_night(tx)


def cut_log(tx: Tx) -> None:
    """Something was erased: have the write-ahead log overwritten, at once and again until no reader is in the way."""
    tx.timers.set(TRUNCATE, ALL, tx.now)


def on_hide(tx: Tx, timer: Timer) -> None:
    """Nobody has touched the screen for a while: empty it."""
    person = tx.people.load(Who(timer.subject))
    # by now it may have turned out that somebody else is held
    if person is not None and not person.hidden and may_be_held(tx, person):
        hide(tx, person)


def ensure(tx: Tx) -> None:
    """Set the recurring timers that are missing."""
    due = tx.timers.of(ALL)
    if PURGE not in due:
        tx.timers.set(PURGE, ALL, tx.now)
    if NIGHTLY not in due:
        _set_night(tx)


def give_up(tx: Tx, raw: dict[str, Any]) -> None:
    """An update could not be handled: tell the person once. Loads nothing, for the trouble may be in their rows."""
    chat = _private_chat(raw)
    if chat is not None:
        tx.outbox.show(Person(tx.who(chat), Chat(chat)), "not-stored", "not-stored", urgency=ANSWER, silent=True)


def _set_night(tx: Tx) -> None:
    tx.timers.set(NIGHTLY, ALL, next_run(NIGHT, tx.now, tx.settings.zone))


def _private_chat(raw: dict[str, Any]) -> int | None:
    """Return the private chat an update came from; None for a group."""
    for kind in ("message", "edited_message"):
        chat = (raw.get(kind) or {}).get("chat") or {}
        if chat.get("type") == "private" and isinstance(chat.get("id"), int):
            return int(chat["id"])
    tap = raw.get("callback_query") or {}
    sender = tap.get("from") or {}
    return int(sender["id"]) if isinstance(sender.get("id"), int) else None
