"""Say what a run of Chinese characters in a credit is, that no list knows: names, an outlet, a place, a description."""

from __future__ import annotations

import regex

from segmenter import patterns
from segmenter.cues.fragments import OUTLET_SHAPE
from segmenter.tagging.chinese_tokens import Token
from segmenter.tagging.credit_state import CreditState
from segmenter.tagging.names import is_likely_name, part_chinese_names, starts_with_surname

PROVIDED = frozenset({"提供", "供图", "供稿"})
"""Words that stand behind who provided a picture or a text."""
PICTURES = frozenset({"图片", "照片"})

_MODIFIERS = r"""(?:特约|特派|见习|首席|高级|资深|专职|职工|专栏|执笔|参与|常?驻\p{Han}{1,8}|赴\p{Han}{1,10}|全媒体
    |融媒体|财经|图片|文字|体育)+$"""
_HONORIFICS = tuple(
    "研究员 教授 律师 博士后 博士 主任 顾问 学者 专家 院长 会长 主席 秘书长 理事 医生 讲师 作家 馆长"
    " 校长 老师 学院 大学 研究所".split()
)
_HONORIFIC = rf"\p{{Han}}{{0,30}}(?:{'|'.join(_HONORIFICS)})"
_DESK = r"\p{Han}{2,6}(?:中心|组|部)"
_DESCRIBING = ("系", "是", "为", "现为", "现任", "均为")
_DESCRIBES = rf"(?:{'|'.join(_DESCRIBING)})"
_NAME_THEN_WORD = r"(?P<name>\p{Han}{2,3})(?:今天|昨天|昨日|今日|日前|近日|从)"
_LINKING_WORDS = frozenset("据由和与版发")
_SOURCES = ("来源", "单位")
"""Labels before which a name may end."""
_AGENCY_AND_PLACE = r"(?P<agency>\p{Han}{2,4}社)(?![区區会會])\p{Han}{2,6}$"
"""A news agency that no list knows, and the town from which it reports."""
_LONGEST_PLACE = 8
_NO_PLACES = frozenset({"网站", "本站", "综合", "中心"})
_NEWS = ("消息", "快讯", "资讯", "整合", "汇编", "汇总", "综合")
"""Verbs behind which no place stands."""
_COUNTY = "市县区州"
_EDGES = frozenset({"mark", "edge", "title", "work", "agency", "verb", "nobody", "noise"})


def read_run(state: CreditState, token: Token) -> None:
    """Read the run into the state; stop it where the run is part of no credit."""
    touching = state.near(1, over_space=False)
    behind = touching.text if touching else ""
    if _is_description(state, token):
        skip_description(state)
    elif behind in (":", "︰"):
        state.credit_nobody()  # a label that no list knows
    elif (touching is not None and touching.kind == "nobody" and behind[-2:] not in _SOURCES) or (
        state.mark(-1) == "「" and state.mark(1) == "」"
    ):
        return
    elif behind in PICTURES:
        if _is_outlet(state, token.text):
            state.set_agency(token.start, token.end)
    elif state.title == "writer" and (author := patterns.match(rf"(\p{{Han}}{{2,3}}){_DESCRIBES}", token.text)):
        state.add_names(token.start, part_chinese_names(author[1], state.settings.lexicon, True))
        skip_description(state)
    else:
        _read_plain_run(state, token)


def _read_plain_run(state: CreditState, token: Token) -> None:
    start, run, lists = token.start, token.text, state.settings.lexicon.lists
    if state.kind(1) == "title":
        run = patterns.sub(_MODIFIERS, "", run, flags=regex.VERBOSE) if token.end - start == len(run) else run
        if not run or _read_outlet_before_title(state, start, run):
            return
    before, following = state.near(-1), state.near(1)
    reported = (following is not None and following.kind == "verb" and following.text not in _NEWS) or (
        state.kind(1) == "day" and _verb_follows_day(state)
    )
    if (before is not None and before.text == "发自") or (reported and state.kind(-1, over_space=False) == "day"):
        state.set_place(start, run)
    elif not (state.title or state.work) and len(run) >= 4 and _is_outlet(state, run):
        state.set_agency(start, start + len(run))
    elif (reported and _read_place(state, start, run)) or _read_names(state, token, start, run):
        return
    elif run in lists["places"]:
        state.set_place(start, run)
    elif _is_outlet(state, run):
        state.set_agency(start, start + len(run))
    elif not (state.nobody or run in _LINKING_WORDS or run in lists["countries"]):
        _read_described_name(state, start, run)


