"""What can be wrong with a story file as a file: its bytes, its front matter as a whole, its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from segmenter.checking.rule import EXAMPLE, Edit, Finding, Rule, StoryFile, examples
from segmenter.rendering.front_matter import BYTE_ORDER_MARK

_GOOD: Final = EXAMPLE.encode()


def _not_utf8(file: StoryFile) -> Iterator[Finding]:
    """The file is not UTF-8.

    Programs that read Markdown expect UTF-8, and show anything else as other characters. Nothing else is looked at, and
    nothing mended, until the file is saved as UTF-8.
    """
    try:
        file.data.decode()
    except UnicodeDecodeError as error:
        yield Finding(1 + file.data.count(b"\n", 0, error.start), "is not UTF-8: save the file as UTF-8")


def _byte_order_mark(file: StoryFile) -> Iterator[Finding]:
    """An invisible byte order mark stands before the front matter, which some readers then do not see.

    `--fix` takes it away.
    """
    # Programs that put one before another have been at work where there are several.
    if marks := re.match(b"(?:" + BYTE_ORDER_MARK + b")+", file.data):
        yield Finding(1, "a byte order mark stands first", (Edit(0, marks.end(), b""),))


def _line_ends(file: StoryFile) -> Iterator[Finding]:
    r"""Lines end as on Windows (CR LF) where story files have a plain line feed on every system.

    Readers that look for a line `---` then see none, and a story split again seems changed in every line. Git keeps
    line feeds on Windows too where `.gitattributes` says `*.md text eol=lf`. `--fix` makes line feeds of them.
    """
    edits = [Edit(*found.span(), b"") for found in re.finditer(rb"\r+(?=\n)", file.data)]
    if edits:
        line = 1 + file.data.count(b"\n", 0, edits[0].start)
        yield Finding(line, f"{len(edits)} lines end with CR LF, not with a line feed", tuple(edits))


def _final_newline(file: StoryFile) -> Iterator[Finding]:
    """The last line has no line end, so that what is put after it would join it.

    `--fix` adds it.
    """
    if file.data and not file.data.endswith((b"\n", b"\r")):
        end = len(file.data)
        yield Finding(1 + file.data.count(b"\n"), "the last line has no line end", (Edit(end, end, b"\n"),))


def _front_matter_missing(file: StoryFile) -> Iterator[Finding]:
    """The file does not begin with front matter: a line `---`, keys and values, a line `---`.

    In a folder, files called README, CHANGELOG, CONTRIBUTING, LICENSE, index or _index are taken for no stories if
    they have none, and passed over; named, they are found too.
    """
    if file.front is None and file.error is None:
        yield Finding(1, "does not begin with front matter: a line ---, keys and values, a line ---")


def _front_matter_unreadable(file: StoryFile) -> Iterator[Finding]:
    """The front matter is not closed, is not YAML, or holds no keys.

    Mostly a text with `: ` or ` #` in it, or one that begins with a quote, a bracket or a mark, that does not stand in
    quotes as a whole.
    """
    if file.error:
        yield Finding(file.error.line, str(file.error))


def _key_repeated(file: StoryFile) -> Iterator[Finding]:
    """A key stands twice, and each reader takes another of the two values."""
    for path, line in file.front.repeated if file.front else ():
        yield Finding(line, f"{dotted(path)} stands here a second time")


def _body_empty(file: StoryFile) -> Iterator[Finding]:
    """No text follows the front matter."""
    if file.front and not file.front.body.decode(errors="replace").strip():
        yield Finding(file.front.body_line, "no text follows the front matter")


def dotted(path: tuple[str | int, ...]) -> str:
    """The place of a value as a person says it: `byline.2.name`, the list counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


UTF8: Final = Rule(
    "not-utf8", _not_utf8, (EXAMPLE.encode("gb18030"), EXAMPLE.encode("utf-16"), _GOOD[:-3]), (_GOOD, b"")
)
RULES: Final = (
    UTF8,
    Rule("byte-order-mark", _byte_order_mark, (BYTE_ORDER_MARK + _GOOD,), (_GOOD, _GOOD + BYTE_ORDER_MARK)),
    Rule("line-ends", _line_ends, (_GOOD.replace(b"\n", b"\r\n"), _GOOD[:-1] + b"\r\n"), (_GOOD,)),
    Rule("final-newline", _final_newline, (_GOOD[:-1], b"-"), (_GOOD, _GOOD + b"\n", b"", b"\r")),
    Rule(
        "front-matter-missing",
        _front_matter_missing,
        (b"", "棚里的灯亮了。\n".encode(), b"\n" + _GOOD, _GOOD[1:]),
        (_GOOD, BYTE_ORDER_MARK + _GOOD, b"---\ntitle: a\n", b"---\n---\n"),
    ),
    Rule(
        "front-matter-unreadable",
        _front_matter_unreadable,
        (b"---\ntitle: a\n", b"---\na\n---\n", *examples("title: a: b", "title: 'a", "title: @a", "title:\n\ta: b")),
        (_GOOD, b"a\n", b"---\n---\n", *examples("title: 'a: b'", "date: 2024-02-30", "tags: [a, b]")),
    ),
    Rule(
        "key-repeated",
        _key_repeated,
        examples("tags: a\ntags: b", "byline:\n- name: a\n  role: writer\n  name: b", "title: a\ntitle: a"),
        (_GOOD, *examples("tags: a", "byline:\n- name: a\n- name: a", "place: a")),
    ),
    Rule(
        "body-empty",
        _body_empty,
        (b"---\ntitle: a\n---\n", b"---\ntitle: a\n---", "---\ntitle: a\n---\n \n\u3000\n".encode()),
        (_GOOD, b"a\n", b"---\ntitle: a\n---\nb\n"),
    ),
)
