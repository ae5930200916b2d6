"""The numbers of a week as one plain message for a coordinator's chat."""

from bot.domain.counts import DURATIONS, MULTI, TOTAL, Metric, Number, Table
from bot.views.counts_words import Say, duration, label, title

LONGEST = 3_500
"""UTF-16 units, as Telegram counts; it takes 4,096, and a message is never cut by it."""
SHORTEST_BLOCK = 3
ALWAYS = frozenset({Metric.OPENED, Metric.URGENT, Metric.CLAIMED})
FACETS = ("region", "violation", "perpetrator", "outcome", "language")
"""The blocks of the message; pass them to `count`, or a table with more: the rest is left to files."""


def week_message(say: Say, lang: str, table: Table) -> str:
    """Return the message, shortened to LONGEST by leaving out the smallest rows, which it then says."""
    rows = max((len(table.rows(facet)) for facet in FACETS), default=0)
    text = _message(say, lang, table, rows)
    while _length(text) > LONGEST and rows > SHORTEST_BLOCK:
        rows -= 1
        text = _message(say, lang, table, rows)
    return text


def _message(say: Say, lang: str, table: Table, rows: int) -> str:
    blocks = [_head(say, lang, table), _totals(say, lang, table)]
    blocks += [_block(say, lang, table, facet, rows) for facet in FACETS if facet in table.facets]
    blocks.append(_foot(say, lang, table))
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _head(say: Say, lang: str, table: Table) -> list[str]:
    lines = [say(lang, "counts-heading", title=title(say, lang, table.period))]
    if table.unfinished:
        lines.append(say(lang, "counts-unfinished"))
    if table.compared:
        lines.append(say(lang, "counts-before", title=title(say, lang, table.period.before)))
    return lines


def _totals(say: Say, lang: str, table: Table) -> list[str]:
    lines = []
    for each in table.numbers:
        if each.facet != TOTAL or not (each.metric in ALWAYS or each.value or each.before):
            continue
        line = _time_line(say, lang, each) if each.metric in DURATIONS else _count_line(say, lang, table, each)
        lines.append(line)
    return lines


def _count_line(say: Say, lang: str, table: Table, each: Number) -> str:
    line = say(lang, f"counts-line-{each.metric}", number=int(each.value or 0))
    return _compared(say, lang, table, line, int(each.before or 0))


def _time_line(say: Say, lang: str, each: Number) -> str:
    now, before = (
        say(lang, "counts-no-time") if value is None else duration(say, lang, value)
        for value in (each.value, each.before)
    )
    line = say(lang, f"counts-line-{each.metric}", time=now)
    return line if each.before is None else say(lang, "counts-with-before", line=line, before=before)


def _block(say: Say, lang: str, table: Table, facet: str, most: int) -> list[str]:
    rows = table.rows(facet)
    if not rows:
        return []
    lines = [say(lang, f"counts-by-{facet}")]
    if facet in MULTI:
        lines.append(say(lang, "counts-several-rows"))
    for row in table.leading(facet, most):
        line = say(lang, "counts-row", label=label(say, lang, facet, row.code), number=int(row.value or 0))
        lines.append(_compared(say, lang, table, line, int(row.before or 0)))
    if len(rows) > most:
        lines.append(say(lang, "counts-more-rows", number=len(rows) - most))
    return lines


def _foot(say: Say, lang: str, table: Table) -> list[str]:
    timed = any(each.metric in DURATIONS and each.value is not None for each in table.numbers)
    return [say(lang, "counts-median-note")] if timed else []


def _compared(say: Say, lang: str, table: Table, line: str, before: int) -> str:
    if not table.compared:
        return line
    return say(lang, "counts-with-before", line=line, before=say(lang, "counts-plain", number=before))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
