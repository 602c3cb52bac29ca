"""The front matter of story files, written and read: the one place that knows its YAML.

What is written here must come back as the same text from any YAML reader, 1.1 or 1.2, so what such a reader could take
for a number, a date or a truth value stands in quotes. What is read may have been through an editor's hands and
programs: other keys, other quotes, a byte order mark, Windows line ends. So each value is read with the place where it
stands, to be named in a message, changed or kept as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from segmenter.rendering.plain_yaml import quickly

FENCE: Final = "---\n"
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

Path = tuple[str | int, ...]
"""Where a value stands: `("title",)`, `("byline", 0, "name")`."""

_OPENING: Final = rb"(?:\xef\xbb\xbf)*---[ \t]*(?:\r*\n|\Z)"
_CLOSING: Final = rb"(?m)^(?:---|\.\.\.)[ \t]*(?:\r*\n|\r*\Z)"
"""Pandoc and YAML itself close with dots too."""
_LOOKALIKE: Final = r"(?i:[yn]|[-+]?\.?[0-9][0-9_.:etz+-]*|[-+]?0[box][0-9a-f_]+)"
"""What some YAML reader, though not PyYAML, takes for something else than text: `y`, `1e5`, `0o17`."""
_ESCAPED: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
"""Marks that would be invisible, or break a line, unless they are written as escapes."""
_TIMESTAMP: Final = "tag:yaml.org,2002:timestamp"


class Row(list[int]):
    """A list that is written on one line."""


class FrontMatterError(Exception):
    """Front matter that cannot be read. The message says what is wrong; `line` counts from the file's first, 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Place(NamedTuple):
    """Where a value stands in the front matter."""

    line: int
    """Line of its key, or of the dash before it, in the file, from 1."""
    start: int
    """Offset of the value's first character in `FrontMatter.head`, quotes included."""
    end: int
    """Offset behind its last character; exact for values on one line only."""


class Entry(NamedTuple):
    """One key of the front matter as it was typed."""

    key: str
    text: str
    """Its lines whole, line ends included, with the comment lines right above and all that follows its value."""


