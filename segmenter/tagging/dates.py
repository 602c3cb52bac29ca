"""Read dates as news prints them: what stands there and no more.

What a date leaves out, `date_inference` adds. A day that the calendar lacks is no date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from segmenter import patterns
from segmenter.tagging.date_forms import (
    ADDRESS_DAY,
    BEGINNING,
    CREDIT_CODE,
    DATE,
    DAY_OF_YEAR,
    DAY_WORD,
    EITHER_ORDER,
    LUNAR_DAY,
    MONTH_OF_YEAR,
)
from segmenter.tagging.date_words import (
    AWAY,
    EARLIER_LATER,
    LUNAR_MONTHS,
    YEARS_AWAY,
    month_number,
    number,
    place_in_cycle,
    weekday,
    zone_offset,
)

_ANY_DATE = f"{BEGINNING}(?:{DATE}|{DAY_OF_YEAR}|{MONTH_OF_YEAR})"
_NUMERAL = re.compile("[\\d一二三四五六七八九十百〇○零元正冬腊廿卅]")
"""What no date lacks; most credit lines do, and are spared the long pattern."""


class DateReading(NamedTuple):
    """A date as it stands in a line. What is None is not printed there."""

    start: int
    end: int
    """Where it stands in the folded line, counted from 0; `end` is one past its last character."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None
    """Time of day, `HH:MM:SS`."""
    zone: str | None = None
    """Distance from UTC, `+08:00`; None where the zone's name has several meanings (CST, IST)."""
    either_order: bool = False
    """True for `3/4/2021`: month and day may be the other way round."""
    days_away: int | None = None
    """Days from the story's own day: -1 for 昨日."""
    weekday: int | None = None
    """0 for Monday, where the weekday alone names the day."""
    weeks_away: int | None = None
    """Weeks from the story's own: 0 for 本周三; None for 周三, the last Wednesday."""
    months_away: int | None = None
    """Months from the story's own: -1 for 上月."""
    years_away: int | None = None
    """Years from the story's own: -1 for 去年."""
    lunar: bool = False
    """Month and day are the lunar calendar's, and so is the year."""
    leap_month: bool = False
    cycle: int | None = None
    """Place of the lunar year in its cycle of sixty, where that alone is printed: 40 for 甲辰年."""


@lru_cache(maxsize=512)
def read_date(view: str, start: int = 0, traditional: bool = False) -> DateReading | None:
    """The first date in the folded line that states at least month and day, or month and year.

    In a traditional text a year of two digits counts from the Republic (99年8月1日 is 2010); elsewhere it is no date.

    Kept for a while, since what stands around a story is read for its page too.
    """
    if not _NUMERAL.search(view, start):
        return None
    dated = next(_read(view, start, _compiled(_ANY_DATE), traditional), None)
    return dated or _read_lunar(view, start)


@lru_cache(maxsize=512)
def read_day(view: str, traditional: bool = False) -> DateReading | None:
    """The date at the very start of the text, be it only `4日`, `昨日`, `本周三` or `Monday`.

    Kept for a while, since the datelines of a dump name the same few days.
    """
    dated = read_date(view, traditional=traditional)
    if dated is not None and not view[: dated.start].strip():
        return dated
    return next(_read(view, 0, _compiled(rf"^\s*(?:{DAY_WORD})"), traditional), None)


def read_address_day(view: str) -> DateReading | None:
    """The day inside an address or a file's name."""
    if "19" not in view and "20" not in view:
        return None
    return next(_read(view, 0, _compiled(ADDRESS_DAY), False), None)


def read_credit_code(view: str) -> DateReading | None:
    """The day in the seven digits after the last sentence of a CNA story."""
    if not view.rstrip(" ")[-7:].isdecimal():
        return None
    return next(_read(view, 0, _compiled(CREDIT_CODE), True), None)


