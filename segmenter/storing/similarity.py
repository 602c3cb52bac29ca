"""How alike two stories' texts are, told from small fingerprints, so that no text has to be kept or read again.

A text is taken as the set of its clauses (what stands between punctuation marks), as a checksum each. Its sketch is the
smallest of them: the smallest of two sketches together are a fair sample of all clauses of both stories, and the share
of the sample that stands in both sketches estimates the share of clauses that the stories have in common (the bottom-k
sketch of A. Broder, On the resemblance and containment of documents, 1997). A story in another edition, with a changed
headline, some sentences more or a few words corrected, keeps most of its clauses.
"""

from __future__ import annotations

import re
from array import array
from base64 import b85decode, b85encode
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from struct import pack, unpack
from typing import Final
from zlib import crc32

from segmenter.reading.folding import fold, without_spaces
from segmenter.storing.lookup import Lookup

SIZE: Final = 32
"""Checksums in a sketch: a text of at most so many clauses is compared as a whole, a longer one by this sample."""
KEYS: Final = 4
"""How many of a sketch's checksums stories are looked up by. Stories that share 0.6 of their clauses have none of the
four in common once in forty times, those that share 0.8 once in six hundred."""
CROWD: Final = 16
"""How many stories are kept for one checksum: a clause of more stories than that is a formula and says nothing."""

LENGTH: Final = 6
"""Characters of a clause, at least: `he said` and `其中` stand everywhere."""

_WITHIN: Final = r"[\w'’·/%$€£&+-]"
"""Marks of a clause, whose white space counts for nothing."""
_TELLING: Final = re.compile(_WITHIN + f"{{{LENGTH},}}")
_ANY: Final = re.compile(_WITHIN + "+")


def sketch(paragraphs: Iterable[str]) -> str:
    """The fingerprint of a text, as ASCII."""
    text = "".join(without_spaces(fold("\0".join(paragraphs)).lower()))
    clauses = {*(_TELLING.findall(text) or _ANY.findall(text))}
    sums = map(crc32, "\0".join(clauses).encode(errors="replace").split(b"\0")) if clauses else ()
    smallest = sorted({*sums})[:SIZE]
    return b85encode(pack(f"<{len(smallest)}I", *smallest)).decode()


def similarity(one: str, other: str) -> float:
    """The estimated share of clauses that two texts have in common, from 0 to 1, given their sketches."""
    first, second = set(_sums(one)), set(_sums(other))
    sample = sorted(first | second)[:SIZE]
    return len(first.intersection(second, sample)) / len(sample) if sample else 0.0


class Likeness:
    """Finds the stories, among those that were added, that are like a given one."""

    def __init__(self) -> None:
        self._ids = array("Q")
        self._sums = array("I")
        """The sketches of all stories; the ledger has them too, but on the disk."""
        self._ends = array("Q", [0])
        """Where the sketch of each story ends in them, that of the first at the second place."""
        self._by_key = Lookup()

    def add(self, id: str, of: str) -> None:
        """Add a story by its id and sketch."""
        number, sums = len(self._ids), _sums(of)
        self._ids.append(int(id, 16))
        self._sums.extend(sums)
        self._ends.append(len(self._sums))
        for key in sums[:KEYS]:
            if len(self._by_key.of(key)) < CROWD:
                self._by_key.add(key, number)

    def candidates(self, of: str, least: float) -> Iterator[str]:
        """Ids of stories that share a key with the sketch, in the order in which they were added.

        Those are left out that cannot have so great a similarity.
        """
        sums = _sums(of)
        own = frozenset(sums)
        found: dict[int, None] = {}
        for number in sorted({number for key in sums[:KEYS] for number in self._by_key.of(key)}):
            start, end = self._ends[number : number + 2]
            common = len(own.intersection(self._sums[start:end]))
            # Most share one clause that is a formula; the sample can hold no more of what both have than there is.
            if common / min(SIZE, len(own) + end - start - common) >= least:
                found[self._ids[number]] = None
        return (f"{id:012x}" for id in found)


@lru_cache(maxsize=1_000)
def _sums(of: str) -> Sequence[int]:
    data = b85decode(of)
    return unpack(f"<{len(data) // 4}I", data)
