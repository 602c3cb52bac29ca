"""What a run tells its user on standard error: failures, warnings, progress and, at the end, figures."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

    from segmenter.model import Story


@dataclass(slots=True)
class Figures:
    """What a run has done so far."""

    dumps: int = 0
    stories: int = 0
    """Stories put out or held back."""
    written: int = 0
    """Stories put out, to a file or a stream."""
    unchanged: int = 0
    """Stories whose file was there already, the same byte for byte."""
    warned: int = 0
    """Stories put out that carry a warning."""
    held_back: int = 0
    failed: int = 0
    """Inputs that could not be read, and stories that could not be written."""

    def __str__(self) -> str:
        rest = (
            (self.unchanged, "unchanged"),
            (self.warned, "with warnings"),
            (self.held_back, "held back"),
            (self.failed, "failed"),
        )
        parts = [_count(self.dumps, "dump"), _count(self.stories, "story", "stories"), f"{self.written} written"]
        return ", ".join(parts + [f"{count} {what}" for count, what in rest if count])


class Report:
    """Writes to standard error. Quiet, it says only what went wrong."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.figures = Figures()
        self._progress: Progress | None = None

    def failure(self, place: str, reason: str) -> None:
        """One line on an input that cannot be processed, or a story that cannot be written."""
        self.figures.failed += 1
        self._say(f"segmenter: {place}: {reason}")

    def note(self, place: str, message: str) -> None:
        """One line that the user should know, though all went well."""
        if not self.quiet:
            self._say(f"segmenter: {place}: {message}")

    def written(self, story: Story, new: bool = True) -> None:
        """Counts a story that was put out; not `new` where its file was there already."""
        self.figures.stories += 1
        self.figures.written += new
        self.figures.unchanged += not new
        self.figures.warned += bool(story.warnings)

    def held_back(self, place: str, story: Story, reason: str) -> None:
        """Counts and names a story that the settings hold back."""
        self.figures.stories += 1
        self.figures.held_back += 1
        self.note(place, f"{story.headline}: held back: {reason}")

    def closing(self) -> None:
        if not self.quiet:
            self._say(f"segmenter: {self.figures}")

    @contextmanager
    def following(self, files: Sequence[str]) -> Iterator[Iterator[str]]:
        """The files one after another, with a progress bar where somebody watches and there are several."""
        if self.quiet or len(files) < 2 or not sys.stderr.isatty():
            yield iter(files)
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as progress:
            self._progress = progress
            try:
                yield iter(progress.track(files, description="Splitting"))
            finally:
                self._progress = None

    def _say(self, line: str) -> None:
        if self._progress is None:
            click.echo(line, err=True)
        else:
            self._progress.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
