"""Cut the paragraphs of a dump into stories, by the roles that were chosen for them.

A story begins at its kicker or headline and ends with its last line that is not of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from segmenter.model import Line, Role
from segmenter.reading.layout import LONG, Paragraph

OUTSIDE = frozenset({Role.FURNITURE, Role.SEPARATOR})
"""Roles of lines that stand between stories."""
END_MARKS = ("separator.end-of-document", "separator.document-id")
"""Cues of the marks that end a document of an export."""
PAGE_HEADS = ("furniture.folio", "furniture.running-head", "furniture.breadcrumb")
"""Cues of furniture that opens a page."""
SMALL_PRINT = ("furniture.copyright", "furniture.disclaimer", "furniture.template-left-over", "furniture.advertisement")
"""Cues of furniture that a single story may end with."""


class Tagged(NamedTuple):
    """A paragraph with the role that was chosen for it."""

    paragraph: Paragraph
    role: Role
    margin: float
    """How much worse the best reading is that denies the role; infinite where no other role fits."""
    cue: str
    """What suggests the role first of all; empty for plain text."""
    rival: Role | None = None
    """The role that the best other reading gives it; None where no other fits."""
    lead: int = 0
    """Characters of a headline's line that are not the headline's: its label in a record, its number in an outline."""


@dataclass(slots=True)
class Draft:
    """The paragraphs of one story to be, and those that stand around it and belong to nobody else."""

    parts: list[Tagged]
    before: list[Tagged]
    after: list[Tagged]
    titled: bool = True


def draft_stories(tagged: Sequence[Tagged]) -> list[Draft]:
    """Cut the dump before each kicker or headline that begins a story; nothing where there is no paragraph."""
    if not tagged:
        return []
    starts = [
        index
        for index, part in enumerate(tagged)
        if part.role is Role.KICKER
        or (part.role is Role.HEADLINE and (index == 0 or tagged[index - 1].role is not Role.KICKER))
    ]
    first = starts[0] if starts else len(tagged)
    drafts: list[Draft] = []
    untitled = [part for part in tagged[:first] if part.role not in OUTSIDE]
    if not starts or sum(part.paragraph.width >= LONG for part in untitled) >= 2:
        opening = next((i for i, part in enumerate(tagged[:first]) if part.role not in OUTSIDE), 0)
        starts.insert(0, opening)
    led = bool(starts) and starts[0] > 0 and tagged[starts[0] - 1].role is Role.METADATA
    for start, end in zip(starts, [*starts[1:], len(tagged)], strict=True):
        last = _last_of_story(tagged, start, end, led)
        draft = Draft(list(tagged[start:last]), [], list(tagged[last:end]))
        draft.titled = any(part.role is Role.HEADLINE for part in draft.parts)
        if drafts:
            drafts[-1].after, draft.before = _share(drafts[-1].after)
        else:
            draft.before = list(tagged[:start])
        drafts.append(draft)
    return drafts


def _last_of_story(tagged: Sequence[Tagged], start: int, end: int, led: bool) -> int:
    """Index behind the last paragraph of the story that starts at `start`; the next one's headline stands at `end`.

    What is outside of stories is cut off. So are the lines of date and source that lead on to the next headline: those
    that nothing but furniture stands above, or that stand closer to that headline than to the text above, or, where
    both are as close, those of a dump whose first headline is led by such lines (`led`).
    """
    last = end
    while last > start + 1 and tagged[last - 1].role in OUTSIDE:
        last -= 1
    first = last
    while first > start + 1 and tagged[first - 1].role is Role.METADATA:
        first -= 1
    while first < last and not tagged[first].paragraph.gap and tagged[first - 1].role not in OUTSIDE:
        first += 1  # glued to the text above
    if first == last or end == len(tagged):
        return last
    above, below = tagged[first].paragraph.gap, tagged[last].paragraph.gap
    leads_on = tagged[first - 1].role in OUTSIDE or above > below or (above == below > 0 and led)
    if not leads_on:
        return last
    while first > start + 1 and tagged[first - 1].role in OUTSIDE:
        first -= 1
    return first


def opens_page(part: Tagged) -> bool:
    """Whether a line stands at the head of a page: a date or source, a folio, the way from the home page."""
    return part.role is Role.METADATA or part.cue in PAGE_HEADS


def _share(between: list[Tagged]) -> tuple[list[Tagged], list[Tagged]]:
    """Part what stands between two stories: the foot of the one, up to a mark of its end, and the head of the other."""
    cut = next(
        (i for i, part in enumerate(between) if part.role is not Role.FURNITURE or opens_page(part)), len(between)
    )
    marks = [i for i, part in enumerate(between) if part.cue in END_MARKS]
    cut = max(cut, marks[-1] + 1) if marks else cut
    return between[:cut], between[cut:]


def give_small_print(drafts: Sequence[Draft], web_page: bool) -> None:
    """Let furniture below a story stand in its lines where it is that story's alone; it stays out of the text.

    Such are a copyright line or a left-over of a template at the end of a story in mid-page, unless most
    stories end so, and all that stands below the one article of a web page.
    """
    if web_page and len(drafts) == 1:
        drafts[0].parts += drafts[0].after
        drafts[0].after = []
    ends = [draft for draft in drafts[:-1] if draft.after and draft.after[0].cue in SMALL_PRINT]
    if 2 * len(ends) >= len(drafts):
        return
    for draft in ends:
        size = next((i for i, part in enumerate(draft.after) if part.cue not in SMALL_PRINT), len(draft.after))
        if size == len(draft.after):
            draft.parts += draft.after
            draft.after = []


def lines_of(part: Tagged) -> list[Line]:
    """The physical lines of a paragraph, each with the paragraph's role."""
    paragraph, role = part.paragraph, part.role
    if paragraph.first == paragraph.last:
        return [Line(paragraph.first, paragraph.text, paragraph.folded, role)]
    return [
        Line(number, paragraph.text[start:end], paragraph.folded[start:end], role)
        for number, (start, end) in enumerate(paragraph.spans(), paragraph.first)
    ]
