"""A story and a document made by hand, for the tests of what comes after the pipeline."""

from segmenter.model import Dateline, Decision, Document, Evidence, Line, Person, Reason, Role, Story
from segmenter.reading.folding import fold

STORY = Story(
    id="5d1fae03b7c2",
    ordinal=2,
    lines=(7, 9),
    headline="青石桥早市搬进新棚",
    headline_line=7,
    kicker=None,
    deck="摊位费三年不涨",
    byline=(Person("罗一苇", "reporter"), Person("罗一苇", "photographer"), Person("谷雨", "editor")),
    dateline=Dateline(place="溪口", agency="本报", date="2024-03-05", raw="本报溪口3月5日讯"),
    published="2024-03-05",
    source="溪口日报",
    section=None,
    language="zh-Hans",
    paragraphs=(
        "　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。",
        "- “不用再看天。”卖豆腐的老周说。",
    ),
    confidence=0.9,
    warnings=("published: year inferred",),
    evidence=(Evidence("published", "2024-03-05", "3月5日", 9, 7, "dates.month-day", True),),
)

_LINES = (
    (7, "青石桥早市搬进新棚", Role.HEADLINE),
    (8, "摊位费三年不涨", Role.DECK),
    (9, "　　本报溪口3月5日讯（记者 罗一苇 文/图）棚里的灯亮了。", Role.LEDE),
)
DOCUMENT = Document(
    stories=(STORY,),
    furniture=(),
    lines=tuple(Line(number, text, fold(text), role) for number, text, role in _LINES),
    decisions=(
        Decision(7, Role.HEADLINE, 4.5, (Reason("headline.short", 4.0), Reason("grammar", 0.5)), Role.DECK, 2.25),
        Decision(8, Role.DECK, -1.0, (Reason("grammar", -1.0),)),
        Decision(9, Role.LEDE, 8.0, (Reason("lede.dateline", 8.0, 3, "本报溪口3月5日讯"),), Role.BODY, 7.0),
    ),
)
