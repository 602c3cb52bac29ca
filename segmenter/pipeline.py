"""The way of the data on one page: text, paragraphs, roles, stories, fields.

Read this first. Each step is one call; the modules it calls say how.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from segmenter.config import Settings, default_settings
from segmenter.decoding.judgement import Judgement
from segmenter.decoding.judging import choose, judge
from segmenter.decoding.viterbi import Choice
from segmenter.decoding.webpage import is_web_page
from segmenter.model import Decision, Document, Lazily, PageFacts, Reason, Role, Story
from segmenter.reading.encoding import decode, split_lines
from segmenter.reading.layout import Paragraph, read_layout, read_paragraphs, wrap_width
from segmenter.stories.drafting import Draft, Tagged, draft_stories, give_small_print, lines_of, opens_page
from segmenter.stories.writing import write_story
from segmenter.tagging import read_page


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
    return Document(
        stories=tuple(stories),
        furniture=tuple(_untold(paragraphs, stories)),
        lines=Lazily(lambda: (line for part in tagged for line in lines_of(part))),
        decisions=Lazily(
            lambda: (
                decision
                for paragraph, judgement, choice in zip(paragraphs, judgements, choices, strict=True)
                for decision in decisions_of(paragraph, judgement, choice)
            )
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


def read_pages(
    drafts: Sequence[Draft], lines: Sequence[str], settings: Settings
) -> Iterator[tuple[Sequence[Draft], PageFacts]]:
    """Group the stories by the page they stand on, with what the page's furniture says for them."""
    own = sum(any(part.role is Role.METADATA for part in draft.before) for draft in drafts) > max(1, len(drafts) // 2)
    pages: list[list[Draft]] = []
    for draft in drafts:
        if not pages or (not own and any(map(opens_page, draft.before))):
            pages.append([])
        pages[-1].append(draft)
    facts = PageFacts()
    for page in pages:
        parts = [part for draft in page for part in (*([] if own else draft.before), *draft.after)]
        before, facts = facts, read_page([line for part in parts for line in lines_of(part)], settings)
        if facts.source is None and any(part.cue == "furniture.folio" for part in page[0].before):
            # The next page of the same paper need not print its name.
            told = [item for item in before.evidence if item.field == "source"]
            facts = replace(facts, source=before.source, evidence=(*facts.evidence, *told))
        yield page, facts


def hold_back(stories: Sequence[Story], settings: Settings) -> dict[int, str]:
    """Which stories the settings keep from being written, and why."""
    import regex

    held: dict[int, str] = {}
    for story in stories:
        pattern = next((p for p in settings.hold_back.headlines if regex.search(p, story.headline)), None)
        if pattern:
            held[story.ordinal] = f"headline matches {pattern!r}"
        elif story.confidence < settings.hold_back.below_confidence:
            held[story.ordinal] = f"confidence {story.confidence} is below {settings.hold_back.below_confidence}"
        elif settings.hold_back.undated and story.published is None:
            held[story.ordinal] = "no date of publication found"
    return held


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


def _untold(paragraphs: Iterable[Paragraph], stories: Sequence[Story]) -> Iterator[tuple[int, int]]:
    """The ranges of lines that no story holds, without blank lines between them; both come in the dump's order."""
    ahead = iter(stories)
    story = next(ahead, None)
    first = last = 0
    for paragraph in paragraphs:
        while story is not None and story.lines[1] < paragraph.first:
            story = next(ahead, None)
        if story is not None and story.lines[0] <= paragraph.first:
            continue
        if paragraph.first != last + 1 or not first:
            if first:
                yield first, last
            first = paragraph.first
        last = paragraph.last
    if first:
        yield first, last
