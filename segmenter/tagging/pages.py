"""Read what a page says for all of its stories: its stamp or folio, its outlet, the years it states, its section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.model import Evidence, Line, PageFacts, Role
from segmenter.tagging.date_inference import resolve
from segmenter.tagging.dates import DateReading, read_address_day, read_date
from segmenter.tagging.sources import looks_like_outlet, outlet_alone, sources_in
from segmenter.tagging.witnesses import DAY_FIRST, Witness, dates_in, is_traditional, order_shown

_RIGHTS = r"(?i:copyright|©|\(c\)|all\ rights\ reserved)|版权|著作权|许可证|备案"
_LINK = r"https?://|www\."
_FOLIO_WORD = r"星期|农历|[版期号]|\b(?i:page|vol|no|edition|issue|volume)\b|(?<!\S)[A-H]\d{1,2}(?!\S)"
_FOLIO_SECTION = r"(?:第?\s?[A-Z]?\d{1,3}\s?版|\b[A-D]\d{1,2}版?)\s*[:·|]?\s*(?P<section>\L<sections>)"
_PIECE = r"[^\s|,:《》](?:[^|,:《》\s]|(?<=[A-Za-z])\ (?=[A-Za-z]))*+"
"""One word of a folio, or Latin words in a row."""
_PARTED = r"\s*[|·—]\s*|\s+(?=\p{Han})|(?<=\p{Han})\s+|\s{2,}"
"""What parts the pieces of a folio."""
_MARKS = " -–—|·,:"
_LONGEST_FOLIO = 90
_MASTHEAD = 3
"""Lines at the head of a page among which its masthead stands."""
_LONGEST_MASTHEAD = 40

_STAMP, _FOLIO, _CODE = range(3)


def read_page(lines: Sequence[Line], settings: Settings, dump: Sequence[Line] = ()) -> PageFacts:
    """The facts in the lines of a page's head and foot, given in the order of the dump.

    Evidence for each field names the chosen line first, then those that say otherwise. Besides the fields of
    `PageFacts` it may tell a `section`, and the `order` of day and month that the page's dates show, or else those of
    `dump`, the lines of metadata of all its pages.
    """
    dates = sorted(_dates(lines, settings), key=lambda ranked: ranked[0])
    order = order_shown(lines) or order_shown(dump)
    day_first = order.value == DAY_FIRST if order else None
    published = [item for _, witness in dates for item in _told(witness, day_first)]
    sources = [item for _, item in sorted(_sources(lines, settings), key=lambda ranked: ranked[0])]
    years = list(_years(lines))
    return PageFacts(
        published=published[0].value if published else None,
        source=sources[0].value if sources else None,
        years=tuple(sorted({int(item.value) for item in years})),
        evidence=(
            *_chosen_and_rivals(published),
            *_chosen_and_rivals(sources),
            *years,
            *_sections(lines, settings),
            *([order] if order else []),
        ),
    )


def _dates(lines: Sequence[Line], settings: Settings) -> Iterator[tuple[int, Witness]]:
    traditional = is_traditional(lines)
    for position, line in enumerate(lines):
        if patterns.search(_RIGHTS, line.view, regex.VERBOSE):
            continue
        stamps = dates_in(line, settings, traditional)
        yield from ((_STAMP, witness) for witness in stamps if witness.cue != "metadata.updated-label")
        if stamps or patterns.search(_LINK, line.view) or len(line.view) > _LONGEST_FOLIO:
            continue
        if reading := read_date(line.view, traditional=traditional):
            # What stands first, is no headline and ends in a date begins with the page's name, whatever it is called.
            ends = reading.start > 0 and not _bare(line.view[reading.end :])
            is_name = ends and position == 0 and line.number == 1 and line.role is Role.FURNITURE
            if reading.year and reading.day and (is_name or _is_folio(line.view, reading, settings)):
                yield _FOLIO, Witness(reading, line, "pages.folio")
        elif reading := read_address_day(line.view):
            yield _CODE, Witness(reading, line, "pages.code")


def _is_folio(view: str, date: DateReading, settings: Settings) -> bool:
    """Whether the line holds little but the date, a word of folios, or an outlet's name beside the date."""
    rest = [view[: date.start], view[date.end :]]
    pieces = [piece for part in rest for piece in patterns.split(_PARTED, part)]
    return (
        (date.end - date.start) * 4 >= len(view.strip()) * 3
        or patterns.search(_FOLIO_WORD, view) is not None
        or any(looks_like_outlet(piece, settings) for piece in map(_bare, (*rest, *pieces)) if piece)
    )


def _bare(piece: str) -> str:
    return piece.strip(_MARKS)


def _told(witness: Witness, order: bool | None) -> Iterator[Evidence]:
    if resolved := resolve(witness.reading, (), order):
        line, start = witness.line.number, witness.reading.start
        yield Evidence("published", resolved.value, witness.raw, line, start + 1, witness.cue)


def _sources(lines: Sequence[Line], settings: Settings) -> Iterator[tuple[int, Evidence]]:
    for position, line in enumerate(lines):
        yield from sources_in(line, settings)
        if position < _MASTHEAD and (masthead := _masthead(line, settings)):
            name = line.text[slice(*masthead.span("source"))]
            yield 10, Evidence("source", name, name, line.number, masthead.start("source") + 1, "pages.masthead")
        if len(line.view) > _LONGEST_FOLIO or patterns.search(_LINK, line.view):
            continue
        reading = read_date(line.view)
        if reading is None:
            continue
        for piece in patterns.finditer(_PIECE, line.view, regex.VERBOSE):
            outside = piece.end() <= reading.start or piece.start() >= reading.end
            if outside and looks_like_outlet(piece[0], settings):
                name = line.text[piece.start() : piece.end()]
                yield 9, Evidence("source", name, name, line.number, piece.start() + 1, "pages.folio")


def _masthead(line: Line, settings: Settings) -> regex.Match[str] | None:
    """What `outlet_alone` finds in a line that is no longer than a masthead and claims no rights."""
    if len(line.text.strip()) > _LONGEST_MASTHEAD:
        return None
    outlet = outlet_alone(line.view, settings)
    return None if outlet and patterns.search(_RIGHTS + "|:", line.view, regex.VERBOSE) else outlet


def _years(lines: Sequence[Line]) -> Iterator[Evidence]:
    """The last year of each copyright line."""
    for line in lines:
        if patterns.search(_RIGHTS, line.view, regex.VERBOSE):
            found = list(patterns.finditer(r"(?<!\d)(?:19[89]|20\d)\d(?!\d)", line.view))
            if found:
                year = max(found, key=lambda match: int(match[0]))
                raw = line.text[year.start() : year.end()]
                yield Evidence("year", year[0], raw, line.number, year.start() + 1, "pages.rights")


def _sections(lines: Sequence[Line], settings: Settings) -> Iterator[Evidence]:
    for line in lines:
        folio = settings.lexicon.compiled(_FOLIO_SECTION).search(line.view)
        for match, cue in ((folio, "pages.folio"), (_masthead(line, settings), "pages.masthead")):
            if match and match["section"]:
                name = line.text[slice(*match.span("section"))]
                yield Evidence("section", name, name, line.number, match.start("section") + 1, cue)


def _chosen_and_rivals(found: Sequence[Evidence]) -> Iterator[Evidence]:
    if found:
        yield found[0]
        yield from (item for item in found[1:] if item.value[:10] != found[0].value[:10])
