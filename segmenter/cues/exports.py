"""Lines that database exports set around a story: length, section, language, rights, labels."""

from __future__ import annotations

from segmenter.cues.base import Cue, Weight, alone, cased, opening
from segmenter.cues.date_patterns import DATE
from segmenter.model import Role

CUES = (
    Cue(
        id="metadata.length",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"""^\s*(?:(?i:length|länge|longueur|longitud|lunghezza)\s*:\s*)?\d{1,3}(?:[.,\ ]?\d{3})?
                \ (?i:words?|wörter|mots|palabras|parole|palavras|woorden)\s*$
            |^\s*(?:字数|篇幅|全文)\s*:\s*\d{1,6}\s*字?\s*$|^\s*\d{2,6}\ ?字\s*$""",
        triggers=("ord", "ORD", "örter", "ÖRTER", "mots", "palabras", "parole", "palavras", "字", "全文", "篇幅"),
        hits=("LENGTH: 241 words", "877 words", "1,640 words", "877 Wörter", "1234 字", "字数：1234"),
        misses=("241 words that changed Port Alder", "800字作文", "LENGTH matters"),
        source="Nexis, Lexis, Factiva.",
    ),
    Cue(
        id="metadata.section-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"""^\s*(?:(?i:section|rubrik|rubrique)|版面|版次|栏目|所属分类|分类|频道)\s*:\s*(?P<section>[^:;]{1,60}?)
            (?:,\s*(?i:pg\.?|page)?\s*[A-Z]{0,2}\d[\w-]*)?(?:\s*;.{0,120})?\s*$""",
        triggers=opening(
            *cased("section", "rubrik", "rubrique"), *("版面", "版次", "栏目", "所属分类", "分类", "频道")
        ),
        hits=(
            "SECTION: FRONT PAGE; Pg. 1",
            "Section: Financial; E01",
            "栏目：民生",
            "Section: A SECTION; Pg. A13",
            "SECTION: THE SUN SAYS; LEADING ARTICLE",
        ),
        misses=("Section of the bridge closed", "分类投放：三步走"),
        source="Nexis, Lexis; newspapers' sites.",
    ),
    Cue(
        id="metadata.desk",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"""^\s*(?P<section>(?:[A-Z][\w/&'-]*\ ){0,4}(?:Desk|Section|Pages?))
            \s*;\s*(?:[A-Z]{0,4}|SECT\w*)\d{0,3}\s*$""",
        triggers=(";",),
        hits=("Foreign Desk; 1", "Editorial Desk; A", "Book Review Desk; 7"),
        misses=("Desk jobs; who wants them", "Foreign Desk"),
        source="Factiva, where The New York Times names its desk.",
    ),
    Cue(
        id="metadata.section-alone",
        role=Role.METADATA,
        weight=Weight.WEAK,
        pattern=r"""^\s*(?P<section>\L<sections>|(?i:news|sports?|business|opinion|letters|features|world|national
            |comment|analysis|editorial|front\ page|home|foreign))\s*$""",
        triggers=alone(
            r"\L<sections>",
            *cased("news", "sport", "sports", "business", "opinion", "letters", "features", "world", "national"),
            *cased("comment", "analysis", "editorial", "front page", "home", "foreign"),
        ),
        hits=("News", "Letters", "要闻"),
        misses=("News of the ferry", "要闻回顾"),
        source="Factiva prints the section above the headline.",
    ),
    Cue(
        id="metadata.edition-alone",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"^\s*(?:[A-Z][\w.]*\ ){1,3}Edition(?:\ -\ Final)?(?:\ \d)?\s*$",
        triggers=("Edition",),
        hits=("Late Edition - Final", "Final Edition", "National Edition"),
        misses=("Edition of the day", "A First Edition Found in Port Alder"),
        source="Factiva, Lexis.",
    ),
    Cue(
        id="metadata.export-label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=r"""^\s*(?i:language|publication[-\ ]type|journal[-\ ]code|acc-no|document[-\ ]type|subject|industry
            |organization|company|person|geographic|country|city|state|ticker|type|graphic|publication\ (?:year|subject)
            |pages?|start\ page|issn|isbn|(?:proquest\ )?document\ (?:id|url)|source\ type|language\ of\ publication
            |database|links|classification|series|byline-email|notes|correction-date|keywords?|tags?
            |update|sprache|langue)\s*:\s*\S.{0,300}$""",
        triggers=opening(
            *cased("language", "publication", "journal", "acc-no", "document", "subject", "industry", "organization"),
            *cased("company", "person", "geographic", "country", "city", "state", "ticker", "type", "graphic", "page"),
            *cased("start", "issn", "isbn", "source", "database", "links", "classification", "series", "proquest"),
            "ProQuest",
            *cased("byline", "notes", "correction", "keyword", "tag", "update", "sprache", "langue"),
        ),
        hits=(
            "LANGUAGE: ENGLISH",
            "Publication-Type: Newspaper",
            "ProQuest document ID: 1234567",
            "SUBJECT: HARBOURS (90%)",
            "Keywords: ferry, fares",
        ),
        misses=("Languages: three hundred are spoken in Port Alder", "LANGUAGE ENGLISH"),
        source="Nexis, Lexis Advance, ProQuest.",
    ),
    Cue(
        id="metadata.publication-info",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^\s*(?i:publication\ info)\s*:\s*(?P<source>[^;:\[]{{2,60}}?)\s*[;,\[]
            .{{0,120}}?(?P<date>{DATE}).{{0,40}}$""",
        triggers=("ublication", "UBLICATION"),
        hits=("Publication info: Port Alder Post; Port Alder, P.A. [Port Alder, P.A]. 05 Mar 2019: A.1.",),
        misses=("Publication info: to come",),
        source="ProQuest.",
    ),
    Cue(
        id="metadata.language-alone",
        role=Role.METADATA,
        weight=Weight.FAIR,
        pattern=r"""^\s*(?i:english|englisch|anglais|inglés|inglese|german|deutsch|allemand|french|français|spanish|español
            |italian|italiano|chinese|英语|英文|中文|简体中文|繁体中文|中文-简体|中文-繁体|德语|法语)\s*$""",
        triggers=alone(
            *cased("english", "englisch", "anglais", "inglés", "inglese", "german", "deutsch", "allemand", "french"),
            *cased("français", "spanish", "español", "italian", "italiano", "chinese"),
            *("英语", "英文", "中文", "简体中文", "繁体中文", "中文-简体", "中文-繁体", "德语", "法语"),
        ),
        hits=("English", "Englisch", "英語"),
        misses=("English lessons", "中文系"),
        source="Factiva.",
    ),
    Cue(
        id="metadata.export-copyright",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"""^\s*(?i:copyright|\(c\))\s(?:\(c\)\s)?(?P<year>(?:19|20)\d\d),?\.?\s(?:(?i:by)\s)?
            (?P<holder>[^|©]{2,90}?)(?:,\ (?:Inc|Ltd|LLC|PLC)\.?)?[.,]?
            (?:\s(?i:all\ rights\ reserved)\.?.{0,40})?\s*$""",
        triggers=("opyright", "OPYRIGHT", "(c)", "(C)"),
        hits=(
            "Copyright 2013 Port Alder Post",
            "Copyright 2017. Port Alder Post. All Rights Reserved.",
            "(c) 2019 The Fenwick Times",
        ),
        misses=("Copyright © 2023 Port Alder Post", "Copyright row over 2019 song", "Copyright 2013"),
        source="Nexis, Lexis, Factiva.",
    ),
    Cue(
        id="metadata.export-marker",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"^\s*(?:Body|Highlight|Graphic|Classification|(?i:full\ text|abstract|body\ text)\s*:?)\s*$",
        triggers=(
            *alone("Body", "Highlight", "Graphic", "Classification"),
            *opening(*cased("full text", "abstract", "body text")),
        ),
        hits=("Body", "Full text:", "Classification"),
        misses=("Body found in harbour", "Full text of the speech"),
        source="Lexis Advance, ProQuest.",
    ),
    Cue(
        id="metadata.minutes-to-read",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=r"""^\s*(?:\d{1,2}\ (?i:min(?:ute)?s?)\ (?i:read)
            |(?:阅读|预计阅读)(?:时间|时长)?\s*:?\s*约?\d{1,2}\s?分钟)\s*$""",
        triggers=("ead", "EAD", "阅读"),
        hits=("4 minute read", "5 min read", "阅读时长：约5分钟"),
        misses=("a five minute read in the harbour", "阅读的五分钟"),
        source="Web pages.",
    ),
)
