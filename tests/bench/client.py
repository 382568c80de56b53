"""One measurement with one library: python client.py LIBRARY SCENE SOCKET_URL HTTP_URL. Prints JSON.

It imports only the library that it measures, and uses it as its documentation says; it runs in an environment of its own.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import struct
import sys
import time
from typing import Any

FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000}
FIELDS: dict[str, Any] = {"model_id": "sonic-3.5", "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02"}
SCENES: dict[str, dict[str, Any]] = {
    "socket 4 KB": {"contexts": 1, "chunks": 20000, "size": 4096},
    "socket 32 KB": {"contexts": 1, "chunks": 4000, "size": 32768},
    "100 contexts 4 KB": {"contexts": 100, "chunks": 200, "size": 4096},
    "100 contexts paced": {"contexts": 100, "chunks": 100, "size": 4096, "pause": 0.1},
    "sync socket 4 KB": {"contexts": 1, "chunks": 20000, "size": 4096},
    "sync 100 contexts 4 KB": {"contexts": 100, "chunks": 200, "size": 4096},
    "SSE 4 KB": {"contexts": 1, "chunks": 20000, "size": 4096},
}


def clients(library: str, socket: str, http: str) -> tuple[Any, Any]:
    """Return the sync and the asyncio client."""
    if library.startswith("official"):
        module = importlib.import_module("cartesia")
        options = {"websocket_base_url": socket.replace("http", "ws"), "base_url": http}
    else:
        module = importlib.import_module("cartesia_client")
        options = {"base_url": http if library.endswith("http") else socket}
    return module.Cartesia(api_key="any", **options), module.AsyncCartesia(api_key="any", **options)


def audio(library: str, event: Any) -> bytes:
    """Return the decoded audio of an event. The official library decodes it in the property `audio`."""
    if event.type != "chunk":
        return b""
    data: bytes = event.audio if library.startswith("official") else event.data
    return data


class Count:
    """The chunks that have arrived, and their delays."""

    def __init__(self, paced: bool) -> None:
        self.chunks = 0
        self.bytes = 0
        self.delays: list[float] = []
        self._paced = paced

    def add(self, data: bytes) -> None:
        if data:
            self.chunks += 1
            self.bytes += len(data)
            if self._paced:
                self.delays.append(time.monotonic() - struct.unpack_from("<d", data)[0])


async def over_socket(library: str, client: Any, plan: dict[str, Any], count: Count) -> None:
    transcript = json.dumps({name: plan[name] for name in ("chunks", "size", "pause") if name in plan})
    async with client.tts.websocket_connect() as connection:

        async def one() -> None:
            context = connection.context(**FIELDS, output_format=FORMAT)
            await context.push(transcript)
            async for event in context.receive():
                count.add(audio(library, event))

        await asyncio.gather(*(one() for _ in range(plan["contexts"])))


def over_sync_socket(library: str, client: Any, plan: dict[str, Any], count: Count) -> None:
    transcript = json.dumps({name: plan[name] for name in ("chunks", "size")})
    with client.tts.websocket_connect() as connection:
        contexts = [connection.context(**FIELDS, output_format=FORMAT) for _ in range(plan["contexts"])]
        for context in contexts:
            context.push(transcript)
        for context in contexts:
            for event in context.receive():
                count.add(audio(library, event))


def over_sse(library: str, client: Any, plan: dict[str, Any], count: Count) -> None:
    transcript = json.dumps({name: plan[name] for name in ("chunks", "size")})
    for event in client.tts.generate_sse(**FIELDS, output_format=FORMAT, transcript=transcript):
        count.add(audio(library, event))


def measure(library: str, scene: str, socket: str, http: str) -> dict[str, float]:
    plan = SCENES[scene]
    count = Count("pause" in plan)
    sync, other = clients(f"{library} http" if scene.startswith("SSE") else library, socket, http)
    small = {**plan, "chunks": 20, "pause": 0.001} if "pause" in plan else {**plan, "chunks": 20}

    def run(plan: dict[str, Any], count: Count) -> None:
        if scene.startswith("SSE"):
            over_sse(library, sync, plan, count)
        elif scene.startswith("sync"):
            over_sync_socket(library, sync, plan, count)
        else:
            asyncio.run(over_socket(library, other, plan, count))

    run(small, Count(False))  # imports and caches
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    run(plan, count)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    assert count.chunks == plan["contexts"] * plan["chunks"], count.chunks
    assert count.bytes == count.chunks * plan["size"], count.bytes
    found = {"cpu": cpu / count.chunks * 1e6, "wall": wall / count.chunks * 1e6}
    if count.delays:
        late = sorted(count.delays)
        found |= {"p50": late[len(late) // 2] * 1e3, "p99": late[len(late) * 99 // 100] * 1e3}
    return found


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:5])))
