"""Lay known stories out anew, in layouts and among furniture that none of their own dumps has.

    python tests/tuning/layouts.py DUMPS OUT [--family GLOB] [--seed N]

Rules fit what they were written on. This takes the stories out of dumps with known ones (best of a family that has no
furniture, as pages whose stories stand under each other) and writes new dumps of five of them each, with what is known
beside each: what `dumps.py` reads, and the numbers of the lines of furniture. What comes out of those tells whether a
rule holds where nobody has looked.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from segmenter.reading.script import holds_traditional, language_of
from tuning.dumps import Dump, UnreadableGold, read_dumps

STORIES = 5
"""Stories of a dump that is made."""


class Row(NamedTuple):
    """One line of a dump: its letter is H for a headline, T for the rest of a story, F for furniture, or a space."""

    letter: str
    text: str


class Story(NamedTuple):
    """A story to lay out."""

    headline: str
    paragraphs: Sequence[str]


class Words(NamedTuple):
    """What a layout puts around stories of one language, all of it invented."""

    outlets: Sequence[str]
    people: Sequence[str]
    stamp: str
    byline: str
    closing: str
    dispatch: str
    above: Sequence[str]
    below: Sequence[str]
    rundown: str


CHINESE = Words(
    outlets=("青石新闻网", "临川晚报", "江南在线"),
    people=("林远", "周小满", "郑海波"),
    stamp="2024-03-{day} 10:{day}  来源：{outlet}  编辑：{person}",
    byline="文/{person}",
    closing="记者 {person}",
    dispatch="本报讯（记者 {person}）",
    above=("首页 新闻 评论 财经 体育 视频", "您的位置：首页 > 新闻 > 正文"),
    below=("分享到：微信 微博", "阅读全文 >>", "评论(3)  分享  收藏", "打印 关闭", "扫描二维码关注我们"),
    rundown="今日要点",
)
TRADITIONAL = Words(
    outlets=("青石新聞網", "臨川晚報", "海港日報"),
    people=("林遠", "周小滿", "鄭海波"),
    stamp="2024-03-{day} 10:{day}  來源：{outlet}  編輯：{person}",
    byline="文/{person}",
    closing="記者 {person}",
    dispatch="本報訊（記者 {person}）",
    above=("首頁 新聞 評論 財經 體育 視頻", "您的位置：首頁 > 新聞 > 正文"),
    below=("分享到：微信 微博", "閱讀全文 >>", "評論(3)  分享  收藏", "打印 關閉", "掃描二維碼關注我們"),
    rundown="今日要點",
)
ENGLISH = Words(
    outlets=("Port Alder Post", "Harrow Courier", "Bay Gazette"),
    people=("Joanna Petrie", "Martin Frye", "Lee Sandiford"),
    stamp="{outlet} - {day} Mar 2024 - 3 min read",
    byline="By {person}",
    closing="-- {person}",
    dispatch="PORT ALDER, March {day} (Reuters) - ",
    above=("Home", "News", "Sport", "Opinion", "Search"),
    below=("Share this story", "Read full story >>", "3 comments | Share | Save", "Print this page", "Get our app"),
    rundown="In this issue",
)
Layout = Callable[[Sequence[Story], Words, random.Random], Iterator[Row]]


def _filled(form: str, words: Words, dice: random.Random) -> str:
    return form.format(day=dice.randint(13, 28), outlet=dice.choice(words.outlets), person=dice.choice(words.people))


def _story(headline: str, paragraphs: Sequence[str], *under: str, apart: bool = True, end: str = "") -> Iterator[Row]:
    """A story with some lines right under its headline; `apart` parts its paragraphs by blank lines."""
    yield Row("H", headline)
    yield from (Row("T", text) for text in under)
    for text in (*paragraphs, *([end] if end else [])):
        if apart:
            yield Row(" ", "")
        yield Row("T", text)
    yield Row(" ", "")


def _each(one: Callable[[Story, Words, random.Random], Iterator[Row]]) -> Layout:
    """A layout that sets each story by itself."""

    def layout(stories: Sequence[Story], words: Words, dice: random.Random) -> Iterator[Row]:
        for story in stories:
            yield from one(story, words, dice)

    return layout


def _page(story: Story, words: Words, dice: random.Random) -> Iterator[Row]:
    yield from (Row("F", text) for text in words.above)
    yield Row(" ", "")
    yield from _story(*story, _filled(words.stamp, words, dice))
    yield from (Row("F", text) for text in dice.sample(words.below, 3))
    yield Row("F", f"Copyright 2024 {dice.choice(words.outlets)} All Rights Reserved")
    yield Row(" ", "")


def _rundown(stories: Sequence[Story], words: Words, dice: random.Random) -> Iterator[Row]:
    yield Row("F", words.rundown)
    yield from (Row("F", story.headline) for story in stories)
    yield Row(" ", "")
    for story in stories:
        yield from _story(*story)


def _titled(story: Story, words: Words, dice: random.Random) -> Iterator[Row]:
    yield Row("F", f"{story.headline} | {words.outlets[0]}")
    yield Row(" ", "")
    yield from _story(*story)


def _dispatch(story: Story, words: Words, dice: random.Random) -> Iterator[Row]:
    lede = _filled(words.dispatch, words, dice) + story.paragraphs[0]
    return _story(story.headline, [lede, *story.paragraphs[1:]])


def _centred(story: Story, words: Words, dice: random.Random) -> Iterator[Row]:
    wide = words is not ENGLISH
    indent, far = ("　　", "　" * 10) if wide else ("    ", " " * 18)
    yield Row("H", far + story.headline)
    yield from (Row("T", indent + text) for text in story.paragraphs)


LAYOUTS: dict[str, Layout] = {
    "blank": _each(lambda story, words, dice: _story(*story)),
    "dense": _each(lambda story, words, dice: _story(*story, apart=False)),
    "markdown": _each(lambda story, words, dice: _story(f"# {story.headline}", story.paragraphs)),
    "bold": _each(lambda story, words, dice: _story(f"**{story.headline}**", story.paragraphs)),
    "stamped": _each(lambda story, words, dice: _story(*story, _filled(words.stamp, words, dice))),
    "bylined": _each(lambda story, words, dice: _story(*story, _filled(words.byline, words, dice))),
    "signed": _each(lambda story, words, dice: _story(*story, end=_filled(words.closing, words, dice))),
    "dispatch": _each(_dispatch),
    "centred": _each(_centred),
    "titled": _each(_titled),
    "pages": _each(_page),
    "rundown": _rundown,
}
"""How stories are laid out, by name."""


def stories_of(dumps: Sequence[Dump]) -> dict[str, list[Story]]:
    """The stories by language, each with the lines below its headline as its paragraphs; those without any are left."""
    found: dict[str, list[Story]] = {}
    for dump in dumps:
        for gold in dump.stories:
            headline, *rest = (line.strip() for line in dump.lines[gold.headlines[0] - 1 : gold.last] if line.strip())
            if rest:
                found.setdefault(language_of("".join(rest)), []).append(Story(headline, rest))
    return found


def laid_out(rows: Sequence[Row]) -> tuple[str, dict[str, object]]:
    """The text of a dump, and what is known of it."""
    stories: list[dict[str, object]] = []
    for number, row in enumerate(rows, 1):
        if row.letter == "H":
            stories.append({"headline_line": number, "last_line": number, "headline": row.text.strip()})
        elif row.letter == "T":
            stories[-1]["last_line"] = number
    furniture = [number for number, row in enumerate(rows, 1) if row.letter == "F"]
    return "".join(f"{row.text}\n" for row in rows), {"stories": stories, "furniture": furniture}


def _words_for(stories: Sequence[Story], language: str) -> Words:
    if language == "en":
        return ENGLISH
    return TRADITIONAL if any(holds_traditional("".join(story.paragraphs)) for story in stories) else CHINESE


def write(stories: dict[str, list[Story]], folder: Path, seed: int = 0) -> int:
    """Write the dumps of all languages in all layouts; their number."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for language, pool in stories.items():
        dice = random.Random(seed)
        dice.shuffle(pool)
        ahead = iter(pool)
        while len(group := list(islice(ahead, STORIES))) == STORIES:
            for name, layout in LAYOUTS.items():
                text, known = laid_out([*layout(group, _words_for(group, language), dice)])
                stem = f"{name}-{language}-{count:04}"
                (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
                gold = {"family": f"{name}-{language}", "encoding": "utf-8", **known}
                (folder / f"{stem}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
                count += 1
    return count


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the dumps, and say how many."""
    parser = argparse.ArgumentParser(description="Lay known stories out anew.")
    parser.add_argument("dumps", type=Path, metavar="DUMPS", help="folder of NAME.txt beside NAME.gold.json")
    parser.add_argument("out", type=Path, metavar="OUT", help="new or empty folder for the new dumps")
    parser.add_argument("--family", default="*", help="take the stories of the families that this glob matches")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    if options.out.exists() and any(options.out.iterdir()):
        parser.error(f"{options.out}: is not empty; name a new folder")
    try:
        dumps = [dump for dump in read_dumps(options.dumps) if fnmatchcase(dump.family, options.family)]
    except UnreadableGold as error:
        parser.error(str(error))
    print(f"{write(stories_of(dumps), options.out, options.seed)} dumps in {options.out}")


if __name__ == "__main__":
    main()
