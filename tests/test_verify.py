"""`segmenter verify`: each way in which a folder can differ from its ledger is named, and nothing else is."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from test_folder import FERRY, MARKET, SCHOOL, dump, edit, run, split, story

from segmenter.storing.verification import CODES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dump("a", "溪口网\n", MARKET, FERRY, "溪口网 版权所有\n")
    dump("b", FERRY, SCHOOL)
    split()


def rewrite_ledger(old: str, new: str) -> None:
    edit(Path("out/.segmenter.jsonl"), old, new)


def test_a_folder_as_it_was_written_has_no_findings() -> None:
    result = run("verify", "out")
    assert result.stdout == ""
    assert result.stderr == "segmenter: 2 dumps, 3 story files, 0 findings\n"
    assert run("verify", "out", "--quiet").output == ""


def other_files() -> None:
    Path("out/notes.txt").write_text("x", encoding="utf-8")
    Path("out/.hidden.md").write_text("x", encoding="utf-8")
    Path("out/.git").mkdir()
    Path("out/.git/x.md").write_text("x", encoding="utf-8")
    (Path("out") / f"{story('早市').name}.orig").write_text("x", encoding="utf-8")


def test_files_that_are_no_stories_are_nobody_s_business() -> None:
    other_files()
    run("verify", "out")


@pytest.mark.parametrize(
    ("happened", "path", "code"),
    [
        (lambda: story("早市").unlink(), "out/青石桥早市搬进新棚.md", "missing"),
        (lambda: edit(story("早市"), "三百", "四百"), "out/青石桥早市搬进新棚.md", "changed"),
        (lambda: shutil.copy(story("早市"), "out/copy.md"), "out/copy.md", "foreign"),
        (lambda: Path("in/b.txt").unlink(), "in/b.txt", "dump-missing"),
        (lambda: edit(Path("in/b.txt"), "木星", "土星"), "in/b.txt", "dump-changed"),
        (lambda: rewrite_ledger('"lines": [3, 7]', '"lines": [3, 6]'), "in/a.txt", "unaccounted"),
        (lambda: rewrite_ledger('"furniture": [[1, 1], [15, 15]]', '"furniture": [[1, 1]]'), "in/a.txt", "unaccounted"),
        (lambda: rewrite_ledger('"furniture": [[1, 1],', '"furniture": [[1, 3],'), "in/a.txt", "unaccounted"),
        (lambda: rewrite_ledger('"lines": 15', '"lines": 16'), "in/a.txt", "unaccounted"),
        (
            lambda: rewrite_ledger('"furniture": [[1, 1], [15, 15]], "blank": [', '"blank": [[1, 1], [15, 15], '),
            "in/a.txt",
            "unaccounted",
        ),
    ],
)
def test_what_is_not_as_the_ledger_says_is_named(happened: Callable[[], object], path: str, code: str) -> None:
    happened()
    lines = run("verify", "out", status=1).stdout.splitlines()
    assert lines and all(line.startswith(f"{path}: {code}: ") for line in lines), lines
    found = [json.loads(line) for line in run("verify", "out", "--format", "json", status=1).stdout.splitlines()]
    assert {(item["path"], item["code"]) for item in found} == {(path, code)}


def test_every_code_is_tried_above_and_documented() -> None:
    assert list(CODES) == ["missing", "changed", "foreign", "dump-missing", "dump-changed", "unaccounted"]
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{code}` | {meaning} |" in readme for code, meaning in CODES.items())


def test_a_folder_without_a_ledger_is_a_usage_error() -> None:
    assert "in: holds no ledger" in run("verify", "in", status=2).stderr
    assert "gone: holds no ledger" in run("verify", "gone", status=2).stderr


def test_what_came_from_standard_input_is_accounted_for_too() -> None:
    from click.testing import CliRunner

    from segmenter.cli import main

    result = CliRunner().invoke(main, ["split", "-", "-o", "out"], input=SCHOOL.replace("望远镜", "显微镜").encode())
    assert result.exit_code == 0
    run("verify", "out")
