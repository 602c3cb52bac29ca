"""What a page offers to do with a story, and where to go from it: buttons, share bars, neighbours, lists of links."""

from segmenter.cues.base import Cue, Weight, cased, opening
from segmenter.model import Role

_TOOL = r"""
    (?:打印|复制|转发|分享|收藏|推荐|举报|纠错|点赞|赞|订阅|下载|投稿|评论|阅读|展开|查看|关注|微信|微博|扫一扫|扫码)
        (?:本页|本文|本稿|本站|本报|此页|全文|原文|更多|评论|我们|详情|链接|公众号|微信|微博|朋友圈|客户端|数|量)?
    |更多|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|目录|上页)?|回(?:到)?顶部|我要(?:评论|分享|纠错)|扫(?:描
    |码)?(?:上方|下方)?二维码\w{0,8}|QQ空间
    |(?:\d{1,6}\ )?(?i:comments?|likes?|shares?|views?)|(?i:share|save|like|print|e-?mail|tweet|bookmark|listen)
        (?i:\ (?:this|to\ this)(?:\ (?:page|article|story))?)?
    |(?i:add|leave|post|view|read)(?i:\ (?:a|all|the))?(?i:\ comments?)
    |(?i:read|see|continue)\ (?i:(?:the\ )?(?:full|whole|complete|original)\ (?:story|article|text|post)
        |more|reading|the\ rest)
    |(?i:sign\ up|subscribe)(?i:\ (?:to|for)\ (?:our|the)\ (?:\w+\ )?newsletters?)?
    |微信扫一扫\w{0,12}|长按(?:识别|扫描)?\w{0,4}二维码\w{0,8}|点击(?:上方|下方)?(?:蓝字|名片)\w{0,8}
    |赞好|(?:友善)?列印|字[级号体](?:大小)?\ ?:?\ ?(?:小\ 中\ 大|大\ 中\ 小)?|回(?:上一?页|首页|到目录)|(?:上
    |下)一[则篇条期版页]|朗读|跳到主要内容(?:区块)?
    |网站(?:导览|导航|地图)|无障碍浏览|长者模式
    |(?:繁体|简体|手机|电脑)版|English|全文复制|(?:放大|缩小|默认)(?:字体)?|听(?:新闻
    |全文)(?:\ ?\d:\d\d\ /\ \d:\d\d)?|(?:回报|报告)错误
    |(?i:text\ size)\ ?:?\ ?A\ A\ A|(?i:mark\ as\ (?:un)?read|open\ in\ browser|hide|zoom\ (?:in|out)|copy\ text
    |clip|back\ to\ page|(?:previous|next)\ (?:article|page|story))
    |预览时标签不可点|在看|继续滑动看下一个|轻触阅读原文
    |(?i:(?:get|download)\ (?:our|the)\ (?:\w+\ )?app)|Loading(?:\.{3})?
    |(?i:back|return)\ (?i:to\ (?:the\ )?(?:top|home(?:page)?))|Advertisement
"""
"""What a page offers to do with a story, as its buttons and links say it."""
_TOOLS = (
    *"打印 复制 转发 分享 收藏 推荐 举报 纠错 点赞 赞 订阅 下载 投稿 评论 阅读 展开 查看 关注 微信 微博 扫".split(),
    *"更多 关闭 返回 回 我要 QQ空间 长按 点击 预览 在看 继续 轻触 列印 友善 字 跳到 网站 无障碍 长者 繁体 简体".split(),
    *"手机 电脑 朗读 全文 放大 缩小 默认 听 报告 上一 下一".split(),
    *cased("share", "save", "like", "print", "email", "e-mail", "tweet", "bookmark", "listen", "add", "leave", "post"),
    *cased("view", "read", "see", "continue", "sign", "subscribe", "get", "download", "loading", "back", "return"),
    *cased("advertisement", "english", "text", "mark", "open", "hide", "zoom", "copy", "clip", "previous", "next"),
)
"""How they begin."""

