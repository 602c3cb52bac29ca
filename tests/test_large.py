"""A dump that is read piece by piece is read as it is when it is read at once, and holds little of it at a time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from benchmarks.dumps import chinese_wire, english_wire

from segmenter.config import default_settings
from segmenter.reading.encoding import UnreadableInput, decode, split_lines
from segmenter.reading.pieces import Encoding, Replaced, encoding_of, lines_of, survey
from segmenter.running import large
from segmenter.running.dumps import Failure, Flow, Unchanged, Work
from segmenter.storing.plan import DumpResult

SETTINGS = default_settings()
ENDS = "一行\r\n\r二行\r\r\n\n三行\u2028还是三行\f\n最后"
TEXTS = {
    "Chinese": chinese_wire(20_000),
    "line ends": ENDS * 50,
    "one line": "青石镇的桥。" * 500,
    "no end": "a\nb",
    "an end": "渡口\n" * 40 + "\r",
}
CODECS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("name", TEXTS)
def test_pieces_give_the_lines_of_the_whole(name: str, codec: str, size: int) -> None:
    data = TEXTS[name].encode(codec)
    try:
        found = decode(data)
    except UnreadableInput:
        pytest.skip("no text that is recognised")
    encoding = encoding_of(data, None)
    assert encoding is not None and encoding.codec == found.encoding
    # The mark stands in the first piece.
    told = [data[:8], *pieces(data[8:], size)]
    assert list(lines_of(told, encoding)) == split_lines(found.text)
    assert list(lines_of(told, encoding, Replaced())) == split_lines(found.text)
    assert survey(io.BytesIO(data), encoding, detected=True) is not None


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("cut", range(1, 5))
def test_a_beginning_may_end_within_a_character(codec: str, cut: int) -> None:
    data = ("青石镇的𠮷桥修好了，渡口复航。" * 30).encode(codec)
    encoding = encoding_of(data[: len(data) // 2 - cut], None)
    assert encoding is not None and encoding.codec == decode(data).encoding


@pytest.mark.parametrize(
    "data",
    [
        "渡口复航。\n".encode() * 50 + b"\xff\n",
        b"The ferry is back.\n" * 50 + b"caf\xe9\n",
        b"The ferry is back.\n" * 50 + b"\0",
        b"The ferry is back.\n" * 5 + b"\x01" * 50,
        b"The ferry is back.\n" * 50 + "Сʱ".encode(),
    ],
    ids=["stray byte", "Windows-1252", "NUL", "controls", "no usual characters"],
)
def test_what_the_beginning_does_not_tell_is_judged_as_a_whole(data: bytes) -> None:
    encoding = encoding_of(data[:90], None)
    assert encoding is not None
    assert survey(io.BytesIO(data), encoding, detected=True) is None


def test_a_stream_replaces_what_does_not_decode_and_counts_it() -> None:
    data = "渡口复航。\n".encode() * 50 + b"a\xffb\xfe\n"
    replaced = Replaced()
    assert list(lines_of([data], Encoding("utf-8", 0, True), replaced))[-1] == "a\ufffdb\ufffd"
    assert replaced.note() == decode(data).note == "2 undecodable bytes or runs of bytes became U+FFFD"


@pytest.mark.parametrize("tail", [b"\xff " * 50, b"\0"])
def test_a_stream_that_is_no_text_is_refused(tail: bytes) -> None:
    with pytest.raises(UnreadableInput):
        list(lines_of([b"The ferry is back.\n" * 5 + tail], Encoding("utf-8", 0, True), Replaced()))


@pytest.mark.parametrize("form", ["jsonl", "markdown"])
@pytest.mark.parametrize("folder", [False, True])
def test_a_large_dump_comes_out_like_one_that_is_read_at_once(
    form: str, folder: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "BEGINNING", 5_000)
    monkeypatch.setattr("segmenter.stories.sections.SIZE", 8_000)
    monkeypatch.setattr("segmenter.stories.sections.WINDOW", 4_000)
    file = tmp_path / "dump.txt"
    file.write_text(chinese_wire(60_000) + "\n\n" + english_wire(30_000), encoding="utf-8")
    work = Work(SETTINGS, (form,), folder)
    at_once = work.do(str(file), None)
    assert isinstance(at_once, DumpResult)
    found = large.do(work, str(file), None, 1)
    if isinstance(found, Flow):
        assert not folder
        sections = list(found)
        assert len(sections) > 2 and found.failure is None and found.notes == ()
        assert [story for stories in sections for story in stories] == list(at_once.stories)
        return
    assert folder and isinstance(found, DumpResult)
    assert list(found.stories) == list(at_once.stories)
    assert found._replace(stories=()) == at_once._replace(stories=())
    assert large.do(work, str(file), at_once.hash, 1) == Unchanged(str(file))


def test_a_large_file_that_is_not_there_fails() -> None:
    assert isinstance(large.do(Work(SETTINGS, ("jsonl",), False), "nowhere.txt", None, 1), Failure)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX pipes")
def test_standard_input_flows_and_stops_when_its_reader_does() -> None:
    command = [sys.executable, "-m", "segmenter", "split", "-", "--format", "jsonl", "-j", "1"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdin and run.stdout and run.stderr
        stdin, ended = run.stdin, threading.Event()

        def feed() -> None:
            with suppress(BrokenPipeError):
                stdin.write(chinese_wire(3_000_000).encode())
                stdin.flush()
            ended.wait()
            with suppress(BrokenPipeError):
                stdin.close()

        feeder = threading.Thread(target=feed)
        feeder.start()
        first = run.stdout.readline()  # The input has not ended yet.
        run.stdout.close()
        ended.set()
        feeder.join()
        assert first.startswith(b'{"id": ')
        assert run.stderr.read() == b""
        assert run.wait() == 0
