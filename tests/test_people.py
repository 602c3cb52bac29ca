"""Who is credited: each row of `people.tsv` is one line as a story holds it, and the people that it credits."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.config import default_settings
from segmenter.cues import byline, caption, dateline
from segmenter.model import Line, Role
from segmenter.reading.folding import fold
from segmenter.tagging.credits import Piece
from segmenter.tagging.english_credits import read_english_credit
from segmenter.tagging.known_outlets import LONGEST_AGENCY, outlet_of
from segmenter.tagging.names import write_latin_name
from segmenter.tagging.people import read_people

ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("people.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]
SETTINGS = default_settings()


def role_of(view: str) -> Role:
    """The role that the first matching cue gives a line, as a splitter with no other witness would."""
    cues = (*dateline.CUES, *byline.CUES, *caption.CUES)
    return next((cue.role for cue in cues if cue.match(view, SETTINGS.lexicon)), Role.BODY)


def story(text: str) -> list[Line]:
    """A story of a headline, the line and two paragraphs; a line that begins with `…` stands at the end without it."""
    headline = "青石老街修缮工程月底完工" if not text.isascii() else "Old market street to reopen after repairs"
    body = ["早市的摊主们把蔬菜码得整整齐齐。", "路灯会在月底前点亮。"]
    texts = [headline, *body, text[1:]] if text.startswith("…") else [headline, text, *body]
    return [
        Line(number, line, fold(line), Role.HEADLINE if number == 1 else role_of(fold(line)))
        for number, line in enumerate(texts, 1)
    ]


def test_the_table_was_found() -> None:
    assert len(ROWS) >= 200
    assert sum(not people for _, people, _ in ROWS) >= 50


@pytest.mark.parametrize(("text", "people", "seen"), ROWS, ids=[row[0] for row in ROWS])
def test_people(text: str, people: str, seen: str) -> None:
    found, _ = read_people(story(text), SETTINGS)
    assert sorted(f"{person.name}:{person.role}" for person in found) == sorted(filter(None, people.split("|"))), seen


@pytest.mark.parametrize("text", [row[0] for row in ROWS if row[1]])
def test_evidence_is_the_slice_at_its_column(text: str) -> None:
    lines = story(text)
    people, evidence = read_people(lines, SETTINGS)
    assert [entry.value for entry in evidence] == [person.name for person in people]
    for entry in evidence:
        line = lines[entry.line - 1].text
        assert line[entry.column - 1 : entry.column - 1 + len(entry.raw)] == entry.raw
        assert entry.field == "byline"


def test_special_to_makes_the_reporters_above_correspondents() -> None:
    texts = ("Ferry fares rise", "By ALAN HILL", "Special to The Port Alder Post", "PORT ALDER, Jan. 8 -- Fares rose.")
    lines = [Line(n, text, text, Role.HEADLINE if n == 1 else role_of(text)) for n, text in enumerate(texts, 1)]
    people, _ = read_people(lines, SETTINGS)
    assert [(person.name, person.role) for person in people] == [("Alan Hill", "correspondent")]


def test_a_name_right_behind_the_headline_of_an_export_is_framed_by_its_word_count() -> None:
    def names(third: str) -> list[str]:
        texts = ("Ferry fares rise", "Alykhan Velder", third, "Fares rose by a tenth on Monday.")
        lines = [Line(n, text, text, Role.HEADLINE if n == 1 else Role.BODY) for n, text in enumerate(texts, 1)]
        return [person.name for person in read_people(lines, SETTINGS)[0]]

    assert names("393 words") == ["Alykhan Velder"]
    assert names("Fares rose last year, too.") == []


def test_traditional_names_stay_as_printed() -> None:
    people, _ = read_people(story("〔記者蕭敍、乾隆生／台北報導〕清溪橋合龍。"), SETTINGS)
    assert people[0].name == "蕭敍"


def test_nobody_is_credited_by_a_heading_or_furniture() -> None:
    lines = [
        Line(n, "本报记者 林远", "本报记者 林远", role) for n, role in enumerate((Role.HEADLINE, Role.FURNITURE), 1)
    ]
    assert read_people(lines, SETTINGS) == ([], [])


WORDS = (
    *("Ann", "ANN", "Hill", "McHILL", "J", "de", "hill", "Post", "POST", "Reuters", "AP", "Staff", "WRITER", "Special"),
    *("By", "With", "Dr", "Sir", "And", "In", "The", "Foreign", "Service", "SERVICE", "Ph", "D", "Agency", "Editor"),
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
def test_a_name_alone_is_read_as_it_is_in_a_list(names: str) -> None:
    alone, listed = (
        read_english_credit(text, text, {"names": Piece(0, len(text))}, SETTINGS) for text in (names, f"{names};")
    )
    assert alone == listed


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ANN HILL", "Ann Hill"),
        ("Ann Hill", "Ann Hill"),
        ("ANN McHILL III", "Ann McHill III"),
        ("PJ MCHILL IV", "PJ McHill IV"),
        ("J.D. O'NEILL-STONE", "J.D. O'Neill-Stone"),
        ("ann hill", "Ann Hill"),
        ("BENOIT de la TOUR", "Benoit de la Tour"),
    ],
)
def test_a_name_is_written_one_way(printed: str, written: str) -> None:
    assert write_latin_name(printed, SETTINGS.lexicon) == written


@given(st.lists(st.sampled_from((*sorted(SETTINGS.agencies), "记", "新", "A", " ")), max_size=4).map("".join))
def test_the_longest_outlet_is_found_wherever_one_begins(view: str) -> None:
    for start in range(len(view)):
        known = (length for length in range(2, LONGEST_AGENCY + 1) if view[start : start + length] in SETTINGS.agencies)
        assert outlet_of(view, start, SETTINGS) == max(
            (length for length in known if start + length <= len(view)), default=0
        )
