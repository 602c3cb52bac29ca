"""English sentences and closing lines that say who made a story: `(Reporting by …; editing by …)`, `… contributed to`.

`tagging.english_sentences` reads the groups `works`, `contacts`, `sentences` and `reported`; `reporter` holds one name.
"""

from segmenter.cues.base import Cue, Weight, cased, opening
from segmenter.cues.fragments import LATIN_NAME, LATIN_NAMES
from segmenter.model import Role

_WORD = r"\p{Lu}[\p{L}\p{M}'’.&-]{0,24}"
_ORGANISATION = rf"""(?:the\ )?(?P<agency>(?:The\ )?{_WORD}(?:\ (?:of\ |and\ |the\ )?{_WORD}){{0,5}}
    (?:\ \([\p{{L}}.\ ]{{2,20}}\)(?:\ {_WORD}){{0,3}})?)"""
_WORK = r"""(?:(?i:additional|further|with|other)\ ){0,2}(?i:reporting|reported|writing|written|story|text|words
    |editing|edited|compiled
    |translated|translation|photographs?|photos?|pictures|research)(?:\ (?i:and\ (?:writing|editing|photographs
            |photos)))?
    (?:\ from\ (?:the\ )?\p{Lu}\p{Ll}{2,12})?(?:\ was\ contributed)?(?:\ (?i:by)|(?<=reporting):)"""
_WITH_PLACES = rf"""{LATIN_NAME}(?:\ (?:in|from)\ \p{{Lu}}[\p{{L}}\ .]{{1,40}}?)?(?:(?:,?\ and\ |,\ |\ &\ ){LATIN_NAME}
    (?:\ (?:in|from)\ \p{{Lu}}[\p{{L}}\ .]{{1,40}}?)?){{0,8}}"""

