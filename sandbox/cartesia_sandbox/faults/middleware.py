"""The layer that gives each request its fault."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from ..description.errors import APIError
from ..description.request import CONTEXT, RequestContext
from ..journal.entries import REQUEST, Request
from .connection import Connections
from .exchange import reject
from .fault import Fault
from .http import HTTPExchange
from .plan import FaultPlan, PlannedFault
from .socket import WebSocketExchange

HEADER = "x-sandbox-fault"
"""Header in which a request asks for its own fault."""


class FaultMiddleware:
    """An ASGI layer that gives each request the fault it asks for in a header, or else the one that is planned for it.

    Args:
        app: The layer behind this one.
        plan: The planned faults.
        connections: Ends connections.
    """

    def __init__(self, app: ASGIApp, plan: FaultPlan, connections: Connections) -> None:
        self._app = app
        self._plan = plan
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context: RequestContext = scope[CONTEXT]
        request: Request = scope[REQUEST]
        text = context.headers.get(HEADER)
        if text is None:
            planned = self._plan.reserve(request.names, request.shape, opening=True)
        else:
            try:
                planned = _requested(text, request)
            except ValueError as error:
                rejection = APIError(400, f"X-Sandbox-Fault: {error}", title="Invalid request")
                await reject(context, rejection, scope, receive, send)
                return
        exchange = WebSocketExchange if scope["type"] == "websocket" else HTTPExchange
        await exchange(self._app, self._plan, self._connections, planned, scope, receive, send).run()


def _requested(text: str, request: Request) -> PlannedFault:
    """Return the fault that a request asks for, reserved for it. Raise ValueError if there is no such fault."""
    planned = PlannedFault(Fault.parse(text), 0)
    if not planned.fault.fits(request.shape):
        raise ValueError(f"{planned.fault.kind} does not apply to {request.operation or request.path}")
    planned.reserved += 1
    return planned
