"""Read the dateline of a story: where, for whom and on which day it was filed.

The day stays text here (`DatelineReading.day`): which year `8月1日` belongs to is decided by `tagging.dates`, which
knows the page's other dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.model import Dateline, Evidence, Line, Role
from segmenter.reading.folding import fold
from segmenter.tagging.credit_lines import CreditLine, credit_lines
from segmenter.tagging.credits import Piece
from segmenter.tagging.known_outlets import outlet_of
from segmenter.tagging.names import write_place, write_region


class Span(NamedTuple):
    """A piece of one line."""

    line: int
    """Number of the line, from 1."""
    column: int
    """Column of the first character, from 1."""
    text: str
    """Exactly the slice of the line at `column`, unfolded; it ends before `column + len(text)`."""


class DatelineReading(NamedTuple):
    """What the start of the text says; nothing in it where there is no dateline."""

    dateline: Dateline
    """Place, region, agency, agency_id and raw; `date` is always None here."""
    day: Span | None = None
    """The day as printed: `８月１日`, `4日`, `五月九日`, `十六日`, `March 5`, `Jan. 8`, `14 MAR 90`, `March 14 2013`,
    `2011-03-09`, or a date code of the Republic of China as `1050521`."""
    day_follows: bool = False
    """True where the dateline states no day and `day` is the date with which the text goes on at once."""
    evidence: tuple[Evidence, ...] = ()
    """Fields `dateline.place`, `dateline.region` and `dateline.agency`, where each was read."""


_PART_OF_OUTLET = (
    r"""(?:\p{Han}{2}频道|\p{Han}{2,3}版|客户端|军事|科技|财经|体育|娱乐|教育|环保|国际)?(?:\s?[-·/、(].*)?"""
)
_ORDER = (Role.METADATA, Role.LEDE, Role.BYLINE, Role.BODY)
"""Which credit's word counts first. A caption's counts only in a story that has no other credit."""
_RULES = {
    Role.METADATA: "dateline.label",
    Role.LEDE: "dateline.opening",
    Role.BYLINE: "dateline.byline",
    Role.BODY: "dateline.closing-credit",
    Role.CAPTION: "dateline.caption-alone",
}
"""The rule that trusts a credit, by its place in the story."""


def read_dateline(lines: Sequence[Line], settings: Settings, around: Sequence[Line] = ()) -> DatelineReading:
    """Read the dateline out of a story's lines, given in the order of the dump, headline first.

    `around` are the lines of furniture beside it: where they name the outlet of a caption, that is the page's own.

    A byline or a credit at the end supplies what the dateline leaves out, since each may hold the outlet, the place and
    the day: `（新华社北京8月1日电）`, `记者某某发自上海`.
    """
    return dateline_in(credit_lines(lines, settings), settings, around)


def dateline_in(credits: Sequence[CreditLine], settings: Settings, around: Sequence[Line]) -> DatelineReading:
    """The dateline that the credits of a story make up; see `read_dateline`."""
    ranked = [credit for credit in credits if credit.role in _ORDER]
    found = sorted(ranked, key=lambda credit: _ORDER.index(credit.role))
    if not found:
        found = [credit for credit in credits if not _is_of_the_page(credit, around)]
    if not found:
        return DatelineReading(Dateline())
    agency = next(((credit, credit.credit.agency) for credit in found if credit.credit.agency), None)
    place = next(((credit, credit.credit.place) for credit in found if credit.credit.place), None)
    day = next(((credit, credit.credit.day) for credit in found if credit.credit.day), None)
    after = next(
        ((credit, credit.day_after) for credit in found if credit.day_after and credit.role is Role.LEDE), None
    )
    region = (place[0], place[0].credit.region) if place and place[0].credit.region else None
    raw = next((credit for credit in found if credit.credit.agency or credit.credit.place or credit.credit.day), None)
    values = {
        "place": _place(*place) if place else None,
        "region": write_region(_printed(*region)) if region and region[1] else None,
        "agency": _printed(*agency) if agency else None,
    }
    pieces = {"place": place, "region": region, "agency": agency}
    evidence = [
        item
        for name, value in values.items()
        if value and (piece := pieces[name])
        for item in (_evidence(name, value, *piece), *_rivals(name, value, piece[0], found))
    ]
    dateline = Dateline(
        **values,
        agency_id=_agency_id(values["agency"], settings),
        raw=_printed(raw, raw.whole) if raw else None,
    )
    dated = day or after
    return DatelineReading(
        dateline, _span(*dated) if dated else None, day is None and after is not None, tuple(evidence)
    )


def _is_of_the_page(credit: CreditLine, around: Sequence[Line]) -> bool:
    """Whether the page's small print names the outlet of the credit too; its own photographer files nothing."""
    outlet = _printed(credit, credit.credit.agency) if credit.credit.agency else None
    small_print = (line.text.casefold() for line in around if line.role is Role.FURNITURE)
    return outlet is not None and any(outlet.casefold() in text for text in small_print)


def _evidence(name: str, value: str, credit: CreditLine, piece: Piece) -> Evidence:
    cue = f"{_RULES[credit.role]}/{credit.cue}"
    return Evidence(f"dateline.{name}", value, _printed(credit, piece), credit.line.number, piece.start + 1, cue)


def _rivals(name: str, chosen: str, chosen_from: CreditLine, found: Sequence[CreditLine]) -> list[Evidence]:
    """The credits that name another outlet or another place than the chosen one, each value once."""
    rivals: dict[str, Evidence] = {}
    for credit in found:
        if credit is chosen_from:
            continue
        piece = {"agency": credit.credit.agency, "place": credit.credit.place}.get(name)
        value = piece and (_place(credit, piece) if name == "place" else _printed(credit, piece))
        if piece and value and value != chosen:
            rivals.setdefault(value, _evidence(name, value, credit, piece))
    return list(rivals.values())


def _printed(credit: CreditLine, piece: Piece) -> str:
    return credit.line.text[piece.start : piece.end]


def _span(credit: CreditLine, piece: Piece) -> Span:
    return Span(credit.line.number, piece.start + 1, _printed(credit, piece))


def _place(credit: CreditLine, piece: Piece) -> str:
    """The place as the record writes it, several joined by `/`."""
    printed = _printed(credit, piece)
    if printed.replace(" ", "").isalpha():
        return write_place(printed)  # one place
    parts = patterns.split(r"\s*(?:[、/／]|(?<=\p{Han})[－—–-](?=\p{Han}))\s*", printed)
    return "/".join(write_place(part) for part in parts if part)


def _agency_id(agency: str | None, settings: Settings) -> str | None:
    """The id of the agency as printed, or of the outlet it is a part of: `新华网江西频道`, `经济日报-中国经济网`."""
    if agency is None:
        return None
    folded = fold(agency)
    known = outlet_of(folded, 0, settings)
    if known and (known == len(folded) or patterns.fullmatch(_PART_OF_OUTLET, folded[known:], regex.VERBOSE)):
        return settings.agencies[folded[:known]]
    return None
