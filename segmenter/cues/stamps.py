"""Lines of time and outlet, as web pages, listings and newspapers' sites set them beside a headline."""

from __future__ import annotations

from segmenter.cues.base import Cue, Weight, alone, opening
from segmenter.cues.date_patterns import DATE, YEAR_MARKS
from segmenter.cues.fragments import CREDITED_NAMES, SURNAME
from segmenter.cues.labels import PUBLISHED_LABEL, UPDATED_LABEL
from segmenter.cues.outlet_patterns import ENDS_AS_OUTLET, NAME, OUTLET, OUTLET_WORDS
from segmenter.model import Role

_SHORT_STAMP = r"(?:(?<![\d-])\d\d-\d\d|\d{1,2}月\d{1,2}日)\ ?\d\d:\d\d"
_WITH_CLOCK = r"(?=.{0,60}\d(?::\d\d|[时点]))"
_WITH_DAY = r"(?=.*(?:[日号]|[-/.\ ]\d))"
_CLOCK_MARKS = tuple(digit + mark for digit in "0123456789" for mark in ":时点")
_MARK = r"\s*[|,·•/-]?\s*"
_COUNTS = r"(?:我有话说|收藏|举报|评论|分享|字号|字体|阅读|浏览|点击|人气|编辑|责编|作者)"
_CREDITED = rf"""(?:\s*[|/,·•-]?\s*(?:
    {CREDITED_NAMES}(?:\s{{0,3}}发自\s?\p{{Han}}{{2,8}})?|[Bb]y\ \p{{Lu}}[\p{{L}}\p{{M}}'’.&\ ,-]{{2,60}})(?=\s|$))"""
"""Who wrote it, at the end of a line of time and outlet; `byline.behind-stamp` reads the names."""
_AFTER_STAMP = rf"""(?:
    \s*\([^()]{{0,24}}更新\s*\)
  | \s*[\[(]GMT[+-]\d{{1,2}}[\])]
  | \s*(?:发布于|来自|IP属地:?)\s?[\u4e00-\u9fff]{{2,6}}
  | \s+{_COUNTS}.{{0,60}}
  )?\s*$"""
"""What portals set after the time: when it was updated, its zone, from where it was sent, how often it was read."""

