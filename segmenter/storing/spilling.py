"""Keep what becomes of a large dump's stories in a temporary file, and read it from there as often as it is wanted.

The stories of a dump are named together, so that none can be put in place before the last is known; held in memory
until then, they would take several times the dump's size.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar, overload

T = TypeVar("T")

MANY: Final = 1000
"""Stories of a dump past which what is made of each is not held in memory."""
TOGETHER: Final = 64
"""Values that are written and read together."""
RECENT: Final = 8
"""Such groups that are kept when single values of them are asked for."""


class Spilled(Sequence[T]):
    """Values in a temporary file, in the order in which they were added; the file goes with them. Raises OSError."""

    def __init__(self) -> None:
        import tempfile

        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as this
        self._places = array("Q", [0])
        """Where each group begins in the file, and where the last ends."""
        self._rest: list[T] = []
        """The last values, which make no whole group yet."""
        self._recent: dict[int, list[T]] = {}

    def append(self, value: T) -> None:
        """Add a value behind the others."""
        self._rest.append(value)
        if len(self._rest) == TOGETHER:
            import pickle

            self._file.seek(self._places[-1])
            pickle.dump(self._rest, self._file, pickle.HIGHEST_PROTOCOL)
            self._places.append(self._file.tell())
            self._rest = []

    def __len__(self) -> int:
        return TOGETHER * (len(self._places) - 1) + len(self._rest)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        group, within = divmod(range(len(self))[index], TOGETHER)
        if group == len(self._places) - 1:
            return self._rest[within]
        if group not in self._recent:
            if len(self._recent) == RECENT:
                self._recent.clear()
            self._recent[group] = self._group(group)
        return self._recent[group][within]

    def __iter__(self) -> Iterator[T]:
        for group in range(len(self._places) - 1):
            yield from self._group(group)
        yield from self._rest

    def _group(self, number: int) -> list[T]:
        import pickle

        self._file.seek(self._places[number])
        found: list[T] = pickle.load(self._file)
        return found
