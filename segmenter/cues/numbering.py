"""Lines that a machine numbers: pages, records, lists of what was found; and the labels of a record's headline."""

from segmenter.cues.base import Cue, Weight, cased, opening
from segmenter.cues.date_patterns import DATE
from segmenter.model import Role

_COUNT = r"\d{1,6}\s?[条笔篇则项]"

_PAPER = r"(?:[A-Z][A-Z.&'’-]+(?:\ [A-Z&][A-Z.&'’-]*){1,5})"
"""A paper's name as a running head prints it, in capitals."""
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_PAGE = r"(?:(?i:page|p\.)\ ?)?[A-Z]?\d{1,3}"
_CHINESE_WEEKDAY = r"(?:星期|周|礼拜)[一二三四五六日天]"
_CHINESE_DAY = rf"(?:(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日\s*{_CHINESE_WEEKDAY})"
_SPECKS = "·.,;:'`~|_^»«〕〔丨、。■□●–—-"

CUES = (
    Cue(
        id="furniture.running-head",
        role=Role.FURNITURE,
        weight=Weight.SURE,
        pattern=rf"""
            ^(?:{_PAPER}\s?[,|·]\s?(?:{_WEEKDAY}|[A-Z][A-Z\ &]{{2,24}})\s?[.,|·]\s?{_PAGE}
            |{_PAGE}\s?[|·]\s?(?:[A-Z][A-Z\ &]{{2,24}}\s?[|·]\s?)?{_PAPER}
            |{_PAGE}\s+{_PAPER}\s+{_WEEKDAY},?\ {DATE}(?:\s{{1,4}}[A-Z][A-Z\ &]{{2,24}})?
            |(?:[A-Z][A-Z\ &]{{2,24}}\s{{1,4}})?{_WEEKDAY},?\ {DATE}\s+{_PAPER}\s+{_PAGE}
            |{_CHINESE_DAY}\s+[\u4e00-\u9fff]{{2,10}}\s+{_PAGE}
            |{_PAGE}\s+[\u4e00-\u9fff]{{2,10}}\s+{_CHINESE_DAY}
            |[\u4e00-\u9fff]{{2,10}}\s+{_CHINESE_DAY}\s+{_PAGE})$
        """,
        triggers=(
            *cased("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
            *("星期", "周", "礼拜", "|", "·"),
        ),
        hits=(
            "PORT ALDER POST, TUESDAY. PAGE 6",
            "THE PORT ALDER POST | WORLD | A9",
            "7  PORT ALDER POST  Sunday, September 19, 2021",
            "Sunday, September 19, 2021  PORT ALDER POST  8",
            "2023年2月9日 星期四 青石都市报 30",
            "青石線上　2024年7月1日　星期一　A22",
        ),
        misses=(
            "PORT ALDER | WORLD CUP",
            "7 PORT ALDER MEN HELD ON Sunday",
            "2023年2月9日 星期四 青石镇下雨 30 户受灾",
            "TV TONIGHT: MONDAY, PAGE BOY",
        ),
        source="Printed pages, scanned or as PDF.",
    ),
    Cue(
        id="furniture.speck",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=rf"^(?:[{_SPECKS}](?:\ [{_SPECKS}]){{0,2}})$",
        triggers=opening(*_SPECKS),
        hits=(". ,", "~", "»", "丨", "。 ."),
        misses=("...", "***", "……", "“", "——", "?"),
        source="Scanned pages: what a reading machine takes for a mark.",
    ),
    Cue(
        id="furniture.page-number",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:[-–—·]{1,2}\s?\d{1,4}\s?[-–—·]{1,2}
            |第\s?\d{1,4}\s?页(?:\s?[,/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?/\s?\d{1,4}\s?页
            |(?i:page|p\.)\s?\d{1,4}(?:\s?(?:/|(?i:of))\s?\d{1,4})?)$
        """,
        triggers=(*opening(*"-–—·"), "页", *cased("page"), *opening("p.", "P.")),
        hits=("— 12 —", "- 3 -", "第 2 頁，共 9 頁", "第3页", "Page 4 of 12", "PAGE 7", "p. 5"),
        misses=("— 12", "第3页的故事", "Page of history turned in Port Alder", "3 / 4", "Page 4 girl sues"),
        source="Word processors and PDF.",
    ),
    Cue(
        id="separator.record-number",
        role=Role.SEPARATOR,
        weight=Weight.STRONG,
        pattern=r"""
            ^[\[(【]?(?:(?:(?:记录|文献|条目|结果)\s?:?\s?|第\s?)\d{1,6}\s?(?:[条笔篇则项号]\s?)?
                (?:[/,]\s?共?|共)\s?\d{1,6}(?:\s?[条笔篇则项])?
            |(?i:item|record|result|hit|article|story)\s?(?:\#|(?i:no)\.?\s?)?\d{1,6}
                (?:\s?/|\ (?i:of|out\ of))\s?\d{1,6})[\])】]?$
        """,
        triggers=(
            *("记录", "文献", "条目", "结果", "第"),
            *cased("item", "record", "result", "hit", "article", "story"),
        ),
        hits=("记录 3 / 12", "第 4 筆 / 共 9 筆", "【第3条，共8条】", "Item 3 of 12", "Record 4/90"),
        misses=("记录 3 人受伤", "第4笔捐款到账", "Item 3 of the council's agenda", "Record 4 of 5 seats won by women"),
        source="Libraries' databases and catalogues.",
    ),
    Cue(
        id="metadata.accession-number",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"""^\s*[\[【]?(?:馆藏号|登录号|索取号|索书号|文献号|记录号|文章编号
            |(?i:accession\ (?:no\.?|number)|record\ (?:no\.?|number|id)))
            [\]】]?\s?[:#]?\s*[A-Z]{0,4}[\d-]{3,20}\s*$""",
        triggers=(
            *("馆藏号", "登录号", "索取号", "索书号", "文献号", "记录号", "文章编号"),
            *cased("accession", "record"),
        ),
        hits=("館藏號 20412345", "登录号：A-2041233", "Accession no. 7712345", "Accession number: PA1234567"),
        misses=("馆藏号码牌失而复得", "Accession no. longer needed", "Record number 12 hits the harbour"),
        source="Libraries' databases.",
    ),
    Cue(
        id="furniture.search-results",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=rf"""
            ^(?:(?:命中|检索(?:到|结果)?|共(?:检索到|找到|有)?)\s?:?\s?{_COUNT}
                (?:(?:结果|记录|文献|资料|新闻)?[,;。]?\s?本次(?:导出|汇出|下载|打印|列印)\s?{_COUNT})?
            |(?i:your\ search\ (?:returned|found)|search\ results?\s?:|results\ found\s?:)\s?\d{{1,6}}
                (?i:\ (?:hits?|results?|records?|items?|articles?|documents?))?(?:\..{{0,60}})?
            |(?:(?i:end\ of\ (?:export|search\ results|download|cuttings|clippings))|以上为?全部(?:检索)?(?:结果|记录)
                |(?:导出|汇出|检索结果)(?:完毕|结束))(?:[.。,].{{0,80}})?
            |\(?(?:本期|本日|今日)(?:剪报|简报|摘要|汇编)?(?:完|完毕|结束)\)?)$
        """,
        triggers=(
            *("命中", "检索", "共", "以上", "导出", "汇出", "本期", "本日", "今日"),
            *("earch", "EARCH", "esults", "ESULTS", "nd of", "ND OF", "nd Of"),
        ),
        hits=(
            "命中 12 條，本次匯出 4 條",
            "共找到 23 条结果，本次导出 5 条",
            "Your search returned 12 items. Items marked: 4",
            "End of export. Not for resale.",
            "End of cuttings",
            "（本期完）",
        ),
        misses=(
            "共有 3 条路通到镇上",
            "本期完成改版",
            "Your search returned nothing",
            "End of export boom hits Port Alder",
        ),
        source="Libraries' databases; cuttings services.",
    ),
)

TITLE_LABEL = Cue(
    id="headline.title-label",
    role=Role.HEADLINE,
    weight=Weight.FAIR,
    pattern=r"""
        ^(?:[\[【](?:(?:文献|新闻|文章|报道|稿件|正|主)?(?:标\s?题|题\s?名|篇\s?名|题\s?目))[\]】]\s*:?\s*
        |(?:文献|新闻|文章|报道|稿件|正|主)?(?:标\s?题|题\s?名|篇\s?名|题\s?目)\s?:\s*
        |(?:(?i:article|document|doc|story|news|main)\ )?(?i:title|headline|heading)\s?:\s*
        |(?:TI|T1|HD|HL)(?:\s{1,4}-\s+|\s{2,8}|\s?:\s*))(?=\S)
    """,
    triggers=(
        *("标题", "题名", "篇名", "题目", "标 题", "题 名", "篇 名", "题 目"),
        *cased("title", "headline", "heading"),
        *opening(*(tag + mark for tag in ("TI", "T1", "HD", "HL") for mark in " :")),
    ),
    hits=(
        "題名：青石鎮老街完工",
        "【標題】青石鎮老街完工",
        "文献标题: 青石镇老街完工",
        "TI  - Council backs new bridge",
        "Article title: Council backs new bridge",
    ),
    misses=(
        "标题党小编改行卖菜",
        "原标题：围裙爸爸上岗记",
        "Title race goes on in Port Alder",
        "TI - ",
        "题名：",
    ),
    source="Libraries' databases; reference managers (RIS).",
)