CUES = (
    Cue(
        id="furniture.breadcrumb",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:您|你)?(?:的|所在|当前|现在)*(?:位置|在)\s*(?::|(?=首页|主页)).{0,120}|(?:首页|主页|Home
            |网站首页)\s*[>»›/|·-].{0,150}|
            [^<>»›。]{1,24}(?:\s*[>»›]{1,2}\s*[^<>»›。]{1,60}){2,6})$
        """,
        triggers=(">", "»", "›", "位置", "所在", "首页", "主页", "Home"),
        hits=(
            "首页 > 新闻 > 国内",
            "您的位置：首页 > 要闻 > 正文",
            "Home / World / Asia",
            "当前位置 :  清溪在线 > 社会",
            "現在位置 首頁 / 最新消息 / 市政新聞",
        ),
        misses=(
            *("首页改版记", "位置决定一切"),
            *("Home rule returns to Port Alder", "ELM LINES<ELM> TO RAISE HOLM<HLM> BID"),
        ),
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
        triggers=opening("分享", "转发", "Share", "Follow", "Print", "Email", "E-mail", "Tweet"),
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
            ^(?!English$)(?:::?:\ {{1,2}})?[\[【(]?(?:{_TOOL})(?:\s?\(?\d{{1,6}}\+?\)?)?[\]】)]?
            (?:[\ |·/丨-]{{1,4}}[\[【(]?(?:{_TOOL})(?:\s?\(?\d{{1,6}}\+?\)?)?[\]】)]?){{0,9}}\s*[>»›]{{0,3}}$
        """,
        triggers=(
            *opening(*(bracket + tool for tool in _TOOLS for bracket in ("", "[", "【", "("))),
            ":::",
            *("omment", "like", "share", "view"),
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
            "友善列印 回上一頁",
            "字體大小：小 中 大",
            "跳到主要內容區塊  網站導覽  回首頁  English",
            "Mark as unread | Save | Open in browser",
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
        triggers=opening(
            *(f"{way}一{what}" for way in "上下前后" for what in "篇条页则版"),
            *("Previous", "Next"),
        ),
        hits=("上一篇：没有了", "上一页 下一页", "下一条：清溪镇修路", "Next article", "Previous: Ferry fares rise"),
        misses=("下一页人生", "Next stop Port Alder", "Previous owners sue the ferry line over its fares"),
    ),
    Cue(
        id="furniture.related-heading",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^[【\[]?(?:相关|延伸|推荐|热门|热点|最新|精彩|猜你喜欢|大家都在看|编辑推荐|本站|今日)?(?:阅读|链接|新闻
            |报道|文章|推荐|专题|评论|资讯|排行(?:榜)?|猜你喜欢
            |大家都在看)[】\]]?\s*[:>]?$|
            ^(?:您|你)(?:可能)?(?:也|还)?(?:想|会)?(?:看|喜欢|感兴趣)的?(?:内容|新闻)?$
            |^(?:看|查看)?更多(?:新闻|报道|报导|内容|人物|精彩|推荐)$|
            ^(?:Related(?:\ (?:articles|stories|topics|links|news))?|More\ (?:on\ this\ story|
            from.{1,30}|news)|Most\ (?:read|popular|viewed|shared)|Trending(?:\ now)?|You\ (?:may
            |might)\ also\ (?:like|be\ interested\ in)|Recommended\ for\ you|Read\ (?:more|next)|Recommended|
            Comments|Advertisement|Subscribe(?:\ now)?)\s*:?$
        """,
        triggers=tuple(
            (
                "你可能 您可能 你也 您也 看更多 更多 阅读 链接 新闻 报道 文章 推荐 专题 评论 资讯 排行 猜你 大家都 "
                "Trending You Related More Most Read Recommended Comments Advertisement Subscribe"
            ).split()
        ),
        hits=(
            *("相关阅读", "相关链接：", "热门推荐", "你可能也想看", "更多新闻"),
            *("Related articles", "Most read", "Advertisement", "You may also like"),
        ),
        misses=(
            *("相关部门回应", "最新研究", "你可能不知道的老街", "更多学校开夜校"),
            *("Related to a king", "Read on", "You may also dance"),
        ),
    ),
)
