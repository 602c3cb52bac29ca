"""The way of the data on one page: text, paragraphs, roles, stories, fields.

Read this first. Each step is one call; the modules it calls say how.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from segmenter.config import Settings, default_settings
from segmenter.decoding.judgement import Judgement
from segmenter.decoding.judging import choose, judge
from segmenter.decoding.viterbi import Choice
from segmenter.decoding.webpage import is_web_page
from segmenter.model import Decision, Document, Fields, Line, PageFacts, Reason, Role, Story
from segmenter.reading.encoding import decode, split_lines
from segmenter.reading.folding import fold
from segmenter.reading.layout import LONG, Paragraph, read_layout, read_paragraphs, wrap_width
from segmenter.reading.script import language_of
from segmenter.tagging import read_fields, read_page

HEAD_ROLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
OUTSIDE = (Role.FURNITURE, Role.SEPARATOR)
UNTITLED = 0.3
"""Confidence in a story without a headline of its own."""
BASE, OF_HEADLINE, OF_SUBHEAD = 0.15, 0.36, 0.09
"""Log-odds that a story is right: to begin with, and for each point of the two margins."""
WIDE = 12.0
"""Margin above which a decision is no surer."""
SMALL_PRINT = ("furniture.copyright", "furniture.disclaimer", "furniture.template-left-over", "furniture.advertisement")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A paragraph with the role that was chosen for it."""

    paragraph: Paragraph
    role: Role
    margin: float
    """How much worse the best reading is that denies the role; infinite where no other role fits."""
    cue: str
    """What suggests the role first of all; empty for plain text."""


@dataclass(slots=True)
class Draft:
    """The paragraphs of one story to be, and those that stand around it and belong to nobody else."""

    parts: list[Tagged]
    before: list[Tagged]
    after: list[Tagged]
    titled: bool = True


def split(text: str, settings: Settings | None = None) -> Document:
    """Take a dump apart into its stories and its furniture.

    A dump in which no headline is found comes out as one story with a warning.
    """
    settings = settings or default_settings()
    lines = split_lines(text)
    wrapped = wrap_width(lines)
    paragraphs = read_paragraphs(lines, wrapped)
    layout = read_layout(paragraphs, wrapped)
    judgements = judge(paragraphs, layout, settings)
    choices = choose(paragraphs, judgements)
    tagged = [
        Tagged(
            paragraph,
            choice.role,
            math.inf if choice.margin is None else choice.margin,
            next((reason.cue for reason in judgement.reasons[choice.role]), ""),
        )
        for paragraph, judgement, choice in zip(paragraphs, judgements, choices, strict=True)
    ]
    drafts = draft_stories(tagged)
    give_small_print(drafts, is_web_page(paragraphs))
    stories: list[Story] = []
    for page_drafts, facts in read_pages(drafts, lines, settings):
        for draft in page_drafts:
            stories.append(write_story(draft, facts, len(stories) + 1, lines, settings))
    told = {number for story in stories for number in range(story.lines[0], story.lines[1] + 1)}
    roles = [(t.paragraph, t.role) for t in tagged]
    return Document(
        stories=tuple(stories),
        furniture=tuple(_ranges(n for p, _ in roles for n in range(p.first, p.last + 1) if n not in told)),
        lines=tuple(line for t in tagged for line in lines_of(t, lines)),
        decisions=tuple(
            decision
            for paragraph, judgement, choice in zip(paragraphs, judgements, choices, strict=True)
            for decision in decisions_of(paragraph, judgement, choice)
        ),
        held_back=hold_back(stories, settings),
    )


def split_file(path: str | Path, settings: Settings | None = None, encoding: str | None = None) -> Document:
    """Read a file and take it apart.

    Raises OSError where it cannot be read, `reading.encoding.UnreadableInput` where it holds no text.
    """
    settings = settings or default_settings()
    decoded = decode(Path(path).read_bytes(), encoding or settings.input.encoding)
    document = split(decoded.text, settings)
    return replace(document, warnings=(*document.warnings, decoded.note)) if decoded.note else document


