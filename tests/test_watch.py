"""A hot folder, with the command itself in a process of its own, and the files of the inbox looked at by themselves."""

import errno
import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from segmenter.cli import main
from segmenter.deciding.decisions_file import write_decisions
from segmenter.deciding.placing import Places
from segmenter.deciding.rulings import Ruling
from segmenter.running.inbox import Inbox

fcntl = pytest.importorskip("fcntl", reason="signals and locks are those of Unix")

MARKET = """\
青石桥早市搬进新棚

  本报讯(记者 罗一苇)2024年3月5日清晨,青石桥早市的三百多个摊位搬进了河西的新棚。管理处承诺三年内不涨摊位费。

  新棚装了排水沟和照明灯,凌晨三点就可以进货。管理处主任车向荣说,下个月还要添六个冷柜,鱼贩和肉贩优先使用。
"""
FERRY = """\
老渡口停航检修十天

  本报讯(记者 谷雨)自2024年3月8日起,老渡口停航检修十天,过江的居民可以改乘九路公交车绕行大桥。

  检修期间月票顺延,船工轮流到桥头引导老人乘车。
"""
BLANK = " \n\n"
"""No dump can be made of this."""
WATCH = ("watch", "in", "-o", "out")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    return tmp_path


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == status, result.output
    return result


@contextmanager
def watching(*arguments: str, settle: float = 0.2) -> Iterator[subprocess.Popen[bytes]]:
    """The command at work; what it says goes to the file `log`."""
    command = [sys.executable, "-m", "segmenter", *WATCH, "--settle", str(settle), *arguments]
    with Path("log").open("wb") as log, subprocess.Popen(command, stderr=log) as process:
        try:
            until(lambda: "is watched for" in said())
            yield process
        finally:
            process.kill()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, said()
        time.sleep(0.02)


def end(process: subprocess.Popen[bytes], by: signal.Signals = signal.SIGTERM) -> str:
    """End the command. Gives the last line of what it said."""
    process.send_signal(by)
    assert process.wait(30) == 130, said()
    return said().splitlines()[-1]


def said() -> str:
    return Path("log").read_text(encoding="utf-8")


def drop(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def stories() -> list[Path]:
    return sorted(Path("out").rglob("*.md"))


def story(headline: str) -> str | None:
    """What the one file of that story holds, if there is one."""
    files = list(Path("out").rglob(f"*{headline}*.md"))
    assert len(files) < 2
    return files[0].read_text(encoding="utf-8") if files else None


def files(root: str) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text() for path in Path(root).rglob("*") if path.is_file()}


# What is dropped is split


def test_what_is_dropped_is_split_as_split_would_and_not_again_after_a_restart() -> None:
    drop("in/there.txt", MARKET)
    drop("in/notes.csv", FERRY)
    with watching() as process:
        drop("in/desk/.dropped.txt.part", FERRY)
        until(lambda: "in/there.txt: 1 dump, 1 story, 1 written" in said())
        assert story("渡口") is None
        Path("in/desk/.dropped.txt.part").rename("in/desk/dropped.txt")
        until(lambda: "in/desk/dropped.txt: 1 dump, 1 story, 1 written" in said())
        assert "  file: in/desk/dropped.txt\n" in (story("渡口") or "")
        # Between batches, the folder is free for others.
        assert "2 dumps, 2 stories, 0 written, 2 unchanged" in run("split", "in", "-o", "out").stderr
        run("verify", "out")
        drop("in/there.txt", MARKET.replace("六个冷柜", "八个冷柜"))
        until(lambda: "八个冷柜" in (story("早市") or ""))
        assert "3 dumps, 3 stories, 3 written" in end(process)
    before = {path: path.stat().st_mtime_ns for path in Path("out").iterdir()}
    assert len(before) == 3
    with watching() as process:
        until(lambda: "in: 2 dumps, 2 stories, 0 written, 2 unchanged" in said())
        end(process)
    assert {path: path.stat().st_mtime_ns for path in Path("out").iterdir()} == before


