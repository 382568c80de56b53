"""A connection that several tasks share: whoever waits reads, for everybody, one at a time. Its twin is in sync_line.py."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any

from cartesia_api.events import TTSWebsocketEvent

from ..errors import Closed
from . import websocket
from .connection import CLOSED_HERE, GRACE, Line
from .tts_protocol import Inbox
from .websocket import FAILURES, AsyncSocket, closed_by


class AsyncLine(Line):
    """A connection that several tasks share: whoever waits reads, for everybody, one at a time.

    One timer serves all limits of time: arming one for each event would cost more than the event.
    """

    def __init__(self, socket: AsyncSocket) -> None:
        super().__init__()
        self._socket = socket
        self.guard = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._reader: asyncio.Task[Any] | None = None
        self._interrupted = False
        self._end: float | None = None
        """Until when the reader waits, on the clock of the loop."""
        self._waiting: dict[Inbox, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._heard = 0
        self._seen = (0, self._loop.time())
        self._silent = False

    async def begin(self, frame: str) -> bool:
        """Sends the first frame of a context. False: the connection turned out to be gone, and nothing was sent."""
        self._socket.check_home()
        return await self._deliver([*self.mux.overdue(), frame])

    async def send(self, inbox: Inbox, frame: str) -> None:
        self._socket.check_home()
        if not await self._deliver([*self.mux.overdue(), frame]) and inbox.failure is not None:
            raise inbox.failure

    async def tell(self, inbox: Inbox, frame: str | None) -> None:
        """Sends a cancel frame, if there is one and the line is free within a moment; else it goes with the next frame."""
        if frame is None:
            return
        try:
            async with asyncio.timeout(GRACE):
                await self._deliver([frame])
        except TimeoutError:
            self.mux.abandon(inbox.id)

    async def _deliver(self, frames: list[str]) -> bool:
        try:
            for frame in frames:
                await self._socket.send(frame)
        except Closed as error:
            self._lost(error)
            return False
        return True

    def lose(self, why: str) -> None:
        self.mux.lose(why)
        if self._timer is not None:
            self._timer.cancel()
        self.wake()

    def _lost(self, error: Exception) -> None:
        self.lose(str(error if isinstance(error, Closed) else closed_by(error)))
        self._socket.cut()  # what cannot be understood goes on arriving

    @property
    def is_alive(self) -> bool:
        return self.mux.lost is None and self._socket.is_open

    def wake(self) -> None:
        """Lets everybody look: those who wait, and the one who reads."""
        self._notify(list(self._waiting))
        self._interrupt()

    def _notify(self, inboxes: Iterable[Inbox]) -> None:
        for inbox in inboxes:
            future = self._waiting.get(inbox)
            if future is not None and not future.done():
                future.set_result(None)

    def _interrupt(self) -> None:
        """Has the reader look up. Its task is cancelled for that, as asyncio.timeout does it, and goes on."""
        if self._reader is not None and not self._interrupted and asyncio.current_task() is not self._reader:
            self._interrupted = True
            self._reader.cancel()

    async def receive(self, inbox: Inbox, timeout: float | None) -> TTSWebsocketEvent | None:
        """The next event of a context; None when it is over, or when none came within `timeout` seconds."""
        if inbox.events:
            return inbox.take()
        self._socket.check_home()
        end = None if timeout is None else self._loop.time() + timeout
        try:
            while not inbox.events and not inbox.ended:
                if self._reader is None:
                    await self._read(inbox, end)
                    self._end_if_lost(inbox)
                else:
                    await self._wait(inbox, end)
                if end is not None and self._loop.time() >= end:
                    break
            return inbox.take()
        finally:
            if self._waiting:
                self._hand_over()

    def _hand_over(self) -> None:
        """Has somebody read, if nobody does: one who waits and has not been told anything yet."""
        if self._reader is None:
            for future in self._waiting.values():
                if not future.done():
                    future.set_result(None)
                    return

    async def _wait(self, inbox: Inbox, end: float | None) -> None:
        """Until the one who reads has something for this context, or hands over."""
        self._waiting[inbox] = future = self._loop.create_future()
        try:
            if end is None:
                await future
            else:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(end):
                        await future
        finally:
            del self._waiting[inbox]

    async def _read(self, inbox: Inbox, end: float | None) -> None:
        """Reads for everybody until there is something for this context; then somebody else takes over."""
        task = asyncio.current_task()
        assert task is not None
        others = task.cancelling()
        self._reader, self._end = task, end
        self._arm()
        try:
            while not inbox.events and not inbox.ended:
                found = self.mux.feed(await self._socket.recv())
                self._heard += 1
                if self._waiting:
                    self._notify(found)
                if self.mux.has_overdue:
                    await self._deliver(self.mux.overdue())
        except asyncio.CancelledError:
            if not self._interrupted or task.uncancel() > others:
                raise
        except (Closed, *FAILURES) as error:
            self._lost(error)
        finally:
            self._reader, self._interrupted = None, False
        if self._silent:
            self._silent = False
            try:
                await self._socket.nudge()
            except Closed as error:
                self._lost(error)

    def _arm(self) -> None:
        """Sees to it that the timer goes off when the reader has waited long enough, or nothing has come for too long."""
        if self._timer is not None:
            if self._end is None or self._timer.when() <= self._end:
                return  # it will see then what is left
            self._timer.cancel()
        due = self._loop.time() + websocket.PATIENCE
        self._timer = self._loop.call_at(due if self._end is None else min(due, self._end), self._look)

    def _look(self) -> None:
        self._timer = None
        if self._reader is None:
            return  # the next one arms it again
        now = self._loop.time()
        heard, since = self._seen
        if heard != self._heard:
            self._seen = self._heard, now
        elif now - since >= websocket.PATIENCE:
            self._seen, self._silent = (heard, now), True
        if self._silent or (self._end is not None and now >= self._end):
            self._interrupt()
        else:
            self._arm()

    async def close(self) -> None:
        """Cancels what is under way, closes, and wakes whoever waits."""
        frames = self.mux.cancel_all(CLOSED_HERE)
        self.lose(CLOSED_HERE)
        if not self._socket.is_home:
            return  # the connection is another process's, which goes on using it
        try:
            async with asyncio.timeout(GRACE):
                with contextlib.suppress(Closed):
                    for frame in frames:
                        await self._socket.send(frame)
                await self._socket.close()
        except TimeoutError:
            self._socket.cut()
