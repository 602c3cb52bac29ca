"""Lines that say who made the story, above its text or below it, and the credits that close a paragraph.

Group `credit` holds a Chinese credit, which `tagging.chinese_credits` reads; `bare_credit` one without a role word.
"""

from segmenter.cues.base import Cue, Weight
from segmenter.cues.byline_english import ENGLISH_CUES
from segmenter.cues.fragments import END_MARK, OUTLET_CHARACTERS, SURNAME, TITLE
from segmenter.model import Role

_BULLET = r"^[\s□■◎●◆▲▼★☆⊙○◇▌┃丨·*|/—-]{0,10}"
_STAMP = r"(?:(?P<day>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s{0,3})"
_NO_SENTENCE = r"(?!.*(?:获悉|了解到|表示|的|了|从|在(?!线)|会上|答问|记者(?:连线|会|节|手记|调查|观察)|[。!?“”『]))"
_WORK = r"(?:本[版文期])?(?:\L<roles>|(?:文|图|摄)[、/]?(?:文|图|摄))(?:[、/&](?:\L<roles>))*"
_NO_COLUMN = r"""(?!手记|观察|调查|亲历|走访|探访|述评|来信|连线|札记|视点|在线|之家|提问|追问|注意|说法|感言|招聘
    |俱乐部|协会|获悉|获奖)"""
_CREDIT_REST = r"[\p{Han}A-Za-z0-9·\ 、,;/|&:︰()<>「」丨⊙○◎.-]"

