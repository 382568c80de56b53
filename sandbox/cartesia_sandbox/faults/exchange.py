"""One request or socket, and the fault that it gets: what both have in common."""

from __future__ import annotations

import abc
import asyncio
import time
from http import HTTPStatus
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from ..description.errors import APIError
from ..description.parse import parse_json
from ..description.request import CONTEXT, RequestContext
from ..journal.entries import REQUEST, Request
from ..journal.redact import redact
from .connection import Connections
from .fault import Fault
from .plan import FaultPlan, PlannedFault

_KNOWN_ERRORS = {
    402: ("Quota exceeded", "You have run out of credits.", "quota_exceeded"),
    403: ("Plan upgrade required", "Your plan does not include this.", "plan_upgrade_required"),
    413: ("File too large", "The file is too large.", "file_too_large"),
    429: ("Too many concurrent requests", "You have exceeded your plan's concurrency limit.", "concurrency_limited"),
}
"""Title, message and code of errors of the service, by status."""
_PHRASES = {int(status): status.phrase for status in HTTPStatus}


class Exchange(abc.ABC):
    """One request or socket, and the fault that it gets.

    It stands between the application and the client: it passes messages on, counts them, and triggers the fault at its place.

    Attributes:
        context: What the request asks for.
        request: The entry of the journal.
        over: Whether the exchange has ended: nothing further of the application is passed on.
    """

    def __init__(
        self,
        app: ASGIApp,
        plan: FaultPlan,
        connections: Connections,
        planned: PlannedFault | None,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self.context: RequestContext = scope[CONTEXT]
        self.request: Request = scope[REQUEST]
        self.over = False
        self._app = app
        self._plan = plan
        self._connections = connections
        self._scope = scope
        self._receive = receive
        self._send = send
        self._reserve(planned)

    @property
    def fault(self) -> Fault | None:
        """The fault that has not triggered yet."""
        return self._planned.fault if self._planned else None

    @abc.abstractmethod
    async def run(self) -> None:
        """Serve the request with the application until it is over."""

    async def end(self, fault: Fault) -> None:
        """End the connection, and return when it has ended."""
        self.over = True
        await self._connections.end(fault, self._scope, self._receive)

    async def reject(self, fault: Fault) -> None:
        """Reject the request with the error of a fault."""
        await reject(self.context, _api_error(fault, 503), self._scope, self._receive, self._send)

    def error_event(self, fault: Fault) -> dict[str, Any]:
        """Return the error of a fault as an event, in the shape of the requested version."""
        return self.context.error_event(_api_error(fault, 500))

    def _reserve(self, planned: PlannedFault | None) -> None:
        """Make a fault the one to come. Its place counts from here."""
        self._planned = planned
        self._began = time.monotonic()
        self._bytes = self._events = 0

    async def _trigger(self, fault: Fault) -> None:
        """Count the fault as triggered, after the time that it waits."""
        # Of an idle socket, the seconds have passed when its fault triggers.
        if fault.seconds and fault.kind != "idle_close":
            await asyncio.sleep(fault.seconds)
        assert self._planned is not None
        self._plan.trigger(self._planned)
        self._planned = None
        self.request.faults.append(redact(str(fault)))

    def _release(self) -> None:
        """Return the fault to the plan, if the exchange has ended before its place."""
        if self._planned is not None:
            self._plan.release(self._planned)
            self._planned = None

    def _is_reached(self, fault: Fault, size: int, events: bool) -> bool:
        """Return whether the place of a fault is within the next `size` bytes. `events`: whether there are events to count."""
        return (
            (self._events >= fault.after_events or not events)
            and self._bytes + size >= fault.after_bytes
            and time.monotonic() - self._began >= fault.after_seconds
        )


async def reject(context: RequestContext, error: APIError, scope: Scope, receive: Receive, send: Send) -> None:
    """Respond to a request, or to the handshake of a socket, with an error."""
    response = context.error_response(error)
    if error.status in (204, 205, 304):
        response = Response(status_code=error.status, headers=error.headers)  # such a response has no content
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).send_denial_response(response)
    else:
        await response(scope, receive, send)


def unknown_event(fault: Fault) -> dict[str, Any]:
    """Return an event of a type that no client knows."""
    return {
        "type": fault.text or "sandbox.unknown",
        "done": False,
        "status_code": 206,
        "note": "an event of an unknown type",
    }


def is_done(event: dict[str, Any]) -> bool:
    """Return whether an event is the last of its stream or context."""
    return event.get("type") == "done" or event.get("done") is True


def parse_object(text: str) -> dict[str, Any]:
    """Return the JSON object of a text, empty if the text is not one."""
    try:
        value = parse_json(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _api_error(fault: Fault, default: int) -> APIError:
    """Return the error of a fault, in the words of the service where they are known."""
    status = fault.status or default
    title, message, code = _KNOWN_ERRORS.get(status, ("", "", None))
    return APIError(
        status,
        fault.text or message or "This is a fault that was planned in the sandbox.",
        title=fault.title or title or _PHRASES.get(status, "Unknown status"),
        code=fault.error_code or code,
        headers={} if fault.retry_after is None else {"Retry-After": f"{fault.retry_after:g}"},
    )
