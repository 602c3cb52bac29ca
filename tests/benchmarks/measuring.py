"""Run a command as a user would, and see how long it takes and how much memory it takes with its workers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
SEGMENTER: Final = (sys.executable, "-m", "segmenter")
PAUSE: Final = 0.05
"""Seconds between two looks at the memory."""
MB: Final = 1_000_000


class Run(NamedTuple):
    """What a command took."""

    seconds: float
    """From its start to its end."""
    together: float
    """Most MB that its processes took at a time, pages that they share counted once; 0 where /proc does not tell."""
    largest: float
    """Most MB that one of them took, shared pages included."""


def run(command: Sequence[str], place: Path) -> Run:
    """Run a command in the folder. Raises CalledProcessError."""
    ended = Event()
    start = time.perf_counter()
    # A session of its own holds the workers too, whoever their parent is.
    with subprocess.Popen(command, cwd=place, env=environment(place), start_new_session=True) as process:
        peaks = [0.0, 0.0]
        watcher = Thread(target=_watch, args=(process.pid, ended, peaks))
        watcher.start()
        status = process.wait()
        seconds = time.perf_counter() - start
        ended.set()
        watcher.join()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Run(seconds, *peaks)


def environment(caches: Path) -> dict[str, str]:
    """What a command sees: this checkout's package, installed as it were, and what runs keep in a folder of ours."""
    kept = dict.fromkeys(("PYTHONPYCACHEPREFIX", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(caches / "caches"))
    environment = {**os.environ, **kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed command has its bytecode
    return environment


def processor_seconds(work: Callable[[], object]) -> float:
    """Seconds of this process that the work takes, more than none."""
    start = time.process_time()
    work()
    return max(time.process_time() - start, 1e-6)


def _watch(session: int, ended: Event, peaks: list[float]) -> None:
    while not ended.wait(PAUSE):
        shares = [_memory(process) for process in _processes(session)]
        peaks[0] = max(peaks[0], sum(share for share, _ in shares))
        peaks[1] = max([peaks[1], *(most for _, most in shares)])


def _processes(session: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            # The name, in brackets, may hold spaces; the session stands fourth behind it.
            if (process / "stat").read_text().rpartition(")")[2].split()[3] == str(session):
                yield process


def _memory(process: Path) -> tuple[float, float]:
    """MB that a process takes now, shared pages in shares, and that it took at most."""
    with suppress(OSError):
        return _stated(process / "smaps_rollup", "Pss:"), _stated(process / "status", "VmHWM:")
    return 0.0, 0.0  # it has ended meanwhile


def _stated(file: Path, name: str) -> float:
    found = (line.split()[1] for line in file.read_text().splitlines() if line.startswith(name))
    return int(next(found, "0")) * 1024 / MB
