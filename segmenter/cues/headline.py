"""What in a line's wording speaks for or against its being a headline."""

from segmenter.cues.base import Cue, Weight, cased, closing, opening
from segmenter.cues.fragments import SURNAME
from segmenter.model import Role

NUMBERED = opening(
    *(bracket + numeral for bracket in ("", "(") for numeral in "一二三四五六七八九十0123456789"),
    *("第" + numeral for numeral in "一二三四五六七八九十"),
    *"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
)
"""How a numbered line begins."""

CUES = (
    Cue(
        id="headline.ends-as-a-sentence",
        role=Role.HEADLINE,
        weight=-Weight.STRONG,
        pattern=r"(?:[。;]|(?<![.A-Z])\.)[\"”』」)]?$",
        triggers=closing(*(stop + close for stop in "。;." for close in ("", *'"”』」)'))),
        hits=("全镇今年新修村道十二公里。", "The bridge reopens on Monday."),
        misses=("全镇今年新修村道十二公里", "Bridge reopens in the U.S.", "Is the bridge safe?"),
        source="Xinhua and AP style: a headline takes no full stop.",
    ),
    Cue(
        id="headline.ends-open",
        role=Role.HEADLINE,
        weight=-Weight.FAIR,
        pattern=r"[,、:]$",
        triggers=closing(",", "、", ":"),
        hits=("镇长在会上说：", "and the mayor said:", "在这条老街上，"),
        misses=("镇长在会上说什么？",),
    ),
    Cue(
        id="headline.holds-a-sentence",
        role=Role.HEADLINE,
        weight=-Weight.FAIR,
        pattern=r"。.",
        triggers=("。",),
        hits=("雨停了。村民们走出家门",),
        misses=("雨停了，村民们走出家门",),
    ),
    Cue(
        id="headline.numbered",
        role=Role.HEADLINE,
        weight=-Weight.FAIR,
        pattern=r"""
            ^(?:\(?[一二三四五六七八九十]{1,3}[、.﹑)]|\(?\d{1,2}(?:[.)、](?!\d)|\ )
            |第[一二三四五六七八九十]{1,2}[,、:\ ]|[①-⑳])
        """,
        triggers=NUMBERED,
        hits=("一、把水引到田里", "（二）守住底线", "3.怎么办", "1) Who pays", "第一，路要通"),
        misses=("第一书记进村记", "3.5万亩稻田开镰", "2024年度盘点", "十一黄金周客流创新高"),
        source="A numbered line is a subhead or a list item in every stylebook.",
    ),
    Cue(
        id="headline.markdown",
        role=Role.HEADLINE,
        weight=Weight.STRONG,
        pattern=r"^\#{1,2}\ (?=[^#\s])|^\*\*[^*。]{4,80}\*\*$",
        triggers=("# ", "**"),
        hits=("# 七个小区通上天然气", "## Council backs new bridge", "**青石镇老街月底完工**"),
        misses=("### 水从哪里来", "#水价听证会# 今天开始", "No. # 4 wins", "**注**：数据截至昨日", "***"),
        source="Markdown: heading levels one and two, or a line in bold; deeper levels stand inside a story.",
    ),
    Cue(
        id="headline.bulleted",
        role=Role.HEADLINE,
        weight=-Weight.WEAK,
        pattern=r"^[-*·●■◆▲▶►○◇※—=+>]",
        triggers=opening(*"-*·●■◆▲▶►○◇※—=+>"),
        hits=("· 水价听证会", "—— 一位老船工的话", "* Tickets are free"),
        misses=("水价·民生", "“水价”听证"),
    ),
    Cue(
        id="headline.quoted-speech",
        role=Role.HEADLINE,
        weight=-Weight.WEAK,
        pattern=r"^[“\"「『‘'][^”\"」』]{1,200}[.。!?][”\"」』’']$",
        triggers=closing(*(stop + close for stop in ".。!?" for close in "”\"」』’'")),
        hits=("“我们等这条路等了十年。”", '"We are not leaving this town."'),
        misses=("“开门红”背后的数字", "'Last chance' for the ferry"),
    ),
    Cue(
        id="headline.address",
        role=Role.HEADLINE,
        weight=-Weight.FAIR,
        pattern=r"https?://|www\.|@\w|\$\$|[\w-]\.(?:com|org|net|gov|edu)(?![\w.])",
        triggers=("http", "www.", "@", "$$", ".com", ".org", ".net", ".gov", ".edu"),
        hits=("http://www.example.com/a", "联系我们 news@example.com", "@@=value.title$$", "订户网址：example.com/join"),
        misses=("网址大全下线", "Dot.community opens in Port Alder"),
    ),
    Cue(
        id="headline.two-clauses",
        role=Role.HEADLINE,
        weight=Weight.WEAK,
        pattern=r"^[^。;]*[\u4e00-\u9fff”」》!?\d%][ ]{1,2}[\u4e00-\u9fff“「《\d][^。;]{2,40}$",
        hits=("清溪镇修通断头路 两村少绕八公里", "三产融合　小镇变样"),
        misses=("清溪镇修通断头路", "Bridge reopens after repairs"),
        source="Two clauses parted by a space are how Chinese headlines are set.",
    ),
    Cue(
        id="headline.speaker-colon",
        role=Role.HEADLINE,
        weight=Weight.HINT,
        pattern=r"^(?!来源|时间|作者|记者|编辑)[\u4e00-\u9fff·“”]{2,14}:[^。:]{4,40}$",
        triggers=(":",),
        hits=("清溪镇长：今年先修路", "专家：三招防倒春寒"),
        misses=("来源：清溪在线", "时间:14:30"),
    ),
    Cue(
        id="headline.capitals",
        role=Role.HEADLINE,
        weight=Weight.WEAK,
        pattern=r"^(?=(?:[^A-Za-z]*[A-Z]){8})[^a-z]{10,110}(?:[a-z]{1,3}[^a-z]{0,60})?$",
        hits=("FERRY LINE CUTS FARES FOR STUDENTS", "PORT ALDER <PAL> 4TH QTR NET RISES"),
        misses=("Ferry line cuts fares", "NOTE: 4th qtr net includes a gain", "清溪镇GDP增长"),
        source="Wire headlines of the 1980s and 1990s stand in capitals.",
    ),
    Cue(
        id="headline.label-and-name",
        role=Role.HEADLINE,
        weight=-Weight.STRONG,
        pattern=r"^[^|丨。,:]{1,6}\s*[|丨]\s*[^|丨。,:\s]{2,5}$",
        triggers=("|", "丨"),
        hits=("博客 | 柳青", "專欄｜讀者來論", "主筆 | 方遠"),
        misses=("观察 | 谁来守护清溪老街", "乡村观察丨老戏台又响起锣鼓"),
        source="Sites of columns sign so: the column, a bar, the writer.",
    ),
    Cue(
        id="headline.digest-name",
        role=Role.HEADLINE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[^\w\s]{0,3}\s?(?:[\u4e00-\u9fff]{0,8}(?:简讯|快讯|短讯|速览|集锦|简报|一览|
            动态)|(?:[A-Z]\w{1,14}\ )?(?i:news\ in\ brief|in\ brief|quick\ hits|
            briefs|round-?up|at\ a\ glance))$
        """,
        triggers=(
            *closing("简讯", "快讯", "短讯", "速览", "集锦", "简报", "一览", "动态"),
            *closing(*cased("brief", "briefs", "hits", "roundup", "round-up", "glance")),
        ),
        hits=("国内简讯", "一周文化简讯", "In brief", "⚡ Quick Hits", "News in Brief"),
        misses=("快讯：清溪镇通车", "In brief, the ferry is late"),
        source="Digests of newspapers and newscasts: one headline over short items.",
    ),
    Cue(
        id="headline.standing-head",
        role=Role.HEADLINE,
        weight=Weight.SURE,
        pattern=r"""
            ^[【\[■◆]?(?:更正(?:启事|说明|与致歉)?|致读者|勘误|(?i:corrections?(?:\ (?:and|&)\ clarifications?)?
            |clarifications?
            |letters\ to\ the\ editor|police\ (?:log|blotter)|scoreboard))[】\]]?$
        """,
        triggers=(
            *("更正", "致读者", "勘误"),
            *cased("correction", "clarification", "letters", "police", "scoreboard"),
        ),
        hits=("更正", "致讀者", "Corrections", "POLICE LOG", "Letters to the editor"),
        misses=("更正一个说法", "Corrections officer wins prize", "Police log on to new system"),
        source="What newspapers call the same small thing in every issue.",
    ),
    Cue(
        id="headline.column-label",
        role=Role.HEADLINE,
        weight=Weight.FAIR,
        pattern=rf"""
            ^(?!.{{0,3}}(?:记者|编译|综合|摄影|图文))(?!{SURNAME}\p{{Han}}{{1,2}}/)\p{{Han}}{{2,6}}/[^/|。;]{{7,40}}$
            (?<!报道|报导|作者|教授|研究员|主任|医师|律师|校长|主席|会长|员)
        """,
        triggers=("/",),
        hits=("社論／零碳宣示，不能只靠貼紙", "名家縱論／別讓圖書館只剩下冷氣"),
        misses=("記者王小青／花蓮報導", "林以遠／大學圖資系副教授", "文/林远", "社论/2024/05"),
        source="Opinion pages of Taiwan's papers.",
    ),
    Cue(
        id="headline.marked-original",
        role=Role.HEADLINE,
        weight=-Weight.STRONG,
        pattern=r"^(?:原标题|原文标题|延伸阅读|相关新闻|相关阅读|相关链接|更多|点击|本文|注|编者按|附)\s*[:]",
        triggers=opening(
            *("原标题", "原文标题", "延伸阅读", "相关新闻", "相关阅读", "相关链接"),
            *("更多", "点击", "本文", "注", "编者按", "附"),
        ),
        hits=("原标题：清溪镇修路记", "相關新聞：清溪鎮再修一路", "编者按："),
        misses=("更多村民用上自来水",),
    ),
    Cue(
        id="headline.table-row",
        role=Role.HEADLINE,
        weight=-Weight.WEAK,
        pattern=r"\d[^\u4e00-\u9fffa-zA-Z]{0,4}\bvs\.?\s\d|(?:\b[\d.,/$%+-]+\b\s*){4,}",
        triggers=("vs ", "vs.", *(digit + mark for digit in "0123456789" for mark in " .,/$%+-")),
        hits=("Shr 73 cts vs 60 cts 1 2 3 4", "Net 43,792,000 vs 36,480,000", "12.5 13.0 14.2 15.1"),
        misses=("Port Alder beat Fenwick 3-1", "2024年GDP增长5.2%"),
    ),
)

UNDER_A_CLOSING_CREDIT = Cue(
    id="headline.under-a-closing-credit",
    role=Role.HEADLINE,
    weight=Weight.FAIR,
    pattern=r"""[(\[【]\s*(?:(?:本报|本刊|本网|见习|特约)?
        (?:记者|通讯员|实习生|编辑|作者|来源|图文|文/|图/)[^()\[\]]{0,40}|
        (?:Reporting|Additional\ reporting|Writing|Editing)\ by\ [^()]{3,160})[)\]】]\s*$""",
    triggers=closing(")", "]", "】"),
    hits=(
        "摊主们早早开了张，老街又热闹起来。（记者 林远）",
        "路灯也会一并点亮。【本报记者林远 通讯员何舟】",
        "The work will take two years. (Reporting by Ann Hill; Editing by Bob Lake)",
    ),
    misses=(
        "摊主们早早开了张，老街又热闹起来。（见题图）",
        "（记者 林远）摊主们早早开了张，老街又热闹起来。",
        "The work will take two years (see map).",
    ),
)
"""Searched in the text above a line: who made it stands at its end, so that the next story begins below."""
