"""The words themselves: safe in somebody else's hands, without blame, gender or false hope; words.md as a test."""

import re

import pytest
from fluent.syntax import ast

from bot.views.texts import Texts
from tests.fluent_files import LANGUAGES, LOCALES, STAFF_FILES, formatted, literal, patterns


def offenders(language: str, forbidden: str, *, person_only: bool = False) -> list[str]:
    """Return "id: word" for each text in which the pattern `forbidden` occurs."""
    searched = re.compile(forbidden, re.IGNORECASE)
    return [
        f"{name}: {hit[0]}"
        for file, name, pattern in patterns(language)
        if not (person_only and STAFF_FILES.match(file)) and (hit := searched.search(literal(pattern)))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_mixes_alphabets(language: str) -> None:
    """A Latin "o" in a Russian word breaks search, screen readers and the narrower fonts."""
    mixed = re.compile(r"\w*(?:[A-Za-z]\w*[Ѐ-ӿ]|[Ѐ-ӿ]\w*[A-Za-z])\w*")

    bad = [f"{name}: {hit[0]}" for _, name, each in patterns(language) if (hit := mixed.search(literal(each)))]

    assert bad == []


KYRGYZ_ONLY = "[үөңҮӨҢ]"


def test_kyrgyz_letters_stay_in_kyrgyz() -> None:
    assert offenders("ru", KYRGYZ_ONLY) == []
    assert offenders("en", "[Ѐ-ӿ]") == []


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("ru", r"наркоман|ломк[аиуе]|зависим\w+|торчок|дежурн"),
        ("ru", r"вас (приняли|взяли)|дело закрыто|помощь (уже )?(идёт|едет)|вас отпустят|адвокат (уже )?едет"),
        ("ru", r"жума|молчите"),
        ("ky", r"\bбаңги(?!зат)|наркоман|ломка|көз каранды|нөөмөт|жактоочу"),
        ("ky", r"\bжума|\bөчүр|унчукпа|\bпара\b|күнөөлүү эмес|адвокат (бара )?жатат"),
        ("ky", r"\bайып(?! пул)(?!т)"),
        ("en", r"\baddict|junkie|drug user|drug abuse|\bclean\b|help is (on|coming)|you will be released"),
    ],
)
def test_words_that_harm_are_nowhere(language: str, stem: str) -> None:
    assert offenders(language, stem) == []


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("ru", r"наркот|наркол|метадон|бупрен|\bОЗТ\b|\bВИЧ\b|туберкул|гепатит|лечени|терапи|доза\b|дозу\b|диагноз"),
        ("ru", r"\bсообщите|\bсообщить|анонимн|\bдел[оау]\b|заплатил|откупи|снижени\w+ вреда"),
        ("ky", r"баңгизат|маңзат|нарколог|метадон|\bВИЧ|терапия|дарылоо|кургак учук|диагноз"),
        ("ky", r"анонимд|\bиш(и|ти|иңиз)?\b"),
        (
            "en",
            r"\bdrug|methadone|narcotic|buprenorphine|\bOST\b|\bHIV\b|\btherapy|\btreatment|tubercul|harm reduction",
        ),
        ("en", r"anonymous|\bpaid\b|criminal case"),
    ],
)
def test_a_person_s_screen_names_no_substance_treatment_or_case(language: str, stem: str) -> None:
    assert offenders(language, stem, person_only=True) == []


def test_russian_has_no_gender() -> None:
    """Neither "(а)" nor the short forms that would guess who is reading."""
    either = r"\w\((а|ла|ась|на|ая)\)|\w/(а|ла|ая)\b"
    stems = "соглас(ен|на)|занята?|задержана?|арестована?|пострадала?|готова?|уверена?|должна?|должен|дорог(ой|ая)"
    short = rf"\b({stems})\b"

    assert offenders("ru", f"{either}|{short}") == []
    assert offenders("ru", r"\b(вы|ты) (?:\w+ )?\w{2,}(л|ла|лся|лась)\b") == []


SUFFIX = re.compile(
    r"^(?:\w|-(?:[гкнтд][аеоө]|[дт][аеоө]н|[нтд][ыиуү]н?|[лтд][аеоө]р\w*|чы|чи|[сш]ы|си|ынчы|инчи|унчу|үнчү)\b)"
)


