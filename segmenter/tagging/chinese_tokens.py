"""Part a Chinese credit into tokens: role words, names to be, outlets, days, verbs of reporting and marks."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.cues.fragments import DAY, PART_OF_DAY
from segmenter.tagging.known_outlets import outlet_of

TITLE_ENDINGS = "者员生师人家"
"""A role word with such an ending names a person and stands before the name; any other names the work."""

_VERB = r"""(?:综合|联合|即时|独家|集体|现场|实地|连线|采访|随军|外电|摄影)*报[道导]|随军采访|采访(?=$|[\s)/])|专访
    |综合外电|[微专]{0,2}特稿|供本报(?=特稿|$)|新闻(?:分析|幕后|眼|观察)|短评|侧记|特写
|消息|快讯|资讯|(?:瞬眼)?播报|专稿|整合|汇编|汇总|对(?:本|此)文章?[亦也均]?有[\p{Han}]{0,4}贡献|综合|发自
|专?(?:电|讯)(?=$|[\s,:/)\]】;-]|\L<roles>)"""
_NOBODY = r"""(?:图片|照片|资料|文字|数据|信息|消息|稿件|首图)?来源|(?:图片|照片)?提供|供图|供稿|[引来截取]自
    |翻?[摄拍]自|联络
    |推荐者?|统筹|监制|制图|绘图|设计|剪辑
|配音|出品|策划|电话|邮箱|(?:作者)?单位|[\p{Han}A-Z]{0,2}截图"""
_NOISE = r"""参与|\[?图库\]?|\[微博\]|本版|本文|本栏目|资料(?:图片?|照片?)|Pool图片|受访者|北京时间|协力|署名
|常?驻(?:\p{Han}{2,6}、){0,8}\p{Han}{2,6}?(?=(?:特约|特派|首席)*(?:记者|特派员|摄影记者))"""
BARS = "|丨︱│┃∣"
"""Marks that part a label from its names."""
_LATIN = r"[A-Za-z][A-Za-z.'’-]*+\d*+(?:\ [A-Z][A-Za-z.'’-]*+){0,3}"
_TOKEN = rf"""(?P<agency>《[^》]{{1,14}}》)|(?P<day>{DAY}){PART_OF_DAY}?|
    (?P<noise>{_NOISE})
