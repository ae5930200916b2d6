"""An open urgent case always has a next step in the timers table, whatever anybody taps, in whatever order.

Random people and staff tap random buttons (their own, forged and outdated ones), write, leave and come back,
while time stands, goes by or jumps. After every single act each urgent case is still open unless a member of
staff has recorded an outcome, its next step is due within bounds, and whatever waits to be sent can be made.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.app import load_texts
from bot.catalog import load_catalog
from bot.clock import DAY, HOUR, MINUTE, Clock
from bot.config import Keys, Settings, Storage
from bot.domain.case import Case
from bot.domain.escalation import WIDE_BEAT
from bot.domain.ids import CaseId, Chat
from bot.domain.people import Staff
from bot.runtime import prepare as rendering
from bot.runtime.timers import TimerLoop
from bot.services import escalate, held, sos
from bot.services.claim import CLAIM_CHECK
from bot.services.escalate import ESCALATE
from bot.services.gone import gone
from bot.services.screen import person_of
from bot.services.timer_acts import ACTS
from bot.triage import Triage
from bot.views import callback
from bot.views.screen import HOME
from bot.views.texts import Texts
from handlers import person_acts, person_commands, taps
from handlers.start import first_screen
from storage import keyring
from storage.engine import open_database
from storage.migrate import migrate
from storage.store import Store, Tx, open_store

TEXTS = load_texts()
CATALOG = load_catalog()
TRIAGE = Triage()
START = 20_000 * DAY
PEOPLE = (701, 702)
STAFF = (801, 802, 803, 804)
COORDINATOR = STAFF[-1]
LONGEST_HOLD = 4 * HOUR
MIN_STEPS, MAX_STEPS = 25, 45

TAPS = tuple(sorted({*taps.STAFF_ACTS, *person_acts.ACTS}))
ARGUMENTS = (
    "",
    "0",
    "1",
    "2",
    "4",
    "me",
    "other",
    "place.0",
    "place.3",
    "flags.1",
    "place",
    "flags",
    "yes",
    "no",
    "1.fine",
    "h",
    "h.3",
    "h.241001.1430",
    "criminal",
    "minor",
    "0.2412",
    "0.241230",
)
JUMPS = (1, 3, 6, 20, 61, 26 * 60, 40 * 24 * 60)

PERSONS = ("sos", "sos", "who.me", "who.other", "ans.place.1", "ans.place.4", "back", "withdraw-yes", "erase-yes",
           "hide", "need", "held.yes", "held.no", "case", "report", "send", "chk.1.stop")  # fmt: skip
STAFFS = ("take", "take", "take", "take", "pass", "release", "hand", "road", "busy.4", "still", "o-take", "o-mv",
          "rev.yes", "rev.yes", "join.yes", "s-rest.4", "close",
          "lim-ago.h.36", "lim-ago.r.0", "lim-tr.criminal", "lim-fl.0", "dl-due.0.241230", "dl-done.0")  # fmt: skip
CLOSING = ("close", "c-out.1", "c-vio.0", "c-ok", "c-qualifies.yes", "c-extorted.no", "c-yes")

COMMANDS = ("start", "sos", "cases", "hide", "erase", "help")

number = st.integers(0, 11)
by_person = st.tuples(st.just("person"), st.sampled_from(PERSONS), number, number)
by_staff = st.tuples(st.just("staff"), st.sampled_from(STAFFS), number, number)
by_time = st.tuples(st.just("time"), st.sampled_from(JUMPS), number, number)
steps = st.lists(
    st.one_of(
        *(by_person, by_staff, by_staff, by_person, by_staff, by_time),
        st.tuples(st.just("any"), st.tuples(st.sampled_from(TAPS), st.sampled_from(ARGUMENTS)), number, number),
        st.tuples(st.just("refused"), st.booleans(), number, number),
        st.tuples(st.just("command"), st.sampled_from(COMMANDS), number, number),
        st.tuples(
            st.just("words"), st.sampled_from(["Ош", "нужен адвокат", ".", "меня забрали менты"]), number, number
        ),
    ),
    min_size=MIN_STEPS,
    max_size=MAX_STEPS,
)


Step = tuple[str, Any, int, int]


@dataclass
class Line:
    """One hotline without a Telegram: units run for real, what they want sent is made and then thrown away."""

    store: Store
    clock: Clock
    texts: Texts
    known: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    async def act(self, unit: Callable[[Tx], object]) -> None:
        await self.store.run(unit)

    async def check(self, what: object) -> None:
        """Fail where an urgent case has been lost or gone quiet, or a message cannot be made."""
        await self.store.run(lambda tx: self._check(tx, what))

    def _check(self, tx: Tx, what: object) -> None:
        urgent = [case for case in tx.cases.all_open() if case.urgent]
        codes = {case.code for case in urgent}
        assert self.known - self.closed <= codes, f"{what}: an urgent case is gone without an outcome"
        self.known |= codes
        for case in urgent:
            kind, within = (ESCALATE, WIDE_BEAT) if case.claim is None else (CLAIM_CHECK, LONGEST_HOLD)
            due = tx.timers.of(case.id)
            assert kind in due, f"{what}: nothing is due for an urgent case: {due}"
            assert due[kind] <= tx.now + within, f"{what}: the next step is {(due[kind] - tx.now) // MINUTE} min away"
            assert case.claim is None or case.id in _open_of(tx, case), f"{what}: its holder does not know of it"
        for who in map(tx.who, PEOPLE):
            person = tx.people.load(who)
            if person is not None and person.asked is not None and person.asked.due is not None:
                assert tx.timers.of(who).get(sos.ASK) == person.asked.due, f"{what}: silence would not page"
        for row in tx.outbox.waiting(256):
            rendering.prepare(tx, row.slot, self.texts)
            tx.outbox.done(row.slot, row.rev)

    async def pass_time(self, minutes: int) -> None:
        """Let time go by in one jump, and do what is due; nothing that is due may fail."""
        self.clock.follow(self.clock.now() + minutes * MINUTE, 0)
        await TimerLoop(self.store, self.clock, ACTS, {}, {}, self.store.run).catch_up()
        await self.store.run(_none_failed)


def _none_failed(tx: Tx) -> None:
    found = tx.rows.connection.exec_driver_sql("SELECT kind FROM timers WHERE attempts > 0").scalars().all()
    assert not found, f"these timers failed: {found}"


def _open_of(tx: Tx, case: Case) -> list[CaseId]:
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    return [] if holder is None else holder.open


def _ids(tx: Tx) -> list[CaseId]:
    return sorted(tx.cases.all_ids())


def _crew(tx: Tx) -> None:
    for n, chat in enumerate(STAFF):
        role, regions = ("coordinator", []) if chat == COORDINATOR else ("lawyer", [["bishkek", "osh"], ["osh"], []][n])
        tx.staff.save(Staff(tx.who(chat), Chat(chat), f"Ж{n}", role, regions, "ru", "active", tx.now))  # type: ignore[arg-type]


def tap(tx: Tx, texts: Texts, chat: int, act: str, which: int) -> None:
    """Tap a button for a case (or member) that exists, as the client of that chat would send it."""
    who = tx.who(chat)
    ids = _ids(tx)
    subject: bytes = ids[which % len(ids)] if ids and which < 10 else HOME
    if act in {"hand", "o-mv"}:
        act += "." + tx.who(STAFF[which % len(STAFF)]).hex()[:12]
    if act.startswith(("rev", "join")):
        subject = tx.who(STAFF[which % len(STAFF)])[:12]
    if act == "erase-yes" and which % 2:
        subject = HOME
    try:
        data = callback.write(tx, who, act, subject)
    except ValueError:  # too long for any button, so nobody can tap it
        return
    taps.tap(tx, chat, data, texts)


def staff_tap(tx: Tx, texts: Texts, chat: int, act: str, which: int) -> None:
    """Tap a button on a case in this member's hands, or on one that waits; a revocation hits whoever holds one."""
    member, who = tx.staff.load(tx.who(chat)), tx.who(chat)
    claims = [case.claim for case in tx.cases.all_open() if case.claim is not None]
    waiting = sorted(case.id for case in tx.cases.all_open() if case.escalating)
    held = waiting if act in {"take", "pass"} or member is None else member.open
    if act == "rev.yes" and claims:
        subject: bytes = claims[which % len(claims)].who[:12]
        taps.tap(tx, COORDINATOR, callback.write(tx, tx.who(COORDINATOR), act, subject), texts)
    elif held and act != "rev.yes":
        act += "." + tx.who(STAFF[which % len(STAFF)]).hex()[:12] if act == "hand" else ""
        taps.tap(tx, chat, callback.write(tx, who, act, held[which % len(held)]), texts)
    else:
        tap(tx, texts, chat, act, which)


