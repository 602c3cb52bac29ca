"""A shell command must start at once: what a run does not use is not imported."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DUMP = str(ROOT / "samples" / "local-page" / "dump.txt")
HEAVY = {"opencc", "dateutil", "chardet", "rich", "yaml", "pypinyin"}
NOT_FOR_ONE_PAGE = HEAVY | {"concurrent.futures", "importlib.metadata", "multiprocessing", "shutil"}
SETTINGS = {"tomli", "segmenter.config_keys"}
CODE = """
import sys
from segmenter.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print(end.code, *sys.modules, file=sys.stderr)
"""


def imported(arguments: list[str], folder: Path) -> set[str]:
    """The names of the modules that a run of the command has imported at its end."""
    result = subprocess.run([sys.executable, "-c", CODE, *arguments], cwd=folder, capture_output=True, check=True)
    status, *names = result.stderr.decode().splitlines()[-1].split()
    assert status == "0"
    assert "segmenter.cli" in names
    return set(names)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["split", "--help"], ["check", "--help"]])
def test_help_imports_nothing_that_splitting_needs(arguments: list[str], tmp_path: Path) -> None:
    assert imported(arguments, tmp_path) & (HEAVY | {"regex", "tomli", "segmenter.pipeline"}) == set()


def test_splitting_a_page_imports_nothing_heavy(tmp_path: Path) -> None:
    names = imported(["split", DUMP, "--format", "jsonl"], tmp_path)
    assert "segmenter.pipeline" in names
    assert names & NOT_FOR_ONE_PAGE == set()
    assert not any(name.startswith("segmenter.styling") for name in names), "no style is asked for"


def test_only_a_style_of_script_imports_the_converter(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[style]\nspaces = "add"\n')
    arguments = ["split", DUMP, "--format", "jsonl"]
    assert imported(arguments, tmp_path) & HEAVY == set()
    (tmp_path / "config.toml").write_text('[style]\nscript = "taiwan"\n')
    assert imported(arguments, tmp_path) & HEAVY == {"opencc"}


def test_writing_markdown_imports_yaml_for_unusual_values_only(tmp_path: Path) -> None:
    assert imported(["split", DUMP, "-o", "stories"], tmp_path) & NOT_FOR_ONE_PAGE == set()
    (tmp_path / "a dump: #1.txt").write_bytes(Path(DUMP).read_bytes())
    arguments = ["split", str(tmp_path / "a dump: #1.txt"), "-o", "others"]
    assert imported(arguments, tmp_path) & NOT_FOR_ONE_PAGE == {"yaml"}


def test_the_second_run_needs_no_toml(tmp_path: Path) -> None:
    """What words and keys are made from is looked at only where they are not kept, or a file of settings is there."""
    imported(["split", DUMP, "-o", "first"], tmp_path)
    assert imported(["split", DUMP, "-o", "second"], tmp_path) & SETTINGS == set()
    (tmp_path / "config.toml").write_text("[similar]\nthreshold = 0\n")
    assert imported(["split", DUMP, "-o", "third"], tmp_path) & SETTINGS == SETTINGS


def test_checking_imports_yaml_and_nothing_else_heavy(tmp_path: Path) -> None:
    stories = str(ROOT / "samples" / "local-page" / "expected")
    assert imported(["check", stories], tmp_path) & (HEAVY | {"segmenter.pipeline"}) == {"yaml"}


def test_explaining_imports_nothing_heavy(tmp_path: Path) -> None:
    assert imported(["explain", DUMP], tmp_path) & NOT_FOR_ONE_PAGE == set()
