"""What the ledger says of an input and of its stories, and how it stands there: as lines of JSON.

An input is a line. Where it has many stories, they stand in the lines below it, one in each, and its own line says how
many they are: so that neither reading nor writing ever holds all of them.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from segmenter.rendering.records import json_line
from segmenter.storing.on_demand import OnDemand
from segmenter.storing.spilling import MANY

Range = tuple[int, int]
"""First and last line, both included, counted from 1."""


class Ranges(OnDemand[Range]):
    """Ranges of a large input, in a tenth of the memory that a tuple of them takes."""

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        self._ends = array("q", chain.from_iterable(ranges))

    def extend(self, ranges: Iterable[Range]) -> None:
        """Add ranges that stand below the others; one that goes on with the last makes it longer."""
        for first, last in ranges:
            if self._ends and first == self._ends[-1] + 1:
                self._ends[-1] = last
            else:
                self._ends.extend((first, last))

    def __len__(self) -> int:
        return len(self._ends) // 2

    def at(self, place: int) -> Range:
        return self._ends[2 * place], self._ends[2 * place + 1]


class StoryEntry(NamedTuple):
    """One story of an input."""

    id: str
    lines: Range
    file: str | None = None
    """Its story file, relative to the folder, parted by `/`; None where it is held back."""
    hash: str | None = None
    """SHA-256 of that file as it was last written; None where the story has its file from elsewhere in the ledger."""
    rendered: str | None = None
    """SHA-256 of what the dump said of the story when the file was last written; not of where it stood there."""
    conflict: bool = False
    """The file was edited by hand, and the dump gives another text by now as well."""
    sketch: str = ""
    """Fingerprint of the text, see `storing.similarity`."""
    similar_to: tuple[tuple[str, str], ...] = ()
    """Id and file of stories, written before this one, that are nearly the same."""
    held_back: str | None = None
    """Why the settings keep the story from being written."""


class GoneEntry(NamedTuple):
    """A file whose story the changed dump no longer holds, and which was kept."""

    file: str
    hash: str


class InputEntry(NamedTuple):
    """One input. The ranges of its stories, its furniture and its blank lines are all lines of it, each once."""

    file: str
    """Its path from the folder, parted by `/`; `-:` and the beginning of the hash for standard input."""
    hash: str
    """SHA-256 of its bytes."""
    size: int
    """In bytes."""
    settings: str
    """Hash of the settings and the version under which it was taken apart; see also `plan.DECIDED`."""
    encoding: str | None = None
    """In which it was read."""
    lines: int = 0
    stories: Sequence[StoryEntry] = ()
    furniture: Sequence[Range] = ()
    blank: Sequence[Range] = ()
    """Blank lines between stories and furniture."""
    gone: tuple[GoneEntry, ...] = ()
    unfinished: Mapping[str, str | None] | None = None
    """Files that a run had begun to write, with the hash that each should get; None for one to be removed. Not None
    only after an interrupted run."""

    def owned(self) -> Iterator[tuple[str, str]]:
        """The files that this entry answers for, with the hash of each."""
        for item in self.gone:
            yield item.file, item.hash
        for story in self.stories:
            if story.file and story.hash:
                yield story.file, story.hash


def lines_of(entry: InputEntry) -> Iterator[bytes]:
    """The lines of an entry: its own, and those of its stories where they are many."""
    values = _stated(entry)
    for name in ("furniture", "blank"):
        if name in values:
            values[name] = list(values[name])
    if entry.gone:
        values["gone"] = [_stated(item) for item in entry.gone]
    if len(entry.stories) <= MANY:
        values["stories"] = [_stated(story) for story in entry.stories]
        yield line_of(values)
        return
    values["stories"] = len(entry.stories)
    yield line_of(values)
    for story in entry.stories:
        yield line_of(_stated(story))


def line_of(values: Mapping[str, Any]) -> bytes:
    """The line with these values."""
    return (json_line(values) + "\n").encode()


def values_of(line: bytes) -> Any:
    """The values of a line. Raises ValueError."""
    return json.loads(line)


def entry_of(values: Mapping[str, Any], stories: Sequence[StoryEntry] | None = None) -> InputEntry:
    """The entry with the values of its line, and with its stories where they stand in other lines.

    Raises ValueError, TypeError, KeyError or AttributeError for values that are none.
    """
    if stories is None:
        stories = tuple(map(story_of, values.get("stories", ())))
    ranges = {name: Ranges(map(_pair, values.get(name, ()))) for name in ("furniture", "blank")}
    gone = tuple(GoneEntry(**item) for item in values.get("gone", ()))
    return InputEntry(**{**values, "stories": stories, "gone": gone, **ranges})


def story_of(values: Mapping[str, Any]) -> StoryEntry:
    """The entry of a story with the values. Raises what `entry_of` does."""
    similar_to = tuple(map(_pair, values.get("similar_to", ())))
    return StoryEntry(**{**values, "lines": _pair(values["lines"]), "similar_to": similar_to})


def _stated(item: InputEntry | StoryEntry | GoneEntry) -> dict[str, Any]:
    """What is not empty of it."""
    return {name: value for name, value in item._asdict().items() if value not in (None, False, "", ())}


def _pair(values: Any) -> tuple[Any, Any]:
    first, second = values
    return first, second
