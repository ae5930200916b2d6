"""The texts are the same in every language, complete, and every one of them can be formatted."""

import re
import tomllib
from pathlib import Path

import pytest
from moz.l10n.formats import Format
from moz.l10n.lint.content import EmptyTranslation, LeadingWhitespaceMismatch, TrailingWhitespaceMismatch
from moz.l10n.lint.model import LintContext
from moz.l10n.model import Entry, Message
from moz.l10n.resource import parse_resource

from bot.config import REGIONS
from bot.domain.form import forms_from_toml
from bot.views.texts import Texts
from tests.fluent_files import FILES, LANGUAGES, LOCALES, ROOT, codes, entries, formatted, pages, uses


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files(language: str) -> None:
    assert {path.name for path in FILES if path.parent.name == language} == {path.name for path in FILES}


def messages(path: Path) -> dict[str, Message]:
    """Return what moz.l10n reads in a file; it raises where Fluent's own parser would drop a line."""
    entries_read = [entry for section in parse_resource(str(path)).sections for entry in section.entries]
    return {".".join(each.id): each.value for each in entries_read if isinstance(each, Entry)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_lints(path: Path) -> None:
    """moz.l10n finds no empty text and no stray space, compared with the Russian one."""
    context = LintContext(Format.fluent)
    rules = (EmptyTranslation(), LeadingWhitespaceMismatch(), TrailingWhitespaceMismatch())
    russian = messages(LOCALES / "ru" / path.name)

    found = [
        f"{name}: {problem.message}"
        for name, message in messages(path).items()
        for rule in rules
        for problem in rule.check(message, russian[name], context)
    ]

    assert russian
    assert found == []


@pytest.mark.parametrize("language", ["ky", "en"])
def test_same_ids_and_variables_as_russian(language: str) -> None:
    russian, other = entries("ru"), entries(language)

    assert sorted(other) == sorted(russian)
    different = [
        name for name in russian if uses(russian[name], russian).variables != uses(other[name], other).variables
    ]
    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_formatted(language: str) -> None:
    """The strict loader raises on any error; and nothing comes out empty or with a hole."""
    bad = [name for name, text in formatted(language) if not text.strip() or "{" in text or "\ue000" in text]

    assert bad == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_questions_and_rights_have_their_words(language: str) -> None:
    known = entries(language).keys()
    lists = codes()
    forms = forms_from_toml(tomllib.loads((ROOT / "bot/form.toml").read_text(encoding="utf8")), lists)
    wanted = {f"code-{name}-{code}" for name, ids in lists.lists.items() for code in ids}
    for form in forms.values():
        for question in form.questions:
            wanted |= {question.ask, f"label-{question.id}"}
            wanted |= {f"{question.labels}-{option}" for option in question.options}
    for page in pages().values():
        wanted |= {page.title, *page.note, *page.lines}

    assert wanted - known == set()
    stale = {name for name in known if re.match(r"code-|ask-|rights-.*-\d+$", name)} - wanted - {"ask-who"}
    assert stale == set()


def test_settings_and_codes_know_the_same_regions() -> None:
    assert (*REGIONS, "unknown") == codes().lists["region"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_rights_fits_one_message_and_one_look(language: str) -> None:
    texts = Texts.load(LOCALES, [language])
    for page in pages().values():
        assert 4 <= len(page.lines) <= 7, page.id
        assert all(len(texts(language, line)) <= 170 for line in page.lines), page.id
        assert not page.lawyer_confirmed or page.edition != "mid-2024"
