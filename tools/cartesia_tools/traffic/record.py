"""The journal of a client: each request, response and socket frame as a line of JSON, without credentials and audio.

    with Cartesia() as client, record(client, "traffic.jsonl"):
        ...

`cartesia-client drift traffic.jsonl` then reports where the traffic differs from the spec. Recording uses public hooks: the
event hooks of httpx for requests, and the client's `socket_hooks` for sockets.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, TypeVar

import httpx
from cartesia_client.client import AsyncCartesia, Cartesia
from cartesia_client.errors import InvalidRequestError

from .entries import is_text, parts
from .record_socket import LARGEST_BODY, RecordedSocket, SendHook, Sink, now
from .redact import Redactor

_EXCHANGE = "cartesia.recording"
"""Key of a request's extensions that holds its record."""
_AUDIO_BYTES = re.compile(rb"([A-Za-z0-9+/]{24})[A-Za-z0-9+/]{168,}={0,2}")
_MISSING: Final = object()

C = TypeVar("C", Cartesia, AsyncCartesia)


@contextlib.contextmanager
def record(client: C, target: str | Path | Sink, *, send_hook: SendHook | None = None) -> Iterator[C]:
    """Record what a client sends and receives while the block runs, and what the clients of its `with_options` do.

    Args:
        client: The client. Its sockets are recorded if they are opened within the block.
        target: The file to append lines to, or a function that takes each record.
        send_hook: Called before anything is sent; it may raise to stop that.

    Raises:
        InvalidRequestError: The client is being recorded already, or is closed.
    """
    if any(isinstance(getattr(hook, "__self__", None), _Recorder) for hook in client.socket_hooks):
        raise InvalidRequestError("this client is being recorded already")
    with contextlib.ExitStack() as stack:
        sink = target if callable(target) else lines(stack.enter_context(Path(target).open("a", encoding="utf-8")))
        recorder = _Recorder(sink, send_hook)
        http: Any = client.get_httpx_client() if isinstance(client, Cartesia) else client.get_async_httpx_client()
        before: dict[str, list[Any]] = http.event_hooks
        hooks: dict[str, Any] = recorder.hooks if isinstance(client, Cartesia) else recorder.async_hooks
        http.event_hooks = {
            "request": [*before["request"], hooks["request"]],
            "response": [*before["response"], hooks["response"]],
        }
        client.socket_hooks.append(recorder.observe)
        try:
            yield client
        finally:
            http.event_hooks = before
            client.socket_hooks.remove(recorder.observe)
            recorder.finish()


def lines(file: IO[str]) -> Sink:
    """Return a function that writes each record as a line of a file, and flushes it at once."""

    def write(entry: dict[str, Any]) -> None:
        file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        file.flush()

    return write


class _BodyCopy:
    """The part of a body that is kept: text and forms up to a limit, and of everything else the length."""

    def __init__(self, headers: httpx.Headers) -> None:
        self._media = headers.get("content-type", "")
        self._is_form = self._media.startswith("multipart/form-data")
        # A compressed body is not text.
        is_plain = headers.get("content-encoding", "identity") == "identity"
        self._keeps = is_plain and (self._is_form or is_text(self._media))
        self._is_stream = self._media.startswith("text/event-stream")
        self._kept = bytearray()
        self.size = 0
        """Bytes of the whole body."""
        self._truncated = False

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the body."""
        self.size += len(chunk)
        if not self._keeps:
            return
        self._kept += chunk
        if len(self._kept) > LARGEST_BODY and self._is_stream:
            # Most of an event stream is audio: with that shortened, the stream nearly always fits. The last line may be
            # incomplete, so it stays as it is until the rest of it is here.
            text, last = bytes(self._kept).rsplit(b"\n", 1) if b"\n" in self._kept else (bytes(self._kept), b"")
            self._kept = bytearray(_AUDIO_BYTES.sub(rb"\1...(shortened)", text) + b"\n" + last)
        if len(self._kept) > LARGEST_BODY:
            del self._kept[LARGEST_BODY:]
            self._keeps, self._truncated = False, True

    def record(self, redactor: Redactor) -> dict[str, Any]:
        """Return the record of the body."""
        found: dict[str, Any] = {"bytes": self.size}
        if self._is_form:
            form = parts(self._media, bytes(self._kept))
            found["form"] = [[name, text and redactor.text(text)] for name, text in form]
        elif self._kept or self._keeps:
            found["text"] = redactor.text(self._kept.decode("utf-8", "replace"))
        if self._truncated:
            found["truncated"] = True
        return found


class _CopiedStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is copied while it is read."""

    def __init__(self, stream: Any, copy: _BodyCopy, finish: Callable[[], None] = lambda: None) -> None:
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


