"""English lines that say who made the story, above its text or below it.

The groups hold names in Latin letters and are called after the role that they give: `reporter`, `editor`; `names` has
the role that `by` says; `sentences` and `reported` are whole sentences about who helped. `tagging.english_credits`
reads them.
"""

from segmenter.cues.base import Cue, Weight
from segmenter.cues.fragments import LATIN_NAME, LATIN_NAMES
from segmenter.model import Role

_WORD = r"\p{Lu}[\p{L}\p{M}'’.&-]{0,24}"
_ORGANISATION = rf"""(?:the\ )?(?P<agency>(?:The\ )?{_WORD}(?:\ (?:of\ |and\ |the\ )?{_WORD}){{0,5}}
    (?:\ \([\p{{L}}.\ ]{{2,20}}\)(?:\ {_WORD}){{0,3}})?)"""
_BY = r"(?:(?i:by)|From|(?:Edited|Compiled|Written|Translated|Reported|Story)\ by|Edited\ By)"
_ANY_LATIN = r"[\p{L}\p{M}'’. ,;/&-]{4,160}"

ENGLISH_CUES: tuple[Cue, ...] = (
    Cue(
        id="byline.by",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,12}}(?:&UR;\ *)?(?:(?:BYLINE|Byline):\s*)?(?P<by>{_BY})\ +(?P<names>{LATIN_NAMES}|
            (?:\p{{Ll}}{{2,15}}\ ){{1,2}}\p{{Ll}}{{2,15}}(?=,\ \p{{Lu}}\p{{L}}{{1,15}}\.?$))(?:\ of\ (?:the\ )?
            (?P<agency>(?:The\ )?{_WORD}(?:\ {_WORD}){{0,3}})$|\ in\ (?P<place>{_WORD}(?:\ {_WORD}){{0,2}})$
            |\ ?,\ ?--\(|\ ?\.?$|\ ?[,;|(]|\ (?=\())(?P<rest>(?!.*\b(?:was|were|is|are|had|has|have|said|will|would
            |can|could)\b).{{0,200}})$""",
        triggers=("by ", "By ", "BY ", "From ", "By"),
        hits=(
            "By ALAN RIDING",
            "By Raymond Gijsen, Reuters",
            "by Catherine Hill, Reuters",
            "BY TED D'ARCY, REUTERS",
            "By keith grant, Reuters",
            "By ANN SMITH and SUI-LEE LAM; Ann Smith reported from Davos, and Sui-Lee Lam from Guangzhou, China.",
            "BYLINE: By KURT STONE, --(Reuter)",
            "By Matt Stone;Devlin Hill;Karoun Lake",
            "From GREG CHAMBERS",
            "Edited by STEPHEN COOK and STUART HILL",
            "By HELLA PIKE, Diplomatic Correspondent",
            "By James Hill Jr",
        ),
        misses=(
            "By the time the bridge opened, it had cost twice the sum",
            "By Friday the port was open",
            "From July 1, 2023 to December 31, 2023, we reviewed groups.",
            "From yesterday's White House press briefing:",
            "By Jove",
            "By some estimates, New Year trade was down.",
            "By James Hill, who was there",
        ),
    ),
    Cue(
        id="byline.label",
        role=Role.BYLINE,
        weight=Weight.SURE,
        pattern=rf"""^\s{{0,12}}(?:BYLINE|Byline|Author(?:\(?s\)?)?|AUTHORS?):\s*(?P<names>{_ANY_LATIN}
            (?:\(.{{1,40}}\))?.{{0,40}})$""",
        triggers=("BYLINE", "Byline", "uthor", "AUTHOR"),
        hits=(
            "Byline: Paul Stone, Port Alder Post Staff Writer",
            "BYLINE: George Hill-Watson , Political editor",
            "Author: Stone, Michael; Hill, Maria",
        ),
        misses=("BYLINE:", "Byline fever: why we sign", "Authors of the bridge"),
        source="Nexis, Lexis and ProQuest exports",
    ),
    Cue(
        id="byline.special-to",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,12}}(?:(?P<names>{LATIN_NAMES}),?\ )?Special\ to\ (?:the\ )?(?P<special>(?:(?:The
            |THE)\ )?\p{{Lu}}[\p{{L}}\ .'-]{{2,40}})$""",
        triggers=("Special to",),
        hits=("Special to The New York Times", "Chris Hill, Special to Port Alder Post"),
        misses=("Special to some of us is the old bridge.",),
    ),
    Cue(
        id="byline.staff-title",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,12}}(?:(?:the\ )?(?P<agency>(?!Staff|Special|Senior|Foreign|Political|Sports|Business
            |Diplomatic)(?:The\ )?
            {_WORD}(?:\ {_WORD}){{0,3}}?)\ )?(?:(?:Staff|Special|Senior|Foreign|Political|Sports|Business|Diplomatic)\ )
            (?:Writers?|Reporters?|Correspondents?|Editor|Service)\.?$""",
        triggers=("Writer", "Reporter", "Correspondent", "Editor", "Service"),
        hits=("Staff Writers", "Port Alder Post Staff Writer", "Diplomatic Correspondent"),
        misses=("Writers strike again", "Staff Writers win a prize", "Editor"),
    ),
    Cue(
        id="byline.address",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=r"^\s{0,12}(?:(?i:e-?mail|contact)\s?:\s?)?[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}\s*$",
        triggers=("@",),
        hits=("E-mail: ann.hill@alderpost.example", "ahill@alderpost.example"),
        misses=("Write to ann.hill@alderpost.example with your news",),
    ),
    Cue(
        id="byline.our-correspondent",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,12}}(?i:by|from)\ (?i:our|an?|our\ own|a\ staff)\ (?:(?:\p{{L}}+)\ ){{0,2}}
            (?i:correspondent|reporter|staff)s?(?:\ in\ (?P<place>{_WORD}(?:\ {_WORD}){{0,3}}))?\.?$""",
        triggers=("orrespondent", "eporter", "taff"),
        hits=("From our Correspondent in Port Alder", "By a Staff Reporter", "From our correspondents"),
        misses=("From our Correspondent in Port Alder comes the news",),
    ),
    Cue(
        id="byline.reporting-by",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^[\s(—–_-]{{0,10}}(?:(?i:additional\ |with\ )?(?i:reporting|writing|written|reported|story)
            (?:\ and\ (?i:writing))?(?:\ was\ contributed)?\ (?i:by)\ (?P<reporter>{LATIN_NAMES}
            (?:\ and\ {LATIN_NAME})?)(?:\ (?:in|from)\ [\p{{L}}\ .,]{{2,120}})?)(?:[;.,]\ ?(?i:(?:writing|editing
            |edited|additional\ reporting))\ by\ (?P<editor>{LATIN_NAMES}))?[.)]{{0,2}}\s*$""",
        triggers=("eporting", "riting", "ritten", "eported", "tory"),
        hits=(
            "—Reporting by Nate Hill, Elissa Stone, and Liz Lake",
            "(Reporting by Ann Hill; Editing by Bob Lake)",
            "Additional reporting by Ann Hill",
            "Writing by Ann Hill; editing by Bob Lake",
        ),
        misses=("Reporting by drone is banned", "Reporting by the Port Alder Post found that"),
    ),
    Cue(
        id="byline.contributed",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^[\s(_—-]{{0,10}}(?P<sentences>(?:(?:(?P<agency>(?:The\ )?{_WORD}(?:\ {_WORD}){{0,3}})\ )?(?:
            (?i:staff|special|news)\ )?(?i:writers?|reporters?|correspondents?|researchers?)\ )?
            {LATIN_NAME}[\p{{L}}\p{{M}}'’.,\ -]{{0,200}}?\ contributed\ (?:to\ this\ (?:report|article|story|column
            |post)|(?:reporting|research))[^.]{{0,60}}\.?(?:\ {LATIN_NAME}.{{0,160}})?)\)?\s*$""",
        triggers=(" contributed ",),
        hits=(
            "Gabriel Hill, Elise Stone and Bob Lake contributed to this report.",
            "Carlos Hill and Alicia Álvarez from Plaza Pública contributed to this report from Guatemala City.",
            "Chris Hill contributed reporting. Luz Lake and Elsie Lam contributed research.",
            "Staff writer Juliet Hill contributed to this report.",
        ),
        misses=("The rain contributed to this report of floods and", "John Hill contributed to the bridge fund."),
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
        id="byline.writer-note",
        role=Role.BYLINE,
        weight=Weight.FAIR,
        pattern=rf"""^[\s(_—-]{{0,10}}(?:&UR;\ *)?\(?(?P<reporter>{LATIN_NAME})\ (?:is|was)
            \ (?:an?|the)\ (?P<agency_before>(?:The\ )?(?!Pulitzer){_WORD}(?:\ {_WORD}){{0,3}}\ )?(?:(?:senior|staff
            |freelance
            |political|business|sports|features?|special|contributing|medical|science|foreign|national|metro
            |columnist|and)\ ){{0,3}}
            (?:reporter|writer|correspondent|columnist|journalist|editor)(?:\ (?:for|at|of|with)\ {_ORGANISATION}
            |\ in\ {_WORD}(?:\ {_WORD}){{0,2}})?(?:[.,;)].{{0,160}}|\ based\ .{{0,60}}|$)""",
        triggers=(" is a", " was a", " is the"),
        hits=(
            "Deborah Hill is a Tribune staff reporter. She covered the port for eight years.",
            "(Terry HILL is a staff writer for the Florence (Ala.) Post",
            "Ann Stone is the political editor of the Port Alder Post.",
        ),
        misses=("Deborah Hill is a farmer in Port Alder.", "Ann Stone was a friend of the reporter."),
    ),
)
