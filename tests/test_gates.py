"""A gate only spares work: the cues that fire in a line are those that fire when each is tried."""

from __future__ import annotations

import pytest
from golden import NAMES, dump_text

from segmenter.config import default_settings
from segmenter.cues import byline, catalogue, metadata
from segmenter.cues.base import Cue, Lexicon, alone, closing, opening
from segmenter.cues.gates import Gate
from segmenter.model import Role
from segmenter.reading.encoding import split_lines
from segmenter.reading.folding import fold

LEXICON = default_settings().lexicon
GATES = {"all": Gate(catalogue.ALL), "metadata": Gate(metadata.CUES), "closings": Gate(byline.CLOSING_CUES)}


@pytest.mark.parametrize("gate", GATES.values(), ids=GATES)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_cues_fire_at_the_same_place(name: str, gate: Gate) -> None:
    for line in split_lines(dump_text(name)):
        view = fold(line)
        tried = [(cue.id, match.span()) for cue in gate.cues if (match := cue.match(view, LEXICON))]
        assert [(cue.id, match.span()) for cue, match in gate.matches(view, LEXICON)] == tried


def test_a_gate_opens_for_every_real_form_of_its_cues() -> None:
    for cue in catalogue.ALL:
        for hit in cue.hits:
            assert cue in GATES["all"].open(fold(hit), LEXICON), hit


def test_a_gate_stays_shut_where_no_trigger_stands() -> None:
    shut = Gate(cue for cue in catalogue.ALL if cue.triggers)
    assert shut.open("", LEXICON) == [] and shut.open("qqq", LEXICON) == []


def test_an_edge_ties_a_trigger_to_the_line() -> None:
    cue = Cue("headline.any", Role.HEADLINE, 1.0, "ferry", triggers=(*opening("the"), *closing("ferry"), *alone("a")))
    gate = Gate([cue])
    for line in ("the line", "\u3000\tthe line ", "a ferry", "a ferry\t ", "a"):
        assert gate.open(fold(line), LEXICON) == [cue], line
    for line in ("in the line", "a ferry line", "a b", ""):
        assert gate.open(fold(line), LEXICON) == [], line


def test_a_trigger_may_call_a_word_list() -> None:
    """It stands for the words of the settings at hand, one after the other."""
    gate = Gate([Cue("metadata.any", Role.METADATA, 1.0, r"\L<towns>", triggers=alone(r"\L<towns>"))])
    alder, fenwick = (Lexicon({"towns": frozenset((name,))}) for name in ("Port Alder", "Fenwick"))
    for lexicon, name, other in ((alder, "Port Alder", "Fenwick"), (fenwick, "Fenwick", "Port Alder")) * 2:
        assert gate.open(name, lexicon) and not gate.open(other, lexicon)
        assert [match[0] for _, match in gate.matches(name, lexicon)] == [name]
        assert gate.cues[0].match(name, lexicon) and not gate.cues[0].match(other, lexicon)


@pytest.mark.parametrize("gate", GATES.values(), ids=GATES)
def test_many_lines_open_what_each_opens(gate: Gate) -> None:
    views = [fold(line) for name in NAMES for line in split_lines(dump_text(name))]
    opened = [(cue, index) for cue, indices in gate.opened(views, LEXICON) for index in indices]
    assert set(opened) == {(cue, index) for index, view in enumerate(views) for cue in gate.open(view, LEXICON)}
    assert len(opened) == len(set(opened)) > 0
    assert list(dict.fromkeys(cue for cue, _ in opened)) == [cue for cue in gate.cues if cue in dict(opened)]
