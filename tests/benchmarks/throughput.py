"""How many megabytes a second one process takes apart to whole records, without writing, and what costs most.

Beside it, libraries that read a story's metadata and nothing else, on the same stories: see `peers.py`.
"""

from __future__ import annotations

import json
import statistics
import subprocess
from collections import Counter
from collections.abc import Iterator
from cProfile import Profile
from itertools import islice
from pathlib import Path
from pstats import Stats
from typing import Any

from benchmarks.material import LANGUAGES, Material
from benchmarks.measuring import MB, ROOT, processor_seconds
from segmenter import record, split_stream

SAMPLE = 200
"""Stories of which the peers read the metadata."""
ROUNDS = 3
"""How often the dump of 1 MB is timed before the larger one, and after it: machines grow warm."""
COSTS = 3
"""So many of the largest costs are named."""


def main(material: Material, size: float, peers: str | None) -> None:
    """Print a row a language: the rate, what a MB costs against one of a dump of 1 MB, and the largest costs."""
    print(f"{'one process':<28}{'MB':>7}{'stories':>9}{'s':>9}{'MB/s':>8}{'µs a story':>12}{'a MB, of 1 MB':>15}")
    for language in LANGUAGES:
        small, large = (material.large(language, megabytes) for megabytes in (min(1.0, size), size))
        _stories(small)
        base = [_seconds(small) for _ in range(ROUNDS)]
        counted: list[int] = []
        seconds = processor_seconds(lambda: counted.append(_stories(large)))  # noqa: B023
        base += [_seconds(small) for _ in range(ROUNDS)]
        read, stories = large.stat().st_size, counted[0]
        growth = seconds / read / (statistics.median(base) / small.stat().st_size)
        row = f"{language:<28}{read / MB:>7.2f}{stories:>9}{seconds:>9.2f}{read / MB / seconds:>8.2f}"
        print(f"{row}{1e6 * seconds / stories:>12.0f}{growth:>14.2f}x")
        profile = Profile()
        profile.runcall(_stories, small)
        print("  largest costs:", ", ".join(f"{name} {share:.0%}" for name, share in _costs(profile)), flush=True)
        if peers:
            _compare(small, 1e6 * seconds / stories, peers)


def _records(dump: Path) -> Iterator[dict[str, Any]]:
    """Take a dump apart to whole records."""
    with dump.open(encoding="utf-8", newline="\n") as file:
        for story in split_stream(line.removesuffix("\n") for line in file):
            yield record(story, dump.name)


def _stories(dump: Path) -> int:
    return sum(1 for _ in _records(dump))


def _seconds(dump: Path) -> float:
    return processor_seconds(lambda: _stories(dump))


def _costs(profile: Profile) -> list[tuple[str, float]]:
    """The modules in which most time goes, with their shares; what they call of C counts as theirs."""
    spent: Counter[str] = Counter()
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, dict[tuple[str, int, str], tuple[float, ...]]]]
    stats = Stats(profile).stats  # type: ignore[attr-defined]
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        if file != "~":
            spent[_module(file)] += own  # type: ignore[assignment]
            continue
        for (caller, _, _), figures in callers.items():
            spent[_module(caller)] += figures[2]  # type: ignore[assignment]
    total = sum(spent.values())
    return [(module, seconds / total) for module, seconds in spent.most_common(COSTS)]


def _module(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def _compare(dump: Path, ours: float, python: str) -> None:
    """Print how long other libraries read the metadata of a story, against the microseconds that ours takes in all."""
    lines = "".join(json.dumps(told) + "\n" for told in islice(_records(dump), SAMPLE))
    command = [python, str(Path(__file__).with_name("peers.py"))]
    found = subprocess.run(command, input=lines, stdout=subprocess.PIPE, check=True, text=True).stdout
    for name, taken in json.loads(found):
        print(f"  {name}: {taken:.0f} µs a story, {taken / ours:.1f} times as long")