def draft_stories(tagged: Sequence[Tagged]) -> list[Draft]:
    """Cut the dump before each kicker or headline that begins a story; nothing where there is no paragraph."""
    if not tagged:
        return []
    starts = [
        index
        for index, part in enumerate(tagged)
        if part.role is Role.KICKER
        or (part.role is Role.HEADLINE and (index == 0 or tagged[index - 1].role is not Role.KICKER))
    ]
    first = starts[0] if starts else len(tagged)
    drafts: list[Draft] = []
    untitled = [part for part in tagged[:first] if part.role not in OUTSIDE]
    if not starts or sum(part.paragraph.width >= LONG for part in untitled) >= 2:
        opening = next((i for i, part in enumerate(tagged[:first]) if part.role not in OUTSIDE), 0)
        starts.insert(0, opening)
    led = bool(starts) and starts[0] > 0 and tagged[starts[0] - 1].role is Role.METADATA
    for start, end in zip(starts, [*starts[1:], len(tagged)], strict=True):
        last = _last_of_story(tagged, start, end, led)
        draft = Draft(list(tagged[start:last]), [], list(tagged[last:end]))
        draft.titled = any(part.role is Role.HEADLINE for part in draft.parts)
        if drafts:
            drafts[-1].after, draft.before = _share(drafts[-1].after)
        else:
            draft.before = list(tagged[:start])
        drafts.append(draft)
    return drafts


def _last_of_story(tagged: Sequence[Tagged], start: int, end: int, led: bool) -> int:
    """Index behind the last paragraph of the story that starts at `start`; the next one's headline stands at `end`.

    What is outside of stories is cut off. So are the lines of date and source that lead on to the next headline: those
    that nothing but furniture stands above, or that stand closer to that headline than to the text above, or, where
    both are as close, those of a dump whose first headline is led by such lines (`led`).
    """
    last = end
    while last > start + 1 and tagged[last - 1].role in OUTSIDE:
        last -= 1
    first = last
    while first > start + 1 and tagged[first - 1].role is Role.METADATA:
        first -= 1
    while first < last and not tagged[first].paragraph.gap and tagged[first - 1].role not in OUTSIDE:
        first += 1  # glued to the text above
    if first == last or end == len(tagged):
        return last
    above, below = tagged[first].paragraph.gap, tagged[last].paragraph.gap
    leads_on = tagged[first - 1].role in OUTSIDE or above > below or (above == below > 0 and led)
    if not leads_on:
        return last
    while first > start + 1 and tagged[first - 1].role in OUTSIDE:
        first -= 1
    return first


def _share(between: list[Tagged]) -> tuple[list[Tagged], list[Tagged]]:
    """Part what stands between two stories: the foot of the one, the head of the other."""
    cut = next((i for i, part in enumerate(between) if part.role is not Role.FURNITURE), len(between))
    return between[:cut], between[cut:]


def give_small_print(drafts: Sequence[Draft], web_page: bool) -> None:
    """Let furniture below a story stand in its lines where it is that story's alone; it stays out of the text.

    Such are a copyright line or a left-over of a template at the end of a story in mid-page, unless most
    stories end so, and all that stands below the one article of a web page.
    """
    if web_page and len(drafts) == 1:
        drafts[0].parts += drafts[0].after
        drafts[0].after = []
    ends = [draft for draft in drafts[:-1] if draft.after and draft.after[0].cue in SMALL_PRINT]
    if 2 * len(ends) >= len(drafts):
        return
    for draft in ends:
        size = next((i for i, part in enumerate(draft.after) if part.cue not in SMALL_PRINT), len(draft.after))
        if size == len(draft.after):
            draft.parts += draft.after
            draft.after = []


def read_pages(
    drafts: Sequence[Draft], lines: Sequence[str], settings: Settings
) -> Iterator[tuple[Sequence[Draft], PageFacts]]:
    """Group the stories by the page they stand on, with what the page's furniture says for them."""
    own = sum(any(part.role is Role.METADATA for part in draft.before) for draft in drafts) > max(1, len(drafts) // 2)
    pages: list[list[Draft]] = []
    for draft in drafts:
        if not pages or (not own and any(part.role is Role.METADATA for part in draft.before)):
            pages.append([])
        pages[-1].append(draft)
    for page in pages:
        parts = [part for draft in page for part in (*([] if own else draft.before), *draft.after)]
        yield page, read_page([line for part in parts for line in lines_of(part, lines)], settings)


def write_story(draft: Draft, page: PageFacts, ordinal: int, lines: Sequence[str], settings: Settings) -> Story:
    """Read a story's fields and put its text together."""
    around = [line for part in (*draft.before, *draft.after) for line in lines_of(part, lines)]
    fields = read_fields([line for part in draft.parts for line in lines_of(part, lines)], page, settings, around)
    head = next((part for part in draft.parts if part.role is Role.HEADLINE), draft.parts[0])
    headline, deck = _text(head), _joined(draft.parts, Role.DECK)
    if deck is None and " / " in headline and any(part.role is Role.SEPARATOR for part in draft.before):
        headline, deck = headline.split(" / ", 1)
    paragraphs = tuple(_text(part) for part in draft.parts if part is not head and _is_text(part, fields))
    if not draft.titled:
        paragraphs = tuple(_text(part) for part in draft.parts if _is_text(part, fields))
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
        language=language_of("".join((headline, *paragraphs))),
        paragraphs=paragraphs,
        confidence=confidence,
        warnings=tuple(warnings),
        evidence=fields.evidence,
    )


