"""A reader may start before the first text of a context: it waits for it, as in a voice agent whose tasks push and receive."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import cartesia_client as c
import pytest
from cartesia_io.sockets.keepalive import SocketTimeouts

from tests.sockets.conftest import Server
from tests.sockets.test_tts import Speaker, echo
from tests.unit.conftest import Twin, done, twin
from tests.waiting import AT_ONCE

__all__ = ["twin"]

READERS: dict[str, Callable[[Any], Any]] = {
    "receive": lambda context: context.receive(),
    "audio": lambda context: context.audio(),
    "iteration": lambda context: context,
}


async def collected(twin: Twin, events: Any) -> bytes:
    """Return the audio of events, or of chunks, read in a thread or in this task."""
    found = [each async for each in events] if twin.is_async else await asyncio.to_thread(list, events)
    return b"".join(each if isinstance(each, bytes) else getattr(each, "data", b"") for each in found)


@asynccontextmanager
async def reading(twin: Twin, context: Any, read: Any = READERS["receive"]) -> AsyncIterator[asyncio.Task[bytes]]:
    """Give a reader that waits for the first text."""
    waits, wait = threading.Event(), context._wait

    def waiting(timeout: float | None) -> Any:
        waits.set()
        return wait(timeout)

    context._wait = waiting
    reader = asyncio.create_task(collected(twin, read(context)))
    assert await asyncio.to_thread(waits.wait, 5)
    try:
        yield reader
    finally:
        reader.cancel()
        await done(context.cancel())


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
async def test_a_reader_waits_for_the_first_text(twin: Twin, server: Server, read: Any) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server, response_timeout=0.05)
    context = speaker.context(timeout=0.05)
    async with reading(twin, context, read) as reader:
        assert await asyncio.wait([reader], timeout=0.3) == (set(), {reader})  # whatever the time-outs for responses
        assert server.peers == []  # and for nothing
        context._timeout, speaker.client._policy.socket_timeouts = None, SocketTimeouts()  # for what comes, as ever
        await done(context.push("Hello, "))
        await done(context.push("there."))
        await done(context.no_more_inputs())
        assert await asyncio.wait_for(reader, 5) == b"Hello, there."
    await speaker.close()


async def test_several_contexts_are_read_before_they_begin(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    contexts = [speaker.context() for _ in range(3)]
    async with (
        reading(twin, contexts[0]) as first, reading(twin, contexts[1]) as second, reading(twin, contexts[2]) as third
    ):  # fmt: skip
        for number in (2, 0, 1):
            await done(contexts[number].send(f"Text {number}.", continue_=False))
        found = await asyncio.wait_for(asyncio.gather(first, second, third), 5)
    assert list(found) == [b"Text 0.", b"Text 1.", b"Text 2."]
    await speaker.close()


async def test_a_text_that_is_refused_does_not_end_the_wait(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    async with reading(twin, context) as reader:
        with pytest.raises(c.InvalidRequestError, match="model_id cannot change"):
            await done(context.push("Hi.", model_id="other"))
        await done(context.send("Hi.", continue_=False))
        assert await asyncio.wait_for(reader, 5) == b"Hi."
    await speaker.close()


async def test_a_connection_that_was_lost_meanwhile_is_replaced(twin: Twin, server: Server) -> None:
    lost = threading.Event()

    def script(peer: Any) -> None:
        peer.reset()
        lost.set()

    server.scripts = [script, echo]
    speaker = Speaker(twin, server)
    await (speaker.socket.__aenter__() if twin.is_async else asyncio.to_thread(speaker.socket.__enter__))
    assert await asyncio.to_thread(lost.wait, 5)  # after which the loop sees it before it goes on
    context = speaker.context()
    async with reading(twin, context) as reader:
        await done(context.send("Hi.", continue_=False))
        assert await asyncio.wait_for(reader, 5) == b"Hi."
    assert len(server.peers) == 2
    await speaker.close()


async def test_a_time_limit_of_the_reader_itself_is_kept(twin: Twin, server: Server) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    with pytest.raises(c.APITimeoutError, match=r"no event within 0\.05 s; 0 bytes") as caught:
        await collected(twin, context.receive(timeout=0.05))
    assert (caught.value.context_id, caught.value.may_be_billed) == (context.context_id, False)
    await done(context.send("Hi.", continue_=False))  # it goes on
    assert await collected(twin, context.receive()) == b"Hi."
    await speaker.close()


@pytest.mark.parametrize("end", ["context", "socket", "client"])
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
async def test_cancelling_and_closing_end_the_wait(twin: Twin, server: Server, end: str, read: Any) -> None:
    speaker = Speaker(twin, server)
    context = speaker.context()
    async with reading(twin, context, read) as reader:
        if end == "context":
            await done(context.cancel())
        else:
            await (speaker.close() if end == "socket" else done(speaker.client.close()))
        why = "the context was cancelled" if end == "context" else "the connection was closed locally"
        with pytest.raises(c.IncompleteAudioError, match=why):
            await asyncio.wait_for(reader, AT_ONCE)
        with pytest.raises(c.IncompleteAudioError if end == "context" else c.InvalidRequestError):
            await done(context.push("Hi."))
    assert server.requests == 0
    await speaker.close()


async def test_no_text_is_spoken_to_a_reader_whose_task_was_cancelled(server: Server) -> None:
    twin = Twin(c.AsyncCartesia)
    speaker = Speaker(twin, server)
    context = speaker.context()
    async with reading(twin, context) as reader:
        reader.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader
        with pytest.raises(c.IncompleteAudioError, match="the context was cancelled"):
            await context.push("Hi.")
    assert server.requests == 0
    await twin.close()


async def test_a_context_that_is_cancelled_while_it_connects_sends_nothing(server: Server) -> None:
    seen: list[Any] = []

    def script(peer: Any) -> None:
        seen.append(peer.take())

    server.scripts = [script]
    twin = Twin(c.AsyncCartesia)
    speaker = Speaker(twin, server)
    context = speaker.context()
    pushing = asyncio.create_task(context.push("Hi."))
    while not server.requests:
        await asyncio.sleep(0)
    await context.cancel()
    with pytest.raises(c.IncompleteAudioError, match="the context was cancelled"):
        await pushing
    assert seen == []
    await twin.close()


@pytest.mark.parametrize("text", ["", " ... "])
async def test_nothing_comes_after_a_text_with_nothing_to_speak(twin: Twin, server: Server, text: str) -> None:
    server.scripts = [echo]
    speaker = Speaker(twin, server)
    context = speaker.context()
    assert await collected(twin, context.speak(text)) == b""
    with pytest.raises(c.InvalidRequestError, match="nothing has been sent"):
        await collected(twin, context.receive())
    await done(context.send("Hi.", continue_=False))
    assert await collected(twin, context.audio()) == b"Hi."
    await speaker.close()
