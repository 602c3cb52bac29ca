"""Run the benchmarks: `python -m tests.benchmarks --help`."""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import hostile, small, startup, streaming, throughput, whole
from benchmarks.material import Material

PARTS = ("throughput", "whole", "small", "streaming", "startup", "hostile")


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", multiple=True, type=click.Choice(PARTS), help="May be repeated. Default: all.")
@click.option("--size", default=4.0, metavar="MB", help="Size of the large dumps.")
@click.option("--dumps", default=300, metavar="N", help="Number of the small ones.")
@click.option("--lines", default=10_000, metavar="N", help="Size of the hostile ones.")
@click.option("--jobs", default=2, metavar="N", help="Processes of the command.")
@click.option("--peers-python", metavar="FILE", help="A Python that has trafilatura or jionlp, to be timed too.")
def main(
    folder: Path | None, only: tuple[str, ...], size: float, dumps: int, lines: int, jobs: int, peers_python: str | None
) -> None:
    """Measure how fast dumps are taken apart, and how much memory that takes, each figure beside another of this run.

    The dumps are made out of the words of the samples, or taken from FOLDER, from all *.txt below it. Seconds with a
    number of processes are by the clock, others are of the processor.

    \b
    In full, some hours:
      python -m tests.benchmarks --size 100 --dumps 10000 --lines 1000000
      python -m tests.benchmarks --only whole --size 1000
    """
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        material = Material(place, folder)
        parts: Mapping[str, Callable[[], None]] = {
            "throughput": lambda: throughput.main(material, size, peers_python),
            "whole": lambda: whole.main(place, material, size, jobs),
            "small": lambda: small.main(place, material, dumps, jobs),
            "streaming": lambda: streaming.main(place, material, size, jobs),
            "startup": lambda: startup.main(place),
            "hostile": lambda: hostile.main(place, lines, jobs),
        }
        for part in only or PARTS:
            parts[part]()
            print()


main()
