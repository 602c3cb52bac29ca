"""The JSON record of a story: what other programs read.

Keys and their order are fixed. A record is one line, also for readers that take U+2028 for a line end.
"""

from __future__ import annotations

import re
from typing import Any, Final

from segmenter.model import Story

_RISKY: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON allows inside a text, but line readers split at, terminals obey or UTF-8 cannot hold."""


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


def json_line(value: Any) -> str:
    """JSON on one line, in the text's own characters except those that are not safe there."""
    import json

    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
