"""The README says what is so. `python tests/test_readme.py` writes its command reference, codes and example anew."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from stories import STORY

import segmenter
from segmenter.checking.catalogue import RULES
from segmenter.cli import COMMANDS, main
from segmenter.config_keys import PERSON_ROLES
from segmenter.deciding.placing import Places
from segmenter.deciding.rulings import Ruling, values_of
from segmenter.model import Role
from segmenter.reading.encoding import split_lines
from segmenter.rendering.profiles import PROFILES
from segmenter.rendering.profiles.default import DEFAULT
from segmenter.rendering.records import record
from segmenter.storing.names import template_problem

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SET_UP = "python3 -m venv .venv && .venv/bin/pip install "
CODES = "| code | what is wrong |\n|---|---|\n"
EXAMPLE = "2023-09-12-市总工会七届三次全体会议召开.md"


def blocks(kind: str, text: str | None = None) -> list[str]:
    text = README.read_text(encoding="utf-8") if text is None else text
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def first_column(heading: str) -> list[str]:
    """The first cells of the table under a row that starts with this cell."""
    table = README.read_text(encoding="utf-8").split(f"\n| {heading} |")[1].split("\n\n")[0]
    return [row.split("|")[1].strip(" `") for row in table.splitlines()[2:]]


def help_text(command: str) -> str:
    arguments = [*command.split()[1:], "--help"]
    result = CliRunner().invoke(main, arguments, prog_name="segmenter", terminal_width=80)
    assert result.exit_code == 0, result.output
    return f"$ {command} --help\n{result.output}"


def example(folder: Path) -> str:
    """The story file of the worked example, made by the README's own command."""
    command = split_command()
    assert command[0] == ".venv/bin/segmenter"
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        arguments = [str(folder) if argument == "stories" else argument for argument in command[1:]]
        result = CliRunner().invoke(main, arguments)
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    return (folder / EXAMPLE).read_text(encoding="utf-8")


def codes() -> str:
    """The rows of the table of what `check` finds."""
    return "\n".join(f"| `{rule.code}` | {rule.summary} |" for rule in RULES)


def set_up_commands() -> list[str]:
    return [block.strip() for block in blocks("sh") if block.startswith(SET_UP)]


def split_command() -> list[str]:
    return shlex.split(set_up_commands()[0].rpartition("&& ")[2])


def test_two_commands_do_all_the_set_up() -> None:
    split, test = set_up_commands()
    assert split == SET_UP + ". && .venv/bin/segmenter split samples -o stories"
    assert test == SET_UP + "-e '.[test]' && .venv/bin/python -m pytest"


def test_ci_runs_the_readmes_test_command() -> None:
    assert f"    {set_up_commands()[1]}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_worked_example_is_what_comes_out(tmp_path: Path) -> None:
    # The confidence moves whenever a weight is tuned, which is no reason to touch the README.
    confidence = re.compile("^confidence: .*", re.MULTILINE)
    (shown,) = blocks("markdown")
    assert confidence.sub("", shown) == confidence.sub("", example(tmp_path))


def test_worked_example_quotes_its_sample() -> None:
    dump = (ROOT / "samples" / "local-page" / "dump.txt").read_text(encoding="utf-8").splitlines()
    quoted = [line.rstrip("…") for line in blocks("text")[0].splitlines()]
    assert len(quoted) > 5
    assert all(any(line.startswith(quote) for line in dump) for quote in quoted)


@pytest.mark.parametrize("command", ["segmenter", *(f"segmenter {name}" for name in COMMANDS)])
def test_command_reference_is_the_help(command: str) -> None:
    assert help_text(command) in blocks("text")


def test_table_of_codes_is_the_rules_own() -> None:
    assert f"{CODES}{codes()}\n\n" in README.read_text(encoding="utf-8")


def test_tables_name_all_there_is() -> None:
    assert first_column("letter") == [role.value for role in Role]
    assert first_column("role") == list(PERSON_ROLES)
    assert first_column("exit status") == ["0", "1", "2", "3", "130"]
    keys = README.read_text(encoding="utf-8").split("## Records")[1].split("\n## ")[0]
    assert [row.split("`")[1] for row in keys.splitlines() if row.startswith("| `")] == list(record(STORY, "-"))


