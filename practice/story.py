"""Stories: guided scenarios as data, one TOML file each in practice/stories.

A story has words in three languages, phones in the order in which the page shows them, and steps. A step says what to
do, gives a hint, and lists in `until` what must be so before the next one begins. `auto` is what the room itself plays
meanwhile for those whom nobody holds; `play` is what a visitor who does everything right would do, which is how tests
walk through. `check` lists what must be so at the end, each with its own words.

| an act (auto, play)             | is                                                                              |
|---------------------------------|---------------------------------------------------------------------------------|
| by = "relative", start = true   | presses START; `link = true` opens the invitation                               |
| by = "relative", tap = "🆘"     | taps the newest button whose label begins so; `own = true`: in the story's tongue |
| by = "relative", button = 2     | taps the second button of the newest message that has any                       |
| by = "relative", write = {...}  | writes, in the story's language; `command = "/week"` writes that                |
| by = "person", taken = true     | an officer takes the phone; `locked = false` unlocks it                         |
| next = true, clock = "03:00"    | jumps to the next event (`next = "checkin"`: of that kind); to that time of day; |
|                                 | `weekday = 0`: on a Monday                                                      |
| add = "newcomer"                | a part of `parts` gets a phone                                                  |
`pause` is seconds before an act; several names in `by` mean: whoever can; `can = "🔒"`: who has such a button.

| a condition (until, check)        | holds when                                                                    |
|-----------------------------------|-------------------------------------------------------------------------------|
| by, did = "start"                 | did that after the step before was over (start link send lock unlock taken)     |
| by, tapped = "🆘"                 | tapped or pressed such a button; `button = [2]`: the second of its message |
| by, command = "/week"             | sent that                                                                     |
| by, got = true / rang = true      | a message has come since the step began / with a sound                        |
| by, sees = "✅"                   | a button whose label begins so is on the screen                               |
| by, reads = "P0"                  | these signs stand in a message on the screen; only what no language changes    |
| by, empty = true                  | nothing is on the screen                                                      |
| by, hides = "person"              | that person's name stands nowhere on the screen                               |
| by, calm = true                   | nothing has rung since the story began                                        |
| due = ["escalate"] / quiet = [...] | one of these will happen by itself / none of them will                        |
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from practice.cast import LANGUAGES, REGIONS, ROLES, Part

FOLDER = Path(__file__).parent / "stories"

Words = Mapping[str, str]
_ACTS = frozenset({"start", "link", "tap", "button", "write", "command", "taken", "locked", "next", "clock", "add"})
_CONDITIONS = frozenset(
    {"did", "tapped", "button", "command", "got", "rang", "sees", "reads", "empty", "hides", "calm", "due", "quiet"}
)
_ACT_DETAILS = frozenset({"by", "own", "pause", "weekday", "can"})


class StoryError(ValueError):
    """A story file is wrong; the message names the story and what to mend."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does: `what` is one of the acts above."""

    what: str
    value: Any
    by: tuple[str, ...] = ()
    own: bool = False
    pause: float = 0.6
    weekday: int | None = None
    can: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be so: `what` is one of the conditions above."""

    what: str
    value: Any
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    phone: str
    say: Words
    hint: Words
    until: tuple[Condition, ...]
    auto: tuple[Act, ...] = ()
    play: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """What must be so at the end, in words."""

    say: Words
    holds: Condition


@dataclass(frozen=True, slots=True)
class Story:
    """One story."""

    id: str
    minutes: int
    title: Words
    about: Words
    ending: Words
    phones: tuple[str, ...]
    steps: tuple[Step, ...]
    checks: tuple[Check, ...]
    parts: Mapping[str, Part] = field(default_factory=dict)


def load_stories(folder: Path = FOLDER) -> list[Story]:
    """Return all stories in the order of their `order`; raises StoryError."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            raw = tomllib.loads(path.read_text(encoding="utf8"))
            found.append((raw["order"], _story(path.stem, raw)))
        except (KeyError, TypeError, ValueError, tomllib.TOMLDecodeError) as error:
            raise StoryError(f"{path.name}: {error!r}") from None
    return [story for _, story in sorted(found, key=lambda pair: pair[0])]


def _story(name: str, raw: Mapping[str, Any]) -> Story:
    return Story(
        id=name,
        minutes=int(raw["minutes"]),
        title=_words(raw["title"]),
        about=_words(raw["about"]),
        ending=_words(raw["ending"]),
        phones=tuple(raw["phones"]),
        steps=tuple(_step(one) for one in raw["step"]),
        checks=tuple(Check(_words(one["say"]), _condition(one["holds"])) for one in raw["check"]),
        parts={one["key"]: _part(one) for one in raw.get("part", ())},
    )


def _step(raw: Mapping[str, Any]) -> Step:
    return Step(
        phone=raw["phone"],
        say=_words(raw["say"]),
        hint=_words(raw["hint"]),
        until=tuple(_condition(one) for one in raw["until"]),
        auto=tuple(_act(one) for one in raw.get("auto", ())),
        play=tuple(_act(one) for one in raw.get("play", ())),
    )


def _act(raw: Mapping[str, Any]) -> Act:
    what = _only(_ACTS, raw, set(raw) - _ACT_DETAILS)
    value = _words(raw[what]) if what == "write" else raw[what]
    details = {key: raw[key] for key in _ACT_DETAILS - {"by"} if key in raw}
    return Act(what, value, _names(raw), **details)


def _condition(raw: Mapping[str, Any]) -> Condition:
    what = _only(_CONDITIONS, raw, set(raw) - {"by"})
    return Condition(what, raw[what], _names(raw))


def _only(known: frozenset[str], raw: Mapping[str, Any], said: Iterable[str]) -> str:
    names = list(said)
    if len(names) != 1 or names[0] not in known:
        raise ValueError(f"{dict(raw)}: say exactly one of {', '.join(sorted(known))}")
    return names[0]


def _names(raw: Mapping[str, Any]) -> tuple[str, ...]:
    by = raw.get("by", ())
    return (by,) if isinstance(by, str) else tuple(by)


def _words(raw: Mapping[str, str]) -> Words:
    missing = [code for code in LANGUAGES if not raw.get(code, "").strip()]
    if missing:
        raise ValueError(f"no words in {', '.join(missing)}: {dict(raw)}")
    return dict(raw)


def _part(raw: Mapping[str, str]) -> Part:
    if raw["role"] not in ROLES or raw.get("region", "bishkek") not in REGIONS:
        raise ValueError(f"{dict(raw)}: no such role or region")
    return Part(raw["key"], raw["role"], raw["name"], "", raw.get("region", ""))
