"""How much the text below a line goes on with the text above it: what tells a headline from a subhead.

A headline's words recur in the story below it and hardly above; a subhead's story was on already, so the names, numbers
and rare words below it have stood above. Two vocabularies are compared, and neither needs a dictionary. **Words** are
English words and pairs of Chinese characters; a word counts the more, the fewer paragraphs of the dump hold it (inverse
document frequency, Spärck Jones 1972; lexical cohesion as a sign of topic, Hearst 1997). **Names** are runs of three
Chinese characters, capitalised words and numbers: what hardly recurs unless the topic does.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from segmenter.cues.base import Weight
from segmenter.patterns import compiled
from segmenter.reading.layout import Paragraph

NEAR, MIDDLE, FAR = 200, 800, 3000
"""Columns of text that a window holds."""

_RUN = compiled(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z'’-]*+|\d[\d.,]*+")
_COMMON = frozenset(
    (
        "the of to and a in is that for on with as was it at by from be this are have has he his an not but were "
        "had its they who which will their or been said would there one more about also when out up if so after "
        "than into over her she him we you i what all no can could new other some two first last year years time "
        "may our your mr just now only us do did how them then these those being because before between during "
        "under while where"
    ).split()
)


def terms(view: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the names of a folded text."""
    words: set[str] = set()
    names: set[str] = set()
    for run in _RUN.findall(view):
        if run[0] >= "\u3400":
            words.update(map("".join, zip(run, run[1:], strict=False)))
            names.update(map("".join, zip(run, run[1:], run[2:], strict=False)))
            continue
        word = run.lower().strip("'’-.,").removesuffix("'s").removesuffix("’s")
        if len(word) > 1 and word not in _COMMON:
            words.add(_stem(word))
            if len(word) > 2 and not run[0].islower():
                names.add(word)
    return frozenset(words), frozenset(names)


def _stem(word: str) -> str:
    if len(word) > 4:
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word


class Cohesion:
    """The words and names of a dump's paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], outside: Sequence[bool], stock: frozenset[str]) -> None:
        """`outside` says of each paragraph that it is no text, so that no window holds it; `stock` are set phrases."""
        set_phrases = frozenset(phrase[i : i + 3] for phrase in stock for i in range(len(phrase) - 2))
        self._outside = outside
        self._widths = [paragraph.width for paragraph in paragraphs]
        found = [terms(paragraph.view) for paragraph in paragraphs]
        self.words = [words for words, _ in found]
        self.names = [names - set_phrases for _, names in found]
        frequency = Counter(word for words in self.words for word in words)
        total = math.log(len(paragraphs) + 1)
        self._weights = {word: total - math.log(count) for word, count in frequency.items()}

    def around(self, index: int) -> Around:
        """The text above and below the line of that index."""
        return Around(
            words=self.words[index],
            names=self.names[index],
            words_above=self._window(self.words, index, -1, FAR),
            words_next=self._window(self.words, index, 1, NEAR),
            words_below=self._window(self.words, index, 1, FAR),
            names_above=self._window(self.names, index, -1, FAR),
            names_next=self._window(self.names, index, 1, NEAR),
            names_below=self._window(self.names, index, 1, MIDDLE),
            weights=self._weights,
        )

    def _window(self, terms: Sequence[frozenset[str]], index: int, step: int, size: int) -> frozenset[str]:
        found: set[str] = set()
        index += step
        while 0 <= index < len(terms) and size > 0:
            if not self._outside[index]:
                found |= terms[index]
                size -= self._widths[index]
            index += step
        return frozenset(found)


class Around(NamedTuple):
    """The words and names of a line and of the text around it."""

    words: frozenset[str]
    names: frozenset[str]
    words_above: frozenset[str]
    words_next: frozenset[str]
    words_below: frozenset[str]
    names_above: frozenset[str]
    names_next: frozenset[str]
    names_below: frozenset[str]
    weights: Mapping[str, float]

    def share(self, words: frozenset[str], others: frozenset[str]) -> float:
        """Of the weight of the words, how much the others hold as well: between 0 and 1."""
        weights = self.weights
        whole = math.fsum(weights[word] for word in words)
        return math.fsum(weights[word] for word in words & others) / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of cohesion, and what it weighs for a headline while it is below each limit."""

    id: str
    value: Callable[[Around], float]
    steps: tuple[tuple[float, float], ...]
    """Pairs of a limit and a weight, rising; the last limit is infinite."""

    def weigh(self, around: Around) -> float:
        value = self.value(around)
        return next(weight for limit, weight in self.steps if value < limit)


HINT, WEAK, FAIR = Weight.HINT, Weight.WEAK, Weight.FAIR
MEASURES = (
    Measure(
        "cohesion.words-recur-at-once",
        lambda a: a.share(a.words, a.words_next),
        ((0.02, -WEAK), (0.1, 0.0), (0.2, HINT), (math.inf, WEAK)),
    ),
    Measure(
        "cohesion.new-words-recur",
        lambda a: a.share(a.words, a.words_below - a.words_above),
        ((0.02, -FAIR), (0.1, -WEAK), (0.15, -HINT), (0.2, 0.0), (0.3, HINT), (0.55, WEAK), (math.inf, FAIR)),
    ),
    Measure(
        "cohesion.names-stood-above",
        lambda a: len(a.names & a.names_above) / max(1, len(a.names)),
        ((0.02, WEAK), (0.1, HINT), (0.2, -HINT), (0.55, -HINT), (math.inf, -WEAK)),
    ),
    Measure(
        "cohesion.names-bridge",
        lambda a: len(a.names_below & a.names_above),
        ((1, FAIR), (4, WEAK), (7, 0.0), (12, -FAIR), (20, -FAIR), (math.inf, -FAIR)),
    ),
    Measure(
        "cohesion.lede-goes-on",
        lambda a: len(a.names_next & a.names_above) / max(1, len(a.names_next)),
        ((0.02, 0.0), (0.2, 0.0), (0.3, -HINT), (0.4, -WEAK), (math.inf, -WEAK)),
    ),
)


def reasons(cohesion: Cohesion, index: int) -> Iterator[tuple[str, float]]:
    """The measures that say something about the line of that index: id and weight."""
    around = cohesion.around(index)
    for measure in MEASURES:
        weight = measure.weigh(around)
        if weight:
            yield measure.id, weight
