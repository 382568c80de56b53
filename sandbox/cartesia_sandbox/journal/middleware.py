"""Writes what comes and goes into the journal: an ASGI layer."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..description.contract import Contracts, Operation
from ..description.errors import APIError
from ..description.shape import Shape, shape_of
from ..description.versions import version_of
from .entries import REQUEST
from .journal import Journal


class Recorder:
    """The layer: it finds out which operation a request means, and tells the layers behind it."""

    def __init__(self, app: ASGIApp, journal: Journal, contracts: Contracts) -> None:
        self._app = app
        self._journal = journal
        self._contracts = contracts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        operation = self._operation(scope)
        shape: Shape = "socket" if scope["type"] == "websocket" else shape_of(operation)
        name, path = (operation.name, operation.path.rstrip("/")) if operation else (None, None)
        request = self._journal.begin(scope, name, path, shape)

        async def take() -> Message:
            message = await receive()
            if message["type"] == "http.request":
                self._journal.received(request, message.get("body", b""))
            elif message["type"] == "websocket.receive":
                text = message.get("text")
                self._journal.frame(request, "received", message["bytes"] if text is None else text)
            elif message["type"] == "websocket.disconnect" and request.close_code is None:
                request.close_code = message.get("code", 1005)
            return message

        async def give(message: Message) -> None:
            kind = message["type"]
            if kind in ("http.response.start", "websocket.http.response.start"):
                self._journal.answered(request, message["status"])
            elif kind in ("http.response.body", "websocket.http.response.body"):
                request.sent += len(message.get("body", b""))
            elif kind == "websocket.accept":
                self._journal.answered(request, 101)
            elif kind == "websocket.send":
                text = message.get("text")
                self._journal.frame(request, "sent", message["bytes"] if text is None else text)
            elif kind == "websocket.close":
                request.close_code = message.get("code", 1000)
            await send(message)

        try:
            await self._app({**scope, REQUEST: request}, take, give)
        finally:
            self._journal.ended(request)

    def _operation(self, scope: Scope) -> Operation | None:
        """What the request means in its own version, or in the newest one."""
        connection = HTTPConnection(scope)
        newest = self._contracts.newest
        if scope["type"] == "websocket":
            return newest.channel(scope["path"])[0]
        try:
            contract = self._contracts.of(version_of(connection.headers, connection.query_params))
        except APIError:
            contract = newest
        method, path = scope["method"], scope["path"]
        return contract.match(method, path)[0] or newest.match(method, path)[0]
