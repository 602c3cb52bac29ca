"""What a paragraph's place and shape are: its width, what stands above and below, how it is set apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from segmenter.patterns import compiled
from segmenter.reading.layout import LONG, Layout, Paragraph, columns

CANDIDATE = 130
"""Columns above which a paragraph with a sentence in it is no heading."""
LONGEST = 180
"""Columns above which no paragraph is a heading."""
BAR = 4
"""Words in a row from which they are a bar of links."""
REACH = 6
"""Paragraphs below a line among which text is looked for."""
WIDTHS = (0, 12, 20, 28, 44, 48, 60, 70)
"""Columns at which cues part narrow lines from wide ones."""
_CLOSERS: Final = "”\"』」’')"
_SENTENCE_ENDS: Final = frozenset("。.!?;…")
_STOPS: Final = frozenset("。.;,、:")
_FULL_STOP = compiled(r"[。;,、]|[.,;](?:\s|$)")
_BAR = compiled(r"(?<!\s)\s*[|·•]\s*")  # The first test keeps a run of spaces from being tried from each of them.
_MARK = compiled(r"[。!?;,…:、“”\"()]|\.(?:\s|$)")
_HAN = compiled(r"\p{Han}")
_ITEM = compiled(
    r"^(?:[-*•·▪■◆●○►>]\s*|\d{1,2}(?:[.、)]\s*|\s+)(?=\D))+"
    r"|(?:\s{2,}|[\s.·…]{3,}|\t)\(?(?:\d{1,3}|\d{1,2}:\d\d)\)?$"
)
_ITEM_BEGINS, _ITEM_ENDS = frozenset("-*•·▪■◆●○►>0123456789"), frozenset("0123456789)")
_GLUED = compiled(r"^[^\P{Han}的了在是将和与为被把]{36,}$")
_SITE_MARK = compiled(r"[_|–—-]")
_SITE = compiled(r"\s*[_|–—-]+\s*[^_|–—-]{2,30}$")


class Place(NamedTuple):
    """What cues ask of one paragraph among the others of its dump: the same for all that stand alike."""

    layout: Layout
    """That of the dump."""
    first: bool
    """It is the dump's first paragraph."""
    width: int
    """Its columns, rounded down to one of `WIDTHS`."""
    indent: int
    indented: bool
    """It is indented as text."""
    gap: int
    gap_below: int
    sentence: bool
    """It ends as a sentence."""
    stopped: bool
    """It ends as no heading does."""
    capitals: bool
    """It begins in capitals."""
    times: int
    """How often it stands in the dump; 3 for any more."""
    before_text: bool
    """Nothing but a few lines that tell nothing stand above, and no better line of the same heading."""
    in_a_rundown: bool
    """It and its neighbours, three or more, all stand once more further down."""
    stood_above: bool
    """It stood once before, further up."""
    page_title: bool
    """It is another line with a site's name behind it: the title of a web page."""
    heading_block: tuple[int, int]
    """Its position among the heading lines that stand over a text, and how many they are."""
    set_apart: bool
    """The two lines of its heading stand closer to each other than to what is around them."""
    centred: bool
    """It is indented far more than the dump's text is."""
    centred_over_text: bool
    """It is the only line so indented, right over a text."""
    text_below: int
    """How many paragraphs further down the next text stands; more than `REACH` where none does within reach."""
    text_above: bool
    """A text stands right above."""
    long_under: bool
    """Below the heading lines that it is one of stands a long paragraph."""
    indented_under: bool
    """Below the heading lines that it is one of stands a paragraph that is indented as text."""

    @property
    def short(self) -> bool:
        """Whether it is no longer than a line of a heading, and no sentence."""
        return self.width < 44 and not self.sentence


