"""The samples come out as they should: their Markdown to the byte, their stories as a careful editor read them.

`samples/NAME/expected/*.md` is what comes out, read line by line; `python tests/golden.py NAME` makes it anew.
`samples/NAME/expected.tsv` was written by an editor who had not seen what comes out.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import golden
import pytest
from golden import NAMES, difference, dump_text, editors_rows, expected, folder_of, made

from segmenter import split
from segmenter.model import Story

COLUMNS = (
    "headline_line", "last_line", "headline", "deck", "kicker", "names", "place", "agency", "dateline_date",
    "published", "source",
)  # fmt: skip
Place = tuple[int, str]
"""A story's headline line and the column of the editor's table; the column `story` is for the story as a whole."""
KNOWN: dict[str, dict[Place, tuple[str, str]]] = {}
"""What differs from the editor's reading, by sample: what comes out instead (nothing for a story that is not found),
and why. A difference that has gone, or has become another, fails as a new one does."""


def row_of(story: Story) -> dict[str, str]:
    """What comes out, in the columns of the editor's table."""
    values = (
        story.headline_line,
        story.lines[1],
        story.headline,
        story.deck,
        story.kicker,
        "; ".join(f"{person.name}:{person.role}" for person in story.byline),
        story.dateline.place,
        story.dateline.agency,
        story.dateline.date,
        story.published,
        story.source,
    )
    return {column: "" if value is None else str(value) for column, value in zip(COLUMNS, values, strict=True)}


def differences(wanted: list[dict[str, str]], found: list[dict[str, str]]) -> dict[Place, str]:
    """What comes out where the editor wants something else."""
    wanted_at = {int(row["headline_line"]): row for row in wanted}
    found_at = {int(row["headline_line"]): row for row in found}
    differing = {(line, "story"): "" for line in wanted_at.keys() - found_at.keys()}
    for line, row in found_at.items():
        if line not in wanted_at:
            differing[line, "story"] = row["headline"]
        else:
            differing |= {(line, column): row[column] for column in COLUMNS if row[column] != wanted_at[line][column]}
    return dict(sorted(differing.items()))


def test_the_samples_are_found() -> None:
    assert len(NAMES) >= 6
    assert KNOWN.keys() <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_out_is_what_was_read(name: str) -> None:
    files = expected(name)
    assert files, f"samples/{name}/expected holds no Markdown: make it with `python tests/golden.py {name}` and read it"
    changes = difference(files, made(name))
    assert not changes, f"samples/{name} comes out otherwise:\n{changes}"


@pytest.mark.parametrize("name", NAMES)
def test_stories_are_those_that_an_editor_read(name: str) -> None:
    wanted = editors_rows(name)
    assert wanted and tuple(wanted[0]) == COLUMNS
    found = [row_of(story) for story in split(dump_text(name)).stories]
    differing = differences(wanted, found).items()
    known = {place: out for place, (out, _) in KNOWN.get(name, {}).items()}.items()
    news = [f"new, {place}: {out!r}" for place, out in sorted(differing - known)]
    news += [f"gone, {place}: {out!r}" for place, out in sorted(known - differing)]
    assert not news, f"samples/{name} against expected.tsv:\n" + "\n".join(news)


@pytest.mark.parametrize("name", NAMES)
def test_every_known_difference_has_a_reason(name: str) -> None:
    assert all(reason for _, reason in KNOWN.get(name, {}).values())


def test_a_story_not_found_one_too_many_and_a_wrong_field_all_differ() -> None:
    wanted, found = ([dict.fromkeys(COLUMNS, ""), dict.fromkeys(COLUMNS, "")] for _ in range(2))
    wanted[0] |= {"headline_line": "3", "deck": "two"}
    wanted[1] |= {"headline_line": "12"}
    found[0] |= {"headline_line": "3"}
    found[1] |= {"headline_line": "20", "headline": "One too many"}
    assert differences(wanted, wanted) == {}
    assert differences(wanted, found) == {(3, "deck"): "", (12, "story"): "", (20, "story"): "One too many"}


# The tool that makes the expected files


def test_difference_names_each_file_and_each_line() -> None:
    before: dict[str, bytes] = {"a.md": b"one\ntwo\n", "gone.md": b"x\n", "same.md": b"y\n"}
    after: dict[str, bytes] = {"a.md": b"one\n2", "new.md": b"z\n", "same.md": b"y\n"}
    assert difference(before, after).splitlines() == [
        *("--- expected/a.md", "+++ made/a.md", "@@ -1,2 +1,2 @@", " one", "-two", "+2", golden.NO_END.strip()),
        *("--- expected/gone.md", "+++ /dev/null", "@@ -1 +0,0 @@", "-x"),
        *("--- /dev/null", "+++ made/new.md", "@@ -0,0 +1 @@", "+z"),
    ]
    assert difference(before, before) == ""


def test_expected_files_are_not_overwritten_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = made("wire-zh")
    shutil.copytree(folder_of("wire-zh"), tmp_path / "samples" / "wire-zh", ignore=shutil.ignore_patterns("*.md"))
    monkeypatch.setattr(golden, "ROOT", tmp_path)
    assert golden.main(["wire-zh"]) == 0
    assert expected("wire-zh") == before, "nothing is there yet, so nothing is lost"
    first = next(iter(before))
    (folder_of("wire-zh") / "expected" / first).write_bytes(b"read by somebody\n")
    (folder_of("wire-zh") / "expected" / "stale.md").write_bytes(b"of a story that is no more\n")
    assert golden.main(["wire-zh"]) == 1
    assert expected("wire-zh") == before | {first: b"read by somebody\n", "stale.md": b"of a story that is no more\n"}
    assert golden.main(["wire-zh", "--force"]) == 0
    assert expected("wire-zh") == before


def test_no_sample_is_made_anew_unless_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        golden.main([])
    assert ended.value.code == 2
    with pytest.raises(SystemExit):
        golden.main(["no-such-sample"])
    assert "no-such-sample" in capsys.readouterr().err
