"""A story as a schema.org NewsArticle in JSON-LD: what search engines and the web's archives read.

It is made to be published with the story, so what only its makers need (how sure the boundaries are, where each value
was read) is not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from segmenter.rendering.records import json_text, stated, story_uri, well_formed

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story

PROPERTIES: Final = {
    "reporter": "author",
    "correspondent": "author",
    "intern": "author",
    "writer": "author",
    "commentator": "author",
    "photographer": "contributor",
    "translator": "translator",
    "editor": "editor",
}
"""In which property a person stands, by role. A role that is not here is a contributor's."""


def render(story: Story, file: str, digest: str, settings: Settings) -> bytes:
    """The story as a JSON-LD document.

    `file` is the dump's path as it was given, `digest` the SHA-256 of the dump's bytes in hexadecimal.
    """
    text = json_text(_values(story, file, digest))
    # It may be put into a page's <script>, which a text with </script> in it must not end.
    return text.replace("<", "\\u003c").encode()


def _values(story: Story, file: str, digest: str) -> dict[str, Any]:
    dateline = story.dateline
    place = _thing("Place", name=dateline.place, address=_thing("PostalAddress", addressRegion=dateline.region))
    return stated(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": story_uri(story),
            "headline": story.headline,
            "alternativeHeadline": [line for line in (story.kicker, story.deck) if line],
            "datePublished": story.published,
            "dateCreated": dateline.date,
            "dateline": dateline.raw,
            "locationCreated": place,
            **_people(story),
            "sourceOrganization": _thing("Organization", name=dateline.agency, identifier=dateline.agency_id),
            "publisher": _thing("Organization", name=story.source),
            "articleSection": story.section,
            "inLanguage": story.language,
            "articleBody": "\n\n".join(story.paragraphs),
            "identifier": [
                _thing("PropertyValue", propertyID="id", value=story.id),
                _thing("PropertyValue", propertyID="lines", value=f"{story.lines[0]}-{story.lines[1]}"),
            ],
            "position": story.ordinal,
            "isPartOf": _thing("MediaObject", name=well_formed(file), sha256=digest),
        }
    )


def _thing(kind: str, **properties: Any) -> dict[str, Any]:
    """A node of that type; empty if it would say nothing."""
    known = stated(properties)
    return {"@type": kind, **known} if known else {}


def _people(story: Story) -> dict[str, list[dict[str, Any]]]:
    """The people in the byline by property, each once in it, with all they did."""
    roles: dict[str, dict[str, list[str]]] = {}
    for person in story.byline:
        people = roles.setdefault(PROPERTIES.get(person.role, "contributor"), {})
        people.setdefault(person.name, []).append(person.role)
    return {
        name: [_thing("Person", name=person, jobTitle=done) for person, done in people.items()]
        for name, people in roles.items()
    }
