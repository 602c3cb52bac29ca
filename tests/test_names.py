"""File names: tidy, safe on every system, and never the same twice."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmenter.model import Dateline, Story
from segmenter.storing.names import LONGEST, FileNames, PinyinMissingError, name_key, template_problem

PLAIN = Story(
    id="9f2c61d0a3b4", ordinal=3, lines=(30, 42), headline="河湾镇夏粮收购开秤", headline_line=30,
    kicker=None, deck=None, byline=(), dateline=Dateline(agency="本报"), published="2023-07-31",
    source="河湾晚报", section="要闻",
    language="zh-Hans", paragraphs=("正文。",), confidence=0.9,
)  # fmt: skip


def name(story: Story = PLAIN, template: str = "{date}-{headline}.md", dump: str = "in/page one.txt") -> str:
    return next(FileNames(template).assign([(story, dump)]))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{date}-{headline}.md", "2023-07-31-河湾镇夏粮收购开秤.md"),
        ("{headline}.md", "河湾镇夏粮收购开秤.md"),
        ("{source}/{year}/{month}/{day}-{headline}.md", "河湾晚报/2023/07/31-河湾镇夏粮收购开秤.md"),
        ("{section}_{ordinal}_{id}.markdown", "要闻_003_9f2c61d0a3b4.markdown"),
        ("{dump}/{ordinal} {agency}.md", "page one/003 本报.md"),
        ("story {ordinal} ({source}).qmd", "story 003 (河湾晚报).qmd"),
    ],
)
def test_templates(template: str, expected: str) -> None:
    assert name(template=template) == expected


BARE = PLAIN._replace(published=None, source=None, section=None, dateline=Dateline())


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{date}-{headline}.md", "河湾镇夏粮收购开秤.md"),
        ("{headline}-{date}.md", "河湾镇夏粮收购开秤.md"),
        ("{date}-{source}-{headline}.md", "河湾镇夏粮收购开秤.md"),
        ("{ordinal}-{source}-{headline}.md", "003-河湾镇夏粮收购开秤.md"),
        ("{source}/{year}/{month}/{headline}.md", "河湾镇夏粮收购开秤.md"),
        ("{headline} ({source}).md", "河湾镇夏粮收购开秤.md"),
        ("news {date}.md", "news.md"),
        ("{date}.md", "9f2c61d0a3b4.md"),
    ],
)
def test_a_missing_value_leaves_a_tidy_name(template: str, expected: str) -> None:
    assert name(BARE, template) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2022-11", "2022-11-x.md"), ("2022", "2022-x.md"), ("2024-05-15T07:24:36+08:00", "2024-05-15-x.md")],
)
def test_a_date_keeps_its_precision_and_drops_the_time(published: str, expected: str) -> None:
    assert name(PLAIN._replace(published=published, headline="x")) == expected


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("广场开放：市民“点赞”", "广场开放：市民“点赞”.md"),
        ("What now? A guide: part 1/2", "What now A guide part 1-2.md"),
        ("a<b>c|d*e\\f\"g", "a b c-d e-f g.md"),
        ("Prices rise...", "Prices rise.md"),
        ("...and they fall", "and they fall.md"),
        ("- Council votes", "Council votes.md"),
        ("~root", "root.md"),
        ("  two\u3000 kinds\u00a0of space\t", "two kinds of space.md"),
        ("zero\u200bwidth\u202eevil\u2066\ufeff", "zerowidthevil.md"),
        ("line\nbreak\x00\x07", "line break.md"),
        ("Cafe\u0301", "Caf\u00e9.md"),
        ("CON", "CON_.md"),
        ("nul", "nul_.md"),
        ("Com1", "Com1_.md"),
        ("aux.part two", "aux_.part two.md"),
        ("con .x", "con_ .x.md"),
        ("Conference", "Conference.md"),
        ("com10", "com10.md"),
        ("???", "9f2c61d0a3b4.md"),
        ("\ud800half", "half.md"),
    ],
)  # fmt: skip
def test_marks_that_a_system_refuses(headline: str, expected: str) -> None:
    assert name(PLAIN._replace(headline=headline), "{headline}.md") == expected


def test_values_make_no_folders() -> None:
    assert name(PLAIN._replace(source="A/B\\..", headline="../x"), "{source}/{headline}.md") == "A-B/x.md"


@pytest.mark.parametrize(
    ("template", "headline", "expected"),
    [
        ("{date}-{headline}.md", "长" * 60, "2023-07-31-" + "长" * 35 + ".md"),
        ("{headline}-{date}.md", "长" * 60, "长" * 35 + "-2023-07-31.md"),
        ("{headline}.md", "council " * 20, ("council " * 14).strip() + ".md"),
        ("{headline}.md", "x" * 200, "x" * 116 + ".md"),
        ("{headline}.md", "标题，" * 30, ("标题，" * 13)[:-1] + ".md"),
    ],
)
def test_a_long_value_is_cut(template: str, headline: str, expected: str) -> None:
    assert name(PLAIN._replace(headline=headline), template) == expected


WEATHER = PLAIN._replace(headline="Weather", published=None)


def test_stories_of_one_name_all_get_their_id_whatever_the_order() -> None:
    stories = [
        (WEATHER._replace(id="aaaaaaaa1111"), "a.txt"),
        (WEATHER._replace(id="bbbbbbbb2222", headline="WEATHER"), "a.txt"),
        (WEATHER._replace(headline="Sports"), "a.txt"),
    ]
    expected = ["Weather-aaaaaaaa.md", "WEATHER-bbbbbbbb.md", "Sports.md"]
    assert [*FileNames().assign(stories)] == expected
    assert [*FileNames().assign(stories[::-1])] == expected[::-1]


def test_a_story_that_stands_twice_gets_its_ordinal_too() -> None:
    stories = [(WEATHER, "a.txt"), (WEATHER._replace(ordinal=7), "a.txt")]
    assert [*FileNames().assign(stories)] == ["Weather-9f2c61d0-003.md", "Weather-9f2c61d0-007.md"]


def test_a_story_at_the_same_place_of_two_dumps_gets_distinct_names() -> None:
    names = [*FileNames().assign([(WEATHER, "a/x.txt"), (WEATHER, "b/x.txt")])]
    assert all(re.fullmatch(r"Weather-9f2c61d0-[0-9a-f]{8}\.md", name) for name in names)
    assert len(set(names)) == 2


def test_a_name_that_is_taken_is_not_given_again() -> None:
    names = FileNames()
    taken = {"Weather.md"}.__contains__
    assert [*names.assign([(WEATHER._replace(id="bbbbbbbb2222"), "b.txt")], taken)] == ["Weather-bbbbbbbb.md"]
    assert [*names.assign([(WEATHER._replace(headline="Sports"), "b.txt")], taken)] == ["Sports.md"]
    taken = {"Weather.md", "Weather-9f2c61d0.md"}.__contains__
    assert [*names.assign([(WEATHER, "c.txt")], taken)] == ["Weather-9f2c61d0-003.md"]


@pytest.mark.parametrize(
    ("name", "suits"),
    [
        ("Weather.md", True),
        ("Weather-9f2c61d0.md", True),
        ("Weather-9f2c61d0-003.md", True),
        ("Weather-bbbbbbbb.md", False),
        ("Weather-9f2c61d0-004.md", False),
        ("weather.md", False),
        ("Weather.txt", False),
    ],
)
def test_a_name_suits_a_story_with_and_without_what_distinguishes_it(name: str, suits: bool) -> None:
    assert FileNames().suits(name, WEATHER, "a.txt") is suits


def test_a_headline_that_looks_like_a_distinguished_name() -> None:
    stories = [
        (WEATHER, "a.txt"),
        (WEATHER._replace(id="bbbbbbbb2222"), "a.txt"),
        (WEATHER._replace(id="cccccccc3333", headline="weather-9F2C61D0"), "a.txt"),
    ]
    assert [*FileNames().assign(stories)] == [
        "Weather-9f2c61d0-003.md",
        "Weather-bbbbbbbb.md",
        "weather-9F2C61D0-cccccccc.md",
    ]


@pytest.mark.parametrize(
    ("headline", "source", "expected"),
    [
        ("河湾镇夏粮收购开秤", "河湾晚报", "he-wan-wan-bao/2023-07-31-he-wan-zhen-xia-liang-shou-gou-kai-cheng.md"),
        ("第11次：“开门红”！", None, "2023-07-31-di-11-ci-kai-men-hong.md"),
        ("臺灣夜市", None, "2023-07-31-tai-wan-ye-shi.md"),
        ("Café “Zürich” opens", None, "2023-07-31-Cafe-Zurich-opens.md"),
    ],
)
def test_pinyin(headline: str, source: str | None, expected: str) -> None:
    pytest.importorskip("pypinyin", reason="the extra `pinyin` is not installed")
    story = PLAIN._replace(headline=headline, source=source)
    assert [*FileNames("{source}/{date}-{headline}.md", ascii=True).assign([(story, "a.txt")])] == [expected]


def test_pinyin_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypinyin", None)  # as if it were not installed
    with pytest.raises(PinyinMissingError, match=r"pip install 'segmenter\[pinyin\]'"):
        FileNames(ascii=True)


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{title}.md", "there is no {title}"),
        ("{}.md", "there is no {}"),
        ("{date:%Y}.md", "{date} takes no format"),
        ("{headline!r}.md", "{headline} takes no format"),
        ("{headline", "expected '}' before end of string"),
        ("{headline}", "it does not end in a suffix such as .md"),
        ("/tmp/{headline}.md", "'' does not make the name of a file or folder"),
        ("../{headline}.md", "'..' does not make the name of a file or folder"),
        ("a//{headline}.md", "'' does not make the name of a file or folder"),
        ("{date}: {headline}.md", "'{date}: {headline}.md' does not make the name of a file or folder"),
        ("a\\{headline}.md", "'a\\\\{headline}.md' does not make the name of a file or folder"),
        ("x" * 61 + ".md", f"'{'x' * 61}.md' does not make the name of a file or folder"),
        ("{source}/{date} – {headline}.md", None),
        ("新闻/{headline}.md", None),
    ],
)
def test_template_problems(template: str, problem: str | None) -> None:
    assert template_problem(template) == problem
    if problem:
        with pytest.raises(ValueError, match=re.escape(problem)):
            FileNames(template)


TEXTS = st.one_of(
    st.sampled_from(["", "x", "X", "CON", "nul.a", "长" * 50, "a" * 130, "-", "..", "x-00000000", "／", "x ", "a/b"]),
    st.text(max_size=50),
)
STORIES = st.builds(
    lambda id, ordinal, headline, published, source: PLAIN._replace(
        id=id, ordinal=ordinal, headline=headline, published=published, source=source
    ),
    id=st.sampled_from(["000000000000", "00000000ffff", "123456789abc"]),
    ordinal=st.integers(1, 3),
    headline=TEXTS,
    published=st.sampled_from([None, "2023-07-31", "2022-11"]),
    source=st.one_of(st.none(), TEXTS),
)
DUMPS = st.sampled_from(["a.txt", "b/a.txt", "-", ".x"])
BATCHES = st.lists(st.lists(st.tuples(STORIES, DUMPS), max_size=5), max_size=2)
TEMPLATES = ["{date}-{headline}.md", "{source}/{headline} ({date}).md", "{headline}{source}.md", "{dump}.md"]


@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("template", TEMPLATES)
@given(batches=BATCHES)
def test_names_are_valid_and_distinct(template: str, ascii: bool, batches: list[list[tuple[Story, str]]]) -> None:
    if ascii:
        pytest.importorskip("pypinyin", reason="the extra `pinyin` is not installed")
    files = FileNames(template, ascii)
    names: list[str] = []
    for batch in batches:
        taken = set(map(name_key, names))
        names += files.assign(batch, lambda name, taken=taken: name_key(name) in taken)  # type: ignore[misc]
    assert len(names) == sum(map(len, batches))
    assert len({unicodedata.normalize("NFC", name.casefold()) for name in names}) == len(names)
    for name in names:
        assert name.endswith(".md")
        assert name.isascii() or not ascii
        assert unicodedata.is_normalized("NFC", name)
        for component in name.split("/"):
            assert 0 < len(component.encode()) <= LONGEST
            assert not re.search(r'[<>:"\\|?*\x00-\x1f\x7f]', component)
            assert not any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in component)
            assert component[0] not in "-. ~" and component[-1] not in " ."
            assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d) *(\.|$)", component)