class Places:
    """The places of a dump's paragraphs."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], layout: Layout, occurrences: Mapping[str, Sequence[int]]
    ) -> None:
        self._paragraphs = paragraphs
        self._layout = layout
        self._occurrences = occurrences
        self._headings = list(map(is_heading, paragraphs))
        self._texts = list(map(is_text, paragraphs))
        self._first_text = self._texts.index(True) if True in self._texts else len(paragraphs)
        self._text_below = self._distances()

    def of(self, index: int) -> Place:
        """The place of the paragraph with that index, which is one that may be a heading."""
        here, layout = self._paragraphs[index], self._layout
        last = index + 1 == len(self._paragraphs)
        places = standing(here, self._occurrences)
        under, ending = self._under(index), _ending(here)
        block = self._heading_block(index)
        return Place(
            layout,
            first=index == 0,
            width=WIDTHS[bisect_right(WIDTHS, here.width) - 1],
            indent=here.indent,
            indented=0 < layout.indent <= here.indent and abs(layout.depth - here.depth) < 2,
            gap=here.gap,
            gap_below=layout.gap + 1 if last else self._paragraphs[index + 1].gap,
            sentence=ending in _SENTENCE_ENDS,
            stopped=ending in _STOPS,
            capitals=here.view[:60].isupper(),
            times=min(3, len(places)),
            before_text=index <= 6 and index <= self._first_text and block in ((0, 1), (0, 2), (1, 3)),
            in_a_rundown=len(places) == 2 and self._in_a_rundown(index),
            stood_above=len(places) == 2 and index == places[-1] and places[0] < index - 2,
            page_title=self._is_page_title(index),
            heading_block=block,
            set_apart=block[1] == 2 and self._is_set_apart(index - block[0]),
            centred=self._is_centred(index),
            centred_over_text=self._is_centred_over_text(index),
            text_below=self._text_below[index],
            text_above=index > 0 and self._texts[index - 1],
            long_under=under is not None and under.width >= LONG,
            indented_under=under is not None and 0 < layout.indent <= under.indent,
        )

    def _distances(self) -> list[int]:
        """How many paragraphs below each the next text stands, up to one more than `REACH`."""
        found, distance = [0] * len(self._texts), REACH + 1
        for index in range(len(self._texts) - 1, -1, -1):
            found[index] = distance
            distance = 1 if self._texts[index] else min(distance + 1, REACH + 1)
        return found

    def _under(self, index: int) -> Paragraph | None:
        """What stands below the heading lines that the line is one of."""
        below = index + 1
        while below < len(self._paragraphs) and below < index + 3 and self._headings[below]:
            below += 1
        return self._paragraphs[below] if below < len(self._paragraphs) else None

    def _in_a_rundown(self, index: int) -> bool:
        first = last = index
        if not self._stands_again(first):
            return False
        while first > 0 and self._recur_apart(first - 1, first):
            first -= 1
        while last - first < 3 and self._recur_apart(last, last + 1):
            last += 1
        return last - first >= 2

    def _stands_again(self, index: int) -> int:
        """The index at which the line stands once more, further down and there over a text; 0 if it does not."""
        if index >= len(self._paragraphs):
            return 0
        places = standing(self._paragraphs[index], self._occurrences)
        if len(places) != 2 or places[0] != index or places[1] <= index + 2:
            return 0
        return places[1] if any(self._texts[places[1] + 1 : places[1] + 4]) else 0

    def _recur_apart(self, index: int, following: int) -> bool:
        """Whether both lines stand again, and there not next to each other as the lines of a label do."""
        once_more, following_once_more = self._stands_again(index), self._stands_again(following)
        return bool(once_more and following_once_more) and abs(following_once_more - once_more) > 1

    def _is_set_apart(self, first: int) -> bool:
        inside = self._paragraphs[first + 1].gap
        return self._paragraphs[first].gap > inside < self._paragraphs[first + 2].gap

    def _is_centred(self, index: int) -> bool:
        here = self._paragraphs[index]
        return here.indent >= 8 > self._layout.indent and columns(here.text[: here.indent]) >= 16

    def _is_centred_over_text(self, index: int) -> bool:
        if not self._is_centred(index) or index + 1 == len(self._paragraphs) or not self._texts[index + 1]:
            return False
        return not self._is_centred(index + 1) and not (index and self._is_centred(index - 1))

    def _is_page_title(self, index: int) -> bool:
        view = self._paragraphs[index].view
        if not _SITE_MARK.search(view):
            return False
        stem = _SITE.sub("", view)
        return stem != view and any(place > index for place in self._occurrences.get(stem, ()))

    def _heading_block(self, index: int) -> tuple[int, int]:
        first = last = index
        end = len(self._headings) - 1
        while first > 0 and last - first < 5 and self._headings[first - 1]:
            first -= 1
        while last < end and last - first < 5 and self._headings[last + 1]:
            last += 1
        over_text = last < end and self._texts[last + 1]
        return (index - first, last - first + 1) if over_text else (0, 1)


def occurrences(paragraphs: Sequence[Paragraph]) -> dict[str, list[int]]:
    """Where each short line stands in the dump, to the letter but for a list's marks: the text and its places."""
    found: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if may_be_heading(paragraph):
            found.setdefault(_unbulleted(paragraph.view), []).append(index)
    return found


