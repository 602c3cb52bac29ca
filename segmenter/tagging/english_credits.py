"""Read an English credit, as `By JANE HILL and Bob Lake, Port Alder Post`, into people with roles and an outlet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

import regex

from segmenter import patterns
from segmenter.config import Settings
from segmenter.tagging.credits import NOTHING, Credit, Credited, Piece
from segmenter.tagging.names import NO_NAME_WORDS, is_latin_name, write_latin_name

_OUTLET_NOUNS = frozenset(
    "Post Times Herald News Press Journal Tribune Globe Star Agency Service Colonist Gazette Mail Telegraph Guardian"
    " Independent Sun Mirror Chronicle Examiner Observer Standard Review Courier Register Record Monitor Pioneer"
    " Mercury Bee Dispatch Inquirer Leader Citizen Province Network Magazine Radio Television Today Bulletin Daily"
    " Newspaper Newspapers Reuter Reuters".split()
)
_OUTLET_WORDS = rf"\b(?:{'|'.join(sorted(_OUTLET_NOUNS))}|Journal-\p{{L}}+)\b"
_TITLE_NOUNS = frozenset(
    "staff writer writers correspondent correspondents reporter reporters editor editors columnist columnists critic"
    " critics bureau special board chief desk photographer photographers".split()
)
_TITLE_WORDS = rf"\b(?i:{'|'.join(sorted(_TITLE_NOUNS))}|foreign\ service)\b"
_DEGREES = r"(?i:ph\.?\ ?d\.?|m\.?d\.?|j\.?d\.?|m\.?a\.?|esq\.?|r\.?n\.?|jr\.?|sr\.?)"
_LONGEST_DEGREE = 6
_SEPARATOR = r"\s*(?:;|\||,?\s+(?i:and)\s+|&|/|,)\s*(?:(?i:and)\s+)?"
_HELPED = r"(?i:with\ (?:files|a\ report|reports|reporting|additional\ reporting)\ (?:from|by)\ )"
_SPECIAL = r"(?i:special\ to\ )(?:the\ )?"
_STAFF = r"""(?:\s+(?i:staff|foreign|special|news))?\s+(?i:writers?|correspondents?|reporters?|foreign\ service
    |photographers?|bureau|staff)\.?$"""
_TITLED = r"""(?P<name>.+?)\s+(?i:(?:staff|special|senior|political|sports|business)\ )?(?i:staff|writer
    |correspondent|reporter|editor|columnist)$"""
_SPEECH = r"\b(?:reported|contributed|wrote|filed)\b"
_OF_OUTLET = r""".{0,40}?(?i:writers?|reporters?|correspondents?|editors?|columnists?)\s(?:of|for|at|with)\s
    (?:the\s)?(?P<outlet>\p{Lu}.+)"""
_OUTLET_NAME = r"(?:The\ )?\p{Lu}\S*(?:\ (?:of|and|the)\b|\ [\p{Lu}(&]\S*)*"
_HONORIFICS = frozenset("dr mr mrs ms prof professor sir dame sen rep gov rev".split())
_HONORIFIC = rf"(?i:{'|'.join(sorted(_HONORIFICS))})\.?\s+(?=\p{{Lu}})"
_LEADING = rf"\s*(?:(?:By|BY|by|From|from)\s+|{_HELPED}|[-—–]{{1,3}}|\()*\s*"
_HELPED_OR_SPECIAL = rf"\s*(?:{_HELPED}|{_SPECIAL})"
_SAYS_MORE = _TITLE_NOUNS | _HONORIFICS | NO_NAME_WORDS | {"service", "by", "ph"}
"""Words in small letters that make a row of capitalised words something else than a name, or more than one."""
_FAMILY_NAME = r"(?:(?:de|van|von|Mac|O')\s?)?[\p{L}'’-]{2,}"
_IN_PLACE = r"(?P<name>\S.*?)\s+in\s+(?P<place>\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,2})"
_ROLE_BY_VERB = {"edited": "editor", "translated": "translator", "written": "writer"}
_LONGEST_AGENCY = 46
_LONE_AGENCY = r"-{0,3}\s?\(?(?P<name>[^()]{2,40})\)?"
_LONGEST_NAMES = 201
_LIST_OF_NAMES = r"[—–]?[\p{Latin}\p{M}'’.,;&| -]{5,200}"
_FRAME = rf",\ (?:{_HELPED}|{_SPECIAL}|Ph\.D)"
"""What says of a line of names that they are credited."""
_PLAIN_GROUPS = ("reporter", "editor", "photographer", "translator")
_GROUPS = frozenset(
    {"names", "rest", "signed", "special", "agency", "agency_before", "place", "region", "day", *_PLAIN_GROUPS}
)


@dataclass(slots=True)
class Reading:
    """What a list of names holds."""

    people: list[Credited] = field(default_factory=list)
    agency: Piece | None = None
    place: Piece | None = None
    strange: bool = False
    """Something is neither name nor outlet nor title."""


def read_english_credit(text: str, view: str, groups: Mapping[str, Piece], settings: Settings) -> Credit:
    """Read a cue's groups: `names` with `by` and `rest`, those named after a role, `signed`, `agency`, `place`."""
    if _GROUPS.isdisjoint(groups):
        return NOTHING
    special = _piece(view, groups, "special")
    reading = Reading(agency=special or _piece(view, groups, "agency") or _piece(view, groups, "agency_before"))
    if names := groups.get("names"):
        by = groups.get("by")
        verb = view[by.start : by.end].casefold().split(" ")[0] if by else ""
        role = "correspondent" if special else _ROLE_BY_VERB.get(verb, "reporter")
        _read_list(reading, text, *names, role, settings)
    if rest := groups.get("rest"):
        _read_rest(reading, text, *rest, settings)
    for role in _PLAIN_GROUPS:
        if role in groups:
            _read_list(reading, text, *groups[role], role, settings)
    if signed := _piece(view, groups, "signed"):
        _read_signature(reading, text, signed, settings)
    return Credit(
        tuple(reading.people),
        reading.agency,
        _piece(view, groups, "place") or reading.place,
        _piece(view, groups, "region"),
        _piece(view, groups, "day"),
    )


