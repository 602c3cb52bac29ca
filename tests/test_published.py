"""Which day a story came out: the rule, case by case, with its witnesses."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from written_lines import lines_of, slices

from segmenter.config import default_settings
from segmenter.model import Dateline, Role
from segmenter.tagging.datelines import DatelineReading, Span
from segmenter.tagging.pages import read_page
from segmenter.tagging.published import Days, read_days
from segmenter.tagging.witnesses import stated_dates

SETTINGS = default_settings()


@dataclass(frozen=True)
class Case:
    """A story with its page (F lines above the headline), the address below it (F lines after), and what comes out."""

    name: str
    lines: str
    published: str | None
    filed: str | None = None
    day: str | None = None
    """The dateline's day; it stands in the first line of text."""
    cue: str | None = None
    """How the cue of the chosen witness begins."""
    warnings: tuple[str, ...] = ()
    rivals: tuple[str, ...] = field(default=())


CASES = [
    Case(
        "a field of a library's database",
        "M|PD  - 15 May 2024\nH|老街修缮月底完工\nM|【日期】2024年5月15日\nP|摊主们早早开了张。",
        "2024-05-15",
        cue="published.own-line/metadata.tagged-date",
    ),
    Case(
        "own line",
        "H|老街修缮月底完工\nM|2024-05-15 07:24:36\nP|摊主们早早开了张。",
        "2024-05-15T07:24:36",
        cue="published.own-line/metadata.stamp",
    ),
    Case(
        "own line before the page's stamp",
        "F|2024-05-20 08:00\nH|老街修缮月底完工\nM|2024-05-15\nP|摊主们早早开了张。",
        "2024-05-15",
        cue="published.own-line/",
        rivals=("2024-05-20",),
    ),
    Case(
        "own line, however far the dateline",
        "H|老街修缮月底完工\nM|2024-05-15\nL|本报讯 3月1日，摊主们早早开了张。",
        "2024-05-15",
        "2024-03-01",
        "3月1日",
        cue="published.own-line/",
        rivals=("2024-03-01",),
    ),
    Case(
        "a label before a bare stamp, an update last",
        "H|老街修缮月底完工\nM|更新时间：2024-05-17 09:00\nM|2024-05-16 08:00\n"
        "M|发布时间：2024-05-15 07:00\nP|摊主们早早开了张。",
        "2024-05-15T07:00:00",
        cue="published.own-line/metadata.published-label",
        rivals=("2024-05-16T08:00:00", "2024-05-17T09:00:00"),
    ),
    Case(
        "a whole date before a label without its year",
        "F|© 2024 青石在线\nH|老街修缮月底完工\nM|青石 2024-05-15 12:04\n"
        "M|首次上稿 05-14 22:22更新时间 05-15 06:35\nP|摊主们早早开了张。",
        "2024-05-15T12:04:00",
        cue="published.own-line/metadata.outlet-then-time",
        rivals=("2024-05-14T22:22:00",),
    ),
    Case(
        "only an update",
        "H|Street to reopen\nM|Updated: 2019-03-05 07:40\nP|The stalls were full again.",
        "2019-03-05T07:40:00",
        cue="published.own-line/metadata.updated-label",
    ),
    Case(
        "the page's day without its hour",
        "F|来源: 青石在线\nF|2024-05-15 07:24:36\nH|老街修缮月底完工\nP|摊主们早早开了张。",
        "2024-05-15",
        cue="published.page/metadata.stamp",
    ),
    Case(
        "the page's stamp, fourteen days after the dateline",
        "F|2024-05-15\nH|老街修缮月底完工\nL|本报5月1日讯 摊主们早早开了张。",
        "2024-05-15",
        "2024-05-01",
        "5月1日",
        cue="published.page/",
        rivals=("2024-05-01",),
    ),
    Case(
        "the dateline, fifteen days before the page's stamp",
        "F|2024-05-16\nH|老街修缮月底完工\nL|本报5月1日讯 摊主们早早开了张。",
        "2024-05-01",
        "2024-05-01",
        "5月1日",
        cue="published.dateline/",
        warnings=("published: year inferred",),
        rivals=("2024-05-16",),
    ),
    Case(
        "a dateline ten months before the page's stamp, and the year of the rights beside it",
        "F|2024-05-15 07:24:36\nF|Copyright © 2023 Qingshi All Rights Reserved\n"
        "H|青石镇议事会第十一次会议召开\nL|本报讯 记者柳某报道:7月31日,会议召开。",
        "2023-07-31",
        "2023-07-31",
        "7月31日",
        cue="published.dateline/",
        warnings=("published: year inferred",),
        rivals=("2024-05-15",),
    ),
    Case(
        "only the year of the rights",
        "F|© 2019 青石在线 版权所有\nH|老街修缮月底完工\nL|本报5月1日讯 摊主们早早开了张。",
        "2019-05-01",
        "2019-05-01",
        "5月1日",
        cue="published.dateline/",
        warnings=("published: year inferred",),
    ),
    Case(
        "a dateline with its year",
        "H|Street to reopen\nL|ALDER, 14 MAR 90 (PAP) -- The stalls were full again.",
        "1990-03-14",
        "1990-03-14",
        "14 MAR 90",
        cue="published.dateline/",
    ),
    Case(
        "a dateline whose year nothing states",
        "H|老街修缮月底完工\nL|本报5月1日讯 摊主们早早开了张。",
        None,
        None,
        "5月1日",
        warnings=("dateline: no date states the year of 5月1日",),
    ),
    Case(
        "a dateline that tells the day only",
        "F|2016年5月21日 星期六\nH|老街修繕月底完工\nL|（中央社記者柳某桃園20日電）攤主們早早開了張。",
        "2016-05-21",
        "2016-05-20",
        "20日",
        cue="published.page/",
        rivals=("2016-05-20",),
    ),
    Case(
        "the code after the last sentence tells month and year",
        "H|老街修繕月底完工\nL|（中央社記者柳某桃園31日電）攤主們早早開了張。\nP|下月再談。（編輯：柳某）1120801",
        "2023-08-01",
        "2023-07-31",
        "31日",
        cue="published.own-line/dates.credit-code",
        rivals=("2023-07-31",),
    ),
    Case(
        "the code is the day of filing where no dateline is",
        "F|2023-08-03\nH|老街修繕月底完工\nP|下月再談。（編輯：柳某）1120801",
        "2023-08-01",
        "2023-08-01",
        cue="published.own-line/dates.credit-code",
        rivals=("2023-08-03",),
    ),
    Case(
        "the day beside a credit is the day of filing",
        "H|老街修缮月底完工\nB|记者/ 柳某  January 27, 2020\nP|摊主们早早开了张。",
        "2020-01-27",
        "2020-01-27",
        cue="published.own-line/dates.credit-line",
    ),
    Case(
        "a word for the day",
        "F|2024-05-15\nH|老街修缮月底完工\nL|本报讯 昨日，摊主们早早开了张。",
        "2024-05-15",
        "2024-05-14",
        "昨日",
        cue="published.page/",
        rivals=("2024-05-14",),
    ),
    Case(
        "a wire's stamp lies a day behind its dateline",
        "M|1-MAR-1987 22:30:00.94\nH|STREET TO REOPEN\nL|   TOKYO, March 2 - The stalls were full again.",
        "1987-03-01T22:30:00",
        "1987-03-02",
        "March 2",
        cue="published.own-line/metadata.stamp",
        rivals=("1987-03-02",),
    ),
    Case(
        "an address as the last witness",
        "H|老街修繕月底完工\nP|攤主們早早開了張。\nF|原文連結：https://news.example.hk/k2/1799423-20250408.htm",
        "2025-04-08",
        cue="published.address/dates.address",
    ),
    Case(
        "an address tells the dateline's year",
        "H|老街修繕月底完工\nL|本報4月7日訊 攤主們早早開了張。\nF|https://news.example.hk/k2/1799423-20250408.htm",
        "2025-04-07",
        "2025-04-07",
        "4月7日",
        cue="published.dateline/",
        warnings=("published: year inferred",),
        rivals=("2025-04-08",),
    ),
    Case(
        "a month stays a month",
        "H|老街修缮月底完工\nM|发表日期：2022年11月\nP|摊主们早早开了张。",
        "2022-11",
        cue="published.own-line/",
    ),
    Case(
        "a stamp without its year",
        "F|© 2021 青石在线\nH|老街修缮月底完工\nM|05-15 07:24\nP|摊主们早早开了张。",
        "2021-05-15T07:24:00",
        cue="published.own-line/",
        warnings=("published: year inferred",),
    ),
    Case(
        "two readings and no witness",
        "H|Street to reopen\nM|Published: 3/4/2021\nP|The stalls were full again.",
        None,
        warnings=("published: 3/4/2021 can be read in two ways",),
    ),
    Case(
        "two readings and a dump that writes the day first",
        "F|Alder Post 25/4/2021 Page 3\nH|Street to reopen\nM|Published: 3/4/2021\nP|The stalls were full again.",
        "2021-04-03",
        cue="published.own-line/",
        warnings=("published: order of day and month inferred",),
        rivals=("2021-04-25",),
    ),
    Case(
        "dates of headlines and text are news",
        "H|2024年5月15日老街修缮完工\nP|2024年5月14日，摊主们早早开了张，镇里的领导到场讲话，路人纷纷驻足，热闹得像过年一样，直到天黑才散去。",
        None,
    ),
    Case(
        "a reader's stamp and a chronicle's day are not the story's",
        "H|老街修缮月底完工\nP|摊主们早早开了张，镇里的领导到场讲话，路人纷纷驻足，热闹得像过年一样，直到天黑才散去，第二天又来了更多的人。\n"
        "M|2019-11-25 11:33:58\nP|一\nP|二\nP|三\nP|四",
        None,
    ),
    Case("no such day", "H|老街修缮月底完工\nM|发布时间：2024-02-30\nP|摊主们早早开了张。", None),
    Case("nothing", "H|老街修缮月底完工\nP|摊主们早早开了张。", None),
]


