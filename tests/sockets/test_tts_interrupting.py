"""What ends a context early: readers that leave, and connections that close with events unread."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import random
import threading
import time
import weakref
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import cartesia_client as c
import pytest
from cartesia_io.sockets.sync_connection import SyncConnection
from cartesia_sandbox import Sandbox

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_tts import ERRORS, RAW, Speaker, chunk, echo
from tests.sockets.test_tts_with_sandbox import FIELDS
from tests.unit.conftest import Twin, done, twin
from tests.waiting import until

__all__ = ["twin"]

TOLD = 0.2
"""Seconds in which the service is told that a reader has left. No frame follows that could take it along."""
TRIES = 5
"""One of so many has to be in time: a busy machine delays some of them, and a client that waits for something delays all."""


class Talker:
    """A script that speaks without end, and says when it is told to stop."""

    def __init__(self) -> None:
        self.cancelled = threading.Event()
        self.told_at = 0.0
        """When it was told, read in the thread that was."""

    def __call__(self, peer: Peer) -> None:
        name = peer.take()["context_id"]
        while True:
            chunk(peer, name, bytes(1000))
            try:
                if peer.take(0.02).get("cancel"):
                    self.told_at = time.monotonic()
                    self.cancelled.set()
            except TimeoutError:
                continue


class Hangup(Exception):
    pass


async def leave(twin: Twin, context: Any, method: str, how: str, keep: list[Any]) -> float:
    """Read an event, and leave. Return when that was."""
    left = [0.0]
    speech = context.speak("On and on. ") if method == "speak" else getattr(context, method)()
    if twin.is_async:

        async def read() -> None:
            keep.append(context)
            if how != "dropped":
                keep.append(speech) if how == "cancelled while it plays, all kept" else None
            async for _ in speech:
                left[0] = time.monotonic()
                if how == "break":
                    break
                if how == "error":
                    raise Hangup
                task = asyncio.current_task()
                assert task is not None
                task.cancel()
                await asyncio.sleep(1)

        task = asyncio.create_task(read())
        keep.append(await asyncio.gather(task, return_exceptions=True))
        return left[0]

    def read_sync() -> None:
        for _ in speech:
            left[0] = time.monotonic()
            if how == "break":
                break
            raise Hangup

    with contextlib.suppress(Hangup):
        await asyncio.to_thread(read_sync)
    return left[0]


async def in_time(twin: Twin, server: Server, leaves: Callable[[Speaker], Awaitable[float]]) -> bool:
    """Return whether the service was told in time once. `leaves` returns when the reader left."""
    for _ in range(TRIES):
        talker = Talker()
        server.scripts = [talker]
        speaker = Speaker(twin, server)
        left = await leaves(speaker)
        assert await asyncio.to_thread(talker.cancelled.wait, 5)
        await speaker.close()
        if talker.told_at - left < TOLD:
            return True
    return False


@pytest.mark.parametrize("how", ["break", "error", "cancelled while it plays", "cancelled while it plays, all kept"])
@pytest.mark.parametrize("method", ["audio", "speak", "receive"])
async def test_the_service_is_told_when_a_reader_leaves(twin: Twin, server: Server, method: str, how: str) -> None:
    if "cancelled" in how and not twin.is_async:
        pytest.skip("threads cannot be cancelled")
    if method == "receive" and (how == "break" or not twin.is_async):
        pytest.skip("one may receive again")
    keep: list[Any] = []

    async def leaves(speaker: Speaker) -> float:
        context = speaker.context()
        if method != "speak":
            await done(context.push("On and on. "))
        return await leave(twin, context, method, how, keep)

    assert await in_time(twin, server, leaves)


async def test_the_service_is_told_when_a_context_is_dropped(twin: Twin, server: Server) -> None:
    async def leaves(speaker: Speaker) -> float:
        context = speaker.context()
        await done(context.push("On and on. "))
        circle: list[Any] = [context]
        circle.append(circle)  # so that only the garbage collector finds it
        del context, circle
        gc.collect()  # takes a while in a process of tests
        return time.monotonic()

    assert await in_time(twin, server, leaves)


async def test_a_context_that_is_received_from_piece_by_piece_goes_on(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("One. "))
    if twin.is_async:
        async for _ in context.receive():
            break
    else:
        next(context.receive())
    gc.collect()
    await done(context.send("Two.", continue_=False))
    assert await speaker.audio(context) == b"Two."
    await speaker.close()


async def interrupted(twin: Twin, socket: Any, number: int, chance: random.Random) -> None:
    """Begin to speak, and leave in one of the ways in which programs do."""
    how = ("break", "error", "dropped", "cancelled")[number % 4]
    events = chance.randrange(3)

    def begin() -> Any:
        context = socket.context(**{**FIELDS, "output_format": RAW})
        text = ["One and two. ", "Three and four."]
        return context.speak(text) if twin.is_async or number % 3 else context.speak("One and two. ")

    async def talk() -> None:
        left = events
        async for _ in begin():
            await asyncio.sleep(0.001)  # plays it
            if (left := left - 1) < 0 and how != "cancelled":
                if how == "error":
                    raise Hangup
                return

    if twin.is_async:
        task = asyncio.create_task(talk())
        if how == "cancelled":
            await asyncio.sleep(chance.random() * 0.02)
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return

    def talk_sync() -> None:
        speech = begin()
        for left, _ in enumerate(speech):
            if left >= events:
                if how == "error":
                    raise Hangup
                return

    with contextlib.suppress(Hangup):
        await asyncio.to_thread(talk_sync)


@pytest.mark.parametrize("count", [40, pytest.param(1000, marks=pytest.mark.slow)])
async def test_random_interruptions_leave_no_context(twin: Twin, count: int) -> None:
    chance = random.Random(12)
    with Sandbox(realtime=True) as sandbox:
        sandbox.engine.load().speak("Hello.", 1.0, 0)
        client = twin.make(api_key="any", base_url=sandbox.url)
        socket = client.tts.websocket_connect()

        for begin in range(0, count, 10):
            await asyncio.gather(*(interrupted(twin, socket, begin + each, chance) for each in range(10)))
        await until(lambda: not sandbox.limits.taken.get("tts"))  # it has read the cancel frames
        assert socket._connection.protocol.contexts == []
        await (socket.close() if twin.is_async else asyncio.to_thread(socket.close))


# -- what is unread when the connection closes ------------------------------------------------------------------------


def last_words(peer: Peer, closed: threading.Event, *, error: bool) -> None:
    name = peer.take()["context_id"]
    chunk(peer, name, bytes(1000))
    if error:
        peer.give(type="error", done=True, **{**ERRORS["new"], "status_code": 402})
    peer.connection.close(1000)
    closed.set()


@pytest.mark.parametrize("error", [True, False])
async def test_what_had_arrived_is_read_before_a_closed_connection_fails_a_push(
    twin: Twin, server: Server, error: bool
) -> None:
    closed = threading.Event()
    server.scripts = [lambda peer: last_words(peer, closed, error=error)]
    speaker = Speaker(twin, server)
    context = speaker.context()
    await done(context.push("One. "))
    assert await asyncio.to_thread(closed.wait, 15)
    kind = c.PaymentRequiredError if error else c.IncompleteAudioError
    with pytest.raises(kind) as caught:
        await done(context.push("Two."))
    assert (caught.value.received, caught.value.context_id) == (1000, context.context_id)
    found: list[Any] = []
    with pytest.raises(kind) as caught:
        await speaker.events(context, found)
    assert [len(event.data) for event in found] == [1000]
    assert (caught.value.received, caught.value.context_id) == (1000, context.context_id)
    await speaker.close()


@pytest.mark.parametrize("error", [True, False])
async def test_what_had_arrived_is_spoken_before_a_closed_connection_fails_the_speech(
    twin: Twin, server: Server, error: bool
) -> None:
    closed = threading.Event()
    server.scripts = [lambda peer: last_words(peer, closed, error=error)]
    speaker = Speaker(twin, server)
    received = []

    def pieces() -> Iterator[str]:
        for number in range(3):
            yield f"Sentence {number}. "
            closed.wait(0.1 if twin.is_async else 15)

    async def listen() -> None:
        if twin.is_async:
            async for data in speaker.context().speak(pieces()):
                received.append(data)  # what came before an error must stay
        else:
            await asyncio.to_thread(lambda: received.extend(speaker.context().speak(pieces())))

    with pytest.raises(c.PaymentRequiredError if error else c.IncompleteAudioError) as caught:
        await listen()
    assert b"".join(received) == bytes(1000)
    assert caught.value.received == 1000
    assert getattr(caught.value, "duration", 1) > 0  # the format of the context tells
    await speaker.close()


def test_what_arrived_while_a_piece_was_sent_is_spoken_before_the_error(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection closes after what had arrived was read, and before the next piece goes out."""
    closed = threading.Event()
    found: list[bytes] = []
    server.scripts = [lambda peer: last_words(peer, closed, error=True)]

    async def nothing_yet(self: Any, conversation: Any) -> None:
        pass

    def pieces() -> Iterator[str]:
        yield "One. "
        assert closed.wait(15)
        yield "Two. "

    monkeypatch.setattr(SyncConnection, "catch_up", nothing_yet)
    with c.Cartesia(api_key="k", base_url=server.url) as client, client.tts.websocket_connect() as socket:
        speech = socket.context(**FIELDS).speak(pieces())
        with pytest.raises(c.PaymentRequiredError):
            found.extend(speech)  # which keeps what comes before an error
    assert found == [bytes(1000)]


