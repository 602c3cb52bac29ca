"""A folder into which dumps are dropped: which of them are done growing, and where those go that are of no use.

Nobody says when a dump is complete. It counts as done once its size and its time of change have stayed the same for a
while, by this machine's own clock: the time of change may come from another machine's, or from long ago.
"""

# Paths stay the text that was given, as in `reading.inputs`.
# ruff: noqa: PTH110, PTH112, PTH116

from __future__ import annotations

import errno
import itertools
import math
import os
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from segmenter.reading.inputs import Problem, files_below

State = tuple[int, int]
"""Size of a file in bytes, and when it was last changed, in nanoseconds."""


class Look(NamedTuple):
    """What there is to do in the inbox."""

    ready: Sequence[str]
    """Dumps that are done growing, sorted."""
    empty: Sequence[str]
    """Files in which nothing has been written for as long; each is named once."""
    gone: Sequence[str]
    """Files that were waited for and are no longer there."""
    problems: Sequence[Problem]
    """What cannot be read; each is named once for as long as it lasts."""


@dataclass(slots=True)
class _Seen:
    state: State
    due: float
    """When the file may be taken, on the monotonic clock; infinite once it has been dealt with."""


class Inbox:
    """The files of a folder over time."""

    def __init__(self, folder: str, include: Sequence[str], but: Collection[str], settle: float) -> None:
        """The files are found as `expand` finds them, but in no folder of `but`; a file settles in `settle` seconds."""
        self.folder = folder
        self._include = include
        self._but = {os.path.realpath(path) for path in but}
        self._settle = settle
        self._seen: dict[str, _Seen] = {}
        self._problems: set[Problem] = set()

    @property
    def due(self) -> float:
        """When the next file may be taken, on the monotonic clock; infinite if none is waited for."""
        return min((seen.due for seen in self._seen.values()), default=math.inf)

    def look(self) -> Look:
        """Look at all files."""
        now = time.monotonic()
        present: set[str] = set()
        problems: set[Problem] = set()
        for found in files_below(self.folder, self._include, self._but):
            state = _state(found.path)
            if isinstance(found, Problem):
                if state is not None or found.path == self.folder:  # Else it went while it was looked at.
                    problems.add(found)
            elif state is not None:
                present.add(found.path)
                if found.path not in self._seen or self._seen[found.path].state != state:
                    self._seen[found.path] = _Seen(state, now + self._settle)
        new, self._problems = problems - self._problems, problems
        gone = []
        if not any(problem.path == self.folder for problem in problems):  # A mount that is away comes back as it was.
            gone = [file for file in self._seen if file not in present]
        waited = [file for file in gone if self._seen.pop(file).due < math.inf]
        due = [file for file in sorted(present) if self._seen[file].due <= now]
        empty = [file for file in due if not self._seen[file].state[0]]
        for file in empty:
            self.put_off(file, math.inf)
        ready = [file for file in due if file not in empty]
        return Look(ready, empty, waited, sorted(new, key=lambda problem: problem.path))

    def is_growing(self, file: str) -> bool:
        """True if the file is no longer as it was at the last look, though it is there."""
        return _state(file) not in (None, self._seen[file].state)

    def put_off(self, file: str, seconds: float) -> None:
        """Take the file again after these seconds, or as soon as it has changed and settled."""
        self._seen[file].due = time.monotonic() + seconds

    def set_aside(self, file: str, folder: str, reason: str) -> str:
        """Move a file to the same place below the folder, under a name that nothing has, with the reason beside it.

        Gives its path there. Raises OSError; the file is then still where it was.
        """
        wanted = Path(folder, os.path.relpath(file, self.folder))
        wanted.parent.mkdir(parents=True, exist_ok=True)
        numbers = itertools.chain([""], (f".{number}" for number in itertools.count(2)))
        places = (wanted.with_name(f"{wanted.stem}{number}{wanted.suffix}") for number in numbers)
        # The note's own name must not be that of a dump.
        notes = ((place, place.with_name(f"{place.name}.reason")) for place in places)
        place, note = next(pair for pair in notes if not any(os.path.lexists(path) for path in pair))
        note.write_text(f"{file}: {reason}\n", encoding="utf-8")
        try:
            _move(file, place)
        except BaseException:
            note.unlink(missing_ok=True)
            raise
        self._seen.pop(file, None)
        return str(place)


def _state(file: str) -> State | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _move(file: str, place: Path) -> None:
    try:
        Path(file).rename(place)
        return
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
    # To another disk. What cannot be removed here must not be there as well.
    from shutil import copy2

    try:
        copy2(file, place)
        Path(file).unlink()
    except BaseException:
        place.unlink(missing_ok=True)
        raise
