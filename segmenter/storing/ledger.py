"""The ledger: what each input of a folder of stories became, so that a later run knows its own files from an editor's.

It is one file of JSON lines in the folder. The first line names the format; each other line is one input, sorted by its
path. While a run goes on, lines are appended, and the last one of an input holds: whatever moment the run ends at, the
file can be read. When it is done, the file is written anew, sorted, so that the same stories give the same bytes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from segmenter.rendering.records import json_line
from segmenter.storing.names import name_key
from segmenter.storing.store import naming, replacing

FILE_NAME: Final = ".segmenter.jsonl"
RECENT: Final = 500
"""Entries that are kept as they were read."""
HEADER: Final = {"format": "segmenter ledger", "version": 1}

Range = tuple[int, int]
"""First and last line, both included, counted from 1."""


class LedgerError(Exception):
    """The ledger cannot be used; the message names the file and the line and says what to do."""


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
    stories: tuple[StoryEntry, ...] = ()
    furniture: tuple[Range, ...] = ()
    blank: tuple[Range, ...] = ()
    """Blank lines between stories and furniture."""
    gone: tuple[GoneEntry, ...] = ()
    unfinished: Mapping[str, str | None] | None = None
    """Files that a run had begun to write, with the hash that each should get; None for one to be removed. Not None
    only after an interrupted run."""

    def owned(self) -> dict[str, str]:
        """The files that this entry answers for, with the hash of each."""
        owned = {item.file: item.hash for item in self.gone}
        owned |= {story.file: story.hash for story in self.stories if story.file and story.hash}
        return owned


class Ledger:
    """The ledger of a folder.

    Entries stay in the file; in memory are their places, and what is looked up across them.
    """

    def __init__(self, folder: Path, form: str | None = None) -> None:
        """Reads the folder's ledger, if it has one. Raises LedgerError, also where its stories are not in `form`.

        `form` is the name of a format; None takes the folder as it is.
        """
        self.path = folder / FILE_NAME
        self._header = HEADER if form is None else {**HEADER, "stories": form}
        self._file: IO[bytes] | None = None
        self._appended = False
        self._places: dict[str, int] = {}
        """Where in the file the entry of an input begins."""
        self._recent: dict[int, InputEntry] = {}
        """Entries that were read from the file, by their places."""
        self._fresh: dict[str, InputEntry] = {}
        """Entries that are not in the file yet."""
        self._owners: dict[str, str] = {}
        """Key of a story file's name -> the input whose entry answers for it."""
        self._holders: dict[str, tuple[str, ...]] = {}
        """Id of a story -> the inputs that hold it."""
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
        if file not in self._places or self._file is None:
            return None
        place = self._places[file]
        found = self._recent.get(place)
        if found is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            found = self._recent[place] = _entry(json.loads(self._raw(place)))
        return found

    def _raw(self, place: int) -> bytes:
        """The line of the file that begins there."""
        assert self._file is not None
        self._file.seek(place)
        return self._file.readline()

    def owner(self, name: str) -> str | None:
        """The input whose entry answers for a story file, whatever capitals the name is written in."""
        return self._owners.get(name_key(name))

    def story(self, id: str, but: str | None = None) -> StoryEntry | None:
        """What the ledger says of a story in the entry that answers for its file; that of the input `but` aside."""
        for file in self._holders.get(id, ()):
            entry = self.get(file) if file != but else None
            for story in entry.stories if entry else ():
                if story.id == id and story.hash:
                    return story
        return None

    def unfinished(self) -> Iterator[str]:
        """Files that an interrupted run had begun to write."""
        for entry in self:
            yield from entry.unfinished or ()

    def holders(self, id: str) -> tuple[str, ...]:
        """The inputs that hold a story."""
        return self._holders.get(id, ())

    def put(self, entry: InputEntry) -> None:
        """Take up an entry, in memory, in place of an older one of the same input."""
        self._forget(entry.file)
        self._fresh[entry.file] = entry
        self._remember(entry)

    def append(self, *entries: InputEntry) -> None:
        """Write entries into the file, behind those that are there, and hand them to the system. Raises StoreError."""
        with naming(self.path):
            if not self._appended:
                self._begin_appending()
            assert self._file is not None
            place = self._file.seek(0, os.SEEK_END)
            for entry in entries:
                line = _line(_values(entry))
                self._file.write(line)
                if self._fresh.get(entry.file) is entry:
                    self._places[entry.file] = place
                    del self._fresh[entry.file]
                place += len(line)
            self._file.flush()

    def close(self) -> None:
        """Write the file anew, sorted, if anything was appended to it. Raises StoreError."""
        if self._appended:
            with replacing(self.path, lambda present: True) as file:
                file.write(_line(self._header))
                for key in sorted({*self._places, *self._fresh}):
                    fresh = self._fresh.get(key)
                    file.write(_line(_values(fresh)) if fresh else self._raw(self._places[key]))
        if self._file is not None:
            self._file.close()
            self._file = None

    def _read(self, file: IO[bytes]) -> None:
        place = 0
        for number, line in enumerate(iter(file.readline, b""), 1):
            if not line.endswith(b"\n"):
                break  # A run was stopped while it wrote this line; what it meant is done again.
            try:
                values = json.loads(line)
                if number > 1:
                    entry = _entry(values)
                    self._forget(entry.file)
                    self._places[entry.file] = place
                    self._remember(entry)
                else:
                    self._take_header(values)
            except (ValueError, TypeError, KeyError, AttributeError):
                raise LedgerError(
                    f"{self.path}:{number}: is no line of a ledger; restore the file from a copy, or remove it: "
                    "the next run then keeps every story file that differs from what it would write"
                ) from None
            place += len(line)
            file.seek(place)

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

    def _begin_appending(self) -> None:
        if self._file is not None:
            self._file.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("a+b")
        self._appended = True
        size = self._file.seek(0, os.SEEK_END)
        if not size:
            self._file.write(_line(self._header))
            return
        self._file.seek(0)
        whole = sum(len(line) for line in self._file if line.endswith(b"\n"))
        self._file.truncate(whole)

    def _remember(self, entry: InputEntry) -> None:
        for name in entry.owned():
            self._owners[name_key(name)] = entry.file
        for id in {story.id for story in entry.stories if story.file}:
            self._holders[id] = (*self._holders.get(id, ()), entry.file)

    def _forget(self, file: str) -> None:
        if file not in self._places and file not in self._fresh:
            return
        entry = self.get(file)
        assert entry is not None
        for name in entry.owned():
            if self._owners.get(name_key(name)) == file:
                del self._owners[name_key(name)]
        for id in {story.id for story in entry.stories if story.file}:
            others = tuple(holder for holder in self._holders[id] if holder != file)
            if others:
                self._holders[id] = others
            else:
                del self._holders[id]


def _values(entry: InputEntry) -> dict[str, Any]:
    """An entry as JSON values, without what is empty."""
    values = _stated(entry)
    values["stories"] = [_stated(story) for story in entry.stories]
    if entry.gone:
        values["gone"] = [_stated(item) for item in entry.gone]
    return values


def _stated(item: InputEntry | StoryEntry | GoneEntry) -> dict[str, Any]:
    return {name: value for name, value in item._asdict().items() if value not in (None, False, "", ())}


def _entry(values: Mapping[str, Any]) -> InputEntry:
    stories = tuple(
        StoryEntry(**{**story, "lines": tuple(story["lines"]), "similar_to": _pairs(story.get("similar_to", ()))})
        for story in values.get("stories", ())
    )
    ranges = {name: _pairs(values.get(name, ())) for name in ("furniture", "blank")}
    gone = tuple(GoneEntry(**item) for item in values.get("gone", ()))
    return InputEntry(**{**values, "stories": stories, "gone": gone, **ranges})


def _pairs(values: Any) -> tuple[tuple[Any, Any], ...]:
    return tuple((first, second) for first, second in values)


def _line(values: Mapping[str, Any]) -> bytes:
    return (json_line(values) + "\n").encode()
