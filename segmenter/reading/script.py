"""Tell the language and script of a text: `zh-Hans`, `zh-Hant` or `en`."""

from __future__ import annotations

import re

from segmenter.reading.traditional import SIMPLIFIED, TRADITIONAL

SAMPLE = 2000
"""Characters that are looked at."""


def _common(characters: set[str]) -> frozenset[str]:
    return frozenset(character for character in characters if "\u3400" <= character <= "\u9fff")


_ONLY_TRADITIONAL = _common(set(TRADITIONAL) - set(SIMPLIFIED))
_ONLY_SIMPLIFIED = _common(set(SIMPLIFIED) - set(TRADITIONAL))
_FOLDED = frozenset(c for c, folded in zip(TRADITIONAL, SIMPLIFIED, strict=True) if c != folded and c >= "\u4e00")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[A-Za-z]{2,}")


def language_of(text: str) -> str:
    """The language of the text by its characters, as a BCP 47 tag."""
    sample = text[:SAMPLE]
    if sum(map(len, _HAN.findall(sample))) < len(_WORD.findall(sample)):
        return "en"
    used = set(sample)
    traditional = sum(map(sample.count, used & _ONLY_TRADITIONAL))
    return "zh-Hant" if traditional and traditional > sum(map(sample.count, used & _ONLY_SIMPLIFIED)) else "zh-Hans"


def holds_traditional(text: str) -> bool:
    """Whether the text holds a Chinese character that is written otherwise in simplified script."""
    return not _FOLDED.isdisjoint(text)
