"""The ledger: what each input of a folder of stories became, so that a later run knows its own files from an editor's.

It is one file of JSON lines in the folder. The first line names the format; then come the inputs, sorted by their
paths, as `storing.entries` has them. While a run goes on, lines are appended, and the last entry of an input holds:
whatever moment the run ends at, the file can be read. When it is done, the file is written anew, sorted, so that the
same stories give the same bytes.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from segmenter.storing.entries import InputEntry, StoryEntry, entry_of, line_of, lines_of, story_of, values_of
from segmenter.storing.lookup import Lookup
from segmenter.storing.names import name_key
from segmenter.storing.on_demand import OnDemand
from segmenter.storing.store import naming, replacing

FILE_NAME: Final = ".segmenter.jsonl"
RECENT: Final = 500
"""Entries that are kept as they were read."""
HEADER: Final = {"format": "segmenter ledger", "version": 1}
_INDEX: Final = 32
"""Bits of a position that are the index of a story in its entry; those above are the number of the entry."""
_GONE: Final = 2**_INDEX - 1
"""Stands in place of an index for files whose story is gone."""


class LedgerError(Exception):
    """The ledger cannot be used; the message names the file and the line and says what to do."""


class Ledger:
    """The ledger of a folder.

    Entries stay in the file; in memory are their places, and numbers by which to find a story in them.
    """

    def __init__(self, folder: Path, form: str | None = None) -> None:
        """Reads the folder's ledger, if it has one. Raises LedgerError, also where its stories are not in `form`.

        `form` is the name of a format; None takes the folder as it is.
        """
        self.path = folder / FILE_NAME
        self._header = HEADER if form is None else {**HEADER, "stories": form}
        self._file: IO[bytes] | None = None
        self._size = 0
        """Bytes of the file that hold whole entries."""
        self._appended = False
        self._is_tidy = True
        """The file is as a run leaves it that comes to its end."""
        self._places: dict[str, int] = {}
        """Where in the file the entry of an input begins."""
        self._stories: dict[int, array[int]] = {}
        """Where the stories stand of the entry that begins at a place, if in lines of their own."""
        self._recent: dict[int, InputEntry] = {}
        """Entries that were read from the file, by their places."""
        self._fresh: dict[str, InputEntry] = {}
        """Entries that are not in the file yet."""
        self._begun: dict[str, list[int]] = {}
        """Where in the file stands what was begun for an input since its entry was written."""
        self._interrupted: dict[str, None] = {}
        """Inputs for which a run had begun to write files, in the order of the file."""
        self._inputs: list[str | None] = []
        """The input of each entry by its number; None where the entry does not hold, or not any more."""
        self._numbers: dict[str, int] = {}
        """The number of the entry of an input."""
        self._by_name = Lookup()
        """Name of a story file, see `name_key` -> position of what has it."""
        self._by_id = Lookup()
        """Id of a story -> positions of those that have their file from their entry."""
        self._sharing = Lookup()
        """Id of a story -> positions of those that have their file from elsewhere."""
        try:
            self._file = self.path.open("rb")
        except FileNotFoundError:
            return
        except OSError as error:
            raise LedgerError(f"{self.path}: cannot be read: {error.strerror}") from None
        self._read(self._file)

    def __iter__(self) -> Iterator[InputEntry]:
        """All entries, sorted by file."""
        for file in sorted({*self._places, *self._fresh}):
            if entry := self.get(file):
                yield entry

    def get(self, file: str) -> InputEntry | None:
        """The entry of an input, by its path from the folder."""
        if file in self._fresh:
            return self._fresh[file]
        if file not in self._places:
            return None
        place = self._places[file]
        found = self._recent.get(place)
        if found is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            stories = _Lines(self, self._stories[place]) if place in self._stories else None
            found = self._recent[place] = entry_of(values_of(self.line(place)), stories)
        return found

    def line(self, place: int) -> bytes:
        """The line of the file that begins there."""
        assert self._file is not None
        self._file.seek(place)
        return self._file.readline()

    def owner(self, name: str) -> str | None:
        """The input whose entry answers for a story file, whatever capitals the name is written in."""
        key = name_key(name)
        for entry, index in self._found(self._by_name, key):
            names = [item.file for item in entry.gone] if index == _GONE else [entry.stories[index].file]
            if any(name and name_key(name) == key for name in names):
                return entry.file
        return None

    def story(self, id: str, of: str | None = None, but: str | None = None) -> StoryEntry | None:
        """What the ledger says of a story in the entry that answers for its file, of one input or of any but one."""
        for entry, index in self._found(self._by_id, id):
            if entry.file != but and of in (None, entry.file) and entry.stories[index].id == id:
                return entry.stories[index]
        return None

    def written_to(self, name: str, of: str) -> StoryEntry | None:
        """The story of an input that has its file under this name."""
        for entry, index in self._found(self._by_name, name_key(name)):
            if entry.file == of and index != _GONE and entry.stories[index].file == name:
                return entry.stories[index]
        return None

    def sharing(self, id: str) -> Iterator[tuple[InputEntry, int]]:
        """The entries that hold a story and have its file from elsewhere, with its index among their stories."""
        for entry, index in self._found(self._sharing, id):
            if entry.stories[index].id == id:
                yield entry, index

    def unfinished(self) -> Iterator[str]:
        """Files that an interrupted run had begun to write."""
        for file in self._interrupted:
            entry = self.get(file)
            yield from (entry and entry.unfinished) or ()

    def put(self, entry: InputEntry) -> None:
        """Take up an entry, in memory, in place of an older one of the same input."""
        self._fresh[entry.file] = entry
        self._remember_all(entry, self._new_number())

    def begin(self, begun: Mapping[str, Mapping[str, str | None]]) -> None:
        """Say in the file what is about to be written for each input. Raises StoreError.

        Files are given with the hash that each shall get; None for one to be removed.
        """
        with naming(self.path):
            for file, files in begun.items():
                place = self._append(line_of({"file": file, "unfinished": files}))
                self._begun.setdefault(file, []).append(place)
            self._flush()

    def leave_unfinished(self, file: str, before: InputEntry | None) -> None:
        """Take up again the entry that was there before, with what was begun for the input since, if anything was."""
        places = self._begun.pop(file, ())
        entry = before or InputEntry(file, "", 0, "")
        for place in places:
            entry = _with_begun(entry, values_of(self.line(place)))
        if places:
            self.put(entry)

    def append(self, *entries: InputEntry) -> None:
        """Write entries into the file, behind those that are there, and hand them to the system. Raises StoreError."""
        with naming(self.path):
            for entry in entries:
                places = array("q", map(self._append, lines_of(entry)))
                self._begun.pop(entry.file, None)
                if self._fresh.get(entry.file) is entry:
                    self._place(entry.file, places)
            self._flush()

    def close(self, tidy: bool = True) -> None:
        """Write the file anew, sorted, if it is not, as when anything was appended. Raises StoreError.

        With `tidy` false, it stays as it is.
        """
        if tidy and (self._appended or not self._is_tidy):
            with replacing(self.path, lambda present: True) as file:
                file.write(line_of(self._header))
                for key in sorted({*self._places, *self._fresh}):
                    file.writelines(self._lines(key))
        if self._file is not None:
            self._file.close()
            self._file = None

    def _lines(self, file: str) -> Iterator[bytes]:
        """The lines of the entry of an input."""
        if file in self._fresh:
            return lines_of(self._fresh[file])
        place = self._places[file]
        return map(self.line, (place, *self._stories.get(place, ())))

    def _append(self, line: bytes) -> int:
        """Write a line behind the others; gives where it begins."""
        if not self._appended:
            self._begin_appending()
        assert self._file is not None
        self._file.write(line)
        self._size += len(line)
        return self._size - len(line)

    def _flush(self) -> None:
        if self._file is not None:
            self._file.flush()

    def _begin_appending(self) -> None:
        if self._file is not None:
            self._file.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("a+b")
        self._file.truncate(self._size)
        self._appended = True
        if not self._size:
            self._append(line_of(self._header))

    def _read(self, file: IO[bytes]) -> None:
        number = 0

        def following() -> Any:
            nonlocal number
            line = file.readline()
            if not line.endswith(b"\n"):
                raise EOFError
            number += 1
            return values_of(line)

        before = ""
        try:
            self._take_header(following())
            while True:
                self._size = file.tell()
                values = following()
                self._is_tidy &= before < values["file"]
                before = values["file"]
                self._take(values, following, file)
        except EOFError:
            # A run may have been stopped while it wrote an entry; what it meant is done again.
            self._is_tidy &= self._size == file.seek(0, os.SEEK_END)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            raise LedgerError(
                f"{self.path}:{number}: is no line of a ledger; restore the file from a copy, or remove it: "
                "the next run then keeps every story file that differs from what it would write"
            ) from None

    def _take_header(self, values: dict[str, Any]) -> None:
        if values["format"] != HEADER["format"]:
            raise ValueError
        if values["version"] != HEADER["version"]:
            raise LedgerError(
                f"{self.path}: was written by another version of segmenter; use that version, or another folder"
            )
        if "stories" in self._header and values["stories"] != self._header["stories"]:
            raise LedgerError(
                f"{self.path}: the stories there are in the format {values['stories']}; use another folder for others"
            )

    def _take(self, values: dict[str, Any], following: Callable[[], Any], file: IO[bytes]) -> None:
        """Take up what begins with a line of these values. `following` gives the values of the next line."""
        if "hash" not in values:
            before = self.get(values["file"]) or InputEntry(values["file"], "", 0, "")
            file.seek(self._size)
            file.readline()
            if before.file not in self._numbers:
                self._number(before.file, self._new_number())
            self._fresh[before.file] = _with_begun(before, values)
            self._interrupted[before.file] = None
            return
        number, places = self._new_number(), array("q", [self._size])
        if isinstance(values.get("stories"), int):
            for index in range(values.pop("stories")):
                places.append(file.tell())
                self._remember(story_of(following()), number, index)
        entry = entry_of(values)
        self._remember_all(entry, number)
        self._place(entry.file, places)
        self._interrupted.pop(entry.file, None)
        if entry.unfinished:
            self._interrupted[entry.file] = None

    def _place(self, file: str, places: array[int]) -> None:
        """Note where in the file the lines of an entry begin."""
        self._fresh.pop(file, None)
        self._places[file] = places[0]
        if len(places) > 1:
            self._stories[places[0]] = places[1:]

    def _new_number(self) -> int:
        """The number of an entry that is not taken up yet."""
        self._inputs.append(None)
        return len(self._inputs) - 1

    def _number(self, file: str, number: int) -> None:
        """Let the entry of the number hold for the input."""
        if file in self._numbers:
            self._inputs[self._numbers[file]] = None
        self._numbers[file] = number
        self._inputs[number] = file

    def _remember_all(self, entry: InputEntry, number: int) -> None:
        for index, story in enumerate(entry.stories):
            self._remember(story, number, index)
        for item in entry.gone:
            self._by_name.add(hash(name_key(item.file)), number << _INDEX | _GONE)
        self._number(entry.file, number)

    def _remember(self, story: StoryEntry, number: int, index: int) -> None:
        position = number << _INDEX | index
        if story.file and story.hash:
            self._by_name.add(hash(name_key(story.file)), position)
            self._by_id.add(hash(story.id), position)
        elif story.file:
            self._sharing.add(hash(story.id), position)

    def _found(self, lookup: Lookup, key: str) -> Iterator[tuple[InputEntry, int]]:
        """The entries, as far as they hold, in which something was remembered under the key, and where in them."""
        for position in lookup.of(hash(key)):
            input = self._inputs[position >> _INDEX]
            entry = None if input is None else self.get(input)
            if entry is not None:
                yield entry, position & _GONE


class _Lines(OnDemand[StoryEntry]):
    """The stories of an entry that stand in lines of their own, read when they are wanted."""

    def __init__(self, ledger: Ledger, places: array[int]) -> None:
        self._ledger = ledger
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def at(self, place: int) -> StoryEntry:
        return story_of(values_of(self._ledger.line(self._places[place])))


def _with_begun(entry: InputEntry, values: Mapping[str, Any]) -> InputEntry:
    """The entry of an input for which a run had begun to write what a line says."""
    return entry._replace(unfinished={**(entry.unfinished or {}), **values["unfinished"]})
