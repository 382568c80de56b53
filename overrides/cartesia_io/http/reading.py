"""What a response says: its body, how long to wait, whether it can be cut unseen; and a request or a failure in words.

Imports no I/O library, so that the protocol of the sockets can use it without one.
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..text import one_line

if TYPE_CHECKING:
    import httpx

_DEEPEST = 100
"""Levels of a body that is shown as a value. Releases of Python differ in how many they read, and in how many they copy."""
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "DELETE")
"""Methods that are never billed, and that may be repeated."""


def ends_with_connection(response: httpx.Response) -> bool:
    """Return whether the body has no end but that of the connection, so that a body that is cut looks like a whole one."""
    if "network_stream" not in response.extensions or not response.http_version.startswith("HTTP/1"):
        return False
    return "content-length" not in response.headers and "chunked" not in response.headers.get("transfer-encoding", "")


def part_of_whole(response: httpx.Response) -> str | None:
    """Return which part of something a response is, if it is one or does not say otherwise; None for the whole."""
    said = response.headers.get("content-range")
    found = re.fullmatch(r"bytes 0-([0-9]+)/([0-9]+)", said or "")
    is_whole = said is None or (found and int(found[1]) + 1 == int(found[2]) == response.num_bytes_downloaded)
    return None if is_whole else said


def why_incomplete(response: httpx.Response, is_stated: bool) -> str | None:
    """Return why a body whose transfer ended properly may be a part of the whole; None if it is not.

    Args:
        response: The response, whose body has been read.
        is_stated: Whether the body states its own length.
    """
    if part := part_of_whole(response):
        return f"it is a part: {part}"
    if not is_stated and ends_with_connection(response):
        return "it ended with the connection, and nothing in it tells whether more would have followed"
    return None


def why_no_json(content: bytes) -> str | None:
    """Return why a body is no JSON; None if it is."""
    import msgspec  # what speech needs does not load it

    try:
        msgspec.json.decode(content, type=msgspec.Raw)
    except (ValueError, RecursionError) as error:
        return None if _is_json(content) else str(error)
    return None


def _is_json(content: bytes) -> bool:
    """Return whether Python reads a body: unlike msgspec, it takes half of a surrogate pair, but also numbers that are none."""

    def no_number(text: str) -> None:
        raise ValueError(f"{text} is no number of JSON")

    try:
        json.loads(content, parse_constant=no_number)
    except (ValueError, RecursionError):
        return False
    return True


def was_asked_for_part(response: httpx.Response) -> bool:
    """Return whether a response is the part that its request asked for."""
    return response.status_code == 206 and "range" in response.request.headers


def read_body(response: httpx.Response) -> Any:
    """Return the body: a value if it is JSON that can be copied, pickled and shown, else text."""
    try:
        value = json.loads(response.content)
    except (ValueError, RecursionError):
        return read_text(response)
    return value if _is_flat(value) else read_text(response)


def _is_flat(value: Any) -> bool:
    """Return whether values are not held in each other so deeply that Python, which recurses, fails over them."""
    held = [value]
    for _ in range(_DEEPEST):
        lists = [
            list(each.values()) if isinstance(each, dict) else each for each in held if isinstance(each, dict | list)
        ]
        if not (held := [inner for each in lists for inner in each]):
            return True
    return False


def read_text(response: httpx.Response) -> str:
    """Return the text of the body; as UTF-8, if it is not in the charset that it names."""
    try:
        return response.text
    except (ValueError, LookupError, AssertionError):  # some codecs of Python are none of text
        return response.content.decode("utf-8", "replace")


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
    """Return what an error of httpx or of the libraries below means, in words; its own text is often empty."""
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
        case ValueError():
            return one_line(str(error))
        case _:
            meaning = "the connection broke"
    text = one_line(str(error), 200)
    return f"{meaning} ({type(error).__name__}{': ' + text if text else ''})"


_LIBRARIES = {"httpx", "httpcore", "h11", "h2", "hpack", "anyio", "asyncio", "ssl", "socket", "socksio"}


def is_of_library(error: Exception) -> bool:
    """Return whether a library of the network raised an error, and not code of the caller that it called."""
    trace, name = error.__traceback__, ""
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        trace = trace.tb_next
    return name.partition(".")[0] in _LIBRARIES
