"""Lines with roles, written short, for the tests of tagging."""

from __future__ import annotations

from collections.abc import Sequence

from segmenter.model import Evidence, Line, Role
from segmenter.reading.folding import fold


def lines_of(written: str, mark: str = "\n") -> list[Line]:
    """The lines of a text in which each stands behind its role's letter, as `H|headline`; blank lines are left out."""
    found = []
    for number, line in enumerate(written.split(mark), 1):
        if line.strip():
            letter, _, text = line.strip("\n").lstrip(" ").partition("|")
            text = text.replace(r"\|", "|")
            found.append(Line(number, text, fold(text), Role(letter)))
    return found


def slices(lines: Sequence[Line], evidence: Sequence[Evidence]) -> list[str]:
    """What stands in the lines where each evidence says that its raw text stands."""
    by_number = {line.number: line.text for line in lines}
    return [by_number[item.line][item.column - 1 : item.column - 1 + len(item.raw)] for item in evidence]
