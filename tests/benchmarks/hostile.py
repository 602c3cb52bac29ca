"""Whether ten times the text takes ten times the time, for the worst that may come.

Each shape is taken apart in this process at a tenth of the size and at the size; a factor near 10 is linear, near 100
quadratic. Then the command makes story files of it in a folder, which shows the memory.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from benchmarks.measuring import SEGMENTER, processor_seconds, run
from segmenter import split_stream
from segmenter.reading.encoding import split_lines

_STORY: Final = "渡口复航\n　　本报讯（记者林远）今天渡口复航，沿岸的人都来看，船头挂着红布。\n\n"
SHAPES: Final[Mapping[str, Callable[[int], str]]] = {
    "one endless line": lambda lines: "青石镇的桥。" * (lines * 10 // 6),
    "one endless word": lambda lines: "a" * (lines * 10),
    "lines of one character": lambda lines: "一\n" * lines,
    "lines of any one character": lambda lines: "".join(chr(0x4E00 + i % 3000) + "\n" for i in range(lines)),
    "headlines and no text": lambda lines: "".join(f"Council votes to mend bridge {i}\n" for i in range(lines)),
    "one headline again": lambda lines: "Council votes to mend bridge\n" * lines,
    "the same story again": lambda lines: _STORY * (lines // 30),
    "a run of brackets": lambda lines: "（【([" * (lines * 10 // 4),
    "lines of brackets": lambda lines: ("（【([" * 15 + "\n") * (lines // 10),
    "a run of dates": lambda lines: "2024年5月15日 " * lines,
    "lines of dates": lambda lines: "2024年5月15日\n" * lines,
    "a run of spaces": lambda lines: "a" + " " * (lines * 10) + "a",
    "lines of spaces": lambda lines: "a\n" + (" " * 60 + "\n") * (lines // 6) + "a\n",
    "hyphens at line ends": lambda lines: "the re-\nopening of the bridge across the Alder was put off un-\n" * lines,
}
"""What a dump of so many lines is, or of ten times as many characters where it has one line; some are smaller."""


def main(place: Path, lines: int, jobs: int) -> None:
    """Print a row for each shape."""
    print(f"{'hostile dumps':<28}{'characters':>12}{'s':>9}{'factor':>9}{'µs a character':>16}", end="")
    print(f"{f's, {jobs} processes':>16}{'MB together':>13}{'largest':>9}")
    for name, shape in SHAPES.items():
        _stories(shape(100))
        text = shape(lines)
        tenth, all = _seconds(shape(lines // 10)), _seconds(text)
        row = f"{name:<28}{len(text):>12}{all:>9.2f}{all / tenth:>8.1f}x{1e6 * all / len(text):>16.2f}"
        dump, output = place / "hostile.txt", place / "stories"
        dump.write_text(text, encoding="utf-8")
        taken = run([*SEGMENTER, "split", str(dump), "-o", str(output), "-q", "-j", str(jobs)], place)
        shutil.rmtree(output, ignore_errors=True)
        print(f"{row}{taken.seconds:>16.2f}{taken.together:>13.0f}{taken.largest:>9.0f}", flush=True)


def _stories(text: str) -> int:
    return sum(1 for _ in split_stream(iter(split_lines(text))))


def _seconds(text: str) -> float:
    return processor_seconds(lambda: _stories(text))
