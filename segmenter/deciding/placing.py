"""Find where the text stands that a ruling was made on, and nowhere else.

A ruling fits a line that reads the same, where the lines next to it on both sides are the same, or all the lines that
are known of one side. The best such place is taken; of several that are equally good, none, unless the text stood as
often when the ruling was made. An accepted story fits wherever all of its lines follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from segmenter.deciding.rulings import AROUND, Ruling, short_hash
from segmenter.reading.encoding import is_blank


@dataclass(frozen=True, slots=True)
class Placement:
    """A ruling at the place where it holds."""

    line: int
    """Number in the dump, from 1."""
    ruling: Ruling
    index: int
    """Position of the ruling among those that were given."""
    numbers: tuple[int, ...] = ()
    """The accepted story's lines that are not blank."""


class Places:
    """The lines of a dump that are not blank, ready for looking up rulings."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._numbers = [number for number, line in enumerate(lines, 1) if not is_blank(line)]
        self._texts = [lines[number - 1].strip() for number in self._numbers]
        self._where: dict[str, list[int]] = {}
        for index, text in enumerate(self._texts):
            self._where.setdefault(text, []).append(index)

    def place(self, rulings: Sequence[Ruling]) -> tuple[Placement, ...]:
        """The rulings that hold, in the order of the lines; of those that contradict each other at one place, none."""
        found: dict[tuple[object, ...], list[Placement]] = {}
        for index, ruling in enumerate(rulings):
            for placement in self._of(ruling, index):
                found.setdefault((placement.line, ruling.subject), []).append(placement)
        agreed = [
            placement
            for there in found.values()
            if all(_says(other.ruling) == _says(there[0].ruling) for other in there)
            for placement in there
        ]
        return tuple(sorted(agreed, key=lambda placement: (placement.line, placement.index)))

    def key(self, number: int) -> dict[str, Any]:
        """What a ruling on the line with this number is known by: `text`, `above`, `below` and `place`."""
        index = self._numbers.index(number)
        above, below = self._around(index)
        key: dict[str, Any] = {"text": self._texts[index], "above": above, "below": below}
        alike = self._best(Ruling(dump="", line=0, text=self._texts[index], above=above, below=below))
        return {**key, "place": (alike.index(index) + 1, len(alike)) if len(alike) > 1 else None}

    def story_key(self, first: int, last: int) -> tuple[tuple[int, ...], str]:
        """The numbers of a story's lines that are not blank, and the hash of them."""
        indexes = [index for index, number in enumerate(self._numbers) if first <= number <= last]
        return tuple(self._numbers[i] for i in indexes), short_hash(*(self._texts[i] for i in indexes))

    def _of(self, ruling: Ruling, index: int) -> Iterator[Placement]:
        if ruling.accepted:
            size = len(ruling.accepted)
            for start in self._where.get(ruling.text, ()):
                if short_hash(*self._texts[start : start + size]) == ruling.hash:
                    yield Placement(self._numbers[start], ruling, index, tuple(self._numbers[start : start + size]))
            return
        best = self._best(ruling)
        if ruling.place and len(best) == ruling.place[1]:
            best = best[ruling.place[0] - 1 : ruling.place[0]]
        if len(best) == 1:
            yield Placement(self._numbers[best[0]], ruling, index)

    def _best(self, ruling: Ruling) -> list[int]:
        """The places that fit best, top to bottom."""
        scores = {place: self._likeness(place, ruling) for place in self._where.get(ruling.text, ())}
        best = max(scores.values(), default=0)
        return [place for place, score in scores.items() if score == best] if best else []

    def _likeness(self, place: int, ruling: Ruling) -> int:
        """How much of what is known of the lines around is the same; 0 where that is too little."""
        above, below = self._around(place)
        same_above, same_below = _same(above, ruling.above), _same(below, ruling.below)
        both = (same_above or not ruling.above) and (same_below or not ruling.below)
        one_side = (ruling.above and same_above == len(ruling.above)) or (
            ruling.below and same_below == len(ruling.below)
        )
        return 1 + same_above + same_below if both or one_side else 0

    def _around(self, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        above, below = self._texts[max(0, index - AROUND) : index], self._texts[index + 1 : index + 1 + AROUND]
        return tuple(map(short_hash, reversed(above))), tuple(map(short_hash, below))


def _same(here: Sequence[str], known: Sequence[str]) -> int:
    """How many lines are the same, counted from the nearest one on."""
    pairs = zip(here, known, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _says(ruling: Ruling) -> tuple[object, ...]:
    return ruling.role, ruling.field, ruling.value, ruling.accepted
