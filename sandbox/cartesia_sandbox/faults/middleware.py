"""What a planned fault does to an answer or a socket: an ASGI layer, of which everything behind it knows nothing."""

from __future__ import annotations

import abc
import asyncio
import json
import socket
import struct
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from ..description.errors import APIError, error_event, error_response, new_request_id
from ..description.versions import version_of
from ..journal.journal import Request
from ..journal.redact import redact
from .plan import Fault, FaultPlan, Planned

HEADER = "x-sandbox-fault"
REQUEST = "cartesia_sandbox.request"
"""Where the journal's entry of a request is in its ASGI scope."""
GARBAGE = b"\x00\xff not HTTP \x80\r\n\r\n"
BREAKS = ("stall", "cut", "reset", "garbage")
"""Kinds that end the connection, or all that comes over it."""
REWRITES = ("malformed", "error", "drop_done", "unknown_event")
"""Kinds after which the content has another length."""
_KNOWN = {
    402: ("Quota exceeded", "You have run out of credits.", "quota_exceeded"),
    403: ("Plan upgrade required", "Your plan does not include this.", "plan_upgrade_required"),
    413: ("File too large", "The file is too large.", "file_too_large"),
    429: ("Too many concurrent requests", "You have exceeded your plan's concurrency limit.", "concurrency_limited"),
}
"""Title, message and code of errors that the service is known to answer with."""

Wire = Callable[[Scope], asyncio.Transport | None]


class Broken(Exception):
    """Ends a connection of a server whose transports are not known: it closes it, as for any application that fails."""


