"""Tell the language and script of a text: `zh-Hans`, `zh-Hant` or `en`."""

from __future__ import annotations

import re
from functools import cache

from segmenter.reading.traditional import SIMPLIFIED, TRADITIONAL

SAMPLE = 2000
"""Characters that are looked at."""


_IN_GB_2312 = "乾於後徵摺麴麽夥菸捱榘袷薹拚醣吒"
"""The traditional characters that the simplified character set holds, most of them in old words and names."""
_HAN_ROWS = bytes(range(0x34, 0xA0))
"""The upper bytes of the code points of Chinese characters."""
_WORD = re.compile(r"[A-Za-z]{2,}")


def language_of(text: str) -> str:
    """The language of the text by its characters, as a BCP 47 tag."""
    sample = text[:SAMPLE]
    chinese = 0 if sample.isascii() else _count_of_chinese(sample)
    # Between so many Chinese characters there is no room for more words.
    if len(sample) > 3 * chinese and (_WORD.search(sample) if not chinese else chinese < len(_WORD.findall(sample))):
        return "en"
    if _surely_simplified(sample):
        return "zh-Hans"
    only_traditional, only_simplified = _of_one_script()
    traditional = sum(map(only_traditional.__contains__, sample))
    return "zh-Hant" if traditional and traditional > sum(map(only_simplified.__contains__, sample)) else "zh-Hans"


def holds_traditional(text: str) -> bool:
    """Whether the text holds a Chinese character that is written otherwise in simplified script."""
    return not (text.isascii() or _surely_simplified(text) or _folded().isdisjoint(text))


# Most texts are surely simplified and need none of these sets.


@cache
def _of_one_script() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only the traditional script has, and those that only the simplified has."""
    traditional, simplified = set(TRADITIONAL), set(SIMPLIFIED)
    return _common(traditional - simplified), _common(simplified - traditional)


@cache
def _folded() -> frozenset[str]:
    return frozenset(character for character in TRADITIONAL if character >= "\u4e00")


def _common(characters: set[str]) -> frozenset[str]:
    return frozenset(character for character in characters if "\u3400" <= character <= "\u9fff")


def _count_of_chinese(text: str) -> int:
    rows = text.encode("utf-16-le", "surrogatepass")[1::2]
    return len(rows) - len(rows.translate(None, _HAN_ROWS))


def _surely_simplified(text: str) -> bool:
    """Whether the text is within the simplified character set, which encoding tells faster than looking up each one.

    A dash and a middle dot are missing in Python's table of that set.
    """
    try:
        text.replace("—", "").replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return not any(map(text.__contains__, _IN_GB_2312))
