"""Compile patterns when they are first used, and keep what compiling made of them for the next run.

Compiling takes ten times as long as all else that splitting a page takes, and comes out the same every time. `regex`
pickles a pattern as the code that it was compiled to, so that to recall one costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import regex

from segmenter.keeping import keep, recall

_ready: dict[tuple[str, int], regex.Pattern[str]] = {}


def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern, compiled once a process at most."""
    found = _ready.get((pattern, flags))
    if found is None:
        found = _ready[pattern, flags] = compiled_with(pattern, flags, {})
    return found


def compiled_with(pattern: str, flags: int, lists: Mapping[str, frozenset[str]]) -> regex.Pattern[str]:
    """The pattern with the named lists that it calls, recalled or else compiled at every call."""
    found = recall((pattern, flags))
    if isinstance(found, regex.Pattern) and found.pattern == pattern and found.named_lists == lists:
        return found
    made = regex.compile(pattern, flags, **lists)  # type: ignore[arg-type]
    keep((pattern, flags), made)
    return made


def search(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    return compiled(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    return compiled(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    return compiled(pattern, flags).fullmatch(text)


def finditer(
    pattern: str, text: str, flags: int = 0, pos: int | None = None, endpos: int | None = None
) -> Iterator[regex.Match[str]]:
    return compiled(pattern, flags).finditer(text, pos, endpos)


def sub(pattern: str, by: str | Callable[[regex.Match[str]], str], text: str, flags: int = 0) -> str:
    return compiled(pattern, flags).sub(by, text)


def split(pattern: str, text: str) -> list[str]:
    return compiled(pattern).split(text)
