"""What the phone's other hands, somebody who never stops tapping, or a lawyer who lets go cannot undo."""

from datetime import timedelta

import pytest

from bot.app import load_texts
from bot.clock import DAY, HOUR, MINUTE, Clock
from bot.domain.ids import Chat
from bot.domain.people import Staff
from bot.runtime.timers import TimerLoop
from bot.services import deadlines, lawyer_words, report, sos, words
from bot.services.claim import Holding, take
from bot.services.hand_over import give_back
from bot.services.screen import WORDS, hide, person_of, touch
from bot.services.timer_acts import ACTS
from bot.views import callback
from handlers import taps
from storage.store import Store, Tx
from tests.services.crew import member, the_case

TEXTS = load_texts()
LAWYER, COORDINATOR, PERSON = 801, 802, 701
NOON = 20_000 * DAY + 6 * HOUR
"""In Bishkek."""


@pytest.fixture(name="store")
async def _store(empty: Store, clock: Clock) -> Store:
    clock.follow(NOON, 0)
    await empty.run(_begin)
    return empty


def _begin(tx: Tx) -> None:
    """A report in a lawyer's hands, with a deadline in five days that the lawyer has set."""
    tx.staff.save(Staff(tx.who(LAWYER), Chat(LAWYER), "Ж", "lawyer", ["bishkek"], "ru", "active", tx.now))
    tx.staff.save(Staff(tx.who(COORDINATOR), Chat(COORDINATOR), "К", "coordinator", [], "ru", "active", tx.now))
    person = person_of(tx, PERSON)
    person.lang = "ru"
    case = report.begin(tx, person)
    report.send(tx, person, case)
    take(tx, _lawyer(tx), case)
    deadlines.put(tx, case, deadlines.term(tx, "0"), deadlines.today(tx) + timedelta(days=5), _lawyer(tx))


def _lawyer(tx: Tx) -> Staff:
    return member(tx, LAWYER)


def _tap(tx: Tx, chat: int, act: str) -> None:
    taps.tap(tx, chat, callback.write(tx, tx.who(chat), act, the_case(tx).id), TEXTS)


def _reminded(tx: Tx) -> set[int]:
    """Return which of the staff a reminder waits for."""
    rows = [tx.outbox.get(row.slot) for row in tx.outbox.waiting(99)]
    return {row.body["chat"] for row in rows if row is not None and row.body.get("view") == "staff-reminder"}


async def _go_on(store: Store, clock: Clock, milliseconds: int) -> None:
    clock.follow(clock.now() + milliseconds, 0)
    await TimerLoop(store, clock, ACTS, {}, {}, store.run).catch_up()


@pytest.mark.parametrize("shared", [False, True])
async def test_what_a_lawyer_set_is_not_put_off_or_taken_off_from_the_phone(store: Store, shared: bool) -> None:  # noqa: FBT001
    def unit(tx: Tx) -> None:
        due = the_case(tx).deadlines["complaint"]["due"]
        if shared:
            deadlines.toggle_tell(tx, the_case(tx), "complaint", _lawyer(tx))
        late = deadlines.today(tx) + timedelta(days=60)
        for act in (f"dl-due.0.{late:%y%m%d}", "dl-done.0", "dl-gone.0"):
            _tap(tx, PERSON, act)
        assert the_case(tx).deadlines["complaint"]["due"] == due
        assert not deadlines.theirs(the_case(tx), "complaint")
        _tap(tx, LAWYER, "dl-done.0")
        assert not the_case(tx).deadlines

    await store.run(unit)


async def test_the_person_s_own_stays_theirs(store: Store) -> None:
    def unit(tx: Tx) -> None:
        for days in (3, 9):
            _tap(tx, PERSON, f"dl-due.4.{deadlines.today(tx) + timedelta(days=days):%y%m%d}")
        assert "probation-visit" in the_case(tx).deadlines
        _tap(tx, PERSON, "dl-done.4")
        assert "probation-visit" not in the_case(tx).deadlines

    await store.run(unit)


async def test_who_never_stops_tapping_does_not_keep_staff_from_being_reminded(store: Store, clock: Clock) -> None:
    await store.run(lambda tx: deadlines.toggle_tell(tx, the_case(tx), "complaint", _lawyer(tx)))
    await _go_on(store, clock, DAY)
    assert await store.run(_reminded) == set()
    due = (await store.run(lambda tx: tx.timers.of(the_case(tx).id)) or {})[deadlines.DEADLINE]
    await _go_on(store, clock, due - clock.now() - MINUTE)

    waited = 0
    while not await store.run(_reminded):
        await store.run(lambda tx: touch(tx, person_of(tx, PERSON)))
        await _go_on(store, clock, 5 * MINUTE)
        waited += 5
        assert waited < 2 * 60

    assert waited > 5  # who is in the middle of something is not interrupted at once


async def test_a_note_for_a_case_that_is_no_longer_theirs_reaches_nobody(store: Store) -> None:
    def unit(tx: Tx) -> None:
        case, lawyer = the_case(tx), _lawyer(tx)
        other = sos.sos(tx, PERSON)
        take(tx, lawyer, other)
        lawyer_words.ask_note(tx, lawyer, case)
        give_back(tx, Holding(case, lawyer))
        lawyer_words.arrived(tx, lawyer, {"text": "Айбеков, сестра ждёт у входа"}, 9, None)
        assert not any(event.kind == "answered-by-staff" for event in tx.cases.events(other.id))

    await store.run(unit)


async def test_whoever_asks_for_help_again_and_again_is_not_left_with_a_silent_lawyer(
    store: Store, clock: Clock
) -> None:
    def begin(tx: Tx) -> None:
        case = sos.sos(tx, PERSON)
        take(tx, _lawyer(tx), case)

    await store.run(begin)
    for _ in range(3):
        await store.run(_ask_for_help)
        await _go_on(store, clock, 3 * MINUTE)

    assert await store.run(lambda tx: [case.claim is None for case in tx.cases.all_open() if case.urgent]) == [True]


def _ask_for_help(tx: Tx) -> None:
    (urgent,) = [case for case in tx.cases.all_open() if case.urgent]
    taps.tap(tx, PERSON, callback.write(tx, tx.who(PERSON), "need", urgent.id), TEXTS)


async def test_words_that_have_not_gone_out_when_the_screen_is_emptied_wait_for_the_person(store: Store) -> None:
    """Telegram may have been out of reach until then."""

    def write_and_hide(tx: Tx) -> None:
        words.from_staff(tx, Holding(the_case(tx), _lawyer(tx)), {"text": "Завтра в десять"})
        hide(tx, person_of(tx, PERSON))
        assert not tx.outbox.unsent(person_of(tx, PERSON), WORDS)

    def come_back(tx: Tx) -> None:
        _tap(tx, PERSON, "case")
        ((case_id, _),) = tx.outbox.unsent(person_of(tx, PERSON), WORDS)
        assert case_id == the_case(tx).id

    await store.run(write_and_hide)
    await store.run(come_back)


async def test_a_case_given_back_leaves_its_deadlines_to_the_coordinators(store: Store, clock: Clock) -> None:
    await store.run(lambda tx: give_back(tx, Holding(the_case(tx), _lawyer(tx))))
    for _ in range(6):
        await _go_on(store, clock, DAY)

    assert await store.run(_reminded) == {COORDINATOR}
