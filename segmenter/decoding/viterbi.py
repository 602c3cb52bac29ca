"""Find the likeliest sequence of roles for a run of lines, and how much worse it would be to deny each one.

Max-sum over a chain (Viterbi 1967), forwards and backwards, so that every line gets its max-marginals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from segmenter.model import Role

Scores = Mapping[Role, float]


class Choice(NamedTuple):
    """What was chosen for one line."""

    role: Role
    step: float
    """Weight of the step from the line before."""
    runner_up: Role | None
    margin: float | None
    """Score of the best whole sequence less that of the best one that denies the line its role."""


def decode(lines: Sequence[Scores], start: Scores, steps: Mapping[Role, Scores]) -> list[Choice]:
    """The best sequence. A role without a score on a line, or a step without one, is impossible.

    Raises ValueError where no sequence is possible.
    """
    if not lines:
        return []
    forward: list[dict[Role, float]] = [
        {role: score + start[role] for role, score in lines[0].items() if role in start}
    ]
    if not forward[0]:
        raise ValueError("no role fits line 1 of the run")
    back: list[dict[Role, Role]] = [{}]
    for scores in lines[1:]:
        best: dict[Role, float] = {}
        origin: dict[Role, Role] = {}
        before = forward[-1]
        for role, score in scores.items():
            for previous, value in before.items():
                step = steps[previous].get(role)
                if step is not None and (role not in best or value + step + score > best[role]):
                    best[role] = value + step + score
                    origin[role] = previous
        if not best:
            raise ValueError(f"no role fits line {len(forward) + 1} of the run")
        forward.append(best)
        back.append(origin)

    backward: list[dict[Role, float]] = [dict.fromkeys(forward[-1], 0.0)]
    for index in range(len(lines) - 1, 0, -1):
        after, scores = backward[-1], lines[index]
        backward.append(
            {
                role: max(
                    (steps[role][following] + scores[following] + value
                     for following, value in after.items() if following in steps[role]),
                    default=float("-inf"),
                )
                for role in forward[index - 1]
            }
        )  # fmt: skip
    backward.reverse()

    role = max(forward[-1], key=lambda candidate: forward[-1][candidate])
    total = forward[-1][role]
    path = [role]
    for origin in reversed(back[1:]):
        path.append(origin[path[-1]])
    path.reverse()

    choices = []
    for index, role in enumerate(path):
        others = {other: value + backward[index][other] for other, value in forward[index].items() if other is not role}
        runner_up = max(others, key=lambda other: others[other], default=None)
        impossible = runner_up is None or others[runner_up] == float("-inf")
        choices.append(
            Choice(
                role=role,
                step=start[role] if index == 0 else steps[path[index - 1]][role],
                runner_up=None if impossible else runner_up,
                margin=None if impossible or runner_up is None else total - others[runner_up],
            )
        )
    return choices
