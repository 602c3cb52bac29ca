"""Read a large dump piece by piece, so that its first stories are known before its last lines are read.

Its encoding is found from its beginning, as long as many a whole dump. What follows is decoded strictly: where that
fails, or something else shows that the beginning misled, the whole input has to be judged at once, as small ones are.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable, Iterator
from io import IncrementalNewlineDecoder
from typing import BinaryIO, Final, NamedTuple

from segmenter.reading.encoding import (
    UnreadableInput,
    decode,
    is_binary,
    is_usual,
    mark_of,
    unprintable,
)

BEGINNING: Final = 2**20
"""Bytes from which the encoding of a larger input is found."""
PIECE: Final = 2**18
"""Bytes that are read at a time."""
_CUT_SHORT: Final = 4
"""Bytes of the longest character: so many may be missing at the end of a piece."""
_COUNTING: Final = "segmenter.counting"
"""Name of the way in which decoders deal with bytes that do not decode, see `Replaced`."""


class Encoding(NamedTuple):
    """How a large input is decoded."""

    codec: str
    mark: int
    """Bytes of its byte order mark."""
    usual: bool
    """Its beginning holds characters that tell UTF-8 from a scrap of another encoding."""


class Survey(NamedTuple):
    """What a first pass over the input says."""

    hash: str
    """SHA-256 of its bytes, in hexadecimal."""
    size: int
    """In bytes."""


def encoding_of(beginning: bytes, told: str | None) -> Encoding | None:
    """The encoding of an input by its first bytes; None where the whole input has to be judged.

    `told` is what the user says of it; None or `auto` for nothing. Raises LookupError for an unknown encoding.
    """
    end = beginning.rfind(b"\n") + 1
    ends = [end] if end and b"\0" not in beginning else range(len(beginning), len(beginning) - _CUT_SHORT, -1)
    for end in ends:
        try:
            found = decode(beginning[:end], told)
        except UnreadableInput:
            continue
        if found.note is None:
            return Encoding(found.encoding, mark_of(beginning, found.encoding), is_usual(beginning))
    return None


def survey(file: BinaryIO, encoding: Encoding, detected: bool) -> Survey | None:
    """Read an input to its end and see that it is text in the encoding; None where it is not, or may be in another.

    `detected` says that the encoding was not told by the user, so that the whole input may speak for another one.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder(encoding.codec)("strict")
    size = controls = width = 0
    usual = encoding.usual or not detected or encoding.codec != "utf-8" or encoding.mark > 0
    try:
        for piece in iter(lambda: file.read(PIECE), b""):
            digest.update(piece)
            text = decoder.decode(piece if size else piece[encoding.mark :])
            size += len(piece)
            told = piece if encoding.codec == "utf-8" else text.encode("utf-8", "replace")
            if b"\0" in told:
                return None
            width += len(told)
            controls += unprintable(told)
            usual = usual or piece.isascii() or is_usual(piece)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return None
    return Survey(digest.hexdigest(), size) if usual and not is_binary(controls, width) else None


class Replaced:
    """How many runs of bytes did not decode and became U+FFFD."""

    def __init__(self) -> None:
        self.count = 0
        codecs.register_error(_COUNTING, self._replace)

    def _replace(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        self.count += 1
        return "\N{REPLACEMENT CHARACTER}", error.end

    def note(self) -> str | None:
        """What the user should know of it."""
        return f"{self.count} undecodable bytes or runs of bytes became U+FFFD" if self.count else None


def lines_of(pieces: Iterable[bytes], encoding: Encoding, replaced: Replaced | None = None) -> Iterator[str]:
    """The lines, as `encoding.split_lines` parts them.

    What does not decode raises UnicodeDecodeError, or is replaced and counted while it is as little as it may be in a
    small input; else, and where there are control characters that text does not hold, raises UnreadableInput.
    """
    decoder = codecs.getincrementaldecoder(encoding.codec)(_COUNTING if replaced else "strict")
    reader = IncrementalNewlineDecoder(decoder, translate=True)
    held: list[str] = []
    size = controls = 0
    for piece in pieces:
        # A byte order mark may stand there twice.
        text = reader.decode(piece) if size else reader.decode(piece[encoding.mark :]).removeprefix("\ufeff")
        size += len(piece)
        if replaced is not None:
            told = piece if encoding.codec == "utf-8" else text.encode("utf-8", "replace")
            controls += unprintable(told)
            if b"\0" in told or is_binary(controls, size):
                raise UnreadableInput("is not text but binary data")
            if replaced.count > max(_CUT_SHORT, size // 1000):
                raise UnreadableInput(f"does not decode as {encoding.codec}; give its encoding with --encoding")
        first, *more = text.split("\n")
        held.append(first)
        if more:
            yield "".join(held)
            yield from more[:-1]
            held = more[-1:]
    held.append(reader.decode(b"", True))
    if last := "".join(held):
        yield from last.removesuffix("\n").split("\n")

