"""A connection that several tasks share: whoever waits reads, for everybody, one at a time. Its twin is in sync_line.py."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any

from cartesia_api.events import TTSWebsocketEvent

from ..errors import Closed
from . import websocket
from .connection import CLOSE_TIMEOUT, CLOSED_HERE, Connection
from .tts_protocol import ContextState
from .websocket import SOCKET_ERRORS, AsyncSocket, closed_by


class AsyncConnection(Connection):
    """A connection that several tasks share: whoever waits reads, for everybody, one at a time.

    One timer serves all limits of time: arming one for each event would cost more than the event.
    """

    def __init__(self, socket: AsyncSocket) -> None:
        super().__init__()
        self._socket = socket
        self.lock = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._reader: asyncio.Task[Any] | None = None
        self._interrupted = False
        self._end: float | None = None
        """Until when the reader waits, on the clock of the loop."""
        self._waiting: dict[ContextState, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._heard = 0
        self._seen = (0, self._loop.time())
        self._silent = False

    async def send_first(self, frame: str) -> bool:
        """Sends the first frame of a context. False: the connection turned out to be gone, and nothing was sent."""
        self._socket.check_owner()
        return await self._deliver([*self.protocol.pending_cancels(), frame])

    async def send(self, state: ContextState, frame: str) -> None:
        self._socket.check_owner()
        if not await self._deliver([*self.protocol.pending_cancels(), frame]) and state.failure is not None:
            raise state.failure

    async def send_cancel(self, state: ContextState, frame: str | None) -> None:
        """Sends a cancel frame, if there is one and the line is free within a moment; else it goes with the next frame."""
        if frame is None:
            return
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await self._deliver([frame])
        except TimeoutError:
            self.protocol.queue_cancel(state.id)

    async def _deliver(self, frames: list[str]) -> bool:
        try:
            for frame in frames:
                await self._socket.send(frame)
        except Closed as error:
            self._lost(error)
            return False
        return True

    def connection_lost(self, why: str) -> None:
        self.protocol.connection_lost(why)
        if self._timer is not None:
            self._timer.cancel()
        self.notify()

    def _lost(self, error: Exception) -> None:
        self.connection_lost(str(error if isinstance(error, Closed) else closed_by(error)))
        self._socket.abort()  # what cannot be understood goes on arriving

    @property
    def is_alive(self) -> bool:
        return self.protocol.lost is None and self._socket.is_open

    def notify(self) -> None:
        """Lets everybody look: those who wait, and the one who reads."""
        self._notify(list(self._waiting))
        self._interrupt()

    def _notify(self, contexts: Iterable[ContextState]) -> None:
        for state in contexts:
            future = self._waiting.get(state)
            if future is not None and not future.done():
                future.set_result(None)

    def _interrupt(self) -> None:
        """Has the reader look up. Its task is cancelled for that, as asyncio.timeout does it, and goes on."""
        if self._reader is not None and not self._interrupted and asyncio.current_task() is not self._reader:
            self._interrupted = True
            self._reader.cancel()

    async def receive(self, state: ContextState, timeout: float | None) -> TTSWebsocketEvent | None:
        """The next event of a context; None when it is over, or when none came within `timeout` seconds."""
        if state.events:
            return state.take()
        self._socket.check_owner()
        end = None if timeout is None else self._loop.time() + timeout
        try:
            while not state.events and not state.ended:
                if self._reader is None:
                    await self._read(state, end)
                    self._end_if_lost(state)
                else:
                    await self._wait(state, end)
                if end is not None and self._loop.time() >= end:
                    break
            return state.take()
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

    async def _wait(self, state: ContextState, end: float | None) -> None:
        """Until the one who reads has something for this context, or hands over."""
        self._waiting[state] = future = self._loop.create_future()
        try:
            if end is None:
                await future
            else:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(end):
                        await future
        finally:
            del self._waiting[state]

    async def _read(self, state: ContextState, end: float | None) -> None:
        """Reads for everybody until there is something for this context; then somebody else takes over."""
        task = asyncio.current_task()
        assert task is not None
        others = task.cancelling()
        self._reader, self._end = task, end
        self._arm()
        try:
            while not state.events and not state.ended:
                found = self.protocol.feed(await self._socket.recv())
                self._heard += 1
                if self._waiting:
                    self._notify(found)
                if self.protocol.has_pending_cancels:
                    await self._deliver(self.protocol.pending_cancels())
        except asyncio.CancelledError:
            if not self._interrupted or task.uncancel() > others:
                raise
        except (Closed, *SOCKET_ERRORS) as error:
            self._lost(error)
        finally:
            self._reader, self._interrupted = None, False
        if self._silent:
            self._silent = False
            try:
                await self._socket.ping()
            except Closed as error:
                self._lost(error)

    def _arm(self) -> None:
        """Sees to it that the timer goes off when the reader has waited long enough, or nothing has come for too long."""
        if self._timer is not None:
            if self._end is None or self._timer.when() <= self._end:
                return  # it will see then what is left
            self._timer.cancel()
        due = self._loop.time() + websocket.KEEPALIVE_INTERVAL
        self._timer = self._loop.call_at(due if self._end is None else min(due, self._end), self._look)

    def _look(self) -> None:
        self._timer = None
        if self._reader is None:
            return  # the next one arms it again
        now = self._loop.time()
        heard, since = self._seen
        if heard != self._heard:
            self._seen = self._heard, now
        elif now - since >= websocket.KEEPALIVE_INTERVAL:
            self._seen, self._silent = (heard, now), True
        if self._silent or (self._end is not None and now >= self._end):
            self._interrupt()
        else:
            self._arm()

    async def close(self) -> None:
        """Cancels what is under way, closes, and wakes whoever waits."""
        frames = self.protocol.cancel_all(CLOSED_HERE)
        self.connection_lost(CLOSED_HERE)
        if not self._socket.is_owner:
            return  # the connection is another process's, which goes on using it
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT):
                with contextlib.suppress(Closed):
                    for frame in frames:
                        await self._socket.send(frame)
                await self._socket.close()
        except TimeoutError:
            self._socket.abort()
