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

FULL = Story(
    id="b31c55e0917a",
    ordinal=9064,
    lines=(5301, 5377),
    headline="Lamps return to the north pier",
    headline_line=5303,
    kicker="Harbour works",
    deck="Ferry keeper counts ninety nights",
    byline=(
        Person("Ida Marrow", "reporter"),
        Person("Tom Quill", "correspondent"),
        Person("Wen Ashby", "intern"),
        Person("Ida Marrow", "photographer"),
        Person("Lu Fenn", "writer"),
        Person("Bo Starling", "editor"),
        Person("Mei Harrow", "translator"),
        Person("Ana Vetch", "commentator"),
        Person("Ida Marrow", "writer"),
    ),
    dateline=Dateline(
        place="Port Alder",
        region="N.F.",
        agency="Coastwire",
        agency_id="cwn",
        date="2024-03-04",
        raw="PORT ALDER, N.F., March 4 (Coastwire) -",
    ),
    published="2024-03-05T06:07:08+09:30",
    source="The Alder Beacon",
    section="Waterfront",
    language="en",
    paragraphs=("PORT ALDER, N.F., March 4 (Coastwire) - The lamps are lit.", "- “No fog now,” she said."),
    confidence=0.8125,
    warnings=("byline: two names read as one", "dateline: year inferred"),
    evidence=(
        Evidence("published", "2024-03-05T06:07:08+09:30", "5/3/24 6.07.08", 5302, 17, "stamps.day-first", False),
        Evidence("section", "Waterfront", "WATERFRONT", 5301, 1, "pages.section", True),
    ),
)
"""A story of which every field has a value that stands in no other, where it can."""

BARE = Story(
    id="0f0f0f0f0f0f",
    ordinal=1,
    lines=(1, 1),
    headline="",
    headline_line=1,
    kicker=None,
    deck=None,
    byline=(),
    dateline=Dateline(),
    published=None,
    source=None,
    section=None,
    language="zh-Hans",
    paragraphs=(),
    confidence=0.0,
)
"""A story that says nothing."""

HOSTILE = (
    "=1+1", "+1", "-1", "@sum", "'", "'=1", "''", "－一", "＝一", '"', '""', 'a"b', "a,b", ",", ";", "a\nb", "a\r\nb",
    "a\rb", "\n", "\t", "\ta", " 前", "后 ", "a\u2028b", "a\u2029b", "a\x85b", "a\x0bb", "\x1b[31m", "\ufeffa", "\\",
    "\\n", "\\u0041",
    "😀 𬭚", "e\u0301", "null", "true", "1e5", "007", "2024-05-15", "</script><!--", "&amp;", "长" * 3000,
)  # fmt: skip
"""Texts that one format or another takes for something else than text."""
