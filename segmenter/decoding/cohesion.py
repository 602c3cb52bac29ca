"""How much the text below a line goes on with the text above it: what tells a headline from a subhead.

A headline's words recur in the story below it and hardly above; a subhead's story was on already, so the names, numbers
and rare words below it have stood above. Words are single words in English and pairs of characters in Chinese, which
needs no dictionary; a word counts the more, the fewer paragraphs of the dump hold it (inverse document frequency,
Spärck Jones 1972; lexical cohesion as a sign of topic, Hearst 1997).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from segmenter.cues.base import Weight
from segmenter.reading.layout import Paragraph

NEAR, MIDDLE, FAR = 200, 800, 3000
"""Columns of text that a window holds."""

_RUN = regex.compile(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z'’-]*+|\d[\d.,]*+")
_COMMON = frozenset(
    "the of to and a in is that for on with as was it at by from be this are have has he his an not but were had its"
    " they who which will their or been said would there one more about also when out up if so after than into over"
    " her she him we you i what all no can could new other some two first last year years time may our your mr just"
    " now only us do did how them then these those being because before between during under while where".split()
)


def terms(view: str) -> frozenset[str]:
    """The words of a folded text: English words without their endings, numbers, pairs of Chinese characters."""
    found: set[str] = set()
    for run in _RUN.findall(view):
        if run[0] >= "\u3400":
            found.update(map("".join, zip(run, run[1:], strict=False)))
        else:
            word = run.lower().strip("'’-.,").removesuffix("'s").removesuffix("’s")
            if len(word) > 1 and word not in _COMMON:
                found.add(_stem(word))
    return frozenset(found)


def _stem(word: str) -> str:
    if len(word) > 4:
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word


@dataclass(frozen=True, slots=True)
class Step:
    """What a measure says while it is below a limit."""

    below: float
    weight: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of cohesion, a share between 0 and 1, and what it weighs for a headline, step by step."""

    id: str
    steps: tuple[Step, ...]

    def weigh(self, value: float) -> float:
        return next(step.weight for step in self.steps if value < step.below)


ALL = 1.01
MEASURES = (
    Measure("cohesion.words-recur-at-once", (Step(0.05, -Weight.HINT), Step(0.3, 0.0), Step(ALL, Weight.WEAK))),
    Measure("cohesion.words-recur-below", (Step(0.15, -Weight.WEAK), Step(0.4, 0.0), Step(ALL, Weight.WEAK))),
    Measure("cohesion.words-stood-near-above", (Step(0.05, Weight.HINT), Step(0.3, -Weight.HINT), Step(ALL, -Weight.WEAK))),
    Measure("cohesion.words-stood-above", (Step(0.05, Weight.WEAK), Step(0.3, 0.0), Step(ALL, -Weight.FAIR))),
    Measure("cohesion.text-goes-on", (Step(0.05, Weight.FAIR), Step(0.15, 0.0), Step(ALL, -Weight.FAIR))),
    Measure("cohesion.story-goes-on", (Step(0.08, Weight.FAIR), Step(0.2, 0.0), Step(ALL, -Weight.FAIR))),
    Measure("cohesion.end-is-taken-up", (Step(0.05, Weight.WEAK), Step(0.15, 0.0), Step(ALL, -Weight.WEAK))),
)


class Cohesion:
    """The words of a dump's paragraphs, and the measures for any one of them."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._widths = [paragraph.width for paragraph in paragraphs]
        self._terms = [terms(paragraph.view) for paragraph in paragraphs]
        frequency = Counter(term for found in self._terms for term in found)
        total = math.log(len(paragraphs) + 1)
        self._weights = {term: total - math.log(count) for term, count in frequency.items()}

    def measure(self, index: int) -> tuple[float, ...]:
        """The value of each of `MEASURES` at the line of that index."""
        own = self._terms[index]
        above, below = [self._window(index, -1, size) for size in (NEAR, MIDDLE, FAR)], [
            self._window(index, 1, size) for size in (NEAR, MIDDLE, FAR)
        ]
        return (
            self._share(own, below[0]),
            self._share(own, below[1]),
            self._share(own, above[1]),
            self._share(own, above[2]),
            self._share(below[0], above[1]),
            self._share(below[1], above[2]),
            self._share(above[0], below[2]),
        )

    def _window(self, index: int, step: int, size: int) -> frozenset[str]:
        found: set[str] = set()
        index += step
        while 0 <= index < len(self._widths) and size > 0:
            found |= self._terms[index]
            size -= self._widths[index]
            index += step
        return frozenset(found)

    def _share(self, words: frozenset[str], others: frozenset[str]) -> float:
        """Of the weight of the words, how much the others hold as well."""
        weights = self._weights
        whole = sum(weights[word] for word in words)
        return sum(weights[word] for word in words & others) / whole if whole else 0.0


def reasons(cohesion: Cohesion, index: int) -> Iterator[tuple[str, float]]:
    """The measures that say something about the line of that index: id and weight."""
    for measure, value in zip(MEASURES, cohesion.measure(index), strict=True):
        weight = measure.weigh(value)
        if weight:
            yield measure.id, weight
