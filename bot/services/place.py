"""A point on the map that the person sent: the answer to "where", or words for the lawyer."""

from bot.domain.answer import Answer, accept
from bot.domain.case import Case
from bot.domain.people import Person
from bot.services import facts, words
from bot.services.answer import UNKNOWN_REGION
from bot.services.escalate import judge_again
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.screen import go, touch

_NEAR = 0.0005
"""Degrees, about 50 m: a live location that moved less has not moved."""


def point(tx: Tx, person: Person, case: Case, lat: float, lon: float) -> bool:
    """Keep a point as the place of an urgent case, unless a region was chosen there; tell whether it was kept so."""
    if case.kind != "sos" or _is_region(case.answers.get("place")):
        return False
    _store(tx, case, lat, lon)
    go(tx, person, "case", case.id)
    return True


def moved(tx: Tx, person: Person, case: Case, lat: float, lon: float) -> None:
    """A live location goes on: show the lawyer where, without a sound."""
    before = case.answers.get("place")
    if isinstance(before, dict) and "lat" in before and abs(before["lat"] - lat) + abs(before["lon"] - lon) < _NEAR:
        return
    if case.kind == "sos" and not _is_region(before):
        _store(tx, case, lat, lon)
    else:
        words.corrected(tx, case, {"media": {"kind": "location", "lat": lat, "lon": lon}})
    touch(tx, person)


def _store(tx: Tx, case: Case, lat: float, lon: float) -> None:
    """Keep the point; raises AnswerRefusedError. The question is the same whoever is held, so no mode is needed."""
    form = tx.catalog.forms[f"sos-{case.mode or 'me'}"]
    value: Answer = accept(form.question("place"), (lat, lon), case.answers)
    case.answers["place"] = value
    case.record("answered", tx.now, "person", question="place", answer=value, form=form.version)
    facts.write(tx, case)
    refresh_staff(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)


def _is_region(value: object) -> bool:
    return isinstance(value, str) and value != UNKNOWN_REGION
