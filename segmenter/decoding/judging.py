"""Weigh every paragraph for every role it may have, by its wording, its place and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

import regex

from segmenter.config import Settings
from segmenter.cues import catalogue, headline, place, position
from segmenter.cues.base import Lexicon, Weight
from segmenter.cues.gates import Gate
from segmenter.decoding import cohesion, grammar
from segmenter.decoding.exports import is_labelled, is_length, judge_documents
from segmenter.decoding.judgement import Judgement, reason_of
from segmenter.decoding.outline import judge_outline
from segmenter.decoding.page_head import judge_page_head
from segmenter.decoding.records import judge_records
from segmenter.decoding.recurring import judge_recurring
from segmenter.decoding.template import HEADING_LINES
from segmenter.decoding.webpage import MENU, is_stamp, judge_web_page
from segmenter.model import Reason, Role
from segmenter.patterns import compiled
from segmenter.reading.layout import Layout, Paragraph

HEAD = 200
"""Characters of a paragraph, behind its indent, in which cues look for an opening."""
_OUTSIDE = frozenset((Role.FURNITURE, Role.SEPARATOR, Role.METADATA))
_LABELS = frozenset((Role.SEPARATOR, Role.METADATA, Role.BYLINE))
_NAME = r"\p{Lu}[\w.'’-]*(?:\ (?:\p{Lu}[\w.'’-]*|de|van|von|der|da|di|al)){1,4}"
NAME = compiled(rf"^\s*{_NAME}(?:(?:;|,|\ and|\ &)\ {_NAME}){{0,4}}\s*$")
"""Names and nothing else: capitalised words."""
LIST_HEADS = ("furniture.share-bar", "furniture.related-heading", "furniture.neighbours", "furniture.rundown-heading")
_BY_PLACE_ONLY = frozenset(("metadata.section-alone", "metadata.recurs-in-a-block", "metadata.among-metadata"))
"""What makes a label of an entry of a menu too."""
MENU_WORDS = 3
"""Words of menus in a run of short lines that make a menu of it."""
BETWEEN = 2
"""Short lines between furniture that may be furniture for it."""
LABELLED = 500
"""Columns below which a line may be a headline where an export's label follows."""
_FOR_LONG = (Role.LEDE, Role.CAPTION, Role.FURNITURE)
"""Closed roles that a long paragraph may have."""
_ANY_CUES = Gate(catalogue.ALL)
_CUES_FOR_LONG = Gate(cue for cue in catalogue.ALL if cue.role in _FOR_LONG)
_INDENTED = frozenset(cue.role for cue in catalogue.CREDITS)
"""Roles whose cues are matched with the line's indent."""


def judge(paragraphs: Sequence[Paragraph], layout: Layout, settings: Settings) -> list[Judgement]:
    """What speaks for each role of each paragraph."""
    occurrences = place.occurrences(paragraphs)
    places = place.Places(paragraphs, layout, occurrences)
    user_furniture = [regex.compile(pattern) for pattern in settings.furniture]
    judgements = []
    short: list[tuple[Paragraph, Judgement]] = []
    long: list[tuple[Paragraph, Judgement]] = []
    for index, paragraph in enumerate(paragraphs):
        candidate = place.may_be_heading(paragraph)
        found = _judged_by_place(places.of(index)) if candidate else Judgement({Role.BODY: []})
        judgements.append(found)
        (short if candidate else long).append((paragraph, found))
    _judge_wording(short, _ANY_CUES, settings.lexicon)
    _judge_wording(long, _CUES_FOR_LONG, settings.lexicon)
    for pattern in user_furniture:
        for paragraph, found in zip(paragraphs, judgements, strict=True):
            if matched := pattern.search(paragraph.text):
                found.add(Role.FURNITURE, Reason("furniture.config", Weight.SURE, matched.start() + 1, matched.group()))
    for found in judgements:
        if found.is_licensed(Role.FURNITURE, Weight.STRONG):
            found.speak_against(Role.HEADLINE, "headline.says-it-is-furniture", Weight.STRONG)
    for index in _beside_labels(judgements):
        _judge_among_labels(paragraphs, judgements, index, len(place.standing(paragraphs[index], occurrences)))
    _judge_under_credits(paragraphs, judgements, settings.lexicon)
    _judge_over_credits(paragraphs, judgements)
    _judge_among_furniture(paragraphs, judgements)
    _judge_menus(paragraphs, judgements)
    _judge_lists(paragraphs, judgements)
    judge_page_head(paragraphs, judgements)
    judge_recurring(paragraphs, judgements, occurrences)
    judge_documents(paragraphs, judgements)
    judge_records(paragraphs, judgements)
    judge_outline(paragraphs, judgements)
    judge_web_page(paragraphs, judgements)
    _judge_cohesion(paragraphs, judgements, occurrences, settings.lexicon.lists["stock_phrases"])
    return judgements


