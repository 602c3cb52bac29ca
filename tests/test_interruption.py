"""Whatever moment a run ends at, its folder verifies, and the next run makes of it what one run would have made."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_folder import ALTERED, FERRY, MARKET, SCHOOL, contents, dump, edit, hold_little, run, split, story

SAMPLES = Path(__file__).parent.parent / "samples"
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX processes")
CHANGING = {"open", "os.mkdir", "os.rename", "os.remove", "os.truncate"}
"""What Python reports before it asks the system to change a folder."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new_dumps() -> list[str]:
    dump("a", MARKET, FERRY)
    dump("b", SCHOOL)
    return []


def changed_dumps() -> list[str]:
    """A run that creates, updates, renames, restores, overwrites with a copy, and removes."""
    dump("a", MARKET, FERRY)
    dump("b", SCHOOL)
    dump("c", *ALTERED)
    split()
    edit(story("望远镜"), "四十名", "四十四名")
    next(iter(Path("out").glob("*早市*"))).unlink()
    dump("a", MARKET.replace("三年内", "五年内"))
    dump("d", FERRY.replace("老渡口", "新渡口"))
    Path("config.toml").write_text('[files]\ntemplate = "{headline}-{date}.md"\n', encoding="utf-8")
    return ["--force", "--prune"]


def ended_at(step: int, arguments: list[str]) -> bool:
    """Run in a child process that kills itself before the step-th change in the folder; whether it came so far."""
    child = os.fork()
    if child == 0:
        steps = 0

        def watch(event: str, details: tuple[Any, ...]) -> None:
            nonlocal steps
            if event in CHANGING and Path(str(details[0])).absolute().is_relative_to(Path("out").absolute()):
                steps += 1
                if steps == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            split(*arguments, "-j", "1")
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), "the child failed"
    return status != 0


@pytest.mark.parametrize("little", [False, True])
@pytest.mark.parametrize("prepare", [new_dumps, changed_dumps])
def test_a_run_that_is_killed_before_any_one_step(
    prepare: Callable[[], list[str]], little: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if little:
        hold_little(monkeypatch)
    arguments = prepare()
    if Path("out").exists():
        shutil.copytree("out", "before")
    else:
        Path("before").mkdir()
    split(*arguments)
    expected = contents()
    steps = 0
    for steps in range(1, 1000):
        shutil.rmtree("out")
        shutil.copytree("before", "out")
        if not ended_at(steps, arguments):
            break
        # Before the first step there may be no ledger, and then there is nothing to verify.
        if Path("out/.segmenter.jsonl").exists() and Path("out/.segmenter.jsonl").stat().st_size:
            # What was edited before the run began is no matter of the run.
            found = {line.split(": ")[1] for line in run_verify() if "枣林小学" not in line}
            assert found <= ({"missing", "dump-changed"} if Path("before/.segmenter.jsonl").exists() else set())
        split(*arguments)
        assert contents() == expected, f"killed before step {steps}"
    assert steps > 10


def run_verify() -> Iterator[str]:
    from click.testing import CliRunner

    from segmenter.cli import main

    result = CliRunner().invoke(main, ["verify", "out"])
    assert result.exit_code in (0, 1), result.output
    yield from result.stdout.splitlines()


def test_a_ledger_that_ends_in_the_middle_of_a_line() -> None:
    dump("a", MARKET)
    split()
    dump("b", SCHOOL)
    shutil.copytree("out", "before")
    whole = Path("out/.segmenter.jsonl").read_bytes()
    split()
    expected = contents()
    added = [line for line in expected[".segmenter.jsonl"].splitlines(keepends=True) if b"b.txt" in line][0]
    for length in (0, 1, len(added) // 2, len(added) - 1):
        shutil.rmtree("out")
        shutil.copytree("before", "out")
        Path("out/.segmenter.jsonl").write_bytes(whole + added[:length])
        run("verify", "out")
        split()
        assert contents() == expected


def test_runs_that_are_killed_at_random_moments() -> None:
    """The real command, with worker processes and a real SIGKILL from outside."""
    Path("in").mkdir()
    page = (SAMPLES / "local-page" / "dump.txt").read_text(encoding="utf-8")
    for number in range(30):
        Path(f"in/{number:02}.txt").write_text(page.replace("9月", f"{number % 9 + 1}月"), encoding="utf-8")
    dump("changing", MARKET, FERRY)
    split("-j", "2")
    expected = contents()
    shutil.rmtree("out")
    command = [sys.executable, "-m", "segmenter", "split", "in", "-o", "out", "-j", "2"]
    chance = random.Random(20240305)
    killed = 0
    for _ in range(8):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ledger = Path("out/.segmenter.jsonl")
        deadline = time.monotonic() + 60
        while not ledger.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.4))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        if ledger.exists() and ledger.stat().st_size:
            run("verify", "out")
    assert killed
    split("-j", "2")
    assert contents() == expected
    assert "0 written" in split().stderr


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs /proc to find processes")
def test_workers_end_with_a_run_that_is_killed(folder: Path) -> None:
    dump("a", MARKET)
    dump("b", FERRY)
    os.mkfifo("in/c.txt")  # Nobody writes to it, so that a worker waits there.
    command = [sys.executable, "-m", "segmenter", "split", "in/a.txt", "in/b.txt", "in/c.txt", "-o", "out", "-j", "2"]

    def running() -> list[str]:
        found = []
        for path in Path("/proc").glob("[0-9]*/cwd"):
            try:
                if path.readlink() == folder and path.parent.name != str(os.getpid()):
                    found.append(path.parent.name)
            except OSError:  # It has ended, or is somebody else's.
                continue
        return found

    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while len(running()) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(running()) >= 3
    process.kill()
    process.wait()
    while running() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert running() == []


