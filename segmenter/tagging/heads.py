"""Part the head of a Chinese dateline, as `新华社德国汉堡`, into outlet, region and place."""

from __future__ import annotations

from segmenter import patterns
from segmenter.config import Settings
from segmenter.cues.fragments import DAY, OUTLET_SHAPE
from segmenter.tagging.credit_state import country_length
from segmenter.tagging.credits import Piece
from segmenter.tagging.known_outlets import LONGEST_AGENCY, outlet_of

_OUTLET_ENDINGS = "网报社刊台线端志站"
_DAY_AND_WIRE = r"\ ?\d{1,2}月\d{1,2}日专?电"
"""What makes a 讯 before it part of a name, `青石财讯8月1日电`: no dateline says 讯 and 电."""
_JOINT = r"\s?[-·、/]\s?"
_SECOND_NAME = rf"\({OUTLET_SHAPE}\)"
_ADDRESS = r"\([a-z\d.]+\)"
"""What a site sets behind its name: `证券时报网（www…）`."""
_DEPARTMENT = r"""\p{Han}{2}频道|\p{Han}{2,3}版|客户端|综合|(?:体育|科技|财经|娱乐|军事|汽车|房产|教育|健康|游戏
    |时尚|女性)$
    |[\p{Han}]$"""


def part_head(
    view: str, start: int, end: int, settings: Settings, dispatch: bool
) -> tuple[Piece | None, Piece | None, Piece | None]:
    """Agency, region and place of `view[start:end]`, each None where it is not there.

    `dispatch`: a day or 电 follows, so that what stands behind the outlet is a place.
    """
    places = settings.lexicon.lists["places"]
    while start < end and not view[start].strip():
        start += 1
    wired = patterns.compiled(_DAY_AND_WIRE).match(view, end) is not None
    while end > start and (not view[end - 1].strip() or (view[end - 1] == "讯" and end - start > 2 and not wired)):
        end -= 1
    middle = outlet_end(view, start, end, settings)
    if middle == start and _is_place(view[start:end], settings):
        return None, *_region_and_place(view, start, end, settings)
    if middle == start:
        middle = next((end - length for length in range(5, 1, -1) if view[end - length : end] in places), end)
    if middle < end and view[middle - 1] not in _OUTLET_ENDINGS and not dispatch and view[middle:end] not in places:
        middle = end  # a portal's department: `新浪环保讯`
    agency = Piece(start, middle)
    if middle == end or patterns.fullmatch(_ADDRESS, view[middle:end]):
        return agency, None, None
    return agency, *_region_and_place(view, middle, end, settings)


def outlet_end(view: str, start: int, end: int, settings: Settings) -> int:
    """Where the outlet that opens `view[start:end]` ends, with what is joined to it; `start` where none does."""
    lexicon = settings.lexicon
    middle = min(start + outlet_of(view, start, settings), end)
    if middle == start:
        shape = lexicon.compiled(OUTLET_SHAPE)
        shaped = shape.fullmatch(view, start, end) or shape.match(view, start, end)
        if shaped:
            middle = shaped.end()
    if middle == start:
        return start
    middle = _joined_end(view, middle, end, settings)
    if middle == end:
        return end
    more = lexicon.compiled(_DEPARTMENT).match(view, middle, end)
    return more.end() if more else middle


def _joined_end(view: str, middle: int, end: int, settings: Settings) -> int:
    """Where a second outlet ends that is joined to the one before `middle`; `middle` where none is."""
    if middle + outlet_of(view, middle, settings, end) == end:
        return end  # `中国日报网环球在线`
    if middle == end:
        return end
    if joint := patterns.compiled(_JOINT).match(view, middle, end):
        if known := outlet_of(view, joint.end(), settings, end):
            return joint.end() + known
        shape = settings.lexicon.compiled(OUTLET_SHAPE).match(view, joint.end(), end)
        return shape.end() if shape else middle
    if view[middle : middle + 1] != "(":
        return middle
    second = settings.lexicon.compiled(_SECOND_NAME).match(view, middle, end)
    return second.end() if second else middle


def find_run_in(view: str, start: int, end: int, settings: Settings) -> int | None:
    """Where a known outlet begins whose dateline ends at `end`, behind a headline that runs into it."""
    day = settings.lexicon.compiled(rf"(?:{DAY})$").search(view, start, end)
    limit = day.start() if day else end
    for behind in range(limit, max(start, limit - 6) if day else limit - 1, -1):
        for length in range(min(LONGEST_AGENCY, behind - start), 1, -1):
            if view[behind - length : behind] in settings.agencies:
                return behind - length
    return None


def outlet_behind_headline(view: str, start: int, end: int, settings: Settings) -> int:
    """Where a known outlet begins that stands, alone or with a place, at the end of `view[start:end]`; else `start`."""
    if outlet_of(view, start, settings):
        return start
    known = ((first, first + outlet_of(view, first, settings)) for first in range(start + 4, end))
    return next((first for first, last in known if last > first and 0 <= end - last <= 4), start)


def _is_place(text: str, settings: Settings) -> bool:
    return text in settings.lexicon.lists["places"] or text in settings.lexicon.lists["countries"]


def _region_and_place(view: str, start: int, end: int, settings: Settings) -> tuple[Piece | None, Piece | None]:
    offset = country_length(view[start:end], settings)
    return (Piece(start, start + offset) if offset else None), Piece(start + offset, end)
