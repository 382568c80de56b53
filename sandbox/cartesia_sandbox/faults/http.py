"""A request over HTTP, and the fault that it meets."""

from __future__ import annotations

from starlette.types import Message

from .exchange import BREAKS, REWRITES, _event, _Exchange, _is_done, _sse, _unknown
from .fault import Fault


class _Answer(_Exchange):
    """A request over HTTP."""

    _rest = b""

    async def run(self) -> None:
        fault = self.fault
        if fault is None:
            await self.injector.app(self.scope, self._receive, self._send)
        elif fault.kind == "status" or (fault.kind in BREAKS and fault.at_once):
            # After the request has been read, as by a service that fails with it.
            while (message := await self._receive())["type"] == "http.request" and message.get("more_body"):
                pass
            await self._strike(fault)
            await (self._refuse(fault) if fault.kind == "status" else self._break(fault))
        else:
            try:
                await self.injector.app(self.scope, self._receive, self._pass)
            finally:
                self._give_back()

    async def _pass(self, message: Message) -> None:
        if self.over:
            return
        if message["type"] == "http.response.start":
            await self._begin(message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        pieces = self._pieces(body, more)
        for number, piece in enumerate(pieces, 1):
            await self._piece(piece, last=not more and number == len(pieces))
        if not more and not self.over:
            self.over = True
            await self._send({"type": "http.response.body", "body": b""})

    async def _begin(self, message: Message) -> None:
        fault = self.fault
        assert fault is not None
        headers = list(message.get("headers", ()))
        if fault.kind == "content_type":
            await self._strike(fault)
            headers = [pair for pair in headers if pair[0].lower() != b"content-type"]
            headers.append((b"content-type", (fault.text or "text/html; charset=utf-8").encode("latin-1")))
        elif fault.kind == "delay" and fault.at_once:
            await self._strike(fault)
        elif fault.kind in REWRITES:
            headers = [pair for pair in headers if pair[0].lower() != b"content-length"]
        await self._send({**message, "headers": headers})

    def _pieces(self, body: bytes, more: bool) -> list[bytes]:
        """The content as it can be counted: whole events of a stream, or whatever there is."""
        if self.request.shape != "events":
            return [body]
        *events, self._rest = (self._rest + body).split(b"\n\n")
        pieces = [event + b"\n\n" for event in events]
        return pieces if more or not self._rest else [*pieces, self._rest]

    async def _piece(self, piece: bytes, *, last: bool) -> None:
        if self.over:
            return
        fault = self.fault
        ends = False
        if (
            fault is not None
            and self._reached(len(piece), self.request.shape == "events")
            and self._about(fault, piece)
        ):
            room = max(0, fault.after_bytes - self._bytes) if fault.kind in (*BREAKS, "delay") else 0
            await self._emit(piece[:room])
            piece = piece[room:]
            await self._strike(fault)
            if fault.kind in BREAKS:
                await self._break(fault)
                return
            if fault.kind in REWRITES:
                piece, ends = self._rewritten(fault, piece)
        if last:
            self._give_back()  # before the client knows that it may ask again
        await self._emit(piece)
        if ends:
            self.over = True
            await self._send({"type": "http.response.body", "body": b""})

    async def _emit(self, piece: bytes) -> None:
        self._bytes += len(piece)
        self._events += piece.endswith(b"\n\n")
        if piece:
            await self._send({"type": "http.response.body", "body": piece, "more_body": True})

    def _about(self, fault: Fault, piece: bytes) -> bool:
        """Whether the fault can happen to this piece."""
        if fault.kind == "drop_done":
            return _is_done(_event(piece))
        return bool(piece.strip()) or fault.kind in BREAKS

    def _rewritten(self, fault: Fault, piece: bytes) -> tuple[bytes, bool]:
        """What comes instead, and whether it is the last."""
        if fault.kind == "drop_done":
            return b"", False
        if fault.kind == "malformed":
            half = piece.rstrip()[: max(1, len(piece.rstrip()) // 2)]
            return (half + b"\n\n", False) if self.request.shape == "events" else (half, True)
        context = {name: value for name, value in _event(piece).items() if name == "context_id"}
        if fault.kind == "error":
            return _sse({**self._error(fault), **context}), True
        return _sse({**_unknown(fault), **context}) + piece, False
