"""The text-to-speech socket against scripted servers: every context ends with `done` or a typed error, sync and async."""

from __future__ import annotations

import asyncio
import base64
import gc
import json
import logging
import math
import os
import re
import resource
import sys
import threading
import time
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.events import TTSSocketChunk, TTSSocketTimestamps, UnknownEvent
from cartesia_io.sockets.closed import Closed

from tests.sockets.conftest import Peer, Server
from tests.unit.conftest import Twin, done, twin
from tests.waiting import AT_ONCE, at_once, until

__all__ = ["twin"]

KEY = "sk_car_must_not_be_seen"
RAW = {"container": "raw", "encoding": "pcm_mulaw", "sample_rate": 8000}  # a byte is a sample
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": "v", "output_format": RAW}


def chunk(peer: Peer, context: str, data: bytes = b"\1\2") -> None:
    peer.give(
        type="chunk", context_id=context, done=False, status_code=206, step_time=1, data=base64.b64encode(data).decode()
    )


def finish(peer: Peer, context: str) -> None:
    peer.give(type="done", context_id=context, done=True, status_code=206)


def echo(peer: Peer) -> None:
    """Send each piece of text back as audio."""
    while True:
        frame = peer.take(10)
        if frame.get("cancel"):
            continue
        if frame["transcript"]:
            chunk(peer, frame["context_id"], frame["transcript"].encode())
        if not frame.get("continue"):
            finish(peer, frame["context_id"])


class Speaker:
    """A socket, sync or async, used the same way."""

    def __init__(self, twin: Twin, server: Server, **settings: Any) -> None:
        options = {name: settings.pop(name) for name in ("websocket_auth",) if name in settings}
        self.client = twin.make(**{"api_key": KEY, "base_url": server.url, **settings})
        self.socket = self.client.tts.websocket_connect(**options)
        self.is_async = twin.is_async

    def context(self, **fields: Any) -> Any:
        return self.socket.context(**{**FIELDS, **fields})

    async def events(self, context: Any, found: list[Any] | None = None, **options: Any) -> list[Any]:
        """Return the events, and put them into `found`, which also has those before an error."""
        found = [] if found is None else found
        if self.is_async:
            async for event in context.receive(**options):
                found.append(event)  # what came before an error must stay
        else:

            def collect() -> None:
                for event in context.receive(**options):
                    found.append(event)  # the same

            await asyncio.to_thread(collect)
        return found

    async def audio(self, context: Any) -> bytes:
        return b"".join(event.data for event in await self.events(context) if isinstance(event, TTSSocketChunk))

    async def close(self) -> None:
        await (self.socket.close() if self.is_async else asyncio.to_thread(self.socket.close))


# -- what is sent -----------------------------------------------------------------------------------------------------


async def test_frames_and_handshake(twin: Twin, server: Server) -> None:
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        seen.extend(peer.take() for _ in range(4))
        chunk(peer, seen[0]["context_id"])
        finish(peer, seen[0]["context_id"])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context(language="en", add_timestamps=True, max_buffer_delay_ms=0, context_id="c1")
    await done(context.push("Hello, "))
    await done(context.push("world."))
    await done(context.flush())
    await done(context.no_more_inputs())
    await speaker.events(context)
    same = {**FIELDS, "language": "en", "add_timestamps": True, "max_buffer_delay_ms": 0, "context_id": "c1"}
    assert seen == [
        {**same, "transcript": "Hello, ", "continue": True},
        {**same, "transcript": "world.", "continue": True},
        {**same, "transcript": "", "continue": True, "flush": True},
        {**same, "transcript": "", "continue": False},
    ]
    assert server.peers[0].path == f"/tts/websocket?cartesia_version=2026-08-14&api_key={KEY}"
    await speaker.close()


