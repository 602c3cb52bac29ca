"""House style: a story as a newsroom prints it, made from the story as it stood in the dump.

Style comes last. What is matched, hashed and proven is the text of the dump, so a story keeps its id, its lines and its
evidence, and its fields stay as printed; only what a reader reads (kicker, headline, deck, paragraphs) is restyled.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from segmenter.styling.dateline import without_dateline
from segmenter.styling.punctuation import with_marks
from segmenter.styling.quotation import with_quotation_marks
from segmenter.styling.script import in_script
from segmenter.styling.spacing import with_spaces

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story

Rule = Callable[["Story", "Settings"], "Story"]
"""Gives the story as the settings want it, and the same story where they want nothing or nothing is sure."""

RULES: Final[tuple[Rule, ...]] = (without_dateline, in_script, with_marks, with_quotation_marks, with_spaces)
"""In this order: the dateline is known by how it was printed, and spaces depend on the marks that were put."""


def styled(story: Story, settings: Settings) -> Story:
    """The story in the style that `[style]` of the settings asks for."""
    for rule in RULES:
        story = rule(story, settings)
    return story
