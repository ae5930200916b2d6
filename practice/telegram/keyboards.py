"""What Telegram refuses in a reply_markup."""

from __future__ import annotations

from typing import Any

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json

CALLBACK_DATA_BYTES = 64
_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay",
)  # fmt: skip
_SCHEMES = ("http://", "https://", "tg://", "ton://", "tonsite://")
_INLINE_BUTTONS = 100


def checked_markup(markup: Json | None) -> Json | None:
    """Return the markup when Telegram would take it, or refuse."""
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        return _inline(markup)
    for row in markup.get("keyboard", ()):
        for button in row:
            if not (button if isinstance(button, str) else button["text"]):
                raise bad_request("Text buttons are unallowed in the inline keyboard")
    return markup


def _inline(markup: Json) -> Json | None:
    rows = [row for row in markup["inline_keyboard"] if row]
    count = 0
    for row in rows:
        for button in row:
            _button(button)
            count += 1
    if count > _INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _button(button: Json) -> None:
    if not button["text"]:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    actions = [key for key in _ACTIONS if key in button]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    _url(button.get("url"))


def _url(url: Any) -> None:
    if url is None:
        return
    if not url:
        raise bad_request("inline keyboard button URL '' is invalid: URL is empty")
    if not url.startswith(_SCHEMES) and "." not in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: URL host is empty")
