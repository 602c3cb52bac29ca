"""Profiles: the front matter of each, what an editor added to it through every change of profile, and its check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import STORY

from segmenter.checking.catalogue import check
from segmenter.checking.rule import StoryFile
from segmenter.cli import main
from segmenter.config import ConfigError, default_settings, load
from segmenter.rendering.front_matter import read_front_matter
from segmenter.rendering.markdown import front_matter, is_version_of, markdown, with_keys
from segmenter.rendering.profiles import PROFILES, origin_of, profile_of
from segmenter.rendering.profiles.profile import FIELDS, Profile
from segmenter.rendering.profiles.quarto import markdown_text, plain

DIGEST = "0" * 63 + "1"
EVERY = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
FULL = STORY._replace(kicker="溪口新事", section="要闻", published="2024-03-05T07:24+08:00")


def written(profile: str, **changes: Any) -> dict[str, Any]:
    return front_matter(FULL._replace(**changes), "3月.txt", DIGEST, PROFILES[profile])


def head(data: bytes) -> Mapping[str, Any]:
    found = read_front_matter(data)
    assert found is not None
    assert found.repeated == ()
    return found.values


BYLINE = [
    {"name": "罗一苇", "role": "reporter"}, {"name": "罗一苇", "role": "photographer"},
    {"name": "谷雨", "role": "editor"},
]  # fmt: skip
DATELINE = {"place": "溪口", "agency": "本报", "date": "2024-03-05", "raw": "本报溪口3月5日讯"}
TITLES = {"title": "青石桥早市搬进新棚", "subtitle": "摊位费三年不涨"}
ORIGIN = {"file": "3月.txt", "lines": [7, 9], "hash": DIGEST}
NEWS: dict[str, Any] = {
    "kicker": "溪口新事", "byline": BYLINE, "dateline": DATELINE, "source": "溪口日报", "section": "要闻",
    "language": "zh-Hans", "confidence": 0.9, "warnings": ["published: year inferred"], "id": "5d1fae03b7c2",
}  # fmt: skip


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("default", {
            **TITLES, "date": "2024-03-05T07:24+08:00", "author": ["罗一苇"], **NEWS, "origin": ORIGIN,
        }),
        ("hugo", {
            **TITLES, "description": "摊位费三年不涨", "date": "2024-03-05T07:24:00+08:00", "author": ["罗一苇"],
            "categories": ["要闻"], "isCJKLanguage": True, **NEWS, "origin": {**ORIGIN, "profile": "hugo"},
        }),
        ("jekyll", {
            **TITLES, "date": "2024-03-05T07:24:00+08:00", "author": "罗一苇", "categories": ["要闻"], **NEWS,
            "origin": {**ORIGIN, "profile": "jekyll"}, "render_with_liquid": False,
        }),
        ("obsidian", {
            "title": "青石桥早市搬进新棚", "aliases": ["青石桥早市搬进新棚"], "subtitle": "摊位费三年不涨",
            "date": "2024-03-05", "date_stated": "2024-03-05T07:24+08:00", "author": ["罗一苇"], "kicker": "溪口新事",
            "credits": ["罗一苇, reporter", "罗一苇, photographer", "谷雨, editor"], "dateline_place": "溪口",
            "dateline_agency": "本报", "dateline_date": "2024-03-05", "dateline_raw": "本报溪口3月5日讯",
            "source": "溪口日报", "section": "要闻", "language": "zh-Hans", "confidence": 0.9,
            "warnings": ["published: year inferred"], "id": "5d1fae03b7c2", "origin_file": "3月.txt",
            "origin_lines": [7, 9], "origin_hash": DIGEST, "origin_profile": "obsidian",
        }),
        ("quarto", {
            **TITLES, "date": "2024-03-05T07:24+08:00", "author": ["罗一苇"], "categories": ["要闻"],
            **{("lang" if key == "language" else key): value for key, value in NEWS.items()},
            "origin": {**ORIGIN, "profile": "quarto"},
        }),
    ],
)  # fmt: skip
def test_the_front_matter_of_each_profile_as_it_stands(profile: str, expected: dict[str, Any]) -> None:
    values = written(profile)
    assert values == expected
    assert list(values) == list(expected)


@pytest.mark.parametrize(
    ("published", "whole", "inexact", "day", "other"),
    [
        ("2024-03-05", "2024-03-05", None, "2024-03-05", None),
        ("2024-03-05T07:24", "2024-03-05T07:24:00", None, "2024-03-05", "2024-03-05T07:24"),
        ("2024-03-05T07:24:36", "2024-03-05T07:24:36", None, "2024-03-05", "2024-03-05T07:24:36"),
        ("2024-03-05T07:24Z", "2024-03-05T07:24:00Z", None, "2024-03-05", "2024-03-05T07:24Z"),
        ("2022-11", None, "2022-11", None, "2022-11"),
        ("2022", None, "2022", None, "2022"),
        (None, None, None, None, None),
    ],
)
def test_each_program_gets_the_date_in_a_form_that_it_reads(
    published: str | None, whole: str | None, inexact: str | None, day: str | None, other: str | None
) -> None:
    def dates(profile: str) -> tuple[Any, Any]:
        values = written(profile, published=published)
        return values.get("date"), values.get("date_stated")

    assert dates("hugo") == dates("jekyll") == (whole, inexact)
    assert dates("obsidian") == (day, other)
    assert dates("default") == dates("quarto") == (published, None)


def test_jekyll_gets_the_authors_as_one_text() -> None:
    two = (STORY.byline[0], STORY.byline[0]._replace(name="石头"))
    assert written("jekyll", byline=two)["author"] == "罗一苇, 石头"
    assert "author" not in written("jekyll", byline=())


@EVERY
def test_a_story_that_says_little_has_only_what_it_says(profile: Profile) -> None:
    bare = STORY._replace(
        deck=None, byline=(), dateline=type(STORY.dateline)(), published=None, source=None, warnings=()
    )
    values = front_matter(bare, "-", DIGEST, profile)
    assert {"title", "confidence", "id"} <= set(values)
    assert not {"subtitle", "description", "date", "date_stated", "author", "byline", "credits", "dateline"} & {*values}
    assert not [key for key in values if key.startswith("dateline")]
    assert all(value not in (None, "", [], {}) for value in values.values())


@EVERY
def test_every_field_has_its_keys_and_no_key_two_fields(profile: Profile) -> None:
    assert {key.field for key in profile.keys} == set(FIELDS)
    assert len(profile.names) == len(profile.keys) + len(profile.fixed) + 1
    assert set(profile.shared.values()) <= profile.names


@EVERY
@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_headline_comes_back_in_every_profile(profile: Profile, text: str) -> None:
    _, front, _ = markdown(FULL._replace(headline=text, section=text), "-", DIGEST, profile).split("---\n", 2)
    values = yaml.safe_load(front)
    assert profile.read(values["title"]) == profile.read(values["section"]) == text


@given(st.text())
def test_what_is_written_for_pandoc_is_read_back(text: str) -> None:
    assert plain(markdown_text({"a": [text]})) == {"a": [text]}


@EVERY
def test_a_file_of_any_profile_is_known_again(profile: Profile) -> None:
    data = markdown(FULL, "3月.txt", DIGEST, profile).encode()
    other = FULL._replace(id="77aa0c3b1e90")
    assert profile_of(head(data)) is profile
    assert origin_of(head(data))["lines"] == [7, 9]
    assert is_version_of(data, {FULL.id}, "moved.txt")
    assert is_version_of(data, {other.id}, "3月.txt")
    assert not is_version_of(data, {other.id}, "moved.txt")


@pytest.mark.parametrize("origin", [{"profile": "nobody"}, {"profile": ["hugo"]}, "hugo", None])
def test_without_a_profile_that_is_known_front_matter_is_of_the_default_one(origin: object) -> None:
    assert profile_of({"origin": origin}).name == "default"


LINKS = (("77aa0c3b1e90", "要闻/2024-03-04-早市.md"), ("88aa0c3b1e90", "C# [二].md"))


def test_similar_stories_are_links_in_obsidian_where_a_link_can_lead_to_the_file() -> None:
    for name, profile in PROFILES.items():
        data = with_keys(markdown(FULL, "a", DIGEST, profile).encode(), LINKS, None, profile)
        obsidian = ["[[要闻/2024-03-04-早市]]", "C# [二].md"]
        plainly = [{"id": id, "file": file} for id, file in LINKS]
        assert head(data)["similar_to"] == (obsidian if name == "obsidian" else plainly)


EDITORS = "reviewed: yes   # night desk\ntags: [早市, 2024]\nnote: |\n  two\n  lines\n"


def edited(profile: Profile, more: str) -> bytes:
    text = with_keys(markdown(FULL, "3月.txt", DIGEST, profile).encode(), LINKS, None, profile).decode()
    return text.replace("\n---\n", f"\n{more}---\n", 1).encode()


@EVERY
@pytest.mark.parametrize("former", PROFILES.values(), ids=PROFILES)
def test_what_an_editor_added_survives_every_change_of_profile(profile: Profile, former: Profile) -> None:
    text = markdown(FULL, "3月.txt", DIGEST, profile).encode()
    fresh = with_keys(text, LINKS, None, profile)
    untouched = with_keys(text, LINKS, edited(former, ""), profile)
    assert untouched == fresh
    once = with_keys(text, LINKS, edited(former, EDITORS), profile)
    assert once == edited(profile, EDITORS)
    assert with_keys(text, LINKS, once, profile) == once
    assert set(head(once)) == set(head(fresh)) | {"reviewed", "tags", "note"}


@EVERY
@pytest.mark.parametrize("former", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("typed", ["[早市, 青石桥]", "早市"])
def test_lists_that_an_editor_adds_to_are_joined_with_ours(profile: Profile, former: Profile, typed: str) -> None:
    text = markdown(FULL, "3月.txt", DIGEST, profile).encode()
    theirs = yaml.safe_load(f"[{typed.strip('[]')}]")
    for key, ours in {"categories": "要闻", "aliases": FULL.headline}.items():
        present = edited(former, "")
        if key in former.names:
            present = present.replace(
                f"{key}:\n- {ours}\n".encode(), f"{key}: [{', '.join([ours, *theirs])}]\n".encode()
            )
        else:
            present = edited(former, f"{key}: {typed}\n")
        once = with_keys(text, (), present, profile)
        value = head(once)[key]
        assert (value if isinstance(value, list) else [value]) == [*([ours] if key in profile.names else []), *theirs]
        assert with_keys(text, (), once, profile) == once


@pytest.mark.parametrize("headline", ["a ---", "---", "a\n---\nb"])
def test_hyphens_in_a_headline_are_no_fence(headline: str) -> None:
    profile = PROFILES["hugo"]
    text = markdown(FULL._replace(headline=headline), "3月.txt", DIGEST, profile).encode()
    for present in (None, edited(profile, EDITORS)):
        values = head(with_keys(text, LINKS, present, profile))
        assert values["title"] == headline
        assert len(values["similar_to"]) == 2
        assert ("reviewed" in values) is (present is not None)


def test_an_old_section_of_ours_does_not_stay_as_an_editors() -> None:
    hugo = PROFILES["hugo"]
    moved = markdown(FULL._replace(section="副刊"), "3月.txt", DIGEST, hugo).encode()
    assert head(with_keys(moved, (), edited(hugo, ""), hugo))["categories"] == ["副刊"]


def test_items_that_no_file_can_hold_do_no_harm() -> None:
    hugo = PROFILES["hugo"]
    text = markdown(FULL, "3月.txt", DIGEST, hugo).encode()
    assert with_keys(text, (), edited(PROFILES["default"], r'categories: ["\ud800"]' + "\n"), hugo) == text


@EVERY
@pytest.mark.parametrize("published", ["2024-03-05", "2024-03-05T07:24+08:00", "2022-11", None])
@pytest.mark.parametrize(
    "headline", ["青石桥早市搬进新棚", "Mr. O'Neill's *best* day: 5_000", "1. A [first] step"]
)
def test_a_story_file_of_any_profile_passes_the_check(profile: Profile, published: str | None, headline: str) -> None:
    story = FULL._replace(published=published, headline=headline)
    name = "-".join([*([published[:10]] if published else []), headline.replace("*", " ").replace(": ", " ")])
    data = markdown(story, "3月.txt", DIGEST, profile).encode()
    file = StoryFile(" ".join(name.split()) + ".md", data, default_settings())
    assert [(rule.code, finding.message) for rule, finding in check(file)] == []


@EVERY
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("zh-Hans", "Chinese_", "language-form"),
        ("[7, 9]", "[9, 7]", "origin-lines"),
        (DIGEST, "abc", "origin-hash"),
        ("'2024-03-05", "'2024-13-05", "date-impossible"),
        ("5d1fae03b7c2", "", "key-missing"),
    ],
)
def test_the_check_finds_what_is_wrong_in_any_profile(profile: Profile, old: str, new: str, code: str) -> None:
    text = markdown(FULL, "3月.txt", DIGEST, profile).replace(old, new)
    file = StoryFile("2024-03-05-青石桥早市搬进新棚.md", text.encode(), default_settings())
    found = [(rule.code, text.splitlines()[finding.line - 1]) for rule, finding in check(file)]
    assert code in [found_code for found_code, _ in found]
    assert all(new in line for found_code, line in found if found_code == code)


def test_the_profile_is_chosen_in_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for name, meant in {**{name: name for name in PROFILES}, "pandoc": "quarto"}.items():
        file.write_text(f'[markdown]\nprofile = "{name}"\n', encoding="utf-8")
        assert load(file).markdown.profile == meant
    file.write_text('[markdown]\nprofile = "wordpress"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="markdown.profile: expected one of default, hugo, .*, found 'wordpress'"):
        load(file)


DUMP = """\
要闻

老渡口停航检修十天

  本报溪口3月5日讯 记者罗一苇报道:渡船的缆绳换了新的,船长说下个月还要换一台发动机。两岸的人要绕行大桥。
"""


def test_a_folder_follows_a_change_of_profile_and_keeps_what_was_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(DUMP, encoding="utf-8")

    def split(profile: str, folder: str, *options: str) -> dict[str, str]:
        Path("config.toml").write_text(f'[markdown]\nprofile = "{profile}"\n', encoding="utf-8")
        result = CliRunner().invoke(main, ["split", "a.txt", "-o", folder, *options])
        assert result.exit_code == 0, result.output
        return {file.name: file.read_text(encoding="utf-8") for file in Path(folder).glob("*.md")}

    for name in [*PROFILES, "default"]:
        assert split(name, "out") == split(name, f"fresh-{name}") != {}
    (file,) = Path("out").glob("*.md")
    file.write_text(file.read_text(encoding="utf-8").replace("十天", "十二天", 1), encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    assert split("hugo", "out") == {file.name: before}
    assert split("hugo", "out", "--force") == split("hugo", "fresh-hugo")
    assert file.with_name(f"{file.name}.orig").exists()
