"""Whole lines that say when, from where or how long, of a story or its page.

`tagging` reads the groups `date`, `source`, `author` and `section` of these patterns. A pattern allows for the line's
indent, since exports centre their mastheads.
"""

from __future__ import annotations

from segmenter.cues import citations, exports, labels, stamps
from segmenter.cues.base import Cue

CUES: tuple[Cue, ...] = (*labels.CUES, *stamps.CUES, *citations.CUES, *exports.CUES)
