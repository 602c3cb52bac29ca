"""How soon the first story of standard input comes out, and whether the command ends quietly when its reader goes.

It is `cat DUMP | segmenter split - --format jsonl | head -n 1`, with the bytes counted that went in before.
"""

from __future__ import annotations

import subprocess
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

from benchmarks.material import LANGUAGES, Material
from benchmarks.measuring import MB, SEGMENTER, environment

PIECE = 2**16
"""Bytes that are fed at a time."""


def main(place: Path, material: Material, size: float, jobs: int) -> None:
    """Print a row a language."""
    print(f"{'standard input':<28}{'MB':>7}{'first story after s':>21}{'MB read':>9}{'ends after s':>14}  how")
    for language in LANGUAGES:
        dump = material.large(language, size)
        command = [*SEGMENTER, "split", "-", "--format", "jsonl", "-j", str(jobs)]
        pipe, start, fed = subprocess.PIPE, time.perf_counter(), [0]
        with subprocess.Popen(
            command, cwd=place, env=environment(place), stdin=pipe, stdout=pipe, stderr=pipe
        ) as process:
            assert process.stdin and process.stdout and process.stderr
            feeder = Thread(target=_feed, args=(dump, process.stdin, fed))
            feeder.start()
            process.stdout.readline()
            first, read = time.perf_counter() - start, fed[0]
            process.stdout.close()
            told = process.stderr.read().decode().strip() or "quietly"
            status = process.wait()
            ended = time.perf_counter() - start - first
            feeder.join()
        row = f"{language:<28}{dump.stat().st_size / MB:>7.2f}{first:>21.2f}{read / MB:>9.2f}{ended:>14.2f}"
        print(f"{row}  {told}, status {status}", flush=True)


def _feed(dump: Path, pipe: IO[bytes], fed: list[int]) -> None:
    with dump.open("rb") as file, suppress(BrokenPipeError), pipe:
        for piece in iter(lambda: file.read(PIECE), b""):
            pipe.write(piece)
            fed[0] += len(piece)
