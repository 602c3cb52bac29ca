"""Choose the roles of all paragraphs together, reading the dump again in the light of each reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segmenter.cues import place
from segmenter.cues.base import Weight
from segmenter.decoding import grammar
from segmenter.decoding.judgement import Judgement
from segmenter.decoding.template import Template
from segmenter.decoding.viterbi import Choice, Decoder
from segmenter.model import Reason, Role
from segmenter.reading.layout import Paragraph

_DECODER = Decoder(grammar.START, grammar.STEPS, last_resort=-1000.0)
"""What the grammar does not know still has to be read where people decided it so."""
ROUNDS = 3
"""How often the dump is read again in the light of the reading before."""


def choose(paragraphs: Sequence[Paragraph], judgements: Sequence[Judgement]) -> list[Choice]:
    """The likeliest roles of all paragraphs together.

    The dump is read again and again: each reading teaches its template and shows headlines with no story under them.
    What that says is added to the judgements.
    """
    scores = [judgement.scores() for judgement in judgements]
    template = Template(paragraphs, judgements)
    choices = _DECODER.decode(scores)
    said: list[tuple[int, Reason]] = []
    for _ in range(ROUNDS):
        before = said
        template.learn(choices)
        said = [
            *template.reasons(),
            *_barren(paragraphs, choices),
            *_lone_subheads(judgements, choices),
            *_too_short(paragraphs, template.doubtful, choices),
        ]
        if said == before:
            break  # one more reading would say the same again
        revised = list(scores)
        for index, reason in said:
            revised[index] = {**revised[index], Role.HEADLINE: revised[index][Role.HEADLINE] + reason.weight}
        choices = _DECODER.decode(revised)
    for index, reason in said:
        judgements[index].add(Role.HEADLINE, reason)
    return choices


def _barren(paragraphs: Sequence[Paragraph], choices: Sequence[Choice]) -> Iterator[tuple[int, Reason]]:
    """The headlines that no text follows before the next one, as in a list of links."""
    head: int | None = None
    for index, (paragraph, choice) in enumerate(zip(paragraphs, choices, strict=True)):
        if choice.role is Role.HEADLINE:
            if head is not None:
                yield head, Reason("headline.without-a-story", -Weight.STRONG)
            head = index
        elif head is None:
            continue
        elif choice.role is Role.LEDE or (choice.role is Role.BODY and place.is_told(paragraph)):
            head = None
    if head is not None:
        yield head, Reason("headline.without-a-story", -Weight.STRONG)


def _too_short(
    paragraphs: Sequence[Paragraph], doubtful: Sequence[int], choices: Sequence[Choice]
) -> Iterator[tuple[int, Reason]]:
    """The lines that are much shorter than the dump's sure headlines, of those that may be headlines."""
    widths = sorted(
        paragraphs[index].width
        for index in doubtful
        if choices[index].role is Role.HEADLINE and (choices[index].margin or 0.0) >= Weight.FAIR
    )
    if len(widths) < 3:
        return
    limit = 0.7 * widths[len(widths) // 2]
    for index in doubtful:
        if paragraphs[index].width < limit:
            yield index, Reason("headline.shorter-than-the-others", -Weight.WEAK)


def _lone_subheads(judgements: Sequence[Judgement], choices: Sequence[Choice]) -> Iterator[tuple[int, Reason]]:
    """The subheads that are their story's only one: a story has several or none."""
    found: list[int] = []
    for index, choice in enumerate((*choices, None)):
        if choice is None or choice.role is Role.HEADLINE:
            if len(found) == 1 and Role.HEADLINE in judgements[found[0]].reasons:
                yield found[0], Reason("headline.would-be-the-only-subhead", Weight.WEAK)
            found = []
        elif choice.role is Role.SUBHEAD:
            found.append(index)
