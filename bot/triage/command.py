"""`kalkan triage`: the decisions go to standard output, all else to standard error."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot.domain.triage.model import ModelError
from bot.errors import StartError
from bot.triage.lines import judge_lines

_STDIN = 0


def judge_file(file: Path | None, *, score: bool) -> None:
    """Judge FILE, or standard input; exit with 1 where a line could not be read as it is.

    Raises StartError where FILE, or the triage's own file, cannot be read.
    """
    try:
        report = judge_lines(_lines(file), sys.stdout)
    except ModelError as error:
        raise StartError(str(error)) from None
    for complaint in report.complaints():
        click.echo(f"kalkan: {complaint}", err=True)
    if score:
        click.echo(report.score(), err=True)
    if report.faults:
        sys.exit(1)


def _lines(file: Path | None) -> Iterator[bytes]:
    try:
        with os.fdopen(_STDIN, "rb", closefd=False) if file is None else file.open("rb") as lines:
            yield from lines
    except OSError as error:
        raise StartError(f"cannot read {file or 'standard input'}: {error.strerror}") from None
