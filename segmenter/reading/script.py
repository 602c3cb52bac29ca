"""Tell the language and script of a text: `zh-Hans`, `zh-Hant` or `en`."""

from __future__ import annotations

from segmenter.patterns import compiled
from segmenter.reading.traditional import SIMPLIFIED, TRADITIONAL

SAMPLE = 2000
"""Characters that are looked at."""
_ONLY_TRADITIONAL = frozenset(TRADITIONAL) - frozenset(SIMPLIFIED)
_ONLY_SIMPLIFIED = frozenset(SIMPLIFIED) - frozenset(TRADITIONAL)
_HAN = compiled(r"[\u3400-\u9fff]")
_LETTER = compiled(r"[A-Za-z]{2,}")


def language_of(text: str) -> str:
    """The language of the text by its characters, as a BCP 47 tag."""
    sample = text[:SAMPLE]
    han = _HAN.findall(sample)
    if len(han) < len(_LETTER.findall(sample)):
        return "en"
    traditional = sum(character in _ONLY_TRADITIONAL for character in han)
    simplified = sum(character in _ONLY_SIMPLIFIED for character in han)
    return "zh-Hant" if traditional > simplified else "zh-Hans"
