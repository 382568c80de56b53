"""Speech over sockets and server-sent events, sound sent to be transcribed, and how long a loop is blocked."""

from __future__ import annotations

import asyncio
import base64
import importlib
import json
import struct
import threading
import time
from contextlib import AbstractAsyncContextManager
from typing import Any

from tests.bench.sides import FIELDS, FORMAT, Blocks, Figures, Meter, Side, scene, turns


def audio(side: Side, event: Any) -> bytes:
    """Return the decoded audio of an event. The official library decodes it in the property `audio`."""
    if event.type != "chunk":
        return b""
    data: bytes = event.audio if side.official else event.data
    return data


class Count:
    """The chunks that have arrived, and their delays."""

    def __init__(self, paced: bool = False) -> None:
        self.chunks = self.bytes = 0
        self.delays: list[float] = []
        self._paced = paced

    def add(self, data: bytes) -> None:
        if data:
            self.chunks += 1
            self.bytes += len(data)
            if self._paced:
                self.delays.append(time.monotonic() - struct.unpack_from("<d", data)[0])


def transcript(chunks: int, size: int, pause: float = 0.0) -> str:
    return json.dumps({"chunks": chunks, "size": size} | ({"pause": pause} if pause else {}))


def url(side: Side) -> str:
    return f"{side.addresses['ws']}/tts/websocket"


def connected(side: Side) -> AbstractAsyncContextManager[Any]:
    """Open a socket of the client, or of `websockets` itself."""
    if side.floor:
        websockets = importlib.import_module("websockets.asyncio.client")
        return websockets.connect(url(side), compression=None, max_size=None)  # type: ignore[no-any-return]
    return side.client("ws", sync=False).tts.websocket_connect()  # type: ignore[no-any-return]


async def speech(side: Side, connection: Any, text: str, contexts: int, count: Count) -> None:
    """Speak in so many contexts at a time, and count what arrives."""
    if side.floor:
        frame = {**FIELDS, "output_format": FORMAT, "transcript": text}
        for number in range(contexts):
            await connection.send(json.dumps({**frame, "context_id": str(number)}))
        while contexts:
            event = json.loads(await connection.recv())
            contexts -= event["done"]
            count.add(base64.b64decode(event.get("data", "")))
        return

    async def one() -> None:
        context = connection.context(**FIELDS, output_format=FORMAT)
        await context.push(text)
        async for event in context.receive():
            count.add(audio(side, event))

    await asyncio.gather(*(one() for _ in range(contexts)))


