"""Parquet: the record comes back whole, in row groups that bound what is held in memory."""

from __future__ import annotations

import io
import os
import sys
import threading
from typing import Any

import pytest
from stories import BARE, FULL, HOSTILE, STORY

from segmenter.config import default_settings
from segmenter.rendering import parquet
from segmenter.rendering.formats import ExtraMissingError
from segmenter.rendering.parquet import ParquetWriter
from segmenter.rendering.records import record

pq: Any = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")


def write(records: list[dict[str, Any]]) -> io.BytesIO:
    stream = io.BytesIO()
    writer = ParquetWriter(stream, default_settings())
    for values in records:
        writer.add(values)
    writer.close()
    return stream


def read(stream: io.BytesIO) -> Any:
    return pq.ParquetFile(io.BytesIO(stream.getvalue()))


@pytest.mark.parametrize("stories", [[], [FULL], [BARE], [BARE, FULL, STORY]], ids=len)
def test_records_come_back(stories: list[Any]) -> None:
    records = [record(story, "quay/dump.txt") for story in stories]
    assert read(write(records)).read().to_pylist() == records


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back(text: str) -> None:
    values = record(FULL._replace(headline=text, deck=text, paragraphs=(text, text)), text)
    assert read(write([values])).read().to_pylist() == [values]


def test_a_file_name_that_is_not_utf8_is_written_with_a_replacement() -> None:
    assert read(write([record(STORY, "caf\udce9.txt")])).read().to_pylist()[0]["file"] == "caf\ufffd.txt"


def test_the_columns_are_the_records_keys_all_the_way_down() -> None:
    def shape(kind: Any) -> Any:
        if hasattr(kind, "value_type"):
            return [shape(kind.value_type)]
        return {kind[i].name: shape(kind[i].type) for i in range(kind.num_fields)} if kind.num_fields else str(kind)

    def kinds(value: Any) -> Any:
        if isinstance(value, list):
            return [kinds(value[0])]
        if isinstance(value, dict):
            return {name: kinds(item) for name, item in value.items()}
        return {str: "string", int: "int64", float: "double", bool: "bool"}[type(value)]

    columns = {field.name: shape(field.type) for field in parquet.schema()}
    assert columns == kinds(record(FULL, "-"))
    assert list(columns) == list(record(FULL, "-"))


def test_the_file_says_the_version_of_its_columns() -> None:
    assert read(write([])).schema_arrow.metadata[b"segmenter.schema"] == parquet.SCHEMA_VERSION.encode()


def test_a_null_where_the_record_has_none_is_an_error() -> None:
    import pyarrow

    with pytest.raises(pyarrow.ArrowInvalid):
        write([{**record(STORY, "-"), "headline": None}])


@pytest.mark.parametrize(("constant", "value"), [("STORIES", 2), ("CHARACTERS", 100)])
def test_row_groups_are_written_as_they_fill(constant: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, constant, value)
    stream = io.BytesIO()
    writer = ParquetWriter(stream, default_settings())
    sizes = []
    for _ in range(5):
        writer.add(record(STORY._replace(paragraphs=("字" * 50,)), "-"))
        sizes.append(stream.tell())
    writer.close()
    assert sizes[0] < sizes[1] == sizes[2] < sizes[3] == sizes[4]
    file = read(stream)
    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [2, 2, 1]


def test_it_is_written_to_a_pipe() -> None:
    source, target = os.pipe()
    got: list[bytes] = []

    def drain() -> None:
        with os.fdopen(source, "rb") as stream:
            got.append(stream.read())

    reader = threading.Thread(target=drain)
    reader.start()
    with os.fdopen(target, "wb") as stream:
        writer = ParquetWriter(stream, default_settings())
        writer.add(record(STORY, "-"))
        writer.close()
    reader.join()
    assert read(io.BytesIO(got[0])).read().to_pylist() == [record(STORY, "-")]


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)  # as if it were not installed
    stream = io.BytesIO()
    with pytest.raises(ExtraMissingError, match=r"pip install 'segmenter\[parquet\]'"):
        ParquetWriter(stream, default_settings())
    assert stream.getvalue() == b""
