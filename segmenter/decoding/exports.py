"""Read the shape of a database export: documents parted by marks, each with labels over its text.

Nexis numbers its documents and writes `outlet / date / headline / labels`, Lexis Advance ends each with a mark and
writes `headline / outlet / date / labels`, Factiva `section / headline / length / date / outlet`. What is common to
all: one story a document, its headline over the labels, its outlet next to its date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import Paragraph

LABELS = ("metadata.length", "metadata.section-label", "byline.label")
"""Cues of labels that stand over the text of a document and under its headline."""
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def judge_documents(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Say of each labelled document which line is its headline, which its outlet, and which lines are its foot."""
    for start, end in _documents(judgements):
        labels = [i for i in range(start, end) if is_labelled(judgements[i])]
        if not labels:
            continue
        text = next((i for i in range(labels[-1] + 1, end) if place.is_told(paragraphs[i])), end)
        outlet = _outlet(judgements, start, text)
        if outlet is not None:
            judgements[outlet].license(Role.METADATA, Reason("metadata.outlet-by-date", Weight.SURE))
        head = _headline(judgements, start, labels[0], outlet)
        if head is None:  # a headline may be so long that nothing but its place tells it
            head = next((i for i in range(start, labels[0]) if judgements[i].reasons.keys() == {Role.BODY}), None)
        if head is not None:
            judgements[head].add(Role.HEADLINE, Reason("headline.over-the-labels", Weight.SURE))
        for index in range((labels[0] if head is None else head) + 1, end):
            found = judgements[index]
            found.speak_against(Role.HEADLINE, "headline.inside-a-document", Weight.SURE)
            foot = found.reasons.get(Role.FURNITURE)
            if foot and foot[0].cue == "furniture.export-foot":
                found.reasons.pop(Role.METADATA, None)


def _headline(judgements: Sequence[Judgement], start: int, label: int, outlet: int | None) -> int | None:
    """The nearest line above the labels that may be a headline and that nothing says is anything else."""
    for index in range(label - 1, start - 1, -1):
        found = judgements[index]
        dated = found.reasons.get(Role.METADATA, [Reason("", 0.0)])[0].weight >= Weight.STRONG
        if index != outlet and Role.HEADLINE in found.reasons and _is_open(found) and not dated:
            return index
    return None


def _documents(judgements: Sequence[Judgement]) -> Iterator[tuple[int, int]]:
    """The stretches between the marks of an export: first index and the one behind the last."""
    marks = [
        index
        for index, found in enumerate(judgements)
        if (reasons := found.reasons.get(Role.SEPARATOR)) and reasons[0].weight >= Weight.SURE
    ]
    edges = [-1, *marks, len(judgements)]
    if marks:
        yield from ((start + 1, end) for start, end in zip(edges, edges[1:], strict=False))


def _outlet(judgements: Sequence[Judgement], start: int, text: int) -> int | None:
    """The line next to the document's date that has no role of its own: above it, or else below."""
    for index in range(start, text):
        reasons = judgements[index].reasons.get(Role.METADATA)
        if not reasons or is_labelled(judgements[index]) or not _YEAR.search(reasons[0].matched or ""):
            continue
        for neighbour in (index - 1, index + 1):
            if start <= neighbour < text and _is_open(judgements[neighbour]):
                return neighbour
        return None
    return None


def _is_open(found: Judgement) -> bool:
    """Whether nothing yet says what a line of a document's head is."""
    licence = found.reasons.get(Role.METADATA)
    sure = licence is not None and licence[0].weight >= Weight.SURE
    taken = found.reasons.keys() & {Role.SEPARATOR, Role.BYLINE} or found.is_licensed(Role.FURNITURE, Weight.FAIR)
    return not sure and not taken


def is_length(found: Judgement) -> bool:
    """Whether a line gives the length of a document, as `877 words`."""
    reasons = found.reasons.get(Role.METADATA)
    return reasons is not None and reasons[0].cue == "metadata.length"


def is_labelled(found: Judgement) -> bool:
    """Whether a line is one of an export's labels, `LENGTH:` or `BYLINE:`, which stand below a headline."""
    return any(
        reasons[0].cue in LABELS for role in (Role.METADATA, Role.BYLINE) if (reasons := found.reasons.get(role))
    )
