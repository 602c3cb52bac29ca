"""Say line by line why each line of a dump has its role: for people as text, for machines as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from segmenter.model import Decision, Line, Role
from segmenter.rendering.records import json_line

Piece = tuple[str, str | None]
"""Some text and the name of its colour."""

COLOURS: Final = {
    Role.KICKER: "cyan",
    Role.HEADLINE: "green",
    Role.DECK: "cyan",
    Role.BYLINE: "yellow",
    Role.METADATA: "yellow",
    Role.LEDE: "blue",
    Role.SUBHEAD: "magenta",
    Role.CAPTION: "magenta",
    Role.FURNITURE: "bright_black",
    Role.SEPARATOR: "bright_black",
}
SHOWN: Final = 72
"""Characters of a line that are shown."""

CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
"""What a terminal would obey, or would break a line."""


def explained(judged: Sequence[tuple[Line, Decision]]) -> Iterator[list[Piece]]:
    """The explanation as rows for a terminal, each a list of pieces."""
    width = max((len(str(line.number)) for line, _ in judged), default=1)
    margin = " " * (width + 3)
    for line, decision in judged:
        colour = COLOURS.get(decision.role)
        yield [(f"{line.number:>{width}} ", None), (f"{decision.role.value} ", colour), (_short(line.text), colour)]
        yield [(margin + _verdict(decision), None)]
        for reason in decision.reasons:
            place = "" if reason.matched is None else f"  column {reason.column}: {_short(reason.matched)}"
            yield [(f"{margin}{reason.weight:+7.2f}  {reason.cue}", None), (place, "bright_black")]


def as_json(judged: Sequence[tuple[Line, Decision]]) -> str:
    """The explanation as a JSON array, an element a line."""
    return "[\n" + ",\n".join(json_line(_values(line, decision)) for line, decision in judged) + "\n]\n"


def _values(line: Line, decision: Decision) -> dict[str, Any]:
    return {
        "line": line.number,
        "text": line.text,
        "role": decision.role.name.lower(),
        "score": decision.score,
        "runner_up": decision.runner_up and decision.runner_up.name.lower(),
        "margin": decision.margin,
        "reasons": [
            {"cue": reason.cue, "weight": reason.weight, "column": reason.column, "matched": reason.matched}
            for reason in decision.reasons
        ],
    }


def _verdict(decision: Decision) -> str:
    verdict = f"{decision.role.name.lower()} {decision.score:.2f}"
    if decision.runner_up is None or decision.margin is None:
        return f"{verdict}; nothing else fits"
    return f"{verdict}; next best {decision.runner_up.name.lower()}, worse by {decision.margin:.2f}"


def _short(text: str) -> str:
    text = CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.expandtabs(1))
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
