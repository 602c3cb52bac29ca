"""A story as IPTC ninjs, News in JSON: what news agencies' and newsrooms' systems exchange.

Property names are those of version 3.1; version 2.2 has the same in small letters. A moment in ninjs has a time and a
zone: a day alone, which is what most stories state, is not made one, but said in the note to the receiving editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from segmenter.rendering.records import author_names, json_text, stated, story_uri, well_formed

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#"

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")


def render(story: Story, file: str, digest: str, settings: Settings) -> bytes:
    """The story as a ninjs object of the version that the settings name.

    `file` is the dump's path as it was given, `digest` the SHA-256 of the dump's bytes in hexadecimal.
    """
    version = settings.formats.ninjs_version
    values = _values(story, file, digest, version)
    if version.startswith("2"):
        values = _in_small_letters(values)
    return json_text(values).encode()


def _values(story: Story, file: str, digest: str, version: str) -> dict[str, Any]:
    dateline = story.dateline
    moment = story.published if story.published and _MOMENT.fullmatch(story.published) else None
    headlines = {"main": story.headline, "kicker": story.kicker, "deck": story.deck}
    body = "\n\n".join(story.paragraphs)
    return stated(
        {
            "uri": story_uri(story),
            "type": "text",
            "profile": "text-only",
            "language": story.language,
            "contentCreated": moment,
            "headlines": [{"role": role, "value": value} for role, value in headlines.items() if value],
            "by": ("、" if story.language.startswith("zh") else ", ").join(author_names(story)),
            "located": ", ".join(filter(None, (dateline.place, dateline.region))),
            "subjects": [{"name": story.section, "rel": "section"}] if story.section else [],
            "infoSources": [
                *({"name": person.name, "role": person.role} for person in story.byline),
                *_party("agency", dateline.agency, dateline.agency_id),
                *_party("source", story.source),
            ],
            "bodies": [{"role": "main", "contentType": "text/plain", "value": body}] if body else [],
            "edNote": "\n".join(_notes(story, moment)),
            "altIds": [
                {"role": "story", "value": story.id},
                {"role": "dump", "value": well_formed(file)},
                {"role": "dump-sha256", "value": digest},
                {"role": "dump-ordinal", "value": str(story.ordinal)},
                {"role": "dump-lines", "value": f"{story.lines[0]}-{story.lines[1]}"},
            ],
            "standard": {"name": "ninjs", "version": version, "schema": SCHEMA.format(version=version)},
        }
    )


def _party(role: str, name: str | None, literal: str | None = None) -> Iterator[dict[str, Any]]:
    if name or literal:
        yield stated({"name": name, "role": role, "literal": literal})


def _notes(story: Story, moment: str | None) -> Iterator[str]:
    """What ninjs has no property for and a receiving editor has to know, a line each."""
    if story.published and not moment:
        yield f"published: {story.published}"
    if story.dateline.raw:
        yield f"dateline: {story.dateline.raw}"
    if story.dateline.date:
        yield f"dateline date: {story.dateline.date}"
    yield f"confidence: {story.confidence}"
    for warning in story.warnings:
        yield f"warning: {warning}"


def _in_small_letters(value: Any) -> Any:
    """The value with the names of all its properties in small letters."""
    if isinstance(value, dict):
        return {name.lower(): _in_small_letters(item) for name, item in value.items()}
    return [_in_small_letters(item) for item in value] if isinstance(value, list) else value
