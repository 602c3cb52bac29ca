"""Lines of date and source that a label opens: `发布时间：`, `Published:`, `来源：`, `【日期】`, `PD  -`."""

from __future__ import annotations

from segmenter.cues.base import Cue, Weight, opening
from segmenter.cues.date_patterns import CLOCK, LOOSE_DATE
from segmenter.cues.outlet_patterns import PERSON_LABEL, SOURCE_LABEL, SOURCE_VALUE
from segmenter.model import Role

PUBLISHED_LABEL = r"""(?:
    (?:首次)?(?:发布|发表|发稿|刊登|刊发|刊出|出版|见报|上稿|上传|录入|添加|报道|播出)(?:时间|日期|于|日)?|时间|日期
  | (?:发文|公布|公告|张贴|上版|登载|刊载)(?:时间|日期|日)
  | (?i:(?:first\ )?(?:published|posted|issued|released|created|aired)(?:\ (?:on|at|by\ [^\d:]{1,40}))?
      |(?:publication|release|issue|doc)?[\ -]?date|dated(?=\s?:)))"""
UPDATED_LABEL = r"""(?:(?:最后|最近|最新)?(?:更新|修改|编辑)(?:时间|日期|于|(?=\s?:))
    |(?i:(?:last\ )?(?:updated|modified|revised)(?:\ (?:on|at))?|load-date))"""
"""What stands before the day on which a story appeared, and before that of its last change."""
_PUBLISHED_WORDS = (
    *("发布", "发表", "发稿", "刊登", "刊发", "刊出", "出版", "见报", "上稿", "上传", "录入", "添加", "报道", "播出"),
    *("发文日", "公布日", "公告日", "张贴日", "上版日", "登载日", "刊载日"),
    *("时间", "日期", "ublished", "UBLISHED", "osted", "OSTED", "ssued", "eleased", "reated", "ired"),
    *("date", "Date", "DATE"),
)
_UPDATED_WORDS = ("更新", "修改", "编辑", "pdated", "PDATED", "odified", "evised", "oad-", "OAD-")
_LABEL_AHEAD = r"""^(?=.{4,160}$)(?:\s*|.{0,60}?(?:[|)】\d·]\s*|\s(?=[\u4e00-\u9fff]|[^\d:]{3,30}:)))[(\[【]?"""
"""The label begins the line, or stands in it after a mark."""
_LABELLED_DATE = rf"(?P<date>(?>{LOOSE_DATE}))(?!\s*[至到~])(?:(?<=:.{{4,70}})|(?=[^.。!?]{{0,50}}$))"
"""Without a colon the label may be a sentence's verb: `Published March 5 in a journal, the study says …`."""

