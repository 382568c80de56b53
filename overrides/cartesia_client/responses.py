"""What a response says: its body, its ids, how long to wait; and a request or a failure in words.

Imports no I/O library, so that the protocol of the sockets can use it without one.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

REQUEST_ID_HEADERS = ("x-request-id", "cartesia-request-id", "x-cartesia-request-id")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "DELETE")
"""Methods that are never billed, and that may be repeated."""


def request_id(response: httpx.Response) -> str | None:
    """Return the id of the request, if the service sent one."""
    return next((response.headers[name] for name in REQUEST_ID_HEADERS if name in response.headers), None)


def is_billable(response: httpx.Response) -> bool:
    """Return whether the request of a response is of a kind that is billed."""
    request = response._request  # `response.request` raises if there is none
    return request is None or request.method not in SAFE_METHODS


def ends_with_connection(response: httpx.Response) -> bool:
    """Return whether the body has no end but that of the connection, so that a body that is cut looks like a whole one."""
    if "network_stream" not in response.extensions or not response.http_version.startswith("HTTP/1"):
        return False
    return "content-length" not in response.headers and "chunked" not in response.headers.get("transfer-encoding", "")


def read_body(response: httpx.Response) -> Any:
    """Return the body: a value if it is JSON, else text."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return read_text(response)


def read_text(response: httpx.Response) -> str:
    """Return the text of the body; as UTF-8, if it is not in the charset that it names."""
    try:
        return response.text
    except (ValueError, LookupError, AssertionError):  # some codecs of Python are none of text
        return response.content.decode("utf-8", "replace")


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


def is_crowded(status: int, body: Any) -> bool:
    """Return whether an error says that the concurrency limit of the plan is reached. Older versions send no code."""
    return status == 429 and error_texts(body).get("error_code") in (None, "concurrency_limited")


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
        date = parsedate_to_datetime(headers["retry-after"])
        return max(0.0, date.timestamp() - (time.time() if now is None else now))
    except (ValueError, OverflowError):
        return None


def describe_request(request: httpx.Request) -> str:
    """Return method and path of a request, without the query, which may hold private data."""
    return f"{request.method} {request.url.path}"


def describe(error: Exception) -> str:
    """Return what an error of httpx means, in words; its own text is often empty."""
    import httpx  # loaded already wherever its errors occur; see above

    match error:
        case httpx.ConnectTimeout():
            meaning = "no connection in time"
        case httpx.PoolTimeout():
            meaning = "all connections are in use, and none became free in time"
        case httpx.TimeoutException():
            meaning = "no response in time"
        case httpx.DecodingError():
            meaning = "the body cannot be decoded"
        case httpx.ConnectError():
            meaning = "no connection"
        case httpx.RequestError():
            meaning = "the connection broke"
        case _:
            return one_line(str(error))
    text = one_line(str(error), 200)
    return f"{meaning} ({type(error).__name__}{': ' + text if text else ''})"


def one_line(text: str, limit: int = 600) -> str:
    """Return a text in one line of at most `limit` characters."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 3] + "..."


_NOT_ASCII = bytes(range(128, 256))


# The two ways to be wrong: raw audio may consist of any bytes, and an error that arrives in its place may be any text. Sound
# holds control characters, or bytes that are no UTF-8, within a few samples; 8-bit samples of one quiet half-wave may not, but
# they hold no spaces, which would be loud.
def is_text(head: bytes, *, whole: bool = False) -> bool:
    """Return whether these first bytes of a body are words rather than samples. `whole`: no others follow."""
    try:
        text = head.rstrip(_NOT_ASCII).decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return False
    if not re.search(r"[^\W\d_]{3}", text) or len(set(text)) < 5:
        return False
    spaced = len(text.split(maxsplit=1)) > 1 or (whole and len(text) <= 64)
    return spaced and all(character.isprintable() or character in "\t\r\n" for character in text)
