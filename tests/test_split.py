"""Gutter fixtures: the role of every line of one situation, a letter before each line.

The letters are those of `segmenter.model.Role`; a blank line has none. The first line says what the fixture shows.
"""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from segmenter import split

FIXTURES = sorted((Path(__file__).parent / "split").glob("*.txt"))
_SHORT = "six characters or fewer, no space around and few words to compare: read as a subhead"
_DIGEST = "a digest's items are told from stories only where the dump's other headlines teach its template"
KNOWN_FAILURES: dict[str, str] = {
    "digest-under-one-headline": _DIGEST,
    "headline-exclamation-and-quotation-mark": "ends in an ellipsis and recurs with no word of its story",
    "headline-of-four-characters": _SHORT,
    "headlines-and-text-without-gaps": _SHORT,
    "in-brief-english": _DIGEST,
    "kickers-in-a-dense-page": "two short lines, no name of a series: the first is read as the story above",
}
"""Fixtures that do not pass yet, with the reason; one that passes by accident is noticed."""


def read(path: Path) -> tuple[str, str]:
    """The fixture's text and its letters, one a line."""
    rows = path.read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("# "), f"{path.name}: the first line says what the fixture shows"
    cells = [row.split("|", 1) for row in rows[1:]]
    assert all(len(cell) == 2 and len(cell[0]) == 1 for cell in cells), path.name
    return "\n".join(text for _, text in cells), "".join(letter for letter, _ in cells)


def test_the_fixtures_are_found() -> None:
    assert len(FIXTURES) >= 25


def marked(path: Path) -> object:
    reason = KNOWN_FAILURES.get(path.stem)
    return pytest.param(path, marks=pytest.mark.xfail(strict=True, reason=reason) if reason else (), id=path.stem)


@pytest.mark.parametrize("path", [marked(path) for path in FIXTURES])
def test_roles(path: Path) -> None:
    text, letters = read(path)
    found = [" "] * len(letters)
    for line in split(text).lines:
        found[line.number - 1] = line.role.value
    gutter = [f"{letter}|{line}" for letter, line in zip(found, text.split("\n"), strict=True)]
    wanted = [f"{letter}|{line}" for letter, line in zip(letters, text.split("\n"), strict=True)]
    assert gutter == wanted


def test_what_only_an_explanation_shows_is_like_a_tuple() -> None:
    document = split("大桥合龙\n　　清溪河大桥昨天合龙，两岸的人都来看，桥头挂起了红布。\n")
    lines = tuple(document.lines)
    assert document.lines == lines and lines == document.lines and document.lines != lines[:1]
    assert (document.lines[0], document.lines[-1:], len(document.lines)) == (lines[0], lines[-1:], 2)
    assert hash(document.lines) == hash(lines) and repr(document.lines) == repr(lines)
    assert pickle.loads(pickle.dumps(document)) == document
