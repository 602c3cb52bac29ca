"""The JSON record: its keys in their order, one object a line whatever the text holds."""

import json

import pytest
from stories import STORY

from segmenter.model import Dateline
from segmenter.rendering.records import are_records, record_line


def test_record_says_all_in_the_fixed_order() -> None:
    assert record_line(STORY, "早报/3月.txt") == (
        '{"id": "5d1fae03b7c2", "file": "早报/3月.txt", "ordinal": 2, "lines": [7, 9], '
        '"headline": "青石桥早市搬进新棚", "headline_line": 7, "kicker": null, "deck": "摊位费三年不涨", '
        '"byline": [{"name": "罗一苇", "role": "reporter"}, {"name": "罗一苇", "role": "photographer"}, '
        '{"name": "谷雨", "role": "editor"}], '
        '"dateline": {"place": "溪口", "region": null, "agency": "本报", "agency_id": null, "date": "2024-03-05", '
        '"raw": "本报溪口3月5日讯"}, '
        '"published": "2024-03-05", "source": "溪口日报", "section": null, "language": "zh-Hans", '
        '"paragraphs": ["　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。", '
        '"- “不用再看天。”卖豆腐的老周说。"], '
        '"confidence": 0.9, "warnings": ["published: year inferred"], '
        '"evidence": [{"field": "published", "value": "2024-03-05", "raw": "3月5日", "line": 9, "column": 7, '
        '"cue": "dates.month-day", "inferred": true}]}\n'
    )


def test_what_a_story_does_not_say_is_null_or_empty() -> None:
    bare = STORY._replace(deck=None, byline=(), dateline=Dateline(), published=None, source=None, evidence=())
    values = json.loads(record_line(bare, "-"))
    assert [values[name] for name in ("deck", "published", "source")] == [None] * 3
    assert values["byline"] == values["evidence"] == []
    assert set(values["dateline"].values()) == {None}


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\r", "\n", "\x7f", "\x9b", "\udce9"])
def test_any_mark_stays_inside_its_line_and_comes_back(mark: str) -> None:
    line = record_line(STORY._replace(headline=f"前{mark}后"), f"caf{mark}.txt")
    assert line.encode().decode().splitlines() == [line.removesuffix("\n")]
    values = json.loads(line)
    assert (values["headline"], values["file"]) == (f"前{mark}后", f"caf{mark}.txt")


@pytest.mark.parametrize(
    ("present", "ours"),
    [
        (b"", True),
        (record_line(STORY, "dump.txt").encode(), True),
        (b'{"id": 7, "name": "somebody else\'s"}\n', False),
        ("青石桥早市搬进新棚\n".encode(), False),
    ],
)
def test_only_records_or_an_empty_file_are_taken_for_ours(present: bytes, ours: bool) -> None:
    assert are_records(present) is ours