def test_each_profile_stands_in_the_table_with_all_its_keys() -> None:
    table = README.read_text(encoding="utf-8").split("\n| profile |")[1].split("\n\n")[0]
    rows = {row.split("`")[1]: set(re.findall("`([^`]+)`", row)) for row in table.splitlines()[2:]}
    assert list(rows) == list(PROFILES)
    for name, profile in PROFILES.items():
        assert profile.names ^ DEFAULT.names <= rows[name] | {"language"}


def test_parts_of_a_record_are_named() -> None:
    text = README.read_text(encoding="utf-8")
    for part in (STORY.byline[0], STORY.dateline, STORY.evidence[0]):
        assert re.search("(,| and) ".join(f"`{name}`" for name in part._fields), text)


def test_public_names_are_the_librarys() -> None:
    table = README.read_text(encoding="utf-8").split("\n| name |")[1].split("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines()[2:]]
    named = [name.partition("(")[0] for cell in cells for name in re.findall("`([^`]+)`", cell)]
    assert sorted(named) == sorted(segmenter.__all__)
    assert all(getattr(segmenter, name) for name in segmenter.__all__)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_makefile_splits_once(tmp_path: Path) -> None:
    (makefile,) = blocks("make")
    (tmp_path / "Makefile").write_text(makefile, encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    shutil.copy(ROOT / "samples" / "local-page" / "dump.txt", tmp_path / "inbox" / "page.txt")
    command = tmp_path / "bin" / "segmenter"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m segmenter "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    first, second = (
        subprocess.run(["make"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    assert "4 stories, 4 written" in first.stderr
    assert "up to date" in second.stdout
    assert len(list((tmp_path / "stories").glob("*.md"))) == 4


TEMPLATE = r'`(?:template = )?"([^"`]+\.md)"`'


@pytest.mark.parametrize("template", re.findall(TEMPLATE, README.read_text(encoding="utf-8")))
def test_templates_in_the_text_are_templates(template: str) -> None:
    assert template_problem(template) is None


def test_the_decision_shown_is_the_one_that_is_made() -> None:
    (shown,) = (json.loads(block) for block in blocks("json"))
    dump = ROOT / "stories" / shown["dump"]
    assert f"line {shown['line']} of `{shown['dump'].removeprefix('../')}`" in README.read_text(encoding="utf-8")
    key = Places(split_lines(dump.resolve().read_text(encoding="utf-8"))).key(shown["line"])
    assert shown == values_of(Ruling(**{"dump": shown["dump"], "line": shown["line"], "role": Role.SUBHEAD, **key}))


def test_every_key_of_the_review_stands_in_its_table() -> None:
    page = (ROOT / "segmenter" / "reviewing" / "page" / "page.js").read_text(encoding="utf-8")
    table = README.read_text(encoding="utf-8").split("\n| key | what it does |")[1].split("\n\n")[0]
    keys = [re.findall(r'"([^"]+)"', line)[-1] for line in page.splitlines() if line.startswith("  action(")]
    keys += re.findall(r'role\("[^"]+", "[^"]+", "(.)"\)', page)
    assert len(keys) > 30
    known = {"ArrowDown": "↓", "ArrowUp": "↑", "Escape": "Esc", "Delete": "Backspace"}
    known |= {"Ctrl+z": "u", "Ctrl+Shift+z": "y"}
    for key in keys:
        shown = known.get(key, key)
        assert f"`{shown}`" in table or key.startswith(("Shift+", "Page", "Home", "End")), key


def test_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == "(1, 3) A ferry returns Port Alder None\n"


def test_settings_examples_are_valid(tmp_path: Path) -> None:
    from segmenter.config import load

    profile, text = blocks("toml")
    (tmp_path / "config.toml").write_text(profile + text, encoding="utf-8")
    settings = load(tmp_path / "config.toml")
    assert settings.markdown.profile == "hugo"
    assert settings.agencies["海角社"] == "haijiao"
    assert settings.hold_back.undated


def write_anew() -> None:
    text = README.read_text(encoding="utf-8")
    before, heading, rest = text.partition(CODES)
    text = before + heading + codes() + rest[rest.index("\n\n") :]
    for block in blocks("text"):
        if block.startswith("$ segmenter"):
            command = block.partition("\n")[0].removeprefix("$ ").removesuffix(" --help")
            text = text.replace(f"```text\n{block}```", f"```text\n{help_text(command)}```")
    with tempfile.TemporaryDirectory() as folder:
        text = text.replace(f"```markdown\n{blocks('markdown')[0]}```", f"```markdown\n{example(Path(folder))}```")
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_anew()
