"""A folder of stories under its ledger: plan what each dump changes there, and do it so that any end is a good end.

Dumps are written in batches. Before a batch is written, the ledger says what is about to be, and when it is written,
that it is; so a run that was stopped in between is told from an editor's work, and the next one finishes it.
"""

from __future__ import annotations

import os
import posixpath
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from segmenter.reading.inputs import STANDARD_INPUT, RealPaths
from segmenter.storing.entries import InputEntry
from segmenter.storing.filing import sha256
from segmenter.storing.ledger import Ledger
from segmenter.storing.names import FileNames
from segmenter.storing.plan import WRITING, Change, DumpResult, Kind, Planned, Planner, Rendered
from segmenter.storing.store import StoreError, naming, remove_parts, write

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.rendering.formats import StoryFormat

BATCH_FILES: Final = 512
BATCH_BYTES: Final = 2**23
"""Files are written together up to this number and this size; until then they are held in memory."""
PAUSE: Final = 1.0
"""Seconds after which what has come is written, however little it is."""

Done = Callable[[Change, "StoreError | None"], None]
"""Told of each change once it is made, or why it could not be."""


class LockedError(StoreError):
    """Another run has the folder."""


@dataclass(slots=True)
class _Part:
    """What is to be done for one dump."""

    key: str
    """Its name in the ledger."""
    before: InputEntry | None
    changes: list[Change] = field(default_factory=list)
    """Those that are not done yet."""
    entries: list[InputEntry] = field(default_factory=list)
    """What the ledger says once all is done; the dump's own first."""
    is_whole: bool = False
    """Nothing more is planned."""
    has_failed: bool = False
    """Some file could not be written."""