def test_a_dump_that_grows_is_split_when_it_is_done() -> None:
    parts = [*MARKET, "\n", *FERRY]
    with watching("-v", settle=1) as process, Path("in/slow.txt").open("w", encoding="utf-8") as file:
        for _ in range(15):
            file.write("".join(parts[: len(parts) // 14]))
            del parts[: len(parts) // 14]
            file.flush()
            time.sleep(0.1)
            assert stories() == []
        file.write("".join(parts))
        file.close()
        until(lambda: "written" in said())
        assert story("早市") and story("渡口")
        assert said().count("create") == 2
        assert "1 dump, 2 stories, 2 written" in end(process)


def test_polling_finds_what_is_dropped_and_a_second_watcher_is_told() -> None:
    with watching("--poll", "--log-format", "json") as process:
        assert "in: another run is watching it" in run("watch", "in", "-o", "elsewhere", "--once", status=2).stderr
        drop("in/a.txt", MARKET)
        until(lambda: story("早市") is not None)
        closing = json.loads(end(process, signal.SIGINT))
    assert (closing["level"], closing["dumps"], closing["written"]) == ("info", 1, 1)


# What cannot be processed


def test_what_people_decide_meanwhile_is_followed() -> None:
    key = Places(MARKET.splitlines()).key(1)
    ruling = Ruling(**{"dump": "../in/page.txt", "line": 1, "field": "section", "value": "要闻", **key})
    with watching() as process:
        write_decisions(Path("out/decisions.jsonl"), [ruling])
        drop("in/page.txt", MARKET)
        until(lambda: "section: 要闻" in (story("早市") or ""))
        drop("in/page.txt", FERRY)
        until(lambda: "the decision (section) on '青石桥早市搬进新棚' does not fit" in said())
        end(process)


def test_what_cannot_be_processed_is_moved_and_none_is_overwritten() -> None:
    with watching() as process:
        for number, name in enumerate(("a.txt", "a.2.txt", "a.3.txt"), 1):
            drop("in/desk/a.txt", BLANK * number)
            until(lambda name=name: f"moved to in/failed/desk/{name}\n" in said())  # type: ignore[misc]
            assert not Path("in/desk/a.txt").exists()
        drop("in/b.txt", MARKET)
        until(lambda: story("早市") is not None)
        assert "1 dump, 1 story, 1 written, 3 failed" in end(process)
    reason = "in/desk/a.txt: holds only blank lines\n"
    assert files("in/failed") == {
        "desk/a.txt": BLANK,
        "desk/a.txt.reason": reason,
        "desk/a.2.txt": BLANK * 2,
        "desk/a.2.txt.reason": reason,
        "desk/a.3.txt": BLANK * 3,
        "desk/a.3.txt.reason": reason,
    }


def test_what_cannot_be_moved_is_said_once_and_left() -> None:
    drop("blocked", "no folder")
    with watching("--failed", "blocked/failed") as process:
        drop("in/a.txt", BLANK)
        until(lambda: "cannot be moved to blocked/failed" in said())
        drop("in/b.txt", MARKET)
        until(lambda: story("早市") is not None)
        end(process)
    assert said().count("in/a.txt") == 1
    assert Path("in/a.txt").read_text() == BLANK


def test_once_takes_what_is_there_and_ends() -> None:
    drop("in/a.txt", MARKET)
    drop("in/b.txt", BLANK)
    result = run(*WATCH, "--once", "--settle", "0", "--failed", "bad", status=3)
    assert "in/b.txt: holds only blank lines; moved to bad/b.txt" in result.stderr
    assert sorted(files("bad")) == ["b.txt", "b.txt.reason"]
    assert run(*WATCH, "--once", "--settle", "0", "--quiet").stderr == ""
    assert "1 dump, 1 story, 0 written, 1 unchanged" in run("split", "in", "-o", "out").stderr


def test_to_another_disk_a_file_is_copied_and_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(path: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(Path, "rename", rename)
    drop("in/a.txt", BLANK)
    run(*WATCH, "--once", "--settle", "0", status=3)
    assert files("in") == {"failed/a.txt": BLANK, "failed/a.txt.reason": "in/a.txt: holds only blank lines\n"}


def test_an_empty_file_is_named_and_left() -> None:
    drop("in/a.txt", "")
    assert run(*WATCH, "--once", "--settle", "0").stderr.count("in/a.txt: is empty") == 1
    assert files("in") == {"a.txt": ""}


def test_a_dump_of_which_a_story_cannot_be_written_stays_and_is_tried_again() -> None:
    drop("config.toml", '[files]\ntemplate = "{year}/{headline}.md"\n')
    drop("out/2024", "no folder")
    drop("in/a.txt", MARKET)
    assert "out/2024" in run(*WATCH, "--once", "--settle", "0", status=3).stderr
    assert files("in") == {"a.txt": MARKET}
    Path("out/2024").unlink()
    run(*WATCH, "--once", "--settle", "0")
    assert story("早市") is not None


# Folders


@pytest.mark.parametrize("options", [[], ["--failed", "in/deep/failed"]])
def test_neither_stories_nor_failed_inputs_are_taken_for_dumps(options: list[str]) -> None:
    drop("in/a.txt", MARKET)
    drop("in/b.md", BLANK)
    arguments = ["watch", "in", "-o", "in/deep/out", "--include", "*", "--once", "--settle", "0", *options]
    assert "1 dump, 1 story, 1 written, 1 failed" in run(*arguments, status=3).stderr
    assert "1 dump, 1 story, 0 written, 1 unchanged" in run(*arguments).stderr
    assert len(list(Path("in/deep/out").glob("*.md"))) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere", "-o", "out"], "nowhere: does not exist"),
        (["file", "-o", "out"], "file: is no folder"),
        (["in", "-o", "in"], "in: is the folder to watch"),
        (["in", "-o", "file"], "file: is no folder"),
        (["in", "-o", "out", "--failed", "in/."], "in: is the folder to watch"),
        (["in", "-o", "out", "--failed", "file"], "file: is no folder"),
    ],
)
def test_folders_that_are_of_no_use_are_named(arguments: list[str], message: str) -> None:
    drop("file", MARKET)
    drop("in/a.txt", MARKET)
    assert f"segmenter: {message}" in run("watch", *arguments, status=2).stderr
    assert files("in") == {"a.txt": MARKET}
    assert not Path("nowhere").exists()


def test_a_ledger_that_cannot_be_read_ends_it_at_once() -> None:
    drop("out/.segmenter.jsonl", "{}\n")
    assert "out/.segmenter.jsonl:1: is no line of a ledger" in run(*WATCH, status=2).stderr


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert "pip install 'segmenter[watch]'" in run(*WATCH, status=2).stderr
    drop("in/a.txt", MARKET)
    run(*WATCH, "--once", "--settle", "0")
    assert len(stories()) == 1


# Other runs, and ends


def test_a_folder_that_another_run_has_is_waited_for() -> None:
    Path("out").mkdir()
    lock = os.open("out", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with watching() as process:
        drop("in/a.txt", MARKET)
        time.sleep(1.5)  # It tries every second.
        assert stories() == []
        os.close(lock)
        until(lambda: story("早市") is not None)
        end(process)
    assert said().count("waits: out: another run is writing there") == 1


def test_a_run_that_is_killed_is_finished_by_the_next() -> None:
    for number in range(40):
        drop(
            f"in/{number:02}.txt",
            MARKET.replace("青石桥", f"青石第{number}桥") + "\n" + FERRY.replace("老", f"{number}号"),
        )
    run("split", "in", "-o", "expected")
    with watching(settle=0) as process:
        until(lambda: len(stories()) > 0)
        process.kill()
        assert process.wait() == -signal.SIGKILL
    assert "80 stories" in run(*WATCH, "--once", "--settle", "0").stderr
    assert files("out") == files("expected")
    assert len(stories()) == 80
    run("verify", "out")


def test_what_was_begun_is_finished_at_the_end() -> None:
    for number in range(40):
        drop(f"in/{number:02}.txt", MARKET.replace("青石桥", f"青石第{number}桥"))
    with watching(settle=0) as process:
        until(lambda: len(stories()) > 0)
        closing = end(process)
    run("verify", "out")
    assert f" {len(stories())} written" in closing


# The files of the inbox


def test_a_file_is_ready_once_it_has_settled_and_again_when_it_has_changed() -> None:
    drop("in/a.txt", MARKET)
    inbox = Inbox("in", ["*.txt"], [], settle=0.05)
    assert inbox.look().ready == []
    until(lambda: time.monotonic() >= inbox.due)
    assert inbox.look().ready == ["in/a.txt"]
    inbox.put_off("in/a.txt", math.inf)
    assert (inbox.look().ready, inbox.due) == ([], math.inf)
    drop("in/a.txt", FERRY)
    assert inbox.is_growing("in/a.txt")
    assert inbox.look().ready == []
    until(lambda: inbox.look().ready == ["in/a.txt"])


def test_an_empty_file_is_named_once_and_ready_when_something_is_written_to_it() -> None:
    drop("in/a.txt", "")
    inbox = Inbox("in", ["*.txt"], [], settle=0)
    assert inbox.look() == ([], ["in/a.txt"], [], [])
    assert inbox.look() == ([], [], [], [])
    drop("in/a.txt", MARKET)
    assert inbox.look() == (["in/a.txt"], [], [], [])


def test_a_file_that_goes_while_it_is_waited_for_is_named_once() -> None:
    drop("in/a.txt", MARKET)
    drop("in/b.txt", MARKET)
    inbox = Inbox("in", ["*.txt"], [], settle=0)
    assert inbox.look().ready == ["in/a.txt", "in/b.txt"]
    inbox.put_off("in/b.txt", math.inf)
    Path("in/a.txt").unlink()
    Path("in/b.txt").unlink()
    assert inbox.look().gone == ["in/a.txt"]
    assert inbox.look().gone == []


def test_what_is_no_file_is_named_once_and_an_inbox_that_is_away_comes_back() -> None:
    drop("in/a.txt", MARKET)
    os.mkfifo("in/pipe.txt")
    inbox = Inbox("in", ["*.txt"], [], settle=0)
    assert [(problem.path, problem.reason) for problem in inbox.look().problems] == [
        ("in/pipe.txt", "is no regular file")
    ]
    assert inbox.look().problems == []
    inbox.put_off("in/a.txt", math.inf)
    Path("in").rename("away")
    assert [problem.path for problem in inbox.look().problems] == ["in"]
    assert inbox.look().problems == []
    Path("away").rename("in")
    assert inbox.look().ready == []
