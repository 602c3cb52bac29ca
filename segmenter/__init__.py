"""Split a text dump of several news stories into its stories, each with its fields.

    >>> from segmenter import split
    >>> document = split(text)
    >>> [story.headline for story in document.stories]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Document, Story
    from segmenter.pipeline import split, split_file, split_stream

__version__ = "0.1.0"

__all__ = ["Document", "Settings", "Story", "split", "split_file", "split_stream"]

_HOMES = {
    "Document": "segmenter.model",
    "Settings": "segmenter.config",
    "Story": "segmenter.model",
    "split": "segmenter.pipeline",
    "split_file": "segmenter.pipeline",
    "split_stream": "segmenter.pipeline",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are used, since a shell command may need none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
