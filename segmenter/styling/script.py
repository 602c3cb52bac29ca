"""The script of a Chinese story: simplified or traditional characters, those of Taiwan or of Hong Kong among them.

Only characters are converted, by OpenCC's word lists (`皇后`, `後面`); words stay as they were chosen, so that a quote
stays a quote. Each text of a story is converted from the script that it is in itself. In one that is in the wanted
script already, only a character that the script's national standard does not have is foreign: `国` among traditional
characters, but not `后` or `台`, which stand there by right.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from segmenter.styling.texts import is_chinese, replaced, retold, untouched

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.config import Settings
    from segmenter.model import Story


class Target(NamedTuple):
    """A script that can be asked for."""

    language: str
    """As the record calls it."""
    convert: str
    """OpenCC's conversion from the other script."""
    regional: tuple[str, ...]
    """OpenCC's conversions from another region's writing in the same script, one after the other."""


TARGETS: Final = {
    # `tw2s` writes Taiwan's 看著 as 看着; `t2s` leaves it.
    "simplified": Target("zh-Hans", "tw2s", ()),
    "traditional": Target("zh-Hant", "s2t", ()),
    # `hk2t` before `t2tw` would also write 臺 where Taiwan's own papers print 台.
    "taiwan": Target("zh-Hant", "s2tw", ("t2tw",)),
    "hong-kong": Target("zh-Hant", "s2hk", ("tw2t", "t2hk")),
}
_WRITTEN: Final = regex.compile(
    "(?<=[原土專专編编卓譯译遺遗論论巨鉅拙新舊旧名合所其撰顯显昭])著|著(?=[有作述書书者稱称名錄录])"
)
"""著 that is no 着, as in 原著; OpenCC takes that of Taiwan's texts for a 着 in words which it does not list."""
_TAIWANS: Final = frozenset("裡著群床峰啟")
"""Of what `tw2t` converts, that which Hong Kong writes otherwise; it would also write 纔 for 才 and 人蔘 for 人參."""


def in_script(story: Story, settings: Settings) -> Story:
    target = TARGETS.get(settings.style.script)
    if target is None or not is_chinese(story):
        return story

    def change(text: str) -> str:
        converted: list[str] = []
        done = 0
        of = _script_of(text) or story.language
        for start, end in (*untouched(text, story, settings), (len(text), len(text))):
            converted += _converted(text[done:start], of, target), text[start:end]
            done = end
        return "".join(converted)

    return retold(story, change)._replace(language=target.language)


def _converted(text: str, of: str, target: Target) -> str:
    if text.isascii() or not _is_text(text):
        return text
    if of != target.language:
        return _convert(target.convert, text)
    simplified, traditional = _of_one_script()
    text = _convert(target.convert, text, traditional if target.language == "zh-Hans" else simplified)
    for name in target.regional:
        text = _convert(name, text, _TAIWANS if name == "tw2t" else None)
    return text


def _convert(name: str, text: str, only: frozenset[str] | None = None) -> str:
    """What OpenCC makes of the text, or of certain characters in it."""
    converted = _converter(name)(text)
    if len(converted) != len(text):
        return text if only else converted
    if name.startswith("tw2"):
        converted = replaced(converted, {found.start(): "著" for found in _WRITTEN.finditer(text)})
    if only is None:
        return converted
    return "".join(new if old in only else old for old, new in zip(text, converted, strict=True))


def _is_text(text: str) -> bool:
    """False where half a character is in it, as a library's caller may give; it could not be written either."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _script_of(text: str) -> str | None:
    """The script of which the text has more characters that only it has; None where they do not tell."""
    simplified, traditional = _of_one_script()
    more = sum(character in simplified for character in text) - sum(character in traditional for character in text)
    return "zh-Hans" if more > 0 else "zh-Hant" if more < 0 else None


@cache
def _of_one_script() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that simplified texts are written with and traditional ones are not, and the other way round."""
    simplified, traditional = (
        {chr(code) for code in range(0x4E00, 0xA000) if _has(encoding, chr(code))} for encoding in ("gb2312", "big5")
    )
    return frozenset(simplified - traditional), frozenset(traditional - simplified)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter(name: str) -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(name).convert
    return convert