def _read_signature(reading: Reading, text: str, signed: Piece, settings: Settings) -> None:
    """Read what stands before a title that fills its line, `ANN HILL Diplomatic Correspondent`: person or outlet."""
    printed = text[signed.start : signed.end]
    if is_latin_name(printed, settings.lexicon, True) and not is_outlet(printed, settings):
        add_people(reading, text, signed.start, signed.end, "reporter", settings)
    else:
        reading.agency = reading.agency or signed


def read_bare_names(text: str, settings: Settings, framed: Callable[[], bool]) -> Credit:
    """Read a line that holds names, or one agency, and nothing else.

    `framed` says whether its place in an export makes it a byline; else each first name must be one of the table. It is
    asked only where the line may hold names.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST_NAMES:
        return NOTHING
    start = len(text) - len(text.lstrip())
    agency = patterns.fullmatch(_LONE_AGENCY, stripped) if len(stripped) <= _LONGEST_AGENCY else None
    if agency and agency["name"] in settings.agencies:
        return Credit(agency=Piece(start + agency.start("name"), start + agency.end("name")), end=len(text))
    if not patterns.fullmatch(_LIST_OF_NAMES, stripped):
        return NOTHING
    known_given = patterns.search(_FRAME, stripped, regex.VERBOSE) is None and not framed()
    reading = Reading()
    _read_list(reading, text, start, start + len(stripped), "reporter", settings, known_given=known_given, alone=True)
    if reading.strange or not reading.people:
        return NOTHING
    return Credit(tuple(reading.people), reading.agency, end=len(text))


def _read_list(
    reading: Reading,
    text: str,
    start: int,
    end: int,
    role: str,
    settings: Settings,
    *,
    known_given: bool = False,
    alone: bool = False,
) -> None:
    """Add the people and the outlet of a list: `A and B, Port Alder Post Staff Writers`, `Hill, Maria; Stone, Ann`.

    `known_given` asks for first names of the table. `alone`: nothing counts once something else stands among them.
    """
    if _is_plain_name(text[start:end], settings, known_given):
        reading.people.append(Credited(Piece(start, end), write_latin_name(text[start:end], settings.lexicon), (role,)))
        return
    chunks = chunks_of(text, start, end)
    here, opens = next(chunks, None), True
    while here is not None and not (alone and reading.strange):
        first, last, _ = here
        chunk = text[first:last]
        after = next(chunks, None)
        if special := patterns.match(_SPECIAL, chunk, regex.VERBOSE):
            reading.people = [Credited(person.piece, person.name, ("correspondent",)) for person in reading.people]
            reading.agency = reading.agency or Piece(first + special.end(), last)
        elif len(chunk) <= _LONGEST_DEGREE and patterns.fullmatch(_DEGREES, chunk, regex.VERBOSE):
            pass
        elif glued := _glued_outlet(chunk, settings):
            add_people(reading, text, first, first + glued, role, settings)
            reading.agency = reading.agency or _outlet(text, first + glued + 1, last)
        elif is_outlet(chunk, settings) and not (opens and _known_given(chunk, settings)):
            reading.agency = reading.agency or _outlet(text, first, last)
        elif place := patterns.fullmatch(_IN_PLACE, chunk, regex.VERBOSE):
            if is_latin_name(place["name"], settings.lexicon, known_given):
                add_people(reading, text, first, first + place.end("name"), role, settings)
                reading.place = reading.place or Piece(first + place.start("place"), first + place.end("place"))
            else:
                reading.strange = True
        elif patterns.search(_TITLE_WORDS, chunk, regex.VERBOSE):
            reading.agency = reading.agency or _agency_before_title(chunk, first, settings)
            titled = patterns.fullmatch(_TITLED, chunk, regex.VERBOSE)
            if titled and opens and is_latin_name(titled["name"], settings.lexicon, known_given):
                add_people(reading, text, first, first + titled.end("name"), role, settings)
        elif is_latin_name(chunk, settings.lexicon, known_given):
            add_people(reading, text, first, last, role, settings)
        elif (
            after is not None
            and after[2] == ","
            and patterns.fullmatch(_FAMILY_NAME, chunk)
            and _is_given(text[after[0] : after[1]], settings, known_given)
        ):
            whole = f"{text[after[0] : after[1]]} {chunk}"
            reading.people.append(Credited(Piece(first, after[1]), write_latin_name(whole, settings.lexicon), (role,)))
            after = next(chunks, None)
        else:
            reading.strange = True
        here, opens = after, False


def _is_plain_name(text: str, settings: Settings, known_given: bool) -> bool:
    """Whether the text is surely one name and nothing else, as most bylines are: two or three capitalised words."""
    words = text.split(" ")
    return (
        2 <= len(words) <= 3
        and text.isascii()
        and all(word.isalpha() and word[0].isupper() for word in words)
        and _OUTLET_NOUNS.isdisjoint(words)
        and _SAYS_MORE.isdisjoint(text.casefold().split(" "))
        and settings.agencies.keys().isdisjoint((text, words[-1]))
        and (not known_given or _known_given(text, settings))
    )


def chunks_of(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The parts between separators, each with the first character of the separator before it."""
    position, mark = start, ""
    for separator in chain(patterns.finditer(_SEPARATOR, text[start:end], regex.VERBOSE), (None,)):
        stop = start + separator.start() if separator else end
        head = patterns.match(_LEADING, text[position:stop], regex.VERBOSE)
        first = position + (head.end() if head else 0)
        if title := patterns.match(_HONORIFIC, text[first:stop]):
            first += title.end()
        last = first + len(text[first:stop].rstrip(" )"))
        if text[first:last].endswith(".") and not patterns.search(
            r"(?:\b\p{Lu}|\b(?:Jr|Sr|Ph\.D|M\.D))\.$", text[first:last]
        ):
            last -= 1
        if last > first:
            yield first, last, mark
        if separator:
            position, mark = start + separator.end(), separator[0].strip()[:1]


