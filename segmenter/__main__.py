"""Lets `python -m segmenter` do what the command `segmenter` does."""

from segmenter.cli import main

if __name__ == "__main__":  # Worker processes import this module too.
    main(prog_name="segmenter")
