"""Lets `python -m segmenter` do what the command `segmenter` does."""

from segmenter.cli import main

main(prog_name="segmenter")
