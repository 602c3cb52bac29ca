"""Hard-wrapped text comes back as paragraphs, and its broken words come back whole."""

from __future__ import annotations

import pytest

from segmenter import Settings, split
from segmenter.config import default_settings
from segmenter.reading.unwrapping import Unwrapper


def joined(*lines: str, words: str = "") -> str:
    text, starts = lines[0], [0]
    for line in lines[1:]:
        starts.append(len(text) + 1)
        text += " " + line
    return Unwrapper([text, words]).join(text, starts)


@pytest.mark.parametrize(
    ("lines", "words", "wanted"),
    [
        (("The mill's pro-", "duction fell."), "", "The mill's production fell."),
        (("The mill's pro-", "duction fell."), "production rose", "The mill's production fell."),
        (("up from a year-", "ago level"), "a year ago", "up from a year-ago level"),
        (("up from a year-", "ago level"), "the year-ago figure", "up from a year-ago level"),
        (("a non-", "proliferation pact"), "", "a non-proliferation pact"),
        (("the Clearbrook-", "Fenwick line"), "", "the Clearbrook- Fenwick line"),
        (("at 3-", "per-cent interest"), "", "at 3- per-cent interest"),
        (("no hyphen", "here"), "", "no hyphen here"),
        (("wait -", "then go"), "", "wait - then go"),
    ],
)
def test_words_at_line_ends(lines: tuple[str, ...], words: str, wanted: str) -> None:
    assert joined(*lines, words=words) == wanted


DUMP = """FERRY LINE TO RAISE FARES FOR FREIGHT

   PORT ALDER, March 5 - The Alder Ferry Line said it would raise
its freight fares by four pct from April 1, the first rise for
two years, since the price of fuel oil and the cost of the har-
bour dues had grown faster than it had planned for.
    Shippers said they had expected the rise for a while and that
most of them would pass it on to the shops of the island towns.
    The line carried 212,000 tonnes of freight last year, most of
it building stone, paper and fruit.
"""


def story_text(settings: Settings) -> tuple[str, ...]:
    (story,) = split(DUMP, settings).stories
    return story.paragraphs


def test_paragraphs_are_rejoined() -> None:
    first, second, third = story_text(default_settings())
    assert first.endswith("the cost of the harbour dues had grown faster than it had planned for.")
    assert "\n" not in first + second + third


def test_line_breaks_are_kept_on_request() -> None:
    from dataclasses import replace

    settings = default_settings()
    first, *_ = story_text(replace(settings, text=settings.text._replace(verbatim_lines=True)))
    assert first == "\n".join(DUMP.split("\n")[2:6]).strip()


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "渡口的老船工在这条江上来回走了四十年他说江水"
    text = "渡口换新船\n\n" + "\n".join([line] * 9) + "。\n"
    (story,) = split(text).stories
    assert story.paragraphs == (line * 9 + "。",)
