"""A dump that is open in a review: its lines, and what it is split into under the decisions of the moment."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from segmenter.deciding.placing import Placement, Places
from segmenter.model import Document, Story
from segmenter.pipeline import split
from segmenter.reading.encoding import decode, split_lines
from segmenter.rendering.records import record
from segmenter.reviewing.actions import ActionError, Paragraphs

if TYPE_CHECKING:
    from segmenter.config import Settings


@dataclass(frozen=True, slots=True)
class OpenDump:
    """A dump with its lines, and what it is split into now."""

    file: str
    """Its path as it was given."""
    key: str
    """What rulings call it."""
    hash: str
    """SHA-256 of its bytes."""
    lines: Sequence[str]
    places: Places
    placements: tuple[Placement, ...]
    """The decisions that hold in it, and where."""
    document: Document
    paragraphs: Paragraphs

    def again(self, settings: Settings) -> OpenDump:
        """The dump as it is split under these settings and their decisions."""
        document = self.document_under(settings)
        placements = self.places.place(settings.decisions)
        return replace(self, placements=placements, document=document, paragraphs=Paragraphs(document))

    def document_under(self, settings: Settings) -> Document:
        """What the settings and their decisions make of the dump."""
        return split("\n".join(self.lines), settings)

    def story_at(self, number: int) -> Story:
        """The story that a line is in. Raises ActionError where it is in none."""
        for story in self.document.stories:
            if story.lines[0] <= number <= story.lines[1]:
                return story
        raise ActionError("no-story")

    def accepted(self) -> set[int]:
        """The first lines of the stories that hold as accepted."""
        held = self.document.decided
        return {placed.line for placed in self.placements if placed.ruling.accepted and placed.index in held}

    def view(self) -> dict[str, Any]:
        """How it is split, for the page: a letter a line, blank for a blank one, and the stories."""
        letters = [" "] * len(self.lines)
        for number, role in self.paragraphs.roles.items():
            letters[number - 1] = role.value
        accepted = self.accepted()
        stories = []
        for story in self.document.stories:
            values = record(story, self.file)
            del values["paragraphs"]
            values["held_back"] = self.document.held_back.get(story.ordinal)
            values["accepted"] = story.lines[0] in accepted
            stories.append(values)
        decided = sorted({placement.line for placement in self.placements if placement.ruling.role})
        return {"roles": "".join(letters), "stories": stories, "decided": decided}


def open_dump(file: str, key: str, data: bytes, settings: Settings) -> OpenDump:
    """Split the bytes of a dump. Raises UnreadableInput where they hold no text."""
    lines = split_lines(decode(data, settings.input.encoding).text)
    nothing = Document((), (), (), ())
    known = hashlib.sha256(data).hexdigest()
    return OpenDump(file, key, known, lines, Places(lines), (), nothing, Paragraphs(nothing)).again(settings)
