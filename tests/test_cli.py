"""The command line: what it writes and prints, each exit status, and how it ends in a pipe or by Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from segmenter.cli import main

SAMPLES = Path(__file__).parent.parent / "samples"
DUMP = """\
青石桥早市搬进新棚

  本报讯(记者 罗一苇)3月5日清晨,青石桥早市的三百多个摊位搬进了河西的新棚。管理处承诺三年内不涨摊位费。

  新棚装了排水沟和照明灯,凌晨三点就可以进货。管理处主任车向荣说,下个月还要添六个冷柜,鱼贩和肉贩优先使用。

老渡口停航检修十天

  本报讯(记者 谷雨)自3月8日起,老渡口停航检修十天,过江的居民可以改乘九路公交车绕行大桥。

  检修期间月票顺延,船工轮流到桥头引导老人乘车。

枣林小学添了一架望远镜

  本报讯(记者 罗一苇)枣林小学的楼顶上周架起了一台口径二十厘米的望远镜,四十名学生排队看了木星。

  学校打算每周五晚上开放,家长也可以来看。
"""
STORIES = 3
"""In DUMP, on lines 1, 7 and 13."""
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals and terminals")


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.stderr
    return result


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with one dump in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(DUMP, encoding="utf-8")
    return tmp_path


# What is written and printed


def test_markdown_goes_to_a_folder_one_file_a_story(folder: Path) -> None:
    result = run("split", "page.txt", "-o", "out/stories")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(list((folder / "out" / "stories").glob("*.md"))) == STORIES
    assert result.stderr.splitlines()[-1].startswith(f"segmenter: 1 dump, {STORIES} stories, {STORIES} written")


def test_a_second_run_writes_nothing_and_says_so(folder: Path) -> None:
    run("split", "page.txt", "-o", "out")
    before = {path: path.stat().st_mtime_ns for path in (folder / "out").iterdir()}
    result = run("split", "page.txt", "-o", "out")
    assert result.exit_code == 0
    assert f"{STORIES} stories, 0 written, {STORIES} unchanged" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in (folder / "out").iterdir()} == before


def test_a_changed_dump_replaces_its_stories(folder: Path) -> None:
    run("split", "page.txt", "-o", "out")
    (folder / "page.txt").write_text(DUMP.replace("添六个冷柜", "添八个冷柜"), encoding="utf-8")
    result = run("split", "page.txt", "-o", "out")
    assert result.exit_code == 0
    assert len(list((folder / "out").glob("*.md"))) == STORIES
    assert any("添八个冷柜" in path.read_text(encoding="utf-8") for path in (folder / "out").iterdir())


def test_records_go_to_standard_output_or_a_file(folder: Path) -> None:
    printed = run("split", "page.txt", "--format", "jsonl")
    assert printed.exit_code == 0
    assert [record["ordinal"] for record in records(printed.stdout)] == [1, 2, 3]
    assert {record["file"] for record in records(printed.stdout)} == {"page.txt"}
    for _ in range(2):
        assert run("split", "page.txt", "--format", "jsonl", "-o", "out.jsonl").exit_code == 0
        assert (folder / "out.jsonl").read_text(encoding="utf-8") == printed.stdout


def test_dash_prints_the_same_markdown_that_files_hold(folder: Path) -> None:
    run("split", "page.txt", "-o", "out")
    printed = run("split", "page.txt", "-o", "-").stdout
    texts = [path.read_text(encoding="utf-8") for path in (folder / "out").glob("*.md")]
    assert "\n".join(sorted(texts, key=printed.index)) == printed


def test_standard_input(folder: Path) -> None:
    result = run("split", "-", "--format", "jsonl", stdin=DUMP.encode("gb18030"))
    assert result.exit_code == 0
    assert {record["file"] for record in records(result.stdout)} == {"-"}
    named = records(run("split", "page.txt", "--format", "jsonl").stdout)
    assert [record["id"] for record in records(result.stdout)] == [record["id"] for record in named]


def test_folders_globs_and_include(folder: Path) -> None:
    for name in ("in/a.txt", "in/deep/b.text", "in/c.log", "in/stories/d.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(DUMP, encoding="utf-8")

    def files(*arguments: str) -> set[object]:
        return {record["file"] for record in records(run("split", *arguments, "--format", "jsonl").stdout)}

    assert files("in") == {str(Path("in/a.txt")), str(Path("in/deep/b.text"))}
    assert files("in", "--include", "*.log") == {str(Path("in/c.log"))}
    assert files("in/*.log", "page.txt") == {str(Path("in/c.log")), "page.txt"}


def test_samples_give_only_dumps() -> None:
    result = run("split", SAMPLES, "--format", "jsonl")
    assert result.exit_code == 0
    assert {Path(str(record["file"])) for record in records(result.stdout)} == set(SAMPLES.glob("*/dump.txt"))


def test_encoding_is_obeyed(folder: Path) -> None:
    (folder / "page.txt").write_bytes(DUMP.encode("gb18030"))
    assert run("split", "page.txt", "--format", "jsonl", "--encoding", "gbk").exit_code == 0
    result = run("split", "page.txt", "--format", "jsonl", "--encoding", "utf-8")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("segmenter: page.txt: does not decode as utf-8")


def test_stories_that_the_settings_hold_back_are_named_and_not_written(folder: Path) -> None:
    (folder / "config.toml").write_text('[hold_back]\nheadlines = ["渡口停航"]\n', encoding="utf-8")
    result = run("split", "page.txt", "--format", "jsonl")
    assert result.exit_code == 0
    assert [record["ordinal"] for record in records(result.stdout)] == [1, 3]
    assert "segmenter: page.txt:7: 老渡口停航检修十天: held back: " in result.stderr
    assert "1 held back" in result.stderr.splitlines()[-1]


def test_settings_of_another_tool_are_passed_over_and_named(folder: Path) -> None:
    (folder / "config.toml").write_text("baseURL = 'https://example.org'\n[params]\nx = 1\n", encoding="utf-8")
    (folder / "deep").mkdir()
    (folder / "page.txt").rename(folder / "deep" / "page.txt")
    os.chdir(folder / "deep")
    result = run("split", "page.txt", "-o", "out")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"segmenter: {folder / 'config.toml'}: has no settings for segmenter")


def test_quiet_says_only_what_went_wrong(folder: Path) -> None:
    assert run("split", "page.txt", "-o", "out", "--quiet").stderr == ""
    assert run("split", "page.txt", "gone.txt", "-o", "out", "-q").stderr == "segmenter: gone.txt: does not exist\n"


# Exit statuses


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["split", "-h"], ["explain", "--help"]])
def test_help_and_version_end_with_0(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["divide"], "No such command 'divide'"),
        (["split"], "or - to read standard input"),
        (["split", "page.txt"], "`-o FOLDER`"),
        (["split", "page.txt", "--format", "docx"], "'docx' is not one of"),
        (["split", "page.txt", "-o", "page.txt"], "page.txt: is no folder"),
        (["split", "page.txt", "--format", "jsonl", "-o", "no/such/folder"], "no/such/folder: cannot be written"),
        (["split", "page.txt", "--format", "jsonl", "-o", "page.txt"], "page.txt: is left as it is"),
        (["split", "page.txt", "-o", "out", "--encoding", "klingon"], "'klingon'"),
        (["split", "page.txt", "-o", "out", "--config", "gone.toml"], "gone.toml: cannot be read"),
        (["split", "page.txt", "-o", "out", "--config", "wrong.toml"], "wrong.toml: files.templat: unknown key"),
        (["explain"], "Missing argument"),
        (["explain", "page.txt:6"], "line 6 of page.txt is blank"),
        (["explain", "page.txt:9999"], "beyond its last line"),
        (["explain", "page.txt", "--config", "wrong.toml"], "wrong.toml: files.templat: unknown key"),
        (["completion", "dosshell"], "'dosshell' is not one of"),
    ],
)
def test_wrong_usage_or_configuration_ends_with_2(folder: Path, arguments: list[str], message: str) -> None:
    (folder / "wrong.toml").write_text("[files]\ntemplat = 'x'\n", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert sorted(folder.rglob("*")) == before
    assert (folder / "page.txt").read_text(encoding="utf-8") == DUMP


BAD_INPUTS: list[tuple[str, bytes | None, str]] = [
    ("gone.txt", None, "does not exist"),
    ("*.gone", None, "matches no"),
    ("empty.txt", b"", "is empty"),
    ("blank.txt", "\n\u3000\n\u00a0\n".encode(), "blank lines"),
    ("binary.txt", bytes(range(256)) * 8, "is not text"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_INPUTS)
def test_an_input_that_cannot_be_processed_ends_with_3(
    folder: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    result = run("split", name, "page.txt", "--format", "jsonl")
    assert result.exit_code == 3
    assert len(records(result.stdout)) == STORIES
    lines = [line for line in result.stderr.splitlines() if line.startswith(f"segmenter: {name}: ")]
    assert len(lines) == 1
    assert message in lines[0]
    assert re.search(r", 1 failed, [0-9.]+ s$", result.stderr)


def test_a_folder_without_dumps_ends_with_3(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "note.md").write_text("x", encoding="utf-8")
    result = run("split", "in", "--format", "jsonl")
    assert result.exit_code == 3
    assert result.stderr.startswith("segmenter: in: ")


def test_a_file_of_somebody_else_is_kept_and_the_story_gets_another_name(folder: Path) -> None:
    run("split", "page.txt", "-o", "first")
    name = sorted(path.name for path in (folder / "first").glob("*.md"))[0]
    (folder / "out").mkdir()
    (folder / "out" / name).write_text("my own notes\n", encoding="utf-8")
    assert run("split", "page.txt", "-o", "out").exit_code == 0
    assert (folder / "out" / name).read_text(encoding="utf-8") == "my own notes\n"
    assert len(list((folder / "out").glob("*.md"))) == STORIES + 1
    assert len(list((folder / "out").glob(f"{name.removesuffix('.md')}-????????.md"))) == 1


def test_explaining_what_cannot_be_read_ends_with_3(folder: Path) -> None:
    result = run("explain", "gone.txt:3")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "segmenter: gone.txt: cannot be read: No such file or directory\n"


# Pipes, signals and terminals


def start(arguments: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "segmenter", *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )


@posix
def test_a_reader_that_goes_ends_the_command_quietly(folder: Path) -> None:
    (folder / "in").mkdir()
    for number in range(40):
        (folder / "in" / f"{number}.txt").write_text(DUMP, encoding="utf-8")
    process = start(["split", "in", "--format", "jsonl"], folder)
    assert process.stdout is not None
    assert process.stderr is not None
    json.loads(process.stdout.readline())
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


@posix
def test_interrupted_after_a_dump_that_dump_stands(folder: Path) -> None:
    process = start(["split", "page.txt", "-", "-o", "out"], folder)
    while len(list(folder.glob("out/*.md"))) < STORIES and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1] == "segmenter: interrupted"
    assert b"Traceback" not in errors
    assert len(list((folder / "out").glob("*.md"))) == STORIES


@posix
def test_interrupted_records_of_finished_dumps_stand(folder: Path) -> None:
    process = start(["split", "page.txt", "-", "--format", "jsonl", "-o", "out.jsonl"], folder)

    def written() -> list[str]:
        return [line for path in folder.glob(".out.jsonl.*") for line in path.read_text(encoding="utf-8").splitlines()]

    while len(written()) < STORIES and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 130
    assert len(records((folder / "out.jsonl").read_text(encoding="utf-8"))) == STORIES
    assert sorted(path.name for path in folder.iterdir()) == ["out.jsonl", "page.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "segmenter", "split", "page.txt", "--format", "jsonl"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.decode() == "segmenter: standard output: cannot be written: No space left on device\n"


def on_terminal(arguments: Sequence[str], folder: Path, status: int = 0, **environment: str) -> str:
    """What the command shows on a terminal, on either stream."""
    import pty

    ours, theirs = pty.openpty()
    names = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "segmenter", *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**names, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux: the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == status
    return shown.decode()


@posix
def test_explain_is_coloured_on_a_terminal_only(folder: Path) -> None:
    assert "\x1b[32m" in on_terminal(["explain", "page.txt:7"], folder)
    assert "\x1b" not in on_terminal(["explain", "page.txt:7"], folder, NO_COLOR="1")
    assert "\x1b" not in run("explain", "page.txt:7").stdout


@posix
def test_progress_is_shown_on_a_terminal_for_several_inputs(folder: Path) -> None:
    (folder / "other.txt").write_text(DUMP, encoding="utf-8")
    assert "Splitting" in on_terminal(["split", "page.txt", "other.txt", "-o", "out"], folder)
    assert "Splitting" not in on_terminal(["split", "page.txt", "-o", "out"], folder)
    assert "Splitting" not in on_terminal(["split", "page.txt", "other.txt", "-o", "out", "-q"], folder)
    assert run("split", "page.txt", "other.txt", "-o", "out").stderr.count("\x1b") == 0


def test_python_m_segmenter_is_the_command() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "segmenter", "--version"], capture_output=True, text=True, check=True
    )
    assert result.stdout == run("--version").stdout.replace("main ", "segmenter ")


@pytest.mark.parametrize(("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete ")])
def test_completion_scripts(shell: str, sign: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert sign in result.stdout
    assert "_SEGMENTER_COMPLETE" in result.stdout


@posix
@pytest.mark.parametrize("text", [b"", b"A ferry returns\n"])
def test_an_interruption_as_it_begins_to_wait_for_input_is_heard(folder: Path, text: bytes) -> None:
    # Calls in C after one another: the signal comes while the sum is made, and Python does not look for it before the
    # wait, as in the instant in which any wait begins.
    script = (
        "import select, signal, sys\n"
        "from functools import partial\n"
        "from segmenter.reading import standard_input as module\n"
        "wait = select.select\n"
        "def late(*lists):\n"
        "    if wait([0], [], [], 0)[0]:\n"
        "        return wait(*lists)\n"
        "    timer = partial(signal.setitimer, signal.ITIMER_REAL, 0.001)\n"
        "    return [*map(partial.__call__, [timer, partial(sum, range(10**7)), partial(wait, *lists)])][2]\n"
        "module.select.select = late\n"
        "signal.signal(signal.SIGALRM, lambda *_: print('heard', flush=True) or sys.exit(130))\n"
        "module.standard_input().read(100)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(text)
        process.stdin.flush()
        assert process.wait(timeout=60) == 130
        assert process.stdout.read() == b"heard\n"
    finally:
        process.kill()
