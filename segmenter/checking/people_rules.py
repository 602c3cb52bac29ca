"""What can be wrong with the people of a story: names and roles in `byline`, and `author` beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from segmenter.checking.rule import Finding, Rule, StoryFile, examples
from segmenter.config_keys import PERSON_ROLES


def _people(file: StoryFile) -> Iterator[tuple[int, dict[Any, Any]]]:
    byline = file.value(("byline",))
    for index, person in enumerate(byline if isinstance(byline, list) else ()):
        if isinstance(person, dict):
            yield index, person


def _name(person: dict[Any, Any]) -> str | None:
    name = person.get("name")
    return name if isinstance(name, str) and name.strip() else None


def _name_missing(file: StoryFile) -> Iterator[Finding]:
    """Somebody in the byline has no name, or one that is no text."""
    for index, person in _people(file):
        if _name(person) is None:
            yield Finding(file.line(("byline", index, "name")), "a person in the byline has no name")


def _role_unknown(file: StoryFile) -> Iterator[Finding]:
    """Somebody in the byline has no role, or one that is none of the known.

    `--fix` rewrites a role in capitals, and a role word that is built in or in the `[roles]` of config.toml: `记者`.
    """
    known = ", ".join(PERSON_ROLES)
    for index, person in _people(file):
        path = ("byline", index, "role")
        role = person.get("role")
        if role in PERSON_ROLES:
            continue
        meant = _meant(role, file) if isinstance(role, str) else None
        edits = file.typing(path, meant, meant) if meant else ()
        who = _name(person) or "a person"
        what = "no role" if role is None else f"an unknown role, {role!r}"
        yield Finding(file.line(path), f"{who} has {what}; known are {known}", edits)


def _meant(role: str, file: StoryFile) -> str | None:
    from segmenter.reading.folding import fold

    word = fold(role).strip()
    return word.lower() if word.lower() in PERSON_ROLES else file.settings.roles.get(word)


def _author_byline(file: StoryFile) -> Iterator[Finding]:
    """`author` and `byline` contradict each other: a name stands in one alone, its spelling corrected there, maybe.

    `author` holds the people of the byline but for its editors, who may be added, as may people of an unknown role. It
    may be a text with their names parted by commas.
    Where one of the two is left out, nothing is wrong.
    """
    author = file.value(("author",))
    people = [(_name(person), person.get("role")) for _, person in _people(file)]
    authors = author
    if isinstance(author, str):
        authors = [author] if author in [name for name, _ in people] else author.split(", ")
    if not people or not authors or not isinstance(authors, list) or not all(name for name, _ in people):
        return
    if not all(isinstance(name, str) for name in authors):
        return
    line = file.line(("author",))
    for name in authors:
        if name not in [known for known, _ in people]:
            yield Finding(line, f"author {name} does not stand in the byline")
    for name in dict.fromkeys(name for name, role in people if role in PERSON_ROLES and role != "editor"):
        if name not in authors:
            yield Finding(line, f"{name} of the byline does not stand among the authors")


def _byline(*people: str) -> str:
    return "\n".join(["byline:", *(f"- {person}" for person in people)])


RULES: Final = (
    Rule(
        "name-missing",
        _name_missing,
        examples(_byline("role: writer"), _byline("name: ''\n  role: writer"), _byline("{name: 5, role: writer}")),
        examples(_byline("name: 罗一苇\n  role: writer"), "byline: []", "byline: 罗一苇", "byline: [a]", "-byline"),
    ),
    Rule(
        "role-unknown",
        _role_unknown,
        examples(
            _byline("name: 罗一苇"), _byline("name: 罗一苇\n  role: poet"), _byline("{name: 罗一苇, role: }"),
            _byline("name: 罗一苇\n  role: Reporter"), _byline("name: 罗一苇\n  role: '記者'"),
            _byline("{name: 罗一苇, role: 通讯员}"), _byline("name: 罗一苇\n  role: 5"),
            _byline("name: 罗一苇\n  role: [writer]"), _byline("name: 罗一苇\n  role: ' editor'"),
        ),  # fmt: skip
        examples(*(_byline(f"name: 罗一苇\n  role: {role}") for role in PERSON_ROLES), "-byline", "byline: [a]"),
    ),
    Rule(
        "author-byline",
        _author_byline,
        examples(
            "author: [罗一韦]", "author: 罗一苇, 谷", "author: 谷雨", "author: [罗一苇, 谷]",
            _byline("name: 罗一韦\n  role: reporter"),
        ),  # fmt: skip
        examples(
            "author: 罗一苇", "author: [罗一苇, 谷雨]", "author: 罗一苇, 谷雨", "-author", "-byline", "author:",
            "author: [5]", _byline("name: 罗一苇\n  role: writer"), _byline("name: ''\n  role: writer"),
            _byline("name: 罗一苇\n  role: writer", "name: 谷雨\n  role: 编辑"),
        ),  # fmt: skip
    ),
)
