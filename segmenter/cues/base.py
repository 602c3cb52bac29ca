"""What a cue is: one thing that a line's wording suggests, with its own examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import regex

from segmenter.model import Role
from segmenter.patterns import compiled_with


class Weight:
    """The levels a cue may weigh. They add up along a dump; a difference of 2 is a fair bet, of 8 a certainty."""

    HINT: Final = 0.5
    WEAK: Final = 1.0
    FAIR: Final = 2.0
    STRONG: Final = 4.0
    SURE: Final = 8.0


EDGE: Final = "\n"
"""Stands in a trigger for the beginning or the end of the line, white space around it left out."""


def edged(view: str) -> str:
    """A folded line as triggers are looked for in it: between its edges, and with spaces for tabs.

    Half a character, which no trigger holds, stands as a question mark, since what looks for them reads UTF-8.
    """
    text = f"{EDGE}{view.strip()}{EDGE}".replace("\t", " ")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def opening(*literals: str) -> tuple[str, ...]:
    """Triggers that begin the line."""
    return tuple(EDGE + literal for literal in literals)


def closing(*literals: str) -> tuple[str, ...]:
    """Triggers that end the line."""
    return tuple(literal + EDGE for literal in literals)


def alone(*literals: str) -> tuple[str, ...]:
    """Triggers that are the whole line."""
    return closing(*opening(*literals))


def cased(*words: str) -> tuple[str, ...]:
    """The words in small letters, with one capital, with a capital each, and in capitals throughout."""
    return tuple(form for word in words for form in {word: 0, word.capitalize(): 0, word.title(): 0, word.upper(): 0})


class Lexicon:
    """Word lists, built in and the user's, and the patterns compiled with them.

    A pattern calls a list by name: `\\L<agencies>` matches any word of the list `agencies`.
    Patterns are compiled when first used, since compiling costs more than matching on a short dump; see `patterns`.
    """

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self.lists = dict(lists)
        self._compiled: dict[str, regex.Pattern[str]] = {}
        self._openings: dict[str, dict[str, tuple[int, ...]]] = {}

    def __reduce__(self) -> tuple[type[Lexicon], tuple[dict[str, frozenset[str]]]]:
        """Compiled patterns stay behind: another process compiles those that it needs."""
        return Lexicon, (self.lists,)

    def spelled(self, trigger: str) -> Iterator[str]:
        """The trigger itself, or where it calls a list as a pattern does, one for each of its words."""
        before, called, rest = trigger.partition(r"\L<")
        name, _, after = rest.partition(">")
        yield from (before + word + after for word in self.lists.get(name, ())) if called else (trigger,)

    def compiled(self, pattern: str) -> regex.Pattern[str]:
        found = self._compiled.get(pattern)
        if found is None:
            used = {name: words for name, words in self.lists.items() if f"\\L<{name}>" in pattern}
            found = self._compiled[pattern] = compiled_with(pattern, regex.VERBOSE, used)
        return found

    def lengths_at(self, name: str, text: str, start: int) -> tuple[int, ...]:
        """How long the words of a list are whose first two characters stand at `start`, longest first."""
        openings = self._openings.get(name)
        if openings is None:
            lengths: dict[str, set[int]] = {}
            for word in self.lists[name]:
                lengths.setdefault(word[:2], set()).add(len(word))
            openings = {opening: tuple(sorted(known, reverse=True)) for opening, known in lengths.items()}
            self._openings[name] = openings
        return openings.get(text[start : start + 2], ())


class Cue(NamedTuple):
    """One thing that a line's wording suggests.

    The pattern is verbose regex syntax (write a space as `\\ ` or `[ ]`), written for simplified Chinese and half-width
    marks, and searched in the line's folded view. Its named groups are what `tagging` reads.
    """

    id: str
    """`role.name`, as `byline.reporter-label`."""
    role: Role
    """The role that it suggests, and licenses where that role is closed."""
    weight: float
    """A level of `Weight`; negative where it speaks against the role."""
    pattern: str
    triggers: tuple[str, ...] = ()
    """Literals of which every line in which it fires holds at least one; where none stands the pattern is not tried.

    They are looked for in the line as `edged` makes it, so that an `EDGE` ties one to the line's beginning or end. A
    word list is called by name as in a pattern.
    """
    hits: tuple[str, ...] = ()
    """Real forms that it must match, written unfolded."""
    misses: tuple[str, ...] = ()
    """Real forms close by that it must not match."""
    source: str = ""
    """Where the form was seen, or who prescribes it."""

    def match(self, view: str, lexicon: Lexicon) -> regex.Match[str] | None:
        """The first place in the folded line where the cue fires, or None."""
        line = edged(view)
        if self.triggers and not any(word in line for trigger in self.triggers for word in lexicon.spelled(trigger)):
            return None
        return lexicon.compiled(self.pattern).search(view)
