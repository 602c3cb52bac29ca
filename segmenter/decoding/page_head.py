"""Know the head of a page: its name, perhaps a motto, a date or a number, and its menu, over the first headline.

A name looks like a short headline, and the date under it like that of a story. What tells them apart is what comes
below: under a story's date stands its text, under a page's date or menu the first headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.cues.date_patterns import DATE
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import Paragraph

DEPTH = 4
"""Lines at the top of a dump that may be the head of its page."""
RUNDOWN = 40
"""Lines of menus and rundowns that may stand between a page's head and its first headline."""
NAME = 28
"""Columns below which the first of them may be a name."""
BELOW = 5
"""Paragraphs under the head among which the first text stands."""
_BARE_DATE = compiled(rf"(?x)^\W*{DATE}\W*$")
_CLOCK = compiled(r"\d:\d\d|[时点]")
_DATED_NAME = compiled(
    rf"""(?x)^(?=[^。!?;,]{{2,60}}$|[A-Z])(?:[^\d\s|·,。!?;:]{{2,10}}(?:\s[^\d\s|·,。!?;:]{{2,8}}){{0,2}}(?:\s[A-Z]?\d{{1,2}})?
    |(?:\p{{Lu}}[\w.'’&-]*\s){{0,5}}\p{{Lu}}[\w.'’&-]*(?:\s*\|\s*\p{{L}}[\p{{L}}\ ]{{2,20}})?)
    \s*[|·,—–-]?\s*(?:{DATE}|[总第]{{1,2}}\d{{1,5}}[期号])(?:\s.{{0,30}})?$"""
)
"""A name, perhaps with a section and a page, beside a whole date or a number."""
_WORDS = r"[^\s|/·,.。!?;:]{2,14}(?:\ [^\s|/·,.。!?;:]{2,14}){0,2}"
_ROW = compiled(rf"^{_WORDS}(?:(?:\s{{2,}}|\s?[|/·]\s?){_WORDS}){{2,}}$")
_RUNNING = ("furniture.running-head", "furniture.folio")
_PAGE_NUMBER = compiled(r"^[A-D]?\d{1,3}$")
_MENUS = ("furniture.menu-bar", "furniture.link-row", "furniture.site-links", "furniture.row-at-the-head")
_BUTTONS = ("furniture.tool-row", "furniture.breadcrumb", "furniture.spaced-row", "furniture.page-tools")


def judge_page_head(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Say of the lines over a dump's first headline that they are the page's."""
    _judge_rows(paragraphs, judgements)
    _judge_page_numbers(paragraphs, judgements)
    for index in range(1, len(paragraphs)):
        if _is_menu(judgements[index], index < DEPTH) and _may_be_name(paragraphs[index - 1]):
            _is_the_pages(judgements[index - 1], "furniture.name-over-a-menu")
    # A first line that is too wide for a name alone may be a name with a date, but nothing goes with it.
    depth = 1 if paragraphs and paragraphs[0].width >= NAME else DEPTH
    for index, paragraph in enumerate(paragraphs[:depth]):
        found = judgements[index]
        is_folio = index > 0 and found.shows(Role.FURNITURE, "furniture.folio")
        is_date = index > 0 and _is_date(paragraph, found)
        dated = is_date or _DATED_NAME.search(paragraph.view)
        if is_folio or (dated and _is_over_a_headline(paragraphs, judgements, index)):
            for above in judgements[:index]:
                _is_the_pages(above, "furniture.name-over-a-date")
            if not (is_folio or is_date):
                _is_the_pages(found, "furniture.name-with-a-date")
            return
        if place.is_told(paragraph):
            return


def _is_date(paragraph: Paragraph, found: Judgement) -> bool:
    """Whether a line is a day and nothing else, but perhaps a label; with a time of day it is rather a story's."""
    labelled = found.shows(Role.METADATA, "metadata.published-label")
    return bool(labelled or _BARE_DATE.search(paragraph.view)) and not _CLOCK.search(paragraph.view)


def _judge_rows(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Words in a row, wide apart, over the first text."""
    for paragraph, found in zip(paragraphs[: 2 * DEPTH], judgements, strict=False):
        is_row = _ROW.search(paragraph.view)
        if place.is_text(paragraph) and not is_row:
            return
        if is_row and Role.METADATA not in found.reasons and Role.BYLINE not in found.reasons:
            _is_the_pages(found, "furniture.row-at-the-head")


def _judge_page_numbers(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """A bare number beside the running head of a printed page is the page's; alone it may number a part of a story."""
    heads = [found.shows(Role.FURNITURE, *_RUNNING) for found in judgements]
    if not any(heads):
        return
    for index, paragraph in enumerate(paragraphs):
        if not _PAGE_NUMBER.search(paragraph.view):
            continue
        if any(heads[max(0, index - 1) : index + 2]) or index + 1 == len(paragraphs):
            _is_the_pages(judgements[index], "furniture.number-by-a-running-head")


def _is_over_a_headline(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], index: int) -> bool:
    """Whether a line that may be a headline stands right below, and text soon after."""
    below = range(index + 1, min(index + 1 + RUNDOWN, len(paragraphs)))
    first = next((at for at in below if not judgements[at].is_licensed(Role.FURNITURE, Weight.FAIR)), None)
    if first is None or place.is_told(paragraphs[first]) or paragraphs[first].width < 8:
        return False
    reasons = judgements[first].reasons
    if Role.METADATA in reasons or Role.BYLINE in reasons or Role.HEADLINE not in reasons:
        return False
    return any(map(place.is_told, paragraphs[first + 1 : first + 1 + BELOW]))


def _is_menu(found: Judgement, at_the_top: bool) -> bool:
    """Whether a line is a menu; at the top of a page any row of buttons is."""
    return found.shows(Role.FURNITURE, *_MENUS) or (at_the_top and found.shows(Role.FURNITURE, *_BUTTONS))


def _may_be_name(paragraph: Paragraph) -> bool:
    return paragraph.width < 44 and not place.ends_as_sentence(paragraph)


def _is_the_pages(found: Judgement, cue: str) -> None:
    if Role.METADATA not in found.reasons:
        found.license(Role.FURNITURE, Reason(cue, Weight.STRONG))
    found.speak_against(Role.HEADLINE, "headline.of-the-page", Weight.STRONG)
