"""`segmenter check`: which files it takes, what it prints, when it writes, and each exit status."""

import json
import os
from pathlib import Path

import pytest
from test_cli import DUMP, on_terminal, posix, run

from segmenter.checking.catalogue import RULES
from segmenter.checking.rule import EXAMPLE, EXAMPLE_NAME, Rule

WRONG = EXAMPLE.replace("role: editor", "role: poet").replace("date: '2024-03-05'\nauthor", "date: 2024/3/5\nauthor")
"""With one finding that can be mended, on line 3, and one that cannot, on line 10."""
MENDED = WRONG.replace("2024/3/5", "'2024-03-05'")


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good story in it, named `stories` from the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / EXAMPLE_NAME).write_text(EXAMPLE, encoding="utf-8")
    return folder


def wrong(stories: Path) -> Path:
    path = stories / "wrong" / EXAMPLE_NAME
    path.parent.mkdir()
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_what_split_writes_is_clean(stories: Path) -> None:
    Path("page.txt").write_text(DUMP, encoding="utf-8")
    run("split", "page.txt", "-o", "out")
    result = run("check", "out")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "segmenter: 3 files, 0 findings\n")


def test_a_finding_is_one_line_that_names_its_place(stories: Path) -> None:
    path = wrong(stories).relative_to(Path.cwd())
    result = run("check", "stories")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{path}:3: date-form date '2024/3/5' is not written as 2024-05-15, 2024-05, 2024 or 2024-05-15T07:24:36+08:00"
        " [--fix mends this]",
        f"{path}:10: role-unknown 谷雨 has an unknown role, 'poet'; known are reporter, correspondent, intern,"
        " photographer, writer, editor, translator, commentator",
    ]
    assert result.stderr == "segmenter: 2 files, 2 findings\n"
    assert (stories / "wrong" / EXAMPLE_NAME).read_text(encoding="utf-8") == WRONG


def test_json_is_an_array_of_the_findings(stories: Path) -> None:
    path = wrong(stories)
    result = run("check", "stories", "--format", "json")
    assert result.exit_code == 1
    rows = json.loads(result.stdout)
    assert [list(row) for row in rows] == [["file", "line", "code", "message", "fixable", "fixed"]] * 2
    assert [(row["line"], row["code"], row["fixable"]) for row in rows] == [
        (3, "date-form", True),
        (10, "role-unknown", False),
    ]
    assert {row["file"] for row in rows} == {str(path.relative_to(Path.cwd()))}
    assert json.loads(run("check", f"stories/{EXAMPLE_NAME}", "--format", "json").stdout) == []


def test_fix_says_what_it_did_and_the_next_run_finds_only_the_rest(stories: Path) -> None:
    path = wrong(stories)
    first, second = (run("check", "stories", "--fix") for _ in range(2))
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert path.read_text(encoding="utf-8") == MENDED
    assert [line.endswith(" [fixed]") for line in first.stdout.splitlines()] == [True, False]
    assert first.stderr == "segmenter: 2 files, 2 findings, 1 fixed\n"
    assert [":10: role-unknown" in line for line in second.stdout.splitlines()] == [True]


def test_fix_leaves_clean_files_and_ends_with_0_when_all_is_mended(stories: Path) -> None:
    good, other = stories / EXAMPLE_NAME, stories / "crlf" / EXAMPLE_NAME
    other.parent.mkdir()
    other.write_bytes(EXAMPLE.replace("\n", "\r\n").encode())
    before = good.stat()
    assert run("check", "stories", "--fix").exit_code == 1
    assert other.read_bytes() == EXAMPLE.encode()
    assert run("check", "stories", "--fix").exit_code == 0
    assert (good.stat().st_ino, good.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(path.name for path in stories.rglob("*")) == sorted([EXAMPLE_NAME, "crlf", EXAMPLE_NAME])


def test_which_files_of_a_folder_are_stories(stories: Path) -> None:
    for name in ("README.md", "_index.md", "notes.md", ".hidden.md", ".segmenter.json", "page.txt"):
        (stories / name).write_text("some words\n", encoding="utf-8")
    (stories / "index.md").write_text(WRONG, encoding="utf-8")

    def files(*arguments: str) -> set[str]:
        rows = json.loads(run("check", *arguments, "--format", "json").stdout)
        return {Path(row["file"]).name for row in rows}

    assert files("stories") == {"notes.md", "index.md"}
    assert files("stories/*.md") == {"notes.md", "index.md"}
    assert files("stories/README.md") == {"README.md"}
    assert files("stories", "--include", "*.txt") == {"page.txt"}


def test_the_template_says_which_files_are_stories_and_how_they_are_called(stories: Path) -> None:
    Path("config.toml").write_text('[files]\ntemplate = "{year}/{headline}.markdown"\n', encoding="utf-8")
    (stories / "x.markdown").write_text(EXAMPLE, encoding="utf-8")
    result = run("check", "stories")
    assert result.exit_code == 1
    place = Path("stories", "x.markdown")
    assert result.stdout == f"{place}:2: file-name title and date call for the file name 青石桥早市搬进新棚.markdown\n"


def test_a_path_that_cannot_be_read_ends_with_3_and_the_others_are_checked(stories: Path) -> None:
    wrong(stories)
    result = run("check", "gone.md", "stories", "--quiet")
    assert result.exit_code == 3
    assert result.stderr == "segmenter: gone.md: does not exist\n"
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Name the story files"),
        (["-"], "name the story files"),
        (["stories", "--config", "gone.toml"], "gone.toml: cannot be read"),
        (["--explain", "role"], "there is no role; known are not-utf8, "),
        (["stories", "--format", "xml"], "'xml' is not one of"),
    ],
)
def test_wrong_usage_ends_with_2(stories: Path, arguments: list[str], message: str) -> None:
    result = run("check", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_code_is_explained(rule: Rule) -> None:
    result = run("check", "--explain", rule.code)
    assert (result.exit_code, result.stdout) == (0, f"{rule.manual}\n")
    assert rule.summary in result.stdout


def test_nothing_that_a_terminal_would_obey_is_printed(stories: Path) -> None:
    name = stories / EXAMPLE_NAME
    name.write_text(EXAMPLE.replace("- 罗一苇", '- "罗\\n\\e[31m一苇"'), encoding="utf-8")
    result = run("check", "stories")
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert all(":4: author-byline" in line for line in lines)
    assert "\x1b" not in result.stdout


@posix
def test_colours_stand_on_a_terminal_only(stories: Path) -> None:
    wrong(stories)
    assert "\x1b[31m" in on_terminal(["check", "stories"], Path.cwd(), status=1)
    assert "\x1b" not in on_terminal(["check", "stories"], Path.cwd(), status=1, NO_COLOR="1")
    assert "\x1b[32mdate-form" in on_terminal(["check", "stories", "--fix"], Path.cwd(), status=1)
    assert "\x1b" not in run("check", "stories").stdout


@posix
def test_a_name_that_is_not_utf8_is_printed_with_a_replacement(stories: Path) -> None:
    path = os.path.join(os.fsencode(stories), b"caf\xe9.md")  # noqa: PTH118
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(WRONG.encode())
    for arguments in ([], ["--format", "json"]):
        result = run("check", "stories", *arguments)
        assert result.exit_code == 1
        assert "role-unknown" in result.stdout
