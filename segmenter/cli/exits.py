"""The exit statuses that every command keeps to."""

from __future__ import annotations

from typing import IO, Any, Final

import click

DONE: Final = 0
FOUND: Final = 1
"""A check found something."""
UNUSABLE: Final = 2
"""Usage, configuration, or nowhere to write to. Click's own usage errors have the same."""
SOME_FAILED: Final = 3
"""Some inputs could not be processed; all others were."""
INTERRUPTED: Final = 130
"""By Ctrl-C; what was finished stands."""


class Unusable(click.ClickException):
    """The command cannot start with what it was given; the message says why and what to do."""

    exit_code = UNUSABLE

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"segmenter: {self.format_message()}", file=file, err=True)


class Busy(Unusable):
    """Another run has the folder; once it has ended, the same can be tried again."""
