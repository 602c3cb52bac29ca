"""What the whole dump's layout is, since a line means something only against its own dump.

A hard-wrapped dump is put back into paragraphs first; then the usual gap and indent of its long paragraphs say what
sets a line apart. All is learnt from the dump's first `WINDOW` lines, so that a long dump costs no more than a short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from segmenter.patterns import compiled
from segmenter.reading.encoding import is_blank
from segmenter.reading.folding import fold

WINDOW = 4000
"""Lines from which the layout is learnt."""
LONG = 90
"""Columns from which a paragraph is surely text and no heading."""

OVERSET = 4
"""Columns by which a line may be wider than those of a hard-wrapped text and be one of them."""

_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]+")
_STOPS = ".!?。!?…”\"’')"
_WORD = compiled(r"[^\u2e80-\u9fff]+|.")
"""What may not be broken, of characters without white space: a Chinese character, or the others up to the next."""


@dataclass(slots=True)
class Paragraph:
    """A run of physical lines that belong together; in a dump that is not hard-wrapped, one line."""

    first: int
    """Number of its first line, from 1."""
    last: int
    text: str
    """Its lines as they stand, joined: by a space, or by nothing between two Chinese characters."""
    folded: str
    """The folded text, as long as `text`."""
    view: str
    """The folded text without the white space around it."""
    indent: int
    """White space before its first character, in characters."""
    gap: int
    """Blank lines above it."""
    width: int
    """Columns it would take on one line; a Chinese character takes two."""
    starts: tuple[int, ...] = (0,)
    """Where each of its lines starts in `text`."""

    @property
    def depth(self) -> int:
        """Columns that the indent takes."""
        return columns(self.text[: self.indent])

    def spans(self) -> list[tuple[int, int]]:
        """Where each of its lines stands in `text`."""
        text = self.text + " "
        ends = (*self.starts[1:], len(text))
        return [(start, end - (text[end - 1] == " ")) for start, end in zip(self.starts, ends, strict=True)]


class Layout(NamedTuple):
    """What is usual in a dump."""

    wrapped: int | None
    """Columns at which the text is hard-wrapped, or None."""
    gap: int
    """Blank lines between one long paragraph and the next."""
    parted: bool
    """Some paragraphs stand further apart than is usual."""
    indent: int
    """Characters by which long paragraphs are indented."""
    depth: int
    """Columns that such an indent takes: a scanned page may set its headlines in narrow spaces and its text in wide."""
    capitals: bool
    """Some lines stand in capitals and the text around them does not, as wire headlines do."""


def columns(text: str) -> int:
    """Width of the text in columns."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))


def is_capitals(text: str) -> bool:
    """Whether a line is in capitals throughout, with at least two words' worth of letters and no Chinese."""
    return text.isupper() and not _WIDE.search(text) and sum(map(str.isalpha, text)) >= 8


def wrap_width(lines: Sequence[str]) -> int | None:
    """Columns at which the lines are hard-wrapped, or None.

    They are where, of the lines that another follows at once, most could not have held its first word.
    """
    filled = [line for line in islice(lines, WINDOW) if line.strip()]
    if len(filled) < 8:
        return None
    widths = sorted(columns(line.rstrip()) for line in filled)
    limit = widths[min(len(widths) - 1, int(len(widths) * 0.98))]
    if not 30 <= limit <= 100:
        return None
    full = pairs = 0
    for line, below in zip(lines[:WINDOW], lines[1:], strict=False):
        if line.strip() and below.strip():
            pairs += 1
            full += _is_full(line, below, limit)
    return limit if pairs >= 6 and full >= 0.45 * pairs else None


def _is_full(line: str, below: str, limit: int) -> bool:
    """Whether the line could not have held the first word of the line below it."""
    word = next(iter(below.split(None, 1)), "")
    if not word.isascii():
        found = _WORD.match(word)
        word = found.group() if found else word
    return columns(line.rstrip()) + 1 + columns(word) > limit - 4