def add_people(reading: Reading, text: str, first: int, last: int, role: str, settings: Settings) -> None:
    """Add one person, or two whose names stand side by side: `LAUREN HILL GRACE STONE`."""
    words = list(patterns.finditer(r"\S+", text[first:last]))
    spans = [(first, last)]
    if len(words) == 4 and all(_known_given(words[number][0], settings) for number in (0, 2)):
        spans = [(first, first + words[1].end()), (first + words[2].start(), last)]
    for start, end in spans:
        name = write_latin_name(text[start:end], settings.lexicon)
        reading.people.append(Credited(Piece(start, end), name, (role,)))


def _agency_before_title(chunk: str, first: int, settings: Settings) -> Piece | None:
    """The known agency that opens a title, as in `AP Business Writer`."""
    ends = [space.start() for space in patterns.finditer(r"\s", chunk)]
    known = next((end for end in reversed(ends) if chunk[:end] in settings.agencies), None)
    return Piece(first, first + known) if known else None


def _known_given(name: str, settings: Settings) -> bool:
    return name.split(" ")[0].casefold() in settings.lexicon.lists["given_names"]


def _is_given(text: str, settings: Settings, known_given: bool) -> bool:
    """Whether the text behind `Hill,` is a first name, with a second one or an initial."""
    return patterns.fullmatch(r"\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*)?", text) is not None and (
        not known_given or _known_given(text, settings)
    )


