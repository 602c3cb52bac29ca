"""Complete what a date leaves out from the days that its story or page states, so that every day is written one way.

Nothing is taken from the clock of this machine. What cannot be told stays untold.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence
from typing import NamedTuple

from segmenter.tagging.dates import DateReading
from segmenter.tagging.lunar import common_day


class Resolved(NamedTuple):
    """A date written out, and what of it was not printed."""

    value: str
    """ISO 8601, as precise as the print: `2022-11`, `2024-05-15`, `2024-05-15T07:24:36+08:00`."""
    inferred: str | None = None
    """`year`, `month`, `day` or `order`: the largest part that another date supplied."""
    witness: int | None = None
    """Index of that other date among those given; None where the dump's habit (`day_first`) told the order."""


def resolve(reading: DateReading, stated: Sequence[str] = (), day_first: bool | None = None) -> Resolved | None:
    """The date in full, or None where nothing says what is missing.

    `stated` holds the ISO 8601 dates of the story and its page, the most trusted first. A missing year or month makes
    the nearest day that is not after the first of them that can tell. One day after is let pass: a wire's stamp stands
    in another zone than its dateline. `day_first` says how the dump writes `3/4/2021`, where that is known.
    """
    if reading.lunar:
        return _lunar(reading, stated)
    if reading.either_order:
        if day_first is None:
            return _order_by_witness(reading, stated)
        assert reading.year is not None, "such a date is printed with its year"
        told = _swapped(reading) if day_first else reading
        return Resolved(_iso(told, reading.year, told.month, told.day), "order")
    if reading.year is not None:
        return Resolved(_iso(reading, reading.year, reading.month, reading.day))
    for index, iso in enumerate(stated):
        reference = _Reference.of(iso)
        if (day := _nearest(reading, reference)) is not None:
            inferred = "year" if reading.month is not None else "month" if reading.day is not None else "day"
            return Resolved(_iso(reading, day.year, day.month, day.day), inferred, index)
    return None


def days_apart(first: str, second: str) -> int:
    """How many days lie between two ISO dates; a month or a year counts as all its days."""
    one, other = _Reference.of(first), _Reference.of(second)
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def _iso(reading: DateReading, year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    clock = f"T{reading.clock}{reading.zone or ''}" if reading.clock else ""
    return f"{year:04}-{month:02}-{day:02}{clock}"


class _Reference(NamedTuple):
    """The days that a stated date may mean."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, iso: str) -> _Reference:
        if len(iso) >= 10:
            stated = datetime.date.fromisoformat(iso[:10])
            return cls(stated, stated)
        year, month = int(iso[:4]), int(iso[5:7] or 0)
        first = datetime.date(year, month or 1, 1)
        last = datetime.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
        return cls(first, last)

    @property
    def day(self) -> datetime.date | None:
        return self.first if self.first == self.last else None


_ZONE_SLACK = datetime.timedelta(days=1)


def _nearest(reading: DateReading, reference: _Reference) -> datetime.date | None:
    """The day that the reading means where the reference is the story's own day."""
    own = reference.day
    if reading.days_away is not None:
        return own + datetime.timedelta(days=reading.days_away) if own else None
    if reading.weekday is not None:
        return _weekday(reading.weekday, reading.weeks_away, own) if own else None
    if reading.day is None:
        return None
    if reading.years_away is not None or reading.months_away is not None:
        year, month = reference.last.year + (reading.years_away or 0), reading.month
        if reading.months_away is not None:
            if own is None:
                return None
            year, month = _months_on(own, reading.months_away)
        return _date(year, month, reading.day)
    latest = reference.last + _ZONE_SLACK
    # Leap days lie up to eight years apart, and no month is without a given day for longer than two.
    steps = 9 if reading.month is not None else 3
    for step in range(steps):
        if reading.month is not None:
            year, month = latest.year - step, reading.month
        else:
            year, month = _months_on(latest, -step)
        day = _date(year, month, reading.day)
        if day is not None and day <= latest:
            return day
    return None


def _lunar(reading: DateReading, stated: Sequence[str]) -> Resolved | None:
    """The common day of a lunar one; where its year is not printed, the nearest that is not after a stated date."""
    assert reading.month is not None and reading.day is not None, "such a date is printed with month and day"
    if reading.year is not None:
        day = common_day(reading.year, reading.month, reading.day, reading.leap_month)
        return Resolved(day.isoformat()) if day else None
    for index, iso in enumerate(stated):
        latest = _Reference.of(iso).last + _ZONE_SLACK
        for year in range(latest.year, latest.year - (3 if reading.cycle is None else 60), -1):
            if reading.cycle is not None and (year - 4) % 60 != reading.cycle:
                continue
            day = common_day(year, reading.month, reading.day, reading.leap_month)
            if day is not None and day <= latest:
                return Resolved(day.isoformat(), "year", index)
    return None


def _weekday(wanted: int, weeks_away: int | None, own: datetime.date) -> datetime.date:
    if weeks_away is None:
        return own - datetime.timedelta(days=(own.weekday() - wanted) % 7)
    monday = own - datetime.timedelta(days=own.weekday())
    return monday + datetime.timedelta(days=wanted + 7 * weeks_away)


def _months_on(day: datetime.date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def _date(year: int, month: int | None, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month or 0, day)
    except ValueError:
        return None


def _swapped(reading: DateReading) -> DateReading:
    return reading._replace(month=reading.day, day=reading.month, either_order=False)


def _order_by_witness(reading: DateReading, stated: Sequence[str]) -> Resolved | None:
    """The order in which the date falls within a fortnight of a stated one, if only one does."""
    assert reading.year is not None
    choices = [_iso(each, reading.year, each.month, each.day) for each in (reading, _swapped(reading))]
    for index, iso in enumerate(stated):
        near = [choice for choice in choices if days_apart(choice, iso) <= 14]
        if len(near) == 1:
            return Resolved(near[0], "order", index)
    return None
