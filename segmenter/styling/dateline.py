"""Take the dateline off the text: what it says stands in the story's fields.

Only what the fields were read from is taken, with the marks that part it from the text: `本报讯（记者林远）`,
`PARIS, July 3 (Reuters) - `. Where the text would not begin as a text does without it, it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from segmenter.model import Line, Role
from segmenter.reading.folding import fold

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story
    from segmenter.tagging.credit_lines import CreditLine

LONGEST: Final = 200
"""Characters within which a credit names somebody."""
_PARTING: Final = regex.compile(r"[\s:,–—_-]*")
_BEGINNING: Final = regex.compile(r"""[\p{Lu}\p{Lo}\p{N}“‘"'「『《〈【\[(<$]""")
"""How a text begins."""


def without_dateline(story: Story, settings: Settings) -> Story:
    if settings.style.dateline != "strip":
        return story
    from segmenter.tagging.credit_lines import HEAD_LINES

    rests = [_rest(text, story, settings) for text in story.paragraphs]
    openings = [place for place, rest in enumerate(rests) if rest is not None]
    if len(openings) != 1 or openings[0] >= HEAD_LINES:
        return story
    (place,) = openings
    rest = rests[place]
    if (rest and _rest(rest, story, settings) is not None) or not (rest or len(story.paragraphs) > 1):
        return story
    kept = [rest] if rest else []
    return story._replace(paragraphs=(*story.paragraphs[:place], *kept, *story.paragraphs[place + 1 :]))


def _rest(text: str, story: Story, settings: Settings) -> str | None:
    """The paragraph without its dateline; None where it opens with none, or not surely."""
    from segmenter.tagging.credit_lines import credit_lines

    if not _may_open(text, story):
        return None
    view = fold(text)
    found = next(iter(credit_lines([Line(1, text, view, Role.LEDE)], settings)), None)
    if found is None or found.role is not Role.LEDE or not _is_the_storys(found, story):
        return None
    start, end = found.whole.start, found.whole.end
    indent = text[:start]
    if indent.strip() or _says_more(found):
        return None
    rest = text[_PARTING.match(view, end).end() :]  # type: ignore[union-attr]
    if not rest:
        return ""
    return indent + rest if _BEGINNING.match(rest) else None


def _may_open(text: str, story: Story) -> bool:
    """Whether it is worth a closer look."""
    if story.dateline.raw is not None:
        return text.lstrip().startswith(story.dateline.raw)
    opening = "".join(text[:LONGEST].split()).casefold()
    return any("".join(person.name.split()).casefold() in opening for person in story.byline)


def _is_the_storys(found: CreditLine, story: Story) -> bool:
    """Whether the story's fields were read from it: its dateline or, where it has none, its byline."""
    if story.dateline.raw is not None:
        return found.line.text[found.whole.start : found.whole.end] == story.dateline.raw
    names = {person.name for person in story.byline}
    return bool(found.credit.people) and all(person.name in names for person in found.credit.people)


def _says_more(found: CreditLine) -> bool:
    """Whether words stand before an English dateline: `CITY PUNISHES OFFICERS: PORT ALDER (AP) —`."""
    place = found.credit.place
    opening = found.line.view[found.whole.start : place.start] if place else ""
    return ":" in opening and opening.isascii()
