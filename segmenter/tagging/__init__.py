"""Read the fields of a story: who made it, where, when and for whom.

`read_page` reads what a page says for all of its stories, `read_fields` then reads each story.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from segmenter.model import Fields, Line, PageFacts
from segmenter.tagging.credit_lines import credit_lines, credits_below
from segmenter.tagging.datelines import dateline_in
from segmenter.tagging.pages import read_page
from segmenter.tagging.people import people_in
from segmenter.tagging.published import read_days
from segmenter.tagging.sources import read_sources
from segmenter.tagging.witnesses import stated_dates

if TYPE_CHECKING:
    from segmenter.config import Settings

__all__ = ["read_fields", "read_page"]


def read_fields(lines: Sequence[Line], page: PageFacts, settings: Settings, around: Sequence[Line] = ()) -> Fields:
    """The fields of one story.

    `lines` are all its lines that are not blank, headline first. `around` are lines of furniture or metadata directly
    before or after it that belong to nobody else, such as the address of the original below it.
    """
    credits = credit_lines(lines, settings)
    byline, byline_evidence = people_in([*credits, *credits_below(lines, around, settings)])
    dateline = dateline_in(credits, settings, around)
    days = read_days(stated_dates(lines, around, page, settings), page, dateline)
    names = {person.name for person in byline}
    sources = read_sources(lines, around, page, settings, names)
    return Fields(
        byline=tuple(byline),
        dateline=dateline.dateline._replace(date=days.filed),
        published=days.published,
        source=sources.source,
        section=sources.section,
        warnings=days.warnings,
        evidence=(*byline_evidence, *dateline.evidence, *days.evidence, *sources.evidence),
    )
