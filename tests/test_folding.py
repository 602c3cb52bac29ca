"""The folded view is as long as the text, and what cues match is the same in both scripts and all widths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.reading.folding import SPACES, fold


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("本報訊（記者 張三）", "本报讯(记者 张三)"),
        ("本报讯(记者 张三)", "本报讯(记者 张三)"),
        ("〔記者林某／台北報導〕", "(记者林某/台北报导)"),
        ("７月７日電", "7月7日电"),
        ("責任編輯：方遠", "责任编辑:方远"),
        ("ＡＰ　Ｐｈｏｔｏ", "AP Photo"),
        ("買買提‧阿卜杜拉", "买买提·阿卜杜拉"),
        ("文 | 方遠•柳青・石磊", "文 | 方远·柳青·石磊"),
        ("a\u00a0b\u3000c\u200bd", "a b c d"),
        ("，；！？～", ",;!?~"),
        ("「引」『号』【栏】《书》、。“”", "「引」『号』【栏】《书》、。“”"),
        ("Plain ASCII, as it is.", "Plain ASCII, as it is."),
        ("", ""),
    ],
)
def test_forms(text: str, view: str) -> None:
    assert fold(text) == view


@given(st.text())
def test_a_column_stays_a_column(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(st.one_of(st.characters(), st.sampled_from("電報記者／（）：　０９ＡＺ臺灣裏" + SPACES))))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_each_character_folds_by_itself(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


def test_no_ascii_is_changed_and_no_full_width_ascii_is_left() -> None:
    ascii_marks = "".join(map(chr, range(0x21, 0x7F)))
    assert fold(ascii_marks + "字") == ascii_marks + "字"
    assert fold("".join(chr(ord(mark) + 0xFEE0) for mark in ascii_marks)) == ascii_marks
