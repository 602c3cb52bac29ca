"""Obsidian, https://help.obsidian.md/properties.

- Properties are texts, numbers, dates and lists of texts; a mapping cannot be shown. So byline, dateline and origin are
  laid out flat.
- A property has one type in the whole vault: `date` is a day, and `date_stated` says what is more or less than that.
- Notes are found by their files' names; `aliases` lets a link be written with the headline.
- Similar stories are links, which Obsidian follows when a file is renamed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from segmenter.rendering.profiles.profile import Key, Profile, Shape, listed, moment

_NO_LINK: Final = r"[#^|\[\]]|%%"
"""Marks in a file's name to which no link can lead."""


def _day(published: str) -> str | None:
    date = moment(published)
    return date and date[:10]


def _more_or_less(published: str) -> str | None:
    return None if published == _day(published) else published


def _credits(byline: Sequence[Mapping[str, str]]) -> list[str]:
    return [f"{person['name']}, {person['role']}" for person in byline]


def _part(name: str) -> Shape:
    def shape(value: Mapping[str, Any]) -> Any:
        return value.get(name)

    return shape


def _parts(field: str, *names: str) -> tuple[Key, ...]:
    return tuple(Key(f"{field}_{name}", field, _part(name)) for name in names)


def _link(id: str, file: str) -> str:
    note = PurePosixPath(file).with_suffix("").as_posix()
    return file if re.search(_NO_LINK, note) else f"[[{note}]]"


OBSIDIAN: Final = Profile(
    "obsidian",
    (
        Key("title", "headline"),
        Key("aliases", "headline", listed, repeats="title"),
        Key("subtitle", "deck"),
        Key("date", "published", _day),
        Key("date_stated", "published", _more_or_less),
        Key("author", "authors"),
        Key("kicker", "kicker"),
        Key("credits", "byline", _credits),
        *_parts("dateline", "place", "region", "agency", "agency_id", "date", "raw"),
        Key("source", "source"),
        Key("section", "section"),
        Key("language", "language"),
        Key("confidence", "confidence"),
        Key("warnings", "warnings"),
        Key("id", "id"),
        *_parts("origin", "file", "lines", "hash", "profile"),
    ),
    link=_link,
)
