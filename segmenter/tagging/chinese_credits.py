"""Read a Chinese credit, such as `本报记者 张三 通讯员 李四 发自北京`, into people with roles, outlet, place and day.

A credit is a run of role words, names, outlets, places and a few verbs, and of nothing else: what holds other words is
no credit, and nobody is read out of it. A role word that names a person (记者, 实习生) stands before the names; one that
names the work (文, 摄影, 编辑) may stand on either side.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from segmenter.config import Settings
from segmenter.cues.fragments import OUTLET_SHAPE
from segmenter.tagging.chinese_tokens import Token, tokens_of
from segmenter.tagging.credits import Credit, Credited, Piece
from segmenter.tagging.names import part_chinese_names, starts_with_surname

_MODIFIERS = r"""(?:特约|特派|见习|首席|高级|资深|专职|职工|专栏|执笔|参与|(?:常)?驻\p{Han}{1,8}|赴\p{Han}{1,10}|全媒体|融媒体|财经|图片|文字|体育)+$"""
_HONORIFIC = r"""\p{Han}{0,30}(?:研究员|教授|律师|博士后?|主任|顾问|学者|专家|院长|会长|主席|秘书长|理事|医生|讲师|作家|馆长|校长|老师|学院|大学|研究所)"""
_DESK = r"\p{Han}{2,6}(?:中心|组|部)"
_DEPARTMENTS = ("军事", "科技", "财经", "体育", "娱乐", "国际", "健康", "教育", "汽车", "房产")
_PROVIDED = ("提供", "供图", "供稿")
_DESCRIBES = r"(?:系|是|为|现为|现任|均为)"
_NAME_THEN_WORD = r"(?P<name>\p{Han}{2,3})(?:今天|昨天|昨日|今日|日前|近日|从)"


@dataclass(slots=True)
class _Name:
    start: int
    end: int
    title: str | None
    work: list[str]
    dropped: bool


class _Reader:
    """One pass over a credit's tokens."""

    def __init__(self, text: str, view: str, start: int, end: int, settings: Settings, open_ended: bool) -> None:
        self.text, self.view, self.end = text, view, end
        self.settings, self.lexicon = settings, settings.lexicon
        self.open_ended = open_ended
        self.tokens = tokens_of(view, start, end, settings)
        self.title: str | None = None
        self.work: list[str] = []
        self.nobody = False
        self.credited = False
        self.names: list[_Name] = []
        self.pending: list[_Name] = []
        self.agency: Piece | None = None
        self.place: Piece | None = None
        self.region: Piece | None = None
        self.day: Piece | None = None
        self.stopped: int | None = None
        self.position = 0
        self.last_title = -1

    # -- looking around -------------------------------------------------------------------------------------------

    def near(self, step: int, over_space: bool = True) -> Token | None:
        position = self.position + step
        while over_space and 0 <= position < len(self.tokens) and not self.tokens[position].text.strip():
            position += step
        return self.tokens[position] if 0 <= position < len(self.tokens) else None

    def kind(self, step: int, over_space: bool = True) -> str:
        token = self.near(step, over_space)
        return token.kind if token else "edge"

    def mark(self, step: int) -> str:
        token = self.near(step)
        return token.text if token and token.kind == "mark" else ""

    # -- reading --------------------------------------------------------------------------------------------------

    def read(self) -> bool:
        """Whether all the text (its start, where open-ended) is a credit."""
        while self.position < len(self.tokens) and self.stopped is None:
            token = self.tokens[self.position]
            getattr(self, f"on_{token.kind}")(token)
            self.position += 1
        if self.names and self.agency and self.names[-1].end < self.agency.start < self.last_title:
            self.agency = None  # `编辑：某某，某网记者`: the last words say who the editor is
        return self.stopped is None or (self.open_ended and self.credited)

    def stop(self, token: Token) -> None:
        self.stopped = token.start

    def on_other(self, token: Token) -> None:
        if not self.nobody:
            self.stop(token)

    def on_noise(self, token: Token) -> None:
        pass

    def on_mark(self, token: Token) -> None:
        if token.text in ";|丨,":
            self.pending = []

    def on_agency(self, token: Token) -> None:
        if self.agency is None:
            self.agency = Piece(token.start, self._end_of_outlet(token))

    def _end_of_outlet(self, token: Token) -> int:
        """Where the outlet ends: `-` and `·` join two, and behind 来源 its department goes with it."""
        following = self.near(1, over_space=False)
        if following is not None and following.kind == "mark" and following.text in "-—–·/" and self.position + 2 < len(self.tokens):
            other = self.tokens[self.position + 2]
            return other.end if other.kind == "agency" else token.end
        if following is not None and following.kind == "han" and (self.nobody or following.text in _DEPARTMENTS):
            self.position += 1
            return following.end
        return token.end

    def on_day(self, token: Token) -> None:
        self.day = self.day or Piece(token.start, token.end)

    def on_nobody(self, token: Token) -> None:
        if self.tokens[self.position - 1].kind == "han" and token.text in _PROVIDED:
            return
        if token.text == "作者单位":
            self._credit_pending(["writer"])
        self.nobody, self.title, self.work, self.pending = True, None, [], []

    def _is_aside(self) -> bool:
        """Whether a role word stands alone in brackets behind a name, and only says what the person is."""
        return self.mark(-1) == "(" and (self.mark(1) == ")" or self.kind(1) == "edge") and bool(self.names)

    def on_title(self, token: Token) -> None:
        if self._is_aside():
            return
        consumed = any(name.title is None for name in self.names) if self.work else False
        if self.mark(1) in (":", "︰", "/", "|", "丨") or consumed:
            self.work = []
        self.title = self.settings.roles.get(token.text, "reporter")
        self.nobody, self.credited = False, True
        self.pending = [name for name in self.pending if name.title is None and not name.work]
        self.last_title = token.start

    def on_work(self, token: Token) -> None:
        if self._is_aside():
            return
        roles = [self.settings.roles[token.text]]
        first = self.position
        while self._another_work_follows():
            self.position += 1
            if self.tokens[self.position].kind == "work":
                roles.append(self.settings.roles[self.tokens[self.position].text])
        self.credited = True
        if self._stands_behind(first):
            self._credit_pending(roles)
        else:
            self.title, self.work, self.nobody, self.pending = None, roles, False, []

    def _another_work_follows(self) -> bool:
        for offset in (1, 2):
            position = self.position + offset
            if position >= len(self.tokens):
                return False
            token = self.tokens[position]
            if token.kind == "work":
                return True
            if token.kind != "mark" or token.text not in "/、&":
                return False
        return False

    def _stands_behind(self, first: int) -> bool:
        """Whether the work just read follows the names that did it, as in `张三 摄` and `张三/文`."""
        if not self.pending:
            return False
        following = self.near(1)
        if following is None or (following.kind == "mark" and following.text in ");,"):
            return True
        if following.kind == "mark" and following.text in ":︰/|丨":
            return False
        before = self.tokens[first - 1]
        if not before.text.strip() and following.kind in ("agency", "title") and self.position == first:
            return self.tokens[first].text in ("文", "图", "摄")
        if before.text == "/" or following.kind in ("verb", "nobody", "other"):
            return True
        return before.kind in ("han", "latin") and self.kind(1, over_space=False) == "mark"

    def _credit_pending(self, roles: list[str]) -> None:
        for name in self.pending:
            name.work.extend(roles)
            name.dropped = False
        self.pending = []

    def on_verb(self, token: Token) -> None:
        self.credited = True
        if token.text.startswith("摄影"):
            self.pending = [name for name in self.names if not name.work]
            self._credit_pending(["photographer", "reporter"])
        if self.open_ended and regex.search("报[道导]", token.text) and self.names:
            self.stopped = token.end

    def on_latin(self, token: Token) -> None:
        single = " " not in token.text
        editor = "editor" in self.work or self.title == "editor"
        following = self.near(1, over_space=False)
        if following is not None and following.text in ("图片", "照片"):
            self.agency = self.agency or Piece(token.start, token.end)
            return
        behind = self.kind(1) == "work" or (self.mark(1) == "/" and self.kind(2) == "work")
        if (self.title or self.work or behind) and not (single and (editor or token.text == token.text.lower() and len(token.text) > 8)):
            self._add_name(token.start, token.end)

    def on_han(self, token: Token) -> None:
        start, run = token.start, token.text
        if regex.match(_DESCRIBES, run) and (self.names or self.title) and self.kind(-1) in ("mark", "title"):
            self._skip_description()
            return
        following = self.near(1, over_space=False)
        if following is not None and following.text in (":", "︰"):
            self.nobody, self.title, self.work, self.pending = True, None, [], []
            return
        if following is not None and following.kind == "nobody" and following.text in _PROVIDED:
            return
        if following is not None and following.text in ("图片", "照片"):
            self.agency = self.agency or Piece(token.start, token.end)
            return
        if self.mark(-1) == "「" and self.mark(1) == "」":
            return
        if self.title == "writer" and (author := regex.match(rf"(\p{{Han}}{{2,3}}){_DESCRIBES}", run)):
            self._add_parts(start, part_chinese_names(author[1], self.lexicon, True))
            self._skip_description()
            return
        if self.kind(1) == "title":
            start, run = self._without_modifiers(token)
            if not run:
                return
            if self._outlet_before_title(start, run):
                return
        reported = self.kind(1) == "verb" or (self.kind(1) == "day" and self._verb_follows_day())
        verb = self.near(-1)
        if verb is not None and verb.kind == "verb" and verb.text == "发自":
            self._set_place(start, run)
        elif not (self.title or self.work) and len(run) >= 4 and self._is_outlet(run):
            self.agency = self.agency or Piece(start, start + len(run))
        elif reported and self.kind(-1, over_space=False) == "day":
            self._set_place(start, run)
        elif reported and self._read_place(start, run):
            return
        elif self._read_names(token, start, run):
            return
        elif run in self.lexicon.lists["places"]:
            self._set_place(start, run)
        elif self._is_outlet(run):
            self.agency = self.agency or Piece(start, start + len(run))
        elif not (self.nobody or run in ("据", "由", "和", "与", "版", "发") or run in self.lexicon.lists["countries"]):
            self._read_described_name(token, start, run)

    def _is_outlet(self, run: str) -> bool:
        return self.lexicon.compiled(rf"(?:{OUTLET_SHAPE}|{_DESK})").fullmatch(run) is not None

    def _skip_description(self) -> None:
        """Pass over `系某大学教授`; a name that stands apart at its end is the author's after all."""
        while self.position + 1 < len(self.tokens) and self.tokens[self.position + 1].text not in (";", "|"):
            self.position += 1
        token, before = self.tokens[self.position], self.near(-1)
        apart = self.kind(-1, over_space=False) == "mark" and before is not None and regex.fullmatch(_HONORIFIC, before.text)
        if apart and token.kind == "han" and not any(name.title == self.title for name in self.names):
            self._add_parts(token.start, part_chinese_names(token.text, self.lexicon, False))

    def _without_modifiers(self, token: Token) -> tuple[int, str]:
        stripped = regex.sub(_MODIFIERS, "", token.text)
        if token.end - token.start != len(token.text):
            return token.start, token.text
        return token.start, stripped

    def _outlet_before_title(self, start: int, run: str) -> bool:
        """Take what stands right before a title as its outlet; False where it is names."""
        if run in self.lexicon.lists["countries"] or run in self.lexicon.lists["places"]:
            return True
        shaped = self.lexicon.compiled(OUTLET_SHAPE).fullmatch(run)
        glued = self.kind(1, over_space=False) == "title"
        first = self.title is None and not self.names and self.kind(-1) in ("edge", "mark", "agency")
        unnamed = first or not part_chinese_names(run, self.lexicon, False)
        if shaped or (glued and unnamed and len(run) <= 6):
            if self.agency is None:
                self.agency = Piece(start, start + len(run))
            return True
        return False

    def _verb_follows_day(self) -> bool:
        position = self.position + 1
        while position < len(self.tokens) and (self.tokens[position].kind == "day" or not self.tokens[position].text.strip()):
            position += 1
        return position < len(self.tokens) and self.tokens[position].kind == "verb"

    def _read_place(self, start: int, run: str) -> bool:
        """Read `台北` before 报道, or `林某台北` glued together; False where the run is names alone."""
        dated = self.kind(1) == "day"
        wanted = self.title is not None and not any(name.title == self.title for name in self.names)
        after_slash = self.mark(-1) == "/"
        for length in range(min(len(run), 8), 1, -1):
            if run[-length:] in self.lexicon.lists["places"]:
                head = run[:-length]
                if not head or head in self.lexicon.lists["countries"]:
                    self._set_place(start, run)
                    return True
                parts = part_chinese_names(head, self.lexicon, False)
                if parts and not after_slash:
                    self._add_parts(start, parts)
                    self._set_place(start + len(head), run[-length:])
                    return True
        if after_slash and (self.names or self.title):
            self._set_place(start, run)
            return True
        if dated and (not wanted or not starts_with_surname(run, self.lexicon)):
            self._set_place(start, run)
            return True
        length = 3 if len(run) >= 5 else 2
        if len(run) >= (4 if dated else 6) and starts_with_surname(run, self.lexicon) and (wanted or not self.names):
            if not dated and part_chinese_names(run, self.lexicon, False):
                return False
            self._add_parts(start, [(0, length)])
            self._set_place(start + length, run[length:])
            return True
        if not part_chinese_names(run, self.lexicon, bool(wanted)) or (self.title and not starts_with_surname(run, self.lexicon)):
            if len(run) > 8:
                return False
            if not (self.title or self.names or self.agency or dated) and self.near(1).text not in ("专电", "电"):
                self.agency = Piece(start, start + len(run))  # `【环球综合报道】`
                return True
            self._set_place(start, run)
            return True
        return False

    def _set_place(self, start: int, run: str) -> None:
        if self.place is not None:
            if regex.fullmatch(r"\s?[-、/—–]\s?", self.view[self.place.end : start]):
                self.place = Piece(self.place.start, start + len(run))
            return
        offset = country_length(run, self.settings)
        if offset:
            self.region = Piece(start, start + offset)
        self.place = Piece(start + offset, start + len(run))

    def _read_names(self, token: Token, start: int, run: str) -> bool:
        edges = ("mark", "edge", "title", "work", "agency", "verb", "nobody", "noise")
        spaced = token.end - token.start != len(token.text)
        framed = bool(self.title or self.work) and self.kind(-1, False) in edges and self.kind(1, False) in edges
        if spaced:
            if not part_chinese_names(run, self.lexicon, framed):
                return False
            self._add_name(token.start, token.end)
            return True
        parts = [] if regex.fullmatch(_HONORIFIC, run) else part_chinese_names(run, self.lexicon, framed)
        if parts and self.open_ended and self.kind(1, False) == "other" and not self.credited:
            return False
        self._add_parts(start, parts)
        return bool(parts)

    def _read_described_name(self, token: Token, start: int, run: str) -> None:
        """Read `某学院研究员周某` behind a label; what is neither name nor description ends the credit."""
        described = regex.fullmatch(rf"(?P<who>{_HONORIFIC})(?P<name>\p{{Han}}{{2,4}})?", run)
        glued = regex.match(_NAME_THEN_WORD, run) if self.open_ended and self.title else None
        name = described["name"] if described else glued["name"] if glued else None
        parts = part_chinese_names(name, self.lexicon, False) if name else []
        match = described or glued
        if match is not None and len(parts) == 1:
            self._add_name(start + match.start("name"), start + match.end("name"))
            if glued is not None:
                self.stopped = start + match.end("name")
        elif described is None or described["name"]:
            if not self._organisation_behind_label(run):
                self.stop(token)

    def _organisation_behind_label(self, run: str) -> bool:
        """Whether the run may be where the person named next belongs: `撰文：某协会 研究员某某`."""
        return self.title == "writer" or self.work == ["writer"] and len(run) >= 4 and not self.open_ended

    def _add_parts(self, start: int, parts: list[tuple[int, int]]) -> None:
        for first, last in parts:
            self._add_name(start + first, start + last)

    def _add_name(self, start: int, end: int) -> None:
        name = _Name(start, end, self.title, list(self.work), self.nobody)
        self.names.append(name)
        self.pending.append(name)


