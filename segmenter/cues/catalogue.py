"""All cues of wording, in the order in which they are tried."""

from __future__ import annotations

from segmenter.cues import byline, caption, dateline, furniture, headline, metadata, separator, subhead
from segmenter.cues.base import Cue

HEADINGS: tuple[Cue, ...] = (*headline.CUES, *subhead.CUES)
"""For lines short enough to be a heading."""
LICENCES: tuple[Cue, ...] = (
    *separator.CUES,
    *furniture.CUES,
    *metadata.CUES,
    *byline.CUES,
    *caption.CUES,
    *dateline.CUES,
)
"""For any line; each permits the closed role that it names."""
ALL: tuple[Cue, ...] = (*HEADINGS, *LICENCES)
