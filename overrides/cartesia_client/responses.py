"""What a response says: its body, its ids, how long to wait; and a request or a failure in words.

Imports no I/O library, so that the protocol of the sockets can use it without one.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

REQUEST_ID_HEADERS = ("x-request-id", "cartesia-request-id", "x-cartesia-request-id")


def request_id(response: httpx.Response) -> str | None:
    """Return the id of the request, if the service sent one."""
    return next((response.headers[name] for name in REQUEST_ID_HEADERS if name in response.headers), None)


def read_body(response: httpx.Response) -> Any:
    """Return the body: a value if it is JSON, else text."""
    try:
        return json.loads(response.content)
    except ValueError:
        return response.text


def error_texts(body: Any) -> dict[str, str]:
    """Return the texts of an error body by name: title, message, error_code and others.

    From version 2026-03-01 on the body is a JSON object, bare or within "error". Before, it is the text "Title: message".
    """
    if isinstance(body, dict):
        inner = body.get("error")
        found = {**body, **inner} if isinstance(inner, dict) else dict(body)
        if isinstance(inner, str):
            found.setdefault("message", inner)
        found.setdefault("message", found.get("description") or "")
        return {name: value for name, value in found.items() if isinstance(value, str)}
    text = body.strip() if isinstance(body, str) else json.dumps(body)
    if text.startswith("<"):
        return {"message": "the response is a web page, not an error of the API"}
    title, separator, message = text.partition(": ")
    if separator and "\n" not in title and len(title) < 80:
        return {"title": title, "message": message}
    return {"message": text}


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Return the seconds that `retry-after-ms` or `Retry-After` ask to wait; None without a usable header.

    Args:
        now: Seconds since the epoch, to which an HTTP date is compared. Default: the present time.
    """
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        if math.isfinite(seconds) and seconds >= 0:
            return seconds
    if "retry-after" not in headers:
        return None
    from email.utils import parsedate_to_datetime  # it loads `socket`; see above

    try:
        date = parsedate_to_datetime(headers["retry-after"]).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, date - (time.time() if now is None else now))


def describe_request(request: httpx.Request) -> str:
    """Return method and path of a request, without the query, which may hold private data."""
    return f"{request.method} {request.url.path}"


def describe(error: httpx.RequestError) -> str:
    """Return what an error of httpx means, in words; its own text is often empty."""
    import httpx  # loaded already wherever its errors occur; see above

    match error:
        case httpx.ConnectTimeout():
            meaning = "no connection in time"
        case httpx.PoolTimeout():
            meaning = "all connections are in use, and none became free in time"
        case httpx.TimeoutException():
            meaning = "no response in time"
        case httpx.ConnectError():
            meaning = "no connection"
        case _:
            meaning = "the connection broke"
    text = one_line(str(error), 200)
    return f"{meaning} ({type(error).__name__}{': ' + text if text else ''})"


def one_line(text: str, limit: int = 600) -> str:
    """Return a text in one line of at most `limit` characters."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 3] + "..."
