"""Read records whose fields are all labelled, the headline too: `题名：…`, `【標題】…`, `TI  - …`, `Article title: …`.

Libraries' databases export so, each with labels of its own. Only the label of the headline need be known: the lines
that stand with it, each behind a label, are the fields of the same record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.cues.numbering import TITLE_LABEL
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import Paragraph

FEWEST = 3
"""Labelled lines that make a record, its headline's among them; one fewer for each time that its label stands again."""
WIDEST = 90
"""Columns below which a line with a label may be a field and no text."""
HEAD = 5
"""Lines at most that stand over the first record of an export."""
OF_A_RECORD = "headline.of-a-record"
"""The cue of a headline behind a label; what it matched is the label."""
_FIELD = compiled(
    r"""(?x)^(?:[\[【][\u4e00-\u9fffA-Za-z\ ]{1,16}[\]】]|[A-Z][A-Z0-9](?:\s{1,4}-(?=\s|$)|\s{2,8})
    |(?:[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,5}|[A-Z][A-Za-z-]{1,14}(?:\ [A-Za-z-]{1,14}){0,2}\.?)\s?:)"""
)
_KEPT = frozenset((Role.METADATA, Role.BYLINE))


def judge_records(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Say of each record's lines which is its headline, which are its fields, and that no other is a headline."""
    labels = {head: label for head, found in enumerate(judgements) if (label := _label(found)) is not None}
    times = Counter(label.matched for label in labels.values())
    records = [
        (head, start, end)
        for head, label in labels.items()
        for start, end in [_record(paragraphs, head)]
        if end - start + times[label.matched] > FEWEST
    ]
    if not records:
        return
    starts = [start for _, start, _ in records]
    sizes = [below - start for start, below in pairwise(starts)]
    # Something else may stand below the last record.
    last = min(len(paragraphs), starts[-1] + max(sizes, default=0))
    for (head, start, end), below in zip(records, [*starts[1:], last], strict=True):
        judgements[head].add(Role.HEADLINE, labels[head]._replace(cue=OF_A_RECORD, weight=Weight.SURE))
        for index in range(start, below):
            if index != head:
                judgements[index].speak_against(Role.HEADLINE, "headline.inside-a-record", Weight.SURE)
        for index in (*range(start, head), *range(head + 1, end)):
            judgements[index].reasons.pop(Role.FURNITURE, None)
            if _KEPT.isdisjoint(judgements[index].reasons):
                judgements[index].license(Role.METADATA, Reason("metadata.field-of-a-record", Weight.STRONG))
    first = starts[0]
    if first <= HEAD and not any(map(place.is_told, paragraphs[:first])):
        for found in judgements[:first]:
            found.license(Role.FURNITURE, Reason("furniture.over-the-records", Weight.STRONG))
            found.speak_against(Role.HEADLINE, "headline.over-the-records", Weight.SURE)


def _label(found: Judgement) -> Reason | None:
    """What a line's label of a headline is."""
    return next((reason for reason in found.reasons.get(Role.HEADLINE, ()) if reason.cue == TITLE_LABEL.id), None)


def _record(paragraphs: Sequence[Paragraph], head: int) -> tuple[int, int]:
    """The lines that stand with a headline, each behind a label: first index and the one behind the last."""
    start, end = head, head + 1
    while start and not paragraphs[start].gap and _is_field(paragraphs[start - 1]):
        start -= 1
    while end < len(paragraphs) and not paragraphs[end].gap and _is_field(paragraphs[end]):
        end += 1
    return start, end


def _is_field(paragraph: Paragraph) -> bool:
    return paragraph.width < WIDEST and not place.is_text(paragraph) and bool(_FIELD.search(paragraph.view))