CUES = (
    Cue(
        id="metadata.published-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"{_LABEL_AHEAD}{PUBLISHED_LABEL}\s*:?\s*{_LABELLED_DATE}",
        triggers=_PUBLISHED_WORDS,
        hits=(
            "发布于 2019-09-26 07:19:52",
            "發稿時間：2025/04/08 14:13",
            "发布日期：2019-09-23 14:34:05 所属分类： 头条",
            "时间:2024-05-15",
            "Published: March 5, 2019",
            "Posted on 5 March 2019 at 11:20 GMT",
            "Publication date: Mar 5, 2019",
            "索引号：003412/2019-00017　发文日期：2019年3月5日",
            "張貼日：2019-03-05　資料來源：青石縣政府新聞處",
            "上版日期：108年3月5日",
            "Dated: 5 March 2019",
            "First published on Mon 4 Mar 2019 06.00 GMT",
        ),
        misses=(
            "发布于:青石县",
            "发布会将于5月15日举行，镇长说",
            "Published poet dies",
            "时间紧，任务重",
            "日期：2018年9月20日至10月2日",
            "公告日期：另行通知",
            "A letter dated March 5, 2019 came back",
            "The payment date April 9, 1987 stands",
            "Published March 5, 2019 in a journal, the study says the harbour is safe.",
        ),
        source="Web pages in both scripts; ProQuest.",
    ),
    Cue(
        id="metadata.tagged-date",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^\s*(?:【\s?{PUBLISHED_LABEL}\s?】|(?:PD|DP|DA|DT)\ {{1,3}}-\ {{1,2}}|\[(?:PD|DATE)\])
            \s*:?\s*(?P<date>(?>{LOOSE_DATE}))\s*$""",
        triggers=opening("【", "PD ", "DP ", "DA ", "DT ", "[PD]", "[DATE]"),
        hits=("【日期】2019-03-05", "【發布時間】2019年3月5日", "PD  - 5 March 2019", "DA  - 2019/03/05"),
        misses=("【日期】待定", "PD  - 17", "DA - the district attorney of 5 March 2019 speaks"),
        source="Libraries' databases of newspapers, which set a field's name in brackets or before a dash.",
    ),
    Cue(
        id="metadata.tagged-source",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"""^\s*(?:【\s?(?:来源|出处|报纸(?:名称?)?|报别|报刊(?:名称?)?|刊名|媒体(?:名称?)?)\s?】
            |(?:SO|JN|JF|JO)\ {1,3}-\ {1,2})\s*(?P<source>(?!\d)\w[^|;:【】]{1,40}?)\s*$""",
        triggers=opening("【", "SO ", "JN ", "JF ", "JO "),
        hits=("【报纸名】青石晚报", "【報別】青石晚報", "SO  - 青石晚报", "JN  - The Port Alder Post"),
        misses=("【来源】", "【媒体探班】青石晚报", "SO - 2019", "JN says the harbour is safe"),
        source="Libraries' databases of newspapers.",
    ),
    Cue(
        id="metadata.updated-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"{_LABEL_AHEAD}{UPDATED_LABEL}\s*:?\s*{_LABELLED_DATE}",
        triggers=_UPDATED_WORDS,
        hits=(
            "更新时间：2024-05-15 08:00",
            "Updated 8:15 PM EDT, Fri March 5, 2021",
            "Load-Date: January 12, 2005 Wednesday, Final Edition",
        ),
        misses=("Updated rules for the harbour", "更新改造老旧小区"),
        source="Web pages; Lexis Advance.",
    ),
    Cue(
        id="metadata.label-and-clock",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"^\s*(?:(?:{PUBLISHED_LABEL}|{UPDATED_LABEL})\s*:?\s*(?P<time>{CLOCK})\s*[|,]?\s*){{1,3}}$",
        triggers=(*_PUBLISHED_WORDS, *_UPDATED_WORDS),
        hits=("首次上稿 22:12更新時間 22:48", "更新時間：14:20", "Published 11:20 AM GMT"),
        misses=("发布会 14:20 开始", "22:12"),
        source="Taiwanese listings.",
    ),
    Cue(
        id="metadata.source-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^(?=.{{3,160}}$)(?:.{{0,90}}?(?:[\s|)】\d]|{PERSON_LABEL}\s?:\s?[\w·]{{2,8}}))??\s*[(\[【]?
            {SOURCE_LABEL}\s*(?:[:/丨|]|(?<=^\s*[(\[【]?(?:本文)?转载?自))\s*(?:综合整理自?|综合自|整理自|转载?自)?(?P<source>{SOURCE_VALUE})
            (?:.{{0,60}}?作者\s?[:/]\s?(?P<author>[\w·]{{2,16}}))?""",
        triggers=(
            *("来源", "稿源", "出处", "来自", "转自", "载自"),
            *("ource", "OURCE", "ublication", "UBLICATION", "ewspaper", "EWSPAPER"),
        ),
        hits=(
            "来源: 青石在线",
            "2019-09-26 12:11来源：青石证券网作者：韩某",
            "来源：青石日报 作者：柳某 编辑：方某",
            "稿源：青石广播电视台",
            "来自：青石日报",
            "本文转载自青石日报",
            "来源丨青石融媒",
            "来源：综合自青石日报",
            "2020-11-23 10:22:14 出处：快讯网 作者：柳某",
            "(来源：青石晚报)",
            "Source: Port Alder Post",
            "Publication title: Port Alder Post",
        ),
        misses=(
            "图片来源：青石日报",
            "资料来源：县统计局",
            "来源不明的快递",
            "Sources: three people in the harbour office",
        ),
        source="Web pages; ProQuest.",
    ),
)
