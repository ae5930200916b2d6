"""The numbers of a week as a picture: bars for now, thinner bars for the period before.

Rules:
- Everything a number needs is in the picture, for it travels without its message: period, unit, definition, zone.
- 840 pixels wide, drawn to be read on a phone that shows it at half size.
- Same table, same bytes (of the same Pillow): nothing comes from the clock or from the machine's fonts.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.counts import MULTI, NOT_RECORDED, Metric, Number, Table
from bot.views.counts_words import Say, label, title, weeks

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FACETS = ("region", "violation")
"""The blocks of the picture."""
MOST_ROWS = 10

_FONT = Path(__file__).parent / "fonts" / "DejaVuSans.ttf"
_Colour = tuple[int, int, int]
_WIDTH, _EDGE = 840, 30
_BARS_FROM, _BARS_TO = 330, 760  # behind the longest bar a number fits
_ROW, _NOW, _BEFORE = 58, 22, 12
_PAPER, _INK, _SOFT, _RULE = (255, 255, 255), (28, 32, 38), (88, 96, 108), (222, 226, 232)
_BLUE, _GREY = (31, 95, 168), (160, 172, 188)
_TITLE, _HEAD, _BODY, _SMALL = 36, 26, 22, 18
_LABEL_LINES = 2


def draw(say: Say, lang: str, table: Table) -> bytes:
    """Return a PNG of the blocks in FACETS that the table has."""
    sheet = _Sheet()
    _draw_head(sheet, say, lang, table)
    for facet in FACETS:
        if facet in table.facets:
            _draw_block(sheet, say, lang, table, facet)
    _draw_foot(sheet, say, lang, table)
    return sheet.png()


def _draw_head(sheet: "_Sheet", say: Say, lang: str, table: Table) -> None:
    sheet.text(title(say, lang, table.period), _TITLE, _INK)
    opened = table.get(Metric.OPENED)
    if opened is None:
        sheet.text(say(lang, "counts-nothing-published"), _BODY, _SOFT)
    else:
        sheet.text(say(lang, "counts-line-opened", number=_cases(opened)), _HEAD, _INK)
    if table.unfinished:
        sheet.text(say(lang, "counts-unfinished"), _BODY, _SOFT)
    if table.compared:
        sheet.space(6)
        sheet.key(_BLUE, _NOW, title(say, lang, table.period))
        sheet.key(_GREY, _BEFORE, title(say, lang, table.period.before))


def _draw_block(sheet: "_Sheet", say: Say, lang: str, table: Table, facet: str) -> None:
    rows = table.rows(facet)
    if not rows:
        return
    sheet.rule()
    sheet.text(say(lang, f"counts-by-{facet}"), _HEAD, _INK)
    if facet in MULTI:
        sheet.text(say(lang, "counts-several-rows"), _SMALL, _SOFT)
    sheet.space(6)
    named = [row for row in rows if row.code != NOT_RECORDED]
    longest = max((max(_cases(row), _cases(row, before=True)) for row in named), default=0)
    # What was not recorded has numbers and no bar: it is often the most, and would make all others short.
    for row in named[:MOST_ROWS] + rows[len(named) :]:
        before = _cases(row, before=True) if table.compared else None
        sheet.row(label(say, lang, facet, row.code), _cases(row), before, longest if row in named else 0)
    if len(named) > MOST_ROWS:
        sheet.text(say(lang, "counts-more-rows", number=len(named) - MOST_ROWS), _BODY, _SOFT)
    if facet in table.merged:
        others = say(lang, "counts-row", label=say(lang, "counts-merged"), number=table.merged[facet])
        sheet.text(others, _BODY, _SOFT)


def _draw_foot(sheet: "_Sheet", say: Say, lang: str, table: Table) -> None:
    sheet.rule()
    sheet.text(f"{weeks(table.period)}. {say(lang, 'counts-chart-footer', zone=table.zone)}", _SMALL, _SOFT)
    sheet.text(say(lang, Metric.OPENED.definition), _SMALL, _SOFT)
    if table.withheld_below:
        sheet.text(say(lang, "counts-withheld", k=table.withheld_below), _SMALL, _SOFT)


def _cases(number: Number, *, before: bool = False) -> int:
    return int((number.before if before else number.value) or 0)


class _Sheet:
    """Paper that is written from top to bottom and cut where the writing ends."""

    def __init__(self) -> None:
        from PIL import Image, ImageDraw, ImageFont

        # The basic layout is in every Pillow; the other one depends on libraries of the machine.
        self._fonts: dict[int, FreeTypeFont] = {
            size: ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
            for size in (_TITLE, _HEAD, _BODY, _SMALL)
        }
        self._image = Image.new("RGB", (_WIDTH, 3000), _PAPER)
        self._pen = ImageDraw.Draw(self._image)
        self._top = _EDGE

    def png(self) -> bytes:
        """Cut the paper and return it: 64 colours are enough, pack in half the time and make a third of the size."""
        from PIL import Image

        cut = self._image.crop((0, 0, _WIDTH, self._top + _EDGE))
        few = cut.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        out = BytesIO()
        few.save(out, "PNG", compress_level=3)
        return out.getvalue()

    def space(self, height: int) -> None:
        self._top += height

    def rule(self) -> None:
        self._top += 14
        self._pen.line((_EDGE, self._top, _WIDTH - _EDGE, self._top), _RULE, 2)
        self._top += 12

    def text(self, words: str, size: int, colour: _Colour) -> None:
        """Write words over the whole width, in as many lines as they need."""
        for line in _wrapped(words, self._fonts[size], _WIDTH - 2 * _EDGE):
            self._pen.text((_EDGE, self._top), line, colour, self._fonts[size])
            self._top += size * 4 // 3

    def key(self, colour: _Colour, height: int, words: str) -> None:
        """Say what a colour means."""
        middle = self._top + _BODY * 2 // 3
        self._pen.rectangle((_EDGE, middle - height // 2, _EDGE + 40, middle + height // 2), colour)
        for line in _wrapped(words, self._fonts[_BODY], _WIDTH - 2 * _EDGE - 54):
            self._pen.text((_EDGE + 54, self._top + _BODY * 2 // 3), line, _INK, self._fonts[_BODY], anchor="lm")
            self._top += _BODY * 3 // 2

    def row(self, words: str, now: int, before: int | None, longest: int) -> None:
        """Draw a name in one or two lines and its numbers, with bars beside which `longest` has the full length."""
        font = self._fonts[_BODY]
        width = _BARS_FROM - _EDGE - 14
        lines = _shortened(list(_wrapped(words, font, width)), font, width)
        for nr, line in enumerate(lines):
            middle = self._top + _ROW // 2 + (2 * nr + 1 - len(lines)) * _BODY * 5 // 9
            self._pen.text((_EDGE, middle), line, _INK, font, anchor="lm")
        top = self._top + ((_ROW - _NOW - 6 - _BEFORE if before is not None else _ROW - _NOW) // 2)
        self._bar(top, _NOW, _share(now, longest), _BLUE)
        self._number(top + _NOW // 2, now, _share(now, longest), _INK, _BODY)
        if before is not None:
            top += _NOW + 6
            self._bar(top, _BEFORE, _share(before, longest), _GREY)
            self._number(top + _BEFORE // 2, before, _share(before, longest), _SOFT, _SMALL)
        self._top += _ROW

    def _bar(self, top: int, height: int, share: float, colour: _Colour) -> None:
        if share:
            self._pen.rectangle((_BARS_FROM, top, max(_end(share), _BARS_FROM + 3), top + height - 1), colour)

    def _number(self, middle: int, cases: int, share: float, colour: _Colour, size: int) -> None:
        self._pen.text((_end(share) + 10, middle), str(cases), colour, self._fonts[size], anchor="lm")


def _share(cases: int, longest: int) -> float:
    return cases / longest if longest else 0.0


def _end(share: float) -> int:
    return _BARS_FROM + int((_BARS_TO - _BARS_FROM) * share)


def _wrapped(words: str, font: "FreeTypeFont", width: int) -> Iterator[str]:
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _shortened(lines: list[str], font: "FreeTypeFont", width: int) -> list[str]:
    """Keep two lines, each within the width; "…" stands for what is left out."""
    kept = lines if len(lines) <= _LABEL_LINES else [*lines[: _LABEL_LINES - 1], " ".join(lines[_LABEL_LINES - 1 :])]
    return [_cut(line, font, width) for line in kept]


def _cut(line: str, font: "FreeTypeFont", width: int) -> str:
    if font.getlength(line) <= width:
        return line
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line}…"
