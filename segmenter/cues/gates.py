"""Find out at once which of many cues can fire in a line at all.

Nearly every line holds the triggers of but a few cues. Each trigger is looked for once for all cues that share it, and
only where its first character stands in the line; what is left is tried pattern by pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from segmenter.cues.base import Cue, Lexicon


class Gate:
    """Cues that are tried together, in their order."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues: Sequence[Cue] = tuple(cues)
        self._always = 0
        """A bit for each cue that has no triggers."""
        marks: dict[str, int] = {}
        for place, cue in enumerate(self.cues):
            if not cue.triggers:
                self._always |= 1 << place
            for trigger in cue.triggers:
                marks[trigger] = marks.get(trigger, 0) | 1 << place
        self._by_first = _by_first_character(marks)
        self._narrow = tuple((first, *more) for first, more in self._by_first.items() if first.isascii())
        self._firsts = re.compile(f"[{re.escape(''.join(self._by_first))}]") if marks else None
        self._open: dict[int, tuple[Cue, ...]] = {}

    def open(self, view: str) -> tuple[Cue, ...]:
        """The cues without triggers and those of which a trigger stands in the folded line."""
        bits = self._always
        if self._firsts is None:
            pass
        elif view.isascii():
            for first, whole, longer in self._narrow:
                if first in view:
                    bits |= whole
                    for trigger, more in longer:
                        if trigger in view:
                            bits |= more
        else:
            for first in set(self._firsts.findall(view)):
                whole, longer = self._by_first[first]
                bits |= whole
                for trigger, more in longer:
                    if trigger in view:
                        bits |= more
        found = self._open.get(bits)
        if found is None:
            found = self._open[bits] = tuple(cue for place, cue in enumerate(self.cues) if bits >> place & 1)
        return found

    def matches(self, view: str, lexicon: Lexicon) -> Iterator[tuple[Cue, regex.Match[str]]]:
        """The cues that fire in the folded line, with the first place where each does."""
        for cue in self.open(view):
            match = lexicon.compiled(cue.pattern).search(view)
            if match is not None:
                yield cue, match


def _by_first_character(marks: dict[str, int]) -> dict[str, tuple[int, tuple[tuple[str, int], ...]]]:
    """For each first character the bits of the trigger that is it alone, and the longer triggers that begin with it."""
    return {
        first: (marks.get(first, 0), tuple(
            (trigger, bits) for trigger, bits in marks.items() if trigger[0] == first and trigger != first
        ))
        for first in dict.fromkeys(trigger[0] for trigger in marks)
    }  # fmt: skip
