"""Paragraphs that open with a dateline or a credit: who reports, from where, on which day.

Nothing else in a dump says so surely that a story's text begins here, so each pattern asks for the whole form.
"""

from segmenter.cues.base import Cue, Weight, closing, opening
from segmenter.cues.dateline_english import ENGLISH_CUES
from segmenter.cues.fragments import DAY, OUTLET_CHARACTERS, PART_OF_DAY, SURNAME, TITLE
from segmenter.model import Role

_START = r"^[\s□■◆●▲]{0,10}"
_IMAGE_MARK = r"(?:\[?图库\]?)?"
_BRACKETED = r"(?:\ {0,3}\((?P<credit>[^()]{2,90}|[^()]{0,60}\([^()]{1,20}\)[^()]{0,40})(?:\)|$))"
_OPEN_CREDIT = rf"""(?:[\ :]{{0,4}}(?P<open_credit>
    (?:{SURNAME}\p{{Han}}{{1,2}}、)?{OUTLET_CHARACTERS}{{0,10}}?{TITLE}[\ /:]{{0,3}}
(?={SURNAME}|\p{{Han}}{{1,4}}·)[^。!?“”]{{2,90}}))"""
_AFTER = rf"(?:(?:\({OUTLET_CHARACTERS}{{2,10}}[报网社台]\)(?=\())?{_BRACKETED}|{_OPEN_CREDIT})?"
_DAY = rf"(?P<day>{DAY})"
_OTHER_NEWS = r"(?<![通资快简喜短审电腾问音视传警多查刑捷汛聆询])"
_SOURCE = r"(?<=[部局委厅院署门方]|政府|公司|网站|集团|协会|(?<!钛)媒体)"
_FOREIGN = r"""(?=日本|韩国|朝鲜|美国|英国|俄罗斯|德国|法国|印度|越南|泰国|国外|外国|外媒|路透|法新|美联|共同社|韩联
    |彭博|塔斯|俄新
    |朝中社|德新|安莎|埃菲|时事社|合众)"""
_ABROAD = r"(?!据|日本|韩国|朝鲜|美国|英国|俄罗斯|德国|法国|印度|越南|泰国|新加坡|台湾|国外|外国)"
_SAID = r"(?!影|视|话|汇|价|力|器|商|台|缆|源|网|梯|动|车|脑|子|池|称|说|显示|指出|表示|透露|人士|来自)"
_MARK = r"(?=[\ ,:(\[?-]|$)"
_JOINED = rf"""{OUTLET_CHARACTERS}{{2,24}}?(?:\((?:{OUTLET_CHARACTERS}{{2,10}}[报网社台版]|[a-z\d.]{{4,24}})\)
    |/{OUTLET_CHARACTERS}{{2,10}}?
    |“{OUTLET_CHARACTERS}{{1,8}}”{OUTLET_CHARACTERS}{{0,10}}?)?"""

_MARKED = (
    *(word + mark for word in ("电", "讯", "消息") for mark in " ,:([?-"),
    *closing("电", "讯", "消息"),
)
"""What ends a dateline, before `_MARK`."""

