"""A connection that several threads share: whoever waits reads, for everybody, one at a time. Its twin is in async_line.py."""

from __future__ import annotations

import contextlib
import threading

from cartesia_api.events import TTSWebsocketEvent

from ..errors import Closed
from .connection import CLOSE_TIMEOUT, CLOSED_HERE, Connection
from .tts_protocol import ContextState
from .websocket import Socket

POLL_INTERVAL = 0.2
"""Seconds after which a waiting thread looks whether it has been told to stop."""


class SyncConnection(Connection):
    """A connection that several threads share: whoever waits reads, for everybody, one at a time."""

    def __init__(self, socket: Socket) -> None:
        super().__init__()
        self._socket = socket
        self.lock = self._changed = threading.Condition()
        self._sending = threading.Lock()
        self._reading = False
        self._waiting = 0

    def send_first(self, frame: str) -> bool:
        """Sends the first frame of a context. False: the connection turned out to be gone, and nothing was sent."""
        self._socket.check_owner()
        with self._sending:
            return self._deliver([*self.protocol.pending_cancels(), frame])

    def send(self, state: ContextState, frame: str) -> None:
        self._socket.check_owner()
        with self._sending:
            delivered = self._deliver([*self.protocol.pending_cancels(), frame])
        if not delivered and state.failure is not None:
            raise state.failure

    def send_cancel(self, state: ContextState, frame: str | None) -> None:
        """Sends a cancel frame, if there is one and the line is free within a moment; else it goes with the next frame."""
        if frame is None:
            return
        if self._sending.acquire(timeout=CLOSE_TIMEOUT):
            try:
                self._deliver([frame])
            finally:
                self._sending.release()
        else:
            self.protocol.queue_cancel(state.id)

    def _deliver(self, frames: list[str]) -> bool:
        try:
            for frame in frames:
                self._socket.send(frame)
        except Closed as error:
            self.connection_lost(str(error))
            self._socket.abort()
            return False
        return True

    def connection_lost(self, why: str) -> None:
        with self._changed:
            self.protocol.connection_lost(why)
            self._changed.notify_all()

    @property
    def is_alive(self) -> bool:
        return self.protocol.lost is None and self._socket.is_open

    def notify(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def receive(self, state: ContextState, timeout: float | None) -> TTSWebsocketEvent | None:
        """The next event of a context; None when it is over, or when none came within `timeout` seconds."""
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
                    mine = False
                else:
                    self._reading = mine = True
            if mine:
                self._read(step)
                self._end_if_lost(state)
            if left is not None:
                if left <= 0:
                    return None
                left -= step

    def _read(self, seconds: float) -> None:
        """Reads a frame for everybody; then somebody else may."""
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
            self._socket.abort()  # what cannot be understood goes on arriving
        if self.protocol.has_pending_cancels and self._sending.acquire(blocking=False):
            try:
                self._deliver(self.protocol.pending_cancels())
            finally:
                self._sending.release()

    def close(self) -> None:
        """Cancels what is under way, closes, and wakes whoever waits."""
        with self.lock:
            frames = self.protocol.cancel_all(CLOSED_HERE)
        self.connection_lost(CLOSED_HERE)
        if not self._socket.is_owner:
            return  # the connection is another process's, which goes on using it
        # Who is stuck in sending, because nothing is read at the other end, would keep us.
        limit = threading.Timer(CLOSE_TIMEOUT, self._socket.abort)
        limit.start()
        try:
            with self._sending, contextlib.suppress(Closed):
                for frame in frames:
                    self._socket.send(frame)
            self._socket.close()
        finally:
            limit.cancel()
