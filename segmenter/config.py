"""What a newsroom may set: the word lists and the choices of `config.toml`, checked and frozen.

Built-in words stand in `lexicon/*.toml`; the user's file adds to them and overrides them. `config_keys` declares every
key, the dataclasses here its default, and the commented `config.toml` at the top of the repository says both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from segmenter.cues.base import Lexicon
from segmenter.keeping import keep, recall
from segmenter.reading.folding import fold
from segmenter.storing.names import DEFAULT_TEMPLATE

if TYPE_CHECKING:
    from segmenter.deciding.rulings import Ruling

FILE_NAME: Final = "config.toml"


class ConfigError(Exception):
    """The configuration cannot be used; the message names the file, the key and what was expected."""


class FileSettings(NamedTuple):
    """`[files]`: how output files are named."""

    template: str = DEFAULT_TEMPLATE
    ascii: bool = False
    """Write names in pinyin; needs the extra `pinyin`."""


class InputSettings(NamedTuple):
    """`[input]`: what is read."""

    include: tuple[str, ...] = ("*.txt", "*.text")
    """Patterns of the files that are taken from a folder."""
    encoding: str | None = None
    """None: found out from the bytes (`auto` in the file)."""


class HoldBackSettings(NamedTuple):
    """`[hold_back]`: which stories are not written."""

    headlines: tuple[str, ...] = ()
    """Regular expressions, searched in the headline as printed."""
    below_confidence: float = 0.0
    undated: bool = False


class WarningSettings(NamedTuple):
    """`[warnings]`: which stories are written with a warning."""

    below_confidence: float = 0.6


class TextSettings(NamedTuple):
    """`[text]`: how a story's text is written."""

    verbatim_lines: bool = False
    """Keep the line breaks of hard-wrapped dumps; else their paragraphs are put back together."""


class StyleSettings(NamedTuple):
    """`[style]`: house style, put on what is written; nothing of it changes what is found."""

    script: str = "keep"
    punctuation: str = "keep"
    spaces: str = "keep"
    quotes: str = "keep"
    dateline: str = "keep"
    protected: tuple[str, ...] = ()
    """Words that no style touches, as printed or in the other script."""

    @property
    def keeps_all(self) -> bool:
        """Whether the text stays verbatim."""
        return {self.script, self.punctuation, self.spaces, self.quotes, self.dateline} == {"keep"}


class MarkdownSettings(NamedTuple):
    """`[markdown]`: for which program story files are written."""

    profile: str = "default"
    """The name of one of `rendering.profiles.PROFILES`."""


class SimilarSettings(NamedTuple):
    """`[similar]`: which stories are linked as nearly the same."""

    threshold: float = 0.6
    """Share of the clauses of two stories that they have in common, from which they are linked; 0 links none."""


class FormatSettings(NamedTuple):
    """`[formats]`: choices within a format of output."""

    csv_bom: bool = False
    """Begin CSV with a byte order mark, by which spreadsheets know UTF-8."""
    csv_guard_formulas: bool = False
    """Put an apostrophe before a text of CSV that a spreadsheet might run as a formula."""
    ninjs_version: str = "3.1"
    """3.1 or 2.2."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Words are folded (see `reading.folding`), since they are matched in folded lines."""

    lexicon: Lexicon = field(compare=False, repr=False)
    """Every word list under its table's name, for the patterns of cues."""
    words: str = field(repr=False)
    """A hash of what the lists and tables were made of."""
    tables: Mapping[str, Mapping[str, str]] = field(repr=False)
    """Every table of word = value, by its name; `agencies` and `roles` are always there."""
    files: FileSettings = FileSettings()
    input: InputSettings = InputSettings()
    hold_back: HoldBackSettings = HoldBackSettings()
    warnings: WarningSettings = WarningSettings()
    text: TextSettings = TextSettings()
    style: StyleSettings = StyleSettings()
    markdown: MarkdownSettings = MarkdownSettings()
    similar: SimilarSettings = SimilarSettings()
    formats: FormatSettings = FormatSettings()
    furniture: tuple[str, ...] = ()
    """The user's regular expressions for lines that belong to no story; searched in the line as printed."""
    decisions: tuple[Ruling, ...] = ()
    """What people decided about lines of dumps; from a file of its own, see `deciding`."""

    @property
    def fingerprint(self) -> str:
        """A hash of all that stories depend on beside their dump: every setting, and the version of the rules.

        Decisions are left out: they matter to those dumps alone in which they hold.
        """
        from segmenter import __version__

        choices = (
            self.files,
            self.input.encoding,
            self.hold_back,
            self.warnings,
            self.text,
            self.style,
            self.markdown,
            self.similar,
            self.formats.ninjs_version,
        )
        known = repr((__version__, choices, self.furniture, self.words))
        return hashlib.sha256(known.encode()).hexdigest()[:16]

    @property
    def agencies(self) -> Mapping[str, str]:
        """Printed name of an agency -> its id: `新华社` -> `xinhua`."""
        return self.tables["agencies"]

    @property
    def roles(self) -> Mapping[str, str]:
        """Role word -> role: `记者` -> `reporter`."""
        return self.tables["roles"]

    @property
    def sections(self) -> frozenset[str]:
        """Names of a paper's sections: `要闻`."""
        return self.lexicon.lists["sections"]


@cache
def default_settings() -> Settings:
    """The settings where no file is given. Built once, so that the patterns which its lexicon compiles are kept."""
    return _settings({})


def load(path: Path | None, data: bytes | None = None) -> Settings:
    """The settings that the file makes; the defaults for None. Raises ConfigError.

    With `data`, those that it would make if it held these bytes.
    """
    if path is None:
        return default_settings()
    return _settings(_checked(_document(path, data), path))


