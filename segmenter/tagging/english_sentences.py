"""Read English sentences that say who helped: `(Reporting by …; editing by …)`, `… contributed to this report.`"""

from __future__ import annotations

from collections.abc import Mapping

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.cues.fragments import LATIN_NAME
from segmenter.tagging.credits import NOTHING, Credit, Piece
from segmenter.tagging.english_credits import Reading, add_people, chunks_of, is_outlet
from segmenter.tagging.names import is_latin_name

_GROUPS = frozenset({"works", "contacts", "reported", "sentences"})
_ROLES = (
    ("edit", "editor"),
    ("transl", "translator"),
    ("photo", "photographer"),
    ("pict", "photographer"),
    ("text", "writer"),
    ("words", "writer"),
    ("written", "writer"),
)
"""How a word for the work begins, and the role that it gives; any other gives a reporter."""
_WORK_BY = r"""(?:(?:additional|further|with|other)\ )*(?P<work>\p{L}+)(?:\ and\ (?P<other>\p{L}+))?(?:\ from\ 
    (?:the\ )?\p{L}+)?
    (?:\ was\ contributed)?(?:\ by\ |:\ )"""
_PERSON = rf"{LATIN_NAME}(?P<placed>\ (?:in|from)\ \p{{Lu}})?"
_PLACE = r"\ (?:in|from)\ \p{Lu}[\p{L}.]*(?:\ \p{Lu}[\p{L}.]*)*"
_CONTACT = r"the\ (?P<worker>reporter|writer|editor)s?\ [^:]{3,40}:\s*(?P<who>\p{Lu}.*?)(?=\ at\ |;|$)"
_CONTRIBUTED = r"(?P<who>(?:(?!\ contributed\ ).){3,220}?)\ contributed\ (?P<what>[^.]{3,100})(?:\.\s*|$)"
_WORKER = r"""(?:(?P<outlet>(?!(?i:staff|special|news|correspondent)\b)(?:The\ )?\p{Lu}[\p{L}'’.-]*
    (?:\ \p{Lu}[\p{L}'’.-]*){0,3})\ )?(?i:(?:staff|special|news)\ )?
(?i:writers?|reporters?|correspondents?|researchers?)\ """


def read_english_sentences(text: str, groups: Mapping[str, Piece], end: int, settings: Settings) -> Credit:
    """Read a cue's groups `works`, `contacts`, `reported` and `sentences`; an empty credit where it has none.

    `end` is where the cue's match ends.
    """
    if _GROUPS.isdisjoint(groups):
        return NOTHING
    reading = Reading()
    if works := groups.get("works"):
        _read_works(reading, text, *works, settings)
    if contacts := groups.get("contacts"):
        for contact in patterns.finditer(_CONTACT, text[:end], pos=contacts.start):
            role = "editor" if contact["worker"] == "editor" else "reporter"
            _read_placed(reading, text, *contact.span("who"), role, settings)
    if reported := groups.get("reported"):
        _read_reported(reading, text, *reported, settings)
    if sentences := groups.get("sentences"):
        _read_contributors(reading, text, *sentences, settings)
    return Credit(tuple(reading.people), reading.agency)


def _read_works(reading: Reading, text: str, start: int, end: int, settings: Settings) -> None:
    """Read `Reporting by A in Paris and B; writing by C; editing by D`, or names with places alone."""
    works = list(patterns.finditer(_WORK_BY, text[:end], regex.VERBOSE | regex.IGNORECASE, pos=start))
    if not works:
        _read_placed(reading, text, start, end, "reporter", settings)
    for number, work in enumerate(works):
        stop = works[number + 1].start() if number + 1 < len(works) else end
        roles = {_role_of(word.casefold()) for word in (work["work"], work["other"]) if word}
        if roles == {"writer", "photographer"} or len(roles) == 1:
            for role in sorted(roles, reverse=True):
                _read_placed(reading, text, work.end(), stop, role, settings)
        else:
            _read_placed(reading, text, work.end(), stop, "reporter", settings)


def _role_of(work: str) -> str:
    return next((role for start, role in _ROLES if work.startswith(start)), "reporter")


def _read_placed(reading: Reading, text: str, start: int, end: int, role: str, settings: Settings) -> None:
    """Read a row of names, of which each may have its place: `A in Paris, B and C in New York`."""
    position = start
    while person := patterns.compiled(_PERSON, regex.VERBOSE).search(text, position, end):
        name_end = person.start("placed") if person["placed"] else person.end()
        if is_latin_name(text[person.start() : name_end], settings.lexicon, False):
            add_people(reading, text, person.start(), name_end, role, settings)
        place = patterns.compiled(_PLACE, regex.VERBOSE).match(text, name_end, end)
        position = place.end() if place else person.end()


def _read_reported(reading: Reading, text: str, start: int, end: int, settings: Settings) -> None:
    """Read `A reported from Paris, and B from London. C contributed reporting.`"""
    for found in patterns.finditer(rf"{LATIN_NAME}(?=\ (?:reported\ )?from\ )", text[start:end], regex.VERBOSE):
        add_people(reading, text, start + found.start(), start + found.end(), "reporter", settings)
    for sentence in patterns.finditer(r"(?<=\.\s)[^.]+ contributed .*$", text[start:end]):
        _read_contributors(reading, text, start + sentence.start(), end, settings)


def _read_contributors(reading: Reading, text: str, start: int, end: int, settings: Settings) -> None:
    """Read `A, B and C contributed to this report. D contributed research.`"""
    for sentence in patterns.finditer(_CONTRIBUTED, text[start:end], regex.VERBOSE):
        first, last = start + sentence.start("who"), start + sentence.end("who")
        if more := patterns.search(r",\ and\ (?=\p{Lu})", sentence["what"]):
            behind = start + sentence.start("what") + more.end()
            _read_placed(reading, text, behind, start + sentence.end("what"), "reporter", settings)
        worker = patterns.match(_WORKER, text[first:last], regex.VERBOSE)
        if worker:
            if worker["outlet"] and reading.agency is None:
                reading.agency = Piece(first + worker.start("outlet"), first + worker.end("outlet"))
            first += worker.end()
        home = patterns.search(r"\ from\ (?P<outlet>\p{Lu}[\p{L}\p{M}'’ ]+)$", text[first:last])
        if home:
            reading.agency = reading.agency or Piece(first + home.start("outlet"), first + home.end("outlet"))
            last = first + home.start()
        for chunk_start, chunk_end, _ in chunks_of(text, first, last):
            worker = patterns.match(_WORKER, text[chunk_start:chunk_end], regex.VERBOSE)
            chunk_start += worker.end() if worker else 0
            name = patterns.sub(r"\ (?:in|from|of|at)\ .*$", "", text[chunk_start:chunk_end])
            if name in settings.agencies or is_outlet(name, settings):
                reading.agency = reading.agency or Piece(chunk_start, chunk_start + len(name))
            elif is_latin_name(name, settings.lexicon, False):
                add_people(reading, text, chunk_start, chunk_start + len(name), "reporter", settings)
