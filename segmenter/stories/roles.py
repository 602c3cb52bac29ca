"""Read the roles of a text's paragraphs: from its lines to what each paragraph is, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from segmenter.config import Settings
from segmenter.deciding.applying import decide_roles
from segmenter.decoding.choosing import choose
from segmenter.decoding.judgement import Judgement
from segmenter.decoding.judging import judge
from segmenter.decoding.outline import IN_THE_OUTLINE
from segmenter.decoding.records import OF_A_RECORD
from segmenter.decoding.viterbi import Choice
from segmenter.model import Decision, Reason, Role
from segmenter.reading.layout import Paragraph, read_layout, read_paragraphs, wrap_width
from segmenter.stories.drafting import Tagged

LABELLED = (OF_A_RECORD, IN_THE_OUTLINE)
"""Cues whose match stands before the headline and is no part of it."""
NONE_DECIDED: Final[Mapping[int, Role]] = {}


class Roles(NamedTuple):
    """The paragraphs of a text, top to bottom, with what speaks for each role and what was chosen."""

    paragraphs: Sequence[Paragraph]
    judgements: Sequence[Judgement]
    choices: Sequence[Choice]
    tagged: Sequence[Tagged]

    def decisions(self) -> Iterator[Decision]:
        """Why each line that is not blank has its role."""
        for paragraph, judgement, choice in zip(self.paragraphs, self.judgements, self.choices, strict=True):
            yield from decisions_of(paragraph, judgement, choice)


def read_roles(
    lines: Sequence[str], settings: Settings, first: int = 1, decided: Mapping[int, Role] = NONE_DECIDED
) -> Roles:
    """The roles of all paragraphs of the lines; `first` is the number of the first line.

    `decided` are the roles that people gave to lines, by their numbers: such a line begins a paragraph and has no
    other role.
    """
    wrapped = wrap_width(lines)
    paragraphs = read_paragraphs(lines, wrapped, first, decided)
    judgements = judge(paragraphs, read_layout(paragraphs, wrapped), settings)
    decide_roles(paragraphs, judgements, decided)
    choices = choose(paragraphs, judgements)
    tagged = [
        Tagged(
            paragraph,
            choice.role,
            math.inf if choice.margin is None else choice.margin,
            next((reason.cue for reason in judgement.reasons[choice.role]), ""),
            choice.runner_up,
            _lead(judgement) if choice.role is Role.HEADLINE else 0,
        )
        for paragraph, judgement, choice in zip(paragraphs, judgements, choices, strict=True)
    ]
    return Roles(paragraphs, judgements, choices, tagged)


def _lead(judgement: Judgement) -> int:
    """Where a headline begins in its line, behind the label or the number that it is known by."""
    return max(
        (
            reason.column - 1 + len(reason.matched)
            for reason in judgement.reasons[Role.HEADLINE]
            if reason.cue in LABELLED and reason.column and reason.matched
        ),
        default=0,
    )


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
    return reason._replace(matched=matched) if matched else reason._replace(column=None, matched=None)
