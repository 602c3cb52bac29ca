"""Where the stories of a run go: a folder of Markdown files, or one stream of Markdown or records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol

from segmenter.cli.exits import Busy, Unusable

if TYPE_CHECKING:
    from segmenter.cli import reporting
    from segmenter.config import Settings
    from segmenter.rendering.report import Report
    from segmenter.running.dumps import Flow
    from segmenter.running.local import Outcome
    from segmenter.storing.folder import Done
    from segmenter.storing.plan import DumpResult, Rendered

FORMATS: Final = ("markdown", "jsonl")
STANDARD_OUTPUT: Final = "-"


class Output(Protocol):
    """Takes the stories of one dump after another."""

    def known_hash(self, file: str) -> str | None:
        """The hash of the dump's bytes by which it need not be taken apart again."""

    def keep(self, file: str) -> None:
        """Take note of a dump that has that hash."""

    def put(self, dump: DumpResult) -> None:
        """Take the stories of a dump."""

    def put_some(self, stories: Iterable[Rendered]) -> None:
        """Take the next stories of a large dump, of which the others are not known yet."""


class Stream:
    """All stories, one behind the other."""

    def __init__(self, stream: IO[bytes], separator: bytes, report: reporting.Report) -> None:
        self._stream = stream
        self._separator = separator
        self._report = report
        self._any = False

    def known_hash(self, file: str) -> str | None:
        return None

    def keep(self, file: str) -> None:
        raise AssertionError("a stream knows no dump")

    def put(self, dump: DumpResult) -> None:
        self.put_some(dump.stories)

    def put_some(self, stories: Iterable[Rendered]) -> None:
        from segmenter.storing.spilling import whole

        for item in stories:
            if item.held_back is None:
                self._stream.write(self._separator * self._any + whole(item.text))
                self._any = True
                self._report.written(item.story)
        self._stream.flush()


@contextmanager
def stream(output: str | None, form: str, report: reporting.Report) -> Iterator[Output]:
    """Standard output, or the file. Raises Unusable where it cannot be written."""
    # Without a blank line, the next story's fence would make a heading of the last paragraph.
    separator = b"\n" if form == "markdown" else b""
    if output in (None, STANDARD_OUTPUT):
        yield Stream(sys.stdout.buffer, separator, report)
        return
    from segmenter.rendering.records import are_records
    from segmenter.storing.store import StoreError, replacing

    try:
        with replacing(Path(str(output)), are_records) as file:
            yield Stream(file, separator, report)
    except StoreError as error:
        raise Unusable(str(error)) from None


@contextmanager
def report_page(path: str | None) -> Iterator[Report | None]:
    """The report of a run, written when the block ends; None where none is wanted. Raises Unusable."""
    if path is None:
        yield None
        return
    from segmenter.rendering.report import Report, is_report
    from segmenter.storing.store import StoreError, replacing

    report = Report()
    yield report
    try:
        with replacing(Path(path), is_report) as file:
            report.write(file)
    except StoreError as error:
        raise Unusable(str(error)) from None


@contextmanager
def folder(path: Path, settings: Settings, done: Done, force: bool, prune: bool, write: bool) -> Iterator[Output]:
    """A folder with a file a story. Raises Unusable where it cannot be used, Busy where another run has it."""
    from segmenter.storing.folder import LockedError, StoryFolder
    from segmenter.storing.ledger import LedgerError
    from segmenter.storing.names import PinyinMissingError
    from segmenter.storing.store import StoreError

    if path.exists() and not path.is_dir():
        raise Unusable(f"{path}: is no folder; Markdown is written to a folder, a file a story")
    try:
        stories = StoryFolder(path, settings, done, force, prune, write)
        try:
            yield stories
        finally:
            stories.close()
    except LockedError as error:
        raise Busy(str(error)) from None
    except (StoreError, LedgerError, PinyinMissingError) as error:
        raise Unusable(str(error)) from None


def take(outcome: Outcome, output: Output, report: reporting.Report) -> None:
    """Put out what became of one dump, and say what there is to say of it."""
    from segmenter.running.dumps import Failure, Flow, Unchanged

    if isinstance(outcome, Failure):
        report.failure(outcome.file, outcome.reason)
        return
    if isinstance(outcome, Flow):
        _pass_on(outcome, output, report)
        return
    report.figures.dumps += 1
    if isinstance(outcome, Unchanged):
        output.keep(outcome.file)
        return
    for note in outcome.notes:
        report.note(outcome.file, note)
    _name_held_back(outcome.file, outcome.stories, report)
    output.put(outcome)


def _name_held_back(file: str, stories: Iterable[Rendered], report: reporting.Report) -> None:
    for item in stories:
        if item.held_back is not None:
            report.held_back(file, item.story, item.held_back)


def _pass_on(flow: Flow, output: Output, report: reporting.Report) -> None:
    """Put out the stories of a large dump as they are found."""
    for stories in flow:
        _name_held_back(flow.file, stories, report)
        output.put_some(stories)
    for note in flow.notes:
        report.note(flow.file, note)
    if flow.failure is not None:
        report.failure(flow.file, flow.failure)
    else:
        report.figures.dumps += 1
