"""Split millions of dumps on Apache Spark: nothing lost, nothing doubled, and a rerun does what is missing.

A run works on the dumps of which no earlier run has an account. It takes them apart once, into a table of its own, and
makes all tables of the output from that. When what was written adds up to what went in, it leaves a mark beside its
accounts. What an unmarked run wrote counts for nothing, and the next run removes it.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import datetime, timezone
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pyspark.sql import functions as F  # noqa: N812 - as everybody calls it
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructField, StructType

from segmenter.rendering.parquet import SCHEMA_VERSION
from segmenter.running.accounts import Status
from segmenter.running.arrow import ACCOUNT, accounts, passed_names
from segmenter.running.spark_input import NAMED, as_rows, read_dumps
from segmenter.running.spark_store import Store

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from segmenter.config import Settings

FORMATS: Final = ("parquet", "jsonl")
PARTS: Final = ("date", "source")
"""By what the table of stories can be parted into folders."""
TABLES: Final = ("stories", "furniture", "failures", "accounts")
MARK: Final = "_COMPLETE"
"""File beside a run's accounts that says that the run counts, with its figures."""
WORK: Final = "_work"
UNREAD: Final = "cannot be read: it is gone, not permitted, or larger than 2 GB; the log of Spark says which"
SESSION: Final = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",  # 10,000 dumps, Spark's own choice, may not fit into memory
    "spark.sql.files.openCostInBytes": "131072",  # up to 1000 small files a task; with Spark's own choice, 32
}
"""Settings of Spark for sessions that do not have others."""
LISTED: Final = 20
"""Failures that are named; all of them are in the table."""


class JobError(Exception):
    """The job cannot be done, or does not add up; the message says why, and what to do."""


class Job(NamedTuple):
    """What is to be done."""

    input: str
    input_format: str
    include: Sequence[str]
    output: str
    format: str
    """One of FORMATS."""
    partition_by: Sequence[str]
    """Of PARTS."""
    settings: Settings
    limit: float
    """Seconds that a dump may take."""


class Totals(NamedTuple):
    """What a run has done."""

    dumps: int = 0
    """That went in; those of earlier runs are not among them."""
    split: int = 0
    empty: int = 0
    failed: int = 0
    stories: int = 0
    held_back: int = 0
    before: int = 0
    """Dumps that earlier runs have accounts of."""
    other_settings: bool = False
    """Some of those were split with other settings, or by another version."""
    failures: tuple[tuple[str, str], ...] = ()
    """Some of the dumps that failed, with the reason."""


def run(spark: SparkSession, job: Job) -> Totals:
    """Take apart the dumps that no earlier run has an account of. Raises JobError, InputError and what Spark raises."""
    store = Store(spark, job.output)
    runs = _earlier_runs(store, job)
    dumps = read_dumps(spark, job.input, job.input_format, job.include)
    before = sum(done["dumps"] for done in runs.values())
    if runs:
        known = spark.read.parquet(*(store.place("accounts", name) for name in runs)).select(F.col("file").alias("id"))
        dumps = dumps.join(F.broadcast(known.distinct()), "id", "left_anti")
    other = any(done["settings"] != job.settings.fingerprint for done in runs.values())
    ids = _ids(dumps, store.place(WORK, "ids"))
    count = _count(ids)
    if count == 0:
        if not runs:
            raise JobError(f"{job.input}: holds no dump")
        store.remove(WORK)
        return Totals(before=before, other_settings=other)
    name = f"run={datetime.now(timezone.utc):%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:8]}"
    staged = _stage(spark, dumps, job, store.place(WORK, name))
    totals = _write(ids, staged, job, store, name, count)
    done = {**totals._asdict(), **_terms(job), "settings": job.settings.fingerprint, "schema": SCHEMA_VERSION}
    del done["failures"], done["before"], done["other_settings"]
    store.write(f"accounts/{name}/{MARK}", json.dumps(done) + "\n")
    store.remove(WORK)
    return totals._replace(before=before, other_settings=other)


def _terms(job: Job) -> dict[str, Any]:
    """What has to be the same in all runs for their tables to be one."""
    return {"format": job.format, "partition_by": list(job.partition_by)}


def _earlier_runs(store: Store, job: Job) -> dict[str, dict[str, Any]]:
    """The figures of the runs that count, by their folders' names; what others have left is removed."""
    counting = {name for name in store.names("accounts") if store.exists(f"accounts/{name}/{MARK}")}
    runs = {name: json.loads(store.read(f"accounts/{name}/{MARK}")) for name in sorted(counting)}
    for done in runs.values():
        for term, value in _terms(job).items():
            if done[term] != value:
                raise JobError(f"{job.output}: was written with {term} {done[term]}, not {value}; take another folder")
    for table in TABLES:
        for name in store.names(table):
            if name.startswith("run=") and name not in counting:
                store.remove(f"{table}/{name}")
    store.remove(WORK)
    return runs


