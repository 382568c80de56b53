"""Streams of typed events over HTTP (server-sent events): they end with `done`, or with an error. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Generic, Self, TypeVar

import msgspec
from cartesia_io.audio.formats import AudioFormat, SampleCutter
from cartesia_io.hiding import forgetting
from cartesia_io.http import sse
from cartesia_io.http.body import Body
from cartesia_io.http.lease import Lease
from cartesia_io.http.reading import describe
from cartesia_io.iterating import AsyncIterated, Iterated
from cartesia_io.later import httpx
from cartesia_io.live import Live
from cartesia_io.logs import report_end
from cartesia_io.masking import conceal
from cartesia_io.text import one_line
from cartesia_io.usage import heard, not_billed

from ..audio.assembler import failure
from ..audio.incomplete import IncompleteAudioError
from ..errors import APIResponseValidationError, error_fields, from_event
from ..responses import request_id

E = TypeVar("E")
_UNKNOWN = AudioFormat()
Decode = Callable[[bytes | str], Any]


class _EventStream(Live, Generic[E]):
    """What both streams share: decoding bytes to events, and checking that the last one arrived. No I/O."""

    _instead = "pass on its events"

    def __init__(self, response: httpx.Response, decode: Decode, what: str, requested: AudioFormat = _UNKNOWN) -> None:
        self.response = response
        """The httpx.Response, for its headers."""
        self._lease = Lease(response, what)
        self._decode = decode
        self._has_audio = getattr(decode, "has_audio", True)
        self._what = what
        self._parser = sse.Parser()
        self._done = False
        self._received = 0
        self._samples = SampleCutter(requested)
        self._requested = requested
        self._body = response.stream if isinstance(response.stream, Body) else None
        self._patience = response.request.extensions.get("timeout", {}).get("read") if self._body else None

    @property
    def request_id(self) -> str | None:
        """Return the id of the request, if the service sent one."""
        return request_id(self.response)

    def _feed(self, chunk: bytes) -> Iterator[E]:
        """Yield the events that end in this chunk. Those after the last event are ignored."""
        event = None
        for event in self._parser.feed(chunk):
            if self._done:
                return
            if not event.data:
                continue  # a sign of life
            found = self._decoded(event.data)
            if (fields := error_fields(found)) is not None:
                self._done = True
                failure = from_event(fields, self._what, request_id=self.request_id)
                failure.received = self._received
                failure.may_be_billed = failure.may_be_billed or self._received > 0
                if not failure.may_be_billed:
                    not_billed(self.response.request)
                report_end(self._what, failure)
                raise failure
            for name in getattr(found, "_encoded", ()):
                if data := getattr(found, name):
                    self._received += len(data)
                    if (whole := self._samples.feed(data)) is not data:
                        msgspec.structs.force_setattr(found, name, whole)
            if getattr(found, "done", False) is True:
                self._done = True
                self._check_audio()
            yield found
        if event is not None:
            self._expect_event()

    def _expect_event(self) -> None:
        """Wait for the next event as long as for a read. It begins when the caller asks for the event; comments do not count."""
        if self._body is not None:
            self._body.expect(self._patience)

    def _decoded(self, data: bytes) -> Any:
        try:
            return self._decode(data)
        except msgspec.DecodeError as error:
            why = one_line(str(error))
        # Outside of `except`, so that the error does not carry the decoder's.
        text, body = f"{self._what}: an event is not what the API specifies: {why}", data.decode("utf-8", "replace")
        invalid = APIResponseValidationError(text, response=self.response, body=body)
        invalid.received = self._received
        report_end(self._what, invalid)
        raise invalid

    def _finish(self, error: Exception | None) -> None:
        """Check that the stream, which ended or failed, is complete."""
        is_whole = self._done or (error is None and not getattr(self._decode, "needs_done", True))
        if not is_whole or isinstance(error, httpx.StreamError):
            incomplete = self._incomplete(describe(error) if error else "the stream ended without a last event")
            raise failure(error, incomplete)

    def _check_audio(self) -> None:
        """Check the audio of a stream whose last event has arrived."""
        if self._received == 0 and self._has_audio:
            raise self._incomplete("the stream ended without any audio")
        if self._samples.rest:
            raise self._incomplete("it ended within a sample")
        heard(self.response.request, self._requested, b"", self._received)

    def _incomplete(self, why: str) -> IncompleteAudioError:
        self.response, self._parser = conceal(self.response), sse.Parser()  # which may hold the key
        of = "audio" if self._has_audio else "stream"
        error = IncompleteAudioError(
            f"{self._what}: the {of} is not complete: {why}; {self._received} bytes arrived",
            received=self._received,
            duration=self._samples.format.seconds(b"", self._received),
            request_id=self.request_id,
        )
        report_end(self._what, error)
        return error


class EventStream(_EventStream[E], Iterated[E]):
    """Events as they arrive. Iterate over it, in a `with` block if you may leave early.

    Raises while iterating:
        APIStatusError: The stream reports a failure; the subclass is that of its status, such as RateLimitError.
        IncompleteAudioError: The stream ended without a last event.
        APITimeoutError: No event came within the read timeout, or `total` has passed; `received` says what had arrived.
        APIResponseValidationError: An event is not what the API specifies.
    """

    def _iterate(self) -> Iterator[E]:
        failed, chunks, chunk = None, self.response.iter_bytes(), b""
        self._expect_event()
        try:
            with forgetting():  # an event may repeat the key
                for chunk in chunks:
                    yield from self._feed(chunk)
                    if self._done:
                        break
        except (httpx.RequestError, httpx.StreamError, sse.EventTooLongError) as error:
            failed = error
        finally:
            chunk = b""
            if self._done and self._body is not None:
                self._body.finish(chunks)
            self.response.close()
        self._finish(failed)

    def close(self) -> None:
        """Close the connection."""
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncEventStream(_EventStream[E], AsyncIterated[E]):
    """Events as they arrive. Iterate over it, in an `async with` block if you may leave early.

    Raises while iterating:
        APIStatusError: The stream reports a failure; the subclass is that of its status, such as RateLimitError.
        IncompleteAudioError: The stream ended without a last event.
        APITimeoutError: No event came within the read timeout, or `total` has passed; `received` says what had arrived.
        APIResponseValidationError: An event is not what the API specifies.
    """

    async def _iterate(self) -> AsyncIterator[E]:
        failed, chunks, chunk = None, self.response.aiter_bytes(), b""
        self._expect_event()
        try:
            with forgetting():  # an event may repeat the key
                async for chunk in chunks:
                    for event in self._feed(chunk):
                        yield event
                    if self._done:
                        break
        except (httpx.RequestError, httpx.StreamError, sse.EventTooLongError) as error:
            failed = error
        finally:
            chunk = b""
            if self._done and self._body is not None:
                await self._body.afinish(chunks)
            await self.response.aclose()
        self._finish(failed)

    async def close(self) -> None:
        """Close the connection."""
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
