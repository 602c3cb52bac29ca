"""Where a large dump is cut is a rule of its text: a stream, the whole, and the rest from any cut come out alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from benchmarks.dumps import chinese_wire, english_wire

from segmenter.config import default_settings
from segmenter.model import Story
from segmenter.pipeline import split, split_stream
from segmenter.reading.encoding import split_lines
from segmenter.running.dumps import Dump, Work
from segmenter.running.sections import take_apart_in_sections
from segmenter.stories import sections

SETTINGS = default_settings()
DUMPS = {
    "chinese": chinese_wire(90_000),
    "english": english_wire(60_000),
    "both": chinese_wire(60_000, 2) + "\n***\n\n" + english_wire(30_000, 2),
    "one line": "a" * 50_000,
    "no headline": "　　清溪河的水位今天又涨了一点，沿岸的人都在看。\n" * 2_000,
    "single characters": "一\n" * 9_000,
}


@pytest.fixture(autouse=True)
def small_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "SIZE", 8_000)
    monkeypatch.setattr(sections, "WINDOW", 4_000)
    monkeypatch.setattr(sections, "LARGEST", 14_000)


def parts(text: str) -> list[sections.Section]:
    return list(sections.sections(split_lines(text), SETTINGS))


def moved(story: Story, lines: int, ordinals: int) -> Story:
    """The story as it is where so many lines and stories stand above it."""
    return story._replace(
        ordinal=story.ordinal + ordinals,
        lines=(story.lines[0] + lines, story.lines[1] + lines),
        headline_line=story.headline_line + lines,
        evidence=tuple(item._replace(line=item.line + lines) for item in story.evidence),
    )


@pytest.mark.parametrize("name", DUMPS)
def test_sections_are_all_lines_in_their_order(name: str) -> None:
    lines, found = split_lines(DUMPS[name]), parts(DUMPS[name])
    assert [line for part in found for line in part.lines] == lines
    first = 1
    for part in found:
        assert part.first == first
        first += len(part.lines)


@pytest.mark.parametrize("name", [name for name in DUMPS if name != "one line"])
def test_no_section_is_much_larger_than_the_limit(name: str) -> None:
    assert len(parts(DUMPS[name])) >= 2
    assert max(sum(map(len, part.lines)) for part in parts(DUMPS[name])) < sections.LARGEST + 1_000


def test_short_lines_make_no_section_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "LINES", 1_000)
    monkeypatch.setattr(sections, "WINDOW", 500)
    lengths = [len(part.lines) for part in parts(DUMPS["single characters"])]
    assert len(lengths) >= 4
    assert max(lengths) <= 2 * sections.LINES + sections.WINDOW
    assert max(len(part.lines) for part in parts(DUMPS["chinese"])) < sections.LINES


def test_a_section_begins_with_a_headline() -> None:
    found = parts(DUMPS["chinese"])
    assert len(found) >= 3
    for part in found[1:]:
        assert part.lines[0] and not part.lines[0].startswith("　"), part.lines[0]


@pytest.mark.parametrize("name", DUMPS)
def test_a_stream_gives_the_stories_of_the_whole(name: str) -> None:
    assert tuple(split_stream(iter(split_lines(DUMPS[name])))) == split(DUMPS[name]).stories


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_give_the_stories_of_the_whole(jobs: int) -> None:
    lines, work = split_lines(DUMPS["both"]), Work(SETTINGS, ("jsonl",), for_folder=True)
    pieces = list(take_apart_in_sections(iter(lines), work, "both.txt", "abc", jobs))
    whole = work.rendered(Dump("both.txt", "abc", 0, "", 0, split(DUMPS["both"]), None))
    assert len(pieces) > 2
    assert tuple(story for piece in pieces for story in piece.stories) == whole


@pytest.mark.parametrize("name", ["chinese", "english", "both"])
def test_the_rest_from_any_cut_gives_the_same_stories(name: str) -> None:
    lines, whole = split_lines(DUMPS[name]), split(DUMPS[name]).stories
    for part in parts(DUMPS[name])[1:]:
        told = [story for story in whole if story.lines[0] < part.first]
        rest = split("\n".join(lines[part.first - 1 :])).stories
        assert tuple(moved(story, part.first - 1, len(told)) for story in rest) == whole[len(told) :]


def test_first_stories_come_before_the_last_lines_are_read() -> None:
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for line in split_lines(DUMPS["chinese"]):
            taken += 1
            yield line

    next(split_stream(lines()))
    assert 0 < taken < len(split_lines(DUMPS["chinese"])) / 2


@pytest.mark.parametrize("name", DUMPS)
def test_sections_are_explained_and_accounted_for_like_one_dump(name: str) -> None:
    document, lines = split(DUMPS[name]), split_lines(DUMPS[name])
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    assert [line.number for line in document.lines] == filled
    assert [decision.line for decision in document.decisions] == filled
    told = [number for first, last in (*(s.lines for s in document.stories), *document.furniture)
            for number in range(first, last + 1) if lines[number - 1].strip()]  # fmt: skip
    assert sorted(told) == filled
    assert [story.ordinal for story in document.stories] == list(range(1, len(document.stories) + 1))
