"""Several formats in one run: each where the help says, each complete, and folders as careful as with one."""

import csv
import io
import json
from pathlib import Path

import pytest
from test_folder import FERRY, MARKET, SCHOOL, contents, dump, edit, run, split, story

from segmenter.rendering.formats import FORMATS, RunFormat, StoryFormat


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dump("a", MARKET, FERRY)


def of_format(*names: str) -> list[str]:
    return [word for name in names for word in ("--format", name)]


def titles() -> list[str]:
    return [text.splitlines()[0] for text in (MARKET, FERRY)]


OF_STORIES = [form for form in FORMATS if isinstance(form, StoryFormat)]
OF_RUNS = [form for form in FORMATS if isinstance(form, RunFormat)]


@pytest.mark.parametrize("form", OF_STORIES, ids=lambda form: form.name)
def test_a_format_with_a_file_a_story_fills_a_folder(form: StoryFormat) -> None:
    split(*of_format(form.name))
    names = [name for name in contents() if not name.startswith(".")]
    assert len(names) == 2 and all(name.endswith(form.suffix) for name in names)
    assert "0 written, 2 unchanged" in split(*of_format(form.name)).stderr
    run("verify", "out")
    split(*of_format(form.name), "--check")


@pytest.mark.parametrize("form", OF_RUNS, ids=lambda form: form.name)
def test_a_format_with_a_file_a_run_goes_to_a_file_or_a_folder(form: RunFormat) -> None:
    if form.name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
    dump("b", SCHOOL)
    printed = run("split", "in", *of_format(form.name)).stdout_bytes
    run("split", "in", *of_format(form.name), "-o", f"all{form.suffix}")
    Path("there").mkdir()
    run("split", "in", *of_format(form.name), "-o", "there")
    run("split", "in", *of_format(form.name), "-o", "new/")
    files = [Path(f"all{form.suffix}"), Path(f"there/stories{form.suffix}"), Path(f"new/stories{form.suffix}")]
    assert [path.read_bytes() for path in files] == [printed] * 3
    assert printed


def test_several_formats_in_one_run() -> None:
    result = split(*of_format("markdown", "json", "csv", "jsonl"))
    assert "1 dump, 2 stories, 2 written" in result.stderr
    assert sorted(name for name in contents() if not Path(name).name.startswith(".")) == sorted(
        [f"{form}/{title}.{suffix}" for title in titles() for form, suffix in (("markdown", "md"), ("json", "json"))]
        + ["stories.csv", "stories.jsonl"]
    )
    assert [row["headline"] for row in csv.DictReader(io.StringIO(contents()["stories.csv"].decode()))] == titles()
    records = [json.loads(line) for line in contents()["stories.jsonl"].splitlines()]
    assert [record["headline"] for record in records] == titles()
    assert json.loads(contents()[f"json/{titles()[0]}.json"]) == records[0]
    before = contents()
    assert "0 written, 2 unchanged" in split(*of_format("markdown", "json", "csv", "jsonl")).stderr
    assert contents() == before
    for name in ("markdown", "json"):
        run("verify", f"out/{name}")


def test_one_format_that_was_edited_does_not_hold_up_the_others() -> None:
    split(*of_format("markdown", "json"))
    path = Path(f"out/markdown/{titles()[0]}.md")
    edit(path, "三百多个摊位", "三百一十个摊位")
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"), FERRY)
    assert "1 in conflict" in split(*of_format("markdown", "json")).stderr
    assert "三百一十个摊位" in path.read_text(encoding="utf-8")
    assert "八个冷柜" in Path(f"out/json/{titles()[0]}.json").read_text(encoding="utf-8")


def test_a_folder_of_one_format_takes_no_other() -> None:
    split()
    before = contents()
    result = split(*of_format("json"), status=2)
    assert "the stories there are in the format markdown; use another folder" in result.stderr
    assert contents() == before
    assert story("早市").exists()


def test_a_file_of_something_else_is_not_overwritten() -> None:
    Path("notes.csv").write_text("my,own\n", encoding="utf-8")
    result = run("split", "in", *of_format("csv"), "-o", "notes.csv", status=2)
    assert "notes.csv: is left as it is" in result.stderr
    assert Path("notes.csv").read_text(encoding="utf-8") == "my,own\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (of_format("jsonl", "csv"), "Only one format can be printed"),
        ([*of_format("markdown", "json"), "-o", "-"], "Only one format can be printed"),
        (of_format("json"), "json is written to a folder"),
        ([*of_format("markdown", "csv"), "-o", "out", "--check"], "--check is about a folder of stories"),
        (of_format("docx"), "'docx' is not one of"),
    ],
)
def test_formats_that_do_not_go_together_are_a_usage_error(arguments: list[str], message: str) -> None:
    assert message in run("split", "in", *arguments, status=2).stderr
    assert not Path("out").exists()


def test_stories_of_a_format_can_be_printed() -> None:
    printed = run("split", "in", *of_format("json"), "-o", "-").stdout
    decoder = json.JSONDecoder()
    first, end = decoder.raw_decode(printed)
    second, _ = decoder.raw_decode(printed[end:].lstrip())
    assert [first["headline"], second["headline"]] == titles()
