"""Read the dateline of a story: where, for whom and on which day it was filed.

The day stays text here (`DatelineReading.day`): which year `8月1日` belongs to is decided by `tagging.dates`, which
knows the page's other dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmenter.model import Dateline, Evidence, Line

if TYPE_CHECKING:
    from segmenter.config import Settings


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one line."""

    line: int
    """Number of the line, from 1."""
    column: int
    """Column of the first character, from 1."""
    text: str
    """Exactly the slice of the line at `column`, unfolded; it ends before `column + len(text)`."""


@dataclass(frozen=True, slots=True)
class DatelineReading:
    """What the start of the text says; nothing in it where there is no dateline."""

    dateline: Dateline
    """Place, region, agency, agency_id and raw; `date` is always None here."""
    day: Span | None = None
    """The day as printed: `８月１日`, `4日`, `五月九日`, `十六日`, `March 5`, `Jan. 8`, `14 MAR 90`, `March 14 2013`."""
    day_follows: bool = False
    """True where the dateline states no day and `day` is the date with which the text goes on at once."""
    evidence: tuple[Evidence, ...] = ()
    """Fields `dateline.place`, `dateline.region` and `dateline.agency`, where each was read."""


def read_dateline(lines: Sequence[Line], settings: Settings) -> DatelineReading:
    """Read the dateline out of a story's lines, given in the order of the dump, headline first."""
    raise NotImplementedError