def _is_text(part: Tagged, fields: Fields) -> bool:
    """Whether a part of a story stands in its text; a line whose fields were read need not."""
    if part.role in HEAD_ROLES or part.role in OUTSIDE:
        return False
    if part.role in (Role.BYLINE, Role.METADATA):
        first, last = part.paragraph.first, part.paragraph.last
        return not any(first <= evidence.line <= last for evidence in fields.evidence)
    return True


def _text(part: Tagged) -> str:
    return " ".join(part.paragraph.text.split()) if part.role in HEAD_ROLES else part.paragraph.text.strip()


def _joined(parts: Sequence[Tagged], role: Role) -> str | None:
    return " ".join(_text(part) for part in parts if part.role is role) or None


def _story_id(headline: str, paragraphs: Sequence[str]) -> str:
    text = "\n".join((headline, *paragraphs))
    return hashlib.sha256("".join(text.split()).encode(errors="surrogatepass")).hexdigest()[:12]


def confidence_of(draft: Draft) -> float:
    """How likely the story's boundaries are right, from the narrowest decision about its headline and its subheads.

    A logistic curve through what came out right and wrong in dumps with known stories; see `tests/tuning`.
    """
    if not draft.titled:
        return UNTITLED
    head = min(part.margin for part in draft.parts if part.role is Role.HEADLINE)
    subhead = min((part.margin for part in draft.parts if part.role is Role.SUBHEAD), default=math.inf)
    score = BASE + OF_HEADLINE * min(head, WIDE) + OF_SUBHEAD * min(subhead, WIDE)
    return round(1 / (1 + math.exp(-score)), 2)


def hold_back(stories: Sequence[Story], settings: Settings) -> dict[int, str]:
    """Which stories the settings keep from being written, and why."""
    import regex

    held: dict[int, str] = {}
    for story in stories:
        pattern = next((p for p in settings.hold_back.headlines if regex.search(p, story.headline)), None)
        if pattern:
            held[story.ordinal] = f"headline matches {pattern!r}"
        elif story.confidence < settings.hold_back.below_confidence:
            held[story.ordinal] = (
                f"confidence {story.confidence} is below {settings.hold_back.below_confidence}"
            )
        elif settings.hold_back.undated and story.published is None:
            held[story.ordinal] = "no date of publication found"
    return held


def lines_of(part: Tagged, lines: Sequence[str]) -> Iterator[Line]:
    """The physical lines of a paragraph, each with the paragraph's role."""
    for number in range(part.paragraph.first, part.paragraph.last + 1):
        text = lines[number - 1]
        yield Line(number, text, fold(text), part.role)


def decisions_of(paragraph: Paragraph, judgement: Judgement, choice: Choice) -> Iterator[Decision]:
    """Why each line of the paragraph has its role; what was matched is shown as far as it stands in the first line."""
    width = paragraph.starts[1] if len(paragraph.starts) > 1 else len(paragraph.text)
    first = paragraph.text[:width].rstrip(" ") if len(paragraph.starts) > 1 else paragraph.text
    reasons = (Reason("grammar", choice.step), *(_within(reason, first) for reason in judgement.reasons[choice.role]))
    score = sum(reason.weight for reason in reasons)
    yield Decision(paragraph.first, choice.role, score, reasons, choice.runner_up, choice.margin)
    for number in range(paragraph.first + 1, paragraph.last + 1):
        yield Decision(number, choice.role, 0.0, (Reason("layout.continues-the-paragraph", 0.0),))


def _within(reason: Reason, line: str) -> Reason:
    """The reason with its match cut off where the line ends."""
    if reason.column is None or reason.matched is None:
        return reason
    matched = line[reason.column - 1 :][: len(reason.matched)]
    return replace(reason, matched=matched) if matched else replace(reason, column=None, matched=None)


def _ranges(numbers: Iterator[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield members[0], members[-1]
