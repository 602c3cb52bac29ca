"""Give each story of a dump its file: the one that it had, another dump's if the story stands there too, or a new one.

A dump may have hundreds of thousands of stories. So they are gone through several times, and of each no more than a
number is kept from one time to the next.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from segmenter.model import Story
from segmenter.rendering.markdown import is_version_of
from segmenter.storing.entries import InputEntry, StoryEntry
from segmenter.storing.ledger import Ledger
from segmenter.storing.lookup import Lookup
from segmenter.storing.names import FileNames
from segmenter.storing.on_demand import OnDemand
from segmenter.storing.spilling import Spilled

if TYPE_CHECKING:
    from segmenter.storing.plan import DumpResult

Read = Callable[[str], bytes | None]
"""Gives what a file of the folder holds now, None where there is none."""


class Whence(IntEnum):
    """Where a story has its file from. A number from 0 on is the index of an earlier story of the dump, the same."""

    HELD_BACK = -1
    """It has none."""
    KEPT = -2
    """It had it before."""
    NEW = -3
    ELSEWHERE = -4
    """The story stands in another dump too, and has its file from there."""


class Before:
    """What the folder has of a dump, from earlier runs."""

    def __init__(self, ledger: Ledger, key: str, read: Read) -> None:
        """`key` is the dump's name in the ledger."""
        self.entry = ledger.get(key) or InputEntry(key, "", 0, "")
        self._ledger = ledger
        self._read = read
        self._gone = {item.file: item.hash for item in self.entry.gone}

    def story(self, id: str) -> StoryEntry | None:
        """What was written of a story."""
        return self._ledger.story(id, of=self.entry.file)

    def written_to(self, file: str) -> StoryEntry | None:
        """The story that has the file."""
        return self._ledger.written_to(file, self.entry.file)

    def unfinished(self, file: str) -> str | None:
        """What a run had begun to write to the file, as a hash."""
        return (self.entry.unfinished or {}).get(file)

    def is_ours(self, file: str) -> bool:
        """True if the file is not there, or holds what the ledger says that a run wrote."""
        present = self._read(file)
        if present is None:
            return True
        story = self.written_to(file)
        return sha256(present) in (story.hash if story else self._gone.get(file), self.unfinished(file))


class Filing:
    """Gives the stories of one dump after another their files."""

    def __init__(self, ledger: Ledger, names: FileNames, read: Read, form: str) -> None:
        """`form` is the format of the folder's files."""
        self._ledger = ledger
        self._names = names
        self._read = read
        self._form = form

    def files(self, dump: DumpResult, before: Before) -> Iterator[tuple[int, str | None]]:
        """For each story of the dump where it has its file from (see Whence), and the file if it is its own or new.

        A story keeps the file that it had, unless it would be called otherwise today and nobody has edited the file.
        """
        whence, new, kept = array("q"), array("q"), Lookup()
        known, seen = Spilled[str](), Lookup()
        for index, item in enumerate(dump.stories):
            if item.held_back is not None:
                whence.append(Whence.HELD_BACK)
                continue
            key = hash(item.identity)
            same = next((each for each in seen.of(key) if dump.stories[each].identity == item.identity), None)
            if same is not None:
                whence.append(same)
                continue
            seen.add(key, index)
            had, elsewhere = before.story(item.story.id), self._ledger.story(item.story.id, but=before.entry.file)
            file = had.file if had else None
            if file and (self._names.suits(file, item.story, dump.file) or not before.is_ours(file)):
                whence.append(Whence.KEPT)
                known.append(file)
                kept.add(hash(file))
            elif file is None and elsewhere and elsewhere.file and elsewhere.sketch == item.sketch:
                whence.append(Whence.ELSEWHERE)
                known.append(elsewhere.file)
            else:
                whence.append(Whence.NEW)
                new.append(index)
        del seen
        unnamed = _Unnamed(dump, new)
        names = self._names.assign(unnamed, lambda name: self._is_taken(name, before, kept, unnamed))
        told = iter(known)
        for each in whence:
            named = names if each == Whence.NEW else told if each in (Whence.KEPT, Whence.ELSEWHERE) else None
            yield each, next(named) if named else None

    def _is_taken(self, name: str, before: Before, kept: Lookup, unnamed: _Unnamed) -> bool:
        """Whether a name is no story's of the dump that had it before or shall have one now."""
        owner = self._ledger.owner(name)
        if owner is not None:
            return owner != before.entry.file or hash(name) in kept
        if name in (before.entry.unfinished or {}):
            return False
        present = self._read(name)
        return present is not None and not unnamed.may_hold(present, self._form)


class _Unnamed(OnDemand[tuple[Story, str]]):
    """The stories of a dump that need a name, each with the dump's path."""

    def __init__(self, dump: DumpResult, indices: Sequence[int]) -> None:
        self._dump = dump
        self._indices = indices
        self._ids = set[str]()
        self._texts = set[int]()

    def __len__(self) -> int:
        return len(self._indices)

    def at(self, place: int) -> tuple[Story, str]:
        return self._dump.stories[self._indices[place]].story, self._dump.file

    def may_hold(self, present: bytes, form: str) -> bool:
        """Whether a file that no ledger knows holds one of the stories, or another one of the dump."""
        if not self._ids:
            for index in self._indices:
                item = self._dump.stories[index]
                self._ids.add(item.story.id)
                self._texts.add(hash(item.texts[form]))
        return hash(present) in self._texts or is_version_of(present, self._ids, self._dump.file)


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()