def standing(paragraph: Paragraph, occurrences: Mapping[str, Sequence[int]]) -> Sequence[int]:
    """The indices at which a line stands in the dump; none for one that is too long to be a heading."""
    return occurrences.get(_unbulleted(paragraph.view), ())


def _unbulleted(view: str) -> str:
    """The line without the mark or number before an item of a list, and the page or time behind it."""
    if view[:1] in _ITEM_BEGINS or view[-1:] in _ITEM_ENDS:
        return _ITEM.sub("", view) or view
    return view


def may_be_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is short enough for a heading; a very long one must hold no sentence."""
    return paragraph.width < CANDIDATE or (paragraph.width < LONGEST and not _FULL_STOP.search(paragraph.view))


def ends_as_sentence(paragraph: Paragraph) -> bool:
    return _ending(paragraph) in _SENTENCE_ENDS


def is_stopped(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends as no heading does."""
    return _ending(paragraph) in _STOPS


def _ending(paragraph: Paragraph) -> str:
    """The last character of a paragraph but for quotation marks and brackets."""
    return paragraph.view.rstrip(_CLOSERS)[-1:]


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be one of the lines that make up a heading: short, but more than a word."""
    return 12 <= paragraph.width < 44 and not ends_as_sentence(paragraph)


def is_menu_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is as short as the words of a menu."""
    return paragraph.width < 24 and not ends_as_sentence(paragraph)


def menu_items(paragraph: Paragraph) -> int:
    """How many words of a menu a paragraph holds: one where it is as short, several where they stand in a row.

    Words in a row are parted by bars or, in Chinese, by spaces, but not set as a table; a long run of Chinese without a
    mark or a particle holds words that lost what parted them.
    """
    view = paragraph.view
    if view.startswith("|"):
        return 0  # a row of a table
    if "," in view or (view.isascii() and "|" not in view):
        return int(is_menu_item(paragraph))
    if paragraph.width >= 36 and _GLUED.match(view):
        return len(view) // 4
    if view and not _MARK.search(view):
        words = [word for part in _BAR.split(view) for word in _words(part)]
        if len(words) >= BAR and all(columns(word) <= 16 for word in words):
            return len(words)
    return int(is_menu_item(paragraph))


def _words(part: str) -> list[str]:
    """The words of a menu that one part of a line holds; an English one may have a space in it."""
    return part.split() if not part.isascii() and _HAN.search(part) else [part] * bool(part)


def is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph reads as text: long, or a sentence that is no mere phrase."""
    return paragraph.width >= LONG or (paragraph.width >= 44 and ends_as_sentence(paragraph))


def is_told(paragraph: Paragraph) -> bool:
    """Whether a paragraph tells something: long, or a sentence."""
    return paragraph.width >= LONG or (paragraph.width >= 20 and is_stopped(paragraph))
