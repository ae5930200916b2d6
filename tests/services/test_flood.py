"""A thousand chats that mean no good: first pages go on going out, and nobody's phone rings without end."""

from functools import partial

import pytest

from bot.app import load_texts
from bot.clock import DAY, MINUTE, Clock
from bot.domain.case import Case
from bot.domain.ids import Chat, Who
from bot.runtime.choose import Choice
from bot.runtime.prepare import prepare
from bot.services import answer, custody, report, sos
from bot.services.ports import ANSWER, URGENT
from bot.services.screen import person_of
from storage.outbox import Taken, Waiting
from storage.store import Store, Tx
from tests.services.crew import COORDINATOR, PERSON, crew

TEXTS = load_texts()


@pytest.fixture(name="store")
async def _store(empty: Store) -> Store:
    await empty.run(crew)
    return empty


def _pages(tx: Tx) -> list[Waiting]:
    return [row for row in tx.outbox.waiting(99) if row.urgency == URGENT]


async def test_pages_go_out_whatever_answers_have_used_up_the_limits(store: Store, clock: Clock) -> None:
    """A bare 🆘 is no critical case; still its first page waits for nothing, and the others for no answer."""
    await store.run(lambda tx: sos.sos(tx, PERSON))
    first, other = await store.run(_pages) or []
    choice = Choice(clock)
    for chat in range(99):
        answer_to = Waiting(b"", b"", Who(chat.to_bytes(16)), ANSWER, 0)
        if choice.looks()(answer_to):
            choice.rates.count(answer_to.who, message=True)

    assert choice.short
    assert choice.looks()(other)
    for chat in range(99):
        choice.rates.count(Who(chat.to_bytes(16)), message=True)
    assert choice.looks()(first)
    assert not choice.looks()(other)


def _held_since(tx: Tx, chat: int, since: str) -> None:
    person = person_of(tx, chat)
    (case,) = tx.cases.of(person.cases)
    if not case.mode:
        answer.set_mode(tx, person, case, "other")
    answer.answer(tx, person, case, "held-since", since)


def _warnings(tx: Tx) -> list[Taken]:
    rows = (tx.outbox.get(row.slot) for row in tx.outbox.waiting(999))
    return [row for row in rows if row is not None and row.body.get("view", "").startswith("limit-warning")]


async def test_an_answer_changed_to_and_fro_rings_once(store: Store, clock: Clock) -> None:
    """The warning is edited; it is sent anew only where the one that stands there is CALM old."""
    await store.run(lambda tx: sos.sos(tx, PERSON))
    for since in ("yesterday", "now") * 3:
        await store.run(partial(_held_since, chat=PERSON, since=since))
    await store.run(partial(_held_since, chat=PERSON, since="yesterday"))

    def unit(tx: Tx) -> None:
        (warning,) = _warnings(tx)
        tx.outbox.done(warning.slot, warning.rev)
        tx.messages.remember(
            warning.lane, Chat(COORDINATOR), 7, keep=DAY, slot=warning.slot, case=warning.case_id, rang=tx.now
        )

    await store.run(unit)
    for later, rings in ((MINUTE, False), (custody.CALM, True)):
        clock.follow(clock.now() + later, 0)
        for since in ("now", "yesterday"):
            await store.run(partial(_held_since, chat=PERSON, since=since))
        assert await store.run(_rings) == rings


def _rings(tx: Tx) -> bool:
    (warning,) = _warnings(tx)
    prepared = prepare(tx, warning.slot, TEXTS)
    assert prepared is not None
    assert prepared.standing is not None
    return prepared.ring


async def test_limits_of_a_thousand_cases_nobody_holds_are_one_message(store: Store) -> None:
    for chat in range(1_000, 1_000 + 4 * custody.MOST):
        await store.run(partial(sos.sos, chat=chat))
        await store.run(partial(_held_since, chat=chat, since="yesterday"))

    def unit(tx: Tx) -> None:
        found = _warnings(tx)
        assert len(found) == custody.MOST + 1
        (several,) = [row for row in found if row.case_id is None]
        shown = prepare(tx, several.slot, TEXTS)
        assert shown is not None
        assert shown.screen is not None
        assert several.lane == tx.who(COORDINATOR)

    await store.run(unit)


async def test_one_chat_cannot_have_so_many_reports_that_every_tap_is_slow(store: Store) -> None:
    def unit(tx: Tx) -> Case:
        case = report.begin(tx, person_of(tx, PERSON))
        if case.state == "draft":
            report.send(tx, person_of(tx, PERSON), case)
        return case

    for _ in range(report.MOST_OPEN - 1):
        await store.run(unit)
    newest, again = [await store.run(unit) for _ in range(2)]
    assert newest is not None
    assert again is not None
    assert again.id == newest.id

    def end(tx: Tx) -> None:
        person = person_of(tx, PERSON)
        assert person.page == {"name": "case", "case": newest.id, "note": "note-reports-many"}
        case = tx.cases.load(person.cases[0])
        assert case is not None
        case.state = "closed"
        tx.cases.save(case)

    await store.run(end)
    another = await store.run(unit)
    assert another is not None
    assert another.id != newest.id
