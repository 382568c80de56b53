"""Controls and shows the sandbox over HTTP, under a path that the API does not have; and the page for a browser."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from .description.bodies import MAX_BODY, BoundedBodies
from .description.contract import Contract
from .description.errors import APIError
from .description.parse import parse_json
from .description.shape import shape_of
from .description.versions import VERSIONS
from .faults.plan import FaultPlan
from .faults.vocabulary import vocabulary
from .journal.journal import Journal
from .page.speech import FindWords
from .page.views import Views

PREFIX = "/__sandbox__"
NOTE = (
    "This is a sandbox on this machine, not the Cartesia service and not its voices. It shows that a program works with the "
    "bundled description of the API; nothing in it proves that the description matches the live service."
)
FRESH = {"Cache-Control": "no-store"}
"""Header of everything that changes from one request to the next."""


class Admin:
    """An ASGI application with the page of the sandbox and the JSON interface behind it.

    Args:
        journal: The requests to show.
        faults: The planned faults to show and change.
        reset: Restores the initial state of the sandbox.
        contract: Contract whose operations are listed.
        settings: Options of the sandbox to show.
        find_words: Finds words in audio of 8 kHz, for the page.
    """

    def __init__(
        self,
        journal: Journal,
        faults: FaultPlan,
        reset: Callable[[], None],
        contract: Contract,
        settings: Mapping[str, Any],
        find_words: FindWords,
    ) -> None:
        self._journal = journal
        self._faults = faults
        self._reset = reset
        self._contract = contract
        self._settings = settings
        router = Router(
            [
                *Views(journal, find_words, lambda content: _JSON(content, headers=FRESH)).routes(PREFIX),
                # Relative, because the router's own redirects do not know a mount.
                Route(f"{PREFIX}/", lambda request: RedirectResponse(f"..{PREFIX}")),
                Route(f"{PREFIX}/about", self.about),
                Route(f"{PREFIX}/journal", self.list_requests),
                Route(f"{PREFIX}/journal", self.clear_requests, methods=["DELETE"]),
                Route(f"{PREFIX}/journal/{{number}}", self.get_request),
                Route(f"{PREFIX}/faults", self.list_faults),
                Route(f"{PREFIX}/faults", self.add_fault, methods=["POST"]),
                Route(f"{PREFIX}/faults", self.clear_faults, methods=["DELETE"]),
                Route(f"{PREFIX}/faults/{{number}}", self.remove_fault, methods=["DELETE"]),
                Route(f"{PREFIX}/reset", self.reset, methods=["POST"]),
            ]
        )
        app = ExceptionMiddleware(router, handlers={HTTPException: _not_found})
        self._app = SameOrigin(BoundedBodies(app, lambda scope: MAX_BODY, _reject))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    def about(self, request: Request) -> Response:
        operations = [
            {
                "name": each.name,
                "method": each.method,
                "path": each.path,
                "summary": each.node.get("summary", ""),
                "shape": shape_of(each),
            }
            for each in self._contract.operations
        ]
        operations += [
            {"name": each.name, "method": "SOCKET", "path": each.path, "summary": "", "shape": "socket"}
            for each in self._contract.channels
        ]
        about = {"note": NOTE, "versions": VERSIONS, **self._settings, "operations": operations}
        about["faults"] = vocabulary()
        return _JSON(about, headers=FRESH)

    def list_requests(self, request: Request) -> Response:
        query = dict(request.query_params)
        shown = {"frames": query.pop("frames", "") == "true", "bodies": query.pop("bodies", "") != "false"}
        try:
            numbers = {name: _integer(query.pop(name)) for name in ("status", "since", "limit") if name in query}
        except ValueError as error:
            return _error(f"status, since and limit must be integers: {error}")
        limit = numbers.pop("limit", 1000)
        if unknown := set(query) - {"operation", "method", "path", "version"}:
            return _error(f"there is no filter {sorted(unknown)[0]!r}")
        try:
            found = self._journal.requests(**query, **numbers)[-limit:] if limit > 0 else []  # type: ignore[arg-type]  # the names are checked
        except ValueError as error:
            return _error(str(error))
        return _JSON({"requests": [each.fields(**shown) for each in found]}, headers=FRESH)

    def clear_requests(self, request: Request) -> Response:
        self._journal.clear()
        return Response(status_code=204)

    def get_request(self, request: Request) -> Response:
        number = request.path_params["number"]
        found = [each for each in self._journal.requests() if str(each.number) == number]
        if not found:
            return _error("there is no such request in the journal", 404)
        return _JSON(found[0].fields(frames=True), headers=FRESH)

    def list_faults(self, request: Request) -> Response:
        return _JSON({"faults": [each.fields() for each in self._faults]}, headers=FRESH)

    async def add_fault(self, request: Request) -> Response:
        try:
            given = parse_json(await request.body())
            if isinstance(given, dict) and set(given) == {"text"}:
                given = given["text"]
            if not isinstance(given, str | dict):
                raise ValueError('a fault is an object with its fields, or {"text": "status status=429"}')
            return _JSON(self._faults.add(given).fields(), 201)
        except ValueError as error:
            return _error(str(error))

    def clear_faults(self, request: Request) -> Response:
        self._faults.clear()
        return Response(status_code=204)

    def remove_fault(self, request: Request) -> Response:
        number = request.path_params["number"]
        if not any(str(each.number) == number and self._faults.remove(each.number) for each in self._faults):
            return _error("there is no such fault", 404)
        return Response(status_code=204)

    def reset(self, request: Request) -> Response:
        self._reset()
        return Response(status_code=204)


class SameOrigin:
    """An ASGI layer that rejects requests of other web pages, which a browser on this machine would let through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        request = Request(scope)
        host = request.headers.get("host", "")
        # Browsers say where a page comes from in one header or both; other clients have neither. A host name that was made
        # to point here (DNS rebinding) would give a foreign page the origin of this one.
        own = f"{scope['scheme']}://{host}".lower()
        foreign = request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin") or any(
            origin.lower() != own for origin in request.headers.getlist("origin")
        )
        if foreign or not _is_address(host):
            message = "only this machine's own address may be used here, and not by another web page"
            await _error(message, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_address(host: str) -> bool:
    """Return whether the host of a header is an address, or a name that only this machine or its local network resolves."""
    match = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?", host, re.ASCII)
    if match is None:
        return not host  # HTTP/1.0 has no such header, and browsers always send it
    name = match[1].strip("[]")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return "." not in name
    return True


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,15}", text, re.ASCII):
        raise ValueError(f"{text[:20]!r} is none, or too large")
    return int(text)


class _JSON(JSONResponse):
    def render(self, content: Any) -> bytes:
        # In ASCII, so that any text that was recorded or planned can be shown.
        return json.dumps(content, separators=(",", ":")).encode()


async def _reject(error: APIError, scope: Scope, receive: Receive, send: Send) -> None:
    await _error(error.message, error.status)(scope, receive, send)


def _not_found(request: Request, error: Exception) -> Response:
    return _error(error.detail, error.status_code) if isinstance(error, HTTPException) else _error(str(error), 500)


def _error(message: str, status: int = 400) -> Response:
    return _JSON({"error": message}, status)
