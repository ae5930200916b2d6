"""The strict loader: what Fluent would pass over in silence raises here."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.texts import BrokenTextsError, FormatTextError, Texts, TextsError, UnknownTextError

LOCALES = Path(__file__).parents[1] / "locales"


def texts(folder: Path, source: str, name: str = "a.ftl") -> Texts:
    """Write one Russian file and load it."""
    (folder / "ru").mkdir(exist_ok=True)
    (folder / "ru" / name).write_text(source, encoding="utf8")
    return Texts.load(folder, ["ru"])


def test_plural_forms_are_those_of_the_language(tmp_path: Path) -> None:
    say = texts(tmp_path, "n = { $n ->\n    [one] { $n } час\n    [few] { $n } часа\n   *[many] { $n } часов\n }\n")

    assert [say("ru", "n", n=n) for n in (1, 2, 5, 21)] == ["1 час", "2 часа", "5 часов", "21 час"]


def test_nothing_is_isolated_and_lines_are_kept(tmp_path: Path) -> None:
    say = texts(tmp_path, "two =\n    Код { $code }\n    и ещё строка\n")

    assert say("ru", "two", code="7K2M") == "Код 7K2M\nи ещё строка"


@pytest.mark.parametrize("text_id", ["no-such", "-term", "attributes"])
def test_what_is_not_there_raises_and_is_never_shown_as_its_id(tmp_path: Path, text_id: str) -> None:
    say = texts(tmp_path, "a = б\n-term = в\nattributes =\n    .label = г\n")

    with pytest.raises(TextsError, match=text_id):
        say("ru", text_id)


def test_an_unknown_language_raises(tmp_path: Path) -> None:
    with pytest.raises(UnknownTextError, match="'ky'"):
        texts(tmp_path, "a = б\n")("ky", "a")


@pytest.mark.parametrize(
    "source",
    [
        "a = { $n }",
        "a = { $n -> \n [one] 1\n *[other] 2\n }",
        "a = { b }",
        "a = { -b }",
        "a = { NUMBER($s) }",
        "a = { NO($s) }",
    ],
)
def test_whatever_goes_wrong_in_formatting_raises_without_quoting_arguments(tmp_path: Path, source: str) -> None:
    with pytest.raises(FormatTextError) as caught:
        texts(tmp_path, source + "\n")("ru", "a", s="Айгүл Садыкова")

    assert "Айгүл" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_argument_of_a_wrong_type_raises(tmp_path: Path) -> None:
    say = texts(tmp_path, "a = { $n }\n")

    with pytest.raises(FormatTextError):
        say("ru", "a", n=["list"])  # type: ignore[arg-type]


def test_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenTextsError, match=r"ru/a\.ftl, line 2"):
        texts(tmp_path, "a = б\nc = { $\nd = е\n")


def test_an_id_in_two_files_raises(tmp_path: Path) -> None:
    texts(tmp_path, "same = а\n", "one.ftl")

    with pytest.raises(BrokenTextsError, match=r"'same' stands in one\.ftl and in two\.ftl"):
        texts(tmp_path, "same = б\n", "two.ftl")


def test_a_language_without_files_raises(tmp_path: Path) -> None:
    with pytest.raises(BrokenTextsError, match="no texts in kk/"):
        Texts.load(tmp_path, ["kk"])


@given(words=st.text(max_size=40), long=st.integers(0, 5000))
def test_anybody_s_words_come_through_whole(tmp_path_factory: pytest.TempPathFactory, words: str, long: int) -> None:
    """fluent.runtime refuses 2,500 characters; a message of Telegram has up to 4,096."""
    say = texts(tmp_path_factory.mktemp("words"), "a = «{ $one }» и «{ $two }»\n")
    one = words + "ы" * long

    assert say("ru", "a", one=one, two="\ue0000\ue001") == f"«{one}» и «\ue0000\ue001»"


def test_real_texts_are_quick() -> None:
    """A plain text costs less than a formatted one by far; load is well inside the start's two seconds."""
    began = time.perf_counter()
    say = Texts.load(LOCALES, ["ru", "ky", "en"])
    loaded = time.perf_counter() - began

    def cost(text_id: str, **arguments: str) -> float:
        say("ru", text_id, **arguments)
        rounds = []
        for _ in range(5):
            start = time.perf_counter()
            for _ in range(200):
                say("ru", text_id, **arguments)
            rounds.append((time.perf_counter() - start) / 200)
        return min(rounds)

    assert loaded < 2
    assert cost("ask-who") * 3 < cost("summary-row", label="Место", value="Ош")
