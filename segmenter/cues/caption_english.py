"""English lines under a picture: who took it, for whom.

Group `photographer` holds names in Latin letters, `agency` who they took it for.
"""

from segmenter.cues.base import Cue, Weight
from segmenter.model import Role

_SMALL = r"(?:de|la|du|von|van|der|den|da|di|del|dos|bin|al|el)\ "
_WORD = r"\p{Lu}[\p{L}\p{M}'’.-]{0,20}"
_PHOTOGRAPHER = rf"{_WORD}(?:\ (?!(?i:for|via|and|courtesy|photos?)\b)(?:{_SMALL}){{0,2}}{_WORD}){{1,3}}"
_PHOTOGRAPHERS = rf"{_PHOTOGRAPHER}(?:(?:,\ |,?\ and\ |\ &\ ){_PHOTOGRAPHER}){{0,3}}"
_AGENCY = r"\p{Lu}[\p{L}\p{M}'’.]{0,20}(?:\ (?!(?i:for|via)\b)(?:of\ |the\ )?[\p{Lu}\d&][\p{L}\p{M}'’.\d&]{0,20}){0,5}"
_WIRE = r"AP|Reuters|REUTERS|AFP|EPA|Xinhua|UPI|PA|CP|DPA|dpa|ANSA|EFE|TASS|Kyodo|Yonhap|Bloomberg|Getty\ Images"
_PASSED_ON = rf"""(?:,?\ ?(?:/|\ via\ |,\ )\ ?(?:{_AGENCY}|File|Pool|Handout|File\ Photo|Pool\ Photo)|\ 
    (?i:for)\ [\p{{L}}\ ]{{2,40}}
    |,\ (?i:file|pool)){{0,3}}"""
"""Through whom the picture came, and for whom it was made."""
_END = r"[.;]{0,2}\s?[)\]]{0,2}[.;]{0,2}\s*$"

ENGLISH_CUES: tuple[Cue, ...] = (
    Cue(
        id="caption.agency-first",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=rf"""^(?:.{{0,300}}[(\[.,]\ ?)?(?P<agency>(?:{_WIRE}|(?i:the\ )?(?i:canadian\ press
            |associated\ press)))(?:\ (?i:photo|file))?
            \s?/\s?(?:(?i:files?|pool|handout)/)?(?P<photographer>(?=\p{{Lu}}\p{{Ll}}){_PHOTOGRAPHER}){_PASSED_ON}{_END}""",
        triggers=("/",),
        hits=(
            "The bridge at dawn. (AP Photo/Ann Hill)",
            "The bridge at dawn (AP Photo/Ann Hill, File)",
            "The bridge at dawn, Oct. 2, 2018. REUTERS/Ann Hill/File Photo",
            "The bridge at dawn. (Xinhua/Lin Yuan)",
        ),
        misses=(
            "AP/Reuters poll finds voters tired",
            "EU/United Nations talks",
            "UPDATE: AP/Ann Hill wrote the report",
        ),
    ),
    Cue(
        id="caption.photographer-label",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=rf"""^\s*(?:.{{0,300}}[\s.(\[])?[(\[]?(?i:photo(?:graph)?(?:er)?s?|pictures?|image|photo\ credit
            |credit)\s?
            (?::|/|\ (?i:by)\ |\ (?i:credit):?\ )\s?(?:(?P<photographer>{_PHOTOGRAPHERS})
              (?:(?:\ ?[/|]\ ?|,\ |\ ?\((?={_WIRE})|\ (?=European|Getty|Associated))(?P<agency>{_AGENCY})\)?)?
              |(?P<agency>{_AGENCY})){_PASSED_ON}{_END}""",
        triggers=("hoto", "HOTO", "icture", "ICTURE", "mage", "redit"),
        hits=(
            "Photo: RTHK",
            "File photo: RTHK",
            "(PHOTOGRAPH BY Thomas Hill/Reuters FOR THE PORT ALDER POST)",
            "PHOTO: The bridge at dawn (PHOTOGRAPH BY ANN HILL FOR THE PORT ALDER POST)",
            "PHOTOGRAPHER:Andy Lake European Pressphoto Agency",
            "Photo by Ann Hill",
            "The bridge at dawn. Photo: Ann Hill/AP",
            "The bridge at dawn. [Photo by Lin Yuan/Harbour Daily]",
            "The bridge at dawn. [Photo/Xinhua]",
            "Photos: Ann Hill, Bob Lake",
            "Photograph: Ann Hill/AFP/Getty Images",
        ),
        misses=(
            "Photo finish in the regatta",
            "Pictures of the bridge went round the world",
            "photo: a bridge",
            "He said the photo was taken by Ann Hill in May and sold to Reuters",
        ),
    ),
    Cue(
        id="caption.label-and-brackets",
        role=Role.CAPTION,
        weight=Weight.STRONG,
        pattern=rf"""^\s*(?i:photos?|photographs?|pictures?):\s.{{3,300}}\((?P<photographer>{_PHOTOGRAPHERS})
            (?:\ ?/\ ?(?P<agency>{_AGENCY}))?\)
            [.;]?\s*$""",
        triggers=("hoto", "HOTO", "icture"),
        hits=("Photo: Bob Lake at his desk. (Ann Hill)", "PHOTOS: The bridge (Ann Hill/The Post)"),
        misses=("Photo: the bridge (see the map)", "He sold the photo (Ann Hill)"),
        source="The New York Times in exports",
    ),
    Cue(
        id="caption.agency-slash",
        role=Role.CAPTION,
        weight=Weight.FAIR,
        pattern=rf"""^(?:.{{0,200}}(?:[(\[]\ ?|[.,]\ )|\s*(?=.*\p{{Ll}}))(?P<photographer>(?!\p{{Lu}}{{2,5}}\ )
            (?=\p{{Lu}}\p{{Ll}}){_PHOTOGRAPHER})
            \ ?(?:/\ ?|\ for\ (?=.*\)))(?P<agency>(?:The\ )?{_AGENCY}){_PASSED_ON}{_END}""",
        triggers=("/", ")"),
        hits=(
            "Farmers at the port on Monday. (Ann Hill/Reuters)",
            "Farmers at the port on Monday. Ann Hill/Getty Images",
            "Farmers at the port on Monday. (Ann Hill/AFP via Getty Images)",
            "Photo: Farmers at the port. (Ann Hill for The Port Alder Post)",
        ),
        misses=(
            "PORT ALDER EXCHANGE/LONDON LINK",
            "The price per crate (Dollars/Ton)",
            "Farmers at the port (and/or the river)",
            "The vote was a win for The Port Alder Post",
        ),
    ),
)
