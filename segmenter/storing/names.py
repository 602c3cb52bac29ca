"""Names of output files: a template filled with what the story says, safe on every system and never colliding.

The stories of a dump are named together. Where names would be the same, each of them gets the first characters of its
story's id, `2024-05-15-Weather-9f2c61d0.md`, so that no name depends on which came first; a story that stands twice
gets its ordinal too. Names that other dumps' stories have, or files of somebody else, are taken.
"""

from __future__ import annotations

import posixpath
import re
import string
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

from segmenter.model import Story
from segmenter.reading.inputs import STANDARD_INPUT
from segmenter.storing.spilling import Spilled

DEFAULT_TEMPLATE: Final = "{date}-{headline}.md"
PLACEHOLDERS: Final = (
    "date", "year", "month", "day", "headline", "source", "section", "agency", "ordinal", "id", "dump",
)  # fmt: skip
"""What a template may name. `ordinal` has three digits; `dump` is the input's name without its suffix."""
LONGEST: Final = 120
"""Bytes of UTF-8 in the name of a file or folder. Systems allow 255, encrypted ones 143, and backups add to names."""

_SEPARATORS: Final = " -_.,~+"
_RESERVED: Final = str.maketrans({**dict.fromkeys('<>:"?*', " "), **dict.fromkeys("/\\|", "-")})
"""Marks that no name may hold on Windows."""
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
"""Names that Windows takes for devices, whatever follows the dot."""
_SHIELD: Final = "_"
"""Put behind a device's name."""
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,12}$")
_EMPTY_BRACKETS: Final = re.compile(r" ?(?:\(\)|\[\]|（）|【】)")


class PinyinMissingError(Exception):
    """Names in pinyin are asked for, and the extra that makes them is not installed."""


class _Part(NamedTuple):
    """A piece of a template: the text before a placeholder, and the placeholder; none after the last."""

    literal: str
    placeholder: str | None


def template_problem(template: str) -> str | None:
    """What is wrong with the template, or None."""
    try:
        pieces = list(string.Formatter().parse(template))
    except ValueError as error:
        return str(error)
    for _, name, form, conversion in pieces:
        if name is not None and name not in PLACEHOLDERS:
            return f"there is no {{{name}}}"
        if form or conversion:
            return f"{{{name}}} takes no format"
    if not _SUFFIX.search(template):
        return "it does not end in a suffix such as .md"
    for component in template.split("/"):
        literals = [part.literal for part in _parts(component)]
        # Between letters nothing is at an edge, where separators would go.
        harmless = all(_clean(f"a{literal}a") == f"a{literal}a" for literal in literals)
        if not component.strip(" .") or not harmless or len("".join(literals).encode()) > LONGEST // 2:
            return f"{component!r} does not make the name of a file or folder"
    return None


class FileNames:
    """Names the stories of a run."""

    def __init__(self, template: str = DEFAULT_TEMPLATE, ascii: bool = False, suffix: str | None = None) -> None:
        """`suffix` stands in place of the template's.

        Raises ValueError for a template that has a problem, and PinyinMissingError.
        """
        if problem := template_problem(template):
            raise ValueError(f"{template}: {problem}")
        spell = _pinyin_speller() if ascii else _clean
        self._spell = spell
        own_suffix = "".join(_SUFFIX.findall(template))
        self._suffix = own_suffix if suffix is None else suffix
        self._components = [
            [_Part(part.literal if part.literal.isascii() else spell(part.literal), part.placeholder) for part in parts]
            for parts in map(_parts, template.removesuffix(own_suffix).split("/"))
        ]
        named = (part.placeholder for parts in self._components for part in parts if part.placeholder)
        self._used = {*named, "id", "ordinal"}
        """What names are made of; the last two tell stories of the same name apart."""

    def assign(
        self, stories: Sequence[tuple[Story, str]], is_taken: Callable[[str], bool] = lambda name: False
    ) -> Iterator[str]:
        """A name for each story of a batch, given with the path of its dump; all are settled when this returns.

        Names are relative, folders parted by `/`. They are distinct, even where capitals and full-width forms count for
        nothing, and none of them is one that `is_taken`.
        """
        usual = Spilled(self._name(self._spelled(_values(story, dump)), "") for story, dump in stories)
        others: dict[int, str] = {}
        """Names by the story's index, where the usual one would clash."""
        keys = array("q", (hash(name_key(name)) for name in usual))
        taken = bytearray(map(is_taken, usual))
        level = Counter[int]()
        while clashing := _clashing(keys, taken):
            for index in clashing:
                level[index] += 1
                story, dump = stories[index]
                values = self._spelled(_values(story, dump))
                unlike = f"{dump}\n{story.ordinal}\n{index}\n{level[index]}"
                name = others[index] = self._name(values, _distinction(values, level[index], unlike))
                keys[index], taken[index] = hash(name_key(name)), is_taken(name)
        return (others.get(index, name) for index, name in enumerate(usual))

    def suits(self, name: str, story: Story, dump: str) -> bool:
        """True if the story could be called so today, whatever else is there."""
        values = self._spelled(_values(story, dump))
        return any(name == self._name(values, _distinction(values, level, "")) for level in range(3))

    def unlike(self, name: str, values: Mapping[str, str]) -> str | None:
        """None if a file of that name, without its folders, can be the story of these values; else its usual name.

        Whatever tells it apart from others of the same name is let pass, and any ordinal where none is known.
        """
        spelled = self._spelled(values)
        ordinals = [spelled["ordinal"]] if spelled["ordinal"] else [*re.findall(r"[0-9]{3,}", name), "NNN"]
        distinctions = [""]
        if spelled["id"]:
            pattern = rf"-{re.escape(spelled['id'][:8])}(?:-(?:[0-9]{{3,}}|[0-9a-f]{{8}}))?"
            distinctions += re.findall(pattern + rf"(?={re.escape(self._suffix)}$)", name)
        for ordinal in ordinals:
            for distinction in distinctions:
                usual = self._name({**spelled, "ordinal": ordinal}, distinction).rpartition("/")[2]
                if name_key(usual) == name_key(name):
                    return None
        return self._name({**spelled, "ordinal": ordinals[-1]}, "").rpartition("/")[2]

    def _spelled(self, values: Mapping[str, str]) -> dict[str, str]:
        return {name: self._spell(values[name]) for name in self._used}

    def _name(self, values: Mapping[str, str], distinction: str) -> str:
        ending = distinction + self._suffix
        room = LONGEST - len((_SHIELD + ending).encode())
        *folders, file = (_filled(parts, values, room) for parts in self._components)
        file = _protected((file or values["id"] or "story") + ending)
        return "/".join([*(_protected(folder) for folder in folders if folder), file])


