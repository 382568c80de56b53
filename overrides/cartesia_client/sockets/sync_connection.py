"""A text-to-speech connection that several threads share. Its asyncio twin is in async_connection.py."""

from __future__ import annotations

import _thread
import threading
import time

from cartesia_api.events import TTSWebsocketEvent
from cartesia_io.sockets.closed import Closed
from cartesia_io.sockets.patience import Patience
from cartesia_io.sockets.waiting import POLL_INTERVAL
from cartesia_io.sockets.websocket import CLOSE_TIMEOUT, Socket
from cartesia_io.steps import ThreadLock, finish

from .connection import MORE, Connection
from .context_state import ContextState


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
    # `lock` protects `_reading` and `_waiting`, too, and is never held while a frame is sent or received. Sending blocks for as
    # long as the service reads nothing. `lock` may be taken while `_sending` is held, never the other way round.

    _socket: Socket

    def __init__(self, socket: Socket, response_timeout: float | None) -> None:
        super().__init__(response_timeout, time.monotonic)
        self._socket = socket
        self.lock = threading.RLock()
        self._changed = threading.Condition(self.lock)
        """Notified when an event has arrived, a context has ended, or the reader has stopped reading."""
        self._sending = ThreadLock()
        self._reading = False
        """Whether a thread is reading."""
        self._waiting = 0
        """Threads that wait for `_changed`. Without any, there is nothing to notify."""

    async def catch_up(self, state: ContextState) -> None:
        """Read what has arrived, without waiting for more, so that the end of a context is known before text is sent to it."""
        seconds = 0.0
        while not self._reading and self._may_catch_up(state) and await self._read_on(seconds):
            seconds = MORE

    async def send_cancel(self, state: ContextState, frame: str | None) -> None:
        """Send a cancel frame, if there is one. If that would take longer than CLOSE_TIMEOUT, leave it to the next frame."""
        if frame is None:
            return
        if self._sending.acquire(timeout=CLOSE_TIMEOUT):
            try:
                await self._send_frames(frame)
            finally:
                self._sending.release()
        else:
            self.protocol.queue_cancel(state.id)

    def _send_soon(self) -> None:
        # Not a `threading.Thread`, which takes a lock.
        _thread.start_new_thread(lambda: finish(self._send_pending()), ())

    def notify(self) -> None:
        """Wake all readers, because a context has ended."""
        with self._changed:
            self._changed.notify_all()

    def receive(self, state: ContextState, patience: Patience) -> TTSWebsocketEvent | None:
        """Return the next event of a context, or None if it is done, or none has arrived and the timeout is 0.

        Raises:
            APITimeoutError: None arrived in time; without a timeout: a response was due and did not arrive.
            CartesiaError: The failure of the context, after its last event.
        """
        self._socket.check_owner()
        step = None
        while True:
            with self._changed:
                if state.events or state.ended:
                    return state.take()
                if step is None:
                    step = patience.begin(POLL_INTERVAL)
                elif patience.is_over():
                    return None
                else:
                    step = patience.step(POLL_INTERVAL)
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
                finish(self._send_frames())
            finally:
                self._sending.release()
