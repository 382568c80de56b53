"""The innermost layer: routes each request by the bundled contract, checks it and responds."""

from __future__ import annotations

from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from .description.bodies import form_parts
from .description.contract import Contracts, Operation
from .description.errors import APIError, error_response, invalid, not_importable, request_ids
from .description.parse import parse_json
from .description.projection import project
from .description.request import RequestContext
from .description.versions import VERSIONS, with_mode
from .rest.call import Call, Upload
from .rest.handlers import HANDLERS
from .rest.speech import sample_response
from .rest.sse import sse_frame
from .sockets.agent import AgentSocket
from .sockets.stt import STTSocket
from .sockets.tts import TTSSocket
from .state.limits import Lease, LeasedResponse
from .state.state import State

SOCKETS: dict[str, type[TTSSocket] | type[STTSocket] | type[AgentSocket]] = {
    "agents.stream": AgentSocket,
    "tts.websocket": TTSSocket,
    "stt.manual_finalize": STTSocket,
    "stt.auto_finalize": STTSocket,
}
COUNTED = ("tts", "stt")
"""Grants whose operations count against the concurrency limit of a plan while they run."""
LISTENING_IDLE_SHARE = 0.6
"""Sockets that take audio are closed after 3 minutes without a frame, text-to-speech sockets after 5."""


