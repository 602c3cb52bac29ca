"""Tell whether a credited piece of text can be a name, part names written without a space, and write names one way.

Nothing here finds a name: callers pass only text that a credit frames. The tables of surnames and first names check it.
"""

from __future__ import annotations

import regex

from segmenter import patterns
from segmenter.cues.base import Lexicon

_NEVER_IN_NAMES = frozenset("的了是被把这那们说称吗呢吧啊哪么很她它报网社局委县市区")
_SELDOM_IN_NAMES = _NEVER_IN_NAMES | frozenset("在就也等将从对但或什该此其及你我他")
"""Not believed in a name unless marks on both sides frame it."""
_COMMON_COST, _RARE_COST, _COMPOUND_COST = 1.0, 2.5, 0.7
_TWO_CHARACTER_COST = 0.2
_UNUSUAL_GIVEN_COST = 0.6
_LONGEST_RUN = 24
"""Characters in a run of names without separators; six names, more than any credit seen."""

_TRANSLITERATED = frozenset(
    "阿艾安巴拜贝比布才策次达旦德迪丁东多顿尔法古格哈海汗合赫吉加嘉江杰卡凯克库拉兰朗勒里力丽利林卢鲁罗洛马玛买麦曼梅蒙米木穆"
    "那娜乃内尼努诺欧帕普其恰强切热仁日荣萨塞桑沙山苏索塔泰汤提图吐托娃万旺维乌吾西夏雅亚央叶伊依亦因尤扎珍支朱卓孜宗"
    "边觉占堆措坚参珠益曲培群晋美嘎赤列单增丹贡秋久果松云泽平白登尖贵齐斯钦高华"
)
"""What names of Uyghurs, Kazakhs, Tibetans and others are written with where no `·` parts them."""
_BEHIND_A_NAME = r"""认为|表示|指出|介绍|告诉|获悉|了解|看到|发现|解释|透露|回忆|坦言|建议|呼吁|强调|提醒|分析|采访
    |来到|走进
    |走访|探访|现场|当天|昨[日天]|今[日天]|途中|合龙"""
_DOTTED = r"\p{Han}{1,8}(?:·\p{Han}{1,8}){1,4}"
NO_NAME_WORDS = frozenset(
    {"the", "a", "an", "with", "of", "for", "and", "or", "in", "on", "at", "to", "from", "our", "my", "his", "her"}
    | {"this", "that", "all", "what", "when", "why", "how"}
)
"""Words in small letters that no name in Latin letters holds."""
_MIXED_PREFIX = r"(Mc|Mac|De|Di|La|Le|Van|Fitz)(\p{Lu}{2,})"
_SMALL_IN_PLACES = frozenset(
    {"de", "da", "do", "du", "des", "of", "the", "es", "la", "las", "el", "sur", "au", "aux", "en", "am", "upon"}
    | {"les", "sous", "di", "del"}
)


def part_chinese_names(run: str, lexicon: Lexicon, framed: bool) -> list[tuple[int, int]]:
    """The names that a folded run of Chinese characters is made of, as (start, end); empty where it is no name.

    `framed` says that the run stands right behind a role word and ends at a mark: then a pen name or a name of four
    characters is believed too.
    """
    if "·" in run and patterns.fullmatch(_DOTTED, run):
        words = lexicon.lists["sections"] | lexicon.lists["not_names"]
        return [] if words.intersection(run.split("·")) else [(0, len(run))]
    if not patterns.fullmatch(r"\p{Han}{2,}", run) or len(run) > _LONGEST_RUN:
        return []
    if run in lexicon.lists["not_names"] or run in lexicon.lists["agencies"] or run in lexicon.lists["roles"]:
        return []
    parts = _cheapest_parting(run, lexicon, framed)
    if not parts and framed and _is_pen_name(run, lexicon):
        return [(0, len(run))]
    return parts


def has_usual_given(name: str, lexicon: Lexicon) -> bool:
    """Whether the folded name is written with characters that given names are written with; a dotted one is."""
    given = name[2 if name[:2] in lexicon.lists["compound_surnames"] else 1 :]
    return "·" in name or lexicon.lists["given_characters"].issuperset(given)


def is_likely_name(run: str, lexicon: Lexicon) -> bool:
    """Whether the folded run may be a name though no table has its surname: two or three characters, no known word."""
    words = (lexicon.lists[name] for name in ("not_names", "agencies", "roles", "sections", "places", "countries"))
    return (
        patterns.fullmatch(r"\p{Han}{2,3}", run) is not None
        and not _SELDOM_IN_NAMES & set(run)
        and not any(run in known for known in words)
    )


def _is_pen_name(run: str, lexicon: Lexicon) -> bool:
    """Whether the run can be a name without a surname of the tables, or one of four characters."""
    if _SELDOM_IN_NAMES & set(run) or _is_place(run, lexicon) or run in lexicon.lists["sections"]:
        return False
    if len(run) < 4:
        return True
    return (
        len(run) == 4
        and (run[0] in lexicon.lists["common_surnames"] or _TRANSLITERATED.issuperset(run))
        and patterns.search(_BEHIND_A_NAME, run, regex.VERBOSE) is None
    )


def starts_with_surname(run: str, lexicon: Lexicon) -> bool:
    """Whether a common or compound surname opens the folded run."""
    return run[:1] in lexicon.lists["common_surnames"] or run[:2] in lexicon.lists["compound_surnames"]


