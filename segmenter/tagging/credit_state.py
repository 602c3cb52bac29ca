"""How far the reading of a Chinese credit has come: the tokens around the present one, and what was read so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from segmenter import patterns
from segmenter.config import Settings
from segmenter.tagging.chinese_tokens import Token
from segmenter.tagging.credits import Piece


@dataclass(slots=True)
class NamedPerson:
    """A name met in a credit, with the role words that hold for it."""

    start: int
    end: int
    title: str | None
    """Role of the title before it: 记者, 实习生, 作者."""
    work: list[str]
    """Roles of the work done, named before or behind it: 文, 摄影, 编辑."""
    dropped: bool
    """It stands behind a word that credits nobody, such as 来源 or 统筹."""
    unsure: bool = False
    """Only the names beside it say that it is one."""


@dataclass(slots=True)
class CreditState:
    """The present token is `tokens[position]`."""

    view: str
    tokens: list[Token]
    settings: Settings
    open_ended: bool
    """The credit begins the text, and something else follows it without a mark."""
    bare: bool = False
    """Names alone are a credit there."""
    position: int = 0
    stopped: int | None = None
    """Column of the first thing that is part of no credit."""
    credited: bool = False
    """A role word or a verb of reporting was seen."""
    title: str | None = None
    work: list[str] = field(default_factory=list)
    nobody: bool = False
    last_title: int = -1
    names: list[NamedPerson] = field(default_factory=list)
    pending: list[NamedPerson] = field(default_factory=list)
    """Names that a word for the work may still follow."""
    agency: Piece | None = None
    place: Piece | None = None
    region: Piece | None = None
    day: Piece | None = None

    def near(self, step: int, over_space: bool = True) -> Token | None:
        """The token before (-1) or behind (1) the present one; None at the edge."""
        tokens, position = self.tokens, self.position + step
        while 0 <= position < len(tokens):
            token = tokens[position]
            if not over_space or token.text.strip():
                return token
            position += step
        return None

    def kind(self, step: int, over_space: bool = True) -> str:
        """The kind of that token; `edge` at the edge."""
        token = self.near(step, over_space)
        return token.kind if token else "edge"

    def mark(self, step: int) -> str:
        """The mark that stands there; empty where none does."""
        token = self.near(step)
        return token.text if token and token.kind == "mark" else ""

    def touching(self) -> str:
        """The text of the token right behind the present one, without a space between; empty at the edge."""
        token = self.near(1, over_space=False)
        return token.text if token else ""

    def stop(self, column: int) -> None:
        self.stopped = column

    def credit_nobody(self) -> None:
        """What follows is who provides, coordinates or can be called: names there are nobody's credit."""
        self.nobody, self.title, self.work, self.pending = True, None, [], []

    def credit_pending(self, roles: list[str]) -> None:
        """Give the names just read the work that is named behind them."""
        for name in self.pending:
            name.work.extend(roles)
            name.dropped = False
        self.pending = []

    def add_name(self, start: int, end: int) -> None:
        name = NamedPerson(start, end, self.title, list(self.work), self.nobody)
        self.names.append(name)
        self.pending.append(name)

    def add_unsure_name(self, start: int, end: int) -> None:
        """Add what is a name if those beside it are."""
        self.add_name(start, end)
        self.names[-1].unsure = True

    def follows_role(self) -> bool:
        """Whether the present run is what a role word speaks of: it stands right behind it, or in its row of names."""
        before = self.near(-1)
        if before is None or not (self.title or self.work):
            return False
        if before.kind != "mark":
            close = before.kind in ("title", "work", "agency", "noise")
            return close or (before.kind == "han" and not self.open_ended)
        if before.text in ",;":
            return False
        position = self.tokens.index(before)
        label = position > 0 and self.tokens[position - 1].kind in ("title", "work")
        return label or (before.text != "/" and not self.open_ended)

    def add_names(self, start: int, parts: list[tuple[int, int]]) -> None:
        for first, last in parts:
            self.add_name(start + first, start + last)

    def set_agency(self, start: int, end: int) -> None:
        """The first outlet named is the credit's."""
        self.agency = self.agency or Piece(start, end)

    def set_place(self, start: int, run: str) -> None:
        """The first place named is the credit's, and what a mark joins to it."""
        end = start + len(run)
        if self.place is None:
            offset = country_length(run, self.settings)
            self.region = Piece(start, start + offset) if offset else None
            self.place = Piece(start + offset, end)
        elif patterns.fullmatch(r"\s?[-、/—–]\s?", self.view[self.place.end : start]):
            self.place = Piece(self.place.start, end)

    def ends_with_work(self) -> bool:
        """Whether the credit begins with names and ends with a word for work, so that such words follow their names."""
        said = [token.kind for token in self.tokens if token.kind != "mark"]
        return said[0] != "work" and said[-1] == "work"

    def title_waits(self) -> bool:
        """Whether a title was read whose names are still to come."""
        return self.title is not None and not any(name.title == self.title for name in self.names)


def country_length(place: str, settings: Settings) -> int:
    """Length of the country that opens a folded place and is followed by a town: 2 for `德国汉堡`, 0 for `德国`."""
    lengths = range(min(6, len(place) - 2), 1, -1)
    return next((length for length in lengths if place[:length] in settings.lexicon.lists["countries"]), 0)