def read_layout(paragraphs: Sequence[Paragraph], wrapped: int | None) -> Layout:
    """The layout of the dump that the paragraphs come from."""
    window = paragraphs[:WINDOW]
    long = [above.width >= LONG and below.width >= LONG for above, below in zip(window, window[1:], strict=False)]
    gaps = Counter(window[i + 1].gap for i, both in enumerate(long) if both)
    indents = Counter(p.indent for p in window if p.width >= LONG)
    depths = Counter(p.depth for p in window if p.width >= LONG)
    capitals = sum(is_capitals(p.view) for p in window)
    gap = _commonest(gaps, _commonest(Counter(p.gap for p in window[1:]), 0))
    return Layout(
        wrapped=wrapped,
        gap=gap,
        parted=any(p.gap > gap for p in window[1:]),
        indent=_commonest(indents, 0),
        depth=_commonest(depths, 0),
        capitals=0 < capitals < 0.5 * len(window),
    )


def _commonest(counts: Counter[int], default: int) -> int:
    """The value seen most often; of equals the smaller."""
    return min(counts, key=lambda value: (-counts[value], value)) if counts else default


def read_paragraphs(
    lines: Iterable[str], wrapped: int | None, first: int = 1, begins: Collection[int] = ()
) -> list[Paragraph]:
    """The paragraphs of the lines, top to bottom; blank lines are in none of them.

    `first` is the number of the first line, `begins` those of lines that begin a paragraph in any case.
    """
    told = [*lines, ""]
    paragraphs: list[Paragraph] = []
    group: list[str] = []
    gap = gap_above = 0
    for index, line in enumerate(told[:-1]):
        if is_blank(line):
            gap += 1
            continue
        parted = gap or first + index in begins
        if group and not (wrapped and not parted and _continues(group, line, told[index + 1], wrapped)):
            paragraphs.append(_paragraph(first + index - gap - len(group), group, gap_above))
            group = []
        if not group:
            gap_above = gap
        group.append(line)
        gap = 0
    if group:
        paragraphs.append(_paragraph(first + len(told) - 1 - gap - len(group), group, gap_above))
    return paragraphs


def _continues(group: Sequence[str], line: str, below: str, wrapped: int) -> bool:
    """Whether a line of a hard-wrapped dump goes on with the paragraph above it."""
    above = group[-1]
    indent, indent_above = _indent(line), _indent(above)
    if len(group) == 1 and columns(above.rstrip()) > wrapped + OVERSET:
        return False  # a headline over several columns
    deeper = indent > indent_above if len(group) > 1 else indent > indent_above + 1
    if deeper or indent >= 3 > indent_above or not _is_full(above, line, wrapped):
        return False
    if is_capitals(line.strip()) != is_capitals(above.strip()):
        return False
    # A heading between two indented paragraphs may stand below a line that happens to be full.
    heading = _indent(below) > indent and above.rstrip()[-1] in _STOPS and line.rstrip()[-1] not in _STOPS
    return not heading


def _indent(line: str) -> int:
    """White space before the first character, in characters; folding makes white space of some marks."""
    if line[:1].isalnum():
        return 0
    expanded = fold(line)
    return len(expanded) - len(expanded.lstrip())


def _paragraph(first: int, group: Sequence[str], gap: int) -> Paragraph:
    """The paragraph of the lines from number `first` on, with `gap` blank lines above it."""
    text = group[0]
    starts = [0]
    if len(group) > 1:
        pieces, length = [text], len(text)
        for above, line in zip(group, group[1:], strict=False):
            if not (_WIDE.match(above[-1:]) and _WIDE.match(line[:1])):
                pieces.append(" ")
                length += 1
            starts.append(length)
            pieces.append(line)
            length += len(line)
        text = "".join(pieces)
    folded = fold(text)
    view = folded.strip()
    return Paragraph(
        first=first,
        last=first + len(group) - 1,
        text=text,
        folded=folded,
        view=view,
        indent=len(folded) - len(folded.lstrip()),
        gap=gap,
        width=columns(view),
        starts=tuple(starts),
    )
