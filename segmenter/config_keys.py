"""Every key of `config.toml`, declared once with what it may hold, so that checking is one loop over this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import regex

from segmenter.reading.encoding import named
from segmenter.rendering.profiles import ALIASES, PROFILES
from segmenter.storing.names import PLACEHOLDERS, template_problem

PERSON_ROLES: Final = (
    "reporter", "correspondent", "intern", "photographer", "writer", "editor", "translator", "commentator",
)  # fmt: skip
"""What a person in a byline can have done."""

NINJS_VERSIONS: Final = ("3.1", "2.2")


class Kind(NamedTuple):
    """What a key may hold."""

    expected: str
    """In words that go after `expected`."""
    read: Callable[[Any], Any]
    """Gives the value to keep; raises TypeError, ValueError or LookupError, perhaps with more to say, for another."""


def _read_boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _read_text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    if not value.strip():
        raise ValueError("it is empty")
    return value


def _read_texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_read_text, value))


def _read_patterns(value: Any) -> tuple[str, ...]:
    patterns = _read_texts(value)
    for pattern in patterns:
        try:
            regex.compile(pattern)
        except regex.error as error:
            raise ValueError(f"{pattern!r}: {error}") from None
    return patterns


def _read_share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    if not 0 <= value <= 1:
        raise ValueError
    return float(value)


def _read_encoding(value: Any) -> str | None:
    return named(_read_text(value))


def _read_template(value: Any) -> str:
    template = _read_text(value)
    if problem := template_problem(template):
        raise ValueError(problem)
    return template


def _one_of(*choices: str) -> Kind:
    def read(value: Any) -> str:
        if _read_text(value) not in choices:
            raise ValueError
        return str(value)

    return Kind("one of " + ", ".join(choices), read)


def _read_profile(value: Any) -> str:
    name = _read_text(value)
    return PROFILES[ALIASES.get(name, name)].name


_SHARE = Kind("a number from 0 to 1", _read_share)
_TRUE_OR_FALSE = Kind("true or false", _read_boolean)
_PATTERNS = Kind("a list of regular expressions", _read_patterns)
_TEXTS = Kind("a list of texts", _read_texts)

ANY_WORD: Final = "*"
"""Stands in `KEYS` for the words of a table that the user fills."""

KEYS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "files": {
        "template": Kind("a path with any of {" + "}, {".join(PLACEHOLDERS) + "}", _read_template),
        "ascii": _TRUE_OR_FALSE,
    },
    "input": {
        "include": _TEXTS,
        "encoding": Kind('"auto" or the name of an encoding, as "gb18030"', _read_encoding),
    },
    "hold_back": {"headlines": _PATTERNS, "below_confidence": _SHARE, "undated": _TRUE_OR_FALSE},
    "warnings": {"below_confidence": _SHARE},
    "text": {"verbatim_lines": _TRUE_OR_FALSE},
    "style": {
        "script": _one_of("keep", "simplified", "traditional", "taiwan", "hong-kong"),
        "punctuation": _one_of("keep", "full", "half"),
        "spaces": _one_of("keep", "add", "remove"),
        "quotes": _one_of("keep", "corner", "curly", "straight"),
        "dateline": _one_of("keep", "strip"),
        "protected": _TEXTS,
    },
    "markdown": {"profile": Kind("one of " + ", ".join([*PROFILES, *ALIASES]), _read_profile)},
    "similar": {"threshold": _SHARE},
    "formats": {
        "csv_bom": _TRUE_OR_FALSE,
        "csv_guard_formulas": _TRUE_OR_FALSE,
        # Without its quotes it would be a number, which looks the same in an error.
        "ninjs_version": _one_of(*NINJS_VERSIONS)._replace(expected='"' + '" or "'.join(NINJS_VERSIONS) + '"'),
    },
    "agencies": {ANY_WORD: Kind("the agency's id, as \"xinhua\"", _read_text)},
    "roles": {ANY_WORD: _one_of(*PERSON_ROLES)},
    "sections": {"names": _TEXTS},
    "furniture": {"lines": _PATTERNS},
}
"""Every key of `config.toml`, by table."""
