"""Steers and shows the sandbox over HTTP, under a path that the API does not have; and the page for a browser."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from .description.contract import Contract
from .description.versions import VERSIONS

if TYPE_CHECKING:
    from .application import Application

PREFIX = "/__sandbox__"
WHAT_IT_IS_NOT = (
    "This is a sandbox on this machine, not the Cartesia service and not its voices. It shows that a program works with the "
    "bundled description of the API; nothing in it proves that the description matches the live service."
)


def make_control(sandbox: Application, contract: Contract, settings: Mapping[str, Any]) -> ASGIApp:
    """The page and the JSON behind it."""

    def page(request: Request) -> Response:
        return HTMLResponse(files(__package__ or "").joinpath("page.html").read_text(encoding="utf-8"))

    def about(request: Request) -> Response:
        operations = [
            {"name": each.name, "method": each.method, "path": each.path, "summary": each.node.get("summary", "")}
            for each in contract.operations
        ]
        operations += [
            {"name": each.name, "method": "SOCKET", "path": each.path, "summary": ""} for each in contract.channels
        ]
        return JSONResponse(
            {"note": WHAT_IT_IS_NOT, "versions": VERSIONS, **settings, "operations": operations}, headers=FRESH
        )

    def journal(request: Request) -> Response:
        if request.method == "DELETE":
            sandbox.journal.clear()
            return Response(status_code=204)
        query = dict(request.query_params)
        frames = query.pop("frames", "false") == "true"
        try:
            numbers = {name: int(query.pop(name)) for name in ("status", "since", "limit") if name in query}
        except ValueError:
            return _wrong("status, since and limit are numbers")
        limit = numbers.pop("limit", 1000)
        if unknown := set(query) - {"operation", "method", "path", "version"}:
            return _wrong(f"there is no filter {sorted(unknown)[0]!r}")
        found = sandbox.journal.requests(**query, **numbers)[-limit:] if limit > 0 else []  # type: ignore[arg-type]  # the names are checked
        return JSONResponse({"requests": [each.fields(frames=frames) for each in found]}, headers=FRESH)

    def one(request: Request) -> Response:
        number = request.path_params["number"]
        found = [each for each in sandbox.journal.requests(since=number - 1) if each.number == number]
        if not found:
            return _wrong("there is no such request in the journal", 404)
        return JSONResponse(found[0].fields(frames=True), headers=FRESH)

    async def faults(request: Request) -> Response:
        if request.method == "DELETE":
            sandbox.faults.clear()
            return Response(status_code=204)
        if request.method == "POST":
            try:
                given = json.loads(await request.body())
                if isinstance(given, dict) and set(given) == {"text"}:
                    given = given["text"]
                if not isinstance(given, str | dict):
                    raise ValueError('a fault is an object with its fields, or {"text": "status status=429"}')
                return JSONResponse(sandbox.faults.add(given).fields(), 201)
            except ValueError as error:
                return _wrong(str(error))
        return JSONResponse({"faults": [each.fields() for each in sandbox.faults]}, headers=FRESH)

    def forget(request: Request) -> Response:
        if not sandbox.faults.remove(request.path_params["number"]):
            return _wrong("there is no such fault", 404)
        return Response(status_code=204)

    def reset(request: Request) -> Response:
        sandbox.reset()
        return Response(status_code=204)

    routes = [
        Route(PREFIX, page),
        Route(f"{PREFIX}/about", about),
        Route(f"{PREFIX}/journal", journal, methods=["GET", "DELETE"]),
        Route(f"{PREFIX}/journal/{{number:int}}", one),
        Route(f"{PREFIX}/faults", faults, methods=["GET", "POST", "DELETE"]),
        Route(f"{PREFIX}/faults/{{number:int}}", forget, methods=["DELETE"]),
        Route(f"{PREFIX}/reset", reset, methods=["POST"]),
    ]
    return _Own(Router(routes))


FRESH = {"Cache-Control": "no-store"}


class _Own:
    """Keeps web pages of other places out: a browser on this machine would let them ask."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        request = Request(scope)
        foreign = request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        # A name that was made to point here (DNS rebinding) would make a foreign page one of this origin.
        if foreign or not _is_address(request.url.hostname or ""):
            answer = _wrong("this may only be asked from this machine's own address, not by another web page", 403)
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host == "localhost" or "." not in host
    return True


def _wrong(message: str, status: int = 400) -> Response:
    return JSONResponse({"error": message}, status)
