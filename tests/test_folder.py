"""A folder of stories over many runs: what is done stays, what an editor did stays, and every decision is said."""

import json
import os
import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.cli import main
from segmenter.rendering.front_matter import read_front_matter

MARKET = """\
青石桥早市搬进新棚

  本报讯(记者 罗一苇)3月5日清晨,青石桥早市的三百多个摊位搬进了河西的新棚。管理处承诺三年内不涨摊位费。

  新棚装了排水沟和照明灯,凌晨三点就可以进货。管理处主任车向荣说,下个月还要添六个冷柜,鱼贩和肉贩优先使用。
"""
FERRY = """\
老渡口停航检修十天

  本报讯(记者 谷雨)自3月8日起,老渡口停航检修十天,过江的居民可以改乘九路公交车绕行大桥。

  检修期间月票顺延,船工轮流到桥头引导老人乘车。
"""
SCHOOL = """\
枣林小学添了一架望远镜

  本报讯(记者 罗一苇)枣林小学的楼顶上周架起了一台口径二十厘米的望远镜,四十名学生排队看了木星。

  学校打算每周五晚上开放,家长也可以来看。
"""


def run(*arguments: str | Path, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == status, result.output
    return result


def split(*arguments: str | Path, status: int = 0) -> Result:
    return run("split", "in", "-o", "out", *arguments, status=status)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    dump("a", MARKET, FERRY)
    return tmp_path


def dump(name: str, *stories: str) -> None:
    Path("in").mkdir(exist_ok=True)
    Path(f"in/{name}.txt").write_text("\n".join(stories), encoding="utf-8")


def story(headline: str) -> Path:
    """The one file of that story."""
    (path,) = Path("out").glob(f"*{headline}*.md")
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(root: str | Path = "out") -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in Path(root).rglob("*") if path.is_file()}


def hold_little(patch: pytest.MonkeyPatch) -> None:
    """Let every dump be dealt with as one that has more stories than memory has room for."""
    for module in ("entries", "spilling"):
        patch.setattr(f"segmenter.storing.{module}.MANY", 0)
    patch.setattr("segmenter.storing.spilling.TOGETHER", 2)
    patch.setattr("segmenter.storing.folder.BATCH_FILES", 1)


def entry(name: str) -> dict[str, object]:
    """The ledger's last line on a dump."""
    lines = Path("out/.segmenter.jsonl").read_text(encoding="utf-8").splitlines()
    (found,) = [values for line in lines if (values := json.loads(line)).get("file", "").endswith(f"/{name}.txt")]
    assert isinstance(found, dict)
    return found


# Once done, done


def test_a_second_run_takes_nothing_apart_and_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    split()
    before = {path: path.stat().st_mtime_ns for path in Path("out").iterdir()}
    monkeypatch.setattr("segmenter.pipeline.split", lambda *_: pytest.fail("was taken apart again"))
    assert "1 dump, 2 stories, 0 written, 2 unchanged" in split().stderr
    assert {path: path.stat().st_mtime_ns for path in Path("out").iterdir()} == before


