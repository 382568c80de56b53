"""Building requests of the usual kind, to a path of the base URL with a query and a body of JSON, faster than httpx does.

httpx parses URLs three times for each request, and merges headers one by one. What is the same each time is kept here.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

if TYPE_CHECKING:
    from .opening import Opening

_KNOWN = {"params", "json", "headers", "extensions", "timeout"}
_Raw = tuple[tuple[bytes, bytes], ...]


# Content type of the forms that generated endpoint functions build.
_FIXED_BOUNDARY = re.compile(r"multipart/form-data; *boundary=\+\+\+")


def given_headers(given: Any) -> httpx.Headers:
    """Return the headers that a call gives. They are shared, so they must not be changed."""
    if given is None or type(given) is dict:
        return _given_headers(tuple(given.items()) if given else ())
    return _without_boundary(httpx.Headers(given))


@functools.lru_cache(64)
def _given_headers(given: tuple[tuple[Any, Any], ...]) -> httpx.Headers:
    return _without_boundary(httpx.Headers(list(given)))


def _without_boundary(headers: httpx.Headers) -> httpx.Headers:
    # With a fixed boundary, a file could inject form fields. Without the header, httpx draws a random boundary.
    if _FIXED_BOUNDARY.match(headers.get("content-type", "")):
        del headers["content-type"]
    return headers


def merged_headers(*parts: Mapping[str, str]) -> httpx.Headers:
    """Return headers of which the later ones win. They are shared, so they must not be changed.

    Args:
        parts: Dicts, or headers of httpx.
    """
    raw = [tuple(each.raw if isinstance(each, httpx.Headers) else each.items()) for each in parts if each]
    return _merged_headers(*raw)


@functools.lru_cache(256)
def _merged_headers(*parts: tuple[tuple[Any, Any], ...]) -> httpx.Headers:
    headers = httpx.Headers()
    for each in parts:
        headers.update(httpx.Headers(list(each)))
    return headers


class _Merged(NamedTuple):
    """The headers that many requests have."""

    headers: httpx.Headers
    encoding: str
    """How they are encoded. httpx would find that out header by header, for each request."""
    is_framed: bool
    """Whether they say themselves where the body ends."""


class _NoBody(httpx.ByteStream):
    """The body of a request that has none. One of httpx yields an empty piece, which takes h11 as many steps as a full one."""

    def __iter__(self) -> Iterator[bytes]:
        return iter(())

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


class Builder:
    """Builds the requests of a client of httpx.

    Args:
        client: The client.
    """

    def __init__(self, client: httpx.Client | httpx.AsyncClient) -> None:
        self._client = client
        self._base = client.base_url
        self._address = functools.lru_cache(256)(self._merged)
        self._headers = functools.lru_cache(64)(self._completed)

    def build(self, method: str, url: Any, given: dict[str, Any]) -> httpx.Request | None:
        """Return the request that httpx would build; None for one of another kind.

        Args:
            method: Method of the request.
            url: Its URL; it must begin with / for a path of the base URL.
            given: The other arguments of `build_request`, complete.
        """
        if type(url) is not str or url[:1] != "/" or url[:2] == "//" or not given.keys() <= _KNOWN:
            return None
        client = self._client
        if client.base_url is not self._base or client.params or len(client.cookies.jar):
            return None  # the program has changed the client
        params = given.get("params")
        query = str(httpx.QueryParams(params)) if params else None
        if params is not None and not query and (params or "?" in url):
            return None
        is_json = given.get("json") is not None
        merged = self._headers(tuple(client.headers.raw), tuple(given["headers"].raw), is_json)
        if merged.is_framed:
            return None
        body = b""
        if is_json:
            # As httpx writes it.
            body = json.dumps(given["json"], ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        timeout = httpx.Timeout(given["timeout"]) if "timeout" in given else client.timeout
        extensions = {**given["extensions"], "timeout": timeout.as_dict()}
        stream = httpx.ByteStream(body) if body else _NoBody(b"")
        request = httpx.Request(
            method, self._address(url, query), headers=merged.headers, stream=stream, extensions=extensions
        )
        request.headers.encoding = merged.encoding
        if is_json or method.upper() in ("POST", "PUT", "PATCH"):
            request.headers["Content-Length"] = str(len(body))
        request.read()  # as httpx does: hooks and tests look at the content
        return request

    def _merged(self, url: str, query: str | None) -> httpx.URL:
        target = httpx.URL(url)
        merged = self._base.copy_with(raw_path=self._base.raw_path + target.raw_path.lstrip(b"/"))
        return merged if query is None else httpx.URL(merged, query=query.encode())

    def _completed(self, common: _Raw, added: _Raw, is_json: bool) -> _Merged:
        headers = httpx.Headers([(b"Host", self._base.netloc), *common])
        headers.update(httpx.Headers(list(added)))
        if is_json:
            headers.setdefault("Content-Type", "application/json")
        encoding = "utf-8" if headers.encoding == "ascii" else headers.encoding  # a hook may add what is not ASCII
        return _Merged(headers, encoding, "Content-Length" in headers or "Transfer-Encoding" in headers)


def checked(request: httpx.Request) -> httpx.Request:
    """Return a request of httpx. Raise ValueError if its headers contradict its body about where that ends."""
    given, coding = request.headers.get("content-length"), request.headers.get("transfer-encoding")
    body: Any = request.stream
    size = getattr(body, "get_content_length", lambda: None)()  # of a form
    if isinstance(body, httpx.ByteStream):
        size = len(request.content)
    if coding is not None and (size is not None or given is not None or coding.lower() != "chunked"):
        raise ValueError("the header Transfer-Encoding cannot be passed; it follows from the body")
    if None not in (size, given) and given != str(size):
        raise ValueError(f"the header Content-Length does not say {size}, which is the size of the body")
    return request


def install(client: httpx.Client | httpx.AsyncClient, options: Mapping[str, Any]) -> tuple[Builder, list[Opening]]:
    """Give a client of httpx, made with these options, the limits and pools of this package.

    Returns:
        What builds its requests, and the connections that its own transports are opening.
    """
    from . import limited_streams, pool  # they load httpcore, which httpx has loaded now

    foreign = [options.get("transport"), *(options.get("mounts") or {}).values()]
    opening = limited_streams.install(client, foreign)
    pool.install(client, foreign)
    return Builder(client), opening
