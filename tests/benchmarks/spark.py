"""How fast Spark splits on this machine against the process pool on the same two cores, and how that grows.

    python tests/benchmarks/spark.py [--dumps NUMBER]... [--input text|parquet] [--rounds NUMBER]

The smallest number of dumps (10,000 and 200,000 unless others are given) is split by both, by turns, and the medians
are compared; the larger ones by Spark alone. What two dumps take is the start, of either, and is taken off. Spark is
warm by then, as it is for nearly all of a long run. Needs the extra `spark`, and Java.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pyarrow as pa
from pyarrow import parquet

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.dumps import chinese_wire, english_wire
from benchmarks.measuring import SEGMENTER, run
from segmenter.config import default_settings
from segmenter.running.spark import Job
from segmenter.running.spark import run as run_on_spark
from segmenter.running.spark_session import begin

CORES = 2
SIZE = 4_000
"""Bytes of a dump, or a few more: two to four stories."""
DISTINCT = 500
"""So many dumps differ; they come again and again, under other names."""
FOLDER = 1000
"""Dumps in a folder of text files, and in a Parquet file."""
WARM = CORES * FOLDER
"""Dumps until each core has a worker, and Spark's compiled code is what it stays."""


@click.command()
@click.option("--dumps", "counts", type=click.IntRange(min=CORES), multiple=True, default=[10_000, 200_000])
@click.option("--input", "form", type=click.Choice(["text", "parquet"]), default="parquet", show_default=True)
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
def main(counts: Sequence[int], form: str, rounds: int) -> None:
    """Compare Spark with the process pool, and a number of dumps with a larger one."""
    counts = sorted(counts)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), form)
        bench.on_spark(WARM)
        least = [(bench.in_pool(CORES), bench.on_spark(CORES)) for _ in range(rounds)]
        pool_start, spark_start = map(statistics.median, zip(*least, strict=True))
        turns = [(bench.in_pool(counts[0]), bench.on_spark(counts[0])) for _ in range(rounds)]
        pool, first = map(statistics.median, zip(*turns, strict=True))
        print(f"{'':<10}{'dumps':>9}{'MB':>9}{'seconds':>9}{'dumps/s':>9}{'MB/s':>7}")
        rates = [bench.tell("pool", counts[0], pool - pool_start)]
        for count in counts:
            spent = first if count == counts[0] else bench.on_spark(count)
            rates.append(bench.tell("Spark", count, spent - spark_start))
        bench.spark.stop()
    print(f"taken off for the start: pool {pool_start:.1f} s, Spark {spark_start:.1f} s")
    print(f"Spark against the pool: {rates[1] / rates[0]:.2f}")
    if len(counts) > 1:
        print(f"rate at {counts[-1]} dumps against {counts[0]}: {rates[-1] / rates[1]:.2f}")
    print(f"a terabyte takes {1e6 / rates[-1] * CORES / 3600:.0f} core-hours")


class Bench:
    """The dumps, and both ways to split them; each way gives the seconds it takes."""

    def __init__(self, place: Path, form: str) -> None:
        self._place = place
        self._form = form
        self._texts = [(chinese_wire if seed % 2 else english_wire)(SIZE, seed) for seed in range(DISTINCT)]
        self._stories: dict[int, int] = {}
        """How many a number of dumps holds, as the pool found."""
        settings = {"spark.master": f"local[{CORES}]", "spark.ui.showConsoleProgress": "false"}
        self.spark = begin(settings)

    def in_pool(self, count: int) -> float:
        """`segmenter split` with as many processes. Raises CalledProcessError."""
        folder, lines = self._files(count)[0].parents[1], self._place / "stories.jsonl"
        lines.unlink(missing_ok=True)
        options = ["--format", "jsonl", "-o", str(lines), "-j", str(CORES), "-q"]
        spent = run([*SEGMENTER, "split", str(folder), *options], self._place).seconds
        with lines.open("rb") as file:
            self._stories[count] = sum(1 for _ in file)
        return spent

    def on_spark(self, count: int) -> float:
        """What `segmenter spark` does with them. Raises SystemExit where it finds other stories than the pool."""
        folder = self._files(count)[0].parents[1] if self._form == "text" else self._parquet(count)
        include = ["*.txt"] if self._form == "text" else []
        output = tempfile.mkdtemp(dir=self._place)
        job = Job(str(folder), self._form, include, output, "parquet", (), default_settings(), 60)
        start = time.perf_counter()
        totals = run_on_spark(self.spark, job).totals
        spent = time.perf_counter() - start
        if totals.split != count or totals.stories != self._stories.get(count, totals.stories):
            raise SystemExit(f"Spark found {totals} where the pool found {self._stories.get(count)} stories")
        return spent

    def tell(self, name: str, count: int, seconds: float) -> float:
        """Print a line; gives MB/s."""
        megabytes = sum(len(self._texts[number % DISTINCT].encode()) for number in range(count)) / 1e6
        figures = f"{seconds:>9.1f}{count / seconds:>9.0f}{megabytes / seconds:>7.2f}"
        print(f"{name:<10}{count:>9}{megabytes:>9.1f}{figures}", flush=True)
        return megabytes / seconds

    def _named(self, numbers: range) -> dict[str, str]:
        return {f"{number}.txt": self._texts[number % DISTINCT] for number in numbers}

    def _files(self, count: int) -> list[Path]:
        """The dumps as text files, which are written once."""
        files = []
        for folder, numbers in self._folders(f"text-{count}", count):
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in self._named(numbers).items():
                files.append(folder / name)
                if not files[-1].exists():
                    files[-1].write_bytes(text.encode())
        return files

    def _parquet(self, count: int) -> Path:
        """The dumps as Parquet files, which are written once."""
        whole = self._place / f"parquet-{count}"
        for folder, numbers in self._folders(whole.name, count):
            whole.mkdir(exist_ok=True)
            file = folder.with_suffix(".parquet")
            if not file.exists():
                named = self._named(numbers)
                # Real dumps differ, and are not found in a dictionary.
                parquet.write_table(pa.table({"id": [*named], "text": [*named.values()]}), file, use_dictionary=False)
        return whole

    def _folders(self, name: str, count: int) -> Iterator[tuple[Path, range]]:
        for first in range(0, count, FOLDER):
            yield self._place / name / str(first // FOLDER), range(first, min(first + FOLDER, count))


if __name__ == "__main__":
    main()
