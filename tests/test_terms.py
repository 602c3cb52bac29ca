"""The words and names that cohesion compares are those that stand in the text, whatever stands around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.decoding.terms import Term, Terms, chinese

PAGE = [
    "桑岭镇通上天然气",
    "桑岭镇的2,300户居民告别煤气罐。",
    "Harbour workers' strike ends in Port Ellery",
    "“The strike’s over,” Mayor Ann O'Dell said in Port Ellery on May 3.",
    "桑岭,镇上 no one—nobody—worked; “Iron-clad” worker.",
]


@pytest.mark.parametrize(
    ("line", "paragraph", "size"),
    [
        (0, 1, 2),  # 桑岭 and 岭镇
        (1, 0, 2),
        (0, 4, 1),  # a comma parts 桑岭 from 镇
        (2, 3, 3),  # strike with ’s, Port, Ellery; `in` is common
        (3, 2, 3),
        (2, 4, 1),  # neither the apostrophe of workers' nor the stop after worker clings to the word
        (0, 2, 0),
    ],
)
def test_words_of_a_line_are_found_in_a_paragraph(line: int, paragraph: int, size: int) -> None:
    assert len(Terms(PAGE, [line]).of(paragraph).words) == size


@pytest.mark.parametrize(
    ("index", "names"),
    [
        (1, {"2,300"}),
        (2, {"harbour", "port", "ellery"}),
        (3, {"mayor", "ann", "o'dell", "port", "ellery"}),  # `3` is a single character, `May` a common word
        (4, {"iron-clad"}),
    ],
)
def test_names_are_capitalised_words_and_numbers(index: int, names: set[str]) -> None:
    assert {name for name in Terms(PAGE, []).of(index).names if isinstance(name, str)} == names


def test_words_are_asked_for_by_several_lines() -> None:
    terms = Terms(PAGE, [0, 2])
    found: frozenset[Term] = frozenset().union(*(terms.of(index).words for index in range(len(PAGE))))
    assert found == terms.words[0] | terms.words[2]


@given(st.text(st.sampled_from("桑岭镇㐀鿿㏿ꀀ,a7 \U00020000\ud800")))
def test_chinese_pairs_and_triples_are_those_that_stand_there(view: str) -> None:
    for size, found in zip((2, 3), map(list, chinese(view)), strict=True):
        stand = re.findall(rf"(?=([\u3400-\u9fff]{{{size}}}))", view)
        assert len(found) == len(stand)
        assert len(set(zip(found, stand, strict=True))) == len(set(found)) == len(set(stand))
