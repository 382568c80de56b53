"""Contexts on sockets and the concurrency limit: they wait for their turn, and a refused one is sent again."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import cartesia_client as c
import pytest
from cartesia_sandbox import Sandbox

from tests.sockets.conftest import Peer, Server

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": KATIE, "output_format": RAW}
SPEECH = {**FIELDS, "transcript": "Hi."}
CALLS = 40
SOUND = b"\1\2" * 50
CROWDED = {"type": "error", "done": True, "status_code": 429, "error_code": "concurrency_limited", "message": "M"}
Run = Callable[[c.Cartesia, Any, int], bytes]


@pytest.fixture
def free() -> Iterator[Sandbox]:
    with Sandbox(plan="free", context_seconds=30) as running:
        yield running


def spoken(client: c.Cartesia, socket: Any, number: int) -> bytes:
    text: Any = "One. " if number % 2 else ["One. ", "Two. "]
    return b"".join(socket.context(**FIELDS).speak(text))


def pushed(client: c.Cartesia, socket: Any, number: int) -> bytes:
    context = socket.context(**FIELDS)
    context.push("One. ")
    context.no_more_inputs()
    return b"".join(context.audio())


def mixed(client: c.Cartesia, socket: Any, number: int) -> bytes:
    if number % 3 == 0:
        return client.tts.generate(**SPEECH).data
    if number % 3 == 1:
        return b"".join(event.data for event in client.tts.generate_sse(**SPEECH) if event.type == "chunk")
    return spoken(client, socket, number)


@pytest.mark.parametrize("concurrency", ["free", 12])
@pytest.mark.parametrize("run", [spoken, pushed, mixed])
def test_forty_calls_at_once_are_all_done_in_threads(free: Sandbox, run: Run, concurrency: Any) -> None:
    with (
        c.Cartesia(api_key="any", base_url=free.url, concurrency=concurrency, max_retries=0) as client,
        client.tts.websocket_connect() as socket,
        ThreadPoolExecutor(CALLS) as pool,
    ):
        sounds = list(pool.map(lambda number: run(client, socket, number), range(CALLS)))
        assert min(map(len, sounds)) > 1000
        assert client._policy.governors["tts"].active == 0


async def aspoken(client: c.AsyncCartesia, socket: Any, number: int) -> bytes:
    text: Any = "One. " if number % 2 else ["One. ", "Two. "]
    return b"".join([chunk async for chunk in socket.context(**FIELDS).speak(text)])


async def apushed(client: c.AsyncCartesia, socket: Any, number: int) -> bytes:
    context = socket.context(**FIELDS)
    await context.push("One. ")
    await context.no_more_inputs()
    return b"".join([chunk async for chunk in context.audio()])


async def amixed(client: c.AsyncCartesia, socket: Any, number: int) -> bytes:
    if number % 3 == 0:
        return (await client.tts.generate(**SPEECH)).data
    if number % 3 == 1:
        return b"".join(
            [event.data async for event in await client.tts.generate_sse(**SPEECH) if event.type == "chunk"]
        )
    return await aspoken(client, socket, number)


@pytest.mark.parametrize("concurrency", ["free", 12])
@pytest.mark.parametrize("run", [aspoken, apushed, amixed])
async def test_forty_calls_at_once_are_all_done_in_tasks(free: Sandbox, run: Any, concurrency: Any) -> None:
    async with (
        c.AsyncCartesia(api_key="any", base_url=free.url, concurrency=concurrency, max_retries=0) as client,
        client.tts.websocket_connect() as socket,
    ):
        sounds = await asyncio.gather(*(run(client, socket, number) for number in range(CALLS)))
        assert min(map(len, sounds)) > 1000
        assert client._policy.governors["tts"].active == 0


def refusing(times: int, frames: list[dict[str, Any]]) -> Callable[[Peer], None]:
    """Refuse the first contexts, then speak one to its end. Frames are recorded."""

    def script(peer: Peer) -> None:
        refused: list[str] = []
        while True:
            frames.append(frame := peer.take())
            name = frame["context_id"]
            if name in refused or frame.get("cancel"):
                continue
            if len(refused) < times:
                refused.append(name)
                peer.give(**CROWDED, context_id=name)
            elif not frame["continue"]:
                data = base64.b64encode(SOUND).decode()
                peer.give(type="chunk", data=data, done=False, status_code=206, step_time=1, context_id=name)
                peer.give(type="done", done=True, status_code=200, context_id=name)

    return script


def patient(client: Any, slept: list[float]) -> None:
    """Have a client wait without waiting."""

    async def asleep(seconds: float) -> None:
        slept.append(seconds)

    client._policy.sleep, client._policy.asleep, client._policy.jitter = slept.append, asleep, lambda: 0.0


@pytest.mark.parametrize("pieces", ["One. ", ["One. ", "Two. ", "Three."]])
@pytest.mark.parametrize("run", ["sync", "async"])
async def test_a_refused_context_is_sent_again_without_a_limit_too(server: Server, run: str, pieces: Any) -> None:
    frames: list[dict[str, Any]] = []
    slept: list[float] = []
    server.scripts = [refusing(2, frames)]
    if run == "async":
        async with (
            c.AsyncCartesia(api_key="k", base_url=server.url) as client,
            client.tts.websocket_connect() as socket,
        ):
            patient(client, slept)
            context = socket.context(**FIELDS)
            sound = b"".join([chunk async for chunk in context.speak(pieces)])
    else:
        sound = await asyncio.to_thread(speak, server, slept, pieces)
    assert (sound, slept) == (SOUND, [0.5, 1.0])
    last = frames[-1]["context_id"]
    said = "".join(frame.get("transcript", "") for frame in frames if frame["context_id"] == last)
    assert said == "".join(pieces)
    assert len({frame["context_id"] for frame in frames}) == 3


def speak(server: Server, slept: list[float], pieces: Any) -> bytes:
    with c.Cartesia(api_key="k", base_url=server.url) as client, client.tts.websocket_connect() as socket:
        patient(client, slept)
        return b"".join(socket.context(**FIELDS).speak(pieces))


async def aspeak(server: Server, slept: list[float], pieces: Any) -> bytes:
    async with c.AsyncCartesia(api_key="k", base_url=server.url) as client, client.tts.websocket_connect() as socket:
        patient(client, slept)
        return b"".join([chunk async for chunk in socket.context(**FIELDS).speak(pieces)])


async def test_what_was_pushed_to_a_refused_context_is_sent_again_with_its_flushes(server: Server) -> None:
    frames: list[dict[str, Any]] = []

    def script(peer: Peer) -> None:
        name = [peer.take() for _ in range(4)][-1]["context_id"]
        peer.give(**CROWDED, context_id=name)
        refusing(0, frames)(peer)

    server.scripts = [script]
    async with c.AsyncCartesia(api_key="k", base_url=server.url) as client, client.tts.websocket_connect() as socket:
        patient(client, [])
        context = socket.context("mine", **FIELDS)
        await context.push("One. ")
        await context.flush()
        await context.push("Two.")
        await context.no_more_inputs()
        events = [event async for event in context.receive()]
        assert [event.type for event in events] == ["chunk", "done"]
        assert {getattr(event, "context_id", None) for event in events} == {context.context_id}
        again = frames[-1]
        assert (again["transcript"], again["continue"], again["flush"]) == ("One. Two.", False, True)
        assert {"context_id": "mine", "cancel": True} in frames  # a later frame may have opened it


@pytest.mark.parametrize("run", ["sync", "async"])
async def test_a_context_that_is_refused_for_too_long_fails_with_what_the_service_said(
    server: Server, run: str
) -> None:
    server.scripts = [refusing(99, [])]
    slept: list[float] = []
    with pytest.raises(c.RateLimitError, match="concurrency_limited") as caught:
        await (asyncio.to_thread(speak, server, slept, "One.") if run == "sync" else aspeak(server, slept, "One."))
    assert (slept, caught.value.attempts, caught.value.received) == ([0.5, 1.0], 3, 0)


def test_a_context_that_has_spoken_is_not_sent_again(server: Server) -> None:
    def script(peer: Peer) -> None:
        name = peer.take()["context_id"]
        data = base64.b64encode(SOUND).decode()
        peer.give(type="chunk", data=data, done=False, status_code=206, step_time=1, context_id=name)
        peer.give(**CROWDED, context_id=name)

    server.scripts = [script]
    with c.Cartesia(api_key="k", base_url=server.url) as client, client.tts.websocket_connect() as socket:
        with pytest.raises(c.RateLimitError) as caught:
            list(socket.context(**FIELDS).speak("One."))
        assert caught.value.received == len(SOUND)


@pytest.mark.parametrize("ending", ["cancel", "drop", "break", "error"])
def test_a_context_gives_its_place_back_however_it_ends(free: Sandbox, ending: str) -> None:
    with (
        c.Cartesia(api_key="any", base_url=free.url, concurrency=1, concurrency_timeout=20) as client,
        client.tts.websocket_connect() as socket,
    ):
        for _ in range(3):
            context = socket.context(**{**FIELDS, "voice": "nobody"} if ending == "error" else FIELDS)
            if ending == "break":
                for _ in context.speak("One. Two."):
                    break
            elif ending == "error":
                with pytest.raises(c.APIStatusError):
                    list(context.speak("One."))
            else:
                context.push("One.")
                assert client._policy.governors["tts"].active == 1
                if ending == "cancel":
                    context.cancel()
            del context
        assert client._policy.governors["tts"].active == 0
        assert len(client.tts.generate(**SPEECH).data) > 1000


async def test_a_cancelled_task_gives_its_place_back(free: Sandbox) -> None:
    async with (
        c.AsyncCartesia(api_key="any", base_url=free.url, concurrency=1) as client,
        client.tts.websocket_connect() as socket,
    ):
        for _ in range(3):
            task = asyncio.create_task(aspoken(client, socket, 1))
            while not client._policy.governors["tts"].active:
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            del task
        assert client._policy.governors["tts"].active == 0


def test_a_context_that_waits_too_long_is_not_sent(free: Sandbox) -> None:
    with (
        c.Cartesia(api_key="any", base_url=free.url, concurrency=1, concurrency_timeout=0.05) as client,
        client.tts.websocket_connect() as socket,
    ):
        first, second = socket.context(**FIELDS), socket.context(**FIELDS)
        first.push("One.")
        with pytest.raises(c.APITimeoutError, match=r"context .*: not sent.*\(active: 1, limit: 1"):
            second.push("Two.")
        first.no_more_inputs()
        list(first.audio())
        second.push("Two.")
        second.no_more_inputs()
        assert len(b"".join(second.audio())) > 1000
