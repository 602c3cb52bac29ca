"""`segmenter explain`: why each line of a dump has its role."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segmenter.cli.deciding import decisions_of, decisions_option
from segmenter.cli.exits import SOME_FAILED
from segmenter.cli.options import config_option, encoding_option, settings_from

if TYPE_CHECKING:
    from segmenter.model import Decision, Line


@click.command()
@click.argument("place", metavar="FILE[:LINE]", type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@encoding_option
@config_option
@decisions_option
@click.pass_context
def command(
    context: click.Context,
    place: str,
    form: str,
    encoding: str | None,
    config: Path | None,
    decisions: Path | None,
) -> None:
    """Show line by line the role given, the next best role, and the cues with what they matched.

    With LINE, show that line and the ones before and after it. FILE may be - for standard input. The weights of a
    line's cues add up to its score; "worse by" is how much worse the whole dump would read with the next best role.

    \b
    Examples:
      segmenter explain page.txt
      segmenter explain page.txt:30
      segmenter explain page.txt --format json | jq '.[] | select(.margin < 2)'
    """
    from segmenter.running.dumps import problem, read, take_apart

    settings = replace(settings_from(config, encoding), decisions=decisions_of(decisions, None).rulings)
    file, line = _parted(place)
    try:
        document = take_apart(file, read(file), settings).document
    except Exception as error:
        click.echo(f"segmenter: {file}: {problem(error)}", err=True)
        context.exit(SOME_FAILED)
    judged = list(zip(document.lines, document.decisions, strict=True))
    if line is not None:
        judged = _around(judged, line, file)
    _print(judged, form)


def _parted(place: str) -> tuple[str, int | None]:
    """The file and the line number; a file that is so called has the precedence."""
    file, colon, number = place.rpartition(":")
    if colon and number.isascii() and number.isdigit() and not Path(place).exists():
        return file, int(number)
    return place, None


def _around(judged: Sequence[tuple[Line, Decision]], number: int, file: str) -> list[tuple[Line, Decision]]:
    """The line with the one before and the one after it that are not blank."""
    numbers = [line.number for line, _ in judged]
    if number not in numbers:
        raise click.BadParameter(f"line {number} of {file} is blank, or beyond its last line")
    place = numbers.index(number)
    return list(judged[max(0, place - 1) : place + 2])


def _print(judged: Sequence[tuple[Line, Decision]], form: str) -> None:
    from segmenter.rendering.explanation import as_json, explained

    if form == "json":
        sys.stdout.buffer.write(as_json(judged).encode())
        return
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for row in explained(judged):
        click.echo("".join(click.style(text, fg=colour) if colour else text for text, colour in row), color=coloured)
