"""Look up millions of small numbers in a tenth of the memory that a dict of them takes.

A folder may hold more stories than there is room for objects. What is known of each is kept here as numbers in arrays
of the machine: a table of chains, as in any textbook. Nothing is taken out again; a value that no longer holds is for
the caller to pass over.
"""

from __future__ import annotations

from array import array
from typing import Final

_NONE: Final = -1
_SMALLEST: Final = 256


class Lookup:
    """Values that were added under keys; both are whole numbers of 64 bits with a sign."""

    def __init__(self) -> None:
        self._keys = array("q")
        self._values = array("q")
        self._older = array("i")
        """For each value, the place of the one that was added before it to the same chain."""
        self._newest = array("i", [_NONE]) * _SMALLEST
        """For each chain, the place of its last value."""

    def add(self, key: int, value: int = 0) -> None:
        """Add a value to those of the key; where keys alone are asked for, none need be given."""
        if len(self._keys) == len(self._newest):
            self._grow()
        chain = key & (len(self._newest) - 1)
        self._older.append(self._newest[chain])
        self._newest[chain] = len(self._keys)
        self._keys.append(key)
        self._values.append(value)

    def __contains__(self, key: int) -> bool:
        return bool(self.of(key))

    def of(self, key: int) -> list[int]:
        """The values of the key, in the order in which they were added."""
        found = []
        keys, older = self._keys, self._older
        place = self._newest[key & (len(self._newest) - 1)]
        while place != _NONE:
            if keys[place] == key:
                found.append(self._values[place])
            place = older[place]
        found.reverse()
        return found

    def _grow(self) -> None:
        """Make twice as many chains, so that each stays short."""
        mask = 2 * len(self._newest) - 1
        self._newest = array("i", [_NONE]) * (mask + 1)
        for place, key in enumerate(self._keys):
            self._older[place] = self._newest[key & mask]
            self._newest[key & mask] = place
