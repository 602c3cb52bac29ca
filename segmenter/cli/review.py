"""`segmenter review`: a page on this machine on which a person puts right what was split wrongly."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segmenter.cli.deciding import decisions_option
from segmenter.cli.exits import Unusable
from segmenter.cli.options import config_option, encoding_option, include_option, settings_from

if TYPE_CHECKING:
    from segmenter.config import Settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder of stories; decisions.jsonl in it keeps what is decided.",
)
@include_option
@encoding_option
@config_option
@decisions_option
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=0, help="Default: any that is free.")
@click.option("--no-browser", is_flag=True, help="Only print the address of the page.")
def command(
    paths: tuple[str, ...],
    output: Path,
    include: tuple[str, ...],
    encoding: str | None,
    config: Path | None,
    decisions: Path | None,
    port: int,
    no_browser: bool,
) -> None:
    """Open a page on this machine on which to put right what was split wrongly.

    PATHS are files, folders (searched with all their subfolders) and globs. What is decided on the page is kept in
    decisions.jsonl, which `segmenter split` follows in every run. The page writes no stories: run the split afterwards.
    Ctrl-C ends the review. Needs the extra: pip install 'segmenter[review]'

    \b
    Examples:
      segmenter review inbox -o stories
      segmenter split inbox -o stories
    """
    if not paths:
        raise click.UsageError("Name the dumps: files, folders or globs.")
    try:
        from segmenter.reviewing.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "tomlkit", "anyio"):
            raise
        raise Unusable("the review needs more packages: pip install 'segmenter[review]'") from None
    from segmenter.config import FILE_NAME as CONFIG
    from segmenter.config import ConfigError, find
    from segmenter.deciding import FILE_NAME
    from segmenter.deciding.decisions_file import DecisionsError
    from segmenter.reviewing.desk import Desk

    def adjust(settings: Settings) -> Settings:
        return replace(settings, input=settings.input._replace(encoding=encoding)) if encoding else settings

    files = list(_files(paths, include or settings_from(config).input.include))
    place = config or find(Path.cwd()) or Path(CONFIG)
    try:
        desk = Desk(files, decisions or output / FILE_NAME, place, adjust)
    except (ConfigError, DecisionsError) as error:
        raise Unusable(str(error)) from None
    except OSError as error:
        raise Unusable(f"{error.filename}: cannot be read: {error.strerror}") from None
    for file, reason in desk.failures:
        click.echo(f"segmenter: error: {file}: {reason}", err=True)
    if not desk.dumps:
        raise Unusable("there is no dump to review")

    def ready(address: str) -> None:
        click.echo(address)
        click.echo("The address is for you alone: whoever knows it can decide. Ctrl-C ends the review.", err=True)
        if not no_browser:
            webbrowser.open(address)

    try:
        serve(desk, port, ready)
    except OSError as error:
        raise Unusable(f"port {port}: cannot be used: {error.strerror}") from None
    except KeyboardInterrupt:
        pass
    click.echo(f"Write the stories by what was decided: segmenter split ... -o {output}", err=True)


def _files(paths: Sequence[str], include: Sequence[str]) -> Iterator[str]:
    """The dumps. What a link leads to outside of the folder that was given is not opened."""
    from segmenter.reading.inputs import STANDARD_INPUT, Problem, expand

    seen: set[str] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            raise click.UsageError("Standard input cannot be reviewed: decisions are about files.")
        for found in expand([path], include):
            real = os.path.realpath(found.path)
            if isinstance(found, Problem):
                click.echo(f"segmenter: error: {found.path}: {found.reason}", err=True)
            elif Path(path).is_dir() and not Path(real).is_relative_to(os.path.realpath(path)):
                click.echo(f"segmenter: warning: {found.path}: leads out of {path}, and is not opened", err=True)
            elif real not in seen:
                seen.add(real)
                yield found.path
