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
_RUNNING = frozenset(("furniture.running-head", "furniture.folio"))
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
    for index in range(min(DEPTH, len(paragraphs))):
        if paragraphs[0].width >= NAME and not (index == 0 and _DATED_NAME.search(paragraphs[0].view)):
            return
        if any(map(place.is_told, paragraphs[:index])):
            return
        view = paragraphs[index].view
        if index > 0 and _has_cue(judgements[index], Role.FURNITURE, ("furniture.folio",)):
            for found in judgements[:index]:
                _is_the_pages(found, "furniture.name-over-a-date")
            return
        labelled = _has_cue(judgements[index], Role.METADATA, ("metadata.published-label",))
        dated = index > 0 and (labelled or _BARE_DATE.search(view)) and not _CLOCK.search(view)
        if (dated or _DATED_NAME.search(view)) and _is_over_a_headline(paragraphs, judgements, index):
            for found in judgements[:index]:
                _is_the_pages(found, "furniture.name-over-a-date")
            if not dated:
                _is_the_pages(judgements[index], "furniture.name-with-a-date")
            return


def _judge_rows(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Words in a row, wide apart, over the first text."""
    for paragraph, found in zip(paragraphs[: 2 * DEPTH], judgements, strict=False):
        if place.is_text(paragraph) and not _ROW.search(paragraph.view):
            return
        if _ROW.search(paragraph.view) and Role.METADATA not in found.reasons and Role.BYLINE not in found.reasons:
            _is_the_pages(found, "furniture.row-at-the-head")


def _judge_page_numbers(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """A bare number beside the running head of a printed page is the page's; alone it may number a part of a story."""
    heads = [bool(_RUNNING.intersection(r.cue for r in f.reasons.get(Role.FURNITURE, ()))) for f in judgements]
    for index, paragraph in enumerate(paragraphs):
        if not _PAGE_NUMBER.search(paragraph.view):
            continue
        if any(heads[max(0, index - 1) : index + 2]) or (index + 1 == len(paragraphs) and any(heads)):
            _is_the_pages(judgements[index], "furniture.number-by-a-running-head")


def _is_over_a_headline(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], index: int) -> bool:
    """Whether a line that may be a headline stands right below, and text soon after."""
    below = range(index + 1, min(index + 1 + RUNDOWN, len(paragraphs)))
    below_menu = next((at for at in below if not judgements[at].is_licensed(Role.FURNITURE, Weight.FAIR)), None)
    if below_menu is None or place.is_told(paragraphs[below_menu]) or paragraphs[below_menu].width < 8:
        return False
    reasons = judgements[below_menu].reasons
    if Role.METADATA in reasons or Role.BYLINE in reasons or Role.HEADLINE not in reasons:
        return False
    return any(map(place.is_told, paragraphs[below_menu + 1 : below_menu + 1 + BELOW]))


def _has_cue(found: Judgement, role: Role, cues: Sequence[str]) -> bool:
    return any(reason.cue in cues for reason in found.reasons.get(role, ()))


def _is_menu(found: Judgement, at_the_top: bool) -> bool:
    """Whether a line is a menu; at the top of a page any row of buttons is."""
    return _has_cue(found, Role.FURNITURE, (*_MENUS, *_BUTTONS) if at_the_top else _MENUS)


def _may_be_name(paragraph: Paragraph) -> bool:
    return paragraph.width < 44 and not place.ends_as_sentence(paragraph)


def _is_the_pages(found: Judgement, cue: str) -> None:
    if Role.METADATA not in found.reasons:
        found.license(Role.FURNITURE, Reason(cue, Weight.STRONG))
    if Role.HEADLINE in found.reasons:
        found.add(Role.HEADLINE, Reason("headline.of-the-page", -Weight.STRONG))
