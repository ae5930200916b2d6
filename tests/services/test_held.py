"""What the records hold of words that were judged: codes; and one effect, whatever comes twice or too late."""

from functools import partial
from typing import Any

import pytest

from bot.clock import MINUTE
from bot.domain.case import Case
from bot.runtime.timers import TimerLoop
from bot.services import hear, held, report, sos
from bot.services.screen import person_of
from bot.services.timer_acts import ACTS, DAMAGED
from bot.triage import Triage
from storage.store import Store, Tx

PERSON = 701
URGENT = "Брата забрали менты, держат в отделе"
TRIAGE = Triage()


@pytest.fixture(name="store")
def _store(empty: Store) -> Store:
    return empty


async def say(store: Store, *words: str) -> None:
    for number, each in enumerate(words, 1):
        await store.run(partial(_say, words=each, number=number))


def _say(tx: Tx, words: str, number: int) -> None:
    held.take_in(tx, person_of(tx, PERSON), {"text": words}, number, TRIAGE, "ru")


async def wait(store: Store, minutes: int) -> None:
    store.clock.follow(store.clock.now() + minutes * MINUTE, 0)
    await TimerLoop(store, store.clock, ACTS, DAMAGED, {}, store.run).catch_up()


async def opened(store: Store) -> list[tuple[Case, dict[str, Any]]]:
    """Return every open urgent case with what its opening says."""

    def look(tx: Tx) -> list[tuple[Case, dict[str, Any]]]:
        urgent = [case for case in tx.cases.all_open() if case.urgent]
        return [(case, next(e.data for e in tx.cases.events(case.id) if e.kind == "opened")) for case in urgent]

    return await store.run(look) or []


async def test_an_opening_keeps_codes_and_not_the_words(store: Store) -> None:
    await say(store, URGENT)

    ((case, data),) = await opened(store)
    assert data == {"how": "text", "reasons": list(TRIAGE.judge(URGENT).reasons)}
    assert case.how == "text"
    assert case.lang == "ru"


async def test_silence_opens_one_case_however_often_its_timer_comes(store: Store) -> None:
    await say(store, ".")
    await wait(store, 3)
    await store.run(lambda tx: tx.timers.set(sos.ASK, tx.who(PERSON), tx.now))
    await wait(store, 1)

    ((case, data),) = await opened(store)
    assert data == {"how": "message", "reasons": ["no-words"], "doubt": "unconfirmed"}
    assert case.doubt == "unconfirmed"


async def test_words_of_a_question_are_not_drawn_into_a_report_that_is_begun_meanwhile(store: Store) -> None:
    await say(store, ".")
    await store.run(lambda tx: report.begin(tx, person_of(tx, PERSON)))
    await wait(store, 3)

    ((case, _),) = await opened(store)
    said = await store.run(lambda tx: [event.data for event in tx.cases.events(case.id) if event.kind == "said"])
    assert said == [{"text": "."}]


async def test_silence_pages_even_where_there_was_no_room_to_keep_the_words(store: Store) -> None:
    await say(store, *["спасибо"] * hear.MOST_WAITING)
    assert not (await store.run(lambda tx: person_of(tx, PERSON).asked))
    await say(store, ".")
    await wait(store, 3)

    ((case, _),) = await opened(store)
    assert case.doubt == "unconfirmed"


async def test_a_question_that_silence_does_not_answer_gives_its_words_to_the_report(store: Store) -> None:
    await say(store, "нужен адвокат")
    await store.run(lambda tx: report.begin(tx, person_of(tx, PERSON)))

    assert await store.run(lambda tx: person_of(tx, PERSON).waiting) == []
    assert await store.run(lambda tx: person_of(tx, PERSON).asked) is None


async def test_no_twice_or_about_nothing_is_refused_and_changes_nothing(store: Store) -> None:
    await say(store, URGENT)
    with pytest.raises(LookupError):
        await store.run(lambda tx: held.no(tx, person_of(tx, PERSON)))

    ((case, _),) = await opened(store)
    assert case.doubt == ""


async def test_any_number_of_messages_fits_into_a_person_s_row(store: Store) -> None:
    await say(store, *(f". {'ы' * 4000}" if number % 2 else "." for number in range(60)))
    await wait(store, 3)

    assert len(await opened(store)) == 1
