"""What a profile is: the keys of a story file's front matter, for the program that reads the file.

A profile is a table, a row for each key: its name, the field of the story that it says, and the shape in which that
program expects it. A program's demands that are more than a name or a shape stand in its module's docstring.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from segmenter.rendering.records import stated

if TYPE_CHECKING:
    from segmenter.rendering.front_matter import Path

Shape = Callable[[Any], Any]
"""Makes the key's value of the field's, which is never empty; an empty one, or None, leaves the key out."""

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(.*))?")


def as_it_is(value: Any) -> Any:
    """The field's value."""
    return value


class Key(NamedTuple):
    """A row of the table."""

    name: str
    field: str
    """One of `FIELDS`."""
    shape: Shape = as_it_is
    repeats: str | None = None
    """For a list that editors add to as well: the key, of the same file, whose value is the item that we put there."""


class Profile(NamedTuple):
    """The keys of the front matter, in their order; `similar_to` comes last."""

    name: str
    keys: tuple[Key, ...]
    fixed: tuple[tuple[str, Any], ...] = ()
    """Keys that are the same in every file, with their values; they come behind the others."""
    link: Callable[[str, str], Any] = lambda id, file: {"id": id, "file": file}
    """What stands in `similar_to` for a story, given its id and its file in the folder, parted by `/`."""
    read: Shape = as_it_is
    """Makes of a value in the file, which may be of any kind, the text that was meant."""

    def front_matter(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The values by key, given those of the `FIELDS`; what has no value is left out."""
        said = stated(fields)
        values = {key.name: key.shape(said[key.field]) for key in self.keys if key.field in said}
        return {**stated(values), **dict(self.fixed)}

    def place(self, path: Path) -> Path:
        """Where a file of this profile has what one of the default profile has there, in the same shape."""
        flat = "_".join(map(str, path))
        if len(path) > 1 and flat in self.names:
            return (flat,)
        name = next((key.name for key in self.keys if key.field == path[0] and key.shape is as_it_is), path[0])
        return (name, *path[1:])

    @property
    def names(self) -> frozenset[str]:
        """The keys that are ours in a file of this profile; all others are an editor's."""
        return frozenset([*(key.name for key in self.keys), *(name for name, _ in self.fixed), "similar_to"])

    @property
    def shared(self) -> Mapping[str, str]:
        """Keys of lists that editors add to as well, with the key whose value is our item there."""
        return {key.name: key.repeats for key in self.keys if key.repeats}


FIELDS: Final = (
    "headline", "deck", "published", "authors", "kicker", "byline", "dateline", "source", "section", "language",
    "confidence", "warnings", "id", "origin",
)  # fmt: skip
"""What a story file can say: the record's fields, the names of its `authors`, and its `origin`.

The origin has the dump's `file` and `hash`, the story's `lines` there, and the name of the `profile`.
"""
NEWS: Final = tuple(map(Key, FIELDS[4:], FIELDS[4:]))
"""The fields of news, which site generators hand on as they are."""


def listed(value: Any) -> list[Any]:
    """A list of the one value."""
    return [value]


def moment(published: str) -> str | None:
    """A date for readers that know a whole day, alone or with a time to the second; None for a month or a year."""
    found = _MOMENT.fullmatch(published)
    if not found:
        return None
    day, clock, seconds, zone = found.groups()
    return f"{day}T{clock}{seconds or ':00'}{zone}" if clock else day


def inexact(published: str) -> str | None:
    """A date that is less than a whole day."""
    return None if moment(published) else published
