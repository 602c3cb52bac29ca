"""Where, for whom and on which day: each row of `datelines.tsv` is one line as a story holds it, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_people import role_of, story

from segmenter.config import default_settings
from segmenter.model import Dateline, Line, Role
from segmenter.reading.folding import fold
from segmenter.tagging.datelines import read_dateline

ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("datelines.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]
SETTINGS = default_settings()


def test_the_table_was_found() -> None:
    assert len(ROWS) >= 150
    assert sum(not any(row[1:6]) for row in ROWS) >= 30
    assert {len(row) for row in ROWS} == {7}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_dateline(row: tuple[str, ...]) -> None:
    reading = read_dateline(story(row[0]), SETTINGS)
    dateline = reading.dateline
    day = ("+" if reading.day_follows else "") + (reading.day.text if reading.day else "")
    found = (dateline.place, dateline.region, dateline.agency, dateline.agency_id, day)
    assert tuple(value or "" for value in found) == row[1:6], row[6]


@pytest.mark.parametrize("text", [row[0] for row in ROWS if any(row[1:6])])
def test_what_is_said_is_a_slice_of_its_line(text: str) -> None:
    lines = story(text)
    reading = read_dateline(lines, SETTINGS)
    for entry in reading.evidence:
        line = lines[entry.line - 1].text
        assert line[entry.column - 1 : entry.column - 1 + len(entry.raw)] == entry.raw
    if reading.day is not None:
        line = lines[reading.day.line - 1].text
        assert line[reading.day.column - 1 : reading.day.column - 1 + len(reading.day.text)] == reading.day.text
    assert {entry.field: entry.value for entry in reversed(reading.evidence)} == {
        f"dateline.{name}": value
        for name in ("place", "region", "agency")
        if (value := getattr(reading.dateline, name)) is not None
    }


def lines_of(*texts: str) -> list[Line]:
    return [
        Line(number, text, fold(text), Role.HEADLINE if number == 1 else role_of(fold(text)))
        for number, text in enumerate(texts, 1)
    ]


def test_raw_is_the_dateline_as_printed() -> None:
    lines = lines_of("大桥合龙", "  本报讯 记者林远 实习生何舟报道:7月31日,清溪河大桥合龙。")
    assert read_dateline(lines, SETTINGS).dateline.raw == "本报讯 记者林远 实习生何舟报道"
    lines = lines_of("Farmers march", "NAIROBI, Kenya (AP) _ Police said")
    assert read_dateline(lines, SETTINGS).dateline.raw == "NAIROBI, Kenya (AP)"


def test_a_rival_outlet_is_listed_and_the_rule_is_named() -> None:
    lines = lines_of("大桥合龙", "青石日报记者 林远", "本报讯（记者何舟）清溪河大桥合龙。")
    found = [item for item in read_dateline(lines, SETTINGS).evidence if item.field == "dateline.agency"]
    assert [(item.value, item.cue) for item in found] == [
        ("本报", "dateline.opening/dateline.dayless-dispatch"),
        ("青石日报", "dateline.byline/byline.reporter-title"),
    ]


def test_a_caption_says_nothing_of_a_story_that_has_a_credit_of_its_own() -> None:
    lines = lines_of("大桥合龙", "8月1日，人们走过大桥。新华社记者林远摄", "记者：何舟", "清溪河大桥合龙。")
    assert read_dateline(lines, SETTINGS).dateline.agency is None


def test_a_caption_of_the_page_s_own_outlet_names_no_agency() -> None:
    lines = lines_of("大桥合龙", "人们走过大桥。（望潮电台记者林远摄）", "清溪河大桥合龙。")
    assert read_dateline(lines, SETTINGS).dateline.agency == "望潮电台"
    foot = Line(9, "© 望潮电台", "© 望潮电台", Role.FURNITURE)
    assert read_dateline(lines, SETTINGS, [foot]).dateline == Dateline()


def test_a_captions_agency_gives_way_to_the_datelines() -> None:
    lines = lines_of("大桥合龙", "8月1日，人们走过大桥。新华社记者林远摄", "本报讯（记者何舟）清溪河大桥合龙。")
    assert read_dateline(lines, SETTINGS).dateline.agency == "本报"


def test_a_byline_supplies_the_place_that_the_dateline_leaves_out() -> None:
    lines = lines_of("大桥合龙", "南都记者 林远 发自北京", "清溪河大桥合龙。")
    assert read_dateline(lines, SETTINGS).dateline.place == "北京"


def test_a_story_without_a_credit_has_no_dateline() -> None:
    reading = read_dateline(lines_of("大桥合龙", "清溪河大桥昨天合龙。"), SETTINGS)
    assert reading.dateline == Dateline()
    assert reading.day is None
    assert reading.evidence == ()
