"""Stories as a CSV table, a row a story: for spreadsheets, databases and data frames.

What a program reads back is the story's text, character for character. So a text that a spreadsheet would run as a
formula (`=1+1`, or a paragraph that opens with a dash) is left as it is, unless the settings ask for a guard: an
apostrophe before it. An apostrophe that is the text's own gets another, so that taking the first one off gives the text
back.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, Final

from segmenter.rendering.records import json_line, well_formed

if TYPE_CHECKING:
    from segmenter.config import Settings

COLUMNS: Final = (
    "id", "file", "ordinal", "first_line", "last_line", "headline", "headline_line", "kicker", "deck", "byline",
    "dateline_place", "dateline_region", "dateline_agency", "dateline_agency_id", "dateline_date", "dateline_raw",
    "published", "source", "section", "language", "text", "confidence", "warnings", "evidence",
)  # fmt: skip
"""The columns in their order, always all of them."""

_HEADER: Final = (",".join(COLUMNS) + "\r\n").encode()
_GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")
"""Where a spreadsheet may begin to read a formula, with the full-width forms that East Asian ones take too."""


class TableWriter:
    """Writes records to a binary stream as CSV: UTF-8, with a header, rows ended by CR LF, quotes where needed."""

    def __init__(self, stream: IO[bytes], settings: Settings) -> None:
        self._guards = settings.formats.csv_guard_formulas
        self._rows = csv.writer(codecs.getwriter("utf-8")(stream))
        stream.write(codecs.BOM_UTF8 * settings.formats.csv_bom + _HEADER)

    def add(self, record: Mapping[str, Any]) -> None:
        cells = row(record)
        self._rows.writerow(map(_guarded, cells) if self._guards else cells)

    def close(self) -> None:
        """Nothing is held back: every row stands as soon as it is written."""


def row(record: Mapping[str, Any]) -> Sequence[str | int | float | None]:
    """The record's cells, one for each of COLUMNS. Null is an empty cell, and so is an empty list."""
    values = {
        **record,
        "file": well_formed(record["file"]),
        "first_line": record["lines"][0],
        "last_line": record["lines"][1],
        "byline": "\n".join(f"{person['name']} ({person['role']})" for person in record["byline"]),
        **{f"dateline_{name}": value for name, value in record["dateline"].items()},
        "text": "\n\n".join(record["paragraphs"]),
        "warnings": "\n".join(record["warnings"]),
        "evidence": "\n".join(map(json_line, record["evidence"])),
    }
    return [values[column] for column in COLUMNS]


def is_table(present: bytes) -> bool:
    """True if a file's first bytes are such a table's, or nothing."""
    return not present or present.removeprefix(codecs.BOM_UTF8).startswith(_HEADER)


def _guarded(cell: str | int | float | None) -> str | int | float | None:
    return "'" + cell if isinstance(cell, str) and cell.startswith(_GUARDED) else cell
