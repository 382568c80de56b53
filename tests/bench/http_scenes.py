"""Requests, pages, audio and files over HTTP."""

from __future__ import annotations

import asyncio
import importlib
import json
import tempfile
import threading
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from typing import Any

from tests.bench.sides import FIELDS, FORMAT, Blocks, Figures, Growth, Meter, Side, scene, turns

MIB = 2**20


def status(side: Side, client: Any) -> Any:
    return (lambda: client.get("/").json()) if side.floor else client.get_status


async def astatus(side: Side, client: Any) -> Any:
    return (await client.get("/")).json() if side.floor else await client.get_status()


@scene
def get(side: Side, size: int) -> Figures:
    with side.client() as client:
        call = status(side, client)
        for _ in range(10):
            call()
        for each in (blocks := Blocks(200)):
            for _ in range(each):
                call()
    return blocks.figures()


@scene
def get_async(side: Side, size: int) -> Figures:
    return asyncio.run(gathered(side, 1, 200))


async def at_a_time(side: Side, client: Any, tasks: int, count: int) -> None:
    """Send requests in so many tasks, each so many."""

    async def one() -> None:
        for _ in range(count):
            await astatus(side, client)

    await asyncio.gather(*(one() for _ in range(tasks)))


async def gathered(side: Side, tasks: int, count: int, http: Any = None) -> Figures:
    """Send requests, so many at a time, with this HTTP client, or with that of the side."""
    async with side.client(sync=False, **({"http_client": http} if http else {})) as client:
        await at_a_time(side, client, tasks, 3)
        for _ in (blocks := Blocks(tasks * count)):
            await at_a_time(side, client, tasks, count)
    return blocks.figures()


