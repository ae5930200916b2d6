"""An embedded Telegram: the Bot API on loopback, and phones to hold."""

from practice.telegram.attaching import Upload
from practice.telegram.hub import Telegram
from practice.telegram.phone import Phone
from practice.telegram.view import Button, Message, Popup
from practice.telegram.world import BotAccount, Call

__all__ = ["BotAccount", "Button", "Call", "Message", "Phone", "Popup", "Telegram", "Upload"]
