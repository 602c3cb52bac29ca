"""Find out at once which of many cues can fire in a line at all.

Nearly every line holds the triggers of but a few cues. All triggers of a gate are looked for in one pass over the line
(an Aho-Corasick automaton), and only the cues that they open are tried pattern by pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import regex

from segmenter.cues.base import Cue, Lexicon, edged

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Gate:
    """Cues that are tried together, in their order."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues: Sequence[Cue] = tuple(cues)
        self._always = frozenset(place for place, cue in enumerate(self.cues) if not cue.triggers)
        """Places in `cues` of those that have no triggers."""
        self._finder: _Finder | None = None

    def open(self, view: str, lexicon: Lexicon) -> list[Cue]:
        """The cues without triggers and those of which a trigger stands in the folded line."""
        finder = self._finder
        if finder is None or finder.lexicon is not lexicon:
            finder = self._finder = _finder(self.cues, lexicon)
        found = finder.automaton.find_matches_as_strings(edged(view), overlapping=True)
        places = self._always.union(*[finder.places[trigger] for trigger in found])
        return [self.cues[place] for place in sorted(places)]

    def matches(self, view: str, lexicon: Lexicon) -> Iterator[tuple[Cue, regex.Match[str]]]:
        """The cues that fire in the folded line, with the first place where each does."""
        for cue in self.open(view, lexicon):
            match = lexicon.compiled(cue.pattern).search(view)
            if match is not None:
                yield cue, match


class _Finder(NamedTuple):
    """What finds the triggers of a gate's cues."""

    lexicon: Lexicon
    """Whose words stand among the triggers."""
    automaton: AhoCorasick
    places: dict[str, tuple[int, ...]]
    """For each trigger the places of the cues that it opens."""


def _finder(cues: Sequence[Cue], lexicon: Lexicon) -> _Finder:
    from ahocorasick_rs import AhoCorasick, Implementation

    places: dict[str, tuple[int, ...]] = {}
    for place, cue in enumerate(cues):
        for trigger in lexicon.spelled(cue.triggers):
            places[trigger] = (*places.get(trigger, ()), place)
    return _Finder(lexicon, AhoCorasick(list(places), implementation=Implementation.ContiguousNFA), places)
