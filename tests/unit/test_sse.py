"""Server-sent events: chunks that end anywhere, and streams that hold other lines."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import cartesia_client as c
import httpx
import msgspec
import pytest
from cartesia_api import events
from cartesia_api.event_decoding import Base64, Event
from cartesia_api.events import TTSSSEChunkEvent, TTSSSEDoneEvent, UnknownEvent
from cartesia_client.http.event_stream import EventStream
from cartesia_io.http.sse import EventTooLongError, Parser, ServerSentEvent
from cartesia_sandbox import Sandbox
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
VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": FORMAT}
CHUNK = {"type": "chunk", "done": False, "status_code": 206, "step_time": 1, "data": base64.b64encode(b"\1\2").decode()}
DONE = {"type": "done", "done": True, "status_code": 206}
KIND = {"content-type": "text/event-stream"}


def test_a_whole_stream() -> None:
    assert list(Parser().feed(STREAM)) == EVENTS


def test_an_event_waits_for_no_line_feed_after_carriage_returns() -> None:
    parser = Parser()
    assert list(parser.feed(b"data: a\r\r")) == [ServerSentEvent(b"", b"a")]
    assert list(parser.feed(b"\ndata: b\r\n\r")) == [ServerSentEvent(b"", b"b")]
    assert list(parser.feed(b"\n")) == []


@given(st.lists(st.integers(0, len(STREAM)), max_size=40))
def test_a_stream_that_is_cut_anywhere(places: list[int]) -> None:
    parser, found = Parser(), list[ServerSentEvent]()
    cuts = [0, *sorted(places), len(STREAM)]
    for start, end in itertools.pairwise(cuts):
        found += parser.feed(STREAM[start:end])
    assert found == EVENTS


def test_a_stream_byte_by_byte() -> None:
    parser = Parser()
    assert [event for byte in STREAM for event in parser.feed(bytes([byte]))] == EVENTS


def test_a_long_event_in_small_chunks_takes_linear_time() -> None:
    parser, data = Parser(), b"data: " + b"x" * 8_000_000 + b"\n\n"
    found = [event for at in range(0, len(data), 1000) for event in parser.feed(data[at : at + 1000])]
    assert [len(event.data) for event in found] == [8_000_000]


@pytest.mark.parametrize("part", [b"x" * 1_000_000, b"data: " + b"x" * 1_000_000 + b"\n"])
def test_an_event_has_a_limit(part: bytes) -> None:
    parser = Parser()
    assert [event.data for event in parser.feed(b"data: 1\n\n" + part)] == [b"1"]
    with pytest.raises(EventTooLongError):
        list(itertools.chain.from_iterable(parser.feed(part) for _ in range(20)))


def test_lines_of_data_without_a_value_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cartesia_io.http.sse.MAX_EVENT", 1000)
    assert list(Parser().feed(b"data\n" * 250)) == []
    with pytest.raises(EventTooLongError):
        list(Parser().feed(b"data\n" * 251))


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


async def test_an_event_without_data_is_a_sign_of_life(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        content=b"data:\n\n" + frames(CHUNK) + b"event: ping\ndata: \n\n" + frames(DONE), headers=KIND
    )
    found, error = await collect(twin)
    assert (len(found), error) == (2, None)


async def test_nothing_is_read_after_the_last_event(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=frames(CHUNK, DONE, CHUNK) + b"data: {broken\n\n", headers=KIND)
    found, error = await collect(twin)
    assert (len(found), error) == (2, None)


@pytest.mark.parametrize("content", [b"", frames(CHUNK), frames(CHUNK) + b'data: {"type": "done", "done": true'])
async def test_a_stream_without_a_last_event_is_incomplete(twin: Twin, httpx_mock: HTTPXMock, content: bytes) -> None:
    httpx_mock.add_response(content=content, headers={**KIND, "x-request-id": "r-7"})
    found, error = await collect(twin)
    assert isinstance(error, c.IncompleteAudioError)
    assert (error.received, error.duration, error.request_id) == (2 * len(found), len(found) / 8000, "r-7")


async def test_a_last_event_without_audio_is_incomplete(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=frames(DONE), headers=KIND)
    found, error = await collect(twin)
    assert isinstance(error, c.IncompleteAudioError)
    assert "without any audio" in str(error)
    assert found == []


async def test_audio_comes_in_whole_samples(twin: Twin, httpx_mock: HTTPXMock) -> None:
    parts = [{**CHUNK, "data": base64.b64encode(part).decode()} for part in (b"\1\2\3", b"\4\5\6")]
    httpx_mock.add_response(content=frames(*parts, DONE), headers=KIND)
    found, error = await collect(twin)
    assert [event.data for event in found[:-1]] == [b"\1\2", b"\3\4\5\6"]
    assert error is None
    httpx_mock.add_response(content=frames(parts[0], DONE), headers=KIND)
    found, error = await collect(twin)
    assert isinstance(error, c.IncompleteAudioError)
    assert error.received == 3


async def test_an_endless_line_ends_the_stream(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=frames(CHUNK) + b"data: " + b"x" * 17_000_000, headers=KIND)
    found, error = await collect(twin)
    assert len(found) == 1
    assert isinstance(error, c.IncompleteAudioError)
    assert "an event is longer than 16777216 bytes; 2 bytes arrived" in str(error)


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


@pytest.mark.parametrize("leave", [True, False])
async def test_a_stream_gives_its_connection_back(twin: Twin, sandbox: Sandbox, leave: bool) -> None:
    client = twin.make(base_url=sandbox.url)
    ports = set()
    for _ in range(3):
        stream = await done(client.tts.generate_sse(**{**SPEECH, "voice": VOICE}))
        ports.add(stream.response.extensions["network_stream"].get_extra_info("client_addr"))
        if not twin.is_async:
            for event in stream:
                if leave and event.type == "done":
                    break
        elif not leave:
            assert await items(stream)
        else:
            async with contextlib.aclosing(aiter(stream)) as events:
                async for event in events:
                    if event.type == "done":
                        break
    assert len(ports) == 1


async def test_audio_of_a_changed_voice_comes_in_whole_samples(twin: Twin, httpx_mock: HTTPXMock) -> None:
    parts = [{**CHUNK, "sample_rate": 8000, "data": base64.b64encode(part).decode()} for part in (b"\1\2\3", b"\4\5\6")]
    httpx_mock.add_response(content=frames(*parts, DONE), headers=KIND)
    fields = {f"output_format_{name}": value for name, value in FORMAT.items()}
    stream = await done(twin.make().voice_changer.generate_sse(clip=b"RIFF", voice_id=VOICE, **fields))
    assert [event.data for event in (await items(stream))[:-1]] == [b"\1\2", b"\3\4\5\6"]


class Tick(Event, frozen=True, kw_only=True):
    """An event without audio, whose text is called as audio is elsewhere."""

    data: str
    done: bool = False


async def test_a_stream_without_audio_by_its_description_ends_without_any() -> None:
    def decode(data: bytes | str) -> Tick:
        return msgspec.json.decode(data, type=Tick)

    decode.has_audio = False  # type: ignore[attr-defined]  # as the emitter writes it
    content = frames({"data": "one"}, {"data": "two", "done": True})
    response = httpx.Response(200, content=content, headers=KIND, request=httpx.Request("GET", "https://x.example"))
    stream: EventStream[Tick] = EventStream(response, decode, "GET /x")
    assert [tick.data for tick in stream] == ["one", "two"]
    cut = httpx.Response(200, content=frames({"data": "one"}), headers=KIND, request=response.request)
    with pytest.raises(c.IncompleteAudioError, match="the stream is not complete: the stream ended without a last"):
        list(EventStream(cut, decode, "GET /x"))
    assert events.decode_stt_manual_finalize_event.has_audio is False  # type: ignore[attr-defined]
    assert not hasattr(events.decode_ttssse_event, "has_audio")


def test_bytes_that_are_left_out_of_an_event_stay_absent() -> None:
    class Piece(Event, frozen=True, kw_only=True):
        _encoded = ("sound",)
        sound: Base64 | None = None

    assert Piece.from_dict({}).sound is None
    assert Piece.from_dict({"sound": "AQI="}).sound == b"\1\2"
