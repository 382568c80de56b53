"""What docs/performance.md says of connections: how long they are kept, warming up, and connections of aiohttp."""

from __future__ import annotations

import asyncio
import importlib
import time
import urllib.request
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
    try:
        importlib.import_module("httpx_aiohttp")
    except ImportError:
        raise Skipped from None
    http = importlib.import_module("cartesia_client").DefaultAioHttpClient
    return asyncio.run(gathered(side, size, side.times(1500, least=3 * size), http))
