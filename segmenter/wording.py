"""How figures read in a sentence, on the terminal and on pages alike."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 story`, `2 stories`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
