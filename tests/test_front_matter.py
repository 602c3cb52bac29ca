"""Front matter is read with the place of each value, whatever an editor's program did to it, and cut without loss."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from stories import STORY

from segmenter.rendering.front_matter import FrontMatter, FrontMatterError, read_front_matter
from segmenter.rendering.markdown import front_matter, markdown

EDITED = """\
---
# checked by the night desk
title: 😀 青石桥早市搬进新棚   # not final
date: 2024-02-30
# for the web
tags: [早市, "a
# no comment
"]
byline:
- name: 罗一苇
  role: reporter
- name: 谷雨
origin: {file: 3月.txt, lines: [7, 9]}
# tail
---

正文
"""


def read(text: str) -> FrontMatter:
    found = read_front_matter(text.encode())
    assert found is not None
    return found


def test_what_was_written_is_read() -> None:
    found = read(markdown(STORY, "3月.txt", "0" * 64))
    assert found.values == front_matter(STORY, "3月.txt", "0" * 64)
    assert found.body.decode() == "\n" + "\n\n".join(STORY.paragraphs) + "\n"


def test_each_value_has_its_place() -> None:
    found = read(EDITED)
    lines = EDITED.splitlines()
    for path, key in {
        ("title",): "title:", ("date",): "date:", ("tags",): "tags:", ("byline",): "byline:",
        ("byline", 0): "- name: 罗一苇", ("byline", 0, "role"): "  role:", ("byline", 1, "name"): "- name: 谷雨",
        ("origin", "lines", 1): "origin:", ("byline", 1, "role"): "- name: 谷雨",
    }.items():  # fmt: skip
        assert lines[found.line(path) - 1].startswith(key)
    for path, typed in {
        ("title",): "😀 青石桥早市搬进新棚", ("date",): "2024-02-30", ("byline", 0, "role"): "reporter",
        ("origin", "lines"): "[7, 9]",
    }.items():  # fmt: skip
        place = found.places[path]
        assert found.head[place.start : place.end] == typed
    assert EDITED.encode()[found.head_offset :].decode().startswith(found.head)
    assert lines[found.body_line - 2 :] == ["---", "", "正文"]


def test_a_date_without_quotes_is_text_even_where_there_is_no_such_day() -> None:
    assert read(EDITED).values["date"] == "2024-02-30"


def test_the_head_is_cut_into_keys_with_the_comments_above_them() -> None:
    entries = read(EDITED).entries
    assert [entry.key for entry in entries] == ["title", "date", "tags", "byline", "origin"]
    assert entries[0].text.startswith("# checked by the night desk\n")
    assert entries[2].text == '# for the web\ntags: [早市, "a\n# no comment\n"]\n'
    assert entries[4].text.endswith("# tail\n")


@pytest.mark.parametrize(
    ("head", "repeated"),
    [
        ("a: 1\nb: 2\n", []),
        ("a: 1\nb: 2\na: 3\n", [(("a",), 4)]),
        ("a: {x: 1, x: 2}\n", [(("a", "x"), 2)]),
        ("a:\n- x: 1\n- x: 1\n", []),
        ("a: {x: 1}\na: {x: 2}\n", [(("a",), 3)]),
    ],
)
def test_a_key_that_stands_twice_is_told(head: str, repeated: list[object]) -> None:
    assert list(read(f"---\n{head}---\n").repeated) == repeated


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\n---\n\nb\n", "\ufeff---\ntitle: a\n---\n\nb\n", "---\r\ntitle: a\r\n---\r\n\r\nb\r\n",
        "--- \ntitle: a\n---\t\n\nb\n", "---\ntitle: a\n...\n\nb\n", "---\n{title: a}\n---\n\nb\n",
        "---\ntitle: a\n---",
        "---\ntitle: a\n---\n---\n",
    ],
)  # fmt: skip
def test_what_other_programs_make_of_the_fences_is_read(text: str) -> None:
    assert read(text).values == {"title": "a"}


@pytest.mark.parametrize("text", ["", "正文\n", "----\ntitle: a\n----\n", "\n---\na: 1\n---\n", "# 一\n---\n"])
def test_other_text_has_no_front_matter(text: str) -> None:
    assert read_front_matter(text.encode()) is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\ntitle: a\n", 1, "not closed"),
        ("---", 1, "not closed"),
        ("---\nx: 1\ntitle: a: b\n---\n", 3, "not YAML: mapping values are not allowed"),
        ("---\nx: 1\n\ttitle: a\n---\n", 3, "not YAML"),
        ("---\nx: [\n---\n", 3, "not YAML"),
        ("---\nx: \x85\ntitle: 'a\n---\n", 4, "not YAML"),
        ("---\nx: 1\ntitle: \x07\n---\n", 3, "control character"),
        ("---\nx: !!int a\n---\n", 2, "does not fit its type"),
        ("---\nx: !!timestamp a\n---\n", 2, "does not fit its type"),
        ("---\nx: !secret a\n---\n", 2, "not YAML"),
        ("---\nsome words\n---\n", 2, "no keys"),
        ("---\n- a\n---\n", 2, "no keys"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(FrontMatterError, match=message) as caught:
        read_front_matter(text.encode())
    assert caught.value.line == line


def test_front_matter_that_is_not_utf8_is_said_with_its_line() -> None:
    with pytest.raises(FrontMatterError, match="not UTF-8") as caught:
        read_front_matter("---\nid: x\ntitle: 早市\n---\n".encode("gb18030"))
    assert caught.value.line == 3


def test_aliases_that_lead_in_a_circle_or_to_billions_end() -> None:
    assert "a" in read("---\na: &a [*a]\n---\n").values
    steps = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    assert len(read(f"---\na0: &a0 [1]\n{steps}---\n").values) == 12


KEYS = st.lists(st.sampled_from(["title", "标签", "a b", "byline"]), unique=True, min_size=1)
VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3),
    max_leaves=6,
)


@given(KEYS, st.data(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "# note\n", "\n", "# a\n\n# b\n"]))
def test_the_entries_joined_are_the_head_and_each_gives_its_value(
    keys: list[str], data: st.DataObject, end: str, between: str
) -> None:
    values = {key: data.draw(VALUES) for key in keys}
    dumps = [yaml.safe_dump({key: value}, allow_unicode=True) for key, value in values.items()]
    head = between.join(["", *dumps, ""]).replace("\n", end)
    found = read(f"---{end}{head}---{end}text")
    assert "".join(entry.text for entry in found.entries) == found.head == head
    assert [entry.key for entry in found.entries] == keys
    for entry in found.entries:
        alone = read(f"---{end}{entry.text}---{end}").values
        assert alone == {entry.key: found.values[entry.key]}
