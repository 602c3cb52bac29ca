"""Find the article in a whole web page: a little text among hundreds of links.

Such a page shows itself by its menus. Its article is the stretch that holds most text with least else between, as
every boilerplate remover has it (Kohlschütter et al. 2010: text density tells text from links); its headline is the
nearest line above that may be one. All else is furniture, however much its teasers look like headlines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.decoding.grammar import OPEN
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import Paragraph

ENOUGH = 60
"""Lines that a page with menus has at least."""
MENU = 8
"""Very short lines in a row that make a menu."""
LINKS = 24
"""Paragraphs in a row that tell nothing and are more than what stands between two stories of a dump."""
TOLD, RARELY_TOLD = 0.45, 0.3
"""Share of lines that tell something up to which a dump is a web page: where a menu stands near its top, and else."""
SHARE = 0.25
"""Share of very short lines from which a dump is a web page."""
BREAK = 8
"""Paragraphs of anything else that end a stretch of text."""
REACH = 24
"""Paragraphs above the text among which its headline is looked for."""
OVER_STAMP = 4
"""Paragraphs above the line of date or source among which the headline is likely."""
NARROWEST = 16
"""Columns that a headline has at least."""
STAMPED = 3
"""How much more a stretch of text counts that has a line of date or source above it."""
TEASER = 600
"""Columns of text up to which what stands over the line of date is no article."""
RIVAL = 0.6
"""Share of the largest stretch's text from which another with a headline of its own is an article too."""
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WAY = compiled(r"\S\s*>\s*\S")
"""What parts the steps of the way from the home page."""
_WORD = compiled(r"\p{Han}{2}|\b[A-Za-z]{4,}\b")
_NO_TEXT = frozenset((Role.FURNITURE, Role.METADATA, Role.SEPARATOR))


def judge_web_page(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Where the dump is a web page, say so of its headline and of all that is not its article."""
    if not is_web_page(paragraphs):
        return
    kept: set[int] = set()
    for start, end in _articles(paragraphs, judgements):
        head = _headline(paragraphs, judgements, start, end)
        kept.update(range(start if head is None else head, end))
        if head is not None:
            judgements[head].add(Role.HEADLINE, Reason("headline.over-the-main-text", Weight.SURE))
            for index in range(head + 1, end):
                judgements[index].speak_against(Role.HEADLINE, "headline.inside-the-main-text", Weight.SURE)
    for index, found in enumerate(judgements):
        if index not in kept:
            found.license(Role.FURNITURE, Reason("furniture.beside-the-main-text", Weight.STRONG))
            found.speak_against(Role.HEADLINE, "headline.beside-the-main-text", Weight.SURE)


def is_web_page(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the dump is one: little text, many words of menus, and a long stretch of links.

    A line that holds a whole menu counts as the lines that it would fill.
    """
    items = list(map(place.menu_items, paragraphs))
    told = [count < place.BAR and place.is_told(p) for p, count in zip(paragraphs, items, strict=True)]
    lines = sum([count or 1 for count in items])
    if lines < ENOUGH or sum(items) < SHARE * lines or sum(told) > TOLD * lines:
        return False
    if _longest_run([not is_told for is_told in told]) < LINKS:
        return False
    return sum(told) <= RARELY_TOLD * lines or _longest_run(items[: len(items) // 3]) >= MENU


def _tells(paragraph: Paragraph) -> bool:
    """Whether a paragraph tells something and is not a long bar of links."""
    return place.is_told(paragraph) and place.menu_items(paragraph) < place.BAR


def _longest_run(counts: Sequence[int]) -> int:
    """The largest sum of counts that stand together, none of them zero."""
    return max((sum(run) for counted, run in groupby(counts, key=bool) if counted), default=0)


def _articles(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> list[tuple[int, int]]:
    """The stretches of text that are articles: first index and the one behind the last."""
    stretches: list[tuple[int, int]] = []
    masses: list[int] = []
    stamped: list[bool] = []
    below_stamp = False
    for index, (paragraph, found) in enumerate(zip(paragraphs, judgements, strict=True)):
        below_stamp = below_stamp or is_stamp(found)
        if not _tells(paragraph) or not _NO_TEXT.isdisjoint(found.reasons):
            continue
        near = bool(stretches) and index - stretches[-1][1] < BREAK
        # What stands over the line of date is a description of the page or a teaser, and the article begins below.
        if near and not (below_stamp and not stamped[-1] and masses[-1] < TEASER):
            stretches[-1] = (stretches[-1][0], index + 1)
            masses[-1] += paragraph.width
        else:
            stamp = _stamp_above(judgements, index)
            stamped.append(stamp is not None and (not stretches or stamp >= stretches[-1][1]))
            stretches.append((index, index + 1))
            masses.append(paragraph.width)
        below_stamp = False
    masses = [mass * (STAMPED if stamp else 1) for mass, stamp in zip(masses, stamped, strict=True)]
    largest = max(masses, default=0)
    return [
        stretch
        for stretch, mass, stamp in zip(stretches, masses, stamped, strict=True)
        if mass == largest or (stamp and mass >= RIVAL * largest)
    ]


def is_stamp(found: Judgement) -> bool:
    """Whether a line gives a date of the page."""
    return any(_YEAR.search(reason.matched or "") for reason in found.reasons.get(Role.METADATA, ())[:1])


def _stamp_above(judgements: Sequence[Judgement], start: int) -> int | None:
    """Index of the nearest line with a date above the text."""
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        if is_stamp(judgements[index]):
            return index
    return None


def _headline(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], start: int, end: int) -> int | None:
    """The line above the text that most looks like its headline; of equals the nearest.

    A headline's words recur in the text, the line itself in the page's title or in the way from the home page, and the
    line of date or source stands under it.
    """
    stamp = _stamp_above(judgements, start)
    told = {word for paragraph in paragraphs[start:end] for word in _words(paragraph.view)}

    def likeness(index: int) -> float:
        view = paragraphs[index].view
        words = _words(view)
        recurs = any(view in other.view for i, other in enumerate(paragraphs[:start]) if i != index)
        stamped = stamp is not None and 0 < stamp - index <= OVER_STAMP
        return len(words & told) / max(1, len(words)) + recurs + stamped

    top = max(0, min(start - REACH, start if stamp is None else stamp - OVER_STAMP))
    candidates = [
        index
        for index in range(start - 1, top - 1, -1)
        if Role.HEADLINE in judgements[index].reasons
        and not _is_closed(judgements[index])
        and not is_stamp(judgements[index])
        and not _WAY.search(paragraphs[index].view)
        and paragraphs[index].width >= NARROWEST
        and place.menu_items(paragraphs[index]) < place.BAR
    ]
    return max(candidates, key=likeness, default=None)


def _words(view: str) -> set[str]:
    """The pairs of Chinese characters and the English words of more than three letters that a text holds."""
    return {word.lower() for word in _WORD.findall(view, overlapped=True)}


def _is_closed(found: Judgement) -> bool:
    """Whether a line's own wording says strongly that it is no heading."""
    return any(
        reasons and reasons[0].weight >= Weight.STRONG for role, reasons in found.reasons.items() if role not in OPEN
    )