def _is_description(state: CreditState, token: Token) -> bool:
    """Whether the run opens what somebody is: `，系某大学教授`."""
    described = bool(state.names or state.title) and token.text.startswith(_DESCRIBING)
    return described and state.kind(-1) in ("mark", "title")


def skip_description(state: CreditState) -> None:
    """Pass over a description; a name that stands apart at its end, or behind a title in it, is the author's."""
    if state.title_waits() and _read_name_behind_honorific(state, state.tokens[state.position]):
        state.position = len(state.tokens)
        return
    while state.position + 1 < len(state.tokens) and state.tokens[state.position + 1].text not in (";", "|"):
        state.position += 1
    token, before = state.tokens[state.position], state.near(-1)
    apart = state.kind(-1, over_space=False) == "mark"
    described = apart and before is not None and patterns.fullmatch(_HONORIFIC, before.text)
    if described and token.kind == "han" and state.title_waits():
        state.add_names(token.start, part_chinese_names(token.text, state.settings.lexicon, False))


def _read_name_behind_honorific(state: CreditState, token: Token) -> bool:
    """Read `是某大学教授林远`."""
    match = patterns.fullmatch(rf"(?:{_DESCRIBES}){_HONORIFIC}(?P<name>\p{{Han}}{{2,3}})", token.text)
    if match is None or not starts_with_surname(match["name"], state.settings.lexicon):
        return False
    names = part_chinese_names(match["name"], state.settings.lexicon, False)
    if len(names) == 1:
        state.add_names(token.start + match.start("name"), names)
    return len(names) == 1


def _read_outlet_before_title(state: CreditState, start: int, run: str) -> bool:
    """Take what stands right before a title as its outlet; False where it is names."""
    lexicon = state.settings.lexicon
    if run in lexicon.lists["countries"] or run in lexicon.lists["places"]:
        return True
    glued = state.kind(1, over_space=False) == "title"
    first = state.title is None and not state.names and state.kind(-1) in ("edge", "mark", "agency")
    unnamed = first or not part_chinese_names(run, lexicon, False)
    if lexicon.compiled(OUTLET_SHAPE).fullmatch(run) or (glued and unnamed and len(run) <= 6):
        state.set_agency(start, start + len(run))
        return True
    return False


def _is_outlet(state: CreditState, run: str) -> bool:
    return state.settings.lexicon.compiled(rf"(?:{OUTLET_SHAPE}|{_DESK})").fullmatch(run) is not None


def _verb_follows_day(state: CreditState) -> bool:
    behind = (token for token in state.tokens[state.position + 1 :] if token.kind != "day" and token.text.strip())
    following = next(behind, None)
    return following is not None and following.kind == "verb"


