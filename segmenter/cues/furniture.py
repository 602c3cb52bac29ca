"""Lines that belong to the page and to no story: navigation, share bars, copyright, folio."""

from segmenter.cues import invitations, menus, messages, page_tools
from segmenter.cues.base import Cue, Weight, cased, closing, opening
from segmenter.model import Role

_PAGE_NUMBERS = tuple(f"{letter}{digit}" for letter in "ABCD" for digit in range(10))
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NEWSPAPERS = ("日报", "晚报", "时报", "早报", "都市报", "新报", "商报", "晨报", "周报", "周刊", "快报")

CUES = (
    *page_tools.CUES,
    Cue(
        id="furniture.copyright",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            (?i:all\ rights\ reserved|copyright\s*(?:©|\(c\)|\d{4})|^\s*©|
            ©\s*\d{4})|版权所有|著作权所有|版权声明|受(?:著作权|版权)法?(?:律)?保护|未经(?:书面|本报|本网
            |本站)?(?:授权|许可|同意).{0,12}(?:不得|
            禁止|严禁|请勿)|(?:ICP|icp)(?:备|证)|公网安备|互联网新闻信息服务许可
        """,
        triggers=(
            *("ights reserved", "ights Reserved", "IGHTS RESERVED", "opyright", "OPYRIGHT", "©"),
            *("版权所有", "版权声明", "著作权所有", "法保护", "权保护", "律保护", "未经"),
            *("ICP", "icp", "安备", "服务许可"),
        ),
        hits=(
            "Copyright © 2023 Clearbrook Daily",
            "清溪在线 版权所有",
            "未经书面授权不得复制或建立镜像",
            "© 2024 Port Alder Post",
            "溪ICP备12345678号",
        ),
        misses=("版权纠纷案开庭", "Copyright row over a ferry song", "未经风雨，怎见彩虹"),
    ),
    Cue(
        id="furniture.disclaimer",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:[(\[【])?(?:免责|特别|郑重|版权)?(?:声明|说明|申明)\s*[:].{0,300}|^(?:本(?:文|
            网|站|平台).{0,30}(?:仅代表|不代表|转载|版权)|.{0,12}(?:观点|内容)仅(?:代表|供)).{0,200}
        """,
        triggers=("声明", "说明", "申明", "代表", "转载", "版权", "仅供"),
        hits=(
            "免责说明：看法与平台无关。",
            "声明：该文观点仅代表作者本人。",
            "本文仅代表作者观点，不代表本站立场。",
            "免责声明：本站不承担责任",
        ),
        misses=(
            "外交部发表声明",
            "村民代表投票",
        ),
    ),
    Cue(
        id="furniture.responsible-editor",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[(\[【]?\s*(?:责任|本文|本版|值班|网络|实习|见习|本期|美术|主管|执行)?(?:编辑|责编|校对|编审|
            审核|审校|终审|初审|监制)\s*[:/丨|]\s*[\w\u4e00-\u9fff·、,/\ _-]{1,30}[)\]】]?$|
            ^[(\[【]?\s*(?:责编|责任编辑|编辑|校对)\s+[\u4e00-\u9fff]{2,4}[)\]】]?$
        """,
        triggers=("编辑", "责编", "校对", "编审", "审核", "审校", "终审", "初审", "监制"),
        hits=("（责任编辑：柳某）", "责编：柳青", "编辑:liuqing", "【責任編輯：柳青】", "责任编辑 柳青"),
        misses=("编辑部的故事", "编辑：柳青 记者：方远 摄影：石磊 通讯员：何田 韩雪 赵明 孙立", "审核通过的项目有三个"),
        source="The site's editor on duty; it stands in the page's foot, not in the story.",
    ),
    *menus.CUES,
    *invitations.CUES,
    *messages.CUES,
    Cue(
        id="furniture.publisher",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"^(?:客服(?:信箱|邮箱|专线|电话)|(?:投稿|来稿)(?:信箱|邮箱|请寄)|下期截稿(?:日|时间)?)\s?:?\s?.{4,60}$|^(?:主办|承办|主管|协办|技术支持|备案(?:编?号)?|经营许可|地址|邮编|邮箱|传真|投诉(?:热线|电话)?|新闻热线|广告热线)(?:单位)?\s*:.{1,80}$",
        triggers=opening(
            *("主办", "承办", "主管", "协办", "技术支持", "备案", "经营许可"),
            *("地址", "邮编", "邮箱", "传真", "投诉", "新闻热线", "广告热线", "客服", "投稿", "来稿", "下期截稿"),
        ),
        hits=(
            *("主办：清溪在线编辑部", "备案编号：溪12345", "新闻热线：0123-4567890"),
            "來稿請寄 news@example.com　本報有刪改權",
        ),
        misses=("主办方：票已售罄", "地址不详的来信"),
    ),
    Cue(
        id="furniture.folio",
        role=Role.FURNITURE,
        weight=Weight.SURE,
        pattern=r"""
            (?:^|\s)(?:第\s?[\dA-Z零〇一二三四五六七八九十]{1,4}\s?版|[A-D]\d{1,2}\s?版?)(?:\s|
            :|$).{0,60}$|^.{0,40}(?:星期[一二三四五六日天]).{0,30}(?:版|责编|责任编辑|农历).{0,40}$
        """,
        triggers=("版", "责编", "责任编辑", "农历", *_PAGE_NUMBERS),
        hits=("第3版 要闻", "2023年8月2日 星期三 第3版 要闻 责任编辑:柳青", "A04 民生"),
        misses=("第三版方案出炉", "星期三，雨下了一整天"),
    ),
    Cue(
        id="furniture.turn-page",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"^[(\[【]?\s*(?:下|上|紧)?(?:转|接)第?\s?[A-D]?[\d一二三四五六七八九十]{1,3}\s?版\s*[)\]】]?$",
        triggers=("版",),
        hits=("（下转第四版）", "(上接A1版)", "下转2版"),
        misses=("转型第四版图",),
    ),
    Cue(
        id="furniture.posted-from",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^(?:(?:发布于|发表于|IP属地)\s*:\s*[\u4e00-\u9fff]{1,14}|(?:阅读(?:数|量)?|浏览(?:次数|
            量|数)?|点击(?:率|量|数)?|人气|访问量?|Views?)\s*[:]?\s*[\d,.]{1,12}[万+]?(?:\s*次)?)$
        """,
        triggers=("发布于", "发表于", "IP属地", "阅读", "浏览", "点击", "人气", "访问", "View"),
        hits=("发布于:上思县", "阅读 12345", "浏览次数：33", "Views: 1,204"),
        misses=("阅读让小镇更美", "发布于镇政府网站的公告引来热议"),
    ),
    Cue(
        id="furniture.template-left-over",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"\$\$|\{\{|@@=|undefined|\[object\ Object\]|扫描二维码|微信公众号|关注我们",
        triggers=("$$", "{{", "@@", "undefined", "[object", "二维码", "公众号", "关注我们"),
        hits=("@@=value.title$$", "扫描二维码关注清溪在线", "{{title}}"),
        misses=("二维乐园开放",),
    ),
    Cue(
        id="furniture.export-foot",
        role=Role.FURNITURE,
        weight=Weight.SURE,
        pattern=r"""
            ^(?i:(?:language|load-date|graphic|publication-type|journal-code|
            acc-no|subject|organization|geographic)\s?:\s?\S.{0,300}
            |.{0,4}copyright\s+(?:\(c\)\s*)?\d{4}[.,]?\s.{3,80})$
        """,
        triggers=(
            *opening(*cased("language", "load-date", "graphic", "publication-type", "journal-code")),
            *opening(*cased("acc-no", "subject", "organization", "geographic")),
            *("opyright", "OPYRIGHT"),
        ),
        hits=("LANGUAGE: ENGLISH", "Load-Date: March 12, 2019", "Copyright 2013 Port Alder Post"),
        misses=("Copyright row over a ferry song",),
        source="Nexis and Lexis Advance exports.",
    ),
    Cue(
        id="furniture.advertisement",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[\[【(]?(?:广告|推广|赞助(?:内容)?|AD|Advertisement|ADVERTISEMENT|Sponsored(?:\ content)?)[\]】)]?$|
            (?:热线|电话|咨询|订购|QQ)\s*:?\s*\d[\d-]{6,14}$|^(?:点击|点此|立即|马上)(?:了解|
            咨询|购买|抢购|报名|下载).{0,12}$
        """,
        triggers=tuple("广告 推广 赞助 AD Advertisement Sponsored 热线 电话 咨询 订购 QQ 点击 点此 立即 马上".split()),
        hits=("广告", "【推广】", "安居牌热水器 厂家直销 热线400-000-0000", "点击了解详情>>"),
        misses=("广告牌被大风刮倒", "点击鼠标就能办事", "Advertisement feature writer wins prize"),
    ),
    Cue(
        id="furniture.newspaper-name",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=rf"^[《【]?[\u4e00-\u9fff]{{1,6}}(?:{'|'.join(_NEWSPAPERS)})[》】]?$",
        triggers=closing(*(name + bracket for name in _NEWSPAPERS for bracket in ("", "》", "】"))),
        hits=("海角日报", "《望潮晚報》", "青石都市报"),
        misses=("周报告诉你", "日报社迁址", "读者送来三十年的青石晚报"),
        source="Press reviews and listings head their sections so.",
    ),
    Cue(
        id="furniture.typesetting-mark",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"^(?:\([A-Z]\)|[①-⑳]|[A-Z]\d{1,2})+$",
        triggers=closing(*(f"{letter})" for letter in _LETTERS), *"0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        hits=("(B)⑦", "（A）", "③"),
        misses=("(B)方案", "A股"),
    ),
    Cue(
        id="furniture.newsletter-number",
        role=Role.FURNITURE,
        weight=Weight.SURE,
        pattern=r"""
            ^(?:(?:[A-Z][\w']{1,20}\ ){0,4}(?:[Bb]riefing|[Nn]ewsletter),?\ (?:[Ii]ssue|
            [Nn]o\.?|[Ee]dition)|Newsletter|Issue|Edition|No\.|第\s?\d+\s?期|
            总第\s?\d+\s?期)\s*[\d#:].{0,150}$|^第\s?\d{1,5}\s?期.{0,40}$|.{0,40}--\s*DAILY\ FILE$|
            ^《[^》]{2,14}》\s*\(\d{8}\)$
        """,
        triggers=(
            *("riefing", "ewsletter", "DAILY FILE", "》(", "》 "),
            *opening("Issue", "Edition", "No.", "第", "总第"),
        ),
        hits=(
            "Harbour Briefing, issue 48",
            "Newsletter 20250911-grid-outage",
            "第 32 期",
            "PORT ALDER NEWS SERVICE -- DAILY FILE",
            "《清溪新闻》 (20230604)",
        ),
        misses=("Issue of the day: fares", "《清溪新闻》今日改版"),
    ),
)
