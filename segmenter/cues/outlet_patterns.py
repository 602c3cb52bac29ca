"""How outlets are named: pattern fragments for the cues of metadata and for `tagging.sources`."""

from __future__ import annotations

from typing import Final

from segmenter.cues.base import cased

_LATIN_WORDS = (
    *("times", "post", "news", "journal", "herald", "tribune", "guardian", "independent", "telegraph", "press"),
    *("presse", "gazette", "chronicle", "mail", "mirror", "observer", "standard", "express", "globe", "monitor"),
    *("magazine", "review", "reuters", "daily", "weekly", "today", "radio", "tv", "television", "bulletin"),
    *("register", "examiner", "inquirer", "sentinel", "courier", "dispatch", "argus", "advertiser", "zeitung"),
    *("rundschau", "anzeiger", "kurier", "morgenpost", "nachrichten", "insider", "agency", "service"),
)
_DOMAINS = ("com", "org", "net", "de", "cn", "hk", "tw", "uk", "fr", "ch", "at")
OUTLET_WORDS: Final = (*cased(*_LATIN_WORDS), *(f".{domain}" for domain in _DOMAINS))
"""What the Latin name of an outlet holds."""

ENDS_AS_OUTLET: Final = rf"""(?:
    (?:日报|晚报|早报|晨报|时报|商报|快报|都市报|青年报|导报|周报|电讯|报|网|通讯社|社|电视台|电台|台|卫视|频道
      |新闻|周刊|月刊|杂志|在线|客户端|融媒体中心|广播|视频|快讯|财经|科技|娱乐|体育|资讯|传媒|媒体|发布|之声|头条
      |新闻云)
    (?:[-·][\w·]{{1,12}})?
  | (?<![A-Za-z])(?i:{"|".join(_LATIN_WORDS)})
    (?:\ ?\([\w\ ,.]{{2,20}}\)|\ --?\ English|\ on\ Sunday|\ Online|\ International)?
  | \w\.(?:{"|".join(_DOMAINS)}))"""
"""How the name of a paper, agency or site ends."""

_CHARACTER = r"[^\s:,。!?;()\[\]【】<>《》“”\"|*/]"
NAME: Final = rf"""(?:《[^》\s]{{2,20}}》
    | (?!https?:)(?:\d{{2,3}}(?![年月日时点条人次号个家万楼]))?[^\W\d]{_CHARACTER}{{1,13}}?
    | [A-ZÀ-Ý][\w.&'’–-]{{0,20}}(?:\ (?:[A-Za-zÀ-ÿ0-9&–-][\w.&'’–-]{{0,20}}|\([\w.]{{2,12}}\))){{0,6}}?)(?<!\bThe)"""
"""An outlet's name where the line around it frames it: one Chinese word, or several Latin words."""

OUTLET: Final = rf"(?:\L<outlets>|《[^》\s]{{2,20}}》|{NAME}(?<={ENDS_AS_OUTLET}))"
"""A name that is known as an outlet's or ends as one."""

PERSON_LABEL: Final = (
    r"(?:作者|记者|撰文|编辑|责任编辑|责编|编译|译者|校对|审核|时间|日期|发布时间|字号|字体|浏览|点击|阅读|人气|评论)"
)
"""Labels that may follow a source without a mark between."""

SOURCE_LABEL: Final = r"""(?:(?:稿件|文章|新闻|消息|信息|本文|内容|原文)?来源|稿源|出处|来自|(?:本文)?转载?自
    |(?i:source|publication(?:\ title)?|newspaper(?:\ name)?))"""
SOURCE_VALUE: Final = rf"""(?:《[^》\s]{{2,20}}》
    | (?!https?:)[A-Za-zÀ-ÿ][\w.&'’–/-]{{0,20}}(?:\ [A-Za-zÀ-ÿ0-9&–-][\w.&'’–/-]{{0,20}}){{0,6}}
        (?:\ \([\w.\ ,]{{2,20}}\))?(?=\s*$|\s*[|,;()\[\]】]|\s+[^\x00-\x7f]|\s{{2}})
    | (?!https?:)\w[^\s:|,;()\[\]【】]{{1,39}}?(?=\s|[|,;()\[\]】]|{PERSON_LABEL}\ ?[:/]|$))"""
"""What stands after the label, up to the next label or mark."""
