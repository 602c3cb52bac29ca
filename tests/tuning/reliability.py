"""Compare the stories' confidence with how often they are right.

    python tests/tuning/reliability.py DUMPS [--fit] [--held-out 0.4] [--leave-out FAMILY]

A story is right where its headline stands on the line where a known story's does, and no other known headline stands
among its lines. Of the stories with a confidence of 0.8, four in five should be. `--fit` looks for the four
constants of the two curves (`OF_HEADLINE` and `OF_OTHERS` of `segmenter/stories/writing.py`) on the dumps that tune,
and shows how the held-out ones come out by them.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from segmenter import split
from segmenter.model import Role
from segmenter.stories.writing import OF_HEADLINE, OF_OTHERS, WIDE, chance, may_be_headline
from tuning.dumps import Dump, add_arguments, chosen_dumps, part

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where the bands of confidence part; a band holds its lower end, and the last its upper end too."""
STEPS = 4000
"""Steps of gradient descent."""
RATE = 1.5


class Curve(NamedTuple):
    """The constants of the two logistic curves from the margins to a confidence."""

    headline_base: float
    headline_slope: float
    others_base: float
    others_slope: float

    def confidence(self, headline: float, other: float) -> float:
        """The confidence in a story with these margins, not rounded."""
        of_headline = chance(headline, self.headline_base, self.headline_slope)
        return of_headline * chance(other, self.others_base, self.others_slope)


