"""What a person decided holds wherever its text stands, is applied nowhere else, and is named where it fits no more."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.cli import main
from segmenter.config import default_settings
from segmenter.deciding.decisions_file import DecisionsError, parse_decisions, read_decisions, write_decisions
from segmenter.deciding.placing import Places
from segmenter.deciding.rulings import Ruling, ruling_from, values_of
from segmenter.model import Document, Role
from segmenter.pipeline import split, split_stream
from segmenter.reading.encoding import decode, is_blank, split_lines
from segmenter.stories import sections

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/dump.txt"))
TEXTS = {path.parent.name: decode(path.read_bytes()).text for path in SAMPLES}
DUMP = """\
渡口恢复通航

  本报讯(记者 罗一苇)3月5日,停航九天的渡口恢复通航,首班船载着一百二十名旅客离岸。船长说,水位已经退到警戒线以下。

沿岸的人都来看

  岸边站满了人,孩子们朝船上挥手。茶馆的老板把桌子搬到了门口,说这九天里他一碗茶也没有卖出去。

早市搬进新棚

  本报讯(记者 翁若蘅)3月6日,早市的八十个摊位搬进了新棚,棚里有水有电,摊主不用再在雨里收摊。
"""


def rule(text: str, number: int, **what: Any) -> Ruling:
    """A ruling on a line of a dump, made as the review makes it."""
    return Ruling(**{"dump": "dump.txt", "line": number, **Places(split_lines(text)).key(number), **what})


def accept(text: str, document: Document, index: int) -> Ruling:
    story = document.stories[index]
    numbers, digest = Places(split_lines(text)).story_key(*story.lines)
    roles = {line.number: line.role for line in document.lines}
    letters = "".join(roles[number].value for number in numbers)
    return Ruling("dump.txt", numbers[0], split_lines(text)[numbers[0] - 1].strip(), accepted=letters, hash=digest)


def places(text: str, *rulings: Ruling) -> list[int]:
    return [placement.line for placement in Places(split_lines(text)).place(rulings)]


def decided(text: str, *rulings: Ruling) -> Document:
    return split(text, replace(default_settings(), decisions=rulings))


def role_at(document: Document, number: int) -> Role:
    return next(line.role for line in document.lines if line.number == number)


def without(text: str, *numbers: int) -> str:
    return "".join(f"{line}\n" for number, line in enumerate(split_lines(text), 1) if number not in numbers)


MOVED: dict[str, tuple[str, list[int]]] = {
    "as it was": (DUMP, [5]),
    "moved down": ("\n\n* * *\n" + DUMP, [8]),
    "grown above": ("另一条\n\n" + DUMP, [7]),
    "grown below": (DUMP + "\n又一条\n\n  又一条的正文。\n", [5]),
    "other blank lines and indents": (DUMP.replace("\n\n", "\n \n\n").replace("  ", "\u3000\u3000"), [7]),
    "other line ends": (DUMP.replace("\n", "\r\n"), [5]),
    "another neighbour two lines above": (DUMP.replace("渡口恢复通航\n", "渡口恢复了通航\n", 1), [5]),
    "another neighbour above, all below the same": (DUMP.replace("警戒线", "警戒水位"), [5]),
    "other neighbours": (DUMP.replace("警戒线", "警戒水位").replace("茶馆", "面馆"), []),
    "only one neighbour left, the rest changed": (DUMP.replace("警戒线", "警戒水位").replace("早市搬进", "早市进"), []),
    "edited": (DUMP.replace("沿岸的人都来看", "沿岸的人都来看了"), []),
    "gone": (without(DUMP, 5), []),
    "the whole twice": (DUMP + DUMP, []),
}


@pytest.mark.parametrize("name", MOVED)
def test_a_ruling_holds_where_its_text_stands(name: str) -> None:
    text, found = MOVED[name]
    ruling = rule(DUMP, 5, role=Role.HEADLINE)
    assert places(text, ruling) == found
    document = decided(text, ruling)
    assert document.decided == (frozenset((0,)) if found else frozenset())
    for number in found:
        assert role_at(document, number) is Role.HEADLINE


def test_of_lines_that_read_alike_the_one_meant_is_found() -> None:
    text = DUMP.replace("早市搬进新棚", "沿岸的人都来看")
    assert places(text, rule(text, 5, role=Role.SUBHEAD)) == [5]
    assert places(text, rule(text, 9, role=Role.SUBHEAD)) == [9]


def test_of_places_that_are_alike_throughout_the_how_manieth_is_kept() -> None:
    text = "一\n二\n三\n" * 8
    first, second = rule(text, 11, role=Role.FURNITURE), rule(text, 14, role=Role.FURNITURE)
    assert first.place is not None and second.place is not None
    assert places(text, first) == [11]
    assert places(text, second) == [14]
    assert places(text + "一\n二\n三\n", first) == []


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_ruling_on_any_line_holds_among_other_dumps(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    others = st.lists(st.sampled_from(sorted(set(TEXTS) - {name})), max_size=2)
    above = "\n".join(TEXTS[other] for other in data.draw(others))
    below = "\n".join(TEXTS[other] for other in data.draw(others))
    lines = split_lines(TEXTS[name])
    number = data.draw(st.sampled_from([number for number, line in enumerate(lines, 1) if not is_blank(line)]))
    ruling = ruling_from(json.loads(json.dumps(values_of(rule(TEXTS[name], number, role=Role.HEADLINE)))))
    grown = f"{above}\n{TEXTS[name]}\n{below}"
    offset = len(split_lines(f"{above}\n"))
    assert places(grown, ruling) == [offset + number]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_role_on_any_line_is_given_and_explained(data: st.DataObject) -> None:
    """Also where the grammar knows no such step; the evidence sums up, and every line is still somewhere."""
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[name]
    numbers = [number for number, line in enumerate(split_lines(text), 1) if not is_blank(line)]
    chosen = data.draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=4, unique=True))
    rulings = tuple(rule(text, number, role=data.draw(st.sampled_from(list(Role)))) for number in chosen)
    document = decided(text, *rulings)
    assert document.decided == frozenset(range(len(rulings)))
    for ruling in rulings:
        assert role_at(document, ruling.line) is ruling.role
    for decision in document.decisions:
        assert decision.score == pytest.approx(sum(reason.weight for reason in decision.reasons))
    told = [number for first, last in document.furniture for number in range(first, last + 1)]
    for story in document.stories:
        told += range(story.lines[0], story.lines[1] + 1)
    assert len(told) == len(set(told))
    assert set(numbers) <= set(told)


def test_the_lines_around_are_decoded_again() -> None:
    before = split(DUMP)
    assert [story.headline_line for story in before.stories] == [1, 9]
    after = decided(DUMP, rule(DUMP, 5, role=Role.HEADLINE))
    assert [(story.headline, story.lines) for story in after.stories] == [
        ("渡口恢复通航", (1, 3)), ("沿岸的人都来看", (5, 7)), ("早市搬进新棚", (9, 11)),
    ]  # fmt: skip
    merged = decided(DUMP, rule(DUMP, 9, role=Role.SUBHEAD))
    assert [story.lines for story in merged.stories] == [(1, 11)]


def test_a_line_within_a_wrapped_paragraph_begins_one_of_its_own() -> None:
    text = TEXTS["wire-en"]
    document = split(text)
    goes_on = "layout.continues-the-paragraph"
    number = next(item.line for item in document.decisions if item.reasons[0].cue == goes_on)
    after = decided(text, rule(text, number, role=Role.SUBHEAD))
    assert role_at(after, number) is Role.SUBHEAD
    assert role_at(after, number - 1) is role_at(document, number - 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "渡口通航了"), ("kicker", "春汛之后"), ("deck", None), ("published", "2024-03-05"),
        ("source", "汀州报"), ("section", "要闻"),
        ("dateline.place", "汀州"), ("dateline.agency", "海角社"), ("dateline.date", "2024-03"),
        ("byline", [{"name": "罗苇", "role": "photographer"}, {"name": "茶馆", "role": "writer"}]),
    ],
)  # fmt: skip
def test_a_field_that_was_decided_stands(field: str, value: Any) -> None:
    document = decided("前言\n\n" + DUMP, rule(DUMP, 1, field=field, value=value), rule(DUMP, 1, role=Role.HEADLINE))
    story = document.stories[0]
    table, _, key = field.partition(".")
    found = getattr(story.dateline, key) if key else getattr(story, table)
    if field == "byline":
        found = [{"name": person.name, "role": person.role} for person in found]
    assert found == value
    lines = split_lines("前言\n\n" + DUMP)
    told = [item for item in story.evidence if item.field == field]
    assert {item.cue for item in told} == ({"decision"} if value else set())
    for item in told:
        assert lines[item.line - 1][item.column - 1 :].startswith(item.raw)
    assert document.decided == {0, 1}


def test_a_field_of_a_line_that_heads_no_story_does_not_hold() -> None:
    assert decided(DUMP, rule(DUMP, 5, field="section", value="要闻")).decided == frozenset()


def test_an_accepted_story_keeps_its_roles_in_other_company() -> None:
    document = decided(DUMP, rule(DUMP, 5, role=Role.HEADLINE))
    ruling = accept(DUMP, document, 1)
    alone = decided(DUMP, ruling)
    assert [story.lines for story in alone.stories] == [(1, 3), (5, 7), (9, 11)]
    assert (alone.stories[1].confidence, alone.stories[1].warnings) == (1.0, ())
    assert decided("早上好\n" + DUMP, ruling).decided == {0}
    assert decided(DUMP.replace("挥手", "招手"), ruling).decided == frozenset()


def test_rulings_that_contradict_each_other_do_not_hold() -> None:
    one, other = rule(DUMP, 5, role=Role.HEADLINE), rule(DUMP, 5, role=Role.FURNITURE)
    assert places(DUMP, one, other) == []
    assert places(DUMP, one, replace(one, dump="other.txt")) == [5, 5]


def test_a_stream_and_sections_follow_decisions_as_the_whole_does(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(TEXTS.values())
    heads = [story.headline_line for story in split(text).stories]
    rulings = tuple(rule(text, number, role=Role.BODY) for number in heads[1::3])
    monkeypatch.setattr(sections, "SIZE", 2_000)
    monkeypatch.setattr(sections, "WINDOW", 2_000)
    chosen = replace(default_settings(), decisions=rulings)
    whole = split(text, chosen)
    assert len(list(sections.sections(split_lines(text), chosen))) > 1
    assert whole.decided == frozenset(range(len(rulings)))
    assert not {story.headline_line for story in whole.stories if story.headline_line in heads[1::3]}
    assert list(split_stream(iter(split_lines(text)), chosen)) == list(whole.stories)


def test_the_file_is_sorted_plain_and_read_back(tmp_path: Path) -> None:
    rulings = [
        rule(DUMP, 9, role=Role.SUBHEAD), rule(DUMP, 1, field="byline", value=[{"name": "罗", "role": "writer"}]),
        rule(DUMP, 5, role=Role.FURNITURE), accept(DUMP, split(DUMP), 0), rule("一\n" * 9, 5, role=Role.BODY),
    ]  # fmt: skip
    path = tmp_path / "decisions.jsonl"
    data = write_decisions(path, rulings)
    assert sorted(map(repr, read_decisions(path))) == sorted(map(repr, rulings))
    assert write_decisions(path, reversed(rulings)) == data == path.read_bytes()
    lines = data.decode().splitlines()
    assert json.loads(lines[0]) == {"format": "segmenter decisions", "version": 1}
    assert "沿岸的人都来看" in next(line for line in lines if '"furniture"' in line)
    fewer = write_decisions(path, rulings[1:]).decode().splitlines()
    assert [line for line in lines if line not in fewer] == [line for line in lines if '"subhead"' in line]


HEAD = '{"format": "segmenter decisions", "version": 1}\n'
GOOD = '{"dump": "d", "line": 1, "text": "t", "role": "body", "above": [], "below": []}'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{}\n", "1: the first line is not"),
        (HEAD + GOOD + "\n{", "3: is no JSON"),
        (HEAD + "[]", "2: it is no JSON object"),
        (HEAD + GOOD.replace("body", "poem"), "2: unknown role 'poem'; known are kicker"),
        (HEAD + GOOD.replace('"above"', '"abve"'), "2: unknown key abve"),
        (HEAD + GOOD.replace('"role": "body"', '"field": "age", "value": "3"'), "2: unknown field 'age'"),
        (HEAD + GOOD.replace('"role": "body"', '"field": "published", "value": "May"'), "2: 'May' is no date"),
        (HEAD + GOOD.replace('"role": "body", ', ""), "2: it has to hold exactly one of"),
        (HEAD + GOOD.replace("1,", '"1",'), "2: line is missing, or no number"),
        (HEAD + '{"dump": "d", "line": 1, "text": "t", "accepted": ".H", "hash": ""}', "2: accepted is no text of"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(DecisionsError, match="decisions.jsonl:") as caught:
        parse_decisions(text.encode(), Path("decisions.jsonl"))
    assert str(caught.value).startswith(f"decisions.jsonl:{problem}")


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A dump that is split, with a decision beside its stories."""
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    (tmp_path / "other.txt").write_text(TEXTS["wire-en"], encoding="utf-8")
    decide(tmp_path, rule(DUMP, 5, role=Role.HEADLINE, dump="../dump.txt"))
    return tmp_path


