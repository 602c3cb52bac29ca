"""Whole lines that say when, from where or how long: stamps, sources, sections and the labels of database exports.

`tagging.published` and `tagging.sources` read the groups `date`, `source`, `author` and `section` of these patterns.
Patterns allow for a line's indent, since exports centre their mastheads.
"""

from __future__ import annotations

from segmenter.cues.base import Cue, Weight
from segmenter.cues.date_patterns import CLOCK, DATE, DAY_OF_YEAR, MONTH_OF_YEAR
from segmenter.model import Role

ENDS_AS_OUTLET = r"""(?:
    (?:日报|晚报|早报|晨报|时报|商报|快报|都市报|青年报|导报|周报|电讯|报|网|通讯社|社|电视台|电台|台|卫视|频道|新闻|周刊|月刊|杂志
      |在线|客户端|融媒体中心|广播|视频|快讯|财经|科技|娱乐|体育|资讯|传媒|媒体|发布|之声|头条|云)
    (?:[-·][\w·]{1,12})?
  | (?i:times|post|news|journal|herald|tribune|guardian|independent|telegraph|press|presse|gazette|chronicle|mail|mirror
      |observer|standard|express|globe|monitor|magazine|review|reuters|daily|weekly|today|radio|tv|television|bulletin
      |register|examiner|inquirer|sentinel|courier|dispatch|argus|advertiser|zeitung|rundschau|anzeiger|kurier
      |morgenpost|nachrichten|insider|agency|service|[\w-]{1,30}\.(?:com|org|net|de|cn|hk|tw|uk|fr|ch|at))
    (?:\ ?\([\w\ ,.]{2,20}\)|\ --?\ English|\ on\ Sunday|\ Online)?)"""
"""How the name of a paper, agency or site ends."""

_NAME_CHARACTER = r"[^\s:,。!?;()\[\]【】<>《》“”\"|*/]"
_NAME = rf"""(?:《[^》\s]{{2,20}}》
    | (?!https?:)[^\W\d]{_NAME_CHARACTER}{{1,13}}?
    | [A-ZÀ-Ý][\w.&'’–-]{{0,20}}(?:\ (?:[A-Za-zÀ-ÿ0-9&–-][\w.&'’–-]{{0,20}}|\([\w.]{{2,12}}\))){{0,6}}?)"""
"""An outlet's name: one Chinese word, or several Latin words."""

_PERSON_LABEL = (
    r"(?:作者|记者|撰文|编辑|责任编辑|责编|编译|译者|校对|审核|时间|日期|发布时间|字号|字体|浏览|点击|阅读|人气|评论)"
)
_SOURCE_LABEL = r"""(?:(?:稿件|文章|新闻|消息|信息|本文|内容|原文)?来源|稿源|出处|(?:本文)?转载?自
    |(?i:source|publication(?:\ title)?|newspaper(?:\ name)?))"""
_SOURCE_VALUE = rf"""(?:《[^》\s]{{2,20}}》
    | (?!https?:)[A-Za-zÀ-ÿ][\w.&'’–/-]{{0,20}}(?:\ [A-Za-zÀ-ÿ0-9&–-][\w.&'’–/-]{{0,20}}){{0,6}}(?:\ \([\w.\ ,]{{2,20}}\))?
        (?=\s*$|\s*[|,;()\[\]】]|\s+[^\x00-\x7f]|\s{{2}})
    | (?!https?:|//)[^\s:|,;()\[\]【】]{{2,40}}?(?=\s|[|,;()\[\]】]|{_PERSON_LABEL}\ ?[:/]|$))"""

_PUBLISHED_LABEL = r"""(?:(?:首次)?(?:发布|发表|发稿|刊登|刊发|刊出|出版|见报|上稿|上传|录入|添加|报道|播出)(?:时间|日期|于|日)?|时间|日期
    |(?i:(?:first\ )?(?:published|posted|issued|released|created|aired)(?:\ (?:on|at|by\ [^\d:]{1,40}))?
      |(?:publication|release|issue)?[\ -]?date))"""
_UPDATED_LABEL = r"""(?:(?:最后|最近)?(?:更新|修改|编辑)(?:时间|日期|于)
    |(?i:(?:last\ )?(?:updated|modified|revised)(?:\ (?:on|at))?|load-date))"""
_ANY_DAY = rf"(?P<date>{DATE}|{DAY_OF_YEAR}|{MONTH_OF_YEAR}|(?:19|20)\d\d-(?:0[1-9]|1[0-2]))"
_TIME_AHEAD = r"(?=.{0,60}\d(?::\d\d|[时点]|\ ?[AaPp]\.?[Mm]))"

