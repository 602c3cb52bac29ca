"""Print what a run would change instead of doing it: as a list, or as a unified diff that `patch` understands."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from segmenter.cli.reporting import words

if TYPE_CHECKING:
    from segmenter.storing.plan import Change

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


class Plan:
    """Prints the changes of a run that writes nothing."""

    def __init__(self, listed: bool, diff: bool) -> None:
        self.any = False
        """Whether anything would change."""
        self._listed = listed
        self._diff = diff
        self._coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def show(self, change: Change, folder: str) -> None:
        """Print a change in the folder, if it is one."""
        from segmenter.storing.plan import WRITING

        if change.kind not in WRITING:
            return
        self.any = True
        if self._listed:
            click.echo(" ".join(words(change)))
        if self._diff:
            for line in self._lines(change, folder):
                colour = _COLOURS.get(line[:1]) if self._coloured else None
                click.echo(click.style(line, fg=colour) if colour else line, nl=False, color=self._coloured)

    def _lines(self, change: Change, folder: str) -> list[str]:
        before, after = (
            (data or b"").decode(errors="replace").splitlines(keepends=True)
            for data in (change.before, change.after)
        )
        old = "/dev/null" if change.before is None else f"{folder}/{change.old_file or change.file}"
        new = "/dev/null" if change.after is None else f"{folder}/{change.file}"
        lines = []
        import difflib

        for line in difflib.unified_diff(before, after, old, new):
            lines.append(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n")
        return lines
