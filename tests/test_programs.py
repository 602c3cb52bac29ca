"""Story files are read by the programs that their profile is for: Hugo, Jekyll and Pandoc."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stories import STORY

from segmenter.model import Person, Story
from segmenter.rendering.front_matter import write_front_matter
from segmenter.rendering.markdown import markdown
from segmenter.rendering.profiles import PROFILES
from segmenter.rendering.profiles.quarto import markdown_text
from segmenter.storing.names import FileNames

HEADLINES = [
    "青石桥早市搬进新棚", "《“双减”》：‘一年’考", "“四月”的雨 “五月”的风", "😀 𬭚展开门", "本港股市　低收", "no",
    "null", "~", "12:30", "2024-05-15", "0x1F", "1e5", "5", ".5", "---", "...", "a: b", "a # b", "# 一", "## 二 ##",
    "- a", "+ a", "* a", "> a", "| a |", "1. a", "1.", "(1) a", "(a)", "a) b", "IV. b", "#. a", "(@) a", "@编辑部",
    "@cite says [@cite, p. 3]", "a@b.co", "% a", "%tag", "*a* **b** _c_ __d__", "5_000 a_b_c", "`code`",
    "~~a~~ b~c~ d^e^", "$5 and $6", "$$x$$", "\\alpha \\* \\(x\\)", "[x]", "[x] y", "[x](y)", "[x][y]", "![x](y)",
    "[^1] ^[n]", "[x]{.y}", "{a}", "{{ a }} {% b %}", "{{< a >}}", "<b>a</b> & &amp; &#65;", "<!-- a",
    "http://a.example/b_c", ":tada: a", "a -- b --- c", "Wait... what", "Mr. O'Neill's 'best' day",
    "vs. e.g. Sen. A", 'He said "no"', "It’s ‘on’ and “off”", "'", '"', "a'", "''a''", "=", "a = b", "<<", "!x",
    "? a", "&a", "!!int 3",
]  # fmt: skip
DATES = ["2024-03-05", "2024-03-05T07:24", "2024-03-05T07:24:36", "2024-03-05T07:24+08:00", "2022-11", "2022", None]
AUTHORS = (Person("罗一苇", "reporter"), Person("Jane O'Neill", "writer"), Person("谷雨", "editor"))

STORIES = [
    STORY._replace(id=f"{number:012x}", headline=text, deck=text, section=text, byline=AUTHORS)
    for number, text in enumerate(HEADLINES, 1)
] + [
    STORY._replace(id=f"d{number:011x}", headline="日期", published=published, section="要闻", byline=())
    for number, published in enumerate(DATES)
]


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run(*command: str, folder: Path | None = None, given: str = "") -> str:
    result = subprocess.run(command, cwd=folder, input=given.encode(), capture_output=True)
    assert result.returncode == 0, result.stderr.decode() + result.stdout.decode()
    return result.stdout.decode()


def write(folder: Path, stories: Sequence[Story], profile: str, called: Callable[[Story], str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for story in stories:
        (folder / called(story)).write_text(markdown(story, "3月.txt", "0" * 64, PROFILES[profile]), encoding="utf-8")


def by_id(story: Story) -> str:
    return f"s{story.id}.md"


# Hugo


@pytest.fixture(scope="module")
def hugo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a site made by Hugo says of each story, by id."""
    hugo = program("hugo")
    site = tmp_path_factory.mktemp("hugo")
    write(site / "content" / "news", STORIES, "hugo", by_id)
    (site / "config.toml").write_text(
        'baseURL = "https://a.example/"\ntimeZone = "UTC"\n[taxonomies]\ncategory = "categories"\nauthor = "author"\n'
    )
    layouts = site / "layouts"
    layouts.mkdir()
    (layouts / "index.html").write_text(
        """{{ $all := slice }}{{ range site.RegularPages }}{{ $all = $all | append (dict
        "id" .Params.id "title" .Title "description" .Description "subtitle" .Params.subtitle
        "date" (.Date.Format "2006-01-02T15:04:05Z07:00") "stated" .Params.date_stated "author" .Params.author
        "place" .Params.dateline.place "section" .Params.section "words" .WordCount
        "categories" (apply (.GetTerms "categories") "partial" "name" ".")
        "authors" (apply (.GetTerms "author") "partial" "name" ".") ) }}{{ end }}{{ $all | jsonify }}"""
    )
    (layouts / "partials").mkdir()
    (layouts / "partials" / "name").write_text("{{ return .Title }}")
    (layouts / "partials" / "name.html").write_text("{{ return .LinkTitle }}")
    run(hugo, "--quiet", "--destination", "out", folder=site)
    return {page["id"]: page for page in json.loads((site / "out" / "index.html").read_text(encoding="utf-8"))}


