"""The catalogue of the formats in which stories are written.

One place says which formats there are, what their files are called and whether a file holds one story or all of a run;
what writes a format is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story


class RecordWriter(Protocol):
    """Writes the stories of a run to a binary stream, one after another, and holds only a few of them."""

    def add(self, record: Mapping[str, Any]) -> None:
        """Write a story, given as its record (see `rendering.records`)."""

    def close(self) -> None:
        """Finish what is written, so that it can be read; to be called once, also where a run ends early.

        The stream stays open.
        """


class StoryFormat(NamedTuple):
    """A format of which each file holds one story."""

    name: str
    suffix: str
    description: str
    render: Callable[[Story, str, str, Settings], bytes]
    """Takes the story, its dump's path as it was given, and the SHA-256 of the dump's bytes in hexadecimal."""


class RunFormat(NamedTuple):
    """A format of which one file holds all the stories of a run."""

    name: str
    suffix: str
    description: str
    open: Callable[[IO[bytes], Settings], RecordWriter]
    """Begins a file on a binary stream, which need not be seekable. Raises ExtraMissingError."""
    may_be_ours: Callable[[bytes], bool]
    """True if a file that begins with these bytes, its first 2**20, is empty or may have been written here."""


class ExtraMissingError(Exception):
    """A format needs a package that is not installed; the message says how to install it."""


def _markdown(story: Story, file: str, digest: str, settings: Settings) -> bytes:
    from segmenter.rendering.markdown import markdown
    from segmenter.rendering.profiles import PROFILES

    return markdown(story, file, digest, PROFILES[settings.markdown.profile]).encode()


def _json(story: Story, file: str, digest: str, settings: Settings) -> bytes:
    from segmenter.rendering.records import json_text, record

    return json_text(record(story, file)).encode()


def _ninjs(story: Story, file: str, digest: str, settings: Settings) -> bytes:
    from segmenter.rendering.ninjs import render

    return render(story, file, digest, settings)


def _news_article(story: Story, file: str, digest: str, settings: Settings) -> bytes:
    from segmenter.rendering.newsarticle import render

    return render(story, file, digest, settings)


def _open_lines(stream: IO[bytes], settings: Settings) -> RecordWriter:
    from segmenter.rendering.records import RecordLines

    return RecordLines(stream)


def _are_lines(present: bytes) -> bool:
    from segmenter.rendering.records import are_records

    return are_records(present)


def _open_table(stream: IO[bytes], settings: Settings) -> RecordWriter:
    from segmenter.rendering.table import TableWriter

    return TableWriter(stream, settings)


def _is_table(present: bytes) -> bool:
    from segmenter.rendering.table import is_table

    return is_table(present)


def _open_parquet(stream: IO[bytes], settings: Settings) -> RecordWriter:
    from segmenter.rendering.parquet import ParquetWriter

    return ParquetWriter(stream, settings)


def _is_parquet(present: bytes) -> bool:
    # What wrote it stands at its end only.
    return not present or present.startswith(b"PAR1")


FORMATS: Final[tuple[StoryFormat | RunFormat, ...]] = (
    StoryFormat("markdown", ".md", "Markdown with YAML front matter", _markdown),
    StoryFormat("json", ".json", "the record as an indented JSON object", _json),
    StoryFormat("ninjs", ".ninjs.json", "IPTC ninjs, News in JSON, version 3.1 or 2.2", _ninjs),
    StoryFormat("newsarticle", ".jsonld", "schema.org NewsArticle as JSON-LD", _news_article),
    RunFormat("jsonl", ".jsonl", "the record as one line of JSON", _open_lines, _are_lines),
    RunFormat("csv", ".csv", "a table with a row a story", _open_table, _is_table),
    RunFormat("parquet", ".parquet", "the record in columns; needs the extra `parquet`", _open_parquet, _is_parquet),
)
"""All formats, in the order in which they are listed to people."""

BY_NAME: Final[Mapping[str, StoryFormat | RunFormat]] = {form.name: form for form in FORMATS}
