"""Every noun of the project, so that each module can speak of the same things.

Lines and columns count from 1, in characters of the decoded input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple, TypeVar, overload


class Role(Enum):
    """What a line is. The value is the letter by which tests and `explain` write it."""

    KICKER = "K"
    HEADLINE = "H"
    DECK = "D"
    BYLINE = "B"
    METADATA = "M"
    """A line of date, source, section, length or editor that belongs to one story."""
    LEDE = "L"
    """A first paragraph that opens with a dateline or a credit."""
    BODY = "P"
    SUBHEAD = "S"
    CAPTION = "C"
    FURNITURE = "F"
    """Of the page, of no story: navigation, folio, stamp, copyright."""
    SEPARATOR = "-"
    """A rule or a mark that parts stories: `***`, `3 of 80 DOCUMENTS`."""

    # Each role is one object; the hash that `Enum` makes of its name is computed anew at every look-up.
    __hash__ = object.__hash__


class Line(NamedTuple):
    """One line of a dump with the role it was given."""

    number: int
    """Position in the dump, from 1."""
    text: str
    """The line as it stands, without its line end."""
    view: str
    """The folded text that cues are matched on; as long as `text`, character for character."""
    role: Role


class Person(NamedTuple):
    """Someone credited for the work."""

    name: str
    role: str
    """reporter, correspondent, intern, photographer, writer, editor, translator or commentator."""


class Dateline(NamedTuple):
    """Place, agency and day at the start of the text. Null where the text does not say."""

    place: str | None = None
    """As printed, several joined by `/`; capitals title-cased; without what follows its comma."""
    region: str | None = None
    """What follows the place's comma: `N.D.`, `Philippines`."""
    agency: str | None = None
    """Agency or outlet as printed: `新华社`, `本报`, `AP`."""
    agency_id: str | None = None
    """The agency's name in the lexicon: `xinhua`."""
    date: str | None = None
    """ISO 8601 day, month or year: `2024-05-15`, `2022-11`."""
    raw: str | None = None
    """The dateline as printed."""


class Evidence(NamedTuple):
    """Where one value of one field was read."""

    field: str
    value: str
    raw: str
    """Exactly the slice of the line at `column`."""
    line: int
    column: int
    cue: str
    """Id of the cue or rule that read it."""
    inferred: bool = False
    """True where something of the value (a year, say) was not printed there."""


class Story(NamedTuple):
    """One article, from its kicker or headline to its last line."""

    id: str
    """Hash of the story's own text: the same story has the same id in every dump."""
    ordinal: int
    """Position among the dump's stories, from 1."""
    lines: tuple[int, int]
    """First and last line, both included."""
    headline: str
    headline_line: int
    kicker: str | None
    deck: str | None
    byline: tuple[Person, ...]
    dateline: Dateline
    published: str | None
    """ISO 8601 day, month, year, or time with zone where stated."""
    source: str | None
    section: str | None
    language: str
    """zh-Hans, zh-Hant or en."""
    paragraphs: tuple[str, ...]
    confidence: float
    """Between 0 and 1: how likely the story's boundaries are right."""
    warnings: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Fields(NamedTuple):
    """What tagging reads out of one story."""

    byline: tuple[Person, ...] = ()
    dateline: Dateline = Dateline()
    published: str | None = None
    source: str | None = None
    section: str | None = None
    warnings: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class PageFacts(NamedTuple):
    """What a page's furniture says for all stories of that page."""

    published: str | None = None
    """The stamp or folio's date, ISO 8601."""
    source: str | None = None
    years: tuple[int, ...] = ()
    """Years that the page states elsewhere, as in its copyright line."""
    evidence: tuple[Evidence, ...] = ()
    """Fields `published`, `source` and `year`, where each was read."""


class Reason(NamedTuple):
    """One addend of a line's score."""

    cue: str
    """Cue id, or `grammar` for the step from the line before."""
    weight: float
    column: int | None = None
    matched: str | None = None
    """What the cue matched in the line, as it stands there."""


class Decision(NamedTuple):
    """Why a line has its role. The weights of `reasons` sum to `score`."""

    line: int
    role: Role
    score: float
    reasons: tuple[Reason, ...]
    runner_up: Role | None = None
    """The role the line would have in the best reading that denies it this one; None where no other fits."""
    margin: float | None = None
    """How much worse that reading is as a whole."""


T = TypeVar("T")


class Lazily(Sequence[T]):
    """A tuple that is made when it is first asked for: a large dump is mostly split and seldom explained."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make: Callable[[], Iterable[T]] | None = make
        self._made: tuple[T, ...] = ()

    def _tuple(self) -> tuple[T, ...]:
        if self._make is not None:
            self._made, self._make = tuple(self._make()), None
        return self._made

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._tuple()[index]

    def __len__(self) -> int:
        return len(self._tuple())

    def __iter__(self) -> Iterator[T]:
        return iter(self._tuple())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Lazily, tuple)) and self._tuple() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._tuple())

    def __repr__(self) -> str:
        return repr(self._tuple())

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        return tuple, (self._tuple(),)


class Document(NamedTuple):
    """A dump taken apart. Every line that is not blank is in one story or in the furniture."""

    stories: tuple[Story, ...]
    furniture: tuple[tuple[int, int], ...]
    """Ranges of lines, both ends included, that belong to no story; blank lines at their edges are left out."""
    lines: Sequence[Line]
    """The lines that are not blank."""
    decisions: Sequence[Decision]
    """One for each of `lines`."""
    warnings: tuple[str, ...] = ()
    held_back: Mapping[int, str] = {}
    """Ordinal of each story that the settings hold back, with the reason."""
    decided: frozenset[int] = frozenset()
    """Positions in the settings' `decisions` of those that came into effect."""
