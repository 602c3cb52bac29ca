"""The words and the names of a text, by which the cohesion of its paragraphs is measured.

No dictionary is needed: **words** are English words and pairs of Chinese characters, **names** are runs of three
Chinese characters, capitalised words and numbers, which hardly recur unless the topic does.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, compress
from typing import NamedTuple

LONG = 2**16
"""Characters of a text that are looked at together: a dump may be one endless line."""
KEPT = 1000
"""Characters of the longest piece that may be kept for the next dump."""

Term = int | str
"""A word or a name; those in Chinese are numbers, which are made, kept and found faster than strings."""

_CHINESE = bytes(0x34 <= high <= 0x9F for high in range(256))
"""Whether a character is a Chinese one, from U+3400 to U+9FFF, by the upper byte of its code."""
_RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,]*")
_PIECE = re.compile(r"\S+")
_COMMON = frozenset(
    (
        "the of to and a in is that for on with as was it at by from be this are have has he his an not but were "
        "had its they who which will their or been said would there one more about also when out up if so after "
        "than into over her she him we you i what all no can could new other some two first last year years time "
        "may our your mr just now only us do did how them then these those being because before between during "
        "under while where"
    ).split()
)


class Found(NamedTuple):
    """What one paragraph holds."""

    words: frozenset[Term]
    names: set[Term]


class Terms:
    """The words and names of a dump's paragraphs; of its words only those that stand in some of its lines."""

    def __init__(self, views: Sequence[str], lines: Iterable[int]) -> None:
        """`views` are the folded texts of the paragraphs, `lines` the indices of those whose words are looked for."""
        self._views = views
        self._pieces = list(map(_pieces, views))
        self.words: dict[int, frozenset[Term]] = {
            index: frozenset(chain(chinese(views[index])[0], *map(_words_in, self._pieces[index]))) for index in lines
        }
        """The words of each of the lines."""
        self._sought: frozenset[Term] = frozenset().union(*self.words.values())
        pieces: frozenset[str] = frozenset().union(*self._pieces)
        self._of_words = frozenset([piece for piece in pieces if not self._sought.isdisjoint(_words_in(piece))])
        """The pieces that give a word which is looked for."""
        self._of_names = frozenset([piece for piece in pieces if _names_in(piece)])
        """The pieces that give a name."""
        if pieces and max(map(len, pieces)) > KEPT:  # It hardly comes again, and takes the room of hundreds.
            _words_in.cache_clear()
            _names_in.cache_clear()

    def of(self, index: int) -> Found:
        """The words of the paragraph of that index, as far as they are looked for, and its names."""
        pairs, triples = chinese(self._views[index])
        words = self._sought.intersection(pairs)
        names: set[Term] = set(triples)
        if pieces := self._pieces[index]:
            giving = self._of_words.intersection(pieces)
            words |= self._sought.intersection([word for piece in giving for word in _words_in(piece)])
            names.update([name for piece in self._of_names.intersection(pieces) for name in _names_in(piece)])
        return Found(words, names)


def chinese(view: str) -> tuple[Iterable[int], Iterable[int]]:
    """The pairs and the triples of Chinese characters that follow one another in a folded text, each as one number.

    Of a very long text, a few come twice.
    """
    if view.isascii():
        return (), ()
    if len(view) <= LONG:
        return _chinese(view)

    def piece_by_piece(length: int) -> Iterator[int]:
        for start in range(0, len(view), LONG):
            yield from _chinese(view[start : start + LONG + 2])[length - 2]

    return piece_by_piece(2), piece_by_piece(3)


def _chinese(view: str) -> tuple[Iterable[int], Iterable[int]]:
    encoded = view.encode("utf-16-le", "surrogatepass") + bytes(4)
    # One byte a character: whether a pair begins with it, and whether a triple does.
    pairs = encoded[1::2].translate(_CHINESE).replace(b"\1\0", b"\0\0")
    triples = pairs.replace(b"\1\0", b"\0\0")
    # Four places a character: it and the next two, and one that stays empty; so that eight bytes are a triple.
    codes = array("H", encoded)
    size = len(codes) - 2
    side_by_side = array("H", bytes(8 * size))
    for place in range(3):
        side_by_side[place::4] = codes[place : place + size]
    numbers = side_by_side.tobytes()
    return compress(array("I", numbers)[::2], pairs), compress(array("Q", numbers), triples)


def _pieces(view: str) -> Collection[str]:
    """What holds the English words and the numbers of a folded text; Chinese has no white space that parts them."""
    if len(view) > LONG:
        return {found[0] for found in (_PIECE if view.isascii() else _RUN).finditer(view)}
    return view.split() if view.isascii() else _RUN.findall(view)


@lru_cache(maxsize=50_000)
def _words_in(piece: str) -> tuple[str, ...]:
    return tuple([_stem(word) for run in _RUN.findall(piece) if (word := _plain(run))])


@lru_cache(maxsize=50_000)
def _names_in(piece: str) -> tuple[str, ...]:
    found = [_plain(run) for run in _RUN.findall(piece) if not run[0].islower()]
    return tuple([word for word in found if len(word) > 2])


def _plain(run: str) -> str:
    """The run in small letters, without what clings to it; empty where it is a common word or a single character."""
    word = run.lower().strip("'’-.,").removesuffix("'s").removesuffix("’s")
    return "" if len(word) < 2 or word in _COMMON else word


def _stem(word: str) -> str:
    if len(word) > 4:
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word
