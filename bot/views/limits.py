"""⏰ on the card: what is due when in custody, what it rests on, and how a lawyer records what is known."""

from collections.abc import Sequence

from bot.domain.case import Case
from bot.domain.custody import MOMENTS, Clock, known_of
from bot.domain.ids import show_code
from bot.domain.priority import flags_of, marked_by_staff
from bot.domain.when import Span
from bot.services import custody
from bot.views import deadlines
from bot.views.basis import basis_words
from bot.views.fit import clock_time
from bot.views.guard import case_of, member_of
from bot.views.limit_moment import NAMES, choices
from bot.views.moments import moment_words, span_words
from bot.views.screen import HOME, Button, Look, Screen, pairs

FLAGS = ("minor", "medicine")


def card_lines(look: Look, case: Case) -> list[str]:
    """Return what the card says of limits: what is due when, as of now, and that it wants confirming."""
    found = custody.clocks_of(look.tx, case) if case.state == "open" else []
    lines = [line for line in (_line(look, clock) for clock in found) if line]
    if not lines and not case.deadlines:
        return []
    shown = [*lines, *deadlines.lines(look, case)]
    head = look.t("card-limits", time=clock_time(look, look.tx.now))
    return [head, *shown, *([look.t("limits-unconfirmed")] if not _all_confirmed(look, found, case) else [])]


def page(look: Look, case: Case, step: dict[str, str]) -> Screen:
    """Return the card while it shows limits, or asks for a moment."""
    name = step.get("name", "")
    if not name:
        return _overview(look, case)
    head = [look.t("card-header", code=show_code(case.code)), "", look.t(f"limit-ask-{NAMES[name]}")]
    return Screen("\n".join(head), choices(look, case, step))


def warning(look: Look) -> Screen:
    """Return that a limit comes near or is over: to the case's lawyer, or to coordinators while nobody holds it."""
    member, case = member_of(look), case_of(look)
    mine = case.claim is not None and case.claim.who == member.who
    if case.state != "open" or not (mine or member.role == "coordinator"):
        raise LookupError("not yours")
    ahead = max(look.tx.settings.custody.warn_before, default=0)
    near = [each for each in custody.clocks_of(look.tx, case) if each.due - ahead <= look.tx.now]
    lines = [line for line in (_line(look, clock) for clock in near) if line]
    if not lines:
        raise LookupError("nothing is near any more")
    head = [look.t("limit-warning", code=show_code(case.code)), *([] if mine else [look.t("limit-nobody")])]
    unsure = [] if _all_confirmed(look, near, None) else [look.t("limits-unconfirmed")]
    button = (
        look.button("button-limits", "lim-here")
        if mine
        else look.button("button-staff-case", "o-case", code=show_code(case.code))
    )
    return Screen("\n".join([*head, *lines, *unsure]), [[button]])


def warnings(look: Look) -> Screen:
    """Return that the time of several cases is over that nobody holds; the list of open ones shows which."""
    return Screen(look.t("limit-warnings"), [[look.button("button-open", "s-open", HOME)]])


def _overview(look: Look, case: Case) -> Screen:
    found = custody.clocks_of(look.tx, case)
    limits = {each.code: each for each in look.tx.catalog.limits.custody}
    lines = [
        look.t("card-header", code=show_code(case.code)),
        "",
        look.t("card-limits", time=clock_time(look, look.tx.now)),
    ]
    for clock in found:
        lines.append(_line(look, clock) or look.t("limit-ended", label=look.code("limit", clock.code)))
        marks = [look.t("limit-assumed")] if clock.assumed else []
        marks += [look.t("limit-inference")] if limits[clock.code].inference else []
        limit = limits[clock.code]
        lines.append("   " + " · ".join([basis_words(look, limit.basis, health=limit.start == "dose"), *marks]))
    if not found:
        lines.append(look.t("limits-none"))
    lines += ["", *_known_lines(look, case), *deadlines.lines(look, case)]
    return Screen("\n".join(lines), _choices(look, case))


def _choices(look: Look, case: Case) -> list[list[Button]]:
    track = custody.recorded(case).get("track", "")
    tracks = [
        look.button(_mark(track == each), f"lim-tr.{each}", label=look.t(f"limit-track-{each}"))
        for each in ("criminal", "offence")
    ]
    moments = [look.button(f"button-limit-{name}", f"lim-t.{letter}") for letter, name in NAMES.items()]
    return [
        *pairs(moments[:2], 1),
        *pairs(tracks, 1),
        *pairs(_ticks(look, case), 1),
        *pairs(moments[2:], 1),
        [look.button("button-deadlines", "dl")],
        [look.button("button-back", "card-back")],
    ]


def _ticks(look: Look, case: Case) -> list[Button]:
    """Return the flags that clocks hang on and that nobody has told."""
    marked, weighing = marked_by_staff(case), look.tx.catalog.priorities.flags
    told = set(flags_of(case)) - set(marked)
    return [
        look.button(_mark(flag in marked), f"lim-fl.{weighing.index(flag)}", label=look.code("flag", flag))
        for flag in FLAGS
        if flag in weighing and flag not in told
    ]


def _known_lines(look: Look, case: Case) -> list[str]:
    """Return what is known, and whether the person said it or a lawyer recorded it."""
    kept = custody.recorded(case)
    known = known_of(case, (), look.tx.settings.zone)
    spans = {"held-since": known.held, "brought-in": known.brought, "last-dose": known.dose}
    spans |= {end: Span(at, at) for end, at in known.ended.items()}
    lines = []
    for name in MOMENTS:
        span = spans.get(name)
        if span is not None:
            by = look.t("limit-by-lawyer" if name in kept else "limit-by-person")
            lines.append(look.t("limit-known", label=look.t(f"limit-name-{name}"), value=_span(look, span), by=by))
    return lines


def _span(look: Look, span: Span) -> str:
    if span.start == span.end:
        return moment_words(look, span.end)
    if span.start is None:
        return look.t("limit-known-before", last=moment_words(look, span.end))
    return look.t("limit-known-between", first=moment_words(look, span.start), last=moment_words(look, span.end))


def _line(look: Look, clock: Clock) -> str:
    """Return one clock in words, "" for one that was ended in time."""
    now = look.tx.now
    if clock.stopped is not None and clock.stopped <= now and not clock.over(now):
        return ""
    about = "-about" if clock.approximate or clock.assumed else ""
    kind = f"ahead{about}"
    if clock.over(now):
        kind = "was-over" if clock.stopped is not None else "over" if clock.passed(now) else f"over{about}"
    return look.t(
        f"limit-{kind}",
        label=look.code("limit", clock.code),
        when=moment_words(look, clock.due),
        span=span_words(look, clock.until(now) - clock.due),
    )


def _all_confirmed(look: Look, found: Sequence[Clock], case: Case | None) -> bool:
    limits = look.tx.catalog.limits
    custody_shown = {each.code for each in found}
    bases = [each.basis for each in limits.custody if each.code in custody_shown]
    bases += [each.basis for each in limits.deadlines if case is not None and each.code in case.deadlines]
    return all(each.confirmed for each in bases)


def _mark(on: bool) -> str:  # noqa: FBT001 - the one fact there is
    return "option-chosen" if on else "option-open"
