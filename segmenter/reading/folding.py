"""Fold a line for matching, at equal length, so that one set of rules serves both scripts and all widths.

Full-width ASCII and odd spaces are narrowed, traditional characters become simplified one by one. A span found in the
folded line is the same span of the original, which phrase conversion and NFKC could not promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from segmenter.reading.traditional import SIMPLIFIED, TRADITIONAL

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b\u2060"
)
"""Spaces other than the plain one, and marks of no width."""

LONG = 2**20
"""Characters whose words are held at a time: a text may be one endless line."""

_TABLE = str.maketrans(TRADITIONAL, SIMPLIFIED)
_TABLE.update({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
_TABLE.update(dict.fromkeys(map(ord, SPACES), 0x20))
_TABLE.update(str.maketrans("〔〕﹝﹞｢｣•‧・．。｡∶﹕︰﹔﹐﹑╱", "()()「」···.。。:::;,、/"))


def fold(text: str) -> str:
    """The matching view of the text, as long as the text."""
    if text.isascii():
        return text
    view = text.translate(_TABLE)
    assert len(view) == len(text), "folding must keep every column"
    return view


def without_spaces(text: str) -> Iterator[str]:
    """The pieces of the text that are left without its white space, to be joined: one, if it is not endless."""
    for start in range(0, len(text), LONG):
        yield "".join(text[start : start + LONG].split())
