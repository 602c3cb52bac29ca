"""What dates and times look like, for the cues that know a line by its date.

These fragments are rough on purpose: they are compiled into many cues, and compiling is what a short dump waits for.
The exact reading, which knows the months' names and the calendar, is `tagging.dates`.
"""

from __future__ import annotations

from typing import Final

_MONTH_NAME = r"""(?<![A-Za-z])(?:[Jj][aäuAU][nilNL]|[Ee]ne|[Gg]en|[Ff][eéE][bvB]|[Mm][aäA][rRiyYg]|[Mm]ei
    |[Aa][bpvP][rR]|[Gg]iu|[Ll]ug|[Aa][guoU][ogGû]|[Ss][eE][ptPT]|[Oo][cktuCK][tT]|[Nn][oO][vV]|[Dd][eéiE][czC])
    [a-zA-Zà-ÿ]{0,7}\.?"""
"""The beginnings of the months in the languages of `tagging.date_forms`."""
_WEEKDAY = r"""(?:(?:星期|周|礼拜)[一二三四五六日天]
    |(?<![A-Za-z])(?:[MmTtWwFfSs][oOuUhHeErRaA][nNeEuUdDiItT]|[DdJjLlVvGgWwZz][iouae][a-zà-ÿ])
        [a-zA-Zà-ÿ]{0,7}\.?)"""
_NUMERAL = "一二三四五六七八九十"

CLOCK: Final = r"""(?:[凌清早上中下傍晚晨午间]{0,2}\ ?\d{1,2}
    (?:[:.]\d\d(?!\d)|[时点](?:\d{1,2}分)?|(?=\ ?[AaPp]\.?[Mm]))(?::\d\d(?:\.\d{1,6})?)?
    (?:\ ?[AaPp]\.?[Mm]\.?)?(?:\ ?\(?(?:[+-]\d\d:?\d\d|[A-Z]{1,3}T|UTC|Z)(?![A-Za-z])\)?)?)"""
"""A time of day with its zone."""

_DAY = rf"""(?:
    [\d〇○零百Oo元{_NUMERAL}]{{1,5}}\ ?年\ ?[\d元{_NUMERAL}]{{1,2}}\ ?月\ ?[\d廿卅{_NUMERAL}]{{1,3}}\ ?[日号]
  | (?:\d{{3,4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})(?!\d)
  | \d{{1,2}}[^\W\d_]{{0,2}}[.º]?[-\ ](?:of\ |de\ )?{_MONTH_NAME},?[-\ ](?:de\ )?\d{{2,4}}(?!\d)
  | {_MONTH_NAME}\ {{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\ ?(?:\d\d:\d\d:\d\d\ (?:[A-Z]{{3}}\ )?)?\d{{4}}(?!\d))"""
DATE: Final = rf"""(?:(?:{CLOCK},?\ (?:on\ )?)?(?:{_WEEKDAY},?\ )?(?:(?:中华)?民国)?{_DAY}
    (?:[\ ,]{{0,3}}\(?{_WEEKDAY}\)?)?(?:[\ ,|T/·-]{{0,3}}(?:at\ )?(?:HKT\ )?{CLOCK})?)"""
"""A day with its year, and the weekday and time around it."""

LOOSE_DATE: Final = rf"""(?:{DATE}
  | \d{{4}}(?:-\d\d(?![-\d])|\ ?年\ ?\d{{1,2}}\ ?月)
  | \d{{1,2}}月\d{{1,2}}日(?:\ {CLOCK})?
  | {_MONTH_NAME},?\ \d{{1,4}}(?!\d)
  | \d\d?\ {_MONTH_NAME}(?!\p{{L}})
  | \d\d-\d\d\ {CLOCK})"""
"""A date after a label, where the label makes up for what it leaves out."""

YEAR_MARKS: Final = ("19", "20", "年")
"""Of which one stands in every whole date."""
