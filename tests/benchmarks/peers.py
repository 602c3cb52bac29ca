"""What other libraries take to read the metadata of stories; run by the Python that has them, stories on its input.

Each input line is a record. A line of output for each library that is there: its name, and microseconds a story.
"""

from __future__ import annotations

import html
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

Reader = Callable[[dict[str, Any]], object]
"""Reads the metadata of one story."""


def trafilatura() -> Reader:
    """Title, author, site and date, of the story as a web page."""
    from trafilatura import extract_metadata  # type: ignore[import-not-found]

    def read(story: dict[str, Any]) -> object:
        title, *paragraphs = (html.escape(text) for text in (story["headline"], *story["paragraphs"]))
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>"
        return extract_metadata(page)

    return read


def jionlp() -> Reader:
    """The dates in the first paragraph: its place names would need minutes to load."""
    import jionlp as jio  # type: ignore[import-not-found]

    return lambda story: jio.ner.extract_time(story["paragraphs"][0])


def main() -> None:
    """Time each library that is installed."""
    stories = [json.loads(line) for line in sys.stdin]
    logging.disable()
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):  # One of them prints greetings.
        found = [[name, 1e6 * seconds / len(stories)] for name, seconds in _timed(stories)]
    print(json.dumps(found))


def _timed(stories: list[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    for peer in (trafilatura, jionlp):
        try:
            read = peer()
        except ImportError:
            print(f"{peer.__name__} is not installed for {sys.executable}", file=sys.stderr)
            continue
        read(stories[0])
        start = time.process_time()
        for story in stories:
            read(story)
        yield peer.__name__, time.process_time() - start


if __name__ == "__main__":
    main()
