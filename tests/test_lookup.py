"""What is kept as numbers in arrays and in temporary files is what a dict and a list would hold."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.storing import spilling
from segmenter.storing.entries import Range, Ranges
from segmenter.storing.lookup import Lookup
from segmenter.storing.spilling import Spilled

KEYS = st.one_of(st.integers(-(2**63), 2**63 - 1), st.integers(-3, 3), st.sampled_from([0, 256, 512, 2**40]))


@given(st.lists(st.tuples(KEYS, st.integers(-(2**63), 2**63 - 1))))
def test_a_lookup_gives_the_values_of_a_key_in_their_order(added: list[tuple[int, int]]) -> None:
    lookup = Lookup()
    for key, value in added:
        lookup.add(key, value)
    for key in {0, 1, *(key for key, _ in added)}:
        expected = [value for other, value in added if other == key]
        assert lookup.of(key) == expected


def test_a_lookup_that_grew_holds_all() -> None:
    lookup = Lookup()
    for number in range(5_000):
        lookup.add(number * 4096, number)
        lookup.add(-number * 4096, -number)
    assert all(lookup.of(number * 4096) == [number] for number in range(1, 5_000))
    assert lookup.of(0) == [0, 0]
    assert lookup.of(1) == []


@given(st.lists(st.text(max_size=3), max_size=12), st.integers(1, 4), st.integers(0, 6))
def test_what_is_spilled_is_read_back(values: list[str], together: int, held: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spilling, "TOGETHER", together)
        patch.setattr(spilling, "MANY", held)
        patch.setattr(spilling, "RECENT", 1)
        spilled = Spilled[str]()
        for number, value in enumerate(values):
            spilled.append(value)
            assert (spilled[0], spilled[number // 2], spilled[-1]) == (values[0], values[number // 2], value)
            assert list(zip(spilled, spilled, strict=True)) == [(each, each) for each in values[: number + 1]]
        assert (len(spilled), list(spilled), spilled[1:]) == (len(values), values, values[1:])
        with pytest.raises(IndexError):
            spilled[len(values)]


@pytest.mark.parametrize(
    ("added", "held"),
    [
        ([], ()),
        ([[(1, 3)], [(4, 4), (6, 9)]], ((1, 4), (6, 9))),
        ([[(2, 2)], [], [(4, 4)]], ((2, 2), (4, 4))),
    ],
)
def test_ranges_that_touch_are_one(added: Sequence[Sequence[Range]], held: tuple[Range, ...]) -> None:
    ranges = Ranges()
    for each in added:
        ranges.extend(each)
    assert ranges == held and tuple(ranges) == held and len(ranges) == len(held)
    assert ranges[:1] == list(held[:1])