PRESENT = Curve(*OF_HEADLINE, *OF_OTHERS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One story that was found, and whether it is right."""

    dump: str
    family: str
    confidence: float
    right: bool
    headline: float | None
    """Margin of its headline, infinite where nothing else fits; None for a story without one."""
    other: float
    """Narrowest margin of its other lines that may be headlines, infinite where it has none."""


def outcomes(dump: Dump) -> list[Outcome]:
    """Take the dump apart, and compare its stories with the known ones."""
    document = split("\n".join(dump.lines))
    decisions = {decision.line: decision for decision in document.decisions}
    found = []
    for story in document.stories:
        first, last = story.lines
        held = [decisions[number] for number in range(first, last + 1) if number in decisions]
        own = next((gold for gold in dump.stories if story.headline_line in gold.headlines), None)
        others = [line for gold in dump.stories if gold is not own for line in gold.headlines]
        found.append(
            Outcome(
                dump=dump.name,
                family=dump.family,
                confidence=story.confidence,
                right=own is not None and not any(first <= line <= last for line in others),
                headline=min((_margin(d.margin) for d in held if d.role is Role.HEADLINE), default=None),
                other=min(
                    (_margin(d.margin) for d in held if may_be_headline(d.role, d.runner_up)), default=math.inf
                ),
            )
        )
    return found


def _margin(margin: float | None) -> float:
    return math.inf if margin is None else margin


@dataclass(frozen=True, slots=True)
class Band:
    """The stories whose confidence lies between two values."""

    low: float
    high: float
    stories: int
    confidence: float
    """Mean of the stories' confidence; not a number where there is no story."""
    right: float
    """Share of the stories that are right; not a number where there is none."""


def table(found: Iterable[Outcome]) -> list[Band]:
    """The bands of `BANDS`, and one of all stories last."""
    found = list(found)
    rows = []
    for low, high in (*pairwise(BANDS), (BANDS[0], BANDS[-1])):
        members = [o for o in found if low <= o.confidence < high or o.confidence == high == BANDS[-1]]
        rows.append(
            Band(low, high, len(members), _mean(o.confidence for o in members), _mean(o.right for o in members))
        )
    return rows


def brier(found: Iterable[Outcome]) -> float:
    """Mean square of what the confidence misses the truth by (Brier 1950); the lower, the better."""
    return _mean((outcome.confidence - outcome.right) ** 2 for outcome in found)


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return math.fsum(held) / len(held) if held else math.nan


def fit(found: Sequence[Outcome]) -> Curve:
    """The curve that fits the stories with a headline best, by gradient descent on the logarithmic loss.

    A family counts by the square root of its stories, so that one large dump does not outweigh all others. Raises
    ValueError where all of them are right, or none.
    """
    sizes = Counter(outcome.family for outcome in found)
    cases: dict[tuple[float, float, bool], float] = defaultdict(float)
    for outcome in found:
        if outcome.headline is not None:
            case = (min(outcome.headline, WIDE), min(outcome.other, WIDE), outcome.right)
            cases[case] += 1 / math.sqrt(sizes[outcome.family])
    if len({right for _, _, right in cases}) < 2:
        raise ValueError("no curve can be fitted where all stories are right, or none is")
    rows = [
        (math.log1p(headline), math.log1p(other), right, weight)
        for (headline, other, right), weight in cases.items()
    ]
    rate = RATE / math.fsum(weight for *_, weight in rows)
    curve = [0.0, 1.0, 0.0, 1.0]
    for _ in range(STEPS):
        slopes = [0.0] * 4
        for headline, other, right, weight in rows:
            of_headline = _logistic(curve[0] + curve[1] * headline)
            of_others = _logistic(curve[2] + curve[3] * other)
            whole = min(of_headline * of_others, 1 - 1e-9)
            miss = weight * (whole - right) / (1 - whole)
            slopes[0] += miss * (1 - of_headline)
            slopes[1] += miss * (1 - of_headline) * headline
            slopes[2] += miss * (1 - of_others)
            slopes[3] += miss * (1 - of_others) * other
        curve = [value - rate * slope for value, slope in zip(curve, slopes, strict=True)]
    return Curve(*curve)


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def judged_by(curve: Curve, found: Iterable[Outcome]) -> list[Outcome]:
    """The stories with the confidence that the curve gives them; one without a headline keeps its own."""
    return [
        outcome
        if outcome.headline is None
        else replace(outcome, confidence=round(curve.confidence(outcome.headline, outcome.other), 2))
        for outcome in found
    ]


def report(title: str, found: Sequence[Outcome]) -> str:
    """The table of some stories, to print."""
    lines = [title, "confidence   stories   mean   right"]
    *bands, whole = table(found)
    lines += [f"{band.low:.2f} - {band.high:.2f} {_cells(band)}" for band in bands]
    lines += [f"all         {_cells(whole)}   Brier score {brier(found):.4f}"]
    return "\n".join(lines)


def _cells(band: Band) -> str:
    return f"{band.stories:9} " + (f" {band.confidence:.3f}   {band.right:.3f}" if band.stories else "     -       -")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, and the fitted curve where it is asked for."""
    parser = argparse.ArgumentParser(description="Compare the stories' confidence with how often they are right.")
    add_arguments(parser)
    parser.add_argument("--fit", action="store_true", help="fit the curve's constants; nothing is written")
    options = parser.parse_args(arguments)
    tuning_dumps, held_out_dumps = part(chosen_dumps(parser, options), options.held_out)
    tuning, held_out = (
        [outcome for dump in dumps for outcome in outcomes(dump)] for dumps in (tuning_dumps, held_out_dumps)
    )
    print(report("All dumps", [*tuning, *held_out]))
    print(report("\nHeld-out dumps", held_out))
    if not options.fit:
        return
    try:
        curve = fit(tuning)
    except ValueError as error:
        parser.error(str(error))
    print(report("\nHeld-out dumps by the fitted curve", judged_by(curve, held_out)))
    print()
    for name, old, new in (("OF_HEADLINE", OF_HEADLINE, curve[:2]), ("OF_OTHERS", OF_OTHERS, curve[2:])):
        print(f"{name}: {old[0]:g}, {old[1]:g} -> {new[0]:.2f}, {new[1]:.2f}")


if __name__ == "__main__":
    main()
