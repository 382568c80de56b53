"""The innermost layer of a live recording: passes requests and sockets on to a service, with the key of that service."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from ..description.contract import Contracts
from ..description.errors import APIError
from ..description.request import RequestContext
from ..journal.redact import QUERIES

_OWN = {
    "host",
    "connection",
    "upgrade",
    "content-length",
    "transfer-encoding",
    "accept-encoding",
    "keep-alive",
    "cookie",
}
"""Headers of a request that belong to its connection. The service is asked for what is not compressed, as it is recorded."""
_OF_CONNECTION = {"content-length", "transfer-encoding", "content-encoding", "connection", "keep-alive", "set-cookie"}
LONGEST = 120.0
"""Seconds that the service may be silent."""


class Upstream:
    """An ASGI application that answers with what a service answers.

    Programs have any key: in its place the service gets its own, and an access token that it made itself.

    Args:
        url: Base URL of the service: HTTPS, or HTTP on this machine.
        key: API key of the service.
        contracts: Tell which operation a request means.

    Raises:
        ValueError: The URL is another one, or there is no key.
    """

    def __init__(self, url: str, key: str | None, contracts: Contracts) -> None:
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and _is_local(parts.hostname or "")):
            raise ValueError(
                "upstream must be an https URL, or one of this machine: keys do not travel over plain HTTP"
            )
        if not key or not key.strip():
            raise ValueError("upstream needs upstream_key, the API key of the service")
        self._url = url.rstrip("/")
        self._key = key.strip()
        self._contracts = contracts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = RequestContext.of(scope, self._contracts)
        try:
            if scope["type"] == "websocket":
                await self._socket(WebSocket(scope, receive, send), context)
            else:
                await self._http(Request(scope, receive, send), context, send)
        except (ClientDisconnect, WebSocketDisconnect):
            return

    async def _http(self, request: Request, context: RequestContext, send: Send) -> None:
        body = await request.body()
        headers = self._headers(request.headers)
        target = f"{self._url}{_target(request.scope)}"
        failure = ""
        try:
            async with (
                httpx.AsyncClient(timeout=LONGEST) as http,
                http.stream(request.method, target, headers=headers, content=body) as answer,
            ):
                passed = StreamingResponse(
                    answer.aiter_bytes(), answer.status_code, _kept(answer.headers.multi_items())
                )
                await passed(request.scope, request.receive, send)
        except httpx.HTTPError as error:  # its text may hold the URL
            failure = type(error).__name__
        if failure:
            response = context.error_response(_unreachable(failure))
            await response(request.scope, request.receive, send)

    async def _socket(self, socket: WebSocket, context: RequestContext) -> None:
        url = f"{self._url}{_target(socket.scope)}".replace("http", "ws", 1)
        headers = {name: value for name, value in self._headers(socket.headers).items() if not name.startswith("sec-")}
        rejection: Response | None = None
        service: ClientConnection | None = None
        try:
            service = await connect(url, additional_headers=headers, user_agent_header=None, max_size=None, proxy=True)
        except InvalidStatus as error:
            answer = error.response
            rejection = Response(bytes(answer.body or b""), answer.status_code, _kept(answer.headers.raw_items()))
        except (InvalidHandshake, OSError, TimeoutError) as error:
            rejection = context.error_response(_unreachable(type(error).__name__))
        if service is None:
            assert rejection is not None
            await socket.send_denial_response(rejection)
            return
        await socket.accept()
        try:
            async with asyncio.TaskGroup() as group:
                sending = group.create_task(_pass_on(socket, service))
                await _pass_back(service, socket)
                sending.cancel()
        finally:
            await service.close()

    def _headers(self, headers: Headers) -> dict[str, str]:
        """Return the headers for the service, with its key unless there is an access token."""
        kept = {name: value for name, value in headers.items() if name not in _OWN}
        bearer = kept.pop("authorization", "").partition(" ")[2]
        kept.pop("x-api-key", None)
        credential = {"authorization": f"Bearer {bearer}"} if bearer.count(".") == 2 else {"x-api-key": self._key}
        return {**kept, **credential, "accept-encoding": "identity"}


def _target(scope: Scope) -> str:
    """Return path and query without an API key; an access token stays."""
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    query = urlencode([(name, value) for name, value in pairs if name not in QUERIES or value.count(".") == 2])
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    path = raw.partition(b"?")[0].decode("latin-1")
    return path + (f"?{query}" if query else "")


def _kept(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: value for name, value in headers if name.lower() not in _OF_CONNECTION}


def _unreachable(why: str) -> APIError:
    return APIError(502, f"The service could not be reached ({why}).", title="Bad gateway")


async def _pass_on(socket: WebSocket, service: ClientConnection) -> None:
    while (message := await socket.receive())["type"] != "websocket.disconnect":
        text = message.get("text")
        await service.send(message["bytes"] if text is None else text)
    await service.close(message.get("code", 1000) if message.get("code", 1005) not in (1005, 1006) else 1000)


async def _pass_back(service: ClientConnection, socket: WebSocket) -> None:
    try:
        async for message in service:
            await (socket.send_text(message) if isinstance(message, str) else socket.send_bytes(message))
    except ConnectionClosed:
        pass  # as the service said
    if service.close_code is not None and socket.application_state.name == "CONNECTED":
        code = service.close_code if service.close_code not in (1005, 1006) else 1011
        await socket.close(code, service.close_reason or "")


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
