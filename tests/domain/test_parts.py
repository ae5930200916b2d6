"""Somebody's words in as many messages as Telegram needs; nothing of them is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.parts import CAPTION, NO_CAPTION, PART, clip, messages_of, split, units
from bot.domain.tongue import tongue_of

TEXT = st.text(st.sampled_from("аб 😀ң\n"), max_size=300)


@given(TEXT, st.integers(2, 50))
def test_pieces_fit_and_are_the_whole(text: str, most: int) -> None:
    pieces = split(text, most)

    assert "".join(pieces) == text
    assert all(units(piece) <= most for piece in pieces)


@given(TEXT, st.integers(2, 50))
def test_clipped_text_fits_and_begins_alike(text: str, most: int) -> None:
    short = clip(text, most)

    assert units(short) <= most
    assert short == text or text.startswith(short.removesuffix("…"))


def test_units_are_telegram_s() -> None:
    for text in ("ү", "😀", "a😀ң", ""):
        assert units(text) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("kind", ["photo", "voice", *NO_CAPTION])
@pytest.mark.parametrize("text", ["", "слово", "😀" * 512, "ы" * 1024, "ы" * 4096])
def test_nothing_said_with_a_file_is_lost(kind: str, text: str) -> None:
    media: dict[str, Any] = {"kind": kind, "file_id": "f"}

    parts = messages_of({"media": media, "text": text})

    assert [each["media"] for each in parts if "media" in each] == [media]
    assert "".join(each.get("text", "") for each in parts) == text
    assert all(units(each.get("text", "")) <= (CAPTION if "media" in each else PART) for each in parts)
    assert kind not in NO_CAPTION or "text" not in parts[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("жардам", "ky"),
        ("Мени кармап кетишти", "ky"),
        ("🆘 Азыр кармап же тинтип жатышат", "ky"),
        ("Өзгөндө", "ky"),
        ("помогите", "ru"),
        ("🆘 Сейчас держат или обыскивают", "ru"),
        ("1", ""),
        ("sos", ""),
        ("", ""),
    ],
)
def test_a_few_words_tell_the_language(text: str, expected: str) -> None:
    assert tongue_of(text) == expected
