"""The command line. Errors are one line that says what to do; exit codes 0, 1 (a problem), 2 (wrong usage)."""

import gc
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import click

from bot.config import Settings, SettingsError
from bot.errors import StartError
from bot.read_config import load

CONFIG = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=lambda: os.environ.get("KALKAN_CONFIG", "config.toml"),
    help="The settings file (default: KALKAN_CONFIG, else config.toml here).",
)


@click.group(context_settings={"help_option_names": ["--help"]})
def main() -> None:
    """Kalkan: a hotline for people in contact with police."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # else the library warns, on the screen, of its own next version


@main.command()
@click.option(
    "--dir", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Where to put them."
)
def init(folder: Path) -> None:
    """Write DIR/config.toml, DIR/data/ and DIR/kalkan.key; never overwrite."""
    from bot.init import init_folder

    _report(lambda: init_folder(folder))


@main.command()
@CONFIG
@click.option("--clock", "clock_url", default="", help="Follow a practice clock (loopback only).")
def run(config: Path, clock_url: str) -> None:
    """Run the hotline."""

    def start(settings: Settings) -> Coroutine[Any, Any, None]:
        gc.disable()  # what is loaded stays: looking through it again and again costs a fifth of the start
        from bot import app  # after the settings were found to be right: this takes a second
        from bot.runtime import log

        gc.freeze()
        gc.enable()
        log.set_up()
        return app.run(settings, clock_url)

    _wait(start, config)


@main.command()
@CONFIG
@click.option("--deep", is_flag=True, help="Open every case too.")
def check(config: Path, *, deep: bool) -> None:
    """Say of each thing that must be right whether it is; exit 1 if any is not."""
    import asyncio

    from bot.check import check as checked

    def whole() -> None:
        lines, fine = asyncio.run(checked(load(config), deep=deep))
        click.echo(lines)
        if not fine:
            sys.exit(1)

    _report(whole)


@main.command()
@CONFIG
@click.argument("role", type=click.Choice(["lawyer", "coordinator"]))
@click.option("--region", "regions", multiple=True, help="A region of this lawyer; may be repeated (default: all).")
@click.option("--alias", default="", help="What the coordinators call this person.")
def invite(config: Path, role: str, regions: tuple[str, ...], alias: str) -> None:
    """Print one single-use link by which a lawyer or coordinator joins."""
    from bot.invite import invite_link

    _wait(lambda settings: invite_link(settings, role, regions, alias), config)


@main.command()
@CONFIG
@click.option("--week", default=None, help="One ISO week, such as 2026-W47 (default: the running one).")
@click.option("--from", "since", default=None, help="First day, such as 2026-11-01; whole weeks are counted.")
@click.option("--to", "until", default=None, help="Last day.")
@click.option("--by", "facets", multiple=True, help="Only this facet; may be repeated.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "xlsx"]), default="table")
@click.option("--publish", default=None, type=click.Choice(["week"]), help="Withhold whatever could point at somebody.")
@click.option("--lang", type=click.Choice(["ru", "ky", "en"]), default="ru")
def counts(  # noqa: PLR0913, PLR0917 - one for each option of the command
    config: Path,
    week: str | None,
    since: str | None,
    until: str | None,
    facets: tuple[str, ...],
    form: str,
    publish: str | None,
    lang: str,
) -> None:
    """Print the numbers, the same as /week shows."""
    from bot.counts import Asked
    from bot.counts import counts as counted

    asked = Asked(week, since, until, facets, form, publish is not None, lang)
    _wait(lambda settings: counted(settings, asked), config)


@main.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--score", is_flag=True, help='Tell, after all, how often lines with "urgent": true or false were wrong.')
def triage(file: Path | None, *, score: bool) -> None:
    """Judge texts, one a line or JSON lines, from FILE or standard input; needs no settings."""
    from bot.triage.command import judge_file

    _report(lambda: judge_file(None if file == Path("-") else file, score=score))


@main.command()
@click.option("--port", default=8020, help="Where the page is, on 127.0.0.1.")
def practice(port: int) -> None:
    """Open the practice room: everything real, nothing at stake, nothing leaves this computer."""
    from practice.room import main as room

    room(port)


def _wait(act: Any, config: Path) -> None:
    import asyncio  # here, as in the other acts: `triage` is ready in half the time without it

    def whole() -> None:
        settings: Settings = load(config)
        work: Coroutine[Any, Any, str | bytes | None] = act(settings)
        printed = asyncio.run(work)
        if printed:
            click.echo(printed, nl=isinstance(printed, str))

    _report(whole)


def _report(act: Any) -> None:
    from storage.errors import StorageError

    try:
        act()
    except (SettingsError, StartError, StorageError) as error:
        click.echo(f"kalkan: {error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
