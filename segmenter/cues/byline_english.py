"""English lines that say who made the story, above its text or below it.

Group `names` holds names in Latin letters, which have the role that `by` says; `signed` is a name or an outlet.
`tagging.english_credits` reads them.
"""

from segmenter.cues.base import Cue, Weight, opening
from segmenter.cues.byline_sentences import SENTENCE_CUES
from segmenter.cues.fragments import LATIN_NAME, LATIN_NAMES
from segmenter.model import Role

_WORD = r"\p{Lu}[\p{L}\p{M}'’.&-]{0,24}"
_BY = r"(?:(?i:by)|From|(?:Edited|Compiled|Written|Translated|Reported|Story)\ by|Edited\ By)"
_ANY_LATIN = r"[\p{L}\p{M}'’. ,;/&-]{4,160}"

ENGLISH_CUES: tuple[Cue, ...] = (
    *SENTENCE_CUES,
    Cue(
        id="byline.by",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,12}}(?:&UR;\ *)?(?:(?:BYLINE|Byline):\s*)?(?P<by>{_BY})\ +(?P<names>{LATIN_NAMES}|
            (?:\p{{Ll}}{{2,15}}\ ){{1,2}}\p{{Ll}}{{2,15}}(?=,\ \p{{Lu}}\p{{L}}{{1,15}}\.?$))(?:\ of\ (?:the\ )?
            (?P<agency>(?:The\ )?{_WORD}(?:\ {_WORD}){{0,3}})$|\ in\ (?P<place>{_WORD}(?:\ {_WORD}){{0,2}})$
            |\ ?,\ ?--\(|,\ in\ (?P<place>{_WORD}(?:\ {_WORD}){{0,2}})$|\ and\ (?i:agencies|wire\ (?:services
            |reports))$|\ ?\.?$|\ ?[,;|(]|\ (?=\(|[\w.+-]{{2,40}}@))
            (?P<rest>(?!.*\b(?:was|were|is|are|had|has|have|said|will|would
            |can|could)\b).{{0,200}})$""",
        triggers=(
            *opening("by ", "By ", "BY ", "From ", "Edited By "),
            *opening(*(f"{work} by " for work in "Edited Compiled Written Translated Reported Story".split())),
            *("BYLINE:", "Byline:", "&UR;"),
        ),
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
            "From ANN HILL, in Port Alder",
            "By Ann Hill and agencies",
            "By Ann Hill ahill@alderpost.example",
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
        id="byline.by-and-places",
        role=Role.BYLINE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,12}}(?=.*\ in\ )(?:(?:BYLINE|Byline):\s*)?
            (?:[Bb]y|BY|From)\ (?P<works>{LATIN_NAME}\ in\ {_WORD}
            (?:\ {_WORD}){{0,2}}
            (?:(?:,?\ and\ |,\ ){LATIN_NAME}\ in\ {_WORD}(?:\ {_WORD}){{0,2}}){{1,5}})\s*$""",
        triggers=(*opening("By ", "by ", "BY ", "From "), "YLINE:", "yline:"),
        hits=("By Ann Hill in Geneva, Bob Lake in London and Cy Stone in Paris",),
        misses=("By Monday in Geneva and Tuesday in London",),
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
        pattern=rf"""^\s{{0,12}}(?:(?:the\ )?(?P<signed>(?!Staff|Special|Senior|Foreign|Political|Sports|Business
            |Diplomatic)(?:The\ )?
            {_WORD}(?:\ {_WORD}){{0,3}}?)\ )?(?:(?:Staff|Special|Senior|Foreign|Political|Sports|Business|Diplomatic)\ )
            (?:Writers?|Reporters?|Correspondents?|Editor|Service)\.?$""",
        triggers=("Writer", "Reporter", "Correspondent", "Editor", "Service"),
        hits=("Staff Writers", "Port Alder Post Staff Writer", "Diplomatic Correspondent"),
        misses=("Writers strike again", "Staff Writers win a prize", "Editor"),
    ),
    Cue(
        id="byline.behind-stamp-english",
        role=Role.METADATA,
        weight=Weight.STRONG,
        pattern=rf"""^\s*[^/|·]{{2,40}}[/|·]\s(?=[^/|·]{{0,20}}\d{{4}})[^/|·]{{6,40}}
            [/|·]\s*(?P<by>[Bb]y)\ (?P<names>{LATIN_NAMES})\s*$""",
        triggers=("/ by ", "/ By ", "| by ", "| By ", "· by ", "· By "),
        hits=("Port Alder Echo / 5 March 2019 11:20 / by Ann Vale", "Port Alder Echo | March 5, 2019 | By Ann Vale"),
        misses=("News / Sport / by the sea", "Port Alder Echo / 5 March 2019 / by and by"),
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
)
