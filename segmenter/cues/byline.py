"""Lines that say who made the story, above its text or below it.

Group `credit` holds a Chinese credit, which `tagging.chinese_credits` reads; `bare_credit` one without a role word.
"""

from segmenter.cues.base import Cue, Weight, opening
from segmenter.cues.byline_english import ENGLISH_CUES
from segmenter.cues.byline_notes import CLOSING_CUES, NOTE_CUES
from segmenter.cues.fragments import CHINESE_NAMES, CREDITED_NAMES, END_MARK, OUTLET_CHARACTERS, SURNAME, TITLE
from segmenter.model import Role

__all__ = ["CLOSING_CUES", "CUES", "FOOT_CUES"]

_BULLET = r"^[\s□■◎●◆▲▼★☆⊙○◇▌┃丨·*|/—-]{0,10}"
_STAMP = r"(?:(?P<day>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s{0,3})"
_NO_SENTENCE = r"(?!.*(?:获悉|了解到|表示|的|了|从|在(?!线)|会上|答问|记者(?:连线|会|节|手记|调查|观察)|[。!?“”『]))"
_WORK = r"(?:本[版文期])?(?:\L<roles>|(?:文|图|摄)[、/]?(?:文|图|摄))(?:[、/&](?:\L<roles>))*"
_NOT_MADE = r"""(?:(?:总?策划|统筹|协调|监制|总监制|出品人?|制片人?|制图|设计
    |运营)\s?[:|丨/]\s?\p{Han}{2,4}[\s,;|]{1,4}){0,4}"""
"""Who planned or paid may stand before those who made it."""
_NAMES = rf"{SURNAME}\p{{Han}}{{1,2}}(?:[、\ ]{{1,2}}\p{{Han}}{{2,3}}){{0,4}}"
_MORE = r"\p{Han}{2,3}(?:[、\ ]{1,2}\p{Han}{2,3}){0,4}"
_MADE = "(?:责任编辑|值班编辑|实习编辑|本文编辑|编辑|责编|主编|校对|审校|审核|翻译|编译|摄影|撰文|文字|视频)"
_BOTH = "(?:文[、/]?图|图[、/]?文|文[、/]?摄|摄影报[道导])"
_NO_COLUMN = r"""(?!手记|观察|调查|亲历|走访|探访|述评|来信|连线|札记|视点|在线|之家|提问|追问|注意|说法|感言|招聘
    |俱乐部|协会|获悉|获奖)"""