def decide(folder: Path, *rulings: Ruling) -> None:
    write_decisions(folder / "stories" / "decisions.jsonl", rulings)



def test_every_run_follows_the_decisions_beside_its_output(newsroom: Path) -> None:
    for _ in range(2):
        result = run("split", newsroom, "-o", newsroom / "stories")
        assert (result.exit_code, "does not fit" in result.stderr) == (0, False)
        assert list((newsroom / "stories").glob("*沿岸的人都来看.md"))
    assert "0 written" in result.stderr
    (newsroom / "dump.txt").rename(newsroom / "renamed.txt")
    (newsroom / "renamed.txt").write_text("一月的旧闻\n\n" + DUMP, encoding="utf-8")
    result = run("split", newsroom, "-o", newsroom / "stories")
    assert "does not fit" not in result.stderr
    assert list((newsroom / "stories").glob("*沿岸的人都来看.md"))


def test_a_decision_taken_back_is_undone_by_the_next_run(newsroom: Path) -> None:
    run("split", newsroom, "-o", newsroom / "stories")
    decide(newsroom)
    run("split", newsroom, "-o", newsroom / "stories", "--prune")
    assert not list((newsroom / "stories").glob("*沿岸的人都来看.md"))


def test_a_decision_is_followed_although_the_dump_was_split_before(newsroom: Path) -> None:
    decide(newsroom)
    run("split", newsroom, "-o", newsroom / "stories")
    assert not list((newsroom / "stories").glob("*沿岸的人都来看.md"))
    decide(newsroom, rule(DUMP, 5, role=Role.HEADLINE, dump="../dump.txt"))
    result = run("split", newsroom, "-o", newsroom / "stories")
    assert list((newsroom / "stories").glob("*沿岸的人都来看.md")), result.stderr


