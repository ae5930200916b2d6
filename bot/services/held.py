"""Is somebody held right now? What a person writes without 🆘 is judged, and pages, is asked back, or waits.

- Urgent words are a 🆘. In a 📝 report they open an urgent case beside it, which names it and has the same words.
- Words that may be urgent are asked about, once: ✅ is a 🆘, ❌ leads to where the person was.
- Where they speak of police, silence pages too, and the case is marked "unconfirmed". A late ✅ confirms it; a late ❌
  is shown to lawyers, and a human still has to look: an officer may be the one tapping.
- A hidden chat is not asked. Silence pages for it as for any other.
- The answer to an open question of a report is asked about only where it speaks of police.
- What is said in an urgent case is not judged, but for an overdose: then the first-aid page is sent at once.
"""

from dataclasses import replace
from typing import Protocol

from bot.domain.asking import Asked, asked_after, how_said
from bot.domain.case import Case
from bot.domain.ids import Who
from bot.domain.people import Person
from bot.domain.sos_words import MAYBE_AN_ANSWER, is_sos
from bot.domain.triage.judgement import Judgement, Medium
from bot.services import hear, sos
from bot.services.hear import Said
from bot.services.pages import refresh_staff
from bot.services.ports import Timer, Tx
from bot.services.screen import SCREEN, go, hide_later, person_of

ASKED = "held"
"""The page with the question."""
FIRST_AID = "first-aid"
MOST_SAID = 20
_MEDIA: dict[str, Medium] = {
    "voice": "voice",
    "video_note": "voice",
    "audio": "voice",
    "photo": "photo",
    "video": "photo",
}
_NOTHING = Judgement("routine", ())


class Judge(Protocol):
    """The triage."""

    def judge(self, text: str) -> Judgement:
        """Judge a text."""
        ...

    def judge_medium(self, medium: Medium, *, fresh_chat: bool) -> Judgement:
        """Judge a message without text."""
        ...


def take_in(tx: Tx, person: Person, said: Said, number: int, judge: Judge, lang: str) -> None:
    """Keep what was said and do what it calls for. `lang` is what a stranger seems to speak, "" if unknown."""
    at_hand = hear.case_at_hand(tx, person)
    judged = _judged(judge, person, at_hand, said)
    _first_aid(tx, person, at_hand, judged)
    if judged.decision == "urgent" and (at_hand is None or not at_hand.urgent):
        if at_hand is not None:  # the report keeps its own words
            hear.hear(tx, person, said, number)
        _call(tx, person, at_hand, said, number, judged, lang)
    else:
        heard = hear.hear(tx, person, said, number)
        if heard != "answer" or judged.speaks_of_police:  # also where there is no room to keep it
            _ask(tx, person, at_hand, said, number, judged, lang)


def take_correction(tx: Tx, person: Person, said: Said, number: int, judge: Judge, lang: str) -> None:
    """A message was edited: keep that, and do what it calls for now, unless somebody is called already."""
    known = hear.is_known(tx, person, said, number)
    heard = hear.corrected(tx, person, said, number)
    about = hear.case_of(tx, person, number)
    if known or heard == "lost" or (about is not None and about.state == "closed"):
        return
    text = str(said.get("text", ""))
    cries = is_sos(text) and not (heard == "answer" and text.strip() == MAYBE_AN_ANSWER)
    judged = _judged(judge, person, about, said)
    if cries:
        judged = replace(judged, decision="urgent", reasons=())
    _first_aid(tx, person, about, judged)
    if sos.urgent_of(tx, person) is not None:
        return
    _correct_asked(tx, person, said, number)
    if judged.decision == "urgent":
        _call(tx, person, about, said, number, judged, lang)
    elif heard != "answer" or judged.speaks_of_police:
        _ask(tx, person, about, said, number, judged, lang)


def yes(tx: Tx, person: Person, lang: str) -> None:
    """✅: somebody is held."""
    asked = person.asked or Asked(tx.now, how="tap")
    sos.sos(tx, person.chat, lang, asked.how, asked.reasons)