def _judge_lists(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Below a share bar or a heading such as `Related stories` stands a list of links, up to the next heading.

    The list ends where a line stands further off than its first, or else a heading's lines above the next text.
    """
    heads = [
        index
        for index, found in enumerate(judgements)
        if (reasons := found.reasons.get(Role.FURNITURE)) and reasons[0].cue in LIST_HEADS
    ]
    end = 0
    for head in heads:
        if head < end:
            continue
        index = end = head + 1
        while end < len(paragraphs) and (
            not place.is_text(paragraphs[end]) or Role.FURNITURE in judgements[end].reasons
        ):
            end += 1
        apart = (place for place in range(index + 1, end) if paragraphs[place].gap > paragraphs[index].gap)
        stop = next(apart, end if end == len(paragraphs) else end - HEADING_LINES)
        for found in judgements[index:stop]:
            found.license(Role.FURNITURE, Reason("furniture.in-a-list-of-links", Weight.FAIR))


def _judge_cohesion(
    paragraphs: Sequence[Paragraph],
    judgements: Sequence[Judgement],
    occurrences: Mapping[str, Sequence[int]],
    stock: frozenset[str],
) -> None:
    """Compare the text above and below each line that may be a headline; what is furniture or recurs is no text."""
    doubtful = [index for index, found in enumerate(judgements) if Role.HEADLINE in found.reasons]
    if not doubtful:
        return
    told = [
        not _OUTSIDE.isdisjoint(found.reasons) or len(place.standing(paragraph, occurrences)) > 1
        for paragraph, found in zip(paragraphs, judgements, strict=True)
    ]
    words = cohesion.Cohesion(paragraphs, told, doubtful, stock)
    for index in doubtful:
        for cue, weight in cohesion.reasons(words, index):
            judgements[index].add(Role.HEADLINE, reason_of(cue, weight))


def _judge_menus(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """A run of very short lines, none of them a line of date or credit, is a menu if long or if it says so."""
    items = [
        place.is_menu_item(paragraph) and (_LABELS.isdisjoint(found.reasons) or _is_label_by_place(found))
        for paragraph, found in zip(paragraphs, judgements, strict=True)
    ]
    for is_item, run in groupby(range(len(items)), key=items.__getitem__):
        menu = list(run) if is_item else []
        says_so = sum(judgements[index].shows(Role.FURNITURE, "furniture.menu-word") for index in menu) >= MENU_WORDS
        if len(menu) >= MENU or says_so:
            for index in menu:
                weight = Weight.STRONG if says_so else Weight.FAIR
                judgements[index].license(Role.FURNITURE, Reason("furniture.menu", weight))


def _is_label_by_place(found: Judgement) -> bool:
    """Whether only its place among others, or a section's name, makes the line a label: an entry of a menu has both."""
    return _BY_PLACE_ONLY.issuperset(
        reason.cue for role in _LABELS & found.reasons.keys() for reason in found.reasons[role]
    )


def _beside_labels(judgements: Sequence[Judgement]) -> Iterator[int]:
    """The indices of the lines that stand over or under a line of date or under which one of credit stands."""
    edge = Judgement()
    for index, (above, below) in enumerate(zip((edge, *judgements), (*judgements[1:], edge), strict=False)):
        if Role.METADATA in above.reasons or Role.METADATA in below.reasons or Role.BYLINE in below.reasons:
            yield index


def _judge_among_labels(
    paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], index: int, times: int
) -> None:
    """Let a line be what the labelled lines next to it say it must be, whatever its wording."""
    paragraph, found = paragraphs[index], judgements[index]
    above = judgements[index - 1].reasons.keys() if index else frozenset[Role]()
    below = judgements[index + 1] if index + 1 < len(judgements) else Judgement()
    if paragraph.width < LABELLED and Role.HEADLINE not in found.reasons and is_labelled(below):
        found.add(Role.HEADLINE, Reason("headline.labels-below", 0.0))
    if (
        index > 1
        and Role.HEADLINE in found.reasons
        and Role.METADATA not in below.reasons
        and is_stamp(judgements[index - 1])
    ):
        # A line of date belongs to the heading over it, so what stands as close under both is a deck or text.
        over, heading, stamp = judgements[index - 2], paragraphs[index - 2], paragraphs[index - 1]
        is_over = place.is_heading(heading) and Role.HEADLINE in over.reasons and not _LABELS & over.reasons.keys()
        if is_over and paragraph.gap <= stamp.gap:
            found.add(Role.HEADLINE, Reason("headline.under-a-dated-heading", -Weight.STRONG))
    if is_length(below) and NAME.match(paragraph.text) and not above & {Role.METADATA, Role.SEPARATOR}:
        found.license(Role.BYLINE, Reason("byline.name-over-length", Weight.FAIR))
    if times > 1 and Role.METADATA in above and Role.METADATA in below.reasons and not paragraph.gap:
        found.license(Role.METADATA, Reason("metadata.among-metadata", Weight.FAIR))


