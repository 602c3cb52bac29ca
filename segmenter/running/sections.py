"""Read the sections of one large dump, here or side by side in processes of this machine, with the same stories.

A worker that has taken its section apart waits until those of the sections before have counted their stories: then it
knows the numbers of its own, and can render them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.context import BaseContext
from typing import Any, Final, NamedTuple

from segmenter.model import Document
from segmenter.pipeline import split_section
from segmenter.running.dumps import Dump, Work, blank_lines
from segmenter.running.pool import begin_worker, process_context
from segmenter.stories.sections import Section, sections
from segmenter.storing.entries import Range
from segmenter.storing.plan import Rendered

AHEAD: Final = 2
"""Sections under way for each worker; so many are held in memory."""


class Piece(NamedTuple):
    """What became of one section."""

    stories: tuple[Rendered, ...]
    furniture: tuple[Range, ...]
    blank: tuple[Range, ...]
    """Blank lines between them."""
    last: int
    """Number of its last line."""


def take_apart_in_sections(lines: Iterable[str], work: Work, file: str, hash: str, jobs: int) -> Iterator[Piece]:
    """The sections of a dump in their order, taken apart and rendered by so many processes.

    `file` is the dump's path as it was given, `hash` the SHA-256 of its bytes.
    """
    parts = sections(lines, work.settings)
    if jobs == 1:
        ordinal = 1
        for part in parts:
            document = split_section(part, work.settings, ordinal)
            ordinal += len(document.stories)
            yield _piece(part, document, work, file, hash)
        return
    context = process_context()
    executor = ProcessPoolExecutor(jobs, context, _begin, (work, file, hash, _Ordinals(context)))
    try:
        under_way: deque[Future[Piece]] = deque()
        for number, part in enumerate(parts):
            under_way.append(executor.submit(_take_apart, number, part))
            while under_way and (under_way[0].done() or len(under_way) >= AHEAD * jobs):
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        executor.shutdown(cancel_futures=True)


def _piece(part: Section, document: Document, work: Work, file: str, hash: str) -> Piece:
    last = part.first + len(part.lines) - 1
    return Piece(
        work.rendered(Dump(file, hash, 0, "", last, document, None)),
        document.furniture,
        tuple(blank_lines(document, part.first, last)),
        last,
    )


class _Ordinals:
    """Counts the stories of the sections in their order, for all workers."""

    def __init__(self, context: BaseContext) -> None:
        self._turn = context.Condition()
        self._section: Any = context.RawValue("q", 0)
        self._ordinal: Any = context.RawValue("q", 1)

    def first(self, section: int, stories: int) -> int:
        """The ordinal of the section's first story, once those of the sections before are counted."""
        with self._turn:
            self._turn.wait_for(lambda: self._section.value == section)
            first: int = self._ordinal.value
            self._ordinal.value += stories
            self._section.value += 1
            self._turn.notify_all()
            return first


_worker: tuple[Work, str, str, _Ordinals] | None = None
"""In a worker: what it was begun with."""


def _begin(work: Work, file: str, hash: str, ordinals: _Ordinals) -> None:
    global _worker
    _worker = work, file, hash, ordinals
    begin_worker()


def _take_apart(number: int, part: Section) -> Piece:
    assert _worker is not None
    work, file, hash, ordinals = _worker
    try:
        document = split_section(part, work.settings)
    except BaseException:
        ordinals.first(number, 0)  # Nobody shall wait for it.
        raise
    before = ordinals.first(number, len(document.stories)) - 1
    return _piece(part, _moved(document, before), work, file, hash)


def _moved(document: Document, before: int) -> Document:
    """The section's stories with their numbers in the dump, in which so many stories stand before it."""
    return document._replace(
        stories=tuple(story._replace(ordinal=before + story.ordinal) for story in document.stories),
        held_back={before + ordinal: why for ordinal, why in document.held_back.items()},
    )
