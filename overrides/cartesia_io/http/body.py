"""The body of a response, within limits of time. Sync, then async."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
from cartesia_api.arguments import InvalidRequestError

from ..hiding import forgetting
from ..masking import masked
from ..turns import FREE, Place
from .time_limits import stream_of

_CLOSED = httpx.ByteStream(b"")
END_TIMEOUT, MAX_END = 0.2, 65536
"""Seconds and bytes that the end of a body may take."""


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response, which ends in time. Its failures are those of httpx, and show no variables of the frames below.

    The place of a call is given back when its body is closed or dropped.

    Args:
        response: The response, whose body this becomes.
        seconds: Seconds that the body may take; `math.inf` sets no limit.
        clock: Returns the time in seconds.
    """

    def __init__(self, response: httpx.Response, seconds: float, clock: Callable[[], float]) -> None:
        self._body: Any = response.stream
        self._stream = stream_of(response)
        self._clock = clock
        self._end = self._due = clock() + seconds
        self._place = FREE
        response.stream = self
        self.expect(None)

    def keep(self, place: Place) -> None:
        """Keep the place of the call as long as this body."""
        self._place, place.kept = place, True

    def expect(self, seconds: float | None) -> None:
        """Wait so many seconds at most until more of use arrives (None: no limit). Call it again when that has happened."""
        now = self._clock()
        due = self._end if seconds is None else now + seconds
        self._due = due = due if due < self._end else self._end
        # This interrupts a read. The check of each chunk below is for HTTP/2, whose connections others share.
        if self._stream is not None:
            self._stream.limit(due - now)

    @contextlib.contextmanager
    def _failing_as_httpx(self) -> Iterator[None]:
        """Raise what the libraries below raise in this block as an error of httpx. No code of the caller runs there."""
        try:
            yield
        except httpx.TimeoutException as error:
            if self._clock() < self._end:
                raise
            raise httpx.ReadTimeout("the time of the whole call is up") from error
        except httpx.RequestError as error:
            error.args = tuple(masked(error.args))
            raise
        except InvalidRequestError:
            raise  # another process reads
        except Exception as error:  # those of a connection that another thread or task closes, for one
            raise httpx.ReadError(f"{type(error).__name__}: {error}") from error

    def __iter__(self) -> Iterator[bytes]:
        with forgetting(), self._failing_as_httpx():
            for chunk in self._body:
                if self._clock() >= self._due:
                    raise httpx.ReadTimeout("the time is up")
                yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with forgetting(), self._failing_as_httpx():
            async for chunk in self._body:
                if self._clock() >= self._due:
                    raise httpx.ReadTimeout("the time is up")
                yield chunk

    def close(self) -> None:
        """Close the body of a sync client."""
        try:
            self._body.close()
        finally:
            self._drop()

    async def aclose(self) -> None:
        """Close the body of an async client."""
        try:
            await self._body.aclose()
        finally:
            self._drop()

    def _drop(self) -> None:
        """Give the place back, and let go of what is read: httpx's stream holds the response, which holds this body."""
        self._body = _CLOSED
        self._place.release()

    # An event stream ends with its last event, and its body a little later. That is read, so that the connection can be used
    # again. A service that goes on instead, or says nothing for 0.2 s, gets no more patience.

    def finish(self, chunks: Iterator[bytes]) -> None:
        """Read the end of this body, of which nothing more is of use, from what the response made of it."""
        left = self._begin_end()
        with contextlib.suppress(httpx.RequestError):
            while left > 0 and (chunk := next(chunks, None)) is not None:
                left -= len(chunk)

    async def afinish(self, chunks: AsyncIterator[bytes]) -> None:
        """Read the end of this body, as `finish` does."""
        left = self._begin_end()
        with contextlib.suppress(httpx.RequestError):
            while left > 0 and (chunk := await anext(chunks, None)) is not None:
                left -= len(chunk)

    def _begin_end(self) -> int:
        """Return the bytes to read: none over HTTP/2, whose connections others share."""
        self.expect(END_TIMEOUT)
        return 0 if self._stream is None else MAX_END
