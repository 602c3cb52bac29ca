"""Outlets and sections are found where a story or its page names them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_lines import lines_of, slices

from segmenter.config import default_settings
from segmenter.model import PageFacts, Role
from segmenter.tagging.pages import read_page
from segmenter.tagging.sources import read_sources

TABLE = Path(__file__).with_name("sources.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
SETTINGS = default_settings()


def test_the_table_holds_what_it_should() -> None:
    assert len(ROWS) >= 50
    assert sum(row[1] == "-" for row in ROWS) >= 8
    assert all(len(row) == 4 for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[3]}: {row[0][:40]}")
def test_each_story_names_the_outlet_and_section_that_the_table_says(row: list[str]) -> None:
    lines = lines_of(row[0], " ⏎ ")
    headline = next(line.number for line in lines if line.role is Role.HEADLINE)
    of_the_page = [line for line in lines if line.role is Role.FURNITURE and line.number < headline]
    story = [line for line in lines if line not in of_the_page]
    found = read_sources(story, (), read_page(of_the_page, SETTINGS), SETTINGS)
    assert (found.source or "-", found.section or "-") == (row[1], row[2])
    assert slices(lines, found.evidence) == [item.raw for item in found.evidence]
    assert [item.value for item in found.evidence if item.field == "source"][:1] == [row[1]] * (row[1] != "-")


def test_rivals_are_listed_after_the_chosen_outlet() -> None:
    lines = lines_of(
        "H|老街修缮月底完工\nM|2018年09月18日 10:26 青石在线\nM|来源：青石日报\nP|摊主开张。（来源：青石晚报）"
    )
    found = read_sources(lines, (), PageFacts(), SETTINGS)
    assert [(item.value, item.cue) for item in found.evidence] == [
        ("青石日报", "source.label/metadata.source-label"),
        ("青石在线", "source.beside-the-date/metadata.time-then-outlet"),
        ("青石晚报", "source.at-the-end/sources.credit-at-end"),
    ]


def test_a_credited_person_is_no_outlet() -> None:
    lines = lines_of("H|老街修缮月底完工\nM|2011-03-09 10:51:59 阿依努尔\nP|摊主们早早开了张。")
    assert read_sources(lines, (), PageFacts(), SETTINGS).source == "阿依努尔"
    assert read_sources(lines, (), PageFacts(), SETTINGS, {"阿依努尔"}).source is None
