"""What a priority does to pages and lists, beyond what two phones can show."""

from functools import partial

import pytest

from bot.clock import DAY, MINUTE, Clock
from bot.domain.escalation import ON_CALL, ONE, REGION
from bot.services import answer, open_list, set_priority, sos
from bot.services.claim import Holding, take
from bot.services.escalate import ESCALATE, judge_again
from bot.services.pages import LONGEST_LIST, MOST, Board
from bot.services.priority import current
from bot.services.screen import person_of
from storage.store import Store, Tx
from tests.services.crew import COORDINATOR, LAWYER, OTHER, PERSON, START, crew, member, the_case


@pytest.fixture(name="store")
async def _store(empty: Store) -> Store:
    await empty.run(crew)
    return empty


def tick(tx: Tx, chat: int, flag: str) -> None:
    """Answer, who is not important here, and tick a flag."""
    person = person_of(tx, chat)
    case = next(each for each in tx.cases.of(person.cases) if each.state == "open")
    if not case.mode:
        answer.set_mode(tx, person, case, "other")
    options = tx.catalog.forms["sos-other"].question("flags").options
    answer.toggle(tx, person, case, "flags", list(options).index(flag))  # type: ignore[arg-type]


async def test_a_flood_of_bare_taps_pushes_nothing_graver_out_of_the_list(store: Store) -> None:
    flood = range(1_000, 1_000 + MOST)
    for chat in flood:
        await store.run(partial(sos.sos, chat=chat))
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: tick(tx, PERSON, "hurt"))
    for chat in range(2_000, 2_000 + LONGEST_LIST + 5):
        await store.run(partial(sos.sos, chat=chat))

    def unit(tx: Tx) -> None:
        listed = Board(tx).listed(member(tx, LAWYER))
        critical = [case.id for case in tx.cases.of(listed) if current(tx, case).level == "P0"]
        assert len(listed) == LONGEST_LIST
        assert critical == [case.id for case in tx.cases.of(person_of(tx, PERSON).cases)]
        assert open_list.waiting(tx)[0].id == critical[0]

    await store.run(unit)


async def test_lowering_a_case_nobody_holds_does_not_stop_the_search(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))

    def unit(tx: Tx) -> None:
        case = the_case(tx)
        due = tx.timers.of(case.id)[ESCALATE]
        set_priority.set_level(tx, member(tx, COORDINATOR), case, "P3", "проверим утром")
        assert case.escalating
        assert tx.timers.of(case.id)[ESCALATE] == due
        assert current(tx, case).level == "P3"

    await store.run(unit)
    await store.run(lambda tx: sos.sos(tx, PERSON))  # a new cry
    await store.run(lambda tx: _expect(tx, "P1", ON_CALL))
    await store.run(lambda tx: tick(tx, PERSON, "minor"))
    await store.run(lambda tx: _expect(tx, "P0", REGION))


def _expect(tx: Tx, level: str, tier: int) -> None:
    case = the_case(tx)
    assert (case.priority.level, case.plan.tier) == (level, tier)


async def test_only_its_holder_and_coordinators_may_change_it(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))

    def unit(tx: Tx) -> None:
        case = the_case(tx)
        take(tx, member(tx, LAWYER), case)
        allowed = [set_priority.may_set(member(tx, chat), case) for chat in (LAWYER, OTHER, COORDINATOR)]
        assert allowed == [True, False, True]
        case.state = "closed"
        assert not set_priority.may_set(member(tx, LAWYER), case)

    await store.run(unit)


async def test_every_change_is_an_event_that_says_who_from_what_to_what_and_why(store: Store) -> None:
    await store.run(lambda tx: sos.sos(tx, PERSON))

    def unit(tx: Tx) -> None:
        case, lawyer = the_case(tx), member(tx, LAWYER)
        take(tx, lawyer, case)
        set_priority.mark(tx, Holding(case, lawyer), tx.catalog.priorities.flags.index("self-harm"))
        set_priority.set_level(tx, lawyer, case, "P2", "рядом врач")
        case.beyond.append("custody-48h")
        judge_again(tx, case)
        tx.cases.save(case)

    await store.run(unit)
    events = await store.run(lambda tx: tx.cases.events(the_case(tx).id))
    assert events is not None
    told = [
        (event.kind, event.by, {key: value for key, value in event.data.items() if key != "who"})
        for event in events
        if event.kind.startswith("priority") or event.kind == "marked"
    ]
    assert told == [
        ("marked", "staff", {"flags": ["self-harm"]}),
        ("priority-judged", "system", {"was": "P1", "priority": "P0", "reasons": ["self-harm"]}),
        ("priority-set", "staff", {"was": "P0", "priority": "P2", "text": "рядом врач"}),
        ("priority-judged", "system", {"was": "P2", "priority": "P0", "reasons": ["beyond-limit/custody-48h"]}),
    ]
    assert all("who" in event.data for event in events if event.kind in {"marked", "priority-set"})


async def test_doubt_ends_by_itself(store: Store, clock: Clock) -> None:
    def doubt(tx: Tx) -> None:
        person = person_of(tx, PERSON)
        person.doubted_until = tx.now + tx.catalog.priorities.doubt_for
        tx.people.save(person)

    def end(tx: Tx) -> None:
        case = the_case(tx)
        case.state = "closed"
        tx.cases.save(case)

    await store.run(doubt)
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: _expect(tx, "P1", ONE))
    await store.run(end)
    clock.follow(START + 28 * DAY + MINUTE, 0)
    await store.run(lambda tx: sos.sos(tx, PERSON))
    await store.run(lambda tx: _expect(tx, "P1", ON_CALL))
