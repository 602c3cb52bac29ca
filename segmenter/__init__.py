"""Split a text dump of several news stories into its stories, each with its fields.

    >>> from segmenter import split
    >>> document = split(text)
    >>> [story.headline for story in document.stories]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.config import load as load_settings
    from segmenter.model import Document, Story
    from segmenter.pipeline import split, split_file, split_stream
    from segmenter.rendering.records import record

__version__ = "0.1.0"

__all__ = ["Document", "Settings", "Story", "load_settings", "record", "split", "split_file", "split_stream"]

_HOMES = {
    "Document": ("segmenter.model", "Document"),
    "Settings": ("segmenter.config", "Settings"),
    "Story": ("segmenter.model", "Story"),
    "load_settings": ("segmenter.config", "load"),
    "record": ("segmenter.rendering.records", "record"),
    "split": ("segmenter.pipeline", "split"),
    "split_file": ("segmenter.pipeline", "split_file"),
    "split_stream": ("segmenter.pipeline", "split_stream"),
}
"""Public name -> its module, and its name there."""


def __getattr__(name: str) -> Any:
    """Import the public names when they are used, since a shell command may need none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
