"""All cues of wording, in the order in which they are tried."""

from __future__ import annotations

import importlib
from segmenter.cues import furniture, headline, separator, subhead
from segmenter.cues.base import Cue

HEADINGS: tuple[Cue, ...] = (*headline.CUES, *subhead.CUES)
"""For lines short enough to be a heading."""
def _g(m):
    try: return importlib.import_module('segmenter.cues.'+m).CUES
    except ImportError: return ()
LICENCES: tuple[Cue, ...] = (*separator.CUES, *furniture.CUES, *_g('metadata'), *_g('byline'), *_g('caption'), *_g('dateline'))
"""For any line; each permits the closed role that it names."""
ALL: tuple[Cue, ...] = (*HEADINGS, *LICENCES)