def test_hugo_reads_every_headline(hugo: dict[str, Any]) -> None:
    read = {id: (page["title"], page["description"], page["subtitle"], page["section"]) for id, page in hugo.items()}
    for story in STORIES:
        if story.headline != "日期":
            assert read[story.id] == (story.headline,) * 4


def test_hugo_knows_authors_place_and_category(hugo: dict[str, Any]) -> None:
    page = hugo[STORIES[0].id]
    assert page["author"] == ["罗一苇", "Jane O'Neill"]
    assert page["place"] == "溪口"
    assert len(page["categories"]) == 1 and len(page["authors"]) == 2
    assert page["words"] > 30  # Of Chinese, each character is a word.


def test_hugo_reads_each_date_or_knows_that_there_is_none(hugo: dict[str, Any]) -> None:
    none = "0001-01-01T00:00:00Z"
    dates = {story.published: hugo[story.id] for story in STORIES if story.headline == "日期"}
    assert {published: (page["date"], page["stated"]) for published, page in dates.items()} == {
        "2024-03-05": ("2024-03-05T00:00:00Z", None),
        "2024-03-05T07:24": ("2024-03-05T07:24:00Z", None),
        "2024-03-05T07:24:36": ("2024-03-05T07:24:36Z", None),
        "2024-03-05T07:24+08:00": ("2024-03-05T07:24:00+08:00", None),
        "2022-11": (none, "2022-11"),
        "2022": (none, "2022"),
        None: (none, None),
    }


# Jekyll


def jekyll(site: Path) -> dict[str, Any]:
    """What a site made by Jekyll says of each story, by the stem of its file's name."""
    jekyll = program("jekyll")
    (site / "_config.yml").write_text("timezone: UTC\ncollections:\n  stories:\n    output: true\n")
    (site / "index.json").write_text(
        """---
---
[{% assign all = site.posts | concat: site.stories %}{% for page in all %}{
"title": {{ page.title | jsonify }}, "subtitle": {{ page.subtitle | jsonify }},
"date": {{ page.date | date: "%Y-%m-%dT%H:%M:%S" | jsonify }}, "stated": {{ page.date_stated | jsonify }},
"author": "{{ page.author }}", "categories": {{ page.categories | jsonify }}, "path": {{ page.path | jsonify }},
"place": {{ page.dateline.place | jsonify }}, "content": {{ page.content | jsonify }}
}{% unless forloop.last %},{% endunless %}{% endfor %}]
""",
        encoding="utf-8",
    )
    run(jekyll, "build", "--quiet", folder=site)
    pages = json.loads((site / "_site" / "index.json").read_text(encoding="utf-8"))
    return {Path(page["path"]).stem: page for page in pages}


def test_jekyll_reads_every_headline_and_date(tmp_path: Path) -> None:
    write(tmp_path / "_stories", STORIES, "jekyll", by_id)
    pages = jekyll(tmp_path)
    for story in STORIES:
        page = pages[f"s{story.id}"]
        if story.headline != "日期":
            assert (page["title"], page["subtitle"], page["categories"]) == (*[story.headline] * 2, [story.headline])
            assert (page["author"], page["place"]) == ("罗一苇, Jane O'Neill", "溪口")
    dates = {story.published: pages[f"s{story.id}"] for story in STORIES if story.headline == "日期"}
    assert {day: (page["date"], page["stated"]) for day, page in dates.items() if day and len(day) >= 10} == {
        "2024-03-05": ("2024-03-05T00:00:00", None),
        "2024-03-05T07:24": ("2024-03-05T07:24:00", None),
        "2024-03-05T07:24:36": ("2024-03-05T07:24:36", None),
        "2024-03-05T07:24+08:00": ("2024-03-04T23:24:00", None),
    }
    assert [dates[published]["stated"] for published in ("2022-11", "2022", None)] == ["2022-11", "2022", None]


