"""What a credit says, whichever language it is in: people with their roles, an outlet, a place, a day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice of one line: `line[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credited:
    """A person named by a credit."""

    piece: Piece
    name: str
    """As the record writes it."""
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit:
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
