"""Server-sent events: chunks that end anywhere, and streams that hold other lines."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_api.events import TTSSSEChunkEvent, TTSSSEDoneEvent, UnknownEvent
from cartesia_client.http.sse import Parser, ServerSentEvent
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock, IteratorStream

from tests.unit.conftest import Twin, done, items, twin

__all__ = ["twin"]

STREAM = (
    "\ufeff: a comment\r\n"
    'event: chunk\r\ndata: {"a":\r\ndata:  1}\r\nid: 7\r\nretry: 10\r\n\r\n'
    ":\n\n"
    "data:äöü 🙂\n\n"
    "event: lonely\n\n"
    "data\r\rdata: last\n\n"
    "data: never ended\n"
).encode()
EVENTS = [
    ServerSentEvent(b"chunk", b'{"a":\n 1}'),
    ServerSentEvent(b"", "äöü 🙂".encode()),
    ServerSentEvent(b"", b""),
    ServerSentEvent(b"", b"last"),
]
FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": FORMAT}
CHUNK = {"type": "chunk", "done": False, "status_code": 206, "step_time": 1, "data": base64.b64encode(b"\1\2").decode()}
DONE = {"type": "done", "done": True, "status_code": 206}
KIND = {"content-type": "text/event-stream"}


def test_a_whole_stream() -> None:
    assert Parser().feed(STREAM) == EVENTS


@given(st.lists(st.integers(0, len(STREAM)), max_size=40))
def test_a_stream_that_is_cut_anywhere(places: list[int]) -> None:
    parser, found = Parser(), []
    cuts = [0, *sorted(places), len(STREAM)]
    for start, end in itertools.pairwise(cuts):
        found += parser.feed(STREAM[start:end])
    assert found == EVENTS


def test_a_stream_byte_by_byte() -> None:
    parser = Parser()
    assert [event for byte in STREAM for event in parser.feed(bytes([byte]))] == EVENTS


def frames(*events: dict[str, Any]) -> bytes:
    return b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in events)


async def collect(twin: Twin) -> tuple[list[Any], Exception | None]:
    """Return the events, and the error that ended the stream."""
    found: list[Any] = []
    try:
        stream = await done(twin.make(max_retries=0).tts.generate_sse(**SPEECH))
        if twin.is_async:
            async for event in stream:
                found.append(event)  # what came before an error must stay
        else:
            for event in stream:
                found.append(event)  # the same
    except c.CartesiaError as error:
        return found, error
    return found, None


async def test_typed_events_with_decoded_audio(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=frames(CHUNK, {"type": "news", "x": 1}, DONE), headers=KIND)
    found, error = await collect(twin)
    assert error is None
    assert [type(event) for event in found] == [TTSSSEChunkEvent, UnknownEvent, TTSSSEDoneEvent]
    assert found[0].data == b"\1\2"
    assert found[1].fields == {"type": "news", "x": 1}


async def test_nothing_is_read_after_the_last_event(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=frames(CHUNK, DONE, CHUNK) + b"data: {broken\n\n", headers=KIND)
    found, error = await collect(twin)
    assert (len(found), error) == (2, None)


@pytest.mark.parametrize("content", [b"", frames(CHUNK), frames(CHUNK) + b'data: {"type": "done", "done": true'])
async def test_a_stream_without_a_last_event_is_incomplete(twin: Twin, httpx_mock: HTTPXMock, content: bytes) -> None:
    httpx_mock.add_response(content=content, headers={**KIND, "x-request-id": "r-7"})
    found, error = await collect(twin)
    assert isinstance(error, c.IncompleteAudioError)
    assert (error.received, error.request_id) == (2 * len(found), "r-7")


async def test_a_connection_that_breaks_is_incomplete(twin: Twin, httpx_mock: HTTPXMock) -> None:
    class Broken(IteratorStream):
        def __iter__(self) -> Iterator[bytes]:
            yield frames(CHUNK)
            raise httpx.ReadError("reset")

        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield frames(CHUNK)
            raise httpx.ReadError("reset")

    httpx_mock.add_response(stream=Broken([]), headers=KIND)
    found, error = await collect(twin)
    assert isinstance(error, c.IncompleteAudioError)
    assert "connection broke (ReadError: reset); 2 bytes arrived" in str(error)
    assert len(found) == 1


NEW = {"error_code": "concurrency_limited", "title": "T", "message": "M", "request_id": "r"}


@pytest.mark.parametrize(
    ("fields", "kind", "sentence"),
    [
        ({"status_code": 429, **NEW}, c.RateLimitError, "POST /tts/sse: 429 concurrency_limited: T: M (request id r)"),
        ({"status_code": 400, "error": "Invalid model: no such"}, c.BadRequestError, "400: Invalid model: no such"),
        ({}, c.InternalServerError, "500: no explanation"),
    ],
)
async def test_an_error_event_raises_in_old_and_new_shape(
    twin: Twin, httpx_mock: HTTPXMock, fields: dict[str, Any], kind: type[Exception], sentence: str
) -> None:
    httpx_mock.add_response(content=frames(CHUNK, {"type": "error", "done": True, **fields}), headers=KIND)
    found, error = await collect(twin)
    assert len(found) == 1
    assert type(error) is kind
    assert sentence in str(error)


@pytest.mark.parametrize("data", [b"{", b'{"type": "chunk"}', b'{"type": "chunk", "data": 5}', b"[]"])
async def test_a_broken_event_is_a_typed_error(twin: Twin, httpx_mock: HTTPXMock, data: bytes) -> None:
    httpx_mock.add_response(content=frames(CHUNK) + b"data: " + data + b"\n\n", headers=KIND)
    found, error = await collect(twin)
    assert len(found) == 1
    assert isinstance(error, c.APIResponseValidationError)
    assert error.body == data.decode()


async def test_what_is_no_event_stream_is_rejected(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ok": True})
    _, error = await collect(twin)
    assert isinstance(error, c.APIResponseValidationError)


async def test_a_stream_can_be_left(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=frames(CHUNK, CHUNK, DONE), headers=KIND)
    stream = await done(twin.make().tts.generate_sse(**SPEECH))
    if twin.is_async:
        async with stream:
            assert await anext(aiter(stream))
    else:
        with stream:
            assert next(iter(stream))
    assert stream.response.is_closed
    httpx_mock.add_response(content=frames(CHUNK, DONE), headers=KIND)
    stream = await done(twin.make().tts.generate_sse(**SPEECH))
    assert len(await items(stream)) == 2
    await done(stream.close())