CUES: tuple[Cue, ...] = (
    Cue(
        id="byline.reporter-title",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}{_NO_SENTENCE}(?:(?!\L<roles>)\p{{Han}}{{2,6}}\ ?[|丨:︰]\ ?)?(?P<credit>(?:(?:作者
            |文)\s?[:︰/|丨]\s?|(?:本版)?(?:采写|文|图
            |摄影)[、/\p{{Han}}]{{0,4}}[:/|丨\ ]\s?)?{OUTLET_CHARACTERS}{{0,16}}?\ {{0,2}}{TITLE}[\s:︰/|◎⊙○丨]{{0,4}}
            (?:(?:{SURNAME}|\p{{Han}}{{1,8}}·){_CREDIT_REST}{{1,90}}?|(?<=[\s:︰/|]){_NO_COLUMN}\p{{Han}}{{2,4}}
            (?:[\ 、,/]{_CREDIT_REST}{{1,60}}?)?))(?:\s+
            (?P<day>[A-Z][a-z]+\ \d{{1,2}},\ \d{{4}}))?\s*$""",
        triggers=("记者", "特派员", "通讯员", "编译", "实习生", "评论员", "撰稿人", "撰述", "专栏作者"),
        hits=(
            "□ 本报记者 林 远 文/图",
            "◎ 见习记者 林远",
            "□ 本报记者 终南雪 文/图",
            "新华社记者林远",
            "记者：林远 编辑：何舟",
            "记者/ 林远 实习记者/ 何舟 余朵",
            "本报记者林远实习记者何舟发自青石",
            "記者林遠／青石報導",
            "特派記者林遠/青石報導聯合報",
            "文 | 青石周末记者 林远 何舟",
            "作者：青石在线记者 林远实习生 何舟",
            "本版采写/摄影:本报记者　林远　通讯员　何舟",
            "記者◎林遠",
            "博客 | 實習記者林遠",
            "记者/ 林远  January 27, 2020",
            "協力：特約記者林遠",
        ),
        misses=(
            "记者从市交通局获悉",
            "记者 手记",
            "本报记者 调查",
            "记者会",
            "记者节的老街",
            "答记者问",
            "香港市民怒斥记者:中国是我的国家 没有国哪有家",
            "本报记者近日在青石调研了解到",
            "晶科电子IPO：实习生占比达14% 2.7亿关联交易何解？",
            "記者：教授，您好，新冠病毒的基因序列？",
            "为记者量身打造的行业资讯平台",
        ),
    ),
    Cue(
        id="byline.work-label",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}{_NO_SENTENCE}[(\[【]?\s?(?P<credit>{_WORK}\s{{0,2}}[:︰/|丨]\s{{0,2}}(?:\p{{Han}}
            |[A-Z][a-z]){_CREDIT_REST}{{1,100}}?|(?:摄影|撰文|文字|编辑|文)\ {{1,2}}{SURNAME}\p{{Han}}{{1,2}}\ {{0,2}}
            (?:[|丨/]{_CREDIT_REST}{{2,60}})?)
            [)\]】]?(?:\ {{0,2}}\d{{7}})?\s*$""",
        triggers=(
            "文",
            "图",
            "摄",
            "作者",
            "编",
            "译",
            "采",
            "撰",
            "执笔",
            "校对",
            "审",
            "记者",
            "视频",
            "通讯员",
            "实习生",
            "图片",
        ),
        hits=(
            "文：林远、何舟",
            "文/林远",
            "【撰文: 林遠】",
            "【撰文：林遠／攝影：何舟】",
            "【記者：林遠／編輯：何舟／攝影：林遠、余朵】",
            "摄影 林远  |  撰文 何舟  |  编辑 余朵",
            "（責任編輯：林遠）1120801",
            "编辑：林远",
            "編譯/林遠聯合報",
            " 作者：林远",
            "文 | 林远 编辑 | 何舟",
            "【撰文：Gary Lam；圖片提供：Jacky03；聯絡：Pak Lin】",
        ),
        misses=("文化周报", "图：老街的早晨。", "编辑部的故事", "记者", "作者在文章中提到过老街"),
    ),
    Cue(
        id="byline.editor-handle",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=r"""^\s*[(\[【]?(?P<credit>(?:责任|网络|值班|本期)?(?:编辑|责编)\s?[:︰|]\s?
            (?:\p{Han}{2,4}\s)?[A-Za-z]\w{1,15})[)\]】]?\s*$""",
        triggers=("编辑", "责编"),
        hits=("编辑:linyuan", "（责任编辑： HN666）", "[责任编辑：林远 PK155]"),
        misses=("编辑部:12345678", "编辑:老街的早晨如何写成"),
        source="a page's foot, where the editor signs with a handle that names nobody",
    ),
    Cue(
        id="byline.bracketed",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s*[(\[【]\s?{_NO_SENTENCE}(?P<credit>{_CREDIT_REST}{{0,40}}?(?:{TITLE}|\L<roles>)[\s:/]{{0,3}}
            (?:{SURNAME}|\p{{Han}}{{1,8}}·){_CREDIT_REST}{{1,90}}|{SURNAME}\p{{Han}}{{1,2}}
            (?:[\ 、]{SURNAME}\p{{Han}}{{1,2}}){{0,3}}\ ?(?:编译|译|整理|编辑)|{_CREDIT_REST}{{3,40}}报[道导])[)\]】]
            (?:\ ?\d{{7}})?\s*$""",
        triggers=("(", "[", "【"),
        hits=(
            "（记者林远，编辑何舟，青石客户端报道）",
            "（执笔记者：林远；参与记者：何舟、余朵）",
            "(实习编译：林远  审稿：何舟)",
            "【记者 林远】",
            "（民视新闻林远南投报导）",
            "[责任编辑:林远]",
            "（林远 译）",
        ),
        misses=("（作者系某报驻澳大利亚原首席记者）", "【记者连线】", "（资料图）"),
    ),
    Cue(
        id="byline.desk-report",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}(?P<credit>\p{{Han}}{{2,6}}(?:中心|组|部)\s?/\s?(?:综合
            |{SURNAME}\p{{Han}}{{1,11}})报[道导])\s*$""",
        triggers=("报道", "报导"),
        hits=("生活中心／林遠報導", "國際中心／綜合報導"),
        misses=("生活中心／林遠報導清溪橋合龍",),
    ),
    Cue(
        id="byline.names-then-title",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=rf"""{_BULLET}{_NO_SENTENCE}(?P<credit>
            (?:{SURNAME}\p{{Han}}{{1,2}}[\ 、]{{1,3}}){{1,6}}{OUTLET_CHARACTERS}{{0,10}}?{TITLE}[\ :]{{1,3}}
            {SURNAME}[\p{{Han}}\ 、]{{1,40}})\s*$""",
        triggers=("记者", "通讯员", "实习生"),
        hits=("　　林远　何舟　本报特约通讯员　余朵　陶宁",),
        misses=("林远 本报记者站在桥头",),
    ),
    Cue(
        id="byline.names-report",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}(?P<credit>(?:(?:21世纪经济报道|{OUTLET_CHARACTERS}{{1,8}}[报网社台])\ )?
            (?:{SURNAME}\p{{Han}}{{1,2}}[\ 、]){{0,4}}{SURNAME}\p{{Han}}{{1,2}}\ ?
            (?:[/\ ]\ ?\p{{Han}}{{2,6}}|[/\ ]\ ?|\ )报[道导])\s*$""",
        triggers=("报道", "报导"),
        hits=("林远 何舟 报道", "林遠／台北報導", "青石日报 林远 广州报道"),
        misses=("林远 何舟 报道组在清溪桥头合影", "深度报道", "高质量 发展 报道"),
    ),
    Cue(
        id="byline.stamp-then-names",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s*{_STAMP}(?P<bare_credit>{SURNAME}\p{{Han}}{{1,2}}
            (?:[\ 、]{{1,3}}{SURNAME}\p{{Han}}{{1,2}}){{0,5}})\s*$""",
        triggers=("-", "/", ".", "年"),
        hits=("2011-03-09 10:51:59.0林远 何舟",),
        misses=("2011-03-09 青石新闻网", "2011-03-09 10:51"),
    ),
    Cue(
        id="byline.stamp-source-author",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*{_STAMP}?(?P<credit>(?:(?:本文)?(?:来源|稿源|信息来源|出处)\s?:.{{2,40}}?)?[\s|,;]{{0,6}}
            (?:作者|记者|编辑
            |责任编辑|责编|撰文)\s?[:/]\s?[\p{{Han}}A-Z]{_CREDIT_REST}{{1,60}})\s*$""",
        triggers=("作者", "记者", "编辑", "责编", "撰文"),
        hits=("2019-09-26 12:11来源：青石网作者：林远", "来源：青石日报 作者：林远 编辑：何舟", "记者：林远"),
        misses=("作者在文章中提到", "编辑部电话 12345678"),
    ),
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
        pattern=rf"""^\s*(?:编者[注按]\s?:\s?)?本文由(?P<agency>{OUTLET_CHARACTERS}{{2,10}}?(?:学院|大学|智库|工作室
            |研究院|公众号
            |[网社报台]))?(?P<credit>{OUTLET_CHARACTERS}{{0,10}}?{SURNAME}\p{{Han}}{{1,2}}
            (?:[、\ ]{SURNAME}\p{{Han}}{{1,2}}){{0,4}}(?:编译|翻译|撰写|整理|采写))(?=[,。;]|$)""",
        triggers=("本文由",),
        hits=("编者注：本文由青石学院林远编译，主要介绍", "本文由林远、何舟整理"),
        misses=("本文由多家公司的资料编译而成",),
    ),
    *ENGLISH_CUES,
)

CLOSING_CUES: tuple[Cue, ...] = (
    Cue(
        id="closing.bracketed",
        role=Role.BODY,
        weight=Weight.HINT,
        pattern=rf"""(?:(?<=[。!?”』」…])|(?<=\s)|(?<=[\p{{Han}}\d]))\s*[(\[【]\s?(?P<credit>[^()\[\]【】。!?]{{2,110}}
            |[^()\[\]【】。]{{2,60}}\([^()]{{1,30}}\)[^()\[\]【】。]{{0,40}})[)\]】](?:\ ?\d{{7}})?{END_MARK}\s*$""",
        triggers=(")", "]", "】"),
        hits=(
            "路修好了。（记者林远综合新华社）",
            "有待解决。（文汇报东京12月29日专电/记者 林远）",
            "桥合龙了。(林远何舟）",
            "未来可期。（编辑：林远）1120801",
            "立即返航。（参与记者：方远、何田）（完）",
        ),
        misses=("（记者林远）", "路修好了。"),
    ),
    Cue(
        id="closing.bare-names",
        role=Role.BODY,
        weight=Weight.HINT,
        pattern=rf"""(?<=[。!?”])\s{{1,6}}(?P<bare_credit>
            (?:{OUTLET_CHARACTERS}{{0,8}}?{TITLE}\ ?)?{SURNAME}\ ?\p{{Han}}{{1,2}}
            (?:[\ 、]{{1,3}}{SURNAME}\ ?\p{{Han}}{{1,2}}){{0,3}})\s*$""",
        triggers=("。", "!", "?", "”"),
        hits=("培养出杰出人才。 林远 何舟", "路修好了。 本报记者 林远"),
        misses=("培养出杰出人才。", "路修好了。 老街又热闹了"),
    ),
)
"""Credits at the end of a paragraph. They license no role; `tagging.people` reads them at a story's end."""
