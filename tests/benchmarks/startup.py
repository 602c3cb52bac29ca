"""Measure what starting costs: splitting one page, against starting Python with the two libraries that it needs.

    python tests/benchmarks/startup.py [DUMP]

Prints the ratio of the two medians, and both in milliseconds. The runs alternate, so that a busy machine slows both.
A first run of each, which is not counted, finds neither bytecode nor compiled patterns and leaves them to the others.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
DUMP: Final = ROOT / "samples" / "local-page" / "dump.txt"
ROUNDS: Final = 15


def seconds(arguments: list[str], caches: str) -> float:
    """How long a run of Python with the arguments takes, from its start to its end. Raises CalledProcessError."""
    kept = {"PYTHONPYCACHEPREFIX": caches, "XDG_CACHE_HOME": caches, "LOCALAPPDATA": caches}
    environment = {**os.environ, **kept, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed command has its bytecode
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=caches, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main(dump: str = str(DUMP)) -> None:
    """Time both by turns."""
    dump = str(Path(dump).resolve())
    base: list[float] = []
    split: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS + 1):
            base.append(seconds(["-c", "import click, regex"], folder))
            split.append(seconds(["-m", "segmenter", "split", dump, "-o", f"{folder}/{number}"], folder))
    least, whole = (1000 * statistics.median(times[1:]) for times in (base, split))
    print(f"{whole / least:.2f} times: split {whole:.0f} ms, python -c 'import click, regex' {least:.0f} ms")
    print(f"the first run: {1000 * split[0]:.0f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
