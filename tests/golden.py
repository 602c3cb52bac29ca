"""The samples, and what should come out of them; the expected Markdown is made anew by hand.

    python tests/golden.py wire-zh local-page           shows what would change
    python tests/golden.py --force wire-zh local-page   changes it

Expected files are only worth what their reader was: read the difference before you commit it.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from click.testing import CliRunner

from segmenter.cli import main as segmenter
from segmenter.reading.encoding import decode

ROOT = Path(__file__).parent.parent
NAMES = sorted(path.parent.name for path in ROOT.glob("samples/*/dump.txt"))

NO_END = "\\ No newline at end of file\n"
Files = dict[str, bytes]
"""The contents of a folder's files by their names."""


def folder_of(name: str) -> Path:
    """Where a sample lies."""
    return ROOT / "samples" / name


def dump_text(name: str) -> str:
    """A sample's dump, decoded."""
    return decode((folder_of(name) / "dump.txt").read_bytes()).text


def editors_rows(name: str) -> list[dict[str, str]]:
    """A careful editor's reading of a sample, a mapping for each story."""
    with (folder_of(name) / "expected.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def expected(name: str) -> Files:
    """The Markdown that should come out of a sample."""
    return _markdown_in(folder_of(name) / "expected")


def made(name: str) -> Files:
    """The Markdown that comes out of a sample by `segmenter split samples/NAME/dump.txt -o …`."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(ROOT)
        try:
            arguments = ["split", f"samples/{name}/dump.txt", "-o", folder]
            result = CliRunner().invoke(segmenter, arguments, catch_exceptions=False)
        finally:
            os.chdir(before)
        if result.exit_code:
            raise RuntimeError(f"{name}: status {result.exit_code}\n{result.output}")
        return _markdown_in(Path(folder))


def difference(before: Files, after: Files) -> str:
    """What has changed in all files, as one unified diff; empty where they are the same."""
    rows: list[str] = []
    for file in sorted({*before, *after}):
        old, new = before.get(file), after.get(file)
        if old == new:
            continue
        changes = unified_diff(
            (old or b"").decode().splitlines(keepends=True),
            (new or b"").decode().splitlines(keepends=True),
            "/dev/null" if old is None else f"expected/{file}",
            "/dev/null" if new is None else f"made/{file}",
        )
        # A last line that has lost its end would run into the next diff.
        rows += (row if row.endswith("\n") else f"{row}\n{NO_END}" for row in changes)
    return "".join(rows)


def _markdown_in(folder: Path) -> Files:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.md"))}


def _replace(name: str, files: Files) -> None:
    folder = folder_of(name) / "expected"
    folder.mkdir(exist_ok=True)
    for stale in folder.glob("*.md"):
        stale.unlink()
    for file, content in files.items():
        (folder / file).write_bytes(content)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show, and with `--force` write, what has changed in the named samples. Status 1 where it refuses to overwrite."""
    parser = argparse.ArgumentParser(description="Make the expected Markdown of samples anew.")
    parser.add_argument("names", metavar="NAME", nargs="+", choices=NAMES, help=", ".join(NAMES))
    parser.add_argument("--force", action="store_true", help="overwrite expected files that are there already")
    options = parser.parse_args(arguments)
    refused = False
    for name in options.names:
        before, after = expected(name), made(name)
        changes = difference(before, after)
        print(changes, end="")
        if not changes:
            print(f"{name}: no change")
        elif before and not options.force:
            refused = True
            print(f"{name}: not written; add --force to overwrite what is there", file=sys.stderr)
        else:
            _replace(name, after)
            print(f"{name}: {len(after)} files written")
    return int(refused)


if __name__ == "__main__":
    sys.exit(main())
