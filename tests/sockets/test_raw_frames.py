"""The text-to-speech socket with frames instead of contexts, as the raw connection of the official library has it."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import cartesia_client as c
import pytest
from cartesia_api.models import CancelContextRequest, GenerationRequest
from cartesia_sandbox import Sandbox

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_official_names import all_of, following
from tests.sockets.test_tts import FIELDS, chunk, finish
from tests.sockets.test_tts_with_sandbox import FIELDS as SPOKEN
from tests.unit.conftest import Twin, done, twin
from tests.waiting import AT_ONCE, until

__all__ = ["twin"]


async def opened(twin: Twin, url: str, **settings: Any) -> Any:
    return await done(twin.make(api_key="k", base_url=url, max_retries=0, **settings).tts.websocket_connect().enter())


def frame(name: str, text: str = "Hi.", **fields: Any) -> dict[str, Any]:
    return {**FIELDS, "context_id": name, "transcript": text, **fields}


async def test_frames_are_spoken_and_their_events_received(twin: Twin, sandbox: Sandbox) -> None:
    socket = await opened(twin, sandbox.url)
    await done(socket.send({**SPOKEN, "context_id": "a", "transcript": "Hello ", "continue": True}))
    await done(socket.send(GenerationRequest.from_dict({**SPOKEN, "context_id": "a", "transcript": "there."})))
    kinds = []
    while (event := await done(socket.recv())).type != "done":
        kinds.append((event.type, event.context_id))
    assert set(kinds) == {("chunk", "a")}
    assert event.context_id == "a"
    assert socket._group.members == {}
    await done(socket.send({**SPOKEN, "transcript": "Once more."}))  # an id is made
    event = socket.parse_event(await done(socket.recv_bytes(timeout=10)))
    assert event.type == "chunk"
    assert event.data
    await done(socket.close())


async def test_events_of_several_contexts_come_as_they_arrive(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        names = [peer.take()["context_id"] for _ in range(2)]
        for name in (*names, *reversed(names)):
            chunk(peer, name)
        for name in names:
            finish(peer, name)
        peer.connection.close(1000)

    server.scripts = [script]
    socket = await opened(twin, server.url)
    for name in ("a", "b"):
        await done(socket.send(frame(name)))
    seen = [(event.type, event.context_id) for event in await all_of(twin, socket)]
    assert seen == [("chunk", name) for name in "abba"] + [("done", "a"), ("done", "b")]
    with pytest.raises(EOFError, match="has ended"):
        await done(socket.recv())
    await done(socket.close(code=3000, reason="bye"))
    assert await following(twin, socket) is None


async def test_an_error_of_a_context_is_raised_and_the_others_go_on(twin: Twin, server: Server) -> None:
    def script(peer: Peer) -> None:
        bad, good = peer.take()["context_id"], peer.take()["context_id"]
        chunk(peer, bad)
        peer.give(type="error", context_id=bad, error="no credits", status_code=402)
        chunk(peer, good)
        finish(peer, good)

    server.scripts = [script]
    socket = await opened(twin, server.url)
    for name in ("bad", "good"):
        await done(socket.send(frame(name)))
    assert (await done(socket.recv())).context_id == "bad"
    with pytest.raises(c.PaymentRequiredError, match="no credits") as caught:
        await done(socket.recv())
    assert (caught.value.context_id, caught.value.received) == ("bad", 2)
    assert [(await done(socket.recv())).type for _ in range(2)] == ["chunk", "done"]
    await done(socket.close())


@pytest.mark.parametrize("spoken", [False, True])
async def test_text_that_is_done_and_not_spoken_is_an_error_after_its_last_event(
    twin: Twin, server: Server, spoken: bool
) -> None:
    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        if spoken:
            chunk(peer, name)
        peer.take()
        finish(peer, name)
        other = peer.take()["context_id"]
        chunk(peer, other)
        finish(peer, other)

    server.scripts = [script]
    socket = await opened(twin, server.url)
    await done(socket.send({**frame("a", "One. "), "continue": True}))
    if spoken:
        assert (await done(socket.recv())).type == "chunk"
    await done(socket.send(frame("a", "Two.")))
    assert (await done(socket.recv())).type == "done"
    with pytest.raises(c.IncompleteAudioError) as caught:
        await done(socket.recv())
    assert (caught.value.unspoken, caught.value.context_id) == ("Two." if spoken else "One. Two.", "a")
    await done(socket.send(frame("b")))
    assert [(await done(socket.recv())).type for _ in range(2)] == ["chunk", "done"]
    await done(socket.close())


@pytest.mark.parametrize("model", [False, True])
async def test_a_cancelled_context_is_done(twin: Twin, server: Server, model: bool) -> None:
    frames: list[Any] = []
    both = threading.Event()

    def script(peer: Peer) -> None:
        frames.extend(peer.take() for _ in range(2))
        both.set()
        other = peer.take()["context_id"]
        finish(peer, frames[0]["context_id"])
        chunk(peer, other)

    server.scripts = [script]
    socket = await opened(twin, server.url)
    await done(socket.send({**frame("a"), "continue": True}))
    cancel = {"context_id": "a", "cancel": True}
    await done(socket.send(CancelContextRequest.from_dict(cancel) if model else cancel))
    await done(socket.send(cancel))  # again: nothing is to be cancelled any more
    await asyncio.to_thread(both.wait, 5)
    assert frames[1] == cancel
    event = await done(socket.recv())
    assert (event.type, event.context_id) == ("done", "a")
    await done(socket.send(frame("b")))
    assert (await done(socket.recv())).context_id == "b"
    await done(socket.close())


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ("text", "must be a dict"),
        (5, "must be a dict"),
        ([], "must be a dict"),
        (frame("a", add_timestamp=True), "add_timestamps"),
        (frame("a", transcript=5), "transcript"),
        ({"transcript": "Hi.", "context_id": "a"}, "missing"),
        (frame("a", language=object()), "language|JSON"),
    ],
    ids=["text", "a number", "a list", "misspelt", "no text", "not all", "no JSON"],
)
async def test_frames_are_checked_before_anything_is_sent(twin: Twin, server: Server, wrong: Any, match: str) -> None:
    server.scripts = [lambda peer: None]
    socket = await opened(twin, server.url)
    with pytest.raises(c.InvalidRequestError, match=match):
        await done(socket.send(wrong))
    assert socket._group.members == {}
    await done(socket.close())


async def test_a_lost_connection_fails_what_was_under_way_and_the_next_frame_dials_again(
    twin: Twin, server: Server
) -> None:
    def first(peer: Peer) -> None:
        chunk(peer, peer.take()["context_id"])
        peer.reset()

    def second(peer: Peer) -> None:
        finish(peer, peer.take()["context_id"])

    server.scripts = [first, second]
    socket = await opened(twin, server.url)
    await done(socket.send(frame("a")))
    assert (await done(socket.recv())).type == "chunk"
    with pytest.raises(c.IncompleteAudioError) as caught:
        await done(socket.recv())
    assert (caught.value.context_id, caught.value.received) == ("a", 2)
    with pytest.raises(EOFError):
        await done(socket.recv())
    await done(socket.send(frame("a")))
    assert (await done(socket.recv())).type == "done"
    await done(socket.close())


async def test_a_response_that_is_due_and_does_not_come_is_a_timeout(twin: Twin, server: Server) -> None:
    said = threading.Event()

    def script(peer: Peer) -> None:
        chunk(peer, peer.take()["context_id"])
        said.set()

    server.scripts = [script]
    socket = await opened(twin, server.url, response_timeout=0.2)
    await done(socket.send(frame("a")))
    assert await asyncio.to_thread(said.wait, AT_ONCE)
    await done(socket.recv())
    with pytest.raises(c.APITimeoutError) as caught:
        await done(socket.recv())
    assert (caught.value.context_id, caught.value.received) == ("a", 2)
    with pytest.raises(c.APITimeoutError):
        await done(socket.recv_bytes(timeout=0.01))
    await done(socket.close())


async def test_reading_waits_for_the_first_frame_and_ends_with_close(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: chunk(peer, peer.take()["context_id"])]
    socket = await opened(twin, server.url)
    seen: list[Any] = []

    async def read() -> None:
        if twin.is_async:
            async for event in socket:
                seen.append(event.type)
        else:
            await asyncio.to_thread(lambda: seen.extend(event.type for event in socket))

    reading = asyncio.create_task(read())
    await asyncio.sleep(0.02)
    await done(socket.send({**frame("a"), "continue": True}))
    await until(lambda: seen)
    await done(socket.close())
    with pytest.raises(c.IncompleteAudioError, match="closed locally"):
        await asyncio.wait_for(reading, 5)
    assert seen == ["chunk"]


def test_bytes_of_an_event_are_json(server: Server) -> None:
    with c.Cartesia(api_key="k", base_url=server.url) as client:
        data = b'{"type":"chunk","data":"AQI=","done":false,"status_code":206,"step_time":1.5,"context_id":"c"}'
        event: Any = client.tts.websocket_connect().parse_event(data)
        assert event.data == b"\1\2"
        assert json.loads(event.to_json(indent=None)) == json.loads(data)
        with pytest.raises(c.APIConnectionError, match="not an event"):
            client.tts.websocket_connect().parse_event("no json")
        odd: Any
        for odd in (None, 7, {}, object()):
            with pytest.raises(c.InvalidRequestError, match="data must be a message"):
                client.tts.websocket_connect().parse_event(odd)
        for odd in (None, [], {1: 2}):
            with pytest.raises(c.InvalidRequestError, match="a frame must be a dict"):
                client.tts.websocket_connect().send(odd)


async def test_frames_and_contexts_are_read_side_by_side(twin: Twin, server: Server) -> None:
    listening = threading.Event()

    def script(peer: Peer) -> None:
        one, other = peer.take()["context_id"], peer.take()["context_id"]
        listening.wait(5)
        for name in (other, one, other):
            chunk(peer, name)
        finish(peer, one)
        finish(peer, other)

    server.scripts = [script]
    socket = await opened(twin, server.url)
    context = socket.context(**FIELDS)
    await done(context.send("Hi.", continue_=False))
    await done(socket.send(frame("raw")))

    async def read_context() -> list[str]:
        if twin.is_async:
            return [event.type async for event in context.receive(timeout=5)]
        return await asyncio.to_thread(lambda: [event.type for event in context.receive(timeout=5)])

    async def read_frames() -> list[str]:
        if twin.is_async:
            return [(await socket.recv()).type for _ in range(3)]
        return await asyncio.to_thread(lambda: [socket.recv().type for _ in range(3)])

    reading = [asyncio.create_task(read_context()), asyncio.create_task(read_frames())]
    await asyncio.sleep(0.02)
    listening.set()
    assert await asyncio.wait_for(asyncio.gather(*reading), 5) == [["chunk", "done"], ["chunk", "chunk", "done"]]
    await done(socket.close())


async def test_a_reader_does_not_wait_for_ever_for_what_a_cancel_of_no_context_gives(
    twin: Twin, sandbox: Sandbox
) -> None:
    socket = await opened(twin, sandbox.url, response_timeout=0.2)
    await done(socket.send({"context_id": "none", "cancel": True}))
    with pytest.raises(c.APITimeoutError, match="no event within"):
        await done(socket.recv())
    await done(socket.close())
    socket = await opened(twin, sandbox.url)
    await done(socket.send({**SPOKEN, "context_id": "a", "transcript": "Hi."}))
    while (await done(socket.recv())).type != "done":
        pass
    await done(
        socket.send({"context_id": "a", "cancel": True})
    )  # one that has ended: a reader may wait for the next one
    assert not socket._group.is_asked
    await done(socket.close())