|(?P<nobody>{_NOBODY})|(?P<verb>{_VERB})|(?P<role>\L<roles>)|(?P<latin>{_LATIN})
|(?P<mark>[\s、,;/{BARS}:︰&()「」<>…—–⊙○◇■□●◎◆▲▪*-])|(?P<han>[\p{{Han}}·])|(?P<other>.)"""
_WORK_WORDS = "(?:[文图摄译]|摄影|摄像|图片|视频|撰文|编辑|校对)"
_RUN_OF_NAMES = r"\s+[\p{Han}·][\p{Han}·、\ ]{1,20}?\s+"


@dataclass(slots=True)
class Token:
    """A piece of a credit; `start` and `end` are columns of the line, from 0."""

    kind: str
    """agency, day, noise, nobody, verb, title, work, latin, han, mark or other."""
    start: int
    end: int
    text: str
    """As folded, without inner spaces."""


def tokens_of(view: str, start: int, end: int, settings: Settings) -> list[Token]:
    """The tokens of `view[start:end]`; runs of Chinese characters that no list knows are one token each."""
    pattern = settings.lexicon.compiled(_TOKEN)
    found: list[Token] = []
    position = start
    while position < end:
        kind, stop = _next_kind(pattern, view, position, start, end, settings)
        last = found[-1] if found else None
        if kind == "han":
            stop = position + 1
            if view[position] == "·" and (last is None or last.kind != "han" or last.end != position):
                kind = "mark"
        if kind == "han" and last is not None and last.kind == "han" and last.end == position:
            last.end, last.text = stop, last.text + view[position:stop]
        else:
            found.append(Token(kind, position, stop, view[position:stop]))
        position = stop
    return _join_spaced_names(found, settings)


def _next_kind(
    pattern: regex.Pattern[str], view: str, position: int, start: int, end: int, settings: Settings
) -> tuple[str, int]:
    """The kind of the token at `position`, and where it ends."""
    if known := _whole_outlet(view, position, end, settings):
        return "agency", position + known
    match = pattern.match(view, position, end)
    assert match is not None and match.lastgroup is not None, "the last alternative takes any character"
    kind, stop = match.lastgroup, match.end()
    if kind == "role":
        return _role_kind(view, position, stop, start, end), stop
    if kind == "han" and view[position] in "专电讯":
        dispatch = patterns.compiled("专?[电讯]").match(view, position, end)
        if dispatch and _whole_outlet(view, dispatch.end(), end, settings):
            return "verb", dispatch.end()  # `上海电深圳商报记者`
    return kind, stop


def _whole_outlet(view: str, position: int, end: int, settings: Settings) -> int:
    """Length of the known outlet at `position`; 0 where none is, or where it is part of a Latin word."""
    known = outlet_of(view, position, settings, end)
    if not known:
        return 0
    if view[position + known - 1 : position + known + 1] in ("报道", "报导"):
        return 0  # `布里斯本报道`
    around = view[max(0, position - 1) : position] + view[position + known : position + known + 1]
    in_a_word = patterns.search("[A-Za-z]", around) and patterns.search("[A-Za-z]", view[position : position + known])
    return 0 if in_a_word else known


def _role_kind(view: str, position: int, stop: int, start: int, end: int) -> str:
    """`title`, `work`, or `han` where a word of one character (文, 图, 摄, 译) is only part of a name."""
    word = view[position:stop]
    if len(word) > 1:
        return "title" if word[-1] in TITLE_ENDINGS else "work"
    before, after = view[max(start, position - 30) : position], view[stop : min(end, stop + 30)]
    return "work" if _is_label(before, after) or _is_behind_names(word, before, after) else "han"


def _is_label(before: str, after: str) -> bool:
    """Whether the character between these two is a label: `文：林远`, `文/图`, `文 林远 图 何舟`."""
    if patterns.match(rf"\s*[:︰/{BARS}]|[文图摄]\s*(?:[:︰/{BARS}\s]|$)|、[文图摄]", after) and not patterns.search(
        r"\p{Han}$(?<![文图版])", before
    ):
        return True
    if patterns.search(rf"(?:[/{BARS}]\s*|[文图]、?)$", before) and not patterns.match(r"\p{Han}", after):
        return True
    leads = not before.strip(" ⊙○◇■□●◎◆▲▪*") or patterns.search(rf"(?:^|\s){_WORK_WORDS}{_RUN_OF_NAMES}$", before)
    return patterns.match(r"\s+\p{Han}{2}", after) is not None and bool(leads)


def _is_behind_names(word: str, before: str, after: str) -> bool:
    """Whether the character says what the people named before it did: `林远 摄`, `林远 文 何舟 图`."""
    ends = patterns.match(r"\s*(?:$|[):;,])", after) is not None
    if ends and ((word in "摄译" and before.strip()) or patterns.search(r"\p{Han}{2}\s+$", before)):
        return True
    goes_on = rf"""\s+(?:\p{{Han}}{{0,8}}(?:记者|通讯员|实习生)|[文图摄]\s)
        |{_RUN_OF_NAMES}{_WORK_WORDS}\s*(?:$|[):;,])"""
    return bool(patterns.match(goes_on, after, regex.VERBOSE) and patterns.search(r"\p{Han}{2}\s+$", before))


def _join_spaced_names(tokens: list[Token], settings: Settings) -> list[Token]:
    """Names printed with inner spaces made one token: `刘 军 柴 野` becomes 刘军 and 柴野, `欧阳 修` 欧阳修."""
    joined: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        following = _next_over_space(tokens, position)
        if token.kind == "han" and following is not None and _opens_spaced_name(token, tokens, following, settings):
            other = tokens[following]
            joined.append(Token("han", token.start, other.end, token.text + other.text))
            position = following + 1
        else:
            joined.append(token)
            position += 1
    return joined


def _next_over_space(tokens: list[Token], position: int) -> int | None:
    following = position + 1
    while following < len(tokens) and tokens[following].kind == "mark" and not tokens[following].text.strip():
        following += 1
    if following == position + 1 or following >= len(tokens) or tokens[following].kind != "han":
        return None
    return following


def _opens_spaced_name(token: Token, tokens: list[Token], following: int, settings: Settings) -> bool:
    given = tokens[following].text
    if token.text in settings.lexicon.lists["compound_surnames"]:
        return len(given) <= 2
    surname = (
        len(token.text) == 1
        and token.text in settings.lexicon.lists["common_surnames"] | settings.lexicon.lists["rare_surnames"]
    )
    return surname and len(given) <= 2
