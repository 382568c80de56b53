"""A connection that several threads share: whoever waits reads, for everybody, one at a time. Its twin is in async_line.py."""

from __future__ import annotations

import contextlib
import threading

from cartesia_api.events import TTSWebsocketEvent

from ..errors import Closed
from .connection import CLOSED_HERE, GRACE, Line
from .tts_protocol import Inbox
from .websocket import Socket

WAKE = 0.2
"""Seconds after which a waiting thread looks whether it has been told to stop."""


class SyncLine(Line):
    """A connection that several threads share: whoever waits reads, for everybody, one at a time."""

    def __init__(self, socket: Socket) -> None:
        super().__init__()
        self._socket = socket
        self.guard = self._news = threading.Condition()
        self._sending = threading.Lock()
        self._reading = False
        self._waiting = 0

    def begin(self, frame: str) -> bool:
        """Sends the first frame of a context. False: the connection turned out to be gone, and nothing was sent."""
        self._socket.check_home()
        with self._sending:
            return self._deliver([*self.mux.overdue(), frame])

    def send(self, inbox: Inbox, frame: str) -> None:
        self._socket.check_home()
        with self._sending:
            delivered = self._deliver([*self.mux.overdue(), frame])
        if not delivered and inbox.failure is not None:
            raise inbox.failure

    def tell(self, inbox: Inbox, frame: str | None) -> None:
        """Sends a cancel frame, if there is one and the line is free within a moment; else it goes with the next frame."""
        if frame is None:
            return
        if self._sending.acquire(timeout=GRACE):
            try:
                self._deliver([frame])
            finally:
                self._sending.release()
        else:
            self.mux.abandon(inbox.id)

    def _deliver(self, frames: list[str]) -> bool:
        try:
            for frame in frames:
                self._socket.send(frame)
        except Closed as error:
            self.lose(str(error))
            self._socket.cut()
            return False
        return True

    def lose(self, why: str) -> None:
        with self._news:
            self.mux.lose(why)
            self._news.notify_all()

    @property
    def is_alive(self) -> bool:
        return self.mux.lost is None and self._socket.is_open

    def wake(self) -> None:
        with self._news:
            self._news.notify_all()

    def receive(self, inbox: Inbox, timeout: float | None) -> TTSWebsocketEvent | None:
        """The next event of a context; None when it is over, or when none came within `timeout` seconds."""
        self._socket.check_home()
        left = timeout
        while True:
            with self._news:
                if inbox.events or inbox.ended:
                    return inbox.take()
                step = WAKE if left is None else min(WAKE, left)
                if self._reading:
                    self._waiting += 1
                    self._news.wait(step)
                    self._waiting -= 1
                    mine = False
                else:
                    self._reading = mine = True
            if mine:
                self._read(step)
                self._end_if_lost(inbox)
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
            with self._news:
                self._reading = False
                try:
                    if frame is not None:
                        self.mux.feed(frame)
                except Closed as error:
                    lost = error
                if lost is not None:
                    self.mux.lose(str(lost))
                if self._waiting:
                    self._news.notify_all()
        if lost is not None:
            self._socket.cut()  # what cannot be understood goes on arriving
        if self.mux.has_overdue and self._sending.acquire(blocking=False):
            try:
                self._deliver(self.mux.overdue())
            finally:
                self._sending.release()

    def close(self) -> None:
        """Cancels what is under way, closes, and wakes whoever waits."""
        with self.guard:
            frames = self.mux.cancel_all(CLOSED_HERE)
        self.lose(CLOSED_HERE)
        if not self._socket.is_home:
            return  # the connection is another process's, which goes on using it
        # Who is stuck in sending, because nothing is read at the other end, would keep us.
        limit = threading.Timer(GRACE, self._socket.cut)
        limit.start()
        try:
            with self._sending, contextlib.suppress(Closed):
                for frame in frames:
                    self._socket.send(frame)
            self._socket.close()
        finally:
            limit.cancel()
