"""Name, descriptions, command menus and the menu button."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.methods.turn import Turn

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_DEFAULT_SCOPE: Json = {"type": "default"}
_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_NO_RIGHTS = (
    "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def _language(turn: Turn) -> str:
    code: str = turn.get("language_code", "")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def text_setter(field: str) -> Callable[[Turn], Any]:
    """setMyName, setMyDescription or setMyShortDescription."""

    def setter(turn: Turn) -> Any:
        value = turn.get(field, "")
        if len(value) > _LIMITS[field]:
            raise bad_request(f"the bot's {field.replace('_', ' ')} is too long")
        texts = getattr(turn.bot.profile, _table(field))
        language = _language(turn)
        texts.pop(language, None)
        if value:
            texts[language] = value
        turn.world.bus.signal.notify()
        return True

    return setter


def text_getter(field: str) -> Callable[[Turn], Any]:
    """The matching getter: exactly the text of this language; the name alone falls back to the first one."""

    def getter(turn: Turn) -> Any:
        texts = getattr(turn.bot.profile, _table(field))
        default = turn.bot.raw["first_name"] if field == "name" else ""
        return {field: texts.get(_language(turn)) or default}

    return getter


def _table(field: str) -> str:
    return "short_descriptions" if field == "short_description" else f"{field}s"


def scope_key(scope: Json) -> str:
    """One text for equal scopes."""
    return json.dumps(scope, sort_keys=True)


def _scope(turn: Turn) -> str:
    scope = turn.get("scope") or _DEFAULT_SCOPE
    if "chat_id" in scope:
        chat = turn.bot.chats.get(int(scope["chat_id"]))
        if chat is None or not (chat.standing.started or chat.standing.known):
            raise bad_request("chat not found")
        scope = scope | {"chat_id": chat.id}
    return scope_key(scope)


def set_my_commands(turn: Turn) -> Any:
    """The menu of one scope and language."""
    commands = turn.get("commands", [])
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    plain = [one | {"command": one["command"].removeprefix("/")} for one in commands]
    key = (_scope(turn), _language(turn))
    turn.bot.profile.commands.pop(key, None)
    if plain:
        turn.bot.profile.commands[key] = plain
    _tell(turn)
    return True


def delete_my_commands(turn: Turn) -> Any:
    """Drop the menu of one scope and language."""
    turn.bot.profile.commands.pop((_scope(turn), _language(turn)), None)
    _tell(turn)
    return True


def get_my_commands(turn: Turn) -> Any:
    """The menu of exactly this scope and language."""
    return turn.bot.profile.commands.get((_scope(turn), _language(turn)), [])


def set_chat_menu_button(turn: Turn) -> Any:
    """What the button beside the input field opens."""
    button = turn.get("menu_button") or {"type": "default"}
    chat_id = turn.chat().id if "chat_id" in turn.params else 0
    turn.bot.profile.menu_buttons[chat_id] = button
    return True


def get_chat_menu_button(turn: Turn) -> Any:
    """The button of a chat, or the default one."""
    buttons = turn.bot.profile.menu_buttons
    chat_id = turn.chat().id if "chat_id" in turn.params else 0
    return buttons.get(chat_id) or buttons.get(0) or {"type": "default"}


def set_admin_rights(turn: Turn) -> Any:
    """Default rights the bot asks for in groups."""
    channels = bool(turn.get("for_channels"))
    turn.bot.profile.admin_rights[channels] = turn.get("rights", {})
    return True


def get_admin_rights(turn: Turn) -> Any:
    """The default rights as set."""
    rights = turn.bot.profile.admin_rights.get(bool(turn.get("for_channels")), {})
    return dict.fromkeys(_NO_RIGHTS, False) | rights


def _tell(turn: Turn) -> None:
    for chat in turn.bot.chats.values():
        chat.signal.notify()
    turn.world.bus.signal.notify()