@pytest.mark.parametrize(
    ("settings", "query", "header"),
    [
        ({"websocket_auth": "headers"}, "", ("X-API-Key", KEY)),
        ({"websocket_auth": "headers", "auth_scheme": "bearer"}, "", ("Authorization", f"Bearer {KEY}")),
        ({"api_key": None, "token": "jwt"}, "&access_token=jwt", None),
        ({"api_key": lambda: "fresh", "version": "2025-04-16"}, "&api_key=fresh", None),
    ],
)
async def test_credentials_are_sent_as_requested(
    twin: Twin, server: Server, settings: dict[str, Any], query: str, header: tuple[str, str] | None
) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server, **settings)
    context = speaker.context()
    await done(context.send("Hi.", continue_=False))
    assert await speaker.audio(context) == b"Hi."
    version = settings.get("version", "2026-08-14")
    assert server.peers[0].path == f"/tts/websocket?cartesia_version={version}{query}"
    if header:
        assert server.peers[0].headers[header[0]] == header[1]
    else:
        assert "X-API-Key" not in server.peers[0].headers
    await speaker.close()


async def test_what_is_fixed_in_a_context_cannot_be_changed(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    with pytest.raises(c.InvalidRequestError, match="missing voice, output_format"):
        await done(speaker.socket.context(model_id="m").push("Hi."))
    context = speaker.context(context_id="c")
    with pytest.raises(ValueError, match="model_id cannot change within a context"):
        await done(context.send("Hi.", model_id="other"))
    assert server.peers == []  # nothing was sent, not even a handshake
    await done(context.push("Hi."))
    with pytest.raises(c.InvalidRequestError) as caught:
        await done(context.push("there", language="de"))
    assert str(caught.value) == "language cannot change within a context (was not set, got 'de')"
    for change in (
        {"voice": "w"},
        {"language": "fr"},
        {"output_format": {**RAW, "sample_rate": 16000}},
        {"context_id": "d"},
    ):
        with pytest.raises(ValueError, match="cannot change"):
            await done(context.push("there", **change))
    await done(context.send("there", voice="v", output_format=RAW, continue_=False))
    with pytest.raises(c.InvalidRequestError, match="closed for input"):
        await done(context.push("more"))
    assert await speaker.audio(context) == b"Hi.there"
    await speaker.close()


ODD_FIELDS: dict[str, dict[str, Any]] = {
    "a name that is half a character": {"\ud800": 1},
    "a timeout of 0": {"timeout": 0},
    "a timeout that is text": {"timeout": "soon"},
    "a timeout that is not a number": {"timeout": math.nan},
    "a timeout longer than any float": {"timeout": 10**400},
}


@pytest.mark.parametrize("fields", ODD_FIELDS.values(), ids=ODD_FIELDS)
async def test_what_cannot_be_sent_or_waited_for_is_refused_before_the_wire(
    twin: Twin, server: Server, fields: dict[str, Any]
) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    other, refused = speaker.context(), speaker.context()
    await done(other.push("a"))
    with pytest.raises(c.InvalidRequestError, match=r"timeout must be more|the fields"):
        await done(speaker.context(**fields).send("b"))
    if "timeout" in fields:
        stream = refused.speak("b", **fields)
        with pytest.raises(c.InvalidRequestError, match="timeout must be more than 0 seconds, or None"):
            await anext(stream) if twin.is_async else next(stream)
        with pytest.raises(c.InvalidRequestError, match="nothing has been sent"):
            await speaker.events(refused)
    await done(other.no_more_inputs())
    assert await speaker.audio(other) == b"a"
    await speaker.close()


async def test_an_encoding_that_is_no_text_is_left_to_the_service(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context(output_format={**RAW, "encoding": ["pcm_mulaw"], "sample_rate": "8000"})
    await done(context.send("a", continue_=False))
    assert await speaker.audio(context) == b"a"
    await speaker.close()


async def test_ids_are_unique_on_a_connection(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: None]
    speaker = Speaker(twin, server)
    await done(speaker.context(context_id="c").push("a")) if twin.is_async else speaker.context(context_id="c").push(
        "a"
    )
    first = speaker.context(context_id="d")
    await done(first.push("a"))
    with pytest.raises(c.InvalidRequestError, match="already open"):
        await done(speaker.context(context_id="d").push("b"))
    await speaker.close()


async def test_an_id_of_another_type_is_refused_before_anything_is_sent(twin: Twin, server: Server) -> None:
    speaker = Speaker(twin, server)
    names: list[Any] = [{}, [], 7, b"c", datetime.now(UTC)]
    for name in names:
        with pytest.raises(c.InvalidRequestError, match="context_id must be a str or None"):
            speaker.context(context_id=name)
    assert server.peers == []
    server.scripts = [echo]
    context = speaker.context(context_id=uuid.UUID(int=7))
    await done(context.push("Hi.", continue_=False))
    assert await speaker.audio(context) == b"Hi."
    assert context.context_id == "00000000-0000-0000-0000-000000000007"
    await speaker.close()


async def test_another_place_for_the_credential_is_refused(twin: Twin, server: Server) -> None:
    speaker = Speaker(twin, server)
    with pytest.raises(c.InvalidRequestError, match="websocket_auth"):
        speaker.client.tts.websocket_connect(websocket_auth="cookie")


# -- what arrives -----------------------------------------------------------------------------------------------------


async def test_typed_events(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        chunk(peer, name)
        times = {"words": ["Hi."], "start": [0.1], "end": [0.4]}
        peer.give(type="timestamps", context_id=name, done=False, status_code=206, word_timestamps=times)
        peer.give(type="brand.new", context_id=name, x=1)
        peer.give(type="brand.new", x=1)
        peer.give(type="chunk", context_id="unknown", done=False, status_code=206, step_time=1, data="AAAA")
        finish(peer, name)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.send("Hi.", continue_=False))
    found = await speaker.events(context)
    assert [event.type for event in found] == ["chunk", "timestamps", "unknown", "done"]
    assert isinstance(found[1], TTSSocketTimestamps)
    assert found[1].word_timestamps is not None
    assert (found[0].data, found[1].word_timestamps.start) == (b"\1\2", [0.1])
    assert isinstance(found[2], UnknownEvent)
    assert (found[2].kind, found[2].fields["x"]) == ("brand.new", 1)
    assert await speaker.events(context) == []
    await speaker.close()


async def test_a_hundred_contexts_at_once_each_get_their_own_bytes(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)

    async def one(number: int) -> None:
        context = speaker.context(context_id=f"c{number}")
        pieces = [f"{number}:{part};" for part in range(20)]
        for piece in pieces:
            await done(context.push(piece)) if twin.is_async else await asyncio.to_thread(context.push, piece)
        await done(context.no_more_inputs()) if twin.is_async else await asyncio.to_thread(context.no_more_inputs)
        assert await speaker.audio(context) == "".join(pieces).encode()

    if twin.is_async:
        await asyncio.gather(*(one(number) for number in range(100)))
    else:
        loop_free = [threading.Thread(target=lambda number=number: asyncio.run(one(number))) for number in range(100)]
        for thread in loop_free:
            thread.start()
        for thread in loop_free:
            await asyncio.to_thread(thread.join)
    await speaker.close()


ERRORS = {
    "new": {
        "status_code": 400,
        "title": "Invalid model",
        "message": "No such.",
        "error_code": "model_not_found",
        "request_id": "r",
    },
    "old": {"status_code": 400, "error": "Invalid model: No such."},
}


@pytest.mark.parametrize("shape", ERRORS)
async def test_an_error_fails_its_context_and_no_other(twin: Twin, server: Server, shape: str) -> None:
    def script(peer: Peer) -> None:
        bad, good = peer.take()["context_id"], peer.take()["context_id"]
        chunk(peer, bad)
        peer.give(type="error", context_id=bad, done=True, **ERRORS[shape])
        chunk(peer, good)
        finish(peer, good)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    bad, good = speaker.context(), speaker.context()
    await done(bad.send("a", continue_=False))
    await done(good.send("b", continue_=False))
    found: list[Any] = []
    with pytest.raises(c.BadRequestError, match=r"Invalid model: No such\.") as caught:
        await speaker.events(bad, found)
    assert len(found) == 1  # what came before the error came first
    assert caught.value.context_id == bad.context_id
    assert (caught.value.error_code, caught.value.request_id) == (
        ("model_not_found", "r") if shape == "new" else (None, None)
    )
    assert await speaker.audio(good) == b"\1\2"
    with pytest.raises(c.BadRequestError):
        await done(bad.push("more"))
    await speaker.close()


async def test_an_error_without_a_context_fails_every_context(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        for _ in range(2):
            peer.take()
        peer.give(type="error", done=True, **ERRORS["new"])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    contexts = [speaker.context(), speaker.context()]
    for context in contexts:
        await done(context.push("a"))
    for context in contexts:
        with pytest.raises(c.BadRequestError):
            await speaker.events(context)
    await speaker.close()


@pytest.mark.parametrize("ending", ["done", "silence"])
async def test_several_readers_of_one_context_share_its_events(twin: Twin, server: Server, ending: str) -> None:
    go_on = threading.Event()

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        go_on.wait(5)
        for _ in range(6):
            chunk(peer, name)
        if ending == "done":
            finish(peer, name)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context(timeout=5 if ending == "done" else 0.2)
    await done(context.send("Hi.", continue_=False))
    found: list[Any] = []

    async def read() -> None:
        if twin.is_async:
            async for event in context.receive():
                found.append(event.type)
        else:
            await asyncio.to_thread(lambda: found.extend(event.type for event in context.receive()))

    reading = [asyncio.create_task(read()) for _ in range(3)]
    await asyncio.sleep(0.02)
    go_on.set()
    outcomes = await asyncio.wait_for(asyncio.gather(*reading, return_exceptions=True), 5)
    assert sorted(found) == ["chunk"] * 6 + ["done"] * (ending == "done")
    assert [type(outcome) for outcome in outcomes] == [type(None) if ending == "done" else c.APITimeoutError] * 3
    await speaker.close()


# -- endings ----------------------------------------------------------------------------------------------------------

ENDINGS = {
    "clean close": lambda peer: peer.connection.close(1000, "connection idle timeout"),
    "going away": lambda peer: peer.connection.close(1001),
    "policy": lambda peer: peer.connection.close(1008, "no"),
    "server error": lambda peer: peer.connection.close(1011, "oops"),
    "reset": lambda peer: peer.reset(),
    "malformed": lambda peer: peer.connection.send("{not json"),
    "not an object": lambda peer: peer.connection.send("[1]"),
    "lacks a field": lambda peer: peer.give(type="chunk", context_id="x"),
    "bad base64": lambda peer: peer.give(
        type="chunk", context_id="x", done=False, status_code=206, step_time=1, data="%%%"
    ),
    "too long": lambda peer: peer.connection.send("x" * (17 * 1024 * 1024)),
}


@pytest.mark.parametrize("name", ENDINGS)
async def test_every_ending_wakes_every_reader_with_a_typed_error(twin: Twin, server: Server, name: str) -> None:
    """Nothing else would: neither a ping nor a time limit."""

    def script(peer: Peer) -> None:
        for _ in range(2):
            chunk(peer, peer.take()["context_id"])
        ENDINGS[name](peer)

    server.scripts = [script]
    speaker = Speaker(twin, server, ping_interval=None, response_timeout=None)
    contexts, kept = [speaker.context(), speaker.context()], [[], []]  # type: ignore[var-annotated]  # lists of events
    for context in contexts:
        await done(context.push("a"))
    results = await asyncio.gather(
        *(speaker.events(context, found) for context, found in zip(contexts, kept, strict=True)), return_exceptions=True
    )
    assert [type(result) for result in results] == [c.IncompleteAudioError] * 2
    assert [len(found) for found in kept] == [1, 1]
    for result, context in zip(results, contexts, strict=True):
        assert isinstance(result, c.IncompleteAudioError)
        assert (result.context_id, result.received) == (context.context_id, 2)
        assert KEY not in str(result)
    with pytest.raises(c.IncompleteAudioError):
        await done(contexts[0].push("more"))
    await speaker.close()


@pytest.mark.parametrize("how", ["cancel", "close"])
async def test_a_waiting_reader_is_woken_from_elsewhere(twin: Twin, server: Server, how: str) -> None:
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        while True:
            seen.append(peer.take())

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context, other = speaker.context(context_id="c"), speaker.context(context_id="d")
    await done(context.push("a"))
    await done(other.push("b"))
    waiting = [asyncio.ensure_future(speaker.events(each)) for each in (context, other)]
    await asyncio.sleep(0.05)
    with at_once():
        if how == "cancel":
            await done(context.cancel())
            with pytest.raises(c.IncompleteAudioError, match="cancelled"):
                await waiting[0]
            assert not waiting[1].done()
        await speaker.close()
        results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(result) for result in results] == [c.IncompleteAudioError] * 2
    await until(lambda: sum(frame.get("cancel", False) for frame in seen) == 2)  # the other end has read them
    assert sorted(frame["context_id"] for frame in seen if frame.get("cancel")) == ["c", "d"]
    with pytest.raises(c.InvalidRequestError, match="has been closed"):
        await done(speaker.context().push("x"))


async def test_leaving_the_block_with_much_unread_is_quick(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        for _ in range(500):
            chunk(peer, name, bytes(30_000))

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("a"))
    await asyncio.sleep(0.1)
    with at_once():
        await speaker.close()


async def test_a_timeout_for_each_event(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: None]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("a"))
    with pytest.raises(c.APITimeoutError, match=r"no event within 0\.1 s; 0 bytes of audio had arrived"):
        await speaker.events(context, timeout=0.1)
    await speaker.close()


async def test_a_task_that_waits_while_another_one_reads_has_its_own_timeout(server: Server) -> None:
    server.scripts = [lambda peer: None]
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:

        async def wait(seconds: float) -> None:
            context = socket.context(**FIELDS)
            await context.push("a")
            async for _ in context.receive(timeout=seconds):
                pass

        reader = asyncio.create_task(wait(0.5))
        await asyncio.sleep(0)
        others = await asyncio.gather(*(wait(seconds) for seconds in (0.2, 0.1)), return_exceptions=True)
        assert [re.findall("within (.*) s;", str(error)) for error in others] == [["0.2"], ["0.1"]]
        assert not reader.done()
        with pytest.raises(c.APITimeoutError, match=r"within 0\.5 s"):
            await reader


async def test_cancelling_the_task_that_reads_cancels_the_context_at_the_service(server: Server) -> None:
    cancelled = threading.Event()

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        if peer.take() == {"context_id": name, "cancel": True}:
            cancelled.set()

    server.scripts = [script]
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS)
        await context.push("a")

        async def read() -> None:
            async for _ in context.receive():
                pass

        task = asyncio.create_task(read())
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(cancelled.wait, AT_ONCE)


