"""What is explained is what was done: scores add up, margins are what denying a role costs, roles make the stories."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import pytest
from golden import NAMES, dump_text
from hypothesis import given
from hypothesis import strategies as st

from segmenter import split
from segmenter.config import default_settings
from segmenter.cues import catalogue
from segmenter.cues.base import Weight
from segmenter.decoding import grammar
from segmenter.decoding.choosing import choose
from segmenter.decoding.judging import HEAD, judge
from segmenter.decoding.viterbi import Choice, Scores, decode
from segmenter.model import Decision, Document, Role
from segmenter.reading.encoding import split_lines
from segmenter.reading.layout import read_layout, read_paragraphs, wrap_width

OUTSIDE = (Role.FURNITURE, Role.SEPARATOR)


@dataclass(frozen=True)
class Reading:
    """A sample taken apart, with the scores from which its roles were decoded, a mapping for each paragraph."""

    document: Document
    scores: Sequence[dict[Role, float]]
    heads: Sequence[Decision]
    """The decisions of the paragraphs; that of a paragraph's first line is the paragraph's."""


def read(name: str) -> Reading:
    lines = split_lines(dump_text(name))
    wrapped = wrap_width(lines)
    paragraphs = read_paragraphs(lines, wrapped)
    judgements = judge(paragraphs, read_layout(paragraphs, wrapped), default_settings())
    choose(paragraphs, judgements)
    document = split(dump_text(name))
    firsts = {paragraph.first for paragraph in paragraphs}
    heads = [decision for decision in document.decisions if decision.line in firsts]
    return Reading(document, [judgement.scores() for judgement in judgements], heads)


READINGS = {name: read(name) for name in NAMES}


def total(scores: Sequence[Scores], choices: Sequence[Choice]) -> float:
    return sum(choice.step + score[choice.role] for score, choice in zip(scores, choices, strict=True))


def decoded(scores: Sequence[Scores]) -> list[Choice]:
    return decode(scores, grammar.START, grammar.STEPS)


# The explanation


@pytest.mark.parametrize("name", NAMES)
def test_reasons_add_up_to_the_score(name: str) -> None:
    for decision in READINGS[name].document.decisions:
        assert sum(reason.weight for reason in decision.reasons) == pytest.approx(decision.score), decision
        assert decision.reasons, "a role without a reason explains nothing"
        assert (decision.runner_up is None) == (decision.margin is None)


@pytest.mark.parametrize("name", NAMES)
def test_scores_add_up_to_the_best_reading(name: str) -> None:
    reading = READINGS[name]
    best = decoded(reading.scores)
    assert [decision.role for decision in reading.heads] == [choice.role for choice in best]
    assert sum(decision.score for decision in reading.document.decisions) == pytest.approx(total(reading.scores, best))


@pytest.mark.parametrize("name", NAMES)
def test_margin_is_what_it_costs_to_deny_a_line_its_role(name: str) -> None:
    scores, heads = READINGS[name].scores, READINGS[name].heads
    best = total(scores, decoded(scores))
    for index in random.Random(name).sample(range(len(heads)), min(25, len(heads))):
        decision = heads[index]
        denied = [*scores[:index], without(scores[index], decision.role), *scores[index + 1 :]]
        if decision.runner_up is None or decision.margin is None:
            with pytest.raises(ValueError, match="no role fits"):
                decoded(denied)
            continue
        choices = decoded(denied)
        assert best - total(denied, choices) == pytest.approx(decision.margin)
        # Of several roles that would be equally good, either may be the runner-up.
        forced = [*scores[:index], {decision.runner_up: scores[index][decision.runner_up]}, *scores[index + 1 :]]
        assert best - total(forced, decoded(forced)) == pytest.approx(decision.margin)


@pytest.mark.parametrize("name", NAMES)
def test_a_reason_shows_what_its_cue_matches(name: str) -> None:
    lexicon, cues = default_settings().lexicon, {cue.id: cue for cue in catalogue.ALL}
    document, checked = READINGS[name].document, 0
    for line, decision, below in zip(document.lines, document.decisions, (*document.decisions[1:], None), strict=True):
        if below and below.reasons[0].cue == "layout.continues-the-paragraph":
            continue  # A match may run on into the next line, and is shown only so far.
        for reason in decision.reasons:
            cue = cues.get(reason.cue)
            if cue is None or reason.column is None:
                continue
            indent = len(line.view) - len(line.view.lstrip())
            head = line.view[: indent + HEAD]
            if cue in catalogue.CREDITS:
                indent = 0
            matched = cue.match(head if cue in catalogue.CREDITS else head.strip(), lexicon)
            assert matched, reason
            start, end = (indent + position for position in matched.span())
            assert (reason.column, reason.matched) == (start + 1, line.text[start:end])
            checked += 1
    assert checked >= 3


def without(scores: Scores, role: Role) -> dict[Role, float]:
    return {other: score for other, score in scores.items() if other is not role}


# From roles to stories


@pytest.mark.parametrize("name", NAMES)
def test_roles_make_the_stories(name: str) -> None:
    """A story begins at a kicker, or at a headline without one, and ends before what leads to the next."""
    document, heads = READINGS[name].document, READINGS[name].heads
    begins = [
        decision.line
        for above, decision in zip((None, *heads), heads, strict=False)
        if decision.role is Role.KICKER
        or (decision.role is Role.HEADLINE and (above is None or above.role is not Role.KICKER))
    ]
    stories = [story for story in document.stories if not untitled(story.warnings)]
    assert [story.lines[0] for story in stories] == begins
    assert len(document.stories) - len(stories) <= 1, "only what stands above the first headline can lack one"
    texts = {line.number: line.text for line in document.lines}
    roles = {line.number: line.role for line in document.lines}
    ends = [*(story.lines[0] for story in document.stories[1:]), max(texts) + 1]
    for story, end in zip(document.stories, ends, strict=True):
        rest = [role for number, role in roles.items() if story.lines[1] < number < end]
        assert set(rest) <= {Role.FURNITURE, Role.SEPARATOR, Role.METADATA}
        assert roles[story.lines[1]] not in OUTSIDE
        if untitled(story.warnings):
            continue
        assert roles[story.headline_line] is Role.HEADLINE
        within = [number for number in texts if story.lines[0] <= number <= story.lines[1]]
        assert words(story.kicker) == words(*(texts[number] for number in within if roles[number] is Role.KICKER))
        heading = [texts[number] for number in within if roles[number] in (Role.HEADLINE, Role.DECK)]
        assert words(story.headline, story.deck) == words(*heading)


def words(*texts: str | None) -> list[str]:
    """The words of the texts, without the bar that parts headline and deck where one line holds both."""
    return [word for text in texts for word in (text or "").split() if word != "/"]


def untitled(warnings: Sequence[str]) -> bool:
    return any(warning.startswith("headline: none found") for warning in warnings)


# The decoder

FEW = tuple(Role)[:4]
WEIGHTS = st.sampled_from((-Weight.STRONG, -Weight.FAIR, -Weight.WEAK, 0.0, Weight.HINT, Weight.FAIR, Weight.SURE))


def weighted(roles: Sequence[Role], least: int = 0) -> st.SearchStrategy[dict[Role, float]]:
    return st.dictionaries(st.sampled_from(roles), WEIGHTS, min_size=least)


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[dict[Role, float]], dict[Role, float], dict[Role, dict[Role, float]]]:
    """A few lines, how gladly a role comes first, and how gladly one follows another."""
    lines = draw(st.lists(weighted(FEW, least=1), min_size=1, max_size=5))
    return lines, draw(weighted(FEW)), {role: draw(weighted(FEW)) for role in FEW}


def all_readings(
    lines: Sequence[Scores], start: Scores, steps: Mapping[Role, Scores]
) -> dict[tuple[Role, ...], float]:
    """The score of every possible sequence, each tried."""
    found = {}
    for roles in product(*lines):
        pairs = list(zip(roles, roles[1:], strict=False))
        if roles[0] in start and all(below in steps[above] for above, below in pairs):
            found[roles] = start[roles[0]] + sum(steps[above][below] for above, below in pairs)
            found[roles] += sum(line[role] for line, role in zip(lines, roles, strict=True))
    return found


@given(problems())
def test_decoder_finds_what_trying_all_sequences_finds(
    problem: tuple[list[dict[Role, float]], dict[Role, float], dict[Role, dict[Role, float]]]
) -> None:
    lines, start, steps = problem
    readings = all_readings(lines, start, steps)
    if not readings:
        with pytest.raises(ValueError, match="no role fits line"):
            decode(lines, start, steps)
        return
    choices = decode(lines, start, steps)
    best = max(readings.values())
    assert readings[tuple(choice.role for choice in choices)] == best
    assert total(lines, choices) == best
    for index, choice in enumerate(choices):
        others: dict[Role, float] = {}
        for roles, score in readings.items():
            if roles[index] is not choice.role:
                others[roles[index]] = max(score, others.get(roles[index], score))
        if choice.runner_up is None or choice.margin is None:
            assert not others and choice.runner_up is None and choice.margin is None
        else:
            assert best - choice.margin == max(others.values()) == others[choice.runner_up]


def test_nothing_is_decoded_to_nothing() -> None:
    assert decode([], grammar.START, grammar.STEPS) == []


def test_an_impossible_line_is_named() -> None:
    body, kicker = {Role.BODY: 0.0}, {Role.KICKER: 0.0}
    with pytest.raises(ValueError, match="no role fits line 3"):
        decode([body, kicker, body, body], {Role.BODY: 0.0}, {Role.BODY: {Role.KICKER: 0.0}, Role.KICKER: {}})
    with pytest.raises(ValueError, match="no role fits line 1"):
        decode([kicker], {Role.BODY: 0.0}, {Role.BODY: body, Role.KICKER: {}})


# The grammar


def test_the_grammar_speaks_of_all_roles_and_of_no_others() -> None:
    assert set(grammar.STEPS) == set(Role)
    assert set(grammar.START) <= set(Role)
    assert all(set(following) <= set(Role) for following in grammar.STEPS.values())
    assert set(grammar.OPEN) <= set(Role)


def test_every_role_can_be_reached() -> None:
    reached = set(grammar.START)
    while more := {after for role in reached for after in grammar.STEPS[role]} - reached:
        reached |= more
    assert reached == set(Role)


def test_any_text_can_be_read_as_body() -> None:
    assert Role.BODY in grammar.START
    assert Role.BODY in grammar.STEPS[Role.BODY]


@pytest.mark.parametrize(
    ("above", "below"),
    [tuple(pair) for pair in ("KP", "KD", "KK", "KF", "HK", "PD", "LD", "SK", "SD", "FD", "-D", "D-")],
)
def test_what_no_story_has_is_impossible(above: str, below: str) -> None:
    """A kicker stands over a headline and nothing else; a deck only under one, or under lines of credit and date."""
    assert Role(below) not in grammar.STEPS[Role(above)]
