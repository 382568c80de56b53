"""What docs/performance.md says of connections: how long they are kept, warming up, connections of aiohttp, and HTTP/2."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from typing import Any

from tests.bench.http_scenes import at_a_time, gathered, plan
from tests.bench.sides import Blocks, Figures, Meter, Side, Skipped, scene, turns

PAUSE = 5.6
"""Seconds without a request: httpx keeps a connection for 5."""


def opened(side: Side, **options: Any) -> Figures:
    """Return the connections that two requests with a pause between them open."""
    side.ours_only()

    def count() -> int:
        with urllib.request.urlopen(f"{side.addresses['http']}/connections") as response:
            return int(response.read())

    before = count()
    with side.client(**options) as client:
        client.get_status()
        time.sleep(PAUSE)
        client.get_status()
    return {"connections": count() - before - 1}


@scene
def idle(side: Side, size: int) -> Figures:
    return opened(side)


@scene
def idle_kept(side: Side, size: int) -> Figures:
    return opened(side, limits=importlib.import_module("httpx").Limits(keepalive_expiry=60))


def first_audio(side: Side, is_warm: bool) -> Figures:
    """Return the milliseconds to the first bytes of audio over TLS, of a client that was made before."""
    side.ours_only()
    with side.client("https") as client:
        if is_warm:
            client.get_status()
        with ExitStack() as stack, Meter() as meter:
            next(iter(stack.enter_context(client.tts.generate_stream(**plan(65536)))))
    return {"cpu": meter.cpu * 1e3, "first": meter.wall * 1e3, "count": 1}


@scene
def first_audio_cold(side: Side, size: int) -> Figures:
    return first_audio(side, is_warm=False)


@scene
def first_audio_warm(side: Side, size: int) -> Figures:
    return first_audio(side, is_warm=True)


@scene
def aiohttp(side: Side, size: int) -> Figures:
    """Send requests over connections of aiohttp, so many at a time."""
    side.ours_only()
    if not importlib.util.find_spec("httpx_aiohttp"):
        raise Skipped
    http = importlib.import_module("cartesia_client").DefaultAioHttpClient
    return asyncio.run(gathered(side, size, max(4, 200 // size), http()))


@scene
def http2(side: Side, size: int) -> Figures:
    """Send requests over one connection of HTTP/2, so many at a time; and that over HTTP/1.1, of the same kind of client."""
    side.ours_only()
    if not all(importlib.util.find_spec(name) for name in ("hypercorn", "h2")):
        raise Skipped
    httpx = importlib.import_module("httpx")
    count = max(4, 200 // size)
    blocks = Blocks(size * count)

    async def measured() -> None:
        async with AsyncExitStack() as stack:
            https = [httpx.AsyncClient(http2=is_second, timeout=60) for is_second in (True, False)]
            opened = [side.client("https", sync=False, http_client=http) for http in https]
            clients = [await stack.enter_async_context(each) for each in opened]
            for client in clients:
                await at_a_time(side, client, size, 3)
            for _ in turns():
                took = []
                for client in clients:
                    with Meter() as meter:
                        await at_a_time(side, client, size, count)
                    took.append(meter.each(blocks.each)["cpu"])
                blocks.add({"cpu": took[0], "ratio": took[0] / took[1]})

    with hypercorn(side):
        asyncio.run(measured())
    return blocks.figures()


@contextmanager
def hypercorn(side: Side) -> Iterator[None]:
    """Have a server that knows HTTP/2 in the place of the other one over TLS."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listening:
        key, number = side.addresses["key"], listening.fileno()
        command = ["-m", "hypercorn", "--bind", f"fd://{number}", "--certfile", key, "--keyfile", key]
        running = subprocess.Popen(
            [sys.executable, *command, "--log-level", "ERROR", "tests.bench.http2_app:app"], pass_fds=[number]
        )
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(running.pid, {0})  # where the other server runs
        side.addresses["https"] = f"https://127.0.0.1:{listening.getsockname()[1]}"
    try:
        yield
    finally:
        running.terminate()
        running.wait()
