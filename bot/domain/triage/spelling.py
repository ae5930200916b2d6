"""One spelling for all the ways in which Russian and Kyrgyz are typed.

The result is lower-case Cyrillic without the letters that people leave out or swap:

    ё э -> е    ы й -> и    ү в -> у    ө -> о    ң -> н    я ю -> иа иу    щ -> ш    ц тс -> с    ь ъ gone
    runs of one letter -> one letter: кечээ = кече, срочноооо = срочно

Latin letters are read as both languages are typed in them, whatever the habit:

    sh w -> ш    ch 4 -> ч    zh j -> ж    kh h x -> х    q 8 o' -> о    v u -> у    y i -> и    ya yu ye yo -> я ю е ё

h is ң for those who write ө ү as q 8 v ("erteh", "jahy") and х for all others ("vyhod"): one word in the message
shows which. Digits, question marks and a few pictures stay as they are; everything else is a space. Spelling twice
changes nothing (unless it is so long that only head and tail are read).
"""

import re
import unicodedata

HEAD, TAIL = 1600, 500  # letters read of a message, after decomposition: all of it, or its beginning and its end
_TAKEN = 8192  # characters looked at before that, twice what Telegram lets a text have

_FOLD = str.maketrans(
    dict(zip("ёэєыйіїүұвўөңщцқғҳәһҗ", "еееииииууууоншскгхахж", strict=True)) | {"ь": "", "ъ": "", "я": "иа", "ю": "иу"}
)
_KEPT = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяөүңіїєўқғҳұәһҗabcdefghijklmnopqrstuvwxyz0123456789")
_PICTURES = frozenset("🆘🚔🚓👮🚨🏥🚑😂🤣😄😁🎉🙏😭😢😱")
_NOTHING = frozenset("\u200b\u200c\u200d\ufe0f")
_APOSTROPHES = frozenset("'`’‘ʻʼ´")
_SPECIAL = {"ş": "sh", "ç": "ch", "ž": "zh", "š": "sh", "č": "ch", "ı": "i", "æ": "ae", "ø": "o", "ə": "a", "ñ": "h"}
_MARKED = {"s\u0327": "ş", "c\u0327": "ç", "z\u030c": "ž", "s\u030c": "š", "c\u030c": "č", "n\u0303": "ñ"}

_DIGRAPHS = (
    ("shch", "ш"), ("sch", "ш"), ("dzh", "дж"), ("zh", "ж"), ("sh", "ш"), ("ch", "ч"), ("kh", "х"), ("gh", "г"),
    ("ck", "к"),
    ("ts", "с"), ("ya", "иа"), ("yu", "иу"), ("ye", "е"), ("yo", "е"), ("ju", "жу"),
)  # fmt: skip
_LETTERS = str.maketrans("abcdefgijklmnopqrstuvwxyz", "абсдефгижклмнопорстуушхиз")
_RUN = re.compile(r"([^\W\d_])\1+")
_FOUR = re.compile(r"(?<=[a-z])4(?![0-9])|(?<![0-9])4(?=[a-z])")
_EIGHT = re.compile(r"(?<=[a-z])8(?![0-9])|(?<![0-9])8(?=[a-z])")
_LATIN = re.compile(r"[a-z]")
_VOWEL_V = re.compile(r"[bcdfghjklmnpqrstwxyz48]v(?:[bcdfghjklmnpqrstwxz48]|\b)|[a-z][8q]|[8q][a-z]")


class _Plain(dict[int, str]):
    """What each character stands for, found at its first use: lower-case letters, a digit, a picture or a space."""

    _MOST = 4096

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if len(self) < self._MOST:
            self[code] = plain
        return plain


def _plain(char: str) -> str:
    """Marks above letters are dropped."""
    decomposed = unicodedata.normalize("NFKD", char)
    for mark, letter in _MARKED.items():
        decomposed = decomposed.replace(mark, letter).replace(mark.upper(), letter)
    out = []
    for each in decomposed.casefold():
        if each in _SPECIAL:
            out.append(_SPECIAL[each])
        elif each in _PICTURES or each == "?":
            out.append(f" {each} ")
        elif each in _KEPT:
            out.append(each)
        elif each not in _APOSTROPHES and not unicodedata.combining(each) and each not in _NOTHING:
            out.append(" ")
    return "".join(out)


_TABLE = _Plain()


def spell(text: str) -> str:
    """The message in the one spelling, words separated by single spaces."""
    text = text[:_TAKEN]
    for mark, letter in _MARKED.items():
        text = text.replace(mark, letter).replace(mark.upper(), letter)
    plain = text.translate(_TABLE)
    if len(plain) > HEAD + TAIL:
        plain = f"{plain[:HEAD]} {plain[-TAIL:]}"
    if _LATIN.search(plain):
        plain = _from_latin(plain)
    plain = _RUN.sub(r"\1", plain.translate(_FOLD).replace("ио", "е"))
    return " ".join(_RUN.sub(r"\1", plain.replace("тс", "с")).split())


def _from_latin(plain: str) -> str:
    """Latin letters, and the digits that stand for letters among them, as they would be in Cyrillic."""
    h = "н" if _VOWEL_V.search(plain) else "х"
    plain = _EIGHT.sub("o", _FOUR.sub("ch", plain))
    for pair, letter in _DIGRAPHS:
        plain = plain.replace(pair, letter)
    return plain.replace("h", h).translate(_LETTERS)
