"""Know by their return the lines that a machine put around every story, whatever they say.

Chats set a sender and a time over each message, newsrooms a line of slug and status over each text, apps an invitation
below it. Such a line comes again, to the letter or with other words and numbers between the same marks, and there is
text between its places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.cues.fragments import LATIN_NAME
from segmenter.decoding.judgement import Judgement
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import Paragraph

ENOUGH = 3
"""Places from which a line recurs."""
NARROWEST, WIDEST = 12, 60
"""Columns between which a line is looked at; what is shorter may sign a story or head a part of it."""
MESSAGE = 2
"""Short lines that a message has at most which is no story."""
_MARKED = compiled(r"[|/:·()\[\]].*[|/:·()\[\]]")
_NUMBERED = compiled(r"^[\[(第]?(?:\d+|[一二三四五六七八九十]+)[\])、.章节]")
"""The number of a heading, which others have too."""
_NAME = compiled(rf"(?x)^\W*{LATIN_NAME}\W*$")
_WORDS = compiled(r"\p{L}[\p{L}\p{M}'’.-]*(?:\ \p{L}[\p{L}\p{M}'’.-]*)*")
_NUMBERS = compiled(r"\d+")
_KNOWN = frozenset((Role.METADATA, Role.BYLINE, Role.LEDE, Role.CAPTION, Role.SEPARATOR))


def judge_recurring(
    paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], occurrences: Mapping[str, Sequence[int]]
) -> None:
    """Say that the lines are furniture that recur between texts, and the short messages between two of them.

    `occurrences` are the indices of each short line.
    """
    texts = list(map(place.is_text, paragraphs))
    again = {index for places in _recurring(paragraphs, occurrences, texts) for index in places}
    for index in sorted(again):
        if any(beside in again or _is_furniture(judgements, beside) for beside in (index - 1, index + 1)):
            _license(judgements[index], "furniture.recurs", Weight.WEAK)
    senders = [index for index, found in enumerate(judgements) if found.shows(Role.FURNITURE, "furniture.sender")]
    if _recur(senders, texts):
        for index in senders:  # A name and a time look like a source and a time.
            judgements[index].reasons.pop(Role.METADATA, None)
    for places in (senders, *_shapes(paragraphs, judgements).values()):
        if not _recur(places, texts):
            continue
        for index in places:
            _license(judgements[index], "furniture.recurs-in-shape", Weight.FAIR)
            judgements[index].speak_against(Role.HEADLINE, "headline.recurs-in-shape", Weight.STRONG)
        for index in _between(places, texts):
            _license(judgements[index], "furniture.message", Weight.FAIR)
            judgements[index].speak_against(Role.HEADLINE, "headline.message", Weight.STRONG)


def _shapes(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> dict[str, list[int]]:
    """The indices of the lines that hold a number between marks, by what they are without their words and numbers."""
    found: dict[str, list[int]] = {}
    for index, (paragraph, judgement) in enumerate(zip(paragraphs, judgements, strict=True)):
        view = paragraph.view
        if (
            paragraph.width < WIDEST
            and not view.startswith("|")
            and _MARKED.search(view)
            and _NUMBERS.search(view)
            and not _NUMBERED.search(view)
            and _KNOWN.isdisjoint(judgement.reasons)
        ):
            found.setdefault(_NUMBERS.sub("9", _WORDS.sub("A", view)), []).append(index)
    return found


def _recurring(
    paragraphs: Sequence[Paragraph], occurrences: Mapping[str, Sequence[int]], texts: Sequence[bool]
) -> Iterator[Sequence[int]]:
    """The indices of each line that recurs to the letter.

    One that stands alone below the texts may be how they end, so that what is beside it has to say that it is not.
    """
    for places in occurrences.values():
        if _may_be_the_machines(paragraphs[places[0]]) and _recur(places, texts):
            yield places


def _is_furniture(judgements: Sequence[Judgement], index: int) -> bool:
    return 0 <= index < len(judgements) and judgements[index].is_licensed(Role.FURNITURE, Weight.WEAK)


def _may_be_the_machines(paragraph: Paragraph) -> bool:
    """Whether a line that stands again says nothing that a story says, and nobody's name."""
    view = paragraph.view
    is_text = place.ends_as_sentence(paragraph) or view.startswith("|") or _NAME.search(view)
    return NARROWEST <= paragraph.width < WIDEST and not is_text


def _recur(places: Sequence[int], texts: Sequence[bool]) -> bool:
    """Whether the places are enough, and more than one pair of neighbours has text between them."""
    return len(places) >= ENOUGH and sum(any(texts[first + 1 : last]) for first, last in pairwise(places)) > 1


def _between(places: Sequence[int], texts: Sequence[bool]) -> Iterator[int]:
    for first, last in pairwise(places):
        if last - first - 1 <= MESSAGE and not any(texts[first + 1 : last]):
            yield from range(first + 1, last)


def _license(found: Judgement, cue: str, weight: float) -> None:
    if _KNOWN.isdisjoint(found.reasons):
        found.license(Role.FURNITURE, Reason(cue, weight))