_WHO = "(?:作者|记者|通讯员|撰文|摄影|编辑|责任编辑|责编)"
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
            (?P<day>[A-Z][a-z]+\ \d{{1,2}},\ \d{{4}}))?{END_MARK}\s*$""",
        triggers=("记者", "特派员", "通讯员", "编译", "实习生", "评论员", "撰稿", "撰述", "专栏作者", "特约作者"),
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
            "本报记者 林远 何舟 ■",
            "青石周末特约撰稿 林远",
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
        pattern=rf"""{_BULLET}{_NO_SENTENCE}[(\[【]?\s?{_NOT_MADE}(?P<credit>{_WORK}\s{{0,2}}[:︰/|丨]\s{{0,2}}(?:\p{{Han}}
            |[A-Z][a-z]){_CREDIT_REST}{{1,100}}?|(?:摄影|撰文|文字|编辑|文)\ {{1,2}}{SURNAME}\p{{Han}}{{1,2}}\ {{0,2}}
            (?:[|丨/]{_CREDIT_REST}{{2,60}})?)
            [)\]】]?(?:\ {{0,2}}\d{{7}})?{END_MARK}\s*$""",
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
            "整理",
            "校",
        ),
        hits=(
            "文：林远、何舟",
            "整理：林远",
            "策划：林远 统筹：何舟 执笔：余朵",
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
        id="byline.works-and-names",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}(?P<credit>(?:{OUTLET_CHARACTERS}{{2,8}}?[报网社])?(?:(?P<alone>{_MADE})
            |[文图摄])\ {{1,2}}{_NAMES}
            (?:\ {{1,4}}(?:{_MADE}|[文图摄])\ {{1,2}}{_MORE}){{0,5}}(?(alone)|(?<=\ (?:{_MADE}
            |[文图摄])\ {{1,2}}{_MORE})))
            {END_MARK}\s*$""",
        triggers=(
            "编辑 ",
            "编译 ",
            "责编 ",
            "主编 ",
            "校对 ",
            "审校 ",
            "审核 ",
            "翻译 ",
            "摄影 ",
            "撰文 ",
            "文 ",
            "视频 ",
            "文字 ",
        ),
        hits=("编辑 林远 校对 何舟", "值班编辑 林远", "青石报编辑 林远 校对 何舟", "文 林远 图 何舟", "摄影 林远"),
        misses=("编辑 林间的故事", "文 王府井", "文 林远 的早晨", "摄影 高原雪山展"),
    ),
    Cue(
        id="byline.names-then-work",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}(?P<credit>{_NAMES}\ ?[/\ ]\ ?(?:{_BOTH}|(?:[文图摄]|摄影|图片|撰文|编译)
            (?:\ {{1,4}}{_MORE}\ ?[/\ ]\ ?(?:[文图摄]|摄影|图片|视频|编译|编辑)(?![\p{{Han}}:])){{1,4}}
            |(?<=/\ ?)(?:文|图|编译|撰文))){END_MARK}\s*$""",
        triggers=("/文", "/图", "/摄", "/编译", "/撰文", " 文", " 图", " 摄", "/ "),
        hits=("林远/文 何舟/摄", "林远 文/图", "林远 文 何舟 摄", "林远、何舟 图/文", "林远/文"),
        misses=("林远 文化周", "高原 图书", "老街 文 老人 图", "林远 文"),
    ),
    Cue(
        id="byline.column-and-name",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"{_BULLET}(?:博客|主笔|客席|作者专栏)\ ?[|丨]\ ?(?P<bare_credit>{_NAMES})\s*$",
        triggers=("博客", "主笔", "客席", "作者专栏"),
        hits=("博客 | 林遠", "主筆 | 林遠"),
        misses=("博客 | 讀者來論", "博客 林遠", "博客 | 林間的老街"),
        source="sites of opinion in Hong Kong",
    ),
    Cue(
        id="byline.commentator-alone",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=rf"""{_BULLET}[(【]?(?P<credit>{OUTLET_CHARACTERS}{{1,8}}[报网社刊台]\ ?(?:特约)?评论员)[)】]?\s*$""",
        triggers=("评论员",),
        hits=("本报评论员", "青石日报评论员"),
        misses=("评论员", "本报评论员认为老街该修", "军事评论员"),
        source="leading articles of party papers",
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
            (?:{SURNAME}|\p{{Han}}{{1,8}}·){_CREDIT_REST}{{1,90}}?|{SURNAME}\p{{Han}}{{1,2}}
            (?:[\ 、]{SURNAME}\p{{Han}}{{1,2}}){{0,3}}\ ?(?:编译|译|整理|编辑|[/\ ]\ ?(?:文|图|摄|摄影)
            (?:[/\ ]{_CREDIT_REST}{{1,40}})?)|{_CREDIT_REST}{{3,40}}报[道导])[)\]】]
            (?:\ ?\d{{7}})?{END_MARK}\s*$""",
        triggers=opening("(", "[", "【"),
        hits=(
            "（记者林远，编辑何舟，青石客户端报道）",
            "（执笔记者：林远；参与记者：何舟、余朵）",
            "(实习编译：林远  审稿：何舟)",
            "【记者 林远】",
            "（民视新闻林远南投报导）",
            "[责任编辑:林远]",
            "（林远 译）",
            "（参与记者：林远、何舟）（完）",
            "（林远/文 何舟/摄影）",
        ),
        misses=("（作者系某报驻澳大利亚原首席记者）", "【记者连线】", "（资料图）"),
    ),
    Cue(
        id="byline.desk-report",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""{_BULLET}(?P<credit>\p{{Han}}{{2,6}}(?:中心|组|部)\s?/\s?(?:(?:综合
            |{SURNAME}[\p{{Han}}、\ ]{{1,22}}?
            |\p{{Han}}{{2,4}})报[道导]|(?:记者|编译|实习生)\ ?{_NAMES}))\s*$""",
        triggers=("报道", "报导", "记者", "编译", "实习生"),
        hits=("生活中心／林遠報導", "國際中心／綜合報導", "政治中心／林遠、何舟台北報導", "國際新聞組／編譯林遠"),
        misses=("生活中心／林遠報導清溪橋合龍", "活動中心／停車場"),
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
        triggers=opening(*"0123456789"),
        hits=("2011-03-09 10:51:59.0林远 何舟",),
        misses=("2011-03-09 青石新闻网", "2011-03-09 10:51"),
    ),
    Cue(
        id="byline.original",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*原创\s*:?\s*(?P<bare_credit>{SURNAME}\p{{Han}}{{1,2}})\s+\S{{2,14}}\s+(?=.{{0,20}}\d[-/年:])""",
        triggers=("原创",),
        hits=("原创 柳青 青石晚报 2019-09-09 16:01", "原創：柳青 青石晚報 2019年9月9日"),
        misses=("原创 青石晚报 2019-09-09 16:01", "原创 何处寻 一本书的来历"),
        source="WeChat's line below the headline.",
    ),
    Cue(
        id="byline.stamp-source-author",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*{_STAMP}?[(\[【]?(?P<credit>(?P<outlet_label>(?:本文)?(?:来源|稿源|信息来源|出处)\s?:.{{2,40}}?)?[)\]】]?
            [\s|,;]{{0,6}}[(\[【]?\s?(?:作者|记者|编辑|责任编辑|责编|撰文)\s?[:/]
            \s?[\p{{Han}}A-Z]{_CREDIT_REST}{{1,60}})[)\]】]?\s*$""",
        triggers=tuple(
            label + mark for label in ("作者", "记者", "编辑", "责编", "撰文") for mark in (":", "/", " :", " /")
        ),
        hits=(
            "2019-09-26 12:11来源：青石网作者：林远",
            "来源：青石日报 作者：林远 编辑：何舟",
            "记者：林远",
            "【来源：青石网】 【作者：林远】",
        ),
        misses=("作者在文章中提到", "编辑部电话 12345678"),
    ),
    Cue(
        id="byline.among-labels",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^(?=\s*\p{{Han}}{{2,6}}\s?:)[^。!?]{{4,80}}?[\s|]\s{{0,6}}(?P<credit>{_WHO}\s?:\s?{CHINESE_NAMES}
            (?:[\s|]{{1,8}}{_WHO}\s?:\s?{CHINESE_NAMES}){{0,3}})(?=[\s|]{{1,8}}(?:\p{{Han}}{{2,6}}\s?:|[(\[【])|\s*$)""",
        triggers=tuple(
            label + mark for label in ("作者", "记者", "编辑", "责编", "撰文", "摄影") for mark in (":", " :")
        ),
        hits=(
            "發布時間：2019-03-05 16:41　　來源：縣民政局　　作者：林遠　　瀏覽次數：87　　字體：[大 中 小]",
            "发布时间：2019-03-05  作者：林远  编辑：何舟  点击：312",
        ),
        misses=("答：桥修好了。 记者：林间的桥呢？", "发布时间：2019-03-05  作者：  点击：312", "他说：问作者：林远"),
        source="sites of governments and schools",
    ),
    Cue(
        id="byline.behind-stamp",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*{_STAMP}[|·]?\s*(?:[^\s|·。,:]{{2,14}}(?:\s*[|·]\s*|\s{{1,4}}(?!记者))(?P<credit>{CREDITED_NAMES})
            |(?P<agency>[^\s|·。,:]{{2,14}})\s{{1,3}}(?P<credit>(?:实习|见习|特约)?记者(?:\s?[:/]\s?|\s{{0,3}}){CHINESE_NAMES}
              (?:\s{{0,3}}发自\s?\p{{Han}}{{2,8}})?))\s*$""",
        triggers=("记者", "作者", "撰文", "编辑", "责编"),
        hits=(
            "2019-09-03 青石周刊 记者 林远",
            "2019-09-03 青石周刊 记者 林远 发自河湾",
            "2023/08/01 12:00　青石線上　記者林遠",
            "2023-08-01 12:00 · 青石发布 · 作者 林远",
            "2023-08-01 12:00  青石在线  作者：林远",
        ),
        misses=("2019-09-03 青石日报记者在桥头", "2019-09-03 青石周刊 记者手记", "青石周刊 记者 林远"),
        source="magazines' sites and feed readers",
    ),
    *NOTE_CUES,
    *ENGLISH_CUES,
)

FOOT_CUES: tuple[Cue, ...] = tuple(
    cue
    for cue in CUES
    if cue.id in ("byline.work-label", "byline.works-and-names", "byline.bracketed", "byline.editor-handle")
)
"""Of these, the credits that may stand in a page's furniture right below a story."""
