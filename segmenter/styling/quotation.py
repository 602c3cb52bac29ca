"""Quotation marks: `“‘…’”`, `「『…』」` or `"'…'"`, one inside the other as they should be.

In Chinese stories the depth decides which mark stands, in English ones the mark that was there. An apostrophe is none
(`it's`, `the ’90s`, `Xi'an`), nor is a mark of feet and inches. Where the marks of a text do not pair, nobody can say
which opens and which closes, and all of them stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from segmenter.styling.texts import LATIN, is_chinese, masked, replaced, retold, untouched

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story


class _UnpairedError(Exception):
    pass


class _Mark(NamedTuple):
    place: int
    closes: bool
    depth: int
    """1 for a quotation, 2 for one inside it, and so on."""
    double: bool
    """Whether it is a mark of the outer kind as it stands: `“`, `「` or `"`."""


MARKS: Final = {"corner": ("「」", "『』"), "curly": ("“”", "‘’"), "straight": ('""', "''")}
"""Each style's marks, outer and inner."""

_DOUBLE: Final = frozenset('“”「」"＂')
_CLOSER: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "＂": "＂", "'": "'"}
_STRAIGHT: Final = frozenset("\"'＂")
_CLOSERS: Final = frozenset("”’」』")
_MARK: Final = regex.compile("[“”‘’「」『』\"＂']")
_APOSTROPHE: Final = regex.compile(
    rf"""(?<=[{LATIN}0-9])['’‘](?=[{LATIN}0-9])        # it's, Xi'an, 6'2
    |(?<![{LATIN}0-9])['’‘](?=[0-9]0s\b)               # the ’90s
    |(?<![{LATIN}0-9])['’‘](?i:tis|twas|em|n|til|cause)\b['’]?   # rock ’n’ roll
    """,
    regex.VERBOSE,
)
_MEASURE: Final = regex.compile(r"[\s,.;:!?)x×，。；：）]|$")
"""What follows a mark of feet or inches."""


def with_quotation_marks(story: Story, settings: Settings) -> Story:
    style = settings.style.quotes
    chinese = is_chinese(story)
    if style not in MARKS or (style == "corner" and not chinese):
        return story
    outer, inner = MARKS[style]

    def change(text: str) -> str:
        if not _MARK.search(text):
            return text
        try:
            marks = list(_marks(masked(text, untouched(text, story, settings))))
        except _UnpairedError:
            return text
        return replaced(
            text,
            {
                mark.place: (outer if (mark.depth % 2 == 1 if chinese else mark.double) else inner)[mark.closes]
                for mark in marks
            },
        )

    return retold(story, change)


def _marks(view: str) -> Iterator[_Mark]:
    """The quotation marks of a text. Raises _UnpairedError.

    A quotation that runs over several paragraphs opens in each of them and closes in the last, or opens in the first
    alone: where the marks themselves say which way they look, one may be open at the end, or closed at the beginning.
    """
    apostrophes = {place for found in _APOSTROPHE.finditer(view) for place in range(*found.span())}
    opened: list[str] = []
    first, carried = True, False
    for found in _MARK.finditer(view):
        place, mark = found.start(), found[0]
        before, after = view[place - 1 : place], view[place + 1 : place + 2]
        if place in apostrophes:
            continue
        if opened and _CLOSER[opened[-1]] == mark and not (mark in "'’" and (not before or before.isspace())):
            if before.isspace() and mark in _STRAIGHT:
                raise _UnpairedError
            opened.pop()
            yield _Mark(place, True, len(opened) + 1, mark in _DOUBLE)
        elif mark == "’" or (mark == "'" and before and regex.match(rf"[{LATIN}]", before)):
            continue  # players’
        elif mark in "\"'" and before.isdigit() and _MEASURE.match(view, place + 1):
            continue  # a 27" screen
        elif mark in _CLOSERS:
            if not first:
                raise _UnpairedError
            carried = True
            yield _Mark(place, True, 1, mark in _DOUBLE)
        else:
            if opened[-1:] == [mark] or (mark in _STRAIGHT and (mark in opened or not after or after.isspace())):
                raise _UnpairedError
            opened.append(mark)
            yield _Mark(place, False, len(opened), mark in _DOUBLE)
        first = False
    if any(mark in _STRAIGHT for mark in opened) or len(opened) + carried > 1:
        raise _UnpairedError
