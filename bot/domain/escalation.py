"""Who is paged now, and when the next step is due.

- First those on call in the region. With no rota yet: every lawyer of the region who is not busy.
- A critical case begins a tier further; a bare tap from a chat that is doubted begins with one of those on call.
- After `escalate_after`: all lawyers of the region; after as long again: coordinators too.
- Within a tier the same people are paged every `repeat_every`.
- After an hour everybody, whatever the region, each at a slower beat; coordinators in any case. Never an end.
- A tier in which nobody can be reached is passed at once. When nobody at all can be reached, that is an
  alarm, and the next try waits `repeat_every`.
- Who has said no is not paged again for this case before the last tier, where everybody is asked once more.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.ids import Who
from bot.domain.people import Staff
from bot.domain.priority import CRITICAL, is_answered

ONE, ON_CALL, REGION, COORDINATORS, EVERYBODY = range(-1, 4)
WIDEN_AFTER = 60 * 60_000
WIDE_BEAT = 20 * 60_000


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now: the tier, whom to page, when to come back, and whether nobody could be paged."""

    tier: int
    since: int
    audience: tuple[Who, ...]
    again_at: int
    nobody: bool


def first_tier(*, critical: bool, doubted: bool = False) -> int:
    """Return where a plan begins: a critical case pages two tiers at once, a doubted one part of the first."""
    if critical:
        return REGION
    return ONE if doubted else ON_CALL


def next_step(
    case: Case, regions: Sequence[str], staff: Sequence[Staff], now: int, repeat_every: int, escalate_after: int
) -> Step:
    """Decide the step that is due at `now` for a case nobody has claimed. `regions` are those to page in."""
    plan = case.plan
    tier, since = plan.tier, plan.since or now
    floor = first_tier(critical=case.priority.level == CRITICAL, doubted=not is_answered(case))
    if tier < floor:
        tier, since = floor, now
    if now - case.opened >= WIDEN_AFTER:
        tier = EVERYBODY
    else:
        while tier < COORDINATORS and now - since >= escalate_after:  # several at once after a downtime
            tier, since = tier + 1, since + escalate_after
    audience = _audience(tier, case, regions, staff, now)
    while not audience and tier < EVERYBODY:
        tier, since = tier + 1, now
        audience = _audience(tier, case, regions, staff, now)
    return Step(
        tier, since, audience, _again_at(case, tier, since, now, repeat_every, escalate_after, audience), not audience
    )


def _audience(tier: int, case: Case, regions: Sequence[str], staff: Sequence[Staff], now: int) -> tuple[Who, ...]:
    there = set(regions)
    chosen = []
    for member in staff:
        if not (member.active and member.reachable):
            continue
        if tier < EVERYBODY and member.who in case.plan.passed:
            continue
        if member.role == "coordinator":
            wanted = tier >= COORDINATORS
        elif tier <= ON_CALL:
            wanted = bool(there & set(member.regions)) and member.busy_until <= now
        else:
            wanted = tier == EVERYBODY or bool(there & set(member.regions))
        if wanted:
            chosen.append(member.who)
    if tier == ONE and chosen:
        chosen = [chosen[int.from_bytes(case.id) % len(chosen)]]  # not always the same of them
    return tuple(chosen)


def _again_at(
    case: Case, tier: int, since: int, now: int, repeat_every: int, escalate_after: int, audience: tuple[Who, ...]
) -> int:
    if tier == EVERYBODY and now - case.opened >= WIDEN_AFTER and audience:
        return now + WIDE_BEAT
    due = now + repeat_every
    if tier < COORDINATORS:
        due = min(due, since + escalate_after)
    if now < case.opened + WIDEN_AFTER:
        due = min(due, case.opened + WIDEN_AFTER)
    return max(due, now + 1_000)
