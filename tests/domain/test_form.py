"""Questionnaires: the order follows from the answers, ends, can be walked back, and wrong files are refused."""

import json
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import LONGEST, AnswerRefusedError, accept, is_coded
from bot.domain.codelists import CodeLists, CodesError
from bot.domain.form import SKIPPED, Form, FormError, forms_from_toml, next_question, open_questions, previous_question

BOT = Path(__file__).parents[2] / "bot"
CODES = CodeLists.from_toml(tomllib.loads((BOT / "codes.toml").read_text(encoding="utf8")))
FORMS = forms_from_toml(tomllib.loads((BOT / "form.toml").read_text(encoding="utf8")), CODES)

SMALL: dict[str, Any] = {
    "id": "small",
    "version": 1,
    "question": [
        {"id": "who", "kind": "choice", "options": ["me", "other"]},
        {"id": "region", "kind": "choice", "options": "region", "when": {"who": "other"}},
        {"id": "district", "kind": "choice", "options": "district", "within": "region", "more": True},
        {"id": "words", "kind": "text", "when": {"who": ["me", "other"]}},
    ],
}


def small() -> Form:
    """Return a form that has a condition, a group and a ➕."""
    return Form.from_toml(SMALL, CODES)


def walk(form: Form, data: st.DataObject, *, more: bool) -> tuple[list[str], dict[str, object]]:
    """Answer or skip whatever is asked until nothing is; return the order and the answers."""
    asked: list[str] = []
    answers: dict[str, object] = {}
    while (question := next_question(form, answers, more=more)) is not None:
        assert len(asked) < len(form.questions), "asks for ever"
        asked.append(question.id)
        options = st.sampled_from(question.open_options(answers) or ("own words",))
        raw = data.draw(st.none() | (st.lists(options) if question.kind == "multi" else options))
        answers[question.id] = SKIPPED if raw is None else accept(question, raw, answers)
    return asked, answers


forms = st.sampled_from(sorted(FORMS)).map(FORMS.__getitem__)


@given(form=forms, more=st.booleans(), data=st.data())
def test_any_answers_and_skips_come_to_an_end_in_the_form_s_order(
    form: Form, data: st.DataObject, *, more: bool
) -> None:
    asked, _ = walk(form, data, more=more)

    assert asked == [each.id for each in form.questions if each.id in asked]


@given(form=forms, more=st.booleans(), data=st.data())
def test_the_step_follows_from_the_stored_answers_alone(form: Form, data: st.DataObject, *, more: bool) -> None:
    """A restart, a trip through JSON and another order of the keys change nothing."""
    asked, answers = walk(form, data, more=more)

    cut = data.draw(st.integers(0, len(asked)))
    stored = json.loads(json.dumps({name: answers[name] for name in reversed(asked[:cut])}))
    following = next_question(form, stored, more=more)

    assert (following.id if following else None) == (asked[cut] if cut < len(asked) else None)


@given(form=forms, data=st.data())
def test_back_forgets_one_answer_at_a_time_down_to_none(form: Form, data: st.DataObject) -> None:
    asked, answers = walk(form, data, more=True)

    for name in reversed(asked):
        last = previous_question(form, answers)
        assert last is not None
        assert last.id == name
        del answers[last.id]
        again = next_question(form, answers, more=True)
        assert again == last
    assert previous_question(form, answers) is None


@given(form=forms, data=st.data())
def test_more_only_adds(form: Form, data: st.DataObject) -> None:
    """What waits behind ➕ can be taken up after the end, and changes no question before it."""
    asked, answers = walk(form, data, more=False)

    extra = [each.id for each in open_questions(form, answers, more=True) if each.id not in answers]

    assert [form.question(name).more for name in asked] == [False] * len(asked)
    assert all(form.question(name).more for name in extra)


def test_the_person_held_is_asked_two_things() -> None:
    form = FORMS["sos-me"]

    assert [each.id for each in open_questions(form, {})] == ["place", "flags"]
    assert all(each.urgent for each in open_questions(form, {}))
    assert "self-harm" not in form.question("flags").options


