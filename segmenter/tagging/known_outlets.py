"""Find the outlets of the lexicon in a line by looking slices up: a pattern of hundreds of names compiles slowly."""

from __future__ import annotations

from segmenter.config import Settings

LONGEST_AGENCY = 24


def outlet_of(view: str, start: int, settings: Settings, end: int | None = None) -> int:
    """Length of the longest known outlet that begins at `start` and ends by `end`; 0 where none does."""
    lengths = range(min(LONGEST_AGENCY, (len(view) if end is None else end) - start), 1, -1)
    return next((length for length in lengths if view[start : start + length] in settings.agencies), 0)
