"""What is done for one dump that an engine hands over as a row of a table: its stories, or why there are none.

Every row that goes in comes out as one account, so that dumps can be counted before and after.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from segmenter.rendering.records import record
from segmenter.running.dumps import problem, styled, take_apart

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.running.dumps import Dump

NO_TEXT: Final = "its row has no id, or neither text nor bytes"


class Status(Enum):
    """What became of a dump. The value is the word in the tables."""

    SPLIT = "split"
    EMPTY = "empty"
    """It holds no story, or none that the settings do not hold back."""
    FAILED = "failed"


class Given(NamedTuple):
    """A dump as a table holds it."""

    id: str | None
    """Stands in the records as `file`."""
    data: str | bytes | None
    """Text, or bytes of which the encoding is found out."""


class Furniture(NamedTuple):
    """Lines of a dump that belong to no story."""

    first: int
    last: int
    """Both counted from 1."""
    text: str
    """The lines, joined by line feeds."""


class Account(NamedTuple):
    """What became of a dump."""

    id: str
    status: Status
    hash: str | None = None
    """SHA-256 of its bytes, of text in UTF-8; None where there was nothing."""
    size: int = 0
    """Bytes of that."""
    lines: int = 0
    reason: str | None = None
    """Why it failed."""
    notes: tuple[str, ...] = ()
    """What its user should know."""
    held_back: int = 0
    """Stories that the settings keep from being written."""
    stories: tuple[dict[str, Any], ...] = ()
    """Their records."""
    furniture: tuple[Furniture, ...] = ()
    decided: tuple[int, ...] = ()
    """Positions, among the settings' decisions, of those that came into effect."""


def account_of(given: Given, settings: Settings) -> Account:
    """Take a dump apart. Whatever it raises becomes its account."""
    if given.id is None or given.data is None:
        return failed(given, NO_TEXT)
    try:
        if isinstance(given.data, bytes):
            dump = take_apart(given.id, given.data, settings)
        else:
            in_utf8 = replace(settings, input=settings.input._replace(encoding="utf-8"))
            dump = take_apart(given.id, given.data.encode(), in_utf8)
        return _account(dump, settings)
    except Exception as error:
        return failed(given, problem(error))


def failed(given: Given, reason: str) -> Account:
    """The account of a dump from which nothing could be taken."""
    data = given.data.encode() if isinstance(given.data, str) else given.data
    digest = None if data is None else hashlib.sha256(data).hexdigest()
    return Account(given.id or "", Status.FAILED, digest, len(data or b""), reason=reason)


def _account(dump: Dump, settings: Settings) -> Account:
    document = dump.document
    stories = tuple(
        record(styled(story, settings), dump.file)
        for story in document.stories
        if story.ordinal not in document.held_back
    )
    return Account(
        id=dump.file,
        status=Status.SPLIT if stories else Status.EMPTY,
        hash=dump.hash,
        size=dump.size,
        lines=dump.lines,
        notes=tuple(note for note in (dump.note, *document.warnings) if note),
        held_back=len(document.stories) - len(stories),
        stories=stories,
        furniture=tuple(_furniture(dump)),
        decided=tuple(sorted(document.decided)),
    )


def _furniture(dump: Dump) -> Iterator[Furniture]:
    if not dump.document.furniture:
        return
    from segmenter.reading.encoding import split_lines

    lines = split_lines(dump.text)
    for first, last in dump.document.furniture:
        yield Furniture(first, last, "\n".join(lines[first - 1 : last]))

