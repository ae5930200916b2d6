"""Settings: TOML read once at start. An unknown key is an error that names it, a missing one has its default."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.domain.durations import parse_duration, parse_time_of_day

REGIONS = ("bishkek", "chuy", "osh", "jalal-abad", "batken", "issyk-kul", "naryn", "talas")
LANGUAGES = ("ru", "ky", "en")
_DURATIONS = frozenset(
    {
        ("followups", "checkins"),
        ("custody", "warn_before"),
        ("custody", "warn_after"),
        ("deadlines", "remind_before"),
    }
)


class SettingsError(Exception):
    """A setting is missing, unknown or wrong; the message is one line that says which and what to write."""


def _duration(default: str) -> Any:
    return field(default=parse_duration(default), metadata={"parse": parse_duration})


@dataclass(frozen=True, slots=True)
class Telegram:
    """How Telegram is reached."""

    token_file: str = ""
    token: str = field(default="", repr=False)
    api_url: str = "https://api.telegram.org"
    delivery: str = "polling"
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1:8080"
    webhook_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Storage:
    """Where rows live."""

    url: str = "sqlite:///data/kalkan.db"


@dataclass(frozen=True, slots=True)
class Keys:
    """Where the root key lies, and to whom archived cases are sealed ("none" must be written out)."""

    file: str = "kalkan.key"
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Hotline:
    """Who is served."""

    languages: tuple[str, ...] = ("ru", "ky")
    timezone: str = "Asia/Bishkek"
    regions: tuple[str, ...] = REGIONS
    region_unknown: tuple[str, ...] = ("bishkek",)
    invite_expires: int = _duration("24h")


@dataclass(frozen=True, slots=True)
class Alerts:
    """How often lawyers are paged, in milliseconds."""

    repeat_every: int = _duration("3m")
    escalate_after: int = _duration("6m")
    claim_check_after: int = _duration("20m")
    ask_fallback: int = _duration("2m")


@dataclass(frozen=True, slots=True)
class Followups:
    """When people are asked how they are: milliseconds after the start; quiet hours in minutes after midnight."""

    checkins: tuple[int, ...] = (parse_duration("24h"), parse_duration("72h"), parse_duration("14d"))
    quiet_hours: tuple[int, int] = (parse_time_of_day("22:00"), parse_time_of_day("09:00"))


@dataclass(frozen=True, slots=True)
class Custody:
    """When lawyers hear of a limit in custody: milliseconds before it is reached, and after."""

    warn_before: tuple[int, ...] = (parse_duration("6h"), parse_duration("1h"))
    warn_after: tuple[int, ...] = (parse_duration("1h"), parse_duration("6h"))


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When a later deadline is spoken of: milliseconds before its day, whole days; 0 is the day itself."""

    remind_before: tuple[int, ...] = (parse_duration("3d"), parse_duration("1d"), parse_duration("0d"))


@dataclass(frozen=True, slots=True)
class Retention:
    """How long things stay, in milliseconds."""

    hide_after: int = _duration("10m")
    person_messages: int = _duration("47h")
    staff_messages: int = _duration("24h")
    seal_after_close: int = _duration("30d")
    erase_after_close: int = _duration("365d")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one hotline; `folder` is where relative paths start."""

    folder: Path
    telegram: Telegram = Telegram()
    storage: Storage = Storage()
    keys: Keys = Keys()
    hotline: Hotline = Hotline()
    alerts: Alerts = Alerts()
    followups: Followups = Followups()
    custody: Custody = Custody()
    deadlines: Deadlines = Deadlines()
    limits: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    retention: Retention = Retention()

    @property
    def zone(self) -> ZoneInfo:
        """Return the zone of displays, quiet hours and week borders."""
        return ZoneInfo(self.hotline.timezone)

    @property
    def key_file(self) -> Path:
        """Return where the root key lies."""
        return self.folder / self.keys.file

    @property
    def database_url(self) -> str:
        """Return the database's URL, a relative SQLite path taken from the settings' folder."""
        prefix = "sqlite:///"
        url = self.storage.url
        if url.startswith(prefix):
            return prefix + str(self.folder / url.removeprefix(prefix))
        return url

    @property
    def on_loopback(self) -> bool:
        """Tell whether the Bot API is a practice one on this machine."""
        return is_loopback(self.telegram.api_url)

    def token(self, environment: Mapping[str, str] = os.environ) -> str:
        """Return the bot's token; raises SettingsError when there is none."""
        token = environment.get("KALKAN_TOKEN", "")
        if not token and self.telegram.token_file:
            path = self.folder / self.telegram.token_file
            try:
                token = path.read_text(encoding="utf8").strip()
            except OSError:
                message = "telegram.token_file cannot be read: put the token of @BotFather into that file"
                raise SettingsError(message) from None
        token = token or self.telegram.token
        if not token:
            message = "no token: set KALKAN_TOKEN, telegram.token_file or telegram.token"
            raise SettingsError(message)
        return token


def is_loopback(url: str) -> bool:
    """Tell whether `url` points at this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


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
