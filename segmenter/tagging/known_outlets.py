"""Find the outlets of the lexicon in a line by looking slices up: a pattern of hundreds of names compiles slowly."""

from __future__ import annotations

from segmenter.config import Settings

LONGEST_AGENCY = 24


def outlet_of(view: str, start: int, settings: Settings, end: int | None = None) -> int:
    """Length of the longest known outlet that begins at `start` and ends by `end`; 0 where none does."""
    lengths = settings.lexicon.lengths_at("agencies", view, start)
    if not lengths:
        return 0
    longest = min(LONGEST_AGENCY, (len(view) if end is None else end) - start)
    agencies = settings.agencies
    return next((length for length in lengths if 1 < length <= longest and view[start : start + length] in agencies), 0)
