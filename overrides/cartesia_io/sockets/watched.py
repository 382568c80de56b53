"""What the sockets of threads and of tasks share: which process owns a connection, and how it is watched."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Self

from cartesia_api.arguments import InvalidRequestError
from websockets.protocol import State

from ..forks import process
from ..logs import DEBUG, INFO, report
from ..turns import FREE, Place
from .closed import Closed
from .closing import closed_by, describe_close
from .frames import nothing
from .keepalive import Keepalive, SocketTimeouts

NO_PONG = "keepalive ping timed out: the service does not answer"


# Who watches the line
# --------------------
# Each socket checks itself every `tick` seconds, whether or not the program reads or sends: a thread that does nothing else, or
# a timer of the event loop. It never sends by itself, because sending blocks on a line that is full: pings go out in a thread or
# task of their own. A socket that is lost is aborted, which frees what is blocked in it.


class WatchedSocket(ABC):
    """What both sockets share: which process owns the connection, and whether it is open.

    Attributes:
        received: Frames that have been received.
        sent: Frames that have gone out.
    """

    _loop: Any = None
    """The event loop that it belongs to; None for threads."""
    _arrivals: Callable[[], object] = staticmethod(bool)
    """Tells whether the system has received something that the library has not: never with threads, of which one receives."""
    take: Callable[[], bytes | None] = staticmethod(nothing)
    """Takes the next frame, as `recv` does, if it has arrived and is whole: never with threads."""
    _place = FREE
    """Its turn among the sockets of the client, given back when it has ended."""

    def __init__(self, connection: Any, timeouts: SocketTimeouts, clock: Callable[[], float]) -> None:
        self._connection = connection
        self._process = process()
        self._clock = clock
        self._keepalive = Keepalive(timeouts, clock())
        self._lost: str | None = None
        """Why this side has ended the connection without a closing handshake."""
        self._sending = 0
        """Frames that are being sent."""
        self._waiting: int | None = None
        """`sent` at the last check, if a frame was being sent then."""
        self._sent_late = 0
        """How often a frame has gone out that was being sent at the check before: it had to wait until the service had read."""
        self._pong: threading.Event | None = None
        """What the library of threads sets when the pong to the last ping arrives."""
        self._pongs = 0
        self._ended = False
        self._name = "a WebSocket"
        self._opened = clock()
        self.received = self.sent = 0

    def hold(self, place: Place, name: str) -> Self:
        """Keep the place until the socket has ended. `name`: what the log calls the socket."""
        self._place, place.kept, self._name = place, True, name
        return self

    @property
    def headers(self) -> Mapping[str, str]:
        """Return the headers of the handshake's response."""
        response = getattr(self._connection, "response", None)
        return response.headers if response is not None else {}

    @property
    def is_running(self) -> bool:
        """Return whether neither side has closed the connection, it has not broken, and its event loop goes on."""
        return self._connection.protocol.state is State.OPEN and self._lost is None and not self.is_stranded

    @property
    def is_open(self) -> bool:
        """Return whether the connection is running, and no answer is overdue."""
        return self.is_running and not self._keepalive.suspected

    @property
    def has_unread(self) -> bool:
        """Return whether something has arrived that has not been read, be it the end of the connection."""
        # Reading would find it, too, but costs as much as waiting. The queue is a private name of the library, with a length
        # for asyncio, and without one for threads. Should it be gone one day, only reading tells.
        if not self.is_running:
            return True
        frames: Any = getattr(self._connection.recv_messages, "frames", None)
        if hasattr(frames, "__len__"):
            return len(frames) > 0
        return not (hasattr(frames, "empty") and frames.empty())

    @property
    def has_arrived(self) -> bool:
        """Return whether something may have arrived that has not been read, be it in the system."""
        return self.has_unread or bool(self._arrivals())

    @property
    def is_stranded(self) -> bool:
        """Return whether the event loop is closed that the connection belongs to."""
        return self._loop is not None and self._loop.is_closed()

    @property
    def is_owner(self) -> bool:
        """Return whether this process opened the connection."""
        return process() is self._process

    def check_owner(self) -> None:
        """Raise InvalidRequestError in another process than the one that opened the connection: both would read from it."""
        if process() is not self._process:
            raise InvalidRequestError("this connection was opened before fork(); open one in each process")

    def suspect(self) -> None:
        """Take the line for lost until there is a sign of life, and ask for one: an answer is overdue."""
        self._keepalive.suspected = True

    def failure(self, error: Exception) -> Closed:
        """Return what an error of the library means for the connection, which has ended."""
        self._end(self._lost or describe_close(error))
        return Closed(self._lost) if self._lost else closed_by(error)

    def _end(self, reason: str) -> None:
        """Give the place back: the connection has ended."""
        self._place.release()
        if not self._ended:
            self._ended = True
            report(INFO, self._name, f"closed: {reason.partition(' (')[0]}", seconds=self._clock() - self._opened)

    def _check(self) -> None:
        """Send a ping, or end the connection, if it is time to."""
        if self._pong is not None and self._pong.is_set():
            self._pongs, self._pong = self._pongs + 1, None
        self._sent_late += self._waiting not in (None, self.sent)
        self._waiting = self.sent if self._sending else None
        unread = self._connection.recv_messages.paused and not self._sending
        signs = object() if unread else (self.received, self._sent_late, self._pongs)
        what = self._keepalive.check(self._clock(), signs)
        if what == "ping":
            report(DEBUG, self._name, "a ping, because the service is silent")
            self._start_ping()
        elif what == "lost":
            self._lost = NO_PONG
            self.abort()

    @abstractmethod
    def _start_ping(self) -> None:
        """Send a ping, without waiting for it to leave."""

    @abstractmethod
    def abort(self) -> None:
        """End the connection without a closing handshake, even while it is blocked in sending."""
