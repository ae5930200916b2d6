"""The one question "is somebody held right now?": when it is asked, and when silence pages.

- It stands until it is answered; further messages never ask it twice, and never put its time off.
- Silence pages only where some message since it was asked spoke of police or custody.
- After ❌ it rests for a while: who tells a story in five messages is asked once. What is urgent is never asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.ids import CaseId
from bot.domain.triage.judgement import Judgement

RESTS = 15 * 60_000
NO_WORDS = "no-words"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question as it stands. Times in UTC milliseconds; `due` is None where silence means nothing.

    `about` is the report that was on hand, whose words are also in `said`: [{"said", "number"}].
    """

    since: int
    due: int | None = None
    how: str = "text"
    reasons: tuple[str, ...] = ()
    lang: str = ""
    about: CaseId | None = None
    said: tuple[dict[str, Any], ...] = field(default=())


def asked_after(standing: Asked | None, judged: Judgement, now: int, fallback: int, denied: int) -> Asked | None:
    """Return the question that stands after a message. `denied` is when ❌ was last tapped, 0 for never."""
    if judged.decision != "ask" or (standing is None and denied and now - denied < RESTS):
        return standing
    due = now + fallback if judged.speaks_of_police else None
    if standing is None:
        return Asked(now, due, how_said(judged), judged.reasons)
    reasons = tuple(dict.fromkeys((*standing.reasons, *judged.reasons)))
    return replace(standing, due=due if standing.due is None else standing.due, reasons=reasons)


def how_said(judged: Judgement) -> str:
    """Return how a case that follows was opened: from a "text", or from a "message" without words."""
    return "message" if NO_WORDS in judged.reasons else "text"


def asked_from(value: Mapping[str, Any] | None) -> Asked | None:
    """Rebuild the question from a person's row."""
    if value is None:
        return None
    return Asked(**{**value, "reasons": tuple(value["reasons"]), "said": tuple(value["said"])})
