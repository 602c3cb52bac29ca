"""Decide on which day a story was filed and on which it came out, with every witness named.

The rule for `published`, in order: the story's own date line; the page's stamp or folio, unless the dateline's day
lies more than `FAR` days away from it; the dateline's day; an address beside the story; else nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from segmenter.model import Evidence, PageFacts
from segmenter.reading.folding import fold
from segmenter.tagging.date_inference import Resolved, days_apart, resolve
from segmenter.tagging.datelines import DatelineReading
from segmenter.tagging.dates import read_credit_code, read_day
from segmenter.tagging.witnesses import StatedDates, Witness

FAR = 14
"""Days between a dateline and the page's stamp from which on the stamp tells of another printing."""


class Told(NamedTuple):
    """A date told in full."""

    value: str
    """ISO 8601."""
    evidence: Evidence
    """Its field is `published`; its cue begins with the rule that trusts it."""
    inferred: str | None = None
    """What of it was not printed: `year`, `month`, `day` or `order`."""
    supplied_by: Evidence | None = None
    """What told it."""


class Days(NamedTuple):
    """When a story was filed and when it came out."""

    filed: str | None = None
    """The dateline's day."""
    published: str | None = None
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()


def read_days(stated: StatedDates, page: PageFacts, dateline: DatelineReading) -> Days:
    """Both days of a story, from its own dates, its page's and its dateline."""
    page_told = list(_page_told(page))
    own = list(_told(stated.own, "published.own-line", [*page_told, *_years(page)], stated))
    addresses = list(_told(stated.addresses, "published.address", [], StatedDates()))
    references = [*own, *page_told, *addresses, *_years(page)]
    filed, filed_evidence, warnings = _filed(dateline, stated, own, references)
    unread = [
        f"published: {witness.raw} can be read in two ways"
        for witness in stated.own
        if witness.reading.either_order and all(told.evidence.line != witness.line.number for told in own)
    ]
    published, evidence = _published(own, page_told, filed, addresses)
    return Days(
        filed.value if filed else None,
        published.value if published else None,
        (*evidence, *filed_evidence),
        (*_inference_warning(published), *unread, *warnings),
    )


def _told(witnesses: Sequence[Witness], rule: str, references: Sequence[Told], stated: StatedDates) -> Iterator[Told]:
    for witness in witnesses:
        resolved = resolve(witness.reading, [reference.value for reference in references], stated.day_first)
        if resolved:
            evidence = witness.evidence("published", resolved.value, rule, resolved.inferred is not None)
            supplied_by = _supplied_by("published", resolved, references, stated.order)
            yield Told(resolved.value, evidence, resolved.inferred, supplied_by)


def _supplied_by(field: str, resolved: Resolved, references: Sequence[Told], order: Evidence | None) -> Evidence | None:
    """The date from which the field has what is not printed in it, as evidence for that part of it."""
    if resolved.inferred is None:
        return None
    part = resolved.inferred
    if resolved.witness is None:
        return order._replace(field=f"{field}.{part}", inferred=True) if order else None
    reference = references[resolved.witness].evidence
    cue = f"dates.nearest-not-after/{reference.cue.rpartition('/')[2]}"
    return reference._replace(field=f"{field}.{part}", value=_part(resolved.value[:10], part), cue=cue, inferred=True)


def _page_told(page: PageFacts) -> Iterator[Told]:
    if page.published:
        # The hour at which a page was made is not the story's.
        day = page.published[:10]
        found = next((item for item in page.evidence if item.field == "published"), None)
        if found:
            yield Told(day, found._replace(value=day, cue=f"published.page/{found.cue}"))


def _years(page: PageFacts) -> Iterator[Told]:
    if page.years:
        year = str(max(page.years))
        found = next((item for item in page.evidence if item.field == "year" and item.value == year), None)
        if found:
            yield Told(year, found)


def _filed(
    dateline: DatelineReading,
    stated: StatedDates,
    own: Sequence[Told],
    references: Sequence[Told],
) -> tuple[Told | None, tuple[Evidence, ...], tuple[str, ...]]:
    """The dateline's day, or else the day printed with a credit."""
    day = dateline.day
    if day is None:
        credited = {(witness.line.number, witness.reading.start + 1) for witness in stated.own if witness.credited}
        for told in own:
            if (told.evidence.line, told.evidence.column) in credited:
                told = _as_filed(told.value, told.evidence, told.inferred)
                return told, (told.evidence._replace(field="dateline.date"),), ()
        return None, (), ()
    reading = read_day(fold(day.text), stated.traditional) or read_credit_code(fold(day.text))
    if reading is None:
        return None, (), ()
    resolved = resolve(reading, [reference.value for reference in references], stated.day_first)
    if resolved is None:
        missing = "year" if reading.month else "month"
        return None, (), (f"dateline: no date states the {missing} of {day.text}",)
    rule = "dates.day-that-follows" if dateline.day_follows else "dates.dateline"
    printed = Evidence("published", "", day.text, day.line, day.column, rule)
    told = _as_filed(resolved.value, printed, resolved.inferred)
    supplied_by = _supplied_by("dateline", resolved, references, stated.order)
    evidence = (told.evidence._replace(field="dateline.date"), *([supplied_by] if supplied_by else []))
    return told, evidence, ()


def _as_filed(value: str, evidence: Evidence, inferred: str | None) -> Told:
    cue = f"published.dateline/{evidence.cue.rpartition('/')[2]}"
    day = value[:10]
    return Told(day, evidence._replace(value=day, cue=cue, inferred=inferred is not None), inferred)


def _part(day: str, part: str) -> str:
    return {"year": day[:4], "month": day[:7]}.get(part, day)


def _published(
    own: Sequence[Told], page: Sequence[Told], filed: Told | None, addresses: Sequence[Told]
) -> tuple[Told | None, tuple[Evidence, ...]]:
    """The date that the rule chooses; the evidence names it first, then each that says another day."""
    far = [told for told in page if filed and days_apart(told.value, filed.value) > FAR]
    near = [told for told in page if told not in far]
    ordered = [*own, *near, *([filed] if filed else []), *addresses, *far]
    if not ordered:
        return None, ()
    chosen = ordered[0]
    others = (told.evidence for told in ordered[1:] if told.value[:10] != chosen.value[:10])
    return chosen, (chosen.evidence, *others, *([chosen.supplied_by] if chosen.supplied_by else []))


def _inference_warning(published: Told | None) -> Iterator[str]:
    if published and published.inferred:
        what = "order of day and month" if published.inferred == "order" else published.inferred
        yield f"published: {what} inferred"
