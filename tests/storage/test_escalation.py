"""Whom an unclaimed case pages, and that it never goes quiet."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.clock import HOUR, MINUTE, SECOND
from bot.domain.case import Case, Plan, Priority
from bot.domain.escalation import (
    COORDINATORS,
    EVERYBODY,
    ON_CALL,
    ONE,
    REGION,
    WIDE_BEAT,
    WIDEN_AFTER,
    Step,
    first_tier,
    next_step,
)
from bot.domain.ids import CaseId, Chat, Who
from bot.domain.people import Staff

REGIONS = ("osh", "batken", "talas")
START = 1_700_000_000_000
REPEAT, ESCALATE = 3 * MINUTE, 6 * MINUTE

regions = st.lists(st.sampled_from(REGIONS), max_size=2, unique=True)
beats = st.tuples(st.integers(30 * SECOND, 30 * MINUTE), st.integers(30 * SECOND, 30 * MINUTE))


def member(
    n: int, role: str = "lawyer", regions: list[str] | None = None, state: str = "active", **more: object
) -> Staff:
    here = ["osh"] if regions is None else regions
    return Staff(Who(bytes([n] * 16)), Chat(n), "", role, here, "ru", state, 0, **more)  # type: ignore[arg-type]


@st.composite
def staffs(draw: st.DrawFn) -> list[Staff]:
    return [
        member(
            n,
            draw(st.sampled_from(["lawyer", "lawyer", "coordinator"])),
            draw(regions),
            draw(st.sampled_from(["active", "active", "active", "pending", "revoked"])),
            reachable=draw(st.booleans()),
            busy_until=START + draw(st.sampled_from([0, 0, 20 * MINUTE, 99 * HOUR])),
        )
        for n in range(draw(st.integers(0, 6)))
    ]


@dataclass
class Night:
    """An urgent case nobody takes, stepped through as the timers would, while people come and go."""

    staff: list[Staff]
    case: Case
    regions: list[str]
    repeat: int = REPEAT
    escalate: int = ESCALATE
    now: int = START

    def step(self) -> Step:
        step = next_step(self.case, self.regions, self.staff, self.now, self.repeat, self.escalate)
        plan = self.case.plan
        plan.tier, plan.since, plan.audience = step.tier, step.since, list(step.audience)
        return step

    def may_be_paged(self) -> set[Who]:
        return {each.who for each in self.staff if each.active and each.reachable}


@st.composite
def nights(draw: st.DrawFn) -> Night:
    staff = draw(staffs())
    passed = [each.who for each in staff if draw(st.booleans())]
    plan = Plan(first_tier(critical=draw(st.booleans()), doubted=draw(st.booleans())), START, passed=passed)
    case = Case(CaseId(b"c" * 12), "", "sos", START, "ru", urgent=True, plan=plan)
    case.priority.level = draw(st.sampled_from(["P0", "P1"]))
    case.answers = draw(st.sampled_from([{}, {"place": "osh"}]))
    repeat, escalate = draw(beats)
    return Night(staff, case, draw(regions), repeat, escalate)


@given(nights(), st.lists(st.integers(0, 20 * MINUTE), min_size=1, max_size=40), st.data())
def test_no_night_goes_quiet_or_pages_who_must_not_be_paged(
    night: Night, lateness: list[int], data: st.DataObject
) -> None:
    tier = night.case.plan.tier
    for late in lateness:
        if night.staff and data.draw(st.integers(0, 3)) == 0:
            someone = data.draw(st.sampled_from(night.staff))
            someone.reachable = not someone.reachable
        step = night.step()

        assert step.again_at > night.now
        assert step.again_at <= night.now + max(night.repeat, WIDE_BEAT)
        assert step.nobody == (not step.audience)
        assert set(step.audience) <= night.may_be_paged()
        assert len(set(step.audience)) == len(step.audience)
        assert tier <= step.tier <= EVERYBODY
        if step.tier < EVERYBODY:
            assert not set(step.audience) & set(night.case.plan.passed)
        if night.now >= START + WIDEN_AFTER or step.nobody:
            assert set(step.audience) == night.may_be_paged()
        tier, night.now = step.tier, step.again_at + late


@given(nights())
def test_nobody_is_reported_only_when_nobody_at_all_could_be_paged(night: Night) -> None:
    assert night.step().nobody == (not night.may_be_paged())


@given(nights())
def test_an_hour_after_the_start_everybody_is_asked_the_coordinators_too(night: Night) -> None:
    while night.now < START + WIDEN_AFTER:
        again = night.step().again_at
        assert again <= START + WIDEN_AFTER + SECOND
        night.now = again

    step = night.step()

    assert step.tier == EVERYBODY
    assert set(step.audience) == night.may_be_paged()


def tiers(night: Night, minutes: int) -> dict[int, tuple[int, set[int]]]:
    """Return what happens in the first minutes: minute -> (tier, who by number)."""
    found = {}
    while night.now <= START + minutes * MINUTE:
        at, step = night.now, night.step()
        found[(at - START) // MINUTE] = step.tier, {each[0] for each in step.audience}
        night.now = step.again_at
    return found


def night_of(*staff: Staff, critical: bool = False, passed: tuple[int, ...] = ()) -> Night:
    plan = Plan(first_tier(critical=critical), START, passed=[Who(bytes([n] * 16)) for n in passed])
    return Night(list(staff), Case(CaseId(b"c" * 12), "", "sos", START, "ru", urgent=True, plan=plan), ["osh"])


FREE = member(1)
BUSY = member(2, busy_until=START + 99 * HOUR)
ELSEWHERE = member(3, regions=["talas"])
COORDINATOR = member(4, "coordinator", [])


def test_the_steps_of_a_night_with_everybody_there() -> None:
    assert tiers(night_of(FREE, BUSY, ELSEWHERE, COORDINATOR), 110) == {
        0: (ON_CALL, {1}),
        3: (ON_CALL, {1}),
        6: (REGION, {1, 2}),
        9: (REGION, {1, 2}),
        **{n: (COORDINATORS, {1, 2, 4}) for n in range(12, 60, 3)},
        60: (EVERYBODY, {1, 2, 3, 4}),
        80: (EVERYBODY, {1, 2, 3, 4}),
        100: (EVERYBODY, {1, 2, 3, 4}),
    }


def test_a_critical_case_asks_the_busy_ones_of_the_region_at_once() -> None:
    assert tiers(night_of(FREE, BUSY, COORDINATOR, critical=True), 6) == {
        0: (REGION, {1, 2}),
        3: (REGION, {1, 2}),
        6: (COORDINATORS, {1, 2, 4}),
    }


def test_a_case_that_becomes_critical_goes_on_a_tier_further() -> None:
    night = night_of(FREE, BUSY, COORDINATOR)
    assert night.step().audience == (FREE.who,)

    night.now += 5 * MINUTE
    night.case.priority = Priority("P0")
    step = night.step()

    assert (step.tier, step.since, set(step.audience)) == (REGION, night.now, {FREE.who, BUSY.who})


SECOND_FREE = member(5)


def doubted(*staff: Staff, passed: tuple[int, ...] = ()) -> Night:
    night = night_of(*staff, passed=passed)
    night.case.plan.tier = first_tier(critical=False, doubted=True)
    return night


def test_a_doubted_bare_tap_begins_with_one_of_those_on_call() -> None:
    seen = tiers(doubted(FREE, SECOND_FREE, BUSY, COORDINATOR), 18)

    one = seen[0][1]
    assert len(one) == 1
    assert one < {1, 5}
    assert seen[0] == seen[3] == (ONE, one)
    assert [seen[minute] for minute in (6, 12, 18)] == [
        (ON_CALL, {1, 5}),
        (REGION, {1, 2, 5}),
        (COORDINATORS, {1, 2, 4, 5}),
    ]


def test_with_an_answer_nobody_doubts_it() -> None:
    night = doubted(FREE, SECOND_FREE)
    night.case.answers = {"place": "osh"}

    assert night.step().audience == (FREE.who, SECOND_FREE.who)


def test_doubt_passes_on_where_the_one_cannot() -> None:
    assert doubted(FREE, SECOND_FREE, passed=(1,)).step().audience == (SECOND_FREE.who,)
    assert doubted(BUSY, COORDINATOR).step().audience == (BUSY.who,)


def test_a_tier_without_anybody_is_passed_at_once() -> None:
    assert night_of(BUSY, COORDINATOR).step().tier == REGION
    assert night_of(ELSEWHERE, COORDINATOR).step().tier == COORDINATORS
    assert night_of(ELSEWHERE).step().tier == EVERYBODY
    assert night_of(FREE, COORDINATOR, passed=(1,)).step().audience == (COORDINATOR.who,)


def test_with_nobody_at_all_the_next_try_waits_its_turn() -> None:
    step = night_of(member(1, reachable=False), member(2, state="revoked")).step()

    assert (step.nobody, step.audience, step.again_at) == (True, (), START + REPEAT)


def test_who_said_no_is_asked_once_more_when_everybody_is() -> None:
    night = night_of(FREE, COORDINATOR, passed=(1,))

    seen = tiers(night, 60)

    assert all(1 not in who for minute, (_, who) in seen.items() if minute < 60)
    assert seen[60] == (EVERYBODY, {1, 4})


def test_no_setting_makes_it_spin() -> None:
    night = night_of(FREE, BUSY, COORDINATOR)
    night.repeat = night.escalate = 0

    for _ in range(20):
        step = night.step()
        assert step.again_at >= night.now + SECOND
        night.now = step.again_at