@pytest.mark.parametrize("change", ["edited", "gone"])
def test_a_decision_that_fits_no_more_is_named_in_every_run_and_kept(newsroom: Path, change: str) -> None:
    file = newsroom / "stories" / "decisions.jsonl"
    before = file.read_bytes()
    (newsroom / "dump.txt").write_text(MOVED[change][0], encoding="utf-8")
    for _ in range(2):
        result = run("split", newsroom, "-o", newsroom / "stories", "--quiet")
        assert result.stderr.count("does not fit the text any more") == 1
        assert "../dump.txt:5: the decision (headline) on '沿岸的人都来看'" in result.stderr
    assert file.read_bytes() == before
    assert "does not fit" not in run("split", newsroom / "other.txt", "-o", newsroom / "stories").stderr
    (newsroom / "dump.txt").unlink()
    assert "does not fit" in run("split", newsroom / "other.txt", "-o", newsroom / "stories").stderr


def test_other_outputs_and_explain_follow_a_file_that_is_named(newsroom: Path) -> None:
    file = newsroom / "stories" / "decisions.jsonl"
    records = run("split", newsroom / "dump.txt", "--format", "jsonl", "--decisions", file).stdout
    assert [json.loads(line)["headline_line"] for line in records.splitlines()] == [1, 5, 9]
    (line,) = [
        line
        for line in json.loads(run("explain", newsroom / "dump.txt", "--format", "json", "--decisions", file).stdout)
        if line["line"] == 5
    ]
    assert (line["role"], line["margin"]) == ("headline", None)
    assert {"cue": "decision", "weight": 1000.0, "column": None, "matched": None} in line["reasons"]
    missing = run("explain", newsroom / "dump.txt", "--decisions", newsroom / "none.jsonl")
    assert (missing.exit_code, "does not exist" in missing.stderr) == (2, True)


def test_a_file_of_decisions_that_is_broken_stops_the_run(newsroom: Path) -> None:
    (newsroom / "stories" / "decisions.jsonl").write_text("mine\n", encoding="utf-8")
    result = run("split", newsroom, "-o", newsroom / "stories")
    assert (result.exit_code, "decisions.jsonl:1: is no JSON" in result.stderr) == (2, True)
