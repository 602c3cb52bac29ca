"""House style: each row of `style/*.tsv` is a text before and after; what no rule may touch is searched at random."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import STORY

from segmenter import split
from segmenter.config import Settings, StyleSettings, default_settings
from segmenter.config_keys import KEYS
from segmenter.model import Person, Story
from segmenter.reading.script import language_of
from segmenter.running.dumps import Work
from segmenter.storing.plan import DumpResult
from segmenter.styling import styled

PROTECTED = ("后湾周报", "干杯牌", "卡拉OK", "Yahoo!奇摩", "山海 OK")
DATELINE = "本报讯（记者余后）"
NAMES = ("余后", "Ann O'Dell")
FOLDER = Path(__file__).with_name("style")
README = FOLDER.parent.parent / "README.md"
ROWS = [
    (file.stem, *row.split("\t"))
    for file in sorted(FOLDER.glob("*.tsv"))
    for row in file.read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


def settings_with(**style: str) -> Settings:
    return replace(default_settings(), style=StyleSettings(protected=PROTECTED, **style))


def put(story: Story, rule: str, setting: str) -> Story:
    return styled(story, settings_with(**{rule: setting}))


def story_of(*paragraphs: str, language: str | None = None) -> Story:
    return STORY._replace(
        byline=tuple(Person(name, "reporter") for name in NAMES),
        dateline=STORY.dateline._replace(raw=DATELINE),
        language=language or language_of("".join(paragraphs)),
        paragraphs=paragraphs,
    )


def test_the_tables_were_found() -> None:
    assert {row[0] for row in ROWS} == {"script", "punctuation", "spaces", "quotes", "dateline"}
    assert {len(row) for row in ROWS} == {5}
    for rule in {row[0] for row in ROWS}:
        rows = [row for row in ROWS if row[0] == rule]
        assert {row[1] for row in rows} >= {"keep"} and sum(row[2] == row[3] for row in rows) >= 4, rule


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] != "dateline"], ids=lambda row: f"{row[0]}: {row[2]}")
def test_text(row: tuple[str, ...]) -> None:
    rule, setting, before, after, shows = row
    once = put(story_of(before), rule, setting)
    assert once.paragraphs == (after,), shows
    assert put(once, rule, setting).paragraphs == (after,), "a second time"


def dump_of(paragraph: str) -> str:
    if paragraph.isascii() or "AP" in paragraph:
        return f"Old market street reopens\n\n{paragraph}\n\nThe lamps will be lit before the end of the month.\n"
    return f"青石老街修缮工程月底完工\n\n{paragraph}\n\n早市的摊主们把蔬菜码得整整齐齐，路灯会在月底前点亮。\n"


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] == "dateline"], ids=lambda row: row[2])
def test_dateline(row: tuple[str, ...]) -> None:
    _, setting, before, after, shows = row
    (story,) = split(dump_of(before)).stories
    assert story.paragraphs[0] == before
    once = styled(story, settings_with(dateline=setting))
    assert once.paragraphs == (after, *story.paragraphs[1:]), shows
    assert styled(once, settings_with(dateline=setting)) == once
    assert (once.dateline, once.byline, once.evidence) == (story.dateline, story.byline, story.evidence)


def test_a_caption_may_stand_before_the_dateline() -> None:
    (story,) = split(dump_of("图为老街的早市。林远 摄\n\n本报讯（记者何舟）清溪河大桥昨天合龙，市长到场。")).stories
    once = styled(story, settings_with(dateline="strip"))
    assert once.paragraphs == (story.paragraphs[0], "清溪河大桥昨天合龙，市长到场。", story.paragraphs[2])


def test_a_dateline_on_a_line_of_its_own_goes_with_its_paragraph() -> None:
    story = STORY._replace(dateline=STORY.dateline._replace(raw="本报讯（记者罗一苇）"))
    own = story._replace(paragraphs=("本报讯（记者罗一苇）", "棚里的灯亮了。"))
    assert styled(own, settings_with(dateline="strip")).paragraphs == ("棚里的灯亮了。",)
    alone = story._replace(paragraphs=("本报讯（记者罗一苇）",))
    assert styled(alone, settings_with(dateline="strip")) == alone


@pytest.mark.parametrize("raw", [None, "本报讯", "本报青石8月1日讯（记者罗一苇）"])
def test_a_dateline_that_no_field_was_read_from_stays(raw: str | None) -> None:
    paragraphs = ("本报讯（记者何舟）棚里的灯亮了。", "好。")
    story = STORY._replace(byline=(), dateline=STORY.dateline._replace(raw=raw), paragraphs=paragraphs)
    assert styled(story, settings_with(dateline="strip")) == story


def test_the_readme_shows_what_comes_out() -> None:
    _, _, table = README.read_text(encoding="utf-8").partition("| setting | before | after |\n|---|---|---|\n")
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.split("\n\n")[0].splitlines()]
    shown = {(rule, setting) for rule, choices in CHOICES.items() for setting in choices}
    for row, before, after in rows:
        rule, setting = row.strip("`").replace('"', "").split(" = ")
        shown.remove((rule, setting))
        story = split(dump_of(before)).stories[0] if rule == "dateline" else story_of(before)
        assert put(story, rule, setting).paragraphs[0] == after
    assert not shown


def test_half_a_character_does_no_harm() -> None:
    for rule, setting in ALL.items():
        assert put(story_of("镇长\ud800说，好"), rule, setting).paragraphs[0].count("\ud800") == 1


def test_every_text_that_is_read_is_styled_and_no_field() -> None:
    text, traditional = "后面的镇", "後面的鎮"
    story = STORY._replace(kicker=text, headline=text, deck=text, section=text, paragraphs=(text,))
    assert styled(story, settings_with(script="taiwan")) == story._replace(
        kicker=traditional,
        headline=traditional,
        deck=traditional,
        paragraphs=(traditional,),
        language="zh-Hant",
    )


def test_language_follows_the_script() -> None:
    for script, language in {"simplified": "zh-Hans", "traditional": "zh-Hant", "hong-kong": "zh-Hant"}.items():
        for story in (story_of("镇长"), story_of("鎮長")):
            assert styled(story, settings_with(script=script)).language == language
        assert styled(story_of("The mayor."), settings_with(script=script)).language == "en"


DUMP = """后面的镇要开会

