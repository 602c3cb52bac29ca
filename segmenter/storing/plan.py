"""What a run would change in a folder of stories: one decision a story file, made before anything is written.

Three texts meet at a story file: what was last written there (the ledger knows its hash), what is there now, and what
the dump gives today. Only where the first two are the same may the third take their place; else the file is an
editor's, and is kept unless the run is forced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from segmenter.model import Story
from segmenter.rendering.markdown import with_keys
from segmenter.rendering.profiles import PROFILES
from segmenter.storing.entries import GoneEntry, InputEntry, Range, StoryEntry
from segmenter.storing.filing import Before, Filing, Read, Whence, sha256
from segmenter.storing.ledger import Ledger
from segmenter.storing.lookup import Lookup
from segmenter.storing.names import FileNames
from segmenter.storing.similarity import Likeness, similarity
from segmenter.storing.spilling import Spilled

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.rendering.report import Part


class Kind(Enum):
    """What happens to a story file. The value is the word that the plan prints."""

    CREATE = "create"
    UPDATE = "update"
    RENAME = "rename"
    RESTORE = "restore"
    """It was written before, and is no longer there."""
    OVERWRITE = "overwrite"
    """An editor's version, forced; a copy of it is kept."""
    REMOVE = "remove"
    """Its story is gone from the dump, and the run prunes."""
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """It was edited by hand, and is kept."""
    CONFLICT = "conflict"
    """It was edited by hand, and the dump gives another text than before as well; it is kept."""
    GONE = "gone"
    """Its story is gone from the dump; it is kept."""
    SAME = "same"
    """The story stands in another dump too, and has its file from there."""

    # Each kind is one object; the hash that `Enum` makes of its name is computed anew at every look-up.
    __hash__ = object.__hash__


WRITING: Final = frozenset({Kind.CREATE, Kind.UPDATE, Kind.RENAME, Kind.RESTORE, Kind.OVERWRITE, Kind.REMOVE})
"""The kinds that change the folder."""
_NEEDS_TEXT: Final = WRITING - {Kind.REMOVE}
DECIDED: Final = "+decisions"
"""Behind the hash of the settings in the entry of a dump in which decisions hold."""
LINKS: Final = 5
"""Similar stories that are named, at most."""


class Rendered(NamedTuple):
    """A story as a dump gives it today."""

    story: Story
    """Without paragraphs and evidence."""
    texts: Mapping[str, bytes]
    """Format -> the whole file, or the line, in that format."""
    hash: str
    """SHA-256 of what the dump says of the story; not of where it stands there, and how surely."""
    sketch: str
    held_back: str | None = None

    @property
    def identity(self) -> tuple[str, str]:
        """What only the same text has; of the id alone, one in some million stories shares another's."""
        return self.story.id, self.sketch


class DumpResult(NamedTuple):
    """What became of one dump, ready to be written."""

    file: str
    """Its path as it was given."""
    hash: str
    size: int
    encoding: str
    lines: int
    stories: Sequence[Rendered]
    furniture: Sequence[Range]
    blank: Sequence[Range]
    notes: tuple[str, ...] = ()
    """What its user should know."""
    part: Part | None = None
    """Its part of the run's report, where one is wanted."""
    decided: frozenset[int] = frozenset()
    """Positions in the settings' `decisions` of those that hold in it."""


class Change(NamedTuple):
    """What happens to one story file."""

    kind: Kind
    file: str
    """Relative to the folder, parted by `/`."""
    dump: str
    """Path of the dump as it was given."""
    line: int | None = None
    """Line of the headline; None where the dump does not hold the story, or was not taken apart again."""
    before: bytes | None = None
    """What is there now; None where nothing is, or nothing that matters since it stays."""
    after: bytes | None = None
    """What shall be there."""
    old_file: str | None = None
    """What the file was called before, for RENAME."""
    copy: str | None = None
    """Where a copy of what is there now is kept, for OVERWRITE."""
    story: Story | None = None


Planned: TypeAlias = "Iterator[Change | InputEntry]"
"""What happens to files, then the entries of the ledger that are other once it is done."""


