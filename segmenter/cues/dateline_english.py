"""English paragraphs that open with a dateline: `PARIS, July 3 (Reuters) -`, `NAIROBI, Kenya (AP) _`."""

from segmenter.cues.base import Cue, Weight, closing, opening
from segmenter.model import Role

_MONTH = r"""(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?
    |Sept?(?:ember)?\.?|Oct(?:ober|\.)?
|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"""
_ENGLISH_DAY = rf"(?:{_MONTH}\ {{1,2}}\d{{1,2}}(?:,?\ \d{{4}})?|\d{{1,2}}\ {_MONTH}(?:\ \d{{2,4}})?)"
_CAPITALS = r"""\p{Lu}[\p{Lu}'’.-]{0,20}(?:[\ /-]{1,3}(?:(?:of|de|da|do|the|la)\ )?(?:Mc
    |Mac)?\p{Lu}[\p{Lu}'’.-]{0,20}){0,4}"""
_CAPITALISED = r"\p{Lu}[\p{L}'’.-]{1,20}(?:[\ /-]{1,3}(?:of\ |de\ |da\ |do\ |the\ )?\p{Lu}[\p{L}'’.-]{0,20}){0,4}"
_REGION = r"\p{Lu}[\p{L}.]{0,20}(?:\ (?:of\ |and\ )?\p{Lu}[\p{L}.]{0,20}){0,3}"
_DASH = r"(?:--+|[-–—_])"
_PARTING = rf"\ ?(?:{_DASH}(?:,?\ |$)|(?:--+|[–—_])(?=[\p{{Lu}}\[“\"<&`]))"
_ENGLISH_AGENCY = r"(?P<agency>\L<agencies>|\p{Lu}[\p{L}.-]{1,12}|[\p{Lu}][\p{Lu}\p{Ll}\d\ .'-]{2,50})"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"

