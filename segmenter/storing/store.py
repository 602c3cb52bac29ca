"""Put files in place whole or not at all, and never over a file that is somebody else's.

A file is written aside in the same folder, flushed to the disk and renamed. Whoever looks, at any moment, sees the old
file or the new one; a crash leaves the old one and at worst a hidden `.part` beside it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

HEAD: Final = 2**20
"""How many bytes of a present file are looked at to tell whose it is."""


class StoreError(Exception):
    """A file could not be written; the message names the file and says what to do where that is known."""


def write(path: Path, data: bytes, may_replace: Callable[[bytes], bool]) -> bool:
    """Make the file hold the data. False if it did already, and so was left alone. Raises StoreError.

    A missing folder is made. `may_replace` is asked about a file that is there, by its first bytes (see HEAD).
    """
    with _naming(path):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, may_replace) as file:
        file.write(data)
    return True


@contextmanager
def replacing(path: Path, may_replace: Callable[[bytes], bool]) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place at `path` when the block ends; if the block fails, nothing changes.

    What is no regular file, such as /dev/null or a named pipe, is written to directly. Raises StoreError.
    """
    with _naming(path):
        # A link stays a link: the file that it leads to is replaced.
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
            return
        if target.exists() and not may_replace(_head(target)):
            raise StoreError(f"{path}: is left as it is, since it holds something else; move it or write elsewhere")
        aside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with aside.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, aside)
            aside.replace(target)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