class FrontMatter(NamedTuple):
    """What stands before a story's text."""

    values: Mapping[str, Any]
    """The values by key, in order; of a key that stands twice, the last. A date without quotes is text as typed."""
    places: Mapping[Path, Place]
    """Where each value stands, with those within lists and mappings; of a key that stands twice, the last."""
    repeated: tuple[tuple[Path, int], ...]
    """Each further time that a key stands in the same mapping, and its line."""
    entries: tuple[Entry, ...]
    """The head cut into its keys: their texts joined are the head. Empty where the head is, or is one `{...}`."""
    head: str
    """What stands between the fences, as it is."""
    head_offset: int
    """Bytes before the head: the opening fence and, where there is one, the byte order mark."""
    body: bytes
    """What follows the closing fence, as it is."""
    body_line: int
    """Line of the body's first character in the file, from 1."""

    def line(self, path: Path) -> int:
        """Line of the value in the file, or of the nearest thing around it that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path].line if path else 1


def write_front_matter(values: Mapping[str, Any]) -> str:
    """The values as YAML, in their order, without fences. Raises ValueError if they would not be read back the same."""
    return "".join(quickly(key, value) or _checked(key, value) for key, value in values.items())


def _checked(key: str, value: Any) -> str:
    """The lines of a key with its value, by PyYAML. Raises ValueError if they would not be read back the same."""
    import yaml

    values = {key: value}
    text = _dump(values, _dumper(fast=True))
    if "\\U" in text:
        # The C emitter writes emoji and rare Chinese characters as escapes, which no editor can read.
        text = _dump(values, _dumper(fast=False))
    if yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) != values:
        raise ValueError(f"the value {value!r} of {key} would not be read back as written")
    return text


def read_front_matter(data: bytes) -> FrontMatter | None:
    """The front matter of a file, of which the first bytes are enough if it ends within them; None if it has none.

    Raises FrontMatterError where it is not closed, not UTF-8, not YAML, or no mapping of keys to values.
    """
    import yaml

    opening = re.match(_OPENING, data)
    if not opening:
        return None
    closing = re.compile(_CLOSING).search(data, opening.end())
    if not closing:
        raise FrontMatterError(1, "the front matter is not closed: the line --- that ends it is missing")
    raw = data[opening.end() : closing.start()]
    try:
        head = raw.decode()
    except UnicodeDecodeError as error:
        raise FrontMatterError(2 + raw.count(b"\n", 0, error.start), "the front matter is not UTF-8") from None
    places: dict[Path, Place] = {}
    repeated: list[tuple[Path, int]] = []
    loader = None
    try:
        loader = _loader()(head)
        root = loader.get_single_node()
        for path, place, again in _places(root, head, (), set()):
            places[path] = place
            if again:
                repeated.append((path, place.line))
        entries = tuple(_entries(root, head))
        values = {} if root is None else loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = _line(head, mark.index) if mark else 2
        raise FrontMatterError(line, f"the front matter is not YAML: {error.problem or error.context}") from None
    except yaml.reader.ReaderError as error:
        line = 2 + raw.count(b"\n", 0, error.position)
        raise FrontMatterError(line, "the front matter is not YAML: it holds a control character") from None
    # What an explicit tag says of a value, as `!!int x`, is believed by PyYAML, and Python's own error comes out.
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise FrontMatterError(2, f"the front matter is not YAML: a value does not fit its type ({error})") from None
    finally:
        if loader is not None:
            loader.dispose()
    if not isinstance(values, dict):
        raise FrontMatterError(2, "the front matter has no keys: expected lines such as `title: ...`")
    return FrontMatter(
        values=values,
        places=places,
        repeated=tuple(repeated),
        entries=entries,
        head=head,
        head_offset=opening.end(),
        body=data[closing.end() :],
        body_line=1 + data.count(b"\n", 0, closing.end()),
    )


def _line(head: str, offset: int) -> int:
    """The line in the file; counted here, since YAML counts other marks than a line feed too."""
    return 2 + head.count("\n", 0, offset)


def _places(node: Any, head: str, path: Path, seen: set[int]) -> Iterator[tuple[Path, Place, bool]]:
    """The place of each value below the node, and whether its key stood in the same mapping before.

    What an alias stands for is given once, where it was first met: aliases may lead in a circle, or to billions.
    """
    import yaml

    if id(node) in seen:
        return
    seen.add(id(node))
    parts: list[tuple[str | int, Any, Any]]
    if isinstance(node, yaml.MappingNode):
        parts = [(key.value if isinstance(key.value, str) else "", key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        parts = [(index, value, value) for index, value in enumerate(node.value)]
    else:
        return
    steps = set()
    for step, key, value in parts:
        inner = (*path, step)
        place = Place(_line(head, key.start_mark.index), value.start_mark.index, value.end_mark.index)
        yield inner, place, step in steps
        yield from _places(value, head, inner, seen)
        steps.add(step)


def _entries(root: Any, head: str) -> Iterator[Entry]:
    import yaml

    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return
    keys = []
    starts = []
    floor = 0
    for key, value in root.value:
        start = head.rfind("\n", 0, key.start_mark.index) + 1
        while start > floor and head.startswith("#", above := head.rfind("\n", 0, start - 1) + 1) and above >= floor:
            start = above
        keys.append(str(key.value))
        starts.append(start)
        # Quotes and brackets may hold lines that begin like a comment; of other values the end is not exact.
        enclosed = getattr(value, "style", None) in ("'", '"') or getattr(value, "flow_style", False)
        floor = value.end_mark.index if enclosed else key.end_mark.index
    for key, start, end in zip(keys, [0, *starts[1:]], [*starts[1:], len(head)], strict=True):
        yield Entry(key, head[start:end])


def _dump(values: Mapping[str, Any], dumper: Any) -> str:
    import yaml

    text: str = yaml.dump(values, Dumper=dumper, sort_keys=False, allow_unicode=True, width=2**30)
    return text


@cache
def _dumper(fast: bool) -> Any:
    """The dumper of our dialect; the fast one is written in C where PyYAML has it."""
    import yaml

    def represent(dumper: Any, text: str) -> Any:
        style = '"' if re.search(_ESCAPED, text) else "'" if re.fullmatch(_LOOKALIKE, text) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_row(dumper: Any, row: Row) -> Any:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)

    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper) if fast else yaml.SafeDumper
    dumper: Any = type("Dumper", (base,), {"ignore_aliases": lambda self, value: True})
    dumper.add_representer(str, represent)
    dumper.add_representer(Row, represent_row)
    return dumper


@cache
def _loader() -> Any:
    """A loader that leaves dates as they were typed: 2024-02-30 is a mistake to be named, and PyYAML fails on it."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != _TIMESTAMP]
        for first, found in base.yaml_implicit_resolvers.items()
    }
    return type("Loader", (base,), {"yaml_implicit_resolvers": resolvers})
