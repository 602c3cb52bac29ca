"""Read the outline of a collection: its contents with page numbers, its sections, the numbers of its headlines.

Word processors and cuttings services set a list of the headlines first, each with its page behind dots or a tab, and
the stories below under sections, `一、要闻` or `PART I: SPORT`. The list says which lines below are headlines, and the
order of the numbers says so where there is no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import partial
from typing import NamedTuple

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import LONG, Paragraph

FEWEST = 2
"""Entries that make a list, sections that make an outline."""
HEAD = 7
"""Lines at most that stand over the contents or the first section."""
IN_THE_OUTLINE = "headline.in-the-outline"
"""The cue of a headline that the outline knows; what it matched is the headline's number."""
_ENTRY = compiled(
    r"""(?x)(?:\t\s*|[.·…⋯‥_]{3,}\s*|(?<!…)…{2,}\s*|(?:\s[.·]){4,}\s*|\s{4,})
    (?:[Pp]\.?\s?|第\s?|\()?(?P<page>\d{1,4})(?:\s?[页版]|\))?\s*$"""
)
_MAY_BE_ENTRY = compiled(r"\d(?:\s?[页版]|\))?$")
_HEADING = compiled(r"^[\[【]?(?:目\s*[录次]|要目|(?i:(?:table\ of\ )?contents|index))[\]】]?\s*:?$")
_NUMBER = compiled(
    r"""(?x)^(?:(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,2})\s+|(?P<figure>\d{1,2})[.)、]\s*(?!\d)|\((?P<framed>\d{1,2})\)\s*
    |(?P<word>[一二三四五六七八九十]{1,3})[、.]\s*|\((?P<framed_word>[一二三四五六七八九十]{1,3})\)\s*
    |(?P<formal>[壹贰叁肆伍陆柒捌玖拾]{1,3})[、.]\s*|(?P<roman>[IVX]{1,5})\.\s+
    |(?i:part|section)\ (?P<part>[IVX]{1,5}|\d{1,2})\s?[:.—–-]\s*
    |第(?P<chapter>[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|[章编辑篇])[\s:]{1,3})(?=\S)"""
)
_DIGITS = {
    digit: value
    for value, digits in enumerate(("一壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"), 1)
    for digit in digits
}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SPACE = compiled(r"\s+")


class Number(NamedTuple):
    """What stands before a numbered heading."""

    style: str
    value: int
    size: int
    """Characters that it takes, with the space behind it."""
    within: str = ""
    """The number of the section where it is part of it, as 2 in `2.1`."""


