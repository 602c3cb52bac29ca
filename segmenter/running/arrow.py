"""The seam for engines: Arrow record batches of dumps in, Arrow record batches out. Nothing here knows of an engine.

A batch has a column `id`, and `text` or `bytes` or both (`bytes` is taken where it is not null); all other columns are
passed through, as `dump_NAME` where NAME is one of ours. `stories` and `accounts` are what Spark's `mapInArrow` takes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from segmenter.config import default_settings
from segmenter.rendering.parquet import schema
from segmenter.running.accounts import Account, Given, Status
from segmenter.running.isolation import LIMIT, Terms, accounts_of

if TYPE_CHECKING:
    from segmenter.config import Settings

GIVEN: Final = ("id", "text", "bytes")
CHUNK_DUMPS: Final = 64
CHUNK_BYTES: Final = 2**21
"""Dumps are taken apart together up to this number and this size, and make a batch."""


def _field(name: str, kind: Any, nullable: bool = False) -> Any:
    return pa.field(name, kind, nullable)


def _items(kind: Any) -> Any:
    return pa.list_(_field("element", kind))


_FURNITURE: Final = [_field("first", pa.int64()), _field("last", pa.int64()), _field("text", pa.string())]
ACCOUNT: Final = pa.schema(
    [
        _field("file", pa.string()),
        _field("status", pa.string()),
        _field("hash", pa.string(), True),
        _field("size", pa.int64()),
        _field("lines", pa.int64()),
        _field("reason", pa.string(), True),
        _field("notes", _items(pa.string())),
        _field("held_back", pa.int64()),
        _field("stories", _items(pa.struct(list(schema())))),
        _field("furniture", _items(pa.struct(_FURNITURE))),
        _field("decided", _items(pa.int64())),
    ],
    metadata=schema().metadata,
)


def stories(
    batches: Iterable[pa.RecordBatch], settings: Settings | None = None, limit: float = LIMIT
) -> Iterator[pa.RecordBatch]:
    """A row for each story: its record in columns, then the columns passed through; see `stories_schema`.

    A dump that fails gives no row and is named in the log; `accounts` has it among its rows.
    """
    for done, rest in _done(batches, settings or default_settings(), limit):
        for account in done:
            if account.status is Status.FAILED:
                logging.getLogger("segmenter").warning("segmenter: %s: %s", account.id, account.reason)
        records = pa.array([story for account in done for story in account.stories], pa.struct(list(schema())))
        rows = [row for row, account in enumerate(done) for _ in account.stories]
        passed = rest.take(pa.array(rows, pa.int64()))
        yield pa.RecordBatch.from_arrays([*records.flatten(), *passed.columns], schema=stories_schema(rest.schema))


def accounts(
    batches: Iterable[pa.RecordBatch], settings: Settings | None = None, limit: float = LIMIT
) -> Iterator[pa.RecordBatch]:
    """A row for each dump, whatever became of it, with its stories and furniture in it; see `accounts_schema`.

    `limit` is how many seconds a dump may take: one that takes longer, or kills the process that works on it, fails.
    Raises ValueError where a batch lacks a column.
    """
    for done, rest in _done(batches, settings or default_settings(), limit):
        rows = [
            {
                **account._asdict(),
                "file": account.id,
                "status": account.status.value,
                "furniture": [found._asdict() for found in account.furniture],
            }
            for account in done
        ]
        ours = pa.RecordBatch.from_pylist(rows, ACCOUNT)
        yield pa.RecordBatch.from_arrays([*ours.columns, *rest.columns], schema=accounts_schema(rest.schema))


def stories_schema(given: pa.Schema) -> pa.Schema:
    """The columns of `stories` for batches that have these; its metadata names the version as `segmenter.schema`."""
    return _with_passed(schema(), given)


def accounts_schema(given: pa.Schema) -> pa.Schema:
    """The columns of `accounts` for batches that have these; its metadata names the version as `segmenter.schema`."""
    return _with_passed(ACCOUNT, given)


def passed_names(given: Iterable[str]) -> dict[str, str]:
    """What the columns that are passed through are called there, by their names."""
    given = list(given)
    ours = {*schema().names, *ACCOUNT.names}
    names: dict[str, str] = {}
    for column in given:
        if column not in GIVEN:
            name = column
            while name in ours or (name != column and name in given):
                name = f"dump_{name}"
            names[column] = name
    return names


def _with_passed(ours: pa.Schema, given: pa.Schema) -> pa.Schema:
    passed = [given.field(column).with_name(name) for column, name in passed_names(given.names).items()]
    return pa.schema([*ours, *passed], metadata=ours.metadata)


def _done(
    batches: Iterable[pa.RecordBatch], settings: Settings, limit: float
) -> Iterator[tuple[list[Account], pa.RecordBatch]]:
    """The accounts of some dumps after another, with the columns that are passed through."""
    terms = Terms.of(settings, limit)
    for batch in batches:
        if "id" not in batch.schema.names or not {"text", "bytes"} & {*batch.schema.names}:
            there = ", ".join(batch.schema.names)
            raise ValueError(f"needs the columns `id`, and `text` or `bytes`; there are: {there}")
        for chunk in _chunks(batch):
            done = list(accounts_of(_given(chunk), terms))
            if len(done) != chunk.num_rows:
                raise AssertionError(f"{chunk.num_rows} dumps went in, and {len(done)} were accounted for")
            yield done, chunk.select([name for name in chunk.schema.names if name not in GIVEN])


def _given(chunk: pa.RecordBatch) -> Iterator[Given]:
    ids = chunk.column("id").cast(pa.string()).to_pylist()
    contents = [chunk.column(name).to_pylist() for name in ("bytes", "text") if name in chunk.schema.names]
    for name, *found in zip(ids, *contents, strict=True):
        yield Given(name, next((content for content in found if content is not None), None))


def _chunks(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    sizes = [0] * batch.num_rows
    for name in {"text", "bytes"} & {*batch.schema.names}:
        lengths = pc.binary_length(batch.column(name)).to_pylist()
        sizes = [size + (length or 0) for size, length in zip(sizes, lengths, strict=True)]
    first = held = 0
    for row, size in enumerate(sizes):
        if row > first and (row - first == CHUNK_DUMPS or held + size > CHUNK_BYTES):
            yield batch.slice(first, row - first)
            first, held = row, 0
        held += size
    if batch.num_rows:
        yield batch.slice(first)
