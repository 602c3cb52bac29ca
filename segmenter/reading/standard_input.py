"""Read standard input so that a Ctrl-C is heard at any moment.

A signal that comes in the instant before a process goes to sleep over a read that blocks is not seen before the read
ends, which at a terminal or a pipe may be never. So what sleeps here is a wait for two things, input or a signal, and
what reads does not block.
"""

from __future__ import annotations

import io
import os
import select
import signal
import sys
import threading
from typing import BinaryIO


def standard_input() -> BinaryIO:
    """The bytes of standard input; as it is where there is nothing to wait for, or no way to."""
    stream: BinaryIO = sys.stdin.buffer
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return stream
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return stream
    return io.BufferedReader(_Awaited(number))


class _Awaited(io.RawIOBase):
    """A file descriptor that is read only when it has something to give."""

    def __init__(self, number: int) -> None:
        self._number = number

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        _wait_for(self._number)
        data = os.read(self._number, len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _wait_for(number: int) -> None:
    """Until there is something to read, or an exception that a signal's handler raises."""
    woken, waking = os.pipe()
    os.set_blocking(waking, False)
    before = signal.set_wakeup_fd(waking)
    try:
        while number not in select.select([number, woken], [], [])[0]:
            os.read(woken, 1)
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(waking)