def read(case: Case) -> Days:
    lines = lines_of(case.lines)
    headline = next(line.number for line in lines if line.role is Role.HEADLINE)
    page = read_page([line for line in lines if line.role is Role.FURNITURE and line.number < headline], SETTINGS)
    story = [line for line in lines if line.role is not Role.FURNITURE]
    around = [line for line in lines if line.role is Role.FURNITURE and line.number > headline]
    span = None
    if case.day is not None:
        first = next(line for line in story if line.role is Role.LEDE)
        span = Span(first.number, first.text.index(case.day) + 1, case.day)
    dateline = DatelineReading(Dateline(), span)
    days = read_days(stated_dates(story, around, page, SETTINGS), page, dateline)
    assert slices(lines, days.evidence) == [item.raw for item in days.evidence]
    return days


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_rule(case: Case) -> None:
    days = read(case)
    assert (days.published, days.filed) == (case.published, case.filed)
    assert days.warnings == case.warnings
    told = [item for item in days.evidence if item.field == "published"]
    assert [item.value for item in told] == [value for value in (case.published, *case.rivals) if value]
    if case.cue:
        assert told[0].cue.startswith(case.cue)


def test_the_witness_of_an_inferred_year_is_named() -> None:
    days = read(next(case for case in CASES if case.name.startswith("a dateline ten months")))
    (witness,) = [item for item in days.evidence if item.field == "dateline.year"]
    assert (witness.value, witness.raw, witness.line) == ("2023", "2024-05-15 07:24:36", 1)
    assert witness.cue == "dates.nearest-not-after/metadata.stamp"
    (dated,) = [item for item in days.evidence if item.field == "dateline.date"]
    assert (dated.value, dated.raw, dated.inferred) == ("2023-07-31", "7月31日", True)


