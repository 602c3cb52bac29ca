"""Put files in place whole or not at all, and never over a file that is somebody else's.

A file is written aside in the same folder, flushed to the disk and renamed. Whoever looks, at any moment, sees the old
file or the new one; a crash leaves the old one and at worst a hidden `.part` beside it.
"""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from segmenter.storing.spilling import Spilled, whole

HEAD: Final = 2**20
"""How many bytes of a present file are looked at to tell whose it is."""
MANY: Final = 8
"""From so many files on, flushing the whole system once is quicker than each file by itself."""


class StoreError(Exception):
    """A file could not be written; the message names the file and says what to do where that is known."""


def write(files: Sequence[tuple[Path, bytes | Spilled]]) -> dict[Path, StoreError]:
    """Make each file hold its data. Missing folders are made. Gives the error of each that could not be written."""
    errors: dict[Path, StoreError] = {}
    aside: list[tuple[Path, Path]] = []
    together = len(files) >= MANY and sys.platform == "linux"
    try:
        for path, data in files:
            # A link stays a link: the file that it leads to is replaced.
            target = path.resolve() if path.is_symlink() else path
            try:
                aside.append((target, _write_aside(target, whole(data), flush=not together)))
            except StoreError as error:
                errors[path] = error
        if together:
            os.sync()
        while aside:
            path, part = aside.pop()
            try:
                with naming(path):
                    if path.exists():
                        part.chmod(stat.S_IMODE(path.stat().st_mode))
                    part.replace(path)
            except StoreError as error:
                part.unlink(missing_ok=True)
                errors[path] = error
    finally:
        for _, part in aside:
            part.unlink(missing_ok=True)
    return errors


def _write_aside(path: Path, data: bytes, flush: bool) -> Path:
    part = _aside(path)
    with naming(path):
        try:
            file = part.open("wb")
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = part.open("wb")
        try:
            with file:
                file.write(data)
                file.flush()
                if flush:
                    os.fsync(file.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


def remove_parts(path: Path) -> None:
    """Remove what a run that was stopped had written aside for a file."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
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
        aside = _aside(target)
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
def naming(path: Path) -> Iterator[None]:
    """Make a StoreError, with the file's name, of the system's errors in the block."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)
