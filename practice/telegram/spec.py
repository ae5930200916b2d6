"""Checks every call against the Bot API itself.

Each method and each type becomes one compiled function, made when it is first needed, so that a
call costs microseconds. A parameter arrives as text (form fields) or as JSON (a JSON body); the
check returns it in its real type. What the API does not know is collected as a problem: real
Telegram silently ignores an unknown parameter, which is how typing errors live for years.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from practice.telegram.checks import (
    SCALARS,
    Check,
    Parameter,
    SpecError,
    Uploaded,
    array,
    chat_id,
    lenient,
)
from practice.telegram.jsontypes import Json

_ARRAY = "Array of "


class Spec:
    """The Bot API as checks; one instance may serve many servers."""

    def __init__(self, api: Json) -> None:
        self._api = api
        self._methods: dict[str, dict[str, Parameter]] = {}
        self._types: dict[str, Check] = {}
        self._names = {name.lower(): name for name in api["methods"]}

    @classmethod
    def load(cls) -> Spec:
        """Read the description that ships with the package."""
        text = files("practice").joinpath("botapi-10.0.json").read_text("utf-8")
        return cls(json.loads(text))

    def method_name(self, name: str) -> str | None:
        """The method's name as documented; Telegram ignores the case."""
        return self._names.get(name.lower())

    def method(self, name: str) -> dict[str, Parameter]:
        """The compiled parameters of a method."""
        known = self._methods.get(name)
        if known is None:
            fields = self._api["methods"][name]["fields"]
            known = {field[0]: self._parameter(field[1], required=bool(field[2])) for field in fields}
            self._methods[name] = known
        return known

    def check_call(self, name: str, given: Mapping[str, Any]) -> tuple[Json, list[str]]:
        """Return the typed parameters and what is wrong with the call."""
        known = self.method(name)
        typed: Json = {}
        problems: list[str] = []
        for key, value in given.items():
            parameter = known.get(key)
            if parameter is None:
                if not isinstance(value, Uploaded):  # a file that attach:// refers to
                    problems.append(f"unknown parameter {key}")
                continue
            try:
                typed[key] = parameter.typed(value, key)
            except SpecError as error:
                problems.append(f"wrong parameter {error}")
        problems += [
            f"missing parameter {key}" for key, parameter in known.items() if parameter.required and key not in given
        ]
        return typed, problems

    def check_result(self, method: str, result: Any) -> None:
        """Raise SpecError unless a method may return this."""
        self._any_of(self._api["methods"][method]["returns"])(result, method)

    def check_type(self, name: str, value: Any) -> None:
        """Raise SpecError unless the value is a valid object of the type, e.g. "Update"."""
        self._type(name)(value, name)

    def _parameter(self, types: list[str], *, required: bool) -> Parameter:
        if types == ["Integer", "String"]:
            return Parameter(required, chat_id, structured=False)
        if len(types) == 1 and types[0] in SCALARS:
            return Parameter(required, lenient(types[0]), structured=False)
        structured = not SCALARS.keys() >= set(types)
        return Parameter(required, self._any_of(types), structured)

    def _type(self, name: str) -> Check:
        check = self._types.get(name)
        if check is None:
            # Types refer to each other in circles: the name is bound before it is compiled.
            self._types[name] = self._later(name)
            check = self._types[name] = self._compile(name)
        return check

    def _later(self, name: str) -> Check:
        def check(value: Any, where: str) -> Any:
            return self._types[name](value, where)

        return check

    def _compile(self, name: str) -> Check:
        if name.startswith(_ARRAY):
            return array(self._type(name.removeprefix(_ARRAY)))
        if name in SCALARS:
            return SCALARS[name]
        entry = self._api["types"][name]
        if "subtypes" in entry:
            return self._any_of(entry["subtypes"])
        return self._object(entry["fields"])

    def _any_of(self, names: list[str]) -> Check:
        if len(names) == 1:
            return self._type(names[0])
        if all(name.startswith(_ARRAY) for name in names):  # an album mixes its kinds
            return array(self._any_of([name.removeprefix(_ARRAY) for name in names]))
        checks = [self._type(name) for name in names]

        def check(value: Any, where: str) -> Any:
            first: SpecError | None = None
            for each in checks:
                try:
                    return each(value, where)
                except SpecError as error:
                    first = first or error
            raise first or SpecError(where)

        return check

    def _object(self, fields: list[list[Any]]) -> Check:
        checks = {field[0]: self._any_of(field[1]) for field in fields}
        required = [field[0] for field in fields if field[2]]
        constants = {field[0]: field[3] for field in fields if len(field) > 3}

        def check(value: Any, where: str) -> Any:
            if not isinstance(value, dict):
                raise SpecError(f"{where}: an object is expected")
            _complete(value, where, required, constants)
            for key, each in value.items():
                known = checks.get(key)
                if known is None:
                    raise SpecError(f"{where}.{key} is unknown")
                known(each, f"{where}.{key}")
            return value

        return check


def _complete(value: Json, where: str, required: list[str], constants: Json) -> None:
    for key in required:
        if key not in value:
            raise SpecError(f"{where}.{key} is missing")
    for key, constant in constants.items():
        if key in value and value[key] != constant:
            raise SpecError(f"{where}.{key}: {constant} is expected")
