"""Read a Chinese credit, such as `本报记者 张三 通讯员 李四 发自北京`, into people with roles, outlet, place and day.

A credit is a run of role words, names, outlets, places and a few verbs, and of nothing else: what holds other words is
no credit, and nobody is read out of it. A role word that names a person (记者, 实习生) stands before the names; one
that names the work (文, 摄影, 编辑) may stand on either side.
"""

from __future__ import annotations

from collections.abc import Callable

from segmenter import patterns
from segmenter.config import Settings
from segmenter.tagging.chinese_runs import PICTURES, PROVIDED, read_run, skip_description
from segmenter.tagging.chinese_tokens import BARS, Token, tokens_of
from segmenter.tagging.credit_state import CreditState, NamedPerson
from segmenter.tagging.credits import Credit, Credited, Piece

_DEPARTMENTS = frozenset({"军事", "科技", "财经", "体育", "娱乐", "国际", "健康", "教育", "汽车", "房产"})
_LABEL_MARKS = (":", "︰", "/", *BARS)
_LONGEST_HANDLE = 8
"""Letters of a pen name in small letters, as `kiidy`; a longer one is an account."""


def read_chinese_credit(
    text: str, view: str, start: int, end: int, settings: Settings, *, open_ended: bool = False, bare: bool = False
) -> Credit:
    """Read the credit that stands in `text[start:end]`; an empty one where the text holds anything else.

    `open_ended`: the credit begins there, and other text follows it without a mark. `bare`: names alone are a credit.
    """
    state = CreditState(view, tokens_of(view, start, end, settings), settings, open_ended, bare)
    while state.position < len(state.tokens) and state.stopped is None:
        token = state.tokens[state.position]
        _READERS[token.kind](state, token)
        state.position += 1
    if state.stopped is not None and not (open_ended and state.credited):
        return Credit()
    if state.names and state.agency and state.names[-1].end < state.agency.start < state.last_title:
        state.agency = None  # `编辑：某某，某网记者`: the last words say who the editor is
    unsure = sum(name.unsure for name in state.names)
    if 2 * unsure > len(state.names):
        return Credit()
    named = [name for name in state.names if not name.dropped] if state.credited or bare else []
    people = tuple(_credited(name, text) for name in named)
    return Credit(
        people,
        state.agency,
        state.place,
        state.region,
        state.day,
        bare=not state.credited,
        end=state.stopped or end,
    )


def _credited(name: NamedPerson, text: str) -> Credited:
    printed = text[name.start : name.end]
    if len(printed.split()) == 1:
        return Credited(Piece(name.start, name.end), printed, _roles(name))
    space = "" if patterns.search(r"\p{Han}", printed) else " "
    return Credited(Piece(name.start, name.end), patterns.sub(r"\s+", space, printed), _roles(name))


def _roles(name: NamedPerson) -> tuple[str, ...]:
    """A title beats the work before it, except that who took the pictures is their photographer."""
    title = None if name.title == "writer" and name.work else name.title  # 作者 is a label, though it names a person
    roles = [title or role for role in name.work if role != "photographer"]
    if "photographer" in name.work:
        roles.append("photographer")
    return tuple(dict.fromkeys(roles or [title or "reporter"]))


def _read_other(state: CreditState, token: Token) -> None:
    if not state.nobody:
        state.stop(token.start)


def _read_noise(state: CreditState, token: Token) -> None:
    """Words that say nothing of who made it."""


def _read_mark(state: CreditState, token: Token) -> None:
    if token.text in (";", ",", *BARS):
        state.pending = []


def _read_day(state: CreditState, token: Token) -> None:
    state.day = state.day or Piece(token.start, token.end)


def _read_agency(state: CreditState, token: Token) -> None:
    """Take the outlet; `-` and `·` join two, and behind 来源 its department goes with it."""
    following = state.near(1, over_space=False)
    end = token.end
    if following is not None and following.kind == "mark" and following.text in "-—–·/":
        other = state.tokens[state.position + 2] if state.position + 2 < len(state.tokens) else None
        end = other.end if other is not None and other.kind == "agency" else end
    elif following is not None and following.kind == "han" and (state.nobody or following.text in _DEPARTMENTS):
        state.position += 1
        end = following.end
    state.set_agency(token.start, end)


