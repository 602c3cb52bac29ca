"""The width of punctuation marks in Chinese stories: `，` or `,` between Chinese words.

A mark is Chinese if a Chinese character stands next to it, other marks apart. So `1,300`, `9:30`, `Smith, Jr.` and an
English sentence keep theirs, and what a mark is does not change with its width. Full stops and `、` have no half-width
twin in Chinese text: `half` leaves them, and `full` takes a `.` for `。` only where a paragraph or a line ends.
Quotation marks are another rule's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from segmenter.styling.texts import HAN, is_chinese, masked, replaced, retold, untouched

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story

_HALF, _FULL = ",:;?!()｡､", "，：；？！（）。、"
_TO_FULL: Final = dict(zip(_HALF, _FULL, strict=True))
_TO_HALF: Final = {full: half for half, full in _TO_FULL.items() if half.isascii()}
_NARROWED: Final = str.maketrans(_TO_HALF)
"""Contexts are read in the half-width view, so that they stay the same when marks are widened."""

_HAN: Final = regex.compile(HAN)
_MARK: Final = regex.compile("[,:;?!｡､]")
_BRACKET: Final = regex.compile(r"[()\n]")
_ALWAYS: Final = frozenset("｡､")
_CLOSE, _OPEN = frozenset(")]】」』》〉”’\"　 ,;:?!｡。､、…"), frozenset("([【「『《〈“‘　 ")
"""What stands between a mark and the word before it, and between a mark and the word after it."""
_FINAL_STOP: Final = regex.compile(rf"(?<={HAN}[)】」』》”’\"]{{0,2}})\.(?=[)】」』”’\"]{{0,2}}\s*$)", regex.MULTILINE)


def with_marks(story: Story, settings: Settings) -> Story:
    change = {"full": _widened, "half": _narrowed}.get(settings.style.punctuation)
    if change is None or not is_chinese(story):
        return story
    return retold(story, lambda text: replaced(text, change(masked(text, untouched(text, story, settings)))))


def _narrowed(view: str) -> dict[int, str]:
    return {place: _TO_HALF[mark] for place, mark in enumerate(view) if mark in _TO_HALF}


def _widened(view: str) -> dict[int, str]:
    narrow = view.translate(_NARROWED)
    chinese = {found.start() for found in _MARK.finditer(narrow) if _is_chinese(narrow, found.start())}
    for pair in _pairs(narrow):
        if _is_chinese_pair(narrow, *pair):
            chinese.update(pair)
    changes = {place: _TO_FULL[view[place]] for place in chinese if view[place] in _TO_FULL}
    for place in list(changes):
        # The space around a half-width mark is part of it: a full-width one brings its own.
        beside = place - 1 if narrow[place] == "(" else place + 1
        if view[place] in ",:;?!()" and _is_lone_space(view, beside):
            changes[beside] = ""
    return {**changes, **{stop.start(): "。" for stop in _FINAL_STOP.finditer(narrow)}}


def _is_chinese(narrow: str, place: int) -> bool:
    """Whether a mark that is no bracket belongs to Chinese text."""
    mark, before = narrow[place], _word_before(narrow, place)
    if mark in _ALWAYS:
        return True
    if mark == "!":
        return _is_han(before)  # `Yahoo!奇摩`
    if mark == "?":
        return _is_han(before) or (before.isdigit() and _is_han(_word_after(narrow, place)))
    return _is_han(before) or _is_han(_word_after(narrow, place))


def _is_chinese_pair(narrow: str, opening: int, closing: int) -> bool:
    before, after = _word_before(narrow, opening), _word_after(narrow, closing)
    if _HAN.search(narrow, opening, closing):
        return not (_is_latin(before) and _is_latin(after))
    return _is_han(before)


def _pairs(narrow: str) -> list[tuple[int, int]]:
    """The brackets that belong together, on one line."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACKET.finditer(narrow):
        if found[0] == "\n":
            opened.clear()
        elif found[0] == "(":
            opened.append(found.start())
        elif opened:
            pairs.append((opened.pop(), found.start()))
    return pairs


def _word_before(narrow: str, place: int) -> str:
    """The last character of the word before the mark; empty where there is none."""
    place -= 1
    while place >= 0 and narrow[place] in _CLOSE:
        place -= 1
    return narrow[place] if place >= 0 else ""


def _word_after(narrow: str, place: int) -> str:
    place += 1
    while place < len(narrow) and narrow[place] in _OPEN:
        place += 1
    return narrow[place] if place < len(narrow) else ""


def _is_han(character: str) -> bool:
    return _HAN.match(character) is not None


def _is_latin(character: str) -> bool:
    return character.isalpha() and not _is_han(character)


def _is_lone_space(view: str, place: int) -> bool:
    return 0 < place < len(view) - 1 and view[place] == " " and " " not in (view[place - 1], view[place + 1])
