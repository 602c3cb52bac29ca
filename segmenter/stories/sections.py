"""Cut a large dump into sections that are read one after the other, so that it streams and takes bounded memory.

What is usual in a dump (its layout, its template, how rare a word is) is learnt from the section that a line stands in.
Where a section ends is a rule of the text from its beginning on and of nothing else: so the whole dump, a stream of its
lines, and the rest of it from any section's first line are all cut, and read, alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from segmenter.config import Settings
from segmenter.deciding.applying import decided_roles
from segmenter.model import Role
from segmenter.stories.drafting import draft_stories
from segmenter.stories.roles import read_roles

if TYPE_CHECKING:
    from segmenter.deciding.placing import Placement

SIZE = 600_000
"""Characters after which a section may end. A dump that is shorter, and has no more than `LINES`, is one section."""
WINDOW = 40_000
"""Characters among which the end is looked for; more are taken while no sure headline stands there."""
LARGEST = 4 * SIZE
"""Characters after which a section ends without one."""
LINES = 15_000
"""Lines after which a section may end, and twice as many after which it ends: a short line takes as much room as a long
one while it is read."""
SURE = 4.0
"""Margin from which a headline is sure enough to begin a section."""


class Section(NamedTuple):
    """A run of a dump's lines that is read on its own."""

    first: int
    """Number of its first line in the dump, from 1."""
    lines: Sequence[str]
    decided: tuple[Placement, ...] = ()
    """What people decided about these lines."""


def sections(lines: Iterable[str], settings: Settings) -> Iterator[Section]:
    """The sections of a dump, which together are all its lines; one empty section where it has none."""
    placements: tuple[Placement, ...] = ()
    if settings.decisions:
        from segmenter.deciding.placing import Places

        # Whether a decision fits one line alone is known only when all lines are.
        lines = list(lines)
        placements = Places(lines).place(settings.decisions)
    decided = decided_roles(placements)
    first, held, size = 1, list[str](), 0
    window = 0
    """Index of the line with which the window begins that is looked at for an end; 0 before it."""
    opened = 0
    """Characters that stand before the window."""
    for line in lines:
        if not window and (size >= SIZE or len(held) >= LINES):
            window, opened = len(held), size
        held.append(line)
        size += len(line) + 1
        if not window or size - opened < WINDOW:
            continue
        cut = _story_start(held[window:], settings, first + window, decided)
        if cut is None and size < LARGEST and len(held) < 2 * LINES:
            window, opened = len(held), size
            continue
        end = window + (cut or 0)
        yield Section(first, held[:end], _within(placements, first, end))
        first, held = first + end, held[end:]
        size, window = sum(map(len, held)) + len(held), 0
    if held or first == 1:
        yield Section(first, held, _within(placements, first, len(held)))


def _within(placements: Sequence[Placement], first: int, size: int) -> tuple[Placement, ...]:
    return tuple(placement for placement in placements if first <= placement.line < first + size)


def _story_start(
    lines: Sequence[str], settings: Settings, first: int, decided: Mapping[int, Role]
) -> int | None:
    """Index of the line with which the surest story of the window begins, or the furniture that leads to it.

    `first` is the number of the window's first line.

    The window's first story is passed over, since what stands above it is not seen, and so is its last.
    """
    best, surest = None, SURE
    for draft in draft_stories(read_roles(lines, settings, first, decided).tagged)[1:-1]:
        margin = min((part.margin for part in draft.parts if part.role is Role.HEADLINE), default=0.0)
        if margin > surest or (margin == surest and best is None):
            best, surest = (draft.before or draft.parts)[0].paragraph.first - first, margin
    return best