# -- connecting and reconnecting ---------------------------------------------------------------------------------------


async def test_entering_the_block_opens_the_connection_and_raises_if_it_is_rejected(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    socket = Speaker(twin, server).socket
    if twin.is_async:
        async with socket:
            assert server.requests == 1
    else:
        with socket:
            assert server.requests == 1
    server.rejections = [(401, {}, b"Unauthorized: no")]
    rejected = Speaker(twin, server).socket
    with pytest.raises(c.AuthenticationError):
        await done(rejected.__aenter__() if twin.is_async else rejected.__enter__())


async def test_the_next_context_opens_a_fresh_connection(twin: Twin, server: Server) -> None:
    def once(peer: Peer) -> None:
        frame = peer.take()
        chunk(peer, frame["context_id"])
        finish(peer, frame["context_id"])
        peer.connection.close(1000, "connection idle timeout")

    server.scripts = [once, echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.send("a", continue_=False))
    assert len(await speaker.events(context)) == 2
    connection = speaker.socket._connection
    await until(lambda: not connection.is_alive)
    fresh = speaker.context()
    await done(fresh.send("d", continue_=False))
    assert await speaker.audio(fresh) == b"d"
    assert len(server.peers) == 2
    await speaker.close()


@pytest.mark.parametrize("status", [429, 503])
async def test_a_handshake_that_is_postponed_is_retried(twin: Twin, server: Server, status: int) -> None:
    server.rejections = [(status, {"Retry-After": "3"}, b"Too many: wait")] * 2
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.send("a", continue_=False))
    assert await speaker.audio(context) == b"a"
    assert twin.slept == [3.0, 3.0]
    await speaker.close()


