"""Two verbs, seal and open, and nothing to choose.

A sealed value is  version (1 byte) · key id (4) · nonce (12) · AES-256-GCM ciphertext.  What is sealed is
padded to a bucket first, so that a length tells little, and bound to its place (table, row, version) as
associated data, so that a row moved elsewhere does not open. A nonce is 96 random bits: one key seals far
fewer than 2^32 values before the nightly epoch or the end of its case retires it.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

from storage.errors import DamagedError

VERSION = 1
KEY_BYTES = 32
_ID_BYTES = 4
_NONCE_BYTES = 12
_HEADER = 1 + _ID_BYTES + _NONCE_BYTES
_SMALLEST = 64


def pad(plain: bytes) -> bytes:
    """Return `plain` with its length in front, filled up with zeros to the next power of two (64 at least)."""
    needed = len(plain) + 4
    bucket = max(_SMALLEST, 1 << (needed - 1).bit_length())
    return len(plain).to_bytes(4, "big") + plain + bytes(bucket - needed)


def unpad(padded: bytes) -> bytes:
    """Undo `pad`; raises DamagedError."""
    length = int.from_bytes(padded[:4], "big")
    if length > len(padded) - 4:
        message = "a sealed row has a wrong length"
        raise DamagedError(message)
    return padded[4 : 4 + length]


def place(table: str, row: bytes, version: int = 0) -> bytes:
    """Return the associated data that binds a value to its table, row and version."""
    return table.encode() + b"|" + row + b"|" + str(version).encode()


def to_json(value: Any) -> bytes:
    """Write JSON in which bytes are kept as {"~": hex}; what people type can never look like that."""
    return _WRITER.encode(value).encode("utf8", "surrogatepass")


def from_json(data: bytes) -> Any:
    """Read what `to_json` wrote."""
    return _READER.decode(data.decode("utf8", "surrogatepass"))


def _write_bytes(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"~": value.hex()}
    message = f"{type(value).__name__} does not belong in a sealed row"
    raise TypeError(message)


def _read_bytes(value: dict[str, Any]) -> Any:
    return bytes.fromhex(value["~"]) if len(value) == 1 and "~" in value else value


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_write_bytes)
_READER = json.JSONDecoder(object_hook=_read_bytes)  # json.dumps and json.loads would make one at every call


@dataclass(frozen=True, slots=True)
class Key:
    """One AES-256 key and its public id. The secret never shows in a repr."""

    id: bytes
    secret: bytes = field(repr=False)
    _cipher: AESGCM = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare the cipher once."""
        object.__setattr__(self, "_cipher", AESGCM(self.secret))

    @classmethod
    def new(cls, random: Callable[[int], bytes] = os.urandom) -> "Key":
        """Make a random key with a random id."""
        return cls(random(_ID_BYTES), random(KEY_BYTES))

    def seal(self, plain: bytes, where: bytes) -> bytes:
        """Seal bytes to the place `where`."""
        nonce = os.urandom(_NONCE_BYTES)
        return bytes([VERSION]) + self.id + nonce + self._cipher.encrypt(nonce, pad(plain), where)

    def open(self, sealed: bytes, where: bytes) -> bytes:
        """Open what was sealed to `where` under this key; raises DamagedError."""
        if len(sealed) <= _HEADER or sealed[0] != VERSION or key_id(sealed) != self.id:
            message = "a sealed row was written under another key or version"
            raise DamagedError(message)
        try:
            return unpad(self._cipher.decrypt(sealed[1 + _ID_BYTES : _HEADER], sealed[_HEADER:], where))
        except InvalidTag:
            message = "a sealed row does not open"
            raise DamagedError(message) from None

    def seal_json(self, value: Any, where: bytes) -> bytes:
        """Seal a JSON value."""
        return self.seal(to_json(value), where)

    def open_json(self, sealed: bytes, where: bytes) -> Any:
        """Open a JSON value; raises DamagedError."""
        return from_json(self.open(sealed, where))


def key_id(sealed: bytes) -> bytes:
    """Return the id of the key a value was sealed under."""
    return sealed[1 : 1 + _ID_BYTES]


class Index:
    """Keyed hashes: how rows are found without saying whom they are about."""

    TOKEN_BYTES = 16 + 12

    def __init__(self, key: Key, bot: int) -> None:
        """Bind every hash to this key and this bot id."""
        self._key = key.secret
        self._bot = str(bot).encode()
        self._siv = AESSIV(hmac.digest(key.secret, b"tokens", hashlib.sha512))

    def of(self, purpose: str, value: bytes, size: int = 16) -> bytes:
        """Return the keyed hash of `value` for one purpose."""
        return hmac.digest(self._key, purpose.encode() + b"|" + self._bot + b"|" + value, hashlib.sha256)[:size]

    def who(self, chat: int) -> bytes:
        """Return what a chat (and whoever is in it) is known by."""
        return self.of("who", str(chat).encode())

    def token(self, who: bytes, subject: bytes) -> bytes:
        """Return 28 bytes that only this chat can turn back into `subject` (12 bytes)."""
        return self._siv.encrypt(subject, [self._bot, who])

    def subject(self, who: bytes, token: bytes) -> bytes | None:
        """Return what a token stands for in this chat, or None for a forged or foreign one."""
        if len(token) != self.TOKEN_BYTES:
            return None
        try:
            return self._siv.decrypt(token, [self._bot, who])
        except InvalidTag:
            return None
