"""What a paragraph's place and shape suggest: its width, what stands above and below, how it is set apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from segmenter.cues.base import Weight
from segmenter.model import Role
from segmenter.reading.layout import LONG, Layout, Paragraph

CANDIDATE = 130
"""Columns above which a paragraph is no heading."""
_SENTENCE = regex.compile(r"[。.!?;…][”\"』」’')]*$")
_OPENING = regex.compile(
    r"^(?:[^。]{0,16}\d{1,2}月\d{1,2}日|近日|日前|昨[日天晚]|今[日天晨早]|近年来|近期|目前|本周|上周|据|记者|本报|在|随着|"
    r"[【(〔]|[^。,]{2,10}(?:讯|电|消息|报道)[\ ,:])"
)


class Place:
    """One paragraph among the others of its dump."""

    __slots__ = ("here", "index", "layout", "paragraphs", "repeated")

    def __init__(
        self, paragraphs: Sequence[Paragraph], index: int, layout: Layout, repeated: frozenset[str] = frozenset()
    ) -> None:
        self.paragraphs = paragraphs
        self.index = index
        self.layout = layout
        self.repeated = repeated
        self.here = paragraphs[index]

    @property
    def above(self) -> Paragraph | None:
        return self.paragraphs[self.index - 1] if self.index else None

    @property
    def below(self) -> Paragraph | None:
        return self.paragraphs[self.index + 1] if self.index + 1 < len(self.paragraphs) else None

    @property
    def gap_below(self) -> int:
        return self.below.gap if self.below else self.layout.gap + 1

    def short_run(self) -> int:
        """How many short paragraphs follow one another around this one, itself included; counted up to 12."""
        count = 1
        for step in (-1, 1):
            index = self.index + step
            while 0 <= index < len(self.paragraphs) and count < 12 and is_short(self.paragraphs[index]):
                count += 1
                index += step
        return count

    def text_below(self, reach: int = 6) -> bool:
        """Whether a paragraph of text, long or a sentence, stands among the next few."""
        return any(is_text(p) for p in self.paragraphs[self.index + 1 : self.index + 1 + reach])


def recurring(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The short lines that stand in the dump three times or more, to the letter."""
    counts = Counter(paragraph.view for paragraph in paragraphs if paragraph.width < CANDIDATE)
    return frozenset(view for view, count in counts.items() if count >= 3)


def is_short(paragraph: Paragraph) -> bool:
    return paragraph.width < 44 and not _SENTENCE.search(paragraph.view)


def is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph reads as text: long, or a sentence that is no mere phrase."""
    return paragraph.width >= LONG or (paragraph.width >= 44 and _SENTENCE.search(paragraph.view) is not None)


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """One thing that a paragraph's place or shape suggests."""

    id: str
    role: Role
    weight: float
    test: Callable[[Place], bool]


def _width(low: int, high: int) -> Callable[[Place], bool]:
    return lambda place: low <= place.here.width < high


def _indented(paragraph: Paragraph | None, layout: Layout) -> bool:
    return paragraph is not None and layout.indent > 0 and paragraph.indent >= layout.indent


CUES = (
    PlaceCue("headline.first-of-all", Role.HEADLINE, Weight.FAIR, lambda p: p.index == 0),
    PlaceCue("headline.width-under-12", Role.HEADLINE, -Weight.STRONG, _width(0, 12)),
    PlaceCue("headline.width-12-to-20", Role.HEADLINE, -Weight.FAIR, _width(12, 20)),
    PlaceCue("headline.width-20-to-28", Role.HEADLINE, 0.0, _width(20, 28)),
    PlaceCue("headline.width-28-to-48", Role.HEADLINE, Weight.WEAK, _width(28, 48)),
    PlaceCue("headline.width-48-to-70", Role.HEADLINE, 0.0, _width(48, 70)),
    PlaceCue("headline.width-over-70", Role.HEADLINE, -Weight.WEAK, _width(70, CANDIDATE)),
    PlaceCue("headline.more-gap-above", Role.HEADLINE, Weight.FAIR, lambda p: p.index > 0 and p.here.gap > p.layout.gap),
    PlaceCue("headline.gap-as-usual-where-others-have-more", Role.HEADLINE, -Weight.FAIR, lambda p: p.index > 0 and p.here.gap <= p.layout.gap == 0 and not p.layout.indent),
    PlaceCue("headline.outdented", Role.HEADLINE, Weight.FAIR, lambda p: p.layout.indent > 0 and not _indented(p.here, p.layout) and _indented(p.below, p.layout)),
    PlaceCue("headline.indented-as-text", Role.HEADLINE, -Weight.FAIR, lambda p: 0 < p.layout.indent <= p.here.indent < 12),
    PlaceCue("headline.text-at-once", Role.HEADLINE, Weight.HINT, lambda p: p.below is not None and p.below.width >= LONG),
    PlaceCue("headline.short-below", Role.HEADLINE, -Weight.WEAK, lambda p: p.below is not None and p.below.width < 60),
    PlaceCue("headline.no-text-below", Role.HEADLINE, -Weight.STRONG, lambda p: not p.text_below()),
    PlaceCue("headline.news-opening-below", Role.HEADLINE, Weight.WEAK, lambda p: p.below is not None and _OPENING.match(p.below.view) is not None),
    PlaceCue("headline.text-above-ended", Role.HEADLINE, Weight.HINT, lambda p: p.above is not None and _SENTENCE.search(p.above.view) is not None),
    PlaceCue("headline.heading-above", Role.HEADLINE, -Weight.WEAK, lambda p: p.above is not None and is_short(p.above)),
    PlaceCue("headline.among-short-lines", Role.HEADLINE, -Weight.FAIR, lambda p: p.short_run() >= 6),
    PlaceCue("headline.recurs", Role.HEADLINE, -Weight.SURE, lambda p: p.here.view in p.repeated),
    PlaceCue("metadata.centred", Role.METADATA, Weight.FAIR, lambda p: p.here.indent >= 16 and p.here.width < 60),
    PlaceCue("headline.not-in-capitals", Role.HEADLINE, -Weight.STRONG, lambda p: p.layout.capitals and p.layout.wrapped is not None and not p.here.view[:60].isupper()),
    PlaceCue("body.sentence", Role.BODY, Weight.WEAK, lambda p: _SENTENCE.search(p.here.view) is not None),
    PlaceCue("subhead.short-line", Role.SUBHEAD, Weight.HINT, lambda p: is_short(p.here) and p.text_below(2)),
    PlaceCue("furniture.among-short-lines", Role.FURNITURE, Weight.WEAK, lambda p: p.short_run() >= 9),
)
