"""Pings of a client, which the server answers and no application sees: on some sockets they count as activity."""

from __future__ import annotations

import asyncio
import math

from starlette.types import Message
from starlette.websockets import WebSocket

PINGS = "cartesia_sandbox.pings"
"""Extension of the ASGI scope under which the server of the sandbox keeps the pings of a socket."""


class Pings:
    """When a socket was pinged.

    Attributes:
        last: Time of the last ping, by the clock of the event loop.
    """

    last = -math.inf


async def receive(socket: WebSocket, idle_seconds: float) -> Message:
    """Return the next message. Raise TimeoutError if for `idle_seconds` there is none, and no ping either.

    Servers other than that of `Sandbox` do not tell of pings.
    """
    pings: Pings = socket.scope["extensions"].get(PINGS, Pings)
    since = asyncio.get_running_loop().time()
    while True:
        try:
            async with asyncio.timeout_at(since + idle_seconds):
                return await socket.receive()
        except TimeoutError:
            if pings.last <= since:
                raise
            since = pings.last
