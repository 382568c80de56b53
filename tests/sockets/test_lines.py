"""Lines that die without a word, peers that read nothing or answer nothing: every call ends, and says what had arrived."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_stt import QUERY
from tests.sockets.test_tts import FIELDS, KEY, chunk, echo
from tests.unit.conftest import Twin, done, twin
from tests.waiting import AT_ONCE, at_once, until

__all__ = ["twin"]

VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
SOON = {"ping_interval": 0.3, "ping_timeout": 1.0}


class Hole:
    """A relay to a server that stays connected but passes nothing on, once a line has been dropped: NAT, load balancers."""

    def __init__(self, url: str) -> None:
        self._target = ("127.0.0.1", int(url.rpartition(":")[2]))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.dropped = 0
        """The lines up to this one are dead."""
        self.lines = 0
        self._open: list[socket.socket] = [self._listener]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(self._target)
                self._open += [near, far]
                self.lines += 1
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other, self.lines), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                if number > self.dropped:
                    other.sendall(data)
            if number > self.dropped:
                other.shutdown(socket.SHUT_WR)

    def drop(self) -> None:
        self.dropped = self.lines

    def close(self) -> None:
        for each in self._open:
            each.close()


@pytest.fixture
def hole(sandbox: Sandbox) -> Iterator[Hole]:
    made = Hole(sandbox.url)
    yield made
    made.close()


def deaf(stop: threading.Event) -> Callable[[Peer], None]:
    """Return a script of a peer that reads nothing more, once it has received a frame."""

    def script(peer: Peer) -> None:
        peer.connection.recv(timeout=5)
        peer.connection.protocol.receive_data = lambda data: stop.wait(20)  # type: ignore[method-assign, assignment]
        stop.wait(20)

    return script


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    made = threading.Event()
    yield made
    made.set()


async def speak(made: Any, text: str = "Hello there.", **options: Any) -> int:
    """Return the number of bytes that a text becomes."""
    context = made.context(**{**FIELDS, "voice": VOICE}, **options)
    if hasattr(made, "__aenter__"):
        return sum([len(part) async for part in context.speak(text)])
    return await asyncio.to_thread(lambda: sum(map(len, context.speak(text))))


@contextlib.asynccontextmanager
async def opened(made: Any) -> AsyncIterator[Any]:
    """Enter a block of either kind."""
    if hasattr(made, "__aenter__"):
        async with made:
            yield made
    else:
        with made:
            yield made


async def listen(made: Any, audio: Any) -> list[Any]:
    """Return the events of a session that has been opened."""
    if hasattr(made, "__aenter__"):
        return [event async for event in made.listen(audio)]
    return await asyncio.to_thread(lambda: list(made.listen(audio)))


async def test_a_context_on_a_dead_line_fails_and_the_next_one_dials_afresh(twin: Twin, hole: Hole) -> None:
    client = twin.make(base_url=hole.url, **SOON)
    async with opened(client.tts.websocket_connect()) as made:
        assert await speak(made)
        hole.drop()
        with pytest.raises(c.IncompleteAudioError, match="keepalive ping timed out"):
            await speak(made)
        assert await speak(made)
        assert hole.lines == 2


async def test_a_line_that_died_in_a_silence_is_replaced_before_a_context_opens(twin: Twin, hole: Hole) -> None:
    client = twin.make(base_url=hole.url, **SOON)
    async with opened(client.tts.websocket_connect()) as made:
        assert await speak(made)
        hole.drop()
        await until(lambda: not made._connection.is_alive)  # it has been noticed
        assert await speak(made)
        assert hole.lines == 2


async def test_after_a_timeout_of_a_context_the_next_one_dials_at_once(twin: Twin, hole: Hole) -> None:
    client = twin.make(base_url=hole.url)
    async with opened(client.tts.websocket_connect()) as made:
        assert await speak(made)
        hole.drop()
        with pytest.raises(c.APITimeoutError, match=r"no event within 0\.3 s") as caught:
            await speak(made, timeout=0.3)
        assert caught.value.received == 0
        with at_once():
            assert await speak(made, timeout=AT_ONCE)


@pytest.mark.parametrize("channel", ["manual_finalize", "auto_finalize"])
async def test_a_live_source_notices_that_the_line_is_dead(twin: Twin, hole: Hole, channel: str) -> None:
    client = twin.make(base_url=hole.url, **SOON)
    pieces = 0

    def microphone() -> Iterator[bytes]:
        nonlocal pieces
        while pieces < 1000:
            pieces += 1
            yield bytes(3200)
            time.sleep(0.02)
            if pieces == 5:
                hole.drop()

    async def amicrophone() -> AsyncIterator[bytes]:
        for piece in microphone():
            yield piece
            await asyncio.sleep(0)

    async with opened(getattr(client.stt, channel).websocket(**QUERY)) as made:
        with pytest.raises(c.APIConnectionError, match="keepalive ping timed out"):
            await listen(made, amicrophone() if twin.is_async else microphone())
    assert pieces < 500


async def test_sending_to_a_peer_that_reads_nothing_ends(twin: Twin, server: Server, stop: threading.Event) -> None:
    server.scripts = [deaf(stop)]
    client = twin.make(base_url=server.url, **SOON)
    async with opened(client.stt.auto_finalize.websocket(**QUERY)) as made:
        with at_once(), pytest.raises(c.APIConnectionError, match="keepalive ping timed out"):
            await listen(made, bytes(60_000_000))


@pytest.mark.parametrize("how", ["cancel", "timeout"])
async def test_one_cancel_ends_a_call_to_a_peer_that_reads_nothing(
    server: Server, stop: threading.Event, how: str
) -> None:
    server.scripts = [deaf(stop)]

    async def call() -> None:
        async with (
            c.AsyncCartesia(api_key=KEY, base_url=server.url) as client,
            client.stt.auto_finalize.websocket(**QUERY) as session,
        ):
            async for _ in session.listen(bytes(60_000_000)):
                pass

    if how == "timeout":
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await call()
        return
    task = asyncio.create_task(call())
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.wait([task], timeout=AT_ONCE)
    assert task.cancelled()


@pytest.mark.parametrize("how", ["session", "client"])
async def test_closing_ends_a_call_that_is_stuck_in_sending(
    twin: Twin, server: Server, stop: threading.Event, how: str
) -> None:
    server.scripts = [deaf(stop)]
    client = twin.make(base_url=server.url)
    async with opened(client.stt.auto_finalize.websocket(**QUERY)) as made:
        stuck = asyncio.ensure_future(listen(made, bytes(60_000_000)))
        await asyncio.sleep(0.5)
        closing = made.close if how == "session" else client.close
        with at_once():
            await (closing() if twin.is_async else asyncio.to_thread(closing))
        with pytest.raises(c.APIConnectionError):
            await asyncio.wait_for(stuck, AT_ONCE)


async def test_closing_a_client_closes_its_sockets_and_it_opens_none_afterwards(twin: Twin, server: Server) -> None:
    ended = threading.Event()

    def script(peer: Peer) -> None:
        with contextlib.suppress(Exception):
            peer.connection.recv(timeout=2 * AT_ONCE)
        ended.set()

    server.scripts = [script]
    client = twin.make(base_url=server.url)
    before = client.tts.websocket_connect()
    session = client.stt.manual_finalize.websocket(**QUERY)
    await done(session.__aenter__() if twin.is_async else session.__enter__())
    del session  # the program need not keep it
    await done(client.close())
    assert await asyncio.to_thread(ended.wait, AT_ONCE)
    for make in (client.tts.websocket_connect, lambda: client.stt.manual_finalize.websocket(**QUERY)):
        with pytest.raises(c.InvalidRequestError, match="this client is closed"):
            make()
    with pytest.raises(c.InvalidRequestError, match="closed"):
        await done(before.context(**FIELDS).push("a"))
    assert server.requests == 1


def quiet(peer: Peer) -> None:
    """Answer pings, and say nothing."""
    while True:
        peer.connection.recv(timeout=10)


async def test_a_service_that_says_nothing_more_ends_in_a_timeout_with_what_arrived(twin: Twin, server: Server) -> None:
    said = threading.Event()

    def script(peer: Peer) -> None:
        chunk(peer, peer.take()["context_id"], bytes(10))
        said.set()
        quiet(peer)

    server.scripts = [script]
    client = twin.make(base_url=server.url, response_timeout=0.4)
    async with opened(client.tts.websocket_connect()) as made:
        context = made.context(**FIELDS)
        await done(context.send("Hello there.", continue_=False))
        assert await asyncio.to_thread(said.wait, AT_ONCE)
        with pytest.raises(c.APITimeoutError, match=r"no event within 0\.4 s; 10 bytes of audio had arrived") as caught:
            await events(context)
        assert caught.value.received == 10
        assert caught.value.context_id


@pytest.mark.parametrize("answers", [False, True], ids=["nothing is said", "something was said"])
async def test_a_response_is_due_until_something_is_said_of_a_text_or_the_input_ends(
    twin: Twin, server: Server, answers: bool
) -> None:
    """Afterwards, the context may be waiting for the next text, and its reader waits with it."""
    said = threading.Event()

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        if answers:
            chunk(peer, name)
        said.set()
        peer.take()
        chunk(peer, name)
        peer.give(type="done", context_id=name, done=True, status_code=206)

    server.scripts = [script]
    client = twin.make(base_url=server.url, response_timeout=1.0)
    async with opened(client.tts.websocket_connect()) as made:
        context = made.context(**FIELDS)
        await done(context.push("a"))
        assert await asyncio.to_thread(said.wait, AT_ONCE)
        reading = asyncio.ensure_future(events(context))
        finished, _ = await asyncio.wait([reading], timeout=1.5 if answers else AT_ONCE)
        assert bool(finished) is not answers
        await done(context.no_more_inputs())
        if answers:
            assert [event.type for event in await reading] == ["chunk", "chunk", "done"]
        else:
            with pytest.raises(c.APITimeoutError):
                await reading


async def events(context: Any) -> list[Any]:
    if hasattr(context.receive(), "__aiter__"):
        return [event async for event in context.receive()]
    return await asyncio.to_thread(lambda: list(context.receive()))


@pytest.mark.parametrize("ending", ["finalize", "close_input", "listen"])
async def test_a_transcript_that_is_due_and_does_not_come_is_a_timeout(twin: Twin, server: Server, ending: str) -> None:
    def script(peer: Peer) -> None:
        peer.give(type="transcript", text="Hello", is_final=False, request_id="r")
        quiet(peer)

    server.scripts = [script]
    client = twin.make(base_url=server.url, response_timeout=0.4)
    async with opened(client.stt.manual_finalize.websocket(**QUERY)) as made:
        assert (await done(made.recv())).text == "Hello"
        if ending != "listen":
            await done(getattr(made, ending)())
        waiting = made.recv() if twin.is_async else asyncio.to_thread(made.recv)
        with pytest.raises(c.APITimeoutError, match=r"no event within 0\.4 s; 1 events had arrived") as caught:
            await (listen(made, [bytes(100)]) if ending == "listen" else waiting)
        waiting.close()
        assert caught.value.received == 1


async def test_a_session_of_silence_never_times_out(twin: Twin, server: Server) -> None:
    server.scripts = [quiet]
    client = twin.make(base_url=server.url, response_timeout=0.1, ping_interval=0.1, ping_timeout=1.0)
    async with opened(client.stt.auto_finalize.websocket(**QUERY)) as made:
        await done(made.send_raw(bytes(100)))
        waiting = asyncio.ensure_future(made.recv() if twin.is_async else asyncio.to_thread(made.recv))
        finished, _ = await asyncio.wait([waiting], timeout=1)
        assert not finished
        await done(made.close())
        with pytest.raises(c.APIConnectionError, match="closed locally"):
            await waiting


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
@pytest.mark.parametrize("name", ["ping_interval", "ping_timeout", "response_timeout"])
def test_times_must_be_positive(twin: Twin, name: str, seconds: float) -> None:
    with pytest.raises(c.ConfigurationError, match="must be more than 0 seconds"):
        twin.make(**{name: seconds})


async def test_pushing_text_to_a_peer_that_reads_nothing_ends(
    twin: Twin, server: Server, stop: threading.Event
) -> None:
    server.scripts = [deaf(stop)]
    client = twin.make(base_url=server.url, **SOON)
    async with opened(client.tts.websocket_connect()) as made:
        context = made.context(**FIELDS)

        def flood() -> None:
            for _ in range(100):
                context.push("x" * 1_000_000)

        async def aflood() -> None:
            for _ in range(100):
                await context.push("x" * 1_000_000)

        with pytest.raises(c.IncompleteAudioError, match="keepalive ping timed out"):
            await asyncio.wait_for(aflood() if twin.is_async else asyncio.to_thread(flood), AT_ONCE)


async def test_a_lost_socket_is_dialled_again_also_without_retries(twin: Twin, server: Server) -> None:
    server.scripts = [lambda peer: peer.connection.close(1000, "connection idle timeout"), echo]
    client = twin.make(base_url=server.url, max_retries=0)
    async with opened(client.tts.websocket_connect()) as made:
        await until(lambda: not made._connection.is_alive)  # the close frame has arrived
        context = made.context(**FIELDS)
        await done(context.send("a", continue_=False))
        assert [event.type for event in await events(context)] == ["chunk", "done"]
    assert server.requests == 2
    assert twin.slept == []


async def test_a_connection_that_is_replaced_ends_with_its_contexts(twin: Twin, server: Server) -> None:
    """A context whose event was late goes on; once the connection has none, it is not left open."""
    said, ended = threading.Event(), threading.Event()

    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        with contextlib.suppress(Exception):
            peer.take(AT_ONCE)
            chunk(peer, name)
            peer.give(type="done", context_id=name, done=True, status_code=206)
            said.set()
            peer.connection.recv(timeout=2 * AT_ONCE)
        ended.set()

    server.scripts = [script, echo]
    client = twin.make(base_url=server.url, ping_interval=None)
    async with opened(client.tts.websocket_connect()) as made:
        late = made.context(**FIELDS, timeout=0.1)
        await done(late.push("a"))
        with pytest.raises(c.APITimeoutError):
            await events(late)
        for _ in range(2):
            assert await speak(made)
        await done(late.no_more_inputs())
        assert await asyncio.to_thread(said.wait, AT_ONCE)
        assert [event.type for event in await events(late)] == ["chunk", "done"]
        assert server.requests == 2
    assert await asyncio.to_thread(ended.wait, AT_ONCE)
