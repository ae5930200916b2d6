"""What a button carries: "version:act:token" within 64 bytes. The token opens only in the chat it was made for."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from bot.domain.ids import Who
from bot.services.ports import Tx

VERSION = "1"
LONGEST = 64


@dataclass(frozen=True, slots=True)
class Tap:
    """A tapped button: the act split at its dots, and what it is about."""

    act: tuple[str, ...]
    subject: bytes


def write(tx: Tx, who: Who, act: str, subject: bytes) -> str:
    """Return the callback data of a button in this chat; raises ValueError when it would not fit."""
    data = f"{VERSION}:{act}:{urlsafe_b64encode(tx.token(who, subject)).decode().rstrip('=')}"
    if len(data) > LONGEST:
        message = f"the act {act!r} is too long for a button"
        raise ValueError(message)
    return data


def read(tx: Tx, who: Who, data: str) -> Tap | None:
    """Return what a button means; None for an old, forged or foreign one."""
    version, _, rest = data.partition(":")
    act, _, token = rest.partition(":")
    if version != VERSION or not act or len(data) > LONGEST:
        return None
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    subject = tx.subject(who, raw)
    return None if subject is None else Tap(tuple(act.split(".")), subject)
