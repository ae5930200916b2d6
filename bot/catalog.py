"""Reads bot/*.toml into the catalog."""

import tomllib
from pathlib import Path
from typing import Any

from bot.domain.catalog import Catalog
from bot.domain.codelists import CodeLists
from bot.domain.form import forms_from_toml
from bot.domain.limits import Overrides, limits_from_toml
from bot.domain.priority import Rules
from bot.domain.rights import pages_from_toml

_FOLDER = Path(__file__).parent


def load_catalog(limits: Overrides | None = None) -> Catalog:
    """Read and check the data files; raises CodesError, FormError, PriorityError, RightsError or LimitsError.

    `limits` are the settings' [limits], which change those of limits.toml.
    """
    codes = CodeLists.from_toml(_read("codes"))
    forms = forms_from_toml(_read("form"), codes)
    priorities = Rules.from_toml(_read("priorities"), codes, forms)
    found = limits_from_toml(_read("limits"), limits)
    return Catalog(codes, forms, pages_from_toml(_read("rights")), found, priorities)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf8"))
