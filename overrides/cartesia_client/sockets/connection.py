"""What the connections of threads and of tasks share. A connection is one socket and the protocol that is spoken over it."""

from __future__ import annotations

from collections.abc import Callable

from .patience import Patience
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

    def _patience(self, state: ContextState, timeout: float | None) -> Patience:
        """Return how long a reader of a context waits for the next event."""
        return Patience(self._socket, state, timeout, self._response_timeout, self.protocol.clock)

    def abort(self) -> None:
        """End the socket without a closing handshake."""
        self._socket.abort()
