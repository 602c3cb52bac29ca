"""Where the stories of a run go: a folder of Markdown files, or one stream of Markdown or records."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from segmenter.cli.dumps import Dump
from segmenter.cli.exits import Unusable
from segmenter.model import Story

if TYPE_CHECKING:
    from segmenter.config import Settings

Put = Callable[[Story, Dump], bool]
"""Puts a story out. False if it stood there already; raises StoreError if it cannot be written."""

FORMATS: Final = ("markdown", "jsonl")
STANDARD_OUTPUT: Final = "-"


@contextmanager
def opened(output: str | None, form: str, settings: Settings) -> Iterator[Put]:
    """What puts the stories out in the format, until the block ends. Raises Unusable and StoreError."""
    if output is None and form == "markdown":
        raise Unusable("Markdown is written to a folder: add `-o FOLDER`, or `-o -` to print all stories")
    if output is None or output == STANDARD_OUTPUT:
        yield _to_stream(sys.stdout.buffer, form)
    elif form == "markdown":
        if Path(output).exists() and not Path(output).is_dir():
            raise Unusable(f"{output}: is no folder; Markdown is written to a folder, a file a story")
        yield _to_folder(Path(output), settings)
    else:
        from segmenter.rendering.records import are_records
        from segmenter.storing.store import StoreError, replacing

        try:
            with replacing(Path(output), are_records) as file:
                yield _to_stream(file, form)
        except StoreError as error:
            raise Unusable(str(error)) from None


def _rendered(story: Story, dump: Dump, form: str) -> bytes:
    if form == "markdown":
        from segmenter.rendering.markdown import markdown

        return markdown(story, dump.file, dump.digest).encode()
    from segmenter.rendering.records import record_line

    return record_line(story, dump.file).encode()


def _to_stream(stream: IO[bytes], form: str) -> Put:
    separator = b""

    def put(story: Story, dump: Dump) -> bool:
        nonlocal separator
        stream.write(separator + _rendered(story, dump, form))
        stream.flush()
        # Without a blank line, the next story's fence would make a heading of the last paragraph.
        separator = b"\n" if form == "markdown" else b""
        return True

    return put


def _to_folder(folder: Path, settings: Settings) -> Put:
    from segmenter.rendering.markdown import is_version_of
    from segmenter.storing.names import FileNames
    from segmenter.storing.store import write

    names = FileNames(settings.files)

    def put(story: Story, dump: Dump) -> bool:
        path = folder / names.name(story, dump.file)
        return write(path, _rendered(story, dump, "markdown"), lambda present: is_version_of(present, story, dump.file))

    return put