CUES = (
    Cue(
        id="metadata.published-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"^(?=.{{4,160}}$)(?:.{{0,60}}?[\s|)】\d])??\s*[(\[【]?{_PUBLISHED_LABEL}\s*:?\s*{_ANY_DAY}",
        hits=(
            "发布于 2019-09-26 07:19:52", "發稿時間：2025/04/08 14:13", "发布日期：2019-09-23 14:34:05 所属分类： 头条",
            "时间:2024-05-15", "Published: March 5, 2019", "Posted on 5 March 2019 at 11:20 GMT", "Publication date: Mar 5, 2019",
        ),
        misses=("发布于:青石县", "发布会将于5月15日举行，镇长说", "Published poet dies", "时间紧，任务重"),
        source="Web pages in both scripts; ProQuest.",
    ),
    Cue(
        id="metadata.updated-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"^(?=.{{4,160}}$)(?:.{{0,60}}?[\s|)】\d])??\s*[(\[【]?{_UPDATED_LABEL}\s*:?\s*{_ANY_DAY}",
        hits=("更新时间：2024-05-15 08:00", "Updated 8:15 PM EDT, Fri March 5, 2021", "Load-Date: January 12, 2005 Wednesday, Final Edition"),
        misses=("Updated rules for the harbour", "更新改造老旧小区"),
        source="Web pages; Lexis Advance.",
    ),
    Cue(
        id="metadata.label-and-clock",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"^\s*(?:(?:{_PUBLISHED_LABEL}|{_UPDATED_LABEL})\s*:?\s*(?P<time>{CLOCK})\s*[|,]?\s*){{1,3}}$",
        hits=("首次上稿 22:12更新時間 22:48", "更新時間：14:20", "Published 11:20 AM GMT"),
        misses=("发布会 14:20 开始", "22:12"),
        source="Taiwanese listings.",
    ),
    Cue(
        id="metadata.source-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^(?=.{{3,160}}$)(?:.{{0,90}}?(?:[\s|)】\d]|{_PERSON_LABEL}\s?:\s?[\w·]{{2,8}}))??\s*[(\[【]?
            {_SOURCE_LABEL}\s*[:/]\s*(?P<source>{_SOURCE_VALUE})(?:.{{0,60}}?作者\s?[:/]\s?(?P<author>[\w·]{{2,16}}))?""",
        triggers=("来源", "稿源", "出处", "自", "ource", "OURCE", "ublication", "UBLICATION", "ewspaper", "EWSPAPER"),
        hits=(
            "来源: 青石在线", "2019-09-26 12:11来源：青石证券网作者：韩某", "来源：青石日报 作者：柳某 编辑：方某", "稿源：青石广播电视台",
            "2020-11-23 10:22:14 出处：快讯网 作者：柳某", "(来源：青石晚报)", "Source: Port Alder Post", "Publication title: Port Alder Post",
        ),
        misses=("图片来源：青石日报", "资料来源：县统计局", "来源不明的快递", "Sources: three people in the harbour office"),
        source="Web pages; ProQuest.",
    ),
    Cue(
        id="metadata.outlet-then-time",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"^\s*{_TIME_AHEAD}(?:(?:原创|转载)\s+)?(?P<source>{_NAME})\s*[|,·•-]?\s*(?P<date>{DATE}|(?<![\d-])\d\d-\d\d\ \d\d:\d\d)\s*$",
        hits=("青石 2026-04-09 23:23", "金融棱鏡2019-09-23 07:48", "原创 青石都市报 2019-09-09 16:01:46", "Port Alder Post, 5 March 2019 11:20 GMT"),
        misses=("0条评论2020-09-11 15:17:02", "网友[青石县]2019-11-25 11:05:23", "会议定于2024年5月15日 14:00在县城召开"),
        source="Taiwanese listings; portals.",
    ),
    Cue(
        id="metadata.time-then-outlet",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^\s*{_TIME_AHEAD}(?P<date>{DATE})\s*(?:[|·•-]|,(?=\ [A-Z]))?\s*(?P<source>{_NAME})
            (?:\s+(?:我有话说|收藏|举报|评论|分享|字号|阅读|人气|编辑|责编|作者).{{0,60}})?\s*$""",
        hits=("2018年09月18日 10:26 青石在线", "2019-09-26 10:56:28 证券青石网", "2019年09月11日01:53 青石科技 我有话说(1307人参与) 收藏本文"),
        misses=("2018年9月18日10时26分，青石县发生3.2级地震", "2019-09-26 10:56:28"),
        source="Portals.",
    ),
    Cue(
        id="metadata.day-and-outlet",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*(?:(?P<date>{DATE})(?:\s{{2,}}|\s*\|\s*)(?P<source>{_NAME})
            |(?P<date>{DATE})\s*[,·•-]?\s*(?P<source>\L<outlets>|{_NAME}(?<={ENDS_AS_OUTLET}))
            |(?P<source>\L<outlets>|{_NAME}(?<={ENDS_AS_OUTLET}))\s*[|,·•-]?\s*(?P<date>{DATE}))\s*$""",
        hits=("2011年07月20日  青石经济新闻", "2011年7月20日 青石日报", "Port Alder Post, 5 March 2019", "青石晚报 2024-05-15", "2011年06月15日 | 青石"),
        misses=("2011年7月20日 青石发生地震", "2011年7月20日，青石日报报道说", "In May 2019"),
        source="Archives of portals.",
    ),
    Cue(
        id="metadata.day-and-address",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"^\s*(?P<date>{DATE})\s*\|?\s*https?://(?:www\.)?(?P<source>[\w-]+(?:\.[\w-]+){{1,4}})/?\s*$",
        triggers=("http",),
        hits=("2023-09-28 | http://news.port-alder.example",),
        misses=("2023-09-28 | 青石", "见 http://news.port-alder.example"),
        source="Web crawls.",
    ),
    Cue(
        id="metadata.stamp",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"^\s*[(\[【]?{_TIME_AHEAD}(?P<date>{DATE}|\d\d-\d\d\ \d\d:\d\d)\s*[)\]】]?\s*(?:[\d.\w]{{1,6}}(?:次)?(?:阅读|评论|浏览))?\s*$",
        hits=("2024-05-15 07:24:36", "1-MAR-1987 08:22:30.94", "March 14, 2013 Thursday 11:21 AM GMT", "2019年11月25日 16:04:30", "05-15 07:24"),
        misses=("会议于2024-05-15 07:24开始", "2024-05-15", "11:21 AM"),
        source="Web pages; Reuters; Nexis.",
    ),
    Cue(
        id="metadata.day",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*[(\[【]?(?P<date>{DATE})\s*[)\]】]?(?:[\ ,]{{0,3}}(?:(?:[A-Z][\w.]*\ ){{0,4}}(?i:edition)(?:\ \d|;.{{1,20}})?|第?\s?\d{{1,4}}\s?期))?\s*$""",
        hits=("2024-05-15", "二〇二四年五月十五日 星期三", "January 12, 2005 Wednesday, Final Edition", "June 17, 1995, CITY EDITION", "9 Januar 1993", "Thursday, March 7, 2019", "1-MAR-1987"),
        misses=("2024年5月15日，青石县", "March 7", "9 Januar"),
        source="Nexis, Lexis, Factiva; newspapers' sites.",
    ),
    Cue(
        id="metadata.folio-citation",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"^\s*[(\[【]?\s*(?:原载|本文刊于|刊于|载于|摘自|选自)?\s*《?(?P<source>[^\s《》()。,:]{{2,14}})》?\s*[(\[]?\s*,?(?P<date>{DATE})\s*,?\s*第?\s?[A-Z]?\d{{1,3}}\s?版(?:\s*[::]?\s*(?P<section>[^\s()\]]{{2,6}}))?\s*[)\]】]{{0,2}}\s*$",
        triggers=("版",),
        hits=("《青石日报》（ 2019年09月03日 14版）", "（青石日报 2019年9月3日第14版）", "原载《青石日报》2019年9月3日第2版"),
        misses=("《青石日报》改版", "青石日报第14版"),
        source="Guangming Daily and other papers' sites.",
    ),
    Cue(
        id="metadata.length",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"""^\s*(?:(?i:length|länge|longueur|longitud)\s*:\s*)?\d{1,3}(?:[.,]?\d{3})?\ (?i:words?|wörter|mots|palabras|parole|palavras|woorden)\s*$
            |^\s*(?:字数|篇幅|全文)\s*:\s*\d{1,6}\s*字?\s*$|^\s*\d{2,6}\ ?字\s*$""",
        triggers=("ord", "ORD", "örter", "ÖRTER", "mots", "palabras", "parole", "palavras", "字", "全文", "篇幅"),
        hits=("LENGTH: 241 words", "877 words", "1,640 words", "877 Wörter", "1234 字", "字数：1234"),
        misses=("241 words that changed Port Alder", "800字作文", "LENGTH matters"),
        source="Nexis, Lexis, Factiva.",
    ),
    Cue(
        id="metadata.section-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"^\s*(?:(?i:section|rubrik)|版面|版次|栏目|所属分类|分类|频道)\s*:\s*(?P<section>[^:]{1,80}?)(?:[;,]\s*(?i:pg\.?|page|p\.)?\s*[A-Z]{0,2}\d[\w-]*)?\s*$",
        triggers=(":",),
        hits=("SECTION: FRONT PAGE; Pg. 1", "Section: Financial; E01", "栏目：民生", "Section: A SECTION; Pg. A13", "SECTION: THE SUN SAYS; LEADING ARTICLE"),
        misses=("Section of the bridge closed", "分类投放：三步走"),
        source="Nexis, Lexis; newspapers' sites.",
    ),
    Cue(
        id="metadata.desk",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"^\s*(?P<section>(?:[A-Z][\w/&'-]*\ ){0,4}(?:Desk|Section|Page|Pages))\s*;\s*(?:[A-Z]{0,4}|SECT\w*)\d{0,3}\s*$",
        triggers=(";",),
        hits=("Foreign Desk; 1", "Editorial Desk; A", "Book Review Desk; 7"),
        misses=("Desk jobs; who wants them", "Foreign Desk"),
        source="Factiva, where The New York Times names its desk.",
    ),
    Cue(
        id="metadata.section-alone",
        role=Role.METADATA,
        weight=Weight.WEAK,
        pattern=r"^\s*(?P<section>\L<sections>|(?i:news|sport|sports|business|opinion|letters|features|world|national|comment|analysis|editorial|front\ page|home|foreign))\s*$",
        hits=("News", "Letters", "要闻"),
        misses=("News of the ferry", "要闻回顾"),
        source="Factiva prints the section above the headline.",
    ),
    Cue(
        id="metadata.export-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"""^\s*(?:(?i:language|publication-type|publication\ type|journal[-\ ]code|acc-no|document-type|document\ type|subject|industry
            |organization|company|person|geographic|country|city|state|ticker|type|graphic|publication\ (?:year|subject)|pages?|start\ page
            |issn|isbn|(?:proquest\ )?document\ (?:id|url)|source\ type|language\ of\ publication|database|links|classification|series
            |byline-email|notes|correction-date|keywords?|tags?))\s*:\s*\S.{0,300}$""",
        triggers=(":",),
        hits=("LANGUAGE: ENGLISH", "Publication-Type: Newspaper", "ProQuest document ID: 1234567", "SUBJECT: HARBOURS (90%)", "Keywords: ferry, fares"),
        misses=("Languages: three hundred are spoken in Port Alder", "LANGUAGE ENGLISH"),
        source="Nexis, Lexis Advance, ProQuest.",
    ),
    Cue(
        id="metadata.language-alone",
        role=Role.METADATA,
        weight=Weight.FAIR,
        pattern=r"^\s*(?i:english|englisch|anglais|inglés|inglese|german|deutsch|french|français|spanish|español|chinese|英语|英文|中文|简体中文|繁体中文|德语|法语)\s*$",
        hits=("English", "Englisch", "英語"),
        misses=("English lessons", "中文系"),
        source="Factiva.",
    ),
    Cue(
        id="metadata.export-copyright",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"^\s*(?i:copyright|\(c\))\s(?:\(c\)\s)?(?P<year>(?:19|20)\d\d),?\.?\s(?:(?i:by)\s)?(?P<holder>[^|©]{2,90}?)(?:,\ (?:Inc|Ltd|LLC|PLC)\.?)?[.,]?(?:\s(?i:all\ rights\ reserved)\.?.{0,40})?\s*$",
        triggers=("opyright", "OPYRIGHT", "(c)", "(C)"),
        hits=("Copyright 2013 Port Alder Post", "Copyright 2017. Port Alder Post. All Rights Reserved.", "(c) 2019 The Fenwick Times"),
        misses=("Copyright © 2023 Port Alder Post", "Copyright row over 2019 song", "Copyright 2013"),
        source="Nexis, Lexis, Factiva.",
    ),
    Cue(
        id="metadata.export-marker",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"^\s*(?:Body|Highlight|Graphic|Classification|(?i:full\ text|abstract|body\ text)\s*:?)\s*$",
        hits=("Body", "Full text:", "Classification"),
        misses=("Body found in harbour", "Full text of the speech"),
        source="Lexis Advance, ProQuest.",
    ),
    Cue(
        id="metadata.minutes-to-read",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"^\s*(?:\d{1,2}\ (?i:min(?:ute)?s?)\ (?i:read)|(?:阅读|预计阅读)(?:时间|时长)?\s*:?\s*约?\d{1,2}\s?分钟)\s*$",
        triggers=("ead", "EAD", "阅读"),
        hits=("4 minute read", "5 min read", "阅读时长：约5分钟"),
        misses=("a five minute read in the harbour", "阅读的五分钟"),
        source="Web pages.",
    ),
)
