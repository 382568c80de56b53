"""Which connections of a pool are free, and who waits for one. No I/O, and no locks: the pools have those."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from .exchange import is_at_rest
from .internals import Sizes

Connection = Any
"""A connection of httpcore, sync or async."""


class Waiter:
    """A request that waits for a connection.

    Attributes:
        origin: Where the request goes.
        wake: Called when it need not wait any more.
        connection: What it has got; None if the pool was closed.
    """

    def __init__(self, origin: Any, wake: Callable[[], object]) -> None:
        self.origin = origin
        self.wake = wake
        self.connection: Connection | None = None


class Slots:
    """The connections of a pool, each of which serves one request at a time.

    Args:
        sizes: How many there may be.
        create: Makes a connection to an origin, which opens with its first request.
    """

    # httpcore looks through all connections and all requests for each request that begins or ends, so its cost grows with the
    # square of their number. And it closes what has become idle while there are more than the allowed idle connections, idle or
    # not: above 20 requests at a time, nearly each opens a connection. Here, the latest idle connection serves the next request.

    def __init__(self, sizes: Sizes, create: Callable[[Any], Connection]) -> None:
        self._sizes = sizes
        self._create = create
        self.connections: dict[Connection, None] = {}
        """All that are open or being opened."""
        self._idle: list[Connection] = []
        """The latest one is the last."""
        self._waiting: deque[Waiter] = deque()

    def take(self, origin: Any) -> tuple[Connection | None, list[Connection]]:
        """Return a connection to an origin, None if the request must wait for one, and connections to close."""
        closing: list[Connection] = []
        for place in reversed(range(len(self._idle))):
            if (connection := self._idle[place]).can_handle_request(origin):
                del self._idle[place]
                if not connection.is_closed() and not connection.has_expired():
                    return connection, closing
                del self.connections[connection]
                closing.append(connection)
        if len(self.connections) >= self._sizes.connections and self._idle:
            closing.append(self._forget_oldest())  # it goes elsewhere
        if len(self.connections) < self._sizes.connections:
            return self._opened(origin), closing
        return None, closing

    def give(self, connection: Connection) -> list[Connection]:
        """Take a connection back from its request, for the next one. Return connections to close."""
        is_known = connection in self.connections  # not if the pool has been closed in the meantime
        is_usable = is_known and not connection.is_closed() and connection.is_idle() and is_at_rest(connection)
        if not is_usable or (self._waiting and connection.has_expired()):
            self.connections.pop(connection, None)
            if is_known and self._waiting:
                self._hand_over(None)
            return [connection]
        if self._waiting:
            return self._hand_over(connection)
        self._idle.append(connection)
        if len(self._idle) > self._sizes.idle or (len(self._idle) > 1 and self._idle[0].has_expired()):
            return [self._forget_oldest()]
        return []

    def _hand_over(self, connection: Connection | None) -> list[Connection]:
        """Hand the first waiter a connection: this one, or a new one in its place. Return connections to close."""
        waiter = self._waiting.popleft()
        closing: list[Connection] = []
        if connection is not None and not connection.can_handle_request(waiter.origin):
            del self.connections[connection]
            closing.append(connection)
            connection = None
        waiter.connection = self._opened(waiter.origin) if connection is None else connection
        waiter.wake()
        return closing

    def _opened(self, origin: Any) -> Connection:
        connection = self._create(origin)
        self.connections[connection] = None
        return connection

    def _forget_oldest(self) -> Connection:
        connection = self._idle.pop(0)
        del self.connections[connection]
        return connection

    def wait(self, waiter: Waiter) -> None:
        """Let a request wait for its turn."""
        self._waiting.append(waiter)

    def leave(self, waiter: Waiter) -> list[Connection]:
        """End the wait of a request that wants no connection any more. Return connections to close."""
        if waiter.connection is not None:
            return self.give(waiter.connection)
        if waiter in self._waiting:
            self._waiting.remove(waiter)
        return []

    def drop(self, connections: list[Connection]) -> None:
        """Drop connections that are no more, and those that waited for one."""
        self._waiting.clear()
        for each in connections:
            self.connections.pop(each, None)
        self._idle = [each for each in self._idle if each in self.connections]

    def end(self) -> list[Connection]:
        """Drop all connections, and return them to be closed. Who waits gets none."""
        closing = list(self.connections)
        self.connections, self._idle = {}, []
        while self._waiting:
            self._waiting.popleft().wake()
        return closing
