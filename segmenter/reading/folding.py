"""Fold a line for matching, at equal length, so that one set of rules serves both scripts and all widths.

Full-width ASCII and odd spaces are narrowed, traditional characters become simplified one by one. A span found in the
folded line is the same span of the original, which phrase conversion and NFKC could not promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from segmenter.reading.traditional import SIMPLIFIED, TRADITIONAL

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b\u2060"
)
"""Spaces other than the plain one, and marks of no width."""

LONG = 2**20
"""Characters whose words are held at a time: a text may be one endless line."""
_MARKS = ("〔〕﹝﹞｢｣•‧・．。｡∶﹕︰﹔﹐﹑╱", "()()「」···.。。:::;,、/")


@cache
def _table() -> list[int]:
    """What each of the first 65536 characters becomes. A list is asked twice as fast as a dict that lacks most."""
    table = list(range(0x10000))
    table[0xFF01:0xFF5F] = range(0x21, 0x7F)
    pairs = zip(TRADITIONAL + SPACES + _MARKS[0], SIMPLIFIED + " " * len(SPACES) + _MARKS[1], strict=True)
    for character, folded in pairs:
        table[ord(character)] = ord(folded)
    return table


def fold(text: str) -> str:
    """The matching view of the text, as long as the text."""
    if text.isascii():
        return text
    view = text.translate(_table())
    assert len(view) == len(text), "folding must keep every column"
    return view


def without_spaces(text: str) -> Iterator[str]:
    """The pieces of the text that are left without its white space, to be joined: one, if it is not endless."""
    for start in range(0, len(text), LONG):
        yield "".join(text[start : start + LONG].split())
