"""What a correction suggests for `config.toml` where the same pattern repeats, and what the suggestion would change.

Nothing here changes anything: a proposal is a line of the file, which a person sees with its effects and may adopt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import tomlkit

from segmenter.deciding.rulings import Ruling
from segmenter.model import Document, Role, Story
from segmenter.reading.folding import fold

if TYPE_CHECKING:
    from segmenter.config import Settings

OFTEN: Final = 2
"""Lines or stories from which a pattern repeats."""
SHOWN: Final = 200
"""Changes that are shown, at most; the rest is counted."""
LONGEST: Final = 80
"""Characters of a line above which it is hardly furniture that repeats."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One entry for `config.toml`."""

    table: str
    key: str
    """The key whose value it is, or of whose list it becomes a member."""
    value: str
    places: int
    """Lines of the open dumps that it is about."""

    @property
    def shown(self) -> str:
        """The entry as the file would have it."""
        value = tomlkit.item(self.value).as_string()
        if self.table == "agencies":
            return f"[agencies]\n{tomlkit.item(self.key).as_string()} = {value}"
        return f"[{self.table}]\n{self.key} = [{value}]"


def proposals_for(ruling: Ruling, dumps: Sequence[Sequence[str]], settings: Settings) -> list[Proposal]:
    """What a new ruling suggests; `dumps` are the lines of the open dumps."""
    if ruling.role is Role.FURNITURE and 0 < len(ruling.text) <= LONGEST:
        return list(_furniture(ruling.text, dumps, settings))
    if ruling.field == "dateline.agency" and ruling.value:
        name = str(ruling.value)
        places = sum(name in line for lines in dumps for line in lines)
        if places >= OFTEN and fold(name) not in settings.agencies:
            return [Proposal("agencies", name, _identifier(name), places)]
    if ruling.field == "section" and ruling.value:
        name = str(ruling.value)
        places = sum(line.strip().strip("【】[]") == name for lines in dumps for line in lines)
        if places >= OFTEN and fold(name) not in settings.sections:
            return [Proposal("sections", "names", name, places)]
    return []


def _furniture(text: str, dumps: Sequence[Sequence[str]], settings: Settings) -> Iterator[Proposal]:
    exact = _escaped(text)
    counted = re.sub(r"[0-9]+", r"\\d+", exact)
    before = 0
    for pattern in dict.fromkeys((exact, counted)):
        whole = rf"^\s*{pattern}\s*$"
        compiled = re.compile(whole)
        places = sum(compiled.search(line) is not None for lines in dumps for line in lines)
        # The wider pattern is worth a word only where it finds more.
        if places >= OFTEN and places > before and whole not in settings.furniture:
            yield Proposal("furniture", "lines", whole, places)
        before = places


def _escaped(text: str) -> str:
    """A pattern that fits the text alone; spaces stay readable."""
    return re.sub(r"[\\^$.|?*+()\[\]{}]", r"\\\g<0>", text)


def _identifier(name: str) -> str:
    """An id for an agency: its letters where it has Latin ones, else the name as it stands."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else name


def with_entry(text: str, proposal: Proposal) -> str:
    """The text of a `config.toml` with the entry in it, all else as it was."""
    document = tomlkit.parse(text)
    table = document.setdefault(proposal.table, tomlkit.table())
    if proposal.table == "agencies":
        table[proposal.key] = proposal.value
    else:
        values = table.setdefault(proposal.key, tomlkit.array())
        if proposal.value not in values:
            values.append(proposal.value)
    return tomlkit.dumps(document)


def effects(file: str, before: Document, after: Document) -> dict[str, Any]:
    """What would be other in one dump: lines with another role, stories with another field."""
    lines = [
        {"line": old.number, "text": old.text[:LONGEST], "before": old.role.value, "after": new.role.value}
        for old, new in zip(before.lines, after.lines, strict=True)
        if old.role is not new.role
    ]
    known = {story.headline_line: _fields(story) for story in before.stories}
    fields = [
        {"line": story.headline_line, "headline": story.headline, "field": name, "before": old, "after": new}
        for story in after.stories
        if story.headline_line in known
        for name, old, new in _differences(known[story.headline_line], _fields(story))
    ]
    return {
        "file": file,
        "stories": [len(before.stories), len(after.stories)],
        "lines": lines[:SHOWN],
        "more_lines": max(0, len(lines) - SHOWN),
        "fields": fields[:SHOWN],
        "more_fields": max(0, len(fields) - SHOWN),
    }


def _fields(story: Story) -> dict[str, str | None]:
    return {
        "headline": story.headline,
        "byline": "; ".join(f"{person.name} ({person.role})" for person in story.byline) or None,
        "dateline.agency": story.dateline.agency,
        "dateline.agency_id": story.dateline.agency_id,
        "published": story.published,
        "source": story.source,
        "section": story.section,
    }


def _differences(
    before: Mapping[str, str | None], after: Mapping[str, str | None]
) -> Iterator[tuple[str, str | None, str | None]]:
    return ((name, before[name], after[name]) for name in before if before[name] != after[name])
