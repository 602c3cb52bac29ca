"""Lines that only part stories: rules, and the marks by which database exports number their documents."""

from segmenter.cues.base import Cue, Weight, opening
from segmenter.model import Role

CUES = (
    Cue(
        id="separator.rule",
        role=Role.SEPARATOR,
        weight=Weight.FAIR,
        pattern=r"^(?:[-=_*~#—–─━═·.•◇◆☆★※]\s?){3,200}$",
        triggers=opening(*"-=_*~#—–─━═·.•◇◆☆★※"),
        hits=("***", "----------", "* * *", "══════", "———", "☆☆☆"),
        misses=("--", "-- 30 --", "...and then it rained", "#1"),
    ),
    Cue(
        id="separator.document-number",
        role=Role.SEPARATOR,
        weight=Weight.SURE,
        pattern=r"""
            ^(?:Document|文档)\s+\d{1,6}\ (?:of|von|de|di|sur)\ \d{1,6}(?:\ articles?)?$
            |^\d{1,6}\ (?:of|von|de|di|sur)\ \d{1,6}\ (?:DOCUMENTS?|DOKUMENTEN?|articles?|results?)$
        """,
        triggers=(" of ", " von ", " de ", " di ", " sur "),
        hits=("1 of 262 DOCUMENTS", "3 von 40 DOKUMENTEN", "Document 7 of 12 articles", "Document 1 of 2"),
        misses=("2 of 3 children walk to school", "One of 262 documents was lost"),
        source="Nexis text export, ProQuest.",
    ),
    Cue(
        id="separator.end-of-document",
        role=Role.SEPARATOR,
        weight=Weight.SURE,
        pattern=r"^(?:End\ of\ Document|Ende\ des\ Dokuments|Fin\ du\ document|文档结束)$",
        triggers=("ocument", "okument", "文档结束"),
        hits=("End of Document", "Ende des Dokuments"),
        misses=("The end of document theft", "Document"),
        source="Lexis Advance export.",
    ),
    Cue(
        id="separator.document-id",
        role=Role.SEPARATOR,
        weight=Weight.SURE,
        pattern=r"^(?:Document|Dokument|文件|文档|文章)\s+[A-Z](?=[A-Za-z-]{0,40}\d)[A-Za-z0-9-]{11,60}$",
        triggers=("ocument", "okument", "文件", "文档", "文章"),
        hits=("Document XYZ0000020190109ef1900012", "文件 PALDR00020190109ef1900012"),
        misses=("Document shows who paid for the ferry", "Document No. 12"),
        source="Factiva export.",
    ),
)
