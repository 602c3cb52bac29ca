"""The JSON record of a story: what other programs read, and from which the other formats are made.

Keys and their order are fixed. A record is one line, also for readers that take U+2028 for a line end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import IO, TYPE_CHECKING, Any, Final

from segmenter.model import Story

if TYPE_CHECKING:
    from json import JSONEncoder

_RISKY: Final = "[\x7f-\x9f\u2028\u2029\ud800-\udfff]"
"""What JSON allows inside a text, but line readers split at, terminals obey or UTF-8 cannot hold."""
_SURROGATE: Final = "[\ud800-\udfff]"
"""How Python holds the bytes of a file name that is not UTF-8."""
_NAMESPACE: Final = "48a13fc2-140b-4d6e-8f61-8fa49420309f"
"""Of the names that are made from stories' ids; drawn once, and the same for ever."""


def record(story: Story, file: str) -> dict[str, Any]:
    """The story as plain values, ready for `json.dumps`. `file` is the dump's path as it was given."""
    return {
        "id": story.id,
        "file": file,
        "ordinal": story.ordinal,
        "lines": list(story.lines),
        "headline": story.headline,
        "headline_line": story.headline_line,
        "kicker": story.kicker,
        "deck": story.deck,
        "byline": byline_values(story),
        "dateline": dateline_values(story),
        "published": story.published,
        "source": story.source,
        "section": story.section,
        "language": story.language,
        "paragraphs": list(story.paragraphs),
        "confidence": story.confidence,
        "warnings": list(story.warnings),
        "evidence": [
            {
                "field": item.field,
                "value": item.value,
                "raw": item.raw,
                "line": item.line,
                "column": item.column,
                "cue": item.cue,
                "inferred": item.inferred,
            }
            for item in story.evidence
        ],
    }


def byline_values(story: Story) -> list[dict[str, str]]:
    """The people of the byline as plain values."""
    return [{"name": person.name, "role": person.role} for person in story.byline]


def dateline_values(story: Story) -> dict[str, str | None]:
    """The dateline as plain values."""
    return {
        "place": story.dateline.place,
        "region": story.dateline.region,
        "agency": story.dateline.agency,
        "agency_id": story.dateline.agency_id,
        "date": story.dateline.date,
        "raw": story.dateline.raw,
    }


def are_records(present: bytes) -> bool:
    """True if a file's first bytes are records written here, or nothing."""
    return not present or present.startswith(b'{"id": "')


def record_line(story: Story, file: str) -> str:
    """The record as one line of JSON, line end included."""
    return json_line(record(story, file)) + "\n"


class RecordLines:
    """Writes records to a binary stream, one a line."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def add(self, record: Mapping[str, Any]) -> None:
        self._stream.write(json_line(record).encode() + b"\n")

    def close(self) -> None:
        """Nothing is held back: every line stands as soon as it is written."""


def json_line(value: Any) -> str:
    """JSON on one line, in the text's own characters except those that are not safe there."""
    return _safe_json(value, None)


def json_text(value: Any) -> str:
    """JSON for people to read: indented, in the text's own characters except those that are not safe there."""
    return _safe_json(value, 2) + "\n"


def well_formed(path: str) -> str:
    """A dump's path with U+FFFD for its bytes that are no UTF-8, for readers that refuse the escape in our own JSON."""
    return re.sub(_SURROGATE, "\N{REPLACEMENT CHARACTER}", path)


def stated(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values without those that say nothing: null and empty ones."""
    return {name: value for name, value in values.items() if value or value not in (None, "", [], {})}


def author_names(story: Story) -> list[str]:
    """The people who made the story, each once. Who edited or proofread it is credited, but is not its author."""
    return list(dict.fromkeys(person.name for person in story.byline if person.role != "editor"))


def story_uri(story: Story) -> str:
    """A name for the story that is its own in all the world, as `urn:uuid:`; made from its id, so of its text alone."""
    import uuid

    return uuid.uuid5(uuid.UUID(_NAMESPACE), story.id).urn


def _safe_json(value: Any, indent: int | None) -> str:
    text: str = _encoder(indent).encode(value)
    if text.isprintable():  # which no mark is that is not safe
        return text
    return re.sub(_RISKY, lambda found: f"\\u{ord(found[0]):04x}", text)


@cache
def _encoder(indent: int | None) -> JSONEncoder:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, indent=indent)