REJECTIONS = {
    401: c.AuthenticationError,
    402: c.PaymentRequiredError,
    403: c.PermissionDeniedError,
    404: c.NotFoundError,
    302: c.APIStatusError,
}


@pytest.mark.parametrize(("status", "kind"), REJECTIONS.items())
async def test_a_handshake_that_is_rejected_raises_at_once(
    twin: Twin, server: Server, status: int, kind: type[Exception]
) -> None:
    body = json.dumps({"error_code": None, "title": "No", "message": "Not you.", "request_id": "r-1"}).encode()
    server.rejections = [(status, {"Content-Type": "application/json", "Location": f"{server.url}/evil"}, body)]
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    with pytest.raises(kind, match=f"GET /tts/websocket: {status}: No: Not you") as caught:
        await done(speaker.context().push("a"))
    assert server.requests == 1
    assert KEY not in repr(vars(caught.value))


async def test_no_connection_is_a_typed_error_without_the_key(twin: Twin, server: Server) -> None:
    server.close()
    speaker = Speaker(twin, server)
    with pytest.raises(c.APIConnectionError, match="GET /tts/websocket: no connection") as caught:
        await done(speaker.context().push("a"))
    assert caught.value.attempts == 3
    assert KEY not in str(caught.value)
    server.__init__()  # type: ignore[misc]  # for the fixture to close