def person_tap(tx: Tx, texts: Texts, chat: int, act: str, which: int) -> None:
    """Tap a button of a person's own case."""
    person = person_of(tx, chat)
    own = person.cases[which % len(person.cases)] if person.cases else HOME
    subject = HOME if act == "sos" or (act == "erase-yes" and which % 2) else own
    taps.tap(tx, chat, callback.write(tx, person.who, act, subject), texts)


def refused(tx: Tx, chat: int, which: int, *, gone_away: bool) -> None:
    """Telegram refuses what was sent to this chat."""
    member = tx.staff.load(tx.who(chat))
    ids = _ids(tx)
    case_id = ids[which % len(ids)] if ids else None
    if member is not None:
        escalate.page_failed(tx, member, case_id, gone=gone_away)
    elif tx.people.load(tx.who(chat)) is not None:
        gone(tx, person_of(tx, chat), "words-from-staff", case_id, 1)


async def play(line: Line, kind: str, what: Any, actor: int, which: int) -> None:
    """Do one step of a story."""
    if kind == "time":
        await line.pass_time(what)
    elif kind == "staff" and what == "close":
        await _close(line, STAFF[actor % 4], which)
    else:
        await line.act(lambda tx: _act(tx, line.texts, kind, what, actor, which))


def _act(tx: Tx, texts: Texts, kind: str, what: Any, actor: int, which: int) -> None:
    person, anybody = PEOPLE[actor % 2], (*PEOPLE, *STAFF)[actor % 6]
    match kind:
        case "person":
            person_tap(tx, texts, person, what, which)
        case "staff":
            staff_tap(tx, texts, STAFF[actor % 4], what, which)
        case "any" if what[0] != "c-yes":  # who closes is `_close`
            tap(tx, texts, anybody, ".".join(part for part in what if part), which)
        case "refused":
            refused(tx, anybody, which, gone_away=what)
        case "command":
            _command(tx, person, what)
        case "words":
            held.take_in(tx, person_of(tx, person), {"text": what}, which + 1, TRIAGE, "ru")


