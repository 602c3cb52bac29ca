"""Keep what becomes of a large dump's stories in a temporary file, and read it from there as often as it is wanted.

The stories of a dump are named together, so that none can be put in place before the last is known; held in memory
until then, they would take several times the dump's size.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import IO, Final, TypeVar

from segmenter.storing.on_demand import OnDemand

T = TypeVar("T")

MANY: Final = 1000
"""Values that are held in memory, and stories of a dump past which what is made of each is not."""
TOGETHER: Final = 64
"""Values that are written and read together."""
RECENT: Final = 8
"""Such groups that are kept when single values of them are asked for."""


class Spilled(OnDemand[T]):
    """Values in the order in which they were added; many in a temporary file that goes with them. Raises OSError."""

    def __init__(self, values: Iterable[T] = (), *, large: bool = False) -> None:
        """With `large`, few values take too much memory as well."""
        self._held = 0 if large else MANY
        self._file: IO[bytes] | None = None
        self._places = array("Q", [0])
        """Where each group begins in the file, and where the last ends."""
        self._rest: list[T] = []
        """The last values, which make no whole group yet."""
        self._recent: dict[int, list[T]] = {}
        for value in values:
            self.append(value)

    def append(self, value: T) -> None:
        """Add a value behind the others."""
        self._rest.append(value)
        if len(self._rest) >= TOGETHER and len(self) > self._held:
            self._spill()

    def _spill(self) -> None:
        import pickle
        import tempfile

        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as this
        self._file.seek(self._places[-1])
        while len(self._rest) >= TOGETHER:
            pickle.dump(self._rest[:TOGETHER], self._file, pickle.HIGHEST_PROTOCOL)
            self._places.append(self._file.tell())
            del self._rest[:TOGETHER]

    def __len__(self) -> int:
        return TOGETHER * (len(self._places) - 1) + len(self._rest)

    def at(self, place: int) -> T:
        group, within = divmod(place, TOGETHER)
        if group >= len(self._places) - 1:
            return self._rest[place - TOGETHER * (len(self._places) - 1)]
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

        assert self._file is not None
        self._file.seek(self._places[number])
        found: list[T] = pickle.load(self._file)
        return found
