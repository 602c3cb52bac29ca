"""Run every benchmark: `python -m tests.benchmarks [FOLDER of real dumps]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import linearity, throughput

throughput.main(*sys.argv[1:2])
print()
linearity.main()