def _command(tx: Tx, chat: int, name: str) -> None:
    if name == "start":
        first_screen(tx, chat)
    elif name == "sos":
        sos.sos(tx, chat, how="command")
    else:
        person_commands.COMMANDS[name](tx, person_of(tx, chat))


async def _close(line: Line, chat: int, which: int) -> None:
    """Record an outcome for one of the cases this member holds."""

    def unit(tx: Tx) -> None:
        member = tx.staff.load(tx.who(chat))
        if member is None or not member.open:
            return
        case = tx.cases.load(member.open[which % len(member.open)])
        assert case is not None
        for act in CLOSING:
            taps.tap(tx, chat, callback.write(tx, member.who, act, case.id), line.texts)
        if case.state == "closed":
            line.closed.add(case.code)

    await line.act(unit)


@pytest.fixture(name="empty", scope="module")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with every table and no row, and beside it a root key."""
    folder = tmp_path_factory.mktemp("empty")

    async def make() -> None:
        database = await open_database(f"sqlite:///{folder / 'kalkan.db'}")
        await migrate(database)
        await database.close()

    asyncio.run(make())
    keyring.create_root(folder / "kalkan.key")
    return folder


async def _story(folder: Path, told: list[Step]) -> None:
    clock = Clock()
    clock.follow(START, 0)
    found = Settings(folder, storage=Storage("sqlite:///kalkan.db"), keys=Keys("kalkan.key"))
    store = await open_store(found, CATALOG, clock, 4242)
    try:
        await store.take_over()
        await store.run(_crew)
        line = Line(store, clock, TEXTS)
        await play(line, "person", "sos", 0, 0)
        for step in told:
            await play(line, *step)
            await line.check(step)
        for minutes in (3, 61, 5 * 60):
            await line.pass_time(minutes)
            await line.check(minutes)
    finally:
        await store.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(told=steps)
@example(told=[("staff", "take", 0, 0), ("person", "erase-yes", 0, 0)])
@example(told=[("staff", "take", 0, 0), ("person", "withdraw-yes", 0, 0), ("staff", "rev.yes", 0, 0)])
@example(told=[("staff", "take", 0, 0), ("staff", "hand", 0, 1), ("person", "erase-yes", 0, 0)])
def test_an_open_urgent_case_always_has_a_next_step(empty: Path, told: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(empty, Path(name) / "hotline"))
        asyncio.run(_story(folder, told))
