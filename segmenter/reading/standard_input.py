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
        self._woken, self._waking = os.pipe()
        """A signal makes what is read at the one end."""
        os.set_blocking(self._waking, False)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._wait()
        data = os.read(self._number, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Does not close the descriptor, which is not its own."""
        if not self.closed:
            os.close(self._woken)
            os.close(self._waking)
        super().close()

    def _wait(self) -> None:
        """Until there is something to read, or an exception that a signal's handler raises."""
        before = signal.set_wakeup_fd(self._waking)
        try:
            while self._number not in select.select([self._number, self._woken], [], [])[0]:
                os.read(self._woken, 1)
        finally:
            signal.set_wakeup_fd(before)
