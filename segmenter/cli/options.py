"""Options that several commands share, and what they make of the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segmenter.cli.exits import Unusable

if TYPE_CHECKING:
    from segmenter.config import Settings


def _encoding(context: click.Context, option: click.Parameter, name: str | None) -> str | None:
    if name is None:
        return None
    from segmenter.reading.encoding import named

    try:
        return named(name)
    except LookupError as error:
        raise click.BadParameter(str(error)) from None


config_option = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Read the settings from FILE; else from the nearest config.toml, in the working directory or above it.",
)
encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    callback=_encoding,
    help="Encoding of the dumps, as gb18030 or big5; else found out for each.",
)
include_option = click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    help="Names of the files to take from folders, as '*.log'; may be repeated. Default: *.txt and *.text.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong or has to be decided.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Say what becomes of each story file.")
log_format_option = click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of what is said on standard error.",
)


def settings_from(config: Path | None, encoding: str | None = None) -> Settings:
    """The settings of the file, or of the one found from the working directory upwards. Raises Unusable.

    `encoding` is that of `encoding_option`, which overrides theirs.

    From here to its end the command that runs has its patterns from the user's cache folder; see `keeping`.
    """
    from segmenter.keeping import cache_file, kept_between_runs

    # First of all, since modules take patterns when they are imported.
    click.get_current_context().with_resource(kept_between_runs(cache_file()))

    from segmenter.config import ConfigError, find, load

    try:
        settings = load(config or find(Path.cwd()))
    except ConfigError as error:
        raise Unusable(str(error)) from None
    return settings if encoding is None else replace(settings, input=settings.input._replace(encoding=encoding))


def passed_over(config: Path | None) -> tuple[Path, ...]:
    """The files of that name that `settings_from` took for another tool's."""
    from segmenter.config import foreign

    return () if config else foreign(Path.cwd())
