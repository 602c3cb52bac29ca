"""The server of the review: it listens on this machine alone and answers only the page that it gave out.

What guards it: a loopback address; a random token in the path; a `Host` that is its own, against names that are made to
lead here; no other origin in `Origin` or `Sec-Fetch-Site`; JSON alone, which no form of another page can send; and a
policy by which the page loads and runs nothing but its own files. A request names dumps by their number and files of
the page by a list, never by a path.
"""

from __future__ import annotations

import json
import secrets
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from segmenter.config import ConfigError
from segmenter.deciding.decisions_file import DecisionsError
from segmenter.reading.encoding import UnreadableInput
from segmenter.reviewing import asked
from segmenter.reviewing.actions import ActionError
from segmenter.reviewing.desk import Desk, StaleError
from segmenter.storing.store import StoreError

LOOPBACK: Final = "127.0.0.1"
LARGEST: Final = 2**20
"""Bytes of a request, at most."""
PAGE: Final = {
    "": ("index.html", "text/html"),
    "style.css": ("style.css", "text/css"),
    "page.js": ("page.js", "text/javascript"),
    "lines.js": ("lines.js", "text/javascript"),
    "fields.js": ("fields.js", "text/javascript"),
    "words.js": ("words.js", "text/javascript"),
}
"""The files of the page, by their names in the address."""
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_PROBLEMS: Final = (ConfigError, DecisionsError, StoreError, UnreadableInput, OSError, ValueError)
"""What is wrong with the request or with a file, in words for the person at the page."""


class Guard:
    """Lets through only what the page itself asks for."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._prefix = f"/{token}/".encode()
        self._hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refused = 404 if scope["type"] != "http" else self._refused(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", ()), *((k.encode(), v.encode()) for k, v in HEADERS.items())
                ]  # fmt: skip
            await send(message)

        if refused:
            await Response(status_code=refused)(scope, receive, guarded)
            return
        size = 0

        async def bounded() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > LARGEST:
                raise ValueError("the request is too large")
            return message

        path = scope["path"][len(self._prefix) - 1 :]
        await self._app({**scope, "path": path, "raw_path": path.encode()}, bounded, guarded)

    def _refused(self, scope: Scope) -> int | None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        path = scope["path"].encode()
        if not secrets.compare_digest(path[: len(self._prefix)], self._prefix):
            return 404
        host = headers.get("host", "")
        if host not in self._hosts:
            return 403
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return 403
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return 403
        if scope["method"] == "POST" and headers.get("content-type") != "application/json":
            return 415
        return None


def application(desk: Desk, token: str, port: int) -> ASGIApp:
    """The server's ASGI application."""
    lock = threading.Lock()
    folder = Path(__file__).with_name("page")

    def giving(name: str) -> Callable[[Request], Response]:
        file, kind = PAGE[name]
        return lambda _: Response((folder / file).read_bytes(), media_type=kind)

    def answering(answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Callable[[Request], Any]:
        def locked(values: Mapping[str, Any]) -> Response:
            with lock:
                try:
                    return JSONResponse(answer(values))
                except StaleError:
                    return JSONResponse({"error": "stale"}, 409)
                except ActionError as error:
                    return JSONResponse({"error": str(error)}, 422)
                except _PROBLEMS as error:
                    return JSONResponse({"error": "problem", "message": str(error)}, 400)

        async def endpoint(request: Request) -> Response:
            values: Any = {}
            if request.method == "POST":
                try:
                    values = json.loads(await request.body())
                except ValueError:
                    values = None
                if not isinstance(values, dict):
                    return JSONResponse({"error": "problem", "message": "the request is no JSON object"}, 400)
            return await run_in_threadpool(locked, {**values, **request.path_params})

        return endpoint

    def index_of(values: Mapping[str, Any]) -> int:
        index = values.get("dump")
        if type(index) is not int or not 0 <= index < len(desk.dumps):
            raise ValueError("no such dump")
        return index

    def shown(index: int) -> dict[str, Any]:
        return {"state": desk.state(), "view": {"dump": index, **desk.dumps[index].view()}}

    def state(_: Mapping[str, Any]) -> dict[str, Any]:
        desk.refresh()
        return desk.state()

    def dump(values: Mapping[str, Any]) -> dict[str, Any]:
        index = index_of(values)
        return {**shown(index), "lines": list(desk.dumps[index].lines)}

    def act(values: Mapping[str, Any]) -> dict[str, Any]:
        index = index_of(values)
        desk.act(str(values.get("revision")), index, str(values.get("action")), values)
        return shown(index)

    def undo(values: Mapping[str, Any]) -> dict[str, Any]:
        return shown(desk.undo(str(values.get("revision"))))

    def redo(values: Mapping[str, Any]) -> dict[str, Any]:
        return shown(desk.redo(str(values.get("revision"))))

    def preview(values: Mapping[str, Any]) -> dict[str, Any]:
        return {"effects": desk.preview(str(values.get("revision")), asked.number(values, "index"))}

    def adopt(values: Mapping[str, Any]) -> dict[str, Any]:
        desk.adopt(str(values.get("revision")), asked.number(values, "index"))
        return shown(index_of(values))

    calls = {"act": act, "undo": undo, "redo": redo, "preview": preview, "adopt": adopt}
    routes = [
        *(Route(f"/{name}", giving(name)) for name in PAGE),
        Route("/api/state", answering(state)),
        Route("/api/dump/{dump:int}", answering(dump)),
        *(Route(f"/api/{name}", answering(call), methods=["POST"]) for name, call in calls.items()),
    ]
    return Guard(Starlette(routes=routes), token, port)


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Answer until interrupted. `ready` is told the address once it can be opened. Raises OSError for the port."""
    token = secrets.token_urlsafe(24)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, port))
        listening.listen()
        port = listening.getsockname()[1]
        config = uvicorn.Config(
            application(desk, token, port), log_level="error", access_log=False, lifespan="off", server_header=False
        )
        ready(f"http://{LOOPBACK}:{port}/{token}/")
        uvicorn.Server(config).run(sockets=[listening])