CUES = (
    Cue(
        id="metadata.outlet-then-time",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^\s*{_WITH_CLOCK}(?:(?:原创|转载)\s*:?\s*(?:{SURNAME}\p{{Han}}{{1,2}}\s+)?|(\p{{Han}}{{2,8}})\s+(?=\1\s))?
            (?P<source>{NAME}){_MARK}(?P<date>{DATE}|{_SHORT_STAMP})
            (?:\s*\|\s*(?i:editor|编辑|责编)\s*:?.{{1,30}}|\ [\u4e00-\u9fff]{{2,3}}|{_CREDITED})?{_AFTER_STAMP}""",
        triggers=_CLOCK_MARKS,
        hits=(
            "青石 2026-04-09 23:23",
            "金融棱鏡2019-09-23 07:48",
            "原创 青石都市报 2019-09-09 16:01:46",
            "原创 柳青 青石晚报 2019-09-09 16:01",
            "青石观察 青石观察 2025-05-05 08:00",
            "Port Alder Post, 5 March 2019 11:20 GMT",
            "Qingshi Daily | 2019-03-05 11:20:33 | Editor: liu",
            "青石社 2023/8/1 12:00（8/1 14:00 更新）",
            "青石日报官方账号 2024-05-15 10:30 河北",
            "青石日报 2019-09-03 09:00:11 阅读：1.2万",
            "36石网 2019-09-03 07:00",
            "Port Alder Echo / 5 March 2019 11:20 / by Ann Vale",
        ),
        misses=(
            "0条评论2020-09-11 15:17:02",
            "网友[青石县]2019-11-25 11:05:23",
            "会议定于2024年5月15日 14:00在县城召开",
            "青石县举行春耕现场会部署春耕工作 2024-05-15 14:00",
        ),
        source="Taiwanese listings; portals; Xinhua's English pages.",
    ),
    Cue(
        id="metadata.time-then-outlet",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^\s*{_WITH_CLOCK}(?P<date>(?>{DATE}))\s*(?:[|·•-]|,(?=\ [A-Z]))?\s*
            (?!{_COUNTS}|发布于|来自|更新|记者|星期)(?P<source>{NAME})
            (?:\s*/.{{0,60}}|\s+(?:综合报[道导]|综合外电|编译|实时|即时).{{0,40}}|{_CREDITED})?{_AFTER_STAMP}""",
        triggers=_CLOCK_MARKS,
        hits=(
            "2018年09月18日 10:26 青石在线",
            "2019-09-26 10:56:28 证券青石网",
            "2019年09月11日01:53 青石科技 我有话说(1307人参与) 收藏本文",
            "2026-04-09 23:23 青石報／ 記者柳某／青石即時報導",
            "2023-08-01 12:00 青石新聞網 綜合報導",
            "2023-08-01 12:00 · 青石发布 · 作者 林远",
            "2023/08/01 12:00　青石線上　記者林遠",
        ),
        misses=("2018年9月18日10时26分，青石县发生3.2级地震", "2019-09-26 10:56:28", "March 14, 2013 11:21 AM GMT"),
        source="Portals.",
    ),
    Cue(
        id="metadata.day-and-outlet",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^(?=.{{6,90}}$){_WITH_DAY}\s*(?:(?P<date>(?>{DATE}))(?P<first>(?P<apart>\s{{2,}}|\s*\|\s*)|{_MARK}))?
            (?P<source>{OUTLET}|(?(apart){NAME}|(?!)))
            (?(first)|(?:\s*[|·]\s*(?:[A-Z]\d{{1,3}}|\d{{1,3}}版)(?:\s*[|·]\s*[^\s|·]{{2,10}})?)?{_MARK}(?P<date>{DATE}))
            (?:{_MARK}\d{{1,2}}\ (?i:min(?:ute)?s?(?:\ read)?)|{_MARK}阅读.{{1,12}}|{_CREDITED})?\s*$""",
        triggers=YEAR_MARKS,
        hits=(
            "2011年07月20日  青石经济新闻",
            "Port Alder Post - 4 Mar 2024 - 3 min read",
            "2011年7月20日 青石日报",
            "Port Alder Post, 5 March 2019",
            "青石晚报 2024-05-15",
            "《青石晚报》 2024年5月15日",
            "2011年06月15日 | 青石",
            "青石晚报 | A12 | 要闻 | 2019-09-03",
            "2019-09-03 青石周刊 记者 林远",
            "2019-09-03 青石周刊 记者林远 发自河湾",
        ),
        misses=(
            "2011年7月20日 青石发生地震",
            "2011年7月20日，青石日报报道说",
            "2011年7月20日 青石日报记者在桥头看见一群鸭子过河。",
            "In May 2019",
        ),
        source="Archives of portals; Wisers.",
    ),
    Cue(
        id="metadata.name-and-day",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*[A-ZÀ-Ý][\w.&'’ –-]{{2,40}}?\s*[|·]\s*(?P<date>(?>{DATE}))
            (?:\s*[|·]\s*\d{{1,2}}\ (?i:min(?:ute)?s?(?:\ read)?))?\s*$""",
        triggers=("|", "·"),
        hits=(
            "Port Alder Echo | March 5, 2019",
            "Port Alder Echo · 5 March 2019 · 4 min read",
            "Ann Vale | March 5, 2019",
        ),
        misses=("Port Alder Echo | March 5", "Port Alder Echo | March 5, 2019 to April 7, 2019"),
        source="Web pages that set an outlet, a section or an author before the day; which it is they do not say.",
    ),
    Cue(
        id="metadata.byline-outlet-date",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"^[^|]{{2,60}}\|\s*(?P<source>{OUTLET})\s*\|\s*(?:{UPDATED_LABEL}|{PUBLISHED_LABEL})?:?\s*(?P<date>{DATE})\s*$",
        triggers=("|",),
        hits=("By Lin Ro | Qingshi Daily | Updated: 2019-03-05 07:40", "By Ann Vale | Port Alder Post | March 5, 2019"),
        misses=("By Ann Vale | Port Alder Post", "News | Sport | Weather"),
        source="China Daily's pages.",
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
        pattern=rf"""^\s*[(\[【]?{_WITH_CLOCK}(?P<date>{DATE}|{_SHORT_STAMP})\s*[)\]】]?
            \s*(?:[·|]?\s*[\d.,]{{1,6}}[万+]?\ ?(?:次|分钟)?\s?(?:\(?阅读(?:时间)?\)?|评论|浏览))?{_AFTER_STAMP}""",
        triggers=_CLOCK_MARKS,
        hits=(
            "2024-05-15 07:24:36",
            "1-MAR-1987 08:22:30.94",
            "March 14, 2013 Thursday 11:21 AM GMT",
            "2019年11月25日 16:04:30",
            "2026年4月9日 週四 下午12:00·2 分鐘 (閱讀時間)",
            "2026年4月9日 週四 下午12:00 [GMT+8]",
            "2024-05-15 10:30 发布于青石",
            "5月15日 07:24",
            "05-15 07:24",
        ),
        misses=("会议于2024-05-15 07:24开始", "2024-05-15", "11:21 AM"),
        source="Web pages; Reuters; Nexis.",
    ),
    Cue(
        id="metadata.day",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*[(\[【]?(?P<date>{DATE})\s*[)\]】]?
            (?:[\ ,]{{0,3}}(?:第?\s?\d{{1,4}}\s?期
              |(?:[A-Z][\w.]*\ ){{0,4}}(?i:edition)(?:\ \d|\ -\ \w{{2,10}}|;.{{1,20}})?)
              |\s{{1,9}}(?i:page)\ [A-Z]?\d{{1,3}})?\s*$""",
        triggers=YEAR_MARKS,
        hits=(
            "2024-05-15",
            "二〇二四年五月十五日 星期三",
            "January 12, 2005 Wednesday, Final Edition",
            "June 17, 1995, CITY EDITION",
            "Tuesday, September 3, 2019   Page A3",
            "March 5, 2019 Tuesday Late Edition - Final",
            "9 Januar 1993",
            "Thursday, March 7, 2019",
            "1-MAR-1987",
        ),
        misses=("2024年5月15日，青石县", "March 7", "9 Januar"),
        source="Nexis, Lexis, Factiva; newspapers' sites.",
    ),
    Cue(
        id="metadata.outlet-alone",
        role=Role.METADATA,
        weight=Weight.FAIR,
        pattern=rf"""^\s*(?:\L<outlets>|《[^》\s]{{2,14}}》
            |(?!.{{0,9}}[的了])[\u4e00-\u9fff]{{2,7}}
              (?:日报|晚报|早报|晨报|时报|商报|都市报|青年报|周报|周刊|通讯社|电视台|电台|新闻网|在线|客户端)
              (?:\s{{0,3}}[\s|·:]\s{{0,3}}(?P<section>\L<sections>))?
            |(?:[A-Z][\w.&'’–-]{{0,20}}\ ){{1,4}}(?:[a-z]{{2,3}}\ [A-Z]\w+\ )?
              (?<=\ (?={ENDS_AS_OUTLET}\s*$))[A-Z].{{0,40}})\s*$""",
        triggers=(
            *alone(r"\L<outlets>"),
            *opening("《"),
            *("日报", "晚报", "早报", "晨报", "时报", "商报", "都市报", "青年报", "周报", "周刊", "通讯社"),
            *("电视台", "电台", "新闻网", "在线", "客户端"),
            *(f" {word}" for word in OUTLET_WORDS if word[0].isupper()),
            *(word for word in OUTLET_WORDS if word[0] == "."),
        ),
        hits=(
            "The Harrow Bay Weekly",
            "Port Alder Courier",
            "Meridian Press International",
            "The Fenwick Guardian (Alder)",
            "Agence Alder Presse -- English",
            "青石日报",
            "青石日報　港聞",
            "青石晚报 | 城事",
            "《青石晚报》",
            "BILD",
        ),
        misses=(
            "Ferry Fares Rise Today in Port Alder",
            "Weekly",
            "被冷落的青石电台",
            "青石晚报社会责任报告发布",
            "青石晚报 城事难料",
            "The post office",
        ),
        source="Newsletters; Nexis.",
    ),
    Cue(
        id="metadata.original-title",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"^\s*[(\[【]?\s*(?:原标题|原文标题|原题)\s*:.{2,80}$",
        triggers=("原标题", "原文标题", "原题"),
        hits=("（原标题：老钟楼停摆二十六年后重新报时）", "原标题：围裙爸爸上岗记"),
        misses=("原标题党小编改行卖菜",),
        source="Portals that rewrite headlines.",
    ),
)