CUES: tuple[Cue, ...] = (
    Cue(
        id="dateline.dispatch",
        role=Role.LEDE,
        weight=Weight.SURE,
        pattern=rf"""{_START}(?P<cited>据)?+(?P<abroad>{_FOREIGN})?+(?P<head>(?!据|北京时间|\d{{1,4}}[年月日]){_JOINED}
            (?<![年月\d]|\d[约用曰目]))(?P<no_outlet>{_SOURCE})?+年?\ ?{_IMAGE_MARK}(?:北京时间)?{_DAY}{PART_OF_DAY}?\ ?
            (?P<place>(?:(?!报[道导]|援引|[的来了有]|\L<roles>)\p{{Han}}){{2,6}}?)?{_IMAGE_MARK}
            (?:专?电(?:{_MARK}|(?<=^.{{0,10}}[社网报台线].{{0,20}}日专?电){_SAID}(?=\p{{Han}}))
            |(?(cited)(?!))(?(no_outlet)(?!))(?(abroad)(?!))(?:专?讯(?:{_MARK}|(?=记者))|(?<=[日午晚间晨])(?:讯
            |消息){_SAID}
            (?=\p{{Han}}|$)|消息{_MARK}))
            {_AFTER}""",
        triggers=(
            *_MARKED,
            *("日电", "日专电", "讯记者"),
            *(hour + word for hour in "日午晚间晨" for word in ("讯", "消息")),
        ),
        hits=(
            "新华社青石8月1日电（记者林远、何舟）清溪河大桥合龙。",
            "据新华社青石1月8日电  （记者林远）",
            "新华社德国汉堡７月７日电（记者林远　何舟）",
            "中新社青石五月九日电(记者 林远)",
            "中新社青石4月21日电针对某国",
            "经济日报-中国经济网青石4月20日讯 ",
            "中广网5月9日青石图库消息（记者林远 通讯员何舟）",
            "本报青石4月17日讯记者林远报道：",
            "IT之家4月19日消息据某新闻报道",
            "直播吧9月25日讯 ",
            "阳光采购平台青石4月26日讯：",
            "新华社“向阳”号科考船6月7日电（记者林远）搭载",
            "新华社日内瓦／纽约6月7日电（记者林远）联合国",
            "证券青石网（www.qingshi.example）06月07日讯",
        ),
        misses=(
            "据越通社5月9日报道，青石港的货运增加",
            "新华社报道，6月10日，清溪河大桥合龙",
            "据5月9日消息，",
            "据汉堡5月10日消息，",
            "工信部2011年6月9日消息，",
            "某国军方7月3日消息称",
            "今日非居民用电价格",
            "法新社8月1日消息，大桥",
            "青石8月1日电价上调",
            "青石网络公司8月1日电汇",
            "他说“向阳”号科考船6月7日电力不足",
        ),
    ),
    Cue(
        id="dateline.day-only",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""{_START}(?:北京时间)?(?=\d){_DAY}{PART_OF_DAY}?\ ?(?P<place>(?!有|的|来)\p{{Han}}{{2,3}}
            (?=讯))?(?:专?电
            |专?讯|消息){_MARK}{_AFTER}""",
        triggers=_MARKED,
        hits=(
            "8月2日电 记者2日从某集团了解到",
            "北京时间7月4日下午消息(林远)据",
            "２０１２年７月１８日北京讯　",
            "4月19日讯（本网记者 林远）",
        ),
        misses=("8月1日电影节开幕", "5月9日有消息称", "昨日来自青石镇的消息", "6月6日青石开始试行电价"),
    ),
    Cue(
        id="dateline.dayless-dispatch",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""{_START}(?:据|综合)?(?P<head>(?:本[报刊网社]|路透|\p{{Han}}{{1,6}}(?:[社网报]|日报|晚报))(?:
            (?!电|讯|社
            |\L<roles>)\p{{Han}}){{0,6}}?){_OTHER_NEWS}(?:专?电|专?讯(?!社))
            (?=[\ :(\[-]|(?<=本[报刊网]讯|社电)$|记者|通讯员|实习){_AFTER}""",
        triggers=(
            *(word + behind for word in "电讯" for behind in (*" :([-", "记者", "通讯员", "实习")),
            *closing("电", "讯"),
        ),
        hits=(
            "本报青石讯　站在河边，老人说",
            "路透青石电---某公司周一表示",
            "据新华社电 （记者林远）",
            "本报讯(记者 林远 通讯员 何舟)清溪河大桥合龙。",
            "  本报讯 记者林远 实习生何舟报道:7月31日,清溪河大桥合龙。",
            "新快报讯记者林远　通讯员何舟报道酒后",
            "本报讯(林远)昨日",
            "咸宁新闻网讯 咸宁日报记者林远报道:8日,",
        ),
        misses=("本报电子版今日上线", "新华社记者走进青石镇", "中央社从东京发出的专电指", "新华社电视台成立"),
    ),
    Cue(
        id="dateline.outlet-news",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""{_START}(?P<head>(?!据){_JOINED})\ ?(?:\d{{1,2}}\p{{Han}}\d{{1,2}}日)?(?:(?:(?<=本报)|(?<=晨报)|
            (?<=晚报))(?:综合|热线\d*)报[道导]|(?<=[网社])综合报[道导](?=[\ :]|$)|(?:综合)?(?:(?<=[社网报])快讯
            |{_OTHER_NEWS}讯)(?=[\ :(\[]
            |记者\ ?{SURNAME})|
            (?<=[网线报台社端])消息(?=[:(\ ])|(?<=在线)(?:专稿|报[道导])(?=[:\ ]))
            {_AFTER}""",
        triggers=(
            *(word + mark for word in ("讯", "消息", "专稿") for mark in " :(["),
            *closing("讯", "消息", "专稿"),
            *("讯记者", "综合报道", "综合报导", "报热线", "在线报道", "在线报导"),
        ),
        hits=(
            "南都讯　记者林远　何舟　继推出日票后，",
            "荆楚网消息（记者林远　通讯员何舟、余朵）",
            "搜狐体育讯：青石队昨天",
            "盖世汽车讯 青石汽车",
            "央视网消息（新闻联播）：清溪河大桥合龙。",
            "荆楚网(楚天都市报)讯（记者 林远）",
            "环球网综合报道",
            "国际在线专稿：某国总统",
            "荆楚网消息（楚天都市报）（记者林远）桥",
        ),
        misses=(
            "中兴通讯(00763)发布公告",
            "国外消息 某公司",
            "近日传来喜讯 清溪河大桥合龙",
            "本报记者昨日获悉",
            "商务部网站消息 清溪河",
        ),
    ),
    Cue(
        id="dateline.outlet-credit",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""{_START}(?P<head>(?!据)[\p{{Han}}A-Za-z0-9]{{1,10}}[网报社线台]
            (?:\([\p{{Han}}A-Za-z0-9]{{2,10}}\))?)
            (?:报[道导])?\ ?\((?P<credit>{TITLE}[\ /:]{{0,3}}{SURNAME}[^()]{{1,90}})\)""",
        triggers=("记者", "通讯员", "实习生"),
        hits=("荆楚网(楚天都市报)（记者 林远 通讯员何舟余朵）　　13日", "国际在线报道（记者 林远 实习记者 何舟）："),
        misses=("他在青石网(记者俱乐部)发帖",),
    ),
    Cue(
        id="dateline.day-report",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""{_START}{_ABROAD}(?P<head>(?:(?!记者)[\p{{Han}}A-Za-z0-9-]){{2,20}}?(?<![年月\d])(?P<site>(?<=[网端]|在线
            |-\p{{Han}}{{2,6}}报)(?<!网站))?)\ ?{_DAY}{PART_OF_DAY}?(?P<place>(?(site)\p{{Han}}{{2,4}}|(?!)))?报[道导]
            (?:{_BRACKETED}|(?=:)|(?(site)(?=[\ ,])|(?!)))""",
        triggers=(
            *(word + mark for word in ("报道", "报导") for mark in "(:, "),
            *closing("报道", "报导"),
        ),
        hits=(
            "参考消息网5月14日报道（文/林远）今天",
            "青石在线-青石都市报2011年5月26日报道　",
            "环球网3月17日报道，",
            "CNET科技资讯网10月11日北京报道：",
        ),
        misses=("韩国媒体29日报道，", "英国《金融时报》8月31日报道 ", "据某报5月14日报道（记者林远）"),
    ),
    Cue(
        id="dateline.bracketed-credit",
        role=Role.LEDE,
        weight=Weight.SURE,
        pattern=rf"""^(?:.{{0,59}}?\s)??[(\[【]\s?
            (?P<credit>[^()\[\]【】。:,]{{0,40}}?{TITLE}[\ /]{{0,3}}(?:{SURNAME}|
            (?<=报[道导]\ \p{{Han}}{{0,4}}记者\ )(?=\p{{Han}}{{2,4}}[】\]\ ])
            |(?=\p{{Han}}{{2,4}}[、/][^()\[\]【】]{{1,30}}报[道导]))[^()\[\]【】。:,“”]{{1,80}})
            (?:[)\]】]\s*(?=\S)|$)""",
        triggers=("记者", "特派员", "通讯员", "编译", "实习生", "评论员", "撰稿人", "撰述", "作者"),
        hits=(
            "〔記者林遠／青石報導〕清溪橋昨天合龍。",
            "〔記者終南雪／青石報導〕清溪橋昨天合龍。",
            "【环球网报道 见习记者 终南雪】日本",
            "［記者林遠、何舟／綜合報導］清溪橋",
            "〔駐日特派員林遠／東京十六日報導〕由日本",
            "【环球网报道 见习记者 林远】日本",
            "【环球时报驻韩国、日本特约特派记者 林远 何舟 环球时报特约记者 余朵】“美国",
            "（中央社記者林遠青石20日電）清溪橋",
            "（新文化报 记者 林远）清溪河",
            "清溪橋每一段都不一樣 〔記者林遠／青石報導〕清溪橋",
            "〔記者林遠、何舟、余朵",
        ),
        misses=("【记者连线】", "（记者会）昨天", "〔國際新聞中心／綜合報導〕", "【记者手记】老街的早晨"),
    ),
    Cue(
        id="dateline.bracketed-dispatch",
        role=Role.LEDE,
        weight=Weight.SURE,
        pattern=rf"""{_START}(?:《(?P<credit>{OUTLET_CHARACTERS}{{2,12}}?\ ?(?:{DAY})?专[电讯])》|[(\[【]\s?
            (?P<credit>(?=[^()\[\]【】]{{0,40}}(?:[社网线台端媒]|报(?![道导])|中心
            |[A-Za-z]{{2}}|综合|\d日
            |专[电讯])){OUTLET_CHARACTERS}{{2,24}}?(?:[\ /]{{1,2}}{OUTLET_CHARACTERS}{{2,10}}?)?
            (?:\ ?{DAY})?\ ?(?:综合外电|综合|联合)?(?:专?电|专?{_OTHER_NEWS}讯|报[道导]|消息|快讯|资讯|瞬眼播报|播报
            |专稿)
            |{TITLE}(?:(?!\L<roles>)\p{{Han}}){{2,10}}报[道导]
            |\p{{Han}}{{2,5}}\ {{1,2}}{SURNAME}\p{{Han}}{{1,2}}\ {{1,2}}{DAY}\p{{Han}}{{2,5}}报[道导]
            |文/{OUTLET_CHARACTERS}{{2,12}}(?:\ [\p{{Han}}\ /、]{{2,40}})?
            |{OUTLET_CHARACTERS}{{1,8}}(?:[网报社](?=】\ ?\()|网(?=】\S)|社(?=[)\]】]\S))
            |{OUTLET_CHARACTERS}{{2,14}}(?=】\ ?{DAY}(?:消息|讯)))[)\]】])
            (?:\ ?{_DAY}{PART_OF_DAY}?(?:消息|讯)(?=[\ ,:]|$))?(?:{_BRACKETED}
            |[\ :]{{0,3}}{_OPEN_CREDIT})?""",
        triggers=opening(*"《([【□■◆●▲"),
        hits=(
            "《青石通通訊社1日專訊》恒指",
            "【大公報訊】記者林遠報道：清溪橋",
            "【本报讯】",
            "【韩联社首尔2月1日电】韩国",
            "（中央社日內瓦20日綜合外電報導）世界",
            "〔國際新聞中心／綜合報導〕某國",
            "【仰光專電】中國",
            "【环球时报综合报道】",
            "[文/观察者网 林远]",
            "[文/观察者网 林远 编辑/何舟]老街",
            "【财新网】（记者 林远 何舟）",
            "【TechSite】10月11日消息，某公司",
            "【特約記者意大利布雷西亞報道】",
            "【深圳商报讯】（记者　林远　实习生　何舟）记者昨天",
            "（搜狐体育　林远　４月２２日青石报道）",
        ),
        misses=("【记者连线】", "【导读】", "【特别报道·聚焦老街】", "（资料图）", "【评论】", "【深度报道】老街"),
    ),
    Cue(
        id="dateline.reporter-reports",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""{_START}(?P<open_credit>{OUTLET_CHARACTERS}{{0,12}}?\ ?{TITLE}[\ /]{{0,3}}(?:{SURNAME}
            |\p{{Han}}{{1,6}}·)[^。!?“”,]{{1,60}}?
            (?:(?:{DAY})?(?:综合|联合|摄影|独家)*报[道导](?=[,:\ )]|$|/|(?![了说称指过的,。]|报)\p{{Han}})
            |发自\ ?\p{{Han}}{{2,8}}
            (?:[\ ,]|$)|/\p{{Han}}{{2,6}}报[道导])(?!\p{{Han}}{{1,6}}[报社网台]\s*$))""",
        triggers=("报道", "报导", "发自"),
        hits=(
            "环球网记者林远12月6日报道，日本",
            "南都记者 林远 实习生何舟余朵 发自青石 2009年，",
            "本报记者林远报道：",
            "咸宁日报记者林远报道:8日,",
            "記者林遠／青石報導　清溪橋",
        ),
        misses=(
            "本报经济新闻中心记者将联手各市驻站记者",
            "记者昨日从报道中获悉",
            "本报记者近日在青石调研了解到",
            "沙特记者失踪后，媒体报道",
        ),
    ),
    Cue(
        id="dateline.slash-dispatch",
        role=Role.LEDE,
        weight=Weight.SURE,
        pattern=rf"""{_START}(?P<agency>\p{{Han}}{{2,6}}社)\ ?/\ ?(?P<place>\p{{Han}}{{2,6}}?){_DAY}(?:综合外)?
            (?:专?电|报[道导])""",
        triggers=("社/", "社 /"),
        hits=("中央社／台北16日電",),
        misses=("中央社／台北電台",),
    ),
    Cue(
        id="dateline.broken-line",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=r"^\s{0,4}/\s?(?P<place>\p{Han}{2,6}?)(?:综合)?报[道导][)\]】]",
        triggers=opening("/"),
        hits=("／青石報導〕市長昨天",),
        misses=("／青石報導", "据青石/报道]"),
        source="a dateline cut at its slash by a line break",
    ),
    Cue(
        id="dateline.run-in",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""^(?!据)(?P<run_in>.{{6,60}}?[报网社线](?:\p{{Han}}{{2,4}}{_DAY})?)(?:专?电|讯)(?:{_BRACKETED}
            |\ {{1,3}}{_OPEN_CREDIT}|(?=\ ))""",
        triggers=(*(word + mark for word in "电讯" for mark in "( "), *closing("电", "讯")),
        hits=(
            "青石下月起实施新办法新快报讯　记者　林远　实习生　何舟　报道　违者",
            "饮用水安全应有专管部门本报青石６月２８日电（记者林远、何舟）水",
            "就茶叶一事发声明本报讯（记者林远）　“我们",
        ),
        misses=("他把这份本报讯息留了下来，又走了", "青石镇的老街坊都记得本报。"),
        source="pages that lose the line break between headline and text",
    ),
    *ENGLISH_CUES,
)
