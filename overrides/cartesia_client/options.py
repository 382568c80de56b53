"""The options of a client, as a type: for functions that pass them on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cartesia_io.http.network import HttpOptions
from cartesia_io.sockets.observer import SocketHook

from .concurrency import Plan
from .http.connections import Timeout
from .identity import AsyncKeySource, AuthScheme


class ClientOptions(HttpOptions, total=False):
    """The arguments of a client, other than its version."""

    api_key: AsyncKeySource | None
    token: AsyncKeySource | None
    base_url: str | None
    timeout: Timeout
    total: float | None
    max_retries: int
    retry_deadline: float
    retry_billed: bool
    auth_scheme: AuthScheme
    default_headers: Mapping[str, str] | None
    socket_hooks: Sequence[SocketHook]
    ping_interval: float | None
    ping_timeout: float
    response_timeout: float | None
    concurrency: int | Plan | None
    concurrency_timeout: float | None