def test_no_kyrgyz_ending_hangs_on_a_variable() -> None:
    """15:00гө, but 15:30га: an ending cannot be right for every value."""
    glued = [
        f"{name}: {after.value[:8]}"
        for _, name, pattern in patterns("ky")
        for before, after in zip(pattern.elements, pattern.elements[1:], strict=False)
        if isinstance(before, ast.Placeable) and isinstance(after, ast.TextElement) and SUFFIX.match(after.value)
    ]

    assert glued == []


EMOJI = (
    *("🆘", "📝", "📖", "💬", "📂", "🌐", "🙈", "🗑", "✅", "❌", "⏭", "↩", "📍", "👥", "📊", "📥", "🔒", "🔁"),
    *("⏰", "🏁", "ℹ", "➕", "🚗", "⏳", "📵", "◀", "▶"),
)
BUTTONS = {
    "sos": "🆘", "report": "📝", "rights": "📖", "write-lawyer": "💬", "write-person": "💬", "reports": "📂",
    "cases": "📂", "language": "🌐", "hide": "🙈", "erase": "🗑", "yes": "✅", "confirm": "✅", "take": "✅",
    "no": "❌", "pass": "❌", "withdraw": "❌", "skip": "⏭", "back": "↩", "place-me": "📍", "place-other": "📍",
    "duty": "👥", "counts": "📊", "file": "📥", "close": "🔒", "handover": "🔁", "limits": "⏰", "send": "🏁",
    "details": "ℹ", "add": "➕", "second-person": "➕", "on-my-way": "🚗", "busy": "⏳", "busy-until": "⏳",
    "phone-risk": "📵",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_carry_the_sign_people_are_trained_on(language: str) -> None:
    buttons = {name: text for name, text in formatted(language) if name.startswith("button-")}
    signs = {name: next((sign for sign in EMOJI if text.startswith(sign)), None) for name, text in buttons.items()}

    assert [name for name, sign in signs.items() if sign is None] == []
    assert {name: signs[f"button-{name}"] for name in BUTTONS} == BUTTONS


def test_a_button_has_one_sign_in_every_language() -> None:
    signs = [
        {name: text.split()[0].replace("\ufe0f", "") for name, text in formatted(each) if name.startswith("button-")}
        for each in LANGUAGES
    ]

    assert signs[0] == signs[1] == signs[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_fit_a_phone(language: str) -> None:
    """About 38 letters stand in one row of a narrow phone; a code has a row of its own."""
    long = [name for name, text in formatted(language) if re.match(r"button-|code-", name) and len(text) > 38]

    assert long == []


LOCK_SCREEN = 60
TELLING = {
    "ru": r"травм|избит|бил|беремен|лекарств|врач|деньг|денег|признан|сделали с вами|взятк|суд\b|обвин",
    "ky": r"жаракат|сабаш|бойлуу|\bдары|\bакча|мойн|кылышканын|пара\b|сот\b|айып",
    "en": r"injur|beaten|pregnan|medicine|doctor|money|confess|done to you|bribe|court|charge",
}
OPENING = re.compile(
    r"^(reminder-screen|deadlines-header|deadline-ask|ask-|rights-header|summary-title|sos-other-contact|checkin-(?!.*button))"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_says_nothing_but_the_day(language: str) -> None:
    """Not police, not law, not even that there is a report: somebody else may read it over a shoulder."""
    telling = re.compile(
        r"мили|юри|закон|прав|суд|штраф|жалоб|обращ|срок|мыйзам|укук|сот|айып|даттан|кайрылуу|мөөнөт|police|law|right|court|fine|"
        r"complain|report|limit|deadline|kalkan|калкан",
        re.IGNORECASE,
    )
    said = [text for name, text in formatted(language) if name == "reminder-screen"]

    assert said
    assert not any(telling.search(text) for text in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_lock_screen_shows_is_harmless(language: str) -> None:
    """The first 60 characters of whatever opens a message to a person."""
    telling = re.compile(TELLING[language], re.IGNORECASE)

    bad = [name for name, text in formatted(language) if OPENING.match(name) and telling.search(text[:LOCK_SCREEN])]

    assert bad == []
    assert len(Texts.load(LOCALES, [language])(language, "rights-header")) >= LOCK_SCREEN
