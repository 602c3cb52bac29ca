"""How much the text below a line goes on with the text above it: what tells a headline from a subhead.

A headline's words recur in the story below it and hardly above; a subhead's story was on already, so the names, numbers
and rare words below it have stood above. Two vocabularies are compared, and neither needs a dictionary. **Words** are
English words and pairs of Chinese characters; a word counts the more, the fewer paragraphs of the dump hold it (inverse
document frequency, Spärck Jones 1972; lexical cohesion as a sign of topic, Hearst 1997). **Names** are runs of three
Chinese characters, capitalised words and numbers: what hardly recurs unless the topic does. `terms` finds both.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import accumulate, chain
from operator import itemgetter
from typing import NamedTuple

from segmenter.cues.base import Weight
from segmenter.decoding.terms import Term, Terms, chinese
from segmenter.reading.layout import Paragraph

_NONE: frozenset[Term] = frozenset()
NEAR, MIDDLE, FAR = 200, 800, 3000
"""Columns of text that a window holds."""


@cache
def _triples(phrases: frozenset[str]) -> frozenset[Term]:
    return frozenset(triple for phrase in phrases for triple in chinese(phrase)[1])


class Cohesion:
    """The words and names of a dump's paragraphs, and where those of the doubtful lines recur."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], outside: Sequence[bool], doubtful: Sequence[int], stock: frozenset[str]
    ) -> None:
        """`outside` says of each paragraph that it is no text, so that no window holds it; `stock` are set phrases.

        `doubtful` are the indices of the lines around which the text will be compared.
        """
        self._set_phrases = _triples(stock)
        self._text = [index for index, out in enumerate(outside) if not out]
        """The paragraphs of text, from the top; a place is an index of this list."""
        self._widths = [0, *accumulate(paragraphs[index].width for index in self._text)]
        """Columns of text above each place."""
        terms = Terms([paragraph.view for paragraph in paragraphs], doubtful)
        self._sought = terms.words
        """The words of each doubtful line."""
        found = list(map(terms.of, range(len(paragraphs))))
        self._names = [names for _, names in found]
        """The names of each paragraph, with set phrases among them."""
        self._words_at = [found[index].words for index in self._text]
        """Those of the doubtful lines' words that each place holds."""
        self._names_at = [found[index].names for index in self._text]
        total = math.log(len(paragraphs) + 1)
        counts = Counter(chain.from_iterable([words for words, _ in found]))
        self._weights = {word: total - math.log(times) for word, times in counts.items()}

    def around(self, index: int) -> Around:
        """The text above and below the line of that index."""
        here, below = bisect_left(self._text, index), bisect_right(self._text, index)
        top = max(0, bisect_right(self._widths, self._widths[here] - FAR) - 1)
        near, middle, far = (bisect_left(self._widths, self._widths[below] + size) for size in (NEAR, MIDDLE, FAR))
        words, names = self._sought[index], self._names[index] - self._set_phrases
        words_next = _recurring(words, self._words_at[below:near])
        words_below = words_next | _recurring(words, self._words_at[near:far])
        names_above = self._names_at[top:here]
        names_next = _NONE.union(*self._names_at[below:near])
        bridges = _recurring(names_next.union(*self._names_at[near:middle]), names_above) - self._set_phrases
        return Around(
            words=words,
            words_next=words_next,
            words_new=words_below - _recurring(words_below, self._words_at[top:here]),
            names=len(names),
            names_stood=len(_recurring(names, names_above)),
            names_next=len(names_next - self._set_phrases),
            names_next_stood=len(names_next & bridges),
            bridges=len(bridges),
            weights=self._weights,
        )


def _recurring(terms: Set[Term], texts: Sequence[Set[Term]]) -> frozenset[Term]:
    """Those of the terms that stand in one of the texts."""
    return _NONE.union(*[terms & text for text in texts])


class Around(NamedTuple):
    """How the words and names of a line recur around it, and those of the text below it above it."""

    words: frozenset[Term]
    words_next: Set[Term]
    """Those of them that stand right below the line."""
    words_new: Set[Term]
    """Those of them that stand below the line and not above it."""
    names: int
    """How many names the line holds."""
    names_stood: int
    """How many of them stand above."""
    names_next: int
    """How many names stand right below."""
    names_next_stood: int
    """How many of them stand above too."""
    bridges: int
    """How many names stand both a little further below and above."""
    weights: Mapping[Term, float]

    def share(self, part: Set[Term]) -> float:
        """How much of the weight of the line's words these of them have: between 0 and 1."""
        weights = self.weights
        whole = math.fsum([weights[word] for word in self.words])
        return math.fsum([weights[word] for word in part]) / whole if whole else 0.0


class Measure(NamedTuple):
    """One measure of cohesion, and what it weighs for a headline while it is below each limit."""

    id: str
    value: Callable[[Around], float]
    steps: tuple[tuple[float, float], ...]
    """Pairs of a limit and a weight, rising; the last limit is infinite."""

    def weigh(self, around: Around) -> float:
        return self.steps[bisect_right(self.steps, self.value(around), key=itemgetter(0))][1]


HINT, WEAK, FAIR = Weight.HINT, Weight.WEAK, Weight.FAIR
MEASURES = (
    Measure(
        "cohesion.words-recur-at-once",
        lambda a: a.share(a.words_next),
        ((0.02, -WEAK), (0.1, 0.0), (0.2, HINT), (math.inf, WEAK)),
    ),
    Measure(
        "cohesion.new-words-recur",
        lambda a: a.share(a.words_new),
        ((0.02, -FAIR), (0.1, -WEAK), (0.15, -HINT), (0.2, 0.0), (0.3, HINT), (0.55, WEAK), (math.inf, FAIR)),
    ),
    Measure(
        "cohesion.names-stood-above",
        lambda a: a.names_stood / max(1, a.names),
        ((0.02, WEAK), (0.1, HINT), (0.2, -HINT), (0.55, -HINT), (math.inf, -WEAK)),
    ),
    Measure(
        "cohesion.names-bridge",
        lambda a: a.bridges,
        ((1, FAIR), (4, WEAK), (7, 0.0), (12, -FAIR), (20, -FAIR), (math.inf, -FAIR)),
    ),
    Measure(
        "cohesion.lede-goes-on",
        lambda a: a.names_next_stood / max(1, a.names_next),
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