def _is_place(run: str, lexicon: Lexicon) -> bool:
    return run in lexicon.lists["places"] or run in lexicon.lists["countries"]


def _cheapest_parting(run: str, lexicon: Lexicon, framed: bool) -> list[tuple[int, int]]:
    """Part the run into names of a surname and one or two characters, so that the surnames are as common as can be."""
    best: list[tuple[float, list[tuple[int, int]]] | None] = [(0.0, [])] + [None] * len(run)
    for end in range(2, len(run) + 1):
        for length in (2, 3, 4):
            start = end - length
            before = best[start] if start >= 0 else None
            if before is None:
                continue
            cost = _name_cost(run[start:end], lexicon, framed and length == len(run))
            if cost is None:
                continue
            total = before[0] + cost
            reached = best[end]
            if reached is None or total < reached[0]:
                best[end] = (total, [*before[1], (start, end)])
    found = best[len(run)]
    return found[1] if found else []


def _name_cost(name: str, lexicon: Lexicon, framed: bool) -> float | None:
    """How dearly the name is bought; None where it cannot be one. Names of four characters have a compound surname."""
    if (_NEVER_IN_NAMES if framed else _SELDOM_IN_NAMES) & set(name[1:]) or name in lexicon.lists["not_names"]:
        return None
    extra = 0.0 if has_usual_given(name, lexicon) else _UNUSUAL_GIVEN_COST
    if name[:2] in lexicon.lists["compound_surnames"] and len(name) > 2:
        return _COMPOUND_COST + extra
    if len(name) == 4:
        return None
    extra += _TWO_CHARACTER_COST if len(name) == 2 else 0.0
    if name[0] in lexicon.lists["common_surnames"]:
        return _COMMON_COST + extra
    if name[0] in lexicon.lists["rare_surnames"]:
        return _RARE_COST + extra
    return None


def is_latin_name(text: str, lexicon: Lexicon, known_given: bool) -> bool:
    """Whether the text reads as a person's name in Latin letters: two to five words, each capitalised or a particle.

    `known_given` asks that the first word be a first name of the table or an initial: for text that no word frames.
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or text in lexicon.lists["agencies"]:
        return False
    particles = lexicon.lists["particles"]
    plain = [word for word in words if word.casefold() not in particles or word[0].isupper()]
    all_small = text == text.lower()
    if any(word.endswith(("'s", "’s")) for word in words) or NO_NAME_WORDS & {word.casefold() for word in words}:
        return False
    if not all(patterns.fullmatch(r"\p{L}[\p{L}\p{M}'’.-]*", word) for word in words) or len(plain) < 2:
        return False
    if not all_small and not all(
        word[0].isupper() or patterns.match(r"(?:d|al|el|l|O)['’-]\p{Lu}", word) for word in plain
    ):
        return False
    if not known_given:
        return not all_small or words[0].casefold() in lexicon.lists["given_names"]
    first = words[0].casefold().split("-")[0]
    initial = patterns.fullmatch(r"\p{Lu}\.?", words[0]) is not None
    return first in lexicon.lists["given_names"] or (initial and len(words[-1]) > 2)


def write_latin_name(text: str, lexicon: Lexicon) -> str:
    """The name with capitals made title case and small particles kept: `BENOIT de la TOUR` -> `Benoit de la Tour`."""
    words = text.split()
    keep_small = any(word != word.lower() for word in words)
    particles = lexicon.lists["particles"]
    return " ".join(
        word if keep_small and word in particles and number else _title_case(word) for number, word in enumerate(words)
    )


def write_place(text: str) -> str:
    """The place with capitals made title case: `RIO DE JANEIRO` -> `Rio de Janeiro`; a mixed one stays as printed."""
    if text != text.upper() or text == text.lower():
        return text
    if text.isalpha() and len(text) > 2:
        return _title_case(text)
    text = patterns.sub(r"\b(ST|MT|FT|PT)\b", lambda word: word[0].capitalize(), text)
    parts = patterns.split(r"([\s/-]+)", text)
    return "".join(
        part.lower() if number and part.lower() in _SMALL_IN_PLACES and parts[number - 1] != "/" else _title_case(part)
        for number, part in enumerate(parts)
    )


def write_region(text: str) -> str:
    """The region as printed; spelt-out capitals made title case: `NOVA SCOTIA` -> `Nova Scotia`, but `N.D.`, `MO.`."""
    return write_place(text) if "." not in text and len(text) > 3 else text


def _title_case(word: str) -> str:
    if word.isascii() and word.isalpha() and len(word) > 1:  # all but a few words
        if word.istitle():
            return word
        if word.isupper() and len(word) > 2 and word != "III" and not word.startswith("MC"):
            return word.capitalize()
    elif word.lower() == word.upper():
        return word
    mixed = patterns.fullmatch(_MIXED_PREFIX, word)
    if mixed:
        return mixed[1] + mixed[2].capitalize()
    if word not in (word.upper(), word.lower()) or patterns.fullmatch(
        r"(?:\p{Lu}\.){1,4}|\p{Lu}|[B-DF-HJ-NP-TV-Z]{2}|I{2,3}|IV", word
    ):
        return word
    cased = patterns.sub(r"\p{L}+", lambda part: part[0].capitalize(), word)
    cased = patterns.sub(r"^Mc(\p{Ll})", lambda part: "Mc" + part[1].upper(), cased)
    return patterns.sub(r"(?<=\p{L}{2})['’]S$", "'s", cased)
