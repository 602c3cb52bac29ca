"""Dumps with known stories, parted for good into those that tune and those that judge.

DUMPS/**/NAME.txt is a dump, and NAME.gold.json beside it says of it

    {"family": "wire", "encoding": "utf-8", "stories": [{"headline_line": 1, "last_line": 9}, ...]}

with lines counted from 1. A family holds dumps of one make, and each family counts the same, whatever its size. Where
several lines may pass for a story's headline, `headline_lines` lists them all.
"""

from __future__ import annotations

import hashlib
import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from golden import NAMES, dump_text, editors_rows
from test_split import FIXTURES
from test_split import read as read_fixture

from segmenter.reading.encoding import UnreadableInput, decode, split_lines

PARTS = 5
"""Parts that dumps fall into by their names."""
SHARES = tuple(part / PARTS for part in range(1, PARTS))
"""What share of the dumps may be held out."""


class UnreadableGold(Exception):  # noqa: N818 - nothing failed but the input
    """A folder or a file is not as it should be; the message names it and says what is wrong."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One story of a dump, as known beforehand."""

    headlines: tuple[int, ...]
    """Numbers of the lines that may pass for its headline; nearly always one."""
    last: int
    """Number of its last line."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump with known stories."""

    name: str
    """Its file's name; the part that it falls into hangs on it alone."""
    family: str
    lines: tuple[str, ...]
    stories: tuple[Gold, ...]

    def first_lines(self, limit: int) -> Dump:
        """The dump up to the last story that ends within `limit` lines; all of it where its first story is longer."""
        stories = tuple(story for story in self.stories if story.last <= limit)
        if not stories or len(self.lines) <= limit:
            return self
        return Dump(self.name, self.family, self.lines[: stories[-1].last], stories)


def is_held_out(name: str, share: float) -> bool:
    """Whether the dump of that name judges and does not tune; `share` is one of `SHARES`.

    A dump held out for a small share is held out for a larger one too.
    """
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % PARTS >= round(PARTS * (1 - share))


def part(dumps: Iterable[Dump], share: float) -> tuple[list[Dump], list[Dump]]:
    """The dumps that tune, and those held out."""
    parts: tuple[list[Dump], list[Dump]] = ([], [])
    for dump in dumps:
        parts[is_held_out(dump.name, share)].append(dump)
    return parts


def read_dumps(folder: Path) -> list[Dump]:
    """The dumps of a folder and of those in it, by name. Raises UnreadableGold where there is none, or a broken one."""
    dumps = [_read_dump(gold) for gold in sorted(folder.rglob("*.gold.json"))]
    if not dumps:
        raise UnreadableGold(f"{folder}: holds no NAME.gold.json; give a folder of NAME.txt beside NAME.gold.json")
    return dumps


def _read_dump(path: Path) -> Dump:
    text = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        stories = tuple(
            Gold(tuple(story.get("headline_lines", [story["headline_line"]])), story["last_line"])
            for story in gold["stories"]
        )
        lines = tuple(split_lines(decode(text.read_bytes(), gold.get("encoding", "utf-8")).text))
        dump = Dump(text.name, gold["family"], lines, stories)
    except KeyError as missing:
        raise UnreadableGold(f"{path}: lacks the key {missing}") from None
    except (AttributeError, TypeError, ValueError) as error:
        raise UnreadableGold(f"{path}: is not of the form that tests/tuning/dumps.py describes ({error})") from None
    except LookupError as error:
        raise UnreadableGold(f"{path}: {error}") from None
    except UnreadableInput as error:
        raise UnreadableGold(f"{text}: {error}") from None
    except OSError as error:
        raise UnreadableGold(f"{error.filename}: cannot be read ({error.strerror})") from None
    if any(not 1 <= number <= len(lines) for story in stories for number in (*story.headlines, story.last)):
        raise UnreadableGold(f"{path}: names a line that {text.name}, of {len(lines)} lines, does not have")
    return dump


def own_dumps() -> list[Dump]:
    """The project's gutter fixtures and samples."""
    dumps = []
    for path in FIXTURES:
        text, letters = read_fixture(path)
        lines = tuple(text.split("\n"))
        starts = [i for i, letter in enumerate(letters) if letter == "H" and (i == 0 or letters[i - 1] != "H")]
        ends = [*starts[1:], len(lines)]
        stories = tuple(Gold((start + 1,), end) for start, end in zip(starts, ends, strict=True))
        dumps.append(Dump(path.stem, "fixtures", lines, stories))
    for name in NAMES:
        rows = editors_rows(name)
        stories = tuple(Gold((int(row["headline_line"]),), int(row["last_line"])) for row in rows)
        dumps.append(Dump(name, "samples", tuple(split_lines(dump_text(name))), stories))
    return dumps


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments that say which dumps are read and how they are parted."""
    parser.add_argument("dumps", metavar="DUMPS", type=Path, help="folder of NAME.txt beside NAME.gold.json")
    parser.add_argument(
        "--held-out", type=float, choices=SHARES, default=0.4, help="share of the dumps that only judge (%(default)s)"
    )
    parser.add_argument(
        "--leave-out",
        metavar="FAMILY",
        action="append",
        default=[],
        help="leave out a family, or all that a glob matches",
    )


def chosen_dumps(parser: ArgumentParser, options: Namespace) -> list[Dump]:
    """The dumps that the arguments ask for, with the project's own; ends the program where they cannot be read."""
    try:
        dumps = [*read_dumps(options.dumps), *own_dumps()]
    except UnreadableGold as error:
        parser.error(str(error))
    return [dump for dump in dumps if not any(fnmatchcase(dump.family, family) for family in options.leave_out)]
