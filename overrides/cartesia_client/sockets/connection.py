"""What the connections of threads and of tasks share. A connection is one socket and the protocol that is spoken over it."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable
from itertools import chain
from typing import Any

from cartesia_io.sockets.closed import Closed
from cartesia_io.sockets.patience import Patience
from cartesia_io.sockets.websocket import CLOSE_TIMEOUT
from cartesia_io.steps import result_of

from ..audio.incomplete import IncompleteAudioError
from .context_state import ContextState
from .tts_protocol import MAX_BUFFERED, TTSProtocol

CANCELLED = "the context was cancelled"
CLOSED_LOCALLY = "the connection was closed locally"
SETTLE = 0.05
"""Seconds to wait for the rejection of a text that crossed the end of its context."""
MORE = 0.01
"""Seconds in which more follows what has arrived, if the library left it in the buffer of the system."""


class Connection(ABC):
    """What both connections share."""

    _socket: Any
    lock: Any
    """Protects the protocol."""
    _sending: Any
    """Keeps the frames of two threads in order."""

    def __init__(self, response_timeout: float | None, clock: Callable[[], float]) -> None:
        self.protocol = TTSProtocol(clock)
        self._response_timeout = response_timeout

    # What has arrived is read before more is sent
    # --------------------------------------------
    # While the program plays a chunk, or waits for a model, what the service says is left unread: that the context has expired,
    # why it failed, that the connection was closed. `catch_up` reads it before the next text goes out, and when sending fails
    # `_read_on` reads what had arrived before. Neither takes more than half of what may wait for a reader.

    async def send(self, frame: str) -> bool:
        """Send a frame of a context. Return False if the connection is lost, after what had arrived has been read."""
        self._socket.check_owner()
        async with self._sending:
            return await self._send_frames(frame)

    async def _send_frames(self, *frames: str) -> bool:
        """Send frames, after the cancel frames that are still to be sent. Return False if the connection is lost."""
        try:
            for frame in chain(iter(self.protocol.next_cancel, None), frames):
                await result_of(self._socket.send(frame))
        except Closed as error:
            await self._read_on(0.0 if self._socket.is_open else CLOSE_TIMEOUT)
            self._lose(str(error))
            return False
        return True

    async def _send_pending(self) -> None:
        async with self._sending:
            await self._send_frames()

    async def settle(self, state: ContextState) -> None:
        """Read whether the service has rejected the last text of a context that is done, because it came too late."""
        if state.ended and len(state.texts) > 1:
            await self._read_on(0.0 if state.input_ended else SETTLE)

    async def _read_on(self, seconds: float) -> bool:
        """Read for no context in particular. Return whether anything arrived."""
        frames, state = self._socket.received, ContextState("")
        patience = self.patience(state, seconds)
        patience.quiet = True
        with contextlib.suppress(IncompleteAudioError):
            await result_of(self.receive(state, patience))
        return bool(self._socket.received > frames)

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

    @abstractmethod
    def receive(self, state: ContextState, patience: Patience) -> Any:
        """Return the next event of a context, or None if it is done, or none has arrived and the timeout is 0.

        Raises:
            APITimeoutError: None arrived in time; without a timeout: a response was due and did not arrive.
            CartesiaError: The failure of the context, after its last event.
        """

    @abstractmethod
    def _send_soon(self) -> None:
        """Have the cancel frames that are still to be sent go out soon. Neither send nor take a lock here."""

    @abstractmethod
    def notify(self) -> None:
        """Wake all readers, because a context has ended."""

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

    def connection_lost(self, why: str) -> None:
        """Fail every open context, and wake all readers."""
        with self.lock:
            self.protocol.connection_lost(why)
        self.notify()

    def _lose(self, why: str) -> None:
        """Fail every open context, and end the socket: after an invalid frame, the service may go on sending."""
        self.connection_lost(why)
        self._socket.abort()

    async def close(self) -> None:
        """Cancel the open contexts, wake their readers with an error, and close the socket."""
        with self.lock:
            frames = self.protocol.cancel_all(CLOSED_LOCALLY)
        self.connection_lost(CLOSED_LOCALLY)
        await result_of(self._socket.close(frames))

    def abort(self) -> None:
        """End the socket without a closing handshake."""
        self._socket.abort()
