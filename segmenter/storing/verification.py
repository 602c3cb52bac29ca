"""Prove from a folder's ledger that every line of its dumps is accounted for, and each story file as it was written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from segmenter.reading.encoding import UnreadableInput, decode, is_blank, split_lines
from segmenter.reading.inputs import STANDARD_INPUT
from segmenter.storing.entries import InputEntry, Range
from segmenter.storing.filing import sha256
from segmenter.storing.ledger import Ledger
from segmenter.storing.names import name_key

CODES: Final = {
    "missing": "a story file that the ledger names is not there",
    "changed": "a story file holds something else than was written, as when it was edited by hand",
    "foreign": "a file called like a story file is in no entry of the ledger",
    "dump-missing": "a dump is no longer where it was",
    "dump-changed": "a dump has other bytes than those that were taken apart",
    "unaccounted": "lines of a dump are in no story and not in its furniture, or in two of them",
}
"""Each code with what it says."""


class Finding(NamedTuple):
    """One thing that is not as the ledger says."""

    path: str
    code: str
    """One of CODES."""
    message: str


class Verified(NamedTuple):
    """What was looked at in a folder."""

    dumps: int
    stories: int
    unfinished: int
    """Dumps that an interrupted run had begun to write; the next run finishes them."""
    findings: Sequence[Finding]


def verify(folder: Path, ledger: Ledger) -> Verified:
    """Compare the folder with its ledger. Raises OSError."""
    findings: list[Finding] = []
    known: set[str] = set()
    suffixes: set[str] = set()
    dumps = stories = unfinished = 0
    for entry in ledger:
        dumps += 1
        pending = entry.unfinished or {}
        unfinished += bool(pending)
        known.update(map(name_key, pending))
        for name, hash in entry.owned():
            stories += 1
            known.add(name_key(name))
            suffixes.add(PurePath(name).suffix)
            findings += _story(folder, name, {hash, pending.get(name, hash)})
        for story in entry.stories:
            if story.file and not story.hash and not ledger.story(story.id):
                findings.append(Finding(_shown(folder, story.file), "missing", "no dump answers for the file"))
        if not pending:
            findings += _dump(folder, entry)
    findings += _foreign(folder, known, suffixes or {".md"})
    return Verified(dumps, stories, unfinished, findings)


def _story(folder: Path, name: str, hashes: set[str | None]) -> Iterator[Finding]:
    path = folder / name
    try:
        hash = sha256(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        hash = None
    if hash in hashes:
        return
    if hash is None:
        yield Finding(str(path), "missing", "the story file is not there; the next run writes it again")
    else:
        yield Finding(str(path), "changed", "the story file is not what was written; runs keep it")


def _dump(folder: Path, entry: InputEntry) -> Iterator[Finding]:
    shown = _shown(folder, entry.file)
    ranges = [*(story.lines for story in entry.stories), *entry.furniture, *entry.blank]
    for first, last in _gaps_and_overlaps(ranges, entry.lines):
        yield Finding(shown, "unaccounted", f"lines {first} to {last} are in no story and no furniture, or in two")
    if entry.file.startswith(f"{STANDARD_INPUT}:"):
        return
    try:
        data = (folder / entry.file).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        yield Finding(shown, "dump-missing", "the dump is no longer there")
        return
    if sha256(data) != entry.hash:
        yield Finding(shown, "dump-changed", "the dump has changed since it was taken apart; split it again")
        return
    try:
        lines = split_lines(decode(data, entry.encoding).text)
    except UnreadableInput as error:
        yield Finding(shown, "unaccounted", f"the dump cannot be read as it was: {error}")
        return
    if len(lines) != entry.lines:
        yield Finding(shown, "unaccounted", f"the dump has {len(lines)} lines, the ledger {entry.lines}")
    for first, last in entry.blank:
        for number, line in enumerate(lines[first - 1 : last], first):
            if not is_blank(line):
                yield Finding(shown, "unaccounted", f"line {number} is in no story and no furniture")


def _gaps_and_overlaps(ranges: Sequence[Range], lines: int) -> Iterator[Range]:
    after = 1
    for first, last in sorted(ranges):
        if first != after:
            yield min(first, after), max(first, after) - 1
        after = max(after, last + 1)
    if after != lines + 1:
        yield min(after, lines + 1), max(after, lines + 1) - 1


def _foreign(folder: Path, known: set[str], suffixes: set[str]) -> Iterator[Finding]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith(".") or path.suffix not in suffixes:
                continue
            if name_key(path.relative_to(folder).as_posix()) not in known:
                yield Finding(str(path), "foreign", "no dump of the ledger has this story")


def _shown(folder: Path, name: str) -> str:
    return os.path.normpath(folder / name)
