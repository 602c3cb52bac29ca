"""The hooks, installed by pre-commit itself from this repository, with the README's lines of configuration."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from test_cli import DUMP, STORIES
from test_readme import blocks

from segmenter.checking.rule import EXAMPLE, EXAMPLE_NAME

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
OTHER = """\
柳浪门修好了石拱

  本报讯(记者 谷雨)4月2日,柳浪门的石拱修好了。工匠用糯米灰浆补了十一条裂缝,脚手架这个月底拆除。

  守门人毛阿婆说,她从小在石拱下躲雨,今后还能接着躲。
"""
OFFLINE = ("No matching distribution found", "Could not find a version", "Failed to establish a new connection")


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *identity, "-C", str(folder), *arguments]
    # In a hook of git's own, such variables would lead to the repository that is being committed to.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def committed(folder: Path) -> str:
    """Makes a repository of the folder, commits all, and gives the commit."""
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--no-verify", "-m", "as it is")
    return git(folder, "rev-parse", "HEAD").strip()


@dataclass(frozen=True)
class Newsroom:
    """A repository with dumps and stories that uses the hooks."""

    folder: Path
    environment: dict[str, str]

    def put(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8", newline="")

    def run(self, hook: str) -> tuple[int, str]:
        """Stages all and runs the hook on what is staged, as a commit would."""
        git(self.folder, "add", "-A")
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--color=never"]
        result = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, check=False)
        return result.returncode, result.stdout.decode()

    def stories(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("stories/*.md") if path.name != EXAMPLE_NAME)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """With the hooks installed once; the tests use files of their own."""
    base = tmp_path_factory.mktemp("precommit")
    try:
        files = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    except subprocess.CalledProcessError:
        pytest.skip("needs a git checkout of the project")
    # A copy, so that what is not committed yet is tested too.
    for file in filter(None, files):
        if (ROOT / file).is_file():
            (base / "segmenter" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / file, base / "segmenter" / file)
    (lines,) = [block for block in blocks("yaml") if block.startswith("repos:")]
    configuration = lines.replace("https://example.org/segmenter", (base / "segmenter").as_uri())
    configuration = configuration.replace("v0.1.0", committed(base / "segmenter"))
    folder = base / "newsroom"
    folder.mkdir()
    (folder / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    committed(folder)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(base / "home"), "PYTHONPATH": "", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "pre_commit", "install-hooks"]
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if any(sign in result.stdout for sign in OFFLINE):
        pytest.skip("PyPI cannot be reached, from which pre-commit installs the hooks' needs")
    assert result.returncode == 0, result.stdout
    return Newsroom(folder, environment)


def test_the_readme_shows_six_lines_that_name_all_hooks() -> None:
    (lines,) = [block for block in blocks("yaml") if block.startswith("repos:")]
    assert len(lines.splitlines()) == 6
    (repository,) = yaml.safe_load(lines)["repos"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]


def test_a_clean_story_passes_and_other_markdown_is_not_looked_at(newsroom: Newsroom) -> None:
    newsroom.put(f"stories/{EXAMPLE_NAME}", EXAMPLE)
    newsroom.put("README.md", "# The desk's stories\n")
    status, output = newsroom.run("segmenter-check")
    assert status == 0, output
    assert "Passed" in output


def test_a_wrong_story_fails_with_its_place(newsroom: Newsroom) -> None:
    newsroom.put(f"stories/{EXAMPLE_NAME}", EXAMPLE.replace("role: editor", "role: poet"))
    for _ in range(2):
        status, output = newsroom.run("segmenter-check")
        assert status == 1
        assert f"stories/{EXAMPLE_NAME}:10: role-unknown 谷雨 has an unknown role, 'poet'" in output
    assert "files were modified" not in output


def test_what_can_be_mended_is_mended_and_passes_the_next_time(newsroom: Newsroom) -> None:
    newsroom.put(f"stories/{EXAMPLE_NAME}", EXAMPLE.replace("role: editor", "role: 编辑").replace("\n", "\r\n"))
    status, output = newsroom.run("segmenter-check")
    assert status == 1
    assert "role-unknown 谷雨 has an unknown role, '编辑'" in output
    assert "files were modified by this hook" in output
    assert (newsroom.folder / "stories" / EXAMPLE_NAME).read_bytes() == EXAMPLE.encode()
    status, output = newsroom.run("segmenter-check")
    assert status == 0, output


def test_a_dump_is_split_and_fails_until_its_stories_are_added(newsroom: Newsroom) -> None:
    newsroom.put("dumps/page.txt", DUMP)
    newsroom.run("segmenter-split")
    assert len(newsroom.stories()) == STORIES
    changed = {"dumps/page.txt": DUMP.replace("添六个冷柜", "添八个冷柜"), "dumps/new.txt": OTHER}
    for number, (path, text) in enumerate(changed.items()):
        assert newsroom.run("segmenter-split")[0] == 0
        newsroom.put(path, text)
        status, output = newsroom.run("segmenter-split")
        assert status == 1, output
        assert "files were modified by this hook" in output
        assert len(newsroom.stories()) == STORIES + number
    for hook in ("segmenter-split", "segmenter-check"):
        status, output = newsroom.run(hook)
        assert status == 0, output