def test_the_relative_is_asked_where_what_when_and_how_to_recognise_the_person() -> None:
    asked = [each.id for each in open_questions(FORMS["sos-other"], {})]

    assert asked == ["place", "flags", "held-since", "description"]


def test_the_report_never_asks_whether_money_was_paid() -> None:
    form = FORMS["report"]

    assert form.question("amount").options[:2] == ("not-demanded", "sum-not-named")
    assert not [each.id for each in form.questions if "paid" in each.id or "name" in each.id]


def test_a_condition_opens_and_closes_a_question() -> None:
    report = FORMS["report"]
    yes = {each.id for each in open_questions(report, {"checkins": "yes"})}
    no = {each.id for each in open_questions(report, {"checkins": "no"})}
    skipped = {each.id for each in open_questions(report, {"checkins": SKIPPED})}

    assert yes - no == {"hours"}
    assert no == skipped


@pytest.mark.parametrize("place", [{"text": "возле базара"}, {"lat": 40.5, "lon": 72.8}, "unknown", SKIPPED])
def test_no_district_is_asked_for_without_a_region(place: object) -> None:
    asked = [each.id for each in open_questions(FORMS["sos-me"], {"place": place}, more=True)]

    assert "district" not in asked


def test_districts_are_those_of_the_region() -> None:
    district = FORMS["report"].question("district")

    assert accept(district, "osh-city", {"region": "osh"}) == "osh-city"
    with pytest.raises(AnswerRefusedError, match="not-an-option"):
        accept(district, "osh-city", {"region": "talas"})


def test_another_region_asks_for_the_district_again() -> None:
    answers: dict[str, object] = {"what": [], "when": "today", "region": "osh", "district": "osh-city"}
    assert (following := next_question(FORMS["report"], answers))
    assert following.id == "who-did"

    answers["region"] = "talas"

    assert (following := next_question(FORMS["report"], answers))
    assert following.id == "district"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "who", "kind": "text"}, "stands twice"),
        ({"id": "new", "kind": "essay"}, "unknown kind"),
        ({"id": "new", "kind": "choice", "options": "planets"}, "no list 'planets'"),
        ({"id": "new", "kind": "choice"}, "do not fit"),
        ({"id": "new", "kind": "choice", "options": ["a", "a"]}, "stands there twice"),
        ({"id": "new", "kind": "text", "options": ["a"]}, "do not fit"),
        ({"id": "new", "kind": "text", "when": {"later": "yes"}}, "does not come before"),
        ({"id": "new", "kind": "text", "when": {"who": "nobody"}}, "can never be"),
        ({"id": "new", "kind": "choice", "options": "region", "within": "who"}, "can never be"),
        ({"id": "new", "kind": "choice", "options": "region", "without": ["moon"]}, "not an option"),
        ({"id": "new", "kind": "text", "wehn": {"who": "me"}}, "unknown key wehn"),
    ],
)
def test_a_wrong_question_is_refused_with_its_name(change: dict[str, Any], says: str) -> None:
    wrong = deepcopy(SMALL)
    wrong["question"].append(change)

    with pytest.raises(FormError, match=says) as caught:
        Form.from_toml(wrong, CODES)
    assert repr(change["id"]) in str(caught.value)


def test_a_condition_on_a_later_question_is_refused() -> None:
    wrong = deepcopy(SMALL)
    wrong["question"].reverse()

    with pytest.raises(FormError, match="does not come before"):
        Form.from_toml(wrong, CODES)


def test_two_forms_of_one_name_are_refused() -> None:
    with pytest.raises(FormError, match="same id"):
        forms_from_toml({"form": [SMALL, SMALL]}, CODES)