def find(start: Path) -> Path | None:
    """The nearest `config.toml` of ours in the folder or one above it.

    Other tools call their file `config.toml` too. One that has keys, but none of our tables nor a near misspelling
    of one, is another tool's: it is passed over (see `foreign`). One that cannot be read is an error, raised by `load`.
    """
    return next((path for path in _candidates(start) if not _is_foreign(path)), None)


def foreign(start: Path) -> tuple[Path, ...]:
    """The files that `find` passes over as another tool's, nearest first, so that a command can say so."""
    found = find(start)
    nearer = []
    for path in _candidates(start):
        if path == found:
            break
        nearer.append(path)
    return tuple(nearer)


def _candidates(start: Path) -> Iterator[Path]:
    folder = start.absolute()
    for candidate in (folder, *folder.parents):
        path = candidate / FILE_NAME
        if path.is_file():
            yield path


def _is_foreign(path: Path) -> bool:
    try:
        document = _document(path)
    except ConfigError:
        return False
    from segmenter.config_keys import KEYS

    if not document or not KEYS.keys().isdisjoint(document):
        return False
    import difflib

    # At this cutoff `file`, `section` or `agencis` is a slip, `filters` or `output` a word of someone else's.
    return not any(difflib.get_close_matches(key, KEYS, 1, cutoff=0.85) for key in document)


def _document(path: Path, data: bytes | None = None) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads((path.read_bytes() if data is None else data).decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8; save it as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise ConfigError(
            f"{path}: {error}; keys that are not plain a-z, such as Chinese words, stand in quotes"
        ) from None


def _checked(document: Mapping[str, Any], path: Path) -> dict[str, dict[str, Any]]:
    """The file's values as their kinds read them, by table and key."""
    from segmenter.config_keys import ANY_WORD, KEYS

    values: dict[str, dict[str, Any]] = {}
    for table, content in document.items():
        kinds = KEYS.get(table)
        if kinds is None:
            raise ConfigError(f"{path}: {table}: unknown key{_nearest(table, KEYS)}")
        if not isinstance(content, dict):
            raise ConfigError(f"{path}: {table}: expected a table, [{table}], found {_shown(content)}")
        values[table] = {}
        for key, value in content.items():
            kind = kinds.get(key) or kinds.get(ANY_WORD)
            if kind is None:
                raise ConfigError(f"{path}: {table}.{key}: unknown key{_nearest(key, kinds, f'{table}.')}")
            if not key.strip():
                raise ConfigError(f"{path}: {table}: expected words, found an empty one")
            try:
                values[table][key] = kind.read(value)
            except (TypeError, ValueError, LookupError) as error:
                more = f" ({error})" if str(error) else ""
                raise ConfigError(
                    f"{path}: {table}.{key}: expected {kind.expected}, found {_shown(value)}{more}"
                ) from None
    return values


def _nearest(name: str, known: Mapping[str, Any], prefix: str = "") -> str:
    import difflib

    near = difflib.get_close_matches(name, known, 1)
    if near:
        return f"; did you mean {prefix}{near[0]}?"
    return "; known are " + ", ".join(prefix + key for key in known)


def _shown(value: Any) -> str:
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _settings(values: Mapping[str, Mapping[str, Any]]) -> Settings:
    texts = _lexicon_texts()
    lists, tables = _builtin_words(texts)
    own: list[Any] = []
    for name in ("agencies", "roles"):
        words = _folded(values.get(name, {}))
        own.append(sorted(words.items()))
        tables[name] = {**tables.get(name, {}), **words}
        lists[name] = frozenset(tables[name])
    sections = frozenset(map(fold, values.get("sections", {}).get("names", ())))
    own.append(sorted(sections))
    lists["sections"] = lists.get("sections", frozenset()) | sections
    return Settings(
        lexicon=Lexicon(lists),
        words=hashlib.sha256(repr((texts, own)).encode()).hexdigest(),
        tables=tables,
        files=FileSettings(**values.get("files", {})),
        input=InputSettings(**values.get("input", {})),
        hold_back=HoldBackSettings(**values.get("hold_back", {})),
        warnings=WarningSettings(**values.get("warnings", {})),
        text=TextSettings(**values.get("text", {})),
        style=StyleSettings(**values.get("style", {})),
        markdown=MarkdownSettings(**values.get("markdown", {})),
        similar=SimilarSettings(**values.get("similar", {})),
        formats=FormatSettings(**values.get("formats", {})),
        furniture=values.get("furniture", {}).get("lines", ()),
    )


def _lexicon_texts() -> list[str]:
    """The built-in files of words, as they stand."""
    files = sorted(Path(__file__).with_name("lexicon").glob("*.toml"))
    return [file.read_text(encoding="utf-8") for file in files]


def _builtin_words(texts: Sequence[str]) -> tuple[dict[str, frozenset[str]], dict[str, dict[str, str]]]:
    """The lists and tables of the built-in files, in which words stand folded.

    A text in a list's place is a list of its characters. What stands under one name in several files is joined.
    """
    lists: dict[str, frozenset[str]] = {}
    tables: dict[str, dict[str, str]] = {}
    for document in _parsed(texts):
        for name, words in document.items():
            if isinstance(words, dict):
                tables[name] = {**tables.get(name, {}), **words}
            lists[name] = lists.get(name, frozenset()).union(words)
    return lists, tables


def _parsed(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What stands in the built-in files, kept as long as they are the same to the letter."""
    kept = recall("lexicon")
    if isinstance(kept, tuple) and kept[0] == texts:
        documents: list[dict[str, Any]] = kept[1]
    else:
        import tomli

        documents = [tomli.loads(text) for text in texts]
        keep("lexicon", (texts, documents))
    return documents


def _folded(words: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): value for word, value in words.items()}
