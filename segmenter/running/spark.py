"""Split millions of dumps on Apache Spark: nothing lost, nothing doubled, and a rerun does what is missing.

A run works on the dumps of which no earlier run has an account. It takes them apart once, into a table of its own, and
makes all tables of the output from that: so none of them has what another has not, whatever is tried again. When what
was written adds up to what went in, the run counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from pyspark.sql import functions as F  # noqa: N812 - as everybody calls it
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructField, StructType

from segmenter.rendering.parquet import SCHEMA_VERSION
from segmenter.running.arrow import ACCOUNT, accounts, passed_names
from segmenter.running.spark_input import NAMED, as_rows, read_dumps
from segmenter.running.spark_runs import TABLES, WORK, JobError, Runs
from segmenter.running.spark_store import Store
from segmenter.running.spark_tables import Tables, Totals

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from segmenter.config import Settings

FORMATS: Final = {"parquet": "parquet", "jsonl": "json"}
"""What the formats of the tables are called by Spark."""
LISTED: Final = 20
"""Failures that are named; all of them are in the table."""


class Job(NamedTuple):
    """What is to be done."""

    input: str
    input_format: str
    include: Sequence[str]
    output: str
    format: str
    """One of FORMATS."""
    partition_by: Sequence[str]
    """By what the table of stories is parted into folders: `date`, `source`."""
    settings: Settings
    limit: float
    """Seconds that a dump may take."""
    take_over: bool = False
    """Go on although another run has begun and not ended."""


class Done(NamedTuple):
    """What a run has done."""

    totals: Totals = Totals()
    before: int = 0
    """Dumps that earlier runs have accounts of."""
    other_settings: bool = False
    """Some of those were split with other settings or decisions, or by another version."""
    failures: tuple[tuple[str, str], ...] = ()
    """Some of the dumps that failed, with the reason."""
    decided: frozenset[int] = frozenset()
    """Positions of the decisions that came into effect."""
    undecided: tuple[str, ...] = ()
    """Dumps that this run took apart, and that may be those of other decisions."""


def run(spark: SparkSession, job: Job) -> Done:
    """Take apart the dumps that no earlier run has an account of.

    Raises JobError, InputError, StoreError and what Spark raises.
    """
    store = Store(spark, job.output)
    runs = Runs(store)
    with runs.under_way(job.take_over):
        terms = {"format": job.format, "partition_by": list(job.partition_by)}
        earlier = runs.earlier(terms)
        settings = _fingerprint(job.settings)
        done = Done(
            before=sum(figures["dumps"] for figures in earlier.values()),
            other_settings=any(figures["settings"] != settings for figures in earlier.values()),
        )
        dumps = read_dumps(spark, job.input, job.input_format, job.include)
        if earlier:
            known = spark.read.schema("file string").parquet(*(store.place("accounts", name) for name in earlier))
            dumps = dumps.join(F.broadcast(known.select(F.col("file").alias("id")).distinct()), "id", "left_anti")
        ids = _ids(dumps, store.place(WORK, runs.name, "ids")) if job.input_format == "text" else None
        count = _count(dumps if ids is None else ids)
        if count == 0 and not earlier:
            raise JobError(f"{job.input}: holds no dump")
        if count:
            staged = _stage(dumps, job, store.place(WORK, runs.name, "staged"))
            places = {table: store.place(table, runs.name) for table in TABLES}
            tables = Tables(staged, FORMATS[job.format], job.partition_by, places)
            tables.write(ids)
            totals = tables.totals(count)
            done = _with_names(done._replace(totals=totals), tables, job.settings)
            runs.count({**totals._asdict(), **terms, "settings": settings, "schema": SCHEMA_VERSION})
        store.remove(WORK)
    return done


def _fingerprint(settings: Settings) -> str:
    """A hash of all that stories depend on beside their dump."""
    if not settings.decisions:
        return settings.fingerprint
    return hashlib.sha256(repr((settings.fingerprint, settings.decisions)).encode()).hexdigest()[:16]


def _ids(dumps: DataFrame, place: str) -> DataFrame:
    """The ids of files, put down before any is read: one that is gone later is still among them."""
    ids = dumps.select("id", NAMED)
    ids.write.parquet(place)
    return dumps.sparkSession.read.schema(ids.schema).parquet(place)


def _count(dumps: DataFrame) -> int:
    """How many dumps there are. Raises JobError where two have one id."""
    count, named, distinct = dumps.agg(F.count("*"), F.count(NAMED), F.count_distinct(NAMED)).head() or (0, 0, 0)
    if named != distinct:
        twice = dumps.where(F.col(NAMED).isNotNull()).groupBy(NAMED).count().where("count > 1").orderBy(NAMED).head(3)
        names = ", ".join(row[NAMED] for row in twice)
        raise JobError(f"several dumps have one id, and could not be told apart: {names}; give each its own")
    return int(count)


def _stage(dumps: DataFrame, job: Job, place: str) -> DataFrame:
    """Take the dumps apart, once: a row for each that could be read, with its stories in it."""
    given = as_rows(dumps)
    passed = [StructField(name, given.schema[column].dataType) for column, name in passed_names(given.columns).items()]
    take_apart = partial(accounts, settings=job.settings, limit=job.limit)
    staged = given.mapInArrow(take_apart, StructType([*from_arrow_schema(ACCOUNT), *passed]))
    staged.write.parquet(place)
    return dumps.sparkSession.read.schema(staged.schema).parquet(place)


def _with_names(done: Done, tables: Tables, settings: Settings) -> Done:
    """The same with what is named: failures, and decisions that came into effect or did not."""
    named = tables.failures().orderBy("file").head(LISTED) if done.totals.failed else ()
    done = done._replace(failures=tuple((row["file"], row["reason"]) for row in named))
    if not settings.decisions:
        return done
    found = tables.accounts.select(F.explode("decided").alias("position")).distinct().collect()
    decided = frozenset(int(row["position"]) for row in found)
    others = {ruling.dump for position, ruling in enumerate(settings.decisions) if position not in decided}
    last = F.substring_index("file", "/", -1).isin([name.rpartition("/")[2] for name in others])
    undecided = tables.accounts.where(last).select("file").toLocalIterator() if others else ()
    return done._replace(decided=decided, undecided=tuple(row["file"] for row in undecided))
