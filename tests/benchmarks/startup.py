"""What starting costs: splitting one page, against starting Python with the two libraries that it needs.

The ratio is of the two medians. The runs alternate, so that a busy machine slows both. A first run of each, which is
not counted, finds neither bytecode nor compiled patterns and leaves them to the others.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from typing import Final

from benchmarks.measuring import ROOT, SEGMENTER, run

PAGE: Final = ROOT / "samples" / "local-page" / "dump.txt"
ROUNDS: Final = 15


def main(place: Path) -> None:
    """Time both by turns."""
    base: list[float] = []
    split: list[float] = []
    for number in range(ROUNDS + 1):
        base.append(run([sys.executable, "-c", "import click, regex"], place).seconds)
        split.append(run([*SEGMENTER, "split", str(PAGE), "-q", "-o", f"page-{number}"], place).seconds)
    least, whole = (1000 * statistics.median(times[1:]) for times in (base, split))
    print(f"one page: {whole / least:.2f} times as long as python -c 'import click, regex'", end="")
    print(f" ({whole:.0f} ms, {least:.0f} ms; the first run {1000 * split[0]:.0f} ms)")
