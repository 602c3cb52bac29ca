"""Keep between runs what takes long to make and comes out the same each time, in a file in the user's cache folder.

Only the command keeps anything; the library writes nothing and makes it once a process. What is kept may be lost, stale
or broken at any time: whoever recalls it checks that it is what was asked for, or makes it anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

MOST: Final = 1000
"""Things in a file; past them it begins anew, since each release leaves behind some that nobody asks for again."""

_kept: dict[Hashable, bytes] = {}
"""What the file holds, each still pickled: a run needs some of it."""
_made: dict[Hashable, Any] = {}
"""What the file lacks."""


def recall(key: Hashable) -> Any:
    """What was kept under the key, by this release or another; None where nothing was."""
    if key not in _kept:
        return None
    import pickle

    try:
        return pickle.loads(_kept[key])
    except Exception:  # A broken pickle raises nearly anything.
        return None


def keep(key: Hashable, value: Any) -> None:
    """Keep the value for later runs, if this run keeps anything."""
    _made[key] = value


def cache_file() -> Path | None:
    """Where the user's system keeps what can be made again; None where no home is known.

    Each release of Python and of `regex` has a file of its own, since each compiles patterns to a code of its own.
    """
    import regex

    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        folder = Path(base).expanduser()
    except RuntimeError:
        return None
    name = f"{sys.implementation.cache_tag}-regex-{regex.__version__}.pickle"
    return folder / "segmenter" / name if folder.is_absolute() else None


@contextmanager
def kept_between_runs(file: Path | None) -> Iterator[None]:
    """Recall what the file holds, and in the end put there what it lacked.

    Where it cannot be read or written, things are made as if there were none.
    """
    recall_from(file)
    try:
        yield
    finally:
        if file and _made:
            _write(file)


def recall_from(file: Path | None) -> None:
    """Recall what the file holds, if it can be read."""
    import pickle

    if file:
        with suppress(Exception):  # as above
            _kept.update(pickle.loads(file.read_bytes()))


def _write(file: Path) -> None:
    import pickle

    from segmenter.storing.store import write

    made = {key: pickle.dumps(value) for key, value in _made.items()}
    write([(file, pickle.dumps(made if len(_kept) > MOST else {**_kept, **made}))])
