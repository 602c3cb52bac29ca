"""What is done for a large dump: its sections are read one after the other, and no more than a few are held in memory.

A file is read twice: first to see that it is text in the encoding of its beginning, and for its hash, which stands in
each Markdown file. Standard input can be read once only. Records, which name no hash, are made of it as it comes; for
anything else it is put into a temporary file first.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from segmenter.reading.inputs import STANDARD_INPUT
from segmenter.reading.pieces import BEGINNING, PIECE, Encoding, Replaced, encoding_of, lines_of, survey
from segmenter.reading.standard_input import standard_input
from segmenter.running.dumps import Failure, Flow, Unchanged, Work, problem
from segmenter.running.sections import Piece, take_apart_in_sections
from segmenter.storing.entries import Ranges
from segmenter.storing.plan import DumpResult, Rendered
from segmenter.storing.spilling import Spilled


def do(work: Work, file: str, known_hash: str | None, jobs: int) -> DumpResult | Unchanged | Failure | Flow:
    """Take a dump apart by so many processes, unless its bytes have the hash."""
    try:
        if file == STANDARD_INPUT:
            return _standard_input(work, jobs)
        with Path(file).open("rb") as opened:
            found = _in_sections(work, file, opened, known_hash, jobs)
        return found or work.do(file, known_hash)
    except Exception as error:
        return Failure(file, problem(error))


def _standard_input(work: Work, jobs: int) -> DumpResult | Unchanged | Failure | Flow:
    stream = standard_input()
    beginning = stream.read(BEGINNING + 1)
    encoding = None
    if len(beginning) > BEGINNING:
        encoding = encoding_of(beginning, work.settings.input.encoding)
    if encoding is None:
        return work.done(STANDARD_INPUT, beginning + stream.read(), None)
    if work.names_no_hash:
        replaced = Replaced()
        lines = lines_of(chain([beginning], _pieces(stream)), encoding, replaced)
        pieces = take_apart_in_sections(lines, work, STANDARD_INPUT, "", jobs)
        return Flow(STANDARD_INPUT, (piece.stories for piece in pieces), replaced.note)
    with tempfile.TemporaryFile() as file:
        file.write(beginning)
        shutil.copyfileobj(stream, file, PIECE)
        file.seek(0)
        found = _in_sections(work, STANDARD_INPUT, file, None, jobs)
        file.seek(0)
        return found or work.done(STANDARD_INPUT, file.read(), None)


def _in_sections(
    work: Work, file: str, opened: BinaryIO, known_hash: str | None, jobs: int
) -> DumpResult | Unchanged | Flow | None:
    """None where the whole input has to be judged at once."""
    told = work.settings.input.encoding
    encoding = encoding_of(opened.read(BEGINNING), told)
    opened.seek(0)
    surveyed = survey(opened, encoding, told in (None, "auto")) if encoding else None
    if encoding is None or surveyed is None:
        return None
    if surveyed.hash == known_hash:
        return Unchanged(file)
    if work.for_folder or file == STANDARD_INPUT:
        opened.seek(0)
        pieces = take_apart_in_sections(lines_of(_pieces(opened), encoding), work, file, surveyed.hash, jobs)
        return _result(file, surveyed.hash, surveyed.size, encoding, pieces)
    return Flow(file, _from_file(work, file, encoding, surveyed.hash, jobs), lambda: None)


def _from_file(work: Work, file: str, encoding: Encoding, hash: str, jobs: int) -> Iterator[Sequence[Rendered]]:
    with Path(file).open("rb") as opened:
        for piece in take_apart_in_sections(lines_of(_pieces(opened), encoding), work, file, hash, jobs):
            yield piece.stories


def _result(file: str, hash: str, size: int, encoding: Encoding, pieces: Iterable[Piece]) -> DumpResult:
    """All pieces as one dump; its stories wait in a temporary file."""
    stories = Spilled[Rendered](large=True)
    furniture, blank, last = Ranges(), Ranges(), 0
    for piece in pieces:
        for item in piece.stories:
            stories.append(item)
        furniture.extend(piece.furniture)
        blank.extend(piece.blank)
        last = piece.last
    return DumpResult(
        file=file,
        hash=hash,
        size=size,
        encoding=encoding.codec,
        lines=last,
        stories=stories,
        furniture=furniture,
        blank=blank,
    )


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(PIECE), b"")
