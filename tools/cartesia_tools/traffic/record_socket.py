"""One socket on the record: what wraps a connection while its client is being recorded."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

import httpx
from cartesia_client.sockets.websocket import rejection

from .redact import Scrubber

LARGEST_BODY = 1 << 20
"""Bytes of a text or form that are kept."""
Sink = Callable[[dict[str, Any]], None]


class Watcher(Protocol):
    """Is told of what is about to be sent; may raise, and then it is not sent."""

    def request(self, request: httpx.Request) -> None: ...

    def frame(self, path: str, frame: str | bytes) -> None: ...


class Wire:
    """The records of one socket."""

    def __init__(
        self,
        sink: Sink,
        scrub: Scrubber,
        watcher: Watcher | None,
        number: int,
        address: str,
        headers: Mapping[str, str],
    ) -> None:
        self._sink, self._scrub, self._watcher = sink, scrub, watcher
        self._number = number
        self._path = urlsplit(address).path
        self._opening = {"url": scrub.url(address), "headers": scrub.headers(headers)}
        self._begun = False

    def _write(self, kind: str, **fields: Any) -> None:
        self._sink({"kind": kind, "at": now(), "socket": self._number, **fields})

    def begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._write("socket", status=101, **self._opening)

    def refused(self, error: Exception) -> None:
        """Takes down that the handshake failed."""
        status, headers, body = rejection(error) or (0, [], b"")
        text = self._scrub.text(body.decode("utf-8", "replace"))
        answer = {"headers": self._scrub.headers(httpx.Headers(headers)), "body": {"bytes": len(body), "text": text}}
        self._write("socket", status=status, response=answer, **self._opening)

    def sending(self, frame: str | bytes) -> None:
        if self._watcher is not None:
            self._watcher.frame(self._path, frame)
        self._frame("sent", frame, frame if isinstance(frame, str) else None)

    def received(self, frame: bytes | str) -> None:
        # The client takes text as bytes, too.
        text = frame if isinstance(frame, str) else _decoded(frame)
        self._frame("received", frame, text)

    def _frame(self, direction: str, frame: str | bytes, text: str | None) -> None:
        self.begin()
        shown = {} if text is None else {"text": self._scrub.text(text)[:LARGEST_BODY]}
        self._write("frame", direction=direction, bytes=len(frame), **shown)

    def ended(self, error: Exception) -> None:
        self.begin()
        frame = getattr(error, "rcvd", None)
        reason = self._scrub.text(frame.reason) if frame is not None else type(error).__name__
        self._write("close", code=getattr(frame, "code", None), reason=reason)


class Taped:
    """A connection of the library whose frames are taken down."""

    def __init__(self, connection: Any, wire: Wire) -> None:
        self._connection = connection
        self._wire = wire
        wire.begin()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def send(self, frame: str | bytes) -> None:
        self._wire.sending(frame)
        self._connection.send(frame)

    def recv(self, **options: Any) -> Any:
        try:
            frame = self._connection.recv(**options)
        except TimeoutError:
            raise
        except Exception as error:
            self._wire.ended(error)
            raise
        self._wire.received(frame)
        return frame


class AsyncTaped(Taped):
    """A connection of the library for asyncio whose frames are taken down."""

    async def send(self, frame: str | bytes) -> None:  # type: ignore[override]  # the twin of asyncio
        self._wire.sending(frame)
        await self._connection.send(frame)

    async def recv(self, **options: Any) -> Any:
        try:
            frame = await self._connection.recv(**options)
        except Exception as error:
            self._wire.ended(error)
            raise
        self._wire.received(frame)
        return frame


def _decoded(frame: bytes) -> str | None:
    try:
        return frame.decode()
    except UnicodeDecodeError:
        return None


def now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
