"""Sessions of transcription that are opened again when their connection is lost, because the program gave `on_reconnecting`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import cartesia_client as c
import pytest
from cartesia_client.types.websocket_reconnection import ReconnectingEvent

from tests.sockets.conftest import Peer, Server
from tests.unit.conftest import Twin, done, twin

__all__ = ["twin"]

QUERY: dict[str, Any] = {"model": "ink-2", "encoding": "pcm_s16le", "sample_rate": 16000}


def heard(peer: Peer, text: str) -> None:
    peer.give(type="transcript", text=text, is_final=True, request_id="r")


def breaks(code: int) -> Callable[[Peer], None]:
    """Return a script that hears one frame, and ends the connection."""

    def script(peer: Peer) -> None:
        heard(peer, f"{len(peer.connection.recv(timeout=5))} bytes")
        if code == 1006:
            peer.reset()
            raise OSError("it is gone")
        peer.connection.close(code)

    return script


def completes(peer: Peer) -> None:
    """Hear all that is sent until the input ends."""
    frames: list[Any] = []
    while not frames or frames[-1] != "close":
        frames.append(peer.connection.recv(timeout=5))
    heard(peer, " ".join(f"{frame[:1]!r}" if isinstance(frame, bytes) else frame for frame in frames))
    peer.give(type="done", request_id="r")
    peer.connection.close(1000)


async def texts(twin: Twin, session: Any) -> list[str]:
    if twin.is_async:
        return [getattr(event, "text", event.type) async for event in session]
    return await asyncio.to_thread(lambda: [getattr(event, "text", event.type) for event in session])


async def opened(
    twin: Twin, server: Server, on_reconnecting: Any, channel: str = "manual_finalize", **more: Any
) -> Any:
    trusted: dict[str, Any] = {"verify": False} if server.url.startswith("https") else {}
    client = twin.make(api_key="k", base_url=server.url, max_retries=0, **trusted)
    listed = getattr(client.stt, channel).websocket(**QUERY, on_reconnecting=on_reconnecting, **more)
    return await done(listed.enter())


@pytest.mark.parametrize("code", [1001, 1006, 1011, 1012, 1013])
async def test_a_session_goes_on_after_a_lost_connection_if_a_function_is_told(
    twin: Twin, server: Server, code: int
) -> None:
    server.scripts = [breaks(code), completes]
    told: list[ReconnectingEvent] = []
    more: dict[str, Any] = {
        "extra_query": {"a": "1"},
        "extra_headers": {"X-A": "2"},
        "max_retries": 3,
        "initial_delay": 1.0,
    }
    session = await opened(twin, server, told.append, **more)
    await done(session.send_raw(b"x" * 10))
    if twin.is_async:
        first = await session.recv()
    else:
        first = session.recv()
    assert first.text == "10 bytes"
    await asyncio.to_thread(server.wait)

    async def rest() -> None:
        await done(session.send_raw(b"y"))
        await done(session.send_raw(b"z"))
        await done(session.close_input())

    reading = asyncio.create_task(texts(twin, session))
    await rest()
    assert await reading == ["b'y' b'z' close", "done"]
    assert told == [ReconnectingEvent(1, 3, 0.75, code, {"a": "1"}, {"X-A": "2"})]
    assert twin.slept == [0.75]
    assert all("a=1" in peer.path and peer.headers["X-A"] == "2" for peer in server.peers)
    await done(session.close())


@pytest.mark.parametrize("name", ["server", "tls_server"])
async def test_a_frame_that_the_system_refuses_is_sent_on_the_new_connection(
    twin: Twin, request: pytest.FixtureRequest, name: str
) -> None:
    server: Server = request.getfixturevalue(name)
    server.scripts = [breaks(1006), completes]
    session = await opened(twin, server, lambda _: None)
    await done(session.send_raw(b"x"))
    assert (await done(session.recv())).text == "1 bytes"
    server.wait()  # the event loop may not look: what has arrived there by now is the end of the connection
    for frame in (b"y", b"z"):
        await done(session.send_raw(frame))
    reading = asyncio.create_task(texts(twin, session))
    await done(session.close_input())
    assert await reading == ["b'y' b'z' close", "done"]
    await done(session.close())


async def test_what_the_function_returns_is_used_and_attempts_grow_apart(twin: Twin, server: Server) -> None:
    server.scripts = [breaks(1012), completes]
    told: list[ReconnectingEvent] = []

    def answer(event: ReconnectingEvent) -> Any:
        told.append(event)
        return {"extra_query": {"n": str(event.attempt)}, "extra_headers": {"X-N": str(event.attempt)}}

    session = await opened(twin, server, answer, initial_delay=4, max_delay=6)
    server.rejections = [(503, {}, b""), (429, {}, b"")]
    await done(session.send_raw(b"x"))
    reading = asyncio.create_task(texts(twin, session))
    while len(told) < 3:
        await asyncio.sleep(0.005)
    await done(session.close_input())
    assert await reading == ["1 bytes", "close", "done"]
    assert [(event.attempt, event.delay) for event in told] == [(1, 3.0), (2, 4.5), (3, 4.5)]
    assert [event.extra_query for event in told] == [{}, {"n": "1"}, {"n": "2"}]
    assert "n=3" in server.peers[1].path
    assert server.peers[1].headers["X-N"] == "3"
    await done(session.close())


@pytest.mark.parametrize(("answer", "reason"), [({"abort": True}, "; 2 frames"), (None, "open it again: 2; 2 frames")])
async def test_giving_up_raises_the_loss_with_what_was_not_sent(
    twin: Twin, server: Server, answer: Any, reason: str
) -> None:
    server.scripts = [breaks(1011)]
    session = await opened(twin, server, lambda _: answer, max_retries=2)
    await done(session.send_raw(b"x"))
    assert (await done(session.recv())).text == "1 bytes"
    await asyncio.to_thread(server.wait)
    server.rejections = [(503, {}, b"")] * 2
    await done(session.send_raw(b"audio"))
    await done(session.send("finalize"))
    with pytest.raises(c.APIConnectionError, match=f"with 1011.*{reason}") as caught:
        await done(session.recv())
    assert caught.value.unsent_messages == [b"audio", "finalize"]
    assert caught.value.received == 1
    with pytest.raises(EOFError):
        await done(session.recv())
    with pytest.raises(c.APIConnectionError):
        await done(session.send_raw(b"more"))


async def test_a_refusal_for_good_ends_the_attempts(twin: Twin, server: Server) -> None:
    server.scripts = [breaks(1011)]
    told: list[Any] = []
    session = await opened(twin, server, told.append)
    server.rejections = [(401, {}, b"")] * 9
    await done(session.send_raw(b"x"))
    with pytest.raises(c.APIConnectionError) as caught:
        await texts(twin, session)
    assert isinstance(caught.value.__cause__, c.AuthenticationError)
    assert len(told) == 1


@pytest.mark.parametrize("code", [1000, 1003, 1008, 4000])
async def test_what_another_connection_cannot_mend_is_an_error_as_ever(twin: Twin, server: Server, code: int) -> None:
    server.scripts = [breaks(code)]
    session = await opened(twin, server, pytest.fail)
    await done(session.send_raw(b"x"))
    with pytest.raises(c.APIConnectionError, match=f"with {code}"):
        await texts(twin, session)


async def test_an_input_that_was_ended_is_not_begun_anew(twin: Twin, server: Server) -> None:
    def cut(peer: Peer) -> None:
        assert peer.connection.recv(timeout=5) == "close"
        peer.reset()

    server.scripts = [cut]
    session = await opened(twin, server, pytest.fail)
    await done(session.close_input())
    with pytest.raises(c.APIConnectionError, match="before the transcript was complete"):
        await texts(twin, session)


async def test_too_much_to_send_is_an_error_and_an_error_of_the_function_is_its_own(twin: Twin, server: Server) -> None:
    server.scripts = [breaks(1011)]

    def fails(event: ReconnectingEvent) -> None:
        raise LookupError("of the program")

    session = await opened(twin, server, fails, max_queue_size=8)
    await done(session.send_raw(b"x"))
    await asyncio.to_thread(server.wait)
    assert (await done(session.recv())).text == "1 bytes"
    with pytest.raises(LookupError, match="of the program"):
        await done(session.recv())
    await done(session.send_raw(b"12345"))
    with pytest.raises(c.WebSocketQueueFullError, match="max_queue_size"):
        await done(session.send_raw(b"6789"))
    await done(session.close())


async def test_closing_ends_the_wait_for_another_attempt(twin: Twin, server: Server) -> None:
    server.scripts = [breaks(1011)]
    session: Any = None
    closed = threading.Event()

    def close(event: ReconnectingEvent) -> Any:
        closed.set()
        return session.close() if twin.is_async else (session.close(), None)[1]

    session = await opened(twin, server, close)
    await done(session.send_raw(b"x"))
    with pytest.raises(c.APIConnectionError, match="closed locally"):
        await texts(twin, session)
    assert closed.is_set()
    assert len(server.peers) == 1


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"on_reconnecting": 3}, "on_reconnecting must be a function"),
        ({"max_retries": -1}, "max_retries must be"),
        ({"initial_delay": "1"}, "initial_delay must be"),
        ({"max_delay": -1.0}, "max_delay must be"),
        ({"max_queue_size": 1.5}, "max_queue_size must be"),
    ],
)
def test_arguments_of_reconnecting_are_checked_before_anything_is_opened(wrong: dict[str, Any], named: str) -> None:
    client = c.Cartesia(api_key="k")
    for channel in (client.stt.manual_finalize, client.stt.auto_finalize):
        with pytest.raises(c.InvalidRequestError, match=named):
            channel.websocket(**QUERY, **wrong)


@pytest.mark.parametrize(
    "answer", [3, {"extra_querry": {}}, {"extra_query": {"api_key": "k"}}, {"extra_headers": {"a\n": "b"}}]
)
async def test_what_the_function_cannot_return_is_an_error(twin: Twin, server: Server, answer: Any) -> None:
    server.scripts = [breaks(1011)]
    session = await opened(twin, server, lambda _: answer)
    await done(session.send_raw(b"x"))
    with pytest.raises(c.InvalidRequestError):
        await texts(twin, session)
    assert len(server.peers) == 1
    await done(session.close())


async def test_a_session_of_turns_is_opened_again_and_an_async_function_is_awaited(twin: Twin, server: Server) -> None:
    def turn(peer: Peer) -> None:
        assert peer.connection.recv(timeout=5) == '{"type": "close"}'
        peer.give(type="turn.end", request_id="r", transcript="There.")
        peer.connection.close(1000)

    server.scripts = [breaks(1012), turn]
    told: list[Any] = []

    async def later(event: ReconnectingEvent) -> None:
        await asyncio.sleep(0)
        told.append(event)

    session = await opened(twin, server, later if twin.is_async else told.append, "auto_finalize")
    await done(session.send_raw(b"x"))
    reading = asyncio.create_task(texts(twin, session))
    while len(server.peers) < 2:
        await asyncio.sleep(0.005)
    await done(session.send({"type": "close"}))
    assert await reading == ["unknown", "turn.end"]
    assert len(told) == 1
    await done(session.close())
