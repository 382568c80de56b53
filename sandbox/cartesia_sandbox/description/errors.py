"""Errors of the API, in the words of the service and in the shape of the requested version."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

STRUCTURED_SINCE = "2026-03-01"
"""First version whose errors are JSON with a title, a message and a code, instead of one line of text."""


class APIError(Exception):
    """A request is rejected with an error status.

    Args:
        status: HTTP status.
        message: What is wrong, in a sentence.
        title: The kind of error, in a few words.
        code: Error code that clients compare; None if the service has none for this error.
        headers: Further headers of the response.
    """

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
    """Return the error of a request that does not match the contract."""
    return APIError(400, message, title="Invalid request")


def not_found(what: str, code: str | None = None) -> APIError:
    """Return the error of a request for an object that does not exist."""
    return APIError(404, f"There is no such {what}.", title=f"{what.capitalize()} not found", code=code)


def new_request_id() -> str:
    """Return an id for a request."""
    return str(uuid.uuid4())


def request_ids(request_id: str) -> dict[str, str]:
    """Return the headers that name a request. Some clients read the one, some the other."""
    return {"X-Request-Id": request_id, "Cartesia-Request-ID": request_id}


def error_response(error: APIError, version: str | None, request_id: str) -> Response:
    """Return an error in the shape of a version: JSON from 2026-03-01 on, one line of text before that or without a version."""
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
    """Return an error as an event of a stream or socket. `listening`: of a speech-to-text socket, which has its own shape."""
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
