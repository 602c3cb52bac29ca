"""Read a dump's bytes from a file or standard input, and take it apart: what every command does first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Document

class Dump(NamedTuple):
    """One input, taken apart."""

    file: str
    """Its path as it was given."""
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    document: Document
    note: str | None
    """What was odd about its encoding."""


def read_dump(file: str, settings: Settings, encoding: str | None) -> Dump:
    """Raises OSError where the file cannot be read, UnreadableInput where it is no text."""
    import hashlib

    from segmenter.pipeline import split
    from segmenter.reading.encoding import decode
    from segmenter.reading.inputs import STANDARD_INPUT

    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    decoded = decode(data, encoding or settings.input.encoding)
    return Dump(file, hashlib.sha256(data).hexdigest(), split(decoded.text, settings), decoded.note)


def problem(error: Exception) -> str:
    """What went wrong with an input, to stand after its name."""
    from segmenter.reading.encoding import UnreadableInput

    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    if isinstance(error, UnreadableInput):
        return str(error)
    # One dump that hits a defect of ours must not end a batch of hundreds.
    return f"internal error, please report it: {type(error).__name__}: {error}"
