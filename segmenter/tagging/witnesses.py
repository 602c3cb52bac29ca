"""Find the dates that a story states of itself, each with the place where it stands.

Only lines that carry such a date are read: metadata, credit lines, the code after the last sentence, an address beside
the story. A date in a headline or in running text is news, not a date of the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.cues import metadata
from segmenter.cues.base import Cue, Lexicon
from segmenter.cues.gates import Gate
from segmenter.model import Evidence, Line, PageFacts, Role
from segmenter.reading.script import holds_traditional
from segmenter.tagging.dates import DateReading, read_address_day, read_credit_code, read_date, writes_day_first

_UNLABELLED = ("metadata.stamp", "metadata.day", "metadata.outlet-then-time", "metadata.time-then-outlet")
_TAIL = 4
"""Lines at a story's end among which an unlabelled date is still the story's own, not a comment's or a chronicle's."""
_HEAD = 4
"""Lines of a story, its headline among them, where a running head is its own and not the next page's."""
_PARAGRAPH = 50
"""Characters from which a line of text is a paragraph; above the first, share bars and repeated titles may stand."""
_METADATA = Gate(metadata.CUES)
_NUMBER = attrgetter("number")
DAY_FIRST = "day-first"
"""Value of the evidence `order`; the other is `month-first`."""
_SAMPLE = 500
"""Characters in which a traditional text has shown itself as one."""
_DATED = frozenset({Role.METADATA, Role.BYLINE})
"""Roles of the lines that date a story."""
_BESIDE = ("metadata.source-label", "metadata.updated-label")
"""Labels beside which the day of publication may stand without one of its own."""


class Witness(NamedTuple):
    """A date that a line states."""

    reading: DateReading
    line: Line
    cue: str
    credited: bool = False
    """True where the line credits somebody too, so that its day is the day of filing."""

    @property
    def raw(self) -> str:
        return self.line.text[self.reading.start : self.reading.end]

    def evidence(self, field: str, value: str, rule: str, inferred: bool = False) -> Evidence:
        """This date as evidence for the value that the rule took from it."""
        cue = f"{rule}/{self.cue}"
        return Evidence(field, value, self.raw, self.line.number, self.reading.start + 1, cue, inferred)


class StatedDates(NamedTuple):
    """The dates that a story states of itself."""

    own: tuple[Witness, ...] = ()
    """In its own lines, the most trusted first."""
    addresses: tuple[Witness, ...] = ()
    """In addresses beside it."""
    day_first: bool | None = None
    """How its dates such as 3/4/2021 are to be read, where that is known."""
    order: Evidence | None = None
    """The date that shows it, with field `order`."""
    traditional: bool = False
    """Whether its text is in traditional characters, so that years may count from the Republic."""


def stated_dates(lines: Sequence[Line], around: Sequence[Line], page: PageFacts, settings: Settings) -> StatedDates:
    """The dates in a story's lines, and in the lines around it that belong to nobody else."""
    traditional = is_traditional(lines)
    of_the_page = {item.line for item in page.evidence}
    beside = [line for line in around if line.number not in of_the_page]
    cited = [line for line in lines[1:_HEAD] if line.role is Role.FURNITURE and _is_citation(line, settings)]
    dated = sorted((*cited, *(line for line in (*lines, *beside) if line.role in _DATED)), key=_NUMBER)
    own = _own_dates(dated, lines, beside, settings, traditional) if dated else []
    own += _credit_codes(lines)
    addresses = [witness for line in around for witness in _address(line)]
    order = order_shown(dated) or next((item for item in page.evidence if item.field == "order"), None)
    return StatedDates(tuple(own), tuple(addresses), order.value == DAY_FIRST if order else None, order, traditional)


def _is_citation(line: Line, settings: Settings) -> bool:
    """Whether the line names the paper, the day and the page, as a digital edition repeats them under each headline."""
    return any(cue.id == "metadata.folio-citation" for cue, _ in metadata_matches(line, settings))


def metadata_matches(line: Line, settings: Settings) -> tuple[tuple[Cue, regex.Match[str]], ...]:
    """The cues of metadata that fire in the line, with what they matched."""
    return _matches(line.view, settings.lexicon)


@lru_cache(maxsize=256)
def _matches(view: str, lexicon: Lexicon) -> tuple[tuple[Cue, regex.Match[str]], ...]:
    """Kept for a while, since dates, sources and sections are read from the same lines one after the other."""
    return tuple(_METADATA.matches(view, lexicon))


