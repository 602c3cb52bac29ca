"""A ruling: what a person decided about one line of a dump, keyed by that line and the text around it.

Line numbers change when a dump grows, and names when it comes again. So a ruling is known by the line's own text and
by hashes of the lines next to it, and `placing` finds where that stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from segmenter.deciding import GOES_ON
from segmenter.model import Role

AROUND: Final = 3
"""Lines above and below, blank ones not counted, by which a place is known."""
FIELDS: Final = (
    "headline", "kicker", "deck", "byline", "dateline.place", "dateline.region", "dateline.agency", "dateline.date",
    "published", "source", "section",
)  # fmt: skip
"""Fields of a story that can be decided, as evidence names them."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided about one line: its role, a field of the story that it heads, or that the story is right.

    One of `role`, `field` and `accepted` is set.
    """

    dump: str
    """Name of the dump that it was made on: its path from the folder of the decisions file, parted by `/`."""
    line: int
    """Number of the line when it was made. For people, and for the order in the file; not looked at to find it."""
    text: str
    """The line without the white space around it. For an accepted story its first line."""
    above: tuple[str, ...] = ()
    """Short hashes of the lines above that are not blank, nearest first."""
    below: tuple[str, ...] = ()
    place: tuple[int, int] | None = None
    """Where the same stood several times, with the same lines around: the how-manieth it was, and of how many."""
    role: Role | None = None
    field: str | None = None
    """One of FIELDS; the line is the headline of the story, or its first line where it has none."""
    value: Any = None
    """The field's value: a text, None for nothing, for `byline` a list of `name` and `role`."""
    accepted: str | None = None
    """The letters of the roles of the story's lines that are not blank, GOES_ON for the further lines of paragraphs."""
    hash: str | None = None
    """Of the accepted story's lines together, see `short_hash`."""

    @property
    def subject(self) -> tuple[str, str | None]:
        """What it is about: of two with the same subject at one place, only one can hold."""
        return ("role" if self.role else "field" if self.field else "accepted", self.field)


def short_hash(*lines: str) -> str:
    """A hash of lines, white space around them aside."""
    return hashlib.sha256("\n".join(line.strip() for line in lines).encode(errors="surrogatepass")).hexdigest()[:12]


def values_of(ruling: Ruling) -> dict[str, Any]:
    """The ruling as plain values, in the order in which the file has them."""
    values: dict[str, Any] = {"dump": ruling.dump, "line": ruling.line, "text": ruling.text}
    if ruling.role:
        values["role"] = ruling.role.name.lower()
    elif ruling.field:
        values |= {"field": ruling.field, "value": ruling.value}
    else:
        return {**values, "accepted": ruling.accepted, "hash": ruling.hash}
    values |= {"above": list(ruling.above), "below": list(ruling.below)}
    return {**values, "place": list(ruling.place)} if ruling.place else values


def ruling_from(values: Mapping[str, Any]) -> Ruling:
    """The ruling of plain values. Raises ValueError that says what is wrong with them."""
    given = dict(values)
    known = {"dump": str, "line": int, "text": str}
    for key, kind in known.items():
        if type(given.get(key)) is not kind:
            raise ValueError(f"{key} is missing, or no {'number' if kind is int else 'text'}")
    kinds = [key for key in ("role", "field", "accepted") if given.get(key) is not None]
    if len(kinds) != 1:
        raise ValueError("it has to hold exactly one of role, field and accepted")
    allowed = {
        "role": {"role", "above", "below", "place"},
        "field": {"field", "value", "above", "below", "place"},
        "accepted": {"accepted", "hash"},
    }[kinds[0]]
    if unknown := given.keys() - known.keys() - allowed:
        raise ValueError(f"unknown key {min(unknown)}")
    if kinds == ["role"]:
        given["role"] = _role(given["role"])
    elif kinds == ["field"]:
        if problem := value_problem(given["field"], given.get("value")):
            raise ValueError(problem)
    else:
        roles, digest = given["accepted"], given.get("hash")
        letters = {role.value for role in Role}
        if not isinstance(roles, str) or not roles or roles[0] == GOES_ON or set(roles) - letters - {GOES_ON}:
            raise ValueError("accepted is no text of role letters")
        if not isinstance(digest, str):
            raise ValueError("hash is missing, or no text")
    for side in ("above", "below"):
        given[side] = _texts(side, given.get(side, ()))
    if (place := given.get("place")) is not None:
        if not (isinstance(place, list) and len(place) == 2 and all(type(number) is int for number in place)):
            raise ValueError("place is no pair of numbers")
        given["place"] = tuple(place)
    return Ruling(**given)


def _role(name: object) -> Role:
    if isinstance(name, str) and name.upper() in Role.__members__:
        return Role[name.upper()]
    raise ValueError(f"unknown role {name!r}; known are {', '.join(role.name.lower() for role in Role)}")


def _texts(name: str, values: Sequence[Any]) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"{name} is no list of texts")
    return tuple(values)


def value_problem(field: object, value: Any) -> str | None:
    """What is wrong with a value that someone gives to a field; None if nothing is."""
    from segmenter.checking.date_rules import date_problem
    from segmenter.config_keys import PERSON_ROLES

    if field not in FIELDS:
        return f"unknown field {field!r}; known are {', '.join(FIELDS)}"
    if field == "byline":
        people = value if isinstance(value, list) else [None]
        for person in people:
            if not isinstance(person, dict) or set(person) != {"name", "role"}:
                return "byline has to be a list of name and role"
            if not isinstance(person["name"], str) or not person["name"].strip():
                return "somebody in the byline has no name"
            if person["role"] not in PERSON_ROLES:
                return f"unknown role {person['role']!r}; known are {', '.join(PERSON_ROLES)}"
        return None
    if field == "headline" and not value:
        return "a story has to have a headline"
    if value is not None and (not isinstance(value, str) or not value.strip()):
        return f"{field} has to be a text"
    if value is not None and field in ("published", "dateline.date") and date_problem(value):
        return f"{value!r} is no date; write 2024-05-15, 2024-05, 2024 or 2024-05-15T07:24:36+08:00"
    return None
