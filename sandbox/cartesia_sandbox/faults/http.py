"""A request over HTTP, and the fault that it gets."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.types import Message

from .connection import ENDINGS
from .exchange import Exchange, is_done, parse_object, unknown_event
from .fault import Fault, FaultKind

Headers = list[tuple[bytes, bytes]]


class HTTPExchange(Exchange):
    """A request over HTTP, and the fault that it gets.

    A fault has three moments: instead of a response, at its headers, and at a piece of its content. A kind that has something to
    do at one of them has a function in the table of that moment below.
    """

    _rest = b""

    @property
    def is_stream(self) -> bool:
        """Whether the response is a stream of events."""
        return self.request.shape == "events"

    async def run(self) -> None:
        """Serve the request with the application until it is over."""
        fault = self.fault
        if fault is None:
            await self._app(self._scope, self._receive, self._send)
        elif fault.at_once and fault.kind in _INSTEAD:
            # After the request has been read, as by a service that fails while it serves it.
            while (message := await self._receive()).get("more_body"):
                pass
            if message["type"] == "http.disconnect":
                self._release()
                return
            await self._trigger(fault)
            await _INSTEAD[fault.kind](self, fault)
        else:
            try:
                await self._app(self._scope, self._receive, self._pass)
            finally:
                self._release()

    async def _pass(self, message: Message) -> None:
        """Send a message of the application to the client, as far as the fault lets it through."""
        if self.over:
            return
        if message["type"] == "http.response.start":
            await self._start(message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        pieces = self._pieces(body, more)
        for number, piece in enumerate(pieces, 1):
            await self._pass_piece(piece, last=not more and number == len(pieces))
        if not more and not self.over:
            await self._finish()

    async def _start(self, message: Message) -> None:
        fault = self.fault
        assert fault is not None
        headers = list(message.get("headers", ()))
        if fault.at_once and fault.kind in ("content_type", "delay"):
            await self._trigger(fault)
        if fault.kind in _HEADERS:
            headers = _HEADERS[fault.kind](fault, headers)
        await self._send({**message, "headers": headers})

    def _pieces(self, body: bytes, more: bool) -> list[bytes]:
        """Return the content in the pieces that are counted: whole events of a stream, or else all there is."""
        if not self.is_stream:
            return [body]
        *events, self._rest = (self._rest + body).split(b"\n\n")
        pieces = [event + b"\n\n" for event in events]
        return pieces if more or not self._rest else [*pieces, self._rest]

    async def _pass_piece(self, piece: bytes, *, last: bool) -> None:
        if self.over:
            return
        fault = self.fault
        ends = False
        if fault is not None and self._is_reached(fault, len(piece), self.is_stream) and _applies(fault, piece):
            rewrite = _REWRITES.get(fault.kind)
            # A rewritten piece is an event or a document, and whole. Any other fault happens at the exact byte.
            room = 0 if rewrite else max(0, fault.after_bytes - self._bytes)
            await self._send_piece(piece[:room])
            piece = piece[room:]
            await self._trigger(fault)
            if fault.kind in ENDINGS:
                await self.end(fault)
                return
            if rewrite:
                piece, ends = rewrite(self, fault, piece)
        if last:
            self._release()  # before the client knows that it may send its next request
        await self._send_piece(piece)
        if ends:
            await self._finish()

    async def _send_piece(self, piece: bytes) -> None:
        self._bytes += len(piece)
        self._events += piece.endswith(b"\n\n")
        if piece:
            await self._send({"type": "http.response.body", "body": piece, "more_body": True})

    async def _finish(self) -> None:
        self.over = True
        await self._send({"type": "http.response.body", "body": b""})


def _applies(fault: Fault, piece: bytes) -> bool:
    """Return whether a fault can happen to this piece."""
    if fault.kind == "drop_done":
        return is_done(_event(piece))
    return bool(piece.strip()) or fault.kind in ENDINGS


# Instead of a response.

_INSTEAD: dict[FaultKind, Callable[[HTTPExchange, Fault], Awaitable[None]]] = {
    "status": HTTPExchange.reject,
    **dict.fromkeys(ENDINGS, HTTPExchange.end),
}


# At the headers of a response.


def _with_content_type(fault: Fault, headers: Headers) -> Headers:
    media = (fault.text or "text/html; charset=utf-8").encode("latin-1")
    return [*(pair for pair in headers if pair[0].lower() != b"content-type"), (b"content-type", media)]


def _without_length(fault: Fault, headers: Headers) -> Headers:
    """Return the headers of content whose length changes."""
    return [pair for pair in headers if pair[0].lower() != b"content-length"]


# At a piece of the content: what is sent instead, and whether it is the last piece.


def _drop(exchange: HTTPExchange, fault: Fault, piece: bytes) -> tuple[bytes, bool]:
    return b"", False


def _truncate(exchange: HTTPExchange, fault: Fault, piece: bytes) -> tuple[bytes, bool]:
    half = piece.rstrip()[: max(1, len(piece.rstrip()) // 2)]
    return (half + b"\n\n", False) if exchange.is_stream else (half, True)


def _replace_by_error(exchange: HTTPExchange, fault: Fault, piece: bytes) -> tuple[bytes, bool]:
    return _frame({**exchange.error_event(fault), **_context_id(piece)}), True


def _precede_by_unknown(exchange: HTTPExchange, fault: Fault, piece: bytes) -> tuple[bytes, bool]:
    return _frame({**unknown_event(fault), **_context_id(piece)}) + piece, False


_REWRITES: dict[FaultKind, Callable[[HTTPExchange, Fault, bytes], tuple[bytes, bool]]] = {
    "drop_done": _drop,
    "malformed": _truncate,
    "error": _replace_by_error,
    "unknown_event": _precede_by_unknown,
}
_HEADERS: dict[FaultKind, Callable[[Fault, Headers], Headers]] = {
    "content_type": _with_content_type,
    **dict.fromkeys(_REWRITES, _without_length),
}


def _event(piece: bytes) -> dict[str, Any]:
    """Return the JSON object of one server-sent event."""
    lines = piece.decode("utf-8", "replace").splitlines()
    return parse_object("\n".join(line.removeprefix("data:").strip() for line in lines if line.startswith("data:")))


def _context_id(piece: bytes) -> dict[str, Any]:
    return {name: value for name, value in _event(piece).items() if name == "context_id"}


def _frame(event: dict[str, Any]) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()
