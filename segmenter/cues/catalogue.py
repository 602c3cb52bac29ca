"""All cues of wording, in the order in which they are tried."""

from __future__ import annotations

from segmenter.cues import (
    byline,
    caption,
    dateline,
    furniture,
    headline,
    kicker,
    metadata,
    numbering,
    scripts,
    separator,
    subhead,
)
from segmenter.cues.base import Cue

HEADINGS: tuple[Cue, ...] = (*headline.CUES, numbering.TITLE_LABEL, *kicker.CUES, *subhead.CUES)
"""For lines short enough to be a heading; matched without the white space around the line."""
MARKS: tuple[Cue, ...] = (*separator.CUES, *furniture.CUES, *scripts.CUES, *numbering.CUES)
"""For any line; each permits the closed role that it names; matched without the white space around the line."""
CREDITS: tuple[Cue, ...] = (*metadata.CUES, *byline.CUES, *caption.CUES, *dateline.CUES)
"""For any line; each permits the closed role that it names; matched with the line's indent."""
ALL: tuple[Cue, ...] = (*HEADINGS, *MARKS, *CREDITS)
