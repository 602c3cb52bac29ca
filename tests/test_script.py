"""A text's language and script are those of its characters, one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.reading.folding import fold
from segmenter.reading.script import holds_traditional, language_of
from segmenter.reading.traditional import SIMPLIFIED, TRADITIONAL

COMMON = [(old, new) for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True) if old != new and old >= "\u4e00"]
TEXTS = st.text(st.sampled_from("aZ é’。，—·　\ud800\U0001f600一中国说於後說們摺"), max_size=30)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("青石镇的老桥通车了。", "zh-Hans"),
        ("青石鎮的老橋通車了。", "zh-Hant"),
        ("於是後天再去", "zh-Hant"),
        ("老桥于今年通车，於此", "zh-Hans"),
        ("老桥——阿卜杜拉·买买提说", "zh-Hans"),
        ("The old bridge is open.", "en"),
        ("The “old” bridge of Côte-d’Or is open.", "en"),
        ("The old bridge 老桥", "en"),
        ("Mr 老桥 is open", "en"),
        ("the old 老桥桥", "zh-Hans"),
        ("1 2 3", "zh-Hans"),
        ("", "zh-Hans"),
        ("a b c 镕", "zh-Hans"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_each_traditional_character_is_known_alone_and_among_simplified_ones() -> None:
    assert all(holds_traditional(old) and holds_traditional(f"老桥，{old}了") for old, _ in COMMON)
    assert not any(holds_traditional(new) for _, new in COMMON if fold(new) == new)
    assert not holds_traditional("The old bridge") and not holds_traditional("老桥——镕·基\U0001f600")


@given(TEXTS)
def test_no_short_cut_leads_elsewhere(text: str) -> None:
    assert holds_traditional(text) == any(character in text for character, _ in COMMON)
    words, chinese = re.findall("[A-Za-z]{2,}", text), re.findall("[\u3400-\u9fff]", text)
    assert (language_of(text) == "en") == (len(chinese) < len(words))
