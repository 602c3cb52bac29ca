"""Keep the texts of a large dump's stories in a temporary file until they are wanted.

The stories of a dump are named together, so that none can be put in place before the last is known; held in memory
until then, they would take several times the dump's size.
"""

from __future__ import annotations

import os


class Spill:
    """A temporary file, which is gone when nothing that was kept in it is left."""

    def __init__(self) -> None:
        import tempfile

        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as its texts
        self._size = 0

    def keep(self, text: bytes) -> Spilled:
        """Put a text into the file. Raises OSError."""
        self._file.write(text)
        kept = Spilled(self, self._size, len(text))
        self._size += len(text)
        return kept

    def read(self, start: int, size: int) -> bytes:
        """Raises OSError."""
        self._file.seek(start)
        text = self._file.read(size)
        self._file.seek(0, os.SEEK_END)
        return text


class Spilled:
    """Where a text stands in a spill."""

    __slots__ = ("_size", "_spill", "_start")

    def __init__(self, spill: Spill, start: int, size: int) -> None:
        self._spill = spill
        self._start = start
        self._size = size

    def read(self) -> bytes:
        """The text. Raises OSError."""
        return self._spill.read(self._start, self._size)


def whole(text: bytes | Spilled) -> bytes:
    """The text, wherever it is. Raises OSError."""
    return text if isinstance(text, bytes) else text.read()
