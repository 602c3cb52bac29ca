"""Put the lines of a hard-wrapped paragraph back into running text, with the hyphens at line ends mended.

A hyphen at a line's end may belong to the word (`year-` / `ago`) or only part it (`pro-` / `duction`). The story's own
words decide; a word that the story does not know is joined without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from segmenter.patterns import compiled

_WORDS = compiled(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = compiled(r"([^\W\d_]+)-$")
_GOES_ON = compiled(r"\p{Ll}+")
_PARTED = compiled(r"[^\W\d_]+-\s+[^\W\d_]+")
"""What a broken word looks like in joined lines; it teaches no word."""
_KEEP = frozenset("all anti cross ex full half high ill low mid non part self so well one two three four five".split())
"""First parts that take a hyphen in most words."""


class Unwrapper:
    """Joins lines as the words of one story suggest."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` are the story's paragraphs, their lines joined by spaces."""
        self._texts = texts

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(
            part
            for text in self._texts
            for word in _WORDS.findall(_PARTED.sub(" ", text.lower()))
            for part in {word, *word.split("-")}
        )

    def join(self, text: str, starts: Sequence[int]) -> str:
        """The text with its broken words mended; `starts` says where each of its lines starts."""
        if len(starts) == 1 or "- " not in text:
            return text
        joined = [text[: starts[1]]]
        for start, end in zip(starts[1:], [*starts[2:], len(text)], strict=True):
            line = text[start:end]
            above = joined[-1].rstrip(" ")
            if above.endswith("-") and (goes_on := _GOES_ON.match(line)):
                broken = _BROKEN.search(above)
                while broken and not broken.start() and len(joined) > 1:  # the word may have begun further up
                    above = joined.pop(-2) + above
                    broken = _BROKEN.search(above)
                if broken:
                    keeps = self._keeps_hyphen(broken[1].lower(), goes_on[0].lower())
                    joined[-1] = above if keeps else above[:-1]
            joined.append(line)
        return "".join(joined)

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        words = self._words
        if f"{first}-{second}" in words or first in _KEEP:
            return True
        return first + second not in words and first in words and second in words
