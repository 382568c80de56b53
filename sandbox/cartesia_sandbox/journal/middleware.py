"""The layer that records in the journal what comes and goes."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..description.contract import Contracts
from ..description.request import RequestContext
from .entries import REQUEST
from .journal import Journal


class JournalMiddleware:
    """An ASGI layer that adds each request to the journal, and leaves its entry in the scope for the layers behind.

    Args:
        app: The layer behind this one.
        journal: Records the requests.
        contracts: Tell which operation a request means.
    """

    def __init__(self, app: ASGIApp, journal: Journal, contracts: Contracts) -> None:
        self._app = app
        self._journal = journal
        self._contracts = contracts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = RequestContext.of(scope, self._contracts)
        operation = context.operation
        name, path = (operation.name, operation.path.rstrip("/")) if operation else (None, None)
        request = self._journal.record(scope, name, path, context.shape, context.request_id)

        async def recording_receive() -> Message:
            message = await receive()
            if message["type"] == "http.request":
                self._journal.record_body(request, message.get("body", b""))
            elif message["type"] == "websocket.receive":
                text = message.get("text")
                self._journal.record_frame(request, "received", message["bytes"] if text is None else text)
            elif message["type"] == "websocket.disconnect" and request.close_code is None:
                request.close_code = message.get("code", 1005)
            return message

        async def recording_send(message: Message) -> None:
            kind = message["type"]
            if kind in ("http.response.start", "websocket.http.response.start"):
                media = Headers(raw=message.get("headers", [])).get("content-type")
                self._journal.record_start(request, message["status"], media)
            elif kind in ("http.response.body", "websocket.http.response.body"):
                self._journal.record_content(request, message.get("body", b""))
            elif kind == "websocket.accept":
                self._journal.record_start(request, 101)
            elif kind == "websocket.send":
                text = message.get("text")
                self._journal.record_frame(request, "sent", message["bytes"] if text is None else text)
            elif kind == "websocket.close":
                request.close_code = message.get("code", 1000)
            await send(message)

        try:
            await self._app({**scope, REQUEST: request}, recording_receive, recording_send)
        finally:
            self._journal.record_end(request)
