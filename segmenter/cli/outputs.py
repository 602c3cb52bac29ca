"""Where the stories of a run go: to folders with a file a story, to files with all stories, or to standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol

import click

from segmenter.cli.exits import Busy, Unusable
from segmenter.rendering.formats import BY_NAME, ExtraMissingError, RunFormat, StoryFormat

if TYPE_CHECKING:
    from segmenter.cli import reporting
    from segmenter.config import Settings
    from segmenter.rendering.report import Report
    from segmenter.running.dumps import Flow
    from segmenter.running.local import Outcome
    from segmenter.storing.folder import Done, StoryFolder
    from segmenter.storing.plan import DumpResult, Rendered

STANDARD_OUTPUT: Final = "-"
TOGETHER: Final = "stories"
"""What a file with all stories is called, in a folder."""

Folder = Callable[[Path, StoryFormat], "StoryFolder"]
"""Opens a folder of stories in a format."""


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
    """All stories in one format, one behind the other."""

    def __init__(self, stream: IO[bytes], form: StoryFormat | RunFormat, settings: Settings) -> None:
        """Raises ExtraMissingError."""
        self._stream = stream
        self._form = form
        # A record is put out as it was rendered.
        self._writer = form.open(stream, settings) if isinstance(form, RunFormat) and form.name != "jsonl" else None
        # Without a blank line, the next story's fence would make a heading of the last paragraph.
        self._separator = b"\n" if form.name == "markdown" else b""
        self._any = False

    def known_hash(self, file: str) -> str | None:
        return None

    def keep(self, file: str) -> None:
        raise AssertionError("a stream knows no dump")

    def put(self, dump: DumpResult) -> None:
        self.put_some(dump.stories)

    def put_some(self, stories: Iterable[Rendered]) -> None:
        for item in stories:
            if item.held_back is not None:
                continue
            if self._writer is not None:
                self._writer.add(json.loads(item.texts["jsonl"]))
            else:
                self._stream.write(self._separator * self._any + item.texts[self._form.name])
            self._any = True
        self._stream.flush()

    def close(self) -> None:
        """Finish what is written, so that it can be read."""
        if self._writer is not None:
            self._writer.close()
        self._stream.flush()


class Several:
    """Outputs that all take every dump."""

    def __init__(self, outputs: Sequence[Output]) -> None:
        self._outputs = outputs

    def known_hash(self, file: str) -> str | None:
        hashes = {output.known_hash(file) for output in self._outputs}
        return hashes.pop() if len(hashes) == 1 else None

    def keep(self, file: str) -> None:
        for output in self._outputs:
            output.keep(file)

    def put(self, dump: DumpResult) -> None:
        for output in self._outputs:
            output.put(dump)

    def put_some(self, stories: Iterable[Rendered]) -> None:
        for output in self._outputs:
            output.put_some(stories)


def rendered(names: Sequence[str]) -> tuple[str, ...]:
    """The formats in which stories have to be rendered for these outputs."""
    return tuple(dict.fromkeys(name if isinstance(BY_NAME[name], StoryFormat) else "jsonl" for name in names))


def goes_to_folder(names: Sequence[str], output: str | None) -> bool:
    """Whether the output is a folder. Raises UsageError, Unusable where the formats cannot go there."""
    of_stories = [name for name in names if isinstance(BY_NAME[name], StoryFormat)]
    if output in (None, STANDARD_OUTPUT):
        if output is None and of_stories:
            raise Unusable(
                f"{of_stories[0]} is written to a folder: add `-o FOLDER`, or `-o -` to print all stories"
            )
        if len(names) > 1:
            raise click.UsageError("Only one format can be printed: add `-o FOLDER` for several.")
        return False
    return bool(of_stories) or len(names) > 1 or str(output).endswith(("/", os.sep)) or Path(str(output)).is_dir()


@contextmanager
def opened(names: Sequence[str], output: str | None, settings: Settings, open_folder: Folder) -> Iterator[Output]:
    """The output for stories in these formats. Raises Unusable, Busy where another run has the folder.

    Stories in several formats go to a folder each, below the output.
    """
    forms = [BY_NAME[name] for name in names]
    of_stories = [form for form in forms if isinstance(form, StoryFormat)]
    with ExitStack() as stack:
        if not goes_to_folder(names, output):
            if output in (None, STANDARD_OUTPUT):
                yield stack.enter_context(_printed(forms[0], settings))
            else:
                yield stack.enter_context(_file(Path(str(output)), forms[0], settings, in_folder=False))
            return
        root = Path(str(output))
        outputs: list[Output] = []
        for form in forms:
            if isinstance(form, StoryFormat):
                path = root / form.name if len(of_stories) > 1 else root
                outputs.append(stack.enter_context(_folder(path, form, open_folder)))
            else:
                path = root / (TOGETHER + form.suffix)
                outputs.append(stack.enter_context(_file(path, form, settings, in_folder=True)))
        yield outputs[0] if len(outputs) == 1 else Several(outputs)


@contextmanager
def _printed(form: StoryFormat | RunFormat, settings: Settings) -> Iterator[Output]:
    stream = _stream(sys.stdout.buffer, form, settings)
    yield stream
    stream.close()


@contextmanager
def _file(path: Path, form: StoryFormat | RunFormat, settings: Settings, in_folder: bool) -> Iterator[Output]:
    from segmenter.storing.store import StoreError, naming, replacing

    assert isinstance(form, RunFormat)
    try:
        if in_folder:
            with naming(path):
                path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, form.may_be_ours) as file:
            stream = _stream(file, form, settings)
            yield stream
            stream.close()
    except StoreError as error:
        raise Unusable(str(error)) from None


def _stream(stream: IO[bytes], form: StoryFormat | RunFormat, settings: Settings) -> Stream:
    try:
        return Stream(stream, form, settings)
    except ExtraMissingError as error:
        raise Unusable(str(error)) from None


@contextmanager
def _folder(path: Path, form: StoryFormat, open_folder: Folder) -> Iterator[Output]:
    from segmenter.storing.folder import LockedError
    from segmenter.storing.ledger import LedgerError
    from segmenter.storing.names import PinyinMissingError
    from segmenter.storing.store import StoreError

    if path.exists() and not path.is_dir():
        raise Unusable(f"{path}: is no folder; {form.name} is written to a folder, a file a story")
    try:
        stories = open_folder(path, form)
        try:
            yield stories
        finally:
            stories.close()
    except LockedError as error:
        raise Busy(str(error)) from None
    except (StoreError, LedgerError, PinyinMissingError) as error:
        raise Unusable(str(error)) from None


@contextmanager
def folder(path: Path, settings: Settings, done: Done) -> Iterator[Output]:
    """A folder of Markdown files. Raises Unusable where it cannot be used, Busy where another run has it."""
    from segmenter.storing.folder import StoryFolder

    markdown = BY_NAME["markdown"]
    assert isinstance(markdown, StoryFormat)
    with _folder(path, markdown, lambda path, form: StoryFolder(path, settings, done, form)) as output:
        yield output


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


def take(outcome: Outcome, output: Output, report: reporting.Report, counted: bool = False) -> None:
    """Put out what became of one dump, and say what there is to say of it.

    `counted` where no folder of stories says what became of each.
    """
    from segmenter.running.dumps import Failure, Flow, Unchanged

    if isinstance(outcome, Failure):
        report.failure(outcome.file, outcome.reason)
        return
    if isinstance(outcome, Flow):
        _pass_on(outcome, output, report, counted)
        return
    report.figures.dumps += 1
    if isinstance(outcome, Unchanged):
        output.keep(outcome.file)
        return
    for note in outcome.notes:
        report.note(outcome.file, note)
    _count(outcome.file, outcome.stories, report, counted)
    output.put(outcome)


def _count(file: str, stories: Iterable[Rendered], report: reporting.Report, counted: bool) -> None:
    for item in stories:
        if item.held_back is not None:
            report.held_back(file, item.story, item.held_back)
        elif counted:
            report.written(item.story)


def _pass_on(flow: Flow, output: Output, report: reporting.Report, counted: bool) -> None:
    """Put out the stories of a large dump as they are found."""
    for stories in flow:
        _count(flow.file, stories, report, counted)
        output.put_some(stories)
    for note in flow.notes:
        report.note(flow.file, note)
    if flow.failure is not None:
        report.failure(flow.file, flow.failure)
    else:
        report.figures.dumps += 1
