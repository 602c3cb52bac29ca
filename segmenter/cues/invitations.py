"""What pages, apps and newsletters ask their readers to do, and how they greet them."""

from segmenter.cues.base import Cue, Weight, cased, opening
from segmenter.model import Role

CUES = (
    Cue(
        id="furniture.comments",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:我来|我要)(?:说两句|留言|评论)|(?:发表|查看|全部)(?:意见|评论|留言)|快来抢沙发|期待您?的?评论
            |(?:网友|读者|最新|热门|精彩)(?:评论|留言|回应)(?:\s?\(\d+\)|\s.{0,40})?|(?:共
            |已有)\s?\d+\s?[则条个]\s?(?:留言|评论|回应)
            |(?:请先)?登[录入](?:后|会员)?(?:即可|才能|方可|才可)?(?:发表)?(?:会员|评论|留言)?|你.{0,10}有话(?:要
            |想)说\??)$
            |^(?i:be\ the\ first\ to\ comment|(?:log|sign)\ in\ to\ comment|comments?\ (?:are\ (?:moderated
            |closed|off|now\ closed)|\(\d+\))
            |report\ (?:a|this)\ comment|(?:what\ do\ you\ think\?\ )?join\ the\ (?:conversation
            |discussion)(?:\ below)?|have\ your\ say)\.?$
        """,
        triggers=(
            *("说两句", "留言", "评论", "意见", "抢沙发", "网友回应", "读者回应", "条回应", "则回应", "有话"),
            *opening("登录", "登入", "请先登"),
            *("omment", "onversation", "iscussion", "our say", "OMMENT"),
        ),
        hits=(
            "我来说两句",
            "網友留言（12）",
            "共 3 則留言",
            "登录后发表评论",
            "請先登入會員",
            "Be the first to comment",
            "Comments are moderated",
            "What do you think? Join the conversation below",
        ),
        misses=(
            "评论员走进车间",
            "登录火星",
            "留言板上的三十年",
            "Comments on the ferry fares pour in",
            "Have your say, mayor urges",
        ),
        source="Sites of papers and portals.",
    ),
    Cue(
        id="furniture.app",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:点击|立即|马上)?(?:打开|开启|下载|前往)(?:我们的|本报|本站)?\s?(?i:app|客户端|应用程式)(?:\W?(?:看
            |阅读|查看|体验|领取|参与|浏览|享).{0,14})?$
            |^.{0,8}(?:来自|选自).{2,16}[,\ ](?:按此|点此|点击(?:链接|此处|原文)?)(?:阅读|查看|打开|浏览).{0,8}$
            |^[^\p{L}\d]{0,4}(?:我|给你)?分享了?一[则条篇](?:新闻|文章|链接)(?:给你)?\W{0,2}$
            |^(?:用|传送到|分享[到至]|转发到)\s?(?:LINE|Facebook|脸书|微信|微博|WhatsApp|朋友圈)(?:传送
            |分享)?(?:\ (?:LINE|Facebook|脸书
            |微信|微博|WhatsApp|朋友圈)){0,5}$
            |^(?i:open\ in\ (?:the\ )?app|(?:download|get)\ (?:our|the)\ (?:free\ )?app\b.{0,40}
            |turn\ on\ notifications|save\ for\ later
            |copy\ link|read\ the\ original\ ?:.{0,80}|listen\ to\ this\ (?:article|story)|sent\ from\ my\ \w{2,20}
            |(?:never\ miss\ a\ story\ ?:\ )?follow\ (?:us|[\w\ &.']{2,40})\ on\ (?:facebook|x|twitter|instagram
            |whatsapp|google\ news))\.?$
        """,
        triggers=(
            *("APP", "App", " app", "客户端", "应用程式", "来自", "选自", "分享", "LINE", "Facebook", "脸书"),
            *("微信", "微博", "朋友圈", "otifications", "or later", "opy link", "he original", "isten to this"),
            *("ent from my", "acebook", "witter", "nstagram", "oogle", " on X", " on x"),
        ),
        hits=(
            "打开APP阅读全文",
            "開啟 App 看完整內容",
            "来自云河网客户端，点击链接查看原文",
            "⬇️ 我分享了一則新聞給你",
            "用LINE傳送",
            "分享至 Facebook LINE",
            "Open in app",
            "Download our free app for breaking news",
            "Never miss a story: follow Elmford Herald on WhatsApp",
        ),
        misses=(
            "打开App Store的老人",
            "下载应用软件须防诈骗，民警走进社区讲课",
            "来自山村的信",
            "分享微信群里的秘密",
            "Follow the ferry on its last trip",
            "Open in spring",
        ),
        source="Texts shared from apps; sites.",
    ),
    Cue(
        id="furniture.counts",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:阅读|赞|在看|分享|转发|点赞|收藏|评论|留言)\ ?[\d.]{1,8}万?\+?(?:[\s|·]{1,3}|$)){2,6}$
            |^(?:点个?|给个?|记得)[“"「]?(?:在看|赞|点赞|关注)[”"」]?(?:[,!].{0,16})?$|^喜欢此内容的人还喜欢$
        """,
        triggers=(*opening("阅读", "赞", "在看", "分享", "转发", "点", "给", "记得", "收藏", "评论", "留言"), "还喜欢"),
        hits=("阅读 3.2万　赞 918　在看 407", "点个“在看”，让更多人看到", "喜欢此内容的人还喜欢"),
        misses=("阅读 3 本书的人", "赞 918 次义举", "点赞身边好人"),
        source="Posts of WeChat accounts.",
    ),
    Cue(
        id="furniture.newsletter",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:[若如]您?(?:无法|不能)(?:正常)?(?:浏览|显示|阅读|查看).{0,30}|(?:本(?:信件
            |邮件)由?系统.{0,12},?)?请勿(?:直接)?回[复覆].{0,8}
            |[转分](?:寄|发|享)给(?:朋友|好友|同事)|您收到(?:此|这封|本)(?:信|邮件|电子报).{0,40}
            |订阅.{2,16}(?:电子报|邮件|周报|通讯)|(?:取消订阅|退订)(?:\s?\W\s?.{2,16}){0,3}|(?:看|查看|阅读
            |展开)(?:完整)?(?:报导|报道|原文|全文
            |更多)\s?[>»›→]{0,3})$
            |^(?i:(?:view|read|open)\ (?:this\ (?:e-?mail|newsletter|message)\ |it\ )?in\ (?:your\ |a\ 
            |the\ )?(?:web\ )?browser(?:\s?[|·].{0,40})?
            |please\ do\ not\ reply\ to\ this\ e?-?mail|(?:you\ are|you're)\ receiving\ this\ .{4,90}
            |forward\ to\ a\ friend
            |unsubscribe(?:\s?[|·]\s?.{2,40}){0,3}|(?:manage|update)\ (?:your\ )?(?:e-?mail\ )?preferences
            |read\ more\s?[>»›→]{0,3})\.?$
        """,
        triggers=(
            *opening("若", "如", "请勿", "本信件", "本邮件", "转寄", "转发", "分享给", "您收到", "收到", "取消订阅"),
            *opening("退订", "订阅", "看", "查看", "阅读", "展开"),
            *("rowser", "ot reply", "eceiving", "a friend", "nsubscribe", "references"),
            *opening(*cased("read more")),
        ),
        hits=(
            "若無法正常瀏覽，請按此",
            "请勿直接回复本邮件",
            "轉寄給朋友",
            "您收到此信是因為您訂閱了青石新聞電子報",
            "取消訂閱 | 更新偏好設定",
            "訂閱青石新聞電子報",
            "看完整報導 »",
            "View this email in your browser",
            "You are receiving this email because you signed up at our website.",
            "Unsubscribe | Manage preferences",
            "Read more »",
        ),
        misses=(
            "如无法按时完工，施工方将受罚",
            "收到此信的人都哭了",
            "退订潮来了",
            "Read more books, mayor tells pupils",
            "Unsubscribe rates rise",
        ),
        source="Newsletters sent by mail.",
    ),
    Cue(
        id="furniture.sponsor",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[【\[(]?(?:(?:赞助|合作|广告|推广)(?:内容|伙伴|信息|专区)|(?i:(?:a\ )?(?:message
            |word)\ from\ our\ sponsors?
            |sponsored\ by\ .{2,40}
            |paid\ (?:post|content)|presented\ by\ .{2,40}))[】\])]?$
            |^[^。!?]{4,50}[,:。](?:按此|点此|点击)(?:了解|阅读|订阅|查看|下载|登记|报名)(?:详情|更多)?。?$
            |^.{8,80}\b(?i:(?:click|tap)\ here)\b.{0,24}$
        """,
        triggers=(
            *("赞助", "合作", "广告", "推广", "按此", "点此", "点击", "ponsor", "PONSOR"),
            *("aid post", "aid Post", "AID POST", "aid content", "aid Content", "AID CONTENT", "resented by"),
            *("lick here", "ap here", "LICK HERE", "AP HERE"),
        ),
        hits=(
            "【贊助內容】",
            "A MESSAGE FROM OUR SPONSOR",
            "即日起訂閱全年電子版，首月免費，按此了解詳情。",
            "Save 40% on a subscription this spring. Click here to find out how.",
        ),
        misses=(
            "合作内容包括三个方面",
            "Sponsor of the bridge bill resigns",
            "市民点击查看水质，一目了然。",
            "Tap water is safe here, council says",
        ),
        source="Newsletters and portals.",
    ),
    Cue(
        id="furniture.greeting",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^(?:(?:各位|亲爱的)?(?:读者|听众|观众|听友)?(?:朋友)?们?,?(?:早安|早上好|早晨好|下午好|晚上好
            |大家好)[,!。](?:.{0,24}(?:今[日天]|本期|精选|新闻
            |内容).{0,24})?
            |(?:以上|今天的(?:节目|新闻|内容)).{0,24}(?:感谢|谢谢)(?:您|大家)?的?(?:收看|收听|阅读)。?)$
            |^(?i:good\ (?:morning|afternoon|evening)|hello|hi)(?:,\ and\ thanks\ for\ reading|(?:[.,!]
            |\ and)\ [Hh]ere(?:'s|\ is|\ are)\ .{4,60})\.?$
        """,
        triggers=(
            *("早安", "早上好", "早晨好", "下午好", "晚上好", "大家好", "感谢", "谢谢"),
            *opening(*cased("good morning", "good afternoon", "good evening", "hello", "hi")),
        ),
        hits=(
            "各位讀者早安，以下是今日精選。",
            "早上好！以下是今天值得关注的新闻。",
            "今天的节目就到这里，感谢收看。",
            "Good morning. Here is what you need to know today.",
            "Hello, and thanks for reading.",
        ),
        misses=(
            "早安，青石镇",
            "早上好声音唱响社区",
            "Good morning, Port Alder: a town wakes to snow",
            "以上措施将于下月实施。",
        ),
        source="Newsletters and newscasts.",
    ),
    Cue(
        id="furniture.public-site",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:附件(?:下载)?\s?:\s?(?:无|没有)?|建议(?:浏览|使用|以).{0,30}(?:解析度|分辨率|浏览器).{0,40}
            |.{0,12}网站(?:支持|标识码).{0,40}
            |(?:扫描|扫一扫|扫码).{0,4}(?:QR\ ?Code|二维码|在?手机)?.{0,16}(?:浏览|打开|阅读|查看).{0,8}
)$
            |^(?i:was\ this\ page\ helpful\?.{0,20}|report\ a\ problem\ with\ this\ page
            |we\ use\ cookies\b.{0,80}|accept\ all\ cookies.{0,40}
            |sign\ up\ for\ e-?mail\ alerts|back\ to\ (?:the\ )?newsroom|do\ not\ sell\ my\ .{4,40}|(?:published
            |operated)\ by\ [\w\ &.,']{4,60}
            |registered\ in\ (?:england|scotland|wales)\b.{0,60})\.?$
        """,
        triggers=(
            *opening("附件", "建议", "扫描", "扫一扫", "扫码"),
            *("网站支持", "网站标识码", "helpful", "a problem", "cookies", "alerts", "newsroom", "ot Sell", "ot sell"),
            *("ublished by", "perated by", "egistered in"),
        ),
        hits=(
            "附件：無",
            "建議瀏覽解析度 1024x768 以上 ｜ 更新日期：113年",
            "扫一扫在手机打开当前页",
            "Was this page helpful? Yes / No",
            "We use cookies to make this website work.",
            "Published by Elmford Herald Media Group",
        ),
        misses=(
            "附件厂的春天",
            "建议在路口增设分辨率更高的监控",
            "We use too much water, says council",
            "Published by hand: a printer's last book",
        ),
        source="Sites of governments, councils and papers.",
    ),
    Cue(
        id="furniture.spaced-row",
        role=Role.FURNITURE,
        weight=Weight.FAIR,
        pattern=r"""
            ^\p{Lu}[\p{L}'’&-]{1,16}(?:\ [\p{L}'’&-]{1,16}){0,3}
            (?:\s{2,6}\p{Lu}[\p{L}'’&-]{1,16}(?:\ [\p{L}'’&-]{1,16}){0,3}){2,9}$
        """,
        triggers=("  ",),
        hits=(
            "Accessibility   Complaints   Corrections   Modern slavery statement",
            "News  Sports  Obituaries  E-Edition",
        ),
        misses=("Hawks    20  22  31", "Council backs  new bridge over the river", "News  Sports"),
        source="Menus and feet of sites, where their links were parted by white space.",
    ),
)
