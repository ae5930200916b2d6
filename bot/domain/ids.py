"""The names things go by. None of them says anything about a person."""

from typing import NewType

CaseId = NewType("CaseId", bytes)
"""12 random bytes."""
Who = NewType("Who", bytes)
"""16 bytes: the keyed hash of bot id and Telegram id; the same for a person, a lawyer and their chat."""
Chat = NewType("Chat", int)
"""A Telegram chat id; lives only in sealed rows and in memory."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford base32: nothing that is misread or misheard."""
CODE_LENGTH = 8


def code_from(random: bytes) -> str:
    """Return a case code of 8 Crockford letters from at least 8 random bytes."""
    return "".join(ALPHABET[byte % 32] for byte in random[:CODE_LENGTH])


def show_code(code: str) -> str:
    """Return the code as it is read aloud: two groups of four."""
    return f"{code[:4]}-{code[4:]}"
