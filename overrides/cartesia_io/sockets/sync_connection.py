"""A connection that several threads share. Its asyncio twin is in async_connection.py."""

from __future__ import annotations

import _thread
import threading
from collections.abc import Iterable, Sequence
from typing import Any

from ..steps import ThreadLock, finish
from .closed import Closed
from .connection import MORE, Connection, Conversation, P
from .patience import Patience
from .waiting import POLL_INTERVAL
from .websocket import Socket


class _Waiting(dict[Conversation, list[Any]]):
    """The threads that wait for events and do not read, by conversation: locks that are held, and released to wake them."""

    def __init__(self, lock: Any) -> None:
        super().__init__()
        self._lock = lock

    def join(self, conversation: Conversation) -> Any:
        """Return what wakes this thread once there is an event for the conversation, or a reader is needed."""
        waiting = threading.Lock()
        waiting.acquire()
        self.setdefault(conversation, []).append(waiting)
        return waiting

    def wait(self, conversation: Conversation, waiting: Any, seconds: float) -> None:
        """Wait to be woken, for so many seconds at most. The lock is not held meanwhile."""
        try:
            waiting.acquire(timeout=seconds)
        finally:
            with self._lock:
                others = self.get(conversation, [])
                if waiting in others:
                    others.remove(waiting)
                    if not others:
                        del self[conversation]

    def wake(self, conversations: Iterable[Conversation]) -> None:
        """Wake the threads that wait for these conversations."""
        for conversation in conversations:
            for waiting in self.pop(conversation, ()):
                waiting.release()


class SyncConnection(Connection[P]):
    """A connection that several threads share. The threads that wait for events take turns in reading for all of them."""

    # Who reads, and who is woken
    # ---------------------------
    # There is no background thread. One of the threads that wait for an event is the reader (`_reading`): it receives one
    # frame without holding the lock, and then, under the lock, feeds it to the protocol and wakes the threads whose
    # conversations it concerns; waking all for each frame would cost more than the frame. Once there is an event for its own, it
    # hands over: one of the others is woken, finds no reader, and becomes it. While no thread waits, nothing is read, and a slow
    # program slows the service down through TCP.
    #
    # A thread that is blocked in `recv` cannot be interrupted from outside. So it waits POLL_INTERVAL at most, and then looks
    # whether its conversation has been cancelled, the connection closed, or its time is up.
    #
    # `lock` protects `_reading` and `_waiting`, too, and is never held while a frame is sent or received. Sending blocks for as
    # long as the service reads nothing. `lock` may be taken while `_sending` is held, never the other way round.

    _socket: Socket

    def __init__(self, socket: Socket, protocol: P, response_timeout: float | None) -> None:
        super().__init__(protocol, response_timeout)
        self._socket = socket
        self.lock = threading.RLock()
        self._sending = ThreadLock()
        self._reading = False
        """Whether a thread is reading."""
        self._waiting = _Waiting(self.lock)

    async def catch_up(self, conversation: Conversation) -> None:
        """Read what has arrived, without waiting for more, so that the end of a conversation is known before more is sent."""
        seconds = 0.0
        while not (self._reading or conversation.ended or conversation.is_behind):
            if not (seconds or self._socket.has_unread) or not await self.read_on(seconds):
                return
            seconds = MORE

    async def send(self, *frames: str) -> bool:
        """Send frames. Return False if the connection is lost, after what had arrived has been read."""
        self._socket.check_owner()
        async with self._sending:
            return await self._send_frames(*frames)

    async def _send_within(self, frame: str, seconds: float) -> bool:
        """Send a frame. Return False if that would have to wait for too long."""
        if not self._sending.acquire(timeout=seconds):
            return False
        try:
            await self._send_frames(frame)
        finally:
            self._sending.release()
        return True

    def _send_soon(self) -> None:
        # Not a `threading.Thread`, which takes a lock.
        _thread.start_new_thread(lambda: finish(self._send_pending()), ())

    def notify(self) -> None:
        """Wake all readers, because a conversation has ended."""
        with self.lock:
            self._waiting.wake(list(self._waiting))

    def receive(self, conversation: Conversation, patience: Patience) -> Any:
        """Return the next event of a conversation, or None if it is done, or none has arrived and the timeout is 0.

        Raises:
            Exception: None arrived in time; without a timeout: a response was due and did not arrive. Or the conversation has
                failed, and its last event has been read.
        """
        self._socket.check_owner()
        step = None
        try:
            while True:
                with self.lock:
                    if conversation.events or conversation.ended:
                        return conversation.take()
                    if step is None:
                        step = patience.begin(POLL_INTERVAL)
                    elif patience.is_over():
                        return None
                    else:
                        step = patience.step(POLL_INTERVAL)
                    waiting = self._waiting.join(conversation) if self._reading else None
                    self._reading = True
                if waiting is None:
                    self._read(step)
                    self.protocol.end_if_lost(conversation)
                else:
                    self._waiting.wait(conversation, waiting, step)
        finally:
            if self._waiting:
                with self.lock:
                    if not self._reading:  # another thread becomes the reader
                        self._waiting.wake(list(self._waiting)[:1])

    def _read(self, seconds: float) -> None:
        """Read a frame for all threads, and let another thread become the reader."""
        frame, lost = None, None
        concerned: Sequence[Conversation] = ()
        try:
            frame = self._socket.recv(seconds)
        except Closed as error:
            lost = error
        finally:
            with self.lock:
                self._reading = False
                try:
                    if frame is not None:
                        concerned = self.protocol.feed(frame)
                except Closed as error:
                    lost = error
                if lost is not None:
                    self.connection_lost(str(lost))
                elif self._waiting:
                    self._waiting.wake(concerned)
        if lost is not None:
            self._socket.abort()  # after an invalid frame, the service may go on sending
        # A conversation that was dropped may have no frame after it. Never wait here: another thread may be blocked in sending.
        if self.protocol.has_pending_cancels and self._sending.acquire(blocking=False):
            try:
                finish(self._send_frames())
            finally:
                self._sending.release()
