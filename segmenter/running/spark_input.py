"""Dumps as a Spark table with the columns `id` and `text` or `bytes`: one a file, or one a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pyspark.sql import functions as F  # noqa: N812 - as everybody calls it

from segmenter.running.spark_store import Store

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

NAMED: Final = "_segmenter_named"
"""Column with the id a dump came with. One that came with none gets one as `id` to be accounted for, and fails."""
LENGTH: Final = "_segmenter_length"
"""Column with the bytes of a file, where a dump is one."""
LARGEST: Final = 2**31 - 1
"""Bytes of a file that Spark can hand over."""
_BROKEN: Final = "_corrupt_record"


class InputError(Exception):
    """The input cannot be used; the message says why."""


def read_dumps(spark: SparkSession, path: str, form: str, include: Sequence[str]) -> DataFrame:
    """The dumps with `id`, `text` or `bytes`, NAMED and all other columns of their table. Raises InputError.

    A file has its path as id, as it comes from `path` as given.
    """
    if form == "text":
        return _files(spark, path, include)
    reader = spark.read.option("recursiveFileLookup", True)
    if include:
        reader = reader.option("pathGlobFilter", glob_of(include))
    dumps = reader.parquet(path) if form == "parquet" else reader.json(path, columnNameOfCorruptRecord=_BROKEN)
    kinds = dict(dumps.dtypes)
    if "id" not in kinds or not {"text", "bytes"} & kinds.keys():
        raise InputError(f"needs the columns id, and text or bytes; it has {', '.join(kinds)}")
    if kinds.get("bytes", "binary") != "binary":
        raise InputError(f"the column bytes holds {kinds['bytes']}, not binary; put text into the column text")
    return _rows(dumps, [name for name in ("text", "bytes") if name in kinds])


def as_rows(dumps: DataFrame) -> DataFrame:
    """The dumps without the columns of ours, and without files that are too large to be one row."""
    return dumps.where(F.col(LENGTH) <= LARGEST).drop(LENGTH, NAMED) if LENGTH in dumps.columns else dumps.drop(NAMED)


def glob_of(patterns: Sequence[str]) -> str:
    """The patterns as one glob of Hadoop's, which fits names in capitals or not, as ours do."""
    return "{" + ",".join("".join(map(_either_case, pattern)) for pattern in patterns) + "}"


def _either_case(character: str) -> str:
    low, high = character.lower(), character.upper()
    return character if low == high or len(low + high) > 2 else f"[{low}{high}]"


def _files(spark: SparkSession, path: str, include: Sequence[str]) -> DataFrame:
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", True)
    # What cannot be read is missed when the dumps are counted, and named; it must not end the job.
    reader = reader.option("ignoreCorruptFiles", True).option("ignoreMissingFiles", True)
    root = _before_glob(path)
    files = reader.option("pathGlobFilter", glob_of(include)).load(path)
    qualified = Store(spark, root).qualified()
    name = F.concat(F.lit(root.rstrip("/")), F.expr(f"substring(path, {len(qualified.rstrip('/')) + 1})"))
    told = F.when(F.col("path").startswith(qualified), name).otherwise(F.col("path"))
    return files.select(
        told.alias("id"),
        F.col("length").alias(LENGTH),
        F.col("content").alias("bytes"),
        told.alias(NAMED),
    )


def _before_glob(path: str) -> str:
    """The folders of a path down to its first mark of a glob."""
    marks = [place for mark in "*?[{" if (place := path.find(mark)) >= 0]
    return path[: path.rfind("/", 0, min(marks)) + 1] if marks else path


def _rows(dumps: DataFrame, contents: Sequence[str]) -> DataFrame:
    given: Column = F.col("id").cast("string")
    broken = F.col(_BROKEN) if _BROKEN in dumps.columns else F.lit(None).cast("string")
    told = F.sha2(F.coalesce(broken, *(F.col(name).cast("string") for name in contents), F.lit("")), 256)
    made = F.concat(F.col("_metadata.file_path"), F.lit("#"), F.substring(told, 1, 16))
    columns = {"id": F.coalesce(given, made)}
    for name in contents:
        columns[name] = F.when(given.isNotNull(), F.col(name).cast("string" if name == "text" else "binary"))
    rest = [F.col(f"`{name}`") for name in dumps.columns if name not in (*columns, _BROKEN)]
    return dumps.select(*(column.alias(name) for name, column in columns.items()), *rest, given.alias(NAMED))
