"""How fast Spark splits on this machine against the process pool on the same two cores, and how that grows.

    python tests/benchmarks/spark.py [DUMPS ...]

Each number of dumps (10,000 and 200,000 unless others are given) is split by both. What Spark needs for a single dump
is its start, and is taken off. Needs the extra `spark`, and Java.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.dumps import chinese_wire, english_wire
from segmenter.config import default_settings
from segmenter.running.dumps import Work
from segmenter.running.local import run as run_here
from segmenter.running.spark import SESSION, Job
from segmenter.running.spark import run as run_on_spark

CORES = 2
SIZE = 4_000
"""Bytes of a dump, or a few more: two to four stories."""
DISTINCT = 500
"""So many dumps differ; they come again and again, under other names."""


def main(counts: Sequence[int]) -> None:
    """Print a line for each number of dumps."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(f"local[{CORES}]").config("spark.ui.showConsoleProgress", False)
    for key, value in SESSION.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    texts = [(chinese_wire if seed % 2 else english_wire)(SIZE, seed).encode() for seed in range(DISTINCT)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _make(place / "one", 1, texts)
        _seconds(lambda: run_on_spark(spark, _job(place, "one", "warm")))
        start = _seconds(lambda: run_on_spark(spark, _job(place, "one", "start")))
        print(f"{'dumps':>8}{'MB':>8}{'pool dumps/s':>14}{'MB/s':>7}{'Spark dumps/s':>15}{'MB/s':>7}{'Spark/pool':>12}")
        rates = []
        for count in counts:
            size = _make(place / str(count), count, texts)
            pool = _seconds(lambda count=count: _in_pool(place / str(count), place / "lines"))  # type: ignore[misc]
            job = _job(place, str(count), f"out{count}")
            spent = _seconds(lambda job=job: run_on_spark(spark, job)) - start  # type: ignore[misc]
            rates.append(count / spent)
            figures = f"{count / pool:>14.0f}{size / pool / 1e6:>7.2f}{count / spent:>15.0f}{size / spent / 1e6:>7.2f}"
            print(f"{count:>8}{size / 1e6:>8.1f}{figures}{pool / spent:>12.2f}", flush=True)
        print(f"taken off for the start: {start:.1f} s; rate of the last against the first: {rates[-1] / rates[0]:.2f}")
    spark.stop()


def _make(folder: Path, count: int, texts: Sequence[bytes]) -> int:
    """Write so many dumps, a thousand to a folder; gives their bytes."""
    for number in range(count):
        file = folder / str(number // 1000) / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(texts[number % len(texts)])
    return sum(len(texts[number % len(texts)]) for number in range(count))


def _job(place: Path, source: str, output: str) -> Job:
    settings = default_settings()
    return Job(str(place / source), "text", ["*.txt"], str(place / output), "parquet", (), settings, 60)


def _in_pool(folder: Path, lines: Path) -> None:
    """What `segmenter split --format jsonl` does with the dumps."""
    from segmenter.storing.plan import DumpResult

    work = Work(default_settings(), ("jsonl",), for_folder=False)
    with lines.open("wb") as file:
        for outcome in run_here(((str(path), None) for path in sorted(folder.rglob("*.txt"))), work, CORES, CORES):
            assert isinstance(outcome, DumpResult)
            for story in outcome.stories:
                file.write(story.texts["jsonl"])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [10_000, 200_000])
