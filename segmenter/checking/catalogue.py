"""Every rule in its order, and what is done with all of them: check a file, and mend it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from segmenter.checking import date_rules, field_rules, file_rules, name_rules, people_rules
from segmenter.checking.rule import Finding, Rule, StoryFile

RULES: Final = (
    *file_rules.RULES,
    *field_rules.RULES,
    *date_rules.RULES,
    *people_rules.RULES,
    *name_rules.RULES,
)


def check(file: StoryFile) -> list[tuple[Rule, Finding]]:
    """What is wrong with the file, from its first line to its last."""
    # Bytes that are no text would make most other rules speak of what is not there.
    found = _found(file, (file_rules.UTF8,)) or _found(file, RULES)
    return sorted(found, key=lambda pair: pair[1].line)


def mended(file: StoryFile) -> StoryFile:
    """The file with everything mended that can be mended safely; the same file if that is nothing."""
    edits = sorted({edit for _, finding in check(file) for edit in finding.edits}, reverse=True)
    data = file.data
    begun = len(data)
    for edit in edits:
        if edit.end <= begun:
            data = data[: edit.start] + edit.new + data[edit.end :]
            begun = edit.start
    new = replace(file, data=data)
    # An edit that a value's surroundings make something else of is not worth the file.
    return file if file.front is not None and new.front is None else new


def _found(file: StoryFile, rules: tuple[Rule, ...]) -> list[tuple[Rule, Finding]]:
    return [(rule, finding) for rule in rules for finding in rule.find(file)]
