"""Report how fast the sandbox is, without a limit to pass: python -m tests.bench.sandbox

Each measurement is of a sandbox in a process of its own, as `cartesia-client sandbox` starts it.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import connect

COMMAND = str(Path(sys.executable).with_name("cartesia-client"))
HEADERS = {"X-API-Key": "any", "Cartesia-Version": "2026-08-14"}
FIELDS: dict[str, Any] = {
    "model_id": "sonic-3.5",
    "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000},
}
THREE_SECONDS = "The quick brown fox jumps over the lazy dog near the river."
SOCKETS = 200
ROUNDS = 3


@contextmanager
def process(core: int | None = None) -> Iterator[tuple[str, float]]:
    """Start a sandbox, and yield its address and the seconds until its first response."""
    pinned = ["taskset", "-c", str(core)] if core is not None else []
    began = time.perf_counter()
    with subprocess.Popen(
        [*pinned, COMMAND, "sandbox", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        url = running.stdout.readline().strip()
        httpx.get(url, trust_env=False).raise_for_status()
        try:
            yield url, time.perf_counter() - began
        finally:
            running.terminate()


def utterance(http: httpx.Client) -> tuple[float, float, float]:
    """Return the seconds of audio, and the seconds until its first and its last byte."""
    began = time.perf_counter()
    first, size = 0.0, 0
    with http.stream("POST", "/tts/bytes", json={**FIELDS, "transcript": THREE_SECONDS}) as response:
        for chunk in response.iter_raw():
            first = first or time.perf_counter() - began
            size += len(chunk)
    return size / 48000, first, time.perf_counter() - began


async def talk(url: str, ready: asyncio.Barrier) -> tuple[float, int]:
    """Speak a word on a socket of its own. Return the seconds until its end, and the number of messages."""
    async with connect(f"ws{url[4:]}/tts/websocket?cartesia_version=2026-08-14&api_key=any", open_timeout=60) as socket:
        await ready.wait()
        began, messages = time.perf_counter(), 0
        await socket.send(json.dumps({**FIELDS, "transcript": "Hi.", "context_id": "c"}))
        while True:
            event = json.loads(await asyncio.wait_for(socket.recv(), 120))
            messages += 1
            if event["type"] != "chunk":
                if event["type"] != "done":
                    raise RuntimeError(f"an error came: {event}")
                return time.perf_counter() - began, messages


async def many(url: str, count: int) -> tuple[list[float], int]:
    """Speak on `count` sockets at the same time. Return the seconds that each took, and the number of messages."""
    ready = asyncio.Barrier(count)
    results = await asyncio.gather(*(talk(url, ready) for _ in range(count)))
    return [seconds for seconds, _ in results], sum(messages for _, messages in results)


def milliseconds(values: list[float]) -> str:
    return f"{1000 * statistics.median(values):.0f} ms (best {1000 * min(values):.0f} ms)"


def main() -> None:
    starts = []
    for _ in range(ROUNDS):
        with process() as (_, seconds):
            starts.append(seconds)
    print("first response after", milliseconds(starts))
    with process() as (url, _), httpx.Client(base_url=url, headers=HEADERS, trust_env=False, timeout=60) as http:
        for _ in range(3):
            utterance(http)  # the voice is loaded, and warm
        warm = [utterance(http) for _ in range(20)]
        print(
            f"{warm[0][0]:.1f} s of speech over HTTP, warm: first audio after", milliseconds([each[1] for each in warm])
        )
        print("  and all of it after", milliseconds([each[2] for each in warm]))
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [None]
    with process(cores[0]) as (url, _):
        httpx.post(
            f"{url}/tts/bytes", json={**FIELDS, "transcript": "Hello."}, headers=HEADERS, timeout=60, trust_env=False
        )
        times, messages = asyncio.run(many(url, SOCKETS))
        print(
            f"{SOCKETS} sockets at the same time on one core: no error, {messages} messages, each done after", end=" "
        )
        print(f"{milliseconds(times)}, the last after {max(times):.1f} s")


if __name__ == "__main__":
    main()
