import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.triage.features import HASHED, dense
from bot.domain.triage.model import Model, ModelError
from bot.domain.triage.spelling import HEAD, TAIL, spell
from bot.triage import ARTEFACT, Triage
from corpus.read import TRAIN, messages

TRIAGE = Triage()
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяөүң abcdefghijklmnopqrstuvwxyz 0123456789 .,!?'’\"()🆘😭🚔\n"
TYPED = st.text(alphabet=LETTERS, max_size=300)
ANYTHING = st.text(max_size=400)


@given(ANYTHING | TYPED)
@settings(max_examples=300)
def test_any_text_is_judged_and_judged_the_same_twice(text: str) -> None:
    first = TRIAGE.judge(text)
    assert first == Triage().judge(text) if len(text) < 3 else first == TRIAGE.judge(text)
    assert first.decision in ("urgent", "ask", "routine")
    assert first.reasons


@given(TYPED)
@settings(max_examples=300)
def test_spelling_twice_changes_nothing(text: str) -> None:
    once = spell(text)
    assert len(once) > HEAD + TAIL or spell(once) == once


@given(ANYTHING | TYPED)
@settings(max_examples=300)
def test_how_letters_are_composed_changes_nothing(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert TRIAGE.judge(composed) == TRIAGE.judge(apart)


@given(TYPED)
@settings(max_examples=300)
def test_capital_letters_change_nothing(text: str) -> None:
    assert TRIAGE.judge(text.upper()) == TRIAGE.judge(text.lower())


def test_written_messages_keep_their_judgement_in_capitals_and_apart() -> None:
    for each in messages(*TRAIN)[::7]:
        wanted = TRIAGE.judge(each.text)
        assert TRIAGE.judge(each.text.upper()) == wanted
        assert TRIAGE.judge(unicodedata.normalize("NFD", each.text)) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("кечээ инимди алып кетишти", "ke4ee inimdi alyp ketiwti"),
        ("кечээ инимди алып кетишти", "kechee inimdi alyp ketishti"),
        ("дүйшөмбүдө келебиз дешти", "dvyw8mbvd8 kelebiz dewti"),
        ("дүйшөмбүдө келебиз дешти", "дуйшомбудо келебиз дешти"),
        ("эртең жаңы", "erteh jahy kvn"),
        ("менты забрали", "menty zabrali"),
        ("ещё держат", "eshche derzhat"),
        ("помогите", "pomogiteeee"),
        ("коё беришти", "koyo berishti"),
    ],
)
def test_habits_of_typing_meet_in_one_spelling(one: str, other: str) -> None:
    assert spell(other).startswith(spell(one))


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "мени алып кетишти " * 5_000, "я8ö " * 20_000, "\u0301" * 50_000, "🆘" * 9_000, "?" * 9_000]
)
def test_the_longest_text_takes_no_longer_than_a_long_one(text: str) -> None:
    def took(judged: str) -> float:
        started = time.perf_counter()
        TRIAGE.judge(judged)
        return time.perf_counter() - started

    message = text[:4_096]  # as long as Telegram lets one be
    in_turn = [(took(text), took(message)) for _ in range(9)]

    assert min(longest for longest, _ in in_turn) < 10 * min(long for _, long in in_turn)  # usually 1 to 2 times


@pytest.mark.parametrize(
    "text",
    [
        "забрали",
        "мени кармап кетти",
        "ментер тинтип жатат тез келгиле",
        "brata prinyali na oshskom bazare",
        "обыск",
        "менты здесь",
        "вчера забрали мужа, до сих пор нет",
        "кечээ инимди алып кетишкен, дагы эле келе элек",
        "меня отпустили, а друга оставили в отделе",
    ],
)
def test_custody_now_is_never_routine(text: str) -> None:
    assert TRIAGE.judge(text).decision != "routine"


@pytest.mark.parametrize(
    "text",
    [
        "забрали",
        "мени кармап кетти",
        "обыск",
        "alyp ketti",
        "нас задержали",
        "камап коюшту",
        "ментер тинтип жатат тез келгиле",
    ],
)
def test_the_shortest_words_of_custody_are_urgent(text: str) -> None:
    judged = TRIAGE.judge(text)
    assert judged.decision == "urgent"
    assert "no-released" in judged.reasons


@pytest.mark.parametrize(
    "text",
    [
        "начальник опять задержал зарплату, куда жаловаться",
        "билим берүү башкармалыгына баламдын кагаздарын тапшырдым",
        "что делать, если задержат?",
        "орозо кармап жатам, кеңсе канчага чейин иштейт?",
        "сколько стоит маршрутка до Токмока?",
        "спасибо большое, всё хорошо",
    ],
)
def test_the_same_words_about_something_else_wake_nobody(text: str) -> None:
    judged = TRIAGE.judge(text)
    assert judged.decision != "urgent"
    assert not judged.speaks_of_police


@pytest.mark.parametrize("text", ["помогите", "жардам бергиле", "адвокат керек", "нужен юрист срочно"])
def test_a_call_without_a_cause_is_asked_about_and_silence_does_not_page(text: str) -> None:
    judged = TRIAGE.judge(text)
    assert (judged.decision, judged.speaks_of_police) == ("ask", False)


@pytest.mark.parametrize("text", [".", "...", "?", "🆘", "!!!"])
def test_a_mark_is_asked_about_and_silence_pages(text: str) -> None:
    judged = TRIAGE.judge(text)
    assert (judged.decision, judged.speaks_of_police) == ("ask", True)


@pytest.mark.parametrize("text", ["👍", "❤️"])
def test_a_thumb_asks_nothing(text: str) -> None:
    assert TRIAGE.judge(text).decision == "routine"


def test_an_overdose_has_its_path_with_and_without_police() -> None:
    at_home = TRIAGE.judge("друг посинел, не дышит, мы дома, что делать")
    assert (at_home.decision == "urgent", at_home.path) == (False, "overdose")
    in_custody = TRIAGE.judge("в камере ивс парень посинел, не дышит, дежурный не идёт")
    assert (in_custody.decision, in_custody.path) == ("urgent", "overdose")
    assert TRIAGE.judge("где взять налоксон про запас?").path == ""


def test_a_place_from_a_fresh_chat_is_urgent_and_other_media_are_asked_about() -> None:
    assert TRIAGE.judge_medium("location", fresh_chat=True).decision == "urgent"
    assert TRIAGE.judge_medium("location", fresh_chat=False).decision == "ask"
    for medium in ("voice", "photo", "sos", "other"):
        judged = TRIAGE.judge_medium(medium, fresh_chat=True)
        assert (judged.decision, judged.speaks_of_police) == ("ask", True)


def test_a_damaged_or_cut_file_is_refused() -> None:
    data = ARTEFACT.read_bytes()
    for broken in (b"", data[1:], data[:-1], data[:200], data.replace(b'"names"', b'"gnome"', 1)):
        with pytest.raises(ModelError):
            Model.from_bytes(broken)


def test_the_file_reads_back_as_it_was_written() -> None:
    model = TRIAGE.model
    assert model.to_bytes() == ARTEFACT.read_bytes()
    assert len(model.urgent.numbers) == dense(model.lexicon) + HASHED
    assert ARTEFACT.stat().st_size < 2_000_000