# -- ids, and memory --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["done", "cancelled", "error"])
async def test_an_id_is_not_used_twice_on_a_connection(twin: Twin, server: Server, ending: str) -> None:
    def script(peer: Peer) -> None:
        frame = peer.take()
        if ending == "error":
            peer.give(type="error", context_id=frame["context_id"], done=True, **ERRORS["new"])
        elif ending == "done":
            chunk(peer, "c", b"ab")
            peer.give(type="done", context_id="c", done=True, status_code=206)

    server.scripts = [script]
    speaker = Speaker(twin, server)
    context = speaker.context(context_id="c")
    await done(context.push("One."))
    if ending == "cancelled":
        await done(context.cancel())
    elif ending == "error":
        with pytest.raises(c.BadRequestError):
            await speaker.events(context)
    else:
        assert await speaker.audio(context) == b"ab"
    del context
    gc.collect()
    with pytest.raises(c.InvalidRequestError, match="its id must be unique"):
        await done(speaker.context(context_id="c").push("Two."))
    await speaker.close()


async def test_contexts_that_failed_are_freed_with_all_that_their_callers_hold(twin: Twin, server: Server) -> None:
    class Call:
        pass

    def script(peer: Peer) -> None:
        while True:
            peer.give(type="error", context_id=peer.take()["context_id"], done=True, **ERRORS["new"])

    server.scripts = [script]
    speaker = Speaker(twin, server)
    alive: weakref.WeakSet[Call] = weakref.WeakSet()

    async def handle() -> None:
        call = Call()
        alive.add(call)
        context = speaker.context()
        try:
            await done(context.push("One."))
            # Not in a thread of the pool, which keeps the last error for a while.
            await speaker.events(context) if twin.is_async else list(context.receive())
        except c.BadRequestError:
            assert call
        with pytest.raises(c.BadRequestError):
            await done(context.push("Two."))

    before = len(weakref.finalize._registry)  # type: ignore[attr-defined]
    for _ in range(10):
        await handle()
    gc.collect()
    assert len(alive) == 0
    assert len(weakref.finalize._registry) <= before  # type: ignore[attr-defined]
    await speaker.close()


def test_an_event_loop_that_ends_while_speech_is_read_closes_it_without_an_error(server: Server) -> None:
    server.scripts = [Talker()]
    reported: list[str] = []
    kept: list[Any] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: reported.append(context["message"]))
        client = c.AsyncCartesia(api_key="any", base_url=server.url)
        kept.append(client.tts.websocket_connect().context(**FIELDS).speak("On and on. "))
        await anext(kept[0])
        await client.close()

    asyncio.run(main())
    assert not any("closing of asynchronous generator" in message for message in reported)
