"""The tables of a run, made from what was staged, and the proof that they hold all that went in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, Final, NamedTuple

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as everybody calls it
from pyspark.sql.types import StringType, StructField, StructType

from segmenter.running.accounts import Status
from segmenter.running.arrow import ACCOUNT
from segmenter.running.spark_runs import JobError

if TYPE_CHECKING:
    from collections.abc import Mapping

UNREAD: Final = "cannot be read: it is gone, not permitted, or larger than 2 GB; the log of Spark says which"
COUNTED: Final = {"stories": "ordinal", "furniture": "first"}
"""Columns of what was staged of which the accounts say how many there are, with a part that is quickly read."""


class Totals(NamedTuple):
    """What a run has done."""

    dumps: int = 0
    """That went in; those of earlier runs are not among them."""
    split: int = 0
    empty: int = 0
    failed: int = 0
    stories: int = 0
    furniture: int = 0
    """Ranges of lines."""
    held_back: int = 0


class Tables:
    """The tables of one run, as `form`, which is `parquet` or `json`, in folders of these names."""

    def __init__(self, staged: DataFrame, form: str, partition_by: Sequence[str], places: Mapping[str, str]) -> None:
        self._staged = staged
        self._form = form
        self._partition_by = partition_by
        self._places = places
        self.accounts: DataFrame
        """A row for each dump, once they are written."""

    def write(self, ids: DataFrame | None) -> None:
        """Write all of them. `ids` are those of all dumps, where some may not have been staged."""
        staged = self._staged
        passed = [name for name in staged.columns if name not in ACCOUNT.names]
        accounts = staged.drop(*passed)
        for column, part in COUNTED.items():
            accounts = accounts.withColumn(column, F.size(f"{column}.{part}").cast("long"))
        if ids is not None:
            accounts = accounts.unionByName(_unread(ids, staged), allowMissingColumns=True)
        accounts.write.parquet(self._places["accounts"])
        self.accounts = staged.sparkSession.read.schema(accounts.schema).parquet(self._places["accounts"])
        stories = staged.select(F.explode("stories").alias("story"), *passed).select("story.*", *passed)
        self._save("stories", _parted(stories, self._partition_by), [f"by_{part}" for part in self._partition_by])
        self._save("furniture", staged.select("file", F.explode("furniture").alias("part")).select("file", "part.*"))
        self._save("failures", self.failures())

    def failures(self) -> DataFrame:
        """The accounts of the dumps that failed."""
        failed = self.accounts.where(F.col("status") == Status.FAILED.value)
        return failed.select("file", "hash", "size", "reason")

    def totals(self, dumps: int) -> Totals:
        """What was done with so many dumps. Raises JobError where the tables do not add up."""
        counts = [F.sum((F.col("status") == status.value).cast("long")) for status in Status]
        # A dump that failed may have no name of its own.
        names = F.count_distinct(F.when(F.col("status") != Status.FAILED.value, F.col("file")))
        sums = self.accounts.agg(names, F.count("*"), *counts, *map(F.sum, (*COUNTED, "held_back"))).head()
        assert sums is not None
        distinct, *values = (int(value or 0) for value in sums)
        totals = Totals(*values)
        if not dumps == totals.dumps == totals.split + totals.empty + totals.failed:
            raise JobError(f"{dumps} dumps went in, and {totals.dumps} are accounted for; this run does not count")
        if distinct != totals.split + totals.empty:
            raise JobError(
                f"{totals.split + totals.empty} dumps were split, under {distinct} names; this run does not count"
            )
        expected = {"stories": totals.stories, "furniture": totals.furniture, "failures": totals.failed}
        written = self._written()
        for table, count in expected.items():
            if written.get(table, 0) != count:
                raise JobError(
                    f"the accounts say {count} {table}, the table has {written.get(table, 0)}; this run does not count"
                )
        return totals

    def _save(self, name: str, table: DataFrame, columns: Sequence[str] = ()) -> None:
        writer = table.write.format(self._form).partitionBy(*columns).option("ignoreNullFields", False)
        writer.save(self._places[name])

    def _written(self) -> dict[str, int]:
        """How many rows the tables have where they lie."""
        reader = self._staged.sparkSession.read.format(self._form)
        reader = reader.schema(StructType([StructField("file", StringType())]))
        names = [reader.load(self._places[name]).select(F.lit(name).alias("name")) for name in self._places]
        counts = reduce(DataFrame.unionByName, names).groupBy("name").count().collect()
        return {row["name"]: row["count"] for row in counts}


def _unread(ids: DataFrame, staged: DataFrame) -> DataFrame:
    """Accounts of the files of which Spark gave no row."""
    missed = ids.select(F.col("id").alias("file")).join(staged.select("file"), "file", "left_anti")
    none, empty = F.lit(0).cast("long"), F.array().cast("array<string>")
    values = {
        "status": F.lit(Status.FAILED.value),
        "size": none,
        "lines": none,
        "reason": F.lit(UNREAD),
        "notes": empty,
        "held_back": none,
        "stories": none,
        "furniture": none,
        "decided": empty.cast("array<long>"),
    }
    return missed.select("file", *(value.alias(name) for name, value in values.items()))


def _parted(stories: DataFrame, partition_by: Sequence[str]) -> DataFrame:
    """The stories with a column for each part, those of one part side by side so that it is few files."""
    values = {"date": F.substring("published", 1, 10), "source": F.col("source")}
    for part in partition_by:
        stories = stories.withColumn(f"by_{part}", values[part])
    return stories.hint("rebalance", *(f"by_{part}" for part in partition_by)) if partition_by else stories
