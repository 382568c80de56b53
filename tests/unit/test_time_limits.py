"""Time: one limit for a whole call, limits of streams and connections, and calls that end when the client closes."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import cartesia_client as c
import httpx
import pytest
from pytest_httpx import HTTPXMock, IteratorStream

from tests.faults.calls import entered
from tests.faults.server import Line, Server, head
from tests.unit.conftest import Twin, done, items, twin
from tests.unit.test_sse import CHUNK, DONE, KIND, SPEECH, frames
from tests.waiting import AT_ONCE, until

__all__ = ["twin"]
EVENTS = {"content_type": "text/event-stream", "transfer_encoding": "chunked"}
RAW = SPEECH["output_format"]


def piece(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def trickle(first: bytes, more: bytes, **headers: str) -> Callable[[Line], None]:
    """Return a script that sends the beginning of a body, and then a little again and again."""

    def script(line: Line) -> None:
        line.send(head(200, **headers, transfer_encoding="chunked") + piece(first))
        for _ in range(200):
            time.sleep(0.02)
            line.send(piece(more))

    return script


async def call(client: Any, method: str, arrived: Callable[[], object] = bool) -> None:
    """Call a method, and read its stream to the end. Say that a part of it has arrived."""
    if method.endswith(("stream", "sse")):
        await stream_all(client, method, arrived)
    else:
        await done(client.voices.get("v") if method == "voices.get" else client.tts.generate(**SPEECH))


AUDIO = trickle(bytes(100), bytes(2), content_type="audio/pcm")
COMMENTS = trickle(frames(CHUNK), b": still there\n\n", content_type="text/event-stream")


async def stream_all(client: Any, method: str, arrived: Callable[[], object] = bool, **more: Any) -> None:
    """Read a stream to its end, in either color. Say that a part of it has arrived."""
    async with contextlib.AsyncExitStack() as stack:
        if method == "generate_sse":
            parts = await done(client.tts.generate_sse(**SPEECH, **more))
        else:
            parts = await stack.enter_async_context(entered(client.tts.generate_stream(**SPEECH, **more)))
        if isinstance(client, c.Cartesia):
            for _ in parts:
                arrived()
        else:
            async for _ in parts:
                arrived()


@pytest.mark.parametrize("place", ["client", "options", "call"])
async def test_a_whole_call_has_a_limit_beyond_which_nothing_is_sent_again(
    twin: Twin, httpx_mock: HTTPXMock, place: str
) -> None:
    httpx_mock.add_response(503, json={}, is_reusable=True)
    client = twin.make(max_retries=99, **({"total": 3} if place == "client" else {"total": 60}))
    client = client.with_options(total=3) if place == "options" else client
    with pytest.raises(c.InternalServerError, match="total is 3 s"):
        await done(client.voices.get("v", **({"total": 3} if place == "call" else {})))
    assert 1 < sum(twin.slept) < 3
    with pytest.raises(c.InternalServerError, match="retry_deadline is 120 s"):
        await done(client.voices.get("v", total=None))


async def test_nothing_is_sent_when_no_time_is_left(twin: Twin) -> None:
    with pytest.raises(c.APITimeoutError, match="time of the whole call is up") as caught:
        await done(twin.make(base_url="http://127.0.0.1:9").tts.generate(**SPEECH, total=0))
    assert not caught.value.may_be_billed
    assert "connections are in use" not in str(caught.value)


async def test_an_error_of_a_call_that_is_not_retried_names_its_limit(twin: Twin) -> None:
    with Server(lambda line: line.hold()) as server:
        client = twin.make(base_url=server.url)
        client._policy.clock = time.monotonic
        with pytest.raises(c.APITimeoutError, match=r"not retried .*whole call is up \(total=1 s\)") as caught:
            await done(client.tts.generate(**SPEECH, total=1.0))
    assert caught.value.may_be_billed


@pytest.mark.parametrize("bad", [-1, "5", True, float("nan"), httpx.Timeout(1)])
async def test_a_limit_of_a_call_is_seconds(twin: Twin, bad: Any) -> None:
    with pytest.raises(c.ConfigurationError, match="total must be a number of seconds"):
        twin.make(total=bad)
    with pytest.raises(c.InvalidRequestError, match="total must be a number of seconds"):
        twin.make().with_options(total=bad)
    with pytest.raises(c.InvalidRequestError, match="total must be a number of seconds"):
        await done(twin.make().voices.get("v", total=bad))


@pytest.mark.parametrize("method", ["generate", "generate_stream", "generate_sse", "voices.get"])
async def test_a_body_that_goes_on_ends_with_the_call(twin: Twin, method: str) -> None:
    json_ = trickle(b'{"id":', b" ", content_type="application/json")
    script = {"generate_sse": COMMENTS, "voices.get": json_}.get(method, AUDIO)
    began = time.monotonic()
    with Server(script) as server:
        client = twin.make(base_url=server.url, total=0.3, max_retries=0)
        client._policy.clock = time.monotonic
        with pytest.raises(c.APITimeoutError, match="time of the whole call is up") as caught:
            await call(client, method)
    assert 0.25 < time.monotonic() - began < AT_ONCE
    error = caught.value
    assert error.may_be_billed == (method != "voices.get")
    assert error.received >= {"generate_sse": 2, "voices.get": 0}.get(method, 100)
    if method == "generate":
        assert error.partial is not None
        assert len(error.partial) == error.received - error.received % 2


async def test_the_wait_for_a_turn_counts(twin: Twin) -> None:
    with Server(lambda line: line.hold()) as server:
        client = twin.make(base_url=server.url, concurrency=1)
        client._policy.clock = time.monotonic
        place = client._policy.place("tts", "another call")
        place.take()
        with pytest.raises(c.APITimeoutError, match=r"not sent, .* within 0\.(1|09)"):
            await done(client.tts.generate(**SPEECH, total=0.1))
        place.release()
    assert server.requests == 0


@pytest.mark.parametrize("place", ["client", "options"])
@pytest.mark.parametrize("wait", ["handshake", "turn", "retry"])
async def test_it_limits_the_attempts_to_open_a_socket(twin: Twin, place: str, wait: str) -> None:
    def script(line: Line) -> None:
        line.respond(500, retry_after="60") if wait == "retry" else line.hold()

    began = time.monotonic()
    with Server(script) as server:
        client = twin.make(base_url=server.url, total=0.1 if place == "client" else None, concurrency=1)
        client._policy.clock = time.monotonic
        places = [client._policy.place("socket", "another socket") for _ in range(10 if wait == "turn" else 0)]
        for each in places:
            each.take()
        client = client.with_options(total=0.1) if place == "options" else client
        with pytest.raises(c.APIError, match=r"total (is|=)|within 0\.") as caught:
            async with entered(client.tts.websocket_connect()):
                pass
    assert time.monotonic() - began < AT_ONCE
    assert not caught.value.may_be_billed


async def test_the_retries_of_options_are_those_of_sockets_too(twin: Twin) -> None:
    with Server(lambda line: line.respond(500)) as server:
        client = twin.make(base_url=server.url).with_options(max_retries=0)
        with pytest.raises(c.InternalServerError):
            async with entered(client.tts.websocket_connect()):
                pass
    assert server.requests == 1


async def test_the_wait_for_a_connection_counts(twin: Twin) -> None:
    def hold(line: Line) -> None:
        line.send(head(200, content_type="text/event-stream", transfer_encoding="chunked") + piece(frames(CHUNK)))
        line.hold()

    with Server(hold) as server:
        client = twin.make(base_url=server.url, limits=httpx.Limits(max_connections=1), max_retries=0)
        stream = await done(client.tts.generate_sse(**SPEECH))
        with pytest.raises(c.APITimeoutError) as caught:
            await done(client.tts.generate(**SPEECH, total=0.2))
        assert not caught.value.may_be_billed
        await done(stream.close())


class Timed(IteratorStream):
    """A body during which time passes: a number is seconds, bytes are a chunk."""

    def __init__(self, twin: Twin, parts: list[Any]) -> None:
        super().__init__([])
        self._twin = twin
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            if isinstance(part, bytes):
                yield part
            else:
                self._twin.now += part

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


async def test_comments_between_events_do_not_count_as_a_sign_of_life(twin: Twin, httpx_mock: HTTPXMock) -> None:
    parts = [frames(CHUNK), *([20, b": here\n\n"] * 3), frames(DONE)]
    httpx_mock.add_response(stream=Timed(twin, parts), headers=KIND)
    with pytest.raises(c.APITimeoutError, match="2 bytes arrived") as caught:
        await stream_all(twin.make(), "generate_sse")
    assert (caught.value.received, caught.value.may_be_billed) == (2, True)
    httpx_mock.add_response(stream=Timed(twin, parts), headers=KIND)
    await stream_all(twin.make(), "generate_sse", timeout=None)


async def test_comments_on_a_connection_end_with_the_timeout_of_a_read(twin: Twin) -> None:
    began = time.monotonic()
    with Server(COMMENTS) as server, pytest.raises(c.APITimeoutError, match="2 bytes arrived"):
        await stream_all(twin.make(base_url=server.url, timeout=0.3), "generate_sse")
    assert 0.25 < time.monotonic() - began < AT_ONCE


async def test_a_reader_that_takes_its_time_is_never_late(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(stream=Timed(twin, [frames(CHUNK), frames(CHUNK), frames(DONE)]), headers=KIND)
    stream = await done(twin.make().tts.generate_sse(**SPEECH))
    twin.now += 100
    if twin.is_async:
        async for _ in stream:
            twin.now += 100
    else:
        for _ in stream:
            twin.now += 100


def again(line: Line) -> None:
    line.head = b""
    line.read_request()


def keep_alive(status: int, media: str) -> bytes:
    return f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()


@pytest.mark.parametrize("first", ["total", "events", "error"])
async def test_a_connection_that_is_used_again_has_no_limit_left(twin: Twin, first: str) -> None:
    connections = []

    def script(line: Line) -> None:
        connections.append(line)
        body = {"total": bytes(100), "events": frames(CHUNK, DONE), "error": b'{"title": "No"}'}[first]
        media = {"total": "audio/pcm", "events": "text/event-stream", "error": "application/json"}[first]
        line.send(keep_alive(400 if first == "error" else 200, media) + piece(body) + b"0\r\n\r\n")
        again(line)
        line.send(keep_alive(200, "audio/pcm") + piece(bytes(100)))
        time.sleep(0.5)
        line.send(piece(bytes(100)) + b"0\r\n\r\n")

    with Server(script) as server:
        client = twin.make(base_url=server.url, max_retries=0)
        client._policy.clock = time.monotonic
        if first == "total":
            await done(client.tts.generate(**SPEECH, total=0.3))
        elif first == "events":
            await stream_all(client, "generate_sse")
        else:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("cartesia_client.http.attempts.ERROR_TIMEOUT", 0.3)
                with pytest.raises(c.BadRequestError):
                    await done(client.tts.generate(**SPEECH))
        assert len(await done(client.tts.generate(**SPEECH))) == 200
        await done(client.close())
    assert len(connections) == 1


@pytest.mark.parametrize("where", ["head", "audio", "events", "voices.get"])
async def test_closing_the_client_ends_its_calls(twin: Twin, where: str) -> None:
    reached = threading.Event()

    def script(line: Line) -> None:
        if where in ("audio", "events"):
            media, body = ("audio/pcm", bytes(100)) if where == "audio" else ("text/event-stream", frames(CHUNK))
            line.send(keep_alive(200, media) + piece(body))
        else:
            reached.set()
        line.hold()

    method = {"head": "generate", "audio": "generate_stream", "events": "generate_sse"}.get(where, where)
    with Server(script) as server:
        client = twin.make(base_url=server.url)
        if twin.is_async:
            task = asyncio.ensure_future(call(client, method, reached.set))
        else:
            task = asyncio.ensure_future(asyncio.to_thread(lambda: asyncio.run(call(client, method, reached.set))))
        await until(reached.is_set)
        await asyncio.sleep(0.05)
        await done(client.close())
        with pytest.raises((c.APIConnectionError, c.IncompleteAudioError)) as caught:
            async with asyncio.timeout(AT_ONCE):
                await task
    assert caught.value.may_be_billed == (where != "voices.get")
    assert caught.value.received == {"audio": 100, "events": 2}.get(where, 0)


@pytest.mark.parametrize("method", ["generate_stream", "generate_sse"])
async def test_a_stream_is_read_once(twin: Twin, httpx_mock: HTTPXMock, method: str) -> None:
    body, media = (
        (frames(CHUNK, DONE), KIND) if method == "generate_sse" else (bytes(100), {"content-type": "audio/pcm"})
    )
    httpx_mock.add_response(stream=IteratorStream([body]), headers=media)
    stream = await done(getattr(twin.make().tts, method)(**SPEECH))
    if method == "generate_stream":
        await done(stream.__aenter__() if twin.is_async else stream.__enter__())
    await items(stream)
    with pytest.raises(c.InvalidRequestError, match=r"POST /tts/.*: the audio was read already"):
        await items(stream)


async def test_an_error_of_the_callers_code_is_left_as_it_is(twin: Twin, httpx_mock: HTTPXMock) -> None:
    def sync_hook(request: httpx.Request) -> None:
        raise LookupError("mine")

    async def hook(request: httpx.Request) -> None:
        raise LookupError("mine")

    client = twin.make(event_hooks={"request": [hook if twin.is_async else sync_hook]})
    with pytest.raises(LookupError, match="mine"):
        await done(client.voices.get("v"))


async def test_a_failure_of_a_library_is_a_typed_error(
    twin: Twin, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def afail(*_: Any, **__: Any) -> None:
        raise KeyError(7)

    def fail(*_: Any, **__: Any) -> None:
        raise KeyError(7)

    monkeypatch.setattr("cartesia_io.http.reading._LIBRARIES", {"tests"})
    client = twin.make(max_retries=1)
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    monkeypatch.setattr(http._transport, client._handler, afail if twin.is_async else fail)
    with pytest.raises(c.APIConnectionError, match="KeyError: 7") as caught:
        await done(client.voices.get("v"))
    assert caught.value.attempts == 2
