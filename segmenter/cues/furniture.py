"""Lines that belong to the page and to no story: navigation, share bars, copyright, folio."""

from segmenter.cues.base import Cue, Weight, cased, closing, opening
from segmenter.model import Role

_PAGE_NUMBERS = tuple(f"{letter}{digit}" for letter in "ABCD" for digit in range(10))

_TOOL = r"""
    (?:打印|复制|转发|分享|收藏|推荐|举报|纠错|点赞|赞|订阅|下载|投稿|评论|阅读|展开|查看|关注|微信|微博|扫一扫|扫码)
        (?:本页|本文|本稿|本站|本报|此页|全文|原文|更多|评论|我们|详情|链接|公众号|微信|微博|朋友圈|客户端|数|量)?
    |更多|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|目录|上页)?|回(?:到)?顶部|我要(?:评论|分享|纠错)|扫(?:描|码)?(?:上方|下方)?二维码\w{0,8}|QQ空间
    |(?:\d{1,6}\ )?(?i:comments?|likes?|shares?|views?)|(?i:share|save|like|print|e-?mail|tweet|bookmark|listen)
        (?i:\ (?:this|to\ this)(?:\ (?:page|article|story))?)?
    |(?i:add|leave|post|view|read)(?i:\ (?:a|all|the))?(?i:\ comments?)
    |(?i:read|see|continue)\ (?i:(?:the\ )?(?:full|whole|complete|original)\ (?:story|article|text|post)
        |more|reading|the\ rest)
    |(?i:sign\ up|subscribe)(?i:\ (?:to|for)\ (?:our|the)\ (?:\w+\ )?newsletters?)?
    |微信扫一扫\w{0,12}|长按(?:识别|扫描)?\w{0,4}二维码\w{0,8}|点击(?:上方|下方)?(?:蓝字|名片)\w{0,8}
    |预览时标签不可点|在看|继续滑动看下一个|轻触阅读原文
    |(?i:(?:get|download)\ (?:our|the)\ (?:\w+\ )?app)|Loading(?:\.{3})?
    |(?i:back|return)\ (?i:to\ (?:the\ )?(?:top|home(?:page)?))|Advertisement
"""
"""What a page offers to do with a story, as its buttons and links say it."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NEWSPAPERS = ("日报", "晚报", "时报", "早报", "都市报", "新报", "商报", "晨报", "周报", "周刊", "快报")

CUES = (
    Cue(
        id="furniture.breadcrumb",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:您|你)?(?:的|所在|当前)*(?:位置|在)\s*:.{0,120}|(?:首页|主页|Home|网站首页)\s*[>»›/|·-].{0,150}|
            [^>»›。]{1,24}(?:\s*[>»›]{1,2}\s*[^>»›。]{1,60}){2,6})$
        """,
        triggers=(">", "»", "›", "位置", "所在", "首页", "主页", "Home"),
        hits=(
            "首页 > 新闻 > 国内",
            "您的位置：首页 > 要闻 > 正文",
            "Home / World / Asia",
            "当前位置 :  清溪在线 > 社会",
        ),
        misses=("首页改版记", "Home rule returns to Port Alder", "位置决定一切"),
    ),
    Cue(
        id="furniture.share-bar",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:分享(?:(?:到|至|给|本文)\s*:?.{0,60}|\s*:.{0,60})?|转发(?:到|至).{0,40}|
            (?:Share(?:\ this|\ on)?(?:\ (?:article|story|page))?|Follow\ us|
            Print|Email|E-mail|Tweet)(?:\s*[:|·].{0,80}|(?:\s+(?:Facebook|
            Twitter|X|Email|Print|WhatsApp|LinkedIn|Copy\ link)){0,8}))$
        """,
        triggers=("分享", "转发", "Share", "Follow", "Print", "Email", "E-mail", "Tweet"),
        hits=("分享到：微信 微博 QQ空间", "分享", "Share this article", "Share: Facebook | Email", "Print"),
        misses=(
            "分享经济走进清溪镇老街，租车点多了三处",
            "Share prices fall in Port Alder",
            "Print works to close in May",
        ),
    ),
    Cue(
        id="furniture.page-tools",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[\[【(（]?\s*(?:(?:缩小|放大)字体(?:\s+\S{1,8}){0,10}|打印(?:本页|本稿|此页)?|
            关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|目录)?|收藏(?:本页|本文)?|推荐|纠错|字体|字号|回到顶部|
            查看更多|加载更多|点击(?:查看|进入|加载).{0,12}|扫一扫.{0,16}|我要评论|网友评论|发表评论|评论\s?\(?\d*\)?|
            举报|点赞|大\s*中\s*小)[\]】)）]?(?:\s*:?\s*[\[【(|]?[^\[\]【】()|]{0,24}[\]】)]|
            \s*\|\s*[^\s|]{2,8}){0,6}+$
        """,
        triggers=(
            *"字体 打印 关闭 返回 收藏 推荐 纠错 字号 回到 查看 加载 点击 扫一扫 评论 举报 点赞".split(),
            *("大中", "大 "),
        ),
        hits=(
            "【打印本页】【关闭窗口】",
            "打印本页 | 关闭窗口",
            "缩小字体 放大字体 收藏",
            "打印本稿",
            "返回顶部",
            "字体：【大 中 小】",
            "评论(12)",
        ),
        misses=("打印店老板的一天", "返回家乡的人们", "收藏家捐出百幅年画"),
    ),
    Cue(
        id="furniture.tool-row",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=rf"""
            ^[\[【(]?(?:{_TOOL})(?:\s?\(?\d{{1,6}}\+?\)?)?[\]】)]?
            (?:[\ |·/丨-]{{1,4}}[\[【(]?(?:{_TOOL})(?:\s?\(?\d{{1,6}}\+?\)?)?[\]】)]?){{0,9}}\s*[>»›]{{0,3}}$
        """,
        triggers=tuple(
            (
                "打印 关闭 返回 收藏 分享 评论 点赞 赞 举报 纠错 转发 复制 阅读 展开 "
                "查看 更多 关注 扫 长按 点击 标签 在看 滑动 微信 微博 订阅 投稿 下载 顶部 "
                "omment hare ave rint mail ike ead ontinue ign ubscribe ack dvertisement isten ookmark iew "
                "Load Get get Down down"
            ).split()
        ),
        hits=(
            "打印 关闭",
            "评论(3)  分享  收藏",
            "阅读全文 >>",
            "展开全文",
            "点赞 12 | 评论 3 | 转发",
            "扫描二维码关注我们",
            "预览时标签不可点",
            "微信扫一扫关注该公众号",
            "Get our app",
            "3 comments | Share | Save",
            "Read full story >>",
            "Continue reading",
            "Print this page",
            "Sign up for our newsletter",
            "Back to top",
        ),
        misses=(
            "分享收获的喜悦",
            "评论员走进车间",
            "打印 关闭 一家老店的告别",
            "Read all about the ferry",
            "Save the quay, say residents",
            "Comments on the new ferry fares",
        ),
        source="Sites and newsletters.",
    ),
    Cue(
        id="furniture.neighbours",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:上|下|前|后)一(?:篇|条|页|则|版)(?:\ (?:上|下|前|后)一(?:篇|条|页|则|版)|\s*[:>»].{0,80})?|
            (?:Previous|Next)(?:\ (?:article|story|page|post))?\s*[:»«>].{0,80}|
            (?:Previous|Next)\ (?:article|story|page|post))$
        """,
        triggers=("一篇", "一条", "一页", "一则", "一版", "Previous", "Next"),
        hits=("上一篇：没有了", "上一页 下一页", "下一条：清溪镇修路", "Next article", "Previous: Ferry fares rise"),
        misses=("下一页人生", "Next stop Port Alder", "Previous owners sue the ferry line over its fares"),
    ),
    Cue(
        id="furniture.related-heading",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^[【\[]?(?:相关|延伸|推荐|热门|热点|最新|精彩|猜你喜欢|大家都在看|编辑推荐|本站|今日)?(?:阅读|链接|新闻|报道|文章|推荐|专题|评论|资讯|排行(?:榜)?|猜你喜欢|大家都在看)[】\]]?\s*[:>]?$|
            ^(?:Related(?:\ (?:articles|stories|topics|links|news))?|More\ (?:on\ this\ story|
            from.{1,30}|news)|Most\ (?:read|popular)|Read\ (?:more|next)|Recommended|
            Comments|Advertisement|Subscribe(?:\ now)?)\s*:?$
        """,
        triggers=tuple(
            (
                "阅读 链接 新闻 报道 文章 推荐 专题 评论 资讯 排行 猜你 大家都 Related More Most Read "
                "Recommended Comments Advertisement Subscribe"
            ).split()
        ),
        hits=("相关阅读", "相关链接：", "热门推荐", "Related articles", "Most read", "Advertisement"),
        misses=("相关部门回应", "最新研究", "Related to a king", "Read on"),
    ),
    Cue(
        id="furniture.copyright",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            (?i:all\ rights\ reserved|copyright\s*(?:©|\(c\)|\d{4})|^\s*©|
            ©\s*\d{4})|版权所有|著作权所有|版权声明|未经(?:书面|本报|本网|本站)?(?:授权|许可|同意).{0,12}(?:不得|
            禁止|严禁|请勿)|(?:ICP|icp)(?:备|证)|公网安备|互联网新闻信息服务许可
        """,
        triggers=(
            *("ights reserved", "ights Reserved", "IGHTS RESERVED", "opyright", "OPYRIGHT", "©"),
            *("版权所有", "版权声明", "著作权所有", "未经", "ICP", "icp", "安备", "服务许可"),
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
    Cue(
        id="furniture.site-links",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:关于我们|联系我们|广告(?:服务|刊登|合作)|网站地图|用户反馈|意见反馈|加入我们|友情链接|设为首页|加入收藏|
            法律声明|隐私政策|服务条款|投稿|登录|注册|Skip\ to\ (?:main\ )?content|About\ us|
            Contact\ us|Privacy|Terms|Cookie|Sitemap|Advertise|Sign\ in|Log\ in|
            Subscribe)(?:[\s|·/丨-]{1,4}[^\s|·/丨。-]{1,14}){0,14}+$
        """,
        triggers=tuple(
            (
                "关于我们 联系我们 广告 网站地图 反馈 加入 友情链接 设为首页 法律声明 隐私政策 服务条款 投稿 登录 注册 "
                "Skip About Contact Privacy Terms Cookie Sitemap Advertise Sign Log Subscribe"
            ).split()
        ),
        hits=(
            "关于我们 | 联系我们 | 广告服务 | 网站地图",
            "用户反馈 合作",
            "登录 注册 手机站",
            "About us | Contact us | Privacy",
            "Privacy Policy",
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
            ^(?:首页|主页|网站首页)[\ |·/]{1,4}(?=.{0,120}(?:新闻|国际|财经|体育|娱乐|社会|视频|图片))
            (?:[\u4e00-\u9fffA-Z]{1,6}[\ |·/]{1,4}){1,24}[\u4e00-\u9fffA-Z]{1,6}$|
            ^(?:新闻|\L<sections>)[\ |·/]{1,4}(?=(?:.{0,60}?(?:新闻|国际|财经|体育|娱乐|社会|视频|图片)){2})
            (?:[\u4e00-\u9fffA-Z]{1,6}[\ |·/]{1,4}){2,24}[\u4e00-\u9fffA-Z]{1,6}$|
            ^(?:Home|News|World)(?:[\ |·/]{1,4}(?:News|World|U\.?[SK]\.?|Local|Politics|Business|Money|Markets|Opinion
            |Sports?|Culture|Arts|Life(?:style)?|Travel
            |Tech(?:nology)?|Science|Health|Education|Weather|Video|Photos|Podcasts|More|Search|Menu)){2,24}$
        """,
        triggers=("新闻", "国际", "财经", "体育", "娱乐", "社会", "视频", "图片", "Home", "News", "World"),
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
        id="furniture.menu-word",
        role=Role.FURNITURE,
        weight=Weight.HINT,
        pattern=r"""
            ^(?:Home|Menu|Search|Log\ ?in|Sign\ ?in|Register|My\ account|Sports?|Opinion|Business|Lifestyle
            |Culture|Weather|Videos?|Podcasts|Newsletters|首页|登录|注册|搜索|视频|图片|直播|客户端)$
        """,
        triggers=tuple(
            (
                "Home Menu Search Log Sign Register account Sport Opinion Business Lifestyle Culture Weather Video "
                "Podcasts Newsletters 首页 登录 注册 搜索 视频 图片 直播 客户端"
            ).split()
        ),
        hits=("Home", "Search", "Sign in", "Opinion", "首页", "登录"),
        misses=("Home rule", "Search goes on for ferry", "登录平台有望", "Business as usual"),
        source="Sites' menus, an entry a line.",
    ),
    Cue(
        id="furniture.rundown-heading",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^[【\[]?(?:(?:今日|本期|本周|本版|今晨|明日|新闻|版面)(?:要点|导读|提要|目录|看点|头条|概要|内容)
            |导读|目录|内容提要|新闻提要)[】\]]?\s*:?$|
            ^(?i:in\ this\ (?:issue|edition|newsletter)|(?:today's|this\ week's|top)\ (?:headlines|stories)
            |table\ of\ contents|inside\ today)\s*:?$
        """,
        triggers=(
            *("要点", "导读", "提要", "目录", "看点", "头条", "概要", "内容"),
            *("issue", "edition", "newsletter", "headlines", "stories", "ontents", "nside", "Headlines", "Stories"),
        ),
        hits=("今日要点", "【导读】", "本期目录：", "In this issue", "Today's headlines"),
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
            ^[\[【]?(?:(?:版面|标题|文章|内容|新闻|本版)(?:导航|目录|列表|概览|索引)|往期(?:回顾|报纸|查询)|(?:过|往)刊(?:浏览|检索)|日历(?:检索|查询)
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
    Cue(
        id="furniture.publisher",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"^(?:主办|承办|主管|协办|技术支持|备案(?:编?号)?|经营许可|地址|邮编|邮箱|传真|投诉(?:热线|电话)?|新闻热线|广告热线)(?:单位)?\s*:.{1,80}$",
        triggers=opening(
            *("主办", "承办", "主管", "协办", "技术支持", "备案", "经营许可"),
            *("地址", "邮编", "邮箱", "传真", "投诉", "新闻热线", "广告热线"),
        ),
        hits=("主办：清溪在线编辑部", "备案编号：溪12345", "新闻热线：0123-4567890"),
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
            ^(?:(?:发布于|发表于|IP属地)\s*:\s*[\u4e00-\u9fff]{1,14}|(?:阅读|浏览(?:次数|
            量)?|点击(?:率|量|数)?|人气|访问量?|Views?)\s*[:]?\s*[\d,.]{1,12}[万+]?(?:\s*次)?)$
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
            acc-no|subject|organization|geographic)\s?:\s?\S.{0,300}|.{0,4}copyright\s+(?:\(c\)\s*)?\d{4}[.,]?\s.{3,80})$
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
