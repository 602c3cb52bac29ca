"""Work on dumps in a process of their own, so that one that kills or hangs its process costs itself and nothing else.

An engine takes a dead worker for a lost machine, and tries all that the worker had again. Here the worker survives: its
child does the work, and answers after each dump, so that the one under way when it ends is known. That one is tried
once more, alone; if the child ends again, the dump has failed and is named.
"""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from segmenter.running.accounts import Account, Given, account_of, failed

if TYPE_CHECKING:
    from segmenter.config import Settings

LIMIT: Final = 300.0
"""Seconds that a dump may take."""
_BOOT: Final = "import sys; sys.path[:] = sys.argv[1:]; from segmenter.running.isolation import serve; serve()"
"""What the child runs. It finds modules where this process does, which an engine may have told it only."""


class Terms(NamedTuple):
    """How children work: those with the same terms can stand in for each other."""

    process: int
    """Whose children they are: a process that was forked off must not share its parent's."""
    begin: bytes
    """What a child is begun with: the settings and the limit."""
    limit: float
    """Seconds that a dump may take."""

    @classmethod
    def of(cls, settings: Settings, limit: float) -> Terms:
        """Make them once for many dumps: settings are large."""
        return cls(os.getpid(), pickle.dumps((settings, limit), pickle.HIGHEST_PROTOCOL), limit)


_idle: dict[Terms, list[Child]] = {}
"""Children without work; they serve call after call."""


def accounts_of(dumps: Iterable[Given], terms: Terms) -> Iterator[Account]:
    """What became of each dump, in their order. Raises RuntimeError where no child can be started.

    The dumps are held in memory.
    """
    left = deque(dumps)
    alone = False
    while left:
        idle = _idle.get(terms)
        child = idle.pop() if idle else Child(terms)
        for account in child.accounts([left[0]] if alone else list(left)):
            left.popleft()
            yield account
            alone = False
        if child.end is None:
            _idle.setdefault(terms, []).append(child)
        elif left and alone:
            yield failed(left.popleft(), f"{child.end}, twice")
            alone = False
        else:
            alone = bool(left)


class Child:
    """A process that takes dumps apart."""

    def __init__(self, terms: Terms) -> None:
        """Raises RuntimeError where it ends before it begins."""
        self.end: str | None = None
        """How it ended, in words; None while it can be given work."""
        self._limit = terms.limit
        command = [sys.executable, "-c", _BOOT, *sys.path]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin and self._process.stdout
        self._orders, self._answers = self._process.stdin, self._process.stdout
        with suppress(OSError):
            self._orders.write(terms.begin)
            self._orders.flush()
        try:
            pickle.load(self._answers)
        except EOFError:
            raise RuntimeError(f"no process can be started to take dumps apart: {self._ended()}") from None

    def accounts(self, dumps: list[Given]) -> Iterator[Account]:
        """The accounts of the first dumps, of all if it does not end; it is ended if not all are taken."""
        self.end = "its process was given up"
        try:
            pickle.dump(dumps, self._orders, pickle.HIGHEST_PROTOCOL)
            self._orders.flush()
            for _ in dumps:
                account = pickle.load(self._answers)
                assert isinstance(account, Account)
                yield account
            self.end = None
        except (EOFError, OSError, pickle.UnpicklingError):  # The last answer may be a part of one.
            self.end = self._ended()
        finally:
            if self.end is not None:
                self.stop()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        with suppress(OSError):
            self._process.communicate()

    def _ended(self) -> str:
        status = self._process.wait()
        if status == -signal.SIGALRM:
            return f"it took longer than {self._limit:g} s"
        if status < 0:
            return f"its process was ended by {signal.Signals(-status).name}; it may need more memory than there is"
        return f"its process ended with status {status}"


def serve() -> None:
    """In the child: answer each dump of each order by its account, until there are no more orders."""
    orders, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # Nothing that is printed gets among the answers.
    settings, limit = pickle.load(orders)
    gc.set_threshold(100_000)  # A dump leaves few cycles behind; to look for them all the time takes a twentieth.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with suppress(OSError):  # Where memory runs out, the system ends this process before the engine's.
        Path("/proc/self/oom_score_adj").write_text("1000")
    _warm_up()
    _answer(answers, None)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            for dump in pickle.load(orders):
                # The system itself ends the process at the limit, whatever code is running, and if the parent is gone.
                signal.setitimer(signal.ITIMER_REAL, limit)
                account = account_of(dump, settings)
                signal.setitimer(signal.ITIMER_REAL, 0)
                _answer(answers, account)


def _warm_up() -> None:
    from segmenter.keeping import cache_file, recall_from

    recall_from(cache_file())
    import segmenter.pipeline  # noqa: F401 - what takes long is done before the clock of the first dump runs


def _answer(stream: Any, value: Account | None) -> None:
    pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


@atexit.register
def _stop_all() -> None:
    for terms, children in _idle.items():
        for child in children if terms.process == os.getpid() else ():
            child.stop()
