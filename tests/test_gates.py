"""A gate only spares work: the cues that fire in a line are those that fire when each is tried."""

from __future__ import annotations

import pytest
from golden import NAMES, dump_text

from segmenter.config import default_settings
from segmenter.cues import byline, catalogue, metadata
from segmenter.cues.gates import Gate
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
            assert cue in GATES["all"].open(fold(hit)), hit


def test_a_gate_stays_shut_where_no_trigger_stands() -> None:
    shut = Gate(cue for cue in catalogue.ALL if cue.triggers)
    assert shut.open("") == () and shut.open("qqq") == ()
