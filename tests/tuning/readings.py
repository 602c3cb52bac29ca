"""Read dumps again and again with other weights, and count how their headlines come out.

Weighed are all reasons that the roles open to any line have before the dump is read as a whole, those of cohesion step
by step. They only add up, so a dump is judged once and then weighed anew at will. Cues of closed roles are left alone:
they license as well, and the strongest counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from unittest.mock import patch

from segmenter.config import default_settings
from segmenter.decoding import cohesion, grammar
from segmenter.decoding.choosing import choose
from segmenter.decoding.judgement import Judgement
from segmenter.decoding.judging import judge
from segmenter.model import Reason, Role
from segmenter.reading.layout import read_layout, read_paragraphs, wrap_width
from tuning.dumps import Dump, Gold

WRONG, MISSED = 1.15, 0.85
"""What a wrong cut and a missed one count in the objective; 1 and 1 make F1."""
FAULTLESS = 0.3
"""What a family whose dumps are all without a boundary error gains, against 1 for a perfect F1."""
Weights = Mapping[str, float]
"""What each reason weighs, by the cue's id, with the step behind it for those of cohesion."""


def _step_ids() -> dict[tuple[str, float], tuple[str, float]]:
    """For a measure of cohesion and the number of its step: the id and the weight of that step."""
    return {
        (measure.id, float(number)): (f"{measure.id} below {limit:g}", weight)
        for measure in cohesion.MEASURES
        for number, (limit, weight) in enumerate(measure.steps, 1)
    }


def _numbered(measure: cohesion.Measure) -> cohesion.Measure:
    """The measure with the number of each step for its weight, so that a reason tells by which step it came."""
    steps = tuple((limit, float(number)) for number, (limit, _) in enumerate(measure.steps, 1))
    return measure._replace(steps=steps)


class Tally(NamedTuple):
    """Headlines of one dump: found, cut where there is none, and missed."""

    found: int
    wrong: int
    missed: int


def tally(lines: set[int], stories: Iterable[Gold]) -> Tally:
    """Compare the lines read as headlines with the known stories."""
    left = set(lines)
    missed = 0
    for story in stories:
        line = next((number for number in story.headlines if number in left), None)
        if line is None:
            missed += 1
        else:
            left.remove(line)
    return Tally(len(lines) - len(left), len(left), missed)


class Reading:
    """A dump judged once, to be read again and again with other weights."""

    def __init__(self, dump: Dump) -> None:
        self.family = dump.family
        self._stories = dump.stories
        wrapped = wrap_width(dump.lines)
        self._paragraphs = read_paragraphs(dump.lines, wrapped)
        step_ids = _step_ids()
        with patch.object(cohesion, "MEASURES", tuple(map(_numbered, cohesion.MEASURES))):
            # The only way to learn which step of a measure spoke: its reasons name the measure alone.
            judgements = judge(self._paragraphs, read_layout(self._paragraphs, wrapped), default_settings())
        self.weights: dict[str, float] = {}
        """The package's own weights of all reasons given in this dump."""
        self._judged: list[list[tuple[Role, list[Reason], list[str] | None]]] = []
        for found in judgements:
            roles: list[tuple[Role, list[Reason], list[str] | None]] = []
            for role, reasons in found.reasons.items():
                ids = [step_ids.get((reason.cue, reason.weight), (reason.cue, reason.weight)) for reason in reasons]
                is_open = role in grammar.OPEN
                roles.append((role, reasons, [cue for cue, _ in ids] if is_open else None))
                self.weights |= ids if is_open else ()
            self._judged.append(roles)

    def headlines(self, weights: Weights) -> set[int]:
        """Numbers of the lines that are read as headlines."""
        judgements = [
            Judgement(
                {
                    role: reasons if cues is None else [Reason("weighed", sum(weights[cue] for cue in cues))]
                    for role, reasons, cues in roles
                }
            )
            for roles in self._judged
        ]
        choices = choose(self._paragraphs, judgements)
        pairs = zip(self._paragraphs, choices, strict=True)
        return {paragraph.first for paragraph, choice in pairs if choice.role is Role.HEADLINE}

    def tally(self, weights: Weights) -> Tally:
        """How the dump comes out."""
        return tally(self.headlines(weights), self._stories)


@dataclass(frozen=True, slots=True)
class Figures:
    """How some dumps come out together: the objective and the F1 of boundaries are means over families."""

    objective: float
    f1: float
    faultless: int
    """Dumps without a boundary error."""


def figures(tallies: Iterable[tuple[str, Tally]]) -> Figures:
    """Sum up the families' tallies."""
    families: dict[str, list[Tally]] = defaultdict(list)
    for family, found in tallies:
        families[family].append(found)
    objective = f1 = faultless = 0.0
    for members in families.values():
        found, wrong, missed = (sum(column) for column in zip(*members, strict=True))
        clean = sum(not member.wrong and not member.missed for member in members)
        objective += _f1(found, WRONG * wrong + MISSED * missed) + FAULTLESS * clean / len(members)
        f1 += _f1(found, wrong + missed)
        faultless += clean
    count = max(1, len(families))
    return Figures(objective / count, f1 / count, int(faultless))


def _f1(found: int, errors: float) -> float:
    return 2 * found / (2 * found + errors) if found or errors else 1.0


def present_weights(readings: Iterable[Reading]) -> dict[str, float]:
    """The package's own weights of all reasons given in the dumps."""
    weights: dict[str, float] = {}
    for reading in readings:
        weights |= reading.weights
    return weights


def measure(readings: Sequence[Reading], weights: Weights) -> Figures:
    """How the dumps come out with these weights; a reason that they do not name weighs what it does in the package."""
    weights = present_weights(readings) | dict(weights)
    return figures((reading.family, reading.tally(weights)) for reading in readings)
