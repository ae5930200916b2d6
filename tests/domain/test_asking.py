"""The one question: whatever is said after it, it stands, and what silence does is never put off."""

from dataclasses import asdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asking import RESTS, Asked, asked_after, asked_from, how_said
from bot.domain.triage.judgement import Judgement

FALLBACK = 120_000
judgements = st.builds(
    Judgement,
    decision=st.sampled_from(["urgent", "ask", "routine"]),
    reasons=st.lists(st.sampled_from(["police", "taken", "no-words", "voice"]), max_size=3).map(tuple),
    speaks_of_police=st.booleans(),
)
said = st.lists(st.tuples(judgements, st.integers(0, 10 * 60_000)), max_size=12)


def played(messages: list[tuple[Judgement, int]], denied: int = 0) -> list[tuple[int, Judgement, Asked | None]]:
    """Return what stands after each message."""
    now, asked, history = 10_000_000, None, []
    for judged, later in messages:
        now += later
        asked = asked_after(asked, judged, now, FALLBACK, denied)
        history.append((now, judged, asked))
    return history


@given(said)
def test_a_question_that_stands_goes_on_and_its_time_is_never_put_off(messages: list[tuple[Judgement, int]]) -> None:
    history = played(messages)
    for (_, _, before), (_, _, after) in pairwise(history):
        if before is None:
            continue
        assert after is not None
        assert after.since == before.since
        assert set(before.reasons) <= set(after.reasons)
        assert before.due is None or after.due == before.due


@given(said)
def test_silence_pages_two_minutes_after_the_first_unsure_words_that_speak_of_police(
    messages: list[tuple[Judgement, int]],
) -> None:
    history = played(messages)
    speaking = [at for at, judged, _ in history if judged.decision == "ask" and judged.speaks_of_police]

    due = history[-1][2].due if history and history[-1][2] is not None else None

    assert due == (speaking[0] + FALLBACK if speaking else None)


@given(judgements, st.integers(1, 10**7), st.integers(0, 2 * RESTS))
def test_after_no_it_rests_for_a_while_and_only_then(judged: Judgement, denied: int, later: int) -> None:
    asked = asked_after(None, judged, denied + later, FALLBACK, denied)

    assert (asked is not None) == (judged.decision == "ask" and later >= RESTS)


@given(said)
def test_it_comes_back_from_a_row_as_it_was(messages: list[tuple[Judgement, int]]) -> None:
    for _, judged, asked in played(messages):
        value = None if asked is None else {**asdict(asked), "reasons": list(asked.reasons), "said": []}
        assert asked_from(value) == asked
        assert how_said(judged) == ("message" if "no-words" in judged.reasons else "text")
