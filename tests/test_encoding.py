"""Bytes to lines: each encoding at each length, what is refused and why, and where lines end."""

from __future__ import annotations

import codecs
import json
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from segmenter.reading.encoding import BLANK, UnreadableInput, decode, is_blank, named, split_lines

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

SIMPLIFIED = (
    "市政府今天开会",
    "24小时便民服务",
    "联通新城的大桥通车",
    "河湾镇夏粮收购开秤",
    "第11届青石书市闭幕",
    "本报讯（记者 柳青）",
    "新华社北京4月10日电",
    "责任编辑：方远",
    "暴雨蓝色预警发布，注意防范。",
    "　　本报讯（记者 林晓）河湾镇夏粮收购昨日开秤，首日入库三百吨。\n　　镇粮站说，收购价比去年略高，当场付钱。\n",
    "News in brief\n\nHarbour ferry back in service\n河湾 — 青石渡轮复航\n\nThe ferry runs again.\n",
)
TRADITIONAL = (
    "市議會今日開議",
    "台北夜市重新開張",
    "港島渡輪明起復航",
    "〔記者林某／台北報導〕",
    "（中央社記者方遠台中1日電）",
    "民國112年8月1日",
    "責任編輯：柳青",
    "颱風逼近，外島停班停課。",
    "【本報訊】青石灣渡輪昨日復航，首班船載客二百人。\n船公司表示，票價與去年相同，逢週末加開兩班。\n",
)
ENGLISH = (
    "Ferry back",
    "PORT ALDER, July 3 (Reuters) - The ferry is back in service, the council said.\n",
)
CURLED = (
    "“We are back,” said the captain – it’s the first crossing in a year.\n",
    "Café Zürich reopens in Port Alder after a fire, its owner said.\n",
    "Fares rise 5%… again, for £3.50 • © Port Alder Post",
)
CASES = [
    *((text, codec) for text in SIMPLIFIED for codec in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")),
    *((text, codec) for text in TRADITIONAL for codec in ("utf-8", "big5", "gb18030", "utf-16-le", "utf-16-be")),
    *((text, codec) for text in ENGLISH for codec in ("utf-8", "utf-16-le", "utf-16-be")),
    *((text, codec) for text in CURLED for codec in ("utf-8", "cp1252", "utf-16-le", "utf-16-be")),
    ("碁盤裏的恒星與墻", "cp950"),
    ("香港啲巴士㗎，今日嗰班車遲咗開", "big5hkscs"),
    ("二〇二四年渡輪票價調漲", "big5hkscs"),
    ("镕基路的𠮷野家今天开张", "gb18030"),
]


@pytest.mark.parametrize(("text", "codec"), CASES)
def test_the_encoding_is_found_out(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.note) == (text, codec, None)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [*SIMPLIFIED, *TRADITIONAL, *ENGLISH])
def test_a_byte_order_mark_decides_and_goes(text: str, codec: str) -> None:
    decoded = decode(("\ufeff" + text).encode(codec))
    assert (decoded.text, decoded.encoding) == (text, codec)
    assert decode(("\ufeff" + text).encode(codec), codec).text == text


@pytest.mark.parametrize(
    "text",
    ["© 2024 Port Alder Post", "Café", "Müller · Škoda · Łódź", "Aleš Novák", "Привет, мир. Сегодня", "×", "“”", "漏"],
)
def test_utf_8_of_few_marks_is_not_taken_for_gbk(text: str) -> None:
    assert decode(text.encode()).text == text


ORDINARY = st.text(st.sampled_from(sorted(set("".join((*SIMPLIFIED, *ENGLISH))))), min_size=1, max_size=300)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=100)


@given(ANY_TEXT)
@example("\u06dd")
def test_utf_8_comes_back(text: str) -> None:
    assume(not is_blank(text) and not text.startswith("\ufeff"))
    # Text of rare two-byte letters alone may read as Chinese; see the table above for those that news has.
    assume(text.isascii() or any(character > "\u07ff" for character in text))
    assert decode(text.encode()).text == text