class Router:
    """An ASGI application that responds to each request as the contract describes it.

    Args:
        contracts: Contracts of all versions.
        state: What the sandbox knows.
        idle_seconds: Seconds without a frame after which a text-to-speech socket is closed.
    """

    def __init__(self, contracts: Contracts, state: State, idle_seconds: float) -> None:
        self._contracts = contracts
        self._state = state
        self._idle_seconds = idle_seconds
        # Starlette serves the lifespan and turns exceptions into 500. It has no routes: the contract says what there is,
        # and route patterns would leave some paths to the framework's own errors.
        self._app = Starlette()
        self._app.router.default = self._dispatch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    async def _dispatch(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = RequestContext.of(scope, self._contracts)
        try:
            if scope["type"] == "websocket":
                await self.websocket(WebSocket(scope, receive, send), context)
            else:
                response = await self.http(Request(scope, receive, send), context)
                await response(scope, receive, send)
        except (ClientDisconnect, WebSocketDisconnect):
            return  # the client has left, which is no fault of the sandbox: Starlette would log one

    async def http(self, request: Request, context: RequestContext) -> Response:
        """Return the response to a request: of its handler, of the contract's example, or an error."""
        # The version of the error, which is that of the request until the request has been routed.
        version = context.version
        try:
            operation = _operation(context, request)
            version = version or VERSIONS[-1]
            if not operation.needs_no_key:
                self._state.authenticator.check(context.headers, context.query, operation.grant, in_query=False)
            body, files = await _body(operation, request, version)
            query = _query(operation, request)
            call = Call(
                self._state, operation, version, context.path_parameters, query, body, files, context.request_id
            )
            response, lease = await self._respond(call)
        except APIError as error:
            return error_response(error, version, context.request_id)
        except ImportError as error:
            return error_response(not_importable(error), version, context.request_id)
        response.headers.update(request_ids(context.request_id))
        return LeasedResponse(response, lease) if lease else response

    async def _respond(self, call: Call) -> tuple[Response, Lease | None]:
        """Return the response, and the lease it holds until it has been sent."""
        operation = call.operation
        lease = self._state.limits.acquire(operation.grant) if operation.grant in COUNTED else None
        try:
            return await run_in_threadpool(_handle if operation.name in HANDLERS else _example, call), lease
        except BaseException:
            if lease:
                lease.release()
            raise

    async def websocket(self, socket: WebSocket, context: RequestContext) -> None:
        """Serve a socket until it is closed, or reject its handshake."""
        channel = context.channel
        if channel is None or channel.name not in SOCKETS:
            error = APIError(404, f"There is no socket at {socket.url.path}.", title="Not found")
            await socket.send_denial_response(error_response(error, VERSIONS[-1], context.request_id))
            return
        speaks = channel.grant == "tts"
        try:
            version = context.required_version()
            self._state.authenticator.check(context.headers, context.query, channel.grant)
            if "agent_id" in context.path_parameters:
                self._state.agents.get(context.path_parameters["agent_id"])
            lease = self._state.limits.acquire("socket" if speaks else str(channel.grant))
        except APIError as error:
            await socket.send_denial_response(context.error_response(error))
            return
        try:
            ids = [(name.lower().encode(), value.encode()) for name, value in request_ids(context.request_id).items()]
            await socket.accept(headers=ids)
            session = SOCKETS[channel.name](
                socket, channel, self._state, version, context.request_id, partial(_query, channel)
            )
            await session.run(self._idle_seconds if speaks else self._idle_seconds * LISTENING_IDLE_SHARE)
        finally:
            lease.release()


def _operation(context: RequestContext, request: Request) -> Operation:
    """Return the operation of a request. Raise APIError if there is none, or if it needs a version and has none."""
    operation = context.operation
    if operation is None or not operation.needs_no_key:
        # An operation that needs no key needs no version either. Any other request gets the error of its version first.
        context.required_version()
    if operation is not None:
        return operation
    if context.allowed_methods:
        headers = {"Allow": ", ".join(context.allowed_methods)}
        raise APIError(405, f"{request.method} is not allowed here.", title="Method not allowed", headers=headers)
    raise APIError(404, f"There is nothing at {request.scope['path']}.", title="Not found")


def _query(operation: Operation, request: HTTPConnection) -> dict[str, Any]:
    """Return the query parameters with their types. Raise APIError if they are invalid."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    values, errors = operation.parse_query(given)
    if errors:
        raise invalid("; ".join(errors))
    return values


async def _body(operation: Operation, request: Request, version: str) -> tuple[Any, dict[str, Upload]]:
    """Return the JSON body, ignoring its content type, as the service does; or the form with its files."""
    if not operation.takes_body:
        return None, {}
    if operation.is_form:
        return await _form(operation, request)
    try:
        body = parse_json(await request.body())
    except ValueError as error:
        raise invalid(f"the body is not JSON: {error}") from None
    body = operation.drop_optional_nulls(with_mode(body, version))
    if errors := operation.body_errors(body):
        raise invalid("; ".join(errors))
    return body, {}


async def _form(operation: Operation, request: Request) -> tuple[Any, dict[str, Upload]]:
    """Return the fields of a form, and its files."""
    try:
        async with form_parts(request) as parts:
            files = {
                name: Upload(part.filename or "", await part.read())
                for name, part in parts
                if not isinstance(part, str)
            }
    except ValueError as error:
        raise invalid(f"the body is not multipart/form-data: {error}") from None
    body = operation.parse_form((name, part) for name, part in parts if isinstance(part, str))
    if errors := operation.body_errors({**body, **dict.fromkeys(files, "")}):
        raise invalid("; ".join(errors))
    return body, files


def _handle(call: Call) -> Response:
    """Return the response of the handler of an operation, in the shape of the version."""
    content = HANDLERS[call.operation.name](call)
    if isinstance(content, Response):
        return content
    status, schema = call.operation.success()
    if schema is None:
        return Response(status_code=status)
    return JSONResponse(project(content, schema, call.operation.contract), status)


def _example(call: Call) -> Response:
    """Return the example of the contract, or a spoken sentence for audio, of which a contract cannot hold an example."""
    status, media, shown = call.operation.example()
    if not media:
        return Response(status_code=status)
    if media == "application/json":
        return JSONResponse(shown[0], status)
    if media == "text/event-stream":
        good = [event for event in shown if event["event"] != "error"]
        return Response("".join(sse_frame(**event) for event in good), status, media_type=media)
    if media.startswith("audio/"):
        return sample_response(call)
    return Response(str(shown[0]), status, media_type=media)