def dates_in(line: Line, settings: Settings, traditional: bool = False) -> tuple[Witness, ...]:
    """The dates that the cues of metadata find in the line, each once."""
    found: list[Witness] = []
    matches = metadata_matches(line, settings)
    names_somebody = "作者" in line.view or "记者" in line.view
    credited = names_somebody and all(cue.id != "metadata.source-label" for cue, _ in matches)
    for cue, match in matches:
        if "(?P<date>" not in cue.pattern or not match["date"]:
            continue
        reading = read_date(match["date"], traditional=traditional)
        if reading:
            start = match.start("date")
            reading = reading._replace(start=start + reading.start, end=start + reading.end)
            if not _overlaps(reading, found):
                found.append(Witness(reading, line, cue.id, credited))
    # The date beside another label: `2019-09-03 来源：某报`, `March 5, 2019 | Updated March 6, 2019`.
    if any(cue.id in _BESIDE for cue, _ in matches):
        reading = _full_date(line, traditional)
        if reading and not _overlaps(reading, found):
            found.append(Witness(reading, line, "dates.beside-label", credited))
    return tuple(found)


def _overlaps(reading: DateReading, found: Iterable[Witness]) -> bool:
    return any(reading.start < other.reading.end and other.reading.start < reading.end for other in found)


def is_traditional(lines: Iterable[Line]) -> bool:
    """Whether the lines hold traditional characters, so that years may count from the Republic."""
    sample = ""
    for line in lines:
        sample += line.text
        if len(sample) >= _SAMPLE:
            break
    return holds_traditional(sample[:_SAMPLE])


def _is_text(line: Line) -> bool:
    return line.role is Role.LEDE or (line.role is Role.BODY and len(line.text) >= _PARAGRAPH)


def _own_dates(
    dated: Sequence[Line], lines: Sequence[Line], beside: Sequence[Line], settings: Settings, traditional: bool
) -> list[Witness]:
    """The dates in the dated ones of the lines, the most trusted first."""
    found = [witness for line in dated for witness in _dates_of(line, settings, traditional)]
    if not found:
        return found
    text_starts = min((line.number for line in lines if _is_text(line)), default=None)
    tail = sorted(line.number for line in (*lines, *beside))[-_TAIL:]
    ranked: list[tuple[tuple[bool, ...], Witness]] = []
    for witness in found:
        number = witness.line.number
        after = text_starts is not None and number > text_starts
        if after and witness.cue in _UNLABELLED and number not in tail:
            continue
        updated, labelled = witness.cue == "metadata.updated-label", witness.cue == "metadata.published-label"
        ranked.append(((updated, witness.reading.year is None, after, not labelled), witness))
    return [witness for _, witness in sorted(ranked, key=itemgetter(0))]


def _dates_of(line: Line, settings: Settings, traditional: bool) -> tuple[Witness, ...]:
    if line.role in (Role.METADATA, Role.FURNITURE):
        return dates_in(line, settings, traditional)
    if line.role is Role.BYLINE and (reading := _full_date(line, traditional)):
        return (Witness(reading, line, "dates.credit-line", credited=True),)
    return ()


def _full_date(line: Line, traditional: bool) -> DateReading | None:
    reading = read_date(line.view, traditional=traditional)
    return reading if reading and reading.year and reading.day else None


def _credit_codes(lines: Sequence[Line]) -> Iterator[Witness]:
    for line in lines:
        coded = line.role is not Role.HEADLINE and line.view.rstrip(" ")[-1:].isdecimal()
        if coded and (reading := read_credit_code(line.view)):
            yield Witness(reading, line, "dates.credit-code", credited=True)


def _address(line: Line) -> Iterator[Witness]:
    if patterns.search(r"https?://|www\.", line.view) and (reading := read_address_day(line.view)):
        yield Witness(reading, line, "dates.address")


def order_shown(lines: Iterable[Line]) -> Evidence | None:
    """The first date that shows whether these lines put the day before the month; None where none does."""
    dated = list(lines)
    day_first = writes_day_first([line.view for line in dated])
    if day_first is None:
        return None
    for line in dated:
        if writes_day_first([line.view]) == day_first and (reading := read_date(line.view)):
            raw = line.text[reading.start : reading.end]
            value = DAY_FIRST if day_first else "month-first"
            return Evidence("order", value, raw, line.number, reading.start + 1, "dates.order")
    return None
