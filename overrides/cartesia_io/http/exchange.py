"""A request and its response over a connection of httpcore that has served one already, in few steps. Sync twin, then async twin.

httpcore checks each header of a request and h11 checks it again, both keep account of each part, and head and body go out apart.
Here, a request of the usual kind is checked as a whole and sent at once. If a response of the usual kind arrives, h11 hears of
neither; any other is read by h11, as ever, which then hears that there was a request, and what has arrived. Other requests, such
as uploads and those that are traced, go the way of httpcore.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any, Self

import h11
import httpcore
import httpx

from . import internals
from .plain_response import NAME, VALUE, Head, read_head

_AT_ONCE = 65536
"""Bytes that are read at once, and those of a body that is sent with its head: a copy of a longer one would take memory."""
_HEARD = {
    name.encode(): h11.Request(method=name, target="/", headers=[("Host", "-")])
    for name in ("GET", "POST", "PUT", "PATCH", "DELETE")
}
"""What h11 hears of a request. How its response must be read depends on no more than the method."""
_END = h11.EndOfMessage()
_HEAD = re.compile(rb"[A-Z]+ [!-~]+ HTTP/1\.1\r\n(?:%b: %b\r\n)+\r\n" % (NAME, VALUE))
"""A head that h11 would send, too, if it has as many lines as it should: a value that holds the end of a line makes one more."""
_UNUSUAL = {b"transfer-encoding", b"upgrade", b"expect"}
_CONNECTIONS = httpcore.HTTPConnection, httpcore.AsyncHTTPConnection  # those through proxies are of other classes
_KINDS = httpcore.HTTP11Connection, httpcore.AsyncHTTP11Connection


def is_at_rest(connection: Any) -> bool:
    """Return whether a connection of httpcore that is idle has read no more than the response."""
    state = internals.h11_state(connection)
    return state is None or not internals.has_surplus(state)


def message(request: httpcore.Request) -> bytes | None:
    """Return a request as it is sent; None if it is of another kind than the usual one, or cannot be sent."""
    stream: Any = request.stream
    if request.method not in _HEARD or "trace" in request.extensions or not isinstance(stream, httpx.ByteStream):
        return None
    body, fields = b"".join(stream), {name.lower(): value for name, value in request.headers}
    length, kept = fields.get(b"content-length", b"0"), fields.get(b"connection", b"keep-alive")
    is_framed = len(body) <= _AT_ONCE and length == b"%d" % len(body) and kept == b"keep-alive"
    if not is_framed or b"host" not in fields or len(fields) != len(request.headers) or not _UNUSUAL.isdisjoint(fields):
        return None
    lines = b"".join([b"%b: %b\r\n" % each for each in request.headers])
    head = b"%b %b HTTP/1.1\r\n%b\r\n" % (request.method, request.url.target, lines)
    is_sound = head.count(b"\n") == len(fields) + 2 and _HEAD.fullmatch(head)
    return head + body if is_sound else None


class _Exchange:
    """What both twins share: how the response is read.

    Args:
        connection: The connection of httpcore. It is in use from now on, until all is over.
        request: The request.
        data: The request as it is sent.
    """

    def __init__(self, connection: Any, request: httpcore.Request, data: bytes) -> None:
        internals.begin(connection)  # it rests again after a whole response alone, wherever Ctrl-C may end the exchange
        self._connection, self._method, self._data = connection, request.method, data
        self._stream, self._state = connection._network_stream, connection._h11_state
        timeouts = request.extensions.get("timeout", {})
        self._to_write, self._to_read = timeouts.get("write"), timeouts.get("read")
        self._is_sent = True
        self._length = self._left = -1
        """Bytes of the body, and those that have not arrived; less than none if h11 reads it, or if there were more."""
        self._rest = b""
        """What has arrived of the body with its head."""

    @classmethod
    def begin(cls, connection: Any, request: httpcore.Request) -> Self | None:
        """Return an exchange that has begun; None if the connection must make it by itself."""
        inner = internals.exchanging(connection)
        if type(connection) not in _CONNECTIONS or type(inner) not in _KINDS or not inner.is_idle():
            return None
        return None if (data := message(request)) is None else cls(inner, request, data)

    def _first(self, data: bytes) -> Any:
        """Return the head of the response from what arrived first: as `Head` or of h11; NEED_DATA if there is more of it."""
        if self._is_sent and (head := read_head(data)) is not None:
            self._length = self._left = head.length
            self._rest = self._part(head.rest) if head.rest else b""
            return head
        self._state.send(_HEARD[self._method])
        self._state.send(_END)
        if not self._is_sent:
            self._state.send_failed()
        return self._more(data)

    def _more(self, data: bytes) -> Any:
        """Return the head of the response after more has arrived, or NEED_DATA. Other responses may come before it."""
        self._take(data)
        while type(event := self._next()) is h11.InformationalResponse:
            pass
        return event

    def _take(self, data: bytes) -> None:
        if not data and self._state.their_state is h11.SEND_RESPONSE:
            raise httpcore.RemoteProtocolError("Server disconnected without sending a response.")
        self._state.receive_data(data)

    def _next(self) -> Any:
        """Return the next event of h11."""
        try:
            return self._state.next_event()
        except h11.RemoteProtocolError as error:
            raise httpcore.RemoteProtocolError(error) from error

    def _part(self, chunk: bytes) -> bytes:
        """Return what of a chunk is of the body."""
        if not chunk:
            counts = f"(received {self._length - self._left} bytes, expected {self._length})"
            raise httpcore.RemoteProtocolError(f"peer closed connection without sending complete message body {counts}")
        self._left -= len(chunk)
        return chunk if self._left >= 0 else chunk[: self._left]

    def _response(self, head: Any) -> httpcore.Response:
        """Return the response, whose class would check again that all in it is bytes."""
        made: Any = httpcore.Response.__new__(httpcore.Response)
        made.stream, version, reason = self, b"HTTP/1.1", head.reason
        if isinstance(head, Head):
            made.status, made.headers = head.status, head.headers
        else:
            made.status, made.headers, version = (
                head.status_code,
                head.headers.raw_items(),
                b"HTTP/" + head.http_version,
            )
        made.extensions = {"http_version": version, "reason_phrase": reason, "network_stream": self._stream}
        return made  # type: ignore[no-any-return]  # as above

    def _end(self) -> bool:
        """Let the next request begin, if all has arrived. Return whether httpcore has to do so, as h11 has read the body."""
        if self._length < 0:
            return self._state.our_state is h11.DONE and self._state.their_state is h11.DONE
        if self._left == 0:
            internals.rest(self._connection)
        return False


class Exchange(_Exchange):
    """A request, and the body of its response."""

    def send(self) -> httpcore.Response:
        """Send the request, and return its response."""
        data, self._data = self._data, b""  # it holds the credential
        try:
            self._stream.write(data, self._to_write)
        except httpcore.WriteError:
            self._is_sent = False  # the service may have answered before it left
        head = self._first(self._stream.read(_AT_ONCE, self._to_read))
        while head is h11.NEED_DATA:
            head = self._more(self._stream.read(_AT_ONCE, self._to_read))
        return self._response(head)

    def __iter__(self) -> Iterator[bytes]:
        rest, self._rest = self._rest, b""
        if rest:
            yield rest
        while self._left > 0:
            yield self._part(self._stream.read(_AT_ONCE, self._to_read))
        while self._length < 0 and ((event := self._next()) is h11.NEED_DATA or type(event) is h11.Data):
            if isinstance(event, h11.Data):
                yield bytes(event.data)
            else:
                self._take(self._stream.read(_AT_ONCE, self._to_read))

    def close(self) -> None:
        """Let the next request begin, if all has arrived."""
        if self._end():
            self._connection._response_closed()


class AsyncExchange(_Exchange):
    """A request, and the body of its response."""

    async def send(self) -> httpcore.Response:
        """Send the request, and return its response."""
        data, self._data = self._data, b""  # it holds the credential
        try:
            await self._stream.write(data, self._to_write)
        except httpcore.WriteError:
            self._is_sent = False  # the service may have answered before it left
        head = self._first(await self._stream.read(_AT_ONCE, self._to_read))
        while head is h11.NEED_DATA:
            head = self._more(await self._stream.read(_AT_ONCE, self._to_read))
        return self._response(head)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        rest, self._rest = self._rest, b""
        if rest:
            yield rest
        while self._left > 0:
            yield self._part(await self._stream.read(_AT_ONCE, self._to_read))
        while self._length < 0 and ((event := self._next()) is h11.NEED_DATA or type(event) is h11.Data):
            if isinstance(event, h11.Data):
                yield bytes(event.data)
            else:
                self._take(await self._stream.read(_AT_ONCE, self._to_read))

    async def aclose(self) -> None:
        """Let the next request begin, if all has arrived."""
        if self._end():
            await self._connection._response_closed()