def test_the_witness_of_an_own_date_s_year_and_order_is_named() -> None:
    days = read(next(case for case in CASES if case.name == "a stamp without its year"))
    (witness,) = [item for item in days.evidence if item.field == "published.year"]
    assert (witness.value, witness.raw, witness.inferred) == ("2021", "2021", True)
    assert witness.cue == "dates.nearest-not-after/pages.rights"
    days = read(next(case for case in CASES if case.name.startswith("two readings and a dump")))
    (witness,) = [item for item in days.evidence if item.field == "published.order"]
    assert (witness.value, witness.raw, witness.cue) == ("day-first", "25/4/2021", "dates.order")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("H|老街修缮月底完工\nF|青石线上 2024-05-15 A10\nP|摊主们早早开了张。", "2024-05-15"),
        ("H|老街修缮月底完工\nP|摊主们早早开了张。\nP|第二家是布店。\nP|第三家卖伞。\nF|青石线上 2024-05-15 A10", None),
        ("H|老街修缮月底完工\nF|A10　要闻\nP|摊主们早早开了张。", None),
    ],
    ids=["right under the headline", "where the next page begins", "without a day"],
)
def test_a_running_head_dates_the_story_under_whose_headline_it_stands(lines: str, day: str | None) -> None:
    page = read_page([], SETTINGS)
    stated = stated_dates(lines_of(lines), (), page, SETTINGS)
    assert read_days(stated, page, DatelineReading(Dateline())).published == day


def test_other_pages_of_the_dump_tell_the_order_too() -> None:
    dump = lines_of(
        "M|Published: 25/4/2021\n\n\nH|Street to reopen\nM|Published: 3/4/2021\nP|The stalls were full again."
    )
    story = dump[1:]
    page = read_page([], SETTINGS, [line for line in dump if line.role is Role.METADATA])
    days = read_days(stated_dates(story, (), page, SETTINGS), page, DatelineReading(Dateline()))
    assert (days.published, days.warnings) == ("2021-04-03", ("published: order of day and month inferred",))
    assert slices(dump, days.evidence) == [item.raw for item in days.evidence]


def test_what_is_printed_in_full_is_not_inferred() -> None:
    days = read(next(case for case in CASES if case.name == "a dateline with its year"))
    assert not any(item.inferred for item in days.evidence)