def test_a_worker_that_dies_takes_one_dump_with_it(folder: Path) -> None:
    """A worker is killed, as the system does when memory is short, as soon as it comes to one of the dumps."""
    for number in range(12):
        dump(f"{number:02}", MARKET.replace("六个冷柜", f"{number}个冷柜"))
    (folder / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "def watch(event, details):\n"
        "    if event == 'open' and str(details[0]).endswith('07.txt'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(watch)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "segmenter", "split", "in", "-o", "out", "-j", "2", "--log-format", "json"]
    result = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONPATH": str(folder)}, check=False)
    said = [json.loads(line) for line in result.stderr.splitlines()]
    assert result.returncode == 3
    assert [(line["level"], line["file"]) for line in said if line["level"] == "error"] == [
        ("error", str(Path("in/07.txt")))
    ]
    assert "its worker process died twice" in next(line["message"] for line in said if line["level"] == "error")
    assert (said[-1]["dumps"], said[-1]["stories"], said[-1]["failed"]) == (11, 11, 1)
    assert len(list(Path("out").glob("*.md"))) == 11


def test_a_folder_that_cannot_be_written_is_one_line(folder: Path) -> None:
    dump("a", MARKET)
    (folder / "file").write_text("x", encoding="utf-8")
    result = run("split", "in", "-o", "file/out", status=2)
    assert result.stderr == f"segmenter: {Path('file/out')}: cannot be written: Not a directory\n"


@pytest.mark.parametrize("little", [False, True])
def test_a_full_disk_names_the_story_and_the_next_run_writes_it(little: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    if little:
        hold_little(monkeypatch)
    dump("a", MARKET, FERRY.replace("大桥。", "大桥。" * 2000), SCHOOL)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        result = split(status=3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert "File too large" in result.stderr and "老渡口" in result.stderr
    assert len(list(Path("out").glob("*.md"))) == 2
    assert not list(Path("out").glob(".*.part"))
    run("verify", "out")
    split()
    assert len(list(Path("out").glob("*.md"))) == 3
    run("verify", "out")
