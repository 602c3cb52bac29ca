"""Settings: the reference says the defaults, errors say file, key and what is near, words add to the built-in ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from segmenter.config import ConfigError, StyleSettings, default_settings, find, foreign, load
from segmenter.config_keys import ANY_WORD, KEYS, PERSON_ROLES
from segmenter.reading.folding import fold

REFERENCE = Path(__file__).parent.parent / "config.toml"


def settings_file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_reference_says_the_defaults() -> None:
    assert load(REFERENCE) == default_settings()


def test_the_reference_has_every_key_and_explains_it() -> None:
    document = tomli.loads(REFERENCE.read_text(encoding="utf-8"))
    assert {table: set(content) for table, content in document.items()} == {
        table: set(kinds) - {ANY_WORD} for table, kinds in KEYS.items()
    }
    for table in KEYS:
        assert re.search(rf"^\[{table}\]\n#", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE), table


def test_the_reference_names_every_role_and_placeholder() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert all(role in text for role in PERSON_ROLES)
    template = KEYS["files"]["template"].expected
    placeholders = re.findall(r"\{\w+\}", template)
    assert len(placeholders) > 5
    assert all(placeholder in text for placeholder in placeholders)


def test_built_in_words_are_there() -> None:
    settings = default_settings()
    assert settings.agencies["新华社"] == "xinhua"
    assert settings.roles["记者"] == "reporter"
    assert "要闻" in settings.sections
    assert set(settings.roles.values()) <= set(PERSON_ROLES)
    for name in ("agencies", "roles", "sections"):
        assert settings.lexicon.lists[name]
    assert settings.lexicon.lists["agencies"] == set(settings.agencies)


def test_built_in_words_stand_as_they_are_matched() -> None:
    settings = default_settings()
    words = {word for words in settings.lexicon.lists.values() for word in words}
    assert len(words) > 1000
    assert {word: fold(word) for word in words if fold(word) != word} == {}, "write them simplified and half-width"
    assert {word for word in words if word != word.strip() or not word} == set()


def test_a_list_compiles_into_patterns() -> None:
    assert default_settings().lexicon.compiled(r"^\L<sections>$").search("要闻")


FULL = """
[files]
template = "{source}/{headline}.md"
ascii = true
[input]
include = ["*.log"]
encoding = "GBK"
[hold_back]
headlines = ["^天气"]
below_confidence = 0.25
undated = true
[warnings]
below_confidence = 1
[style]
script = "hong-kong"
protected = ["河灣社"]
[agencies]
"河灣社" = "hewan"
"新华社" = "nca"
[roles]
"特邀撰稿" = "writer"
"記者" = "commentator"
[sections]
names = ["鄉音"]
[furniture]
lines = ["^河湾在线$"]
"""


def test_a_file_sets_adds_and_overrides(tmp_path: Path) -> None:
    settings = load(settings_file(tmp_path, FULL))
    assert settings.files.template == "{source}/{headline}.md"
    assert settings.files.ascii is True
    assert settings.input.include == ("*.log",)
    assert settings.input.encoding == "gbk"
    assert settings.hold_back.headlines == ("^天气",)
    assert settings.hold_back.below_confidence == 0.25
    assert settings.hold_back.undated is True
    assert settings.warnings.below_confidence == 1.0
    assert settings.style == StyleSettings(script="hong-kong", protected=("河灣社",))
    assert settings.furniture == ("^河湾在线$",)
    assert settings.agencies == {**default_settings().agencies, "河湾社": "hewan", "新华社": "nca"}
    assert settings.roles == {**default_settings().roles, "特邀撰稿": "writer", "记者": "commentator"}
    assert settings.sections == default_settings().sections | {"乡音"}
    assert settings.lexicon.compiled(r"^\L<agencies>\L<roles>$").search("河湾社特邀撰稿")
    assert settings != default_settings()


def test_a_key_left_out_keeps_its_default(tmp_path: Path) -> None:
    settings = load(settings_file(tmp_path, "[input]\nencoding = 'auto'\n"))
    assert settings == default_settings()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[file]\nascii = true", "file: unknown key; did you mean files?"),
        ("[files]\ntemplat = 'x'", "files.templat: unknown key; did you mean files.template?"),
        ("[hold_back]\nbelow_confidense = 1", "hold_back.below_confidense: unknown key; did you mean hold_back.be"),
        ("[input]\nzzz = 1", "input.zzz: unknown key; known are input.include, input.encoding"),
        ("xyz = 1\n[files]", "xyz: unknown key; known are files, input, hold_back"),
        ("files = 'x'", "files: expected a table, [files], found 'x'"),
        ("[[roles]]\n'记者' = 'reporter'", "roles: expected a table, [roles], found [{'记者': 'reporter'}]"),
        ("[files]\nascii = 1", "files.ascii: expected true or false, found 1"),
        ("[files]\nascii = 'true'", "files.ascii: expected true or false, found 'true'"),
        ("[hold_back]\nundated = 0", "hold_back.undated: expected true or false, found 0"),
        ("[files]\ntemplate = '{title}.md'", "found '{title}.md' (there is no {title})"),
        ("[files]\ntemplate = 3", "files.template: expected a path with any of {date}"),
        ("[files]\ntemplate = ''", "found '' (it is empty)"),
        ("[input]\ninclude = '*.txt'", "input.include: expected a list of texts, found '*.txt'"),
        ("[input]\ninclude = ['*.txt', 1]", "input.include: expected a list of texts, found ['*.txt', 1]"),
        ("[input]\nencoding = 'klingon'", "input.encoding: expected \"auto\" or the name of an encoding"),
        ("[input]\nencoding = 'base64'", "unknown encoding 'base64'"),
        ("[warnings]\nbelow_confidence = 50", "warnings.below_confidence: expected a number from 0 to 1, found 50"),
        ("[warnings]\nbelow_confidence = true", "warnings.below_confidence: expected a number from 0 to 1, found true"),
        ("[warnings]\nbelow_confidence = nan", "warnings.below_confidence: expected a number from 0 to 1, found nan"),
        ("[formats]\nninjs_version = 3.1", "formats.ninjs_version: expected \"3.1\" or \"2.2\", found 3.1"),
        ("[formats]\nninjs_version = '3'", "formats.ninjs_version: expected \"3.1\" or \"2.2\", found '3'"),
        ("[furniture]\nlines = ['(']", "furniture.lines: expected a list of regular expressions, found ['('] ('('"),
        ("[hold_back]\nheadlines = '^x'", "hold_back.headlines: expected a list of regular expressions, found '^x'"),
        ("[roles]\n'记者' = 'reportor'", "roles.记者: expected one of reporter, correspondent"),
        ("[roles]\n'记者' = ['reporter']", "roles.记者: expected one of reporter, correspondent"),
        ("[agencies]\n'河湾社' = 7", "agencies.河湾社: expected the agency's id, as \"xinhua\", found 7"),
        ("[agencies]\n'' = 'x'", "agencies: expected words, found an empty one"),
        ("[agencies]\n河湾社 = 'x'", "(at line 2, column 1); keys that are not plain a-z"),
        ("[style]\nscript = 'tw'", "style.script: expected one of keep, simplified, traditional, taiwan, hong"),
        ("[style]\nspaces = true", "style.spaces: expected one of keep, add, remove, found true"),
        ("[style]\nprotected = 'x'", "style.protected: expected a list of texts, found 'x'"),
        ("[style]\nquote = 'curly'", "style.quote: unknown key; did you mean style.quotes?"),
        ("[files]\nascii = yes", "(at line 2, column 9)"),
        ("[files]\n[files]", "(at line 2, column 7)"),
    ],
)
def test_errors_name_the_file_the_key_and_what_is_expected(tmp_path: Path, text: str, problem: str) -> None:
    path = settings_file(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="gone.toml: cannot be read: No such file"):
        load(tmp_path / "gone.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)
    path = tmp_path / "gbk.toml"
    path.write_bytes('[roles]\n"记者" = "reporter"'.encode("gbk"))
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load(path)


def test_windows_marks_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes('\ufeff[sections]\r\nnames = ["乡音"]\r\n'.encode())
    assert "乡音" in load(path).sections


def test_found_upwards(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    path = settings_file(tmp_path, "[files]\nascii = true")
    assert find(below) == path
    nearer = settings_file(tmp_path / "a", "")
    assert find(below) == nearer
    assert find(tmp_path) == path


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("title = 'A site'\n[params]\nlogo = 'x'", False),
        ("[server]\nport = 80\n[theme]\nbase = 'dark'", False),
        ("[outputs]\nhome = ['HTML']\n[taxonomies]\ntag = 'tags'", False),
        ("", True),
        ("# nothing yet", True),
        ("[files]", True),
        ("title = 'x'\n[files]", True),
        ("[file]", True),
        ("[section]\nnames = []", True),
        ("not toml", True),
    ],
)
def test_another_tools_file_is_passed_over(tmp_path: Path, text: str, ours: bool) -> None:
    below = tmp_path / "a"
    below.mkdir()
    above = settings_file(tmp_path, "[files]")
    path = settings_file(below, text)
    assert find(below) == (path if ours else above)
    assert foreign(below) == (() if ours else (path,))


def test_another_tools_file_that_is_given_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="title: unknown key"):
        load(settings_file(tmp_path, "title = 'A site'"))