def _clashing(keys: Sequence[int], taken: Sequence[int]) -> list[int]:
    """Indices of the names that are taken, or have a key that another one has too."""
    twice = {key for key, following in pairwise(sorted(keys)) if key == following}
    return [index for index, key in enumerate(keys) if taken[index] or key in twice]


def _distinction(values: Mapping[str, str], level: int, unlike: str) -> str:
    """What is put behind a name: the id, at a higher level the ordinal too, at last a checksum of what is unlike.

    Nothing at level 0.
    """
    last = values["ordinal"] if level == 2 else f"{crc32(unlike.encode('utf-8', 'replace')):08x}"
    return "-".join(["", values["id"][:8], last][: min(level, 2) + 1])


def placeholder_values(
    *,
    published: str,
    headline: str,
    source: str,
    section: str,
    agency: str,
    ordinal: int | None,
    id: str,
    dump: str,
) -> dict[str, str]:
    """What each placeholder stands for. `published` is an ISO 8601 date, `ordinal` None where it is not known."""
    return {
        "date": published[:10],
        "year": published[:4],
        "month": published[5:7],
        "day": published[8:10],
        "headline": headline,
        "source": source,
        "section": section,
        "agency": agency,
        "ordinal": "" if ordinal is None else f"{ordinal:03}",
        "id": id,
        "dump": "stdin" if dump == STANDARD_INPUT else _stem(dump.replace("\\", "/")),
    }


def _values(story: Story, dump: str) -> dict[str, str]:
    return placeholder_values(
        published=story.published or "",
        headline=story.headline,
        source=story.source or "",
        section=story.section or "",
        agency=story.dateline.agency or "",
        ordinal=story.ordinal,
        id=story.id,
        dump=dump,
    )


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _parts(component: str) -> list[_Part]:
    return [_Part(literal, placeholder) for literal, placeholder, _, _ in string.Formatter().parse(component)]


def _filled(parts: Sequence[_Part], values: Mapping[str, str], size: int) -> str:
    """The parts with their values, in at most so many bytes; the longest value is cut.

    What separates two values goes with an empty one: `{date}-{headline}` gives no name that begins with a hyphen.
    """
    pieces: list[str] = []
    for literal, placeholder in parts:
        value = values[placeholder] if placeholder else ""
        if literal.strip(_SEPARATORS) or (any(pieces) and value):
            pieces.append(literal)
        pieces.append(value)
    while (excess := len("".join(pieces).encode()) - size) > 0:
        longest = max(range(len(pieces)), key=lambda index: len(pieces[index].encode()))
        pieces[longest] = _cut(pieces[longest], len(pieces[longest].encode()) - excess)
    name = unicodedata.normalize("NFC", "".join(pieces))
    return _EMPTY_BRACKETS.sub("", name).lstrip(_SEPARATORS).rstrip(" .")


def _cut(text: str, size: int) -> str:
    """The beginning of the text in at most so many bytes, at a word's end where that costs little."""
    short = text.encode()[: max(size, 0)].decode(errors="ignore")
    letters = short[-1:] + text[len(short) : len(short) + 1]
    if letters.isascii() and letters.isalnum():
        whole = re.sub(r"[ -][^ -]*$", "", short)
        short = whole if len(whole) * 2 > len(short) else short
    return short.rstrip(_SEPARATORS + "、，。：；“‘（「『《〈【")


def _clean(text: str) -> str:
    """The text without what no file name should hold: reserved and control marks, direction marks, odd spaces."""
    if not text.isprintable():
        text = "".join(mark for mark in text if unicodedata.category(mark)[0] != "C" or mark.isspace())
    # Composed as macOS compares them, so that a name is the same bytes on every system.
    return " ".join(unicodedata.normalize("NFC", text).translate(_RESERVED).split()).strip(" .-")


def _protected(name: str) -> str:
    device = _DEVICE.match(name)
    return device[0] + _SHIELD + name[device.end() :] if device else name


def name_key(name: str) -> str:
    """The same for all names that some file system takes for one: whatever their capitals, width and accents' form."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _pinyin_speller() -> Callable[[str], str]:
    try:
        from pypinyin import lazy_pinyin
    except ImportError:
        raise PinyinMissingError("names in pinyin need the extra: pip install 'segmenter[pinyin]'") from None

    def spell(text: str) -> str:
        latin = unicodedata.normalize("NFKD", "-".join(lazy_pinyin(_clean(text))))
        return re.sub(r"[^A-Za-z0-9]+", "-", latin.encode("ascii", "ignore").decode()).strip("-")

    return spell
