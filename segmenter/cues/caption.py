"""Short lines under a picture: what it shows, who took it, who provided it."""

from segmenter.cues.base import Cue, Weight, closing
from segmenter.cues.caption_english import ENGLISH_CUES
from segmenter.cues.fragments import OUTLET_CHARACTERS, SURNAME
from segmenter.model import Role

_END = r"\s?[)\]】]?\s?[。.]?\s*$"
_SHORT = r"(?=.{4,220}$)"
_OPENING = r"(?:资料图(?:片)?|图(?:\d{1,2}|为|说)|图片说明|上图|下图|左图|右图|▲|△|↑)"
_ONE = rf"""(?:{SURNAME}\ {{0,2}}\p{{Han}}(?:\ {{0,2}}\p{{Han}})?|\p{{Han}}{{2,4}}|\p{{Han}}{{1,8}}
    (?:·\p{{Han}}{{1,8}}){{1,3}}|[A-Z][A-Za-z.'-]*(?:\ [A-Z][A-Za-z.'-]*){{0,3}})"""
_CREDIT_FRAME = rf"""(?P<credit>(?:图(?:片)?\s?[/:]\s?)?{OUTLET_CHARACTERS}{{0,14}}?\ {{0,2}}(?:(?:特约|见习|实习
    |摄影|视频|图片
    |全媒体|本报)*(?:记者|通讯员|实习生)\ {{0,2}})?{_ONE}(?:[、,\ ]{{1,3}}{_ONE}){{0,3}}
    (?:[、\ ]?{OUTLET_CHARACTERS}{{0,8}}?(?:记者|通讯员){_ONE})?(?:[\ /]{{0,2}}(?<![拍被偷抓直翻])摄(?:影报[道导]|影
            |像)?
    |(?:拍摄|航拍|翻摄)(?=\s?[)\]】])))"""
_BEHIND = r"""(?:(?:[\ /]{1,2}|\ ?\()(?P<agency>视觉中国|东方IC|IC\ ?photo|人民视觉|CFP
    |达志影像)\)?|\ \d{2,4}年[\d年月日]{2,8})?"""
"""A picture agency or the day may stand behind who took the picture."""

_LABELS = ("图", "图文", "文图", "图片", "照片", "摄影", "摄影师", "摄", "来源", "提供")

