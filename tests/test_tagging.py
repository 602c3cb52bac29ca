"""Fields are read whole: each value with its place, and a page's facts shared by its stories."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_lines import lines_of, slices

from segmenter.config import default_settings
from segmenter.cues import metadata
from segmenter.model import Line, PageFacts, Person, Role
from segmenter.reading.folding import fold
from segmenter.tagging import read_fields, read_page
from segmenter.tagging.dates import read_date

SETTINGS = default_settings()

PAGE = lines_of(
    "F|来源: 青石在线\n"
    "F|2024-05-15 07:24:36\n"
    "F|发布于:青石县\n"
    "F|声明:该文观点仅代表作者本人。\n"
    "F|Copyright © 2023 Qingshi All Rights Reserved"
)
STORY = lines_of(
    "\n\n\n\n\n\n\n\n\n"
    "H|青石镇议事会第十一次会议召开\n"
    "D|镇长出席并讲话\n"
    "L|  本报讯 记者柳晓军 实习生方静怡报道:7月31日,青石镇议事会第十一次会议召开。\n"
    "P|会议听取了1300名居民的意见,讨论了9+1条道路的修缮。"
)


def test_a_page_states_its_stamp_its_outlet_and_its_year() -> None:
    page = read_page(PAGE, SETTINGS)
    assert (page.published, page.source, page.years) == ("2024-05-15T07:24:36", "青石在线", (2023,))
    assert slices(PAGE, page.evidence) == [item.raw for item in page.evidence]
    assert [item.field for item in page.evidence] == ["published", "source", "year"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("青石日报 2024年5月15日 星期三 第03版 要闻", "2024-05-15"),
        ("2024年5月15日  星期三  农历甲辰年四月初八", "2024-05-15"),
        ("Port Alder Post  Wednesday, May 15, 2024  Page A3", "2024-05-15"),
        ("PORT ALDER NEWS SERVICE -- 11-MAR-1987", "1987-03-11"),
        ("《青石新闻》 (20230604)", "2023-06-04"),
        ("Newsletter 20250911-grid-outage", "2025-09-11"),
        ("青石日報　港聞　A8　2024-05-15", "2024-05-15"),
        ("PORT ALDER OBSERVER | OPINION | Tuesday, May 14, 2024", "2024-05-14"),
        ("青石社2024年5月15日发稿单 共4条", "2024-05-15"),
        ("ALDER NEWS SERVICE — Tuesday, May 14, 2024 — END OF FILE", "2024-05-14"),
        ("老桥 通车 2024年5月15日 镇上的人都来了", None),
        ("2019年5月7日老桥通车", None),
        ("【2024年5月15日】", "2024-05-15"),
        ("2000年5月7日青石老桥通车 从这一刻开始全镇的人都走上了新的道路", None),
        ("Copyright © 2024-05-15 Port Alder Post", None),
        ("https://news.example.hk/k2/1799423-20250408.htm", None),
        ("更新时间：2024-05-15", None),
    ],
)
def test_what_is_a_page_s_date(line: str, published: str | None) -> None:
    assert read_page(lines_of(f"F|{line}"), SETTINGS).published == published


def test_rival_stamps_of_a_page_are_listed() -> None:
    page = read_page(lines_of("F|2024-05-15 07:24\nF|青石日报 2024年5月14日 第3版"), SETTINGS)
    assert [(item.value, item.line) for item in page.evidence if item.field == "published"] == [
        ("2024-05-15T07:24:00", 1),
        ("2024-05-14", 2),
    ]


def test_a_story_s_fields_with_their_places() -> None:
    fields = read_fields(STORY, read_page(PAGE, SETTINGS), SETTINGS)
    assert fields.byline == (Person("柳晓军", "reporter"), Person("方静怡", "intern"))
    assert (fields.dateline.agency, fields.dateline.date) == ("本报", "2023-07-31")
    assert (fields.published, fields.source) == ("2023-07-31", "青石在线")
    assert fields.warnings == ("published: year inferred",)
    everything = [*PAGE, *STORY]
    assert slices(everything, fields.evidence) == [item.raw for item in fields.evidence]
    chosen = {item.field: item for item in reversed(fields.evidence)}
    assert (chosen["published"].raw, chosen["published"].line, chosen["published"].column) == ("7月31日", 12, 22)
    assert chosen["published"].inferred


def test_a_story_without_a_date_of_its_own_takes_the_page_s_day() -> None:
    story = lines_of("\n" * 9 + "H|青石镇奋力冲刺首季“开门红”\nP|车间里机声隆隆,工人各就各位。")
    fields = read_fields(story, read_page(PAGE, SETTINGS), SETTINGS)
    assert (fields.published, fields.source, fields.warnings) == ("2024-05-15", "青石在线", ())


def test_a_line_that_the_page_was_read_from_is_not_the_story_s_own() -> None:
    stamp = lines_of("M|2024-05-15 07:24:36")
    story = lines_of("\n\nH|青石镇奋力冲刺首季“开门红”\nP|车间里机声隆隆,工人各就各位。")
    assert read_fields(story, read_page(stamp, SETTINGS), SETTINGS, stamp).published == "2024-05-15"
    assert read_fields(story, PageFacts(), SETTINGS, stamp).published == "2024-05-15T07:24:36"


def test_the_rough_shape_of_the_cues_covers_every_date_that_is_read() -> None:
    rows = (Path(__file__).with_name("dates.tsv")).read_text(encoding="utf-8").splitlines()
    forms = [row.split("\t") for row in rows if row.startswith("find\t")]
    seen = 0
    for _, text, stated, expected, *_ in forms:
        reading = read_date(fold(text))
        # Dates with a year of two digits are printed in datelines only, lunar ones in text and beside others.
        if (
            "历" in fold(text)
            or stated != "-"
            or len(expected) < 10
            or reading is None
            or text[-2:] in ("90", "68")
            or "EFE" in text
        ):
            continue
        piece = fold(text)[reading.start : reading.end]
        found = [cue.match(piece, SETTINGS.lexicon) for cue in metadata.CUES if "(?P<date>" in cue.pattern]
        assert piece in [match["date"] for match in found if match], piece
        seen += 1
    assert seen >= 50


LETTERS = "".join(role.value for role in Role)
PIECES = [
    *("2024-05-15 07:24", "5月15日", "来源：", "青石日报", "2024年2月30日", "March 5, 2019", "(c) 2019 "),
    *("LENGTH: 24 words", "https://a.example/20250408.htm", "（編輯：柳某）1120801", "3/4/2021"),
    *("民國112年8月1日", " | ", "　", "昨日", "(ax24, 1 minute read)"),
    *string.punctuation,
]


@given(
    st.lists(st.tuples(st.sampled_from(LETTERS), st.lists(st.sampled_from(PIECES), max_size=6)), max_size=8),
    st.lists(st.lists(st.sampled_from(PIECES), max_size=6), max_size=4),
)
def test_any_lines_give_fields_whose_evidence_stands_where_it_says(
    story: list[tuple[str, list[str]]], furniture: list[list[str]]
) -> None:
    page_lines = [Line(n, "".join(p), fold("".join(p)), Role.FURNITURE) for n, p in enumerate(furniture, 1)]
    lines = [Line(n, "".join(p), fold("".join(p)), Role(letter)) for n, (letter, p) in enumerate(story, 10)]
    fields = read_fields(lines, read_page(page_lines, SETTINGS), SETTINGS, page_lines)
    everything = [*page_lines, *lines]
    assert slices(everything, fields.evidence) == [item.raw for item in fields.evidence]
    for name, value in (("published", fields.published), ("source", fields.source), ("section", fields.section)):
        told = [item.value for item in fields.evidence if item.field == name]
        assert told[:1] == ([value] if value else [])
    assert read_fields(lines, read_page(page_lines, SETTINGS), SETTINGS, page_lines) == fields
