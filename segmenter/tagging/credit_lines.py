"""Find the credits of a story: which of its lines carry one, by which cue, and what each says.

People and datelines are both read from here, since one line often holds both: `新华社北京8月1日电（记者…）`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.cues import byline, caption, dateline
from segmenter.cues.base import Cue
from segmenter.cues.fragments import DAY, OUTLET_SHAPE
from segmenter.cues.gates import Gate
from segmenter.model import Line, Role
from segmenter.tagging.chinese_credits import read_chinese_credit
from segmenter.tagging.credits import NOTHING, Credit, Credited, Piece, groups_of
from segmenter.tagging.english_credits import read_bare_names, read_english_credit
from segmenter.tagging.english_sentences import read_english_sentences
from segmenter.tagging.heads import find_run_in, outlet_behind_headline, part_head
from segmenter.tagging.known_outlets import outlet_of
from segmenter.tagging.names import has_usual_given, part_chinese_names, write_latin_name

HEAD_LINES, TAIL_LINES, FOOT_LINES = 4, 3, 2
"""How many lines below the headline, at the end, and in the furniture below it are searched whatever their role."""

_CLOSINGS, _FOOTS = Gate(byline.CLOSING_CUES), Gate(byline.FOOT_CUES)
_HEADINGS = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD, Role.FURNITURE, Role.SEPARATOR})
_CREDITED = frozenset({Role.CAPTION, Role.LEDE, Role.BYLINE, Role.METADATA})
"""Roles whose lines hold credits wherever they stand."""
_WORD_COUNT = r"\s*[\d.,]{1,7}\s?(?:words|Wörter|mots|palabras|字)\s*$"
_NO_PLACES = frozenset({"CLANDESTINE", "UNDATED"})
_AUTHORED = r"\[(?:ARTICLE|COMMENTARY|EDITORIAL|COLUMN|REPORT)\b"
_AUTHOR_MARK = r"""\[(?:(?:ARTICLE|COMMENTARY|REPORT|EDITORIAL|COLUMN)\ BY\ |BY\ )?(?P<reporter>\p{Lu}[\p{Lu}'’.-]+
    (?:\ \p{Lu}[\p{Lu}'’.-]+){1,3})\]"""
_MADE_PICTURES = frozenset({"photographer", "editor", "translator"})
_CREDITS_PEOPLE = frozenset({"byline.names-report"})
"""Cues that say nothing where they name nobody."""
_AT_THE_END = frozenset({"byline.dash-and-names"})
"""Cues that credit only at a story's end."""
_NAMES_OUTLET = frozenset({"caption.agency-picture"})
_KINDS_OF_TEXT = r"\[(?:PRESS|NEWS|FROM|PASSAGE|WORDS?|DATELINE|NEWS\ CONFERENCE)\b"
_DAY_WORD = r"""农历\p{Han}{2,9}月(?:初|十|廿|二十
    |三十)\p{Han}?|[今昨]\ ?\(\d{1,2}日?\)日?|[本上]周[一二三四五六日天]|(?:[昨今]天|昨[晚夜]
    |今[晨早]|前[天日])(?!是)"""
_DAY_BEHIND = rf"[\s:,]{{0,3}}(?P<day>{DAY}|{_DAY_WORD})"
_ROC_DATE = r"(?<=[。」』”)\]】])\s?(?P<day>1\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01]))\s*$"


class CreditLine(NamedTuple):
    """One credit in one line."""

    line: Line
    cue: str
    role: Role
    """LEDE for a dateline, BYLINE, CAPTION, METADATA, or BODY for a credit that closes a paragraph."""
    credit: Credit
    whole: Piece
    """All of it, as printed."""
    day_after: Piece | None = None
    """The date with which the text goes on at once behind a dateline."""


def credit_lines(lines: Sequence[Line], settings: Settings) -> list[CreditLine]:
    """The credits of a story's lines, in the order of the text."""
    texts = [line for line in lines if line.role not in _HEADINGS and line.text and not line.text.isspace()]
    found: list[CreditLine] = []
    for position, line in enumerate(texts):
        at_head, at_tail = position < HEAD_LINES, position >= len(texts) - TAIL_LINES
        if not (at_head or at_tail or line.role in _CREDITED):
            continue
        following = texts[position + 1] if position + 1 < len(texts) else None
        credit = _first_credit(line, at_head, at_tail, following, settings)
        if credit is not None and (at_tail or credit.cue not in _AT_THE_END):
            found.append(credit)
        if at_tail and credit is not None and credit.role is Role.LEDE:
            closing = _match(line, _CLOSINGS, settings)
            if closing is not None and closing.whole.start >= credit.whole.end:
                found.append(closing)
        if at_tail and (stamp := patterns.search(_ROC_DATE, line.view)):
            day = Piece(*stamp.span("day"))
            found.append(CreditLine(line, "closing.roc-date", Role.BODY, Credit(day=day), day))
    return found


def credits_below(lines: Sequence[Line], around: Sequence[Line], settings: Settings) -> Iterator[CreditLine]:
    """The people whom the furniture right below a story names, as `责任编辑：林远`; what else it says is the page's."""
    last = max((line.number for line in lines), default=0)
    for line in [line for line in around if line.number > last][:FOOT_LINES]:
        credit = _match(line, _FOOTS, settings) if line.role is Role.FURNITURE else None
        if credit is None:
            return
        if credit.credit.people:
            yield credit._replace(role=Role.BYLINE, credit=Credit(credit.credit.people))


def _first_credit(
    line: Line, at_head: bool, at_tail: bool, following: Line | None, settings: Settings
) -> CreditLine | None:
    gate = _gate_of_role(line.role) if line.role in _CREDITED else _gate_of_text(at_head, at_tail)
    found = _match(line, gate, settings)
    if found is None and at_head and line.role in (Role.BYLINE, Role.BODY, Role.METADATA):
        credit = read_bare_names(line.text, settings, lambda: _is_word_count(following))
        if not credit.is_empty():
            return CreditLine(line, "byline.bare-names", Role.BYLINE, credit, Piece(0, len(line.text)))
    return found


def _is_word_count(line: Line | None) -> bool:
    return line is not None and patterns.match(_WORD_COUNT, line.text) is not None


@cache
def _gate_of_role(role: Role) -> Gate:
    """The cues of a line whose role holds credits, in the order in which they are believed."""
    if role is Role.CAPTION:
        return Gate((*caption.CUES, *byline.CUES, *dateline.CUES))
    if role is Role.LEDE:
        return Gate((*dateline.CUES, *byline.CUES))
    return Gate((*byline.CUES, *dateline.CUES))


@cache
def _gate_of_text(at_head: bool, at_tail: bool) -> Gate:
    """The cues of a line of text near the headline or the end, in the order in which they are believed."""
    datelines, closings = dateline.CUES if at_head else (), byline.CLOSING_CUES if at_tail else ()
    return Gate((*datelines, *byline.CUES, *closings, *caption.CUES))


def _match(line: Line, gate: Gate, settings: Settings) -> CreditLine | None:
    """What the first cue says by which something can be read."""
    readings = (_read(line, cue, match, settings) for cue, match in gate.matches(line.view, settings.lexicon))
    return next((found for found in readings if found is not None), None)


def _read(line: Line, cue: Cue, match: regex.Match[str], settings: Settings) -> CreditLine | None:
    groups = groups_of(match)
    end = match.end()
    start = end - len(match[0].lstrip())
    if "head" in groups or "run_in" in groups:
        head = _read_head(line, match, groups, settings)
        if head is None:
            return None
        credit, start = head
    else:
        credit = _joined(
            read_english_credit(line.text, line.view, groups, settings),
            read_english_sentences(line.text, groups, end, settings),
        )
    for group in ("credit", "bare_credit", "open_credit"):
        if group not in groups:
            continue
        bare = group == "bare_credit" or cue.role in (Role.BODY, Role.LEDE)
        for span in match.spans(group):
            read = _read_under_picture if group == "credit" and cue.role is Role.CAPTION else read_chinese_credit
            more = read(line.text, line.view, *span, settings, open_ended=group == "open_credit", bare=bare)
            if more == NOTHING and settings.lexicon.compiled(OUTLET_SHAPE).fullmatch(line.view, *span):
                more = Credit(agency=Piece(*span))
            credit = _joined(credit, more)
            if group == "open_credit":
                end = more.end or span[0]
    if "outlet_label" in groups:
        credit = credit._replace(agency=None, day=None)  # the story's source and its stamp, no dateline's
    if "glued_credit" in groups:
        credit = _read_glued(line, *groups["glued_credit"], settings)
    if "marks" in groups:
        credit = _read_marks(line, groups["marks"], credit, settings)
    if credit.place is not None and line.text[credit.place.start : credit.place.end] in _NO_PLACES:
        credit = credit._replace(place=None)
    if credit.is_empty() or (cue.role is Role.BODY and not _closes(line, credit, match, settings)):
        return None
    if cue.id in _CREDITS_PEOPLE and not credit.people:
        return None
    if cue.id in _NAMES_OUTLET and _is_person(line, credit, settings):
        return None
    end = start + len(line.text[start:end].rstrip(" -–—_:,"))
    day = _day_behind(line, end, settings) if cue.role is Role.LEDE else None
    return CreditLine(line, cue.id, cue.role, credit, Piece(start, max(start, end)), day)


def _read_head(
    line: Line, match: regex.Match[str], groups: Mapping[str, Piece], settings: Settings
) -> tuple[Credit, int] | None:
    """The outlet, place and day of a Chinese dateline, and where it begins; None where a run-in one names no outlet."""
    day = groups.get("day")
    if run_in := groups.get("run_in"):
        first, last = run_in
        begin = find_run_in(line.view, first, last, settings)
        if begin is None:
            return None
        dated = settings.lexicon.compiled(rf"(?:{DAY})$").search(line.view, begin, last)
        day = Piece(*dated.span()) if dated else None
        first, last = begin, dated.start() if dated else last
    else:
        first, last = groups["head"]
        first = outlet_behind_headline(line.view, first, last, settings)
    agency, region, place = part_head(line.view, first, last, settings, day is not None or "电" in match[0])
    return Credit(agency=agency, region=region, place=place or groups.get("place"), day=day), first


def _read_under_picture(
    text: str, view: str, start: int, end: int, settings: Settings, *, open_ended: bool, bare: bool
) -> Credit:
    """Read the credit that closes a caption; it begins behind the caption's own words."""
    for first in (start, *(mark.end() for mark in patterns.finditer(r"[\s。,!?]+", view, pos=start, endpos=end))):
        found = read_chinese_credit(text, view, first, end, settings, open_ended=open_ended, bare=bare)
        if found.people or found.agency:
            people = (
                who if set(who.roles) & _MADE_PICTURES else who._replace(roles=("photographer",))
                for who in found.people
            )
            return found._replace(people=tuple(people))
    return NOTHING


def _read_glued(line: Line, start: int, end: int, settings: Settings) -> Credit:
    """The credit that follows a caption's words without a mark; it begins where a known outlet does."""
    for first in range(start, end):
        if outlet_of(line.view, first, settings):
            credit = read_chinese_credit(line.text, line.view, first, end, settings)
            if credit.people:
                return credit
    return NOTHING


def _joined(credit: Credit, more: Credit) -> Credit:
    if more is NOTHING:
        return credit
    return Credit(
        credit.people + more.people,
        credit.agency or more.agency,
        credit.place or more.place,
        credit.region or more.region,
        credit.day or more.day,
        credit.bare or more.bare,
    )


def _read_marks(line: Line, marks: Piece, credit: Credit, settings: Settings) -> Credit:
    """The author whom a monitoring service puts in brackets, `[ARTICLE] [JUAN HILL]`; a speech names its speaker."""
    start, end = marks
    if not patterns.match(_AUTHORED, line.text[start:end]):
        return credit
    for mark in patterns.finditer(_AUTHOR_MARK, line.text[start:end], regex.VERBOSE):
        if not patterns.match(_KINDS_OF_TEXT, mark[0]):
            first, last = start + mark.start("reporter"), start + mark.end("reporter")
            name = write_latin_name(line.text[first:last], settings.lexicon)
            return credit._replace(people=(*credit.people, Credited(Piece(first, last), name, ("reporter",))))
    return credit


def _closes(line: Line, credit: Credit, match: regex.Match[str], settings: Settings) -> bool:
    """Whether what stands at a paragraph's end credits somebody or some outlet; it may only say where it is from."""
    if _is_source(line, credit, match) or not (credit.people or credit.agency or credit.day):
        return False
    return not credit.bare or all(_has_usual_name(line, who, settings) for who in credit.people)


def _has_usual_name(line: Line, person: Credited, settings: Settings) -> bool:
    return has_usual_given(line.view[person.piece.start : person.piece.end].replace(" ", ""), settings.lexicon)


def _is_person(line: Line, credit: Credit, settings: Settings) -> bool:
    """Whether what stands where an outlet does is a Chinese name: `（林远/供图）`."""
    name = line.view[credit.agency.start : credit.agency.end] if credit.agency else ""
    return name not in settings.agencies and bool(part_chinese_names(name, settings.lexicon, False))


def _is_source(line: Line, credit: Credit, match: regex.Match[str]) -> bool:
    """Whether brackets at a paragraph's end only say where it comes from."""
    return not credit.people and credit.place is None and credit.day is None and "来源" in match[0]


def _day_behind(line: Line, end: int, settings: Settings) -> Piece | None:
    following = settings.lexicon.compiled(_DAY_BEHIND).match(line.view, end)
    return Piece(*following.span("day")) if following else None
