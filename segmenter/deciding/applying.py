"""What rulings do: they leave a line no role but theirs, and put values in place of those that were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from segmenter.config import Settings
from segmenter.deciding import GOES_ON
from segmenter.decoding.judgement import Judgement
from segmenter.model import Dateline, Evidence, Line, Person, Reason, Role, Story
from segmenter.reading.folding import fold
from segmenter.reading.layout import Paragraph
from segmenter.stories.drafting import Draft, lines_of

if TYPE_CHECKING:
    from segmenter.deciding.placing import Placement

CUE: Final = "decision"
"""What the evidence of a ruling is called."""
ABSOLUTE: Final = 1000.0
"""Its weight: more than all cues of a dump's line together."""


def decided_roles(placements: Sequence[Placement]) -> dict[int, Role]:
    """The role of each line that has been decided. What was said of a line alone outweighs an accepted story."""
    roles: dict[int, Role] = {}
    for placement in placements:
        if accepted := placement.ruling.accepted:
            letters = zip(placement.numbers, accepted, strict=True)
            roles |= {number: Role(letter) for number, letter in letters if letter != GOES_ON}
    return roles | {placement.line: placement.ruling.role for placement in placements if placement.ruling.role}


def decide_roles(
    paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], roles: Mapping[int, Role]
) -> None:
    """Leave each paragraph that begins with a decided line no role but that one."""
    if not roles:
        return
    for paragraph, found in zip(paragraphs, judgements, strict=True):
        role = roles.get(paragraph.first)
        if role is not None:
            found.reasons = {role: [*found.reasons.get(role, ()), Reason(CUE, ABSOLUTE)]}


def decide_fields(story: Story, draft: Draft, placements: Sequence[Placement], settings: Settings) -> Story:
    """The story with the fields that were decided; it was written from the draft."""
    for placement in placements:
        field = placement.ruling.field
        if field and placement.line == story.headline_line:
            story = _with(story, field, placement.ruling.value, draft, settings)
        elif placement.ruling.accepted and (placement.numbers[0], placement.numbers[-1]) == story.lines:
            story = story._replace(confidence=1.0, warnings=())
    return story


def holding(placements: Sequence[Placement], stories: Sequence[Story]) -> frozenset[int]:
    """Indexes of the rulings that came into effect: those of a field or a story only where there is such a story."""
    heads, whole = {story.headline_line for story in stories}, {story.lines for story in stories}
    return frozenset(
        placement.index
        for placement in placements
        if placement.ruling.role
        or (placement.ruling.field and placement.line in heads)
        or (placement.ruling.accepted and (placement.numbers[0], placement.numbers[-1]) in whole)
    )


def _with(story: Story, field: str, value: Any, draft: Draft, settings: Settings) -> Story:
    values = [person["name"] for person in value] if field == "byline" else [value] if value is not None else []
    lines = [line for part in draft.parts for line in lines_of(part)]
    told = tuple(_evidence(field, text, story.headline_line, lines) for text in values)
    kept = tuple(item for item in story.evidence if item.field != field and not item.field.startswith(f"{field}."))
    warnings = tuple(text for text in story.warnings if not text.startswith(f"{field}:"))
    story = story._replace(evidence=(*kept, *told), warnings=warnings)
    if field == "byline":
        return story._replace(byline=tuple(Person(person["name"], person["role"]) for person in value))
    table, _, key = field.partition(".")
    if not key:
        return story._replace(**{table: value})
    dateline: Dateline = story.dateline._replace(**{key: value})
    if key == "agency":
        dateline = dateline._replace(agency_id=settings.agencies.get(fold(value)) if value else None)
    return story._replace(dateline=dateline)


def _evidence(field: str, value: str, headline_line: int, lines: Sequence[Line]) -> Evidence:
    """Where the value stands in the story; where it does not, the headline, with nothing read there."""
    for line in lines:
        if (at := line.text.find(value)) >= 0:
            return Evidence(field, value, value, line.number, at + 1, CUE)
    return Evidence(field, value, "", headline_line, 1, CUE, inferred=True)