class _ExchangeRecord:
    """The record of one attempt at a request, written when its response is closed, or when the attempt has failed."""

    def __init__(self, recorder: _Recorder, request: httpx.Request) -> None:
        self._recorder = recorder
        redactor = recorder.redactor
        headers = redactor.headers(request.headers)
        self._record: dict[str, Any] = {
            "kind": "http",
            "at": now(),
            "request": {"method": request.method, "url": redactor.url(str(request.url)), "headers": headers},
        }
        self._sent = _BodyCopy(request.headers)
        # A retry sends the same request again: its body is copied once, not once per attempt.
        stream = request.stream.stream if isinstance(request.stream, _CopiedStream) else request.stream
        request.stream = _CopiedStream(stream, self._sent)
        self._received: _BodyCopy | None = None

    def add_response(self, response: httpx.Response) -> None:
        """Add the head of the response, and copy its body while it is read."""
        headers = self._recorder.redactor.headers(response.headers)
        self._record["response"] = {"status": response.status_code, "headers": headers}
        self._received = _BodyCopy(response.headers)
        response.stream = _CopiedStream(response.stream, self._received, self.write)

    def write(self) -> None:
        """Write the record, once."""
        if not self._recorder.forget(self):
            return
        redactor = self._recorder.redactor
        if self._sent.size:
            self._record["request"]["body"] = self._sent.record(redactor)
        if self._received is not None:
            self._record["response"]["body"] = self._received.record(redactor)
        self._recorder.sink(self._record)


class _Recorder:
    """The hooks that record one client. Threads share it: the lock guards the sink and the open exchanges."""

    def __init__(self, sink: Sink, send_hook: SendHook | None) -> None:
        self.redactor = Redactor()
        self._send_hook = send_hook
        self._sink = sink
        self._lock = threading.Lock()
        self._open: dict[_ExchangeRecord, None] = {}
        """Exchanges that are not written yet, in the order of their requests."""
        self._numbers = itertools.count(1)
        self.hooks: dict[str, Callable[[Any], Any]] = {"request": self._request, "response": self._response}
        self.async_hooks: dict[str, Callable[[Any], Any]] = {"request": self._arequest, "response": self._aresponse}

    def sink(self, record: dict[str, Any]) -> None:
        """Write a record."""
        with self._lock:
            self._sink(record)

    def forget(self, exchange: _ExchangeRecord) -> bool:
        """Remove an exchange from those that are not written yet; return whether it was one of them."""
        with self._lock:
            return self._open.pop(exchange, _MISSING) is not _MISSING

    def finish(self) -> None:
        """Write the exchanges that have not ended."""
        for exchange in list(self._open):
            exchange.write()

    def observe(self, url: str, headers: Mapping[str, str]) -> RecordedSocket:
        """Return the observer of a socket that is about to be opened."""
        with self._lock:
            number = next(self._numbers)
        return RecordedSocket(self.sink, self.redactor, self._send_hook, number, url, headers)

    def _request(self, request: httpx.Request) -> None:
        if self._send_hook is not None:
            self._send_hook.before_request(request)
        if (earlier := request.extensions.get(_EXCHANGE)) is not None:
            earlier.write()  # an attempt without a response
        request.headers["Accept-Encoding"] = "identity"  # a compressed body could not be recorded as text
        exchange = request.extensions[_EXCHANGE] = _ExchangeRecord(self, request)
        with self._lock:
            self._open[exchange] = None

    def _response(self, response: httpx.Response) -> None:
        exchange: _ExchangeRecord = response.request.extensions[_EXCHANGE]
        exchange.add_response(response)

    async def _arequest(self, request: httpx.Request) -> None:
        self._request(request)

    async def _aresponse(self, response: httpx.Response) -> None:
        self._response(response)
