"""The command on many dumps of a page each: how many a second, written out and in the ledger, and how much memory."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.material import Material
from benchmarks.measuring import MB, SEGMENTER, Run, run


def main(place: Path, material: Material, dumps: int, jobs: int) -> None:
    """Print rows for a tenth of the dumps and for all: a first run, and one that finds nothing changed."""
    print(f"{f'small dumps, {jobs} processes':<28}{'MB':>7}{'dumps':>9}{'stories':>9}{'s':>9}{'dumps/s':>9}", end="")
    print(f"{'awk':>8}{'MB together':>13}{'largest':>9}")
    for count in dict.fromkeys([dumps // 10, dumps]):
        folder, output = material.small(count), place / "stories"
        command = [*SEGMENTER, "split", str(folder), "-o", str(output), "-q", "-j", str(jobs)]
        dump_files = list(folder.rglob("*.txt"))
        megabytes = sum(file.stat().st_size for file in dump_files) / MB
        first = run(command, place)
        stories = sum(1 for _ in output.glob("*.md"))

        def show(name: str, taken: Run, peer: str = "") -> None:
            row = f"{name:<28}{megabytes:>7.2f}{len(dump_files):>9}{stories:>9}{taken.seconds:>9.2f}"  # noqa: B023
            rate = f"{len(dump_files) / taken.seconds:>9.0f}"  # noqa: B023
            print(f"{row}{rate}{peer:>8}{taken.together:>13.0f}{taken.largest:>9.0f}", flush=True)

        show("first run", first, f"{first.seconds / _awk(folder, stories, place):.0f}x" if shutil.which("awk") else "")
        show("nothing has changed", run(command, place))
        shutil.rmtree(output)


def _awk(folder: Path, files: int, place: Path) -> float:
    """Seconds that awk takes to cut the dumps into about so many files, beside them."""
    lines = sum(file.read_bytes().count(b"\n") for file in folder.rglob("*.txt"))
    program = f'FNR % {max(1, lines // files)} == 1 {{close(f); f = FILENAME "." FNR}} {{print > f}}'
    seconds = run(["find", str(folder), "-name", "*.txt", "-exec", "awk", program, "{}", "+"], place).seconds
    for piece in folder.rglob("*.txt.*"):
        piece.unlink()
    return seconds
