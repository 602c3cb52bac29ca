"""The seam for engines: batches of dumps in, batches of stories or accounts out, whatever a dump does to a process."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from deadly import HANGS, KILLS, lay, worked
from golden import NAMES, ROOT
from test_cli import DUMP
from test_readme import blocks

from segmenter.cli import main
from segmenter.config import load

pa = pytest.importorskip("pyarrow", reason="needs the extra spark")

from segmenter.running import arrow  # noqa: E402
from segmenter.running.accounts import NO_TEXT, Given  # noqa: E402
from segmenter.running.isolation import _idle  # noqa: E402

STORIES = 3


def batch(**columns: Sequence[object]) -> Any:
    return pa.RecordBatch.from_pydict(columns)


def rows(batches: Iterable[Any]) -> list[dict[str, Any]]:
    return [row for each in batches for row in each.to_pylist()]


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    _idle.clear()  # Those were begun without it.
    return tmp_path


def test_stories_are_the_records_of_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    files = [f"samples/{name}/dump.txt" for name in NAMES]
    printed = CliRunner().invoke(main, ["split", *files, "--format", "jsonl"])
    given = batch(id=files, bytes=[Path(file).read_bytes() for file in files])
    found = list(arrow.stories([given]))
    assert rows(found) == [json.loads(line) for line in printed.stdout.splitlines()]
    assert found[0].schema == arrow.stories_schema(given.schema)
    assert found[0].schema.metadata == {b"segmenter.schema": b"1"}


def test_texts_are_taken_as_they_are_and_columns_passed_through() -> None:
    given = batch(id=[7, 8], text=[DUMP, ""], desk=["北", "南"], source=["a", "b"], dump_source=["c", "d"])
    found = rows(arrow.stories([given]))
    assert [row["file"] for row in found] == ["7"] * STORIES
    assert {(row["desk"], row["dump_dump_source"], row["dump_source"], row["source"]) for row in found} == {
        ("北", "a", "c", None)
    }
    whole = rows(arrow.accounts([given]))
    assert [(row["file"], row["status"], row["desk"]) for row in whole] == [
        ("7", "split", "北"),
        ("8", "failed", "南")]


def test_bytes_come_before_text_and_what_has_neither_fails() -> None:
    given = batch(
        id=["a", "b", None, "d", "e"],
        bytes=[DUMP.encode("gb18030"), None, b"x", None, b"\0\1\2\3"],
        text=["no", DUMP, "x", None, None],
    )
    whole = rows(arrow.accounts([given]))
    assert [row["status"] for row in whole] == ["split", "split", "failed", "failed", "failed"]
    assert [len(row["stories"]) for row in whole] == [STORIES, STORIES, 0, 0, 0]
    assert [row["reason"] for row in whole[2:]] == [NO_TEXT, NO_TEXT, "is not text but binary data"]


def test_every_line_is_in_a_story_or_in_the_furniture() -> None:
    text = (ROOT / "samples" / "local-page" / "dump.txt").read_text(encoding="utf-8")
    (account,) = rows(arrow.accounts([batch(id=["x"], text=[text])]))
    lines = text.splitlines()
    told = [part["lines"] for part in account["stories"]]
    for part in account["furniture"]:
        assert part["text"] == "\n".join(lines[part["first"] - 1 : part["last"]])
        told.append((part["first"], part["last"]))
    covered = [number for first, last in told for number in range(first, last + 1)]
    assert len(covered) == len({*covered})
    assert {number for number, line in enumerate(lines, 1) if line.strip()} <= {*covered}


def test_stories_held_back_are_counted(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[hold_back]\nheadlines = ["望远镜"]\n', encoding="utf-8")
    (account,) = rows(arrow.accounts([batch(id=["x"], text=[DUMP])], load(tmp_path / "config.toml")))
    assert (account["held_back"], len(account["stories"])) == (1, STORIES - 1)


def test_readmes_example_with_plain_pyarrow_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = next(block for block in blocks("py") if "running.arrow" in block)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == "['A ferry returns']\n"


def test_no_dumps_give_no_batch_and_a_missing_column_an_error() -> None:
    assert rows(arrow.stories([batch(id=["x"], text=[DUMP]).slice(1)])) == []
    with pytest.raises(ValueError, match="`text` or `bytes`; there are: id, content"):
        list(arrow.stories([batch(id=["x"], content=["y"])]))


def test_a_dump_that_kills_its_process_costs_itself_only(deadly: Path) -> None:
    texts = [DUMP] * 5
    texts[2] += KILLS
    whole = rows(arrow.accounts([batch(id=list("abcde"), text=texts)]))
    assert [row["status"] for row in whole] == ["split", "split", "failed", "split", "split"]
    assert "its process was ended by SIGKILL" in str(whole[2]["reason"])
    assert worked(deadly) == list("abccde"), "it is tried once more, and nothing else is done again"


def test_a_dump_without_end_is_stopped_at_the_limit(deadly: Path, caplog: pytest.LogCaptureFixture) -> None:
    texts = [DUMP, DUMP + HANGS, DUMP]
    found = rows(arrow.stories([batch(id=list("abc"), text=texts)], limit=1.5))
    assert [row["file"] for row in found] == ["a"] * STORIES + ["c"] * STORIES
    assert caplog.messages == ["segmenter: b: it took longer than 1.5 s, twice"]
    assert worked(deadly) == list("abbc")


def test_a_process_serves_batch_after_batch_and_not_once_it_was_left(deadly: Path) -> None:
    given = batch(id=["a"], text=[DUMP])
    list(arrow.accounts([given]))
    ((child,),) = _idle.values()
    list(arrow.accounts([given]))
    assert [*_idle.values()] == [[child]]
    assert child._process.poll() is None
    for _ in child.accounts([Given("a", DUMP), Given("b", DUMP)]):
        break
    assert child.end is not None and child._process.poll() is not None
    _idle.clear()