ENGLISH_CUES: tuple[Cue, ...] = (
    Cue(
        id="dateline.place-and-dash",
        role=Role.LEDE,
        weight=Weight.SURE,
        pattern=rf"""^[\s*]{{0,10}}(?:[\p{{Lu}}\d\ ,'’&-]{{8,90}}:\ )?(?!\L<not_places>(?!\p{{L}})
            |.{{4,90}}[—–-]\ END\ OF\ )(?:
            (?P<place>{_CAPITALS}
            (?<=\p{{L}}{{3}}[\p{{L}}.]|\p{{L}}{{3}}\ \p{{L}}{{2}}|U\.N\.|-PRINCE)|{_CAPITALISED}(?=
            (?:,\ {_REGION}){{0,2}},?\ (?:{_ENGLISH_DAY}|\([\p{{Lu}}])))
            (?:\ \({_CAPITALISED}\)(?=,))?(?:,\ ?(?P<region>(?!{_MONTH}\ \d|{_MONTH}\.?\ \d|NO\ DATE){_REGION}
            (?:,\ (?!{_MONTH}\ \d){_REGION})?))?)
            (?:\ ?,?\ {{1,3}}(?:(?P<day>{_ENGLISH_DAY})|NO\ DATE|\d{{4}}))?(?:,\ {_ENGLISH_AGENCY}(?=\ ?{_DASH})
            |,?\ ?\({_ENGLISH_AGENCY}\)|(?(day),?\ /(?P<agency>\p{{Lu}}[\p{{L}}\d\ .&-]{{1,40}})/|(?!)))?
            {_PARTING}(?=.{{0,200}}(?:\p{{Ll}}{{2}}|\[)|$)(?:(?P<marks>(?:\[[\p{{Lu}}\ ]{{2,40}}\]\ ?){{1,4}}))?""",
        triggers=("- ", "-,", "--", "–", "—", "_", *closing("-")),
        hits=(
            "SALVADOR, Feb 26 - Wheat farmers said",
            "NAIROBI, Kenya (AP) _ Police said",
            "TOKYO _ Borrowers in Japan",
            "SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] The army said",
            "LIMA, 8 MAY 89 (TELEVISION PERUANA) -- The mayor said",
            "   FRAMINGHAM, Mass., March 5 - Shops said",
            "OKLAHOMA CITY, Okla. March 11, Reuter - Oil men said",
            "DALLAS/FORT WORTH, Texas, March 3 - The airport said",
            "Shimla, Dec. 30 -- Union ministers said",
            "CLEVELAND PUNISHES OFFICERS: CLEVELAND (AP) — Police said",
            "INDIANAPOLIS, IND., March 4- Shr loss 2.03 dlrs vs loss",
            "PARIS, July 3 (Reuters) - Farmers said",
            "MILLVILLE - Two residents said",
            "PORT ALDER, March 5, 2019 /NewsRoute/ -- Alder Ferries said",
            "ALDER CITY, Okla., Sept. 5, 2019 /Newsroute-AlderNews/ -- Alder Ferries said",
        ),
        misses=(
            "Babe, wake up — the sales are here",
            "TOKYO EXCH OPG - APRIL 08",
            "MARKET SPOTLIGHT - TRADE WITH NICs",
            "EBONY: What is your exhibition about?",
            "MIKE DUFFY: Welcome back.",
            "USDA said imports will be higher - much higher",
            "From July 1, 2023 to December 31, 2023 - we reviewed",
            "Well-known farmers said",
            "A MINI-TRADE war is brewing",
            "U.S.-EU talks fail over beef",
            "NBA — The Alders won",
            "NOTE - The port said on Monday",
            "TRADE TALKS - The ministers met on Monday",
            "OPEC - which met on Monday - said",
            "ALDER /Lake/ -- on the map of 1890",
            "ALDER NEWS SERVICE — Tuesday, March 5, 2019 — END OF FILE",
        ),
    ),
    Cue(
        id="dateline.place-and-day",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"""^\s{{0,10}}(?=.{{0,130}}?,\ (?:{_MONTHS}))
            (?!\L<not_places>(?!\p{{L}}))(?P<place>\p{{Lu}}[\p{{L}}'’.-]{{1,20}}
            (?:\ \p{{Lu}}[\p{{L}}'’.-]{{1,20}}){{0,3}})(?:,\ (?P<region>(?!{_MONTH})\p{{Lu}}[\p{{L}}.]{{0,20}}))?,\ 
            (?P<day>{_MONTH}\ \d{{1,2}})
            (?::|\ \((?P<agency>\p{{Lu}}[\p{{L}}\ .-]{{1,30}})\):?)\ (?=[\p{{Lu}}“"'‘])(?=.{{0,200}}\p{{Ll}}{{2}})""",
        triggers=tuple(digit + mark for digit in "0123456789" for mark in (": ", " (")),
        hits=(
            "New Delhi, Oct. 2: Farmers said",
            "New Delhi, Oct 2 (PTI) Farmers said",
            "BEIJING, Oct. 2 (Xinhua) Farmers said",
        ),
        misses=("Monday, Oct. 2: Ferry sails", "Farmers said on Oct. 2: No more", "OCT. 2: FERRY SAILS"),
        source="papers of India",
    ),
    Cue(
        id="dateline.cnn",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"^\s{{0,10}}(?:(?P<place>{_CAPITALISED})\ )?\((?P<agency>CNN(?:\ Business)?)\)\ ?(?=[\p{{Lu}}“\"])",
        triggers=("(CNN",),
        hits=("Washington (CNN) Farmers said", "(CNN)Farmers said", "(CNN) Farmers said"),
        misses=("He told the network (CNN) Farmers were ready", "(CNN) said on Monday"),
    ),
    Cue(
        id="dateline.english-day-only",
        role=Role.LEDE,
        weight=Weight.FAIR,
        pattern=rf"^\s{{1,10}}+(?P<day>{_MONTH}\ \d{{1,2}})\ {{1,3}}{_DASH}\ (?=[\p{{Lu}}(])",
        triggers=(" -", " –", " —", " _"),
        hits=("   April 7  - (DLRS PER TON, BULK)",),
        misses=("April 7 - a day to remember", "April showers - May flowers"),
    ),
    Cue(
        id="dateline.english-agency-only",
        role=Role.LEDE,
        weight=Weight.STRONG,
        pattern=rf"^\s{{0,10}}\((?P<agency>dpa|\p{{Lu}}{{2,4}}|Reuters?|Xinhua|Yonhap|Kyodo|Bloomberg)\)\ ?{_DASH}\ ",
        triggers=opening("("),
        hits=("(Reuters) - Farmers said", "(AP) — Police said"),
        misses=("(Photo) - a bridge", "(Reuters) said on Monday"),
    ),
    Cue(
        id="dateline.label",
        role=Role.METADATA,
        weight=Weight.SURE,
        pattern=rf"""^\s{{0,10}}(?:DATELINE|Dateline):\ *(?P<place>{_CAPITALS}|{_CAPITALISED}?)(?:,\ (?P<region>
            (?!{_MONTH}\ \d){_REGION}(?:,\ (?!{_MONTH}\ \d){_REGION})?))?
            (?:,?\ (?P<day>{_ENGLISH_DAY}))?(?:\ \({_ENGLISH_AGENCY}\))?\s*$""",
        triggers=("DATELINE", "Dateline"),
        hits=(
            "DATELINE: PORT ALDER, March 14 2013",
            "Dateline: OTTAWA March 22",
            "DATELINE: INDIAN WELLS, California, March 13 2013",
            "DATELINE: Moscow, March 13 2013",
        ),
        misses=("The dateline: Moscow", "DATELINE:"),
        source="Nexis and Lexis exports",
    ),
)
