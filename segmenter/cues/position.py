"""What a paragraph's place among the others of its dump suggests, each cue with small dumps as its examples.

In an example `→` stands before the first character of the judged paragraph, and `⟨text⟩` and `⟨more⟩` for paragraphs
of text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from segmenter.cues.base import Weight
from segmenter.cues.place import REACH, Place
from segmenter.model import Role

MARK = "→"
"""Stands before the judged paragraph of an example."""
STANDS_FOR = {
    "⟨text⟩": "柳溪社区的七个小区昨日通上天然气，一千户居民从此告别煤气罐，老旧管道的改造用了两年，比原定早了三个月。",
    "⟨more⟩": "施工方表示，剩余的排水管道将在月底前全部更换完毕，届时老街两侧的路灯也会一并点亮，商户和居民总体满意。",
}
"""Paragraphs of text that an example only names."""


class PlaceCue(NamedTuple):
    """One thing that a paragraph's place or shape suggests."""

    id: str
    role: Role
    weight: float
    test: Callable[[Place], bool]
    hits: tuple[str, ...]
    """Dumps in which it must fire for the marked paragraph."""
    misses: tuple[str, ...]
    """Dumps close by in which it must not."""


def _width(low: int, high: int) -> Callable[[Place], bool]:
    return lambda place: low <= place.width < high


_RUNDOWN = "→小区通气\n老街完工\n夜校开课\n小区通气\n⟨text⟩\n老街完工\n⟨more⟩\n夜校开课\n⟨text⟩"
_NO_RUNDOWN = "→小区通气\n老街完工\n⟨more⟩\n小区通气\n⟨text⟩"
_INDENTED = "七个小区通上天然气\n　　⟨text⟩\n　　⟨more⟩\n{}青石镇老街月底完工\n　　⟨more⟩"
_WIRE = """COUNCIL BACKS NEW BRIDGE OVER THE RIVER
    The council voted on Tuesday to build a bridge over the river at
the old ferry landing, ending a dispute that had lasted for twenty
years between the two halves of the town and its traders.
    The work will take two years, and the ferry will go on until the
day the bridge opens, the mayor told the traders of the market.
{}
    The school will open its new rooms after the summer, the head of
the school said, and three hundred pupils will move in at once."""

