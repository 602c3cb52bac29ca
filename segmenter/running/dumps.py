"""What is done for one dump, in this process or in a worker: read its bytes, take it apart, render its stories."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from segmenter.reading.inputs import STANDARD_INPUT
from segmenter.storing.plan import DumpResult, Rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from segmenter.config import Settings
    from segmenter.model import Document, Story
    from segmenter.rendering.report import Part

class Dump(NamedTuple):
    """One input, taken apart."""

    file: str
    """Its path as it was given."""
    hash: str
    """SHA-256 of its bytes, in hexadecimal."""
    size: int
    """In bytes."""
    encoding: str
    """In which they were read."""
    lines: int
    document: Document
    note: str | None
    """What was odd about its encoding."""
    text: str = ""
    """Empty where only a section of a large dump is at hand."""


class Unchanged(NamedTuple):
    """The dump has the bytes that it had, and no decision holds in it."""

    file: str


class Failure(NamedTuple):
    """The dump could not be processed."""

    file: str
    reason: str
    """In words that go after its name."""


class Flow:
    """The stories of a large dump, as they are found: those of a section at a time."""

    def __init__(self, file: str, stories: Iterator[Sequence[Rendered]], note: Callable[[], str | None]) -> None:
        """`note` is asked at the end for what the user should know."""
        self.file = file
        """Its path as it was given."""
        self.notes: tuple[str, ...] = ()
        """What the user should know; known after the last story."""
        self.failure: str | None = None
        """Why the rest could not be processed; known after the last story."""
        self._stories = stories
        self._note = note

    def __iter__(self) -> Iterator[Sequence[Rendered]]:
        while True:
            try:
                stories = next(self._stories, None)
            except Exception as error:
                self.failure = problem(error)
                return
            if stories is None:
                break
            yield stories
        self.notes = tuple(filter(None, [self._note()]))


class Work(NamedTuple):
    """How dumps are worked on."""

    settings: Settings
    formats: tuple[str, ...]
    """Names of formats in which stories are rendered; for all that are a file a run, `jsonl`."""
    for_folder: bool
    """The stories go to a folder, so that what the ledger needs is worked out too."""
    report: bool = False
    """The dump's part of the report is wanted."""

    def do(self, file: str, known_hash: str | None) -> DumpResult | Unchanged | Failure:
        """Take a dump apart, unless its bytes have the hash."""
        try:
            return self.done(file, read(file), known_hash)
        except Exception as error:
            return Failure(file, problem(error))

    def done(self, file: str, data: bytes, known_hash: str | None) -> DumpResult | Unchanged:
        """Likewise, given the dump's bytes. Raises UnreadableInput where they are no text."""
        if known_hash and hashlib.sha256(data).hexdigest() == known_hash and not self._is_decided(data):
            return Unchanged(file)
        dump = take_apart(file, data, self.settings)
        document = dump.document
        return DumpResult(
            file=dump.file,
            hash=dump.hash,
            size=dump.size,
            encoding=dump.encoding,
            lines=dump.lines,
            stories=self.rendered(dump),
            furniture=document.furniture,
            blank=tuple(blank_lines(document, 1, dump.lines)),
            part=self._part(dump),
            notes=tuple(note for note in (dump.note, *document.warnings) if note),
            decided=document.decided,
        )

    @property
    def names_no_hash(self) -> bool:
        """True if what is put out does not tell the hash of the dump's bytes."""
        return self.formats == ("jsonl",) and not self.for_folder

    def _is_decided(self, data: bytes) -> bool:
        """Whether any decision holds in the dump."""
        if not self.settings.decisions:
            return False
        from segmenter.deciding.placing import Places
        from segmenter.reading.encoding import decode, split_lines

        lines = split_lines(decode(data, self.settings.input.encoding).text)
        return bool(Places(lines).place(self.settings.decisions))

    def rendered(self, dump: Dump) -> tuple[Rendered, ...]:
        """The stories of a dump, ready to be written."""
        from segmenter.storing.similarity import sketch

        document = dump.document
        rendered = []
        for story in document.stories:
            written = styled(story, self.settings)
            rendered.append(
                Rendered(
                    story=written._replace(paragraphs=(), evidence=()),
                    texts={name: self._text(name, written, dump) for name in self.formats},
                    hash=_content_hash(written) if self.for_folder else "",
                    sketch=sketch(story.paragraphs) if self.for_folder else "",
                    held_back=document.held_back.get(story.ordinal),
                )
            )
        return tuple(rendered)

    def _part(self, dump: Dump) -> Part | None:
        if not self.report:
            return None
        from segmenter.rendering.report import part

        return part(dump.file, dump.document)

    def _text(self, name: str, story: Story, dump: Dump) -> bytes:
        from segmenter.rendering.formats import BY_NAME, StoryFormat

        form = BY_NAME[name]
        if isinstance(form, StoryFormat):
            return form.render(story, dump.file, dump.hash, self.settings)
        from segmenter.rendering.records import record_line

        return record_line(story, dump.file).encode()


def read(file: str) -> bytes:
    """The bytes of a file, or of standard input. Raises OSError."""
    if file != STANDARD_INPUT:
        return Path(file).read_bytes()
    from segmenter.reading.standard_input import standard_input

    return standard_input().read()


def take_apart(file: str, data: bytes, settings: Settings) -> Dump:
    """Raises UnreadableInput where the bytes are no text."""
    from segmenter.pipeline import split
    from segmenter.reading.encoding import decode, split_lines

    decoded = decode(data, settings.input.encoding)
    lines = len(split_lines(decoded.text))
    document = split(decoded.text, settings)
    return Dump(
        file=file,
        hash=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=decoded.encoding,
        text=decoded.text,
        lines=lines,
        document=document,
        note=decoded.note,
    )


def styled(story: Story, settings: Settings) -> Story:
    """The story as it is written: in house style, where one is set."""
    if settings.style.keeps_all:
        return story
    from segmenter.styling import styled

    return styled(story, settings)


def problem(error: Exception) -> str:
    """What went wrong with an input, to stand after its name."""
    from segmenter.reading.encoding import UnreadableInput

    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    if isinstance(error, UnreadableInput):
        return str(error)
    # One dump that hits a defect of ours must not end a batch of hundreds.
    return f"internal error, please report it: {type(error).__name__}: {error}"


def _content_hash(story: Story) -> str:
    from segmenter.rendering.markdown import content_hash

    return content_hash(story)


def blank_lines(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of lines from `start` to `end`, both included, that no story and no furniture has."""
    after = start
    for first, last in sorted((*document.furniture, *(story.lines for story in document.stories))):
        if first > after:
            yield after, first - 1
        after = max(after, last + 1)
    if after <= end:
        yield after, end
