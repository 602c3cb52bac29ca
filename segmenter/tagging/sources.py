"""Find the outlet and the section that a story or its page names.

The outlet, in order: a label in the story's own lines (`来源：`), an outlet printed with the time or the day, the
masthead of an export, a credit at the end, the page's outlet, the holder of an export's copyright.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter, itemgetter
from typing import NamedTuple

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.cues import metadata
from segmenter.cues.base import Lexicon
from segmenter.cues.gates import Gate
from segmenter.cues.outlet_patterns import ENDS_AS_OUTLET, SOURCE_LABEL, SOURCE_VALUE
from segmenter.model import Evidence, Line, PageFacts, Role
from segmenter.tagging.witnesses import metadata_matches

_RANKS = {
    "metadata.source-label": 0,
    "metadata.tagged-source": 0,
    "metadata.outlet-then-time": 1,
    "metadata.time-then-outlet": 1,
    "metadata.day-and-outlet": 1,
    "metadata.day-and-address": 1,
    "metadata.publication-info": 1,
    "metadata.byline-outlet-date": 1,
    "metadata.running-head": 1,
    "metadata.folio-citation": 2,
}
_BESIDE_TIME = ("metadata.outlet-then-time", "metadata.time-then-outlet", "metadata.day-and-outlet")
_DATE_LABELS = ("metadata.published-label", "metadata.updated-label")
_BESIDE_CREDIT = Gate(cue for cue in metadata.CUES if cue.id in _RANKS or cue.id in _DATE_LABELS)
"""The cues that may tell an outlet in a line of credits, of which nothing else of metadata is read."""
_WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?),?"
_NO_OUTLET = frozenset(
    ("网络", "互联网", "网络综合", "网络整理", "综合", "本站", "本站原创", "原创", "转载", "整理", "未知", "其他")
)
"""What stands after `来源：` where no outlet is named."""
_MASTHEAD, _AT_THE_END, _OF_THE_PAGE, _COPYRIGHT = 3, 4, 5, 6
_RULES = (
    "source.label",
    "source.beside-the-date",
    "source.citation",
    "source.masthead",
    "source.at-the-end",
    "source.page",
    "source.copyright",
)
"""The rule that trusts a witness, by its rank."""
_NO_MASTHEAD = frozenset({Role.HEADLINE, Role.BYLINE, Role.LEDE, Role.BODY, Role.SUBHEAD, Role.CAPTION})
_EXPORT_CUES = ("metadata.length", "metadata.export-label", "metadata.export-copyright")
_LONGEST_MASTHEAD = 60
_LONGEST_ALONE = 80
"""Characters of a line that may be an outlet's name, unless the lexicon knows one that is longer."""
_TELLING = frozenset({Role.METADATA, Role.BYLINE, Role.FURNITURE, Role.KICKER})
"""Roles of the lines that name an outlet, the holder of a copyright or a section."""
_EXPORT_COPYRIGHT = next(cue for cue in metadata.CUES if cue.id == "metadata.export-copyright")
_NUMBER = attrgetter("number")
_CLOSE = ")]】"
"""The marks of which one ends a credit in brackets."""

_CREDIT_AT_END = rf"[(\[【]\s*{SOURCE_LABEL}\s*[:/]\s*(?P<source>{SOURCE_VALUE})[^()]{{0,40}}[)\]】]\s*$"
_MINUTES_TO_READ = r"\((?P<source>[^()]{2,40}(?:\([^()]{1,14}\))?),\ \d{1,2}\ min(?:ute)?s?\ read\)\s*$"
_NO_NAME = r"""(?:相关|更多|最新|热门|推荐|延伸|往期|精彩)\w{2,4}|(?:\L<sections>)(?:新闻)?
    |新闻|视频|快讯|资讯|发布|头条|媒体|广播|杂志
    |(?i:news|press|journal|magazine|review|today|radio|tv|television|weekly|daily|service|agency)
    |(?i:(?:related|more|latest|top|other|breaking|local|world)\ (?:news|press|reviews?))"""
"""What ends as an outlet's name and heads a list or a section."""
_OUTLET_ALONE = rf"""^\s*(?P<bracket>\()?(?P<source>\L<outlets>
    |(?!(?:{_NO_NAME})\)?\s*$)(?=.{{2,41}}$)[^\s:,。!?(]\S*(?:\ \S+){{0,4}}(?=[\s)|·:]|$)(?<={ENDS_AS_OUTLET}))
    (?:\s{{0,3}}[\s|·:]\s{{0,3}}(?P<section>\L<sections>))?(?(bracket)\))\s*$"""
