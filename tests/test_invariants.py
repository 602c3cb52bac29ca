"""What holds for any text: no line is lost or counted twice, and whatever is said of a line stands in it.

The texts are the samples, pieces of them put together at random, the same mangled, and heaps of words that cues seek.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from golden import NAMES, dump_text, editors_rows
from hypothesis import given
from hypothesis import strategies as st

from segmenter import split
from segmenter.model import Document
from segmenter.reading.encoding import is_blank, split_lines
from segmenter.reading.folding import fold

TEXTS = {name: dump_text(name) for name in NAMES}
LINES = {name: split_lines(text) for name, text in TEXTS.items()}


def assert_sound(text: str) -> None:
    """Take a text apart, and check all that is said of it against the text."""
    document = split(text)
    lines = split_lines(text)
    filled = [number for number, line in enumerate(lines, 1) if not is_blank(line)]
    assert_nothing_is_lost(document, filled, len(lines))
    assert_lines_are_the_dumps(document, filled, lines)
    assert_evidence_stands_in_the_lines(document, lines)
    assert split(text) == document, "the same text must come out the same"


def assert_nothing_is_lost(document: Document, filled: list[int], length: int) -> None:
    """Each line that is not blank is in one story or in the furniture; ranges are in order and lie in the dump."""
    told = [story.lines for story in document.stories]
    for ranges in (told, list(document.furniture)):
        assert all(1 <= first <= last <= length for first, last in ranges)
        assert all(above[1] < below[0] for above, below in zip(ranges, ranges[1:], strict=False))
    places = [number for first, last in (*told, *document.furniture) for number in range(first, last + 1)]
    assert len(places) == len(set(places)), "a line is in two places"
    assert set(filled) <= set(places), "a line is lost"
    assert all(first in filled and last in filled for first, last in (*told, *document.furniture)), "a blank edge"
    assert bool(document.stories) == bool(filled)
    assert [story.ordinal for story in document.stories] == list(range(1, len(told) + 1))
    for story in document.stories:
        assert story.lines[0] <= story.headline_line <= story.lines[1]
        assert story.headline and 0 <= story.confidence <= 1


def assert_lines_are_the_dumps(document: Document, filled: list[int], lines: list[str]) -> None:
    """All lines that are not blank are given, in their order and as they stand, each with a decision of its role."""
    assert [line.number for line in document.lines] == filled
    for line, decision in zip(document.lines, document.decisions, strict=True):
        assert line.text == lines[line.number - 1]
        assert line.view == fold(line.text) and len(line.view) == len(line.text)
        assert (decision.line, decision.role) == (line.number, line.role)


def assert_evidence_stands_in_the_lines(document: Document, lines: list[str]) -> None:
    """What was read or matched is, to the letter, what stands in that line at that column."""
    spans = [(item.line, item.column, item.raw) for story in document.stories for item in story.evidence]
    for decision in document.decisions:
        for reason in decision.reasons:
            assert (reason.column is None) == (reason.matched is None), reason
            if reason.column is not None and reason.matched is not None:
                spans.append((decision.line, reason.column, reason.matched))
    for line, column, raw in spans:
        assert line >= 1 and column >= 1 and raw
        assert lines[line - 1][column - 1 :].startswith(raw), (line, column, raw)


# Texts

MARKS = (
    *(" ", "\t", "\u00a0", "\u3000", "\u200b", "\u200e", "\ufeff", "\x0b", "\x0c", "\x85", "\u2028", "\x1a"),
    *("\ufffd", "\x00", "\x07", "\x1b[31m", "\U0001f600", "\U00020bb7", "\ud83d", "e\u0301"),
)
"""What may stray into a line: spaces of all kinds, control marks, pictures, rare characters and half ones."""
ENDS = ("\n", "\r\n", "\r")
TOKENS = (
    *("记者", "通讯员", "张三", "李四", "摄", "编辑：", "来源：", "本报讯", "新华社", "电", "题：", "首页 > "),
    *("〔記者", "／台北報導〕", "中央社", "民國112年", "2024年", "8月1日", "第十一次", "2024-05-15 07:24:36"),
    *("By ", "By A. B. Smith", ", Staff Writer", "PARIS, July 3 (Reuters) - ", "Copyright", "©", "https://a.example/"),
    *("原标题：", "BYLINE: ", "LENGTH: 200 words", "1 of 3 DOCUMENTS", "---", "***", "（", "）", "(", ")", "【", "】"),
    *("\t", "\u3000", " ", "  ", "😀", "。", "！", "，", "、", "：", "?", ".", "一", "a", "9+1", "|", "上一篇：", "“"),
    *("市政府召开会议部署防汛工作", "The council met on Tuesday to vote on the bridge"),
)


@st.composite
def spliced(draw: st.DrawFn) -> list[str]:
    """Ranges of lines of several samples, one below the other."""
    lines: list[str] = []
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3)):
        source = LINES[name]
        first = draw(st.integers(0, len(source) - 1))
        lines += source[first : first + draw(st.integers(1, 40))]
        lines += [""] * draw(st.integers(0, 3))
    return lines


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Splices in which lines are missing, doubled, out of place, cut short or soiled, with line ends of all kinds."""
    lines = draw(spliced())
    for _ in range(draw(st.integers(1, 8))):
        index = draw(st.integers(0, len(lines) - 1))
        line = lines[index]
        cut = draw(st.integers(0, len(line)))
        match draw(st.sampled_from(("delete", "double", "swap", "cut", "soil", "blank", "join"))):
            case "delete" if len(lines) > 1:
                del lines[index]
            case "double":
                lines.insert(draw(st.integers(0, len(lines))), line)
            case "swap":
                lines[index - 1], lines[index] = line, lines[index - 1]
            case "cut":
                lines[index] = line[:cut] if draw(st.booleans()) else line[cut:]
            case "soil":
                lines[index] = line[:cut] + draw(st.sampled_from(MARKS)) * draw(st.integers(1, 3)) + line[cut:]
            case "blank":
                lines.insert(index, draw(st.sampled_from(MARKS)))
            case _:
                lines[index - 1 : index + 1] = ["".join(lines[index - 1 : index + 1])]
    end = draw(st.sampled_from(ENDS))
    mixed = draw(st.booleans())
    return "".join(line + (draw(st.sampled_from(ENDS)) if mixed else end) for line in lines)


