"""Print the error that a waiting reader gets for each fault, and after how long: python -m tests.bench.faults

One chunk of two bytes has arrived and been read; then the fault. Time is from the fault to the error in the reader's hands.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import cartesia_client as c

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_tts import ENDINGS, ERRORS, FIELDS, chunk

KEEPALIVE_INTERVAL = 0.25


def deaf(peer: Peer) -> None:
    """Stop reading and responding, as if the network dropped everything."""
    peer.connection.protocol.receive_data = lambda data: time.sleep(3)  # type: ignore[method-assign]


FAULTS: dict[str, Callable[[Peer], Any]] = {
    **ENDINGS,
    "error event, new shape": lambda peer: peer.give(type="error", context_id="c", done=True, **ERRORS["new"]),
    "error event, old shape": lambda peer: peer.give(type="error", context_id="c", done=True, **ERRORS["old"]),
    "error event without context": lambda peer: peer.give(type="error", done=True, **ERRORS["new"]),
    f"black hole (keepalive after {KEEPALIVE_INTERVAL} s instead of 6 s)": deaf,
}
LOCAL = ("cancel from elsewhere", "close from elsewhere")


def read(client: c.Cartesia, kept: list[Any], local: str | None) -> None:
    with client.tts.websocket_connect() as connection:
        context = connection.context("c", **FIELDS)
        context.push("a")
        if local:

            def act() -> None:
                kept.append(time.monotonic())
                (context.cancel if local.startswith("cancel") else connection.close)()

            threading.Timer(0.2, act).start()
        for event in context.receive():
            kept.append(event)


async def aread(client: c.AsyncCartesia, kept: list[Any], local: str | None) -> None:
    async with client.tts.websocket_connect() as connection:
        context = connection.context("c", **FIELDS)
        await context.push("a")

        async def act() -> None:
            await asyncio.sleep(0.2)
            kept.append(time.monotonic())
            await (context.cancel() if local and local.startswith("cancel") else connection.close())

        task = asyncio.create_task(act()) if local else None
        try:
            async for event in context.receive():
                kept.append(event)
        finally:
            if task is not None:
                await task


def run(name: str, kind: type[c.Cartesia] | type[c.AsyncCartesia]) -> str:
    """Return a cell of the table."""
    server, began = Server(), 0.0
    kept: list[Any] = []  # events, and the time of what was done here

    def script(peer: Peer) -> None:
        nonlocal began
        chunk(peer, peer.take()["context_id"])
        if name not in LOCAL:
            began = time.monotonic()
            FAULTS[name](peer)

    server.scripts = [script]
    local = name if name in LOCAL else None
    seconds = KEEPALIVE_INTERVAL
    client = kind(api_key="any", base_url=server.url, ping_interval=seconds, ping_timeout=seconds)
    caught: BaseException | None = None
    woken = 0.0

    def note(error: BaseException) -> None:
        nonlocal caught, woken
        caught, woken = error, time.monotonic()

    try:
        if isinstance(client, c.Cartesia):
            read(client, kept, local)
        else:
            asyncio.run(aread(client, kept, local))
    except c.CartesiaError as error:
        note(error)
    finally:
        server.close()
    began = next((each for each in kept if isinstance(each, float)), began)
    audio = sum(len(each.data) for each in kept if not isinstance(each, float))
    return f"{type(caught).__name__}, {(woken - began) * 1000:.0f} ms, {audio} bytes"


def main() -> None:
    print("| fault | sync | async |\n|---|---|---|")
    for name in (*FAULTS, *LOCAL):
        print(f"| {name} | {run(name, c.Cartesia)} | {run(name, c.AsyncCartesia)} |", flush=True)


if __name__ == "__main__":
    main()
