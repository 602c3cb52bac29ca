"""What a rule is: a code, a function that finds, and examples that prove it.

The function's docstring is the rule's manual: its first line stands in the README's table. Precision comes first: a
rule speaks only of what is wrong for certain, for an editor may add keys and correct values as the story needs.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from segmenter.config import Settings
from segmenter.rendering.front_matter import FrontMatter, FrontMatterError, Path, Place, read_front_matter
from segmenter.rendering.profiles import origin_of, profile_of
from segmenter.rendering.profiles.default import DEFAULT
from segmenter.rendering.profiles.profile import Profile


class Edit(NamedTuple):
    """Bytes of the file to put in the place of others."""

    start: int
    end: int
    new: bytes


class Finding(NamedTuple):
    """Something that is wrong."""

    line: int
    """In the file, from 1."""
    message: str
    edits: tuple[Edit, ...] = ()
    """What mends it; empty where only a person can."""


@dataclass(frozen=True)
class StoryFile:
    """A file to check, read as far as it can be read.

    Values are asked for by the place that they have in the default profile, whatever profile the file was written in.
    """

    path: str
    data: bytes
    settings: Settings = field(repr=False)

    @property
    def name(self) -> str:
        return PurePath(self.path).name

    @cached_property
    def _read(self) -> FrontMatter | FrontMatterError | None:
        try:
            return read_front_matter(self.data)
        except FrontMatterError as error:
            return error

    @cached_property
    def _profile(self) -> Profile:
        return profile_of(self.front.values) if self.front else DEFAULT

    @cached_property
    def _values(self) -> dict[str, Any]:
        """The values as they were meant, with the origin as the default profile has it."""
        values = self.front.values if self.front else {}
        return {**self._profile.read(values), "origin": origin_of(values) or values.get("origin")}

    @property
    def front(self) -> FrontMatter | None:
        """The front matter; None where there is none or it cannot be read."""
        return None if isinstance(self._read, FrontMatterError) else self._read

    @property
    def error(self) -> FrontMatterError | None:
        """Why the front matter cannot be read."""
        return self._read if isinstance(self._read, FrontMatterError) else None

    def value(self, path: Path) -> Any:
        """The value there, None where there is none."""
        found: Any = self._values
        for step in path if path[0] == "origin" else self._profile.place(path):
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    def line(self, path: Path) -> int:
        """Line of the value's key."""
        return self.front.line(self._profile.place(path)) if self.front else 1

    def typed(self, path: Path) -> str:
        """A value as it was typed, quotes and all; empty where it is not one of this file's own lines."""
        place = self._place(path)
        typed = self.front.head[place.start : place.end] if self.front and place else ""
        return "" if "\n" in typed else typed

    def typing(self, path: Path, new: str, meant: object) -> tuple[Edit, ...]:
        """The edit that types `new` in the place of a value, if that gives the value that is meant; else none."""
        import yaml

        typed, place = self.typed(path), self._place(path)
        # An anchor, an alias or a tag says something of other values too.
        if self.front is None or place is None or not typed or typed[0] in "&*!":
            return ()
        try:
            if yaml.safe_load(f"[{new}]") != [meant]:
                return ()
        except (yaml.YAMLError, ValueError):
            return ()
        start = self.front.head_offset + len(self.front.head[: place.start].encode())
        return (Edit(start, start + len(typed.encode()), new.encode()),)

    def _place(self, path: Path) -> Place | None:
        return self.front.places.get(self._profile.place(path)) if self.front else None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a story file can have wrong."""

    code: str
    find: Callable[[StoryFile], Iterator[Finding]]
    hits: tuple[bytes, ...]
    """Files called EXAMPLE_NAME in which it finds something."""
    misses: tuple[bytes, ...]
    """Files, near to the hits, in which it finds nothing."""

    @property
    def manual(self) -> str:
        """What it finds, why that matters, and what `--fix` does."""
        return inspect.getdoc(self.find) or ""

    @property
    def summary(self) -> str:
        """What it finds, in one line."""
        return self.manual.partition("\n")[0]


EXAMPLE_NAME: Final = "2024-03-05-青石桥早市搬进新棚.md"
EXAMPLE: Final = """\
---
title: 青石桥早市搬进新棚
date: '2024-03-05'
author:
- 罗一苇
byline:
- name: 罗一苇
  role: reporter
- name: 谷雨
  role: editor
dateline:
  place: 溪口
  agency: 本报
  date: '2024-03-05'
language: zh-Hans
confidence: 0.9
id: 5d1fae03b7c2
origin:
  file: 3月.txt
  lines: [7, 9]
  hash: '0000000000000000000000000000000000000000000000000000000000000001'
---

棚里的灯亮了。
"""


def examples(*heads: str) -> tuple[bytes, ...]:
    """EXAMPLE once for each text, with the keys that the text gives; `-title` takes a key out."""
    return tuple(map(_example, heads))


def _example(head: str) -> bytes:
    front = read_front_matter(EXAMPLE.encode())
    assert front is not None
    key = head.partition(":")[0]
    texts = {entry.key: entry.text for entry in front.entries}
    if key.startswith("-"):
        del texts[key[1:]]
    else:
        texts[key] = head + "\n"
    return f"---\n{''.join(texts.values())}---\n{front.body.decode()}".encode()
