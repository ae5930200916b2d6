"""Everything said in a case so far, and the short lines that tell a lawyer where their words went."""

from typing import Any

from bot.domain.case import Event
from bot.domain.ids import show_code
from bot.domain.parts import clip, units
from bot.services import set_priority
from bot.views import priority
from bot.views.fit import LONGEST, clock_time, newest_that_fit
from bot.views.guard import case_of, held_case, member_of
from bot.views.screen import Look, Screen

SAID = {
    "said": "person",
    "corrected": "corrected",
    "answered-by-staff": "staff",
    "note": "note",
    "priority-set": "priority",
}


def all_words(look: Look) -> Screen:
    """Return what was said, newest last; what does not fit is the oldest."""
    case = held_case(look)
    lines = [_line(look, event) for event in look.tx.cases.events(case.id) if event.kind in SAID]
    head = look.t("all-words-header", code=show_code(case.code))
    kept = newest_that_fit(lines, LONGEST - units(head) - 2) if lines else [look.t("all-words-none")]
    return Screen("\n".join([head, "", *kept]))


def many(look: Look) -> Screen:
    """Return that more is being said than is shown one by one, and where all of it is."""
    case = held_case(look)
    return Screen(look.t("words-many", code=show_code(case.code)), [[look.button("button-all-words", "words")]])


def _line(look: Look, event: Event) -> str:
    said = str(event.data.get("text") or "")
    media = event.data.get("media")
    if isinstance(media, dict):
        said = f"[{media_name(look, media)}] {said}".rstrip()
    change = {name: event.data[name] for name in ("was", "priority") if event.kind == "priority-set"}
    words = said or look.t("words-empty")
    return look.t(f"all-words-{SAID[event.kind]}", time=clock_time(look, event.at), words=words, **change)


def media_name(look: Look, media: dict[str, Any]) -> str:
    """Return what a kind of media is called."""
    text_id = f"media-{media.get('kind')}"
    return look.t(text_id if text_id in look.texts.ids(look.lang) else "media-other")


def sent(look: Look) -> Screen:
    """Return what became of a lawyer's words; "being sent" only when they are."""
    case = held_case(look)
    lines = [look.t(f"words-{look.args['outcome']}", code=show_code(case.code))]
    if look.args.get("money"):
        lines.append(look.t("words-money-reminder"))
    return Screen("\n".join(lines))


def not_delivered(look: Look) -> Screen:
    """Return that the person's chat refused what the lawyer wrote."""
    return Screen(look.t("words-gone", code=show_code(held_case(look).code)))


def whom(look: Look) -> Screen:
    """Return the question which of the lawyer's cases the words that wait are for."""
    member = member_of(look)
    waiting = member.page.get("said")
    if not waiting:
        raise LookupError("nothing waits")
    cases = [each for each in map(look.tx.cases.load, member.open) if each is not None and each.claim is not None]
    rows = [[look.button("button-words-to", "to", each.id, code=show_code(each.code))] for each in cases]
    preview = "\n".join(clip(str(each.get("text") or look.t("media-other")), 200) for each in waiting[-5:])
    return Screen(f"{look.t('words-whom')}\n\n{preview}", [*rows, [look.button("button-words-drop", "to-none")]])


def note_ask(look: Look) -> Screen:
    """Return the request to write a note; the note may change the priority, once another one has been chosen."""
    member, case = member_of(look), case_of(look)
    no = [look.button("button-note-no", "note-no")]
    level = member.page.get("level")
    if level is not None and set_priority.may_set(member, case):
        return Screen(look.t("priority-ask", code=show_code(case.code), priority=level), [no])
    lines = [look.t("note-ask", code=show_code(held_case(look).code)), look.t("note-ask-priority")]
    return Screen("\n".join(lines), [priority.levels(look, case), *priority.marks(look, case), no])
