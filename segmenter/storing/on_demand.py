"""Sequences that do not hold their values, but make or fetch each one when it is asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class OnDemand(Sequence[T]):
    """What such sequences share: slices, and to equal any of them, or a tuple, that gives the same values."""

    @abstractmethod
    def at(self, place: int) -> T:
        """The value at a place from 0 up to the length."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        places = range(len(self))[index]
        return self.at(places) if isinstance(places, int) else [self.at(place) for place in places]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (OnDemand, tuple)) and len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))
