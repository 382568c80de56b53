"""The layer that records what comes and goes to a file, without credentials."""

from __future__ import annotations

import base64
import datetime
import itertools
import json
import os
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .facts import facts_without_credentials
from .hiding import Hider

_HOP = {"content-length", "transfer-encoding", "connection", "keep-alive", "date", "server", "content-encoding"}
"""Headers of a response that belong to its connection, not to its content."""


class Recorder:
    """An ASGI layer that adds each exchange and each frame to a file as a line of JSON.

    The lines are those of the journals of clients, with the content of audio and files as base64. Only its owner can read a
    file that is new: it holds what was said.

    Args:
        app: The layer behind this one.
        path: The file to append to.
        secrets: Credentials that requests do not have, and responses may show.

    Raises:
        OSError: The file cannot be written.
    """

    def __init__(self, app: ASGIApp, path: str | os.PathLike[str], secrets: Iterable[str] = ()) -> None:
        self._app = app
        self._path = Path(path)
        os.close(os.open(self._path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        self._hider = Hider()
        for secret in secrets:
            self._hider.learn(secret)
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._http(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        request: dict[str, Any] = {"method": scope["method"], **self._head(scope)}
        response: dict[str, Any] = {}
        sent, content, is_whole = bytearray(), bytearray(), False

        async def recording_receive() -> Message:
            message = await receive()
            sent.extend(message.get("body", b""))
            return message

        async def recording_send(message: Message) -> None:
            nonlocal is_whole
            if message["type"] == "http.response.start":
                response.update(status=message["status"], headers=self._headers(message))
            elif message["type"] == "http.response.body":
                content.extend(message.get("body", b""))
                is_whole = not message.get("more_body")
            if is_whole:  # before the program has it, and may send its next request
                media = dict(scope["headers"]).get(b"content-type", b"").decode("latin-1")
                request["body"] = self._form(media, bytes(sent)) or self._body(bytes(sent))
                self._write("http", request=request, response={**response, "body": self._body(bytes(content))})
            await send(message)

        await self._app(scope, recording_receive, recording_send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        number, head, denied = next(self._numbers), self._head(scope), bytearray()
        response: dict[str, Any] = {}

        async def recording_receive() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                self._frame(number, "sent", message)
            return message

        async def recording_send(message: Message) -> None:
            kind = message["type"]
            if kind == "websocket.accept":
                self._write("socket", socket=number, status=101, **head)
            elif kind == "websocket.send":
                self._frame(number, "received", message)
            elif kind == "websocket.close":
                closed = {"code": message.get("code", 1000), "reason": self._hider.text(message.get("reason") or "")}
                self._write("close", socket=number, by="service", **closed)
            elif kind == "websocket.http.response.start":
                response.update(status=message["status"], headers=self._headers(message))
            elif kind == "websocket.http.response.body":
                denied.extend(message.get("body", b""))
                if not message.get("more_body"):
                    answer = {"headers": response["headers"], "body": self._body(bytes(denied))}
                    self._write("socket", socket=number, status=response["status"], response=answer, **head)
            await send(message)

        await self._app(scope, recording_receive, recording_send)

    def _head(self, scope: Scope) -> dict[str, Any]:
        headers = self._hider.headers((n.decode("latin-1"), v.decode("latin-1")) for n, v in scope["headers"])
        return {"url": self._hider.url(scope["path"], scope["query_string"].decode("latin-1")), "headers": headers}

    def _headers(self, message: Message) -> dict[str, str]:
        headers = self._hider.headers((n.decode("latin-1"), v.decode("latin-1")) for n, v in message.get("headers", ()))
        return {name: value for name, value in headers.items() if name not in _HOP}

    def _form(self, media: str, data: bytes) -> dict[str, Any] | None:
        """Return the record of a form: its texts, and the digests of its files."""
        if not media.startswith("multipart/form-data"):
            return None
        parts = facts_without_credentials(data, media, self._hider).items()
        form = [[name.removeprefix("part "), value] for name, values in parts for value in values]
        return {"bytes": len(data), "form": form}

    def _body(self, data: bytes) -> dict[str, Any]:
        return {"bytes": len(data), **self._as_json(self._hider.body(data))}

    def _frame(self, number: int, direction: str, message: Mapping[str, Any]) -> None:
        text = message.get("text")
        data = message["bytes"] if text is None else text.encode("utf-8", "surrogatepass")
        content = {"base64": base64.b64encode(data).decode()} if text is None else self._as_json(self._hider.body(data))
        self._write("frame", socket=number, direction=direction, **content)

    def _as_json(self, data: bytes) -> dict[str, str]:
        try:
            return {"text": data.decode()}
        except UnicodeDecodeError:
            return {"base64": base64.b64encode(data).decode()}

    def _write(self, kind: str, **fields: Any) -> None:
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"kind": kind, "at": at, **fields}, ensure_ascii=False)
        with self._lock, self._path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(line + "\n")
