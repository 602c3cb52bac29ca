"""Whether twice the text takes twice the time, for dumps of the usual kind and for the worst that may come.

    python tests/benchmarks/linearity.py [LINES]

Each shape is taken apart at a size and at twice that size. A ratio near 2 is linear, near 4 quadratic.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.dumps import chinese_wire, english_wire
from segmenter.config import default_settings
from segmenter.pipeline import split, split_stream
from segmenter.reading.encoding import split_lines

LINES = 10_000
"""Lines of the smaller dump of each pair; a dump of one line has ten times as many characters."""

_STORY = "渡口复航\n　　本报讯（记者林远）今天渡口复航，沿岸的人都来看，船头挂着红布。\n\n"
SHAPES: Mapping[str, Callable[[int], str]] = {
    "Chinese wire": lambda lines: chinese_wire(lines * 500),
    "English wire": lambda lines: english_wire(lines * 50),
    "one endless line": lambda lines: "青石镇的桥。" * (lines * 10 // 6),
    "one endless word": lambda lines: "a" * (lines * 10),
    "lines of one character": lambda lines: "一\n" * lines,
    "lines of any one character": lambda lines: "".join(chr(0x4E00 + i % 3000) + "\n" for i in range(lines)),
    "headlines and no text": lambda lines: "".join(f"Council votes to mend bridge {i}\n" for i in range(lines)),
    "the same story again": lambda lines: _STORY * (lines // 3),
    "a run of brackets": lambda lines: "（【([" * (lines * 10 // 4),
    "lines of brackets": lambda lines: ("（【([" * 15 + "\n") * lines,
    "a run of dates": lambda lines: "2024年5月15日 " * lines,
    "lines of dates": lambda lines: "2024年5月15日\n" * lines,
    "a run of spaces": lambda lines: " " * (lines * 10),
    "lines of spaces": lambda lines: (" " * 60 + "\n") * lines,
    "hyphens at line ends": lambda lines: "the re-\nopening of the bridge across the Alder was put off un-\n" * lines,
}


def main(lines: int = LINES) -> None:
    """Print a line for each shape, then how much room a stream takes as it grows."""
    settings = default_settings()
    print(f"{'shape':<28}{'characters':>12}{'seconds':>9}{'twice as long':>15}{'µs a character':>16}")
    for name, shape in SHAPES.items():
        split(shape(100), settings)
        once, twice = (_seconds(shape(size)) for size in (lines, 2 * lines))
        size = len(shape(2 * lines))
        print(f"{name:<28}{size:>12}{twice:>9.2f}{twice / once:>14.1f}x{1e6 * twice / size:>16.1f}", flush=True)
    small, large = (_room(english_wire(size)) for size in (1_000_000, 3_000_000))
    print(f"\nA stream of three times the text takes {large / small:.1f} times the room.")


def _seconds(text: str) -> float:
    start = time.process_time()
    split(text, default_settings())
    return max(time.process_time() - start, 1e-6)


def _room(text: str) -> int:
    """Bytes that reading the text as a stream takes at its peak, beside the text."""
    lines = split_lines(text)
    tracemalloc.start()
    for _ in split_stream(iter(lines), default_settings()):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
