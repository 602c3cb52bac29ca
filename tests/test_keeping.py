"""What is kept between runs changes nothing but the time that they take."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import regex
from test_startup import DUMP

from segmenter import keeping
from segmenter.config import default_settings
from segmenter.cues import catalogue
from segmenter.cues.base import Cue
from segmenter.patterns import compiled_with
from segmenter.reading.folding import fold

COMPILING_NOTHING = """
import sys
import regex._main
def refuse(pattern, *rest):
    raise AssertionError(f"compiled: {pattern}")
regex._main._compile = refuse
from segmenter.cli import main
main(sys.argv[1:])
"""


def records(cache: Path, *how: str) -> bytes:
    """What `split` prints with that cache folder. Raises CalledProcessError."""
    command = [sys.executable, *(how or ("-m", "segmenter")), "split", DUMP, "--format", "jsonl"]
    folder = {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    return subprocess.run(command, env={**os.environ, **folder}, capture_output=True, check=True).stdout


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        records(tmp_path, "-c", COMPILING_NOTHING)
    first = records(tmp_path)
    assert first.startswith(b'{"id":')
    assert records(tmp_path, "-c", COMPILING_NOTHING) == first


@pytest.mark.parametrize("broken", [b"", b"no pickle", pickle.dumps(3), pickle.dumps({("a", 0): b"no pickle"})])
def test_a_broken_file_is_made_anew(broken: bytes, tmp_path: Path) -> None:
    first = records(tmp_path)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    whole = file.read_bytes()
    file.write_bytes(broken)
    assert records(tmp_path) == first
    assert len(file.read_bytes()) >= len(whole)


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert records(tmp_path / "file") == records(tmp_path)


@pytest.mark.parametrize(
    "kept", [regex.compile("b"), regex.compile(r"\L<words>", words=frozenset({"b"})), "a", None], ids=repr
)
def test_what_is_not_the_pattern_asked_for_is_not_used(kept: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern, lists in (("a", {}), (r"\L<words>", {"words": frozenset({"a"})})):
        monkeypatch.setitem(keeping._kept, (pattern, 0), pickle.dumps(kept))
        found = compiled_with(pattern, 0, lists)
        assert found.fullmatch("a")
        assert not found.fullmatch("b")


def test_what_is_kept_is_recalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern made by hand stands for the one asked for, so that nothing else can have compiled it."""
    monkeypatch.setitem(keeping._kept, ("kept", 0), pickle.dumps(regex.compile("kept")))
    monkeypatch.setattr(regex, "compile", None)
    assert compiled_with("kept", 0, {}).fullmatch("kept")


@pytest.mark.parametrize("cue", catalogue.ALL, ids=lambda cue: cue.id)
def test_a_pattern_recalled_matches_as_one_compiled(cue: Cue) -> None:
    pattern = default_settings().lexicon.compiled(cue.pattern)
    recalled = pickle.loads(pickle.dumps(pattern))
    for text in (*cue.hits, *cue.misses):
        one, other = pattern.search(fold(text)), recalled.search(fold(text))
        assert (one and (one.regs, one.groupdict())) == (other and (other.regs, other.groupdict()))


def test_the_file_begins_anew_when_too_much_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_kept", {})
    monkeypatch.setattr(keeping, "_made", {})
    monkeypatch.setattr(keeping, "MOST", 2)
    file = tmp_path / "kept.pickle"
    sizes = []
    for name in "abcde":
        with keeping.kept_between_runs(file):
            keeping.keep(name, 1)
        sizes.append(len(pickle.loads(file.read_bytes())))
        keeping._made.clear()
        keeping._kept.clear()
    assert sizes == [1, 2, 3, 1, 2]
