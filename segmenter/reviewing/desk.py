"""The desk: the open dumps, what was decided about them, and what can be undone.

Whoever asks for a change says which revision they saw. A revision is a hash of all that the page shows, the files as
they are on the disk included; so no window, program or editor is overwritten by one that had not seen its work.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from segmenter.config import load
from segmenter.deciding.decisions_file import parse_decisions, write_decisions
from segmenter.deciding.placing import Placement
from segmenter.deciding.rulings import Ruling, value_problem
from segmenter.model import Story
from segmenter.reading.encoding import UnreadableInput
from segmenter.reviewing import asked
from segmenter.reviewing.actions import LINE_ACTIONS, ActionError, Roles, give
from segmenter.reviewing.open_dump import OpenDump, open_dump
from segmenter.reviewing.proposals import Proposal, effects, proposals_for, with_entry
from segmenter.running.dumps import problem
from segmenter.storing.folder import InputKeys
from segmenter.storing.store import write

if TYPE_CHECKING:
    from segmenter.config import Settings

MEMORY: Final = 500
"""Steps that can be undone."""


class StaleError(Exception):
    """The window has not seen the present state."""


@dataclass(frozen=True, slots=True)
class Step:
    """What can be gone back to."""

    rulings: tuple[Ruling, ...]
    config: bytes | None
    """The bytes of `config.toml`; None where there is none."""
    dump: int
    """On which dump the step away from here was made."""


class Desk:
    """All state of a review. Not safe for threads: the server lets one request in at a time."""

    def __init__(
        self, files: Sequence[str], decisions: Path, config: Path, adjust: Callable[[Settings], Settings]
    ) -> None:
        """`adjust` applies the command's options to the settings.

        Raises ConfigError, DecisionsError and OSError for the two files. A dump that cannot be read is in `failures`.
        """
        self._files = files
        self._decisions_path, self._config_path = decisions, config
        self._adjust = adjust
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._read: dict[Path, bytes | None] = {}
        self.dumps: list[OpenDump] = []
        self.failures: list[tuple[str, str]] = []
        """The dumps that cannot be opened, and why, in words that go after their names."""
        self.proposals: list[Proposal] = []
        self._load()

    @property
    def revision(self) -> str:
        """Changes whenever what the page shows does."""
        known = hashlib.sha256()
        for path in (self._decisions_path, self._config_path):
            known.update(repr(self._read.get(path)).encode())
        for dump in self.dumps:
            known.update(dump.hash.encode())
        return known.hexdigest()[:16]

    def refresh(self) -> None:
        """Take in what changed on the disk since. Raises what the constructor raises."""
        if all(_bytes(path) == data for path, data in self._read.items()):
            return
        before = self._read
        try:
            self._load()
        except BaseException:
            # What cannot be read is somebody's work too: it is not taken for seen, and so not written over.
            self._read = before
            raise
        self._undo.clear()
        self._redo.clear()

    def state(self) -> dict[str, Any]:
        """What the page shows beside the dump: all stories, the least certain first, and decisions that do not fit."""
        queue = [
            {
                "dump": index,
                "line": story.headline_line,
                "headline": story.headline,
                "confidence": story.confidence,
                "warnings": list(story.warnings),
                "accepted": story.lines[0] in accepted,
            }
            for index, dump in enumerate(self.dumps)
            for accepted in [dump.accepted()]
            for story in dump.document.stories
        ]
        queue.sort(key=lambda item: (item["accepted"], item["confidence"]))
        return {
            "revision": self.revision,
            "dumps": [dump.file for dump in self.dumps],
            "queue": queue,
            "undo": len(self._undo),
            "redo": len(self._redo),
            "unfitting": [
                {"index": index, "dump": ruling.dump, "line": ruling.line, "text": ruling.text, "what": _what(ruling)}
                for index, ruling in self._unfitting()
            ],
            "proposals": [
                {"index": index, "entry": proposal.shown, "places": proposal.places}
                for index, proposal in enumerate(self.proposals)
            ],
            "decisions": str(self._decisions_path),
            "config": str(self._config_path),
        }

    def act(self, revision: str, index: int, action: str, values: Mapping[str, Any]) -> None:
        """Do what the page asks for. Raises StaleError, ActionError, StoreError; ValueError for what makes no sense."""
        self._check(revision)
        if action == "forget-unfitting":
            chosen = asked.number(values, "index")
            if chosen not in dict(self._unfitting()):
                raise ValueError("no such decision")
            self._decide(index, [ruling for at, ruling in enumerate(self._rulings) if at != chosen], ())
            return
        dump = self.dumps[index]
        if action == "role":
            self._give(index, give(dump.document, asked.numbers(values), asked.role(values)))
        elif action in LINE_ACTIONS:
            self._give(index, LINE_ACTIONS[action](dump.document, asked.number(values, "line")))
        elif action == "forget":
            lines = set(asked.numbers(values))
            self._replace(index, lambda placed: placed.ruling.role is not None and placed.line in lines, ())
        elif action == "accept":
            self._accept(index, dump.story_at(asked.number(values, "line")))
        elif action == "field":
            self._field(index, dump.story_at(asked.number(values, "line")), values)
        else:
            raise ValueError(f"unknown action {action!r}")

    def undo(self, revision: str) -> int:
        """Go back one step. Gives the dump that it was made on."""
        return self._go(revision, self._undo, self._redo)

    def redo(self, revision: str) -> int:
        """Do again what was undone."""
        return self._go(revision, self._redo, self._undo)

    def preview(self, revision: str, index: int) -> list[dict[str, Any]]:
        """What a proposal would change in each open dump; those without any change are left out."""
        self._check(revision)
        proposal = self._proposal(index)
        settings = replace(self._settings_of(self._config_with(proposal)), decisions=self._rulings)
        found = (effects(dump.file, dump.document, dump.document_under(settings)) for dump in self.dumps)
        return [item for item in found if item["lines"] or item["fields"]]

    def adopt(self, revision: str, index: int) -> None:
        """Write a proposal's entry to `config.toml`."""
        self._check(revision)
        config = self._config_with(self._proposal(index))
        step = self._step(0)
        self._put(self._rulings, config)
        self._remember(step)
        self.proposals = []

    # What stands on the disk

    def _load(self) -> None:
        self._read = {}
        self._rulings = parse_decisions(self._taken(self._decisions_path) or b"", self._decisions_path)
        self._settings = self._settings_of(self._taken(self._config_path))
        self.dumps, self.failures = [], []
        for file in self._files:
            try:
                self.dumps.append(self._opened(file))
            except (OSError, UnreadableInput) as error:
                self.failures.append((file, problem(error)))

    def _opened(self, file: str) -> OpenDump:
        data = self._taken(Path(file))
        if data is None:
            raise FileNotFoundError(errno.ENOENT, "there is no such file", file)
        key = InputKeys(self._decisions_path.parent).of(file)
        return open_dump(file, key, data, self._decided_settings())

    def _taken(self, path: Path) -> bytes | None:
        self._read[path] = _bytes(path)
        return self._read[path]

    def _settings_of(self, config: bytes | None) -> Settings:
        return self._adjust(load(self._config_path, config) if config is not None else load(None))

    def _decided_settings(self) -> Settings:
        return replace(self._settings, decisions=self._rulings)

    def _put(self, rulings: Iterable[Ruling], config: bytes | None) -> None:
        """Write what differs, and split the dumps again that it matters to."""
        rulings = tuple(rulings)
        if config != self._read[self._config_path]:
            settings = self._settings_of(config)
            if config is None:
                self._config_path.unlink(missing_ok=True)
            else:
                for error in write([(self._config_path, config)]).values():
                    raise error
            self._read[self._config_path] = config
            self._settings = settings
            self._set(rulings)
            self.dumps = [dump.again(self._decided_settings()) for dump in self.dumps]
            return
        self._set(rulings)
        for index, dump in enumerate(self.dumps):
            placements = dump.places.place(self._rulings)
            if [(p.line, p.ruling) for p in placements] != [(p.line, p.ruling) for p in dump.placements]:
                self.dumps[index] = dump.again(self._decided_settings())
            else:
                self.dumps[index] = replace(dump, placements=placements)

    def _set(self, rulings: tuple[Ruling, ...]) -> None:
        data = write_decisions(self._decisions_path, rulings)
        self._read[self._decisions_path] = data
        self._rulings = parse_decisions(data, self._decisions_path)

    # What is done

    def _check(self, revision: str) -> None:
        self.refresh()
        if revision != self.revision:
            raise StaleError

    def _step(self, index: int) -> Step:
        return Step(self._rulings, self._read[self._config_path], index)

    def _remember(self, step: Step) -> None:
        self._undo.append(step)
        del self._undo[:-MEMORY]
        self._redo.clear()

    def _go(self, revision: str, back: list[Step], forth: list[Step]) -> int:
        self._check(revision)
        if not back:
            raise ActionError("nothing")
        present = self._step(back[-1].dump)
        self._put(back[-1].rulings, back[-1].config)
        forth.append(present)
        self.proposals = []
        return back.pop().dump

    def _give(self, index: int, roles: Roles) -> None:
        """Decide the roles of lines. A story that was accepted with another role of such a line is so no longer."""
        dump = self.dumps[index]

        def is_replaced(placed: Placement) -> bool:
            if placed.ruling.role:
                return placed.line in roles
            return bool(placed.ruling.accepted) and not roles.keys().isdisjoint(placed.numbers)

        new = [self._new(dump, number, role=role) for number, role in roles.items()]
        self._replace(index, is_replaced, new)

    def _accept(self, index: int, story: Story) -> None:
        """Accept a story as it is, or take that back."""
        dump = self.dumps[index]
        if story.lines[0] in dump.accepted():
            self._replace(index, lambda placed: bool(placed.ruling.accepted) and placed.line == story.lines[0], ())
            return
        numbers, digest = dump.places.story_key(*story.lines)
        text = dump.lines[numbers[0] - 1].strip()
        letters = dump.paragraphs.letters(numbers)
        self._replace(index, lambda _: False, [Ruling(dump.key, numbers[0], text, accepted=letters, hash=digest)])

    def _field(self, index: int, story: Story, values: Mapping[str, Any]) -> None:
        """Decide a field; without a `value`, take such a decision back."""
        name = values.get("field")
        new = []
        if "value" in values:
            if problem := value_problem(name, values["value"]):
                raise ValueError(problem)
            new = [self._new(self.dumps[index], story.headline_line, field=name, value=values["value"])]
        self._replace(
            index, lambda placed: placed.ruling.field == name and placed.line == story.headline_line, new
        )

    def _new(self, dump: OpenDump, number: int, **what: Any) -> Ruling:
        return Ruling(**{"dump": dump.key, "line": number, **dump.places.key(number), **what})

    def _replace(self, index: int, is_replaced: Callable[[Placement], bool], new: Sequence[Ruling]) -> None:
        gone = {placed.index for placed in self.dumps[index].placements if is_replaced(placed)}
        self._decide(index, [ruling for at, ruling in enumerate(self._rulings) if at not in gone], new)

    def _decide(self, index: int, kept: Sequence[Ruling], new: Sequence[Ruling]) -> None:
        step = self._step(index)
        self._put([*kept, *new], step.config)
        self._remember(step)
        lines = [dump.lines for dump in self.dumps]
        found = (proposal for ruling in new for proposal in proposals_for(ruling, lines, self._settings))
        self.proposals = list(dict.fromkeys(found))

    def _unfitting(self) -> list[tuple[int, Ruling]]:
        """The rulings that fit no open dump although theirs is open, or is no more."""
        held = {position for dump in self.dumps for position in dump.document.decided}
        held |= {placed.index for dump in self.dumps for placed in dump.placements if placed.ruling.role}
        opened = {dump.key for dump in self.dumps}
        folder = self._decisions_path.parent
        return [
            (position, ruling)
            for position, ruling in enumerate(self._rulings)
            if position not in held and (ruling.dump in opened or not (folder / ruling.dump).exists())
        ]

    def _proposal(self, index: int) -> Proposal:
        if not 0 <= index < len(self.proposals):
            raise ValueError("no such proposal")
        return self.proposals[index]

    def _config_with(self, proposal: Proposal) -> bytes:
        return with_entry((self._read[self._config_path] or b"").decode("utf-8-sig"), proposal).encode()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _what(ruling: Ruling) -> str:
    return ruling.role.name.lower() if ruling.role else ruling.field or "accepted"
