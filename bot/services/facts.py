"""A case's coded fact: written again whenever something that is counted changes."""

from typing import Any

from bot.domain.case import Case
from bot.domain.facts import Fact, code_or_other, to_json
from bot.domain.priority import flags_of
from bot.domain.weeks import week_of
from bot.services.ports import Tx


def write(tx: Tx, case: Case) -> None:
    """Store what statistics may know of this case; a person who said no is not counted."""
    if case.answers.get("statistics") == "no":
        if case.fact is not None:
            tx.facts.drop(case.fact)
            case.fact = None
        return
    fact = fact_of(tx, case)
    case.fact = tx.facts.put(case.fact, fact.week, to_json(fact))


def fact_of(tx: Tx, case: Case) -> Fact:
    """Return the coded fact of a case as it stands."""
    closing = case.closing
    answers = case.answers
    return Fact(
        week=week_of(case.opened, tx.settings.hotline.timezone),
        kind=case.kind,
        urgent=case.urgent,
        mode=case.mode,
        language=case.lang,
        region=case.region,
        district=case.district,
        source=code_or_other(case.source),
        violations=tuple(closing.get("violations") or _codes(answers.get("what"))),
        perpetrators=_codes(answers.get("who-did")) or _codes(answers.get("agency")),
        flags=flags_of(case),
        beyond=tuple(case.beyond),
        amount=answers["amount"] if isinstance(answers.get("amount"), str) else "",
        claimed_after_s=_seconds(case, case.claimed_first),
        first_word_after_s=_seconds(case, case.word_first),
        outcome=closing.get("outcome"),
        qualifies=closing.get("qualifies"),
        extorted=closing.get("extorted"),
        withdrawn=case.withdrawn,
    )


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _seconds(case: Case, at: int | None) -> int | None:
    return None if at is None else max(0, (at - case.opened) // 1000)
