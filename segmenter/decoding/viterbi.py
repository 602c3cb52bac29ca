"""Find the likeliest sequence of roles for a run of lines, and how much worse it would be to deny each one.

Max-sum over a chain (Viterbi 1967), forwards and backwards, so that every line gets its max-marginals. A line that only
one role fits, as most paragraphs of text are, cuts the chain: what stands above it cannot change what is best below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from segmenter.model import Role

Scores = Mapping[Role, float]
IMPOSSIBLE = float("-inf")


class Choice(NamedTuple):
    """What was chosen for one line."""

    role: Role
    step: float
    """Weight of the step from the line before."""
    runner_up: Role | None
    margin: float | None
    """Score of the best whole sequence less that of the best one that denies the line its role."""


class Decoder:
    """Decodes by one grammar, and remembers the stretches between two lines that only one role fits."""

    def __init__(self, start: Scores, steps: Mapping[Role, Scores], last_resort: float | None = None) -> None:
        """`last_resort` is the weight of a step that is not listed, where lines allow no other; None to have none."""
        self._start = start
        self._steps = steps
        self._any_step = None if last_resort is None else dict.fromkeys(Role, last_resort)
        self._known: dict[tuple[object, ...], Stretch] = {}

    def decode(self, lines: Sequence[Scores]) -> list[Choice]:
        """The best sequence. A role without a score on a line, or a step without one, is impossible.

        Raises ValueError where no sequence is possible.
        """
        choices: list[Choice] = []
        first = 0
        previous: Role | None = None
        certain: dict[tuple[Role | None, Role], Choice] = {}
        for index, scores in enumerate(lines):
            if len(scores) != 1:
                continue
            (role,) = scores
            if first < index:
                found = self._stretch(previous, lines[first:index], role, first)
                choices += found.choices
                previous = found.choices[-1].role
            choice = certain.get((previous, role))
            if choice is None:
                step = (self._start if previous is None else self._steps[previous]).get(role)
                if step is None and self._any_step is not None:
                    step = self._any_step[role]
                if step is None:
                    raise ValueError(f"no role fits line {index + 1} of the run")
                choice = certain[previous, role] = Choice(role, step, None, None)
            choices.append(choice)
            first, previous = index + 1, role
        if first < len(lines):
            choices += self._stretch(previous, lines[first:], None, first).choices
        return choices

    def _stretch(self, above: Role | None, lines: Sequence[Scores], below: Role | None, first: int) -> Stretch:
        """The best sequence between two lines whose roles are certain; None stands for the dump's edge."""
        key = (above, below, *(tuple(scores.items()) for scores in lines))
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            start = self._start if above is None else self._steps[above]
            found = _best(start, lines, below, self._steps)
            if found.stuck is not None and self._any_step is not None:
                steps = {role: {**self._any_step, **listed} for role, listed in self._steps.items()}
                found = _best({**self._any_step, **start}, lines, below, steps)
            self._known[key] = found
        if found.stuck is not None:
            raise ValueError(f"no role fits line {first + found.stuck + 1} of the run")
        return found


REMEMBERED = 20_000
"""Stretches that are remembered at a time."""


class Stretch(NamedTuple):
    """What was chosen for a stretch of lines, or the index of the first line that no role fits."""

    choices: tuple[Choice, ...] = ()
    stuck: int | None = None


def decode(lines: Sequence[Scores], start: Scores, steps: Mapping[Role, Scores]) -> list[Choice]:
    """The best sequence; see `Decoder.decode`."""
    return Decoder(start, steps).decode(lines)


def _best(start: Scores, lines: Sequence[Scores], below: Role | None, steps: Mapping[Role, Scores]) -> Stretch:
    """The best sequence of the lines that begins by a step of `start` and, where there is a line below, leads to it."""
    forward: list[dict[Role, float]] = [
        {role: score + start[role] for role, score in lines[0].items() if role in start}
    ]
    back: list[dict[Role, Role]] = [{}]
    for scores in lines[1:] if below is None else (*lines[1:], {below: 0.0}):
        best: dict[Role, float] = {}
        origin: dict[Role, Role] = {}
        before = [(previous, value, steps[previous]) for previous, value in forward[-1].items()]
        for role, score in scores.items():
            most = IMPOSSIBLE
            for previous, value, leads in before:
                if role in leads and value + leads[role] > most:
                    most = value + leads[role]
                    origin[role] = previous
            if most > IMPOSSIBLE:
                best[role] = most + score
        if not best:
            break
        forward.append(best)
        back.append(origin)
    size = len(lines) + (below is not None)
    if not forward[0] or len(forward) < size:
        return Stretch(stuck=0 if not forward[0] else len(forward))

    backward: list[dict[Role, float]] = [dict.fromkeys(forward[-1], 0.0)]
    for index in range(size - 1, 0, -1):
        scores = {} if index == len(lines) else lines[index]
        after = [(following, scores.get(following, 0.0) + value) for following, value in backward[-1].items()]
        values: dict[Role, float] = {}
        for role in forward[index - 1]:
            leads = steps[role]
            most = IMPOSSIBLE
            for following, value in after:
                if following in leads and leads[following] + value > most:
                    most = leads[following] + value
            values[role] = most
        backward.append(values)
    backward.reverse()

    role = max(forward[-1], key=forward[-1].__getitem__)
    total = forward[-1][role]
    path = [role]
    for origin in reversed(back[1:]):
        path.append(origin[path[-1]])
    path.reverse()

    choices = []
    for index, role in enumerate(path[: len(lines)]):
        behind = backward[index]
        runner_up: Role | None = None
        most = IMPOSSIBLE
        for other, value in forward[index].items():
            if other is not role and value + behind[other] > most:
                runner_up, most = other, value + behind[other]
        choices.append(
            Choice(
                role=role,
                step=start[role] if index == 0 else steps[path[index - 1]][role],
                runner_up=runner_up,
                margin=None if runner_up is None else total - most,
            )
        )
    return Stretch(tuple(choices))
