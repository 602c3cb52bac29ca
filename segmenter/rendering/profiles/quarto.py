r"""Quarto and Pandoc, https://quarto.org/docs/reference/ and https://pandoc.org/MANUAL.html#metadata-blocks.

- Texts in the front matter are read as Markdown: `*`, `$`, `@` or `1.` would become markup, quotes would be made curly,
  a space after `Mr.` a hard one. A backslash stands before each mark that would.
- The language of the text is `lang`; Quarto takes `language` for a file with translations, and stops where it is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from segmenter.rendering.profiles.profile import NEWS, Key, Profile, listed

_MARKUP: Final = (
    r"""[\\`*_{}\[\]<>#$@^~|"'‘]"""  # Anywhere; Pandoc 2 takes what stands in ‘’ for an apostrophe.
    r"|[“](?=[\s”])|(?<=\s)[”’]"  # Curly quotes with a space inside would lose it.
    r"|&(?=#|\w+;)"
    r"|(?<=-)-|-(?=-)|(?<=\.)\.|\.(?=[.\s])"  # Dashes, dots, abbreviations.
    r"|:(?=//|[\w+-]+:)"  # Addresses and names of emoji become links and emoji in some formats.
    r"|^[-+:%](?=\s|\Z)"
)
_ENUMERATED: Final = r"\(?\w+(?=[.)](?:\s|\Z))"
"""`1.`, `(a)` and `IV)`, which at the beginning make a list."""
_ESCAPED: Final = r"\\([^\s\w]|_)"
_BACKSLASH: Final = r"\\\g<0>"


def markdown_text(value: Any) -> Any:
    """The value with all its texts written so that Pandoc reads them as they are."""
    return _with_texts(_marked, value)


def plain(value: Any) -> Any:
    """The value with all its texts as Pandoc reads them, as far as no markup was put there."""
    return _with_texts(lambda text: re.sub(_ESCAPED, r"\1", text), value)


def _with_texts(change: Callable[[str], str], value: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_with_texts(change, item) for item in value]
    if isinstance(value, dict):
        return {name: _with_texts(change, item) for name, item in value.items()}
    return value


def _marked(text: str) -> str:
    number = re.match(_ENUMERATED, text)
    if number:
        after = number.end()
        return f"{_marked_within(number[0])}\\{text[after]}{_marked_within(text[after + 1 :])}"
    return _marked_within(text)


def _marked_within(text: str) -> str:
    return re.sub(_MARKUP, _BACKSLASH, text)


def _listed_text(value: str) -> list[Any]:
    return listed(markdown_text(value))


_VERBATIM: Final = {
    "language": Key("lang", "language"),
    **{key.name: key for key in NEWS if key.name in ("id", "origin")},
}
"""What is not for readers, and stays as programs write it."""
QUARTO: Final = Profile(
    "quarto",
    (
        Key("title", "headline", markdown_text),
        Key("subtitle", "deck", markdown_text),
        Key("date", "published"),
        Key("author", "authors", markdown_text),
        Key("categories", "section", _listed_text, repeats="section"),
        *(_VERBATIM.get(key.name, Key(key.name, key.field, markdown_text)) for key in NEWS),
    ),
    read=plain,
)
