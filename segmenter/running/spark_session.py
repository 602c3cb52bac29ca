"""A session of Spark that fits the work: the splitter takes nearly all of the time, and Spark next to none."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pyspark import SparkConf

from segmenter.running.local import cores

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SETTINGS: Final = {
    "spark.app.name": "segmenter",
    # With Spark's own choice, 10,000 dumps, a batch may not fit into memory.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    "spark.sql.execution.arrow.maxBytesPerBatch": "16m",
    # A byte of a dump takes longer than Spark thinks, so tasks get fewer of them; and small files more than 32 of them.
    "spark.sql.files.maxPartitionBytes": "16m",
    "spark.sql.files.openCostInBytes": "32k",
}
"""Settings of Spark for sessions that do not have others."""
LOCAL: Final = ("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1")
"""Where Spark runs on this machine alone, the compiler that optimises most takes more from the cores than it gives."""
TASKS: Final = 4
"""For each core: with one, as Spark has it, a core that is done first waits for the others."""
_TASKS_SETTING: Final = "spark.sql.files.minPartitionNum"


def begin(settings: Mapping[str, str]) -> SparkSession:
    """A session with these settings beside ours, or the one that there is. Raises PySparkException and OSError."""
    from pyspark.sql import SparkSession

    configured = SparkConf().setAll(list(settings.items()))
    for key, value in SETTINGS.items():
        configured.setIfMissing(key, value)
    if not configured.contains("spark.master"):
        # Else a task of a local run that fails is not tried again.
        configured.setMaster(f"local[{cores()},4]")
    if str(configured.get("spark.master")).startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        configured.setIfMissing(*LOCAL)
    spark = SparkSession.builder.config(conf=configured).getOrCreate()
    if not configured.contains(_TASKS_SETTING):
        spark.conf.set(_TASKS_SETTING, TASKS * spark.sparkContext.defaultParallelism)
    return spark
