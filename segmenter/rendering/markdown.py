"""A story as Markdown: YAML front matter, then the text, verbatim.

Which keys the front matter has, and in which shape, is a profile's matter (see `rendering.profiles`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping, Sequence
from typing import Any, Final

from segmenter.model import Story
from segmenter.rendering.front_matter import (
    FENCE,
    FrontMatter,
    FrontMatterError,
    Row,
    read_front_matter,
    write_front_matter,
)
from segmenter.rendering.profiles import origin_of, profile_of
from segmenter.rendering.profiles.default import DEFAULT
from segmenter.rendering.profiles.profile import Profile
from segmenter.rendering.records import (
    author_names,
    byline_values,
    dateline_values,
    json_line,
    stated,
    well_formed,
)

_AS_THEY_ARE: Final = (
    "headline", "deck", "published", "kicker", "source", "section", "language", "confidence", "id",
)  # fmt: skip
"""Fields of the front matter that are the story's own."""


def markdown(story: Story, file: str, digest: str, profile: Profile = DEFAULT) -> str:
    """The story as a Markdown file's text.

    `file` is the dump's path as it was given, `digest` the SHA-256 of the dump's bytes in hexadecimal. Raises
    ValueError if the front matter would not be read back as it was meant.
    """
    body = "\n\n".join(story.paragraphs)
    head = write_front_matter(front_matter(story, file, digest, profile))
    return f"{FENCE}{head}{FENCE}" + (f"\n{body}\n" if body else "")


def front_matter(story: Story, file: str, digest: str, profile: Profile = DEFAULT) -> dict[str, Any]:
    """The front matter's values, in their order; null and empty ones are left out."""
    origin: dict[str, Any] = {"file": well_formed(file), "lines": Row(story.lines), "hash": digest}
    if profile is not DEFAULT:
        # A later run, maybe for another program, has to know which keys were ours.
        origin["profile"] = profile.name
    return profile.front_matter(
        {
            **{name: getattr(story, name) for name in _AS_THEY_ARE},
            "authors": author_names(story),
            "byline": byline_values(story),
            "dateline": stated(dateline_values(story)),
            "warnings": list(story.warnings),
            "origin": origin,
        }
    )


def content_hash(story: Story) -> str:
    """SHA-256 of what the file says, but for what also changes where the dump changes around the story."""
    values = front_matter(story, "", "")
    for name in ("origin", "confidence", "warnings"):
        values.pop(name, None)
    return hashlib.sha256(json_line([values, story.paragraphs]).encode()).hexdigest()


def with_keys(
    text: bytes, similar_to: Sequence[tuple[str, str]], present: bytes | None, profile: Profile = DEFAULT
) -> bytes:
    """A file's text with links to similar stories, given by id and file, and with what an editor added to `present`.

    `text` is of the profile; `present`, what an editor made of an earlier version, may be of another. What cannot be
    read there is left out.
    """
    # A value may end in three hyphens, but no line of it can be a fence.
    head, fence, body = text.decode().removeprefix(FENCE).partition("\n" + FENCE)
    head, body = head + "\n", fence[1:] + body
    links = ""
    if similar_to:
        links = write_front_matter({"similar_to": [profile.link(id, file) for id, file in similar_to]})
    plain = f"{FENCE}{head}{links}{body}".encode()
    try:
        found = read_front_matter(present) if present else None
        items = _editors_items(found, profile) if found else {}
        entries = _editors_entries(found, profile) if found else ""
        if not items and not entries:
            return plain
        whole = f"{FENCE}{_with_items(head, items)}{links}{entries}{body}".encode()
        read_front_matter(whole)
    except (FrontMatterError, ValueError):
        return plain
    return whole


def _editors_entries(found: FrontMatter, profile: Profile) -> str:
    """The keys of the front matter that are ours neither in its profile nor in the given one, as typed."""
    ours = profile_of(found.values).names | profile.names
    added = [entry.text.replace("\r\n", "\n") for entry in found.entries if entry.key not in ours]
    return "".join(entry if entry.endswith("\n") else entry + "\n" for entry in added)


def _editors_items(found: FrontMatter, profile: Profile) -> dict[str, list[Any]]:
    """The items that an editor added to lists that are ours too, in the profile of the front matter or in the given."""
    former = profile_of(found.values)
    items = {}
    for key in {**former.shared, **profile.shared}:
        value = found.values.get(key)
        ours = found.values.get(former.shared[key]) if key in former.shared else None
        items[key] = [item for item in (value if isinstance(value, list) else [value]) if item not in (None, ours)]
    return {key: added for key, added in items.items() if added}


def _with_items(head: str, items: Mapping[str, list[Any]]) -> str:
    """The lines of front matter with the items in its lists."""
    own = read_front_matter((FENCE + head + FENCE).encode()) if items else None
    if own is None:
        return head
    entries = {entry.key: entry.text for entry in own.entries}
    for key, added in items.items():
        ours = own.values.get(key, [])
        entries[key] = write_front_matter({key: [*ours, *(item for item in added if item not in ours)]})
    return "".join(entries.values())


def is_version_of(present: bytes, ids: Container[str], file: str) -> bool:
    """True if a file's first bytes are front matter written here for one of these stories, or for one of the dump."""
    try:
        found = read_front_matter(present)
    except FrontMatterError:
        return False
    origin = origin_of(found.values) if found else {}
    if found is None or not origin:
        return False
    # Standard input is another dump every time.
    return str(found.values.get("id")) in ids or file == origin.get("file") != "-"
