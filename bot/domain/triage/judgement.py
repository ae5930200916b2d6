"""What a first message is: urgent (pages go out), ask (one question goes back), or routine (the menu).

The rules of the decision, in this order:

1. A text without a word (a dot, a question mark, 🆘) is asked about, and silence pages.
2. A few words of nothing but custody ("забрали", "кармап кетти", "обыск") are urgent; with one unknown word, which may
   be a name, where somebody is named and the weights lean that way too.
3. A bare call ("помогите", "адвокат керек") is asked about; silence does not page, because nothing points to police.
4. All else is scored with the learnt weights, and two thresholds decide; a third one decides whether silence after
   the question pages, which it does only where the text names police or custody.

An overdose has a path of its own beside the decision: the ambulance answer goes out at once, whatever is decided.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain.triage.features import clip, groups
from bot.domain.triage.lexicon import Hit
from bot.domain.triage.model import Model
from bot.domain.triage.reasons import BARE, CALLS, CUSTODY, POLICE_OR_CUSTODY, WHO, coded
from bot.domain.triage.spelling import spell

Decision = Literal["urgent", "ask", "routine"]
Path = Literal["", "overdose"]
Medium = Literal["location", "voice", "photo", "sos", "other"]

_SHORT = _CALL = 6  # words
_LITTLE = frozenset(("у", "на", "с", "со", "к", "и", "а", "да", "еле", "го"))  # one spelling; they change nothing


@dataclass(frozen=True, slots=True)
class Judgement:
    decision: Decision
    reasons: tuple[str, ...]
    path: Path = ""
    speaks_of_police: bool = False  # after "ask": whether two minutes of silence page
    score: float = 0.0


def judge(text: str, model: Model) -> Judgement:
    """Any text at all; the work is bounded whatever its length."""
    words = clip(spell(text).split())
    if not any(word.strip("?🆘") for word in words):
        return _wordless(text, words)
    hits = model.lexicon.find(words)
    names = model.lexicon.names
    present = {names[concept] for hit in hits for concept in hit.concepts}
    members = list(groups(words, hits, model.lexicon))
    path: Path = "overdose" if model.overdose.score(members) > model.thresholds["overdose"] else ""
    score = model.urgent.score(members)
    unknown = _beside_custody(words, hits, present)
    if unknown == 0 or (unknown == 1 and score > model.thresholds["short"] and not present.isdisjoint(WHO)):
        return Judgement("urgent", (*coded(present, urgent=True), "short"), path, True, score)
    speaks = score > model.thresholds["page"] and not present.isdisjoint(POLICE_OR_CUSTODY)
    if score > model.thresholds["urgent"]:
        return Judgement("urgent", coded(present, urgent=True) or ("words",), path, speaks, score)
    if score > model.thresholds["ask"]:
        return Judgement("ask", coded(present, urgent=True) or ("words",), path, speaks, score)
    if _only_call(words, hits, present):
        return Judgement("ask", ("call-without-cause",), path, score=score)
    return Judgement("routine", coded(present, urgent=False) or ("nothing-of-custody",), path, speaks, score)


def judge_medium(medium: Medium, *, fresh_chat: bool) -> Judgement:
    """A message without text: a place from somebody who has not said a word yet is a call; all else is asked about."""
    if medium == "location" and fresh_chat:
        return Judgement("urgent", ("location", "no-words"), speaks_of_police=True)
    return Judgement("ask", (medium, "no-words"), speaks_of_police=True)


def _wordless(text: str, words: Sequence[str]) -> Judgement:
    """Marks and 🆘 are a call; hearts and thumbs are an answer to something."""
    marks = all(
        char == "🆘" or char.isspace() or unicodedata.category(char).startswith(("P", "C", "M")) for char in text[:99]
    )
    if marks or "🆘" in words:
        return Judgement("ask", ("no-words",), speaks_of_police=True)
    return Judgement("routine", ("no-words",))


def _beside_custody(words: Sequence[str], hits: Sequence[Hit], present: set[str]) -> int | None:
    """How many words the lexicon does not know in a short text of custody; None where it is no such text."""
    if len(words) > _SHORT or "?" in words or present.isdisjoint(CUSTODY) or not present <= BARE:
        return None
    known = {place for hit in hits for place in range(hit.start, hit.start + hit.size)}
    return sum(place not in known and word not in _LITTLE for place, word in enumerate(words))


def _only_call(words: Sequence[str], hits: Sequence[Hit], present: set[str]) -> bool:
    known = sum(hit.size for hit in hits)
    return (
        len(words) <= _CALL
        and known * 2 >= len(words)
        and not present.isdisjoint(("plea", "lawyer"))
        and present <= CALLS
    )
