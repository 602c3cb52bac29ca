"""Find the article in a whole web page: a little text among hundreds of links.

Such a page shows itself by its menus. Its article is the stretch that holds most text with least else between, as
every boilerplate remover has it (Kohlschütter et al. 2010: text density tells text from links); its headline is the
nearest line above that may be one. All else is furniture, however much its teasers look like headlines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import regex

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.decoding.grammar import OPEN
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.reading.layout import Paragraph

ENOUGH = 70
"""Paragraphs that a page with menus has at least."""
MENU = 8
"""Very short lines in a row that make a menu."""
TOLD = 0.45
"""Share of paragraphs that tell something up to which a dump is a web page."""
SHARE = 0.25
"""Share of very short lines from which a dump is a web page."""
BREAK = 8
"""Paragraphs of anything else that end a stretch of text."""
REACH = 18
"""Paragraphs above the text among which its headline is looked for."""
STAMPED = 3
"""How much more a stretch of text counts that has a line of date or source above it."""
RIVAL = 0.6
"""Share of the largest stretch's text from which another with a headline of its own is an article too."""
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_TEXT = frozenset((Role.FURNITURE, Role.METADATA, Role.SEPARATOR))


def judge_web_page(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Where the dump is a web page, say so of its headline and of all that is not its article."""
    if not is_web_page(paragraphs):
        return
    kept: set[int] = set()
    for start, end in _articles(paragraphs, judgements):
        head = _headline(paragraphs, judgements, start)
        kept.update(range(start if head is None else head, end))
        if head is not None:
            judgements[head].add(Role.HEADLINE, Reason("headline.over-the-main-text", Weight.SURE))
            for index in range(head + 1, end):
                if Role.HEADLINE in judgements[index].reasons:
                    judgements[index].add(Role.HEADLINE, Reason("headline.inside-the-main-text", -Weight.SURE))
    for index, found in enumerate(judgements):
        if index not in kept:
            found.license(Role.FURNITURE, Reason("furniture.beside-the-main-text", Weight.STRONG))
            if Role.HEADLINE in found.reasons:
                found.add(Role.HEADLINE, Reason("headline.beside-the-main-text", -Weight.SURE))


def is_web_page(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the dump is one: little text, many very short lines, and a menu of them in its first third."""
    if len(paragraphs) < ENOUGH:
        return False
    if sum(map(place.is_told, paragraphs)) > TOLD * len(paragraphs):
        return False
    short = list(map(place.is_menu_item, paragraphs))
    top = groupby(short[: len(short) // 3])
    return sum(short) >= SHARE * len(short) and any(item and len(list(run)) >= MENU for item, run in top)


def _articles(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> list[tuple[int, int]]:
    """The stretches of text that are articles: first index and the one behind the last."""
    stretches: list[tuple[int, int]] = []
    masses: list[int] = []
    for index, (paragraph, found) in enumerate(zip(paragraphs, judgements, strict=True)):
        if not place.is_told(paragraph) or not _NO_TEXT.isdisjoint(found.reasons):
            continue
        if stretches and index - stretches[-1][1] < BREAK:
            stretches[-1] = (stretches[-1][0], index + 1)
            masses[-1] += paragraph.width
        else:
            stretches.append((index, index + 1))
            masses.append(paragraph.width)
    stamped = [_stamp_above(judgements, start) is not None for start, _ in stretches]
    masses = [mass * (STAMPED if stamp else 1) for mass, stamp in zip(masses, stamped, strict=True)]
    largest = max(masses, default=0)
    return [
        stretch
        for stretch, mass, stamp in zip(stretches, masses, stamped, strict=True)
        if mass == largest or (stamp and mass >= RIVAL * largest)
    ]


def _stamp_above(judgements: Sequence[Judgement], start: int) -> int | None:
    """Index of the nearest line with a date above the text."""
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        reasons = judgements[index].reasons.get(Role.METADATA)
        if reasons and _YEAR.search(reasons[0].matched or ""):
            return index
    return None


def _headline(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], start: int) -> int | None:
    """The nearest line that may be the headline above the page's line of date or source, or else above the text."""
    stamp = _stamp_above(judgements, start)
    for top, reach in ((stamp, 4), (start, REACH)):
        if top is None:
            continue
        for index in range(top - 1, max(-1, top - 1 - reach), -1):
            found = judgements[index]
            if Role.HEADLINE in found.reasons and not _is_closed(found) and paragraphs[index].width >= 16:
                return index
    return None


def _is_closed(found: Judgement) -> bool:
    """Whether a line's own wording says strongly that it is no heading."""
    return any(
        reasons and reasons[0].weight >= Weight.STRONG for role, reasons in found.reasons.items() if role not in OPEN
    )
