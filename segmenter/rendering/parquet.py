"""Stories as a Parquet file: the record in typed, nested columns, for data frames and query engines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import IO, TYPE_CHECKING, Any, Final

from segmenter.rendering.formats import ExtraMissingError
from segmenter.rendering.records import well_formed

if TYPE_CHECKING:
    from segmenter.config import Settings

SCHEMA_VERSION: Final = "1"
"""Stands in the file's metadata as `segmenter.schema`; changes whenever a column does."""
STORIES: Final = 4096
CHARACTERS: Final = 2**23
"""Of paragraphs. A row group is written out once it has so many of either: what is held in memory is bounded by it."""


class ParquetWriter:
    """Writes records to a binary stream as Parquet. Raises ExtraMissingError where pyarrow is not installed."""

    def __init__(self, stream: IO[bytes], settings: Settings) -> None:
        try:
            from pyarrow import parquet
        except ImportError:
            raise ExtraMissingError("parquet needs the extra: pip install 'segmenter[parquet]'") from None
        self._writer = parquet.ParquetWriter(stream, schema(), compression="zstd")
        self._records: list[Any] = []
        self._characters = 0

    def add(self, record: Mapping[str, Any]) -> None:
        self._records.append({**record, "file": well_formed(record["file"])})
        self._characters += sum(map(len, record["paragraphs"]))
        if len(self._records) >= STORIES or self._characters >= CHARACTERS:
            self._write_group()

    def close(self) -> None:
        """Write the last row group and the index at the end, without which a Parquet file cannot be read."""
        if self._records:
            self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        import pyarrow

        records, self._records, self._characters = self._records, [], 0
        self._writer.write_table(pyarrow.Table.from_pylist(records, schema()), row_group_size=len(records))


@cache
def schema() -> Any:
    """The columns: the record's keys in their order, nested as it is. A pyarrow.Schema."""
    import pyarrow as pa

    def column(name: str, kind: Any, nullable: bool = False) -> Any:
        return pa.field(name, kind, nullable)

    def items(kind: Any) -> Any:
        return pa.list_(pa.field("element", kind, nullable=False))

    text, number = pa.string(), pa.int64()
    person = pa.struct([column("name", text), column("role", text)])
    dateline = [column(name, text, True) for name in ("place", "region", "agency", "agency_id", "date", "raw")]
    evidence = pa.struct(
        [
            column("field", text),
            column("value", text),
            column("raw", text),
            column("line", number),
            column("column", number),
            column("cue", text),
            column("inferred", pa.bool_()),
        ]
    )
    return pa.schema(
        [
            column("id", text),
            column("file", text),
            column("ordinal", number),
            column("lines", items(number)),
            column("headline", text),
            column("headline_line", number),
            column("kicker", text, True),
            column("deck", text, True),
            column("byline", items(person)),
            column("dateline", pa.struct(dateline)),
            column("published", text, True),
            column("source", text, True),
            column("section", text, True),
            column("language", text),
            column("paragraphs", items(text)),
            column("confidence", pa.float64()),
            column("warnings", items(text)),
            column("evidence", items(evidence)),
        ],
        metadata={"segmenter.schema": SCHEMA_VERSION},
    )
