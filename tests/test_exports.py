"""Database exports are read by their shape, whatever the language of their labels; an unknown one gives stories too."""

from __future__ import annotations

import pytest

from segmenter import split

PROQUEST = """Document 1 of 2

Harbour museum reopens after flood

Author: Lindqvist, Tobias

Publication info: Port Alder Courier; Port Alder [Port Alder]. 12 May 2014: A3.

Full text: The harbour museum reopened on Monday after a flood that kept it closed for seven months. Curator Inga \
Solberg said that the ship models had been dried one by one in the school's gymnasium.

Publication title: Port Alder Courier

Publication date: May 12, 2014

____________________________________________________________

Document 2 of 2

Bus drivers end strike in Fenwick

Author: Marsh, Solveig

Publication info: Fenwick Gazette; Fenwick [Fenwick]. 13 May 2014: A1.

Full text: Bus drivers in Fenwick went back to work on Tuesday after eleven days, having accepted a rise of three \
percent and longer breaks. The company said that the first buses had left the depot at five in the morning.

Publication title: Fenwick Gazette

Publication date: May 13, 2014
"""
FACTIVA_CHINESE = """要闻
旧粮库改成了社区图书馆
作者：柳晓军
877 字
2019 年 1 月 9 日
青石都市报
QSDSB
中文
Copyright 2019. 青石都市报. All Rights Reserved.

青石镇的旧粮库在空置十二年之后改成了图书馆，上周六开门迎客。图书馆的书架是用粮仓的木板做的，最高的一排有六米。

文件 QSDSB00020190109ef1900012

民生
渡口的老船换了电动机
作者：方远
512 字
2019 年 1 月 10 日
青石都市报
中文
Copyright 2019. 青石都市报. All Rights Reserved.

清溪渡口的三条渡船昨天换上了电动机，声音小得连船工都不习惯。船工何田说，他开了三十年柴油船，耳朵早就听不见鸟叫了。

文件 QSDSB00020190110ef1a00003
"""
UNKNOWN = """#0001#

Harbour museum reopens after flood
>> Courier / 2014.05.12 / wc=212

The harbour museum reopened on Monday after a flood that kept it closed for seven months. Curator Inga Solberg said \
that the ship models had been dried one by one in the school's gymnasium.

#0002#

Bus drivers end strike in Fenwick
>> Gazette / 2014.05.13 / wc=188

Bus drivers in Fenwick went back to work on Tuesday after eleven days, having accepted a rise of three percent and \
longer breaks. The company said that the first buses had left the depot at five in the morning.
"""
LEXIS = """
Harbour museum reopens; Flood kept it closed for months
Port Alder Courier
May 12, 2014 Monday

Copyright 2014 Port Alder Courier All Rights Reserved

Section: METRO; Pg. A3
Length: 212 words
Byline: Tobias Lindqvist, Courier Staff Writer
Body

The harbour museum reopened on Monday after a flood that kept it closed for seven months. Curator Inga Solberg said \
that the ship models had been dried one by one in the school's gymnasium.

Load-Date: May 12, 2014


End of Document
"""


@pytest.mark.parametrize(
    ("dump", "stories"),
    [
        (
            PROQUEST,
            [
                ("Harbour museum reopens after flood", None, "2014-05-12", "Port Alder Courier", ["Tobias Lindqvist"]),
                ("Bus drivers end strike in Fenwick", None, "2014-05-13", "Fenwick Gazette", ["Solveig Marsh"]),
            ],
        ),
        (
            FACTIVA_CHINESE,
            [
                ("旧粮库改成了社区图书馆", None, "2019-01-09", "青石都市报", ["柳晓军"]),
                ("渡口的老船换了电动机", None, "2019-01-10", "青石都市报", ["方远"]),
            ],
        ),
        (
            LEXIS,
            [
                (
                    "Harbour museum reopens", "Flood kept it closed for months", "2014-05-12", "Port Alder Courier",
                    ["Tobias Lindqvist"],
                )
            ],
        ),
    ],
    ids=["ProQuest", "Factiva in Chinese", "Lexis Advance"],
)  # fmt: skip
def test_known_exports(dump: str, stories: list[tuple[str, str | None, str, str, list[str]]]) -> None:
    found = [
        (story.headline, story.deck, story.published, story.source, [person.name for person in story.byline])
        for story in split(dump).stories
    ]
    assert found == stories


def test_an_unknown_export_still_gives_its_stories() -> None:
    assert [story.headline for story in split(UNKNOWN).stories] == [
        "Harbour museum reopens after flood",
        "Bus drivers end strike in Fenwick",
    ]