def heaps() -> st.SearchStrategy[str]:
    """Heaps of the words that cues look for."""
    line = st.lists(st.sampled_from(TOKENS), max_size=12).map("".join)
    return st.lists(line, max_size=30).map("\n".join)


@pytest.mark.parametrize("name", NAMES)
def test_samples(name: str) -> None:
    assert_sound(TEXTS[name])


@given(spliced())
def test_splices(lines: list[str]) -> None:
    assert_sound("\n".join(lines))


@given(mangled())
def test_mangled_splices(text: str) -> None:
    assert_sound(text)


@given(heaps())
def test_heaps_of_cues(text: str) -> None:
    assert_sound(text)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    assert_sound(text)


ONCE_WRONG = {
    "a match that runs over the end of a wrapped line": (
        "The ferry to Port Alder sailed again on Tuesday after nine days\n"
        "in the dry dock.\n"
        "    Dockers cheered as the old boat cast off at six, and the\n"
        "harbour master rang the bell that had been silent since the\n"
        "engine failed in the storm of the week before, with eighty\n"
        "passengers aboard.\n"
        "    The company said that it had replaced both of the boilers,\n"
        "and that the night sailing would come back at the end of the\n"
        "month, when the second crew has been hired and has learnt the\n"
        "shoals by heart.\n"
    ),
    "half a character": "早市搬进新棚\ud83d\n\n早市今天搬进了新棚。\n",
    "the mark by which DOS ends a file": "早市搬进新棚\n\n早市今天搬进了新棚。\n\x1a",
}


@pytest.mark.parametrize("text", ONCE_WRONG.values(), ids=ONCE_WRONG.keys())
def test_texts_that_once_came_out_wrong(text: str) -> None:
    assert_sound(text)


# Nothing to go by


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n", " \t\n\u3000\u3000\n\u00a0", "\ufeff", "\x1a"])
def test_blank_lines_alone_are_no_story(text: str) -> None:
    document = split(text)
    assert (document.stories, document.furniture, document.lines, document.decisions) == ((), (), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "雨停了。",
        "2024-05-15 07:24:36",
        "***\n\n***",
        "首页 > 新闻 > 正文\n\nCopyright © 2024 青石在线 版权所有",
        "© 2022 The Harrow Bay Weekly. All rights reserved.",
        "早市今天搬进了新棚,三百多个摊位都有了水和电,凌晨三点就可以进货。\n\n摊主们说,不用再看天吃饭,下雨也能照常开市,冬天也不会冻手了。",
    ],
    ids=lambda text: text[:12],
)
def test_a_text_without_a_headline_is_one_story_with_a_warning(text: str) -> None:
    document = split(text)
    (story,) = document.stories
    assert any(warning.startswith("headline:") for warning in story.warnings)
    assert_sound(text)


# The same wherever it runs and whatever stands next to it


def test_the_order_of_sets_changes_nothing() -> None:
    code = "from segmenter import split; from golden import NAMES, dump_text\n"
    code += "print(ascii([split(dump_text(name)) for name in NAMES]))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(seen) == 1


ALIKE = (
    ("digest-hant", "local-page", "two-pages"),  # Chinese, blank lines between paragraphs
    ("printed-page", "wire-zh"),  # Chinese, paragraphs indented
    ("export-factiva", "export-nexis", "features-en"),  # English, blank lines between paragraphs
)
"""Samples of the same layout."""
_UNLIKE = "what is usual around the headlines of one is asked of the headlines of the other"
JOINED_BADLY = {
    ("digest-hant", "local-page"): _UNLIKE,
    ("digest-hant", "two-pages"): _UNLIKE,
    ("local-page", "digest-hant"): _UNLIKE,
    ("export-nexis", "export-factiva"): _UNLIKE,
    ("export-nexis", "features-en"): _UNLIKE,
    ("features-en", "export-factiva"): "the page's name is read as a headline",
    ("features-en", "export-nexis"): _UNLIKE,
}
"""Pairs that do not come out right yet, with the reason."""


def joined() -> list[object]:
    pairs = [pair for names in ALIKE for pair in permutations(names, 2)]
    assert JOINED_BADLY.keys() <= set(pairs)
    return [
        pytest.param(*pair, marks=pytest.mark.xfail(strict=True, reason=reason) if reason else ())
        for pair in pairs
        for reason in [JOINED_BADLY.get(pair)]
    ]


@pytest.mark.parametrize(("first", "second"), joined())
def test_two_samples_of_one_layout_make_the_stories_of_both(first: str, second: str) -> None:
    above = [*LINES[first], "", ""]
    wanted = [int(row["headline_line"]) for row in editors_rows(first)]
    wanted += [len(above) + int(row["headline_line"]) for row in editors_rows(second)]
    document = split("\n".join((*above, *LINES[second])))
    assert [story.headline_line for story in document.stories] == wanted
