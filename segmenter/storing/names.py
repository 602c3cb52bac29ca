"""Names of output files: a template filled with what the story says, safe on every system and never colliding."""

from __future__ import annotations

import string

DEFAULT_TEMPLATE = "{date}-{headline}.md"
PLACEHOLDERS = (
    "date", "year", "month", "day", "headline", "source", "section", "agency", "ordinal", "id", "dump",
)  # fmt: skip
"""What a template may name."""


def template_problem(template: str) -> str | None:
    """What is wrong with the template, or None."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        return str(error)
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if form or conversion or name not in PLACEHOLDERS:
            return f"{{{name}}} is no placeholder"
    return None
