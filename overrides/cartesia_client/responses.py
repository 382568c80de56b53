"""What a response of the API says: its ids, the texts of its errors, and whether it is billed.

Imports no I/O library, so that the protocol of the sockets can use it without one.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from cartesia_io.http.reading import SAFE_METHODS
from cartesia_io.masking import masked
from cartesia_io.text import one_line

if TYPE_CHECKING:
    import httpx

REQUEST_ID_HEADERS = ("x-request-id", "cartesia-request-id", "x-cartesia-request-id")
MAX_TEXT = 10_000
"""Characters of the longest text of an error; `body` has all of it."""


def request_id(response: httpx.Response) -> str | None:
    """Return the id of the request, if the service sent one."""
    found = next((response.headers[name] for name in REQUEST_ID_HEADERS if name in response.headers), None)
    return None if found is None else one_line(masked(found))


def is_billable(response: httpx.Response) -> bool:
    """Return whether the request of a response is of a kind that is billed."""
    request = response._request  # `response.request` raises if there is none
    return request is None or request.method not in SAFE_METHODS


def error_texts(body: Any) -> dict[str, str]:
    """Return the texts of an error body by name: title, message, error_code and others.

    From version 2026-03-01 on the body is a JSON object, bare or within "error". Before, it is the text "Title: message".
    """
    if isinstance(body, dict):
        inner = body.get("error")
        found = {**body, **inner} if isinstance(inner, dict) else dict(body)
        if isinstance(inner, str):
            found.setdefault("message", inner)
        found.setdefault("message", found.get("description") or found.get("detail") or "")
        return {name: one_line(value, MAX_TEXT) for name, value in found.items() if isinstance(value, str)}
    text = body.strip() if isinstance(body, str) else json.dumps(body)
    if text.startswith("<"):
        return {"message": "the response is a web page, not an error of the API"}
    title, separator, message = text.partition(": ")
    if separator and "\n" not in title and len(title) < 80:
        return {"title": one_line(title), "message": one_line(message, MAX_TEXT)}
    return {"message": one_line(text, MAX_TEXT)}


def error_status(fields: dict[str, Any], names: tuple[str, ...] = ("status_code", "status", "code")) -> int | None:
    """Return the status of an error that the fields of an event state, bare or within "error"; None without one."""
    inner = fields.get("error")
    for source in (fields, inner if isinstance(inner, dict) else {}):
        for value in map(source.get, names):
            if isinstance(value, (str, int, float)) and (found := re.fullmatch(r"([45]\d\d)(\.0)?", str(value))):
                return int(found[1])
    return None


def is_failure(fields: dict[str, Any]) -> bool:
    """Return whether an event that the contract does not know reports a failure."""
    kind = fields.get("type")
    if isinstance(kind, str):
        return kind.lower() == "error" or error_status(fields, ("status_code",)) is not None
    said = (fields.get(name) for name in ("error", "message", "title", "error_code", "detail"))
    return error_status(fields) is not None or any(said)


def is_crowded(status: int, body: Any) -> bool:
    """Return whether an error says that the concurrency limit of the plan is reached. Older versions send no code."""
    return status == 429 and error_texts(body).get("error_code") in (None, "concurrency_limited")
