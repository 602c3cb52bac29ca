"""A whole web page of one story: found whatever its menus look like, and told from a dump of several stories."""

from __future__ import annotations

import pytest

from segmenter import split
from segmenter.cues import place
from segmenter.decoding.webpage import is_web_page
from segmenter.reading.layout import read_paragraphs

MENU = "首页 时政 国际 财经 军事 观点 理论 法治 社会 教育 科普 体育 文化 书画 房产 汽车 旅游 健康 视频 图片".split()
HEADLINE = "青石岭水库除险加固完工 下游三镇告别缺水"
STAMP = "2021-04-06 09:12:33 来源：青石日报"
SUMMARY = "青石岭水库除险加固工程昨日通过验收，下游三个镇的两万多亩农田今年春灌用水有了着落，" * 2
TEXT = [
    "青石岭水库除险加固工程昨日通过验收。工程历时两年，加固了大坝，下游三个镇的春灌用水从此有了着落。",
    "水库管理所所长说，大坝渗漏多年，每到春天只能低水位运行，水库里的水不够用，下游三镇的农户常常要夜里排队等水。",
    "记者在柳溪镇看到，渠道里水流平稳。种了三十年水稻的农户告诉记者，今年插秧比去年早了整整十天，不必再花钱买水。",
]
TAIL = ["相关新闻", *(f"{word}频道一周热点回顾" for word in MENU), *MENU, *(f"{word}热图" for word in MENU), "关于我们"]
TOPS = {
    "a word a line": MENU,
    "in a bar": [" ".join(MENU)],
    "parted by bars": [" | ".join(MENU)],
    "glued": ["网站" + "".join(MENU)],
    "none": [],
}
BETWEEN = {
    "stamp": [HEADLINE, STAMP],
    "stamp and share bar": [HEADLINE, STAMP, "分享到：", "字号", "大", "中", "小"],
    "no stamp, told in the way from home": [f"当前位置： 青石网 > 新闻 > {HEADLINE}", HEADLINE, "2770"],
    "no stamp, told twice": [HEADLINE, "登录后可以收藏本页内容", HEADLINE, "2770"],
    "summary above": [SUMMARY, "登录 注册 手机版", HEADLINE, STAMP],
}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
@pytest.mark.parametrize("glue", ["\n", "\n\n"], ids=["dense", "blank lines"])
def test_a_page_holds_its_one_story(top: list[str], between: list[str], glue: str) -> None:
    document = split(glue.join([*top, *between, *TEXT, *TAIL]))
    assert [story.headline for story in document.stories] == [HEADLINE]
    assert list(document.stories[0].paragraphs)[-len(TEXT) :] == TEXT


@pytest.mark.parametrize(
    "dump",
    [
        pytest.param("\n\n".join([HEADLINE, *TEXT] * 20), id="stories"),
        pytest.param("\n".join([*(f"{n}、{HEADLINE}" for n in range(30)), *[HEADLINE, *TEXT] * 20]), id="rundown"),
        pytest.param(
            "\n".join(
                [HEADLINE, *TEXT, *(f"| 柳溪镇 | {n} | {n * 3} | 增 |" for n in range(40)), *[HEADLINE, *TEXT] * 5]
            ),
            id="table",
        ),
        pytest.param("\n".join([*MENU, HEADLINE, STAMP, *TEXT]), id="little but a menu"),
    ],
)
def test_other_dumps_are_no_web_pages(dump: str) -> None:
    assert not is_web_page(read_paragraphs(dump.split("\n"), None))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("时政", 1),
        ("登录 注册 客户端 我要投稿", 4),
        ("Home | World | Arts and Culture | Weather", 4),
        ("网站首页时政国际财经军事观点理论法治社会教育科普体育文化书画房产汽车旅游健康", 9),
        ("男子偷车被抓 竟称想回家过年", 0),
        ("Council backs new bridge over the river", 0),
        ("| 柳溪镇 | 12 | 36 | 增 |", 0),
        ("青石岭水库的大坝加固在今年春天完工下游三个镇的农户从此不再夜里排队等水", 0),
    ],
)
def test_words_of_a_menu_are_counted(line: str, count: int) -> None:
    (paragraph,) = read_paragraphs([line], None)
    assert place.menu_items(paragraph) == count