SENTENCE_CUES: tuple[Cue, ...] = (
    Cue(
        id="byline.works-by",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^[\s(—–_-]{{0,10}}(?P<works>{_WORK}\ {_WITH_PLACES}(?:[;,.]\ ?{_WORK}\ {_WITH_PLACES}){{0,4}})
            (?:\ from\ [a-z]{{2,8}}\ [a-z]{{3,10}})?[.)]{{0,2}}\s*$""",
        triggers=(" by ", " By ", " BY ", "reporting: "),
        hits=(
            "—Reporting by Nate Hill, Elissa Stone, and Liz Lake",
            "(Reporting by Ann Hill; Editing by Bob Lake)",
            "(Reporting by Ann Hill in Port Alder and Cy Stone in Tokyo; editing by Bob Lake)",
            "(Reporting by Ann Hill; Writing by Di Webb; Editing by Bob Lake and Ed Marsh)",
            "Additional reporting by Ann Hill",
            "Additional reporting: Ann Hill",
            "Writing by Ann Hill; editing by Bob Lake",
            "Story by Ann Hill, photos by Bob Lake",
            "Translated from the French by Ann Hill",
            "Compiled by Ann Hill from wire reports",
        ),
        misses=(
            "Reporting by drone is banned",
            "Reporting by the Port Alder Post found that",
            "Story by Story, the Tower Rises",
            "Edited by an expert, the book sells well",
        ),
    ),
    Cue(
        id="byline.contacts",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=r"""^[\s(_—-]{0,10}(?P<contacts>To\ contact\ the\ (?:reporter|writer|editor)s?\ [^:]{3,40}:\s{0,3}
            \p{Lu}.{3,280})$""",
        triggers=("To contact the",),
        hits=("To contact the reporter on this story: Ann Hill in Port Alder at ahill@post.example",),
        misses=("To contact the council, write to the hall",),
        source="Bloomberg",
    ),
    Cue(
        id="byline.reported-from",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"^[\s(_—-]{{0,10}}(?P<reported>{LATIN_NAME}\ reported\ from\ .{{3,200}})$",
        triggers=(" reported from ",),
        hits=("Ann Hill reported from Paris, and Bob Lake from London. Mary Stone contributed reporting from Rome.",),
        misses=("Losses were reported from Paris.",),
    ),
    Cue(
        id="byline.contributed",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^[\s(_—-]{{0,10}}(?P<sentences>(?:(?:(?P<agency>(?!(?:Staff|Special|News)\ )(?:The\ )?{_WORD}
            (?:\ {_WORD}){{0,3}})\ )?
            (?:(?i:staff|special|news)\ )?(?i:writers?|reporters?|correspondents?|researchers?)\ )?
            (?:{LATIN_NAME}|\p{{Lu}}\p{{L}}{{2,20}}
            (?=\ contributed))[\p{{L}}\p{{M}}'’.,\ -]{{0,200}}?\ contributed\ (?:to\ this\ (?:report|article|story
            |column
            |post)|(?:reporting|research))[^.]{{0,60}}\.?(?:\ {LATIN_NAME}.{{0,160}})?)\)?\s*$""",
        triggers=(" contributed ",),
        hits=(
            "Gabriel Hill, Elise Stone and Bob Lake contributed to this report.",
            "Carlos Hill and Alicia Álvarez from Plaza Pública contributed to this report from Guatemala City.",
            "Chris Hill contributed reporting. Luz Lake and Elsie Lam contributed research.",
            "Staff writer Juliet Hill contributed to this report.",
            "Reuters contributed to this report.",
        ),
        misses=("The rain contributed to this report of floods and", "John Hill contributed to the bridge fund."),
    ),
    Cue(
        id="byline.with-files",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=r"""^[\s(_—–-]{0,10}(?i:with\ (?:additional\ )?(?:files|reports?|reporting)\ from)\ (?P<names>(?=\p{Lu})
            [\p{L}\p{M}'’.,&\ -]{3,120}?)[.)]{0,2}\s*$""",
        triggers=cased("files from ", "report from ", "reports from ", "reporting from "),
        hits=("With files from The Canadian Press", "- With files from Ann Hill and Reuters"),
        misses=("With files from the old archive, he began", "With files in hand"),
    ),
    Cue(
        id="byline.dash-and-names",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=rf"^\s*(?:--?|[—–])\s{{0,2}}(?P<names>{LATIN_NAMES}(?:,\ (?:The\ )?[A-Z][\p{{L}}\ ]{{1,30}})?)\s*$",
        triggers=opening("-", "—", "–"),
        hits=("—  Ann Hill", "-- Ann Hill and Bob Lake", "--Ann Hill, Reuters"),
        misses=("-- From news services", "— Ann Hill said", "Ann Hill"),
        source="short items, each signed at its end; elsewhere it may be whom a quotation is from",
    ),
    Cue(
        id="byline.writer-note",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=rf"""^[\s(_—-]{{0,10}}(?:&UR;\ *)?\(?(?P<reporter>{LATIN_NAME})\ (?:is|was)
            \ (?:(?:an?|the)\ |(?=[\p{{L}}\ ]{{3,30}}\ (?:of|for)\ ))(?P<agency_before>(?:The\ )?(?!Pulitzer){_WORD}
            (?:\ {_WORD}){{0,3}}\ )?(?:(?:senior|staff
            |freelance
            |political|business|sports|features?|special|contributing|medical|science|foreign|national|metro
            |columnist|and|Middle\ East|\p{{Lu}}\p{{L}}+-based)\ ){{0,3}}
            (?:reporter|writer|correspondent|columnist|journalist|editor)(?:\ (?:for|at|of|with)\ {_ORGANISATION}
            |\ in\ {_WORD}(?:\ {_WORD}){{0,2}})?(?:[.,;)].{{0,160}}|\ based\ .{{0,60}}|$)""",
        triggers=("reporter", "writer", "correspondent", "columnist", "journalist", "editor"),
        hits=(
            "Deborah Hill is a Tribune staff reporter. She covered the port for eight years.",
            "(Terry HILL is a staff writer for the Florence (Ala.) Post",
            "Ann Stone is the political editor of the Port Alder Post.",
            "Ann Hill is Middle East editor of the Port Alder Post",
        ),
        misses=("Deborah Hill is a farmer in Port Alder.", "Ann Stone was a friend of the reporter."),
    ),
)
