"""Every cue proves itself: its own real forms fire it, the near misses beside them do not."""

from __future__ import annotations

import pytest

from segmenter.config import default_settings
from segmenter.cues import (
    byline,
    caption,
    catalogue,
    dateline,
    furniture,
    headline,
    kicker,
    metadata,
    place,
    position,
    separator,
    subhead,
)
from segmenter.cues.base import Cue
from segmenter.reading.folding import fold
from segmenter.reading.layout import read_layout, read_paragraphs, wrap_width

LEXICON = default_settings().lexicon
EVERY_CUE = (*catalogue.ALL, headline.UNDER_A_CLOSING_CREDIT)
MODULES = (byline, caption, dateline, furniture, headline, kicker, metadata, separator, subhead)
HOSTILE = (
    *("(" * 3000, "【" * 3000, "1" * 3000, " " * 3000, "年" * 3000, "A" * 3000, "a b " * 800, "1-" * 1500, "/" * 3000),
    *(
        "记者" * 1500,
        "记者 张三 " * 400,
        "By A and " * 400,
        "2024年" * 600,
        "首页 > " * 500,
        "来源: " * 600,
        "a|" * 1500,
    ),
    *(
        ". " * 1500,
        "、" * 3000,
        "(记者" * 900,
        "Jan. 1, " * 400,
        "-" * 3000,
        "@$" * 1500,
        "关于我们 " * 500,
        "[ ] " * 700,
    ),
)


def cases(kind: str) -> list[tuple[Cue, str]]:
    return [(cue, text) for cue in EVERY_CUE for text in getattr(cue, kind)]


def view_of(cue: Cue, text: str) -> str:
    """The text as the cue is given it."""
    return fold(text) if cue in catalogue.CREDITS else fold(text).strip()


def test_there_are_cues() -> None:
    assert len(catalogue.ALL) > 60


@pytest.mark.parametrize("cue", EVERY_CUE, ids=lambda cue: cue.id)
def test_a_cue_shows_what_it_means(cue: Cue) -> None:
    assert cue.hits and cue.misses, "a cue without examples cannot be judged"
    assert cue.weight != 0


@pytest.mark.parametrize(("cue", "text"), cases("hits"), ids=lambda value: getattr(value, "id", value))
def test_hits(cue: Cue, text: str) -> None:
    view = view_of(cue, text)
    assert LEXICON.compiled(cue.pattern).search(view), "the form must fire the pattern"
    assert cue.match(view, LEXICON), "the form must hold a trigger"


@pytest.mark.parametrize(("cue", "text"), cases("misses"), ids=lambda value: getattr(value, "id", value))
def test_misses(cue: Cue, text: str) -> None:
    assert not cue.match(view_of(cue, text), LEXICON)


def judged(example: str) -> place.Place:
    """The paragraph that an example marks, among the others."""
    for name, text in position.STANDS_FOR.items():
        example = example.replace(name, text)
    lines = example.split("\n")
    (marked,) = (number for number, line in enumerate(lines, 1) if position.MARK in line)
    lines[marked - 1] = lines[marked - 1].replace(position.MARK, "")
    wrapped = wrap_width(lines)
    paragraphs = read_paragraphs(lines, wrapped)
    (index,) = (i for i, paragraph in enumerate(paragraphs) if paragraph.first == marked)
    return place.Places(paragraphs, read_layout(paragraphs, wrapped), place.occurrences(paragraphs)).of(index)


@pytest.mark.parametrize("cue", position.CUES, ids=lambda cue: cue.id)
def test_a_cue_of_place_proves_itself(cue: position.PlaceCue) -> None:
    assert cue.hits and cue.misses, "a cue without examples cannot be judged"
    assert cue.weight != 0
    for example in cue.hits:
        assert cue.test(judged(example)), example
    for example in cue.misses:
        assert not cue.test(judged(example)), example


def test_ids_are_unique_and_match_their_file() -> None:
    ids = [cue.id for cue in EVERY_CUE] + [cue.id for cue in position.CUES]
    assert len(ids) == len(set(ids))
    for module in MODULES:
        family = module.__name__.rpartition(".")[2]
        assert all(cue.id.startswith(f"{family}.") for cue in module.CUES), family


@pytest.mark.parametrize("cue", EVERY_CUE, ids=lambda cue: cue.id)
def test_no_pattern_blows_up_on_hostile_text(cue: Cue) -> None:
    """A second is a thousand times what a line may cost; only a pattern that backtracks without bound needs it."""
    pattern = LEXICON.compiled(cue.pattern)
    for text in HOSTILE:
        pattern.search(text, timeout=1.0)
        pattern.search(text + "\x00", timeout=1.0)
