"""The forms of dates and times: pattern fragments from which `dates` reads the parts of a date.

Each is verbose regex syntax for folded text, with groups such as `year`, `month` and `day`; several alternatives share
a group's name. Whether the calendar has such a day is asked in `dates`.
"""

from __future__ import annotations

from typing import Final

BEGINNING: Final = r"""(?:(?=[\d一二三四五六七八九十元民中今去前明本凌清早上下傍晚星周礼])
    |(?<![A-Za-z])(?=[ADFJMNOSTWadfgjlmstvwz]))"""
"""Where a date, its weekday or its time of day may begin: most places of a line are passed over by that alone."""

_YEAR = r"(?:1[89]\d\d|20\d\d|[一二][〇○零一二三四五六七八九Oo0]{3})"
_CHINESE_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_ONES = "[一二三四五六七八九]"
_CHINESE_DAY = rf"(?:三十一?|卅一?|(?:二十|廿|十){_ONES}?|{_ONES}|\d\d?)"
_NOT_COUNTED = r"(?<![\d.一二三四五六七八九十百第])"
"""Nothing before the number that would make it a longer one."""
_NOT_A_PART = r"(?<![\d./$vV-])(?<!\d[,:])"
"""Nothing before the digits that would make them a price, a version, an address or a phone number."""

_MONTH = r"""(?<![A-Za-z])(?=[A-Z])(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?
    |sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])\.?"""
_FOREIGN_MONTH = r"""(?i:januar|jänner|janvier|enero|gennaio|janeiro|januari|februar|février|febrero|febbraio|fevereiro
    |februari|märz|mars|marzo|março|maart|avril|abril|aprile|mai|mayo|maggio|maio|mei|juni|juin|junio|giugno|junho
    |juli|juillet|julio|luglio|julho|août|agosto|augustus|septembre|septiembre|settembre|setembro|oktober|octobre
    |octubre|ottobre|outubro|novembre|noviembre|novembro|dezember|décembre|diciembre|dicembre|dezembro)(?!\w)\.?"""
"""Months in the interface languages of Factiva; they count only between a day and a year."""

WEEKDAY: Final = r"""(?:(?:星期|周|礼拜)[一二三四五六日天]
    |(?<![A-Za-z])(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?(?![A-Za-z])\.?
    |(?<![A-Za-z])(?i:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi
      |samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì
      |sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?!\w))"""

_ZONE_NAME = r"""(?:Z|UTC|GMT|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|BST|IST|CES?T|HKT|SGT|JST|KST|AE[SD]T|NZ[SD]T)
    (?![A-Za-z])"""
_ZONE = rf"(?P<zone>[+-]\d\d:?\d\d(?!\d)|{_ZONE_NAME})"
CLOCK: Final = rf"""(?:(?P<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚)?\ ?
    (?<!\d)(?<!\d:)(?P<hour>2[0-3]|[01]?\d)
    (?: :(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.]\d{{1,6}})?)?(?![\d:])
      | [.](?P<minute>[0-5]\d)(?=\ ?(?:[AaPp]\.?[Mm]|{_ZONE_NAME}))
      | [时点](?:(?P<minute>[0-5]?\d)分)?
      | (?=\ ?[AaPp]\.?[Mm]) )
    (?:\ ?(?P<half>[AaPp]\.?[Mm](?![A-Za-z])\.?))?
    (?:\ ?\(?{_ZONE}\)?)?)"""
"""A time of day: `07:24:36`, `下午3时20分`, `11:21 AM GMT`, `01:53:41+08:00`."""

_CHINESE = rf"""
    (?:{_NOT_COUNTED}(?P<year>{_YEAR})
      |(?:中华)?(?P<era>民国)\ ?(?P<republic>\d{{1,3}}|[一二三四五六七八九十百〇○零元]{{1,6}})
      |{_NOT_COUNTED}(?P<republic>1[0-4]\d|\d\d)
    )\ ?年\ ?(?P<month>{_CHINESE_MONTH})\ ?月\ ?(?P<day>{_CHINESE_DAY})\ ?[日号]"""
EITHER_ORDER: Final = rf"""{_NOT_A_PART}(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)
    (?P<year>(?:19|20)\d\d)(?!\d|(?P=mark)\d)"""
"""A day and a month, whichever comes first, and the year: `3/4/2021`."""
_NUMBERS = rf"""
    {_NOT_A_PART}(?:(?P<year>(?:19|20)\d\d)|(?P<republic>1[0-4]\d))(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)
        (?!\d|(?P=mark)\d)
  | {EITHER_ORDER}"""
