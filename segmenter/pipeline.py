"""The way of the data on one page: text, paragraphs, roles, stories, fields.

Read this first. Each step is one call; the modules it calls say how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from segmenter.config import Settings, default_settings
from segmenter.deciding.applying import decide_fields, decided_roles, holding
from segmenter.decoding.webpage import is_web_page
from segmenter.model import Document, Lazily, PageFacts, Role, Story
from segmenter.reading.encoding import decode, split_lines
from segmenter.reading.layout import Paragraph
from segmenter.stories.drafting import Draft, draft_stories, give_small_print, lines_of, opens_page
from segmenter.stories.roles import read_roles
from segmenter.stories.sections import Section, sections
from segmenter.stories.writing import write_story
from segmenter.tagging import read_page


def split(text: str, settings: Settings | None = None) -> Document:
    """Take a dump apart into its stories and its furniture.

    A dump in which no headline is found comes out as one story with a warning.
    """
    settings = settings or default_settings()
    parts = list(sections(split_lines(text), settings))
    if len(parts) == 1:
        return split_section(parts[0], settings)
    documents: list[Document] = []
    ordinal = 1
    for part in parts:
        found = split_section(part, settings, ordinal)
        ordinal += len(found.stories)
        # What explains a section is made again when it is asked for: kept, it would take many times the text's room.
        documents.append(found._replace(lines=(), decisions=()))
    return Document(
        stories=tuple(story for found in documents for story in found.stories),
        furniture=tuple(joined(chain.from_iterable(found.furniture for found in documents))),
        lines=Lazily(lambda: (line for part in parts for line in split_section(part, settings).lines)),
        decisions=Lazily(lambda: (item for part in parts for item in split_section(part, settings).decisions)),
        held_back={ordinal: why for found in documents for ordinal, why in found.held_back.items()},
        decided=frozenset(chain.from_iterable(found.decided for found in documents)),
    )


def split_stream(lines: Iterable[str], settings: Settings | None = None) -> Iterator[Story]:
    """The stories of a dump whose lines arrive one by one, each as soon as its section has been read.

    They are those of `split`, with the same numbers; no more than a few sections of the text are held at a time.
    Lines come without their line ends.
    """
    settings = settings or default_settings()
    ordinal = 1
    for part in sections(lines, settings):
        stories = split_section(part, settings, ordinal).stories
        yield from stories
        ordinal += len(stories)


def split_section(section: Section, settings: Settings, ordinal: int = 1) -> Document:
    """Take one section of a dump apart; `ordinal` is that of its first story."""
    roles = read_roles(section.lines, settings, section.first, decided_roles(section.decided))
    drafts = draft_stories(roles.tagged)
    give_small_print(drafts, len(drafts) == 1 and is_web_page(roles.paragraphs))
    stories: list[Story] = []
    for page_drafts, facts in read_pages(drafts, settings):
        for draft in page_drafts:
            story = write_story(draft, facts, ordinal + len(stories), settings)
            stories.append(decide_fields(story, draft, section.decided, settings))
    return Document(
        stories=tuple(stories),
        furniture=tuple(_untold(roles.paragraphs, stories)),
        lines=Lazily(lambda: (line for part in roles.tagged for line in lines_of(part))),
        decisions=Lazily(roles.decisions),
        held_back=hold_back(stories, settings),
        decided=holding(section.decided, stories),
    )


def split_file(path: str | Path, settings: Settings | None = None, encoding: str | None = None) -> Document:
    """Read a file and take it apart.

    Raises OSError where it cannot be read, `reading.encoding.UnreadableInput` where it holds no text.
    """
    settings = settings or default_settings()
    decoded = decode(Path(path).read_bytes(), encoding or settings.input.encoding)
    document = split(decoded.text, settings)
    return document._replace(warnings=(*document.warnings, decoded.note)) if decoded.note else document


def read_pages(
    drafts: Sequence[Draft], settings: Settings
) -> Iterator[tuple[Sequence[Draft], PageFacts]]:
    """Group the stories by the page they stand on, with what the page's furniture says for them."""
    # A line of date or source right over most headlines is each story's own; over a menu it is the page's.
    dated = sum(bool(draft.before) and draft.before[-1].role is Role.METADATA for draft in drafts)
    own = dated > max(1, len(drafts) // 2)
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
            facts = facts._replace(source=before.source, evidence=(*facts.evidence, *told))
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


def _untold(paragraphs: Iterable[Paragraph], stories: Sequence[Story]) -> Iterator[tuple[int, int]]:
    """The ranges of lines that no story holds, without blank lines between them; both come in the dump's order."""
    ahead = iter(stories)
    story = next(ahead, None)
    untold = []
    for paragraph in paragraphs:
        while story is not None and story.lines[1] < paragraph.first:
            story = next(ahead, None)
        if story is None or paragraph.first < story.lines[0]:
            untold.append((paragraph.first, paragraph.last))
    return joined(untold)


def joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges, those that touch made one."""
    held: tuple[int, int] | None = None
    for first, last in ranges:
        if held is not None and first == held[1] + 1:
            held = held[0], last
            continue
        if held is not None:
            yield held
        held = first, last
    if held is not None:
        yield held
