"""How a fault ends a connection: for the sandbox itself, and for the proxy in front of it."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable

from starlette.types import Receive, Scope

from .fault import Fault, FaultKind

GARBAGE = b"\x00\xff not HTTP \x80\r\n\r\n"

FindTransport = Callable[[Scope], asyncio.Transport | None]
"""Returns the connection of a request, or None if the server does not give access to it. Raises LookupError if it has ended."""


def reset(transport: asyncio.WriteTransport) -> None:
    """Reset a connection."""
    raw = transport.get_extra_info("socket")
    if raw.fileno() != -1:  # else it is closed already
        # A connection that may not linger is closed with RST instead of FIN.
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def send_garbage(transport: asyncio.WriteTransport) -> None:
    """Send invalid bytes, and close a connection."""
    transport.write(GARBAGE)
    transport.close()


ENDINGS: dict[FaultKind, Callable[[asyncio.WriteTransport], None]] = {
    "stall": lambda transport: transport.abort(),  # when the client has given up
    "cut": lambda transport: transport.close(),
    "reset": reset,
    "garbage": send_garbage,
}
"""What each kind that ends a connection does to it."""


class ConnectionBroken(Exception):
    """Ends a connection that cannot be found: the server closes it, as for any application that fails."""


class Connections:
    """The connections of a server, as far as faults end them.

    Args:
        find: Finds the connection of a request. Where it finds none, every ending is what the server does with the connection of
            an application that fails.
    """

    def __init__(self, find: FindTransport) -> None:
        self._find = find
        # Each stalled request waits in the event loop of its server; `release` may be called from any thread.
        self._stalled: set[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = set()

    async def end(self, fault: Fault, scope: Scope, receive: Receive) -> None:
        """End the connection of a request as a fault says. Return when it has ended.

        Raises:
            ConnectionBroken: The connection cannot be found.
        """
        if fault.kind == "stall":
            await self._stall(receive)
        try:
            transport = self._find(scope)
        except LookupError:  # the client was first; the server may not have noticed yet
            await _disconnected(receive)
            return
        if transport is None:
            raise ConnectionBroken(f"the fault {fault} ends this connection")
        ENDINGS[fault.kind](transport)
        await _disconnected(receive)

    async def _stall(self, receive: Receive) -> None:
        """Wait until the client gives up, or until `release`."""
        loop = asyncio.get_running_loop()
        released: asyncio.Future[None] = loop.create_future()
        disconnected = asyncio.ensure_future(_disconnected(receive))
        self._stalled.add((loop, released))
        try:
            await asyncio.wait({disconnected, released}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            disconnected.cancel()
            self._stalled.discard((loop, released))

    def release(self) -> None:
        """End all stalls. May be called from any thread."""

        def end(released: asyncio.Future[None]) -> None:
            if not released.done():
                released.set_result(None)

        for loop, released in list(self._stalled):
            loop.call_soon_threadsafe(end, released)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] not in ("http.disconnect", "websocket.disconnect"):
        pass
