"""Read who made a story: every person that one of its credits names, with the role that the credit gives."""

from __future__ import annotations

from collections.abc import Sequence

from segmenter.config import Settings
from segmenter.model import Evidence, Line, Person, Role
from segmenter.tagging.credit_lines import CreditLine, credit_lines, credits_below


def read_people(
    lines: Sequence[Line], settings: Settings, around: Sequence[Line] = ()
) -> tuple[list[Person], list[Evidence]]:
    """The people credited in a story's lines, each once a role, in the order of the text.

    Names that no credit frames are left alone, however much they look like names. Evidence has field `byline` and the
    person's name as value.
    """
    return people_in([*credit_lines(lines, settings), *credits_below(lines, around, settings)])


def people_in(credits: Sequence[CreditLine]) -> tuple[list[Person], list[Evidence]]:
    """The people of the credits; see `read_people`."""
    people: dict[tuple[str, str], Person] = {}
    evidence: list[Evidence] = []
    for found in credits:
        if found.cue == "byline.special-to" and not found.credit.people:
            people = _made_correspondents(people)
        for name, role, column, raw in _credited(found):
            key = (name.casefold(), role)
            if key in people or (found.role is not Role.CAPTION and _same_name_credited(people, name, found)):
                continue
            people[key] = Person(name, role)
            evidence.append(Evidence("byline", name, raw, found.line.number, column, found.cue))
    return list(people.values()), evidence


def _credited(found: CreditLine) -> list[tuple[str, str, int, str]]:
    """Name, role, column from 1 and text as printed of each person in one credit."""
    return [
        (person.name, role, person.piece.start + 1, found.line.text[person.piece.start : person.piece.end])
        for person in found.credit.people
        for role in person.roles
    ]


def _same_name_credited(people: dict[tuple[str, str], Person], name: str, found: CreditLine) -> bool:
    """Whether a sentence that only repeats the byline (`A reported from Davos`) names the person again."""
    return found.cue == "byline.contributed" and any(known == name.casefold() for known, _ in people)


def _made_correspondents(people: dict[tuple[str, str], Person]) -> dict[tuple[str, str], Person]:
    """The reporters named above a line `Special to The Post` are its correspondents."""
    made: dict[tuple[str, str], Person] = {}
    for person in people.values():
        role = "correspondent" if person.role == "reporter" else person.role
        made[person.name.casefold(), role] = Person(person.name, role)
    return made
