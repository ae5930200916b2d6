"""📝: something that happened. A draft, with a data key of its own, until the person sends it.

- One draft a person: a second 📝 goes on with the first. With MOST_OPEN sent and open, it adds to the newest of them.
- A draft that is not sent within a day is destroyed.
- A report is opened when it is sent: from then on somebody can be late.
- It rings nobody: lawyers of the region get a quiet page, so that one of them can take it.
"""

from bot.domain.case import Case
from bot.domain.ids import CaseId
from bot.domain.people import Person
from bot.services import checkin, facts, priority
from bot.services.escalate import offer
from bot.services.ports import Timer, Tx
from bot.services.screen import come_back, go, open_cases
from bot.services.words import take_waiting

DRAFT = "draft"
MOST_OPEN = 20
"""Everything a person taps looks at their cases: more of them would slow the hotline down for all others."""
DRAFT_LIVES = 24 * 60 * 60_000


def begin(tx: Tx, person: Person) -> Case:
    """Begin a draft, or go on with the one that was begun. Words that silence would page for wait for that."""
    come_back(person)
    sent = [case for case in open_cases(tx, person) if case.kind == "report"]
    full = len(sent) >= MOST_OPEN
    case = draft_of(tx, person) or (sent[-1] if full else _new(tx, person))
    if person.asked is None or person.asked.due is None:
        person.asked = None
        take_waiting(tx, person, case)
    go(tx, person, "case", case.id, **({"note": "note-reports-many"} if full else {}))
    return case


def draft_of(tx: Tx, person: Person) -> Case | None:
    """Return the person's draft, if there is one."""
    found = (tx.cases.load(case_id) for case_id in person.cases)
    return next((case for case in found if case is not None and case.state == "draft"), None)


def send(tx: Tx, person: Person, case: Case) -> None:
    """🏁: the draft becomes an open report. Raises LookupError when it has been sent already."""
    if case.state != "draft":
        raise LookupError(case.id)
    case.state, case.opened = "open", tx.now
    case.lang = person.lang or case.lang
    case.record("opened", tx.now, "person", how="report")
    tx.timers.cancel(DRAFT, case.id)
    priority.judge(tx, case)
    checkin.case_opened(tx, case)
    offer(tx, case)
    facts.write(tx, case)
    tx.cases.save(case)
    go(tx, person, "case", case.id)


def drop(tx: Tx, person: Person, case: Case) -> None:
    """Destroy a draft; raises LookupError when it is none."""
    if case.state != "draft":
        raise LookupError(case.id)
    _destroy(tx, person, case)
    go(tx, person, "home", note="note-draft-dropped")


def on_timer(tx: Tx, timer: Timer) -> None:
    """A draft that nobody sent is destroyed; its screen, if it stands, goes back to the menu."""
    case = tx.cases.load(CaseId(timer.subject))
    person = None if case is None or case.who is None else tx.people.load(case.who)
    if case is None or case.state != "draft":
        return
    if person is None:
        tx.cases.destroy(case.id)
        return
    was_shown = person.page.get("case") == case.id
    _destroy(tx, person, case)
    if was_shown:
        person.page = {"name": "home"}
        if not (person.hidden or person.blocked):
            tx.outbox.show(person, "screen", "screen", silent=True)
    tx.people.save(person)


def _new(tx: Tx, person: Person) -> Case:
    case = Case(
        id=tx.new_case_id(),
        code=tx.new_code(),
        kind="report",
        opened=tx.now,
        lang=person.lang or tx.settings.hotline.languages[0],
        who=person.who,
        state="draft",
        region=person.region,
        source=person.source,
    )
    case.record("begun", tx.now, "person")
    tx.timers.set(DRAFT, case.id, tx.now + DRAFT_LIVES, exact=False)
    tx.cases.save(case)
    person.cases.append(case.id)
    return case


def _destroy(tx: Tx, person: Person, case: Case) -> None:
    tx.timers.cancel_all(case.id)
    tx.cases.destroy(case.id)
    person.cases = [each for each in person.cases if each != case.id]
