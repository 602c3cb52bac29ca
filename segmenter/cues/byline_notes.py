"""Sentences and brackets that say who made a Chinese story, and the credits that close its last paragraph."""

from segmenter.cues.base import Cue, Weight
from segmenter.cues.fragments import END_MARK, LATIN_NAMES, OUTLET_CHARACTERS, SURNAME, TITLE
from segmenter.model import Role

_ONE = rf"{SURNAME}\ ?\p{{Han}}{{1,2}}"

_TITLE = "(?:记者|通讯员|特派员|实习生|评论员|撰稿人)"

NOTE_CUES: tuple[Cue, ...] = (
    Cue(
        id="byline.contributors",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""(?:^|[,。;]|^\()(?P<credit>[^,。;]{{0,14}}?{TITLE}[\ :]{{0,2}}{SURNAME}[^。;]{{1,60}}?对[本此]文
            (?:章)?[亦也均]?有.{{0,3}}贡献)[)。]?\s*$""",
        triggers=("贡献",),
        hits=("文中阿桑、小林均为化名，青石网实习记者林远、何舟，记者余朵对本文亦有贡献",),
        misses=("他对本文有贡献", "记者林远对本文的看法"),
    ),
    Cue(
        id="byline.author-note",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=r"""^\s*[(\[【](?P<credit>(?:本文|文章)?(?:作者|译者|执笔人?)
            (?:单位)?\s?:?\s?[^()]{2,120})[)\]】]\s*$""",
        triggers=("作者", "译者", "执笔"),
        hits=("（作者：林远，系某大学教授）", "（作者系某大学教授 林远）", "（作者林远 单位：某学院）"),
        misses=("作者：林远", "[几天前的文章中曾提到——作者注]"),
    ),
    Cue(
        id="byline.compiled-note",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=rf"""^\s*(?:编者[注按]\s?:\s?)?本(?:文|稿|报道|[组版]稿件)由(?P<agency>{OUTLET_CHARACTERS}{{2,10}}?(?:学院|大学|智库|工作室
            |研究院|公众号
            |[网社报台]))?(?P<credit>{OUTLET_CHARACTERS}{{0,10}}?{SURNAME}\p{{Han}}{{1,2}}
            (?:[、\ ]{SURNAME}\p{{Han}}{{1,2}}){{0,4}}(?:采访)?(?:编译|翻译|撰写|整理|采写))(?=[,。;自]|$)""",
        triggers=("本文由", "本稿由", "稿件由", "报道由"),
        hits=("编者注：本文由青石学院林远编译，主要介绍", "本文由林远、何舟整理", "本组稿件由本报记者林远采写"),
        misses=("本文由多家公司的资料编译而成",),
    ),
)

CLOSING_CUES: tuple[Cue, ...] = (
    Cue(
        id="closing.bare-names",
        role=Role.BODY,
        weight=Weight.HINT,
        pattern=rf"""^(?:[^。!?”…]*+[。!?”…])+?\K(?=[^。!?(\[【]*+(?:[(\[【]|$))(?:\s{{1,6}}(?P<bare_credit>{_ONE}
            (?:[\ 、]{{1,3}}\p{{Han}}\ ?\p{{Han}}{{1,2}}){{0,3}})
            |\s{{0,6}}(?P<credit>{OUTLET_CHARACTERS}{{0,10}}?{_TITLE}[\ :]{{0,2}}{_ONE}
            (?:[\ 、]{{1,3}}\p{{Han}}[\p{{Han}}\ ]{{1,14}}){{0,5}}?
            (?:\ ?(?:文/图|图/文|摄影报[道导]|整理))?(?:\ ?\([^()]{{3,24}}电\))?)){END_MARK}\s*$""",
        triggers=(
            *("记者", "通讯员", "特派员", "实习生", "评论员", "撰稿人"),
            *(f"{mark} " for mark in "。!?”…"),
        ),
        hits=(
            "培养出杰出人才。 林远 何舟",
            "路修好了。 本报记者 林远",
            "路修好了。本报记者 林远 通讯员 何舟",
            "路修好了。本报特派记者林远（本报雅典8月1日电）",
        ),
        misses=("培养出杰出人才。", "路修好了。 老街又热闹了", "路修好了。记者林远看在眼里"),
    ),
    Cue(
        id="closing.bracketed",
        role=Role.BODY,
        weight=Weight.HINT,
        pattern=rf"""(?<=[。!?”』」…▲■●★◆\p{{Han}}\d]|(?:^|\S)\s)\s*[(\[【]\s?(?P<credit>[^()\[\]【】。!?]{{2,110}}
            |[^()\[\]【】。]{{2,60}}\([^()]{{1,30}}\)[^()\[\]【】。]{{0,40}})[)\]】](?:\ ?\d{{7}})?{END_MARK}\s*$""",
        triggers=(")", "]", "】"),
        hits=(
            "路修好了。（记者林远综合新华社）",
            "有待解决。（文汇报东京12月29日专电/记者 林远）",
            "桥合龙了。(林远何舟）",
            "未来可期。（编辑：林远）1120801",
            "路修好了。（参与记者：林远、何舟）（完）",
            "路修好了。（编辑：林远）(B)⑦",
            "路修好了。▲（青石时报驻某国特约记者 林远）",
        ),
        misses=("（记者林远）", "路修好了。", "路修好了。（记者林远）后来又坏了。"),
    ),
    Cue(
        id="closing.dash-and-names",
        role=Role.BODY,
        weight=Weight.HINT,
        pattern=rf"""^\s*[^“"‘'].{{20,}}\p{{Ll}}[.!?]\K\ (?:--|—|–)\ ?
            (?P<names>{LATIN_NAMES}(?:,\ (?:The\ )?[A-Z][\p{{L}}\ ]{{1,30}})?)\s*$""",
        triggers=tuple(f"{mark} {dash}" for mark in ".!?" for dash in "-—–"),
        hits=("The cause is being looked into. — Ann Hill", "The road is open now. -- Ann Hill, Port Alder Post"),
        misses=(
            "The cause is being looked into by Ann Hill",
            "The road — Ann Hill",
            "“We won at last, and I cried.” — Ann Hill",
            "A.Z. — The Voice",
        ),
        source="briefs of local papers",
    ),
    Cue(
        id="closing.brackets-alone",
        role=Role.BODY,
        weight=Weight.HINT,
        pattern=rf"""^\s*[(\[【]\s?(?P<credit>(?:据|综合)?(?:(?![据由综]){OUTLET_CHARACTERS}){{2,8}}(?<=[社网报台闻])
            |{_ONE}(?:[、\ ]{_ONE}){{1,4}})[)\]】]{END_MARK}\s*$""",
        triggers=(")", "]", "】"),
        hits=("（青石新闻）", "（据青石网）", "（林远、何舟）（完）"),
        misses=("（林远）", "（张家口）", "（下）", "（单位：亿元）", "（他在青石网工作）"),
    ),
)
"""Credits at the end of a paragraph. They license no role; `tagging.people` reads them at a story's end."""