def test_story_files_under_the_names_that_they_get_are_posts_of_jekyll(tmp_path: Path) -> None:
    liquid = STORIES[0]._replace(paragraphs=("{{ title }} 和 {% 没有的标签 %}",))
    dated = [liquid, *(story for story in STORIES if story.headline == "日期")]
    names = dict(zip((story.id for story in dated), FileNames().assign([(s, "3月.txt") for s in dated]), strict=True))
    write(tmp_path / "_posts", dated, "jekyll", lambda story: names[story.id])
    pages = jekyll(tmp_path)
    assert {page["date"][:10] for page in pages.values()} == {"2024-03-05", "2024-03-04"}
    assert len(pages) == 5
    assert "{{ title }} 和 {% 没有的标签 %}" in pages[Path(names[liquid.id]).stem]["content"]


# Pandoc


@pytest.mark.parametrize("story", [STORIES[0], *STORIES[-len(DATES) :]], ids=lambda story: str(story.published))
def test_pandoc_puts_title_authors_and_date_in_place(story: Story, tmp_path: Path) -> None:
    pandoc = program("pandoc")
    write(tmp_path, [story], "quarto", by_id)
    page = run(pandoc, "--standalone", "--to", "html", "--wrap=none", by_id(story), folder=tmp_path)
    assert "lang=\"zh-Hans\"" in page
    shown = {
        kind: [html.unescape(text) for text in re.findall(rf'<[a-z0-9]+ class="{kind}">(.*?)</[a-z0-9]+>', page)]
        for kind in ("title", "subtitle", "author", "date")
    }
    assert shown == {
        "title": [story.headline],
        "subtitle": [story.deck],
        "author": [person.name for person in story.byline if person.role != "editor"],
        "date": [story.published] if story.published else [],
    }


def texts(pandoc: str, given: Sequence[str], extensions: str = "") -> list[str]:
    """The texts as Pandoc writes them, each one written for it as a title of a document of its own would be."""
    head = write_front_matter({"list": [markdown_text(text) for text in given]})
    out = run(pandoc, f"--from=markdown{extensions}", "--to=json", given=f"---\n{head}---\n")
    return [spoken(item) for item in json.loads(out)["meta"]["list"]["c"]]


def spoken(node: dict[str, Any]) -> str:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind in ("Str", "MetaString"):
        return str(content)
    if kind in ("Space", "SoftBreak"):
        return " "
    if kind == "Quoted":
        opening, closing = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
        return opening + "".join(map(spoken, content[1])) + closing
    if kind in ("MetaInlines", "Link"):
        return "".join(map(spoken, content if kind == "MetaInlines" else content[1]))
    raise AssertionError(f"{kind} is no plain text: {content}")


# Quarto reads with some extensions that Pandoc leaves off.
EXTENSIONS = pytest.mark.parametrize("extensions", ["", "+autolink_bare_uris+emoji"])


@EXTENSIONS
def test_pandoc_reads_every_headline(extensions: str) -> None:
    assert texts(program("pandoc"), HEADLINES, extensions) == HEADLINES


PIECES = [
    *HEADLINES, *"\\`*_{}[]<>#$@^~|\"'&-+.:;,!?%/=()12aBi读“”‘’", " ", " a ", "Mr. ", "&amp;", "1) ", "i. ", "://",
    "\u3000", "\u00a0",
]  # fmt: skip


@EXTENSIONS
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join), min_size=100, max_size=200))
def test_pandoc_reads_any_headline(extensions: str, given: list[str]) -> None:
    whole = [text for text in (re.sub(r"[ \t\n]+", " ", text).strip(" ") for text in given) if text]
    assert texts(program("pandoc"), whole, extensions) == whole
