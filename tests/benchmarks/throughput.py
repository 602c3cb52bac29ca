"""How many megabytes a second one process takes apart, and how that compares with mere cutting.

    python tests/benchmarks/throughput.py [FOLDER of real dumps]

The peers are `csplit` and `awk`, told the pattern of this very dump's headlines and cutting it into as many files: what
they need is the least that any program needs to write so many files.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.dumps import chinese_wire, english_wire
from segmenter.config import default_settings
from segmenter.pipeline import split, split_stream
from segmenter.reading.encoding import decode, split_lines

SIZE = 2_000_000
"""Bytes of each dump that is made."""
PATTERNS = {"Chinese wire": "^[^　]", "English wire": "^[A-Z][A-Z ]*$"}
"""What the headlines of the made dumps look like to a regular expression."""


def main(folder: str | None = None) -> None:
    """Print a line for each dump."""
    settings = default_settings()
    for warm_up in (chinese_wire(30_000), english_wire(30_000)):
        split(warm_up, settings)
    print(f"{'dump':<24}{'MB':>7}{'stories':>9}{'MB/s':>8}{'first story after':>19}{'csplit':>9}{'awk':>9}")
    for name, text in _dumps(folder):
        size = len(text.encode(errors="surrogatepass")) / 1e6
        seconds = _seconds(lambda text=text: split(text, settings))  # type: ignore[misc]
        stories = len(split(text, settings).stories)
        first = _seconds(lambda text=text: next(split_stream(iter(split_lines(text)), settings), None))  # type: ignore[misc]
        row = f"{name[:23]:<24}{size:>7.2f}{stories:>9}{size / seconds:>8.2f}{first / seconds:>18.0%} "
        peers = _peers(text, PATTERNS[name]) if name in PATTERNS else ()
        print(row + "".join(f"{seconds / peer:>8.0f}x" for peer in peers))
    print("\nThe last two columns: how many times as long as the peer this takes; the peers read no field.")


def _dumps(folder: str | None) -> Iterator[tuple[str, str]]:
    yield "Chinese wire", chinese_wire(SIZE, 3)
    yield "English wire", english_wire(SIZE, 3)
    if folder is not None:
        texts = [decode(path.read_bytes()).text for path in sorted(Path(folder).rglob("*.txt"))]
        joined = "\n\n".join(texts)
        yield f"{len(texts)} dumps, joined", joined[:SIZE]


def _seconds(work: Callable[[], object]) -> float:
    """Seconds of this process that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _peers(text: str, pattern: str) -> Sequence[float]:
    """Seconds that csplit and awk take; 0 pieces of them where a tool is absent."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump.txt"
        dump.write_text(text, encoding="utf-8")
        commands = (
            ["csplit", "-s", "-z", "-n", "6", "-f", f"{folder}/c", str(dump), f"/{pattern}/", "{*}"],
            ["awk", f'/{pattern}/ {{close(f); f = "{folder}/a" ++n}} f {{print > f}}', str(dump)],
        )
        found = []
        for command in commands:
            if shutil.which(command[0]):
                start = time.perf_counter()
                subprocess.run(command, check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
                found.append(time.perf_counter() - start)
        return found


if __name__ == "__main__":
    main(*sys.argv[1:2])
