"""What a planned fault does to an answer or a socket: an ASGI layer, of which everything behind it knows nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from ..description.errors import APIError
from ..description.request import CONTEXT, RequestContext
from ..journal.entries import REQUEST, Request
from .exchange import _gone, _refuse
from .fault import Fault
from .http import _Answer
from .plan import FaultPlan, Planned
from .socket import _Talk

HEADER = "x-sandbox-fault"

Wire = Callable[[Scope], asyncio.Transport | None]


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
        context: RequestContext = scope[CONTEXT]
        asked = context.headers.get(HEADER)
        if asked is None:
            planned = self.plan.take(request.names, request.shape, opening=True)
        else:
            try:
                planned = Planned(Fault.parse(asked), 0)
                if not planned.fault.fits(request.shape):
                    raise ValueError(f"{planned.fault.kind} cannot happen to {request.operation or request.path}")
            except ValueError as error:
                rejection = APIError(400, f"X-Sandbox-Fault: {error}", title="Invalid request")
                await _refuse(scope, receive, send, context.error_response(rejection))
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
