"""Streams of typed events over HTTP (server-sent events): they end with `done`, or with an error. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, Self, TypeVar

import httpx
import msgspec
from cartesia_io.audio.formats import AudioFormat, SampleCutter
from cartesia_io.http import sse
from cartesia_io.http.reading import describe
from cartesia_io.http.time_limits import afinish_body, finish_body
from cartesia_io.text import one_line

from ..audio.incomplete import IncompleteAudioError
from ..errors import APIResponseValidationError, error_fields, from_event
from ..responses import request_id

E = TypeVar("E")
_UNKNOWN = AudioFormat()
Decode = Callable[[bytes | str], Any]


class _EventStream(Generic[E]):
    """What both streams share: decoding bytes to events, and checking that the last one arrived. No I/O."""

    def __init__(self, response: httpx.Response, decode: Decode, what: str, requested: AudioFormat = _UNKNOWN) -> None:
        self.response = response
        """The httpx.Response, for its headers."""
        self._decode = decode
        self._what = what
        self._parser = sse.Parser()
        self._done = False
        self._received = 0
        self._samples = SampleCutter(requested)

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
                failure = from_event(fields, self._what, request_id=self.request_id)
                failure.received = self._received
                failure.may_be_billed = failure.may_be_billed or self._received > 0
                raise failure
            if data := getattr(found, "data", b""):
                self._received += len(data)
                msgspec.structs.force_setattr(found, "data", self._samples.feed(data))
            if getattr(found, "done", False) is True:
                self._done = True
                self._check_audio()
            yield found

    def _decoded(self, data: bytes) -> Any:
        try:
            return self._decode(data)
        except msgspec.DecodeError as error:
            why = one_line(str(error))
        # Outside of `except`, so that the error does not carry the decoder's.
        text, body = f"{self._what}: an event is not what the API specifies: {why}", data.decode("utf-8", "replace")
        invalid = APIResponseValidationError(text, response=self.response, body=body)
        invalid.received = self._received
        raise invalid

    def _finish(self, why: str = "the stream ended without a last event") -> None:
        """Check that the stream, which ended, is complete."""
        if not self._done:
            raise self._incomplete(why)

    def _check_audio(self) -> None:
        """Check the audio of a stream whose last event has arrived."""
        if self._received == 0:
            raise self._incomplete("the stream ended without any audio")
        if self._samples.rest:
            raise self._incomplete("it ended within a sample")

    def _incomplete(self, why: str) -> IncompleteAudioError:
        return IncompleteAudioError(
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
        failure, chunks = "", self.response.iter_bytes()
        try:
            for chunk in chunks:
                yield from self._feed(chunk)
                if self._done:
                    break
        except (httpx.RequestError, sse.EventTooLongError) as error:
            failure = describe(error)
        finally:
            if self._done:
                finish_body(self.response, chunks)
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
        failure, chunks = "", self.response.aiter_bytes()
        try:
            async for chunk in chunks:
                for event in self._feed(chunk):
                    yield event
                if self._done:
                    break
        except (httpx.RequestError, sse.EventTooLongError) as error:
            failure = describe(error)
        finally:
            if self._done:
                await afinish_body(self.response, chunks)
            await self.response.aclose()
        self._finish(failure) if failure else self._finish()

    async def close(self) -> None:
        """Close the connection."""
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
