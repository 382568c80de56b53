"""Controls and shows the sandbox over HTTP, under a path that the API does not have; and the page for a browser."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from .description.contract import Contract
from .description.versions import VERSIONS
from .faults.plan import FaultPlan
from .journal.journal import Journal

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
    """

    def __init__(
        self,
        journal: Journal,
        faults: FaultPlan,
        reset: Callable[[], None],
        contract: Contract,
        settings: Mapping[str, Any],
    ) -> None:
        self._journal = journal
        self._faults = faults
        self._reset = reset
        self._contract = contract
        self._settings = settings
        router = Router(
            [
                Route(PREFIX, self.page),
                Route(f"{PREFIX}/about", self.about),
                Route(f"{PREFIX}/journal", self.list_requests),
                Route(f"{PREFIX}/journal", self.clear_requests, methods=["DELETE"]),
                Route(f"{PREFIX}/journal/{{number:int}}", self.get_request),
                Route(f"{PREFIX}/faults", self.list_faults),
                Route(f"{PREFIX}/faults", self.add_fault, methods=["POST"]),
                Route(f"{PREFIX}/faults", self.clear_faults, methods=["DELETE"]),
                Route(f"{PREFIX}/faults/{{number:int}}", self.remove_fault, methods=["DELETE"]),
                Route(f"{PREFIX}/reset", self.reset, methods=["POST"]),
            ]
        )
        self._app = SameOrigin(router)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    def page(self, request: Request) -> Response:
        return HTMLResponse(files(__package__ or "").joinpath("page.html").read_text(encoding="utf-8"))

    def about(self, request: Request) -> Response:
        operations = [
            {"name": each.name, "method": each.method, "path": each.path, "summary": each.node.get("summary", "")}
            for each in self._contract.operations
        ]
        operations += [
            {"name": each.name, "method": "SOCKET", "path": each.path, "summary": ""}
            for each in self._contract.channels
        ]
        about = {"note": NOTE, "versions": VERSIONS, **self._settings, "operations": operations}
        return JSONResponse(about, headers=FRESH)

    def list_requests(self, request: Request) -> Response:
        query = dict(request.query_params)
        frames = query.pop("frames", "false") == "true"
        try:
            numbers = {name: int(query.pop(name)) for name in ("status", "since", "limit") if name in query}
        except ValueError:
            return _error("status, since and limit must be integers")
        limit = numbers.pop("limit", 1000)
        if unknown := set(query) - {"operation", "method", "path", "version"}:
            return _error(f"there is no filter {sorted(unknown)[0]!r}")
        found = self._journal.requests(**query, **numbers)[-limit:] if limit > 0 else []  # type: ignore[arg-type]  # the names are checked
        return JSONResponse({"requests": [each.fields(frames=frames) for each in found]}, headers=FRESH)

    def clear_requests(self, request: Request) -> Response:
        self._journal.clear()
        return Response(status_code=204)

    def get_request(self, request: Request) -> Response:
        number = request.path_params["number"]
        found = [each for each in self._journal.requests(since=number - 1) if each.number == number]
        if not found:
            return _error("there is no such request in the journal", 404)
        return JSONResponse(found[0].fields(frames=True), headers=FRESH)

    def list_faults(self, request: Request) -> Response:
        return JSONResponse({"faults": [each.fields() for each in self._faults]}, headers=FRESH)

    async def add_fault(self, request: Request) -> Response:
        try:
            given = json.loads(await request.body())
            if isinstance(given, dict) and set(given) == {"text"}:
                given = given["text"]
            if not isinstance(given, str | dict):
                raise ValueError('a fault is an object with its fields, or {"text": "status status=429"}')
            return JSONResponse(self._faults.add(given).fields(), 201)
        except ValueError as error:
            return _error(str(error))

    def clear_faults(self, request: Request) -> Response:
        self._faults.clear()
        return Response(status_code=204)

    def remove_fault(self, request: Request) -> Response:
        if not self._faults.remove(request.path_params["number"]):
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
        foreign = request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        # A host name that was made to point here (DNS rebinding) would give a foreign page the origin of this one.
        if foreign or not _is_address(request.url.hostname or ""):
            message = "only this machine's own address may be used here, and not by another web page"
            await _error(message, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_address(host: str) -> bool:
    """Return whether a host is an address, or a name that only this machine or its local network resolves."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host == "localhost" or "." not in host
    return True


def _error(message: str, status: int = 400) -> Response:
    return JSONResponse({"error": message}, status)
