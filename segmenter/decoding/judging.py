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
from segmenter.reading.folding import fold
from segmenter.reading.layout import Layout, Paragraph

HEAD = 200
"""Characters of a paragraph in which cues look for an opening."""
LABELLED = 500
"""Columns below which a line may be a headline where an export's label follows."""
LABELS = ("metadata.length", "metadata.section-label", "byline.label")
_FOR_LONG = (Role.LEDE, Role.CAPTION, Role.FURNITURE)
"""Closed roles that a long paragraph may have."""
_LONG_MARKS = tuple(cue for cue in catalogue.MARKS if cue.role in _FOR_LONG)
_LONG_CREDITS = tuple(cue for cue in catalogue.CREDITS if cue.role in _FOR_LONG)


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
    occurrences = place.occurrences(paragraphs)
    user_furniture = [regex.compile(pattern) for pattern in settings.furniture]
    judgements = []
    for index, paragraph in enumerate(paragraphs):
        found = Judgement({Role.BODY: []})
        candidate = paragraph.width < place.CANDIDATE
        if candidate:
            _judge_place(found, place.Place(paragraphs, index, layout, occurrences))
            if Role.HEADLINE in found.reasons:
                for cue, weight in cohesion.reasons(words, index):
                    found.add(Role.HEADLINE, Reason(cue, weight))
            _judge_wording(found, paragraph, catalogue.HEADINGS, settings, closed=False)
        _judge_wording(found, paragraph, catalogue.MARKS if candidate else _LONG_MARKS, settings)
        _judge_wording(found, paragraph, catalogue.CREDITS if candidate else _LONG_CREDITS, settings, indented=True)
        for pattern in user_furniture:
            if matched := pattern.search(paragraph.text):
                found.add(Role.FURNITURE, Reason("furniture.config", Weight.SURE, matched.start() + 1, matched.group()))
        judgements.append(found)
    for index, found in enumerate(judgements):
        _judge_among_labels(paragraphs, judgements, index, found)
    return judgements


def _judge_among_labels(
    paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement], index: int, found: Judgement
) -> None:
    """Let a line be what the labelled lines next to it say it must be, whatever its wording."""
    paragraph = paragraphs[index]
    above = judgements[index - 1].reasons.keys() if index else ()
    below = judgements[index + 1] if index + 1 < len(judgements) else Judgement()
    if paragraph.width < LABELLED and Role.HEADLINE not in found.reasons and _is_labelled(below):
        found.add(Role.HEADLINE, Reason("headline.labels-below", 0.0))
    if paragraph.width < 60 and Role.METADATA in above and Role.METADATA in below.reasons and not paragraph.gap:
        found.license(Role.METADATA, Reason("metadata.among-metadata", Weight.FAIR))


def _is_labelled(found: Judgement) -> bool:
    """Whether a line is one of an export's labels, `LENGTH:` or `BYLINE:`, which stand below a headline of any length."""
    return any(
        reasons[0].cue in LABELS for role in (Role.METADATA, Role.BYLINE) if (reasons := found.reasons.get(role))
    )


def _judge_place(found: Judgement, here: place.Place) -> None:
    for role in (Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEAD):
        found.reasons.setdefault(role, [])
    found.add(Role.HEADLINE, Reason("headline.any-short-line", -Weight.STRONG))
    found.add(Role.KICKER, Reason("kicker.any-short-line", -Weight.STRONG))
    for cue in place.CUES:
        if cue.weight and cue.test(here):
            found.add(cue.role, Reason(cue.id, cue.weight))


def _judge_wording(
    found: Judgement,
    paragraph: Paragraph,
    tried: Sequence[Cue],
    settings: Settings,
    *,
    closed: bool = True,
    indented: bool = False,
) -> None:
    """Match cues on the paragraph's head; `closed` where they license closed roles, `indented` to keep its indent."""
    offset = 0 if indented else paragraph.indent
    view = fold(paragraph.text[:HEAD]) if indented else paragraph.view[:HEAD]
    for cue in tried:
        matched = cue.match(view, settings.lexicon)
        if matched:
            start, end = offset + matched.start(), offset + matched.end()
            reason = Reason(cue.id, cue.weight, start + 1, paragraph.text[start:end])
            (found.license if closed else found.add)(cue.role, reason)


ROUNDS = 2
"""How often the template is learnt from the reading before."""


def choose(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> list[Choice]:
    """The likeliest roles of all paragraphs together, read again and again: each reading teaches the dump's template.

    What the template says is added to the judgements.
    """
    from segmenter.decoding.template import Template

    scores = [judgement.scores() for judgement in judgements]
    choices = _decode(scores)
    said: list[tuple[int, Reason]] = []
    for _ in range(ROUNDS):
        said = list(Template(paragraphs, judgements, choices).reasons())
        revised = list(scores)
        for index, reason in said:
            revised[index] = {**revised[index], Role.HEADLINE: revised[index][Role.HEADLINE] + reason.weight}
        choices = _decode(revised)
    for index, reason in said:
        judgements[index].add(Role.HEADLINE, reason)
    return choices


def _decode(scores: Sequence[dict[Role, float]]) -> list[Choice]:
    return decode(scores, grammar.START, grammar.STEPS)
