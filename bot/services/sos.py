"""🆘: in the unit that handles it the case, its next escalation step and the pages exist.

One person's repeated 🆘 joins the case that is open.
"""

from bot.domain.case import Case
from bot.domain.people import Person
from bot.services import checkin, custody, facts, priority
from bot.services.escalate import judge_again, start
from bot.services.pages import refresh_staff
from bot.services.ports import Tx
from bot.services.screen import come_back, go, open_cases, person_of
from bot.services.words import deliver_waiting, take_waiting


def sos(tx: Tx, chat: int, lang: str = "", how: str = "tap") -> Case:
    """Open an urgent case for this chat, or join the open one; page lawyers at once."""
    person = person_of(tx, chat)
    come_back(person)
    if lang:
        person.lang = lang
    case = next((each for each in open_cases(tx, person) if each.urgent), None)
    if case is None:
        case = _open(tx, person, how)
    else:
        _join(tx, case, how)
    person.silent = case.mode == "me"
    take_waiting(tx, person, case)
    if case.notes.get("waiting"):
        deliver_waiting(tx, person, case)
    go(tx, person, "case", case.id)
    return case


def _open(tx: Tx, person: Person, how: str) -> Case:
    case = Case(
        id=tx.new_case_id(),
        code=tx.new_code(),
        kind="sos",
        opened=tx.now,
        lang=person.lang or tx.settings.hotline.languages[0],
        who=person.who,
        urgent=True,
        region=person.region,
        source=person.source,
    )
    case.record("opened", tx.now, "person", how=how)
    person.cases.append(case.id)
    case.priority = priority.current(tx, case)
    start(tx, case, doubted=person.doubted_until > tx.now)
    checkin.case_opened(tx, case)
    custody.review(tx, case)
    facts.write(tx, case)
    tx.cases.save(case)
    return case


def _join(tx: Tx, case: Case, how: str) -> None:
    case.record("sos-again", tx.now, "person", how=how)
    case.hidden = False
    case.priority.seen = []  # a new cry: whoever made the case lighter did not know of it
    refresh_staff(tx, case)
    judge_again(tx, case)
    tx.cases.save(case)
