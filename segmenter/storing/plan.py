"""What a run would change in a folder of stories: one decision a story file, made before anything is written.

Three texts meet at a story file: what was last written there (the ledger knows its hash), what is there now, and what
the dump gives today. Only where the first two are the same may the third take their place; else the file is an
editor's, and is kept unless the run is forced.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from segmenter.model import Story
from segmenter.rendering.markdown import is_version_of, with_keys
from segmenter.rendering.profiles import PROFILES
from segmenter.storing.ledger import GoneEntry, InputEntry, Ledger, Range, StoryEntry
from segmenter.storing.names import FileNames
from segmenter.storing.similarity import Likeness, similarity
from segmenter.storing.spilling import Spilled, whole

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
    texts: Mapping[str, bytes | Spilled]
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
    stories: tuple[Rendered, ...]
    furniture: tuple[Range, ...]
    blank: tuple[Range, ...]
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
    after: bytes | Spilled | None = None
    """What shall be there."""
    old_file: str | None = None
    """What the file was called before, for RENAME."""
    copy: str | None = None
    """Where a copy of what is there now is kept, for OVERWRITE."""
    story: Story | None = None


Read = Callable[[str], bytes | None]
"""Gives what a file of the folder holds now, None where there is none."""


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
        self._names = names
        self._profile = PROFILES[settings.markdown.profile]
        self._read = read
        self._settings = settings.fingerprint
        self._threshold = settings.similar.threshold
        self._form = form
        self._force = force
        self._prune = prune
        self._likeness = Likeness()
        self._fresh: dict[str, StoryEntry] = {}
        """The stories of the present dump that are planned already."""
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

    def unchanged(self, key: str, dump: str) -> tuple[list[Change], list[InputEntry]]:
        """What happens to the files of a dump that has its `known_hash`, and entries that are other once it is done."""
        entry = self._ledger.get(key)
        assert entry is not None
        gone, kept = self._gone(entry.gone, dump)
        changes = [*self._settled(entry, dump), *gone]
        if kept == entry.gone:
            return changes, []
        entry = entry._replace(gone=kept)
        self._ledger.put(entry)
        return changes, [entry]

    def plan(self, dump: DumpResult, key: str) -> tuple[list[Change], list[InputEntry]]:
        """What happens to the files of a dump, and entries that are other once it is done, its own first.

        `key` is the dump's name in the ledger.
        """
        old = self._ledger.get(key) or InputEntry(key, "", 0, "")
        places = self._places(dump, old)
        changes: list[Change] = []
        entries: list[StoryEntry] = []
        self._fresh.clear()
        for item in dump.stories:
            entry = StoryEntry(item.story.id, item.story.lines, sketch=item.sketch, held_back=item.held_back)
            if item.held_back is None:
                file, owned = places[item.identity]
                entry = entry._replace(file=file)
                if owned is item:
                    change, entry = self._story(item, file, old, dump.file, entry)
                    self._fresh[entry.id] = entry
                else:
                    change = Change(Kind.SAME, file, dump.file, item.story.headline_line, story=item.story)
                changes.append(change)
            entries.append(entry)
        used = {story.file for story in entries if story.hash} | {change.old_file for change in changes}
        left = {file: hash for file, hash in old.owned().items() if file not in used}
        heirs = {file: heir for file in left if (heir := self._heir(file, old))}
        gone, kept = self._gone([GoneEntry(*item) for item in left.items() if item[0] not in heirs], dump.file)
        result = InputEntry(
            file=key,
            hash=dump.hash,
            size=dump.size,
            # Decisions change without the settings or the dump: where any hold, it is taken apart in every run.
            settings=self._settings + DECIDED * bool(dump.decided),
            encoding=dump.encoding,
            lines=dump.lines,
            stories=tuple(entries),
            furniture=dump.furniture,
            blank=dump.blank,
            gone=kept,
        )
        for other in (result, *heirs.values()):
            self._ledger.put(other)
        return changes + gone, [result, *heirs.values()]

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

    def _places(self, dump: DumpResult, old: InputEntry) -> dict[tuple[str, str], tuple[str, Rendered | None]]:
        """For each story of the dump its file, and which of those that are the same story it is written from.

        None where the file is another dump's. A story keeps the file that it had, unless it would be called otherwise
        today and nobody has edited the file.
        """
        places: dict[tuple[str, str], tuple[str, Rendered | None]] = {}
        had = {story.id: story.file for story in old.stories if story.file and story.hash}
        kept: set[str] = set()
        unnamed = []
        for item in dump.stories:
            if item.held_back is not None or item.identity in places:
                continue
            places[item.identity] = "", item
            elsewhere = self._ledger.story(item.story.id, but=old.file)
            file = had.get(item.story.id)
            if file and (self._names.suits(file, item.story, dump.file) or not self._is_ours(file, old)):
                places[item.identity] = file, item
                kept.add(file)
            elif file is None and elsewhere and elsewhere.file and elsewhere.sketch == item.sketch:
                places[item.identity] = elsewhere.file, None
            else:
                unnamed.append(item)

        def is_taken(name: str) -> bool:
            owner = self._ledger.owner(name)
            if owner is not None:
                return owner != old.file or name in kept
            if name in (old.unfinished or {}):
                return False
            present = self._read(name)
            return present is not None and not any(
                present == whole(item.texts[self._form]) or is_version_of(present, item.story, dump.file)
                for item in unnamed
            )

        names = self._names.assign([(item.story, dump.file) for item in unnamed], is_taken)
        for item, name in zip(unnamed, names, strict=True):
            places[item.identity] = name, item
        return places

    def _story(
        self, item: Rendered, file: str, old: InputEntry, dump: str, entry: StoryEntry
    ) -> tuple[Change, StoryEntry]:
        before = next((story for story in old.stories if story.id == item.story.id and story.hash), None)
        similar = self._similar(item, before, old.file)
        old_file = before.file if before else None
        present = self._read(file)
        if old_file in (None, file):
            old_file = None
        elif present is None:
            present = self._read(old_file)
        else:
            old_file = None
        given = text = whole(item.texts[self._form])
        if self._form == "markdown":
            text = with_keys(text, similar, present, self._profile)
        copy = None
        entry = entry._replace(hash=sha256(text), rendered=item.hash, similar_to=similar)
        known = next((story for story in old.stories if story.hash and story.file == (old_file or file)), None)
        if present is None:
            kind = Kind.RESTORE if known else Kind.CREATE
        elif old_file is not None:
            kind = Kind.RENAME
        elif present == text:
            kind = Kind.UNCHANGED
        elif self._is_ours(file, old):
            kind = Kind.UPDATE
        elif self._force:
            kind, copy = Kind.OVERWRITE, self._copy(file, present)
        elif known is None:
            kind = Kind.EDITED
        else:
            kind = Kind.EDITED if known.rendered == item.hash else Kind.CONFLICT
            entry = entry._replace(hash=known.hash, rendered=known.rendered, conflict=kind is Kind.CONFLICT)
        if before is None:
            self._likeness.add(item.story.id, item.sketch)
        change = Change(
            kind,
            file,
            dump,
            item.story.headline_line,
            present if kind in WRITING else None,
            (item.texts[self._form] if text == given else text) if kind in WRITING else None,
            old_file,
            copy,
            item.story,
        )
        return change, entry

    def _copy(self, file: str, present: bytes) -> str:
        """Where a copy of an editor's file is kept: beside it, under a name that nothing else has."""
        names = (f"{file}{number}.orig" for number in ("", *(f".{count}" for count in range(2, 1000))))
        return next(name for name in names if self._read(name) in (None, present))

    def _is_ours(self, file: str, old: InputEntry) -> bool:
        """True if the file is not there, or holds what the ledger says that a run wrote."""
        present = self._read(file)
        return present is None or sha256(present) in (old.owned().get(file), (old.unfinished or {}).get(file))

    def _similar(self, item: Rendered, before: StoryEntry | None, key: str) -> tuple[tuple[str, str], ...]:
        """Id and file of the stories most like this one, of those that were there when it was first written."""
        if not self._threshold:
            return ()
        ids = [id for id, _ in before.similar_to] if before else self._likeness.candidates(item.sketch, self._threshold)
        found = []
        for id in ids:
            other = self._fresh.get(id) or self._ledger.story(id, but=key)
            if other and other.file and id != item.story.id:
                found.append((-similarity(item.sketch, other.sketch), id, other.file))
        return tuple((id, file) for likeness, id, file in sorted(found)[:LINKS] if -likeness >= self._threshold)

    def _gone(self, items: Sequence[GoneEntry], dump: str) -> tuple[list[Change], tuple[GoneEntry, ...]]:
        """What happens to files whose story is gone, and those of them that are kept."""
        changes, kept = [], []
        for item in items:
            present = self._read(item.file)
            if present is None:
                continue
            remove = self._prune and sha256(present) == item.hash
            changes.append(Change(Kind.REMOVE if remove else Kind.GONE, item.file, dump, before=present))
            if not remove:
                kept.append(item)
        return changes, tuple(kept)

    def _heir(self, file: str, old: InputEntry) -> InputEntry | None:
        """The entry of another dump that holds the story of the file too, changed so that it answers for the file."""
        story = next((story for story in old.stories if story.file == file and story.hash), None)
        for key in self._ledger.holders(story.id) if story else ():
            entry = self._ledger.get(key) if key != old.file else None
            for index, other in enumerate(entry.stories if entry else ()):
                if entry and story and other.id == story.id and other.file:
                    heir = story._replace(lines=other.lines)
                    return entry._replace(stories=(*entry.stories[:index], heir, *entry.stories[index + 1 :]))
        return None


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()
