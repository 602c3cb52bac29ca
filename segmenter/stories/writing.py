"""Put a story together: its headline block, its text, its fields, and how sure its boundaries are."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence

from segmenter.config import Settings
from segmenter.model import Fields, PageFacts, Role, Story
from segmenter.reading.folding import without_spaces
from segmenter.reading.script import SAMPLE, language_of
from segmenter.reading.unwrapping import Unwrapper
from segmenter.stories.drafting import OUTSIDE, Draft, Tagged, lines_of
from segmenter.tagging import read_fields

HEAD_ROLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
UNTITLED = 0.3
"""Confidence in a story without a headline of its own."""
OF_HEADLINE = -0.39, 2.71
"""Log-odds that a headline is one: to begin with, and for each natural logarithm of its margin and 1."""
OF_OTHERS = 1.99, 2.17
"""Log-odds that no other line of the story is a headline, by the narrowest margin among those that may be, likewise."""
WIDE = 12.0
"""Margin above which a decision is no surer."""


def write_story(draft: Draft, page: PageFacts, ordinal: int, settings: Settings) -> Story:
    """Read a story's fields and put its text together."""
    around = [line for part in (*draft.before, *draft.after) for line in lines_of(part)]
    fields = read_fields([line for part in draft.parts for line in lines_of(part)], page, settings, around)
    head = next((part for part in draft.parts if part.role is Role.HEADLINE), draft.parts[0])
    headline, deck = _one_line(head), _joined(draft.parts, Role.DECK)
    mark = _deck_mark(draft)
    if deck is None and mark and mark in headline:
        headline, deck = headline.split(mark, 1)
    told = [
        part for part in _below_labels(draft.parts) if _is_text(part, fields) and not (draft.titled and part is head)
    ]
    paragraphs = tuple(_texts(told, settings))
    warnings = list(fields.warnings)
    if not draft.titled:
        warnings.append("headline: none found, the first line stands for it")
    confidence = confidence_of(draft)
    if confidence < settings.warnings.below_confidence:
        warnings.append(f"boundaries: confidence {confidence:.2f}")
    return Story(
        id=_story_id(headline, paragraphs),
        ordinal=ordinal,
        lines=(draft.parts[0].paragraph.first, draft.parts[-1].paragraph.last),
        headline=headline,
        headline_line=head.paragraph.first,
        kicker=_joined(draft.parts, Role.KICKER),
        deck=deck,
        byline=fields.byline,
        dateline=fields.dateline,
        published=fields.published,
        source=fields.source,
        section=fields.section,
        language=language_of("".join([text[:SAMPLE] for text in (headline, *paragraphs)])),
        paragraphs=paragraphs,
        confidence=confidence,
        warnings=tuple(warnings),
        evidence=fields.evidence,
    )


def _deck_mark(draft: Draft) -> str | None:
    """What parts headline and deck on one line: ` / ` in Nexis text, `; ` in Lexis Advance, nothing elsewhere."""
    if any(part.cue == "separator.document-number" for part in draft.before):
        return " / "
    if any(part.cue == "separator.end-of-document" for part in draft.after):
        return "; "
    return None


def _below_labels(parts: Sequence[Tagged]) -> Sequence[Tagged]:
    """The parts without the lines of date, source, length and the like that stand over the text."""
    first = next((i for i, part in enumerate(parts) if part.role in (Role.BODY, Role.LEDE, Role.CAPTION)), len(parts))
    return [part for i, part in enumerate(parts) if i >= first or part.role is not Role.METADATA]


def _is_text(part: Tagged, fields: Fields) -> bool:
    """Whether a part of a story stands in its text; a line whose fields were read need not."""
    if part.role in HEAD_ROLES or part.role in OUTSIDE:
        return False
    if part.role in (Role.BYLINE, Role.METADATA):
        first, last = part.paragraph.first, part.paragraph.last
        return not any(first <= evidence.line <= last for evidence in fields.evidence)
    return True


def _texts(parts: Sequence[Tagged], settings: Settings) -> Iterator[str]:
    """The text of each paragraph, its lines rejoined unless the settings keep them as they stand."""
    if settings.text.verbatim_lines:
        for part in parts:
            yield "\n".join(line.text for line in lines_of(part)).strip()
        return
    unwrapper = Unwrapper([part.paragraph.text for part in parts])
    for part in parts:
        yield unwrapper.join(part.paragraph.text, part.paragraph.starts).strip()


def _one_line(part: Tagged) -> str:
    text = part.paragraph.text[part.lead :]
    # What can be printed holds no other white space than the plain space.
    return text.strip(" ") if text.isprintable() and "  " not in text else " ".join(text.split())


def _joined(parts: Sequence[Tagged], role: Role) -> str | None:
    return " ".join(_one_line(part) for part in parts if part.role is role) or None


def _story_id(headline: str, paragraphs: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for text in (headline, *paragraphs):
        for piece in without_spaces(text):
            digest.update(piece.encode(errors="surrogatepass"))
    return digest.hexdigest()[:12]


def confidence_of(draft: Draft) -> float:
    """How likely the story's boundaries are right: its headline is one, and no other of its lines is.

    Two logistic curves through what came out right and wrong in dumps with known stories; see `tests/tuning`.
    """
    if not draft.titled:
        return UNTITLED
    head = min(part.margin for part in draft.parts if part.role is Role.HEADLINE)
    other = min((part.margin for part in draft.parts if may_be_headline(part.role, part.rival)), default=math.inf)
    return round(chance(head, *OF_HEADLINE) * chance(other, *OF_OTHERS), 2)


def may_be_headline(role: Role, rival: Role | None) -> bool:
    """Whether a line inside a story may begin another: a subhead, or a line that is next best read as a headline."""
    return role is Role.SUBHEAD or (rival is Role.HEADLINE and role is not Role.KICKER)


def chance(margin: float, base: float, slope: float) -> float:
    """How likely a decision is right that has this margin."""
    return 1 / (1 + math.exp(-base - slope * math.log1p(min(margin, WIDE))))
