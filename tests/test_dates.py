"""Dates are read as printed, completed from stated dates only, and look-alikes are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from segmenter.reading.folding import fold
from segmenter.tagging.date_inference import days_apart, resolve
from segmenter.tagging.dates import (
    DateReading,
    read_address_day,
    read_credit_code,
    read_date,
    read_day,
    writes_day_first,
)

TABLE = Path(__file__).with_name("dates.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]


def read(how: str, text: str) -> DateReading | None:
    kind, _, manner = how.partition("-")
    view = fold(text)
    if kind == "address":
        return read_address_day(view)
    if kind == "code":
        return read_credit_code(view)
    traditional = manner == "hant"
    return read_day(view, traditional=traditional) if kind == "day" else read_date(view, traditional=traditional)


def test_the_table_holds_what_it_should() -> None:
    assert len(ROWS) >= 150
    assert sum(row[3] == "-" for row in ROWS) >= 40
    assert {row[0] for row in ROWS} == {"find", "find-hant", "find-dmy", "find-mdy", "day", "address", "code"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_each_form_gives_the_date_that_the_table_says(row: list[str]) -> None:
    how, text, stated, expected = row[:4]
    reading = read(how, text)
    if reading is None:
        assert expected == "-"
        return
    known = () if stated == "-" else (stated,)
    resolved = resolve(reading, known, {"find-dmy": True, "find-mdy": False}.get(how))
    assert (resolved.value if resolved else "-") == expected


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] == "find" and row[3] != "-"], ids=lambda row: row[1])
def test_the_span_is_the_date_and_nothing_else(row: list[str]) -> None:
    view = fold(row[1])
    reading = read_date(view)
    assert reading is not None
    piece = view[reading.start : reading.end]
    assert piece == piece.strip()
    again = read_date(f"（{piece}）")
    assert again is not None
    assert (again.year, again.month, again.day, again.clock) == (
        reading.year,
        reading.month,
        reading.day,
        reading.clock,
    )


@pytest.mark.parametrize(
    ("text", "stated", "inferred"),
    [
        ("2024年5月15日", (), None),
        ("5月15日", ("2024-05-20",), "year"),
        ("15日", ("2024-05-20",), "month"),
        ("昨日", ("2024-05-20",), "day"),
        ("3/4/2021", ("2021-03-08",), "order"),
    ],
)
def test_what_another_date_supplied_is_said(text: str, stated: tuple[str, ...], inferred: str | None) -> None:
    reading = read_day(fold(text))
    assert reading is not None
    resolved = resolve(reading, stated)
    assert resolved is not None
    assert resolved.inferred == inferred


def test_the_first_stated_date_that_can_tell_is_the_witness() -> None:
    reading = read_day("昨日")
    assert reading is not None
    resolved = resolve(reading, ("2023", "2024-05-15", "2022-01-01"))
    assert resolved is not None
    assert (resolved.value, resolved.witness) == ("2024-05-14", 1)


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2024-05-15", "2024-05-29", 14),
        ("2024-05-29T10:00:00", "2024-05-15", 14),
        ("2024-05", "2024-05-15", 0),
        ("2024-05", "2024-06-03", 3),
        ("2023", "2024-01-01", 1),
    ],
)
def test_days_apart(first: str, second: str, days: int) -> None:
    assert days_apart(first, second) == days


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["25/4/2021", "3/4/2021"], True),
        (["4/25/2021"], False),
        (["3/4/2021", "5/5/2021"], None),
        (["25/4/2021", "4/25/2021"], None),
        (["2021-04-25", "April 25, 2021"], None),
    ],
)
def test_the_dump_teaches_its_order(lines: list[str], expected: bool | None) -> None:
    assert writes_day_first(lines) is expected


def test_reading_goes_on_after_a_day_that_is_none() -> None:
    reading = read_date("2月30日改为3月2日")
    assert reading is not None
    assert (reading.month, reading.day) == (3, 2)