def is_outlet(chunk: str, settings: Settings) -> bool:
    return chunk in settings.agencies or bool(patterns.search(_OUTLET_WORDS, chunk, regex.VERBOSE))


def _glued_outlet(chunk: str, settings: Settings) -> int:
    """Length of the name in `Ann Hill Port Alder Agency`, where an outlet follows without a mark; 0 where none does."""
    if not _known_given(chunk, settings):
        return 0
    ends = [space.start() for space in patterns.finditer(r"\s", chunk)]
    known = (
        end
        for end in ends[1:4]
        if chunk[end + 1 :] in settings.agencies and is_latin_name(chunk[:end], settings.lexicon, False)
    )
    if len(ends) >= 2 and not patterns.fullmatch(_OUTLET_NAME, chunk[ends[1] + 1 :]):
        return 0
    titled = patterns.sub(_STAFF, "", chunk, flags=regex.VERBOSE)
    if titled != chunk and (glued := _glued_outlet(titled, settings)):
        return glued
    shaped = ends[1] if len(ends) >= 3 and patterns.search(_OUTLET_WORDS, chunk, regex.VERBOSE) else 0
    return next(known, shaped)


def _outlet(text: str, first: int, last: int) -> Piece | None:
    """The outlet without the staff title behind it; None where nothing but the title is there."""
    if len(text[first:last].split()) == 1:
        return Piece(first, last)
    if of_outlet := patterns.fullmatch(_OF_OUTLET, text[first:last], regex.VERBOSE):
        return Piece(first + of_outlet.start("outlet"), first + of_outlet.end("outlet"))
    named = patterns.sub(_STAFF, "", text[first:last], flags=regex.VERBOSE)
    return (
        Piece(first, first + len(named))
        if patterns.search(_OUTLET_WORDS, named, regex.VERBOSE) or named == text[first:last]
        else None
    )


def _read_rest(reading: Reading, text: str, start: int, end: int, settings: Settings) -> None:
    """What follows a byline's names: an outlet, a title, more people who helped, or a sentence that repeats them."""
    rest = text[start:end]
    if patterns.search(_SPEECH, rest):
        return
    more = Reading(people=list(reading.people))
    _read_list(more, text, start, end, "reporter", settings)
    if patterns.match(_HELPED_OR_SPECIAL, rest, regex.VERBOSE):
        reading.people = more.people
    reading.agency = reading.agency or more.agency


def _piece(view: str, groups: Mapping[str, Piece], group: str) -> Piece | None:
    """What the group holds, without the spaces and commas around it."""
    found = groups.get(group)
    if found is None:
        return None
    whole = view[found.start : found.end]
    start = found.end - len(whole.lstrip())
    named = whole.strip(" ,")
    if "agency" in group and "." not in named[:-1]:
        named = named.rstrip(".")  # the sentence's
    return Piece(start, start + len(named))
