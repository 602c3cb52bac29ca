"""Search for better weights of the cues that tell headlines from other short lines.

    python tests/tuning/weights.py DUMPS [--rounds N] [--seconds S] [--held-out 0.4] [--leave-out FAMILY]

One cue after another is moved to the next level of `Weight`, up or down, for as long as the dumps that tune come out
better. So it finds no change that helps only together with another, and none that must first cross a level which does
not help. The held-out dumps are first judged when the search is over: where they do not gain as well, it has learnt its
dumps by heart. The list at the end is for a person, who asks of each change whether it says something about news.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from segmenter.cues.base import Weight
from tuning.dumps import add_arguments, chosen_dumps, part
from tuning.readings import Figures, Reading, Weights, figures, measure, present_weights

FIRST_LINES = 300
"""Lines of a long dump that are searched on; it goes on as it began."""
LEAST_GAIN = 1e-4
"""By how much the objective must rise, so that rounding does not decide."""

_NAMES = {value: f"Weight.{name}" for name, value in vars(Weight).items() if isinstance(value, float)}
LEVELS = tuple(sorted({0.0, *_NAMES, *(-value for value in _NAMES)}))
"""What a cue may weigh."""


def level_name(weight: float) -> str:
    """The weight as a cue file writes it: `-Weight.WEAK`, and `0` for a cue that might go."""
    name = _NAMES.get(abs(weight), f"{abs(weight):g}")
    return f"-{name}" if weight < 0 else name


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the search: a cue's weight, and the objective, before and after."""

    cue: str
    old: float
    new: float
    before: float
    after: float


def search(readings: Sequence[Reading], weights: Weights, rounds: int, seconds: float) -> Iterator[Change]:
    """The changes, one after another, by which the dumps come out better.

    Ends after so many rounds through all cues, after a round without a change, or when the time is over.
    """
    end = time.monotonic() + seconds
    current = dict(weights)
    holders = {cue: [i for i, reading in enumerate(readings) if cue in reading.weights] for cue in sorted(current)}
    tallies = [(reading.family, reading.tally(current)) for reading in readings]
    best = figures(tallies).objective
    for _ in range(rounds):
        before = best
        for cue, direction in product(holders, (-1, 1)):
            while (level := next_level(current[cue], direction)) is not None:
                if time.monotonic() > end:
                    return
                trial, weighed = current | {cue: level}, list(tallies)
                for index in holders[cue]:
                    weighed[index] = (readings[index].family, readings[index].tally(trial))
                objective = figures(weighed).objective
                if objective <= best + LEAST_GAIN:
                    break
                yield Change(cue, current[cue], level, best, objective)
                current, tallies, best = trial, weighed, objective
        if best == before:
            return


def next_level(weight: float, direction: int) -> float | None:
    """The next level below (-1) or above (1), None where there is none."""
    if direction < 0:
        return max((level for level in LEVELS if level < weight), default=None)
    return min((level for level in LEVELS if level > weight), default=None)


def applied(weights: Weights, changes: Iterable[Change]) -> dict[str, float]:
    """The weights after the changes."""
    return dict(weights) | {change.cue: change.new for change in changes}


def report(name: str, dumps: int, before: Figures, after: Figures) -> str:
    """A part's row of the table."""
    pairs = (("objective", before.objective, after.objective), ("macro F1", before.f1, after.f1))
    cells = "   ".join(f"{title} {old:.4f} -> {new:.4f}" for title, old, new in pairs)
    return f"{name:<8} {cells}   without an error {before.faultless} -> {after.faultless} of {dumps}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Search, and print what was found."""
    parser = argparse.ArgumentParser(description="Search for better weights of the cues; nothing is written.")
    add_arguments(parser)
    parser.add_argument("--rounds", type=int, default=2, help="times that each cue is tried at most (%(default)s)")
    parser.add_argument("--seconds", type=float, default=600, help="seconds to search at most (%(default)g)")
    options = parser.parse_args(arguments)
    dumps = [dump.first_lines(FIRST_LINES) for dump in chosen_dumps(parser, options)]
    tuning, held_out = part(dumps, options.held_out)
    print(f"{len(tuning)} dumps tune, {len(held_out)} are held out", flush=True)

    readings = list(map(Reading, tuning))
    weights = present_weights(readings)
    changes = []
    end = time.monotonic() + options.seconds
    for change in search(readings, weights, options.rounds, options.seconds):
        changes.append(change)
        levels = f"{level_name(change.old)} -> {level_name(change.new)}"
        print(f"{change.cue}: {levels}   objective {change.before:.4f} -> {change.after:.4f}", flush=True)
    if time.monotonic() > end:
        print("the time is over: not every cue was tried in every round (see --seconds)")

    found = applied(weights, changes)
    for name, part_readings in (("tuning", readings), ("held out", list(map(Reading, held_out)))):
        before, after = measure(part_readings, weights), measure(part_readings, found)
        print(report(name, len(part_readings), before, after))
    for cue in sorted(cue for cue in found if found[cue] != weights[cue]):
        print(f"{cue}: {level_name(weights[cue])} -> {level_name(found[cue])}")


if __name__ == "__main__":
    main()
