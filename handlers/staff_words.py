"""What a member of staff writes: read here, placed by the service."""

from typing import Any

from telegram import Message

from bot.domain.people import Staff
from bot.services import lawyer_words, staff_home
from bot.views.texts import Texts
from handlers.content import point_in, said_in
from storage.store import Tx


def words(tx: Tx, member: Staff, message: Message, _texts: Texts) -> None:
    """Pass a member's words on to the person of the case they belong to."""
    staff_home.present(tx, member)
    said = _said(message)
    if said is None:
        lawyer_words.say(tx, member, "words-not-this-kind")
        return
    reply = message.reply_to_message
    lawyer_words.arrived(tx, member, said, message.message_id, None if reply is None else reply.message_id)


def edited(tx: Tx, member: Staff, message: Message) -> None:
    """Say that an edit reaches nobody: what was sent stands in the person's chat as it was."""
    staff_home.present(tx, member)
    if message.location is None:  # a live location is edited all the time
        lawyer_words.say(tx, member, "words-edit-not-sent")


def _said(message: Message) -> dict[str, Any] | None:
    """Return text and media, None for a kind that cannot be passed on, or not without showing who wrote."""
    if message.contact is not None:
        return None
    point = point_in(message)
    if point is not None:
        return {"text": "", "media": {"kind": "location", "lat": point[0], "lon": point[1]}}
    return said_in(message)
