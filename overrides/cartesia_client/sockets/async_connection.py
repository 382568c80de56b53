"""A text-to-speech connection that several tasks share. Its twin for threads is in sync_connection.py."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any

from cartesia_api.events import TTSWebsocketEvent

from ..errors import Closed
from . import websocket
from .connection import CLOSE_TIMEOUT, CLOSED_LOCALLY, Connection
from .tts_protocol import ContextState
from .websocket import SOCKET_ERRORS, AsyncSocket, closed_by


class AsyncConnection(Connection):
    """A connection that several tasks share. The tasks that wait for events take turns in reading for all of them."""

    # Who reads, and who is woken
    # ---------------------------
    # There is no background task. One of the tasks that wait for an event is the reader (`_reader`); each of the others waits
    # for a future (`_waiting`). The reader feeds each frame to the protocol, and wakes the tasks whose contexts the frame
    # concerns. Once there is an event for its own context, it stops reading and hands over: one of the others is woken, finds
    # no reader, and becomes it. While no task waits, nothing is read, and a slow program slows the service down through TCP.
    #
    # Why `Task.cancel` interrupts the reader
    # ---------------------------------------
    # The reader is suspended in `recv` of the library. It has to come out of it when its context ends, when its time is up,
    # and when the service should be pinged. Waiting for `recv` and for a future together would cost a task for each frame,
    # and a timeout a timer for each frame. So `_interrupt` cancels the task of the reader, as `asyncio.timeout` does, and
    # `_read` undoes that with `uncancel`; cancelling `recv` loses no frame. If the count of cancellations is then still above
    # what it was at the beginning, the program has cancelled the task too, and the CancelledError goes on.
    #
    # One timer serves all limits of time
    # -----------------------------------
    # Arming a timer for each event would cost more than the event. `_timer` goes off at the deadline of the reader or after
    # KEEPALIVE_INTERVAL, whichever is earlier, and is armed again only when it has gone off or comes too late for the reader.

    def __init__(self, socket: AsyncSocket) -> None:
        super().__init__()
        self._socket = socket
        self.lock = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._reader: asyncio.Task[Any] | None = None
        """The task that is reading."""
        self._interrupted = False
        """Whether `_interrupt` has cancelled the task of the reader."""
        self._deadline: float | None = None
        """Until when the reader waits, on the clock of the loop."""
        self._waiting: dict[ContextState, asyncio.Future[None]] = {}
        """What wakes the tasks that wait for events and do not read."""
        self._timer: asyncio.TimerHandle | None = None
        self._frames = 0
        """Frames that have arrived."""
        self._progress = (0, self._loop.time())
        """How many frames the timer saw when their number had last grown, and when that was."""
        self._ping_due = False
        """Whether the reader was interrupted to ping the service."""

    async def send_first(self, frame: str) -> bool:
        """Send the first frame of a context. Return False if the connection is lost and nothing has been sent."""
        self._socket.check_owner()
        return await self._send_frames([*self.protocol.pending_cancels(), frame])

    async def send(self, state: ContextState, frame: str) -> None:
        """Send a further frame of a context. Raise the failure of the context if the connection is lost."""
        self._socket.check_owner()
        sent = await self._send_frames([*self.protocol.pending_cancels(), frame])
        if not sent and state.failure is not None:
            raise state.failure

    async def send_cancel(self, state: ContextState, frame: str | None) -> None:
        """Send a cancel frame, if there is one. If that would take longer than CLOSE_TIMEOUT, leave it to the next frame."""
        if frame is None:
            return
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await self._send_frames([frame])
        except TimeoutError:
            self.protocol.queue_cancel(state.id)

    async def _send_frames(self, frames: list[str]) -> bool:
        """Send frames. Return False if the connection is lost."""
        try:
            for frame in frames:
                await self._socket.send(frame)
        except Closed as error:
            self._abort(error)
            return False
        return True

    def connection_lost(self, why: str) -> None:
        """Fail every open context, and wake all readers."""
        self.protocol.connection_lost(why)
        if self._timer is not None:
            self._timer.cancel()
        self.notify()

    def _abort(self, error: Exception) -> None:
        """Fail every open context, and end the socket: after an invalid frame, the service may go on sending."""
        self.connection_lost(str(error if isinstance(error, Closed) else closed_by(error)))
        self._socket.abort()

    @property
    def is_alive(self) -> bool:
        """Return whether another context may be opened on this connection."""
        return self.protocol.lost is None and self._socket.is_open

    def notify(self) -> None:
        """Wake all readers, because a context has ended."""
        self._wake(list(self._waiting))
        self._interrupt()

    def _wake(self, states: Iterable[ContextState]) -> None:
        """Wake the tasks that wait for these contexts."""
        for state in states:
            future = self._waiting.get(state)
            if future is not None and not future.done():
                future.set_result(None)

    def _interrupt(self) -> None:
        """Have the reader come out of `recv`, and look what has changed."""
        if self._reader is not None and not self._interrupted and asyncio.current_task() is not self._reader:
            self._interrupted = True
            self._reader.cancel()

    async def receive(self, state: ContextState, timeout: float | None) -> TTSWebsocketEvent | None:
        """Return the next event of a context, or None if it is done or none arrived within `timeout` seconds.

        Raises:
            CartesiaError: The failure of the context, after its last event.
        """
        if state.events:
            return state.take()
        self._socket.check_owner()
        deadline = None if timeout is None else self._loop.time() + timeout
        try:
            while not state.events and not state.ended:
                if self._reader is None:
                    await self._read(state, deadline)
                    self._end_if_lost(state)
                else:
                    await self._wait(state, deadline)
                if deadline is not None and self._loop.time() >= deadline:
                    break
            return state.take()
        finally:
            if self._waiting:
                self._hand_over()

    def _hand_over(self) -> None:
        """Wake one of the tasks that wait, so that it becomes the reader, if there is none."""
        if self._reader is None:
            for future in self._waiting.values():
                if not future.done():  # a task that has been woken already hands over itself
                    future.set_result(None)
                    return

    async def _wait(self, state: ContextState, deadline: float | None) -> None:
        """Wait until the reader has an event for this context, or hands over."""
        self._waiting[state] = future = self._loop.create_future()
        try:
            if deadline is None:
                await future
            else:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(deadline):
                        await future
        finally:
            del self._waiting[state]

    async def _read(self, state: ContextState, deadline: float | None) -> None:
        """Read frames for all tasks until there is an event for this context, or until interrupted."""
        task = asyncio.current_task()
        assert task is not None
        cancellations = task.cancelling()
        self._reader, self._deadline = task, deadline
        self._arm_timer()
        try:
            while not state.events and not state.ended:
                concerned = self.protocol.feed(await self._socket.recv())
                self._frames += 1
                if self._waiting:
                    self._wake(concerned)
                if self.protocol.has_pending_cancels:
                    await self._send_frames(self.protocol.pending_cancels())
        except asyncio.CancelledError:
            if not self._interrupted or task.uncancel() > cancellations:
                raise
        except (Closed, *SOCKET_ERRORS) as error:
            self._abort(error)
        finally:
            self._reader, self._interrupted = None, False
        if self._ping_due:
            self._ping_due = False
            try:
                await self._socket.ping()
            except Closed as error:
                self._abort(error)

    def _arm_timer(self) -> None:
        """Have the timer go off at the deadline of the reader or after KEEPALIVE_INTERVAL."""
        if self._timer is not None:
            if self._deadline is None or self._timer.when() <= self._deadline:
                return  # it goes off early enough, and arms itself again
            self._timer.cancel()
        due = self._loop.time() + websocket.KEEPALIVE_INTERVAL
        self._timer = self._loop.call_at(due if self._deadline is None else min(due, self._deadline), self._on_timer)

    def _on_timer(self) -> None:
        """Interrupt the reader if its time is up or the service should be pinged; else arm the timer again."""
        self._timer = None
        if self._reader is None:
            return  # the next reader arms it
        now = self._loop.time()
        frames, since = self._progress
        if frames != self._frames:
            self._progress = self._frames, now
        elif now - since >= websocket.KEEPALIVE_INTERVAL:
            self._progress, self._ping_due = (frames, now), True
        if self._ping_due or (self._deadline is not None and now >= self._deadline):
            self._interrupt()
        else:
            self._arm_timer()

    async def close(self) -> None:
        """Cancel the open contexts, wake their readers with an error, and close the socket."""
        frames = self.protocol.cancel_all(CLOSED_LOCALLY)
        self.connection_lost(CLOSED_LOCALLY)
        if not self._socket.is_owner:
            return  # after a fork: the socket is the parent's, which goes on using it
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT):
                with contextlib.suppress(Closed):
                    for frame in frames:
                        await self._socket.send(frame)
                await self._socket.close()
        except TimeoutError:
            self._socket.abort()
