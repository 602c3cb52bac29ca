"""Put files in place whole or not at all, and never over a file that is somebody else's.

A file is written aside in the same folder, flushed to the disk and renamed. Whoever looks, at any moment, sees the old
file or the new one; a crash leaves the old one and at worst a hidden `.part` beside it.
"""

# Many small files are written: to make and take apart a Path of each takes as long as to write it.
# ruff: noqa: PTH101, PTH105, PTH116, PTH118, PTH123

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, TypeVar

HEAD: Final = 2**20
"""How many bytes of a present file are looked at to tell whose it is."""
MANY: Final = 8
"""From so many files on, flushing the whole system once is quicker than each file by itself."""
P = TypeVar("P", str, Path)


class StoreError(Exception):
    """A file could not be written; the message names the file and says what to do where that is known."""


def write(files: Sequence[tuple[P, bytes]]) -> dict[P, StoreError]:
    """Make each file hold its data. Missing folders are made. Gives the error of each that could not be written."""
    errors: dict[P, StoreError] = {}
    aside: list[tuple[P, _Aside]] = []
    together = len(files) >= MANY and sys.platform == "linux"
    try:
        for path, data in files:
            try:
                with naming(path):
                    aside.append((path, _write_aside(os.fspath(path), data, flush=not together)))
            except StoreError as error:
                errors[path] = error
        if together:
            os.sync()
        while aside:
            path, written = aside.pop()
            try:
                with naming(path):
                    _put_in_place(written)
            except StoreError as error:
                Path(written.part).unlink(missing_ok=True)
                errors[path] = error
    finally:
        for _, written in aside:
            Path(written.part).unlink(missing_ok=True)
    return errors


class _Aside(NamedTuple):
    """A file that is written, but not in place."""

    part: str
    target: str
    mode: int | None
    """The permissions of the file whose place it takes; None where there is none."""


def _write_aside(path: str, data: bytes, flush: bool) -> _Aside:
    """Raises OSError; nothing of the file is there then."""
    target, mode = _present(path)
    part = _aside(target)
    try:
        file = open(part, "wb", buffering=0)  # noqa: SIM115 - closed below
    except FileNotFoundError:
        Path(part).parent.mkdir(parents=True, exist_ok=True)
        file = open(part, "wb", buffering=0)  # noqa: SIM115 - closed below
    try:
        with file:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
            if flush:
                os.fsync(file.fileno())
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return _Aside(part, target, mode)


def _present(path: str) -> tuple[str, int | None]:
    """The file to replace, and its permissions; None where it is not there. Raises OSError."""
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            # A link stays a link: the file that it leads to is replaced.
            path = os.path.realpath(path)
            status = os.stat(path)
    except FileNotFoundError:
        return path, None
    return path, stat.S_IMODE(status.st_mode)


def _put_in_place(written: _Aside) -> None:
    if written.mode is not None:
        os.chmod(written.part, written.mode)
    os.replace(written.part, written.target)


def remove_parts(paths: Iterable[Path]) -> None:
    """Remove what a run that was stopped had written aside for these files and for copies of them."""
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(path.name)
    for folder, wanted in names.items():
        for part in folder.glob(".*.part"):
            pieces = part.name.split(".")[1:-2]
            if any(".".join(pieces[:count]) in wanted for count in range(1, len(pieces) + 1)):
                part.unlink(missing_ok=True)


@contextmanager
def replacing(path: Path, may_replace: Callable[[bytes], bool]) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place at `path` when the block ends; if the block fails, nothing changes.

    `may_replace` is asked about a file that is there, by its first bytes (see HEAD). What is no regular file, such as
    /dev/null or a named pipe, is written to directly. Raises StoreError.
    """
    with naming(path):
        # A link stays a link: the file that it leads to is replaced.
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
            return
        if target.exists() and not may_replace(_head(target)):
            raise StoreError(f"{path}: is left as it is, since it holds something else; move it or write elsewhere")
        aside = Path(_aside(str(target)))
        try:
            with aside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                aside.chmod(stat.S_IMODE(target.stat().st_mode))
            aside.replace(target)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


@contextmanager
def naming(path: str | Path) -> Iterator[None]:
    """Make a StoreError, with the file's name, of the system's errors in the block."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error


def _aside(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{os.getpid()}.part")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)
