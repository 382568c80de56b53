"""What the connections of threads and of tasks share. A connection is one socket and the protocol that is spoken over it."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import APITimeoutError
from .tts_protocol import ContextState, TTSProtocol
from .websocket import AsyncSocket, Socket

CLOSED_LOCALLY = "the connection was closed locally"


class Connection:
    """What both connections share."""

    _socket: Socket | AsyncSocket

    def __init__(self, response_timeout: float | None, clock: Callable[[], float]) -> None:
        self.protocol = TTSProtocol(clock)
        self._response_timeout = response_timeout

    def _end_if_lost(self, state: ContextState) -> None:
        """Fail a context that the protocol does not know any more, so that its reader does not wait on a lost connection."""
        if self.protocol.lost is not None:
            state.fail(self.protocol.incomplete(state, self.protocol.lost))

    def abort(self) -> None:
        """End the socket without a closing handshake."""
        self._socket.abort()


class Patience:
    """How long one reader waits for the next event of its context."""

    # Without a limit of its own, a reader waits for `response_timeout` from the last text on, or from the moment on at which it
    # began to wait. If no response is due by then (the context waits for more text), it waits once more. So a text that is sent
    # meanwhile need not wake the reader.

    def __init__(self, connection: Connection, state: ContextState, timeout: float | None) -> None:
        self._socket, self._state, self._timeout = connection._socket, state, timeout
        self._response_timeout = connection._response_timeout
        self._received = self._socket.received
        self._clock = connection.protocol.clock
        self._began = self._clock()

    @property
    def deadline(self) -> float | None:
        """Until when to wait; None for ever."""
        if self._timeout is not None:
            return self._began + self._timeout
        if self._response_timeout is None:
            return None
        return max(self._began, self._state.asked) + self._response_timeout

    def step(self, longest: float) -> float:
        """Return the seconds to wait at a time, so that the deadline is kept."""
        return longest if self.deadline is None else max(0.0, min(longest, self.deadline - self._clock()))

    def is_over(self) -> bool:
        """Return whether nothing more may be waited for. Raise APITimeoutError if a response is overdue."""
        deadline, now = self.deadline, self._clock()
        if deadline is None or now < deadline:
            return False
        if self._timeout is None and not self._state.is_response_due:
            self._began = now
            return False
        if self._timeout == 0:
            return True
        if self._socket.received == self._received:
            self._socket.suspect()
        seconds = self._response_timeout if self._timeout is None else self._timeout
        state = self._state
        raise APITimeoutError(
            f"context {state.id}: no event within {seconds:g} s; {state.received} bytes of audio had arrived",
            received=state.received,
            context_id=state.id,
        )
