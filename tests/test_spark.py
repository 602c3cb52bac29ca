"""The splitter on Apache Spark, on a cluster of this machine with two workers: the same stories, each dump once."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from deadly import HANGS, KILLS, KILLS_EXECUTOR, lay, worked
from golden import NAMES, ROOT, dump_text
from test_cli import DUMP
from test_deciding import rule
from test_readme import blocks

from segmenter import split
from segmenter.cli import main
from segmenter.config import default_settings
from segmenter.deciding.decisions_file import write_decisions

pytest.importorskip("pyarrow", reason="needs the extra spark")
pytest.importorskip("pyspark", reason="needs the extra spark")
if shutil.which("java") is None:
    pytest.skip("needs Java", allow_module_level=True)

import pyarrow as pa  # noqa: E402
import pyspark  # noqa: E402
from pyarrow import parquet  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from segmenter.running import spark as jobs  # noqa: E402
from segmenter.running.spark import Done, Job, run  # noqa: E402
from segmenter.running.spark_input import InputError, glob_of  # noqa: E402
from segmenter.running.spark_runs import JobError, Runs  # noqa: E402
from segmenter.running.spark_store import StoreError  # noqa: E402
from segmenter.running.spark_tables import UNREAD, Tables  # noqa: E402

STORIES = 3


@pytest.fixture(scope="module")
def deadly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deadly")
    lay(folder)
    return folder


@pytest.fixture(scope="module")
def session(deadly: Path) -> Iterator[SparkSession]:
    paths = os.pathsep.join([str(deadly), str(ROOT)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", paths)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        # Jobs this small end before compilers have made them faster.
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        builder = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.executorEnv.PYTHONPATH", paths)
        builder = builder.config("spark.ui.enabled", False).config("spark.sql.shuffle.partitions", 2)
        builder = builder.config("spark.sql.codegen.wholeStage", False)
        # A task a file, so that it can be told what a task had.
        spark = builder.config("spark.sql.files.openCostInBytes", 2**27).getOrCreate()
        logs = Path(pyspark.__file__).parent / "work" / spark.sparkContext.applicationId
        yield spark
        spark.stop()
        shutil.rmtree(logs, ignore_errors=True)


def job(source: Path | str, output: Path | str, **more: Any) -> Job:
    whole = {"input_format": "text", "include": ["*.txt"], "format": "parquet", "partition_by": (), "limit": 60.0}
    return Job(input=str(source), output=str(output), **{**whole, "settings": default_settings(), **more})


def table(output: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(output / name, partitioning="hive").to_pylist()
    return rows


def put(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def rows_of(folder: Path, files: list[dict[str, list[Any]]]) -> Path:
    folder.mkdir()
    for number, columns in enumerate(files):
        parquet.write_table(pa.table(columns), folder / f"{number}.parquet")
    return folder


def test_stories_are_those_of_split_record_for_record(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(main, ["split", "samples", "--format", "jsonl"])
    expected = {(row["file"], row["ordinal"]): row for row in map(json.loads, printed.stdout.splitlines())}
    # The working directory of Spark is the one it was started in.
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    totals = run(session, job(tmp_path / "samples", tmp_path / "out")).totals
    assert (totals.dumps, totals.split, totals.stories) == (len(NAMES), len(NAMES), len(expected))
    found = {}
    for row in table(tmp_path / "out", "stories"):
        del row["run"]
        row["file"] = row["file"].removeprefix(f"{tmp_path}/")
        found[row["file"], row["ordinal"]] = row
    assert found == expected
    furniture = {(name, *lines) for name in NAMES for lines in split(dump_text(name)).furniture}
    rows = table(tmp_path / "out", "furniture")
    assert {(Path(row["file"]).parent.name, row["first"], row["last"]) for row in rows} == furniture


def test_a_rerun_does_what_is_missing(session: SparkSession, tmp_path: Path, deadly: Path) -> None:
    source, output = put(tmp_path / "in", one=DUMP, 二=DUMP), tmp_path / "out"
    assert run(session, job(source, output)).totals[:2] == (2, 2)
    worked(deadly)
    assert run(session, job(source, output)) == Done(before=2)
    assert worked(deadly) == []
    put(source, three=DUMP)
    assert run(session, job(source, output)).totals[:2] == (1, 1)
    assert worked(deadly) == [f"{source}/three.txt"]
    files = [f"{source}/{name}.txt" for name in ("one", "three", "二")]
    assert Counter(row["file"] for row in table(output, "stories")) == dict.fromkeys(files, STORIES)
    assert sorted(row["file"] for row in table(output, "accounts")) == files


@pytest.mark.parametrize("at", ["_save", "totals", "MARK"])
def test_what_a_run_left_that_was_killed_is_removed_and_done_again(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    source, output = put(tmp_path / "in", one=DUMP, two=DUMP), tmp_path / "out"
    run(session, job(source, output))
    put(source, three=DUMP)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if at == "MARK":
            patch.setattr(Runs, "count", killed)
        else:
            patch.setattr(Tables, at, killed)
        with pytest.raises(KeyboardInterrupt):
            run(session, job(source, output))
    assert len(list((output / "accounts").glob("run=*"))) == 2, "something was left"
    run(session, job(source, output))
    assert Counter(row["file"] for row in table(output, "stories")) == {
        f"{source}/{name}.txt": STORIES for name in ("one", "two", "three")
    }
    assert len(list((output / "accounts").glob("run=*"))) == 2
    assert not list(output.glob("_*"))


def mark(output: Path, **more: Any) -> None:
    told = {"run": "run=x", "host": "desk", "process": 7, "since": "2024-05-15T07:24:36Z", **more}
    output.mkdir()
    (output / "_RUNNING").write_text(json.dumps(told), encoding="utf-8")


def test_a_run_waits_for_the_end_of_another(session: SparkSession, tmp_path: Path) -> None:
    source, output = put(tmp_path / "in", one=DUMP), tmp_path / "out"
    mark(output)
    said = "another run is writing to it, since 2024-05-15T07:24:36Z in process 7 of desk; wait for its end or, if it "
    with pytest.raises(JobError, match=f"out: {said}is over, add --take-over"):
        run(session, job(source, output))
    assert [path.name for path in output.iterdir() if path.suffix != ".crc"] == ["_RUNNING"]
    assert run(session, job(source, output, take_over=True)).totals.split == 1
    assert not list(output.glob("_*"))


def test_a_run_that_another_took_over_does_not_count(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, output = put(tmp_path / "in", one=DUMP), tmp_path / "out"
    stage = jobs._stage

    def meanwhile(*arguments: Any) -> Any:
        monkeypatch.setattr(jobs, "_stage", stage)
        assert run(session, job(source, output, take_over=True)).totals.split == 1
        return stage(*arguments)

    monkeypatch.setattr(jobs, "_stage", meanwhile)
    with pytest.raises(JobError, match="another run has been begun there; this run does not count"):
        run(session, job(source, output))
    assert len(list(output.glob("accounts/*/_COMPLETE"))) == 1
    assert run(session, job(source, output)) == Done(before=1)
    assert [row["file"] for row in table(output, "stories")] == [f"{source}/one.txt"] * STORIES


def test_a_run_that_was_killed_on_this_machine_is_known_to_be_over(
    session: SparkSession, tmp_path: Path, deadly: Path
) -> None:
    source, output = put(tmp_path / "in", one=DUMP, two=DUMP + HANGS), tmp_path / "out"
    worked(deadly)
    options = ["--master", "local[2]", "--conf", "spark.ui.enabled=false", "-q"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(deadly), str(ROOT)])}
    with subprocess.Popen(
        [sys.executable, "-m", "segmenter", "spark", source, output, *options],
        env=environment,
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    ) as other:
        try:
            while not any("two" in name for name in worked(deadly)):
                assert other.poll() is None
                time.sleep(0.1)
            with pytest.raises(JobError, match=rf"in process {other.pid} of {socket.gethostname()}; wait for its end"):
                run(session, job(source, output))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(other.pid, signal.SIGKILL)
    put(source, two=DUMP)
    assert run(session, job(source, output)).totals[:2] == (2, 2)
    assert Counter(row["file"] for row in table(output, "stories")) == {
        f"{source}/{name}.txt": STORIES for name in ("one", "two")
    }
    assert not list(output.glob("_*"))


def test_decisions_are_followed_as_in_split(session: SparkSession, tmp_path: Path) -> None:
    source, output = put(tmp_path / "in", one=DUMP, two=DUMP.replace("老渡口", "新渡口"), three=DUMP), tmp_path / "out"
    rulings = (
        rule(DUMP, 7, field="section", value="要闻"),
        rule(DUMP.replace("老渡口", "新渡口"), 7, field="section", value="交通"),
        rule(DUMP.replace("枣林小学", "枣林中学"), 13, field="section", value="教育", dump="../in/two.txt"),
    )
    settings = replace(default_settings(), decisions=rulings)
    done = run(session, job(source, output, settings=settings))
    assert done.decided == {0, 1}
    assert done.undecided == (f"{source}/two.txt",)
    found = {(Path(row["file"]).stem, row["ordinal"]): row["section"] for row in table(output, "stories")}
    assert {key: section for key, section in found.items() if section} == {
        ("one", 2): "要闻", ("two", 2): "交通", ("three", 2): "要闻"
    }  # fmt: skip
    assert not run(session, job(source, output, settings=settings)).other_settings
    assert run(session, job(source, output)).other_settings


def test_dumps_that_kill_and_hang_and_raise_are_named_and_the_rest_done(
    session: SparkSession, tmp_path: Path, deadly: Path
) -> None:
    texts = {f"good{number}": DUMP for number in range(6)}
    source = put(tmp_path / "in", kills=DUMP + KILLS, hangs=DUMP + HANGS, raises="\0\1\2\3", **texts)
    worked(deadly)
    done = run(session, job(source, tmp_path / "out", limit=2.0))
    totals = done.totals
    assert (totals.dumps, totals.split, totals.failed, totals.stories) == (9, 6, 3, 6 * STORIES)
    assert [(Path(file).stem, reason.partition(";")[0]) for file, reason in done.failures] == [
        ("hangs", "it took longer than 2 s, twice"),
        ("kills", "its process was ended by SIGKILL"),
        ("raises", "is not text but binary data"),
    ]
    assert sorted((row["file"], row["reason"]) for row in table(tmp_path / "out", "failures")) == list(done.failures)
    begun = Counter(Path(file).stem for file in worked(deadly))
    assert begun == {**dict.fromkeys(texts, 1), "kills": 2, "hangs": 2, "raises": 1}


def test_a_worker_that_is_killed_costs_its_own_tasks_only(session: SparkSession, tmp_path: Path, deadly: Path) -> None:
    ids = [[f"{task}-{number}" for number in range(4)] for task in range(6)]
    texts = [[DUMP + KILLS_EXECUTOR * (name == "2-2") for name in names] for names in ids]
    source = rows_of(
        tmp_path / "in", [{"id": names, "text": told} for names, told in zip(ids, texts, strict=True)]
    )
    worked(deadly)
    session.sparkContext.setJobGroup("killed", "a worker is killed")
    totals = run(session, job(source, tmp_path / "out", input_format="parquet", include=())).totals
    assert (deadly / "killed").exists()
    assert (totals.dumps, totals.split, totals.stories) == (24, 24, 24 * STORIES)
    begun = Counter(worked(deadly))
    again = {name for name, times in begun.items() if times > 1}
    assert "2-2" in again and again <= {*ids[2]}, "no dump of another task was worked on twice"
    status = session.sparkContext.statusTracker()
    stages = [stage for at in status.getJobIdsForGroup("killed") for stage in status.getJobInfo(at).stageIds]  # type: ignore[union-attr]
    attempts = [status.getStageInfo(stage) for stage in stages]
    assert sum(stage.numFailedTasks for stage in attempts if stage) == 1, "no other task was lost"
    assert Counter(row["file"] for row in table(tmp_path / "out", "stories")) == dict.fromkeys(begun, STORIES)


def test_rows_of_parquet_pass_columns_on_and_stories_are_parted(session: SparkSession, tmp_path: Path) -> None:
    columns: dict[str, list[Any]] = {"id": ["a", "b"], "bytes": [DUMP.encode("gb18030"), None], "text": [None, DUMP]}
    columns["source"] = ["x", "y"]
    source = rows_of(tmp_path / "in", [columns])
    more = {"input_format": "parquet", "include": (), "format": "jsonl", "partition_by": ("date", "source")}
    totals = run(session, job(source, tmp_path / "out", **more)).totals
    assert totals.stories == 2 * STORIES
    files = sorted((tmp_path / "out" / "stories").rglob("*.json"))
    found = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert Counter(row["dump_source"] for row in found) == {"x": STORIES, "y": STORIES}
    printed = CliRunner().invoke(main, ["split", "-", "--format", "jsonl"], input=DUMP.encode())
    expected = [{**json.loads(line), "file": file} for line in printed.stdout.splitlines() for file in "ab"]
    for row in found:
        del row["dump_source"]
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert list(found[0]) == list(expected[0])
    folders = {file.parent.parent.name for file in files}
    assert folders == {f"by_date={row['published'] or '__HIVE_DEFAULT_PARTITION__'}" for row in expected}
    with pytest.raises(JobError, match=r"was written with format jsonl, not parquet; take another folder"):
        run(session, job(source, tmp_path / "out", **{**more, "format": "parquet"}))


def test_lines_that_are_no_dumps_are_accounted_for(session: SparkSession, tmp_path: Path) -> None:
    whole, unnamed = json.dumps({"id": "a", "text": DUMP}), json.dumps({"text": DUMP})
    lines = [whole, '{"id": "b", "text": "cut', unnamed, '{"id": "c"}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    totals = run(session, job(tmp_path / "in.jsonl", tmp_path / "out", input_format="jsonl", include=())).totals
    assert (totals.dumps, totals.split, totals.failed) == (4, 1, 3)
    named = sorted(row["file"] for row in table(tmp_path / "out", "failures"))
    assert named[0] == "c" and all("in.jsonl#" in name for name in named[1:])


def test_a_file_that_goes_during_the_run_is_accounted_for(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = put(tmp_path / "in", stays=DUMP, goes=DUMP)
    stage = jobs._stage

    def gone(*arguments: Any) -> Any:
        (source / "goes.txt").unlink()
        return stage(*arguments)

    monkeypatch.setattr(jobs, "_stage", gone)
    done = run(session, job(source, tmp_path / "out"))
    assert (done.totals.dumps, done.totals.split, done.failures) == (2, 1, ((f"{source}/goes.txt", UNREAD),))


@pytest.mark.parametrize(
    "times, said",
    [
        (1, "2 dumps went in, and 1 are accounted for; this run does not count"),
        (2, "2 dumps were split, under 1 names; this run does not count"),
    ],
)
def test_a_sum_that_is_wrong_fails_and_does_not_count(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, said: str
) -> None:
    source = rows_of(tmp_path / "in", [{"id": ["a", "b"], "text": [DUMP, DUMP]}])
    stage = jobs._stage
    more = {"input_format": "parquet", "include": ()}
    with monkeypatch.context() as patch:

        def lossy(*arguments: Any) -> Any:
            one = stage(*arguments).where("file = 'a'")
            return one if times == 1 else one.unionByName(one)

        patch.setattr(jobs, "_stage", lossy)
        with pytest.raises(JobError, match=said):
            run(session, job(source, tmp_path / "out", **more))
    assert run(session, job(source, tmp_path / "out", **more)).totals[:2] == (2, 2)


def test_what_cannot_be_worked_on_is_said(session: SparkSession, tmp_path: Path) -> None:
    twice = rows_of(tmp_path / "twice", [{"id": ["a", "b", "a"], "text": [DUMP, "x", "y"]}])
    with pytest.raises(JobError, match="several dumps have one id, and could not be told apart: a; give each its own"):
        run(session, job(twice, tmp_path / "out", input_format="parquet", include=()))
    other = rows_of(tmp_path / "other", [{"name": ["a"], "content": ["x"]}])
    with pytest.raises(InputError, match="needs the columns id, and text or bytes; it has name, content"):
        run(session, job(other, tmp_path / "out", input_format="parquet", include=()))
    with pytest.raises(StoreError, match='nowhere://x: No FileSystem for scheme "nowhere"'):
        run(session, job(twice, "nowhere://x"))
    with pytest.raises(JobError, match="holds no dump"):
        run(session, job(put(tmp_path / "none"), tmp_path / "out"))


def test_readmes_example_of_the_seam_runs(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = (block for block in blocks("py") if "mapInArrow" in block)
    # Spark resolves paths from where it was started.
    code = code.replace('"dumps.parquet"', repr(str(tmp_path / "in"))).replace('"stories"', repr(str(tmp_path / "out")))
    rows_of(tmp_path / "in", [{"id": ["a"], "text": [DUMP], "desk": ["north"]}])
    exec(compile(code, "README.md", "exec"), {"spark": session})
    found = parquet.read_table(tmp_path / "out").to_pylist()
    assert [(row["file"], row["desk"]) for row in found] == [("a", "north")] * STORIES


def test_names_fit_in_capitals_or_not() -> None:
    assert glob_of(["*.txt", "新-1*"]) == "{*.[tT][xX][tT],新-1*}"


def test_spark_submit_runs_the_command(tmp_path: Path) -> None:
    source = put(tmp_path / "in 页", one=DUMP, bad="\0\1\2\3")
    (tmp_path / "in 页" / "TWO.TXT").write_text(DUMP, encoding="utf-8")
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    script = ROOT / "segmenter" / "__main__.py"
    events = tmp_path / "events"
    events.mkdir()
    settings = {"ui.enabled": "false", "eventLog.enabled": "true", "eventLog.dir": events, "eventLog.compress": "false"}
    confs = [part for key, value in settings.items() for part in ("--conf", f"spark.{key}={value}")]
    options = ["--master", "local[3]", *confs]
    command: list[str | Path] = [submit, *options, script, "spark", source]
    told = {"field": "section", "dump": "../in 页/one.txt"}
    rulings = [rule(DUMP, 1, **told, value="要闻"), rule(DUMP.replace("枣林", "桃林"), 13, **told, value="教育")]
    (tmp_path / "out").mkdir()
    write_decisions(tmp_path / "out" / "decisions.jsonl", rulings)
    ours = {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    environment = {**os.environ, **ours}
    ended = subprocess.run([*command, tmp_path / "out"], env=environment, cwd=tmp_path, capture_output=True, text=True)
    assert ended.returncode == 3, ended.stderr
    # spark-submit puts all that Python says on its standard output.
    assert f"segmenter: {source}/bad.txt: is not text but binary data" in ended.stdout
    counts = "3 dumps, 2 split, 0 empty, 1 failed, 6 stories, 0 held back; 0 accounted for before"
    assert f"segmenter: {tmp_path}/out: {counts}" in ended.stdout
    unfit = f"{told['dump']}:13: the decision (section) on '桃林小学添了一架望远镜' does not fit the text"
    assert f"{tmp_path}/out/decisions.jsonl: {unfit}" in ended.stdout and ":1: the decision" not in ended.stdout
    told_of = [line for file in events.rglob("*") if file.is_file() for line in file.read_text().splitlines()]
    assert '"spark.master":"local[3]"' in next(line for line in told_of if "EnvironmentUpdate" in line)
    rows = table(tmp_path / "out", "stories")
    sections = {(Path(row["file"]).name, row["ordinal"], row["section"]) for row in rows}
    assert sections == {(name, n, "要闻" if n == 1 else None) for name in ("one.txt", "TWO.TXT") for n in (1, 2, 3)}
