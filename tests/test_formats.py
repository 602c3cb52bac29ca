"""The catalogue of formats, what all formats keep, and the README's table of what goes where, held against the code."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from stories import BARE, FULL, HOSTILE, STORY

from segmenter.config import FormatSettings, Settings, default_settings
from segmenter.model import Story
from segmenter.rendering.formats import BY_NAME, FORMATS, RunFormat, StoryFormat
from segmenter.rendering.records import record, record_line
from segmenter.rendering.table import COLUMNS, row

README = Path(__file__).parent.parent / "README.md"
DIGEST = "c0ffee" * 10 + "beef"
STORY_FORMATS = [form for form in FORMATS if isinstance(form, StoryFormat)]
RUN_FORMATS = [form for form in FORMATS if isinstance(form, RunFormat)]


def with_formats(**choices: Any) -> Settings:
    return replace(default_settings(), formats=FormatSettings(**choices))


def rendered(name: str, story: Story, settings: Settings | None = None, file: str = "quay/dump.txt") -> bytes:
    form = BY_NAME[name]
    assert isinstance(form, StoryFormat)
    return form.render(story, file, DIGEST, settings or default_settings())


def written(name: str, stories: list[Story], settings: Settings | None = None) -> bytes:
    form = BY_NAME[name]
    assert isinstance(form, RunFormat)
    stream = io.BytesIO()
    writer = form.open(stream, settings or default_settings())
    for story in stories:
        writer.add(record(story, "quay/dump.txt"))
    writer.close()
    return stream.getvalue()


def test_names_are_one_a_format_and_in_the_readme_in_order() -> None:
    table = README.read_text(encoding="utf-8").split("\n| format |")[1].split("\n\n")[0]
    rows = [[cell.strip(" `") for cell in line.split("|")[1:4]] for line in table.splitlines()[2:]]
    assert rows == [
        [form.name, form.suffix, "a story" if isinstance(form, StoryFormat) else "a run"] for form in FORMATS
    ]
    assert len(BY_NAME) == len(FORMATS)


def test_the_catalogue_imports_no_renderer() -> None:
    code = "import sys, segmenter.rendering.formats; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.decode().split()
    assert "segmenter.rendering.formats" in modules
    assert not {"yaml", "pyarrow", "csv", "json", "regex", "segmenter.rendering.markdown"} & set(modules)


@pytest.mark.parametrize("name", [form.name for form in STORY_FORMATS])
@pytest.mark.parametrize("story", [FULL, STORY, BARE], ids=["full", "story", "bare"])
def test_the_same_story_gives_the_same_bytes_that_end_with_a_line_end(name: str, story: Story) -> None:
    assert rendered(name, story) == rendered(name, story)
    assert rendered(name, story).endswith(b"\n")


@pytest.mark.parametrize("name", ["json", "ninjs", "newsarticle"])
@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_from_json(name: str, text: str) -> None:
    story = FULL._replace(headline=text, section=text, paragraphs=(text,))
    data = rendered(name, story, file=text)
    assert not re.search("[\x7f-\x9f\u2028\u2029]", data.decode())
    values = json.loads(data)
    held = list(leaves(values))
    assert held.count(text) >= 4


@pytest.mark.parametrize("name", [form.name for form in STORY_FORMATS])
def test_a_file_name_that_is_not_utf8_is_named_all_the_same(name: str) -> None:
    text = rendered(name, STORY, file="caf\udce9.txt").decode()
    assert ("caf\\udce9.txt" if name == "json" else "caf\ufffd.txt") in text


def test_json_is_the_record_indented() -> None:
    data = rendered("json", FULL).decode()
    assert json.loads(data) == record(FULL, "quay/dump.txt")
    assert data.startswith('{\n  "id": "b31c55e0917a",\n  "file"')


def test_jsonl_is_a_record_a_line() -> None:
    assert written("jsonl", [FULL, BARE]).decode() == "".join(record_line(s, "quay/dump.txt") for s in (FULL, BARE))


@pytest.mark.parametrize("form", RUN_FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("stories", [[], [FULL], [BARE, STORY]], ids=["none", "one", "two"])
def test_what_was_written_is_taken_for_ours_and_nothing_else(form: RunFormat, stories: list[Story]) -> None:
    assert form.may_be_ours(written(form.name, stories, with_formats(csv_bom=True)))
    assert form.may_be_ours(b"")
    assert not form.may_be_ours("青石桥早市搬进新棚\n".encode())
    assert not form.may_be_ours(b"id,file,name\r\n")


@pytest.mark.parametrize("form", RUN_FORMATS, ids=lambda form: form.name)
def test_the_stream_stays_open(form: RunFormat) -> None:
    stream = io.BytesIO()
    form.open(stream, default_settings()).close()
    assert not stream.closed


# The README's table.


def leaves(value: Any) -> Iterator[str]:
    """The texts and numbers in a nested value, as texts."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif value is not None:
        yield str(value)