def no(tx: Tx, person: Person) -> None:
    """❌: nobody is held. Raises LookupError where nothing is asked any more."""
    asked = sos.stop_asking(tx, person)
    if asked is not None:
        person.denied = tx.now
        report = None if asked.about is None else tx.cases.load(asked.about)
        go(tx, person, "whose") if report is None else go(tx, person, "case", report.id)
        return
    case = sos.urgent_of(tx, person)
    if case is None or case.doubt != "unconfirmed":
        raise LookupError(ASKED)
    case.doubt = "denied"
    case.record("denied", tx.now, "person")
    tx.cases.save(case)
    refresh_staff(tx, case)
    go(tx, person, "home", note="note-denied")


def on_timer(tx: Tx, timer: Timer) -> None:
    """Nobody has answered: page. Of a person who has erased everything since, only a mark without content is left."""
    person = tx.people.load(Who(timer.subject))
    if person is not None and sos.urgent_of(tx, person) is not None:
        return
    if person is None or person.asked is None:
        _leave_mark(tx)
        return
    case = sos.call(tx, person, person.asked.how, person.asked.reasons, doubt="unconfirmed")
    sos.take_said(tx, person, case)
    if not (person.hidden or person.blocked):
        person.page = {"name": ASKED, "case": case.id}
        tx.outbox.show(person, SCREEN, "screen", case=case.id, silent=True)
        hide_later(tx, person)
    tx.people.save(person)


def _judged(judge: Judge, person: Person, at_hand: Case | None, said: Said) -> Judgement:
    text = str(said.get("text") or "")
    if text.strip() or "media" not in said:
        return judge.judge(text)
    if at_hand is not None:
        return _NOTHING
    return judge.judge_medium(_MEDIA.get(said["media"]["kind"], "other"), fresh_chat=not person.waiting)


def _first_aid(tx: Tx, person: Person, at_hand: Case | None, judged: Judgement) -> None:
    """An overdose: say what to do now, whatever else follows. Who is held is sent no second message."""
    if judged.path == "overdose" and (at_hand is None or at_hand.mode != "me"):
        tx.outbox.show(person, FIRST_AID, FIRST_AID, silent=True, ring=True)


def _correct_asked(tx: Tx, person: Person, said: Said, number: int) -> None:
    """What is asked about goes on in the words it has now."""
    if person.asked is not None:
        now = ({**each, "said": said} if each["number"] == number else each for each in person.asked.said)
        person.asked = replace(person.asked, said=tuple(now))
        tx.people.save(person)


def _call(tx: Tx, person: Person, report: Case | None, said: Said, number: int, judged: Judgement, lang: str) -> None:
    """Urgent words are a 🆘, and the case has them."""
    case = sos.sos(tx, person.chat, "" if person.lang else lang, how_said(judged), judged.reasons, report)
    person = person_of(tx, person.chat)
    about = hear.case_of(tx, person, number)
    if about is None or about.id != case.id:  # it did not wait for a case, nor was it asked about
        hear.hear(tx, person, said, number)


def _ask(tx: Tx, person: Person, at_hand: Case | None, said: Said, number: int, judged: Judgement, lang: str) -> None:
    """Ask, unless it is asked already or somebody is called already; what was asked stays on the screen."""
    before = person.asked
    asked = asked_after(before, judged, tx.now, tx.settings.alerts.ask_fallback, person.denied)
    if asked is None or sos.urgent_of(tx, person) is not None:
        return
    if before is None:
        asked = replace(asked, lang=lang, about=None if at_hand is None else at_hand.id)
    if at_hand is not None and len(asked.said) < MOST_SAID and number not in {each["number"] for each in asked.said}:
        asked = replace(asked, said=(*asked.said, {"said": said, "number": number}))
    if asked.due is not None and (before is None or before.due is None):
        tx.timers.set(sos.ASK, person.who, asked.due)
    person.asked = asked
    tx.people.save(person)
    if not person.hidden:
        go(tx, person, ASKED, asked.about)


def _leave_mark(tx: Tx) -> None:
    languages = tx.settings.hotline.languages
    sos.begin(
        tx,
        Case(
            id=tx.new_case_id(),
            code=tx.new_code(),
            kind="sos",
            opened=tx.now,
            lang=languages[0],
            urgent=True,
            withdrawn=True,
            how="text",
            doubt="unconfirmed",
        ),
    )
