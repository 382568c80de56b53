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
from contextlib import contextmanager
from typing import Any

from tests.bench.http_scenes import gathered, plan
from tests.bench.sides import Figures, Side, Skipped, scene

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
        cpu, wall = time.process_time(), time.perf_counter()
        with client.tts.generate_stream(**plan(65536)) as audio:
            next(iter(audio))
            return {"cpu": (time.process_time() - cpu) * 1e3, "first": (time.perf_counter() - wall) * 1e3}


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
    return asyncio.run(gathered(side, size, side.times(1500, least=3 * size), http()))


@scene
def http2(side: Side, size: int) -> Figures:
    """Send requests over one connection of HTTP/2, so many at a time; and that over HTTP/1.1, of the same kind of client."""
    side.ours_only()
    if not all(importlib.util.find_spec(name) for name in ("hypercorn", "h2")):
        raise Skipped
    httpx = importlib.import_module("httpx")
    took: dict[bool, float] = {}
    with hypercorn(side):
        for is_second in (False, True, True, False):
            client = httpx.AsyncClient(http2=is_second, timeout=60)
            figures = asyncio.run(gathered(side, size, side.times(500, least=3 * size), client, "https"))
            took[is_second] = took.get(is_second, 0.0) + figures["cpu"] / 2
    return {"cpu": took[True], "ratio": took[True] / took[False]}


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
