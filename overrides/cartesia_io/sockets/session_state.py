"""What is known of a session over one socket. No I/O, and no library of it: protocols load this module."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from cartesia_api.arguments import InvalidRequestError

from .closed import Closed
from .patience import Patience


class SessionState(ABC):
    """What is known of one session. No I/O. Subclasses know its commands and events."""

    path: str
    """Of its address, for messages."""

    def __init__(self) -> None:
        self.closed_locally = False
        """Whether the program has closed the connection."""
        self.clock: Callable[[], float] | None = None
        """The clock of the session; None before it starts."""
        self.is_receiving = False
        """Whether a thread or task waits for an event."""
        self.arrived: deque[bytes] = deque()
        """Frames that had arrived when the connection was lost, and have not been read."""
        self.received = 0
        """Events that have been read."""
        self.requested_at = 0.0
        """When something was last asked for, on the clock of the session."""
        self.is_response_due = False
        """Whether the service has to send something. In a session of silence it has not."""
        self.opening: list[Any] = []
        """Commands that open the conversation."""
        self.failure: Exception | None = None
        """What the service reported."""
        self.ended = False
        """Whether nothing more arrives."""
        self.input_ended = False
        """Whether the program has said that nothing follows. Without it, any end of the connection is a loss."""

    def enter(self, clock: Callable[[], float]) -> None:
        """Start the session. Raise InvalidRequestError if it has begun before: its events cannot be told from earlier ones."""
        if self.clock or self.closed_locally:
            raise InvalidRequestError("a session can be used in one block only; open another one")
        self.clock = clock

    @contextlib.contextmanager
    def receiving(self) -> Iterator[None]:
        """Keep other threads and tasks from receiving in this block: each would get some of the events."""
        if self.is_receiving:
            raise InvalidRequestError("this session is being received from already; receive in one thread or task")
        self.is_receiving = True
        try:
            yield
        finally:
            self.is_receiving = False

    def patience(self, socket: Any, timeout: float | None, response_timeout: float | None) -> Patience:
        """Return how long a reader waits for the next event."""
        assert self.clock is not None
        return Patience(socket, self, timeout, response_timeout, self.clock)

    def take(self) -> Any:
        """Return the next event of those that had arrived when the connection was lost; None if nothing more arrives."""
        return None if self.ended else self.read(self.arrived.popleft())

    @abstractmethod
    def late(self, seconds: float) -> Exception:
        """Return the error for an event that did not arrive."""

    @abstractmethod
    def command(self, given: Any) -> str:
        """Return the text frame of a command. Raise InvalidRequestError if the session has no such command."""

    @abstractmethod
    def decode(self, data: str | bytes) -> Any:
        """Return the event in a message."""

    @abstractmethod
    def reported(self, event: Any) -> Exception | None:
        """Return the error that an event reports, if it does."""

    @abstractmethod
    def broken(self, why: str) -> Exception:
        """Return the error for a connection that was lost."""

    @abstractmethod
    def note(self, event: Any) -> None:
        """Take note of an event."""

    @abstractmethod
    def loss(self, how: Closed) -> str | None:
        """Return what was lost with the connection; None if that is how a session ends."""

    def not_sent(self, frame: str | bytes, how: Closed) -> Closed:
        """Return how the connection was lost before a frame was sent."""
        return how

    def raise_loss(self, lost: Closed) -> None:
        """Raise the error for a frame that could not be sent: what the service reported, if it did."""
        read = self.received
        try:
            for frame in self.arrived:
                event = None
                with contextlib.suppress(Exception):  # of a frame that cannot be read: the loss is what counts
                    event = self.decode(frame)
                if event is not None and (failure := self.reported(event)) is not None:
                    raise failure
                self.received += event is not None  # for the error, which says what had arrived
            raise self.failure or self.broken(str(lost))
        finally:
            self.received = read

    def read(self, frame: bytes | None, lost: Closed | None = None) -> Any:
        """Return the event in a frame; None without one. Raise what the service reports, or how the connection was lost."""
        if lost is not None:
            self.ended = True
            if (why := self.loss(lost)) is not None:
                raise self.broken(why)
        if frame is None:
            return None
        event = self.decode(frame)
        if (failure := self.reported(event)) is not None:
            self.ended, self.failure = True, failure
            raise failure
        self.received += 1
        self.note(event)
        return event
