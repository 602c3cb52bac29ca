"""The quick path of the front matter writes what PyYAML writes, and leaves alone what it does not know."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from segmenter.rendering.front_matter import Row, _checked
from segmenter.rendering.plain_yaml import quickly

USUAL: list[Any] = [
    "渡口复航",
    "“半日邮路”串起十二个山村",
    "24小时便民服务",
    "Ferry back in service, says council (again)",
    "/srv/dumps/page 1.txt",
    "2024-05-15",
    "2024-05",
    "2024-05-15T07:24:36",
    "2024-05-15T07:24:36+08:00",
    "9f2c61d0a3b4",
    "838eb15fc920",
    "published: year inferred",
    "The ferry's first year: a review",
    "ALDER <ALD> SEES [LOWER] {EARNINGS} | REPORT",
    "〔記者林遠／青石報導〕",
    "（文:林远）",
    "８月１日电",
    0.93,
    1.0,
    Row([30, 42]),
    ["林远", "Jane O'Neill"],
    ["published: year inferred", "headline: none found"],
    [{"name": "林远", "role": "reporter"}, {"name": "Ann Lee", "role": "editor"}],
    {"place": "青石", "date": "2024-05-15"},
    {"place": ["青石", "溪口"], "raw": {"text": "青石", "people": [{"name": "林远", "role": "reporter"}]}},
]
UNUSUAL: list[Any] = [
    "", "yes", "No", "y", "null", "~", "12", "1e5", "0b1010", "0x1f", "123456789012", "1e5000000000", "- item",
    "a #b", "a:", "a:b ", "a :b", ":a", "|a", ">a", "<<", "[a", "{a", "12e4567", "0b10a", "2024-05-15T07:24",
    "two\nlines", " x", "x ", "a  b", "𠮷野家", "\u2028", "[a]",
    "{a}", "&a", "*a", "!a", "%a", "@a",
    "`a", "渡口：\u3000复航", 1e-05, float("inf"), [], {}, [[]], [{}], None, True, 3,
]  # fmt: skip


@pytest.mark.parametrize("value", USUAL, ids=repr)
def test_usual_values_take_the_quick_path(value: Any) -> None:
    assert quickly("key", value) == _checked("key", value)


@pytest.mark.parametrize("value", UNUSUAL, ids=repr)
def test_unusual_values_are_left_to_pyyaml_or_written_alike(value: Any) -> None:
    assert quickly("key", value) in (None, _checked("key", value))


TEXTS = st.one_of(
    st.text("ab1 0:'\"#-,.?!&*%@~=yesno<>|[]{}渡口“”。：、〔／", max_size=8),
    st.text("0123456789abcdefx_+-.:tz", max_size=14),
    st.sampled_from([text for text in (*USUAL, *UNUSUAL) if isinstance(text, str)]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)
VALUES = st.one_of(
    TEXTS,
    st.floats(0, 1),
    st.lists(TEXTS, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["name", "role"]), TEXTS, max_size=2), max_size=2),
    st.dictionaries(st.sampled_from(["place", "raw"]), TEXTS, max_size=2),
    st.dictionaries(st.sampled_from(["place", "raw"]), st.lists(TEXTS, max_size=2), max_size=2),
)


@given(VALUES)
@example({"hash": "0" * 64})
@example({"hash": "1e" + "5" * 62})
@example({"lines": Row([1, 2]), "hash": "a" * 64})
def test_any_value_is_written_alike_or_left_to_pyyaml(value: Any) -> None:
    assert quickly("key", value) in (None, _checked("key", value))