async def test_the_key_is_in_no_log(twin: Twin, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.send("a", continue_=False))
    await speaker.audio(context)
    await speaker.close()
    ours = [record for record in caplog.records if not record.name.startswith("websockets.server")]
    assert not [record for record in ours if KEY in f"{record.getMessage()} {record.args!r}"]


async def test_a_first_frame_that_cannot_leave_goes_over_a_fresh_connection(twin: Twin, server: Server) -> None:
    """The connection breaks between contexts, unnoticed: nothing was sent, so nothing is lost."""
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.send("a", continue_=False))
    assert await speaker.audio(context) == b"a"
    connection = speaker.socket._connection

    def broken(frame: str) -> Any:
        raise Closed("the connection broke")

    async def abroken(frame: str) -> Any:
        broken(frame)

    connection._socket.send = abroken if twin.is_async else broken
    fresh = speaker.context()
    await done(fresh.send("d", continue_=False))
    assert await speaker.audio(fresh) == b"d"
    assert len(server.peers) == 2
    await speaker.close()


async def test_connections_on_which_nothing_arrives_use_up_the_retries(twin: Twin, server: Server) -> None:
    def barren(peer: Peer) -> None:
        peer.take()
        peer.connection.close(1011)

    server.scripts = [barren, barren, barren, echo]
    speaker = Speaker(twin, server)
    waits = []
    for _ in range(3):
        context = speaker.context()
        await done(context.push("a"))
        with pytest.raises(c.IncompleteAudioError, match="1011"):
            await speaker.events(context)
        waits.append(list(twin.slept))
    assert waits == [[], [], [0.5]]
    with pytest.raises(
        c.APIConnectionError, match="3 connections in a row were lost before anything arrived"
    ) as caught:
        await done(speaker.context().push("a"))
    assert caught.value.attempts == 3
    context = speaker.context()  # a new budget
    await done(context.send("d", continue_=False))
    assert await speaker.audio(context) == b"d"
    await speaker.close()


