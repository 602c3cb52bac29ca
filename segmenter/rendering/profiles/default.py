"""The news fields under their own names, for scripts and for whoever reads the files in an editor.

Most programs find title and authors here; the other profiles say what each of them would misread.
"""

from __future__ import annotations

from typing import Final

from segmenter.rendering.profiles.profile import NEWS, Key, Profile

DEFAULT: Final = Profile(
    "default",
    (Key("title", "headline"), Key("subtitle", "deck"), Key("date", "published"), Key("author", "authors"), *NEWS),
)
