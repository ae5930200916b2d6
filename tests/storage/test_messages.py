"""Which messages stand in whose chat."""

from sqlalchemy import Connection, update

from bot.clock import HOUR, MINUTE
from bot.domain.ids import CaseId, Who
from storage import schema
from storage.messages import Message
from storage.store import Store, Tx
from tests.storage.site import START, Site, do, person

SLOT = b"s" * 16
CASE = CaseId(b"c" * 12)


def remember(tx: Tx, number: int, chat: int = 700_001, *, keep: int = HOUR, slot: bytes | None = None) -> Who:
    who = person(tx, chat)
    tx.messages.remember(who.who, who.chat, number, keep=keep, slot=slot, case=CASE if number % 2 else None)
    return who.who


def numbers(found: list[Message]) -> list[int]:
    return sorted(each.number for each in found)


async def test_a_message_is_found_by_chat_case_number_and_slot(store: Store) -> None:
    def unit(tx: Tx) -> Who:
        remember(tx, 10)
        remember(tx, 11, 700_002)
        return remember(tx, 13, slot=SLOT)

    who = await do(store, unit)

    assert await do(store, lambda tx: numbers(tx.messages.in_chat(who))) == [10, 13]
    assert await do(store, lambda tx: numbers(tx.messages.of_case(CASE))) == [11, 13]
    found = await do(store, lambda tx: tx.messages.by_number(who, 13))
    assert found
    assert (found.who, found.chat, found.number, found.at, found.came, found.case) == (
        *(who, 700_001, 13, START, False, CASE),
    )
    assert await do(store, lambda tx: tx.messages.in_slot(SLOT)) == found
    assert await do(store, lambda tx: tx.messages.by_number(who, 11)) is None


async def test_a_unit_sees_what_it_has_just_remembered(store: Store) -> None:
    def unit(tx: Tx) -> list[int]:
        who = remember(tx, 1)
        remember(tx, 2, slot=SLOT)
        assert tx.messages.in_slot(SLOT)
        return numbers(tx.messages.in_chat(who))

    assert await do(store, unit) == [1, 2]


async def test_a_slot_holds_one_message_the_newest(store: Store) -> None:
    who = await do(store, lambda tx: remember(tx, 1, slot=SLOT))
    await do(store, lambda tx: remember(tx, 4, slot=SLOT))

    found = await do(store, lambda tx: tx.messages.in_slot(SLOT))

    assert found
    assert (found.number, found.case) == (4, None)
    assert await do(store, lambda tx: numbers(tx.messages.in_chat(who))) == [4]
    assert await do(store, lambda tx: tx.messages.by_number(who, 1)) is None
    assert await do(store, lambda tx: tx.messages.by_number(who, 4)) == found


async def test_messages_fall_due_never_later_than_promised(store: Store, site: Site) -> None:
    await do(store, lambda tx: (remember(tx, 1, keep=HOUR + 7 * MINUTE), remember(tx, 2, keep=3 * HOUR)))

    assert await do(store, lambda tx: tx.messages.overdue(9)) == []
    site.move(HOUR + 7 * MINUTE)
    [first] = await do(store, lambda tx: tx.messages.overdue(9))
    assert (first.number, first.chat, first.case) == (1, 700_001, CASE)
    site.move(2 * HOUR)
    assert await do(store, lambda tx: numbers(tx.messages.overdue(9))) == [1, 2]
    assert len(await do(store, lambda tx: tx.messages.overdue(1))) == 1


async def test_forgotten_messages_are_gone(store: Store) -> None:
    who = await do(store, lambda tx: (remember(tx, 1), remember(tx, 2), remember(tx, 3))[0])
    ids = [each.id for each in await do(store, lambda tx: tx.messages.in_chat(who)) if each.number < 3]

    await do(store, lambda tx: tx.messages.forget(ids))
    await do(store, lambda tx: tx.messages.forget([]))

    assert await do(store, lambda tx: numbers(tx.messages.in_chat(who))) == [3]


async def test_a_damaged_row_does_not_keep_the_others_from_being_deleted(store: Store, site: Site) -> None:
    who = await do(store, lambda tx: (remember(tx, 1), remember(tx, 2, slot=SLOT))[0])

    def damage(connection: Connection) -> None:
        connection.execute(update(schema.messages).where(schema.messages.c.slot == SLOT).values(body=b"\1" * 99))

    await store.database.run(damage)
    site.move(HOUR)

    assert await do(store, lambda tx: numbers(tx.messages.overdue(9))) == [1]
    assert await do(store, lambda tx: numbers(tx.messages.in_chat(who))) == [1]
