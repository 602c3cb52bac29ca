"""The runs that wrote to one output: which of them count, and that only one is under way.

A run counts from the moment that its mark stands beside its accounts. What an unmarked run left counts for nothing, and
is removed by the next one.

While a run is under way, a file says which. No store that Spark writes to has a lock in common, so this is none: of two
runs that begin at the same moment, both may go on. But the file names the one that wrote it last, and a run that it
does not name at its end fails and does not count. So whatever happens, no dump counts twice.
"""

from __future__ import annotations

import json
import os
import socket
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Final

from py4j.protocol import Py4JError

from segmenter.running.spark_store import StoreError

if TYPE_CHECKING:
    from segmenter.running.spark_store import Store

TABLES: Final = ("stories", "furniture", "failures", "accounts")
MARK: Final = "_COMPLETE"
"""File beside a run's accounts that says that the run counts, with its figures."""
UNDER_WAY: Final = "_RUNNING"
"""File that says which run is under way, on which machine, in which process, since when."""
WORK: Final = "_work"
"""Folder of what a run needs for itself; it is gone when the run has ended well."""


class JobError(Exception):
    """The job cannot be done, or does not add up; the message says why, and what to do."""


class Runs:
    """The runs of an output. This one is `name` among them, and what it writes lies in folders called so."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.name = f"run={datetime.now(timezone.utc):%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:8]}"

    @contextmanager
    def under_way(self, take_over: bool) -> Iterator[None]:
        """Keep other runs from beginning. Raises JobError where one has begun and not ended, unless it is taken over.

        One that was killed on this machine is known to be over.
        """
        if (other := self._running()) and not take_over and not _is_over(other):
            raise JobError(
                f"{self._store.folder}: another run is writing to it, since {other.get('since')} in process "
                f"{other.get('process')} of {other.get('host')}; wait for its end or, if it is over, add --take-over"
            )
        since = f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"
        mine = {"run": self.name, "host": socket.gethostname(), "process": os.getpid(), "since": since}
        self._store.write(UNDER_WAY, json.dumps(mine) + "\n")
        try:
            self._check()
            yield
        except Exception:
            with suppress(OSError, Py4JError, StoreError):
                self._check()  # If another run removed what this one had written, that is what went wrong.
            raise
        finally:
            with suppress(OSError, Py4JError, StoreError):
                if self._running().get("run") == self.name:
                    self._store.remove(UNDER_WAY)

    def earlier(self, terms: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """The figures of the runs that count, by name; what others have left is removed.

        Raises JobError where one has other terms.
        """
        store = self._store
        counting = {name for name in store.names("accounts") if store.exists(f"accounts/{name}/{MARK}")}
        runs = {name: json.loads(store.read(f"accounts/{name}/{MARK}")) for name in sorted(counting)}
        for done in runs.values():
            for term, value in terms.items():
                if done[term] != value:
                    raise JobError(
                        f"{store.folder}: was written with {term} {done[term]}, not {value}; take another folder"
                    )
        for table in TABLES:
            for name in store.names(table):
                if name.startswith("run=") and name not in counting:
                    store.remove(f"{table}/{name}")
        store.remove(WORK)
        return runs

    def count(self, figures: Mapping[str, Any]) -> None:
        """Let this run count. Raises JobError where another has been begun meanwhile."""
        self._check()
        self._store.write(f"accounts/{self.name}/{MARK}", json.dumps(figures) + "\n")

    def _check(self) -> None:
        if self._running().get("run") != self.name:
            raise JobError(f"{self._store.folder}: another run has been begun there; this run does not count")

    def _running(self) -> dict[str, Any]:
        """What the file says; nothing where there is none."""
        if not self._store.exists(UNDER_WAY):
            return {}
        try:
            return dict(json.loads(self._store.read(UNDER_WAY)))
        except ValueError:  # It is just being written.
            return {"run": None}


def _is_over(other: Mapping[str, Any]) -> bool:
    """Whether a run is known to have ended: its process was one of this machine, and is not there."""
    if other.get("host") != socket.gethostname() or not isinstance(other.get("process"), int):
        return False
    try:
        os.kill(other["process"], 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return False
