"""How long to wait for what a service sends. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .websocket import AsyncSocket, Socket


class Expecting(Protocol):
    """What waits for an event: a context of speech, or a session of transcription."""

    requested_at: float
    """When the service was last asked for something."""

    @property
    def is_response_due(self) -> bool:
        """Whether the service has to send something, rather than to wait for more."""
        ...

    def late(self, seconds: float) -> Exception:
        """Return the error for an event that did not arrive."""
        ...


class Patience:
    """How long one reader waits for each event. Call `begin` before each wait."""

    # Without a limit of its own, a reader waits for `response_timeout` from the last request on, or from the moment on at which
    # it began to wait. If no response is due by then (a context waits for more text), it waits once more. So a text that is sent
    # meanwhile need not wake the reader.

    quiet = False
    """Whether the reader takes what has arrived, and expects nothing more: the end of the time is no error."""

    def __init__(
        self,
        socket: Socket | AsyncSocket,
        expecting: Expecting,
        timeout: float | None,
        response_timeout: float | None,
        clock: Callable[[], float],
    ) -> None:
        self._socket, self._expecting, self._clock = socket, expecting, clock
        self._timeout = timeout
        self._limit = response_timeout if timeout is None else timeout
        self.begin()

    def begin(self, longest: float = 0.0) -> float:
        """Start to wait for the next event. Return the seconds to wait at first, as `step` does."""
        self._received, self._began = self._socket.received, self._clock()
        return longest if self._limit is None or longest < self._limit else self._limit

    def start(self) -> float | None:
        """Start to wait for the next event. Return until when to wait at first, as `deadline` does."""
        self._received, self._began = self._socket.received, self._clock()
        return None if self._limit is None else self._began + self._limit

    @property
    def deadline(self) -> float | None:
        """Until when to wait; None for ever."""
        if self._limit is None:
            return None
        if self._timeout is None and (asked := self._expecting.requested_at) > self._began:
            return asked + self._limit
        return self._began + self._limit

    def step(self, longest: float) -> float:
        """Return the seconds to wait at a time, so that the deadline is kept."""
        deadline = self.deadline
        return longest if deadline is None else max(0.0, min(longest, deadline - self._clock()))

    def is_over(self) -> bool:
        """Return whether the time to wait has passed, where that is no error.

        Raises:
            Exception: That of `late`: a response is overdue. If nothing has arrived meanwhile, the line is suspected.
        """
        deadline, now = self.deadline, self._clock()
        if deadline is None or now < deadline:
            return False
        if self._timeout is None and not self._expecting.is_response_due:
            self._began = now
            return False
        if self._timeout == 0 or self.quiet:
            return True
        if self._socket.received == self._received:
            self._socket.suspect()
        raise self._expecting.late(self._limit or 0.0)
