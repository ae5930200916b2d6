"""The settings of a hotline and their defaults; `bot/read_config.py` reads them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.domain.durations import parse_duration, parse_time_of_day

REGIONS = ("bishkek", "chuy", "osh", "jalal-abad", "batken", "issyk-kul", "naryn", "talas")
LANGUAGES = ("ru", "ky", "en")


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