class Injector:
    """The layer.

    Args:
        app: What answers.
        plan: The faults that are planned.
        wire: Finds the connection of a request. Where it finds none, `cut`, `reset` and `garbage` all are what the server does
            with the connection of an application that fails.
    """

    def __init__(self, app: ASGIApp, plan: FaultPlan, wire: Wire) -> None:
        self.app = app
        self.plan = plan
        self.wire = wire
        self._stalled: set[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request: Request = scope[REQUEST]
        asked = HTTPConnection(scope).headers.get(HEADER)
        if asked is None:
            planned = self.plan.take(request.names, request.shape, opening=True)
        else:
            try:
                planned = Planned(Fault.parse(asked), 0)
                if not planned.fault.fits(request.shape):
                    raise ValueError(f"{planned.fault.kind} cannot happen to {request.operation or request.path}")
            except ValueError as error:
                rejection = APIError(400, f"X-Sandbox-Fault: {error}", title="Invalid request")
                await _refuse(scope, receive, send, error_response(rejection, _version(scope), new_request_id()))
                return
            planned.held += 1
        exchange = _Talk if scope["type"] == "websocket" else _Answer
        await exchange(self, scope, receive, send, planned).run()

    async def stall(self, receive: Receive) -> None:
        """Until the client has had enough, or the sandbox is closed."""
        loop = asyncio.get_running_loop()
        released: asyncio.Future[None] = loop.create_future()
        leaving = asyncio.ensure_future(_gone(receive))
        self._stalled.add((loop, released))
        try:
            await asyncio.wait({leaving, released}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            self._stalled.discard((loop, released))

    def release(self) -> None:
        """Ends what stalls; from any thread."""

        def end(released: asyncio.Future[None]) -> None:
            if not released.done():
                released.set_result(None)

        for loop, released in list(self._stalled):
            loop.call_soon_threadsafe(end, released)


class _Exchange(abc.ABC):
    """One request, and the fault that it meets."""

    def __init__(self, injector: Injector, scope: Scope, receive: Receive, send: Send, planned: Planned | None) -> None:
        self.injector = injector
        self.scope = scope
        self.request: Request = scope[REQUEST]
        self.request_id = new_request_id()
        self.over = False
        """Whether nothing that the application says is passed on any more."""
        self._receive = receive
        self._send = send
        self._planned: Planned | None = None
        self._hold(planned)

    @property
    def fault(self) -> Fault | None:
        """The fault that is still to come."""
        return self._planned.fault if self._planned else None

    @abc.abstractmethod
    async def run(self) -> None:
        """Serves the request with the application, until it is over."""

    def _hold(self, planned: Planned | None) -> None:
        self._planned = planned
        self._began = time.monotonic()
        self._bytes = self._events = 0

    async def _strike(self, fault: Fault) -> None:
        """It happens now."""
        if fault.seconds and fault.kind != "idle_close":
            await asyncio.sleep(fault.seconds)
        assert self._planned is not None
        self.injector.plan.strike(self._planned)
        self._planned = None
        self.request.faults.append(redact(str(fault)))

    def _give_back(self) -> None:
        """The answer has ended before the fault could happen."""
        if self._planned is not None:
            self.injector.plan.release(self._planned)
            self._planned = None

    async def _break(self, fault: Fault) -> None:
        """Ends the connection, and returns when it has ended."""
        self.over = True
        if fault.kind == "stall":
            await self.injector.stall(self._receive)
        transport = self.injector.wire(self.scope)
        if transport is None:
            raise Broken(f"the fault {fault} ends this connection")
        if fault.kind == "garbage":
            transport.write(GARBAGE)
        raw = transport.get_extra_info("socket")
        if fault.kind == "reset" and raw.fileno() != -1:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if fault.kind in ("reset", "stall"):
            transport.abort()
        else:
            transport.close()
        await _gone(self._receive)

    def _api_error(self, fault: Fault, default: int) -> APIError:
        """The error of a fault, in the service's words where they are known."""
        status = fault.status or default
        title, text, code = _KNOWN.get(status, ("", "", None))
        return APIError(
            status,
            fault.text or text or "This is a fault that was planned in the sandbox.",
            title=fault.title or title or HTTPStatus(status).phrase,
            code=fault.error_code or code,
            headers={} if fault.retry_after is None else {"Retry-After": f"{fault.retry_after:g}"},
        )

    async def _refuse(self, fault: Fault) -> None:
        answer = error_response(self._api_error(fault, 503), _version(self.scope), self.request_id)
        await _refuse(self.scope, self._receive, self._send, answer)

    def _reached(self, size: int, events: bool) -> bool:
        """Whether the place where the fault happens is within the next `size` bytes."""
        fault = self.fault
        return (
            fault is not None
            and (self._events >= fault.after_events or not events)
            and (self._bytes + size >= fault.after_bytes)
            and (time.monotonic() - self._began >= fault.after_seconds)
        )

    def _note_id(self, message: Message) -> None:
        for name, value in message.get("headers", ()):
            if name.lower() == b"x-request-id":
                self.request_id = value.decode("latin-1")

    def _error(self, fault: Fault) -> dict[str, Any]:
        listening = (self.request.operation or "").startswith("stt.")
        return error_event(self._api_error(fault, 500), _version(self.scope), self.request_id, listening=listening)


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
        self._note_id(message)
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


class _Talk(_Exchange):
    """A socket."""

    async def run(self) -> None:
        fault = self.fault
        if fault is not None and fault.kind == "status":
            await self._receive()
            await self._strike(fault)
            await self._refuse(fault)
            return
        if fault is not None and fault.at_once and fault.kind in (*BREAKS, "slow_handshake", "delay"):
            await self._strike(fault)
            if fault.kind in BREAKS:
                await self._break(fault)
                return
        self._failed: set[Any] = set()
        try:
            await self.injector.app(self.scope, self._take, self._pass)
        finally:
            self._give_back()

    async def _take(self) -> Message:
        """What the client says, or that it has gone."""
        gone = {"type": "websocket.disconnect", "code": 1006}
        if self.over:
            return gone
        fault = self.fault
        patience = None
        if fault is not None and fault.kind == "idle_close":
            patience = fault.seconds
        elif fault is not None and fault.kind in (*BREAKS, "close") and fault.after_seconds:
            patience = max(0.0, self._began + fault.after_seconds - time.monotonic())
        try:
            async with asyncio.timeout(patience):
                return await self._receive()
        except TimeoutError:
            if fault is None or self.over or not (fault.kind == "idle_close" or self._reached(0, events=True)):
                return await self._receive()
            await self._strike(fault)
            await self._end(fault)
            return gone

    async def _end(self, fault: Fault) -> None:
        if fault.kind in BREAKS:
            await self._break(fault)
            return
        self.over = True
        code, text = (1000, "connection idle timeout") if fault.kind == "idle_close" else (fault.code, fault.text)
        await self._send({"type": "websocket.close", "code": code, "reason": text})

    async def _pass(self, message: Message) -> None:
        if self.over:
            return
        if message["type"] != "websocket.send":
            self._note_id(message)
            await self._send(message)
            fault = self.fault
            if message["type"] == "websocket.accept" and fault is not None and fault.kind == "close" and fault.at_once:
                await self._strike(fault)
                await self._end(fault)
            return
        text = message.get("text") or ""
        event = _object(text) if self._failed or self.fault or len(self.injector.plan) else {}
        if (name := event.get("context_id")) in self._failed:
            if _is_done(event):
                self._failed.discard(name)
            return
        if self._planned is None:
            self._hold(self.injector.plan.take(self.request.names, "socket", opening=False))
        fault = self.fault
        if fault is not None and self._reached(0, events=True) and (fault.kind != "drop_done" or _is_done(event)):
            if fault.kind == "idle_close":
                pass  # happens while nothing is said
            elif await self._happen(fault, text, event):
                return
        self._events += 1
        self._bytes += len(text)
        await self._send(message)

    async def _happen(self, fault: Fault, text: str, event: dict[str, Any]) -> bool:
        """What happens instead of a message, or before it; whether it was instead."""
        await self._strike(fault)
        if fault.kind in (*BREAKS, "close"):
            await self._end(fault)
        elif fault.kind == "malformed":
            await self._say(text[: max(1, len(text) // 2)])
        elif fault.kind in ("error", "unknown_event"):
            wrong = self._error(fault) if fault.kind == "error" else _unknown(fault)
            known = {"context_id": event["context_id"]} if "context_id" in event else {}
            await self._say(json.dumps({**wrong, **known}))
            if fault.kind == "unknown_event":
                return False
            if not known:
                self.over = True
                await self._send({"type": "websocket.close", "code": 1000, "reason": ""})
            elif not _is_done(event):
                self._failed.add(event["context_id"])
        return fault.kind != "delay"

    async def _say(self, text: str) -> None:
        await self._send({"type": "websocket.send", "text": text})


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).send_denial_response(answer)
    else:
        await answer(scope, receive, send)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] not in ("http.disconnect", "websocket.disconnect"):
        pass


def _version(scope: Scope) -> str | None:
    """The version that a request asks for, if it asks for one as it must."""
    connection = HTTPConnection(scope)
    try:
        return version_of(connection.headers, connection.query_params)
    except APIError:
        return None


def _unknown(fault: Fault) -> dict[str, Any]:
    return {
        "type": fault.text or "sandbox.unknown",
        "done": False,
        "status_code": 206,
        "note": "nobody knows this type",
    }


def _is_done(event: dict[str, Any]) -> bool:
    return event.get("type") == "done" or event.get("done") is True


def _event(piece: bytes) -> dict[str, Any]:
    """The JSON object of one server-sent event."""
    lines = piece.decode("utf-8", "replace").splitlines()
    return _object("\n".join(line.removeprefix("data:").strip() for line in lines if line.startswith("data:")))


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _sse(event: dict[str, Any]) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()
