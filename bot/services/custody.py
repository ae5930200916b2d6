"""⏰: the limits that run while somebody is held. Looked at anew whenever an answer changes, and when one comes near.

- The lawyer who holds the case is warned ahead, at the limit and after it, as the settings say.
- A case that nobody holds warns nobody ahead; at the limit its coordinators are told, for somebody must be. From
  the MOST-th such case within WINDOW on, one message leads to the list of all of them.
- The same warning rings at most once in CALM: whoever corrects an answer to and fro is not a bell.
- A limit passed beyond doubt is a coded fact (`Case.beyond`). A correction can take it back: the events keep both.
- What a lawyer records comes before what the person answered. Who records something sees it and is not rung for it.
"""

from typing import Any

from bot.domain.case import Case
from bot.domain.custody import KEY, MOMENTS, Clock, beyond, clocks, known_of
from bot.domain.ids import CaseId
from bot.domain.limits import TRACKS
from bot.domain.people import Staff
from bot.domain.priority import LEVELS, flags_of
from bot.services import facts
from bot.services.claim import Holding, touch
from bot.services.escalate import judge_again
from bot.services.pages import refresh_staff
from bot.services.ports import ANSWER, URGENT, Timer, Tx
from bot.services.priority import known

CUSTODY = "custody"
MOST = 5
WINDOW = 10 * 60_000
CALM = 15 * 60_000
LIST = "limits"
_TOLD = "told"
_NOT_FIRST = len(LEVELS)
"""The rank of what waits for the first page of every case."""


def clocks_of(tx: Tx, case: Case) -> list[Clock]:
    """Return the case's clocks."""
    return clocks(known_of(case, flags_of(case), tx.settings.zone), tx.catalog.limits.custody)


def recorded(case: Case) -> dict[str, Any]:
    """Return what lawyers recorded: moments {"at", "about"}, and the track."""
    return case.notes.setdefault(KEY, {})  # type: ignore[no-any-return]


def review(tx: Tx, case: Case, *, aloud: bool = True) -> None:
    """Look at the clocks anew: tell whom it concerns, note what has been passed, set the timer. The caller saves."""
    if case.state != "open":
        return
    found = clocks_of(tx, case)
    _note_passed(tx, case, found)
    news = [each for clock in found for each in _news(tx, case, clock)]
    if news and aloud:
        _tell(tx, case, max(news))
    waiting = [at for clock in found for at in _moments(tx, clock) if at > tx.now]
    if waiting:
        tx.timers.set(CUSTODY, case.id, min(waiting))
    else:
        tx.timers.cancel(CUSTODY, case.id)


def on_timer(tx: Tx, timer: Timer) -> None:
    """A limit has come near, or is over."""
    case = tx.cases.load(CaseId(timer.subject))
    if case is not None and case.state == "open":
        review(tx, case)
        refresh_staff(tx, case)
        if case.claim is not None:
            known(tx, case)  # the warning rings
        judge_again(tx, case)
        tx.cases.save(case)


def stop(tx: Tx, case: Case) -> None:
    """The case is being closed: nothing more comes, and what has been passed by now is a fact. The caller saves."""
    _note_passed(tx, case, clocks_of(tx, case))
    tx.timers.cancel(CUSTODY, case.id)


def record(tx: Tx, holding: Holding, name: str, at: int, *, about: bool) -> None:
    """Keep a moment; raises ValueError for one that is none, or has not come yet."""
    if name not in MOMENTS or at > tx.now:
        raise ValueError(name)
    recorded(holding.case)[name] = {"at": at, "about": about}
    _changed(tx, holding, name, moment=at, about=about)


def forget(tx: Tx, holding: Holding, name: str) -> None:
    """Take a moment back: what the person answered counts again. Raises KeyError where there is none."""
    del recorded(holding.case)[name]
    _changed(tx, holding, name)


def set_track(tx: Tx, holding: Holding, track: str) -> None:
    """Keep the track, "" for not known; raises ValueError for no such."""
    if track not in TRACKS:
        raise ValueError(track)
    recorded(holding.case)["track"] = track
    _changed(tx, holding, "track", value=track)


def _changed(tx: Tx, holding: Holding, what: str, **data: Any) -> None:
    case = holding.case
    case.record("custody", tx.now, "staff", who=holding.member.who, what=what, **data)
    touch(tx, case)
    review(tx, case, aloud=False)
    facts.write(tx, case)
    refresh_staff(tx, case)
    known(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)


def _note_passed(tx: Tx, case: Case, found: list[Clock]) -> None:
    now = beyond(found, tx.catalog.limits.custody, tx.now)
    if now == case.beyond:
        return
    for kind, codes in (
        ("limit-passed", set(now) - set(case.beyond)),
        ("limit-taken-back", set(case.beyond) - set(now)),
    ):
        for code in sorted(codes):
            case.record(kind, tx.now, "system", limit=code)
    case.beyond = now
    facts.write(tx, case)


def _news(tx: Tx, case: Case, clock: Clock) -> list[bool]:
    """Note what of a clock is spoken of now; return for each such moment whether it is the limit itself."""
    told = recorded(case).setdefault(_TOLD, {})
    come = [at for at in _moments(tx, clock) if at <= tx.now]
    new = come[told.get(clock.code, 0) :]
    told[clock.code] = len(come)
    return [at == clock.due for at in new]


def _moments(tx: Tx, clock: Clock) -> tuple[int, ...]:
    return clock.moments(tx.settings.custody.warn_before, tx.settings.custody.warn_after)


def _tell(tx: Tx, case: Case, reached: bool) -> None:  # noqa: FBT001 - the one fact there is
    holder = None if case.claim is None else tx.staff.load(case.claim.who)
    if holder is not None and holder.active and holder.reachable:
        _warn(tx, holder, case, URGENT if reached else ANSWER)
    elif reached:
        many = _are_many(tx)
        for member in tx.staff.all():
            if member.active and member.role == "coordinator":
                _warn(tx, member, None if many else case, URGENT)


def _are_many(tx: Tx) -> bool:
    """Count one more warning about a case that nobody looks after; tell whether there were MOST in this WINDOW."""
    since, told = tx.values.get(CUSTODY) or (tx.now, 0)
    if since <= tx.now - WINDOW:
        since, told = tx.now, 0
    tx.values.put(CUSTODY, (since, told + 1))
    return bool(told >= MOST)


def _warn(tx: Tx, member: Staff, case: Case | None, urgency: int) -> None:
    """Warn about a case, or with None about several at once."""
    slot, view = (LIST, "limit-warnings") if case is None else (warning_slot(case.id), "limit-warning")
    about = None if case is None else case.id
    tx.outbox.show(member, slot, view, case=about, urgency=urgency, rank=_NOT_FIRST, ring=True, calm=CALM)


def warning_slot(case_id: CaseId) -> str:
    """Return the slot in which a member is warned about a case."""
    return "limit:" + case_id.hex()
