"""Work on many dumps one after another or side by side, with the same results."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from segmenter.running.dumps import Failure, Unchanged, Work
from segmenter.storing.plan import DumpResult

Task = tuple[str, "str | None"]
"""A dump's path, and the hash by which it need not be taken apart."""
Outcome = DumpResult | Unchanged | Failure


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(tasks: Iterable[Task], work: Work, jobs: int) -> Iterator[Outcome]:
    """What became of each dump, in the order of the tasks, which are asked for shortly before they are worked on."""
    if jobs == 1:
        return (work.do(file, known_hash) for file, known_hash in tasks)
    from segmenter.running.pool import run_in_pool

    return run_in_pool(tasks, work, jobs)


def size(file: str) -> int:
    """Bytes of a file, 0 where that cannot be told."""
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0
