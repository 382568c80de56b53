"""The records of one socket: its handshake, its frames and its end."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

import httpx
from cartesia_client import SocketObserver

from .redact import Redactor

LARGEST_BODY = 1 << 20
"""Bytes of a text or form that are kept."""
Sink = Callable[[dict[str, Any]], None]
"""Receives each record."""


class SendHook(Protocol):
    """Called with everything that is about to be sent. It is not sent if a method raises."""

    def before_request(self, request: httpx.Request) -> None:
        """Approve a request, or raise."""

    def before_frame(self, path: str, frame: str | bytes) -> None:
        """Approve a frame of the socket with this path, or raise."""


class RecordedSocket(SocketObserver):
    """Writes the records of one socket."""

    def __init__(
        self,
        sink: Sink,
        redactor: Redactor,
        send_hook: SendHook | None,
        number: int,
        url: str,
        headers: Mapping[str, str],
    ) -> None:
        self._sink, self._redactor, self._send_hook = sink, redactor, send_hook
        self._number = number
        self._path = urlsplit(url).path
        self._handshake = {"url": redactor.url(url), "headers": redactor.headers(headers)}

    def _write(self, kind: str, **fields: Any) -> None:
        self._sink({"kind": kind, "at": now(), "socket": self._number, **fields})

    def connected(self) -> None:
        """Write that the handshake succeeded."""
        self._write("socket", status=101, **self._handshake)

    def failed(self, response: httpx.Response | None) -> None:
        """Write that the handshake failed, with the response of the service if there was one."""
        response = response or httpx.Response(0)
        body = {
            "bytes": len(response.content),
            "text": self._redactor.text(response.content.decode("utf-8", "replace")),
        }
        rejection = {"headers": self._redactor.headers(response.headers), "body": body}
        self._write("socket", status=response.status_code, response=rejection, **self._handshake)

    def sending(self, frame: str | bytes) -> None:
        """Ask the send hook, and write a frame that the client sends."""
        if self._send_hook is not None:
            self._send_hook.before_frame(self._path, frame)
        self._frame("sent", frame, frame if isinstance(frame, str) else None)

    def received(self, frame: bytes) -> None:
        """Write a frame that the client received."""
        self._frame("received", frame, _text(frame))

    def _frame(self, direction: str, frame: str | bytes, text: str | None) -> None:
        shown = {} if text is None else {"text": self._redactor.text(text)[:LARGEST_BODY]}
        self._write("frame", direction=direction, bytes=len(frame), **shown)

    def closed(self, code: int | None, reason: str) -> None:
        """Write how the connection ended."""
        self._write("close", code=code, reason=self._redactor.text(reason))


def _text(frame: bytes) -> str | None:
    """Return the text of a frame; None for binary data."""
    try:
        return frame.decode()
    except UnicodeDecodeError:
        return None


def now() -> str:
    """Return the time for a record: UTC in ISO 8601, with milliseconds."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
