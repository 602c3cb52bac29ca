"""Lines that name a paper, its day and its page: running heads, citations, the end of a wire's file."""

from __future__ import annotations

from segmenter.cues.base import Cue, Weight
from segmenter.cues.date_patterns import DATE, YEAR_MARKS
from segmenter.cues.outlet_patterns import OUTLET
from segmenter.model import Role

_PAGE = r"(?:第?\s?[A-H]?\d{1,3}\s?版|[A-H]\d{1,3}|(?i:pp?\.|page|pg\.?)\ ?[A-Z]?\d{1,3})"
_PAGES = (" p. ", " pp. ", "Page ", "page ", "pg", *(letter + digit for letter in "ABCDEFGH" for digit in "0123456789"))
_NO_OUTLET = r"""(?:(?i:news|sports?|business|opinion|letters|features|world|national|home|page|edition|obituaries
    |(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|星期|周[一二三四五六日]|第)"""
"""What a running head may begin with instead of the paper's name."""

CUES = (
    Cue(
        id="metadata.running-head",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^(?=.{{10,140}}$)\s*(?P<source>{OUTLET})
            (?:\s*[|·]\s*\p{{Lu}}[\p{{L}}\ &]{{2,20}}?|\s{{1,20}}(?!记者|通讯员|编辑)\p{{Han}}{{2,6}})
            (?:\s*[|·]\s*|\s{{1,40}})(?P<date>(?>{DATE}))(?:(?:\s*[|·]\s*|\s{{1,40}}){_PAGE})?\s*$""",
        triggers=YEAR_MARKS,
        hits=(
            "PORT ALDER OBSERVER | OPINION | Tuesday, March 5, 2019",
            "青石日報 民意論壇 2019年3月5日 星期二",
            "青石晚报　城事　2019年3月5日　第3版",
        ),
        misses=(
            "PORT ALDER OBSERVER | OPINION",
            "青石日报 记者林远 2019年3月5日",
            "青石日报 获奖名单将于2019年3月5日公布",
        ),
        source="The line over a newspaper's page, which names its section too.",
    ),
    Cue(
        id="metadata.end-of-file",
        role=Role.FURNITURE,
        weight=Weight.SURE,
        pattern=rf"""^\s*(?P<source>{OUTLET})\s*[|·—–-]?\s*(?P<date>(?>{DATE}))\s*(?:发稿(?:单|目录)|稿件目录|供稿单)
            (?:\s*共\s?\d{{1,3}}\s?[条篇])?\s*$
            |^\s*(?P<source>{OUTLET})\s*[|—–-]{{1,3}}\s*(?P<date>(?>{DATE}))\s*[|—–-]{{1,3}}
              \s*(?i:end\ of\ (?:file|report|transmission))\s*$""",
        triggers=("发稿", "稿件目录", "供稿单", "END OF", "End of", "end of"),
        hits=("青石社2019年3月5日发稿单 共4条", "ALDER NEWS SERVICE — Tuesday, March 5, 2019 — END OF FILE"),
        misses=("青石社2019年3月5日发稿说，桥修好了", "END OF FILE", "ALDER NEWS SERVICE sees the end of file sharing"),
        source="Wires, which close a day's file with its date.",
    ),
    Cue(
        id="metadata.folio-citation",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^(?=.{{8,140}}$)\s*[(\[【]?\s*(?:原载|本文刊于|刊于|载于|摘自|选自)?\s*《?(?!{_NO_OUTLET})
            (?P<source>(?:[A-ZÀ-Ý][\w.&'’ –-]{{2,40}}?|[^\W\d][^\s《》()。,:|·]{{1,13}}))》?
            (?:\s*[(\[]?\s*[,|·]?\s*(?P<date>(?>{DATE}))\s*[,|·]?\s*{_PAGE}|\s*[|·]\s*{_PAGE}\s*[|·]\s*(?P<date>(?>{DATE})))
            (?:\s*:?\s*(?P<section>[^\s()\[\]]{{2,6}}))?\s*[)\]】]{{0,2}}\s*$""",
        triggers=("版", *_PAGES),
        hits=(
            "《青石日报》（ 2019年09月03日 14版）",
            "（青石日报 2019年9月3日第14版）",
            "原载《青石日报》2019年9月3日第2版",
            "青石線上 2019-09-03 A10",
            "青石線上｜A10｜2019-09-03",
            "Port Alder Echo | 3 September 2019 | Page A3",
            "Port Alder Echo, 3 September 2019, p. 11",
        ),
        misses=(
            "《青石日报》改版",
            "青石日报第14版",
            "2023年8月1日 第3版",
            "Sport | 3 September 2019 | Page 12",
            "Tuesday, September 3, 2019   Page A3",
            "星期二　2019年9月3日　第3版",
            "The ferry, 3 September 2019, pushed off",
        ),
        source="Guangming Daily and other papers' sites.",
    ),
)
