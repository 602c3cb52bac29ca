"""How much the text below a line goes on with the text above it: what tells a headline from a subhead.

A headline's words recur in the story below it and hardly above; a subhead's story was on already, so the names, numbers
and rare words below it have stood above. Two vocabularies are compared, and neither needs a dictionary. **Words** are
English words and pairs of Chinese characters; a word counts the more, the fewer paragraphs of the dump hold it (inverse
document frequency, Spärck Jones 1972; lexical cohesion as a sign of topic, Hearst 1997). **Names** are runs of three
Chinese characters, capitalised words and numbers: what hardly recurs unless the topic does.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

from segmenter.cues.base import Weight
from segmenter.reading.layout import Paragraph

NEAR, MIDDLE, FAR = 200, 800, 3000
"""Columns of text that a window holds."""

_RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z'’-]*|\d[\d.,]*")
_COMMON = frozenset(
    (
        "the of to and a in is that for on with as was it at by from be this are have has he his an not but were "
        "had its they who which will their or been said would there one more about also when out up if so after "
        "than into over her she him we you i what all no can could new other some two first last year years time "
        "may our your mr just now only us do did how them then these those being because before between during "
        "under while where"
    ).split()
)


@lru_cache(maxsize=50_000)
def _term(run: str) -> tuple[str, str]:
    """The word and the name that a word or number gives; empty where it gives none."""
    word = run.lower().strip("'’-.,").removesuffix("'s").removesuffix("’s")
    if len(word) < 2 or word in _COMMON:
        return "", ""
    return _stem(word), word if len(word) > 2 and not run[0].islower() else ""


def _stem(word: str) -> str:
    if len(word) > 4:
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word


def _terms(view: str) -> tuple[list[str], list[str]]:
    """The words and the names of a folded text, each as often as it stands there."""
    words: list[str] = []
    names: list[str] = []
    for run in _RUN.findall(view):
        if run[0] >= "\u3400":
            pairs = list(map(add, run, run[1:]))
            words += pairs
            names += map(add, pairs, run[2:])
            continue
        word, name = _term(run)
        if word:
            words.append(word)
        if name:
            names.append(name)
    return words, names


class Cohesion:
    """The words and names of a dump's paragraphs, and where those of the doubtful lines recur."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], outside: Sequence[bool], doubtful: Sequence[int], stock: frozenset[str]
    ) -> None:
        """`outside` says of each paragraph that it is no text, so that no window holds it; `stock` are set phrases.

        `doubtful` are the indices of the lines around which the text will be compared, rising.
        """
        self._set_phrases = frozenset(phrase[i : i + 3] for phrase in stock for i in range(len(phrase) - 2))
        self._text = [index for index, out in enumerate(outside) if not out]
        """The paragraphs of text, from the top."""
        self._names: list[dict[str, int]] = []
        """The names of each paragraph, with set phrases among them; the values are the paragraph's index."""
        self._widths = [0, *accumulate(paragraphs[index].width for index in self._text)]
        """Columns of text above each of them."""
        self._words = {index: frozenset(_terms(paragraphs[index].view)[0]) for index in doubtful}
        asked = frozenset().union(*self._words.values())
        self._places: dict[str, list[int]] = {word: [] for word in asked}
        """The paragraphs of text that hold each word, rising."""
        beside: Counter[str] = Counter()
        """How many other paragraphs hold each word."""
        for index, paragraph in enumerate(paragraphs):
            found, names = _terms(paragraph.view)
            self._names.append(dict.fromkeys(names, index))
            if outside[index]:
                beside.update(asked.intersection(found))
                continue
            for word in asked.intersection(found):
                self._places[word].append(index)
        total = math.log(len(paragraphs) + 1)
        self._weights = {word: total - math.log(len(held) + beside[word]) for word, held in self._places.items()}
        self._last: dict[str, int] = {}
        """The last paragraph of text that holds each name, of those read so far."""
        self._read = 0

    def around(self, index: int) -> Around:
        """The text above and below the line of that index; lines are asked for from the top down."""
        here, below = bisect_left(self._text, index), bisect_right(self._text, index)
        for above in self._text[self._read : here]:
            self._last.update(self._names[above])
        self._read = max(here, self._read)
        top = self._place(max(0, bisect_right(self._widths, self._widths[here] - FAR) - 1))
        near, middle, far = (bisect_left(self._widths, self._widths[below] + size) for size in (NEAR, MIDDLE, FAR))
        words = self._words[index]
        end, end_near = self._place(far), self._place(near)
        lower = frozenset([word for word in words if self._stands(word, index + 1, end)])
        names_next: set[str] = set()
        bridges: set[str] = set()
        last, nowhere = self._last.get, -1
        stood_next = 0
        for place in self._text[below:middle]:
            names = self._names[place]
            bridges.update([name for name in names if last(name, nowhere) >= top])
            if place < end_near:
                names_next |= names.keys()
                stood_next = len(bridges - self._set_phrases)
        own = self._names[index].keys() - self._set_phrases
        return Around(
            words=words,
            names=len(own),
            names_stood=sum([last(name, nowhere) >= top for name in own]),
            words_next=frozenset([word for word in lower if self._stands(word, index + 1, end_near)]),
            words_new=frozenset([word for word in lower if not self._stands(word, top, index)]),
            names_next=len(names_next - self._set_phrases),
            names_next_stood=stood_next,
            bridges=len(bridges - self._set_phrases),
            weights=self._weights,
        )

    def _place(self, text: int) -> int:
        """The index in the dump of a paragraph of text, or the dump's end behind the last one."""
        return self._text[text] if text < len(self._text) else len(self._names)

    def _stands(self, word: str, start: int, end: int) -> bool:
        """Whether the word stands in a paragraph of text from `start` on and before `end`."""
        places = self._places[word]
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end


class Around(NamedTuple):
    """How the words and names of a line recur around it, and those of the text below it above it."""

    words: frozenset[str]
    words_next: frozenset[str]
    """Those of them that stand right below the line."""
    words_new: frozenset[str]
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
    weights: Mapping[str, float]

    def share(self, part: frozenset[str]) -> float:
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
        value = self.value(around)
        return next(weight for limit, weight in self.steps if value < limit)


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