async def test_a_reader_that_takes_its_time_keeps_its_connection(twin: Twin, server: Server) -> None:
    """Pongs wait behind unread frames, which must not look like a dead connection."""
    count, size = 300, 100_000

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        for _ in range(count):
            chunk(peer, name, bytes(size))
        finish(peer, name)

    server.scripts = [script]
    speaker = Speaker(twin, server, ping_interval=0.05, ping_timeout=0.05)
    context = speaker.context()
    await done(context.push("a"))
    received = 0

    def read() -> None:
        nonlocal received
        for data in context.audio():
            received += len(data)
            time.sleep(0.002)

    if twin.is_async:
        async for data in context.audio():
            received += len(data)
            await asyncio.sleep(0.002)
    else:
        await asyncio.to_thread(read)
    assert received == count * size
    await speaker.close()


async def test_without_a_pong_the_connection_is_lost(twin: Twin, server: Server) -> None:
    stop = threading.Event()

    def script(peer: Peer) -> None:
        chunk(peer, peer.take()["context_id"])
        peer.connection.socket.setblocking(True)
        peer.connection.protocol.receive_data = lambda data: stop.wait(5)  # type: ignore[method-assign, assignment]  # deaf from here on
        stop.wait(5)

    server.scripts = [script]
    speaker = Speaker(twin, server, ping_interval=0.25, ping_timeout=0.25)
    context = speaker.context()
    await done(context.push("a"))
    found: list[Any] = []
    with pytest.raises(c.IncompleteAudioError, match="keepalive ping timed out"):
        await speaker.events(context, found)
    assert len(found) == 1
    stop.set()
    await speaker.close()