def _ids(dumps: DataFrame, place: str) -> DataFrame:
    """The ids of what goes in, put down before anything is read: a file that is gone later is still among them."""
    dumps.select("id", NAMED).write.parquet(place)
    return dumps.sparkSession.read.parquet(place)


def _count(dumps: DataFrame) -> int:
    """How many dumps there are. Raises JobError where two have one id."""
    ids = F.when(F.col(NAMED), F.col("id"))
    count, named, distinct = dumps.agg(F.count("*"), F.count(ids), F.count_distinct(ids)).head() or (0, 0, 0)
    if named != distinct:
        twice = dumps.where(NAMED).groupBy("id").count().where("count > 1").orderBy("id").head(3)
        names = ", ".join(row["id"] for row in twice)
        raise JobError(f"several dumps have one id, and could not be told apart: {names}; give each its own")
    return int(count)


def _stage(spark: SparkSession, dumps: DataFrame, job: Job, place: str) -> DataFrame:
    """Take the dumps apart, once: a row for each that could be read, with its stories in it."""
    given = as_rows(dumps)
    passed = [StructField(name, given.schema[column].dataType) for column, name in passed_names(given.columns).items()]
    take_apart = partial(accounts, settings=job.settings, limit=job.limit)
    given.mapInArrow(take_apart, StructType([*from_arrow_schema(ACCOUNT), *passed])).write.parquet(place)
    return spark.read.parquet(place)


def _write(ids: DataFrame, staged: DataFrame, job: Job, store: Store, run: str, count: int) -> Totals:
    """Write the tables, read back how much they hold, and see that it adds up. Raises JobError if not."""
    spark = staged.sparkSession
    passed = [name for name in staged.columns if name not in ACCOUNT.names]
    stories = staged.select(F.explode("stories").alias("story"), *passed).select("story.*", *passed)
    furniture = staged.select("file", F.explode("furniture").alias("part")).select("file", "part.*")
    made = staged.drop("furniture", *passed).withColumn("stories", F.size("stories").cast("long"))
    if job.input_format == "text":
        made = made.unionByName(_unread(ids, staged), allowMissingColumns=True)
    place = store.place("accounts", run)
    made.write.parquet(place)
    made = spark.read.parquet(place)
    failures = made.where(F.col("status") == Status.FAILED.value).select("file", "hash", "size", "reason")
    written = {
        "stories": _save(_parted(stories, job.partition_by), job, store.place("stories", run), job.partition_by),
        "failures": _save(failures, job, store.place("failures", run)),
    }
    _save(furniture, job, store.place("furniture", run))
    totals = _totals(made)
    if not count == totals.dumps == totals.split + totals.empty + totals.failed:
        raise JobError(f"{count} dumps went in, and {totals.dumps} are accounted for; this run does not count")
    if written != {"stories": totals.stories, "failures": totals.failed}:
        raise JobError(
            f"the accounts have {totals.stories} stories and {totals.failed} failures, the tables {written['stories']} "
            f"and {written['failures']}; this run does not count"
        )
    named = failures.orderBy("file").head(LISTED)
    return totals._replace(failures=tuple((row["file"], row["reason"]) for row in named))


def _unread(ids: DataFrame, staged: DataFrame) -> DataFrame:
    """Accounts of the files of which Spark gave no row."""
    missed = ids.select(F.col("id").alias("file")).join(staged.select("file"), "file", "left_anti")
    values = {
        "status": F.lit(Status.FAILED.value),
        "size": F.lit(0).cast("long"),
        "lines": F.lit(0).cast("long"),
        "reason": F.lit(UNREAD),
        "notes": F.array().cast("array<string>"),
        "held_back": F.lit(0).cast("long"),
        "stories": F.lit(0).cast("long"),
    }
    return missed.select("file", *(value.alias(name) for name, value in values.items()))


def _totals(made: DataFrame) -> Totals:
    counts = [F.sum((F.col("status") == status.value).cast("long")) for status in Status]
    sums = made.agg(F.count("*"), *counts, F.sum("stories"), F.sum("held_back")).head()
    assert sums is not None
    dumps, split, empty, failed, stories, held_back = (int(value or 0) for value in sums)
    return Totals(dumps, split, empty, failed, stories, held_back)


def _parted(stories: DataFrame, partition_by: Sequence[str]) -> DataFrame:
    """The stories with a column for each part, those of one part side by side so that it is few files."""
    values = {"date": F.substring("published", 1, 10), "source": F.col("source")}
    for part in partition_by:
        stories = stories.withColumn(f"by_{part}", values[part])
    return stories.hint("rebalance", *(f"by_{part}" for part in partition_by)) if partition_by else stories


def _save(table: DataFrame, job: Job, place: str, partition_by: Sequence[str] = ()) -> int:
    """Write a table, and count the rows that are there then."""
    form = "json" if job.format == "jsonl" else "parquet"
    columns = [f"by_{part}" for part in partition_by]
    table.write.format(form).partitionBy(*columns).option("ignoreNullFields", False).save(place)
    return table.sparkSession.read.format(form).schema(table.schema).load(place).count()
