"""What the words and numerals inside a date mean, so that `dates` can reckon with numbers only."""

from __future__ import annotations

from typing import Final

AWAY: Final = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
"""Days from the story's own day."""

EARLIER_LATER: Final = {"上": -1, "本": 0, "这": 0, "下": 1}
"""Weeks or months from the story's own."""

YEARS_AWAY: Final = {"前": -2, "去": -1, "今": 0, "本": 0, "明": 1}

LUNAR_MONTHS: Final = {"正": 1, "元": 1, "冬": 11, "腊": 12}

_ZEROS: Final = "〇○Oo"
_DIGITS: Final = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **dict.fromkeys(_ZEROS, 0),
}
_TENS: Final = {"十": 10, "廿": 20, "卅": 30}

_MONTHS: Final = (
    ("jan", "jän", "ene", "gen"),
    ("feb", "fév", "fev"),
    ("mar", "mär"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "déc", "dic"),
)
"""How each month's name begins in the languages of `date_forms`."""

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_ZONES: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 60, "CET": 60, "CEST": 120,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "HKT": 480, "SGT": 480, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Minutes from UTC. Names of several meanings (CST, IST, ET) are left out: the time is kept, the zone is not."""


def number(text: str) -> int | None:
    """The number that digits or Chinese numerals write: `15`, `二〇二四`, `廿一`, `一百一十二`; None for no number."""
    if text.isdecimal():
        return int(text)
    if text == "元":
        return 1
    if all(character in _DIGITS or character.isdecimal() for character in text):
        return int("".join(str(_DIGITS.get(character, character)) for character in text))
    total, digit = 0, 0
    for character in text:
        if character == "百":
            total += (digit or 1) * 100
        elif character in _TENS:
            total += (digit or 1) * 10 if character == "十" else _TENS[character]
        elif character in _DIGITS:
            digit = _DIGITS[character]
            continue
        else:
            return None
        digit = 0
    return total + digit


def month_number(text: str) -> int | None:
    """1 to 12 for a month's name or number; None for no month."""
    count = number(text)
    if count is not None:
        return count if 1 <= count <= 12 else None
    name = text.lower()
    # `juin` and `juil` share three letters with other months, so the longer beginning decides.
    found = [
        (len(start), month) for month, starts in enumerate(_MONTHS, 1) for start in starts if name.startswith(start)
    ]
    return max(found)[1] if found else None


def place_in_cycle(text: str) -> int:
    """The place, 0 to 59, of a year in the cycle of stems and branches: 甲子 is 0, 甲辰 40; it is `(year - 4) % 60`."""
    stem, branch = "甲乙丙丁戊己庚辛壬癸".index(text[0]), "子丑寅卯辰巳午未申酉戌亥".index(text[1])
    return (6 * stem - 5 * branch) % 60


def weekday(text: str) -> int:
    """0 for Monday to 6 for Sunday."""
    if text[0] in "一二三四五六日天":
        return "一二三四五六日".find(text[0].replace("天", "日"))
    return _WEEKDAYS.index(text[:3].lower())


def zone_offset(text: str) -> str | None:
    """The zone as `+08:00`, or None where its name has several meanings."""
    if text[0] in "+-":
        return f"{text[:3]}:{text[-2:]}"
    minutes = _ZONES.get(text)
    if minutes is None:
        return None
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
