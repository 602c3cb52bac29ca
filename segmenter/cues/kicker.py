"""What in a line's wording speaks for its being the line above a headline."""

from segmenter.cues.base import Cue, Weight, closing, opening
from segmenter.model import Role

CUES = (
    Cue(
        id="kicker.series",
        role=Role.KICKER,
        weight=Weight.STRONG,
        pattern=r"^[^。;,]{2,20}(?:直击|追踪|纪实|见闻|侧记|走笔|进行时|探访|系列报道|系列之[一二三四五六七八九十]{1,2})$",
        triggers=(*closing("直击", "追踪", "纪实", "见闻", "侧记", "走笔", "进行时", "探访", "系列报道"), "系列之"),
        hits=("秋粮收购直击", "老旧小区改造追踪", "深化“一网通办”改革见闻", "清溪治水系列之三"),
        misses=("直击", "记者直击现场"),
        source="Names of series, which Chinese papers print above the headline.",
    ),
    Cue(
        id="kicker.opens-as-a-theme",
        role=Role.KICKER,
        weight=Weight.WEAK,
        pattern=r"^(?:聚焦|关注|走近|深化|推进|我市|我县|我省|全市|全县)[^。;,]{3,18}$",
        triggers=opening("聚焦", "关注", "走近", "深化", "推进", "我市", "我县", "我省", "全市", "全县"),
        hits=("聚焦清溪两会", "关注校门口的早餐", "我市推进医养结合"),
        misses=("聚焦", "全市三十七公里江堤一夜巡查完毕，两千人上堤"),
    ),
)
