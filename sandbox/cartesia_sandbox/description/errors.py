"""What the sandbox refuses, in the service's words, and in the shape of the version that was asked for."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

STRUCTURED_SINCE = "2026-03-01"


class APIError(Exception):
    """A request that is answered with an error status."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        title: str,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.title = title
        self.message = message
        self.code = code
        self.headers = dict(headers or {})


def invalid(message: str) -> APIError:
    return APIError(400, message, title="Invalid request")


def not_found(what: str, code: str | None = None) -> APIError:
    return APIError(404, f"There is no such {what}.", title=f"{what.capitalize()} not found", code=code)


def new_request_id() -> str:
    return str(uuid.uuid4())


def request_ids(request_id: str) -> dict[str, str]:
    """The headers that name a request: some clients read the one, some the other."""
    return {"X-Request-Id": request_id, "Cartesia-Request-ID": request_id}


def error_response(error: APIError, version: str | None, request_id: str) -> Response:
    """The error as a version sees it: JSON from 2026-03-01 on, one line of text before and where there is no version."""
    headers = {**request_ids(request_id), **error.headers}
    if version is None:
        return PlainTextResponse(error.message, error.status, headers)
    if version < STRUCTURED_SINCE:
        return PlainTextResponse(f"{error.title}: {error.message}", error.status, headers)
    body = {
        "error_code": error.code,
        "title": error.title,
        "message": error.message,
        "request_id": request_id,
    }
    return JSONResponse(body, error.status, headers)


def error_event(error: APIError, version: str | None, request_id: str, *, listening: bool) -> dict[str, Any]:
    """The error as an event of a stream or a socket; `listening`: of a speech-to-text socket, which has a shape of its own."""
    structured = version is not None and version >= STRUCTURED_SINCE
    line = f"{error.title}: {error.message}"
    if listening:
        event: dict[str, Any] = {
            "type": "error",
            "message": error.message,
            "status_code": error.status,
            "title": error.title,
            "request_id": request_id,
        }
        if error.code:
            event["error_code"] = error.code
        # Clients of all ages read the message; the key `error` is for the oldest.
        return event if structured else {**event, "error": line, "code": error.status}
    event = {"type": "error", "done": True, "status_code": error.status}
    if not structured:
        return {**event, "error": line}
    return {
        **event,
        "title": error.title,
        "message": error.message,
        "error_code": error.code,
        "request_id": request_id,
    }
