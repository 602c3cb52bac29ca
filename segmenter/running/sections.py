"""Read the sections of one large dump side by side in processes of this machine, with the stories of one process."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import Final

from segmenter.config import Settings
from segmenter.model import Story
from segmenter.pipeline import split_section
from segmenter.stories.sections import Section, sections

AHEAD: Final = 2
"""Sections under way for each worker; so many are held in memory."""

_settings: Settings | None = None
"""In a worker: what it was begun with."""


def split_side_by_side(lines: Iterable[str], settings: Settings, jobs: int) -> Iterator[Story]:
    """The stories that `split_stream` gives, in its order, read by so many processes."""
    ordinal = 0
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (settings,)) as executor:
        under_way: deque[Future[tuple[Story, ...]]] = deque()
        for section in sections(lines, settings):
            under_way.append(executor.submit(_stories, section))
            if len(under_way) >= AHEAD * jobs:
                ordinal = yield from _numbered(under_way.popleft().result(), ordinal)
        while under_way:
            ordinal = yield from _numbered(under_way.popleft().result(), ordinal)


def _numbered(stories: Iterable[Story], ordinal: int) -> Generator[Story, None, int]:
    """The stories of a section with their numbers in the dump; returns the last of them."""
    for story in stories:
        ordinal += 1
        yield replace(story, ordinal=ordinal)
    return ordinal


def _begin(settings: Settings) -> None:
    global _settings
    _settings = settings


def _stories(section: Section) -> tuple[Story, ...]:
    assert _settings is not None
    return split_section(section, _settings).stories
