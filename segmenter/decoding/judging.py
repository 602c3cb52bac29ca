"""Weigh every paragraph for every role it may have, then choose the roles of the whole dump together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex


from segmenter.config import Settings
from segmenter.cues import catalogue, place
from segmenter.cues.base import Cue, Weight
from segmenter.decoding import cohesion, grammar
from segmenter.decoding.viterbi import Choice, decode
from segmenter.model import Reason, Role
from segmenter.reading.layout import Layout, Paragraph

HEAD = 200
"""Characters of a paragraph in which cues look for an opening."""
_OPENERS = tuple(cue for cue in catalogue.LICENCES if cue.role in (Role.LEDE, Role.CAPTION, Role.FURNITURE))


@dataclass(slots=True)
class Judgement:
    """What speaks for each role that a paragraph may have."""

    reasons: dict[Role, list[Reason]] = field(default_factory=dict)

    def add(self, role: Role, reason: Reason) -> None:
        self.reasons.setdefault(role, []).append(reason)

    def license(self, role: Role, reason: Reason) -> None:
        """Permit a closed role; of several cues that do, the strongest counts."""
        held = self.reasons.get(role)
        if not held or held[0].weight < reason.weight:
            self.reasons[role] = [reason]

    def scores(self) -> dict[Role, float]:
        return {role: sum(reason.weight for reason in found) for role, found in self.reasons.items()}


def judge(paragraphs: Sequence[Paragraph], layout: Layout, settings: Settings) -> list[Judgement]:
    """What speaks for each role of each paragraph."""
    words = cohesion.Cohesion(paragraphs)
    repeated = place.recurring(paragraphs)
    user_furniture = [regex.compile(pattern) for pattern in settings.furniture]
    judgements = []
    for index, paragraph in enumerate(paragraphs):
        found = Judgement({Role.BODY: []})
        candidate = paragraph.width < place.CANDIDATE
        if candidate:
            _judge_place(found, place.Place(paragraphs, index, layout, repeated))
            if Role.HEADLINE in found.reasons:
                for cue, weight in cohesion.reasons(words, index):
                    found.add(Role.HEADLINE, Reason(cue, weight))
        _judge_wording(found, paragraph, catalogue.ALL if candidate else _OPENERS, settings)
        for pattern in user_furniture:
            if matched := pattern.search(paragraph.text):
                found.add(Role.FURNITURE, Reason("furniture.config", Weight.SURE, matched.start() + 1, matched.group()))
        judgements.append(found)
    return judgements


def _judge_place(found: Judgement, here: place.Place) -> None:
    for role in (Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD):
        found.reasons.setdefault(role, [])
    found.add(Role.HEADLINE, Reason("headline.any-short-line", -Weight.FAIR))
    found.add(Role.KICKER, Reason("kicker.any-short-line", -Weight.FAIR))
    for cue in place.CUES:
        if cue.weight and cue.test(here):
            found.add(cue.role, Reason(cue.id, cue.weight))


def _judge_wording(found: Judgement, paragraph: Paragraph, tried: Sequence[Cue], settings: Settings) -> None:
    view = paragraph.view if len(paragraph.view) <= HEAD else paragraph.view[:HEAD]
    offset = paragraph.indent
    for cue in tried:
        matched = cue.match(view, settings.lexicon)
        if matched:
            start, end = matched.span()
            reason = Reason(cue.id, cue.weight, offset + start + 1, paragraph.text[offset + start : offset + end])
            if cue in catalogue.LICENCES:
                found.license(cue.role, reason)
            else:
                found.add(cue.role, reason)


def choose(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> list[Choice]:
    """The likeliest roles of all paragraphs together, read twice: the first reading teaches the dump's template."""
    from segmenter.decoding.template import Template

    for index, reason in Template(paragraphs, judgements, _decode(judgements)).reasons():
        judgements[index].add(Role.HEADLINE, reason)
    return _decode(judgements)


def _decode(judgements: Sequence[Judgement]) -> list[Choice]:
    return decode([judgement.scores() for judgement in judgements], grammar.START, grammar.STEPS)
