"""What a response says: its body, its ids, how long to wait, and how to describe a request or a failure in words."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

REQUEST_ID_HEADERS = ("x-request-id", "cartesia-request-id", "x-cartesia-request-id")


def read_body(response: httpx.Response) -> Any:
    """The body as JSON if it is that, else as text."""
    try:
        return json.loads(response.content)
    except ValueError:
        return response.text


def request_id(response: httpx.Response) -> str | None:
    return next((response.headers[name] for name in REQUEST_ID_HEADERS if name in response.headers), None)


def error_texts(body: Any) -> dict[str, str]:
    """The texts of an error body in any of its shapes: JSON from 2026-03-01 on (bare or wrapped), "Title: message" before."""
    if isinstance(body, dict):
        inner = body.get("error")
        found = {**body, **inner} if isinstance(inner, dict) else dict(body)
        if isinstance(inner, str):
            found.setdefault("message", inner)
        found.setdefault("message", found.get("description") or "")
        return {name: value for name, value in found.items() if isinstance(value, str)}
    text = body.strip() if isinstance(body, str) else json.dumps(body)
    if text.startswith("<"):
        return {"message": "the answer is a web page, not an error of the API"}
    title, separator, message = text.partition(": ")
    if separator and "\n" not in title and len(title) < 80:
        return {"title": title, "message": message}
    return {"message": text}


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Seconds that `retry-after-ms` or `Retry-After` (seconds or an HTTP date) ask for; None without a usable one."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    from email.utils import parsedate_to_datetime  # loads `socket`, which readers of this module do not need

    try:
        date = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    return max(0.0, date.timestamp() - (time.time() if now is None else now))


def describe_request(request: httpx.Request) -> str:
    """A request for messages: method and path, without query."""
    return f"{request.method} {request.url.path}"


def describe(error: httpx.RequestError) -> str:
    """What an error of httpx means, in words; its own text is often empty."""
    import httpx  # it is loaded already where its errors occur; who only reads this module need not load it

    match error:
        case httpx.ConnectTimeout():
            meaning = "no connection in time"
        case httpx.PoolTimeout():
            meaning = "all connections are in use, and none became free in time"
        case httpx.TimeoutException():
            meaning = "no answer in time"
        case httpx.ConnectError():
            meaning = "no connection"
        case _:
            meaning = "the connection broke"
    text = one_line(str(error), 200)
    return f"{meaning} ({type(error).__name__}{': ' + text if text else ''})"


def one_line(text: str, limit: int = 600) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 3] + "..."
