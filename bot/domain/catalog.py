"""The rules that are data: questionnaires, code lists, rights, time limits, priorities. Read once at start."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.codelists import CodeLists
from bot.domain.form import Form
from bot.domain.limits import Limits
from bot.domain.priority import Rules
from bot.domain.rights import RightsPage


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything read from bot/*.toml."""

    codes: CodeLists
    forms: Mapping[str, Form]
    rights: Mapping[str, RightsPage]
    limits: Limits
    priorities: Rules = field(default_factory=Rules)
