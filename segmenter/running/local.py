"""Work on many dumps one after another or side by side, with the same results."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from segmenter.reading.inputs import STANDARD_INPUT
from segmenter.running.dumps import Failure, Unchanged, Work
from segmenter.storing.plan import DumpResult

if TYPE_CHECKING:
    from segmenter.running.dumps import Flow

Task = tuple[str, "str | None"]
"""A dump's path, and the hash by which it need not be taken apart."""
Outcome: TypeAlias = "DumpResult | Unchanged | Failure | Flow"
LARGE: Final = 2**21
"""Bytes from which a dump is read in sections, in several processes, and not held in memory as a whole."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(tasks: Iterable[Task], work: Work, jobs: int, at_once: int) -> Iterator[Outcome]:
    """What became of each dump, in the order of the tasks, which are asked for shortly before they are worked on.

    `at_once` dumps are worked on at a time; of those that are large, `jobs` sections.
    """
    if at_once == 1:
        return (outcome(work, task, jobs) for task in tasks)
    from segmenter.running.pool import run_in_pool

    return run_in_pool(tasks, work, jobs)


def outcome(work: Work, task: Task, jobs: int) -> Outcome:
    """What became of one dump; a large one is worked on by so many processes."""
    file, known_hash = task
    if not is_alone(file, size(file)) or work.report or work.settings.decisions:
        return work.do(file, known_hash)
    from segmenter.running import large

    return large.do(work, file, known_hash, jobs)


def is_alone(file: str, size: int) -> bool:
    """Whether a dump of so many bytes is no matter of one worker: it is large, or only this process has it."""
    return file == STANDARD_INPUT or size >= LARGE


def size(file: str) -> int:
    """Bytes of a file, 0 where that cannot be told."""
    try:
        return os.stat(file).st_size  # noqa: PTH116 - asked of each of many files
    except OSError:
        return 0
