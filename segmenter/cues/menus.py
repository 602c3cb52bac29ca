"""Where a site or a paper leads: menus, lists of its pages, rundowns, addresses."""

from segmenter.cues.base import Cue, Weight, alone, cased, opening
from segmenter.model import Role

CUES = (
    Cue(
        id="furniture.site-links",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:关于我们|联系我们|广告(?:服务|刊登|合作)|网站地图|用户反馈|意见反馈|加入我们|友情链接|设为首页|加入收藏|
            法律声明|免责声明|使用条款|隐私(?:权)?政策|私隐政策|资讯安全政策|服务条款|投稿|登录|注册
            |Skip\ to\ (?:main\ )?content|About\ us|
            Contact\ us|Privacy|Terms|Cookie|Sitemap|Advertise|Sign\ in|Log\ in|
            Subscribe)(?:[\s|·/丨-]{1,4}[^\s|·/丨。-]{1,14}){0,14}+$
        """,
        triggers=opening(
            *"关于我们 联系我们 广告 网站地图 用户反馈 意见反馈 加入 友情链接 设为首页 法律声明".split(),
            *"免责声明 使用条款 隐私 私隐政策 资讯安全政策".split(),
            *"服务条款 投稿 登录 注册".split(),
            *"Skip About Contact Privacy Terms Cookie Sitemap Advertise Sign Log Subscribe".split(),
        ),
        hits=(
            "关于我们 | 联系我们 | 广告服务 | 网站地图",
            "用户反馈 合作",
            "登录 注册 手机站",
            "About us | Contact us | Privacy",
            "Privacy Policy",
            "免責聲明 使用條款 私隱政策",
        ),
        misses=(
            "登录新平台，村民在家就能办事，再也不用跑腿。",
            "Privacy fears grow over new cameras in Port Alder as council votes on the plan today and tomorrow too",
        ),
    ),
    Cue(
        id="furniture.menu-bar",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:首页|主页|网站首页)[\ |·/]{1,4}(?=.{0,120}(?:新闻|国际|财经|体育|娱乐|社会|视频|图片|政务|互动|服务
            |时政|民生))
            (?:[\u4e00-\u9fffA-Z]{1,6}[\ |·/]{1,4}){1,24}[\u4e00-\u9fffA-Z]{1,6}$|
            ^(?:新闻|\L<sections>)[\ |·/]{1,4}(?=(?:.{0,60}?(?:新闻|国际|财经|体育|娱乐|社会|视频|图片)){2})
            (?:[\u4e00-\u9fffA-Z]{1,6}[\ |·/]{1,4}){2,24}[\u4e00-\u9fffA-Z]{1,6}$|
            ^(?:Home|News|World)(?:[\ |·/]{1,4}(?:News|World|U\.?[SK]\.?|Local|Politics|Business|Money|Markets|Opinion
            |Sports?|Culture|Arts|Life(?:style)?|Travel
            |Tech(?:nology)?|Science|Health|Education|Weather|Video|Photos|Podcasts|More|Search|Menu)){2,24}$
        """,
        triggers=opening("首页", "主页", "网站首页", "新闻", r"\L<sections>", "Home", "News", "World"),
        hits=(
            "首页 新闻 评论 财经 体育 娱乐 视频 图片 专题",
            "要闻 国内 国际 社会 财经",
            "Home News Sport Business Opinion",
            "News | World | Sport",
        ),
        misses=(
            "新闻 财经两手抓 报社转型有新路",
            "国际 社会 组织 呼吁停火",
            "Home News from abroad",
            "体育 让生活更美好",
        ),
        source="Sites' menus, their entries in one row.",
    ),
    Cue(
        id="furniture.words-in-a-row",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"^(?:\p{Han}{2,3}[\ |·/]{1,3}){4,30}\p{Han}{2,3}$",
        triggers=(
            *"时政 要闻 财经 体育 娱乐 社会 国际 评论 专题 教育 健康 文旅 房产 即时 副刊 首页".split(),
            *("生活", "科技"),
        ),
        hits=("时政 专题 要闻 房产 县区 文旅 国际", "數字報 客戶端 首頁 財經 專題 評論"),
        misses=("赵明 钱方 孙立 周何", "春江 花月 夜", "抓党建 促振兴 保民生 护生态 创未来 再出发吧"),
        source="Menus of papers and portals.",
    ),
    Cue(
        id="furniture.menu-word",
        role=Role.FURNITURE,
        weight=Weight.HINT,
        pattern=r"""
            ^(?:Home|Menu|Search|Log\ ?in|Sign\ ?in|Register|My\ account|Sports?|Opinion|Business|Lifestyle
            |Culture|Weather|Local|LOCAL|Politics|Science|Health|Education|Crime|Community|Travel|Videos?|Podcasts
            |Newsletters|首页|登录|注册|搜索|视频|图片|直播|客户端|文教|科教|文体)$
        """,
        triggers=tuple(
            (
                "Home Menu Search Log Sign Register account Sport Opinion Business Lifestyle Culture Weather Video "
                "Local LOCAL Politics Science Health Education Crime Community Travel "
                "Podcasts Newsletters 首页 登录 注册 搜索 视频 图片 直播 客户端 文教 科教 文体"
            ).split()
        ),
        hits=("Home", "Search", "Sign in", "Opinion", "首页", "登录"),
        misses=("Home rule", "Search goes on for ferry", "登录平台有望", "Business as usual"),
        source="Sites' menus, an entry a line.",
    ),
    Cue(
        id="furniture.section-bar",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"^[—–=*•■◆▍-]{1,3}\s?(?:\L<sections>|[A-Z]{4,14})\s?[—–=*•■◆▍-]{1,3}$",
        triggers=opening(*"—–=*•■◆▍-"),
        hits=("— 要闻 —", "== SPORT ==", "■社会■"),
        misses=("— 要闻回顾", "- 30 -", "—— 记者手记 ——"),
        source="Newsletters, which part their sections so.",
    ),
    Cue(
        id="furniture.rundown-heading",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^[【\[]?(?:(?:今日|本期|本周|本版|今晨|明日|新闻|版面)(?:要点|导读|提要|目录|看点|头条|概要|内容)
            |导读|目录|内容提要|新闻提要|播出顺序|节目单|串联单|编排单)[】\]]?\s*:?$|
            ^(?i:in\ (?:this|today's)\ (?:issue|edition|newsletter|briefing)|(?:articles|stories
            |also)\ on\ this\ page|running\ order|contents|(?:today's|this\ week's|top)\ (?:headlines|stories)
            |table\ of\ contents|inside\ today)\s*:?$
        """,
        triggers=(
            *("要点", "导读", "提要", "目录", "看点", "头条", "概要", "内容", "播出顺序", "节目单", "串联单"),
            *("编排单",),
            *("on this page", "unning order", "UNNING ORDER", "issue", "edition", "newsletter", "riefing"),
            *("headlines", "stories", "ontents", "nside", "Headlines", "Stories"),
            *alone(*cased("contents")),
        ),
        hits=("今日要点", "【导读】", "本期目录：", "In this issue", "Today's headlines")
        + ("Articles on this page", "RUNNING ORDER"),
        misses=(
            "今日要点亮千盏灯",
            "目录学家的书房",
            "In this issue, three towns speak out",
            "Top stories of a lifetime retold",
        ),
        source="Newspapers' front pages, newscasts, newsletters.",
    ),
    Cue(
        id="furniture.paper-navigation",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[\[【]?(?:(?:版面|标题|文章|内容|新闻|本版)(?:导航|目录|列表|概览|索引)|往期(?:回顾|报纸|查询)|(?:过
            |往)刊(?:浏览|检索)|日历(?:检索|查询)
            |(?:上|下)一(?:期|版)|(?:放大|缩小|默认)(?:字体)?|朗读|全文(?:检索|复制))[\]】]?
            (?:[\ |+-]{1,3}[\[【]?[\u4e00-\u9fff]{2,6}[+-]?[\]】]?){0,8}$
        """,
        triggers=tuple("导航 目录 列表 概览 索引 往期 过刊 往刊 日历 一期 一版 放大 缩小 默认 朗读 全文".split()),
        hits=("版面导航 标题导航", "往期回顾 日历检索", "放大+ 缩小- 默认", "【朗读】", "上一期 下一期"),
        misses=("版面导航员的一天", "往期回顾展今天开幕，市民可免费参观。", "朗读大赛 千人参加", "缩小差距的路还很长"),
        source="Sites of printed papers.",
    ),
    Cue(
        id="furniture.link-row",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"^(?!文\s*\|)[^\s|｜丨。,]{1,14}(?:\s*[|｜丨]\s*[^\s|｜丨。,][^|｜丨。,]{0,18}){2,30}$",
        triggers=("|", "丨"),
        hits=("首页 | 新闻 | 图片 | 视频", "News | Sport | Weather | Video"),
        misses=("乡村观察丨老戏台又响起锣鼓", "文 | 柳青 编辑 | 方远"),
    ),
    Cue(
        id="furniture.original-link",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:原文|新闻|文章|来源|本文|详细)?(?:连结|链接|网址|地址|出处)|Original\ link|Source\ link|
            Link|URL|Permalink|原文)\s*[:]\s*(?:https?://|www\.)\S+$|^(?:https?://|
            www\.)\S+$
        """,
        triggers=("http", "www."),
        hits=(
            "原文連結：https://news.example.hk/a/123-20250408.htm",
            "Original link: https://example.com/a",
            "https://example.com/b",
        ),
        misses=("链接城乡的公交线", "见 https://example.com/a 的报道"),
    ),
)
