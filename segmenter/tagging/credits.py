"""What a credit says, whichever language it is in: people with their roles, an outlet, a place, a day."""

from __future__ import annotations

from typing import NamedTuple

import regex


class Piece(NamedTuple):
    """A slice of one line: `line[start:end]`."""

    start: int
    end: int


class Credited(NamedTuple):
    """A person named by a credit."""

    piece: Piece
    name: str
    """As the record writes it."""
    roles: tuple[str, ...]


class Credit(NamedTuple):
    """All that was read in one credit. Nothing is in it where the text is no credit."""

    people: tuple[Credited, ...] = ()
    agency: Piece | None = None
    place: Piece | None = None
    """The place alone, or several with the marks between them."""
    region: Piece | None = None
    day: Piece | None = None
    bare: bool = False
    """Only names were read, and no word says that they are credited."""
    end: int = 0
    """Where the reading stopped; only of interest where the credit has no mark at its end."""

    def is_empty(self) -> bool:
        """Whether nothing was read: nobody and no outlet, place or day."""
        return not (self.people or self.agency or self.place or self.region or self.day)


NOTHING = Credit()


def groups_of(match: regex.Match[str]) -> dict[str, Piece]:
    """The named groups of a match that hold something."""
    spans = match.regs  # asked for by its name, a span costs many times as much
    return {
        name: Piece(*spans[number])
        for name, number in match.re.groupindex.items()
        if spans[number][0] < spans[number][1]
    }
