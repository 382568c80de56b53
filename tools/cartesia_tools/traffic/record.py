"""The client's own journal: every request, response and socket frame as a line of JSON, without credentials and audio.

    with Cartesia() as client, record(client, "traffic.jsonl"):
        ...

`cartesia-client drift traffic.jsonl` then says where the traffic differs from the description. A client that is not recorded pays
nothing for it: HTTP is watched through the event hooks of httpx, sockets are wrapped when they are opened.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

import httpx
from cartesia_client.client import AsyncCartesia, Cartesia
from cartesia_client.errors import InvalidRequestError

from .entries import is_text, parts
from .record_socket import LARGEST_BODY, AsyncTaped, Sink, Taped, Watcher, Wire, now
from .redact import Scrubber

_STATE = "cartesia.recording"
_AUDIO_BYTES = re.compile(rb"([A-Za-z0-9+/]{24})[A-Za-z0-9+/]{168,}={0,2}")

C = TypeVar("C", Cartesia, AsyncCartesia)


@contextlib.contextmanager
def record(client: C, target: str | Path | Sink, *, watcher: Watcher | None = None) -> Iterator[C]:
    """Records what a client sends and receives while the block runs, with all clients that `with_options` gave of it.

    Args:
        client: The client; its sockets are recorded if they are opened within the block.
        target: File to append lines to, or a function that takes each record.
        watcher: Is asked before anything is sent.

    Raises:
        InvalidRequestError: The client is being recorded already, or is closed.
    """
    if client._policy.watch is not None:
        raise InvalidRequestError("this client is being recorded already")
    with contextlib.ExitStack() as stack:
        sink = target if callable(target) else lines(stack.enter_context(Path(target).open("a", encoding="utf-8")))
        recorder = _Recorder(sink, watcher)
        http: Any = client.get_httpx_client() if isinstance(client, Cartesia) else client.get_async_httpx_client()
        before: dict[str, list[Any]] = http.event_hooks
        hooks: dict[str, Any] = recorder.hooks if isinstance(client, Cartesia) else recorder.async_hooks
        http.event_hooks = {
            "request": [*before["request"], hooks["request"]],
            "response": [*before["response"], hooks["response"]],
        }
        client._policy.watch = recorder.opener if isinstance(client, Cartesia) else recorder.async_opener
        try:
            yield client
        finally:
            http.event_hooks = before
            client._policy.watch = None
            recorder.finish()


def lines(file: IO[str]) -> Sink:
    """Writes each record as a line of a file, at once."""

    def write(entry: dict[str, Any]) -> None:
        file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        file.flush()

    return write


class _Copy:
    """What is kept of a body that passes by: text and forms up to a limit, of everything else the length."""

    def __init__(self, headers: httpx.Headers) -> None:
        self.media = headers.get("content-type", "")
        self.is_form = self.media.startswith("multipart/form-data")
        # An encoded body is no text.
        self._keeps = (self.is_form or is_text(self.media)) and headers.get(
            "content-encoding", "identity"
        ) == "identity"
        self._lines = self.media.startswith("text/event-stream")
        self._kept = bytearray()
        self.size = 0
        self.truncated = False

    def feed(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if not self._keeps:
            return
        self._kept += chunk
        if len(self._kept) > LARGEST_BODY and self._lines:
            # Most of an event stream is audio: shortened, it nearly always fits.
            text, last = bytes(self._kept).rsplit(b"\n", 1) if b"\n" in self._kept else (bytes(self._kept), b"")
            self._kept = bytearray(_AUDIO_BYTES.sub(rb"\1...(shortened)", text) + b"\n" + last)
        if len(self._kept) > LARGEST_BODY:
            del self._kept[LARGEST_BODY:]
            self._keeps, self.truncated = False, True

    def record(self, scrub: Scrubber) -> dict[str, Any]:
        found: dict[str, Any] = {"bytes": self.size}
        if self.is_form:
            found["form"] = [[name, text and scrub.text(text)] for name, text in parts(self.media, bytes(self._kept))]
        elif self._kept or self._keeps:
            found["text"] = scrub.text(self._kept.decode("utf-8", "replace"))
        if self.truncated:
            found["truncated"] = True
        return found


class _Tee(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is copied while it is read."""

    def __init__(self, stream: Any, copy: _Copy, finish: Callable[[], None] = lambda: None) -> None:
        self.stream = stream
        self._copy = copy
        self._finish = finish

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self.stream:
            self._copy.feed(chunk)
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self.stream:
            self._copy.feed(chunk)
            yield chunk

    def close(self) -> None:
        try:
            self.stream.close()
        finally:
            self._finish()

    async def aclose(self) -> None:
        try:
            await self.stream.aclose()
        finally:
            self._finish()