def _read_lunar(view: str, start: int) -> DateReading | None:
    """The first day of the lunar calendar that is named as such."""
    if "历" not in view:
        return None
    match = _compiled(LUNAR_DAY).search(view, start)
    if match is None:
        return None
    return DateReading(
        *match.span(),
        year=number(match["year"]) if match["year"] else None,
        month=LUNAR_MONTHS.get(match["month"]) or number(match["month"]),
        day=number(match["day"]),
        lunar=True,
        leap_month=match["leap"] is not None,
        cycle=place_in_cycle(match["cycle"]) if match["cycle"] else None,
    )


def writes_day_first(views: Sequence[str]) -> bool | None:
    """Whether dates such as `25/4/2021` in these lines put the day first; None where none tells or they disagree."""
    pattern = _compiled(EITHER_ORDER)
    orders = {
        int(match["first"]) > 12
        for view in views
        if _NUMERAL.search(view)
        for match in pattern.finditer(view)
        if (int(match["first"]) > 12) != (int(match["second"]) > 12)
    }
    return orders.pop() if len(orders) == 1 else None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return patterns.compiled(pattern, regex.VERBOSE)


def _read(view: str, start: int, pattern: regex.Pattern[str], traditional: bool) -> Iterator[DateReading]:
    for match in pattern.finditer(view, start):
        if view[: match.start()].rstrip().endswith(("农历", "阴历", "旧历")):
            continue
        reading = _reading(match, traditional)
        if reading is not None:
            yield reading


def _reading(match: regex.Match[str], traditional: bool) -> DateReading | None:
    """What the match says, or None where there is no such day."""
    printed = {name: text for name, text in match.groupdict().items() if text is not None}
    year, month, day = _year(printed, traditional), None, None
    if year is None and ("republic" in printed or "year" in printed):
        return None
    either_order = False
    if "first" in printed:
        first, second = int(printed["first"]), int(printed["second"])
        either_order = first != second and max(first, second) <= 12
        month, day = (second, first) if first > 12 else (first, second)
    if "month" in printed:
        month = month_number(printed["month"])
        if month is None:
            return None
    if "day" in printed:
        day = number(printed["day"])
    if not _in_calendar(year, month, day):
        return None
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    clock, zone = _clock(printed)
    return DateReading(
        start,
        match.end(),
        year,
        month,
        day,
        clock,
        zone,
        either_order,
        AWAY[printed["away"].lower()] if "away" in printed and day is None else None,
        weekday(printed["weekday"]) if "weekday" in printed else None,
        EARLIER_LATER[printed["which_week"][0]] if "which_week" in printed else None,
        EARLIER_LATER[printed["which_month"][0]] if "which_month" in printed else None,
        YEARS_AWAY[printed["which_year"]] if "which_year" in printed else None,
    )


def _year(printed: dict[str, str], traditional: bool) -> int | None:
    if "year" in printed:
        return number(printed["year"])
    if "short" in printed:
        # POSIX takes 69 as the turn of the century; no wire file we know is older.
        short = int(printed["short"])
        return short + (1900 if short >= 69 else 2000)
    if "republic" in printed:
        count = number(printed["republic"])
        if count is None or (count < 100 and "era" not in printed and not traditional):
            return None
        if printed.get("mark") and not traditional:
            return None
        return 1911 + count
    return None


def _in_calendar(year: int | None, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    # A leap year where the year is not printed: 2月29日 may be one.
    longest = calendar.monthrange(year or 2000, month)[1] if month else 31
    return 1 <= day <= longest


def _clock(printed: dict[str, str]) -> tuple[str | None, str | None]:
    """Time of day and zone as ISO 8601 writes them."""
    if "hour" not in printed:
        return None, None
    hour, half = int(printed["hour"]), printed.get("half", "").lower().replace(".", "")
    if half in ("pm", "下午", "傍晚", "晚上", "晚间", "晚") and hour < 12 or half == "中午" and hour < 3:
        hour += 12
    elif half in ("am", "凌晨") and hour == 12:
        hour = 0
    clock = f"{hour:02}:{int(printed.get('minute', 0)):02}:{int(printed.get('second', 0)):02}"
    return clock, zone_offset(printed["zone"]) if "zone" in printed else None
