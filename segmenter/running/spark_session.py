"""A session of Spark that fits the work: the splitter takes nearly all of the time, and Spark next to none."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pyspark import SparkConf, SparkContext

from segmenter.running.local import cores

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS: Final = {
    # With Spark's own choice, 10,000 dumps, a batch may not fit into memory.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    "spark.sql.execution.arrow.maxBytesPerBatch": "16m",
    # A byte of a dump takes longer than Spark thinks, so tasks get fewer of them; and small files more than 32 of them.
    "spark.sql.files.maxPartitionBytes": "16m",
    "spark.sql.files.openCostInBytes": "32k",
    # Ids are counted across tasks; a file for each of 200 parts, from each task, takes longer than the counting.
    "spark.shuffle.sort.bypassMergeThreshold": "1",
}
"""Settings of Spark for sessions that do not have others."""
TASKS: Final = 4
"""For each core: with one, as Spark has it, a core that is done first waits for the others."""
_TASKS_SETTING: Final = "spark.sql.files.minPartitionNum"
_COMPILER: Final = "-XX:TieredStopAtLevel=1"
"""On a few cores, the compiler that optimises most takes more from the splitter than it gives."""


def begin(settings: Mapping[str, str]) -> SparkSession:
    """A session with these settings beside ours, or the one that there is. Raises PySparkException and OSError."""
    from pyspark.sql import SparkSession

    settings = {"spark.app.name": "segmenter", **settings}
    if settings.get("spark.master", "local").startswith("local"):
        # For the Java that this process starts; spark-submit has started its own. What stands last holds.
        os.environ["SPARK_SUBMIT_OPTS"] = f"{_COMPILER} {os.environ.get('SPARK_SUBMIT_OPTS', '')}".strip()
    # Only once Java is there, it can be told what spark-submit and Spark's own files have set.
    SparkContext._ensure_initialized(conf=SparkConf(loadDefaults=False).setAll(list(settings.items())))
    configured = SparkConf().setAll(list(settings.items()))
    for key, value in SETTINGS.items():
        configured.setIfMissing(key, value)
    if configured.get("spark.master", "local[*]") == "local[*]":
        # Else a task of a local run that fails is not tried again.
        configured.setMaster(f"local[{cores()},4]")
    if str(configured.get("spark.master")).startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.config(conf=configured).getOrCreate()
    if not configured.contains(_TASKS_SETTING):
        spark.conf.set(_TASKS_SETTING, TASKS * spark.sparkContext.defaultParallelism)
    return spark