def _read_place(state: CreditState, start: int, run: str) -> bool:
    """Read `台北` before 报道, or `林某台北` glued together; False where the run is names alone."""
    if run in _NO_PLACES:
        return True
    if _read_known_place(state, start, run):
        return True
    dated = state.kind(1) == "day"
    opens_name = starts_with_surname(run, state.settings.lexicon)
    after_slash = state.mark(-1) == "/" and bool(state.names or state.title)
    awaited = state.title_waits() or (state.title is not None and state.mark(-1) == "、")
    if after_slash or (dated and not (awaited and opens_name)):
        if glued := patterns.match(_AGENCY_AND_PLACE, run) if not (state.title or state.agency) else None:
            state.set_agency(start, start + glued.end("agency"))
            start, run = start + glued.end("agency"), run[glued.end("agency") :]
        state.set_place(start, run)
        return True
    names = part_chinese_names(run, state.settings.lexicon, state.title_waits())
    if opens_name and len(run) >= (4 if dated else 6) and (awaited or not state.names):
        if not dated and names:
            return False
        length = 3 if len(run) >= 5 else 2
        state.add_name(start, start + length)
        state.set_place(start + length, run[length:])
        return True
    if len(run) > _LONGEST_PLACE or (names and (opens_name or not state.title or state.title_waits())):
        return False
    verb = state.near(1)
    if (
        not (state.title or state.names or state.agency or dated)
        and verb is not None
        and verb.text not in ("专电", "电")
        and run not in state.settings.lexicon.lists["not_names"]
    ):
        state.set_agency(start, start + len(run))  # `【环球综合报道】`
    else:
        state.set_place(start, run)
    return True


def _read_known_place(state: CreditState, start: int, run: str) -> bool:
    """Read a run that ends with a place of the list, alone, behind its country or glued to names."""
    lists = state.settings.lexicon.lists
    for length in range(min(len(run), _LONGEST_PLACE), 1, -1):
        place = run[-length:]
        if place not in lists["places"] and not (place[:-1] in lists["places"] and place[-1] in _COUNTY):
            continue
        head = run[:-length]
        if not head and state.title_waits() and part_chinese_names(run, state.settings.lexicon, False):
            return False  # `记者林芝报道`
        if not head or head in lists["countries"]:
            state.set_place(start, run)
            return True
        names = part_chinese_names(head, state.settings.lexicon, False)
        if names and (state.mark(-1) != "/" or not (state.names or state.title)):
            state.add_names(start, names)
            state.set_place(start + len(head), run[-length:])
            return True
    return False


def _read_names(state: CreditState, token: Token, start: int, run: str) -> bool:
    """Read the run as names; False where it is none."""
    framed = state.follows_role() and state.kind(-1, False) in _EDGES and state.kind(1, False) in _EDGES
    a_place = run in state.settings.lexicon.lists["places"] and not (state.title or state.work)
    names = (
        []
        if a_place or (run.endswith(_HONORIFICS) and patterns.fullmatch(_HONORIFIC, run))
        else part_chinese_names(run, state.settings.lexicon, framed)
    )
    if not names and state.bare and not (state.title or state.work) and _stands_free(state, run):
        state.add_unsure_name(start, start + len(run))
        return True
    if not names or (state.open_ended and not state.credited and state.kind(1, False) == "other"):
        return False
    if token.end - token.start != len(token.text):
        state.add_name(token.start, token.end)  # printed with spaces inside
    else:
        state.add_names(start, names)
    return True


def _stands_free(state: CreditState, run: str) -> bool:
    """Whether the run may be a name that no table knows, in a row of names: `(林远 秋彤)`."""
    beside = (state.kind(-1, over_space=False), state.kind(1, over_space=False))
    return set(beside) <= {"mark", "edge"} and is_likely_name(run, state.settings.lexicon)


def _read_described_name(state: CreditState, start: int, run: str) -> None:
    """Read `某学院研究员周某` behind a label; what is neither name nor description ends the credit."""
    described = patterns.fullmatch(rf"{_HONORIFIC}(?P<name>\p{{Han}}{{2,4}})?", run)
    glued = patterns.match(_NAME_THEN_WORD, run) if state.open_ended and state.title else None
    match = described or glued
    name = match["name"] if match else None
    if match is not None and name and len(part_chinese_names(name, state.settings.lexicon, False)) == 1:
        state.add_name(start + match.start("name"), start + match.end("name"))
        if glued is not None:
            state.stop(start + match.end("name"))
    elif (described is None or name) and not _organisation_behind_label(state, run):
        state.stop(start)


def _organisation_behind_label(state: CreditState, run: str) -> bool:
    """Whether the run may be where the person named next belongs: `撰文：某协会 研究员某某`."""
    return state.title == "writer" or (state.work == ["writer"] and len(run) >= 4 and not state.open_ended)
