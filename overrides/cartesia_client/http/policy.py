"""The rules for the requests and the sockets of one client. No I/O."""

from __future__ import annotations

import functools
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from cartesia_api import contract
from cartesia_api.headers import checked_headers
from cartesia_api.routes import Routes
from cartesia_io.http.deprecations import Deprecations
from cartesia_io.http.retry import RetryPolicy
from cartesia_io.sockets.keepalive import SocketTimeouts
from cartesia_io.sockets.observer import SocketHook
from cartesia_io.turns import FREE, Governor, Pauses, Place
from cartesia_io.usage import Usage

from ..errors import ConfigurationError
from ..identity import Identity
from ..installed import __version__

OPTIONS = "cartesia.options"


@functools.cache
def user_agent() -> str:
    """Return the User-Agent header: name and version of this package."""
    return f"cartesia-client/{__version__}"


class RequestPolicy:
    """The rules for requests of one client, sync or async.

    Attributes:
        identity: Base URL, version and credential.
        contract: Operations and sockets of the version.
        retries: When to retry.
        headers: Headers of every request.
        query: Query parameters of every request and socket.
        clock, jitter, sleep, asleep: Time and chance, which tests replace.
    """

    def __init__(
        self,
        identity: Identity,
        retries: RetryPolicy,
        headers: Mapping[str, str] | None,
        routes: Routes = contract.ROUTES,
        query: Mapping[str, Any] | None = None,
    ) -> None:
        self.identity = identity
        self.routes = routes
        self.retries = retries
        self.headers = checked_headers("default_headers", headers, ConfigurationError)
        self.query = {**(query or {})}
        self.clock: Callable[[], float] = time.monotonic
        self.jitter: Callable[[], float] = random.random
        self._pauses = Pauses()
        self.sleep: Callable[[float], None] = self._pauses.sleep
        self.asleep: Callable[[float], Awaitable[None]] = self._pauses.asleep
        self.socket_timeouts = SocketTimeouts()
        self.socket_hooks: list[SocketHook] = []
        """Called before a socket is opened; each may return its observer."""
        self.governors: dict[str, Governor] = {}
        """What limits the calls of each kind; empty without a limit."""
        self.usage = Usage()
        """What has been bought."""
        self.deprecations = Deprecations("cartesia_", "httpx", "contextlib")

    def stop_waiting(self) -> None:
        """End the waits for a turn and for the next attempt: the client is closed."""
        self._pauses.end()
        for governor in self.governors.values():
            governor.close()

    def place(self, kind: str, what: str) -> Place:
        """Return the turn of a call among those of its kind."""
        governor = self.governors.get(kind)
        return FREE if governor is None else Place(governor, what)
