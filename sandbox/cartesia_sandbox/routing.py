"""The ASGI application: every request is routed, checked and answered by the bundled description."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from .description.contract import Contracts, Operation
from .description.errors import APIError, error_response, invalid, new_request_id, request_ids
from .description.projection import project
from .description.versions import VERSIONS, version_of, with_mode
from .rest.call import Call, Upload
from .rest.handlers import HANDLERS
from .rest.speech import sample_response
from .rest.sse import sse_frame
from .sockets.stt import STTSocket
from .sockets.tts import TTSSocket
from .state.limits import LeasedResponse
from .state.state import State

SOCKETS: dict[str, type[TTSSocket] | type[STTSocket]] = {
    "tts.websocket": TTSSocket,
    "stt.manual_finalize": STTSocket,
    "stt.auto_finalize": STTSocket,
}
COUNTED = ("tts", "stt")
"""Operations that a token needs these grants for also take one of the places of a plan while they run."""
STT_IDLE_SHARE = 0.6
"""Speech-to-text sockets are closed after 3 minutes without a frame, text-to-speech sockets after 5."""


def make_app(contracts: Contracts, state: State, idle_seconds: float) -> Starlette:
    contract = contracts.newest

    async def endpoint(request: Request) -> Response:
        request_id = new_request_id()
        version = _asked(request)
        try:
            operation, path = _route(contracts, version, request)
            version = version or VERSIONS[-1]
            if not operation.open:
                state.authenticator.check(request.headers, request.query_params, operation.grant)
            body, files = await _body(operation, request, version)
            call = Call(state, operation, version, path, _query(operation, request), body, files, request_id)
            handler = _answering if operation.name in HANDLERS else _example
            lease = state.limits.acquire(operation.grant) if operation.grant in COUNTED else None
            try:
                answer = await run_in_threadpool(handler, call)
            except BaseException:
                if lease:
                    lease.release()
                raise
        except APIError as error:
            return error_response(error, version, request_id)
        answer.headers.update(request_ids(request_id))
        return LeasedResponse(answer, lease) if lease else answer

    async def socket(connection: WebSocket) -> None:
        request_id = new_request_id()
        version: str | None = None
        try:
            channel, _ = contract.channel(connection.url.path)
            if channel is None or channel.name not in SOCKETS:
                version = VERSIONS[-1]
                raise APIError(404, f"There is no socket at {connection.url.path}.", title="Not found")
            version = version_of(connection.headers, connection.query_params)
            state.authenticator.check(connection.headers, connection.query_params, channel.grant)
            speaks = channel.grant == "tts"
            lease = state.limits.acquire("socket" if speaks else "stt")
        except APIError as error:
            await connection.send_denial_response(error_response(error, version, request_id))
            return
        try:
            ids = [(name.lower().encode(), value.encode()) for name, value in request_ids(request_id).items()]
            await connection.accept(headers=ids)
            talk = SOCKETS[channel.name](connection, contract, state, version, request_id, partial(_query, channel))
            await talk.run(idle_seconds if speaks else idle_seconds * STT_IDLE_SHARE)
        finally:
            lease.release()

    async def everything(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await socket(WebSocket(scope, receive, send))
        else:
            answer = await endpoint(Request(scope, receive, send))
            await answer(scope, receive, send)

    app = Starlette()
    # The description says what there is; patterns of a framework would leave some paths to the framework's own errors.
    app.router.default = everything
    return app


def _asked(request: Request) -> str | None:
    """The version that is asked for; None if there is none, or none that can be used."""
    try:
        return version_of(request.headers, request.query_params)
    except APIError:
        return None


def _route(contracts: Contracts, version: str | None, request: Request) -> tuple[Operation, dict[str, str]]:
    """The operation as the version knows it, and the path parameters."""
    # The URL of a request leaves out some characters, which are part of an id here.
    method, place = request.method, request.scope["path"]
    # An operation that came later is answered as it is now: the service is not known to refuse it.
    known = [contracts.of(version), contracts.newest] if version else [contracts.newest]
    found = [contract.match(method, place) for contract in known]
    operation, path = next(((operation, path) for operation, path, _ in found if operation), (None, {}))
    if version is None and not (operation and operation.open):
        # What needs no key needs no version either; everything else is told what is wrong with it.
        version_of(request.headers, request.query_params)
    if operation is not None:
        return operation, path
    if allowed := next((allowed for _, _, allowed in found if allowed), []):
        headers = {"Allow": ", ".join(allowed)}
        raise APIError(405, f"{method} is not allowed here.", title="Method not allowed", headers=headers)
    raise APIError(404, f"There is nothing at {place}.", title="Not found")


def _query(operation: Operation, request: HTTPConnection) -> dict[str, Any]:
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    values, faults = operation.query(given)
    if faults:
        raise invalid("; ".join(faults))
    return values


async def _body(operation: Operation, request: Request, version: str) -> tuple[Any, dict[str, Upload]]:
    """The JSON body, whatever the content type says, as the service does; or the form with its files."""
    if not operation.takes_body:
        return None, {}
    if operation.is_form:
        return await _form(operation, request)
    try:
        body = json.loads(await request.body())
    except ValueError as error:
        raise invalid(f"the body is not JSON: {error}") from None
    body = operation.tolerant(with_mode(body, version))
    if faults := operation.body_faults(body):
        raise invalid("; ".join(faults))
    return body, {}


async def _form(operation: Operation, request: Request) -> tuple[Any, dict[str, Upload]]:
    """The fields of a form, and its files."""
    try:
        async with request.form() as form:
            parts = form.multi_items()
            files = {
                name: Upload(part.filename or "", await part.read())
                for name, part in parts
                if isinstance(part, UploadFile)
            }
    except HTTPException as error:
        raise invalid(f"the body is not multipart/form-data: {error.detail}") from None
    body = operation.form((name, part) for name, part in parts if isinstance(part, str))
    if faults := operation.body_faults({**body, **dict.fromkeys(files, "")}):
        raise invalid("; ".join(faults))
    return body, files


def _answering(call: Call) -> Response:
    """What the handler of an operation says, in the shape of the version."""
    answer = HANDLERS[call.operation.name](call)
    if isinstance(answer, Response):
        return answer
    status, schema = call.operation.answer()
    if schema is None:
        return Response(status_code=status)
    return JSONResponse(project(answer, schema, call.operation.contract), status)


def _example(call: Call) -> Response:
    """The answer that the description shows; where it cannot show one, because it is audio, a spoken sentence."""
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
