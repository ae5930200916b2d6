"""The strict loader: what Fluent would pass over in silence raises here."""

import re
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
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


@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_every_text_reads_as_fluent_s_own_runtime_makes_it(lang: str) -> None:
    """Most texts are put together without it, because it is slow."""
    say = Texts.load(LOCALES, [lang])
    fluent = FluentBundle([lang], use_isolating=False)
    for path in (LOCALES / lang).glob("*.ftl"):
        fluent.add_resource(FluentResource(path.read_text("utf8")))
    for value in ("«слово 1 000»", 0, 7, 999, 1_000, 123_456):
        values = dict.fromkeys(_names(lang), value)
        compared = 0
        for text_id in say.ids(lang):
            pattern = fluent.get_message(text_id).value
            made, errors = fluent.format_pattern(pattern, values)  # type: ignore[arg-type]
            if not errors:  # such as a word in a number's place
                compared += 1
                assert say(lang, text_id, **values) == made, text_id
        assert compared > 0.9 * len(say.ids(lang))


def _names(lang: str) -> set[str]:
    """Return the name of every argument in the files of a language."""
    return set(re.findall(r"\$([a-z_]+)", "".join(path.read_text("utf8") for path in (LOCALES / lang).glob("*.ftl"))))
