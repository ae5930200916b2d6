"""Which language somebody writes in, as far as a few words tell: Kyrgyz letters, or words a plea is made of."""

import re
from typing import Final

_KYRGYZ_LETTERS = re.compile("[үөңҮӨҢ]")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS: Final = {
    "ky": frozenset(
        [
            "жардам",
            "jardam",
            "азыр",
            "мени",
            "мага",
            "бизди",
            "кармап",
            "тинтип",
            "жатышат",
            "жатат",
            "керек",
            "кайда",
            "салам",
        ]
    ),
    "ru": frozenset(
        ["помогите", "помощь", "pomogite", "меня", "мне", "нас", "сейчас", "держат", "обыскивают", "нужна", "нужен"]
    ),
}


def tongue_of(text: str) -> str:
    """Return "ky", "ru", or "" where the words do not tell."""
    if _KYRGYZ_LETTERS.search(text):
        return "ky"
    words = set(_WORD.findall(text.lower()))
    found = [language for language, known in _WORDS.items() if words & known]
    return found[0] if len(found) == 1 else ""
