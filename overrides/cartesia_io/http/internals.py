"""What this package uses of httpx and httpcore beside their public names, all in one place.

httpx chooses the transport for a URL, and keeps pools of httpcore in its transports; neither can be asked for, or be replaced, in
public. Each function says what it returns when the names are not there, as in another version of these libraries. Then the
slower way is taken, which needs public names alone: `tests/unit/test_pool.py` shows that it does the same.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any, NamedTuple

import httpx


class Sizes(NamedTuple):
    """How large a pool may become."""

    connections: int
    idle: int


def transports(client: httpx.Client | httpx.AsyncClient) -> list[Any]:
    """Return the transports of a client: that of all URLs, and those of its proxies and mounts. None, if they cannot be seen."""
    mounts: dict[Any, Any] = getattr(client, "_mounts", {})
    found = (getattr(client, "_transport", None), *mounts.values())
    return [each for each in found if each is not None]


def pool_sizes(pool: Any) -> Sizes | None:
    """Return the sizes of a pool of httpcore whose connections serve one request at a time; None for others, as of HTTP/2."""
    found = getattr(pool, "_max_connections", None), getattr(pool, "_max_keepalive_connections", None)
    is_known = hasattr(pool, "create_connection") and getattr(pool, "_http2", True) is False
    return Sizes(*found) if is_known and all(isinstance(each, int) for each in found) else None  # type: ignore[arg-type]  # just asked


def transport_for(client: Any, url: httpx.URL) -> Any:
    """Return the transport of a client for a URL, to be called without the client; None if the client must send by itself.

    So it must if it has hooks, and if another package has replaced its method `send`, as those do that trace requests.
    """
    send = httpx.AsyncClient.send if isinstance(client, httpx.AsyncClient) else httpx.Client.send
    is_original = type(send) is FunctionType and send.__globals__.get("__name__") == "httpx._client"
    if not is_original or any(client.event_hooks.values()) or not hasattr(client, "_transport_for_url"):
        return None
    return client._transport_for_url(url)
