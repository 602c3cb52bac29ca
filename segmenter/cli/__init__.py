"""The command line: one module a command, imported only when the command is used or listed."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
from typing import Any, Final

import click

from segmenter.cli.exits import DONE, INTERRUPTED, UNUSABLE

COMMANDS: Final = ("split", "watch", "review", "spark", "check", "verify", "explain", "completion")
"""The modules here that hold a command."""

# Nearly all that a run makes lives to its end. To look through it for cycles again and again, and for a last time when
# Python ends, takes a sixth of a short run.
gc.set_threshold(100_000)
atexit.register(gc.freeze)


class LazyGroup(click.Group):
    """A group that imports a command's module when it is asked for, and ends as a Unix filter does."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"segmenter.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            click.echo("segmenter: interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            # Standard output is full, or its reader has seen enough. At its end, Python would fail to flush it again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                ctx.exit(DONE)
            click.echo(f"segmenter: standard output: cannot be written: {error.strerror or error}", err=True)
            ctx.exit(UNUSABLE)
        return result


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="segmenter", message="%(prog)s %(version)s")
def main() -> None:
    """Take text dumps with several news stories apart, Chinese or English.

    \b
    Example:
      segmenter split dumps -o stories
    """
