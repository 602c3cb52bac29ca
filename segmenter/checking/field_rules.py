"""What can be wrong with the values of a story's front matter, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from segmenter.checking.file_rules import dotted
from segmenter.checking.rule import Finding, Rule, StoryFile, examples
from segmenter.rendering.front_matter import Path

_NEEDED: Final[tuple[Path, ...]] = (
    ("title",), ("language",), ("id",), ("origin",), ("origin", "file"), ("origin", "lines"), ("origin", "hash"),
)  # fmt: skip
"""What every story file has. The others are left out where the story does not say, or go when an editor is done."""
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_HASH: Final = re.compile("[0-9a-f]{64}")

_TEXT: Final = "a text"
_TEXTS: Final = "a list of texts"
_NUMBER: Final = "a number"
_KEYS: Final = "keys with values"
_PEOPLE: Final = "a list of people, each with name and role"
_IS: Final[Mapping[str, Callable[[Any], bool]]] = {
    _TEXT: lambda value: isinstance(value, str),
    _TEXTS: lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
    _NUMBER: lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    _KEYS: lambda value: isinstance(value, dict),
    _PEOPLE: lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
}
_EXPECTED: Final[Mapping[Path, str]] = {
    **{(key,): _TEXT for key in ("title", "subtitle", "kicker", "source", "section", "language", "id")},
    **{("dateline", key): _TEXT for key in ("place", "region", "agency", "agency_id", "raw")},
    ("author",): _TEXTS,
    ("byline",): _PEOPLE,
    ("dateline",): _KEYS,
    ("confidence",): _NUMBER,
    ("warnings",): _TEXTS,
    ("origin",): _KEYS,
    ("origin", "file"): _TEXT,
    ("origin", "hash"): _TEXT,
}


def _key_missing(file: StoryFile) -> Iterator[Finding]:
    """A key without which this is no story file: `title`, `language`, `id`, or `origin` with its three.

    `segmenter split` knows its files again by `id` and `origin`; without them it would not touch the file any more.
    """
    if file.front is None:
        return
    for path in _NEEDED:
        value = file.value(path)
        told = len(path) == 1 or isinstance(file.value(path[:-1]), dict)
        if told and (value is None or value == {} or (isinstance(value, str) and not value.strip())):
            line = file.line(path)
            yield Finding(line, f"{dotted(path)} has no value" if path in file.front.places else f"no {dotted(path)}")


def _value_type(file: StoryFile) -> Iterator[Finding]:
    """A value is of another kind than its key's: a number where a text is due, a text where a list is.

    YAML takes `title: 2024` for a number and `title: no` for false; in quotes they are texts. `--fix` sets such quotes.
    A single author may stand without a list, as site generators allow.
    """
    for path, expected in _EXPECTED.items():
        value = file.value(path)
        if value is None or _IS[expected](value) or (path == ("author",) and isinstance(value, str)):
            continue
        if expected == _TEXT and isinstance(value, bool | int | float):
            typed = file.typed(path)
            edits = file.typing(path, f"'{typed}'", typed)
            yield Finding(file.line(path), f"{dotted(path)}: without quotes, {typed} is no text", edits)
        else:
            yield Finding(file.line(path), f"{dotted(path)}: expected {expected}")


def _title_spaces(file: StoryFile) -> Iterator[Finding]:
    """Spaces stand before or after the title, within its quotes or full-width.

    `--fix` takes them away.
    """
    title = file.value(("title",))
    if isinstance(title, str) and title.strip() and title != title.strip():
        typed = file.typed(("title",))
        quote = typed[:1] if typed[:1] in ("'", '"') else ""
        new = quote + (typed[1:-1] if quote else typed).strip() + quote
        edits = file.typing(("title",), new, title.strip())
        yield Finding(file.line(("title",)), "spaces stand before or after the title", edits)


def _language_form(file: StoryFile) -> Iterator[Finding]:
    """The language is no language tag (BCP 47), such as `zh-Hans`, `zh-Hant` or `en`."""
    language = file.value(("language",))
    if isinstance(language, str) and language.strip() and not _LANGUAGE.fullmatch(language):
        yield Finding(
            file.line(("language",)), f"language {language!r} is no language tag such as zh-Hans, zh-Hant or en"
        )


def _confidence_range(file: StoryFile) -> Iterator[Finding]:
    """The confidence does not lie between 0 and 1."""
    confidence = file.value(("confidence",))
    if _IS[_NUMBER](confidence) and not 0 <= confidence <= 1:
        yield Finding(file.line(("confidence",)), f"confidence {confidence} does not lie between 0 and 1")


def _origin_lines(file: StoryFile) -> Iterator[Finding]:
    """`origin.lines` is not the first and the last line of the story in its dump, counted from 1."""
    lines = file.value(("origin", "lines"))
    if lines is None:
        return
    whole = isinstance(lines, list) and len(lines) == 2 and all(type(number) is int for number in lines)
    if not whole or not 1 <= lines[0] <= lines[1]:
        yield Finding(file.line(("origin", "lines")), "origin.lines is no pair of a first and a last line, [7, 9]")


def _origin_hash(file: StoryFile) -> Iterator[Finding]:
    """`origin.hash` is no SHA-256 in hexadecimal, 64 of 0-9 and a-f."""
    digest = file.value(("origin", "hash"))
    if isinstance(digest, str) and digest.strip() and not _HASH.fullmatch(digest):
        yield Finding(file.line(("origin", "hash")), "origin.hash is no SHA-256 in hexadecimal, 64 of 0-9 and a-f")


_DIGEST: Final = "0" * 63 + "1"
RULES: Final = (
    Rule(
        "key-missing",
        _key_missing,
        examples(
            "-title", "-language", "-id", "-origin", "title:", "title: '　'", "id: ''", "origin: {}",
            f"origin: {{file: a.txt, hash: '{_DIGEST}'}}",
        ),  # fmt: skip
        (b"no front matter\n", *examples("-date", "-byline", "-confidence", "subtitle:", "title: 0", "reviewed: yes")),
    ),
    Rule(
        "value-type",
        _value_type,
        examples(
            "title: 2024", "title: no", "title: [a]", "id: 123456789012", "id: 1_2", "section: 1.5", "author: {a: b}",
            "author: [1]", "byline: 罗一苇", "byline: [罗一苇]", "dateline: 溪口", "dateline: {place: 5}",
            "confidence: high", "confidence: yes", "warnings: a", "origin: 3月.txt", "origin: {file: 3}",
            "origin: {hash: 12}",
        ),  # fmt: skip
        examples(
            "title: '2024'", "title: 2024年", "author: 罗一苇", "author:", "byline: []", "subtitle:", "confidence: 1",
            "warnings: []", "tags: 5", "weight: no", "dateline: {}",
        ),  # fmt: skip
    ),
    Rule(
        "title-spaces",
        _title_spaces,
        examples("title: ' a'", 'title: "a "', "title: 　青石桥", "title: 'it''s '", 'title: "\\u3000a"'),
        examples("title:  a ", "title: 青石桥　早市", "title: ' '"),
    ),
    Rule(
        "language-form",
        _language_form,
        examples("language: Chinese", "language: zh_CN", "language: 中文", "language: e"),
        examples("language: fr", "language: zh-Hant", "language: zh-TW", "language: yue", "-language", "language: 5"),
    ),
    Rule(
        "confidence-range",
        _confidence_range,
        examples("confidence: 1.5", "confidence: -0.1", "confidence: 90", "confidence: .nan", "confidence: .inf"),
        examples("confidence: 0", "confidence: 1", "confidence: 0.5", "-confidence", "confidence: '0.5'"),
    ),
    Rule(
        "origin-lines",
        _origin_lines,
        examples(
            "origin: {lines: [9, 7]}", "origin: {lines: [0, 7]}", "origin: {lines: [7]}", "origin: {lines: 7-9}",
            "origin: {lines: [7, 9, 11]}", "origin: {lines: [7.0, 9]}", "origin: {lines: ['7', 9]}",
            "origin: {lines: [yes, 9]}",
        ),  # fmt: skip
        examples("origin: {lines: [7, 7]}", "origin: {lines: [1, 900]}", "origin: {}", "origin: a"),
    ),
    Rule(
        "origin-hash",
        _origin_hash,
        examples("origin: {hash: abc}", f"origin: {{hash: '{_DIGEST}0'}}", f"origin: {{hash: '{'G' * 64}'}}"),
        examples(f"origin: {{hash: '{_DIGEST}'}}", "origin: {}", "origin: {hash: ''}"),
    ),
)