@pytest.mark.parametrize(
    ("question", "raw", "reason"),
    [
        ("amount", "a lot", "not-an-option"),
        ("amount", ["over-50000"], "not-an-option"),
        ("what", ["beaten", "tickled"], "not-an-option"),
        ("words", " \n ", "empty"),
        ("words", "ы" * (LONGEST + 1), "too-long"),
        ("when", "", "empty"),
    ],
)
def test_what_does_not_fit_is_refused_without_quoting_it(question: str, raw: Any, reason: str) -> None:
    with pytest.raises(AnswerRefusedError) as caught:
        accept(FORMS["report"].question(question), raw, {})

    assert caught.value.reason == reason
    assert str(caught.value) == reason


@pytest.mark.parametrize("raw", [(91.0, 0.0), (0.0, 180.5), (float("nan"), 0.0), (1.0,), ("42", "74"), ()])
def test_no_point_outside_the_earth(raw: Any) -> None:
    with pytest.raises(AnswerRefusedError, match="not-a-place"):
        accept(FORMS["sos-me"].question("place"), raw, {})


def test_codes_and_own_words_are_told_apart() -> None:
    """Only codes may ever be counted, whatever somebody types."""
    place, when = FORMS["sos-me"].question("place"), FORMS["report"].question("when")

    assert is_coded(accept(place, "osh", {}))
    assert is_coded(accept(when, "yesterday", {}))
    assert accept(place, " Ош, у базара ", {}) == {"text": "Ош, у базара"}
    assert accept(place, (40.5, 72), {}) == {"lat": 40.5, "lon": 72.0}
    assert not is_coded(accept(when, "позавчера около 14:30", {}))
    assert not is_coded(SKIPPED)


@given(st.text(max_size=50))
def test_a_question_for_words_keeps_any_words(text: str) -> None:
    words = FORMS["report"].question("words")
    if text.strip():
        stored = accept(words, text, {})
        assert stored == {"text": text.strip()}
        assert not is_coded(stored)


@given(st.lists(st.sampled_from(CODES.lists["violation"])))
def test_several_answers_are_stored_once_each_in_the_list_s_order(chosen: list[str]) -> None:
    stored = accept(FORMS["report"].question("what"), chosen, {})

    assert stored == [each for each in CODES.lists["violation"] if each in chosen]


def test_an_old_button_of_an_unknown_question_says_so() -> None:
    with pytest.raises(KeyError):
        small().question("shoe-size")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("мени Ошто кармашты", "osh"),
        ("забрали в Жалал-Абаде", "jalal-abad"),
        ("Ысык-Көлдө, Каракол", "issyk-kul"),
        ("БИШКЕК", "bishkek"),
        ("Өзгөндө", "osh"),
        ("ошол жерде", None),
        ("на Ошском рынке", None),
        ("Ош базары, Бишкек", None),
        ("Бишкек же Ош", None),
        ("Токмокко чейин токмок", None),
        ("", None),
    ],
)
def test_a_region_is_recognised_only_where_it_is_sure(text: str, region: str | None) -> None:
    assert CODES.recognise("region", text) == region


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"list": {"a": ["x", "x"]}}, "each of them once"),
        ({"list": {"a": []}}, "needs ids"),
        ({"list": {"a": ["Да"]}}, "not an id"),
        ({"list": {"a": {"x": ["y"], "z": ["y"]}}}, "each of them once"),
        ({"list": {"a": ["x"]}, "spelling": {"a": {"q": ["w"]}}}, "not in the list"),
        ({"list": {"a": ["x", "y"]}, "spelling": {"a": {"x": ["w"], "y": ["W"]}}}, "stands for two"),
    ],
)
def test_a_wrong_code_list_is_refused(broken: dict[str, Any], says: str) -> None:
    with pytest.raises(CodesError, match=says):
        CodeLists.from_toml({"version": 1, **broken})


def test_every_region_but_the_unknown_one_has_districts() -> None:
    assert [*CODES.groups["district"], "unknown"] == list(CODES.lists["region"])
    for region, ids in CODES.groups["district"].items():
        assert all(each.startswith(f"{region}-") for each in ids)
