"""sendMessage, sendLocation, sendVenue, sendContact, sendDice, sendPoll, sendChatAction."""

from __future__ import annotations

from typing import Any

from practice.telegram.errors import bad_request
from practice.telegram.jsontypes import Json
from practice.telegram.methods.sending import sent
from practice.telegram.methods.turn import Turn
from practice.telegram.text import message_text

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
_LOCATION = ("longitude", "latitude", "horizontal_accuracy", "live_period", "heading",
             "proximity_alert_radius")  # fmt: skip
POLL_DEFAULTS: Json = {
    "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
    "allows_multiple_answers": False, "allows_revoting": True, "members_only": False,
}  # fmt: skip


def send_message(turn: Turn) -> Any:
    """Send a text."""
    text, entities = message_text(turn.get("text", ""), turn.get("parse_mode"), turn.get("entities"))
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if "link_preview_options" in turn.params:
        content["link_preview_options"] = turn.params["link_preview_options"]
    return sent(turn, content)


def _location(turn: Turn) -> Json:
    location = {key: turn.params[key] for key in _LOCATION if key in turn.params}
    if not -90 <= location.get("latitude", 91) <= 90:
        raise bad_request("latitude is invalid" if "latitude" in location else "latitude is empty")
    if not -180 <= location.get("longitude", 181) <= 180:
        raise bad_request("longitude is invalid" if "longitude" in location else "longitude is empty")
    return location


def send_location(turn: Turn) -> Any:
    """Send a point on the map."""
    return sent(turn, {"location": _location(turn)})


def send_venue(turn: Turn) -> Any:
    """Send a place with a name."""
    location = _location(turn)
    venue = {"location": location, "title": turn.get("title", ""), "address": turn.get("address", "")}
    return sent(turn, {"location": location, "venue": venue})


def send_contact(turn: Turn) -> Any:
    """Send a phone number."""
    keys = ("phone_number", "first_name", "last_name", "vcard")
    contact = {key: turn.params[key] for key in keys if key in turn.params}
    if not contact.get("phone_number"):
        raise bad_request("phone number is empty")
    return sent(turn, {"contact": contact})


def send_dice(turn: Turn) -> Any:
    """Throw a die."""
    return sent(turn, {"dice": {"emoji": turn.get("emoji", "🎲"), "value": turn.world.ids.die()}})


def send_poll(turn: Turn) -> Any:
    """Ask a question with options."""
    options = turn.get("options", [])
    if not 1 <= len(options) <= 12:
        raise bad_request("poll must have at least 1 option")
    poll = POLL_DEFAULTS | {
        "id": turn.world.ids.query(),
        "question": turn.get("question", ""),
        "options": [
            {"persistent_id": str(index), "text": option["text"], "voter_count": 0}
            for index, option in enumerate(options)
        ],
    }
    return sent(turn, {"poll": poll})


def send_chat_action(turn: Turn) -> Any:
    """Show "typing" and the like."""
    action = turn.get("action", "")
    if action.lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = turn.open_chat()
    chat.actions.append(action)
    turn.world.announce(turn.bot, chat, "action", action=action)
    return True
