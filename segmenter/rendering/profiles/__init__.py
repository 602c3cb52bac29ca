"""The profiles: front matter for the programs that story files are written for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from segmenter.rendering.profiles.default import DEFAULT
from segmenter.rendering.profiles.hugo import HUGO
from segmenter.rendering.profiles.jekyll import JEKYLL
from segmenter.rendering.profiles.obsidian import OBSIDIAN
from segmenter.rendering.profiles.profile import Profile
from segmenter.rendering.profiles.quarto import QUARTO

PROFILES: Final[Mapping[str, Profile]] = {
    profile.name: profile for profile in (DEFAULT, HUGO, JEKYLL, OBSIDIAN, QUARTO)
}
ALIASES: Final = {"pandoc": QUARTO.name}
"""Other names of profiles."""


def origin_of(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The origin that front matter of any profile states; empty where there is none."""
    origin = values.get("origin")
    if isinstance(origin, dict):
        return origin
    flat = [key for key in values if isinstance(key, str) and key.startswith("origin_")]
    return {key.removeprefix("origin_"): values[key] for key in flat}


def profile_of(values: Mapping[str, Any]) -> Profile:
    """The profile in which front matter was written, as its origin says; the default one names none."""
    name = origin_of(values).get("profile")
    return PROFILES.get(name, DEFAULT) if isinstance(name, str) else DEFAULT
