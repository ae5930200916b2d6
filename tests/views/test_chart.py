"""The picture of a week: bars as long as their numbers, letters that the font has, the same bytes every time."""

import subprocess
import sys
from io import BytesIO
from itertools import groupby

import pytest
from PIL import Image, ImageFont

from bot.domain.facts import Fact
from bot.domain.publish import publishable
from bot.views import chart
from bot.views.chart import draw
from bot.views.counts_words import label
from bot.views.texts import Texts
from tests.views.counted import LANGUAGES, LOCALES, WEEK, table, texts


@pytest.fixture(name="say", scope="module")
def _say() -> Texts:
    return texts()


def picture(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png))
    assert image.format == "PNG"
    return image.convert("RGB")


def bars(image: Image.Image, colour: tuple[int, int, int]) -> list[int]:
    """Lengths of the bars of about this colour right of the labels, from top to bottom."""
    lengths = []
    for top in range(image.height):
        line = [image.getpixel((x, top)) for x in range(chart._BARS_FROM, image.width)]
        lengths.append(next((x for x, pixel in enumerate(line) if not _near(pixel, colour)), len(line)))
    return [length for length, rows in groupby(lengths) if length and len(list(rows)) > 5]


def _near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(pixel, tuple) and all(abs(int(a) - b) < 12 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_is_as_wide_as_promised_light_and_the_same_every_time(say: Texts, lang: str) -> None:
    png = draw(say, lang, table())

    image = picture(png)
    assert image.width == 840
    assert image.width + image.height <= 10_000  # what Telegram takes as a photo
    assert min(image.getpixel((2, 2)) or ()) > 250  # type: ignore[arg-type]
    assert len(png) < 100_000
    assert draw(texts(), lang, table()) == png


def test_bars_are_as_long_as_their_numbers(say: Texts) -> None:
    counted = table(facets=("region",))
    rows = counted.rows("region")

    image = picture(draw(say, "ky", counted))

    full = chart._BARS_TO - chart._BARS_FROM
    longest = max(max(int(row.value or 0), int(row.before or 0)) for row in rows)
    for colour, values in (
        (chart._BLUE, [int(row.value or 0) for row in rows]),
        (chart._GREY, [int(row.before or 0) for row in rows]),
    ):
        expected = [round(full * value / longest) for value in values if value]
        found = bars(image, colour)
        assert [pytest.approx(each, abs=2) for each in expected] == found


def test_without_a_week_before_there_are_no_bars_for_it(say: Texts) -> None:
    image = picture(draw(say, "ru", table(compare=False)))

    assert bars(image, chart._BLUE)
    assert not bars(image, chart._GREY)


def test_the_font_has_every_letter_of_every_language() -> None:
    font = ImageFont.truetype(chart._FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\U0010fffe"))
    words = "".join(
        (LOCALES / lang / name).read_text("utf8") for lang in LANGUAGES for name in ("counts.ftl", "codes.ftl")
    )
    letters = {*(letter for letter in words if not letter.isspace()), *"ңөүҢӨҮЁё…"} - {"📊"}  # that is in the chat

    assert len(letters) > 100
    assert not [letter for letter in letters if bytes(font.getmask(letter)) == missing]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_of_a_row_is_cut(say: Texts, lang: str) -> None:
    font = ImageFont.truetype(chart._FONT, chart._BODY, layout_engine=ImageFont.Layout.BASIC)
    width = chart._BARS_FROM - chart._EDGE - 14
    ids = [each.split("-", 2) for each in say.ids(lang) if each.startswith(("code-region-", "code-violation-"))]

    assert len(ids) > 30
    for _, facet, code in ids:
        words = label(say, lang, facet, code)
        assert "…" not in "".join(chart._shortened(list(chart._wrapped(words, font, width)), font, width)), words


def test_a_name_that_is_too_long_is_cut_and_nothing_fails(say: Texts) -> None:
    facts = [Fact(week=WEEK, kind="sos", region="x" * 40, violations=("y-" * 19 + "y",))]
    wide = picture(draw(say, "ru", table(facts)))

    edge = range(chart._BARS_FROM - 8, chart._BARS_FROM)
    assert all(min(wide.getpixel((x, y)) or ()) > 200 for x in edge for y in range(260, 330))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_rows_nothing_at_all_and_a_published_table_have_a_picture(say: Texts, lang: str) -> None:
    many = [Fact(week=WEEK, kind="sos", region=f"r{nr}", violations=(f"v{nr}",)) for nr in range(60)]

    assert len(bars(picture(draw(say, lang, table(many, compare=False))), chart._BLUE)) == 2 * chart.MOST_ROWS
    assert picture(draw(say, lang, table([]))).height < 500
    assert bars(picture(draw(say, lang, publishable(table(), 3))), chart._BLUE)
    assert picture(draw(say, lang, publishable(table(many[:2]), 5))).height < 500


@pytest.mark.parametrize(("module", "heavy"), [("bot.views.chart", "PIL"), ("bot.views.counts_files", "xlsxwriter")])
def test_what_is_heavy_is_loaded_only_when_it_is_used(module: str, heavy: str) -> None:
    code = f"import sys, {module}; sys.exit({heavy!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
