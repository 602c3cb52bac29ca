"""Story files: front matter that every YAML reader reads back as the same text, then the text, verbatim."""


import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import STORY

from segmenter.model import Dateline
from segmenter.rendering.markdown import is_version_of, markdown

DIGEST = "0" * 63 + "1"


def front_matter(text: str) -> dict[str, object]:
    empty, head, _ = text.split("---\n", 2)
    assert empty == ""
    values = yaml.safe_load(head)
    assert isinstance(values, dict)
    return values


def test_a_story_file_as_it_stands() -> None:
    assert markdown(STORY, "早报/3月.txt", DIGEST) == """\
---
title: 青石桥早市搬进新棚
subtitle: 摊位费三年不涨
date: '2024-03-05'
author:
- 罗一苇
byline:
- name: 罗一苇
  role: reporter
- name: 罗一苇
  role: photographer
- name: 谷雨
  role: editor
dateline:
  place: 溪口
  agency: 本报
  date: '2024-03-05'
  raw: 本报溪口3月5日讯
source: 溪口日报
language: zh-Hans
confidence: 0.9
warnings:
- 'published: year inferred'
id: 5d1fae03b7c2
origin:
  file: 早报/3月.txt
  lines: [7, 9]
  hash: '0000000000000000000000000000000000000000000000000000000000000001'
---

　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。

- “不用再看天。”卖豆腐的老周说。
"""


def test_what_a_story_does_not_say_is_left_out() -> None:
    bare = STORY._replace(
        deck=None, byline=(), dateline=Dateline(), published=None, source=None, warnings=(), paragraphs=()
    )
    text = markdown(bare, "-", DIGEST)
    assert list(front_matter(text)) == ["title", "language", "confidence", "id", "origin"]
    assert text.endswith("\n---\n")


LOOKALIKES = [
    "no", "Yes", "y", "on", "null", "~", "true", "12:30", "12:30:00", "1e5", "12345678e901", "0o17", "0x1F", ".5", "+1",
    "-", "1_000", "2024-05-15", "2022-11", "2024-05-15T07:24:36+08:00", "---", "...", "@编辑部", "%tag", "`code`",
    "# 一", "一 # 二", "a: b", "a:", "- a", "? a", "! a", "!!int 3", "& a", "* a", "> a", "| a", "[1]", "{a}", "'", '"',
    "''", "\\U0001F600", " 前", "后 ", "《“双减”》：‘一年’考", "😀 𬭚", "<<", "=", "长" * 3000,
    "a\u2028b", "a\x85b", "\ufeffa", "a\tb", "a\nb", "a\r\nb", "\x1b[31m", "\ue000", "\ufffd",
]  # fmt: skip


@pytest.mark.parametrize("text", LOOKALIKES)
def test_text_that_looks_like_something_else_comes_back_as_text(text: str) -> None:
    values = front_matter(markdown(STORY._replace(headline=text, section=text), text, DIGEST))
    assert (values["title"], values["section"]) == (text, text)
    assert isinstance(values["origin"], dict)
    assert values["origin"]["file"] == text


@pytest.mark.parametrize(
    "text",
    ["y", "N", "1e5", "12345678e901", "0o17", "0x1F", "2022-11", "2024-05-15T07:24+08:00", "+1", ".5", "1_000"],
)
def test_what_only_other_readers_misread_stands_in_quotes(text: str) -> None:
    assert f"title: '{text}'\n" in markdown(STORY._replace(headline=text), "-", DIGEST)


@pytest.mark.parametrize("text", ["邓小平同志", "😀 开门", "北京𬭚展"])
def test_characters_of_any_plane_stay_readable(text: str) -> None:
    assert f"title: {text}\n" in markdown(STORY._replace(headline=text), "-", DIGEST)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_headline_comes_back(text: str) -> None:
    assert front_matter(markdown(STORY._replace(headline=text), "-", DIGEST))["title"] == text


def test_a_file_name_that_is_not_utf8_is_written_with_a_replacement() -> None:
    values = front_matter(markdown(STORY, "caf\udce9.txt", DIGEST))
    assert values["origin"] == {"file": "caf\ufffd.txt", "lines": [7, 9], "hash": DIGEST}


OTHER = STORY._replace(id="77aa0c3b1e90", headline="另一篇")


@pytest.mark.parametrize(
    ("present", "same"),
    [
        (markdown(STORY, "moved.txt", DIGEST), True),
        (markdown(OTHER, "dump.txt", DIGEST), True),
        (markdown(OTHER, "moved.txt", DIGEST), False),
        ("---\ntitle: 手写的一篇\n---\n\n正文\n", False),
        ("---\norigin: [unclosed\n---\n", False),
        ("---\n\x00\n---\n", False),
        ("手记\n---\norigin:\n  file: dump.txt\n---\n", False),
        ("", False),
    ],
)
def test_only_a_version_of_the_story_or_its_dump_is_taken_for_ours(present: str, same: bool) -> None:
    assert is_version_of(present.encode(), {STORY.id}, "dump.txt") is same


def test_two_dumps_from_standard_input_are_not_the_same_dump() -> None:
    assert not is_version_of(markdown(OTHER, "-", DIGEST).encode(), {STORY.id}, "-")
