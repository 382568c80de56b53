"""When to ping a connection, and when it counts as lost. No I/O, no clock."""

from __future__ import annotations

from typing import Literal, NamedTuple


class SocketTimeouts(NamedTuple):
    """The caller's settings for sockets, in seconds."""

    ping_interval: float | None = 6.0
    """Silence after which the service is pinged. None: never."""
    ping_timeout: float = 10.0
    """Silence after the ping."""
    response: float | None = 45.0
    """Time to wait for a response that is due. None: for ever."""


class Keepalive:
    """What is known of the life of one connection.

    Attributes:
        tick: Seconds between two checks: often enough that a loss is noticed within a second of its time.
        suspected: Whether an answer was overdue, and nothing has arrived since.
    """

    # The service may be silent for as long as it likes, but not deaf: it answers a ping. What counts is any sign of life, not the
    # pong alone, because the pong waits behind frames that are slow to arrive. Nothing is known, and nothing is concluded, while
    # the program leaves frames unread: the pong waits behind them. The same holds after a check that came much too late: the
    # process was suspended, or its event loop was blocked, and a pong may be waiting in the system.

    def __init__(self, timeouts: SocketTimeouts, now: float) -> None:
        self._interval, self._timeout = timeouts.ping_interval, timeouts.ping_timeout
        self.tick = min(1.0, (self._interval or 1.0) / 4, self._timeout / 4)
        self._heard = self._checked = now
        self._pinged: float | None = None
        """When the ping was sent that nothing has followed."""
        self._signs: object = None
        self.suspected = False

    def check(self, now: float, signs: object) -> Literal["ping", "lost"] | None:
        """Return what is to be done.

        Args:
            now: Seconds, on any clock.
            signs: A value that is another one after each sign of life.
        """
        late = now - self._checked > 3 * self.tick + 1
        self._checked = now
        if signs != self._signs:
            self._signs, self._heard, self._pinged, self.suspected = signs, now, None, False
        elif self._pinged is None:
            if self.suspected or (self._interval is not None and now - self._heard >= self._interval):
                self._pinged = now
                return "ping"
        elif late:
            self._pinged = now
        elif now - self._pinged >= self._timeout:
            return "lost"
        return None
