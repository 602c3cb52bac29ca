"""Find the credits of a story: which of its lines carry one, by which cue, and what each says.

People and datelines are both read from here, since one line often holds both: `新华社北京8月1日电（记者…）`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from segmenter.tagging.credits import Credit, Credited, Piece
from segmenter.tagging.english_credits import read_bare_names, read_english_credit
from segmenter.tagging.english_sentences import read_english_sentences
from segmenter.tagging.heads import find_run_in, outlet_behind_headline, part_head
from segmenter.tagging.known_outlets import outlet_of
from segmenter.tagging.names import has_usual_given, part_chinese_names, write_latin_name

HEAD_LINES, TAIL_LINES, FOOT_LINES = 4, 3, 2
"""How many lines below the headline, at the end, and in the furniture below it are searched whatever their role."""

_BYLINES, _CAPTIONS, _DATELINES = Gate(byline.CUES), Gate(caption.CUES), Gate(dateline.CUES)
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
    """The date with which the text goes on at once."""


def credit_lines(lines: Sequence[Line], settings: Settings) -> list[CreditLine]:
    """The credits of a story's lines, in the order of the text."""
    texts = [line for line in lines if line.role not in _HEADINGS and line.text.strip()]
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
    for gate in _gates_for(line.role, at_head, at_tail):
        found = _match(line, gate, settings)
        if found is not None:
            return found
    if at_head and line.role in (Role.BYLINE, Role.BODY, Role.METADATA):
        framed = following is not None and patterns.match(_WORD_COUNT, following.text) is not None
        credit = read_bare_names(line.text, settings, framed)
        if credit != Credit():
            return CreditLine(line, "byline.bare-names", Role.BYLINE, credit, Piece(0, len(line.text)))
    return None


def _gates_for(role: Role, at_head: bool, at_tail: bool) -> Iterator[Gate]:
    if role is Role.CAPTION:
        yield _CAPTIONS
    elif role is Role.LEDE:
        yield _DATELINES
    if role in _CREDITED:
        yield _BYLINES
        yield _DATELINES
    else:
        if at_head:
            yield _DATELINES
        yield _BYLINES
        if at_tail:
            yield _CLOSINGS
        yield _CAPTIONS


def _match(line: Line, gate: Gate, settings: Settings) -> CreditLine | None:
    """What the first cue says by which something can be read."""
    for cue, match in gate.matches(line.view, settings.lexicon):
        found = _read(line, cue, match, settings)
        if found is not None:
            return found
    return None


def _read(line: Line, cue: Cue, match: regex.Match[str], settings: Settings) -> CreditLine | None:
    groups = {name for name, value in match.groupdict().items() if value}
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    end = match.end()
    credit = _joined(
        read_english_credit(line.text, match, settings), read_english_sentences(line.text, match, settings)
    )
    if "head" in groups or "run_in" in groups:
        head = _read_head(line, match, settings)
        if head is None:
            return None
        credit, start = head
    for group in ("credit", "bare_credit", "open_credit"):
        if group not in groups:
            continue
        bare = group == "bare_credit" or cue.role in (Role.BODY, Role.LEDE)
        for span in match.spans(group):
            read = _read_under_picture if group == "credit" and cue.role is Role.CAPTION else read_chinese_credit
            more = read(line.text, line.view, *span, settings, open_ended=group == "open_credit", bare=bare)
            if more == Credit() and settings.lexicon.compiled(OUTLET_SHAPE).fullmatch(line.view, *span):
                more = Credit(agency=Piece(*span))
            credit = _joined(credit, more)
            if group == "open_credit":
                end = more.end or span[0]
    if "outlet_label" in groups:
        credit = credit._replace(agency=None, day=None)  # the story's source and its stamp, no dateline's
    if "glued_credit" in groups:
        credit = _read_glued(line, *match.span("glued_credit"), settings)
    if "marks" in groups:
        credit = _read_marks(line, match, credit, settings)
    if credit.place is not None and line.text[credit.place.start : credit.place.end] in _NO_PLACES:
        credit = credit._replace(place=None)
    if credit._replace(bare=False, end=0) == Credit() or (cue.role is Role.BODY and _is_source(line, credit, match)):
        return None
    if cue.role is Role.BODY and not (credit.people or credit.agency or credit.day):
        return None
    if cue.role is Role.BODY and credit.bare and not all(_has_usual_name(line, who, settings) for who in credit.people):
        return None
    if cue.id in _CREDITS_PEOPLE and not credit.people:
        return None
    if cue.id in _NAMES_OUTLET and _is_person(line, credit, settings):
        return None
    end = start + len(line.text[start:end].rstrip(" -–—_:,"))
    return CreditLine(line, cue.id, cue.role, credit, Piece(start, max(start, end)), _day_behind(line, end, settings))


def _read_head(line: Line, match: regex.Match[str], settings: Settings) -> tuple[Credit, int] | None:
    """The outlet, place and day of a Chinese dateline, and where it begins; None where a run-in one names no outlet."""
    groups = match.groupdict()
    day = Piece(*match.span("day")) if groups.get("day") else None
    if groups.get("run_in"):
        first, last = match.span("run_in")
        begin = find_run_in(line.view, first, last, settings)
        if begin is None:
            return None
        dated = settings.lexicon.compiled(rf"(?:{DAY})$").search(line.view, begin, last)
        day = Piece(*dated.span()) if dated else None
        first, last = begin, dated.start() if dated else last
    else:
        first, last = match.span("head")
        first = outlet_behind_headline(line.view, first, last, settings)
    agency, region, place = part_head(line.view, first, last, settings, day is not None or "电" in match[0])
    if place is None and groups.get("place"):
        place = Piece(*match.span("place"))
    return Credit(agency=agency, region=region, place=place, day=day), first


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
    return Credit()


def _read_glued(line: Line, start: int, end: int, settings: Settings) -> Credit:
    """The credit that follows a caption's words without a mark; it begins where a known outlet does."""
    for first in range(start, end):
        if outlet_of(line.view, first, settings):
            credit = read_chinese_credit(line.text, line.view, first, end, settings)
            if credit.people:
                return credit
    return Credit()


def _joined(credit: Credit, more: Credit) -> Credit:
    return Credit(
        credit.people + more.people,
        credit.agency or more.agency,
        credit.place or more.place,
        credit.region or more.region,
        credit.day or more.day,
        credit.bare or more.bare,
    )


def _read_marks(line: Line, match: regex.Match[str], credit: Credit, settings: Settings) -> Credit:
    """The author whom a monitoring service puts in brackets, `[ARTICLE] [JUAN HILL]`; a speech names its speaker."""
    start, end = match.span("marks")
    if not patterns.match(_AUTHORED, line.text[start:end]):
        return credit
    for mark in patterns.finditer(_AUTHOR_MARK, line.text[start:end], regex.VERBOSE):
        if not patterns.match(_KINDS_OF_TEXT, mark[0]):
            first, last = start + mark.start("reporter"), start + mark.end("reporter")
            name = write_latin_name(line.text[first:last], settings.lexicon)
            return credit._replace(people=(*credit.people, Credited(Piece(first, last), name, ("reporter",))))
    return credit


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
    following = settings.lexicon.compiled(rf"[\s:,]{{0,3}}(?P<day>{DAY}|{_DAY_WORD})").match(line.view, end)
    return Piece(*following.span("day")) if following else None
