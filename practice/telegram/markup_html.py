"""parse_mode=HTML: Telegram's few tags, and its complaints about anything else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from practice.telegram.errors import ApiError, bad_request
from practice.telegram.jsontypes import Json

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
    "tg-emoji": "custom_emoji", "tg-time": "date_time", "blockquote": "blockquote",
}  # fmt: skip
_TOKEN = re.compile(r"<(/?)([^\s<>]*)([^<>]*)(>?)|([^<]+)")
_ATTRIBUTE = re.compile(r"\s+([a-zA-Z][\w-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_LANGUAGE = "language-"


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


def refusal(text: str) -> ApiError:
    """400 about the markup."""
    return bad_request(f"can't parse entities: {text}")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _entity(opened: _Open, length: int) -> Json | None:
    kind = _TAGS[opened.tag]
    entity: Json = {"type": kind, "offset": opened.offset, "length": length}
    attributes = opened.attributes
    if kind == "text_link":
        return _link(entity, attributes.get("href", ""))
    if kind == "custom_emoji":
        entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    elif kind == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    elif kind == "date_time":
        entity |= {"unix_time": int(attributes.get("unix", "0")),
                   "date_time_format": attributes.get("format", "")}  # fmt: skip
    return entity


def _link(entity: Json, href: str) -> Json | None:
    if not href:
        return None  # Telegram shows the text without a link
    if href.startswith("tg://user?id="):
        return None  # a mention of somebody this server does not know stays plain text
    entity["url"] = href if "://" in href or href.startswith("mailto:") else f"http://{href}"
    return entity


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.entities: list[Json] = []

    def at(self, position: int) -> int:
        """Byte offset, as Telegram names places."""
        return len(self.source[:position].encode())

    def text(self, raw: str) -> None:
        plain = _REFERENCE.sub(lambda match: unescape(match.group()), raw)
        self.parts.append(plain)
        self.length += _units(plain)

    def start(self, tag: str, rest: str, position: int) -> None:
        attributes = {
            name.lower(): unescape(double or single or bare or "")
            for name, double, single, bare in _ATTRIBUTE.findall(rest)
        }
        spoiler = attributes.get("class") == "tg-spoiler"
        if tag not in _TAGS or (tag == "span" and not spoiler):
            if tag == "span":
                raise refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {self.at(position)}')
            raise refusal(f'Unsupported start tag "{tag}" at byte offset {self.at(position)}')
        self.stack.append(_Open(tag, attributes, self.length))

    def end(self, tag: str, position: int) -> None:
        if not self.stack:
            raise refusal(f"Unexpected end tag at byte offset {self.at(position)}")
        opened = self.stack.pop()
        if tag and opened.tag != tag:
            raise refusal(
                f'Unmatched end tag at byte offset {self.at(position)}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.length > opened.offset:
            self.close(opened)

    def close(self, opened: _Open) -> None:
        entity = _entity(opened, self.length - opened.offset)
        if entity is None:
            return
        if opened.tag == "code" and self.stack and self.stack[-1].tag == "pre":
            language = opened.attributes.get("class", "")
            if language.startswith(_LANGUAGE):
                self.stack[-1].attributes["language"] = language.removeprefix(_LANGUAGE)
            return
        if opened.tag == "pre" and "language" in opened.attributes:
            entity["language"] = opened.attributes["language"]
        self.entities.append(entity)

    def run(self) -> tuple[str, list[Json]]:
        for match in _TOKEN.finditer(self.source):
            slash, tag, rest, closed, text = match.groups()
            if text is not None:
                self.text(text)
            elif not closed:
                kind = "end" if slash else "start"
                raise refusal(f"Unclosed {kind} tag at byte offset {self.at(match.start())}")
            elif slash:
                self.end(tag.lower(), match.start())
            else:
                self.start(tag.lower(), rest, match.start())
        if self.stack:
            raise refusal(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        self.entities.sort(key=lambda one: (one["offset"], -one["length"]))
        return "".join(self.parts), self.entities


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, or refuse bad markup."""
    if "<" not in text and "&" not in text:
        return text, []
    return _Parser(text).run()
