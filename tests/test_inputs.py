"""Paths as users give them: what is read, in which order, and what is said about the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from segmenter.reading.inputs import Input, expand

INCLUDE = ("*.txt", "*.text")
FILES = (
    "b.txt", "a.text", "c.TXT", "notes.md", ".hidden.txt", "2023/july.txt", "2023/12/one.txt", "2023/12/two.log",
    ".git/x.txt", "market [1].txt", "empty/readme.md",
)  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(*paths: str, include: tuple[str, ...] = INCLUDE) -> list[str]:
    """What comes of the paths, a problem with a mark and its reason."""
    return [
        (found.path if isinstance(found, Input) else f"! {found.path} {found.reason}").replace(os.sep, "/")
        for found in expand(paths, include)
    ]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["b.txt"], ["b.txt"]),
        (["./b.txt"], ["./b.txt"]),
        (["notes.md"], ["notes.md"]),
        ([".hidden.txt"], [".hidden.txt"]),
        (["-"], ["-"]),
        (["-", "b.txt", "-"], ["-", "b.txt"]),
        (["."], ["./a.text", "./b.txt", "./c.TXT", "./market [1].txt", "./2023/july.txt", "./2023/12/one.txt"]),
        (["2023"], ["2023/july.txt", "2023/12/one.txt"]),
        (["2023/"], ["2023/july.txt", "2023/12/one.txt"]),
        ([".git"], [".git/x.txt"]),
        (["*.txt"], ["b.txt", "market [1].txt"]),
        (["*.log", "notes.*"], ["! *.log matches nothing", "notes.md"]),
        ([".h*"], [".hidden.txt"]),
        (["?.t*"], ["a.text", "b.txt"]),
        (["**/*.txt"], ["b.txt", "market [1].txt", "2023/july.txt", "2023/12/one.txt"]),
        (["2023/**/one.txt"], ["2023/12/one.txt"]),
        (["2023/**"], ["2023/july.txt", "2023/12/one.txt"]),
        (["20*"], ["2023/july.txt", "2023/12/one.txt"]),
        (["20*/1*/*.log"], ["2023/12/two.log"]),
        (["market [1].txt"], ["market [1].txt"]),
        (["b.txt", ".", "b.txt"], ["b.txt", "./a.text", "./c.TXT", "./market [1].txt", "./2023/july.txt",
                                   "./2023/12/one.txt"]),
        (["gone.txt"], ["! gone.txt does not exist"]),
        (["gone/*.txt"], ["! gone/*.txt matches nothing"]),
        (["b.txt/*"], ["! b.txt/* matches nothing"]),
        ([""], ["!  does not exist"]),
        (["empty"], ["! empty holds no file named *.txt or *.text; choose others with --include"]),
        (["gone.txt", "b.txt"], ["! gone.txt does not exist", "b.txt"]),
    ],
)  # fmt: skip
def test_paths(paths: list[str], expected: list[str]) -> None:
    assert shown(*paths) == expected


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("include", "expected"),
    [
        (("*.log",), ["2023/12/two.log"]),
        (("*.LOG", "july*"), ["2023/july.txt", "2023/12/two.log"]),
        (("12/*.txt",), ["2023/12/one.txt"]),
        (("one",), ["! 2023 holds no file named one; choose others with --include"]),
    ],
)
def test_include_patterns(include: tuple[str, ...], expected: list[str]) -> None:
    assert shown("2023", include=include) == expected


def test_a_file_reached_twice_is_read_once_under_its_first_name(here: Path) -> None:
    absolute = str(here / "2023")
    assert shown(absolute, "2023", "2023/july.txt") == [f"{absolute}/july.txt", f"{absolute}/12/one.txt"]


@pytest.mark.usefixtures("here")
def test_each_missing_path_is_reported_each_time() -> None:
    assert shown("gone", "gone") == ["! gone does not exist", "! gone does not exist"]


def link(place: str, target: str) -> None:
    try:
        Path(place).symlink_to(target)
    except OSError as error:
        pytest.skip(f"no symbolic links here: {error}")


@pytest.mark.usefixtures("here")
def test_links_that_make_loops_end() -> None:
    link("2023/again", "..")
    link("2023/12/again", "../..")
    assert shown("2023") == [
        "2023/july.txt",
        "2023/12/one.txt",
        "2023/12/again/a.text",
        "2023/12/again/b.txt",
        "2023/12/again/c.TXT",
        "2023/12/again/market [1].txt",
    ]
    assert shown("2023/**/july.txt") == ["2023/july.txt"]


@pytest.mark.usefixtures("here")
def test_a_link_to_nothing_is_a_problem() -> None:
    link("broken.txt", "nowhere.txt")
    link("2023/broken.txt", "nowhere.txt")
    assert shown("broken.txt") == ["! broken.txt is a link to nothing"]
    assert "! 2023/broken.txt is no regular file" in shown("2023")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.usefixtures("here")
def test_a_pipe_is_read_only_if_named() -> None:
    os.mkfifo("2023/pipe.txt")
    assert shown("2023/pipe.txt") == ["2023/pipe.txt"]
    assert "! 2023/pipe.txt is no regular file" in shown("2023")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every folder")
@pytest.mark.usefixtures("here")
def test_a_folder_that_cannot_be_read_is_a_problem() -> None:
    Path("2023/12").chmod(0)
    try:
        assert shown("2023") == ["2023/july.txt", "! 2023/12 cannot be read: Permission denied"]
        assert shown("2023/12/*.txt") == ["! 2023/12 cannot be read: Permission denied"]
    finally:
        Path("2023/12").chmod(0o755)
