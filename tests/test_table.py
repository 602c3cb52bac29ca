"""CSV: a row a story, from which the csv module reads every text back, guarded against formulas only on request."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import BARE, FULL, HOSTILE, STORY

from segmenter.config import FormatSettings, default_settings
from segmenter.model import Story
from segmenter.rendering.records import record
from segmenter.rendering.table import COLUMNS, TableWriter


def table(stories: list[Story], file: str = "quay/dump.txt", **choices: Any) -> bytes:
    stream = io.BytesIO()
    writer = TableWriter(stream, replace(default_settings(), formats=FormatSettings(**choices)))
    for story in stories:
        writer.add(record(story, file))
    writer.close()
    return stream.getvalue()


def read(data: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline="")))


def test_a_table_as_it_stands() -> None:
    assert table([STORY]).decode() == (
        ",".join(COLUMNS) + "\r\n"
        '5d1fae03b7c2,quay/dump.txt,2,7,9,青石桥早市搬进新棚,7,,摊位费三年不涨,"罗一苇 (reporter)\n罗一苇 '
        '(photographer)\n谷雨 (editor)",溪口,,本报,,2024-03-05,本报溪口3月5日讯,2024-03-05,溪口日报,,zh-Hans,'
        '"　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。\n\n- “不用再看天。”卖豆腐的老周说。",'
        '0.9,published: year inferred,"{""field"": ""published"", ""value"": ""2024-03-05"", ""raw"": ""3月5日"", '
        '""line"": 9, ""column"": 7, ""cue"": ""dates.month-day"", ""inferred"": true}"\r\n'
    )


def test_what_a_story_does_not_say_is_an_empty_cell() -> None:
    (cells,) = read(table([BARE]))
    assert {name: cell for name, cell in cells.items() if cell} == {
        "id": "0f0f0f0f0f0f",
        "file": "quay/dump.txt",
        "ordinal": "1",
        "first_line": "1",
        "last_line": "1",
        "headline_line": "1",
        "language": "zh-Hans",
        "confidence": "0.0",
    }


def test_a_run_without_stories_is_the_header() -> None:
    assert table([]).decode() == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back(text: str) -> None:
    story = FULL._replace(headline=text, section=text, paragraphs=(text, text), warnings=(text,))
    first, second = read(table([story, STORY], file=text))
    assert [first[name] for name in ("headline", "section", "file", "warnings")] == [text] * 4
    assert first["text"] == f"{text}\n\n{text}"
    assert second["id"] == STORY.id


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_headline_comes_back_guarded_or_not(text: str) -> None:
    story = STORY._replace(headline=text)
    assert read(table([story]))[0]["headline"] == text
    guarded = read(table([story], csv_guard_formulas=True))[0]["headline"]
    assert guarded.removeprefix("'") == text


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("- “一”", "'- “一”"),
        ("+86", "'+86"),
        ("@编辑部", "'@编辑部"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝一", "'＝一"),
        ("'90s", "''90s"),
        ("", ""),
        ("一=一", "一=一"),
        ("–一", "–一"),
        ("1-1", "1-1"),
    ],
)
def test_what_a_spreadsheet_might_run_is_guarded_on_request(text: str, guarded: str) -> None:
    (cells,) = read(table([STORY._replace(headline=text)], csv_guard_formulas=True))
    assert cells["headline"] == guarded
    assert cells["confidence"] == "0.9"


def test_a_byte_order_mark_stands_at_the_beginning_on_request() -> None:
    data = table([STORY], csv_bom=True)
    assert data == b"\xef\xbb\xbf" + table([STORY])
    assert read(data, "utf-8-sig") == read(table([STORY]))


def test_a_file_name_that_is_not_utf8_is_written_with_a_replacement() -> None:
    assert read(table([STORY], file="caf\udce9.txt"))[0]["file"] == "caf\ufffd.txt"
