r"""Quarto and Pandoc, https://quarto.org/docs/reference/ and https://pandoc.org/MANUAL.html#metadata-blocks.

- Texts in the front matter are read as Markdown: `*`, `$`, `@` or `1.` would become markup, quotes would be made curly,
  a space after `Mr.` a hard one. A backslash stands before each mark that would.
- The language of the text is `lang`; Quarto takes `language` for a file with translations, and stops where it is none.
"""

from __future__ import annotations

import re
from typing import Any, Final

from segmenter.rendering.profiles.profile import NEWS, Key, Profile, listed

_MARKUP: Final = re.compile(
    r"""[\\`*_{}\[\]<>#$@^~|"'‘]"""  # Anywhere; Pandoc 2 takes what stands in ‘’ for an apostrophe.
    r"|[“](?=[\s”])|(?<=\s)[”’]"  # Curly quotes with a space inside would lose it.
    r"|&(?=#|\w+;)"
    r"|(?<=-)-|-(?=-)|(?<=\.)\.|\.(?=[.\s])"  # Dashes, dots, abbreviations.
    r"|:(?=//|[\w+-]+:)"  # Addresses and names of emoji become links and emoji in some formats.
    r"|^[-+:%](?=\s|\Z)"
)
_ENUMERATED: Final = re.compile(r"\(?\w+(?=[.)](?:\s|\Z))")
"""`1.`, `(a)` and `IV)`, which at the beginning make a list."""


def markdown_text(value: Any) -> Any:
    """The value with all its texts written so that Pandoc reads them as they are."""
    if isinstance(value, str):
        number = _ENUMERATED.match(value)
        if number:
            return f"{_marked(number[0])}\\{value[number.end()]}{_marked(value[number.end() + 1 :])}"
        return _marked(value)
    if isinstance(value, list):
        return [markdown_text(item) for item in value]
    if isinstance(value, dict):
        return {name: markdown_text(item) for name, item in value.items()}
    return value


def _listed_text(value: str) -> list[Any]:
    return listed(markdown_text(value))


def _marked(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


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
)