def over_socket(side: Side, contexts: int, chunks: int, size: int, pause: float = 0.0) -> Figures:
    async def run() -> Figures:
        blocks = Blocks(contexts * chunks)
        async with connected(side) as connection:
            await speech(side, connection, transcript(20, size), contexts, Count())
            for _ in turns():
                count = Count(bool(pause))
                with Meter() as meter:
                    await speech(side, connection, transcript(chunks, size, pause), contexts, count)
                assert (count.chunks, count.bytes) == (blocks.each, blocks.each * size)
                late = sorted(count.delays) or [0.0]
                paced = {"p50": late[len(late) // 2] * 1e3, "p99": late[len(late) * 99 // 100] * 1e3}
                blocks.add(meter.each(blocks.each) | (paced if pause else {}))
        return blocks.figures()

    return asyncio.run(run())


@scene
def socket(side: Side, size: int) -> Figures:
    return over_socket(side, 1, 3000 if size < 8192 else 500, size)


@scene
def contexts(side: Side, size: int) -> Figures:
    """Chunks of 4 KB in so many contexts on one socket."""
    return over_socket(side, size, max(10, 5000 // size), 4096)


@scene
def contexts_256_B(side: Side, size: int) -> Figures:
    return over_socket(side, size, max(10, 5000 // size), 256)


@scene
def paced(side: Side, size: int) -> Figures:
    """So many contexts, each with a chunk in each 100 ms, all at the same time."""
    return over_socket(side, size, 10, 4096, 0.1)


@scene
def sync_socket(side: Side, size: int) -> Figures:
    """Chunks of 4 KB in so many contexts, read one after the other."""
    side.libraries_only()
    chunks = max(10, 5000 // size)
    with side.client("ws").tts.websocket_connect() as connection:

        def run(chunks: int, count: Count) -> None:
            opened = [connection.context(**FIELDS, output_format=FORMAT) for _ in range(size)]
            for context in opened:
                context.push(transcript(chunks, 4096))
            for context in opened:
                for event in context.receive():
                    count.add(audio(side, event))

        run(20, Count())
        for each in (blocks := Blocks(size * chunks)):
            run(chunks, count := Count())
            assert (count.chunks, count.bytes) == (each, each * 4096)
    return blocks.figures()


@scene
def socket_threads(side: Side, size: int) -> Figures:
    """So many threads on one sync socket, each with a context; and what that is over one thread."""
    side.ours_only()

    def run(connection: Any, threads: int, chunks: int) -> float:
        def work() -> None:
            context = connection.context(**FIELDS, output_format=FORMAT)
            context.push(transcript(chunks, 4096))
            assert sum(event.type == "chunk" for event in context.receive()) == chunks

        running = [threading.Thread(target=work) for _ in range(threads)]
        with Meter() as meter:
            for thread in running:
                thread.start()
            for thread in running:
                thread.join()
        return meter.cpu / threads / chunks * 1e6

    with side.client("ws").tts.websocket_connect() as connection:
        run(connection, 1, 20)
        blocks = Blocks(size * (chunks := max(20, 4000 // size)))
        for _ in turns():
            alone = run(connection, 1, 2000)
            cost = run(connection, size, chunks)
            blocks.add({"cpu": cost, "over one": cost / alone})
    return blocks.figures()


@scene
def pushes(side: Side, size: int) -> Figures:
    """So many pieces of text into one context."""
    side.libraries_only()

    async def run() -> Figures:
        async with connected(side) as connection:

            async def push(count: int) -> None:
                context = connection.context(**FIELDS, output_format=FORMAT)
                for _ in range(count):
                    await context.push("A piece of text. ")

            await push(3)
            rounds = max(1, 200 // size)
            for _ in (blocks := Blocks(rounds * size)):
                for _ in range(rounds):
                    await push(size)
        return blocks.figures()

    return asyncio.run(run())


STT = {"model": "ink-whisper", "encoding": "pcm_s16le", "sample_rate": 16000}


@scene
def stt_send(side: Side, size: int) -> Figures:
    """Sound of so many milliseconds sent to be transcribed."""
    sound = bytes(32 * size)
    if side.floor:
        websockets = importlib.import_module("websockets.sync.client")
        opened = websockets.connect(f"{side.addresses['ws']}/stt/websocket", compression=None)
    else:
        opened = side.client("ws").stt.manual_finalize.websocket(**STT)
    with opened as connection:
        send = connection.send if side.floor else connection.send_raw
        for _ in range(50):
            send(sound)
        for each in (blocks := Blocks(3000)):
            for _ in range(each):
                send(sound)
        connection.close()
    return blocks.figures()


@scene
def stt_send_async(side: Side, size: int) -> Figures:
    sound = bytes(32 * size)

    async def run() -> Figures:
        if side.floor:
            websockets = importlib.import_module("websockets.asyncio.client")
            opened = websockets.connect(f"{side.addresses['ws']}/stt/websocket", compression=None)
        else:
            opened = side.client("ws", sync=False).stt.manual_finalize.websocket(**STT)
        async with opened as connection:
            send = connection.send if side.floor else connection.send_raw
            for _ in range(50):
                await send(sound)
            for each in (blocks := Blocks(3000)):
                for _ in range(each):
                    await send(sound)
            await connection.close()
        return blocks.figures()

    return asyncio.run(run())


def sse_fields(chunks: int, size: int) -> dict[str, Any]:
    return {**FIELDS, "output_format": FORMAT, "transcript": transcript(chunks, size)}


@scene
def sse(side: Side, size: int) -> Figures:
    side.libraries_only()
    with side.client() as client:

        def run(chunks: int, count: Count) -> None:
            for event in client.tts.generate_sse(**sse_fields(chunks, size)):
                count.add(audio(side, event))

        run(20, Count())
        for each in (blocks := Blocks(3000)):
            run(each, count := Count())
            assert (count.chunks, count.bytes) == (each, each * size)
    return blocks.figures()


@scene
def sse_async(side: Side, size: int) -> Figures:
    side.libraries_only()

    async def run() -> Figures:
        async with side.client(sync=False) as client:

            async def stream(chunks: int, count: Count) -> None:
                async for event in await client.tts.generate_sse(**sse_fields(chunks, size)):
                    count.add(audio(side, event))

            await stream(20, Count())
            for each in (blocks := Blocks(3000)):
                await stream(each, count := Count())
                assert (count.chunks, count.bytes) == (each, each * size)
        return blocks.figures()

    return asyncio.run(run())


@scene
def wss_again(side: Side, size: int) -> Figures:
    """Another socket over TLS in the same process, opened and closed."""
    side.libraries_only()
    with side.client("wss") as client:

        def once() -> None:
            with client.tts.websocket_connect() as connection:
                connection.context(**FIELDS, output_format=FORMAT).push("Hi")

        once()
        for each in (blocks := Blocks(10)):
            for _ in range(each):
                once()
    return blocks.figures()


@scene
def block(side: Side, size: int) -> Figures:
    """The longest time, in ms, for which the first request keeps a running loop from other work."""
    side.libraries_only()

    async def run() -> Figures:
        async with side.client("https", sync=False) as client:
            longest = {"block": 0.0, "wall": 0.0}

            async def tick() -> None:
                used, at = time.thread_time(), time.perf_counter()
                while True:
                    await asyncio.sleep(0)
                    now, there = time.thread_time(), time.perf_counter()
                    longest["block"] = max(longest["block"], 1e3 * (now - used))
                    longest["wall"] = max(longest["wall"], 1e3 * (there - at))
                    used, at = now, there

            ticking = asyncio.create_task(tick())
            await asyncio.sleep(0)
            await client.get_status()
            ticking.cancel()
        return longest

    return asyncio.run(run())
