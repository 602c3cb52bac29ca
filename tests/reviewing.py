"""A review that really runs: `segmenter review` in a process of its own, on this machine's loopback."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
DUMP = """\
渡口恢复通航

  本报讯(记者 罗一苇)3月5日,停航九天的渡口恢复通航,首班船载着一百二十名旅客离岸。船长说,水位已经退到警戒线以下。

沿岸的人都来看

  岸边站满了人,孩子们朝船上挥手。茶馆的老板把桌子搬到了门口,说这九天里他一碗茶也没有卖出去。

早市搬进新棚

  本报讯(记者 翁若蘅)3月6日,早市的八十个摊位搬进了新棚,棚里有水有电,摊主不用再在雨里收摊。

汀州网络 版权所有
"""


@dataclass(frozen=True)
class Review:
    """A running review, and the folder with its dumps, `config.toml` and `stories`."""

    folder: Path
    address: str
    """Of the page, its token included."""

    @property
    def origin(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    def ask(
        self,
        path: str,
        values: Any = None,
        *,
        raw: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        at: str | None = None,
    ) -> tuple[int, Mapping[str, str], bytes]:
        """The status, headers and body of the answer to a GET, or to a POST of values. `at` replaces the whole path."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        given = {"Host": parts.netloc, **(headers or {})}
        body = raw
        if values is not None:
            body = json.dumps(values).encode()
            given.setdefault("Content-Type", "application/json")
        connection.request("GET" if body is None else "POST", parts.path + path if at is None else at, body, given)
        answer = connection.getresponse()
        found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return found

    def json(self, path: str, values: Any = None) -> Any:
        status, _, body = self.ask(path, values)
        assert status == 200, (status, body)
        return json.loads(body)

    def act(self, action: str, dump: int = 0, **values: Any) -> Any:
        revision = self.json("api/state")["revision"]
        return self.json("api/act", {"revision": revision, "dump": dump, "action": action, **values})

    def decisions(self) -> list[dict[str, Any]]:
        """What the file says, its first line left out."""
        path = self.folder / "stories" / "decisions.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[1:]]


@contextmanager
def review(folder: Path, *arguments: str, **dumps: str) -> Iterator[Review]:
    """Review the dumps, by default one called `dump`, in a folder of their own."""
    for name, text in (dumps or {"dump": DUMP}).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "segmenter", "review", ".", "-o", "stories", "--no-browser", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), (address, process.stderr and process.stderr.read())
        yield Review(folder, address)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