class StoryFolder:
    """A folder that a run writes to. Close it in any case: what was begun is finished then."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        done: Done,
        form: StoryFormat,
        *,
        force: bool = False,
        prune: bool = False,
        write: bool = True,
    ) -> None:
        """With `write` false, nothing is written, and `done` is told what would be.

        Raises LedgerError, LockedError, StoreError and names.PinyinMissingError.
        """
        self._prefix = "" if folder == Path() else os.path.join(folder, "")  # noqa: PTH118 - it ends in a separator
        self._done = done
        self._writes = write
        self._batch: list[_Part] = []
        self._batch_files = self._batch_bytes = 0
        suffix = None if form.name == "markdown" else form.suffix
        names = FileNames(settings.files.template, settings.files.ascii, suffix)
        self._key_of = lru_cache(maxsize=1024)(InputKeys(folder).of)  # First for what is known of it, then to write it.
        self._lock = lock(folder) if write else None
        self._ledger = Ledger(folder, form.name)
        self._planner = Planner(self._ledger, names, self._read, settings, form.name, force, prune)
        self._written = time.monotonic()
        self._vanishing: set[str] = set()
        """Files that are planned to go, and so count as gone for the dumps that follow."""
        if write:
            remove_parts([self._ledger.path, *(folder / name for name in self._ledger.unfinished())])

    def known_hash(self, file: str) -> str | None:
        """The hash by which a dump need not be taken apart again."""
        if file == STANDARD_INPUT:
            # It may come slowly, or never: what was done before it stands meanwhile.
            self._commit()
            return None
        return self._planner.known_hash(self._key(file, ""))

    def keep(self, file: str) -> None:
        """Deal with a dump that has its known hash."""
        key = self._key(file, "")
        self._take(key, self._planner.unchanged(key, file))

    def put(self, dump: DumpResult) -> None:
        """Deal with a dump that was taken apart."""
        key = self._key(dump.file, dump.hash)
        self._take(key, self._planner.plan(dump, key))

    def put_some(self, stories: Iterable[Rendered]) -> None:
        """Not for a folder: the stories of a dump are named together."""
        raise AssertionError("a folder takes whole dumps")

    def close(self) -> None:
        """Finish what was begun. Raises StoreError."""
        try:
            self._commit()
            for part in self._batch:  # The run was stopped while it planned.
                self._ledger.leave_unfinished(part.key, part.before)
            self._ledger.close(tidy=self._writes)
        finally:
            if self._lock is not None:
                os.close(self._lock)
                self._lock = None

    def _take(self, key: str, planned: Planned) -> None:
        """Do what is planned for a dump, or leave it to be done with what comes next."""
        part = _Part(key, self._ledger.get(key))
        self._batch.append(part)
        for each in planned:
            if isinstance(each, Change):
                self._add(part, each)
            else:
                part.entries.append(each)
        part.is_whole = True
        if self._is_time():
            self._commit()

    def _add(self, part: _Part, change: Change) -> None:
        if not self._writes:
            self._done(change, None)
        else:
            if change.file in self._vanishing:
                self._commit()
            part.changes.append(change)
            self._batch_files += 1
            self._batch_bytes += len(change.after or b"")
        self._vanishing.discard(change.file)
        if useless := change.file if change.kind is Kind.REMOVE else change.old_file:
            self._vanishing.add(useless)
        if self._batch_files >= BATCH_FILES or self._batch_bytes >= BATCH_BYTES:
            self._commit()

    def _is_time(self) -> bool:
        return time.monotonic() - self._written > PAUSE

    def _commit(self) -> None:
        """Do what was left to be done; what is not planned to its end yet goes on in the next batch."""
        if not self._writes:
            self._batch.clear()
            return  # Nothing is written, and files go on counting as gone.
        batch, self._batch = self._batch, [part for part in self._batch if not part.is_whole]
        self._batch_files = self._batch_bytes = 0
        self._vanishing.clear()
        begun = {part.key: files for part in batch if (files := _begun(part.changes))}
        try:
            if begun:
                self._ledger.begin(begun)
            errors = self._write([each for part in batch for each in part.changes if each.kind in WRITING])
        except BaseException:
            self._batch.clear()
            for part in batch:
                self._ledger.leave_unfinished(part.key, part.before)
            raise
        finished = []
        for part in batch:
            for change in part.changes:
                self._done(change, errors.get(change.file))
            part.has_failed |= any(change.file in errors for change in part.changes)
            part.changes = []
            if part.is_whole and part.has_failed:
                self._ledger.leave_unfinished(part.key, part.before)
                del part.entries[0]
            finished += part.entries if part.is_whole else []
        if finished:
            self._ledger.append(*finished)
        self._written = time.monotonic()

    def _write(self, changes: list[Change]) -> dict[str, StoreError]:
        """Make the changes. Gives the error of each file that could not be written."""
        errors: dict[str, StoreError] = {}
        writes: dict[str, tuple[str, bytes]] = {}
        for change in changes:
            if self._on_disk(change.old_file or change.file) != change.before:
                errors[change.file] = StoreError(f"{change.file}: was changed meanwhile, and is kept; run again")
            elif change.copy and change.before is not None:
                writes[self._path(change.copy)] = change.file, change.before
        self._note(writes, errors)
        writes = {
            self._path(change.file): (change.file, change.after)
            for change in changes
            if change.after is not None and change.file not in errors
        }
        self._note(writes, errors)
        for change in changes:
            useless = change.file if change.kind is Kind.REMOVE else change.old_file
            if useless and change.file not in errors:
                path = Path(self._path(useless))
                try:
                    with naming(path):
                        path.unlink(missing_ok=True)
                except StoreError as error:
                    errors[change.file] = error
        return errors

    def _note(self, writes: dict[str, tuple[str, bytes]], errors: dict[str, StoreError]) -> None:
        failed = write([(path, data) for path, (_, data) in writes.items()])
        errors.update({writes[path][0]: error for path, error in failed.items()})

    def _read(self, name: str) -> bytes | None:
        return None if name in self._vanishing else self._on_disk(name)

    def _on_disk(self, name: str) -> bytes | None:
        """What the file holds; None where there is none. Raises StoreError."""
        path = self._path(name)
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - asked of each of many files
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror}") from None

    def _path(self, name: str) -> str:
        """That of a file of the folder, for the system and for messages."""
        return self._prefix + name

    def _key(self, file: str, hash: str) -> str:
        """What the ledger calls a dump: its path from the folder, so that it is the same from any working directory."""
        if file == STANDARD_INPUT:
            return f"{STANDARD_INPUT}:{hash[:16]}"
        return self._key_of(file)


class InputKeys:
    """What the ledger of a folder calls dumps."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._real_path = RealPaths().of
        self._from_folder = lru_cache(maxsize=16)(self._path_from_folder)

    def of(self, file: str) -> str:
        """The path of a file from the folder, parted by `/`; the absolute path where there is no way between them."""
        parent, name = os.path.split(self._real_path(file))
        return posixpath.join(self._from_folder(parent), name)

    def _path_from_folder(self, path: str) -> str:
        with suppress(ValueError):  # Another drive of Windows.
            path = os.path.relpath(path, self._folder)
        return "" if path == os.curdir else PurePath(path).as_posix()


def _begun(changes: Iterable[Change]) -> dict[str, str | None]:
    """The files that changes write, each with the hash that it gets; None for one that is removed."""
    files: dict[str, str | None] = {}
    for change in changes:
        if change.kind in WRITING:
            files[change.file] = None if change.after is None else sha256(change.after)
            if change.old_file:
                files[change.old_file] = None
    return files


def lock(folder: Path) -> int | None:
    """Keep other runs out of the folder until the descriptor is closed; None where the system has no such lock.

    Raises LockedError, and StoreError where the folder cannot be made or opened.
    """
    try:
        import fcntl
    except ImportError:
        return None
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise LockedError(f"{folder}: another run is writing there; wait for its end") from None
    except OSError:
        pass  # Some network file systems have no locks.
    return held
