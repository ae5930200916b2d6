"""Reads the settings: TOML, once at start. An unknown key is an error that names it, a missing one has its default."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import (
    LANGUAGES,
    Alerts,
    Custody,
    Deadlines,
    Followups,
    Hotline,
    Keys,
    Retention,
    Settings,
    SettingsError,
    Storage,
    Telegram,
)
from bot.domain.durations import parse_duration, parse_time_of_day

_DURATIONS = frozenset(
    {
        ("followups", "checkins"),
        ("custody", "warn_before"),
        ("custody", "warn_after"),
        ("deadlines", "remind_before"),
    }
)


def load(path: Path) -> Settings:
    """Read settings from `path`; raises SettingsError with one line that says what to do."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf8"))
    except OSError:
        message = f"no settings at {path}: run `kalkan init` or name them with --config"
        raise SettingsError(message) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name} is not valid TOML: {error}"
        raise SettingsError(message) from None
    return read(data, path.resolve().parent)


def read(data: Mapping[str, Any], folder: Path) -> Settings:
    """Check parsed settings; raises SettingsError."""
    sections: dict[str, Callable[..., Any]] = {
        "telegram": Telegram,
        "storage": Storage,
        "keys": Keys,
        "hotline": Hotline,
        "alerts": Alerts,
        "followups": Followups,
        "custody": Custody,
        "deadlines": Deadlines,
        "limits": dict,
        "retention": Retention,
    }
    unknown = [name for name in data if name not in sections]
    if unknown:
        message = f"unknown section [{unknown[0]}]; the sections are {', '.join(sections)}"
        raise SettingsError(message)
    read_sections = {name: _section(name, sections[name], data.get(name, {})) for name in sections}
    settings = Settings(folder=folder, **read_sections)
    _check(settings)
    return settings


def _section(name: str, kind: Any, given: Any) -> Any:
    if kind is dict:
        return _tables(name, given)
    known = {item.name: item for item in fields(kind)}
    if not isinstance(given, dict):
        message = f"{name} must be a section: write [{name}]"
        raise SettingsError(message)
    values = {}
    for key, value in given.items():
        if key not in known:
            message = f"unknown setting {name}.{key}; known here: {', '.join(known)}"
            raise SettingsError(message)
        try:
            values[key] = _value(name, key, value, known[key])
        except (ValueError, TypeError) as error:
            message = f"{name}.{key}: {error}"
            raise SettingsError(message) from None
    return kind(**values)


def _tables(name: str, given: Any) -> Any:
    """Return a section of sections; what stands in them is checked where it is used."""
    for key, table in given.items() if isinstance(given, dict) else [("", given)]:
        if not isinstance(table, dict):
            message = f"{name}.{key} must be a section: write [{name}.<code>]"
            raise SettingsError(message)
    return given


def _value(section: str, key: str, value: Any, item: Any) -> Any:
    if "parse" in item.metadata:
        return item.metadata["parse"](value)
    if (section, key) in _DURATIONS:
        return tuple(parse_duration(each) for each in value)
    if (section, key) == ("followups", "quiet_hours"):
        start, end = (parse_time_of_day(each) for each in value)
        return start, end
    if isinstance(item.default, tuple):
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            message = "write a list of words in quotes"
            raise ValueError(message)
        return tuple(value)
    if not isinstance(value, str):
        message = "write the value in quotes"
        raise TypeError(message)
    return value


def _check(settings: Settings) -> None:
    hotline = settings.hotline
    problems = [
        (not hotline.regions, "hotline.regions must name at least one region"),
        (
            not set(hotline.region_unknown) <= set(hotline.regions),
            "hotline.region_unknown must be among hotline.regions",
        ),
        (
            not hotline.languages or not set(hotline.languages) <= set(LANGUAGES),
            "hotline.languages: choose from ru, ky, en",
        ),
        (settings.telegram.delivery not in {"polling", "webhook"}, 'telegram.delivery must be "polling" or "webhook"'),
        (
            any(each % parse_duration("1d") for each in settings.deadlines.remind_before),
            'deadlines.remind_before: write whole days, such as "3d"',
        ),
        (
            settings.retention.person_messages >= parse_duration("48h"),
            "retention.person_messages must be under 48h: later Telegram deletes nothing",
        ),
        (
            settings.retention.staff_messages >= parse_duration("48h"),
            "retention.staff_messages must be under 48h: later Telegram deletes nothing",
        ),
    ]
    for wrong, message in problems:
        if wrong:
            raise SettingsError(message)
    try:
        ZoneInfo(hotline.timezone)
    except (KeyError, ValueError, OSError):
        message = f"hotline.timezone: {hotline.timezone!r} is not a known zone; write one such as Asia/Bishkek"
        raise SettingsError(message) from None