def at(value: Any, path: list[str]) -> Iterator[Any]:
    """What stands at a path such as `bodies.value`, in every item of the lists on it."""
    if isinstance(value, list):
        for item in value:
            yield from at(item, path)
    elif not path:
        yield value
    elif isinstance(value, dict) and path[0] in value:
        yield from at(value[path[0]], path[1:])


def holdings(column: str) -> tuple[dict[str, Any], str]:
    """The values that the full story has in a format by their names, and all of it as text."""
    if column == "csv":
        return dict(zip(COLUMNS, row(record(FULL, "quay/dump.txt")), strict=True)), written("csv", [FULL]).decode()
    text = rendered(column, FULL).decode()
    if column != "markdown":
        return json.loads(text), text
    head, body = text.removeprefix("---\n").split("---\n", 1)
    return {**yaml.safe_load(head), "text": body}, text


def expected() -> dict[str, list[str]]:
    """What the full story says in each field of its record, as texts of which each must be found."""
    fields: dict[str, Any] = record(FULL, "quay/dump.txt")
    fields.update({f"dateline.{name}": value for name, value in fields.pop("dateline").items()})
    # The other parts of evidence stand in the fields that it is for, too.
    fields["evidence"] = [[item["raw"], item["cue"]] for item in fields["evidence"]]
    return {name: list(leaves(value)) for name, value in fields.items()}


def readme_table() -> dict[str, dict[str, str]]:
    """Column -> field of the record -> cell."""
    head, _, *rows = README.read_text(encoding="utf-8").split("\n| field |")[1].split("\n\n")[0].splitlines()
    columns = [name.strip(" `") for name in head.strip("|").split("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in rows]
    return {
        column: {first.strip("`"): others[number] for first, *others in cells} for number, column in enumerate(columns)
    }


COLUMN_NAMES = ["markdown", "csv", "ninjs", "newsarticle"]


def test_the_table_has_every_field_and_every_format_that_is_no_record() -> None:
    table = readme_table()
    assert list(table) == COLUMN_NAMES
    for cells in table.values():
        assert sorted(cells) == sorted(expected())


@pytest.mark.parametrize("column", COLUMN_NAMES)
def test_every_value_stands_where_the_table_says_and_no_other_is_dropped(column: str) -> None:
    values, text = holdings(column)
    for field, cell in readme_table()[column].items():
        paths = re.findall("`([^`]+)`", cell)
        assert paths or cell == "–", (field, cell)
        places = [list(at(values, path.split("."))) for path in paths]
        assert all(places), f"{column} has none of {paths}"
        found = [leaf for place in places for leaf in leaves(place)]
        for value in expected()[field]:
            if paths:
                assert any(value in leaf for leaf in found), f"{field} is not in {paths} of {column}: {value}"
            else:
                assert value not in text, f"{field} is in {column}, and the table says that it is not: {value}"


@pytest.mark.parametrize(
    ("column", "fixed"),
    [
        ("markdown", {"origin"}),
        ("csv", set()),
        ("ninjs", {"type", "profile", "standard"}),
        ("newsarticle", {"@context", "@type"}),
    ],
)
def test_the_table_says_all_that_a_format_holds(column: str, fixed: set[str]) -> None:
    told = {path.split(".")[0] for cell in readme_table()[column].values() for path in re.findall("`([^`]+)`", cell)}
    assert set(holdings(column)[0]) - fixed == told - fixed
