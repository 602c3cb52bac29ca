"""What in a line's wording speaks for its being a heading inside a story."""

from segmenter.cues.base import Cue, Weight, opening
from segmenter.cues.headline import NUMBERED
from segmenter.model import Role

CUES = (
    Cue(
        id="subhead.numbered",
        role=Role.SUBHEAD,
        weight=Weight.FAIR,
        pattern=r"""
            ^(?:\(?[一二三四五六七八九十]{1,3}[、.﹑)]
            |\(?\d{1,2}[.)、](?!\d)|第[一二三四五六七八九十]{1,2}[,、:\ ]|[①-⑳])[^。]{1,40}$
        """,
        triggers=NUMBERED,
        hits=("一、把水引到田里", "（二）守住底线", "1. Who pays"),
        misses=("一、把水引到田里。这是全镇今年最大的工程。", "第一书记进村记"),
    ),
    Cue(
        id="subhead.framed",
        role=Role.SUBHEAD,
        weight=Weight.WEAK,
        pattern=r"^(?:【[^】]{2,30}】|[—\-■◆●▲*#]{1,3}\s?[^。—\-■◆●▲*#]{2,30})$",
        triggers=opening(*"【—-■◆●▲*#"),
        hits=("【修路之难】", "■修路之难", "◆ 水从哪里来"),
        misses=("【修路之难】清溪镇的八年", "-----"),
    ),
    Cue(
        id="subhead.question-or-answer",
        role=Role.SUBHEAD,
        weight=-Weight.FAIR,
        pattern=r"^(?:问|答|记者|主持人|[QA])\s*:",
        triggers=opening("问", "答", "记者", "主持人", "Q:", "Q ", "A:", "A "),
        hits=("问：路什么时候通？", "Q: Who pays?"),
        misses=("问路清溪",),
    ),
)
