"""Words on their way between a person and a lawyer. Neither sees who the other is."""

from typing import Any

from bot.domain.ids import show_code
from bot.domain.parts import NO_CAPTION, messages_of
from bot.views.screen import Look, Screen


def from_person(look: Look) -> Screen:
    """Return what the person said, headed by the case's code."""
    event = look.event(look.args["n"])
    if event is None or look.case is None:
        raise LookupError("event")
    head = look.t("words-corrected" if event.kind == "corrected" else "words-header", code=show_code(look.case.code))
    return _with_head(look, head, event.data)


def from_staff(look: Look) -> Screen:
    """Return what the lawyer said. Its first words are neutral: they are what a lock screen shows."""
    event = look.event(look.args["n"])
    if event is None:
        raise LookupError("event")
    return _with_head(look, look.t("words-from-staff-header"), event.data)


def _with_head(look: Look, head: str, data: dict[str, Any]) -> Screen:
    """Return the part of a message that this row is about, under its heading; raises LookupError for none such."""
    said = messages_of(data)[look.args.get("part", 0)]
    media, text = said.get("media"), said.get("text", "")
    if media is not None:
        return Screen("" if media["kind"] in NO_CAPTION else f"{head}\n{text}".strip(), media=media)
    body = text or ("" if data.get("media") else look.t("words-empty"))
    return Screen(f"{head}\n\n{body}".strip())
