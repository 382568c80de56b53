"""Streams of typed events over HTTP (server-sent events): they end with `done`, or with an error. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, Self, TypeVar

import httpx
import msgspec

from ..audio.incomplete import IncompleteAudioError
from ..errors import APIResponseValidationError, error_fields, from_event
from ..responses import describe, one_line, request_id
from . import sse

E = TypeVar("E")
Decode = Callable[[bytes | str], Any]


class _EventStream(Generic[E]):
    """What both streams share: decoding bytes to events, and checking that the last one arrived. No I/O."""

    def __init__(self, response: httpx.Response, decode: Decode, what: str) -> None:
        self.response = response
        """The httpx.Response, for its headers."""
        self._decode = decode
        self._what = what
        self._parser = sse.Parser()
        self._done = False
        self._received = 0

    @property
    def request_id(self) -> str | None:
        """Return the id of the request, if the service sent one."""
        return request_id(self.response)

    def _feed(self, chunk: bytes) -> Iterator[E]:
        """Yield the events that end in this chunk. Those after the last event are ignored."""
        for event in self._parser.feed(chunk):
            if self._done:
                return
            found = self._decoded(event.data)
            if (fields := error_fields(found)) is not None:
                self._done = True
                raise from_event(fields, self._what, request_id=self.request_id)
            self._received += len(getattr(found, "data", b""))
            self._done = getattr(found, "done", False) is True
            yield found

    def _decoded(self, data: bytes) -> Any:
        try:
            return self._decode(data)
        except msgspec.DecodeError as error:
            why = one_line(str(error))
        # Outside of `except`, so that the error does not carry the decoder's.
        raise APIResponseValidationError(
            f"{self._what}: an event is not what the API specifies: {why}",
            response=self.response,
            body=data.decode("utf-8", "replace"),
        )

    def _finish(self, why: str = "the stream ended without a last event") -> None:
        """Check that the stream, which ended, is complete."""
        if not self._done:
            raise IncompleteAudioError(
                f"{self._what}: the audio is not complete: {why}; {self._received} bytes arrived",
                received=self._received,
                request_id=self.request_id,
            )


class EventStream(_EventStream[E]):
    """Events as they arrive. Iterate over it, in a `with` block if you may leave early.

    Raises while iterating:
        APIStatusError: The stream reports a failure; the subclass is that of its status, such as RateLimitError.
        IncompleteAudioError: The stream ended without a last event.
        APIResponseValidationError: An event is not what the API specifies.
    """

    def __iter__(self) -> Iterator[E]:
        failure = ""
        try:
            for chunk in self.response.iter_bytes():
                yield from self._feed(chunk)
                if self._done:
                    break
        except httpx.RequestError as error:
            failure = describe(error)
        finally:
            self.response.close()
        self._finish(failure) if failure else self._finish()

    def close(self) -> None:
        """Close the connection."""
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncEventStream(_EventStream[E]):
    """Events as they arrive. Iterate over it, in an `async with` block if you may leave early.

    Raises while iterating:
        APIStatusError: The stream reports a failure; the subclass is that of its status, such as RateLimitError.
        IncompleteAudioError: The stream ended without a last event.
        APIResponseValidationError: An event is not what the API specifies.
    """

    async def __aiter__(self) -> AsyncIterator[E]:
        failure = ""
        try:
            async for chunk in self.response.aiter_bytes():
                for event in self._feed(chunk):
                    yield event
                if self._done:
                    break
        except httpx.RequestError as error:
            failure = describe(error)
        finally:
            await self.response.aclose()
        self._finish(failure) if failure else self._finish()

    async def close(self) -> None:
        """Close the connection."""
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
