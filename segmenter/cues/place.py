"""What a paragraph's place and shape are: its width, what stands above and below, how it is set apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from segmenter.patterns import compiled
from segmenter.reading.layout import LONG, Layout, Paragraph, columns

CANDIDATE = 130
"""Columns above which a paragraph with a sentence in it is no heading."""
LONGEST = 180
"""Columns above which no paragraph is a heading."""
BAR = 4
"""Words in a row from which they are a bar of links."""
SENTENCE = compiled(r"[。.!?;…][”\"』」’')]*$")
"""How a sentence ends."""
STOP = compiled(r"[。.;,、:][”\"』」’')]*$")
"""How no heading ends."""
_FULL_STOP = compiled(r"[。;,、]|[.,;](?:\s|$)")
_BAR = compiled(r"(?<!\s)\s*[|·•]\s*")  # The first test keeps a run of spaces from being tried from each of them.
_MARK = compiled(r"[。!?;,…:、“”\"()]|\.(?:\s|$)")
_HAN = compiled(r"\p{Han}")
_GLUED = compiled(r"^[^\P{Han}的了在是将和与为被把]{36,}$")
_SITE = compiled(r"\s*[_|–—-]+\s*[^_|–—\s-]{2,20}$")
_OPENING = compiled(
    r"^(?:[^。]{0,16}\d{1,2}月\d{1,2}日|近日|日前|昨[日天晚]|今[日天晨早]|近年来|近期|目前|本周|上周|据|记者|本报|在|随着|"
    r"[【(〔]|[^。,]{2,10}(?:讯|电|消息|报道)[\ ,:])"
)


class Place:
    """One paragraph among the others of its dump."""

    __slots__ = ("_block", "here", "index", "layout", "occurrences", "paragraphs")

    def __init__(
        self, paragraphs: Sequence[Paragraph], index: int, layout: Layout, occurrences: Mapping[str, Sequence[int]]
    ) -> None:
        self.paragraphs = paragraphs
        self.index = index
        self.layout = layout
        self.occurrences = occurrences
        self.here = paragraphs[index]
        self._block: tuple[int, int] | None = None

    @property
    def above(self) -> Paragraph | None:
        return self.paragraphs[self.index - 1] if self.index else None

    @property
    def below(self) -> Paragraph | None:
        return self.paragraphs[self.index + 1] if self.index + 1 < len(self.paragraphs) else None

    @property
    def under(self) -> Paragraph | None:
        """What stands below the heading lines that this line is one of."""
        index = self.index + 1
        while index < len(self.paragraphs) and index < self.index + 3 and is_heading(self.paragraphs[index]):
            index += 1
        return self.paragraphs[index] if index < len(self.paragraphs) else None

    @property
    def gap_below(self) -> int:
        return self.below.gap if self.below else self.layout.gap + 1

    def run(self, test: Callable[[Paragraph], bool]) -> int:
        """How many paragraphs around this one, itself included, pass the test in a row; counted up to 12."""
        if not test(self.here):
            return 0
        count = 1
        for step in (-1, 1):
            index = self.index + step
            while 0 <= index < len(self.paragraphs) and count < 12 and test(self.paragraphs[index]):
                count += 1
                index += step
        return count

    def is_before_text(self) -> bool:
        """Whether nothing but a few lines that tell nothing stand above, and no better line of the same heading."""
        first = self.in_heading_block() in ((0, 1), (0, 2), (1, 3))
        return first and self.index <= 6 and not any(map(is_text, self.paragraphs[: self.index]))

    @property
    def times(self) -> int:
        """How often the line stands in the dump."""
        return len(self.occurrences[self.here.view])

    def in_a_rundown(self) -> bool:
        """Whether the line and its neighbours, three or more, all stand once more further down."""
        first = last = self.index
        if not self._stands_again(first):
            return False
        while first > 0 and self._stands_again(first - 1):
            first -= 1
        while last - first < 3 and last + 1 < len(self.paragraphs) and self._stands_again(last + 1):
            last += 1
        return last - first >= 2

    def _stands_again(self, index: int) -> bool:
        """Whether the line of that index stands once more, further down and there over a text."""
        places = self.occurrences.get(self.paragraphs[index].view, ())
        if len(places) != 2 or places[0] != index or places[1] <= index + 2 or places[1] + 1 >= len(self.paragraphs):
            return False
        return is_text(self.paragraphs[places[1] + 1]) and not is_text(self.paragraphs[index + 1])

    def stood_above(self) -> bool:
        """Whether the line stood once before, further up."""
        places = self.occurrences[self.here.view]
        return self.index == places[-1] and len(places) == 2 and places[0] < self.index - 2

    def is_page_title(self) -> bool:
        """Whether the line is another line with a site's name behind it: the title of a web page."""
        stem = _SITE.sub("", self.here.view)
        return stem != self.here.view and any(place > self.index for place in self.occurrences.get(stem, ()))

    def in_heading_block(self) -> tuple[int, int]:
        """Position of this line among the heading lines that stand over a text, and how many they are."""
        if self._block is None:
            self._block = self._heading_block()
        return self._block

    def _heading_block(self) -> tuple[int, int]:
        first = last = self.index
        while first > 0 and last - first < 5 and self._joins(first - 1):
            first -= 1
        while last + 1 < len(self.paragraphs) and last - first < 5 and self._joins(last + 1):
            last += 1
        over_text = last + 1 < len(self.paragraphs) and is_text(self.paragraphs[last + 1])
        return (self.index - first, last - first + 1) if over_text else (0, 1)

    def _joins(self, index: int) -> bool:
        return is_heading(self.paragraphs[index])

    def text_below(self, reach: int = 6) -> bool:
        """Whether a paragraph of text, long or a sentence, stands among the next few."""
        return any(is_text(p) for p in self.paragraphs[self.index + 1 : self.index + 1 + reach])


