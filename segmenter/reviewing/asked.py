"""Read the values of a request. What makes no sense raises ValueError, in words for the person at the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from segmenter.model import Role


def number(values: Mapping[str, Any], key: str) -> int:
    """The number under the key."""
    found = values.get(key)
    if type(found) is not int:
        raise ValueError(f"{key} has to be a number")
    return found


def numbers(values: Mapping[str, Any]) -> list[int]:
    """The numbers of lines under `lines`."""
    found = values.get("lines")
    if not isinstance(found, list) or not all(type(item) is int for item in found):
        raise ValueError("lines has to be a list of numbers")
    return found


def role(values: Mapping[str, Any]) -> Role:
    """The role that `role` names."""
    name = values.get("role")
    if not isinstance(name, str) or name.upper() not in Role.__members__:
        raise ValueError(f"unknown role {name!r}")
    return Role[name.upper()]