class Planner:
    """Plans one dump after another; what it planned counts as done for those that follow."""

    def __init__(
        self,
        ledger: Ledger,
        names: FileNames,
        read: Read,
        settings: Settings,
        form: str,
        force: bool,
        prune: bool,
    ) -> None:
        """`form` is the format of the folder's files."""
        self._ledger = ledger
        self._filing = Filing(ledger, names, read, form)
        self._profile = PROFILES[settings.markdown.profile]
        self._read = read
        self._settings = settings.fingerprint
        self._threshold = settings.similar.threshold
        self._form = form
        self._force = force
        self._prune = prune
        self._likeness = Likeness()
        self._planned: Sequence[StoryEntry] = ()
        """The stories of the present dump that are planned already."""
        self._places = Lookup()
        """Id of a story -> its index among them."""
        for entry in ledger if self._threshold else ():
            for story in entry.stories:
                if story.hash:
                    self._likeness.add(story.id, story.sketch)

    def known_hash(self, key: str) -> str | None:
        """The hash of a dump's bytes by which it need not be taken apart again; None if it has to be in any case."""
        entry = self._ledger.get(key)
        if entry is None or entry.settings != self._settings or entry.unfinished is not None:
            return None
        if any(change.kind in _NEEDS_TEXT for change in self._settled(entry, "")):
            return None
        return entry.hash

    def unchanged(self, key: str, dump: str) -> Planned:
        """What happens to the files of a dump that has its `known_hash`."""
        entry = self._ledger.get(key)
        assert entry is not None
        yield from self._settled(entry, dump)
        kept: list[GoneEntry] = []
        yield from self._gone(entry.gone, dump, kept)
        if len(kept) < len(entry.gone):
            entry = entry._replace(gone=tuple(kept))
            self._ledger.put(entry)
            yield entry

    def plan(self, dump: DumpResult, key: str) -> Planned:
        """What happens to the files of a dump, of which `key` is the name in the ledger; its own entry comes first.

        What happens to a file may be done before the next is asked for.
        """
        before = Before(self._ledger, key, self._read)
        files = self._filing.files(dump, before)
        entries = Spilled[StoryEntry]()
        self._planned, self._places = entries, Lookup()
        used = Lookup()
        for index, (item, (whence, file)) in enumerate(zip(dump.stories, files, strict=True)):
            entry = StoryEntry(item.story.id, item.story.lines, sketch=item.sketch, held_back=item.held_back)
            if whence >= 0:
                file = entries[whence].file
            if file is not None:
                entry = entry._replace(file=file)
                if whence in (Whence.KEPT, Whence.NEW):
                    change, entry = self._story(item, file, before, dump.file, entry, used)
                    self._places.add(hash(entry.id), index)
                else:
                    change = Change(Kind.SAME, file, dump.file, item.story.headline_line, story=item.story)
                for name in (entry.hash and file, change.old_file):
                    if name:
                        used.add(hash(name))
                yield change
            entries.append(entry)
        left, heirs = [], _Heirs(self._ledger, key)
        for owned, digest in before.entry.owned():
            if hash(owned) not in used and not heirs.take(before.written_to(owned)):
                left.append(GoneEntry(owned, digest))
        kept: list[GoneEntry] = []
        yield from self._gone(left, dump.file, kept)
        result = InputEntry(
            file=key,
            hash=dump.hash,
            size=dump.size,
            # Decisions change without the settings or the dump: where any hold, it is taken apart in every run.
            settings=self._settings + DECIDED * bool(dump.decided),
            encoding=dump.encoding,
            lines=dump.lines,
            stories=entries,
            furniture=dump.furniture,
            blank=dump.blank,
            gone=tuple(kept),
        )
        for changed in (result, *heirs.entries()):
            self._ledger.put(changed)
            yield changed

    def _settled(self, entry: InputEntry, dump: str) -> Iterator[Change]:
        """What happens to the files of the stories of a dump that is as it was."""
        for story in entry.stories:
            if story.file is None:
                continue
            present = self._read(story.file) if story.hash else None
            if story.hash is None:
                kind = Kind.SAME
            elif present is None:
                kind = Kind.RESTORE
            elif sha256(present) == story.hash:
                kind = Kind.UPDATE if story.conflict else Kind.UNCHANGED
            elif self._force:
                kind = Kind.OVERWRITE
            else:
                kind = Kind.CONFLICT if story.conflict else Kind.EDITED
            yield Change(kind, story.file, dump, before=present if kind in WRITING else None)

    def _story(
        self, item: Rendered, file: str, before: Before, dump: str, entry: StoryEntry, used: Lookup
    ) -> tuple[Change, StoryEntry]:
        """What happens to a story's file, and what the ledger says then. `used` are hashes of the files before it."""
        had = before.story(item.story.id)
        similar = self._similar(item, had, before.entry.file)
        old_file = had.file if had else None
        present = self._read(file)
        if old_file in (None, file) or hash(old_file) in used:
            old_file = None
        elif present is None:
            present = self._read(old_file)
        else:
            old_file = None
        text = item.texts[self._form]
        if self._form == "markdown":
            text = with_keys(text, similar, present, self._profile)
        copy = None
        entry = entry._replace(hash=sha256(text), rendered=item.hash, similar_to=similar)
        known = before.written_to(old_file or file)
        if present is None:
            kind = Kind.RESTORE if known else Kind.CREATE
        elif old_file is not None:
            kind = Kind.RENAME
        elif present == text:
            kind = Kind.UNCHANGED
        elif before.is_ours(file):
            kind = Kind.UPDATE
        elif self._force:
            kind, copy = Kind.OVERWRITE, self._copy(file, present)
        elif known is None:
            kind = Kind.EDITED
        else:
            kind = Kind.EDITED if known.rendered == item.hash else Kind.CONFLICT
            entry = entry._replace(hash=known.hash, rendered=known.rendered, conflict=kind is Kind.CONFLICT)
        if had is None:
            self._likeness.add(item.story.id, item.sketch)
        change = Change(
            kind,
            file,
            dump,
            item.story.headline_line,
            present if kind in WRITING else None,
            text if kind in WRITING else None,
            old_file,
            copy,
            item.story,
        )
        return change, entry

    def _copy(self, file: str, present: bytes) -> str:
        """Where a copy of an editor's file is kept: beside it, under a name that nothing else has."""
        names = (f"{file}{number}.orig" for number in ("", *(f".{count}" for count in range(2, 1000))))
        return next(name for name in names if self._read(name) in (None, present))

    def _similar(self, item: Rendered, before: StoryEntry | None, key: str) -> tuple[tuple[str, str], ...]:
        """Id and file of the stories most like this one, of those that were there when it was first written."""
        if not self._threshold:
            return ()
        ids = [id for id, _ in before.similar_to] if before else self._likeness.candidates(item.sketch, self._threshold)
        found = []
        for id in ids:
            other = self._planned_story(id) or self._ledger.story(id, but=key)
            if other and other.file and id != item.story.id:
                found.append((-similarity(item.sketch, other.sketch), id, other.file))
        return tuple((id, file) for likeness, id, file in sorted(found)[:LINKS] if -likeness >= self._threshold)

    def _planned_story(self, id: str) -> StoryEntry | None:
        found = (self._planned[index] for index in self._places.of(hash(id)))
        return next((story for story in found if story.id == id), None)

    def _gone(self, items: Iterable[GoneEntry], dump: str, kept: list[GoneEntry]) -> Iterator[Change]:
        """What happens to files whose story is gone; those of them that are kept are added to `kept`."""
        for item in items:
            present = self._read(item.file)
            if present is None:
                continue
            remove = self._prune and sha256(present) == item.hash
            if not remove:
                kept.append(item)
            yield Change(Kind.REMOVE if remove else Kind.GONE, item.file, dump, before=present)


class _Heirs:
    """The stories of other dumps that get the files of those that one dump no longer holds."""

    def __init__(self, ledger: Ledger, key: str) -> None:
        self._ledger = ledger
        self._key = key
        self._found: dict[str, dict[int, StoryEntry]] = {}
        """The inputs, with the stories that change by their indices."""

    def take(self, story: StoryEntry | None) -> bool:
        """Let another dump that holds the story answer for its file, if there is one."""
        for entry, index in self._ledger.sharing(story.id) if story else ():
            if story and entry.file != self._key:
                heir = story._replace(lines=entry.stories[index].lines)
                self._found.setdefault(entry.file, {})[index] = heir
                return True
        return False

    def entries(self) -> Iterator[InputEntry]:
        """The entries of those dumps, changed."""
        for file, changed in self._found.items():
            entry = self._ledger.get(file)
            assert entry is not None
            stories = Spilled(changed.get(index, story) for index, story in enumerate(entry.stories))
            yield entry._replace(stories=stories)