def occurrences(paragraphs: Sequence[Paragraph]) -> dict[str, list[int]]:
    """Where each short line stands in the dump, to the letter: its text and the indices of its places."""
    found: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if may_be_heading(paragraph):
            found.setdefault(paragraph.view, []).append(index)
    return found


def may_be_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is short enough for a heading; a very long one must hold no sentence."""
    return paragraph.width < CANDIDATE or (paragraph.width < LONGEST and not _FULL_STOP.search(paragraph.view))


def is_short(paragraph: Paragraph) -> bool:
    return paragraph.width < 44 and not SENTENCE.search(paragraph.view)


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be one of the lines that make up a heading: short, but more than a word."""
    return is_short(paragraph) and paragraph.width >= 12


def is_menu_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is as short as the words of a menu."""
    return paragraph.width < 24 and not SENTENCE.search(paragraph.view)


def menu_items(paragraph: Paragraph) -> int:
    """How many words of a menu a paragraph holds: one where it is as short, several where they stand in a row.

    Words in a row are parted by bars or, in Chinese, by spaces, but not set as a table; a long run of Chinese without a
    mark or a particle holds words that lost what parted them.
    """
    if _GLUED.match(paragraph.view):
        return len(paragraph.view) // 4
    if paragraph.view.startswith("|"):
        return 0  # a row of a table
    if paragraph.view and not _MARK.search(paragraph.view):
        words = [word for part in _BAR.split(paragraph.view) for word in _words(part)]
        if len(words) >= BAR and all(columns(word) <= 16 for word in words):
            return len(words)
    return int(is_menu_item(paragraph))


def _words(part: str) -> list[str]:
    """The words of a menu that one part of a line holds; an English one may have a space in it."""
    return part.split() if _HAN.search(part) else [part] * bool(part)


def is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph reads as text: long, or a sentence that is no mere phrase."""
    return paragraph.width >= LONG or (paragraph.width >= 44 and SENTENCE.search(paragraph.view) is not None)


def is_told(paragraph: Paragraph) -> bool:
    """Whether a paragraph tells something: long, or a sentence."""
    return paragraph.width >= LONG or (paragraph.width >= 20 and STOP.search(paragraph.view) is not None)