"""An outlet's name alone on its line, or with the section that it stands over."""
_COLUMN = r"^\s*[【\[](?P<section>\L<sections>)[】\]]"


_Placed = tuple[int, Line]
"""A line and its place among all lines that are read."""


class Sources(NamedTuple):
    """Outlet and section, with where each was read; rival outlets follow the chosen one."""

    source: str | None = None
    section: str | None = None
    evidence: tuple[Evidence, ...] = ()


def read_sources(
    lines: Sequence[Line],
    around: Sequence[Line],
    page: PageFacts,
    settings: Settings,
    credited: Collection[str] = (),
) -> Sources:
    """The outlet and the section of a story, from its lines, those around it and its page.

    `credited` are the names of its people: a name beside the date may be theirs.
    """
    everything = sorted((*lines, *around), key=_NUMBER)
    telling = [(place, line) for place, line in enumerate(everything) if line.role in _TELLING]
    found = sorted(_sources(lines, everything, telling, page, settings), key=itemgetter(0))
    sources = _each_once(
        item._replace(cue=f"{_RULES[rank]}/{item.cue}")
        for rank, item in found
        if not any(name in item.value for name in credited)
    )
    of_the_page = (item for item in page.evidence if item.field == "section")
    sections = _each_once([*_sections(lines, everything, telling, settings), *of_the_page])
    return Sources(
        sources[0].value if sources else None,
        sections[0].value if sections else None,
        (*sources, *sections),
    )


def _each_once(found: Iterable[Evidence]) -> list[Evidence]:
    """The first witness of each value: the chosen one and its rivals, in the order of trust."""
    values: dict[str, Evidence] = {}
    for item in found:
        values.setdefault(item.value, item)
    return list(values.values())


def sources_in(line: Line, settings: Settings) -> Iterator[tuple[int, Evidence]]:
    """The outlets that the cues of metadata find in the line, each with its rank, 0 for the most trusted."""
    found = dict(_named(line, settings))
    labelled = not found.keys().isdisjoint(_DATE_LABELS)
    for cue, match in found.items():
        if cue not in _RANKS or not match["source"] or match["source"] in _NO_OUTLET:
            continue
        if cue in _BESIDE_TIME and (
            labelled or _is_person(match["source"], settings) or patterns.fullmatch(_WEEKDAY, match["source"])
        ):
            continue
        yield _RANKS[cue], _evidence("source", line, match.start("source"), match.end("source"), cue)


def _named(line: Line, settings: Settings) -> Iterator[tuple[str, regex.Match[str]]]:
    lexicon = settings.lexicon
    found = _BESIDE_CREDIT.matches(line.view, lexicon) if line.role is Role.BYLINE else metadata_matches(line, settings)
    return ((cue.id, match) for cue, match in found)


def looks_like_outlet(view: str, settings: Settings) -> bool:
    """Whether the folded text is known as an outlet or ends as outlets' names do."""
    return outlet_alone(view, settings) is not None


def outlet_alone(view: str, settings: Settings) -> regex.Match[str] | None:
    """The match where the text is an outlet's name, group `source`, with no more behind it than one of a `section`."""
    if len(view.strip()) > _longest_outlet(settings.lexicon):
        return None
    return settings.lexicon.compiled(_OUTLET_ALONE).match(view)


@lru_cache(maxsize=8)
def _longest_outlet(lexicon: Lexicon) -> int:
    """Characters that an outlet has at most which stands on a line of its own."""
    return max([_LONGEST_ALONE, *map(len, lexicon.lists["outlets"])])


def _is_person(name: str, settings: Settings) -> bool:
    """Whether the name beside a date may as well be a Chinese person's; then it is left alone."""
    return (
        2 <= len(name) <= 3
        and name[0] in settings.lexicon.lists["common_surnames"]
        and not looks_like_outlet(name, settings)
    )


def _sources(
    lines: Sequence[Line], everything: Sequence[Line], telling: Sequence[_Placed], page: PageFacts, settings: Settings
) -> Iterator[tuple[int, Evidence]]:
    for _, line in telling:
        if line.role is Role.METADATA or line.role is Role.BYLINE:
            yield from sources_in(line, settings)
    holders = list(_copyright_holders(telling, settings))
    yield from ((_MASTHEAD, item) for item in _masthead(everything, telling, holders, settings))
    yield from ((_AT_THE_END, item) for item in _at_the_end(lines, settings))
    yield from ((_OF_THE_PAGE, item) for item in page.evidence if item.field == "source" and item.value == page.source)
    yield from ((_COPYRIGHT, item) for item in holders)


