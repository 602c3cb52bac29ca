"""The report of a run: one HTML page that shows each dump with its stories and where their fields were read.

The page needs nothing else and loads nothing. Dumps with warnings come first, then those that are least sure.

A dump's part of the page is made where the dump is worked on. The page is put together at the end, when the totals are
known; until then the parts lie in a temporary file, so that a run of any size can have a report.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from segmenter.wording import counted

if TYPE_CHECKING:
    from segmenter.model import Document, Evidence, Line, Story
    from segmenter.running.local import Outcome

SHOWN: Final = 2000
"""Characters of a line that are shown; what is longer is cut with a mark."""
BARS: Final = 60
"""Columns of the plot by day; more days are drawn by month or year."""
ROWS: Final = 12
"""Sources in the plot; the rest is one row."""
HUES: Final = 6
"""Colours that stories take in turn."""

MARK: Final = b"<title>segmenter report</title>"

_FIELDS: Final = ("kicker", "headline", "deck", "byline", "dateline", "published", "source", "section", "language")


class Part(NamedTuple):
    """A dump's part of the page, and what the totals are made of."""

    html: str
    warnings: int
    """Stories with a warning."""
    confidence: float
    """The least of its stories'; 1 where there are none."""
    days: tuple[str | None, ...]
    """Of each story, `published` as far as the day."""
    sources: tuple[str | None, ...]
    lines: int
    furniture: int
    """Lines of it that are furniture."""


def part(file: str, document: Document) -> Part:
    """The part of one dump. `file` is its path as it was given."""
    stories = document.stories
    lines = document.lines
    warned = sum(bool(story.warnings) for story in stories)
    told = {number: story for story in stories for number in range(story.lines[0], story.lines[1] + 1)}
    furniture = sum(line.number not in told for line in lines)
    read: dict[int, set[Evidence]] = {}
    for story in stories:
        for item in story.evidence:
            read.setdefault(item.line, set()).add(item)
    blocks = []
    for told_in, group in groupby(lines, key=lambda line: told.get(line.number)):
        html = "".join(_line(line, read.get(line.number, ())) for line in group)
        if told_in is None:
            blocks.append(f'<div class="furniture">{html}</div>')
        else:
            blocks.append(_story(told_in, html, document.held_back.get(told_in.ordinal)))
    facts = [counted(len(stories), "story", "stories"), counted(len(lines), "line")]
    if warned:
        facts.append(f"{warned} with warnings")
    notes = "".join(f'<p class="warning">{escape(note)}</p>' for note in document.warnings)
    html = (
        f'<section class="dump{" warned" if warned else ""}"><h2>{escape(_printable(file))}</h2>'
        f'<p class="facts">{escape(", ".join(facts))}</p>{notes}{"".join(blocks)}</section>\n'
    )
    confidence = min((story.confidence for story in stories), default=1.0)
    days = tuple(story.published and story.published[:10] for story in stories)
    return Part(html, warned, confidence, days, tuple(story.source for story in stories), len(lines), furniture)


def _story(story: Story, source: str, held_back: str | None) -> str:
    hue = (story.ordinal - 1) % HUES
    warned = " warned" if story.warnings else ""
    return (
        f'<article class="story hue{hue}{warned}"><div class="source" lang="{story.language}">{source}</div>'
        f'<div class="card">{_card(story, held_back)}</div></article>'
    )


def _line(line: Line, evidence: Iterable[Evidence]) -> str:
    text = line.text[:SHOWN]
    pieces = []
    at = 0
    for item in sorted(evidence, key=lambda item: (item.column, -len(item.raw), item.field, item.value)):
        start = item.column - 1
        end = start + len(item.raw)
        if start < at or end > len(text):
            continue
        name = item.field.partition(".")[0]
        pieces.append(escape(text[at:start]))
        pieces.append(
            f'<mark data-field="{escape(name)}" title="{escape(f"{item.field}: {item.value}")}">'
            f"{escape(text[start:end])}</mark>"
        )
        at = end
    pieces.append(escape(text[at:]) + ("…" if len(line.text) > SHOWN else ""))
    name = line.role.name.lower()
    return (
        f'<div class="line {name}"><span class="number">{line.number}</span>'
        f'<abbr title="{name}">{escape(line.role.value)}</abbr><span class="text">{"".join(pieces)}</span></div>'
    )


def _card(story: Story, held_back: str | None) -> str:
    rows = []
    values = {
        "kicker": story.kicker,
        "headline": story.headline,
        "deck": story.deck,
        "byline": "; ".join(f"{person.name} ({person.role})" for person in story.byline),
        "dateline": story.dateline.raw,
        "published": story.published,
        "source": story.source,
        "section": story.section,
        "language": story.language,
    }
    for name in _FIELDS:
        if values[name]:
            read = [item for item in story.evidence if item.field.partition(".")[0] == name]
            places = [f"{item.line}:{item.column}" for item in read]
            if name == "headline":
                places = [str(story.headline_line)]
            where = ", ".join(dict.fromkeys(places))
            note = " inferred" if any(item.inferred for item in read) else ""
            rows.append(
                f'<div class="row" data-field="{name}" tabindex="0"><dt>{name}</dt>'
                f'<dd>{escape(str(values[name]))}<span class="where">{where}{note}</span></dd></div>'
            )
    warnings = "".join(f'<p class="warning">{escape(text)}</p>' for text in story.warnings)
    if held_back:
        warnings += f'<p class="warning">held back: {escape(held_back)}</p>'
    percent = round(story.confidence * 100)
    return (
        f'<div class="sticky">{warnings}<dl>{"".join(rows)}</dl>'
        f'<div class="sure" title="how likely the boundaries are right: {story.confidence}">'
        f'<meter min="0" max="100" low="70" high="90" optimum="100" value="{percent}" '
        f'aria-label="confidence"></meter> {percent} %</div></div>'
    )


