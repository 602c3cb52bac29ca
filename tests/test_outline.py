"""Records behind labels and outlines with numbers: what is the headline's, and what is the machine's."""

from __future__ import annotations

import pytest

from segmenter import split
from segmenter.decoding.outline import number_of

TEXTS = (
    "老渡口的木船上周换了电动机，船工说声音小得能听见水鸟。船一天跑二十趟，夜里在岸边充电，电费比柴油省了一半。",
    "菜市场二楼的夜校开了书法和急救两门课，报名的大多是摊主。收摊以后，他们把案板擦干净，铺上纸就写，写到九点。",
)
HEADLINES = ("老渡口的木船换了电动机", "夜校开进菜市场二楼")


@pytest.mark.parametrize(
    "record",
    (
        "题名：{headline}\n来源：青石晚报\n版次：A4\n全文：{text}",
        "【标题】{headline}\n【日期】2019-03-05\n【正文】\n{text}",
        "SO  - 青石晚报\nTI  - {headline}\nPD  - 2019-03-05\nTX  -\n{text}",
        "Newspaper: Port Alder Post\nDoc title: {headline}\nPage: 4\n{text}",
        "标　题：{headline}\n作　者：林远\n{text}",
    ),
)
def test_a_label_is_no_part_of_the_headline(record: str) -> None:
    dump = "\n\n".join(record.format(headline=h, text=t) for h, t in zip(HEADLINES, TEXTS, strict=True))
    assert [story.headline for story in split(dump).stories] == [*HEADLINES]


def test_a_label_without_a_record_stays() -> None:
    dump = f"题目：一个词的来历\n{TEXTS[0]}\n{TEXTS[1]}"
    assert [story.headline for story in split(dump).stories] == ["题目：一个词的来历"]


def test_a_number_that_no_outline_knows_stays() -> None:
    dump = f"3. 老渡口的木船换了电动机\n\n{TEXTS[0]}"
    assert [story.headline for story in split(dump).stories] == ["3. 老渡口的木船换了电动机"]


def test_a_numbered_rundown_is_no_outline() -> None:
    rundown = "\n".join(f"{n}、{headline}" for n, headline in enumerate(HEADLINES, 1))
    dump = f"{rundown}\n\n" + "\n\n".join(f"{h}\n{t}" for h, t in zip(HEADLINES, TEXTS, strict=True))
    assert {story.headline for story in split(dump).stories} >= {*HEADLINES}


def test_what_stands_below_the_last_record_is_read_for_itself() -> None:
    record = "题名：{headline}\n来源：青石晚报\n版次：A4\n\n{text}"
    dump = "\n\n".join(record.format(headline=h, text=t) for h, t in zip(HEADLINES, TEXTS, strict=True))
    below = "灯塔每逢周日开放参观\n\n灯塔从五月起每逢周日开放，一次上去十个人。守塔人说，修楼梯用了一整年才修好。"
    assert [story.headline for story in split(f"{dump}\n\n\n{below}").stories][2:] == ["灯塔每逢周日开放参观"]


@pytest.mark.parametrize(
    ("line", "style", "value", "within"),
    (
        ("1. 要闻", "figure", 1, ""),
        ("12、老街完工", "figure", 12, ""),
        ("2.1 Ferry fares rise", "decimal", 1, "2"),
        ("(三)老街完工", "framed_word", 3, ""),
        ("二十一、老街完工", "word", 21, ""),
        ("十、老街完工", "word", 10, ""),
        ("拾贰、老街完工", "formal", 12, ""),
        ("PART IV: SPORT", "part", 4, ""),
        ("IX. Sport", "roman", 9, ""),
        ("第二部分 社会", "chapter", 2, ""),
    ),
)
def test_numbers(line: str, style: str, value: int, within: str) -> None:
    number = number_of(line)
    assert number is not None and (number.style, number.value, number.within) == (style, value, within)


@pytest.mark.parametrize(
    "line", ("3.5万亩稻田开镰", "2019年盘点", "一百年老店", "Part of the quay closes", "1.", "第二部分完工")
)
def test_no_numbers(line: str) -> None:
    assert number_of(line) is None