CUES = (
    PlaceCue(
        "headline.before-any-text",
        Role.HEADLINE,
        Weight.FAIR,
        lambda p: p.before_text,
        hits=("→青石镇老街月底完工\n⟨text⟩", "青石日报\n→青石镇老街月底完工\n⟨text⟩"),
        misses=("⟨text⟩\n→青石镇老街月底完工\n⟨more⟩", "→聚焦老街修缮\n青石镇老街月底完工\n沿街商户盼通车\n⟨text⟩"),
    ),
    PlaceCue(
        "headline.width-under-12",
        Role.HEADLINE,
        -Weight.STRONG,
        _width(0, 12),
        hits=("→好事多磨\n⟨text⟩",),
        misses=("→七个小区通气\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.width-12-to-20",
        Role.HEADLINE,
        -Weight.FAIR,
        _width(12, 20),
        hits=("→七个小区通气\n⟨text⟩",),
        misses=("→好事多磨\n⟨text⟩", "→七个小区昨日通上天然气\n⟨text⟩"),
    ),
    PlaceCue(
        "headline.width-28-to-48",
        Role.HEADLINE,
        Weight.WEAK,
        _width(28, 48),
        hits=("→青石镇老街修缮工程本月底完工\n⟨text⟩",),
        misses=("→青石镇老街月底完工\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.width-48-to-70",
        Role.HEADLINE,
        Weight.WEAK,
        _width(48, 70),
        hits=("→青石镇老街修缮工程本月底完工 沿街商户盼望早日通车\n⟨text⟩",),
        misses=("→青石镇老街修缮工程本月底完工\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.more-gap-above",
        Role.HEADLINE,
        Weight.STRONG,
        lambda p: not p.first and p.gap > p.layout.gap,
        hits=("⟨text⟩\n⟨more⟩\n\n→青石镇老街月底完工\n⟨more⟩", "⟨text⟩\n\n⟨more⟩\n\n\n→青石镇老街月底完工\n\n⟨more⟩"),
        misses=("⟨text⟩\n\n⟨more⟩\n\n→青石镇老街月底完工\n\n⟨more⟩",),
    ),
    PlaceCue(
        "headline.gap-as-usual-where-others-have-more",
        Role.HEADLINE,
        -Weight.STRONG,
        lambda p: not p.first and p.gap <= p.layout.gap == 0 and p.layout.parted and not p.layout.indent,
        hits=("⟨text⟩\n⟨more⟩\n→商户盼通车\n⟨text⟩\n\n青石镇老街月底完工\n⟨more⟩",),
        misses=("⟨text⟩\n⟨more⟩\n\n→青石镇老街月底完工\n⟨more⟩", "⟨text⟩\n⟨more⟩\n→青石镇老街月底完工\n⟨more⟩"),
    ),
    PlaceCue(
        "headline.outdented",
        Role.HEADLINE,
        Weight.FAIR,
        lambda p: p.indented_under and not p.indented and p.indent <= p.layout.indent,
        hits=(_INDENTED.format("→"), _INDENTED.format("  →")),
        misses=(
            _INDENTED.format("　　→"),
            _INDENTED.format("      →"),
            "⟨text⟩\n⟨more⟩\n→青石镇老街月底完工\n⟨more⟩",
        ),
    ),
    PlaceCue(
        "headline.indented-as-text",
        Role.HEADLINE,
        -Weight.SURE,
        lambda p: p.indented and p.indent < 12 and not p.centred,
        hits=(_INDENTED.format("　　→"), _INDENTED.format("    →")),
        misses=(
            _INDENTED.format("→"),
            _INDENTED.format("  →"),
            _INDENTED.format("      →"),
            _INDENTED.format("　" * 14 + "→"),
        ),
    ),
    PlaceCue(
        "headline.text-at-once",
        Role.HEADLINE,
        Weight.HINT,
        lambda p: p.long_under,
        hits=("→青石镇老街月底完工\n⟨text⟩", "→青石镇老街月底完工\n沿街商户盼早日通车\n⟨text⟩"),
        misses=("→青石镇老街月底完工\n青石网\n⟨text⟩", "⟨text⟩\n→青石镇老街月底完工"),
    ),
    PlaceCue(
        "headline.no-text-below",
        Role.HEADLINE,
        -Weight.WEAK,
        lambda p: p.text_below > REACH,
        hits=("⟨text⟩\n→青石镇老街月底完工\n青石网",),
        misses=("→青石镇老街月底完工\n青石网\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.recurs",
        Role.HEADLINE,
        -Weight.SURE,
        lambda p: p.times >= 3,
        hits=("青石日报社区版\n⟨text⟩\n→青石日报社区版\n⟨more⟩\n青石日报社区版",),
        misses=("→七个小区通上天然气\n⟨text⟩\n七个小区通上天然气",),
    ),
    PlaceCue(
        "headline.centred-alone",
        Role.HEADLINE,
        -Weight.STRONG,
        lambda p: p.centred and not p.centred_over_text,
        hits=("                    →The Elmford Herald\nCouncil backs new bridge over the river\n⟨text⟩",),
        misses=(
            "→The Elmford Herald\nCouncil backs new bridge over the river\n⟨text⟩",
            "                    →Council backs new bridge over the river\n⟨text⟩",
        ),
    ),
    PlaceCue(
        "headline.centred-over-text",
        Role.HEADLINE,
        Weight.STRONG,
        lambda p: p.centred_over_text,
        hits=(
            "⟨text⟩\n                    →Council backs new bridge over the river\n⟨more⟩",
            "　　⟨text⟩\n　　　　　　　　　→青石镇老街月底完工\n　　⟨more⟩",
        ),
        misses=(
            "                    The Elmford Herald\n                    →May 15, 2024\n⟨text⟩",
            "⟨text⟩\n→Council backs new bridge over the river\n⟨more⟩",
        ),
    ),
    PlaceCue(
        "kicker.ends-as-a-sentence",
        Role.KICKER,
        -Weight.SURE,
        lambda p: not p.short or p.width < 12,
        hits=("→居民告别煤气罐。\n七个小区通上天然气\n⟨text⟩", "→简讯\n七个小区通上天然气\n⟨text⟩"),
        misses=("→聚焦老旧小区改造\n七个小区通上天然气\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.in-a-rundown",
        Role.HEADLINE,
        -Weight.STRONG,
        lambda p: p.in_a_rundown,
        hits=(_RUNDOWN,),
        misses=(_NO_RUNDOWN,),
    ),
    PlaceCue(
        "headline.announced",
        Role.HEADLINE,
        Weight.HINT,
        lambda p: p.stood_above,
        hits=("七个小区通上天然气\n青石镇老街月底完工\n夜校开进社区\n→七个小区通上天然气\n⟨text⟩",),
        misses=("七个小区通上天然气\n→七个小区通上天然气\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.middle-of-three",
        Role.HEADLINE,
        Weight.WEAK,
        lambda p: p.heading_block == (1, 3),
        hits=("聚焦老旧小区改造\n→七个小区通上天然气\n一千户居民告别煤气罐\n⟨text⟩",),
        misses=(
            "→七个小区通上天然气\n一千户居民告别煤气罐\n⟨text⟩",
            "聚焦老旧小区改造\n→七个小区通上天然气\n一千户居民告别煤气罐",
        ),
    ),
    PlaceCue(
        "headline.first-of-two-set-apart",
        Role.HEADLINE,
        Weight.FAIR,
        lambda p: p.heading_block == (0, 2) and p.set_apart,
        hits=("⟨text⟩\n\n⟨more⟩\n\n→七个小区通上天然气\n一千户居民告别煤气罐\n\n⟨text⟩",),
        misses=(
            "⟨text⟩\n\n⟨more⟩\n\n→七个小区通上天然气\n\n一千户居民告别煤气罐\n\n⟨text⟩",
            "⟨text⟩\n\n⟨more⟩\n\n→七个小区通上天然气\n一千户居民告别煤气罐\n⟨text⟩",
        ),
    ),
    PlaceCue(
        "kicker.first-of-three",
        Role.KICKER,
        Weight.STRONG,
        lambda p: p.heading_block == (0, 3),
        hits=("→聚焦老旧小区改造\n七个小区通上天然气\n一千户居民告别煤气罐\n⟨text⟩",),
        misses=("→聚焦老旧小区改造\n七个小区通上天然气\n⟨text⟩",),
    ),
    PlaceCue(
        "deck.last-of-three",
        Role.DECK,
        Weight.WEAK,
        lambda p: p.heading_block == (2, 3),
        hits=("聚焦老旧小区改造\n七个小区通上天然气\n→一千户居民告别煤气罐\n⟨text⟩",),
        misses=("七个小区通上天然气\n→一千户居民告别煤气罐\n⟨text⟩",),
    ),
    PlaceCue(
        "deck.second-of-two-set-apart",
        Role.DECK,
        Weight.WEAK,
        lambda p: p.heading_block == (1, 2) and p.set_apart,
        hits=("⟨text⟩\n\n七个小区通上天然气\n→一千户居民告别煤气罐\n\n⟨text⟩",),
        misses=(
            "⟨text⟩\n\n七个小区通上天然气\n\n→一千户居民告别煤气罐\n\n⟨text⟩",
            "⟨text⟩\n七个小区通上天然气\n→一千户居民告别煤气罐\n⟨text⟩",
        ),
    ),
    PlaceCue(
        "furniture.in-a-rundown",
        Role.FURNITURE,
        Weight.STRONG,
        lambda p: p.in_a_rundown,
        hits=(_RUNDOWN,),
        misses=(_NO_RUNDOWN,),
    ),
    PlaceCue(
        "furniture.page-title",
        Role.FURNITURE,
        Weight.SURE,
        lambda p: p.page_title,
        hits=("→七个小区通上天然气 - 青石网\n首页\n七个小区通上天然气\n⟨text⟩",),
        misses=("→七个小区通上天然气 - 青石网\n首页\n⟨text⟩", "→七个小区通上天然气\n首页\n七个小区通上天然气\n⟨text⟩"),
    ),
    PlaceCue(
        "metadata.closing-line",
        Role.METADATA,
        Weight.HINT,
        lambda p: p.short and p.gap == 0 < p.gap_below and p.layout.gap == 0 and p.text_above,
        hits=("⟨text⟩\n⟨more⟩\n→青石日报社区版\n\n夜校开进社区\n⟨text⟩",),
        misses=("⟨text⟩\n⟨more⟩\n→青石日报社区版\n夜校开进社区\n⟨text⟩", "⟨text⟩\n⟨more⟩\n\n→夜校开进社区\n⟨text⟩"),
    ),
    PlaceCue(
        "metadata.recurs-in-a-block",
        Role.METADATA,
        Weight.WEAK,
        lambda p: p.times >= 3 and p.gap == p.gap_below == 0 and not p.first and p.width < 60,
        hits=("夜校开进社区\n→青石日报\n⟨text⟩\n\n老街完工\n青石日报\n⟨more⟩\n\n小区通气\n青石日报\n⟨text⟩",),
        misses=("夜校开进社区\n→青石日报\n⟨text⟩\n\n老街完工\n青石日报\n⟨more⟩",),
    ),
    PlaceCue(
        "metadata.centred",
        Role.METADATA,
        Weight.FAIR,
        lambda p: p.indent >= 16 and p.width < 60,
        hits=("                    →May 15, 2024\nCouncil backs new bridge over the river\n⟨text⟩",),
        misses=("    →May 15, 2024\nCouncil backs new bridge over the river\n⟨text⟩",),
    ),
    PlaceCue(
        "headline.not-in-capitals",
        Role.HEADLINE,
        -Weight.WEAK,
        lambda p: p.layout.capitals and p.layout.wrapped is not None and not p.capitals,
        hits=(_WIRE.format("→Traders are pleased"),),
        misses=(_WIRE.format("→SCHOOL OPENS NEW ROOMS"), "COUNCIL BACKS BRIDGE\n⟨text⟩\n→Traders are pleased\n⟨more⟩"),
    ),
    PlaceCue(
        "body.sentence",
        Role.BODY,
        Weight.WEAK,
        lambda p: p.stopped if p.width < 44 else p.sentence,
        hits=("→七个小区昨日通上天然气。", "→青石镇老街修缮工程本月底完工，沿街商户盼着早日通车！"),
        misses=("→七个小区昨日通上天然气", "→七个小区昨日通上天然气！"),
    ),
    PlaceCue(
        "subhead.short-line",
        Role.SUBHEAD,
        Weight.HINT,
        lambda p: p.width < 44 and not p.stopped and p.text_below <= 2,
        hits=("⟨text⟩\n→好事多磨\n⟨more⟩",),
        misses=("⟨text⟩\n→好事多磨。\n⟨more⟩", "⟨text⟩\n→好事多磨"),
    ),
)
"""All cues of place, in the order in which they are tried."""
