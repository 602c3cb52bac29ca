"""What a person does on the page, as the roles that it gives to lines: pure functions of a dump as it is split now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from segmenter.deciding import GOES_ON
from segmenter.model import Document, Role, Story
from segmenter.stories.drafting import OUTSIDE

Roles = dict[int, Role]
"""Roles by the numbers of lines."""
_TAIL_OF_ABOVE: Final = {Role.KICKER: Role.BODY, Role.HEADLINE: Role.SUBHEAD, Role.DECK: Role.BODY}
"""What the head of a story becomes when it goes on with the story above."""


class ActionError(Exception):
    """The action has no meaning there; the message is a word that the page has in its languages."""


class Paragraphs:
    """The lines of a dump by paragraph, each known by its first line."""

    def __init__(self, document: Document) -> None:
        self._first: dict[int, int] = {}
        self.roles: Roles = {}
        """Of each line that is not blank."""
        first = 0
        for line, decision in zip(document.lines, document.decisions, strict=True):
            goes_on = any(reason.cue == "layout.continues-the-paragraph" for reason in decision.reasons)
            first = first if goes_on else line.number
            self._first[line.number] = first
            self.roles[line.number] = line.role

    def first(self, number: int) -> int:
        """The first line of the paragraph that the line is in."""
        return self._first[number]

    def starts(self, first: int, last: int) -> list[int]:
        """The first lines of the paragraphs that begin between two lines, both included."""
        return [number for number, start in self._first.items() if number == start and first <= number <= last]

    def letters(self, numbers: Iterable[int]) -> str:
        """The roles of a story's lines as an accepted story keeps them."""
        return "".join(self.roles[n].value if self._first[n] == n else GOES_ON for n in numbers)


def give(document: Document, numbers: Sequence[int], role: Role) -> Roles:
    """Give lines a role. The first line of a paragraph alone stands for all of it."""
    paragraphs = Paragraphs(document)
    chosen = sorted(set(numbers) & paragraphs.roles.keys())
    if not chosen:
        raise ActionError("blank")
    given: Roles = {}
    for start, lines in groupby(chosen, key=paragraphs.first):
        inside = list(lines)
        given[inside[0]] = role
        if inside != [start]:
            given |= _rest(paragraphs, inside[-1])
    return given


def split_at(document: Document, number: int) -> Roles:
    """Let a story begin at the line."""
    return give(document, [number], Role.HEADLINE)


def merge_with_above(document: Document, number: int) -> Roles:
    """Let the story that the line is in go on with the story above it."""
    story = _story_at(document, number)
    if story is document.stories[0]:
        raise ActionError("first")
    paragraphs = Paragraphs(document)
    return _as_tail(paragraphs, paragraphs.starts(*story.lines))


def begin_at(document: Document, number: int) -> Roles:
    """Move the beginning of a story to the line: down within the story, or up to a line of the page above it.

    What stood above the line goes on with the story above, or is the page's where there is none.
    """
    paragraphs = Paragraphs(document)
    if number not in paragraphs.roles:
        raise ActionError("blank")
    within = next((story for story in document.stories if story.lines[0] <= number <= story.lines[1]), None)
    story = within or next((story for story in document.stories if story.lines[0] > number), None)
    if story is None:
        raise ActionError("no-story")
    if within is None:
        head = paragraphs.starts(*story.lines)
        lowered = {n: Role.DECK for n in head if paragraphs.roles[n] in (Role.KICKER, Role.HEADLINE)}
        return {**lowered, number: Role.HEADLINE}
    above = paragraphs.starts(story.lines[0], number - 1)
    moved = dict.fromkeys(above, Role.FURNITURE) if story is document.stories[0] else _as_tail(paragraphs, above)
    return {**moved, **give(document, [number], Role.HEADLINE)}


def end_at(document: Document, number: int) -> Roles:
    """Move the end of a story to the line: up within the story, or down over lines of the page below it."""
    paragraphs = Paragraphs(document)
    if number not in paragraphs.roles:
        raise ActionError("blank")
    story = next((story for story in reversed(document.stories) if story.lines[0] <= number), None)
    if story is None:
        raise ActionError("no-story")
    if number > story.lines[1]:
        between = paragraphs.starts(story.lines[1] + 1, number)
        return {n: Role.BODY for n in between if paragraphs.roles[n] in (*OUTSIDE, Role.METADATA)}
    below = [n for n in paragraphs.roles if number < n <= story.lines[1]]
    if not below:
        raise ActionError("ends-there")
    return {n: Role.FURNITURE for n in below if n == below[0] or paragraphs.first(n) == n}


LINE_ACTIONS: Final[Mapping[str, Callable[[Document, int], Roles]]] = {
    "split": split_at,
    "merge": merge_with_above,
    "begin": begin_at,
    "end": end_at,
}
"""The actions on one line, by the names that the page has for them."""


def _story_at(document: Document, number: int) -> Story:
    for story in document.stories:
        if story.lines[0] <= number <= story.lines[1]:
            return story
    raise ActionError("no-story")


def _as_tail(paragraphs: Paragraphs, numbers: Iterable[int]) -> Roles:
    return {n: _TAIL_OF_ABOVE[paragraphs.roles[n]] for n in numbers if paragraphs.roles[n] in _TAIL_OF_ABOVE}


def _rest(paragraphs: Paragraphs, number: int) -> Roles:
    """What keeps the rest of the paragraph below the line as it is."""
    below = number + 1
    if below in paragraphs.roles and paragraphs.first(below) != below:
        return {below: paragraphs.roles[below]}
    return {}
