"""What the connections of threads and of tasks share. A connection is one socket and the protocol that is spoken over it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from cartesia_io.sockets.patience import Patience

from .context_state import ContextState
from .tts_protocol import MAX_BUFFERED, TTSProtocol

CANCELLED = "the context was cancelled"
CLOSED_LOCALLY = "the connection was closed locally"
SETTLE = 0.05
"""Seconds to wait for the rejection of a text that crossed the end of its context."""
MORE = 0.01
"""Seconds in which more follows what has arrived, if the library left it in the buffer of the system."""


class Connection:
    """What both connections share."""

    _socket: Any
    lock: Any

    def __init__(self, response_timeout: float | None, clock: Callable[[], float]) -> None:
        self.protocol = TTSProtocol(clock)
        self._response_timeout = response_timeout

    # What has arrived is read before more is sent
    # --------------------------------------------
    # While the program plays a chunk, or waits for a model, what the service says is left unread: that the context has expired,
    # why it failed, that the connection was closed. `catch_up` reads it before the next text goes out, and when sending fails
    # `_read_on` reads what had arrived before. Neither takes more than half of what may wait for a reader.

    def _may_catch_up(self, state: ContextState) -> bool:
        """Return whether what has arrived should be read for a context: it goes on, and its reader is not too far behind."""
        return not state.ended and state.buffered < MAX_BUFFERED // 2

    def _end_if_lost(self, state: ContextState) -> None:
        """Fail a context that the protocol does not know any more, so that its reader does not wait on a lost connection."""
        if self.protocol.lost is not None:
            state.fail(self.protocol.incomplete(state, self.protocol.lost))

    def patience(self, state: ContextState, timeout: float | None) -> Patience:
        """Return how long a reader of a context waits for each event."""
        return Patience(self._socket, state, timeout, self._response_timeout, self.protocol.clock)

    def _glance(self, seconds: float) -> tuple[ContextState, Patience]:
        """Return what to receive with to read for no context in particular."""
        state = ContextState("")
        patience = self.patience(state, seconds)
        patience.quiet = True
        return state, patience

    def _send_soon(self) -> None:
        """Have the cancel frames that are still to be sent go out soon. Neither send nor take a lock here."""
        raise NotImplementedError

    def notify(self) -> None:
        """Wake all readers, because a context has ended."""
        raise NotImplementedError

    @property
    def is_alive(self) -> bool:
        """Return whether another context may be opened on this connection."""
        return self.protocol.lost is None and bool(self._socket.is_open)

    def cancel_soon(self, state: ContextState) -> None:
        """Have a context cancelled at the service, from anywhere: the garbage collector calls this at any moment."""
        if state.opened and not state.ended and self._socket.is_owner:
            self.protocol.queue_cancel(state.id)
            with contextlib.suppress(RuntimeError):  # the interpreter is shutting down, or the loop is closed
                self._send_soon()

    def leave(self, state: ContextState) -> None:
        """Cancel a context whose reader has left it, and have the service told at once."""
        self.cancel_soon(state)
        with self.lock:
            self.protocol.cancel(state, CANCELLED)
        self.notify()

    def abort(self) -> None:
        """End the socket without a closing handshake."""
        self._socket.abort()
