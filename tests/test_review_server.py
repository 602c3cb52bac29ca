"""The server of the review, as it really runs: what it does, what it refuses, and that no work is lost on it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from reviewing import DUMP, ROOT, Review, review

pytest.importorskip("starlette", reason="the extra `review` is not installed")
CONFIG = "# Ours.\n[agencies]\n\"海角社\" = \"haijiao\" # keep\n"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Review]:
    with review(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    """One that is only looked at."""
    with review(tmp_path_factory.mktemp("review")) as found:
        yield found


def stories(answer: Any) -> list[tuple[int, int]]:
    return [tuple(story["lines"]) for story in answer["view"]["stories"]]


def test_the_page_and_its_files_are_given_out(unchanged: Review) -> None:
    for name, kind in {"": "html", "style.css": "css", "page.js": "javascript", "words.js": "javascript"}.items():
        status, headers, body = unchanged.ask(name)
        assert (status, kind in headers["content-type"], bool(body)) == (200, True, True)
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert (headers["cache-control"], headers["referrer-policy"]) == ("no-store", "no-referrer")
        assert "access-control-allow-origin" not in headers


def test_it_listens_on_loopback_alone(unchanged: Review) -> None:
    port = int(str(urlsplit(unchanged.address).port))
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:] if Path("/proc/net/tcp").exists() else ():
        address, listening = line.split()[1], line.split()[3] == "0A"
        if listening and int(address.split(":")[1], 16) == port:
            assert address.split(":")[0] == "0100007F"
    with pytest.raises(OSError), socket.create_connection((socket.gethostbyname(socket.gethostname()), port), 1):
        if socket.gethostbyname(socket.gethostname()).startswith("127."):
            raise OSError("this machine has no other address")


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "no token": ({"at": "/"}, 404),
    "no token, a file": ({"at": "/page.js"}, 404),
    "another token": ({"at": "/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/api/state"}, 404),
    "a name that leads here": ({"path": "api/state", "headers": {"Host": "evil.example"}}, 403),
    "a name that leads here, with the port": ({"path": "", "headers": {"Host": "evil.example:80"}}, 403),
    "another origin": ({"path": "api/state", "headers": {"Origin": "http://evil.example"}}, 403),
    "another port's origin": ({"path": "api/state", "headers": {"Origin": "http://127.0.0.1:1"}}, 403),
    "an opaque origin": ({"path": "api/state", "headers": {"Origin": "null"}}, 403),
    "from another site": ({"path": "api/state", "headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
    "from another port of this machine": ({"path": "", "headers": {"Sec-Fetch-Site": "same-site"}}, 403),
    "a form": (
        {"path": "api/undo", "raw": b"a=b", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 415,
    ),
    "JSON sent as text": ({"path": "api/undo", "raw": b"{}", "headers": {"Content-Type": "text/plain"}}, 415),
    "no JSON": ({"path": "api/undo", "raw": b"[", "headers": {"Content-Type": "application/json"}}, 400),
    "no object": ({"path": "api/undo", "values": [1]}, 400),
    "a file outside": ({"path": "../../../etc/passwd"}, 404),
    "a file outside, escaped": ({"path": "%2e%2e/%2e%2e/server.py"}, 404),
    "a file of the package": ({"path": "server.py"}, 404),
    "a dump that is not open": ({"path": "api/dump/1"}, 400),
    "a dump before the first": ({"path": "api/dump/-1"}, 404),
    "a dump by its path": ({"path": "api/dump/dump.txt"}, 404),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(unchanged: Review, name: str) -> None:
    arguments, status = REFUSED[name]
    path = arguments.pop("path", "")
    answer = unchanged.ask(path, **arguments)
    arguments["path"] = path
    assert answer[0] == status, answer
    assert "渡口".encode() not in answer[2]
    assert json.dumps("渡口")[1:-1].encode() not in answer[2]
    assert "content-security-policy" in answer[1]


SENSELESS: dict[str, tuple[dict[str, Any], int]] = {
    "an unknown action": ({"action": "burn"}, 400),
    "an unknown role": ({"action": "role", "lines": [1], "role": "poem"}, 400),
    "lines that are no numbers": ({"action": "role", "lines": ["1"], "role": "deck"}, 400),
    "a blank line": ({"action": "role", "lines": [2], "role": "deck"}, 422),
    "a line beyond the last": ({"action": "begin", "line": 99}, 422),
    "merging the first story": ({"action": "merge", "line": 1}, 422),
    "an unknown field": ({"action": "field", "line": 1, "field": "id", "value": "x"}, 400),
    "a date that is none": ({"action": "field", "line": 1, "field": "published", "value": "2024-02-30"}, 400),
    "a byline without a role": ({"action": "field", "line": 1, "field": "byline", "value": [{"name": "罗"}]}, 400),
    "a field of no story": ({"action": "field", "line": 13, "field": "section", "value": "要闻"}, 422),
    "another dump": ({"action": "accept", "line": 1, "dump": 7}, 400),
    "no decision to forget": ({"action": "forget-unfitting", "index": 0}, 400),
}


@pytest.mark.parametrize("name", SENSELESS)
def test_what_makes_no_sense_changes_nothing(unchanged: Review, name: str) -> None:
    values, status = SENSELESS[name]
    state = unchanged.json("api/state")
    found, _, body = unchanged.ask("api/act", {"revision": state["revision"], "dump": 0, **values})
    assert (found, bool(json.loads(body)["error"])) == (status, True), body
    assert unchanged.json("api/state") == state
    assert not (unchanged.folder / "stories").exists()


def test_each_correction_is_saved_at_once_and_decoded_again(running: Review) -> None:
    assert stories(running.json("api/dump/0")) == [(1, 7), (9, 11)]
    assert stories(running.act("split", line=5)) == [(1, 3), (5, 7), (9, 11)]
    assert [item["text"] for item in running.decisions()] == ["沿岸的人都来看"]
    assert stories(running.act("merge", line=11)) == [(1, 3), (5, 11)]
    assert stories(running.act("end", line=7))[1] == (5, 7)
    answer = running.act("role", lines=[5], role="deck")
    assert answer["view"]["roles"][4] == "D"
    assert [item["role"] for item in running.decisions() if item["line"] == 5] == ["deck"]
    assert answer["view"]["decided"] == [5, 9, 11]
    assert running.act("forget", lines=[5])["view"]["decided"] == [9, 11]


def test_the_beginning_moves_down_and_up(running: Review) -> None:
    answer = running.act("begin", line=5)
    assert (stories(answer), answer["view"]["roles"][:5]) == ([(5, 7), (9, 11)], "F F H")
    answer = running.act("begin", line=1)
    assert (stories(answer), answer["view"]["roles"][:5]) == ([(1, 7), (9, 11)], "H F D")


def test_what_stood_above_a_later_beginning_goes_on_with_the_story_above(tmp_path: Path) -> None:
    with review(tmp_path, dump=DUMP.replace("早市搬进新棚", "又及\n\n早市搬进新棚")) as running:
        running.act("role", lines=[9], role="headline")
        running.act("role", lines=[11], role="deck")
        answer = running.act("begin", line=11)
        assert (stories(answer), answer["view"]["roles"][8:11]) == ([(1, 9), (11, 13)], "S H")


def test_undo_and_redo_restore_the_very_file(running: Review) -> None:
    file = running.folder / "stories" / "decisions.jsonl"
    running.act("split", line=5)
    one = file.read_bytes()
    running.act("field", line=1, field="section", value="要闻")
    two = file.read_bytes()
    assert running.json("api/undo", {"revision": running.json("api/state")["revision"]})["state"]["redo"] == 1
    assert file.read_bytes() == one
    running.json("api/redo", {"revision": running.json("api/state")["revision"]})
    assert file.read_bytes() == two
    for _ in range(2):
        answer = running.json("api/undo", {"revision": running.json("api/state")["revision"]})
    assert (running.decisions(), stories(answer), answer["state"]["undo"]) == ([], [(1, 7), (9, 11)], 0)
    assert running.ask("api/undo", {"revision": answer["state"]["revision"]})[0] == 422


def test_fields_are_decided_and_given_back(running: Review) -> None:
    people = [{"name": "罗苇", "role": "photographer"}]
    assert running.act("field", line=3, field="byline", value=people)["view"]["stories"][0]["byline"] == people
    (item,) = running.decisions()
    assert (item["line"], item["text"], item["value"]) == (1, "渡口恢复通航", people)
    assert running.act("field", line=3, field="byline")["view"]["stories"][0]["byline"] == [
        {"name": "罗一苇", "role": "reporter"}
    ]
    assert running.decisions() == []


def test_accepting_pins_the_story_and_can_be_taken_back(running: Review) -> None:
    answer = running.act("accept", line=9)
    assert [story["accepted"] for story in answer["view"]["stories"]] == [False, True]
    assert answer["view"]["stories"][1]["confidence"] == 1.0
    assert [item["line"] for item in answer["state"]["queue"]][-1] == 9
    assert not any(story["accepted"] for story in running.act("accept", line=9)["view"]["stories"])
    running.act("accept", line=9)
    assert not any(story["accepted"] for story in running.act("merge", line=9)["view"]["stories"])


def test_the_least_certain_comes_first(unchanged: Review) -> None:
    queue = unchanged.json("api/state")["queue"]
    assert [item["confidence"] for item in queue] == sorted(item["confidence"] for item in queue)
    assert len(queue) == 2


def test_a_window_that_has_not_seen_the_work_of_another_changes_nothing(running: Review) -> None:
    seen = running.json("api/state")["revision"]
    running.act("split", line=5)
    before = running.decisions()
    for path, values in (
        ("act", {"dump": 0, "action": "role", "lines": [5], "role": "furniture"}), ("undo", {}), ("redo", {}),
        ("preview", {"index": 0}), ("adopt", {"dump": 0, "index": 0}),
    ):  # fmt: skip
        status, _, body = running.ask(f"api/{path}", {"revision": seen, **values})
        assert (status, json.loads(body)) == (409, {"error": "stale"})
    assert running.decisions() == before


@pytest.mark.parametrize("file", ["stories/decisions.jsonl", "dump.txt", "config.toml"])
def test_what_others_write_to_the_files_is_not_overwritten(running: Review, file: str) -> None:
    running.act("split", line=5)
    seen = running.json("api/dump/0")["state"]["revision"]
    texts = {
        "stories/decisions.jsonl": '{"format": "segmenter decisions", "version": 1}\n',
        "dump.txt": "前言\n\n" + DUMP,
        "config.toml": '[furniture]\nlines = ["^早市"]\n',
    }
    path = running.folder / file
    path.write_text(texts[file], encoding="utf-8")
    status, _, _ = running.ask("api/act", {"revision": seen, "dump": 0, "action": "accept", "line": 1})
    assert (status, path.read_text(encoding="utf-8")) == (409, texts[file])
    shown = running.json("api/dump/0")
    assert shown["state"]["undo"] == 0
    assert {"stories/decisions.jsonl": 2, "dump.txt": 3, "config.toml": 2}[file] == len(stories(shown)), stories(shown)


@pytest.mark.parametrize(
    ("file", "text"),
    [("stories/decisions.jsonl", '{"format"'), ("config.toml", "[furniture\n"), ("config.toml", "[x]\n")],
)
def test_a_file_that_somebody_broke_is_named_and_not_written_over(running: Review, file: str, text: str) -> None:
    revision = running.act("split", line=5)["state"]["revision"]
    (running.folder / file).write_text(text, encoding="utf-8")
    for _ in range(2):
        status, _, body = running.ask("api/act", {"revision": revision, "dump": 0, "action": "accept", "line": 1})
        assert (status, Path(file).name in json.loads(body)["message"]) == (400, True)
        assert (running.folder / file).read_text(encoding="utf-8") == text
    (running.folder / file).unlink()
    assert running.json("api/state")["undo"] == (0 if file.startswith("stories") else 1)


def test_what_cannot_be_saved_is_not_shown_as_done(running: Review) -> None:
    running.act("split", line=5)
    folder = running.folder / "stories"
    folder.rename(running.folder / "moved")
    folder.write_text("in the way", encoding="utf-8")
    status, _, body = running.ask("api/state")
    assert (status, "decisions.jsonl" in json.loads(body)["message"]) == (400, True)
    folder.unlink()
    (running.folder / "moved").rename(folder)
    assert running.json("api/state")["undo"] == 1


def test_a_decision_that_fits_no_more_is_shown_and_removed_only_by_a_person(running: Review) -> None:
    running.act("split", line=5)
    (running.folder / "dump.txt").write_text(DUMP.replace("都来看", "都来了"), encoding="utf-8")
    (item,) = running.json("api/state")["unfitting"]
    assert (item["line"], item["text"], item["what"]) == (5, "沿岸的人都来看", "headline")
    running.act("role", lines=[13], role="furniture")
    assert len(running.decisions()) == 2
    (item,) = running.json("api/state")["unfitting"]
    assert running.act("forget-unfitting", index=item["index"])["state"]["unfitting"] == []
    assert [item["line"] for item in running.decisions()] == [13]


REPEATED = "扫码看更多 第{}条\n\n" + DUMP


def test_a_pattern_that_repeats_is_proposed_shown_and_adopted_only_then(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    with review(tmp_path, a=REPEATED.format(1), b=REPEATED.format(2).replace("早市", "夜市")) as running:
        answer = running.act("role", lines=[1], role="furniture")
        assert [item["places"] for item in answer["state"]["proposals"]] == [2]
        entry = '[furniture]\nlines = ["^\\\\s*扫码看更多 第\\\\d+条\\\\s*$"]'
        assert answer["state"]["proposals"][0]["entry"] == entry
        revision = answer["state"]["revision"]
        effects = running.json("api/preview", {"revision": revision, "index": 0})["effects"]
        assert [(item["file"], [line["line"] for line in item["lines"]]) for item in effects] == [("./b.txt", [1])]
        assert (tmp_path / "config.toml").read_text(encoding="utf-8") == CONFIG
        shown = running.json("api/adopt", {"revision": revision, "dump": 0, "index": 0})
        assert shown["state"]["proposals"] == []
        config = (tmp_path / "config.toml").read_text(encoding="utf-8")
        assert config.startswith(CONFIG)
        assert '[furniture]\nlines = ["^\\\\s*扫码看更多' in config
        assert running.json("api/dump/1")["view"]["roles"][0] == "F"
        running.json("api/undo", {"revision": shown["state"]["revision"]})
        assert (tmp_path / "config.toml").read_text(encoding="utf-8") == CONFIG


@pytest.mark.parametrize(
    ("field", "value", "entry"),
    [
        ("section", "渡口新闻", '[sections]\nnames = ["渡口新闻"]'),
        ("dateline.agency", "汀州社", '[agencies]\n"汀州社" = "汀州社"'),
        ("dateline.agency", "Ferry Wire", '[agencies]\n"Ferry Wire" = "ferry-wire"'),
        ("section", "别处没有", None),
        ("dateline.agency", "新华社", None),
    ],
)
def test_names_are_proposed_where_they_repeat(tmp_path: Path, field: str, value: str, entry: str | None) -> None:
    text = f"【渡口新闻】\n\n{DUMP}\n渡口新闻\n\n  汀州社、Ferry Wire、新华社。\n  Ferry Wire、新华社。\n  汀州社。\n"
    with review(tmp_path, dump=text) as running:
        answer = running.act("field", line=3, field=field, value=value)
        assert [item["entry"] for item in answer["state"]["proposals"]] == ([entry] if entry else [])
        assert not (tmp_path / "config.toml").exists()
        if entry:
            running.json("api/adopt", {"revision": answer["state"]["revision"], "dump": 0, "index": 0})
            assert (tmp_path / "config.toml").read_text(encoding="utf-8").strip() == entry


def command(folder: Path, *arguments: str, code: str = "from segmenter.cli import main; main()") -> tuple[int, str]:
    result = subprocess.run(
        [sys.executable, "-c", code, "review", *arguments], cwd=folder, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert "Traceback" not in result.stderr
    return result.returncode, result.stderr


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "tomlkit"])
def test_without_the_extra_the_command_says_how_to_get_it(tmp_path: Path, missing: str) -> None:
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    code = f"import sys; sys.modules[{missing!r}] = None; from segmenter.cli import main; main()"
    assert command(tmp_path, "dump.txt", "-o", "out", code=code) == (
        2, "segmenter: the review needs more packages: pip install 'segmenter[review]'\n",
    )  # fmt: skip


def test_input_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    assert command(tmp_path, "binary.txt", "-o", "out")[0] == 2
    assert "binary.txt: " in command(tmp_path, "binary.txt", "-o", "out")[1]
    assert "none.txt: does not exist" in command(tmp_path, "none.txt", "-o", "out")[1]
    assert command(tmp_path, "-", "-o", "out")[0] == 2
    (tmp_path / "dump.txt").write_text(DUMP, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "decisions.jsonl").write_text("mine\n", encoding="utf-8")
    assert command(tmp_path, "dump.txt", "-o", "out")[1].startswith("segmenter: out/decisions.jsonl:1: is no JSON")


def test_what_a_link_leads_to_outside_of_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("机密\n", encoding="utf-8")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "link.txt").symlink_to(tmp_path / "secret.txt")
    code, said = command(tmp_path, "inbox", "-o", "out")
    assert (code, "inbox/link.txt: leads out of inbox, and is not opened" in said) == (2, True)
    with review(inbox) as running:
        assert running.json("api/state")["dumps"] == ["./dump.txt"]
