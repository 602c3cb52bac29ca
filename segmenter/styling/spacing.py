"""The space between Chinese and Latin letters or digits: `共 12 台 iPad` or `共12台iPad`.

Only directly between the two: marks bring their own distance, and two spaces or a full-width one set columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from segmenter.styling.texts import HAN, LATIN, is_chinese, retold, untouched

if TYPE_CHECKING:
    from segmenter.config import Settings
    from segmenter.model import Story

_OTHER: Final = rf"[{LATIN}0-9]"
_SPACE: Final = r"[ \u00a0]"
_JOINT: Final = regex.compile(rf"(?<={HAN})(?={_OTHER})|(?<={_OTHER})(?={HAN})")
_GAP: Final = regex.compile(rf"(?<={HAN}){_SPACE}(?={_OTHER})|(?<={_OTHER}){_SPACE}(?={HAN})")
_RULES: Final = {"add": (_JOINT, " "), "remove": (_GAP, "")}


def with_spaces(story: Story, settings: Settings) -> Story:
    rule = _RULES.get(settings.style.spaces)
    if rule is None or not is_chinese(story):
        return story
    pattern, space = rule

    def change(text: str) -> str:
        spans = untouched(text, story, settings)

        def put(found: regex.Match[str]) -> str:
            return found[0] if any(start < found.end() and found.start() < end for start, end in spans) else space

        return pattern.sub(put, text)

    return retold(story, change)