@pytest.mark.parametrize("change", ["settings", "bytes"])
def test_other_settings_or_other_bytes_make_it_worked_on_again(change: str) -> None:
    split()
    if change == "settings":
        Path("config.toml").write_text('[hold_back]\nheadlines = ["渡口"]\n', encoding="utf-8")
        assert "1 gone and kept" in split().stderr
    else:
        dump("a", MARKET, FERRY, SCHOOL)
        assert "3 stories, 3 written" in split().stderr  # `origin` holds the dump's hash.


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["in/b.txt", "in/a.txt", "in/deep"], {}),
        (["in", "-j", "1"], {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        (["in", "-j", "3"], {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"}),
        (["in/**/*.txt", "./in/a.txt"], {"PYTHONHASHSEED": "7"}),
    ],
)
def test_the_same_dumps_give_the_same_bytes(arguments: list[str], environment: dict[str, str]) -> None:
    import subprocess
    import sys

    Path("in/deep").mkdir(parents=True)
    dump("b", MARKET.replace("六个冷柜", "六七个冷柜"), SCHOOL)
    shutil.copy("in/a.txt", "in/deep/c.txt")
    Path("in/deep/d.txt").write_text(FERRY.replace("十天,过江", "十天。过江") + "\n" + SCHOOL, encoding="utf-8")
    split("-j", "1")
    command = [sys.executable, "-m", "segmenter", "split", *arguments, "-o", "other"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    assert contents("other") == contents("out")


# What an editor did


def test_an_edited_story_is_kept_and_named() -> None:
    split()
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    edited = contents()
    result = split()
    assert f"{story('早市').name}: was edited by hand, and is kept" in result.stderr
    assert "1 unchanged, 1 edited by hand and kept" in result.stderr
    assert contents() == edited


def test_an_edited_story_is_kept_where_only_its_surroundings_change() -> None:
    split()
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    edited = story("早市").read_bytes()
    dump("a", SCHOOL, MARKET, FERRY)
    result = split()
    assert "was edited by hand, and is kept" in result.stderr
    assert "conflict" not in result.stderr
    assert story("早市").read_bytes() == edited
    assert "lines: [1, 5]" not in story("渡口").read_text(encoding="utf-8")


def test_a_story_that_both_changed_is_a_conflict_until_somebody_decides() -> None:
    split()
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    edited = story("早市").read_bytes()
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"), FERRY)
    for quiet in ([], ["--quiet"]):
        result = split(*quiet)
        assert "was edited by hand, and its dump has changed too; it is kept" in result.stderr
        assert story("早市").read_bytes() == edited
    assert "+  新棚装了" in (text := split("--force", "--diff").stdout) or "八个冷柜" in text
    split("--force")
    assert "八个冷柜" in story("早市").read_text(encoding="utf-8")
    assert Path(f"{story('早市')}.orig").read_bytes() == edited
    assert "2 unchanged" in split().stderr


def test_a_conflict_ends_when_the_dump_or_the_editor_goes_back() -> None:
    split()
    original = story("早市").read_bytes()
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    edited = story("早市").read_bytes()
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"), FERRY)
    assert "1 in conflict" in split().stderr
    dump("a", MARKET, FERRY)
    assert "1 edited by hand" in split().stderr
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"), FERRY)
    assert "1 in conflict" in split().stderr
    assert story("早市").read_bytes() == edited
    story("早市").write_bytes(original)
    assert "conflict" not in split().stderr
    assert "八个冷柜" in story("早市").read_text(encoding="utf-8")


def test_an_editor_who_wrote_what_the_dump_says_now_is_right() -> None:
    split()
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"), FERRY)
    run("split", "in", "-o", "elsewhere")
    (now,) = Path("elsewhere").glob("*早市*")
    story("早市").write_bytes(now.read_bytes())
    result = split()
    assert "conflict" not in result.stderr and "edited" not in result.stderr


def test_forced_copies_never_overwrite_each_other() -> None:
    split()
    name = story("早市").name
    for text in ("one", "two", "two"):
        (Path("out") / name).write_text(text, encoding="utf-8")
        split("--force")
    assert [contents()[f"{name}{ending}"] for ending in (".orig", ".2.orig")] == [b"one", b"two"]
    assert f"{name}.3.orig" not in contents()


KEYS = "slug: new-stalls  # for the site\ntags:\n- market\n- {name: river, weight: 2}\nnote: |\n  two\n  lines\n"


def test_keys_that_an_editor_added_survive_force_and_all_later_runs() -> None:
    split()
    edit(story("早市"), "language: zh-Hans\n", "language: zh-Hans\n" + KEYS)
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    split("--force")

    def check() -> None:
        found = read_front_matter(story("早市").read_bytes())
        assert found is not None
        assert found.head.endswith(KEYS)
        assert found.values["note"] == "two\nlines\n"
        assert "三百多个摊位" in story("早市").read_text(encoding="utf-8")

    check()
    assert "2 unchanged" in split().stderr
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"), FERRY)
    assert "edited" not in split().stderr
    check()
    assert "八个冷柜" in story("早市").read_text(encoding="utf-8")


def test_a_story_file_that_is_missing_is_written_again() -> None:
    split()
    before = contents()
    story("早市").unlink()
    assert "restore" in split("--dry-run").stdout
    assert "1 written, 1 unchanged" in split().stderr
    assert contents() == before


def test_without_its_ledger_what_differs_is_kept() -> None:
    split()
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    Path("out/.segmenter.jsonl").unlink()
    edited = contents()
    assert "1 unchanged, 1 edited by hand and kept" in split().stderr
    assert {name: data for name, data in contents().items() if name.endswith(".md")} == edited
    assert "1 unchanged, 1 edited by hand and kept" in split().stderr


def test_an_edited_story_keeps_its_file_when_it_would_be_called_otherwise() -> None:
    split()
    edit(story("早市"), "三百多个摊位", "三百一十个摊位")
    before = story("早市")
    Path("config.toml").write_text('[files]\ntemplate = "{ordinal}.md"\n', encoding="utf-8")
    assert "rename" in split("-v").stderr
    assert sorted(name for name in contents() if name.endswith(".md")) == ["002.md", before.name]
    assert "edited" in split().stderr


# Stories that go, stand twice, or are nearly the same


def test_a_story_gone_from_its_dump_is_kept_and_named_until_pruned() -> None:
    split()
    path = story("渡口")
    dump("a", MARKET)
    for _ in range(2):
        assert f"{path.name}: its story is gone, and the file is kept" in split().stderr
    assert entry("a")["gone"]
    assert f"remove {path.name}" in split("--prune", "--dry-run").stdout
    assert "1 gone and removed" in split("--prune").stderr
    assert not path.exists()
    assert "gone" not in entry("a")
    assert "gone" not in split().stderr


def test_pruning_leaves_what_was_edited() -> None:
    split()
    edit(story("渡口"), "十天", "十二天")
    dump("a", MARKET)
    assert "1 gone and kept" in split("--prune").stderr
    assert story("渡口").exists()


def test_a_gone_story_that_comes_back_takes_its_file_again() -> None:
    split()
    before = contents()
    dump("a", MARKET)
    split()
    dump("a", MARKET, FERRY)
    assert "gone" not in split().stderr
    assert contents() == before


def test_a_corrected_headline_makes_another_file_and_names_the_old_one() -> None:
    split()
    dump("a", MARKET.replace("搬进新棚", "迁入新棚", 1), FERRY)
    result = split()
    assert "its story is gone" in result.stderr
    assert len(list(Path("out").glob("*新棚.md"))) == 2


def test_the_same_story_in_two_dumps_is_written_once() -> None:
    dump("b", SCHOOL, FERRY)
    assert "2 dumps, 4 stories, 3 written, 1 the same as another" in split().stderr
    assert len(list(Path("out").glob("*.md"))) == 3
    assert "in/a.txt" in story("渡口").read_text(encoding="utf-8")
    assert "0 written, 3 unchanged, 1 the same" in split().stderr


def test_a_shared_story_stays_when_one_of_its_dumps_drops_it() -> None:
    dump("b", SCHOOL, FERRY)
    split()
    dump("a", MARKET)
    result = split("--prune")
    assert "gone" not in result.stderr
    assert story("渡口").exists()
    run("verify", "out")
    dump("b", SCHOOL)
    assert "1 gone and removed" in split("--prune").stderr
    assert not list(Path("out").glob("*渡口*"))
    run("verify", "out")


def test_a_story_that_stands_twice_in_one_dump_is_written_once() -> None:
    dump("a", MARKET, FERRY, MARKET)
    assert "3 stories, 2 written, 1 the same as another" in split().stderr
    assert "2 unchanged, 1 the same" in split().stderr


def test_stories_of_one_name_in_two_dumps_both_get_a_file() -> None:
    dump("b", MARKET.replace("罗一苇", "谷雨").replace("新棚装了排水沟和照明灯", "旧棚拆了一半,空地停车"))
    assert "3 written" in split().stderr
    assert len(list(Path("out").glob("*早市*.md"))) == 2


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        (MARKET.replace("六个冷柜", "八个冷柜"), True),
        (MARKET.replace("青石桥早市搬进新棚", "早市昨天有了新家"), True),
        (FERRY.replace("老渡口停航检修十天", "青石桥早市搬进新棚"), False),
        (SCHOOL, False),
    ],
)
def test_nearly_the_same_stories_are_linked(other: str, linked: bool) -> None:
    dump("a", MARKET)
    first = next(iter(split("--dry-run").stdout.splitlines())).removeprefix("create ")
    dump("b", other)
    split()
    (second,) = {path.name for path in Path("out").glob("*.md")} - {first}
    found = read_front_matter((Path("out") / second).read_bytes())
    original = read_front_matter((Path("out") / first).read_bytes())
    assert found is not None and original is not None
    expected = [{"id": original.values["id"], "file": first}] if linked else None
    assert found.values.get("similar_to") == expected
    assert "similar_to" not in original.values
    assert "0 written" in split().stderr


def test_the_threshold_decides_what_is_linked() -> None:
    dump("a", MARKET, MARKET.replace("六个冷柜", "八个冷柜").replace("搬进新棚", "搬了新家"))
    Path("config.toml").write_text("[similar]\nthreshold = 1.0\n", encoding="utf-8")
    split()
    assert not any(b"similar_to" in data for name, data in contents().items() if name.endswith(".md"))


# To say first what would be done


def changes() -> list[tuple[str, list[str]]]:
    """A run's effects, kind by kind, on a folder with one case of each."""
    dump("b", SCHOOL, SCHOOL.replace("望远镜", "显微镜").replace("木星", "水滴"))
    dump("c", MARKET.replace("青石桥", "黄泥桥"))
    split()
    edit(story("望远镜"), "四十名", "四十四名")
    story("显微镜").unlink()
    dump("a", MARKET.replace("六个冷柜", "八个冷柜"))
    dump("d", FERRY.replace("老渡口", "新渡口"))
    common = ["create", "restore", "update"]
    return [("--prune", sorted([*common, "remove"])), ("--force", sorted([*common, "overwrite"]))]


@pytest.mark.parametrize("index", [0, 1])
def test_check_list_diff_and_the_run_agree(index: int, folder: Path) -> None:
    option, kinds = changes()[index]
    before = contents()
    listed = split(option, "--dry-run").stdout.splitlines()
    diff = split(option, "--diff").stdout
    split(option, "--check", status=1)
    both = split(option, "--check", "--dry-run", "--diff", status=1).stdout
    assert contents() == before
    assert sorted({line.split()[0] for line in listed}) == kinds
    said = [line.removeprefix("segmenter: ") for line in split(option, "--verbose").stderr.splitlines()]
    after = contents()
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    changed = {name for name in changed if name.endswith(".md")}
    assert {line.split(" ", 1)[1] for line in listed} == changed
    assert changed == {line[4:].removeprefix("out/").rstrip("\n") for line in _named(diff)}
    assert all(any(line.endswith(f": {item}") for line in said) for item in listed if not item.startswith("overwrite"))
    assert set(listed) <= set(both.splitlines())
    # What the diff says is what came: applied to the folder as it was, it gives the folder as it is.
    assert _patched(before, diff) == {name: data for name, data in after.items() if name.endswith(".md")}
    assert split(option, "--check").stdout == ""


def test_a_folder_is_the_same_however_little_of_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    dump("b", MARKET, *ALTERED, SCHOOL, SCHOOL)
    for _ in range(2):
        split("-o", "out")
        before = contents()
        lines = [json.loads(line) for line in before.pop(".segmenter.jsonl").splitlines()]
        with monkeypatch.context() as patch:
            hold_little(patch)
            split("-o", "other")
            there = contents("other")
            assert "0 written" in split("-o", "other").stderr
        told = iter(map(json.loads, there.pop(".segmenter.jsonl").splitlines()))
        assert there == before
        for values in lines:
            single = next(told)
            if "stories" in values and "file" in values:
                assert single["stories"] == len(values["stories"])
                single["stories"] = [next(told) for _ in values["stories"]]
            assert single == values
        assert next(told, None) is None
        dump("b", *ALTERED, MARKET.replace("三年内", "五年内"))


def test_a_story_that_takes_the_name_of_another_is_not_removed_with_it() -> None:
    Path("config.toml").write_text('[files]\ntemplate = "{ordinal}.md"\n', encoding="utf-8")
    dump("a", MARKET)
    split()
    dump("a", FERRY, MARKET, SCHOOL)
    split()
    told = [(Path("out") / name).read_text(encoding="utf-8") for name in ("001.md", "002.md")]
    assert ["渡口" in text for text in told] == [True, False]
    assert "0 findings" in run("verify", "out").stderr


def test_a_dump_passes_all_its_shared_stories_on() -> None:
    dump("b", MARKET, FERRY, SCHOOL)
    split()
    dump("a", SCHOOL.replace("学校", "村小"))
    assert "0 gone" not in split().stderr and "gone" not in split().stderr
    assert "0 findings" in run("verify", "out").stderr


def test_a_name_that_becomes_free_is_planned_as_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segmenter.storing.folder.PAUSE", -1.0)
    dump("a", MARKET)
    split()
    name = story("早市").name
    dump("a", FERRY)
    dump("b", SCHOOL.replace("枣林小学添了一架望远镜", "青石桥早市搬进新棚"))
    listed = split("--prune", "--dry-run").stdout.splitlines()
    assert f"remove {name}" in listed and f"create {name}" in listed
    split("--prune")
    assert len(list(Path("out").glob("*早市*"))) == 1


def _named(diff: str) -> list[str]:
    """Of each file in the diff the line that names it: the new one, or the old one where it is removed."""
    lines = diff.splitlines(keepends=True)
    pairs = [(old, new) for old, new in pairwise(lines) if old.startswith("--- ") and new.startswith("+++ ")]
    return [old.replace("--- ", "+++ ") if "/dev/null" in new else new for old, new in pairs]


def _patched(before: dict[str, bytes], diff: str) -> dict[str, bytes]:
    import subprocess

    root = Path("patched")
    for name, data in before.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    Path("changes.diff").write_text(diff, encoding="utf-8")
    subprocess.run(["git", "apply", "--unsafe-paths", "-p1", "--directory", "patched", "changes.diff"], check=True)
    found = contents(root)
    shutil.rmtree(root)
    return {name: data for name, data in found.items() if name.endswith(".md")}


@pytest.mark.parametrize("option", ["--check", "--diff", "--dry-run", "--force", "--prune"])
def test_what_is_about_a_folder_needs_one(option: str) -> None:
    result = run("split", "in", "--format", "jsonl", option, status=2)
    assert f"{option} is about a folder of stories" in result.stderr


def test_nothing_is_made_by_a_run_that_writes_nothing() -> None:
    for option in ("--check", "--diff", "--dry-run"):
        split(option, status=1 if option == "--check" else 0)
    assert not Path("out").exists()


# The ledger


def test_the_ledger_is_sorted_and_each_line_of_a_dump_is_in_it_once() -> None:
    dump("b", "溪口网\n", SCHOOL, "溪口网 版权所有\n")
    split()
    lines = [json.loads(line) for line in Path("out/.segmenter.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"format": "segmenter ledger", "version": 1, "stories": "markdown"}
    assert [values["file"] for values in lines[1:]] == ["../in/a.txt", "../in/b.txt"]
    for values in lines[1:]:
        ranges = [item["lines"] for item in values["stories"]]
        ranges += [*values.get("furniture", []), *values.get("blank", [])]
        numbers = sorted(number for first, last in ranges for number in range(first, last + 1))
        assert numbers == list(range(1, values["lines"] + 1))
        assert values["size"] == Path(values["file"][3:]).stat().st_size


@pytest.mark.parametrize("line", [b"{}", b"[]", b"nonsense", b'{"file": "x", "other": 1}'])
def test_a_ledger_that_cannot_be_read_is_an_error_that_names_the_line(line: bytes) -> None:
    split()
    path = Path("out/.segmenter.jsonl")
    path.write_bytes(path.read_bytes() + line + b"\n")
    before = contents()
    result = split(status=2)
    assert result.stderr.startswith(f"segmenter: {path}:3: is no line of a ledger; restore the file")
    assert contents() == before


def test_a_dump_is_the_same_from_any_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    split()
    before = contents()
    monkeypatch.chdir("in")
    assert "0 written, 2 unchanged" in run("split", "a.txt", "-o", "../out").stderr
    monkeypatch.chdir("..")
    assert contents() == before


def test_two_runs_at_once_do_not_mix() -> None:
    fcntl = pytest.importorskip("fcntl")
    split()
    lock = os.open("out", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    assert "another run is writing there" in split(status=2).stderr
    os.close(lock)
    split()


ALTERED = (MARKET.replace("六个冷柜", "八个冷柜"), FERRY.replace("十天", "二十天"))
STORIES: Sequence[str] = (MARKET, FERRY, SCHOOL, *ALTERED)
DUMPS = st.lists(st.sampled_from(range(len(STORIES))), min_size=1, max_size=3)
OPTIONS: st.SearchStrategy[list[str]] = st.sampled_from([[], ["--prune"]])
RUNS = st.lists(st.tuples(st.sampled_from(["a", "b"]), DUMPS, OPTIONS), min_size=1, max_size=4)


@pytest.mark.parametrize("little", [False, True])
@settings(max_examples=15, deadline=None)
@given(runs=RUNS)
def test_whatever_came_before_the_folder_is_accounted_for(
    little: bool, runs: list[tuple[str, list[int], list[str]]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if little:
            hold_little(patch)
        _account_for(runs)


def _account_for(runs: list[tuple[str, list[int], list[str]]]) -> None:
    for root in ("in", "out"):
        shutil.rmtree(root, ignore_errors=True)
    for name, numbers, options in runs:
        dump(name, *(STORIES[number] for number in numbers))
        split(*options)
        assert "0 written" in split().stderr
        split("--check")
        run("verify", "out")
    split("--prune")
    texts = " ".join(data.decode() for name, data in contents().items() if name.endswith(".md"))
    for path in Path("in").iterdir():
        assert all(line.strip() in texts for line in path.read_text(encoding="utf-8").splitlines())
