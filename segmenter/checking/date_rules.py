"""What can be wrong with the dates of a story: `date`, and `date` in the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from segmenter.checking.file_rules import dotted
from segmenter.checking.rule import Finding, Rule, StoryFile, examples
from segmenter.rendering.front_matter import Path

_DATES: Final[tuple[Path, ...]] = (("date",), ("dateline", "date"))
_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?(?:Z|[+-](?P<east>\d\d):(?P<north>\d\d))?)?)?)?",
    re.ASCII,
)
_FORMS: Final = "2024-05-15, 2024-05, 2024 or 2024-05-15T07:24:36+08:00"
_YEAR: Final = re.compile(r"([12]\d{3}) ?年", re.ASCII)


def date_problem(text: str) -> str | None:
    """`form` for what is no ISO 8601 date, `calendar` for one that is on no calendar or clock; else None."""
    found = _ISO.fullmatch(text)
    if not found:
        return "form"
    numbers = {name: int(number) for name, number in found.groupdict().items() if number is not None}
    zone = numbers.pop("east", 0), numbers.pop("north", 0)
    try:
        datetime(**{"month": 1, "day": 1, **numbers})  # type: ignore[arg-type]
    except ValueError:
        return "calendar"
    return None if zone[0] <= 23 and zone[1] <= 59 else "calendar"


def stated_dates(file: StoryFile) -> Iterator[tuple[Path, str]]:
    """Each date of the file, as text."""
    for path in _DATES:
        value = file.value(path)
        # A date without quotes is text here, but 2024 or 20240515 is a number.
        text = file.typed(path) if isinstance(value, int | float) else value
        if isinstance(text, str) and text.strip():
            yield path, text


def _date_form(file: StoryFile) -> Iterator[Finding]:
    """A date is not written as ISO 8601: `2024-05-15`, `2024-05`, `2024` or `2024-05-15T07:24:36+08:00`.

    Only so do dates sort as texts, and do all site generators read them. `--fix` rewrites a date that has one meaning:
    `2024/5/15`, `2024年5月15日`, `May 15, 2024`, `2024-05-15 07:24`. In `3/4/2024` it cannot know the month.
    """
    for path in _DATES:
        if isinstance(file.value(path), list | dict):
            yield Finding(file.line(path), f"{dotted(path)} is no date")
    for path, text in stated_dates(file):
        if date_problem(text) == "form":
            iso = _iso(text)
            typed = file.typed(path)
            quote = typed[:1] if typed[:1] == '"' else "'"
            edits = file.typing(path, f"{quote}{iso}{quote}", iso) if iso else ()
            message = f"{dotted(path)} {text!r} is not written as {_FORMS}"
            yield Finding(file.line(path), message, edits)


def _date_impossible(file: StoryFile) -> Iterator[Finding]:
    """A date is on no calendar, or its time on no clock: `2024-02-30`, `2024-05-15T25:00`."""
    for path, text in stated_dates(file):
        if date_problem(text) == "calendar":
            yield Finding(file.line(path), f"{dotted(path)} {text!r} is on no calendar or clock")


def _iso(text: str) -> str | None:
    """The date as ISO 8601 where the text is a date, all of it, with one meaning."""
    from segmenter.reading.folding import fold
    from segmenter.tagging.date_inference import resolve
    from segmenter.tagging.dates import read_address_day, read_date

    view = fold(text).strip()
    if year := _YEAR.fullmatch(view):
        return year[1]
    reading = read_date(view) or read_address_day(view)
    if reading is None or (reading.start, reading.end) != (0, len(view)):
        return None
    # A zone that is only named may have several meanings, and would be lost.
    if reading.clock and reading.zone is None and re.search("[A-Za-z]{3}$", view):
        return None
    resolved = resolve(reading)
    return resolved.value if resolved and not resolved.inferred and date_problem(resolved.value) is None else None


RULES: Final = (
    Rule(
        "date-form",
        _date_form,
        examples(
            "date: 2024/5/15", "date: 2024年5月15日", "date: '２０２４年５月１５日'", "date: 2024年5月", "date: 2024年",
            "date: 20240515", "date: 2024-5-15", "date: 2024.05.15", "date: 2024.05", "date: May 15, 2024",
            'date: "15 May 2024"', "date: 2024-05-15 07:24", "date: 2024-05-15 07:24:36 +0800", "date: 3/4/2024",
            "date: yesterday", "date: 5月15日", "date: 2024年2月30日", "date: [2024]", "date: yes", "date: 24-05-15",
            "date: 2024-05-15 07:24 CST", "date: ' 2024-05-15'", "date: 农历二〇二四年四月初八",
            "dateline: {date: 2024/5/15}",
        ),  # fmt: skip
        examples(
            "date: 2024-05-15", "date: '2024-05'", "date: 2024", "date: 2024-05-15T07:24:36+08:00", "-date", "date:",
            "date: 2024-05-15T07:24Z", "date: 2024-02-30", "dateline: {place: 溪口}",
        ),  # fmt: skip
    ),
    Rule(
        "date-impossible",
        _date_impossible,
        examples(
            "date: 2024-02-30", "date: '2023-02-29'", "date: 2024-13", "date: 2024-00-10", "date: '0000'",
            "date: 2024-05-15T25:00", "date: 2024-05-15T07:60:00", "date: 2024-05-15T07:24+99:00",
            "dateline: {date: 2024-04-31}",
        ),  # fmt: skip
        examples("date: 2024-02-29", "date: 2024-05-15T23:59:59", "date: 2024年2月30日", "-date", "date: 1024"),
    ),
)
