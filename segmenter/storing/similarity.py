"""How alike two stories' texts are, told from small fingerprints, so that no text has to be kept or read again.

A text is taken as the set of its clauses (what stands between punctuation marks), as a checksum each. Its sketch is the
smallest of them: the smallest of two sketches together are a fair sample of all clauses of both stories, and the share
of the sample that stands in both sketches estimates the share of clauses that the stories have in common (the bottom-k
sketch of A. Broder, On the resemblance and containment of documents, 1997). A story in another edition, with a changed
headline, some sentences more or a few words corrected, keeps most of its clauses.
"""

from __future__ import annotations

import re
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from struct import pack, unpack
from typing import Final
from zlib import crc32

from segmenter.reading.folding import fold

SIZE: Final = 32
"""Checksums in a sketch: a text of at most so many clauses is compared as a whole, a longer one by this sample."""
KEYS: Final = 4
"""How many of a sketch's checksums stories are looked up by. Stories that share 0.6 of their clauses have none of the
four in common once in forty times, those that share 0.8 once in six hundred."""
CROWD: Final = 16
"""How many stories are kept for one checksum: a clause of more stories than that is a formula and says nothing."""

LENGTH: Final = 6
"""Characters of a clause, at least: `he said` and `其中` stand everywhere."""

_BETWEEN: Final = re.compile(r"[^\w\s'’·/%$€£&+-]+")


def sketch(paragraphs: Iterable[str]) -> str:
    """The fingerprint of a text, as ASCII."""
    clauses = {clause for text in paragraphs for clause in _clauses(text)}
    telling = [clause for clause in clauses if len(clause) >= LENGTH] or clauses
    sums = {crc32(clause.encode(errors="replace")) for clause in telling}
    smallest = sorted(sums)[:SIZE]
    return b85encode(pack(f"<{len(smallest)}I", *smallest)).decode()


def similarity(one: str, other: str) -> float:
    """The estimated share of clauses that two texts have in common, from 0 to 1, given their sketches."""
    first, second = set(_sums(one)), set(_sums(other))
    sample = sorted(first | second)[:SIZE]
    return len(first.intersection(second, sample)) / len(sample) if sample else 0.0


class Likeness:
    """Finds the stories, among those that were added, that may be like a given one."""

    def __init__(self) -> None:
        self._stories: list[str] = []
        self._by_key: dict[int, tuple[int, ...]] = {}

    def add(self, id: str, of: str) -> None:
        """Add a story by its id and sketch."""
        number = len(self._stories)
        self._stories.append(id)
        for key in _sums(of)[:KEYS]:
            numbers = self._by_key.get(key, ())
            if len(numbers) < CROWD:
                self._by_key[key] = (*numbers, number)

    def candidates(self, of: str) -> Iterator[str]:
        """Ids of stories that share a key with the sketch, in the order in which they were added."""
        numbers = {number for key in _sums(of)[:KEYS] for number in self._by_key.get(key, ())}
        yield from dict.fromkeys(self._stories[number] for number in sorted(numbers))


@lru_cache(maxsize=10_000)
def _sums(of: str) -> Sequence[int]:
    data = b85decode(of)
    return unpack(f"<{len(data) // 4}I", data)


def _clauses(text: str) -> Iterator[str]:
    for clause in _BETWEEN.split(fold(text).lower()):
        if joined := "".join(clause.split()):
            yield joined
