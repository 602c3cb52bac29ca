"""The texts of a story that style is applied to, and what in them no rule may touch.

A brand, a name or an address is what it is: `卡拉OK`, `Yahoo!奇摩` and `https://example.org/a,b` have no style. Rules
look for their marks in a view of the text in which such passages hold letters and digits only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import regex

from segmenter.reading.folding import fold

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story

Span = tuple[int, int]
"""Start and end of a slice of a text."""

HAN: Final = r"\p{Han}"
LATIN: Final = r"A-Za-z\u00c0-\u024f"
"""Letters of half width, inside of `[]`."""

_ADDRESS: Final = r"""(?<![A-Za-z0-9])(?:https?|ftp)://[!-~]+(?:(?<=[/=])\p{Han}+[!-~]*)*(?<![.,:;!?)'"])
    |(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
    |(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]+\.)+[a-z]{2,6}(?::\d+)?(?:/[!-~]*(?:(?<=[/=])\p{Han}+[!-~]*)*(?<![.,:;!?)'"])
    |(?![A-Za-z0-9-]))"""
_FILE_NAME: Final = r"""[\p{Han}A-Za-z0-9_()（）.-]{1,80}\.(?i:pdf|docx?|xlsx?|pptx?|txt|csv|json|xml|html?|md|zip|rar
    |jpe?g|png|gif|mp[34])(?![A-Za-z0-9])"""
_NO_PROSE: Final = regex.compile(rf"{_ADDRESS}|{_FILE_NAME}", regex.VERBOSE)
_IN_NO_PROSE: Final = (".", "://")
"""One of these is in every address and name of a file."""
_NO_LETTER: Final = regex.compile(r"[^\p{L}\p{N}]")


def is_chinese(story: Story) -> bool:
    return story.language.startswith("zh")


def retold(story: Story, change: Callable[[str], str]) -> Story:
    """The story with each text that a reader reads changed."""
    return story._replace(
        kicker=story.kicker and change(story.kicker),
        headline=change(story.headline),
        deck=story.deck and change(story.deck),
        paragraphs=tuple(map(change, story.paragraphs)),
    )


def untouched(text: str, story: Story, settings: Settings) -> list[Span]:
    """Where nothing may be changed, in order: protected words, names of the byline, addresses, names of files."""
    spans: list[Span] = []
    if any(mark in text for mark in _IN_NO_PROSE):
        spans += [found.span() for found in _NO_PROSE.finditer(text)]
    words = _words(settings.style.protected, tuple(person.name for person in story.byline))
    if words is not None:
        spans += [found.span() for found in words.finditer(fold(text))]
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def masked(text: str, spans: list[Span]) -> str:
    """The text, at equal length, with all that is no letter or digit in the spans replaced by `x`."""
    for start, end in spans:
        text = text[:start] + _NO_LETTER.sub("x", text[start:end]) + text[end:]
    return text


def replaced(text: str, changes: dict[int, str]) -> str:
    """The text with the characters at the given places replaced."""
    pieces: list[str] = []
    done = 0
    for place in sorted(changes):
        pieces += text[done:place], changes[place]
        done = place + 1
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=256)
def _words(protected: tuple[str, ...], names: tuple[str, ...]) -> regex.Pattern[str] | None:
    """Any of the words, longest first, in a folded text; a Chinese name may be printed with spaces in it."""
    patterns = {_whole_word(regex.escape(fold(word)), fold(word)) for word in protected}
    for name in map(fold, names):
        if len(name) > 1:
            patterns.add(_whole_word(r"\ ?".join(map(regex.escape, name)), name))
    return regex.compile("|".join(sorted(patterns, key=len, reverse=True))) if patterns else None


def _whole_word(pattern: str, word: str) -> str:
    before = rf"(?<![{LATIN}])" if regex.match(rf"[{LATIN}]", word) else ""
    after = rf"(?![{LATIN}])" if regex.search(rf"[{LATIN}]$", word) else ""
    return before + pattern + after
