"""Turn a day of the Chinese lunar calendar, `农历甲辰年四月初八`, into a day of the common one, from 1900 to 2049.

Nobody can reckon these months from a formula of our size, so each year is a number of a table; see `_YEARS`.
"""

from __future__ import annotations

import datetime
from typing import Final

FIRST_YEAR: Final = 1900
_NEW_YEAR_1900 = datetime.date(1900, 1, 31)
_YEARS = (
    *(0x04BD8, 0x04AE0, 0x0A570, 0x054D5, 0x0D260, 0x0D950, 0x16554, 0x056A0, 0x09AD0, 0x055D2),
    *(0x04AE0, 0x0A5B6, 0x0A4D0, 0x0D250, 0x1D255, 0x0B540, 0x0D6A0, 0x0ADA2, 0x095B0, 0x14977),
    *(0x04970, 0x0A4B0, 0x0B4B5, 0x06A50, 0x06D40, 0x1AB54, 0x02B60, 0x09570, 0x052F2, 0x04970),
    *(0x06566, 0x0D4A0, 0x0EA50, 0x16A95, 0x05AD0, 0x02B60, 0x186E3, 0x092E0, 0x1C8D7, 0x0C950),
    *(0x0D4A0, 0x1D8A6, 0x0B550, 0x056A0, 0x1A5B4, 0x025D0, 0x092D0, 0x0D2B2, 0x0A950, 0x0B557),
    *(0x06CA0, 0x0B550, 0x15355, 0x04DA0, 0x0A5B0, 0x14573, 0x052B0, 0x0A9A8, 0x0E950, 0x06AA0),
    *(0x0AEA6, 0x0AB50, 0x04B60, 0x0AAE4, 0x0A570, 0x05260, 0x0F263, 0x0D950, 0x05B57, 0x056A0),
    *(0x096D0, 0x04DD5, 0x04AD0, 0x0A4D0, 0x0D4D4, 0x0D250, 0x0D558, 0x0B540, 0x0B6A0, 0x195A6),
    *(0x095B0, 0x049B0, 0x0A974, 0x0A4B0, 0x0B27A, 0x06A50, 0x06D40, 0x0AF46, 0x0AB60, 0x09570),
    *(0x04AF5, 0x04970, 0x064B0, 0x074A3, 0x0EA50, 0x06B58, 0x05AC0, 0x0AB60, 0x096D5, 0x092E0),
    *(0x0C960, 0x0D954, 0x0D4A0, 0x0DA50, 0x07552, 0x056A0, 0x0ABB7, 0x025D0, 0x092D0, 0x0CAB5),
    *(0x0A950, 0x0B4A0, 0x0BAA4, 0x0AD50, 0x055D9, 0x04BA0, 0x0A5B0, 0x15176, 0x052B0, 0x0A930),
    *(0x07954, 0x06AA0, 0x0AD50, 0x05B52, 0x04B60, 0x0A6E6, 0x0A4E0, 0x0D260, 0x0EA65, 0x0D530),
    *(0x05AA0, 0x076A3, 0x096D0, 0x04AFB, 0x04AD0, 0x0A4D0, 0x1D0B6, 0x0D250, 0x0D520, 0x0DD45),
    *(0x0B5A0, 0x056D0, 0x055B2, 0x049B0, 0x0A577, 0x0A4B0, 0x0AA50, 0x1B255, 0x06D20, 0x0ADA0),
)
"""One number a year, as almanacs of the mainland print them; another reckoning moves a month of 1933, 1954 and 1978 by
a day. The last four bits are the leap month, 0 for none; the twelve before them say from the first month on which have
30 days; the one before those says whether the leap month has."""


def common_day(year: int, month: int, day: int, leap: bool = False) -> datetime.date | None:
    """The day of the common calendar; None for one that the lunar calendar lacks or the table does not reach."""
    if not FIRST_YEAR <= year < FIRST_YEAR + len(_YEARS) or not 1 <= month <= 12 or day < 1:
        return None
    code = _YEARS[year - FIRST_YEAR]
    if (leap and code & 0xF != month) or day > (_leap_length(code) if leap else _length(code, month)):
        return None
    before = sum(_year_length(code) for code in _YEARS[: year - FIRST_YEAR])
    before += sum(_length(code, number) for number in range(1, month))
    if leap:
        before += _length(code, month)
    elif 0 < code & 0xF < month:
        before += _leap_length(code)
    return _NEW_YEAR_1900 + datetime.timedelta(days=before + day - 1)


def _length(code: int, month: int) -> int:
    return 30 if code & (0x10000 >> month) else 29


def _leap_length(code: int) -> int:
    return (30 if code & 0x10000 else 29) if code & 0xF else 0


def _year_length(code: int) -> int:
    return sum(_length(code, month) for month in range(1, 13)) + _leap_length(code)
