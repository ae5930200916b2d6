"""Marks in texts: HTML, MarkdownV2, what Telegram finds by itself, and its complaints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.telegram.errors import ApiError
from practice.telegram.markup_html import parse_html
from practice.telegram.markup_markdown import parse_legacy_markdown, parse_markdown_v2
from practice.telegram.text import caption_text, message_text, utf16_length, with_automatic

HTML = [
    ("<b>а</b>", "а", [("bold", 0, 1)]),
    ("😀<b>а</b>", "😀а", [("bold", 2, 1)]),
    ("<b>а<i>б</i></b>", "аб", [("bold", 0, 2), ("italic", 1, 1)]),
    ("&lt;b&gt; &amp;amp; &quot;&#1073;", '<b> &amp; "б', []),
    ("<tg-spoiler>а</tg-spoiler>", "а", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">а</span>', "а", [("spoiler", 0, 1)]),
    ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
    ("<blockquote expandable>а</blockquote>", "а", [("expandable_blockquote", 0, 1)]),
    ("<b></b>а", "а", []),
    ("a & b", "a & b", []),
]
BAD_HTML = [
    ("<b>а", 'Can\'t find end tag corresponding to start tag "b"'),
    ("а</b>", "Unexpected end tag at byte offset 2"),
    ("<b>а</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
    ("<div>а</div>", 'Unsupported start tag "div" at byte offset 0'),
    ("а <3", "Unclosed start tag at byte offset 3"),
    ("а <3 б>", 'Unsupported start tag "3" at byte offset 3'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<span>а</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]
MARKDOWN = [
    ("*а*", "а", [("bold", 0, 1)]),
    (
        "_а_ __б__ ~в~ ||г||",
        "а б в г",
        [("italic", 0, 1), ("underline", 2, 1), ("strikethrough", 4, 1), ("spoiler", 6, 1)],
    ),
    (r"1\. \*а\*", "1. *а*", []),
    ("`a.b`", "a.b", [("code", 0, 3)]),
    ("```py\nx = 1```", "x = 1", [("pre", 0, 5)]),
    ("[а](https://a.kg)", "а", [("text_link", 0, 1)]),
    (">а\n>б\nв", "а\nб\nв", [("blockquote", 0, 3)]),
    ("*а _б_*", "а б", [("bold", 0, 3), ("italic", 2, 1)]),
]
BAD_MARKDOWN = [
    ("1. а", "Character '.' is reserved and must be escaped with the preceding '\\'"),
    ("(а", "Character '(' is reserved"),
    ("*а", "Can't find end of Bold entity at byte offset 0"),
    ("`а", "Can't find end of Code entity at byte offset 0"),
    ("*а _б* в_", "Can't find end of Italic entity at byte offset 4"),
]


def marks(entities: list) -> list:
    return [(one["type"], one["offset"], one["length"]) for one in entities]


@pytest.mark.parametrize(("source", "text", "expected"), HTML)
def test_html(source: str, text: str, expected: list) -> None:
    plain, entities = parse_html(source)

    assert (plain, marks(entities)) == (text, expected)


@pytest.mark.parametrize(("source", "complaint"), BAD_HTML)
def test_bad_html(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)

    assert caught.value.description.startswith(f"Bad Request: can't parse entities: {complaint}")


@pytest.mark.parametrize(("source", "text", "expected"), MARKDOWN)
def test_markdown(source: str, text: str, expected: list) -> None:
    plain, entities = parse_markdown_v2(source)

    assert (plain, marks(entities)) == (text, expected)


@pytest.mark.parametrize(("source", "complaint"), BAD_MARKDOWN)
def test_bad_markdown(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_markdown_v2(source)

    assert caught.value.description.startswith(f"Bad Request: can't parse entities: {complaint}")


def test_legacy_markdown() -> None:
    plain, entities = parse_legacy_markdown("*а* _б_ `c` [г](https://a.kg)")

    assert plain == "а б c г"
    assert marks(entities) == [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1), ("text_link", 6, 1)]
    with pytest.raises(ApiError, match="Can't find end of the entity starting at byte offset 0"):
        parse_legacy_markdown("_а")


def test_telegram_finds_commands_links_and_numbers_by_itself() -> None:
    text = "😀 /start https://a.kg/x a@b.kg @kalkan #тег +996 700 12-34-56"

    found = [(one["type"], one["offset"]) for one in with_automatic(text, [])]

    assert found == [
        ("bot_command", 3), ("url", 10), ("email", 25), ("mention", 32), ("hashtag", 40), ("phone_number", 45),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["1/2", "a/start", "и/или", "дата 01/02", "//"])
def test_a_slash_in_a_text_is_no_command(text: str) -> None:
    assert with_automatic(text, []) == []


def test_text_is_trimmed_and_its_marks_move_along() -> None:
    text, entities = message_text("\n \n  <b>а</b> \n", "HTML", None)

    assert (text, marks(entities)) == ("  а", [("bold", 2, 1)])


def test_supplied_marks_must_lie_in_the_text() -> None:
    with pytest.raises(ApiError, match="entity beginning at UTF-16 offset 0 ends after the end of the text"):
        message_text("а", None, [{"type": "bold", "offset": 0, "length": 2}])


def test_an_unknown_parse_mode_is_refused() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        message_text("а", "BBCode", None)


@given(st.text(max_size=200))
def test_escaped_text_always_passes_html(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert parse_html(escaped) == (text, [])


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_lengths_count_utf16_units(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(st.text(alphabet="<>/bi&a;=\"' \nа😀", max_size=60))
def test_any_html_is_parsed_or_refused_and_marks_lie_inside(source: str) -> None:
    assert lies_inside(source, "HTML")


@given(st.text(alphabet="*_~|`[]()!>\\\nа😀.", max_size=60))
def test_any_markdown_is_parsed_or_refused_and_marks_lie_inside(source: str) -> None:
    assert lies_inside(source, "MarkdownV2")


def lies_inside(source: str, mode: str) -> bool:
    """Whether the source is refused as Telegram does, or every mark lies in the text."""
    try:
        text, entities = caption_text(source, mode, None)
    except ApiError as error:
        return error.status == 400
    size = utf16_length(text)
    return all(0 <= one["offset"] < one["offset"] + one["length"] <= size for one in entities)