def _judge_under_credits(
    paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], lexicon: Lexicon
) -> None:
    """Who wrote a text stands at its end, so that the next story begins below."""
    for index, (paragraph, found) in enumerate(zip(paragraphs, judgements, strict=True)):
        if index < 2 or Role.HEADLINE not in found.reasons or not place.is_heading(paragraph):
            continue
        cue, above = headline.UNDER_A_CLOSING_CREDIT, paragraphs[index - 1]
        if (Role.BYLINE in judgements[index - 1].reasons and place.is_text(paragraphs[index - 2])) or (
            place.is_text(above) and cue.match(above.view, lexicon)
        ):
            found.add(Role.HEADLINE, reason_of(cue.id, cue.weight))


def _judge_among_furniture(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """One or two short lines between two of furniture, below a text and with none near, are likely of the same foot."""
    first_text = next((index for index, each in enumerate(paragraphs) if place.is_told(each)), len(paragraphs))
    sure = [found.is_licensed(Role.FURNITURE, Weight.FAIR) for found in judgements]
    for is_furniture, run in groupby(range(len(sure)), key=sure.__getitem__):
        between = [*run]
        if is_furniture or between[0] < first_text or between[-1] + 1 == len(sure) or len(between) > BETWEEN:
            continue
        if not any(map(place.is_told, paragraphs[between[0] : between[-1] + 1 + place.REACH])):
            for index in between:
                judgements[index].license(Role.FURNITURE, Reason("furniture.among-furniture", Weight.WEAK))


def _judge_over_credits(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> None:
    """Between a text and a line of credit over another text stands a headline, however short it is."""
    for index in range(1, len(paragraphs) - 2):
        here, found, below = paragraphs[index], judgements[index], judgements[index + 1]
        if Role.HEADLINE not in found.reasons or here.width >= 60 or place.is_stopped(here):
            continue
        marked = not _LABELS.isdisjoint(found.reasons) or Role.FURNITURE in found.reasons
        if marked or not below.is_licensed(Role.BYLINE, Weight.STRONG):
            continue
        ended = place.is_told(paragraphs[index - 1]) or Role.FURNITURE in judgements[index - 1].reasons
        if ended and any(map(place.is_told, paragraphs[index + 2 : index + 4])):
            found.add(Role.HEADLINE, reason_of("headline.over-a-credit", Weight.STRONG))


def _judged_by_place(here: place.Place) -> Judgement:
    return Judgement({role: [*reasons] for role, reasons in _reasons_of_place(here).items()})


@lru_cache(maxsize=1024)
def _reasons_of_place(here: place.Place) -> Mapping[Role, Sequence[Reason]]:
    """What the place of a line that may be a heading says; many lines of a dump stand alike."""
    found = Judgement({role: [] for role in (Role.BODY, Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD)})
    found.add(Role.HEADLINE, reason_of("headline.any-short-line", -Weight.STRONG))
    found.add(Role.KICKER, reason_of("kicker.any-short-line", -Weight.FAIR))
    for cue in position.CUES:
        if cue.test(here):
            found.add(cue.role, reason_of(cue.id, cue.weight))
    return found.reasons


def _judge_wording(lines: Sequence[tuple[Paragraph, Judgement]], gate: Gate, lexicon: Lexicon) -> None:
    """Match cues on the heads of the lines: cue by cue, which is a good deal faster than line by line."""
    for cue, opening in gate.opened([paragraph.view[:HEAD] for paragraph, _ in lines], lexicon):
        is_open, indented = cue.role in grammar.OPEN, cue.role in _INDENTED
        for index in opening:
            paragraph, found = lines[index]
            if not is_open and found.is_licensed(cue.role, cue.weight):
                continue
            head = paragraph.folded[: paragraph.indent + HEAD] if indented else paragraph.view[:HEAD]
            matched = lexicon.compiled(cue.pattern).search(head)
            if matched is None:
                continue
            start, end = matched.span() if indented else (at + paragraph.indent for at in matched.span())
            reason = Reason(cue.id, cue.weight, start + 1, paragraph.text[start:end])
            (found.add if is_open else found.license)(cue.role, reason)
