"""`segmenter watch`: a folder of which each dump that is dropped into it is split."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

import click

from segmenter.cli.exits import INTERRUPTED, SOME_FAILED, Unusable
from segmenter.cli.options import (
    config_option,
    encoding_option,
    include_option,
    log_format_option,
    passed_over,
    quiet_option,
    settings_from,
    verbose_option,
)
from segmenter.cli.reporting import Report

TURN: Final = 200
"""Milliseconds from one turn to the next, when nothing changes."""
POLL: Final = 1000
"""Milliseconds between two looks of --poll."""


@click.command()
@click.argument("inbox", type=click.Path())
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(path_type=Path), required=True, help="Folder for the stories."
)
@click.option(
    "--failed",
    metavar="DIR",
    type=click.Path(),
    help="Where inputs go that cannot be processed. Default: INBOX/failed.",
)
@click.option(
    "--settle",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=2,
    show_default=True,
    help="How long a dump's size and time must have stayed the same before it is read.",
)
@click.option("--once", is_flag=True, help="End when all dumps that are there have been dealt with.")
@click.option("--poll", is_flag=True, help="Look for changes every second: for network mounts, which tell of none.")
@include_option
@encoding_option
@config_option
@quiet_option
@verbose_option
@log_format_option
@click.pass_context
def command(
    context: click.Context,
    inbox: str,
    output: Path,
    failed: str | None,
    settle: float,
    once: bool,
    poll: bool,
    include: tuple[str, ...],
    encoding: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
    log_format: str,
) -> None:
    """Split each dump that is dropped into INBOX, once it has stopped growing.

    INBOX is searched with all its subfolders. Hidden files are left alone, so that a program may write under a hidden
    name and rename the file when it is complete. A dump that changes is split again. An input that cannot be
    processed is moved to the folder of --failed, with the reason beside it. The stories are what `segmenter split
    INBOX -o DIR` writes.

    It ends with Ctrl-C or SIGTERM, after the dump at hand.

    \b
    Examples:
      segmenter watch inbox -o stories
      segmenter watch /mnt/desk/inbox -o stories --poll --settle 60
      segmenter watch inbox -o stories --once
    """
    from segmenter.cli.watching import Watcher
    from segmenter.running.inbox import Inbox

    failed = failed or os.path.join(inbox, "failed")  # noqa: PTH118
    _check(inbox, output, failed)
    if not once:
        _require_watchfiles()
    settings = settings_from(config, encoding)
    include = include or settings.input.include
    report = Report(quiet, verbose, log_format == "json")
    for path in passed_over(config):
        report.note(str(path), "has no settings for segmenter, and is passed over")
    with _only_watcher(inbox), Ending() as ending:
        files = Inbox(inbox, include, (str(output), failed), settle)
        watcher = Watcher(files, output, failed, settings, report, once, ending.is_set)
        watcher.open()
        if not once:
            wanted = " and ".join(include)
            report.info(inbox, f"is watched for {wanted}; stories go to {output}, what cannot be processed to {failed}")
        for changed in _turns(ending) if once else _watched_turns(inbox, poll, ending):
            watcher.turn(changed)
            if once and watcher.is_done:
                break
        report.closing()
    if ending.is_set():
        context.exit(INTERRUPTED)
    if once and report.figures.failed:
        context.exit(SOME_FAILED)


class Ending:
    """Whether the run shall end: the first Ctrl-C or SIGTERM lets what was begun be finished, another ends at once."""

    def __init__(self) -> None:
        self._came = False

    def __enter__(self) -> Ending:
        self._before = {number: signal.signal(number, self._come) for number in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def is_set(self) -> bool:
        return self._came

    def _come(self, number: int, frame: FrameType | None) -> None:
        self._came = True
        for each in self._before:
            signal.signal(each, signal.SIG_DFL)  # An exception could be lost on its way, and there is nothing to tidy.


def _check(inbox: str, output: Path, failed: str) -> None:
    folder = Path(inbox)
    if not folder.exists():
        raise Unusable(f"{inbox}: does not exist; make the folder, or name another")
    if not folder.is_dir():
        raise Unusable(f"{inbox}: is no folder; name the folder that dumps are dropped into")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise Unusable(f"{inbox}: cannot be read; give this user the right to")
    for path, what in ((output, "stories"), (Path(failed), "inputs that cannot be processed")):
        if path.exists() and not path.is_dir():
            raise Unusable(f"{path}: is no folder; name another for {what}")
        if path.exists() and path.samefile(folder):
            raise Unusable(f"{path}: is the folder to watch; name another for {what}")


def _require_watchfiles() -> None:
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        raise Unusable(
            "watching needs the extra: pip install 'segmenter[watch]'; without it, --once takes what is there"
        ) from None


@contextmanager
def _only_watcher(inbox: str) -> Iterator[None]:
    """Two watchers of one inbox would move each other's files. Raises Unusable."""
    from segmenter.storing.folder import LockedError, lock
    from segmenter.storing.store import StoreError

    try:
        held = lock(Path(inbox))
    except LockedError:
        raise Unusable(f"{inbox}: another run is watching it; end that first") from None
    except StoreError as error:
        raise Unusable(str(error)) from None
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _turns(ending: Ending) -> Iterator[bool]:
    while not ending.is_set():
        yield False
        time.sleep(TURN / 1000)


def _watched_turns(inbox: str, poll: bool, ending: Ending) -> Iterator[bool]:
    """At each turn, whether something changed in the folder. Raises Unusable."""
    from watchfiles import watch

    turns = watch(
        inbox,
        watch_filter=None,
        debounce=TURN,
        rust_timeout=TURN,
        yield_on_timeout=True,
        stop_event=ending,
        force_polling=poll or None,
        poll_delay_ms=POLL,
        ignore_permission_denied=True,
    )
    try:
        for changes in turns:
            yield bool(changes)
    except (OSError, RuntimeError) as error:
        raise Unusable(f"{inbox}: cannot be watched: {error}; try --poll") from None