def country_length(place: str, settings: Settings) -> int:
    """Length of the country that opens a folded place and is followed by a town: 2 for `德国汉堡`, 0 for `德国`."""
    for length in range(min(6, len(place) - 2), 1, -1):
        if place[:length] in settings.lexicon.lists["countries"]:
            return length
    return 0


def read_chinese_credit(
    text: str, view: str, start: int, end: int, settings: Settings, *, open_ended: bool = False, bare: bool = False
) -> Credit:
    """Read the credit that stands in `text[start:end]`; an empty one where the text holds anything else.

    `open_ended`: the credit begins there, and other text follows it without a mark. `bare`: names alone are a credit.
    """
    reader = _Reader(text, view, start, end, settings, open_ended)
    if not reader.read():
        return Credit()
    named = [name for name in reader.names if not name.dropped]
    if not reader.credited and not bare:
        named = []
    people = tuple(
        Credited(Piece(name.start, name.end), regex.sub(r"\s+", "" if regex.search(r"\p{Han}", text[name.start : name.end]) else " ", text[name.start : name.end]), _roles(name))
        for name in named
    )
    return Credit(people, reader.agency, reader.place, reader.region, reader.day, reader.stopped or end)


def _roles(name: _Name) -> tuple[str, ...]:
    """A title beats the work before it, except that who took the pictures is their photographer."""
    title = None if name.title == "writer" and name.work else name.title  # 作者 is a label, though it names a person
    roles = [title or role for role in name.work if role != "photographer"]
    if "photographer" in name.work:
        roles.append("photographer")
    return tuple(dict.fromkeys(roles or [title or "reporter"]))
