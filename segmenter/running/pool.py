"""Work on dumps in several processes of this machine.

A worker that dies (out of memory, killed, a crash below Python) takes down the pool, and what was under way with it.
Each dump of that is then worked on alone, and the one that kills its worker again is the one to blame.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread
from typing import Final

from segmenter.keeping import cache_file, recall_from
from segmenter.running.dumps import Failure, Work
from segmenter.running.local import Outcome, Task, is_alone, outcome, size

CHUNK_FILES: Final = 32
CHUNK_BYTES: Final = 2**18
"""Dumps are handed over together up to this number and this size, so that small ones cost little on the way."""
AHEAD: Final = 4
"""Chunks under way for each worker: enough for the time in which a batch of stories is written."""

_work: Work | None = None
"""In a worker: what it was begun with."""


def run_in_pool(tasks: Iterable[Task], work: Work, jobs: int) -> Iterator[Outcome]:
    """What became of each dump, in the order of the tasks, which are asked for shortly before they are worked on."""
    with _Pool(work, jobs) as pool:
        under_way: deque[tuple[list[Task], Future[list[Outcome]] | None]] = deque()
        for chunk, alone in _chunks(tasks):
            under_way.append((chunk, None if alone else pool.submit(chunk)))
            if len(under_way) >= AHEAD * jobs:
                yield from pool.outcomes(*under_way.popleft())
        while under_way:
            yield from pool.outcomes(*under_way.popleft())


class _Pool:
    """A pool that outlives its workers."""

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def submit(self, chunk: list[Task]) -> Future[list[Outcome]]:
        for _ in range(2):
            self._executor = self._executor or _executor(self._work, self._jobs)
            try:
                return self._executor.submit(_do, chunk)
            except BrokenProcessPool:
                self._stop()
        raise RuntimeError("worker processes end as soon as they are started; use --jobs 1")

    def outcomes(self, chunk: list[Task], future: Future[list[Outcome]] | None) -> Iterator[Outcome]:
        if future is None:
            for task in chunk:
                yield outcome(self._work, task, self._jobs)
            return
        try:
            yield from future.result()
        except BrokenProcessPool:
            yield from self._alone(chunk)

    def _alone(self, chunk: list[Task]) -> Iterator[Outcome]:
        executor = _executor(self._work, 1)
        try:
            for task in chunk:
                try:
                    yield from executor.submit(_do, [task]).result()
                except BrokenProcessPool:
                    executor.shutdown()
                    executor = _executor(self._work, 1)
                    yield Failure(task[0], "its worker process died twice; it may need more memory than there is")
        finally:
            executor.shutdown()

    def _stop(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


def _executor(work: Work, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, process_context(), _begin, (work,))


def process_context() -> BaseContext:
    """How worker processes are started."""
    # A fork of a process that has threads, as one with a progress bar has, may hang.
    context = get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        context.set_forkserver_preload(["segmenter.pipeline", "segmenter.rendering.markdown", __name__])
    return context


def begin_to_start() -> None:
    """Let what workers are forked from import what they need, while this process does what comes before the work."""
    if sys.platform != "win32":
        from multiprocessing.forkserver import ensure_running

        process_context()
        ensure_running()


def _begin(work: Work) -> None:
    global _work
    _work = work
    begin_worker()


def begin_worker() -> None:
    """What each worker process does before it works."""
    recall_from(cache_file())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair.
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot end its workers, and they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(chunk: list[Task]) -> list[Outcome]:
    assert _work is not None
    return [_work.do(*task) for task in chunk]


def _chunks(tasks: Iterable[Task]) -> Iterator[tuple[list[Task], bool]]:
    """Tasks to be handed over together, or a single one that is no matter of a worker: then with True."""
    chunk: list[Task] = []
    total = 0
    for task in tasks:
        bytes_of_task = size(task[0])
        alone = is_alone(task[0], bytes_of_task)
        if chunk and (alone or len(chunk) == CHUNK_FILES or total >= CHUNK_BYTES):
            yield chunk, False
            chunk, total = [], 0
        if alone:
            yield [task], True
        else:
            chunk.append(task)
            total += bytes_of_task
    if chunk:
        yield chunk, False
