"""A text-to-speech connection that several threads share. Its asyncio twin is in async_connection.py."""

from __future__ import annotations

import contextlib
import threading

from cartesia_api.events import TTSWebsocketEvent

from ..errors import Closed
from .connection import CLOSE_TIMEOUT, CLOSED_LOCALLY, Connection
from .tts_protocol import ContextState
from .websocket import POLL_INTERVAL, Socket


class SyncConnection(Connection):
    """A connection that several threads share. The threads that wait for events take turns in reading for all of them."""

    # Who reads, and who is woken
    # ---------------------------
    # There is no background thread. One of the threads that wait for an event is the reader (`_reading`): it receives one
    # frame without holding the lock, and then, under the lock, feeds it to the protocol and wakes the others. Each of them
    # looks for an event of its own context; the first that finds no reader becomes the reader. While no thread waits, nothing
    # is read, and a slow program slows the service down through TCP.
    #
    # A thread that is blocked in `recv` cannot be interrupted from outside. So it waits POLL_INTERVAL at most, and then looks
    # whether its context has been cancelled, the connection closed, or its time is up.
    #
    # `lock` protects the protocol, `_reading` and `_waiting`, and is never held while a frame is sent or received. `_sending`
    # keeps the frames of two threads in order; sending blocks for as long as the service reads nothing. `lock` may be taken
    # while `_sending` is held, never the other way round.

    def __init__(self, socket: Socket) -> None:
        super().__init__()
        self._socket = socket
        self.lock = threading.RLock()
        self._changed = threading.Condition(self.lock)
        """Notified when an event has arrived, a context has ended, or the reader has stopped reading."""
        self._sending = threading.Lock()
        self._reading = False
        """Whether a thread is reading."""
        self._waiting = 0
        """Threads that wait for `_changed`. Without any, there is nothing to notify."""

    def send_first(self, frame: str) -> bool:
        """Send the first frame of a context. Return False if the connection is lost and nothing has been sent."""
        self._socket.check_owner()
        with self._sending:
            return self._send_frames([*self.protocol.pending_cancels(), frame])

    def send(self, state: ContextState, frame: str) -> None:
        """Send a further frame of a context. Raise the failure of the context if the connection is lost."""
        self._socket.check_owner()
        with self._sending:
            sent = self._send_frames([*self.protocol.pending_cancels(), frame])
        if not sent and state.failure is not None:
            raise state.failure

    def send_cancel(self, state: ContextState, frame: str | None) -> None:
        """Send a cancel frame, if there is one. If that would take longer than CLOSE_TIMEOUT, leave it to the next frame."""
        if frame is None:
            return
        if self._sending.acquire(timeout=CLOSE_TIMEOUT):
            try:
                self._send_frames([frame])
            finally:
                self._sending.release()
        else:
            self.protocol.queue_cancel(state.id)

    def _send_frames(self, frames: list[str]) -> bool:
        """Send frames. Return False if the connection is lost."""
        try:
            for frame in frames:
                self._socket.send(frame)
        except Closed as error:
            self.connection_lost(str(error))
            self._socket.abort()
            return False
        return True

    def connection_lost(self, why: str) -> None:
        """Fail every open context, and wake all readers."""
        with self._changed:
            self.protocol.connection_lost(why)
            self._changed.notify_all()

    @property
    def is_alive(self) -> bool:
        """Return whether another context may be opened on this connection."""
        return self.protocol.lost is None and self._socket.is_open

    def notify(self) -> None:
        """Wake all readers, because a context has ended."""
        with self._changed:
            self._changed.notify_all()

    def receive(self, state: ContextState, timeout: float | None) -> TTSWebsocketEvent | None:
        """Return the next event of a context, or None if it is done or none arrived within `timeout` seconds.

        Raises:
            CartesiaError: The failure of the context, after its last event.
        """
        self._socket.check_owner()
        left = timeout
        while True:
            with self._changed:
                if state.events or state.ended:
                    return state.take()
                step = POLL_INTERVAL if left is None else min(POLL_INTERVAL, left)
                if self._reading:
                    self._waiting += 1
                    self._changed.wait(step)
                    self._waiting -= 1
                    is_reader = False
                else:
                    self._reading = is_reader = True
            if is_reader:
                self._read(step)
                self._end_if_lost(state)
            if left is not None:
                if left <= 0:
                    return None
                left -= step

    def _read(self, seconds: float) -> None:
        """Read a frame for all threads, and let another thread become the reader."""
        frame, lost = None, None
        try:
            frame = self._socket.recv(seconds)
        except Closed as error:
            lost = error
        finally:
            with self._changed:
                self._reading = False
                try:
                    if frame is not None:
                        self.protocol.feed(frame)
                except Closed as error:
                    lost = error
                if lost is not None:
                    self.protocol.connection_lost(str(lost))
                if self._waiting:
                    self._changed.notify_all()
        if lost is not None:
            self._socket.abort()  # after an invalid frame, the service may go on sending
        # A context that was dropped may have no frame after it. Never wait here: another thread may be blocked in sending.
        if self.protocol.has_pending_cancels and self._sending.acquire(blocking=False):
            try:
                self._send_frames(self.protocol.pending_cancels())
            finally:
                self._sending.release()

    def close(self) -> None:
        """Cancel the open contexts, wake their readers with an error, and close the socket."""
        with self.lock:
            frames = self.protocol.cancel_all(CLOSED_LOCALLY)
        self.connection_lost(CLOSED_LOCALLY)
        if not self._socket.is_owner:
            return  # after a fork: the socket is the parent's, which goes on using it
        # A thread that is blocked in sending holds `_sending` for as long as the service reads nothing; aborting frees it.
        limit = threading.Timer(CLOSE_TIMEOUT, self._socket.abort)
        limit.start()
        try:
            with self._sending, contextlib.suppress(Closed):
                for frame in frames:
                    self._socket.send(frame)
            self._socket.close()
        finally:
            limit.cancel()
