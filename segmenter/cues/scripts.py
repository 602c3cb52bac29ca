"""What scripts of newscasts say beside the text: who speaks, what is played, who worked on it."""

from segmenter.cues.base import Cue, Weight, opening
from segmenter.model import Role

CUES = (
    Cue(
        id="lede.read-by-the-anchor",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=r"""
            ^[【\[(](?:导语|口播|主播|主持人?|提要|干稿)[】\])]\s?:?\s?.{8}
            |^(?:导语|口播)\s?:\s?.{8}|^(?:PRESENTER|ANCHOR|NEWSREADER|HOST|READER|INTRO
            |LEAD-IN)(?:\ \(\w{2,12}\))?\s?:\s?.{12}
        """,
        triggers=(
            "导语",
            "口播",
            "主播",
            "主持",
            "提要",
            "干稿",
            "PRESENTER",
            "ANCHOR",
            "NEWSREADER",
            "HOST",
            "READER",
            "INTRO",
            "LEAD-IN",
        ),
        hits=(
            "【導語】青石鎮老街昨天重新開放，商戶都說客流比去年多。",
            "PRESENTER: Ferry fares are to rise by a tenth from Monday, the line says.",
        ),
        misses=(
            "主持人：今天我们请来了镇长",
            "导语怎么写",
            "HOST CITY CHOSEN: Port Alder",
            "【正文】新棚装了排水沟和照明灯。",
        ),
        source="Scripts of radio and television: the lead-in stands first.",
    ),
    Cue(
        id="furniture.played",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:[【\[(]\s?(?:片花|片头|片尾|过场|间奏|音乐|广告|转场|垫乐|台标)\s?[】\])]
            |[\[(]{1,2}\ ?(?:STINGS?|(?:OPENING\ |CLOSING\ |END\ )?TITLES|BREAK|MUSIC|BED|JINGLE)\ ?[\])]{1,2})$
        """,
        triggers=(
            "片花",
            "片头",
            "片尾",
            "过场",
            "间奏",
            "音乐",
            "广告",
            "转场",
            "垫乐",
            "台标",
            *"STING TITLES BREAK MUSIC BED JINGLE".split(),
        ),
        hits=("【片花】", "【過場】", "((STING))", "[CLOSING TITLES]"),
        misses=("音乐节开幕", "(音乐)之声响起", "BREAK IN THE WEATHER"),
        source="Scripts of radio and television.",
    ),
    Cue(
        id="furniture.note-to-the-desk",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?i:slug)\s?:\s?\S{2,40}$|^(?i:note\ to\ (?:the\ )?(?:desk|subs?|subeditors?)|desk|subs)\s?:\s.{4,90}$
            |^(?:请编辑(?:注意)?|编辑注意|请版面(?:注意)?|致编辑)\s?:.{2,40}$
        """,
        triggers=("lug", "LUG", "ote to", "OTE TO", "NOTE", *opening("Desk", "DESK", "Subs", "SUBS"), "编辑", "版面"),
        hits=(
            "Slug: ferry-2701",
            "Note to subs: please check spellings",
            "Desk: legal have seen this",
            "請編輯注意：標題可刪",
        ),
        misses=("Notes to editors", "Desk jobs: who wants them", "编辑：陈卓", "Note to self: write more letters"),
        source="Reporters' files.",
    ),
    Cue(
        id="furniture.crew",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?:值班)?(?:编辑|主编|制片人?|导播|导演|主播|播音|主持|监制|审稿|审校|统筹
            |责编)\s?:\s?\p{Han}{2,4}(?:[、\ ]\p{Han}{2,4}){0,2}
            (?:\s{1,4}|$)){2,5}$
            |^(?:(?:Producer|Presenter|Editor|Director|Anchor|Newsreader
            |Reporter)\s?:\s?\p{Lu}[\p{L}'’.-]*(?:\ \p{Lu}[\p{L}'’.-]*){1,2}(?:\s{2,5}|$)){2,4}$
            |^.{2,24}(?:播出稿|播报稿|口播稿)$|^.{4,60}\bSCRIPT$
            |^TX\s?:\s?.{4,30}\d$
        """,
        triggers=(
            *("编辑", "主编", "制片", "导播", "导演", "主播", "播音", "主持", "监制", "审稿", "审校", "统筹", "责编"),
            *(
                "Producer",
                "Presenter",
                "Editor",
                "Director",
                "Anchor",
                "Newsreader",
                "Reporter",
                "TX",
                "出稿",
                "播报稿",
                "播稿",
                "SCRIPT",
            ),
        ),
        hits=(
            "值班编辑：郑海波  审稿：陈卓",
            "Producer: Priya Lane   Presenter: Marcus Webb",
            "TX: 27 January 2022 18:00",
            "青石电视台《晚间新闻》播出稿",
            "ELMFORD RADIO SIX O'CLOCK BULLETIN - SCRIPT",
        ),
        misses=("编辑：陈卓", "主编：青石镇的故事", "Editor: Jane Holm", "Director: why I filmed the ferry"),
        source="Scripts of radio and television.",
    ),
)
