"""One request or socket, and the fault that it meets: what both have in common."""

from __future__ import annotations

import abc
import asyncio
import json
import socket
import struct
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from ..description.errors import APIError
from ..description.request import CONTEXT, RequestContext
from ..journal.entries import REQUEST, Request
from ..journal.redact import redact
from .fault import Fault
from .plan import Planned

if TYPE_CHECKING:
    from .middleware import Injector

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


class Broken(Exception):
    """Ends a connection of a server whose transports are not known: it closes it, as for any application that fails."""


class _Exchange(abc.ABC):
    """One request, and the fault that it meets."""

    def __init__(self, injector: Injector, scope: Scope, receive: Receive, send: Send, planned: Planned | None) -> None:
        self.injector = injector
        self.scope = scope
        self.request: Request = scope[REQUEST]
        self.context: RequestContext = scope[CONTEXT]
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
        response = self.context.error_response(self._api_error(fault, 503))
        await _refuse(self.scope, self._receive, self._send, response)

    def _reached(self, size: int, events: bool) -> bool:
        """Whether the place where the fault happens is within the next `size` bytes."""
        fault = self.fault
        return (
            fault is not None
            and (self._events >= fault.after_events or not events)
            and (self._bytes + size >= fault.after_bytes)
            and (time.monotonic() - self._began >= fault.after_seconds)
        )

    def _error(self, fault: Fault) -> dict[str, Any]:
        return self.context.error_event(self._api_error(fault, 500))


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).send_denial_response(answer)
    else:
        await answer(scope, receive, send)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] not in ("http.disconnect", "websocket.disconnect"):
        pass


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