_NAMED = rf"""
    (?<![\w./-])(?<!\d[,:])(?P<day>\d\d?)(?:
        (?:st|nd|rd|th)?(?:\ of)?[-\ ](?P<month>{_MONTH}) | (?:[.]|º|er)?\ (?:de\ )?(?P<month>{_FOREIGN_MONTH})
      )(?:,?\ (?:de\ )?|-)(?P<year>(?:19|20)\d\d)(?!\d)
  | (?<![\w./-])(?<!\d[,:])(?P<day>\d\d?)[-\ ](?P<month>[A-Z]{{3}})[-\ ](?P<short>\d\d)(?![\d%]|[.:,]\d)
  | (?P<month>{_MONTH})\ {{1,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?(?:,\ ?|\ )
        (?:(?P<hour>2[0-3]|[01]\d):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)\ (?:{_ZONE}\ )?)?
        (?P<year>(?:19|20)\d\d)(?!\d)"""
_AFTER = rf"""(?:[\ ,]{{0,3}}\(?{WEEKDAY}\)?)?
    (?:(?:[\ ,|T]{{0,3}}|\ [/·-]\ )(?:at\ )?(?:(?P<zone>HKT|GMT|UTC)\ )?{CLOCK})?"""
"""What may follow a day as part of the date: weekday, time and zone."""

DATE: Final = rf"""(?:(?:{CLOCK}[,\ ]{{1,2}}(?:on\ )?)?(?:{WEEKDAY},?\ )?(?:{_CHINESE}|{_NUMBERS}|{_NAMED}){_AFTER})"""
"""A day with its year, and the weekday and time around it."""

DAY_OF_YEAR: Final = rf"""(?:(?:
    (?:(?P<which_year>今|去|前|明|本)年\ ?)?(?<![\d.一二三四五六七八九十百第])
        (?P<month>{_CHINESE_MONTH})\ ?月\ ?(?P<day>{_CHINESE_DAY})\ ?[日号](?![楼线院])
  | (?P<month>{_MONTH})\ {{1,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?(?![\w%]|[-.:,/]\d)
  | (?<![\w./-])(?<!\d[,:])(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\ of)?[-\ ](?P<month>{_MONTH})(?![-\ ]\d)
  | {_NOT_A_PART}(?P<month>\d\d)-(?P<day>\d\d)(?=\ \d\d:\d\d)
  ){_AFTER})"""
"""A day without its year."""

MONTH_OF_YEAR: Final = rf"""(?:
    {_NOT_COUNTED}(?P<year>{_YEAR})\ ?年\ ?(?P<month>{_CHINESE_MONTH})\ ?月(?:份|号)?(?!\ ?[\d一二三四五六七八九十廿卅])
  | {_NOT_A_PART}(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![-\d])
  | (?P<month>{_MONTH}),?\ (?P<year>(?:19|20)\d\d)(?!\d))"""
"""A month with its year."""

DAY_WORD: Final = rf"""(?:
    (?P<away>大前|前|昨|今|明|后)(?:[天日晨早晚午]|(?=\ ?\())
        (?:\ ?\(\ ?(?:(?P<month>{_CHINESE_MONTH})\ ?月)?(?P<day>{_CHINESE_DAY})\ ?[日号]?\ ?\)日?)?
  | (?P<which_week>本|这|上|下)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])
  | (?P<which_month>本|这个|上个?|下个?)月\ ?(?P<day>{_CHINESE_DAY})\ ?[日号]
  | (?P<day>{_CHINESE_DAY})\ ?[日号]
  | (?P<weekday>(?i:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)
  | (?P<away>(?i:today|yesterday|tomorrow))(?!\w))"""
"""A day that only the story's own day makes whole."""

LUNAR_DAY: Final = rf"""(?:农历|阴历|旧历|夏历)\ ?(?:(?P<year>{_YEAR})\ ?年|
    (?P<cycle>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年)?
    \ ?(?P<leap>闰)?(?P<month>正|冬|腊|{_CHINESE_MONTH})月\ ?(?:初(?P<day>十|{_ONES})|(?P<day>{_CHINESE_DAY}))日?"""
"""A day of the lunar calendar, named as such: `农历甲辰年四月初八`."""

ADDRESS_DAY: Final = r"""(?<![\d.])(?P<year>199\d|20\d\d)(?P<mark>[-_/]?)(?P<month>0[1-9]|1[0-2])
    (?:(?P=mark)|(?<=/\d{4}/\d\d))(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"""
"""A day inside an address or a file's name: `-20250417.htm`, `/2018-05-23/`, `/2019/0523/`."""

CREDIT_CODE: Final = r"""(?:^|(?<=[)。」』”"!?]\ ?))
    (?P<republic>1[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\ *$"""
"""The Republic's year, month and day that CNA sets after the last sentence: `（編輯：某某）1120801`."""
