"""Lines: one connection each, shared by all who wait for something on it. Whoever waits reads, for everybody, one at a time."""

from __future__ import annotations

import asyncio
import contextlib
import threading

from cartesia_api.events import TTSWebsocketEvent

from . import sockets
from .mux import Inbox, Mux
from .sockets import AsyncSocket, Closed, Socket

CLOSED_HERE = "the connection was closed here"
WAKE = 0.2
"""Seconds after which a waiting thread looks whether it has been told to stop."""
GRACE = 0.6
"""Seconds for a last word to the service, where the caller should not be kept."""


class _Line:
    """What the two lines share. A line is one physical connection with its conversation."""

    def __init__(self) -> None:
        self.mux = Mux()

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
            if why is not None:
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


class AsyncLine(_Line):
    """A connection that several tasks share: whoever waits reads, for everybody, one at a time."""

    def __init__(self, socket: AsyncSocket) -> None:
        super().__init__()
        self._socket = socket
        self.guard = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._scope: asyncio.Timeout | None = None
        self._waiting: dict[Inbox, asyncio.Future[None]] = {}
        self._heard = 0

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
            self.lose(str(error))
            self._socket.cut()
            return False
        return True

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
        self._socket.check_home()
        if inbox.events:
            return inbox.take()
        end = None if timeout is None else self._loop.time() + timeout
        try:
            while not inbox.events and not inbox.ended:
                patience, heard = self._loop.time() + sockets.PATIENCE, self._heard
                mine = self._scope is None
                try:
                    async with asyncio.timeout_at(patience if end is None else min(patience, end)) as scope:
                        if mine:
                            await self._read(inbox, scope)
                            self._end_if_lost(inbox)
                        else:
                            await self._wait(inbox)
                except TimeoutError:
                    now = self._loop.time()
                    if end is not None and now >= end:
                        break
                    if mine and now >= patience and self._heard == heard:
                        await self._nudge()
            return inbox.take()
        finally:
            self._hand_over()

    async def _nudge(self) -> None:
        try:
            await self._socket.nudge()
        except Closed as error:
            self.lose(str(error))
            self._socket.cut()

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
                self._heard += 1
                if self.mux.has_overdue:
                    await self._deliver(self.mux.overdue())
        except Closed as error:
            self.mux.lose(str(error))
            self._socket.cut()  # what cannot be understood goes on arriving
            self._notify(list(self._waiting))
        finally:
            self._scope = None

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
