"""The round of `segmenter watch`: look at the inbox, and put what is ready into the folder of stories.

The folder is opened for a batch and closed after it, so that between batches other commands can use it.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from segmenter.cli.deciding import decisions_of
from segmenter.cli.exits import Busy
from segmenter.cli.outputs import Output, folder, take

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.cli.reporting import Report
    from segmenter.config import Settings
    from segmenter.running.inbox import Inbox
    from segmenter.storing.plan import Change

EVERY: Final = 10.0
"""Seconds after which the inbox is looked at though nothing seems to have changed."""
HOLD: Final = 5.0
"""Seconds after which no further dump is begun in a batch."""
BUSY: Final = 1.0
"""Seconds after which a folder that another run has is tried again."""
RETRY: Final = 60.0
"""Seconds after which a dump is tried again of which a story could not be written."""


class Watcher:
    """Takes the dumps of an inbox to a folder of stories."""

    def __init__(
        self,
        inbox: Inbox,
        stories: Path,
        failed: str,
        settings: Settings,
        report: Report,
        once: bool,
        ends: Callable[[], bool],
    ) -> None:
        """What cannot be processed goes to the folder `failed`. `once`: nothing is tried again. `ends` is asked before
        each dump whether the run shall end."""
        self._inbox = inbox
        self._stories = stories
        self._failed = failed
        self._settings = settings
        self._report = report
        self._retry = math.inf if once else RETRY
        self._ends = ends
        self._follow_decisions()
        self._next = -math.inf
        """When to look again, on the monotonic clock."""
        self._said_busy = False
        self._unwritten: set[str] = set()
        """Dumps of the present batch of which a story could not be written."""

    @property
    def is_done(self) -> bool:
        """True if no file is waited for."""
        return self._inbox.due == math.inf

    def open(self) -> None:
        """See that the folder of stories can be used. Raises Unusable."""
        try:
            with folder(self._stories, self._settings, self._done):
                pass
        except Busy as error:
            self._say_busy(error)

    def turn(self, changed: bool) -> None:
        """Look, if something changed or it is time to, and deal with what is ready. Raises Unusable."""
        now = time.monotonic()
        if not changed and now < self._next:
            return
        look = self._inbox.look()
        for problem in look.problems:
            self._report.failure(problem.path, problem.reason)
        for file in look.gone:
            self._say_gone(file)
        for file in look.empty:
            self._report.note(file, "is empty; it is taken when something is written to it")
        try:
            if look.ready:
                self._batch(look.ready)
            self._next = min(self._inbox.due, now + EVERY)
        except Busy as error:
            self._say_busy(error)
            self._next = now + BUSY

    def _batch(self, files: Sequence[str]) -> None:
        before = replace(self._report.figures, began=time.monotonic())
        dealt = []
        self._unwritten.clear()
        self._follow_decisions()
        with folder(self._stories, self._settings, self._done) as stories:
            self._said_busy = False
            for file in files:
                if self._ends() or time.monotonic() > before.began + HOLD:
                    break
                if self._dump(file, stories):
                    dealt.append(file)
        self._decided.name_unfitting(dealt, self._report)
        for file in dealt:
            self._inbox.put_off(file, self._retry if file in self._unwritten else math.inf)
        if dealt:
            self._report.part(before, dealt[0] if len(dealt) == 1 else self._inbox.folder)

    def _follow_decisions(self) -> None:
        """Take up what people decided in the meantime."""
        from segmenter.running.dumps import Work

        self._decided = decisions_of(None, self._stories)
        self._work = Work(replace(self._settings, decisions=self._decided.rulings), ("markdown",), for_folder=True)

    def _dump(self, file: str, stories: Output) -> bool:
        """False if it was not put into the folder."""
        from segmenter.running.dumps import Failure
        from segmenter.running.local import outcome as outcome_of

        outcome = outcome_of(self._work, (file, stories.known_hash(file)), 1)
        if self._inbox.is_growing(file):
            return False  # What was read may be a part; the next look sees that it changed.
        if not isinstance(outcome, Failure):
            take(outcome, stories, self._report)
            self._decided.held(getattr(outcome, "decided", ()))
            return True
        if not os.path.lexists(file):
            self._inbox.put_off(file, math.inf)
            self._say_gone(file)
        else:
            self._set_aside(file, outcome.reason)
        return False

    def _set_aside(self, file: str, reason: str) -> None:
        try:
            place = self._inbox.set_aside(file, self._failed, reason)
        except OSError as error:
            self._inbox.put_off(file, math.inf)
            kept = f"it cannot be moved to {self._failed} ({error.strerror}), and is tried again when it has changed"
            self._report.failure(file, f"{reason}; {kept}")
        else:
            self._report.failure(file, f"{reason}; moved to {place}")

    def _done(self, change: Change, error: Exception | None) -> None:
        self._report.changed(change, error)
        if error is not None:
            self._unwritten.add(change.dump)

    def _say_gone(self, file: str) -> None:
        self._report.note(file, "was gone before it was read")

    def _say_busy(self, error: Busy) -> None:
        if not self._said_busy:
            self._report.note(self._inbox.folder, f"waits: {error.message}")
            self._said_busy = True
