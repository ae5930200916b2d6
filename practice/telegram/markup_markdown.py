"""parse_mode=MarkdownV2 (and the legacy Markdown), with Telegram's complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from practice.telegram.jsontypes import Json
from practice.telegram.markup_html import refusal

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_PAIRS = {
    "*": ("bold", "Bold"), "_": ("italic", "Italic"), "__": ("underline", "Underline"),
    "~": ("strikethrough", "Strikethrough"), "||": ("spoiler", "Spoiler"),
}  # fmt: skip
_MARK = re.compile(r"__|\|\||[*_~]")
_LINK_END = re.compile(r"\]\(((?:\\.|[^()\\])*)\)")
_LEGACY = re.compile(
    r"\\([_*`\[])|\*([^*]+)\*|_([^_]+)_|```(?:(\w+)\n)?(.+?)```|`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)",
    re.DOTALL,
)


@dataclass(slots=True)
class _Open:
    mark: str
    offset: int
    byte: int


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.parts: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.entities: list[Json] = []
        self.quote: int | None = None

    def byte(self) -> int:
        return len(self.source[: self.place].encode())

    def emit(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text.encode("utf-16-le")) // 2

    def add(self, kind: str, offset: int, **extra: str) -> None:
        if self.length > offset:
            entity: Json = {"type": kind, "offset": offset, "length": self.length - offset}
            self.entities.append(entity | extra)

    def run(self) -> tuple[str, list[Json]]:
        while self.place < len(self.source):
            self.step()
        self.end_quote()
        if self.stack:
            opened = self.stack[-1]
            name = _PAIRS[opened.mark][1] if opened.mark in _PAIRS else "TextUrl"
            raise refusal(f"Can't find end of {name} entity at byte offset {opened.byte}")
        self.entities.sort(key=lambda one: (one["offset"], -one["length"]))
        return "".join(self.parts), self.entities

    def step(self) -> None:
        char = self.source[self.place]
        if char == "\\" and self.place + 1 < len(self.source) and self.source[self.place + 1].isascii():
            self.emit(self.source[self.place + 1])
            self.place += 2
        elif char == "`":
            self.code()
        elif char == ">" and self.at_line_start():
            self.quote = self.length if self.quote is None else self.quote
            self.place += 1
        elif char in "*_~|[]!":
            self.mark(char)
        elif char in _RESERVED:
            self.reserved(char)
        else:
            self.plain(char)

    def plain(self, char: str) -> None:
        if char == "\n" and not self.source.startswith(">", self.place + 1):
            self.end_quote()
        self.emit(char)
        self.place += 1

    def at_line_start(self) -> bool:
        return self.place == 0 or self.source[self.place - 1] == "\n"

    def end_quote(self) -> None:
        if self.quote is not None:
            self.add("blockquote", self.quote)
            self.quote = None

    def code(self) -> None:
        fence = "```" if self.source.startswith("```", self.place) else "`"
        end = self.source.find(fence, self.place + len(fence))
        if end < 0:
            name = "Pre" if len(fence) == 3 else "Code"
            raise refusal(f"Can't find end of {name} entity at byte offset {self.byte()}")
        body, offset = self.source[self.place + len(fence) : end], self.length
        language = re.match(r"(\S+)\n", body) if len(fence) == 3 else None
        if language:
            body = body[language.end() :]
        self.emit(re.sub(r"\\([`\\])", r"\1", body))
        extra = {"language": language[1]} if language else {}
        self.add("pre" if len(fence) == 3 else "code", offset, **extra)
        self.place = end + len(fence)

    def mark(self, char: str) -> None:
        found = _MARK.match(self.source, self.place)
        if found:
            self.toggle(found.group())
            self.place = found.end()
        elif char == "[" or self.source.startswith("![", self.place):
            self.stack.append(_Open(char, self.length, self.byte()))
            self.place += 1 if char == "[" else 2
        elif char == "]" and self.stack and self.stack[-1].mark in "[!":
            self.link()
        else:
            self.reserved(char)

    def toggle(self, mark: str) -> None:
        if self.stack and self.stack[-1].mark == mark:
            self.add(_PAIRS[mark][0], self.stack.pop().offset)
        elif any(opened.mark == mark for opened in self.stack):
            opened = self.stack[-1]
            name = _PAIRS[opened.mark][1] if opened.mark in _PAIRS else "TextUrl"
            raise refusal(f"Can't find end of {name} entity at byte offset {opened.byte}")
        else:
            self.stack.append(_Open(mark, self.length, self.byte()))

    def link(self) -> None:
        opened, found = self.stack.pop(), _LINK_END.match(self.source, self.place)
        if found:
            url = re.sub(r"\\(.)", r"\1", found[1])
            if opened.mark == "!":
                self.add("custom_emoji", opened.offset, custom_emoji_id=url.partition("id=")[2])
            else:
                self.add("text_link", opened.offset, url=url if "://" in url else f"http://{url}")
        self.place = found.end() if found else self.place + 1

    def reserved(self, char: str) -> None:
        raise refusal(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")


def parse_markdown_v2(text: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, or refuse bad markup."""
    return _Parser(text).run()


def parse_legacy_markdown(text: str) -> tuple[str, list[Json]]:
    """Legacy Markdown: no nesting; an unpaired mark is refused."""
    parts: list[str] = []
    entities: list[Json] = []
    length = place = 0

    def emit(piece: str) -> int:
        parts.append(piece)
        return len(piece.encode("utf-16-le")) // 2

    for match in _LEGACY.finditer(text):
        _no_mark(text, place, match.start())
        length += emit(text[place : match.start()])
        escaped, bold, italic, language, pre, code, label, url = match.groups()
        body = escaped or bold or italic or pre or code or label
        kinds = ((bold, "bold"), (italic, "italic"), (pre, "pre"), (code, "code"), (label, "text_link"))
        size = emit(body)
        for value, kind in kinds:
            if value:
                extra = {"url": url} if url else {"language": language} if language else {}
                entities.append({"type": kind, "offset": length, "length": size, **extra})
        length += size
        place = match.end()
    _no_mark(text, place, len(text))
    emit(text[place:])
    return "".join(parts), entities


def _no_mark(text: str, start: int, end: int) -> None:
    found = re.search(r"[*_`]", text[start:end])
    if found:
        offset = len(text[: start + found.start()].encode())
        raise refusal(f"Can't find end of the entity starting at byte offset {offset}")
