"""Every rule proves itself by its own examples, says nothing of what is written here, and mends without loss."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import STORY

from segmenter.checking.catalogue import RULES, check, mended
from segmenter.checking.rule import EXAMPLE, EXAMPLE_NAME, Rule, StoryFile, examples
from segmenter.config import default_settings, load
from segmenter.model import Dateline, Person
from segmenter.rendering.front_matter import read_front_matter
from segmenter.rendering.markdown import markdown
from segmenter.storing.names import FileNames

ROOT = Path(__file__).parent.parent


def story_file(data: bytes, name: str = EXAMPLE_NAME) -> StoryFile:
    return StoryFile(name, data, default_settings())


def codes(file: StoryFile) -> list[str]:
    return [rule.code for rule, _ in check(file)]


def cases(kind: str) -> list[tuple[Rule, bytes]]:
    return [(rule, data) for rule in RULES for data in getattr(rule, kind)]


def test_every_rule_has_a_code_of_its_own_a_manual_and_examples() -> None:
    assert len(RULES) > 15
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", rule.code)
        assert rule.summary.endswith(".")
        assert rule.hits, rule.code
        assert rule.misses, rule.code


@pytest.mark.parametrize(("rule", "data"), cases("hits"))
def test_a_hit_is_found(rule: Rule, data: bytes) -> None:
    found = list(rule.find(story_file(data)))
    assert found
    for finding in found:
        assert 1 <= finding.line <= data.count(b"\n") + 1
        assert "\n" not in finding.message


@pytest.mark.parametrize(("rule", "data"), cases("misses"))
def test_a_near_miss_is_not_found(rule: Rule, data: bytes) -> None:
    assert list(rule.find(story_file(data))) == []


@pytest.mark.parametrize(("rule", "data"), cases("hits"))
def test_what_is_said_to_mend_mends_and_touches_nothing_else(rule: Rule, data: bytes) -> None:
    file = story_file(data)
    new = mended(file)
    assert all(not finding.edits for _, finding in check(new))
    assert mended(new) == new
    before, after = file.data.split(b"\n"), new.data.split(b"\n")
    touched = {finding.line for _, finding in check(file) if finding.edits}
    for number, (one, other) in enumerate(zip(before, after, strict=False), start=1):
        assert one.removesuffix(b"\r") == other or number in touched
    assert len(list(rule.find(new))) == sum(not finding.edits for finding in rule.find(file))


def test_the_example_and_the_samples_are_clean() -> None:
    assert codes(story_file(EXAMPLE.encode())) == []
    samples = sorted(ROOT.glob("samples/*/expected/*.md"))
    assert len(samples) > 20
    for path in samples:
        assert codes(story_file(path.read_bytes(), path.name)) == [], path


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text == text.strip())
NAMES = st.lists(TEXT, max_size=3)


@given(
    TEXT,
    TEXT | st.none(),
    NAMES,
    st.sampled_from([None, "2024", "2024-02", "2024-02-29", "2024-02-29T07:24:36+08:00"]),
    st.sampled_from(["{date}-{headline}.md", "{dump}-{ordinal}-{headline}.md", "{year}/{source} ({headline}).md"]),
)
def test_nothing_is_found_in_what_is_written_here(
    headline: str, source: str | None, names: list[str], published: str | None, template: str
) -> None:
    story = STORY._replace(
        headline=headline,
        source=source,
        published=published,
        byline=tuple(Person(name, "reporter") for name in names),
        dateline=Dateline(agency=source, date=published),
    )
    settings = default_settings()
    settings = replace(settings, files=settings.files._replace(template=template))
    for name in FileNames(template).assign([(story, "3月.txt"), (story._replace(ordinal=9), "3月.txt")]):
        assert check(StoryFile(name, markdown(story, "3月.txt", "0" * 64).encode(), settings)) == []


@given(st.binary() | st.sampled_from([data for _, data in cases("hits")]), st.binary(max_size=3), st.data())
def test_whatever_stands_in_a_file_it_is_checked_and_mended_once(base: bytes, more: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(base)))
    file = story_file(base[:at] + more + base[at:])
    new = mended(file)
    assert all(not finding.edits for _, finding in check(new))
    if file.front is not None:
        assert new.front is not None
        assert list(new.front.values) == list(file.front.values)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 2024/5/15 # sure?", "date: '2024-05-15' # sure?"),
        ("date: 2024年5月15日", "date: '2024-05-15'"),
        ('date: "２０２４年５月"', 'date: "2024-05"'),
        ("date: 2024年", "date: '2024'"),
        ("date: 20240515", "date: '2024-05-15'"),
        ("date: 15 May 2024", "date: '2024-05-15'"),
        ("date: 2024-05-15 07:24", "date: '2024-05-15T07:24:00'"),
        ("date: 2024-05-15 07:24:36 +0800", "date: '2024-05-15T07:24:36+08:00'"),
        ("dateline: {place: 溪口, date: 2024.5.15}", "dateline: {place: 溪口, date: '2024-05-15'}"),
        ("title: 2024", "title: '2024'"),
        ("title: No", "title: 'No'"),
        ("id: 037_061", "id: '037_061'"),
        ('title: " 青石桥 "', 'title: "青石桥"'),
        ("title: 　青石桥", "title: 青石桥"),
        ("byline:\n- {role: 记者, name: 罗一苇}", "byline:\n- {role: reporter, name: 罗一苇}"),
        ('byline:\n- role: "REPORTER"  # ?', "byline:\n- role: reporter  # ?"),
    ],
)
def test_how_a_value_is_mended(before: str, after: str) -> None:
    assert mended(story_file(examples(before)[0])).data == examples(after)[0]


@pytest.mark.parametrize(
    "head",
    [
        "date: 3/4/2024", "date: 2024-02-30", "date: 5月15日", "date: 2024.05", "date: 2024-05-15 07:24 CST",
        "date: 上周三", "date: 2024/2/30", "date: 2024/5/15至17", "date: &d 2024/5/15", "date: !!str 2024/5/15",
        "date: |\n  2024/5/15", "byline:\n- {name: 罗一苇, role: poet}", "confidence: 90", "title: '\n  青'",
    ],
)  # fmt: skip
def test_what_has_several_meanings_or_none_is_left(head: str) -> None:
    (data,) = examples(head)
    assert mended(story_file(data)).data == data


def test_the_files_edges_are_mended() -> None:
    broken = b"\xef\xbb\xbf" + EXAMPLE.replace("\n", "\r\n").encode().removesuffix(b"\r\n")
    assert codes(story_file(broken)) == ["byte-order-mark", "line-ends", "final-newline"]
    assert mended(story_file(broken)).data == EXAMPLE.encode()


def test_roles_of_the_settings_are_known(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[roles]\n"特邀采风" = "writer"\n', encoding="utf-8")
    (data,) = examples("byline:\n- name: 罗一苇\n  role: 特邀采风")
    assert mended(story_file(data)) == story_file(data)
    assert "role: writer\n" in mended(StoryFile(EXAMPLE_NAME, data, load(tmp_path / "config.toml"))).data.decode()


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("2024-03-05-青石桥早市搬进新棚.md", True),
        ("2024-03-05-青石桥早市搬进新棚-5d1fae03.md", True),
        ("2024-03-05-青石桥早市搬进新棚-5d1fae03-002.md", True),
        ("2024-03-05-青石桥早市搬进新棚-5d1fae03-09af77c1.md", True),
        ("2024-03-05-青石桥早市搬进新棚-77aa0c3b.md", False),
        ("2024-03-05-青石桥早市搬进新棚-2.md", False),
        ("2024-03-05-青石桥早市.md", False),
        ("青石桥早市搬进新棚.md", False),
    ],
)
def test_a_name_may_tell_the_story_apart_and_no_more(name: str, fits: bool) -> None:
    assert codes(story_file(EXAMPLE.encode(), name)) == ([] if fits else ["file-name"])


def test_a_title_that_was_cut_fits_and_a_longer_one_does_not() -> None:
    story = STORY._replace(headline="很长的标题" * 20)
    (name,) = FileNames().assign([(story, "3月.txt")])
    data = markdown(story, "3月.txt", "0" * 64).encode()
    assert codes(story_file(data, name)) == []
    assert codes(story_file(data, name.replace("题.md", ".md").replace("很长", "长"))) == ["file-name"]


def test_a_template_without_the_headline_asks_nothing_of_the_name() -> None:
    settings = default_settings()
    settings = replace(settings, files=settings.files._replace(template="{headline}/{date}-{id}.md"))
    assert check(StoryFile("x.md", EXAMPLE.encode(), settings)) == []


def test_the_line_is_the_one_of_the_key() -> None:
    (data,) = examples("byline:\n- name: 罗一苇\n  role: writer\n- name: 罗一苇\n  # of the desk\n  role: poet")
    ((rule, finding),) = [pair for pair in check(story_file(data)) if pair[0].code == "role-unknown"]
    assert data.decode().splitlines()[finding.line - 1] == "  role: poet"
    assert read_front_matter(data) is not None