CUES: tuple[Cue, ...] = (
    Cue(
        id="caption.photographer",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=rf"""^{_SHORT}(?=.*(?:摄|航拍).{{0,24}}\s*$)(?!.{{0,160}}/文).*?(?:^|[\s。!?,;:()(\]】"”」』▲△↑])(?:(?P<agency>\p{{Han}}{{2,10}}[社网报台])发\s?\()?
            (?:Pool图片,)?{_CREDIT_FRAME}{_BEHIND}{_END}""",
        triggers=("摄",),
        hits=(
            "资料图：青石老街的早晨。 林远 摄",
            "8月1日，人们走过清溪桥。新华社记者林远摄",
            "老街的楼盘。 （资料图片） 记者 林远 摄",
            "球員何舟。林遠攝",
            "▲广州日报全媒体图片记者林远、何舟摄",
            "图片来源：每经记者 林远 摄",
            "（圖／記者林遠攝）",
            "为飞机着陆。(林远 摄影报道)",
            "清溪老街（實習記者林遠攝）",
            "清溪橋上。（林遠攝）",
            "清溪桥的早晨　林远本报记者何舟 摄 ",
            "首相走下讲台。新华社发（Pool图片，林远摄）",
            "清溪桥的早晨 林远/摄",
            "清溪桥上。本报记者林远、通讯员何舟摄",
            "清溪桥上（青石台记者林远拍摄）",
            "清溪桥上。 林远摄 视觉中国",
            "清溪橋上。青石社記者林遠攝 107年10月1日",
        ),
        misses=(
            "林某父子昨被攝到青石鎮逗留約40分鐘。《熱血時報》FB截圖",
            "他十年来一直在老街上拍摄，从未停过。",
            "摄影展在青石开幕",
            "官員參觀車站 獨青石台近距離隨行拍攝",
            "这部电影去年在青石拍摄",
            "桥修好了。（林远/文 何舟/摄影）",
        ),
    ),
    Cue(
        id="caption.glued-photographer",
        role=Role.CAPTION,
        weight=Weight.FAIR,
        pattern=rf"^{_SHORT}(?P<glued_credit>[^。!?]{{6,60}}?[网社报台团](?:记者)?{SURNAME}\p{{Han}}{{1,2}}摄){_END}",
        triggers=("摄",),
        hits=("发言人何舟主持发布会中国网林远摄",),
        misses=("他在青石报社学会了拍摄",),
    ),
    Cue(
        id="caption.picture-label",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=rf"""^{_SHORT}(?:.*?[。!?)\]】]\s{{0,3}})??[(\[【]?\s?(?P<open_credit>(?:文[:/](?=记者)|(?:图文|文图
            |图|图片|照片
            |摄影|摄影师|摄|供图|(?:图片|照片|图)(?:来源|提供))\s?[:︰/|])\s?[\p{{Han}}A-Z《][^。!?]{{1,60}}?){_END}""",
        triggers=(
            *("文:记者", "文/记者"),
            *(label + space + mark for label in _LABELS for space in ("", " ") for mark in ":︰/|"),
        ),
        hits=(
            "图片来源：青石日报",
            "（图片来源：青石区政府）",
            "桥上人来人往。（圖文：記者林遠）",
            "（文：記者林遠）",
            "圖文：台灣《蘋果日報》",
            "老街的早晨。摄影：Tam Lam",
            "警方称高峰期有1.7万人。照片来源：林遠攝影 L Y Photography |example.org",
            "圖：總統府提供，文：記者林遠",
            "越不能容許任何聲音。攝：Imagine China",
        ),
        misses=("图：", "图书馆开放", "摄影：艺术还是技术？这是个问题，他说。"),
    ),
    Cue(
        id="caption.agency-picture",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=rf"""^{_SHORT}(?=.*[片图发供透新联社网报台]\s?[)\]】。]{{0,2}}\s*$)(?:.*?[\s。!?)])?[(\[【]?\s?
            (?P<agency>\p{{Han}}{{2,6}}[社报]/(?:路透|法新|美联|欧新)(?=\s?[)\]】。]{{0,2}}\s*$)|(?:(?!\L<roles>|综合|来源
            |[据由均除]){OUTLET_CHARACTERS}){{2,12}}?)(?:(?:资料)(?:图片|照片|图)|(?<=[社网报台A-Z])(?:发|供图|图片)|/
            (?:受访者|网友)?(?:提供|供图)|(?<=/(?:路透|法新|美联|欧新))|
            (?<=^.{{0,70}}[社网报台])(?=\))|(?<=^.{{0,120}}[。)!?]\p{{Han}}{{2,6}}[社报台])$)\s?[)\]】。]{{0,2}}\s*$""",
        triggers=(
            *("资料图", "资料照", "供图", "图片", "/提供", "/受访者", "/网友", "/路透", "/法新", "/美联", "/欧新"),
            *(f"{character}发" for character in "社网报台ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            *("社)", "网)", "报)", "台)", *closing("社", "报", "台")),
        ),
        hits=(
            "（路透社資料圖片）",
            "地震摧毀當地多幢建物。（美聯社）",
            "岸田睡得很酣。美聯社資料圖片",
            "訓誡書的時間。財新／受訪者提供",
            "8月1日，人们走过清溪桥。新华社发",
            "何舟（左）出席記者會。美聯社",
            "人们走过清溪桥。新华社/路透",
            "人们走过清溪桥 CFP供图",
        ),
        misses=("他说，这是公开的图片", "人们走过清溪桥（无人机照片）", "记者来自路透社", "新书首发"),
    ),
    Cue(
        id="caption.opening",
        role=Role.CAPTION,
        weight=Weight.FAIR,
        pattern=rf"^\s*{_SHORT}(?:[(\[【]\s?)?{_OPENING}(?:[)\]】]|[\s:]|(?<=为)\p{{Han}}|(?<=▲|△|↑)\S)",
        triggers=("图", "▲", "△", "↑"),
        hits=("图为清溪桥的早晨", "资料图：清溪桥", "（资料图）", "▲清溪桥"),
        misses=("图书馆开放", "资料图书馆", "图谋已久"),
    ),
    Cue(
        id="caption.archive",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=r"""^.{2,160}[(\[【](?:(?:本报|本台|网上|网络|电视)?(?:资料|档案|示意|模拟)(?:图片|照片|图|照|画面)
            |网络图片|网上图片)[)\]】]\s*$""",
        triggers=("资料", "档案", "示意", "模拟", "图片"),
        hits=("電車公司指，靜音車廂設於上層尾排。（資料圖片）", "清溪桥的早晨（资料图）", "清溪橋（示意圖）"),
        misses=("他说，这些都是公开的资料图片", "（资料图片）见第三版"),
    ),
    *ENGLISH_CUES,
)
