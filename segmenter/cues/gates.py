"""Find out at once which of many cues can fire in a line at all.

Nearly every line holds the triggers of but a few cues. The triggers of all gates are looked for together in one pass
over the line, by an Aho-Corasick automaton, and only the cues that they open are tried pattern by pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import regex

from segmenter.cues.base import Cue, Lexicon, edged

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_ASKED: Final[dict[str, None]] = {}
"""The triggers of every gate: to make one automaton for all takes a fraction of the time that one for each would."""


class Gate:
    """Cues that are tried together, in their order."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues: Sequence[Cue] = tuple(cues)
        self._always = [place for place, cue in enumerate(self.cues) if not cue.triggers]
        """Places in `cues` of those that have no triggers."""
        self._places: dict[str, tuple[int, ...]] = {}
        """For each trigger the places of the cues that it opens."""
        for place, cue in enumerate(self.cues):
            for trigger in cue.triggers:
                self._places[trigger] = (*self._places.get(trigger, ()), place)
        _ASKED.update(dict.fromkeys(self._places))

    def open(self, view: str, lexicon: Lexicon) -> list[Cue]:
        """The cues without triggers and those of which a trigger stands in the folded line."""
        (found,) = _triggers_in([view], lexicon)
        return [self.cues[place] for place in sorted([*self._always, *self._opened(found)])]

    def opened(self, views: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[Cue, Sequence[int]]]:
        """Each cue in its order with the indices of the folded lines that open it; many lines cost least so."""
        lines: list[list[int]] = [[] for _ in self.cues]
        for index, found in enumerate(_triggers_in(views, lexicon)):
            for place in self._opened(found):
                lines[place].append(index)
        for cue, opening in zip(self.cues, lines, strict=True):
            yield cue, opening if cue.triggers else range(len(views))

    def _opened(self, found: Set[str]) -> set[int]:
        """Places in `cues` of those that the triggers open."""
        return {place for trigger in self._places.keys() & found for place in self._places[trigger]}

    def matches(self, view: str, lexicon: Lexicon) -> Iterator[tuple[Cue, regex.Match[str]]]:
        """The cues that fire in the folded line, with the first place where each does."""
        for cue in self.open(view, lexicon):
            match = lexicon.compiled(cue.pattern).search(view)
            if match is not None:
                yield cue, match


def _triggers_in(views: Iterable[str], lexicon: Lexicon) -> Iterator[set[str]]:
    """For each folded line the triggers that stand in it."""
    automaton, listed = _finder(lexicon, len(_ASKED))
    for view in views:
        found = set(automaton.find_matches_as_strings(edged(view), overlapping=True))
        for word in listed.keys() & found:
            found.update(listed[word])
        yield found


@lru_cache(maxsize=4)
def _finder(lexicon: Lexicon, asked: int) -> tuple[AhoCorasick, Mapping[str, Sequence[str]]]:
    """What finds the triggers in a line, and which of them each word of the lexicon stands for.

    `asked` is how many triggers there are, since a new gate may have new ones.
    """
    from ahocorasick_rs import AhoCorasick, Implementation

    listed: dict[str, list[str]] = {}
    calling = [trigger for trigger in _ASKED if r"\L<" in trigger]
    for trigger in calling:
        for word in lexicon.spelled(trigger):
            listed.setdefault(word, []).append(trigger)
    literals = (_ASKED.keys() - calling) | listed.keys()
    return AhoCorasick([*literals], implementation=Implementation.ContiguousNFA), listed