本报讯（记者余后）镇长说:后面的会开3天,“好”。

早市的摊主们把蔬菜码得整整齐齐,路灯会在月底前点亮。
"""
BODY = ["鎮長說：後面的會開 3 天，「好」。", "早市的攤主們把蔬菜碼得整整齊齊，路燈會在月底前點亮。"]
ALL = {"script": "taiwan", "punctuation": "full", "spaces": "add", "quotes": "corner", "dateline": "strip"}
HOLD_BACK = default_settings().hold_back._replace(headlines=("後面",))


def written(settings: Settings, folder: Path, form: str) -> tuple[Story, bytes]:
    """What comes of the dump: the story by which its file is named, and the file's text."""
    file = folder / "dump.txt"
    file.write_text(DUMP, encoding="utf-8")
    result = Work(settings, (form,), True).do(str(file), None)
    assert isinstance(result, DumpResult)
    (rendered,) = result.stories
    assert rendered.held_back is None
    return rendered.story, rendered.texts[form]


def test_what_is_written_is_styled_and_what_is_matched_is_not(tmp_path: Path) -> None:
    off = default_settings()
    on = replace(settings_with(**ALL), hold_back=HOLD_BACK)
    plain, styled_too = (json.loads(written(settings, tmp_path, "jsonl")[1]) for settings in (off, on))
    assert styled_too["headline"] == "後面的鎮要開會"
    assert styled_too["paragraphs"] == BODY
    changed = {"headline": "", "paragraphs": [], "language": "zh-Hant"}
    assert {**styled_too, **changed} == {**plain, **changed}


def test_a_story_file_is_styled_and_named_in_style(tmp_path: Path) -> None:
    story, text = written(settings_with(**ALL), tmp_path, "markdown")
    assert story.headline == "後面的鎮要開會"
    assert "title: 後面的鎮要開會\n" in text.decode()
    assert text.decode().endswith("\n---\n\n" + "\n\n".join(BODY) + "\n")


def test_a_change_of_style_is_a_change_of_settings() -> None:
    fingerprints = {default_settings().fingerprint, settings_with().fingerprint}
    fingerprints |= {settings_with(**{rule: setting}).fingerprint for rule, setting in ALL.items()}
    assert len(fingerprints) == 2 + len(ALL)