def is_report(present: bytes) -> bool:
    """True if a file's first bytes are a report written here, or nothing."""
    return not present or MARK in present


class Report:
    """Collects the parts of a run, and writes the page."""

    def __init__(self) -> None:
        self._parts: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the report
        self._index: list[tuple[bool, float, int, int, int]] = []
        self._days: Counter[str | None] = Counter()
        self._sources: Counter[str | None] = Counter()
        self._failures: list[tuple[str, str]] = []
        self._warned = self._lines = self._furniture = 0

    def add(self, outcome: Outcome) -> None:
        """Take up what became of one more dump."""
        part = getattr(outcome, "part", None)
        if part is None:
            self._failures.append((outcome.file, getattr(outcome, "reason", "")))
            return
        data = part.html.encode(errors="replace")
        place = self._parts.tell()
        self._index.append((not part.warnings, part.confidence, len(self._index), place, len(data)))
        self._parts.write(data)
        self._days.update(part.days)
        self._sources.update(part.sources)
        self._warned += part.warnings
        self._lines += part.lines
        self._furniture += part.furniture

    def write(self, file: IO[bytes]) -> None:
        """The whole page: failures and totals, then the dumps, those with warnings and the least sure ones first."""
        head, tail = Path(__file__).with_name("report.html").read_text(encoding="utf-8").split("<!-- report -->")
        file.write((head + self._summary()).encode(errors="replace"))
        for _, _, _, place, length in sorted(self._index):
            self._parts.seek(place)
            file.write(self._parts.read(length))
        file.write(tail.encode())

    def _summary(self) -> str:
        stories = sum(self._days.values())
        share = f"{self._furniture / self._lines:.0%}" if self._lines else "–"
        tiles = (
            (f"{len(self._index):,}", "dumps"),
            (f"{stories:,}", "stories"),
            (f"{self._warned:,}", "with warnings"),
            (f"{len(self._failures):,}", "failed"),
            (share, "of the lines are furniture"),
        )
        failures = "".join(
            f"<li><code>{escape(_printable(file))}</code> {escape(reason)}</li>" for file, reason in self._failures
        )
        return (
            f'<div class="tiles">{"".join(f"<div><b>{number}</b>{name}</div>" for number, name in tiles)}</div>'
            + (f'<section class="failures"><h2>Failed</h2><ul>{failures}</ul></section>' if failures else "")
            + f'<div class="plots">{_days_plot(self._days)}{_sources_plot(self._sources)}</div>'
        )


def _days_plot(days: Counter[str | None]) -> str:
    """Columns: stories a day, or a month or a year where there are many days."""
    unit, dated = next(
        ((unit, dated) for unit, length in (("day", 10), ("month", 7)) if len(dated := _by(length, days)) <= BARS),
        ("year", _by(4, days)),
    )
    columns = sorted(dated.items())[-BARS:]
    width, height, most = 600, 120, max(dated.values(), default=1)
    step = width / max(len(columns), 1)
    bars = "".join(
        f'<rect x="{index * step + min(2, step * 0.1):.1f}" y="{height - count / most * height:.1f}" '
        f'width="{min(step * 0.8, 60):.1f}" height="{count / most * height:.1f}" rx="1.5">'
        f"<title>{escape(day)}: {count}</title></rect>"
        for index, (day, count) in enumerate(columns)
    )
    ends = f"<span>{escape(columns[0][0])}</span><span>{escape(columns[-1][0])}</span>" if columns else ""
    undated = f" · {days[None]} undated" if days[None] else ""
    return (
        f"<figure><figcaption>Stories a {unit} · most {most if columns else 0}{undated}</figcaption>"
        f'<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" '
        f'aria-label="Stories a {unit}">{bars}</svg>'
        f'<div class="ends">{ends}</div></figure>'
    )


def _by(length: int, days: Counter[str | None]) -> Counter[str]:
    """Stories by the beginning of their day, of so many characters."""
    dated: Counter[str] = Counter()
    for day, count in days.items():
        if day:
            dated[day[:length]] += count
    return dated


def _sources_plot(sources: Counter[str | None]) -> str:
    """Rows: stories of the most frequent sources, and of all others together."""
    rows = [(name or "no source named", count) for name, count in _ranked(sources)]
    if len(rows) > ROWS:
        rows = [*rows[:ROWS], (f"{len(rows) - ROWS} others", sum(count for _, count in rows[ROWS:]))]
    most = max((count for _, count in rows), default=1)
    bars = "".join(
        f'<div class="bar"><span>{escape(name)}</span><i style="width:{count / most:.1%}"></i><b>{count}</b></div>'
        for name, count in rows
    )
    return f"<figure><figcaption>Stories by source</figcaption>{bars}</figure>"


def _ranked(sources: Counter[str | None]) -> Iterator[tuple[str | None, int]]:
    yield from sorted(sources.items(), key=lambda item: (-item[1], item[0] or ""))


def _printable(file: str) -> str:
    return file.encode(errors="surrogateescape").decode(errors="replace")
