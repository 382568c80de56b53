"""The server of the benchmarks: it sends prepared frames as the transcript says. Run it in a process of its own.

A transcript is JSON: {"chunks": 1000, "size": 4096, "pause": 0.0}. With a pause, each chunk begins with the time at which it was
sent (CLOCK_MONOTONIC, eight bytes, which all processes of a machine share).
"""

from __future__ import annotations

import asyncio
import base64
import json
import struct
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route
from websockets.asyncio.server import ServerConnection, serve


def event(context_id: str | None, data: bytes) -> str:
    fields: dict[str, Any] = {"type": "chunk", "data": base64.b64encode(data).decode(), "done": False}
    fields |= {"status_code": 206, "step_time": 12.5}
    return json.dumps(fields if context_id is None else {**fields, "context_id": context_id})


def last(context_id: str | None) -> str:
    fields = {"type": "done", "done": True, "status_code": 206}
    return json.dumps(fields if context_id is None else {**fields, "context_id": context_id})


async def speak(connection: ServerConnection, name: str, plan: dict[str, Any]) -> None:
    chunks, size, pause = plan["chunks"], plan["size"], plan.get("pause", 0.0)
    ready = event(name, bytes(size))
    due = time.monotonic()
    for number in range(chunks):
        if pause:
            due += pause
            await asyncio.sleep(due - time.monotonic())
            ready = event(name, struct.pack("<d", time.monotonic()) + bytes(size - 8))
        await connection.send(ready)
        if number % 8 == 0:
            await asyncio.sleep(0)  # the other contexts have their turn
    await connection.send(last(name))


async def talk(connection: ServerConnection) -> None:
    tasks = []
    async for message in connection:
        frame = json.loads(message)
        if frame.get("transcript"):
            tasks.append(asyncio.create_task(speak(connection, frame["context_id"], json.loads(frame["transcript"]))))
    await asyncio.gather(*tasks, return_exceptions=True)


async def sse(request: Request) -> StreamingResponse:
    plan = json.loads((await request.json())["transcript"])
    ready = f"event: chunk\ndata: {event(None, bytes(plan['size']))}\n\n".encode()
    end = f"event: done\ndata: {last(None)}\n\n".encode()

    async def events() -> AsyncIterator[bytes]:
        for _ in range(plan["chunks"]):
            yield ready
        yield end

    return StreamingResponse(events(), media_type="text/event-stream")


async def main() -> None:
    """Print the ports of the socket and of the HTTP server, and serve until standard input ends."""
    app = Starlette(routes=[Route("/tts/sse", sse, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"))
    serving = asyncio.create_task(server.serve())
    async with serve(talk, "127.0.0.1", 0, compression=None, max_queue=None) as sockets:
        while not server.started:
            await asyncio.sleep(0.01)
        http = server.servers[0].sockets[0].getsockname()[1]
        print(next(iter(sockets.sockets)).getsockname()[1], http, flush=True)
        await asyncio.to_thread(sys.stdin.read)
        server.should_exit = True
        await serving


if __name__ == "__main__":
    asyncio.run(main())