# What no rule may do, whatever the text

CHOICES = {
    "script": ("simplified", "traditional", "taiwan", "hong-kong"),
    "punctuation": ("full", "half"),
    "spaces": ("add", "remove"),
    "quotes": ("corner", "curly", "straight"),
    "dateline": ("strip",),
}
PIECES = st.sampled_from(
    (
        *PROTECTED,
        *NAMES,
        *"镇长后面里国台着乾發鎮說裏這羣ab Z09　",
        *",:;?!()，：；？！（）。.、“”‘’「」『』\"'＂%\n",
        *("1,300", "9:30", "https://example.org/后,a(b)", "a.b@example.org", "报告(2).pdf"),
        *("it's", DATELINE, "看着", "原著"),
    )
)
HEAPS = st.lists(PIECES, max_size=25).map("".join)
TEXTS = HEAPS | HEAPS.map(DATELINE.__add__) | st.text(max_size=30)
STORIES = st.builds(
    lambda texts, language: story_of(*texts, language=language),
    st.lists(TEXTS, min_size=1, max_size=3),
    st.sampled_from(("zh-Hans", "zh-Hant", "en")),
)
CHOSEN = st.sampled_from([(rule, setting) for rule, choices in CHOICES.items() for setting in choices])


def test_all_choices_are_searched() -> None:
    assert set(CHOICES) == set(StyleSettings._fields) - {"protected"}
    for rule, choices in CHOICES.items():
        assert KEYS["style"][rule].expected == "one of " + ", ".join(("keep", *choices))


@given(STORIES)
def test_off_is_verbatim(story: Story) -> None:
    assert default_settings().style.keeps_all
    assert styled(story, settings_with()) is story


@settings(max_examples=400)
@given(CHOSEN, STORIES)
def test_a_second_time_changes_nothing(choice: tuple[str, str], story: Story) -> None:
    once = put(story, *choice)
    assert put(once, *choice) == once


@settings(max_examples=400)
@given(CHOSEN, STORIES)
def test_only_texts_and_language_change(choice: tuple[str, str], story: Story) -> None:
    after = put(story, *choice)
    texts: dict[str, Any] = {"headline": "", "deck": "", "paragraphs": (), "language": ""}
    assert story._replace(**texts) == after._replace(**texts)


@given(CHOSEN, STORIES, st.lists(st.sampled_from((*PROTECTED, *NAMES)), max_size=3))
def test_protected_words_stay(choice: tuple[str, str], story: Story, words: list[str]) -> None:
    text = "。".join((*words, *story.paragraphs))
    after = "".join(put(story._replace(paragraphs=(text, "好")), *choice).paragraphs)
    for word in words:
        assert after.count(word) >= text.count(word), word


TOUCHED = {
    "punctuation": frozenset(",:;?!()，：；？！（）。.、｡､ "),
    "spaces": frozenset(" \u00a0"),
    "quotes": frozenset("“”‘’「」『』\"'＂"),
}


@settings(max_examples=400)
@given(CHOSEN, STORIES)
def test_a_rule_touches_only_its_own_characters(choice: tuple[str, str], story: Story) -> None:
    rule, _ = choice
    after = put(story, *choice)
    if rule == "dateline":
        assert all(any(was.endswith(text) for was in story.paragraphs) for text in after.paragraphs)
        return
    for text, restyled in zip(story.paragraphs, after.paragraphs, strict=True):
        if rule == "script":
            assert len(restyled) == len(text)
            changed = [(old, new) for old, new in zip(text, restyled, strict=True) if old != new]
            assert all(ord(old) >= 0x2E80 and ord(new) >= 0x2E80 for old, new in changed)
        else:
            own = TOUCHED[rule]
            assert [mark for mark in text if mark not in own] == [mark for mark in restyled if mark not in own]
            if rule == "quotes":
                assert len(restyled) == len(text)


@given(CHOSEN, TEXTS)
def test_english_stories_have_only_their_quotation_marks_changed(choice: tuple[str, str], text: str) -> None:
    story = story_of("The market is open.", "It is.", "It was.", "It will be.", text, language="en")
    if choice not in (("quotes", "curly"), ("quotes", "straight")):
        assert put(story, *choice) == story
