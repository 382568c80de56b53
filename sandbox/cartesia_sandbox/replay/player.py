"""The innermost layer of a replay: answers each request as it was recorded, and refuses by name what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.contract import Contracts
from ..description.errors import APIError
from ..description.request import RequestContext
from ..journal.entries import shortened
from .conversation import Conversation
from .facts import Facts, differences, facts_of_request, facts_without_credentials, made_up
from .hiding import Hider
from .records import Exchange, Session

_SHOWN = 40
"""Characters of a value that a message shows."""


class Player:
    """An ASGI application in place of the router. What was recorded more than once is answered in that order, again and again.

    Args:
        traffic: The recorded traffic.
        contracts: Tell which operation a request means.
    """

    def __init__(self, traffic: Sequence[Exchange | Session], contracts: Contracts) -> None:
        self._traffic = traffic
        self._contracts = contracts

    def reset(self) -> None:
        """Start anew: the next answers are the first ones."""
        for each in self._traffic:
            each.played = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = RequestContext.of(scope, self._contracts)
        try:
            if scope["type"] == "websocket":
                await self._socket(WebSocket(scope, receive, send), context)
            else:
                response = await self._http(Request(scope, receive, send), context)
                await response(scope, receive, send)
        except (ClientDisconnect, WebSocketDisconnect):
            return

    async def _http(self, request: Request, context: RequestContext) -> Response:
        data = await request.body()
        hider = _hider(context)
        sent = facts_without_credentials(data, request.headers.get("content-type", ""), hider)
        facts = self._facts(request.method, request.scope, context, sent, hider)
        try:
            found = self._find(facts, context, [each for each in self._traffic if isinstance(each, Exchange)])
            exchange = found[0]
            content = self._content(exchange, context)
        except APIError as error:
            return context.error_response(error)
        exchange.played += 1
        ids = made_up(data)
        for name, recorded in exchange.ids.items():
            content = content.replace(recorded.encode(), (ids.get(name) or recorded).encode())
        return Response(content, exchange.status, _headers(exchange))

    async def _socket(self, socket: WebSocket, context: RequestContext) -> None:
        hider = _hider(context)
        facts = self._facts("WEBSOCKET", socket.scope, context, {}, hider)
        try:
            found = self._find(facts, context, [each for each in self._traffic if isinstance(each, Session)])
            rejected = found[0].status != 101
            content = self._content(found[0], context) if rejected else b""
        except APIError as error:
            await socket.send_denial_response(context.error_response(error))
            return
        if rejected:
            found[0].played += 1
            await socket.send_denial_response(Response(content, found[0].status, _headers(found[0])))
            return
        await socket.accept()
        await Conversation(socket, found, context, hider).run()

    def _facts(self, method: str, scope: Scope, context: RequestContext, body: Facts, hider: Hider) -> dict[str, Any]:
        url = urlsplit(hider.url(scope["path"], scope["query_string"].decode("latin-1")))
        return facts_of_request(method, unquote(url.path), url.query, dict(context.headers), body)

    def _find(self, facts: Facts, context: RequestContext, traffic: Sequence[Any]) -> list[Any]:
        """Return what was recorded for a request, what was played least first. Raise APIError if there is nothing."""
        found = [each for each in traffic if not differences(facts, each.facts)]
        if not found:
            raise APIError(404, self._why(facts, context, traffic), title="Not recorded")
        return sorted(found, key=lambda each: each.played)

    def _why(self, facts: Facts, context: RequestContext, traffic: Sequence[Any]) -> str:
        what = f"{facts['method']} {facts['path']}"
        what = f"{context.operation.name} ({what})" if context.operation else what
        same = [
            each.facts
            for each in traffic
            if (each.facts["method"], each.facts["path"]) == (facts["method"], facts["path"])
        ]
        if not same:
            known = dict.fromkeys(f"{each.facts['method']} {each.facts['path']}" for each in self._traffic)
            return f"{what} was not recorded; the recording has {shortened(', '.join(known), 400)}."
        nearest = min(same, key=lambda each: len(differences(facts, each)))
        differing = "; ".join(
            f"{name} is {_shown(facts, name)}, recorded was {_shown(nearest, name)}"
            for name in differences(facts, nearest)
        )
        return f"{what} was not recorded like this: {shortened(differing, 600)}."

    def _content(self, recorded: Exchange | Session, context: RequestContext) -> bytes:
        if recorded.content is None:
            name = context.operation.name if context.operation else recorded.facts["path"]
            message = f"{name} was recorded without the content of its response; record it with --record."
            raise APIError(404, message, title="Not recorded")
        return recorded.content


def _hider(context: RequestContext) -> Hider:
    """Return what hides the credential of a request where it is repeated, as the recording has done."""
    hider = Hider()
    hider.headers(context.headers.items())
    return hider


def _headers(recorded: Exchange | Session) -> dict[str, str]:
    dropped = ("content-length", "transfer-encoding", "content-encoding", "connection", "set-cookie")
    return {name: value for name, value in recorded.headers.items() if name not in dropped}


def _shown(facts: Mapping[str, Any], name: str) -> str:
    return shortened(repr(facts[name]), _SHOWN) if name in facts else "missing"
