"""The command on one large dump, all stories to Markdown with all fields, against mere cutting into as many files.

What csplit and awk need, cutting the same lines into as many files, is the least that any program needs. Beside it: how
the time grows with the dump, how much memory the processes take, and what later runs over the same folder cost.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import LANGUAGES, Material
from benchmarks.measuring import MB, SEGMENTER, Run, run


def main(place: Path, material: Material, size: float, jobs: int) -> None:
    """Print a table a language: a dump of 1 MB, and one of `size` MB."""
    for language in LANGUAGES:
        print(f"{f'{language}, {jobs} processes':<28}{'MB':>7}{'files':>9}{'s':>9}{'MB/s':>8}", end="")
        print(f"{'csplit':>8}{'awk':>8}{'MB together':>13}{'largest':>9}")
        rates = []
        for megabytes in dict.fromkeys([min(1.0, size), size]):
            dump = material.large(language, megabytes)
            rates.append(_runs(dump, place, jobs))
        print(f"a MB of the larger dump takes {rates[-1] / rates[0]:.2f} times as long as one of the smaller\n")


def _runs(dump: Path, place: Path, jobs: int) -> float:
    """Print a row for each run over the dump; gives seconds a MB of the first."""
    output = place / "stories"
    command = [*SEGMENTER, "split", str(dump), "-o", str(output), "-q", "-j", str(jobs)]
    size = dump.stat().st_size
    first = run(command, place)
    files = sum(1 for _ in output.glob("*.md"))
    peers = "".join(f"{first.seconds / seconds:>7.0f}x" for seconds in cutting(dump, files, place))
    _row("first run", size, files, first, peers)
    _row("nothing has changed", size, files, run(command, place))
    with dump.open("ab") as file:
        file.write(b"\n")
    _row("a blank line more", size, files, run(command, place))
    with dump.open("ab") as file:
        file.truncate(size)
    shutil.rmtree(output)
    return first.seconds / size * MB


def _row(name: str, size: int, files: int, taken: Run, peers: str = "") -> None:
    row = f"{name:<28}{size / MB:>7.2f}{files:>9}{taken.seconds:>9.2f}{size / MB / taken.seconds:>8.2f}{peers:>16}"
    print(f"{row}{taken.together:>13.0f}{taken.largest:>9.0f}", flush=True)


def cutting(dump: Path, files: int, place: Path) -> Iterator[float]:
    """Seconds that csplit and awk take to cut the dump into so many files; nothing of a tool that is absent."""
    with dump.open("rb") as file:
        lines = sum(1 for _ in file)
    each = max(1, lines // files)
    pieces = place / "pieces"
    commands = (
        ["csplit", "-s", "-n", "7", "-f", f"{pieces}/", str(dump), str(each), f"{{{lines // each - 1}}}"],
        ["awk", f'NR % {each} == 1 {{close(f); f = "{pieces}/" ++n}} {{print > f}}', str(dump)],
    )
    for command in commands:
        if shutil.which(command[0]) and lines // each > 1:
            pieces.mkdir()
            yield run(command, place).seconds
            shutil.rmtree(pieces)