async def test_closing_is_quick_though_the_other_end_reads_nothing(twin: Twin, server: Server) -> None:
    stop = threading.Event()

    def script(peer: Peer) -> None:
        peer.take()
        peer.connection.protocol.receive_data = lambda data: stop.wait(20)  # type: ignore[method-assign, assignment]  # reads nothing more
        stop.wait(20)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("a"))

    def flood() -> None:
        for _ in range(1000):
            context.push("x" * 1_000_000)

    async def aflood() -> None:
        for _ in range(1000):
            await context.push("x" * 1_000_000)

    flooding = asyncio.ensure_future(aflood() if twin.is_async else asyncio.to_thread(flood))
    await asyncio.sleep(0.3)  # until it is stuck
    assert not flooding.done()
    with at_once():
        await speaker.close()
    with pytest.raises(c.IncompleteAudioError, match="closed locally"):
        await flooding
    stop.set()


async def test_leaving_speak_early_cancels_the_context_at_the_service(twin: Twin, server: Server) -> None:
    cancelled = threading.Event()

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        while True:
            chunk(peer, name)
            if peer.take().get("cancel"):
                cancelled.set()

    server.scripts = [script]
    speaker = Speaker(twin, server)
    speech = speaker.context().speak(["a", "b"])
    if twin.is_async:
        async for _ in speech:
            break
        await speech.aclose()
    else:
        for _ in speech:
            break
        speech.close()
    assert await asyncio.to_thread(cancelled.wait, AT_ONCE)
    await speaker.close()


