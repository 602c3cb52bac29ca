"""What a run tells its user on standard error: failures, warnings, progress and, at the end, figures."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

import click

from segmenter.wording import counted

if TYPE_CHECKING:
    from rich.progress import Progress

    from segmenter.model import Story
    from segmenter.storing.plan import Change


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
    same: int = 0
    """Stories that another dump holds too, or the same dump once more, and that were put out for that."""
    edited: int = 0
    """Stories whose file was edited by hand, and was kept."""
    conflicts: int = 0
    """Those of which the dump gives another text by now as well; they are not counted as edited."""
    gone: int = 0
    """Files whose story is gone from its dump, and that were kept."""
    removed: int = 0
    """Files whose story is gone from its dump, and that were removed."""
    warned: int = 0
    """Stories put out that carry a warning."""
    held_back: int = 0
    failed: int = 0
    """Inputs that could not be read, and stories that could not be written."""
    began: float = field(default_factory=time.monotonic)

    def since(self, before: Figures) -> Figures:
        """What was done after `before`, which has its own beginning."""
        counts = [each.name for each in fields(self) if each.name != "began"]
        return Figures(**{name: getattr(self, name) - getattr(before, name) for name in counts}, began=before.began)

    @property
    def seconds(self) -> float:
        return round(time.monotonic() - self.began, 1)

    def __str__(self) -> str:
        rest = (
            (self.unchanged, "unchanged"),
            (self.same, "the same as another"),
            (self.edited, "edited by hand and kept"),
            (self.conflicts, "in conflict and kept"),
            (self.gone, "gone and kept"),
            (self.removed, "gone and removed"),
            (self.warned, "with warnings"),
            (self.held_back, "held back"),
            (self.failed, "failed"),
        )
        parts = [counted(self.dumps, "dump"), counted(self.stories, "story", "stories"), f"{self.written} written"]
        return ", ".join(parts + [f"{count} {what}" for count, what in rest if count]) + f", {self.seconds} s"


class Report:
    """Writes to standard error, as lines for people or as JSON lines for machines.

    Quiet, it says only what went wrong and what a person has to decide; verbose, also what becomes of each file.
    """

    def __init__(self, quiet: bool = False, verbose: bool = False, as_json: bool = False) -> None:
        self.quiet = quiet
        self.figures = Figures()
        self._verbose = verbose
        self._as_json = as_json
        self._progress: Progress | None = None
        self._done = 0

    def failure(self, file: str, reason: str, line: int | None = None) -> None:
        """One line on an input that cannot be processed, or a story that cannot be written."""
        self.figures.failed += 1
        self._say("error", reason, file, line)

    def note(self, file: str, message: str, line: int | None = None) -> None:
        """One line that the user should know, though all went well."""
        if not self.quiet:
            self._say("warning", message, file, line)

    def to_decide(self, file: str, message: str) -> None:
        """One line on what a person has to decide; said even if quiet."""
        self._say("warning", message, file)

    def written(self, story: Story) -> None:
        """Counts a story that was put out to a stream."""
        self.figures.stories += 1
        self.figures.written += 1
        self.figures.warned += bool(story.warnings)

    def held_back(self, file: str, story: Story, reason: str) -> None:
        """Counts and names a story that the settings hold back."""
        self.figures.stories += 1
        self.figures.held_back += 1
        self.note(file, f"{story.headline}: held back: {reason}", story.headline_line)

    def changed(self, change: Change, error: Exception | None) -> None:
        """Counts what became of a story file, and names what a person may have to look at."""
        from segmenter.storing.plan import WRITING, Kind

        kind, figures = change.kind, self.figures
        if error is not None:
            self.failure(change.dump, str(error), change.line)
            return
        figures.stories += kind not in (Kind.GONE, Kind.REMOVE)
        figures.written += kind in WRITING and kind is not Kind.REMOVE
        figures.unchanged += kind is Kind.UNCHANGED
        figures.same += kind is Kind.SAME
        figures.edited += kind is Kind.EDITED
        figures.conflicts += kind is Kind.CONFLICT
        figures.gone += kind is Kind.GONE
        figures.removed += kind is Kind.REMOVE
        figures.warned += bool(change.story and change.story.warnings and kind is not Kind.SAME)
        if kind is Kind.EDITED:
            self.note(change.dump, f"{change.file}: was edited by hand, and is kept", change.line)
        elif kind is Kind.CONFLICT:
            message = f"{change.file}: was edited by hand, and its dump has changed too; it is kept as it is: "
            message += "see what would come with --force --diff, take that with --force"
            self._say("warning", message, change.dump, change.line)
        elif kind is Kind.GONE:
            self.note(change.dump, f"{change.file}: its story is gone, and the file is kept; --prune removes it")
        elif kind is Kind.OVERWRITE and change.copy:
            self.note(change.dump, f"{change.file}: is overwritten; a copy is kept as {change.copy}", change.line)
        elif self._verbose:
            self._say("info", " ".join(words(change)), change.dump, change.line)

    def info(self, file: str, message: str) -> None:
        """One line on the run itself."""
        if not self.quiet:
            self._say("info", message, file)

    def closing(self) -> None:
        """The figures, as the last line."""
        self._count(self.figures)

    def part(self, before: Figures, file: str) -> None:
        """The figures of a part of the run, which began with those of `before`."""
        self._count(self.figures.since(before), file)

    def _count(self, figures: Figures, file: str | None = None) -> None:
        if not self.quiet:
            values = {**asdict(figures), "seconds": figures.seconds}
            del values["began"]
            self._say("info", str(figures), file, **(values if self._as_json else {}))

    @contextmanager
    def watching(self, count: int) -> Iterator[None]:
        """Show a progress bar, where somebody watches and there are several dumps; see `advance`."""
        if self.quiet or self._as_json or count < 2 or not sys.stderr.isatty():
            yield
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("Splitting"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            progress.add_task("", total=count, rate="")
            self._progress = progress
            try:
                yield
            finally:
                self._progress = None

    def advance(self) -> None:
        """One more dump is done."""
        if self._progress is not None:
            self._done += 1
            rate = self._done / max(self.figures.seconds, 0.1)
            self._progress.update(self._progress.task_ids[0], advance=1, rate=f"{rate:.1f} dumps/s")

    def _say(self, level: str, message: str, file: str | None = None, line: int | None = None, **more: Any) -> None:
        if self._as_json:
            from segmenter.rendering.records import json_line

            values = {"level": level, "file": file, "line": line, "message": message, **more}
            text = json_line({name: value for name, value in values.items() if value is not None})
        else:
            place = f"{file}:{line}" if file and line else file
            text = ": ".join(part for part in ("segmenter", place, message) if part)
        if self._progress is None:
            click.echo(text, err=True)
        else:
            self._progress.console.print(text, markup=False, highlight=False, emoji=False, soft_wrap=True)


def words(change: Change) -> list[str]:
    """What happens to a file, as the plan prints it: the kind, then the name or names."""
    names = [change.old_file, "->", change.file] if change.old_file else [change.file]
    return [change.kind.value, *(name for name in names if name)]