def _masthead(
    everything: Sequence[Line], telling: Sequence[_Placed], holders: Sequence[Evidence], settings: Settings
) -> Iterator[Evidence]:
    """The outlet on a line of its own beside the date line."""
    cues = {
        line.number: {cue.id for cue, _ in metadata_matches(line, settings)} - {"metadata.outlet-alone"}
        for _, line in telling
        if line.role is Role.METADATA
    }
    if not cues:
        return
    is_export = any(name in _EXPORT_CUES for names in cues.values() for name in names)
    owners = [item.value.casefold() for item in holders]
    for place, line in telling:
        if not cues.get(line.number, set()) & {"metadata.day", "metadata.stamp"}:
            continue
        for neighbour in (*everything[max(0, place - 1) : place], *everything[place + 1 : place + 2]):
            name = neighbour.view.strip()
            if neighbour.role is Role.HEADLINE or cues.get(neighbour.number) or not 2 <= len(name) <= _LONGEST_MASTHEAD:
                continue
            start = len(neighbour.view) - len(neighbour.view.lstrip())
            span = start, start + len(name)
            if not any(name.casefold() in owner for owner in owners):
                alone = outlet_alone(neighbour.view, settings)
                if neighbour.role in _NO_MASTHEAD or not (alone or (is_export and name[-1] not in "。.!?")):
                    continue
                span = alone.span("source") if alone else span
            yield _evidence("source", neighbour, *span, "sources.masthead")


def _at_the_end(lines: Sequence[Line], settings: Settings) -> Iterator[Evidence]:
    """The outlet where a story ends: `（来源：某报）`, `(Outlet, 1 minute read)`, a last line that is its name."""
    upwards = (line for line in reversed(lines) if line.role is not Role.HEADLINE)
    last = list(islice(upwards, 3))
    for line in last:
        if line.view.rstrip()[-1:] not in _CLOSE:
            continue
        for pattern, cue in ((_CREDIT_AT_END, "sources.credit-at-end"), (_MINUTES_TO_READ, "sources.minutes-to-read")):
            if match := settings.lexicon.compiled(pattern).search(line.view):
                yield _evidence("source", line, match.start("source"), match.end("source"), cue)
    alone = outlet_alone(last[0].view, settings) if len(last) > 1 else None
    if alone:
        yield _evidence("source", last[0], alone.start("source"), alone.end("source"), "sources.outlet-alone")


def _copyright_holders(telling: Sequence[_Placed], settings: Settings) -> Iterator[Evidence]:
    for _, line in telling:
        if line.role is Role.METADATA or line.role is Role.FURNITURE:
            match = _EXPORT_COPYRIGHT.match(line.view, settings.lexicon)
            if match is not None:
                yield _evidence("source", line, match.start("holder"), match.end("holder"), "sources.copyright")


def _sections(
    lines: Sequence[Line], everything: Sequence[Line], telling: Sequence[_Placed], settings: Settings
) -> Iterator[Evidence]:
    headline = next((place for place, line in enumerate(everything) if line.role is Role.HEADLINE), 0)
    for place, line in telling:
        if line.role is Role.METADATA or line.role is Role.KICKER:
            for cue, match in metadata_matches(line, settings):
                if "(?P<section>" not in cue.pattern or not match["section"]:
                    continue
                # A bare word far from the headline is a menu's.
                if cue.id != "metadata.section-alone" or -3 <= place - headline <= 2:
                    yield _evidence("section", line, match.start("section"), match.end("section"), cue.id)
    for line in lines[:4]:
        opens = "【" in line.view or "[" in line.view
        if opens and (column := settings.lexicon.compiled(_COLUMN).match(line.view)):
            yield _evidence("section", line, column.start("section"), column.end("section"), "sources.column")


def _evidence(field: str, line: Line, start: int, end: int, cue: str) -> Evidence:
    """The slice as evidence for the name in it, without the marks around the name."""
    raw = line.text[start:end]
    return Evidence(field, raw.strip(' 《》“”"\u3000'), raw, line.number, start + 1, cue)
