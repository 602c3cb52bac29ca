"""The dump with which the project began comes out right, to the last field.

It is other people's text, so it lies outside the project, and what is wanted of it is said by lines.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from segmenter import split_file
from segmenter.model import Dateline, Document, Person

SEED = next(iter(sorted((Path(__file__).parent.parent.parent / "shared" / "seed").glob("*.txt"))), None)
FURNITURE = (1, 2, 44, 45, 46, 48, 50)

pytestmark = pytest.mark.skipif(SEED is None, reason="the seed dump is not here: ../shared/seed holds no text file")


@pytest.fixture(scope="module")
def document() -> Document:
    assert SEED is not None
    return split_file(SEED)


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The dump's lines; line N is `lines[N]`."""
    assert SEED is not None
    return ["", *SEED.read_text(encoding="utf-8").splitlines()]


def text_of(lines: list[str], *numbers: int) -> tuple[str, ...]:
    return tuple(lines[number].strip() for number in numbers)


def test_three_stories_and_nothing_of_the_page_in_them(document: Document, lines: list[str]) -> None:
    assert [story.lines for story in document.stories] == [(4, 18), (20, 28), (30, 42)]
    assert [story.ordinal for story in document.stories] == [1, 2, 3]
    outside = [number for first, last in document.furniture for number in range(first, last + 1) if lines[number]]
    assert tuple(outside) == FURNITURE
    for story in document.stories:
        whole = "\n".join((story.headline, story.deck or "", *story.paragraphs))
        assert not [number for number in FURNITURE if lines[number].strip() in whole]
        page_source = lines[1].removeprefix("来源: ")
        assert (story.kicker, story.source, story.section, story.language) == (None, page_source, None, "zh-Hans")
        assert 0 < story.confidence <= 1


@pytest.mark.parametrize(("index", "first", "last"), [(0, 4, 18), (1, 20, 28)])
def test_stories_without_a_credit(document: Document, lines: list[str], index: int, first: int, last: int) -> None:
    story = document.stories[index]
    assert (story.headline, story.headline_line, story.deck) == (lines[first], first, None)
    assert story.paragraphs == text_of(lines, *range(first + 2, last + 1, 2))
    assert (story.byline, story.dateline) == ((), Dateline())
    assert (story.published, story.warnings) == (lines[2][:10], ())
    assert {item.field for item in story.evidence} == {"published", "source"}


def test_the_story_with_a_deck_and_a_credit(document: Document, lines: list[str]) -> None:
    story = document.stories[2]
    credit = re.match(r"\s*(本报讯 记者(\S+) 实习生(\S+)报道):7月31日", lines[34])
    assert credit
    assert (story.headline, story.headline_line, story.deck) == (lines[30], 30, lines[32])
    assert story.paragraphs == text_of(lines, 34, 38, 42)
    assert story.byline == (Person(credit[2], "reporter"), Person(credit[3], "intern"))
    assert story.dateline == Dateline(agency="本报", agency_id="self", date="2023-07-31", raw=credit[1])


def test_its_year_is_inferred_and_says_so(document: Document) -> None:
    """The page's stamp is of the May after, ten months away; the year of its copyright agrees."""
    story = document.stories[2]
    assert story.published == "2023-07-31"
    assert story.warnings == ("published: year inferred",)
    found = {item.field: item for item in story.evidence if item.value == "2023-07-31"}
    assert found.keys() == {"published", "dateline.date"}
    for item in found.values():
        assert (item.raw, item.line, item.inferred) == ("7月31日", 34, True)


def test_evidence_stands_where_it_says(document: Document, lines: list[str]) -> None:
    for story in document.stories:
        assert story.evidence
        for item in story.evidence:
            assert lines[item.line][item.column - 1 :].startswith(item.raw), item
