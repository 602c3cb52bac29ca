"""Write the usual values of front matter as YAML by a quick path, byte for byte as PyYAML would.

Nearly all values of a story are a word, a sentence, a date or a hash, which stand in YAML as they are or in single
quotes. Anything in which a mark could mean something, or which a reader could take for something else than text, is
left to PyYAML, and what that wrote is read back.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from segmenter.patterns import fullmatch, match, search

SHORT: Final = 200
"""Characters of the longest value that is kept."""
_LETTER: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u3400-\u4dbf\u4e00-\u9fff"
_MARK: Final = r"0-9_'’‘“”\",.;()\[\]{}<>|/&+%!?$*=@~\-·—–…、。〈〉《》「」『』【】〔〕︰\uff01-\uff5e"
_BEGINNING: Final = rf"(?:[{_LETTER}(/“”‘’《》「」『』【】〔〕\uff01-\uff5e]|[0-9]{{1,6}}[\u3400-\u4dbf\u4e00-\u9fff])"
_MARKS: Final = f"[{_LETTER}{_MARK}]"
_ODD: Final = rf"[^{_LETTER}{_MARK} :]|[ :](?!{_MARKS})"
"""What stands in no text that is written as it is: marks that YAML knows there, as `: ` and ` #`."""
_ODD_IN_QUOTES: Final = rf"[^{_LETTER}{_MARK} :]| (?!{_MARKS})|:(?! ?{_MARKS})"
"""What stands in no text that has to be quoted for a colon before a space."""
_WORDS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What YAML takes for truth values and nothing, in any capitals."""
_QUOTED: Final = (
    r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[+\-][0-9]{2}:[0-9]{2})?)?)?"
)
"""Dates and times, which stand in single quotes."""
_HASH: Final = r"(?!0b)[0-9](?=[0-9e]*[abcdf])[0-9a-f]+"
"""Hexadecimal digits that no reader takes for a number."""


def quickly(key: str, value: Any) -> str | None:
    """The lines of a key, a plain word, with its value; None where that is not of the usual kind."""
    if isinstance(value, str):
        text = _scalar(value)
        return None if text is None else f"{key}: {text}\n"
    if isinstance(value, float):
        whole, _, decimals = (text := repr(value)).partition(".")
        return f"{key}: {text}\n" if whole.isdecimal() and decimals.isdecimal() else None
    if not value:
        return None
    if isinstance(value, dict):
        inner = [quickly(name, item) for name, item in value.items()]
        if None in inner:
            return None
        lines = "".join(inner)[:-1].replace("\n", "\n  ")  # type: ignore[arg-type]
        return f"{key}:\n  {lines}\n"
    if type(value) is list:
        items = [_item(item) for item in value]
        return None if None in items else f"{key}:\n" + "".join(items)  # type: ignore[arg-type]
    if isinstance(value, list) and all(type(item) is int for item in value):
        return f"{key}: {list(value)}\n"
    return None


def _item(value: Any) -> str | None:
    """The lines of an item of a list."""
    if isinstance(value, str):
        text = _scalar(value)
        return None if text is None else f"- {text}\n"
    if not isinstance(value, dict) or not value or not all(isinstance(item, str) for item in value.values()):
        return None
    lines = [quickly(name, item) for name, item in value.items()]
    return None if None in lines else "- " + "  ".join(lines)  # type: ignore[arg-type]


def _scalar(text: str) -> str | None:
    """The text as a value."""
    return _short(text) if len(text) <= SHORT else _any(text)


@lru_cache(maxsize=1024)
def _short(text: str) -> str | None:
    """Kept for a while, since roles, agencies and the name of the dump stand in many files."""
    return _any(text)


def _any(text: str) -> str | None:
    begins = match(_BEGINNING, text)
    if begins and not search(_ODD, text):
        return None if len(text) < 6 and text.lower() in _WORDS else text
    if fullmatch(_QUOTED, text) or (begins and ": " in text and not search(_ODD_IN_QUOTES, text)):
        return "'" + text.replace("'", "''") + "'"
    return text if fullmatch(_HASH, text) else None
