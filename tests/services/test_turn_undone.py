"""A turn of the sender belongs to one try of a unit: what that try undid is sent again by nobody, and stops nobody."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Bot

from bot.app import load_texts
from bot.clock import Clock
from bot.domain.ids import Chat, Who
from bot.domain.people import Person
from bot.runtime.deliver import Delivered
from bot.runtime.prepare import Prepared
from bot.runtime.request import AiohttpRequest
from bot.runtime.send import Sender
from bot.views import registry
from bot.views.screen import Look, Screen
from practice.telegram import Phone, Telegram
from storage.errors import DiskFullError
from storage.outbox import Taken
from storage.store import Store, Tx
from tests.services.crew import START

TEXTS = load_texts()


@pytest.fixture(name="phone")
async def _phone(telegram: Telegram) -> Phone:
    phone = telegram.phone("Айбек", bot=telegram.add_bot())
    await phone.start()
    return phone


@pytest.fixture(name="sender")
async def _sender(empty: Store, clock: Clock, telegram: Telegram, phone: Phone) -> AsyncIterator[Sender]:
    clock.follow(START, 1)
    bot = Bot(phone.bot.token, base_url=f"{telegram.api_url}/bot", request=AiohttpRequest())
    async with bot:
        sender = Sender(empty, bot, TEXTS, clock, lambda _tx, _prepared, _gone: None)
        running = asyncio.create_task(sender.run())
        await asyncio.sleep(0)
        yield sender
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def somebody(store: Store, phone: Phone) -> Person:
    who = await store.run(partial(Tx.who, chat=phone.id))
    assert who is not None
    return Person(who, Chat(phone.id))


def shown(phone: Phone) -> int:
    return len(phone.bot_messages)


async def test_a_message_noted_by_a_try_that_was_undone_is_not_sent_again(
    empty: Store, sender: Sender, phone: Phone, telegram: Telegram
) -> None:
    """The disk is full when a timer fires; before it is tried again somebody takes the case, and it is no more due."""
    store, person = empty, await somebody(empty, phone)
    await store.run(lambda tx: tx.timers.set("t", b"s", tx.now))
    (timer,) = await store.run(lambda tx: tx.timers.due(9)) or []
    held, go = threading.Event(), threading.Event()

    def hold(_tx: Tx) -> None:
        held.set()
        go.wait(20)

    left = [True]

    def full(point: str) -> None:
        if point == "timer-t.before-commit" and left:
            left.clear()
            raise DiskFullError

    store.reach = full
    assert store.reserve.set_aside()
    await sender.work(lambda tx: tx.outbox.show(person, "not-stored", "not-stored"))
    queue = [asyncio.create_task(store.run(hold))]
    await asyncio.sleep(0)
    queue += [asyncio.create_task(sender.work(lambda _tx: None, timer=timer, name="timer-t"))]
    await asyncio.sleep(0)
    queue += [asyncio.create_task(store.run(lambda tx: tx.timers.cancel("t", b"s")))]
    await telegram.until(lambda: sender._turns.sent)
    go.set()
    await asyncio.gather(*queue)

    for _ in range(20):
        await sender.work(lambda _tx: None)
    await sender.finish(5)
    assert not left
    assert shown(phone) == 1
    assert len(await store.run(lambda tx: tx.messages.in_chat(person.who)) or []) == 1


async def test_a_note_that_cannot_be_made_fails_no_unit_of_others(empty: Store, sender: Sender, phone: Phone) -> None:
    """Not even when others have been made since."""

    def sent(who: Who | None, number: Any) -> tuple[Prepared, Delivered]:
        assert who is not None
        return Prepared(Taken(who, b"r" * 8, who, 1, 0, None, {}), "show", Chat(phone.id)), Delivered(START, [number])

    bad, good = [await empty.run(partial(Tx.who, chat=chat)) for chat in (1, 2)]
    sender._turns.sent.append(sent(bad, object()))
    for number in range(6):
        assert await sender.work(lambda _tx: True)
        sender._turns.sent.append(sent(good, number))
        await sender.work(lambda _tx: True)
        await sender._look()


async def test_what_the_database_gave_up_over_a_row_is_not_taken_for_committed(
    empty: Store, sender: Sender, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite undoes a whole transaction where it cannot read a page, and runs the next statement outside of any."""

    def view(look: Look) -> Screen:
        tx: Any = look.tx
        raw = tx.rows.connection.connection.driver_connection
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise OperationalError("SELECT", {}, sqlite3.OperationalError("disk I/O error"))

    monkeypatch.setitem(registry.VIEWS, "not-stored", view)
    person = await somebody(empty, phone)

    def unit(tx: Tx) -> bool:
        tx.values.put("kept", 7)
        tx.outbox.show(person, "not-stored", "not-stored")
        return True

    for _ in range(3):
        assert await sender.work(unit)
        assert await empty.run(lambda tx: tx.values.get("kept")) == 7