def judge_outline(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Say of the list of contents and of the sections that they are the page's, and which lines are headlines."""
    told = [place.is_told(paragraph) for paragraph in paragraphs]
    start, end = _contents(paragraphs)
    if start < end:
        announced = list(_announced(paragraphs, start, end))
        is_headed = any(_HEADING.search(paragraph.view) for paragraph in paragraphs[max(0, start - 1) : start + 1])
        if is_headed or 2 * len(announced) >= end - start:
            _are_the_pages(judgements[:end], "furniture.contents")
            _judge_announced(paragraphs, judgements, told, announced)
            return
    _judge_sections(paragraphs, judgements, told)


def _judge_announced(
    paragraphs: Sequence[Paragraph],
    judgements: Sequence[Judgement],
    told: Sequence[bool],
    announced: Sequence[tuple[int, int]],
) -> None:
    """A line that the contents name is a section where nothing is told before the next, and else a headline."""
    for (index, number), below in zip(announced, [*(index for index, _ in announced[1:]), None], strict=True):
        if below is not None and not any(told[index + 1 : below]):
            _are_the_pages([judgements[index]], "furniture.section")
        else:
            _is_a_headline(paragraphs[index], judgements[index], number)


def number_of(view: str) -> Number | None:
    """The number that a folded line begins with, if a text stands behind it."""
    found = _NUMBER.search(view)
    if found is None:
        return None
    style = found.lastgroup or ""
    text = found.group(style)
    within, _, last = text.rpartition(".")
    return Number(style, _value(last), found.end(), within)


def _value(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text[0] in _ROMAN:
        values = [_ROMAN[letter] for letter in text]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    tens, ten, ones = text.replace("拾", "十").rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def _contents(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The list of contents: first index and the one behind the last; twice the same if there is none.

    Its pages do not decrease. An entry may take two lines, and a section in it may have no page.
    """
    for first in range(min(HEAD, len(paragraphs))):
        pages: list[int] = []
        end = index = first
        while index < len(paragraphs):
            found = _page_of(paragraphs[index])
            if found is not None and not (pages and found < pages[-1]):
                pages.append(found)
                end = index + 1
            elif (
                found is not None
                or index > end
                or (pages and paragraphs[index].gap)
                or place.is_told(paragraphs[index])
            ):
                break
            index += 1
        if len(pages) >= FEWEST or (pages and first and _HEADING.search(paragraphs[first - 1].view)):
            return first, end
    return 0, 0


def _page_of(paragraph: Paragraph) -> int | None:
    if not _MAY_BE_ENTRY.search(paragraph.view):
        return None
    found = _ENTRY.search(paragraph.folded)
    return int(found.group("page")) if found and found.start() > paragraph.indent else None


def _announced(paragraphs: Sequence[Paragraph], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines below the contents that an entry of them names, in their order: index, and the size of its number."""
    places: dict[str, list[int]] = {}
    for index in range(end, len(paragraphs)):
        if paragraphs[index].width < 2 * LONG:
            places.setdefault(_glued(paragraphs[index].view), []).append(index)
    after = end
    for title in _entries(paragraphs[start:end], places.keys()):
        found = next((index for index in places.get(_glued(title), ()) if index >= after), None)
        if found is not None:
            number = number_of(paragraphs[found].view)
            yield found, number.size if number else 0
            after = found + 1


def _entries(lines: Sequence[Paragraph], known: Set[str]) -> Iterator[str]:
    """The titles that the contents list; a line without a page goes on in the next one, where such a title is known."""
    above = ""
    for line in lines:
        found = _ENTRY.search(line.folded) if _page_of(line) is not None else None
        title = line.folded[: found.start() if found else None].strip()
        if above and _glued(above + title) in known:
            yield above + title
        elif found:
            yield from filter(None, (above, title))
        above = "" if found else title


def _glued(text: str) -> str:
    """A title without its spaces, and without dots at its end, which the contents' own hide."""
    return _SPACE.sub("", text).rstrip(".…")


def _judge_sections(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], told: Sequence[bool]) -> None:
    """Sections are numbered lines, each right over a heading, the first of them over the first text.

    The headings below them are headlines, and so are those that go on with their numbers.
    """
    head = next((index for index in range(min(HEAD, len(told))) if told[index]), HEAD)
    opening, style = next(
        ((index, number) for index, line in enumerate(paragraphs[:head]) if (number := number_of(line.view))), (0, None)
    )
    if style is None:
        return
    numbers = [
        None if is_told or paragraph.width >= LONG else number_of(paragraph.view)
        for paragraph, is_told in zip(paragraphs, told, strict=True)
    ]
    sections: list[int] = []
    for index, number in enumerate(numbers):
        if number and number[:2] == (style.style, len(sections) + 1) and not number.within:
            sections.append(index)
    ends = [*sections[1:], len(paragraphs)]
    if len(sections) < FEWEST or not all(map(partial(_is_over_a_heading, told), sections, ends)):
        return
    _are_the_pages(judgements[:opening], "furniture.over-the-outline")
    _are_the_pages([judgements[index] for index in sections], "furniture.section")
    for section, below in zip(sections, ends, strict=True):
        item = numbers[section + 1]
        _is_a_headline(paragraphs[section + 1], judgements[section + 1], item.size if item else 0)
        value = 1
        for index in range(section + 2, below):
            number = numbers[index]
            if item and number and (number.style, number.within, number.value) == (item.style, item.within, value + 1):
                value += 1
                _is_a_headline(paragraphs[index], judgements[index], number.size)


def _is_over_a_heading(told: Sequence[bool], start: int, end: int) -> bool:
    """Whether a heading stands right below a line, and text soon below that, before the next section at `end`."""
    return start + 2 < end and not told[start + 1] and any(told[start + 2 : min(start + 5, end)])


def _is_a_headline(paragraph: Paragraph, found: Judgement, number: int) -> None:
    start, end = paragraph.indent, paragraph.indent + number
    column, matched = (start + 1, paragraph.text[start:end]) if number else (None, None)
    found.add(Role.HEADLINE, Reason(IN_THE_OUTLINE, Weight.SURE, column, matched))


def _are_the_pages(lines: Sequence[Judgement], cue: str) -> None:
    for found in lines:
        found.license(Role.FURNITURE, Reason(cue, Weight.SURE))
        found.speak_against(Role.HEADLINE, "headline.of-the-outline", Weight.SURE)
