"""A story as Markdown: YAML front matter, then the text, verbatim.

Site generators, Pandoc and note-taking programs read `title`, `subtitle`, `date` and `author` as they are; the news
fields follow under the record's names. Every text must come back as the same text from any YAML reader, 1.1 or 1.2,
so what such a reader could take for a number, a date or a truth value stands in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from segmenter.model import Story
from segmenter.rendering.records import record

FENCE: Final = "---\n"

_LOOKALIKE: Final = re.compile(r"[yn]|[-+]?\.?[0-9][0-9_.:etz+-]*|[-+]?0[box][0-9a-f_]+", re.IGNORECASE)
"""What some YAML reader, though not PyYAML, takes for something else than text: `y`, `1e5`, `0o17`."""
_ESCAPED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Marks that would be invisible, or break a line, unless they are written as escapes."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""How Python holds the bytes of a file name that is not UTF-8."""


class _Row(list[int]):
    """A list that stands on one line."""


def markdown(story: Story, file: str, digest: str) -> str:
    """The story as a Markdown file's text.

    `file` is the dump's path as it was given, `digest` the SHA-256 of the dump's bytes in hexadecimal. Raises
    ValueError if the front matter would not be read back as it was meant.
    """
    body = "\n\n".join(story.paragraphs)
    return f"{FENCE}{_yaml(front_matter(story, file, digest))}{FENCE}" + (f"\n{body}\n" if body else "")


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
        "origin": {"file": file, "lines": _Row(story.lines), "hash": digest},
    }
    values["dateline"] = _stated(values["dateline"])
    return _stated(values)


def is_version_of(present: bytes, story: Story, file: str) -> bool:
    """True if a file's first bytes are front matter written here for this story, or for one of the same dump."""
    import yaml

    start, opened, rest = present.partition(FENCE.encode())
    head, closed, _ = rest.partition(b"\n" + FENCE.encode())
    if start or not opened or not closed:
        return False
    try:
        values = yaml.load(head, Loader=_dialect()[2])
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    if not isinstance(values, dict) or not isinstance(values.get("origin"), dict):
        return False
    # Standard input is another dump every time.
    return values.get("id") == story.id or file == values["origin"].get("file") != "-"


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _yaml(values: Mapping[str, Any]) -> str:
    import yaml

    fast, plain, loader = _dialect()
    text = _dump(values, fast)
    if "\\U" in text:
        # The C emitter writes emoji and rare Chinese characters as escapes, which no editor can read.
        text = _dump(values, plain)
    if yaml.load(text, Loader=loader) != values:
        raise ValueError(f"the front matter of {values['title']!r} would not be read back as written")
    return text


def _dump(values: Mapping[str, Any], dumper: Any) -> str:
    import yaml

    text: str = yaml.dump(values, Dumper=dumper, sort_keys=False, allow_unicode=True, width=2**30)
    return text


@cache
def _dialect() -> tuple[Any, Any, Any]:
    """The fast dumper (written in C where PyYAML has it), the plain one, and the loader to check with."""
    import yaml

    def represent(dumper: Any, text: str) -> Any:
        style = '"' if _ESCAPED.search(text) else "'" if _LOOKALIKE.fullmatch(text) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_row(dumper: Any, row: _Row) -> Any:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)

    dumpers = []
    for base in (getattr(yaml, "CSafeDumper", yaml.SafeDumper), yaml.SafeDumper):
        dumper: Any = type("Dumper", (base,), {"ignore_aliases": lambda self, value: True})
        dumper.add_representer(str, represent)
        dumper.add_representer(_Row, represent_row)
        dumpers.append(dumper)
    return dumpers[0], dumpers[1], getattr(yaml, "CSafeLoader", yaml.SafeLoader)
