"""A sound that was asked for is made once, whatever news comes between the asking and the sending."""

import pytest

from bot.app import load_texts
from bot.clock import MINUTE, SECOND, Clock
from bot.runtime.deliver import Delivered
from bot.runtime.prepare import Prepared, prepare
from bot.runtime.turn import note
from bot.services import checkin, sos
from bot.services.claim import take
from bot.services.pages import card_slot, refresh_staff
from storage.store import Store, Tx
from tests.services.crew import LAWYER, PERSON, START, crew, member, the_case

TEXTS = load_texts()


@pytest.fixture(name="store")
async def _store(empty: Store) -> Store:
    def unit(tx: Tx) -> None:
        crew(tx)
        sos.sos(tx, PERSON)
        take(tx, member(tx, LAWYER), the_case(tx))

    await empty.run(unit)
    await send(empty)
    return empty


async def send(store: Store, number: int = 1) -> bool:
    """Send the card as far as our rows go; tell whether a new message was made, with a sound."""
    made = await prepared(store)
    assert made is not None
    await store.run(lambda tx: note(tx, made, Delivered(tx.now, [number] if made.anew else [])))
    return made.anew and not made.silent


async def prepared(store: Store) -> Prepared | None:
    def unit(tx: Tx) -> Prepared | None:
        slot = tx.outbox.slot(tx.who(LAWYER), card_slot(the_case(tx).id))
        return prepare(tx, slot, TEXTS)

    return await store.run(unit)


def need_help(tx: Tx) -> None:
    checkin.needs_help(tx, the_case(tx), the_case(tx))


def news(tx: Tx) -> None:
    refresh_staff(tx, the_case(tx))


async def test_news_takes_no_sound_from_what_has_not_gone_out_yet(store: Store, clock: Clock) -> None:
    clock.follow(START + 5 * MINUTE, 0)
    await store.run(need_help)
    await store.run(news)

    assert await send(store, 2)
    assert await prepared(store) is None


async def test_a_call_for_help_rings_though_the_card_was_put_there_a_moment_ago_without_a_sound(
    store: Store, clock: Clock
) -> None:
    clock.follow(START + 5 * MINUTE, 0)
    await store.run(lambda tx: tx.outbox.drop(member(tx, LAWYER), card_slot(the_case(tx).id)))
    gone = await prepared(store)
    assert gone is not None
    await store.run(lambda tx: note(tx, gone, Delivered(tx.now, gone=[message.id for message in gone.delete])))
    await store.run(news)
    assert not await send(store, 2)

    clock.follow(START + 5 * MINUTE + SECOND, 0)
    await store.run(need_help)

    assert await send(store, 3)


async def test_asking_again_at_once_does_not_ring_again(store: Store, clock: Clock) -> None:
    for later, rings in ((5 * MINUTE, True), (5 * MINUTE + 30 * SECOND, False), (7 * MINUTE, True)):
        clock.follow(START + later, 0)
        await store.run(need_help)
        assert await send(store, 2) is rings


async def test_what_changes_while_the_card_is_on_its_way_is_shown_after_it_without_a_second_sound(
    store: Store, clock: Clock
) -> None:
    clock.follow(START + 5 * MINUTE, 0)
    await store.run(need_help)
    on_its_way = await prepared(store)
    assert on_its_way is not None
    await store.run(news)
    clock.follow(START + 5 * MINUTE + SECOND, 0)
    await store.run(lambda tx: note(tx, on_its_way, Delivered(tx.now, [2])))

    assert not await send(store)
    assert await prepared(store) is None