@scene
def concurrent(side: Side, size: int) -> Figures:
    return asyncio.run(gathered(side, size, max(2, 256 // size)))


@scene
def get_threads(side: Side, size: int) -> Figures:
    with side.client() as client:
        call = status(side, client)

        def run(count: int) -> None:
            def work() -> None:
                for _ in range(count):
                    call()

            threads = [threading.Thread(target=work) for _ in range(size)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        run(3)
        for _ in (blocks := Blocks(size * (count := max(4, 100 // size)))):
            run(count)
    return blocks.figures()


@scene
def page(side: Side, size: int) -> Figures:
    with side.client() as client:

        def call() -> Any:
            if side.floor:
                return client.get("/voices", params={"limit": size}).json()
            return client.voices.list(limit=size)

        call()
        for each in (blocks := Blocks(25)):
            for _ in range(each):
                call()
    return blocks.figures()


@scene
def page_async(side: Side, size: int) -> Figures:
    async def run() -> Figures:
        async with side.client(sync=False) as client:

            async def call() -> Any:
                if side.floor:
                    return (await client.get("/voices", params={"limit": size})).json()
                return await client.voices.list(limit=size)

            await call()
            for each in (blocks := Blocks(25)):
                for _ in range(each):
                    await call()
        return blocks.figures()

    return asyncio.run(run())


@scene
def connections(side: Side, size: int) -> Figures:
    """So many tasks, each with ten calls of 100 ms, one after the other."""
    side.libraries_only()

    def opened() -> int:
        with urllib.request.urlopen(f"{side.addresses['http']}/connections") as response:
            return int(response.read())

    async def run() -> None:
        async with side.client(sync=False) as client:

            async def one() -> None:
                for _ in range(10):
                    await client.voices.list(limit=1, extra_query={"delay": "0.1"})

            await asyncio.gather(*(one() for _ in range(size)))

    before = opened()
    asyncio.run(run())
    return {"connections": opened() - before - 1}


def plan(size: int, container: str = "raw") -> dict[str, Any]:
    return {**FIELDS, "output_format": {**FORMAT, "container": container}, "transcript": json.dumps({"size": size})}


def pieces(side: Side, response: Any) -> Iterator[bytes]:
    return iter(response.iter_bytes() if side.floor or side.official else response)


def apieces(side: Side, response: Any) -> AsyncIterator[bytes]:
    if side.official:
        return aiter(response.iter_bytes())
    return aiter(response.aiter_bytes() if side.floor else response)


@scene
def first_byte(side: Side, size: int) -> Figures:
    """The first bytes of streamed audio of so many KiB; the rest is read outside what is measured."""
    blocks = Blocks(40)
    with side.client() as client:
        fields = plan(size * 1024)

        def call() -> Any:
            if side.floor:
                return client.stream("POST", "/tts/bytes", json=fields)
            if side.official:
                return client.tts.with_streaming_response.generate(**fields)
            return client.tts.generate_stream(**fields)

        def run(meter: Meter) -> None:
            with ExitStack() as stack:
                with meter:
                    parts = pieces(side, stack.enter_context(call()))
                    next(parts)
                for _ in parts:
                    pass

        for _ in range(5):
            run(Meter())
        for _ in turns():
            meter = Meter()
            for _ in range(blocks.each):
                run(meter)
            blocks.add(meter.each(blocks.each))
    return blocks.figures()


@scene
def first_byte_async(side: Side, size: int) -> Figures:
    blocks = Blocks(40)

    async def measured() -> None:
        async with side.client(sync=False) as client:
            fields = plan(size * 1024)

            def call() -> Any:
                if side.floor:
                    return client.stream("POST", "/tts/bytes", json=fields)
                if side.official:
                    return client.tts.with_streaming_response.generate(**fields)
                return client.tts.generate_stream(**fields)

            async def run(meter: Meter) -> None:
                async with AsyncExitStack() as stack:
                    with meter:
                        parts = apieces(side, await stack.enter_async_context(call()))
                        await anext(parts)
                    async for _ in parts:
                        pass

            for _ in range(5):
                await run(Meter())
            for _ in turns():
                meter = Meter()
                for _ in range(blocks.each):
                    await run(meter)
                blocks.add(meter.each(blocks.each))

    asyncio.run(measured())
    return blocks.figures()


@scene
def whole_wav(side: Side, size: int) -> Figures:
    """Peak of memory over the size of the body, of so many MiB."""
    side.libraries_only()
    with side.client() as client:
        generate = client.tts.generate
        generate(**plan(65536, "wav"))
        with Growth() as growth:
            answer = generate(**plan(size * MIB, "wav"))
            whole = answer.read() if side.official else answer.data
    assert len(whole) >= size * MIB
    return {"peak": growth.mib / size}


@scene
def streamed(side: Side, size: int) -> Figures:
    side.libraries_only()
    with side.client() as client:

        def run(size: int) -> None:
            fields = plan(size, "wav")
            streaming = client.tts.with_streaming_response
            with streaming.generate(**fields) if side.official else client.tts.generate_stream(**fields) as audio:
                for _ in pieces(side, audio):
                    pass

        run(65536)
        with Growth() as growth, Meter() as meter:
            run(size * MIB)
    return {"growth": growth.mib, **meter.each(1)}


@scene
def saved(side: Side, size: int) -> Figures:
    side.libraries_only()
    with side.client() as client, tempfile.TemporaryDirectory() as folder:

        def run(size: int) -> None:
            fields, target = plan(size, "wav"), Path(folder, "speech.wav")
            if side.official:
                with client.tts.with_streaming_response.generate(**fields) as response:
                    response.stream_to_file(target)
            else:
                client.tts.generate_stream(**fields).save(target)

        run(65536)
        with Growth() as growth, Meter() as meter:
            run(size * MIB)
    return {"growth": growth.mib, **meter.each(1)}


@scene
def upload(side: Side, size: int) -> Figures:
    """A file by its path, so many MiB."""
    side.libraries_only()
    with side.client() as client, tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sound.wav")

        def run(size: int) -> None:
            with source.open("wb") as file:
                file.write(bytes(1024))
                file.truncate(size)
            with source.open("rb") as file:  # the official library reads a path into memory: its best way is this
                client.stt.transcribe(file=file if side.official else source, model="ink-whisper")

        run(65536)
        with Growth() as growth, Meter() as meter:
            run(size * MIB)
    return {"growth": growth.mib, **meter.each(1)}


@scene
def second_client(side: Side, size: int) -> Figures:
    side.libraries_only()
    side.client()
    for each in (blocks := Blocks(20)):
        for _ in range(each):
            side.client()
    return blocks.figures()


@scene
def decode(side: Side, size: int) -> Figures:
    """A page of voices into models, over what msgspec takes to decode it."""
    side.ours_only()
    msgspec, types = importlib.import_module("msgspec"), importlib.import_module("cartesia_client.types")
    with urllib.request.urlopen(f"{side.addresses['http']}/voices?limit={size}") as response:
        body = response.read()
    found = msgspec.json.decode(body)["data"]
    model = types.Voice

    blocks = Blocks(100)

    def timed(work: Callable[[], object]) -> float:
        with Meter() as meter:
            for _ in range(blocks.each):
                work()
        return meter.cpu

    for _ in turns():
        of_msgspec = timed(lambda: msgspec.json.decode(body))
        blocks.add({"ratio": timed(lambda: [model.from_dict(each) for each in found]) / of_msgspec})
    return blocks.figures()
