"""How fast dumps are taken apart, each figure beside another one of the same run; `python -m tests.benchmarks`."""
