"""A story as Markdown: YAML front matter, then the text, verbatim.

Site generators, Pandoc and note-taking programs read `title`, `subtitle`, `date` and `author` as they are; the news
fields follow under the record's names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from segmenter.model import Story
from segmenter.rendering.front_matter import FENCE, FrontMatterError, Row, read_front_matter, write_front_matter
from segmenter.rendering.records import json_line, record

KEYS: Final = frozenset(
    "title subtitle date author kicker byline dateline source section language "
    "confidence warnings id origin similar_to".split()
)
"""The keys that are ours; all others are an editor's."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""How Python holds the bytes of a file name that is not UTF-8."""


def markdown(story: Story, file: str, digest: str) -> str:
    """The story as a Markdown file's text.

    `file` is the dump's path as it was given, `digest` the SHA-256 of the dump's bytes in hexadecimal. Raises
    ValueError if the front matter would not be read back as it was meant.
    """
    body = "\n\n".join(story.paragraphs)
    return f"{FENCE}{write_front_matter(front_matter(story, file, digest))}{FENCE}" + (f"\n{body}\n" if body else "")


def front_matter(story: Story, file: str, digest: str) -> dict[str, Any]:
    """The front matter's values, in their order; null and empty ones are left out."""
    fields = record(story, file)
    file = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", file)
    # Who edited or proofread a text is credited in `byline`, but is not its author.
    authors = dict.fromkeys(person.name for person in story.byline if person.role != "editor")
    values = {
        "title": story.headline,
        "subtitle": story.deck,
        "date": story.published,
        "author": list(authors),
        **{name: fields[name] for name in ("kicker", "byline", "dateline", "source", "section", "language")},
        "confidence": story.confidence,
        "warnings": fields["warnings"],
        "id": story.id,
        "origin": {"file": file, "lines": Row(story.lines), "hash": digest},
    }
    values["dateline"] = _stated(values["dateline"])
    return _stated(values)


def content_hash(story: Story) -> str:
    """SHA-256 of what the file says, but for what also changes where the dump changes around the story."""
    values = front_matter(story, "", "")
    for name in ("origin", "confidence", "warnings"):
        values.pop(name, None)
    return hashlib.sha256(json_line([values, story.paragraphs]).encode()).hexdigest()


def with_keys(text: bytes, similar_to: Sequence[tuple[str, str]], present: bytes | None) -> bytes:
    """A file's text with links to similar stories, given by id and file, and with the keys that only `present` has.

    `present` is what an editor made of an earlier version; what cannot be read there is left out.
    """
    more = ""
    if similar_to:
        more = write_front_matter({"similar_to": [{"id": id, "file": file} for id, file in similar_to]})
    try:
        found = read_front_matter(present) if present else None
    except FrontMatterError:
        found = None
    added = [entry.text.replace("\r\n", "\n") for entry in found.entries if entry.key not in KEYS] if found else []
    head, fence, body = text.partition(b"\n" + FENCE.encode())

    def joined(lines: str) -> bytes:
        return head + b"\n" + lines.encode() + fence[1:] + body

    if added:
        try:
            whole = joined(more + "".join(entry if entry.endswith("\n") else entry + "\n" for entry in added))
            read_front_matter(whole)
        except FrontMatterError:
            pass
        else:
            return whole
    return joined(more) if more else text


def is_version_of(present: bytes, story: Story, file: str) -> bool:
    """True if a file's first bytes are front matter written here for this story, or for one of the same dump."""
    try:
        found = read_front_matter(present)
    except FrontMatterError:
        return False
    origin = found.values.get("origin") if found else None
    if found is None or not isinstance(origin, dict):
        return False
    # Standard input is another dump every time.
    return found.values.get("id") == story.id or file == origin.get("file") != "-"


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
