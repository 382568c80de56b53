"""Lines: one connection each, shared by all who wait for something on it. Whoever waits reads, for everybody, one at a time."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading

from cartesia_api.events import TTSWebsocketEvent

from .errors import InvalidRequestError
from .mux import Inbox, Mux
from .sockets import AsyncSocket, Closed, Socket

CLOSED_HERE = "the connection was closed here"
WAKE = 0.2
"""Seconds after which a waiting thread looks whether it has been told to stop."""


class _Line:
    """What the two lines share. A line is one physical connection with its conversation."""

    def __init__(self) -> None:
        self.mux = Mux()
        self._process = os.getpid()

    def check_home(self) -> None:
        if os.getpid() != self._process:
            raise InvalidRequestError(
                "this connection belongs to the process before the fork; open one in this process"
            )

    def _end_if_lost(self, inbox: Inbox) -> None:
        """So that nobody goes on reading from what is gone, whatever this inbox has to do with it."""
        if self.mux.lost is not None:
            inbox.fail(self.mux.incomplete(inbox, self.mux.lost))


class SyncLine(_Line):
    """A connection that several threads share: whoever waits reads, for everybody, one at a time."""

    def __init__(self, socket: Socket) -> None:
        super().__init__()
        self._socket = socket
        self.guard = self._news = threading.Condition()
        self._sending = threading.Lock()
        self._reading = False

    def send(self, inbox: Inbox | None, frame: str | None) -> None:
        self.check_home()
        with self._sending:
            try:
                for text in (*self.mux.overdue(), *([frame] if frame else [])):
                    self._socket.send(text)
            except Closed as error:
                self.lose(str(error))
        if inbox is not None and inbox.failure is not None and frame:
            raise inbox.failure

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
        self.check_home()
        left = timeout
        while True:
            with self._news:
                if inbox.events or inbox.ended:
                    return inbox.take()
                step = WAKE if left is None else min(WAKE, left)
                if self._reading:
                    self._news.wait(step)
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
        why = None
        try:
            frame = self._socket.recv(seconds)
            if frame is not None:
                with self._news:
                    self.mux.feed(frame)
        except Closed as error:
            why = str(error)
        finally:
            with self._news:
                self._reading = False
                if why is not None:
                    self.mux.lose(why)
                self._news.notify_all()

    def close(self) -> None:
        """Cancels what is under way, closes, and wakes whoever waits."""
        with self.guard:
            frames = [self.mux.cancel(inbox, CLOSED_HERE) for inbox in list(self.mux.inboxes.values())]
        for frame in frames:
            self.send(None, frame)
        self.lose(CLOSED_HERE)
        self._socket.close()


class AsyncLine(_Line):
    """A connection that several tasks share: whoever waits reads, for everybody, one at a time."""

    def __init__(self, socket: AsyncSocket) -> None:
        super().__init__()
        self._socket = socket
        self.guard = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._scope: asyncio.Timeout | None = None
        self._waiting: dict[Inbox, asyncio.Future[None]] = {}

    def check_home(self) -> None:
        super().check_home()
        if asyncio.get_running_loop() is not self._loop:
            raise InvalidRequestError("this connection belongs to another event loop; open one in this loop")

    async def send(self, inbox: Inbox | None, frame: str | None) -> None:
        self.check_home()
        try:
            for text in (*self.mux.overdue(), *([frame] if frame else [])):
                await self._socket.send(text)
        except Closed as error:
            self.lose(str(error))
        if inbox is not None and inbox.failure is not None and frame:
            raise inbox.failure

    def lose(self, why: str) -> None:
        self.mux.lose(why)
        self.wake()

    @property
    def is_alive(self) -> bool:
        return self.mux.lost is None and self._socket.is_open

    def wake(self) -> None:
        """Lets everybody look: those who wait, and the one who reads."""
        self._notify(list(self._waiting))
        if self._scope is not None:
            self._scope.reschedule(self._loop.time())

    def _notify(self, inboxes: list[Inbox]) -> None:
        for inbox in inboxes:
            future = self._waiting.get(inbox)
            if future is not None and not future.done():
                future.set_result(None)

    async def receive(self, inbox: Inbox, timeout: float | None) -> TTSWebsocketEvent | None:
        """The next event of a context; None when it is over, or when none came within `timeout` seconds."""
        self.check_home()
        end = None if timeout is None else self._loop.time() + timeout
        try:
            while not inbox.events and not inbox.ended:
                try:
                    async with asyncio.timeout_at(end) as scope:
                        if self._scope is None:
                            await self._read(inbox, scope)
                            self._end_if_lost(inbox)
                        else:
                            await self._wait(inbox)
                except TimeoutError:
                    if end is not None and self._loop.time() >= end:
                        break
            return inbox.take()
        finally:
            self._hand_over()

    def _hand_over(self) -> None:
        """Has somebody read, if nobody does: one who waits and has not been told anything yet."""
        if self._scope is None:
            for future in self._waiting.values():
                if not future.done():
                    future.set_result(None)
                    return

    async def _wait(self, inbox: Inbox) -> None:
        """Until the one who reads has something for this context, or hands over."""
        self._waiting[inbox] = self._loop.create_future()
        try:
            await self._waiting[inbox]
        finally:
            del self._waiting[inbox]

    async def _read(self, inbox: Inbox, scope: asyncio.Timeout) -> None:
        """Reads for everybody until there is something for this context; then somebody else takes over."""
        self._scope = scope
        try:
            while not inbox.events and not inbox.ended:
                self._notify(self.mux.feed(await self._socket.recv()))
        except Closed as error:
            self.mux.lose(str(error))
            self._notify(list(self._waiting))
        finally:
            self._scope = None

    async def close(self) -> None:
        """Cancels what is under way, closes, and wakes whoever waits."""
        for inbox in list(self.mux.inboxes.values()):
            await self.send(None, self.mux.cancel(inbox, CLOSED_HERE))
        self.lose(CLOSED_HERE)
        await self._socket.close()
