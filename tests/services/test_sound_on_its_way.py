"""A sound that is asked for while older content is still on its way is owed: what rang did not say it."""

import pytest

from bot.app import load_texts
from bot.clock import MINUTE, SECOND, Clock
from bot.domain.ids import Who
from bot.runtime.deliver import Delivered
from bot.runtime.prepare import Prepared, prepare
from bot.runtime.turn import note
from bot.services import sos
from bot.services.answer import set_mode
from bot.services.claim import take
from bot.services.pages import card_slot, page_slot
from bot.services.screen import SCREEN, person_of
from storage.store import Store, Tx
from tests.services.crew import LAWYER, PERSON, START, crew, member, the_case
from tests.services.test_priority import tick

TEXTS = load_texts()


@pytest.fixture(name="store")
async def _store(empty: Store) -> Store:
    await empty.run(crew)
    await empty.run(lambda tx: sos.sos(tx, PERSON))
    return empty


async def prepared(store: Store, chat: int, slot: str) -> Prepared:
    def unit(tx: Tx) -> Prepared | None:
        return prepare(tx, tx.outbox.slot(Who(tx.who(chat)), slot), TEXTS)

    made = await store.run(unit)
    assert made is not None
    return made


async def arrived(store: Store, made: Prepared, at: int) -> None:
    """Note it, long after it was sent: Telegram's answer took its time."""
    await store.run(lambda tx: note(tx, made, Delivered(at, [1])))


def rings(made: Prepared) -> bool:
    return made.anew and not made.silent


async def test_a_page_that_becomes_critical_while_it_is_on_its_way_rings_again(store: Store, clock: Clock) -> None:
    case_id = await store.run(lambda tx: the_case(tx).id)
    assert case_id is not None
    on_its_way = await prepared(store, LAWYER, page_slot(case_id))
    clock.follow(START + 3 * SECOND, 0)  # it is on the phone already; Telegram's answer is not here yet
    await store.run(lambda tx: tick(tx, PERSON, "hurt"))
    clock.follow(START + 5 * SECOND, 0)
    await arrived(store, on_its_way, START)

    assert rings(await prepared(store, LAWYER, page_slot(case_id)))


async def test_a_card_that_becomes_critical_while_it_is_on_its_way_rings_again(store: Store, clock: Clock) -> None:
    def claim(tx: Tx) -> None:
        take(tx, member(tx, LAWYER), the_case(tx))

    await store.run(claim)
    case_id = await store.run(lambda tx: the_case(tx).id)
    assert case_id is not None
    on_its_way = await prepared(store, LAWYER, card_slot(case_id))
    clock.follow(START + 3 * SECOND, 0)
    await store.run(lambda tx: tick(tx, PERSON, "hurt"))
    clock.follow(START + 5 * SECOND, 0)
    await arrived(store, on_its_way, START)

    assert rings(await prepared(store, LAWYER, card_slot(case_id)))


async def test_a_relative_hears_that_somebody_has_taken_the_case_though_the_screen_was_on_its_way(
    store: Store, clock: Clock
) -> None:
    clock.follow(START + MINUTE, 0)

    def relative(tx: Tx) -> None:
        set_mode(tx, person_of(tx, PERSON), the_case(tx), "other")

    await store.run(relative)
    on_its_way = await prepared(store, PERSON, SCREEN)
    clock.follow(START + MINUTE + 2 * SECOND, 0)
    await store.run(lambda tx: take(tx, member(tx, LAWYER), the_case(tx)))
    clock.follow(START + MINUTE + 3 * SECOND, 0)
    await arrived(store, on_its_way, START + MINUTE)

    assert rings(await prepared(store, PERSON, SCREEN))