class _Exchange:
    """One attempt at a request, as far as it has come."""

    def __init__(self, recorder: _Recorder, request: httpx.Request) -> None:
        self._recorder = recorder
        scrub = recorder.scrub
        headers = scrub.headers(request.headers)
        self._record: dict[str, Any] = {
            "kind": "http",
            "at": now(),
            "request": {"method": request.method, "url": scrub.url(str(request.url)), "headers": headers},
        }
        self._sent = _Copy(request.headers)
        stream = request.stream.stream if isinstance(request.stream, _Tee) else request.stream
        request.stream = _Tee(stream, self._sent)
        self._received: _Copy | None = None

    def answered(self, response: httpx.Response) -> None:
        headers = self._recorder.scrub.headers(response.headers)
        self._record["response"] = {"status": response.status_code, "headers": headers}
        self._received = _Copy(response.headers)
        response.stream = _Tee(response.stream, self._received, self.write)

    def write(self) -> None:
        """Writes the record, once."""
        if not self._recorder.forget(self):
            return
        scrub = self._recorder.scrub
        if self._sent.size:
            self._record["request"]["body"] = self._sent.record(scrub)
        if self._received is not None:
            self._record["response"]["body"] = self._received.record(scrub)
        self._recorder.sink(self._record)


class _Recorder:
    """What watches one client."""

    def __init__(self, sink: Sink, watcher: Watcher | None) -> None:
        self.scrub = Scrubber()
        self.watcher = watcher
        self._sink = sink
        self._lock = threading.Lock()
        self._open: dict[_Exchange, None] = {}
        self._numbers = itertools.count(1)
        self.hooks: dict[str, Callable[[Any], None]] = {"request": self._request, "response": self._response}
        self.async_hooks: dict[str, Any] = {"request": self._arequest, "response": self._aresponse}

    def sink(self, record: dict[str, Any]) -> None:
        with self._lock:
            self._sink(record)

    def forget(self, exchange: _Exchange) -> bool:
        """Whether an exchange had still to be written."""
        with self._lock:
            return exchange in self._open and (self._open.pop(exchange), True)[1]

    def finish(self) -> None:
        """Writes what has not come to an end."""
        for exchange in list(self._open):
            exchange.write()

    def _request(self, request: httpx.Request) -> None:
        if self.watcher is not None:
            self.watcher.request(request)
        if (earlier := request.extensions.get(_STATE)) is not None:
            earlier.write()  # an attempt that was not answered
        request.headers["Accept-Encoding"] = "identity"  # what comes is to be read
        exchange = request.extensions[_STATE] = _Exchange(self, request)
        with self._lock:
            self._open[exchange] = None

    def _response(self, response: httpx.Response) -> None:
        exchange: _Exchange = response.request.extensions[_STATE]
        exchange.answered(response)

    async def _arequest(self, request: httpx.Request) -> None:
        self._request(request)

    async def _aresponse(self, response: httpx.Response) -> None:
        self._response(response)

    # -- sockets ------------------------------------------------------------------------------------------------------

    def opener(self, open_: Callable[..., Any]) -> Callable[..., Any]:
        """What opens sockets, watched."""

        def opened(address: str, headers: dict[str, str], *rest: Any) -> Any:
            wire = Wire(self.sink, self.scrub, self.watcher, self.next_socket(), address, headers)
            try:
                socket = open_(address, headers, *rest)
            except Exception as error:
                wire.refused(error)
                raise
            socket._connection = Taped(socket._connection, wire)
            return socket

        return opened

    def async_opener(self, open_: Callable[..., Any]) -> Callable[..., Any]:
        """What opens sockets for asyncio, watched."""

        async def opened(address: str, headers: dict[str, str], *rest: Any) -> Any:
            wire = Wire(self.sink, self.scrub, self.watcher, self.next_socket(), address, headers)
            try:
                socket = await open_(address, headers, *rest)
            except Exception as error:
                wire.refused(error)
                raise
            socket._connection = AsyncTaped(socket._connection, wire)
            return socket

        return opened

    def next_socket(self) -> int:
        with self._lock:
            return next(self._numbers)
