"""`python -m bot.opened --config FILE`: what the keys open, for the practice room's look under the hood.

Reads table names on its input, one a line, and answers each with one line of JSON, until the input ends. It is no
subcommand of `kalkan`, and serves no hotline but one whose Telegram is on this computer.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import click

from bot.cli import CONFIG
from bot.clock import Clock
from bot.config import Settings, SettingsError
from bot.errors import StartError
from bot.opening import opened_store
from bot.read_config import load
from storage.errors import StorageError
from storage.opened import open_table

_LONGEST = 300


@click.command()
@CONFIG
def main(config: Path) -> None:
    """Answer for each table name on the input what its sealed rows say."""
    try:
        asyncio.run(_answer(_of_practice(load(config))))
    except (SettingsError, StartError, StorageError) as error:
        click.echo(f"kalkan: {error}", err=True)
        sys.exit(1)


def _of_practice(settings: Settings) -> Settings:
    if not settings.on_loopback:
        raise StartError("rows are opened for the practice room alone: this hotline's telegram.api_url is a real one")
    return settings


async def _answer(settings: Settings) -> None:
    async with opened_store(settings, Clock(), settings.token()) as store:
        while line := await asyncio.to_thread(sys.stdin.readline):
            try:
                found = await open_table(store, line.strip())
                answer: dict[str, Any] = {"sealed": found.columns, "opened": found.values}
            except StorageError as error:
                answer = {"trouble": str(error)}
            sys.stdout.write(json.dumps(_cut(answer), ensure_ascii=False) + "\n")
            sys.stdout.flush()


def _cut(value: Any) -> Any:
    """Return JSON in which no text is longer than a person reads."""
    if isinstance(value, dict):
        return {key: _cut(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cut(each) for each in value]
    return value[:_LONGEST] + "…" if isinstance(value, str) and len(value) > _LONGEST else value


if __name__ == "__main__":
    main()
