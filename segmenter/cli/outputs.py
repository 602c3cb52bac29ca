"""Where the stories of a run go: a folder of Markdown files, or one stream of Markdown or records."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from segmenter.cli.exits import Unusable

if TYPE_CHECKING:
    from segmenter.cli.dumps import Dump
    from segmenter.cli.reporting import Report
    from segmenter.config import Settings
    from segmenter.model import Story

Put = Callable[["Dump", Sequence["Story"]], None]
"""Puts stories of a dump out, and reports of each what came of it."""

FORMATS: Final = ("markdown", "jsonl")
STANDARD_OUTPUT: Final = "-"


@contextmanager
def opened(output: str | None, form: str, settings: Settings, report: Report) -> Iterator[Put]:
    """What puts the stories out in the format, until the block ends. Raises Unusable where nothing can be written."""
    if output is None and form == "markdown":
        raise Unusable("Markdown is written to a folder: add `-o FOLDER`, or `-o -` to print all stories")
    if output is None or output == STANDARD_OUTPUT:
        yield _to_stream(sys.stdout.buffer, form, report)
    elif form == "markdown":
        if Path(output).exists() and not Path(output).is_dir():
            raise Unusable(f"{output}: is no folder; Markdown is written to a folder, a file a story")
        yield _to_folder(Path(output), settings, report)
    else:
        from segmenter.rendering.records import are_records
        from segmenter.storing.store import StoreError, replacing

        try:
            with replacing(Path(output), are_records) as file:
                yield _to_stream(file, form, report)
        except StoreError as error:
            raise Unusable(str(error)) from None


def _to_stream(stream: IO[bytes], form: str, report: Report) -> Put:
    separator = b""

    def put(dump: Dump, stories: Sequence[Story]) -> None:
        nonlocal separator
        for story in stories:
            stream.write(separator + _rendered(story, dump, form))
            # Without a blank line, the next story's fence would make a heading of the last paragraph.
            separator = b"\n" if form == "markdown" else b""
            report.written(story)
        stream.flush()

    return put


def _to_folder(folder: Path, settings: Settings, report: Report) -> Put:
    from segmenter.rendering.markdown import is_version_of
    from segmenter.storing.names import FileNames, PinyinMissingError
    from segmenter.storing.store import StoreError, write

    try:
        names = FileNames(settings.files.template, settings.files.ascii)
    except PinyinMissingError as error:
        raise Unusable(str(error)) from None

    def put(dump: Dump, stories: Sequence[Story]) -> None:
        file_names = names.assign([(story, dump.file) for story in stories])
        for story, name in zip(stories, file_names, strict=True):

            def may_replace(present: bytes, story: Story = story) -> bool:
                return is_version_of(present, story, dump.file)

            try:
                new = write(folder / name, _rendered(story, dump, "markdown"), may_replace)
            except StoreError as error:
                report.failure(f"{dump.file}:{story.headline_line}", str(error))
            else:
                report.written(story, new)

    return put


def _rendered(story: Story, dump: Dump, form: str) -> bytes:
    if form == "markdown":
        from segmenter.rendering.markdown import markdown

        return markdown(story, dump.file, dump.digest).encode()
    from segmenter.rendering.records import record_line

    return record_line(story, dump.file).encode()
