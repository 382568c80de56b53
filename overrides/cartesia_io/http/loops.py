"""Connections of event loops that are over. They are dropped without a word, for their loop can no longer close them."""

from __future__ import annotations

import sys
import weakref
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any

from cartesia_api.arguments import InvalidRequestError

from ..later import httpx
from ..rules import running_loop
from ..system_sockets import drop_transport
from . import internals

if TYPE_CHECKING:
    import asyncio

_ENDING = "_ending"
"""Attribute of a client that holds what is to be done when its event loop ends."""


def next_loop(client: httpx.AsyncClient, last: asyncio.AbstractEventLoop | None) -> asyncio.AbstractEventLoop:
    """Return the running event loop. If another one was the last to use a client, drop the connections of that.

    Raises:
        InvalidRequestError: The other loop runs, too.
    """
    loop = running_loop()
    if last is not loop:
        if last is not None and last.is_running():
            raise InvalidRequestError("this client belongs to another event loop; create one in each event loop")
        drop_connections(client)
        _at_end_of(loop, client)
    return loop


def _at_end_of(loop: asyncio.AbstractEventLoop, client: httpx.AsyncClient) -> None:
    """Drop the connections of a client when its event loop ends and the client was not closed."""
    # A loop that ends closes the asynchronous generators that were begun in it, while it can still close connections. Left open,
    # they would be a warning of asyncio when they are collected, and of uvloop at once. A generator that is dropped before ends
    # where it is: the loop would make a task of that, and warn if it never gets to it.
    ending, hooks = _until_the_end(loop, weakref.ref(client)), sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(finalizer=None)
    try:
        ending.__anext__().send(None)
    except StopIteration:
        setattr(client, _ENDING, ending)
    finally:
        sys.set_asyncgen_hooks(*hooks)


async def _until_the_end(loop: Any, reference: weakref.ref[httpx.AsyncClient]) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        if (client := reference()) is not None:
            drop_connections(client, loop)


def drop_connections(client: httpx.AsyncClient, ending: asyncio.AbstractEventLoop | None = None) -> None:
    """Drop the connections of an httpx client whose event loop is over, or `ending`, and forget the requests on them."""
    from .limited_streams import LimitedAsyncStream  # loads the library below httpx, which a client has by now
    from .pool import AsyncPool

    pools: list[Any] = [getattr(transport, "_pool", transport) for transport in internals.transports(client)]
    for pool in [*pools, *(pool.made for pool in pools if isinstance(pool, AsyncPool))]:
        gone = []
        for connection in getattr(pool, "connections", ()):
            layers = list(internals.layers(connection))
            loop = next((layer.loop for layer in layers if isinstance(layer, LimitedAsyncStream)), None)
            if loop is not None and (loop is ending or not loop.is_running()):
                drop_transport(layers[-1])
                gone.append(connection)
        if gone and isinstance(pool, AsyncPool):
            pool.drop(gone)
        elif gone:
            pool._connections = [each for each in pool._connections if each not in gone]
            pool._requests = [each for each in pool._requests if each.connection not in gone]
