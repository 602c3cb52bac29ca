"""From the paths a user gives (files, folders, globs, `-`) to the files to read, skipping nothing silently."""

# Paths stay the text that was given; pathlib would make `a` of `./a`.
# ruff: noqa: PTH110, PTH112, PTH113, PTH114, PTH118, PTH208

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatch, fnmatchcase
from functools import lru_cache
from typing import NamedTuple

STANDARD_INPUT = "-"


class Input(NamedTuple):
    """One file to read, or standard input."""

    path: str
    """As the user gave it, a file of a folder with the folder before it; `-` for standard input."""


class Problem(NamedTuple):
    """A path from which nothing can be read."""

    path: str
    reason: str
    """In words that go after the path."""


def expand(paths: Iterable[str], include: Sequence[str]) -> Iterator[Input | Problem]:
    """The files of the paths, each once, in the order given and sorted within a folder or glob.

    A folder gives, recursively, the files of which a pattern of `include` fits the name (or, where the pattern holds a
    `/`, the path below the folder), in capitals or not. A named file, or one that a glob matches, is taken whatever
    its name; `**` in a glob stands for folders at any depth. Hidden files and folders have to be named. A path that
    exists is no glob, whatever marks it holds. A path that is missing, unreadable or without any file gives a Problem.
    """
    seen: set[str] = set()
    real_paths = RealPaths()
    for path in paths:
        for found in _of_path(path, include):
            # One file may be named, lie in a named folder and be linked to; it is read once.
            identity = found.path if found.path == STANDARD_INPUT else real_paths.of(found.path)
            if isinstance(found, Problem) or identity not in seen:
                yield found
                seen.add(identity)


class RealPaths:
    """The real paths of many files that lie in few folders; a folder's own is found out once."""

    def __init__(self) -> None:
        self._of_folder = lru_cache(maxsize=16)(os.path.realpath)

    def of(self, path: str) -> str:
        """What `os.path.realpath` gives."""
        folder, name = os.path.split(path)
        # Windows may call the same file by several names.
        if os.name == "nt" or name in ("", os.curdir, os.pardir) or os.path.islink(path):
            return os.path.realpath(path)
        return os.path.join(self._of_folder(folder or os.curdir), name)


def _of_path(path: str, include: Sequence[str]) -> Iterator[Input | Problem]:
    if path == STANDARD_INPUT:
        yield Input(path)
    elif os.path.lexists(path):
        yield from _of_existing(path, include)
    elif glob.has_magic(path):
        matches = list(_matches(path))
        for match in matches:
            yield from [match] if isinstance(match, Problem) else _of_existing(match or os.curdir, include)
        if not matches:
            yield Problem(path, "matches nothing")
    else:
        yield Problem(path, "does not exist")


def _of_existing(path: str, include: Sequence[str]) -> Iterator[Input | Problem]:
    if os.path.isdir(path):
        yield from _of_folder(path, include)
    elif os.path.exists(path):
        yield Input(path)
    else:
        yield Problem(path, "is a link to nothing")


def _of_folder(folder: str, include: Sequence[str]) -> Iterator[Input | Problem]:
    empty = True
    for found in files_below(folder, include):
        empty = False
        yield found
    if empty:
        yield Problem(folder, f"holds no file named {' or '.join(include)}; choose others with --include")


def files_below(folder: str, include: Sequence[str], but: Collection[str] = ()) -> Iterator[Input | Problem]:
    """What `expand` gives for a folder, if anything; the folders `but`, by their real paths, are not looked into."""
    for found in _walk(folder, but):
        if isinstance(found, Problem):
            yield found
            continue
        parent, names = found
        below = os.path.relpath(parent, folder).replace(os.sep, "/")
        for name in names:
            if _is_included(name if below == os.curdir else f"{below}/{name}", include):
                path = os.path.join(parent, name)
                # Named by the user, a pipe is fine to read; found in a folder, it would only hang.
                yield Input(path) if os.path.isfile(path) else Problem(path, "is no regular file")


def _is_included(path: str, include: Sequence[str]) -> bool:
    path = path.lower()
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path if "/" in pattern else name, pattern.lower()) for pattern in include)


def _walk(folder: str, but: Collection[str] = ()) -> Iterator[tuple[str, list[str]] | Problem]:
    """Each folder from this one down, once even where links make loops, with its sorted names; hidden ones left out."""
    problems: list[Problem] = []
    visited = set(but)

    def note(error: OSError) -> None:
        problems.append(_problem(error))

    for parent, folders, names in os.walk(folder, onerror=note, followlinks=True):
        identity = os.path.realpath(parent)
        if identity in visited:
            folders.clear()
            continue
        visited.add(identity)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield parent, sorted(name for name in names if not name.startswith("."))
    yield from problems


def _matches(pattern: str) -> Iterator[str | Problem]:
    """What the glob matches. Python's own would follow links that make loops, and pass over what it cannot read."""
    head, tail = os.path.split(pattern)
    if not glob.has_magic(pattern) or head == pattern:
        if os.path.lexists(pattern):
            yield pattern
        return
    for folder in _matches(head) if glob.has_magic(head) else [head]:
        if isinstance(folder, Problem):
            yield folder
        elif tail == "**":
            for found in _walk(folder or os.curdir):
                yield found if isinstance(found, Problem) else found[0] if folder else _without_dot(found[0])
        elif not glob.has_magic(tail):
            yield from _matches(os.path.join(folder, tail))
        elif os.path.isdir(folder or os.curdir):
            try:
                names = sorted(os.listdir(folder or os.curdir))
            except OSError as error:
                yield _problem(error)
                continue
            shown = names if tail.startswith(".") else [name for name in names if not name.startswith(".")]
            yield from (os.path.join(folder, name) for name in shown if fnmatch(name, tail))


def _without_dot(path: str) -> str:
    return "" if path == os.curdir else path.removeprefix(os.path.join(os.curdir, ""))


def _problem(error: OSError) -> Problem:
    return Problem(str(error.filename), f"cannot be read: {error.strerror}")
