"""Learn a dump's template from its sure headlines, then judge the doubtful lines by it.

Pages made by a machine put the same thing above or below every headline: a link to the original, a line of outlet and
time, a dateline of the same house. What stands there is known by the cue that licensed it or, where a line recurs to
the letter, by its text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from segmenter.cues.base import Weight
from segmenter.cues.place import is_heading, occurrences
from segmenter.decoding.judgement import Judgement
from segmenter.decoding.viterbi import Choice
from segmenter.model import Reason, Role
from segmenter.reading.layout import Paragraph

ENOUGH = 3
"""Headlines from which a template may be learnt."""
WINDOW = 3000
"""Paragraphs from which it is learnt."""
SURE_MARGIN = 4.0
"""Margin from which a headline is sure."""
HEADING_LINES = 3
"""How many lines a heading may take: kicker, headline, deck."""
_CLOSED = (Role.SEPARATOR, Role.FURNITURE, Role.METADATA, Role.BYLINE, Role.LEDE)
_PLAIN = "text"


class Template:
    """What stands next to a dump's headlines, by the last reading of its lines."""

    def __init__(self, paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
        self._paragraphs = paragraphs
        self._judgements = judgements
        repeated = repeated_lines(paragraphs)
        self._texts = [f"same:{p.view}" if p.view in repeated else _PLAIN for p in paragraphs]
        """The kind of each line as far as its text alone says it."""
        self._headings = list(map(is_heading, paragraphs))
        self.doubtful = [i for i, found in enumerate(judgements) if Role.HEADLINE in found.reasons]
        """The indices of the lines that may be headlines."""
        self._unmarked = [i for i in self.doubtful if not _is_marked(judgements[i])]

    def learn(self, choices: Sequence[Choice]) -> None:
        """Learn what is usual from a reading of the lines."""
        self._kinds = [
            _closed_kind(paragraph, judgement, choice) if choice.role in _CLOSED else text
            for text, paragraph, judgement, choice in zip(
                self._texts, self._paragraphs, self._judgements, choices, strict=True
            )
        ]
        self._neighbours = {step: {i: self._neighbour(i, step) for i in self.doubtful} for step in (-1, 1)}
        heads = [i for i in self.doubtful if i < WINDOW and choices[i].role is Role.HEADLINE]
        sure = [i for i in heads if (choices[i].margin or 0.0) >= SURE_MARGIN]
        self._candidates = [i for i in self._unmarked if self._kinds[i] == _PLAIN]
        self._above = self._learn(heads, sure, -1)
        self._below = self._learn(heads, sure, 1)
        self._forget_the_rarer_side(heads)
        self._reign = {step: self._reign_of(heads, step, weights) for step, weights in self._sides()}

    def _learn(self, heads: Sequence[int], sure: Sequence[int], step: int) -> dict[str, float]:
        """Weight of each kind of neighbour on one side; the key `_PLAIN` is for lines that lack what is usual."""
        neighbours = self._neighbours[step]
        of_heads = Counter([neighbours[i] for i in heads])
        of_all = Counter([neighbours[i] for i in self._candidates if i < WINDOW])
        elsewhere = of_heads[_PLAIN] / max(1, of_all[_PLAIN])
        weights = {}
        for kind, count in of_heads.items():
            rate = count / max(1, of_all[kind])
            if kind != _PLAIN and count >= ENOUGH and rate >= min(0.5, max(0.2, 3 * elsewhere)):
                weights[kind] = Weight.SURE if rate >= 0.8 and count >= 2 * ENOUGH else Weight.STRONG
        if len(sure) >= 2 * ENOUGH:
            usual = sum(neighbours[i] in weights for i in sure) / len(sure)
            if usual >= 0.6:
                weights[_PLAIN] = -Weight.STRONG if usual >= 0.85 else -Weight.FAIR
        return weights

    def _forget_the_rarer_side(self, heads: Sequence[int]) -> None:
        """A kind of line belongs to one side of a headline; a deck below a line of date is no headline below it."""
        for kind in self._above.keys() & self._below.keys() - {_PLAIN}:
            above, below = (sum(self._neighbours[step][i] == kind for i in heads) for step in (-1, 1))
            if above != below:
                del (self._above if above < below else self._below)[kind]

    def _sides(self) -> tuple[tuple[int, dict[str, float]], ...]:
        return ((-1, self._above), (1, self._below))

    def _reign_of(self, heads: Sequence[int], step: int, weights: Mapping[str, float]) -> tuple[int, int]:
        """From where to where the template holds: around the headlines that follow it, and no further than one story.

        A dump may hold an export and then something else.
        """
        usual = [i for i in heads if weights.get(self._neighbours[step][i], 0.0) > 0]
        if len(usual) < 2:
            return 0, 0
        longest = max(below - above for above, below in zip(usual, usual[1:], strict=False))
        return usual[0] - longest, usual[-1] + longest

    def _neighbour(self, index: int, step: int) -> str:
        """Kind of what stands above a line, or below the heading that it may be part of."""
        for _ in range(HEADING_LINES if step > 0 else 1):
            index += step
            if not 0 <= index < len(self._kinds):
                return "edge"
            kind = self._kinds[index]
            if step < 0 and kind.startswith("dateline."):
                return _PLAIN  # a lede is text to what stands below it
            if kind != _PLAIN or not self._headings[index]:
                return kind
        return _PLAIN

    def reasons(self) -> Iterator[tuple[int, Reason]]:
        """What the template says about each line that may be a headline: index and reason."""
        for index in self._candidates:
            for step, weights in self._sides():
                side = "above" if step < 0 else "below"
                kind = self._neighbours[step][index]
                first, last = self._reign[step]
                if kind in weights and kind != _PLAIN:
                    yield index, Reason(f"template.{side}-as-usual", weights[kind])
                elif _PLAIN in weights and kind != "edge" and first <= index <= last:
                    yield index, Reason(f"template.{side}-not-as-usual", weights[_PLAIN])


def repeated_lines(paragraphs: Sequence[Paragraph]) -> Set[str]:
    """The short lines that stand in the dump often enough to be part of a template."""
    return {view for view, places in occurrences(paragraphs).items() if len(places) >= ENOUGH}


def _is_marked(judgement: Judgement) -> bool:
    """Whether a line's own wording says strongly that it is furniture, a separator or a line of date and source."""
    return any(
        reasons[0].weight >= Weight.STRONG
        for role in (Role.FURNITURE, Role.SEPARATOR, Role.METADATA)
        if (reasons := judgement.reasons.get(role))
    )


def _closed_kind(paragraph: Paragraph, judgement: Judgement, choice: Choice) -> str:
    cue = judgement.reasons[choice.role][0].cue
    # A house's own opening is a template, any dateline is not.
    return f"{cue} {paragraph.view[:4]}" if choice.role is Role.LEDE else cue
