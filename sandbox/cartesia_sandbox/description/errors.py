"""Errors of the API, in the words of the service and in the shape of the requested version."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

STRUCTURED_SINCE = "2026-03-01"
"""First version whose errors are JSON with a title, a message and a code, instead of one line of text."""

EVENTS_STRUCTURED_SINCE = "2025-11-04"
"""First version whose client libraries read these fields in events, too. At this date, events have the line of text as well."""


class APIError(Exception):
    """A request is rejected with an error status.

    Args:
        status: HTTP status.
        message: What is wrong, in a sentence.
        title: The kind of error, in a few words.
        code: Error code that clients compare; None if the service has none for this error.
        headers: Further headers of the response.
        doc_url: Address of a page about the error; None if there is none.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        title: str,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
        doc_url: str | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.title = title
        self.message = message
        self.code = code
        self.headers = dict(headers or {})
        self.more = {"doc_url": doc_url} if doc_url else {}
        """Fields that bodies and events have only where they are known."""


def invalid(message: str) -> APIError:
    """Return the error of a request that does not match the contract."""
    return APIError(400, message, title="Invalid request")


def not_found(what: str, code: str | None = None) -> APIError:
    """Return the error of a request for an object that does not exist."""
    return APIError(404, f"There is no such {what}.", title=f"{what.capitalize()} not found", code=code)


def not_importable(error: ImportError) -> APIError:
    """Return the error of a request that needs a package which is installed and cannot be imported, with the reason."""
    return APIError(500, f"The sandbox cannot import what it needs for this: {error}", title="Sandbox not usable")


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
        **error.more,
    }
    return JSONResponse(body, error.status, headers)


def error_event(error: APIError, version: str | None, request_id: str, *, listening: bool) -> dict[str, Any]:
    """Return an error as an event of a stream or socket, with all fields that client libraries of the version read.

    Args:
        error: The error.
        version: The requested version, if there is one.
        request_id: The id of the request.
        listening: Whether it is for a speech-to-text socket, whose errors have another shape.
    """
    structured = version is not None and version >= STRUCTURED_SINCE
    line = f"{error.title}: {error.message}"
    if listening:
        event: dict[str, Any] = {
            "type": "error",
            "message": error.message,
            "status_code": error.status,
            "title": error.title,
            "request_id": request_id,
            **error.more,
        }
        if error.code:
            event["error_code"] = error.code
        # Clients of all ages read the message; the key `error` is for the oldest.
        return event if structured else {**event, "error": line, "code": error.status}
    event = {"type": "error", "done": True, "status_code": error.status}
    if not structured:
        event["error"] = line
    if version is None or version >= EVENTS_STRUCTURED_SINCE:
        event |= {"title": error.title, "message": error.message, "error_code": error.code, "request_id": request_id}
        event |= error.more
    return event