# -- memory -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["chunk", "timestamps", "something new", "an empty chunk"])
async def test_a_reader_that_is_too_slow_fails_and_delays_no_other(
    twin: Twin, server: Server, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("cartesia_client.sockets.tts_protocol.MAX_BUFFERED", 10_000)
    seen: list[Any] = []

    def script(peer: Peer) -> None:
        slow, quick = peer.take()["context_id"], peer.take()["context_id"]
        times = {"words": ["w" * 900], "start": [0], "end": [1]}
        for _ in range(50):
            if "chunk" in kind:
                chunk(peer, slow, bytes(1000 if kind == "chunk" else 0))
            else:
                peer.give(type=kind, context_id=slow, done=False, status_code=206, word_timestamps=times)
        chunk(peer, quick)
        finish(peer, quick)
        while True:
            seen.append(peer.take())

    server.scripts = [script]
    speaker = Speaker(twin, server)
    slow, quick = speaker.context(context_id="slow"), speaker.context()
    await done(slow.push("a"))
    await done(quick.send("b", continue_=False))
    assert await speaker.audio(quick) == b"\1\2"
    found: list[Any] = []
    with pytest.raises(c.IncompleteAudioError, match="too slow"):
        await speaker.events(slow, found)
    assert len(found) == {"chunk": 11, "an empty chunk": 40}.get(kind, 8)
    await speaker.close()


async def test_a_context_that_the_program_drops_is_cancelled(twin: Twin, server: Server) -> None:
    seen: list[Any] = []
    arrived = threading.Event()

    def script(peer: Peer) -> None:
        while True:
            seen.append(peer.take())
            if len(seen) == 3:
                arrived.set()

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context(context_id="gone")
    await done(context.push("a"))
    del context
    gc.collect()
    await done(speaker.context().push("b"))
    assert await asyncio.to_thread(arrived.wait, AT_ONCE)
    assert {"context_id": "gone", "cancel": True} in seen
    await speaker.close()


async def test_many_contexts_leave_nothing_behind(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    for _ in range(300):
        context = speaker.context()
        await done(context.send("a", continue_=False))
        assert await speaker.audio(context) == b"a"
    connection = speaker.socket._connection
    assert len(connection.protocol.contexts) == 0
    assert connection.protocol.pending_cancels() == []
    await speaker.close()


def resident() -> int:
    """Return the memory that this process holds, in MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 2**20


@pytest.mark.parametrize("count", [600, pytest.param(10_000, marks=pytest.mark.slow)])
async def test_contexts_leave_nothing_behind_but_their_names(twin: Twin, server: Server, count: int) -> None:
    """The names, because one must not be used again. Blocks of memory are counted: its size varies with what else goes on."""
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    sizes = []
    for number in range(count + 1):
        context = speaker.context()
        await done(context.send("a", continue_=False))
        if twin.is_async:
            assert [data async for data in context.audio()] == [b"a"]
        else:
            assert list(context.audio()) == [b"a"]
        if number % (count // 2) == 0:
            gc.collect()
            sizes.append(sys.getallocatedblocks())
    assert len(speaker.socket._connection.protocol.contexts) == 0
    assert sizes[2] - sizes[1] < 1.5 * (count // 2), sizes
    await speaker.close()


@pytest.mark.slow
async def test_a_hundred_thousand_chunks_leave_memory_flat(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        data = base64.b64encode(bytes(4096)).decode()
        frame = {"type": "chunk", "context_id": name, "done": False, "status_code": 206, "step_time": 1, "data": data}
        text = json.dumps(frame)
        for _ in range(100_000):
            peer.connection.send(text)
        finish(peer, name)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("a"))
    sizes, count = [], 0

    def take(data: bytes) -> None:
        nonlocal count
        count += len(data)
        if count % (4096 * 30_000) == 0:
            sizes.append(resident())

    if twin.is_async:
        async for data in context.audio():
            take(data)
    else:
        for data in context.audio():
            take(data)
    assert count == 4096 * 100_000
    assert sizes[-1] - sizes[0] <= 8, sizes
    await speaker.close()


# -- speaking from an iterable ----------------------------------------------------------------------------------------


async def test_speak_takes_pieces_as_they_come(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    if twin.is_async:

        async def pieces() -> AsyncIterator[str]:
            for piece in ("a", "b", "c"):
                yield piece

        assert b"".join([part async for part in speaker.context().speak(pieces())]) == b"abc"
        assert b"".join([part async for part in speaker.context().speak(["d", "e"])]) == b"de"
        assert b"".join([part async for part in speaker.context().speak("whole")]) == b"whole"
    else:
        assert b"".join(speaker.context().speak(iter(["a", "b", "c"]))) == b"abc"
        assert b"".join(speaker.context().speak("whole")) == b"whole"
    await speaker.close()


async def test_a_source_that_fails_is_not_lost(server: Server) -> None:
    server.scripts = [echo]
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:

        async def pieces() -> AsyncIterator[str]:
            yield "a"
            raise RuntimeError("the model is gone")

        async def listen() -> list[bytes]:
            return [part async for part in socket.context(**FIELDS).speak(pieces())]

        with pytest.raises(RuntimeError, match="the model is gone"):
            await listen()


async def test_another_event_loop_is_rejected(server: Server) -> None:
    server.scripts = [echo]
    async with c.AsyncCartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS)
        await context.push("a")

        def elsewhere() -> None:
            asyncio.run(context.push("b"))

        with pytest.raises(c.InvalidRequestError, match="another event loop"):
            await asyncio.to_thread(elsewhere)


def test_a_child_process_leaves_the_connection_of_its_parent_alone(server: Server) -> None:
    """With a real fork: the child is rejected, and closing there does not end the parent's conversation."""
    server.scripts = [echo]
    with c.Cartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS)
        context.push("a")
        child = os.fork()
        if not child:  # pragma: no cover  # it runs in another process
            code = 1
            try:
                context.push("b")
            except c.InvalidRequestError as error:
                code = 0 if "before fork()" in str(error) else 2
                socket.close()
            os._exit(code)
        assert os.waitpid(child, 0)[1] == 0
        context.send("d", continue_=False)
        assert b"".join(context.audio(timeout=5)) == b"ad"


def test_another_process_is_rejected(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.scripts = [echo]
    with c.Cartesia(api_key=KEY, base_url=server.url) as client, client.tts.websocket_connect() as socket:
        context = socket.context(**FIELDS)
        context.push("a")
        with monkeypatch.context() as patched:
            patched.setattr("cartesia_io.forks._process", object())
            with pytest.raises(c.InvalidRequestError, match=r"before fork\(\)"):
                context.push("b")