@given(st.text(st.sampled_from("市政府今天召开新闻发布会，通报夏粮收购进展。记者柳青"), min_size=10, max_size=80))
def test_gb18030_comes_back(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


@given(st.text(st.sampled_from("市議會今日開議，審查渡輪票價調漲案。記者林遠報導"), min_size=10, max_size=80))
def test_big5_comes_back(text: str) -> None:
    assert decode(text.encode("big5")).text == text


@given(ORDINARY, st.sampled_from(["utf-16", "utf-8-sig", "utf-32"]))
def test_marked_text_comes_back(text: str, codec: str) -> None:
    assume(not is_blank(text))
    assert decode(text.encode(codec)).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UnreadableInput as refused:
        assert str(refused)
    else:
        assert not is_blank(decoded.text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (codecs.BOM_UTF16_LE, "is empty"),
        (b"\n\r\n  \t\n", "holds only blank lines"),
        ("\u3000\n\xa0\xa0\n\u200b\n".encode(), "holds only blank lines"),
        (b"\x1a", "holds only blank lines"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x90\x00\x00\x01\x90", "is not text but binary data"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "is not text but binary data"),
        (zlib.compress(bytes(random.Random(1).choices(range(256), k=4000))), "is not text but binary data"),
        (b"a line of text\x00and another", "is not text but binary data"),
        (bytes(range(1, 32)) * 3 + b"abc", "is not text but binary data"),
        ("Сегодня в городе прошёл сильный дождь, сообщает газета".encode("cp1251"), "is in no encoding known here"),
        (b"\xff\xfe\xfd\xfc\xfb\xfa\xf9", "does not decode as utf-16-le"),
        (b"\xef\xbb\xbf" + b"\xff\xfe" * 30, "does not decode as utf-8"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        decode(data)
    assert str(refused.value).startswith(reason)


NEWS = "".join(SIMPLIFIED) * 5


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
@pytest.mark.parametrize("place", [0, 31, 500])
def test_a_stray_byte_costs_a_mark_and_is_told(codec: str, place: int) -> None:
    data = NEWS.encode(codec)
    decoded = decode(data[:place] + b"\xff" + data[place:])
    assert decoded.encoding == codec
    assert decoded.note is not None
    assert "became U+FFFD" in decoded.note
    assert "\ufffd" in decoded.text
    assert decoded.text.endswith(NEWS[-20:])


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5"])
def test_a_dump_cut_within_a_character(codec: str) -> None:
    text = TRADITIONAL[-1].rstrip()
    decoded = decode((text + "班").encode(codec)[:-1])
    assert (decoded.text, decoded.encoding) == (text + "\ufffd", codec)


def test_english_that_was_put_together_from_two_encodings() -> None:
    one, other = CURLED[:2]
    decoded = decode(one.encode("cp1252") * 3 + other.encode())
    assert decoded.text == one * 3 + other
    assert decoded.note == "what is not UTF-8 in it was read as Windows-1252"


def test_replacement_characters_in_the_text_are_no_damage() -> None:
    text = "\ufffd\ufffd\ufffd本报讯\ufffd\ufffd\n" * 20
    assert decode(text.encode()).note is None


@pytest.mark.parametrize(
    ("text", "codec", "told"),
    [
        ("今日の天気は晴れ", "shift_jis", "shift_jis"),
        ("오늘 날씨는 맑음", "euc_kr", "euc-kr"),
        ("中文𠮷", "gb18030", "gb2312"),
        ("碁裏恒", "cp950", "Big5"),
        ("㗎嘅咗", "big5hkscs", "BIG5"),
        ("市政府", "utf-16-be", "utf-16"),
        ("市政府", "utf-16-le", "UTF-16LE"),
        ("市政府", "utf-8", "utf-8-sig"),
        ("Café", "latin-1", "iso-8859-1"),
        ("市政府", "utf-8", "auto"),
    ],
)
def test_a_told_encoding_is_taken(text: str, codec: str, told: str) -> None:
    assert decode(text.encode(codec), told).text == text


def test_a_told_encoding_that_is_wrong_or_unknown() -> None:
    with pytest.raises(UnreadableInput, match="does not decode as utf-8; give its encoding with --encoding"):
        decode("市政府今天开会".encode("gb18030"), "utf-8")
    with pytest.raises(UnreadableInput, match="is not text but binary data"):
        decode(b"\x00\x01\x02\x03", "latin-1")
    with pytest.raises(LookupError, match="unknown encoding 'klingon'"):
        decode(b"x", "klingon")


@pytest.mark.parametrize(
    ("name", "codec"), [("GBK", "gbk"), ("UTF8", "utf-8"), ("Big5-HKSCS", "big5hkscs"), ("auto", None)]
)
def test_names_of_encodings(name: str, codec: str | None) -> None:
    assert named(name) == codec


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "undefined", " "])
def test_what_is_no_encoding_of_text(name: str) -> None:
    with pytest.raises(LookupError, match="unknown encoding"):
        named(name)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\n\n", ["a", ""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("a\rb\r", ["a", "b"]),
        ("a\r\n\rb\n", ["a", "", "b"]),
        ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g", ["a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g"]),
        ("\ufeffa\n\ufeffb", ["a", "\ufeffb"]),
    ],
)
def test_lines_end_where_an_editor_ends_them(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


@given(st.lists(st.text(st.sampled_from("ab\u2028\x0c\u3000"), max_size=3)), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_come_back_whatever_ends_them(lines: list[str], end: str) -> None:
    assert split_lines("".join(line + end for line in lines)) == lines


@pytest.mark.parametrize(
    "line", ["", " ", "\t", "\u3000\u3000", "\xa0", "\u200b", "\ufeff", " \u2060\u200d ", "\x0c", "\u2028"]
)
def test_blank_lines(line: str) -> None:
    assert is_blank(line)


@pytest.mark.parametrize("line", ["a", " 。 ", "\u3000字", "-", "\ufffd", "\xad-"])
def test_lines_that_show_something(line: str) -> None:
    assert not is_blank(line)


def test_all_white_space_is_blank() -> None:
    assert [chr(code) for code in range(0x11000) if chr(code).isspace() and chr(code) not in BLANK] == []


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the development dumps are not beside this project")
def test_every_development_dump_decodes_as_its_gold_says() -> None:
    dumps = 0
    for gold in sorted(CORPORA.rglob("*.gold.json")):
        data = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_bytes()
        encoding = json.loads(gold.read_text(encoding="utf-8"))["encoding"]
        text = data.decode(encoding).removeprefix("\ufeff")
        decoded = decode(data)
        assert (decoded.encoding, decoded.note, decoded.text == text) == (encoding, None, True), gold.name
        for codec in ("gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be"):
            try:
                data = text.encode(codec)
            except UnicodeEncodeError:
                continue
            assert decode(data).text == text, f"{gold.name} in {codec}"
        dumps += 1
    assert dumps > 600