def _read_nobody(state: CreditState, token: Token) -> None:
    before = state.near(-1, over_space=False)
    if before is not None and before.kind == "han" and token.text in PROVIDED:
        return
    if token.text == "作者单位":
        if not state.names:
            state.title, state.credited = "writer", True
            skip_description(state)
            return
        state.credit_pending(["writer"])
    state.credit_nobody()


def _is_aside(state: CreditState) -> bool:
    """Whether a role word stands alone in brackets behind a name, and only says what the person is."""
    return bool(state.names) and state.mark(-1) == "(" and (state.mark(1) == ")" or state.kind(1) == "edge")


def _read_title(state: CreditState, token: Token) -> None:
    if _is_aside(state):
        return
    if state.work and (state.mark(1) in _LABEL_MARKS or any(name.title is None for name in state.names)):
        state.work = []
    state.title = state.settings.roles.get(token.text, "reporter")
    state.nobody, state.credited = False, True
    state.pending = [name for name in state.pending if name.title is None and not name.work]
    state.last_title = token.start


def _read_work(state: CreditState, token: Token) -> None:
    if _is_aside(state):
        return
    first = state.position
    roles = [state.settings.roles[token.text]]
    while step := _step_to_other_work(state):
        state.position += step
        roles.append(state.settings.roles[state.tokens[state.position].text])
    state.credited = True
    if _stands_behind(state, first):
        if {"writer", "photographer"} <= set(roles):
            _credit_everybody(state, roles)
        state.credit_pending(roles)
    else:
        state.title, state.work, state.nobody, state.pending = None, roles, False, []


def _credit_everybody(state: CreditState, roles: list[str]) -> None:
    """Give everybody whose work is not said yet what `摄影报道` or `文/图` at the end says of all."""
    state.pending = [name for name in state.names if not name.work]
    state.credit_pending(roles)


def _step_to_other_work(state: CreditState) -> int:
    """How far on the next word for work stands that goes with this one: `文/图`, `采写、摄影`; 0 where none does."""
    following = state.near(1, over_space=False)
    if following is not None and following.kind == "work":
        return 1
    behind = state.tokens[state.position + 2] if state.position + 2 < len(state.tokens) else None
    joined = following is not None and following.kind == "mark" and following.text in "/、&"
    return 2 if joined and behind is not None and behind.kind == "work" else 0


def _stands_behind(state: CreditState, first: int) -> bool:
    """Whether the work just read follows the names that did it, as in `张三 摄` and `张三/文`."""
    if not state.pending:
        return False
    following = state.near(1)
    if following is None or (following.kind == "mark" and following.text in ");,"):
        return True
    if following.kind == "mark" and following.text in _LABEL_MARKS:
        return False
    before = state.tokens[first - 1]
    if not before.text.strip() and state.position == first and len(state.tokens[first].text) == 1:
        # `张三 文 本报记者 李四 摄`, `张三 文 李四 摄`
        return following.kind in ("agency", "title") or state.ends_with_work()
    if before.text == "/" or following.kind in ("verb", "nobody", "other"):
        return True
    return before.kind in ("han", "latin") and state.kind(1, over_space=False) == "mark"


def _read_verb(state: CreditState, token: Token) -> None:
    state.credited = True
    if token.text.startswith("摄影"):
        _credit_everybody(state, ["photographer", "reporter"])
    if state.open_ended and state.names and patterns.search("报[道导]", token.text):
        state.stop(token.end)


def _read_latin(state: CreditState, token: Token) -> None:
    """Take Latin letters for a name where a role word frames them; an editor's handle names nobody."""
    if state.touching() in PICTURES:
        state.set_agency(token.start, token.end)
        return
    behind = state.kind(1) == "work" or (state.mark(1) == "/" and state.kind(2) == "work")
    editor = "editor" in state.work or state.title == "editor"
    handle = editor or (token.text == token.text.lower() and len(token.text) > _LONGEST_HANDLE)
    if (state.title or state.work or behind) and (" " in token.text or not handle):
        state.add_name(token.start, token.end)


_READERS: dict[str, Callable[[CreditState, Token], None]] = {
    "agency": _read_agency,
    "day": _read_day,
    "han": read_run,
    "latin": _read_latin,
    "mark": _read_mark,
    "nobody": _read_nobody,
    "noise": _read_noise,
    "other": _read_other,
    "title": _read_title,
    "verb": _read_verb,
    "work": _read_work,
}
