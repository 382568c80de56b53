"""A text-to-speech connection that several tasks share. Its twin for threads is in sync_connection.py."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any

from cartesia_api.events import TTSWebsocketEvent
from cartesia_io.sockets.closed import Closed
from cartesia_io.sockets.patience import Patience
from cartesia_io.sockets.websocket import CLOSE_TIMEOUT, SOCKET_ERRORS, AsyncSocket

from .connection import Connection
from .context_state import ContextState


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
    # The reader is suspended in `recv` of the library. It has to come out of it when its context ends and when its time is up.
    # Waiting for `recv` and for a future together would cost a task for each frame, and a timeout a timer for each frame. So
    # `_interrupt` cancels the task of the reader, as `asyncio.timeout` does, and `_read` undoes that with `uncancel`; cancelling
    # `recv` loses no frame. If the count of cancellations is then still above what it was at the beginning, the program has
    # cancelled the task too, and the CancelledError goes on.
    #
    # One timer serves all deadlines
    # ------------------------------
    # Arming a timer for each event would cost more than the event. `_timer` is armed again only when it has gone off before the
    # deadlines of the tasks that wait, or comes too late for one.

    _socket: AsyncSocket

    def __init__(self, socket: AsyncSocket, response_timeout: float | None) -> None:
        super().__init__(response_timeout, asyncio.get_running_loop().time)
        self._socket = socket
        self.lock = self._sending = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._reader: asyncio.Task[Any] | None = None
        """The task that is reading."""
        self._interrupted = False
        """Whether `_interrupt` has cancelled the task of the reader."""
        self._deadline: float | None = None
        """Until when the reader waits, on the clock of the loop."""
        self._waiting: dict[ContextState, asyncio.Future[None]] = {}
        """What wakes the tasks that wait for events and do not read."""
        self._deadlines: dict[ContextState, float] = {}
        """Until when these wait, if not for ever."""
        self._tasks: set[asyncio.Task[None]] = set()
        """What sends cancel frames. The event loop alone would not keep them."""
        self._timer: asyncio.TimerHandle | None = None

    async def catch_up(self, state: ContextState) -> None:
        """Read what has arrived, without waiting for more, so that the end of a context is known before text is sent to it."""
        # Without a reader, what the event loop has received is read. With one, it has its turn: a source of text may have blocked
        # the event loop. What has arrived in the system is received in the next cycle of the loop, and read in the one after it.
        idle = 0
        while idle < 2 and self._may_catch_up(state):
            frames = self._socket.received
            for _ in range(2):
                await asyncio.sleep(0)
            if self._reader is None:
                await self._read_on(0.0)
            idle = 0 if self._socket.received > frames else idle + 1

    async def send_cancel(self, state: ContextState, frame: str | None) -> None:
        """Send a cancel frame, if there is one. If that would take longer than CLOSE_TIMEOUT, leave it to the next frame."""
        if frame is None:
            return
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await self._send_frames(frame)
        except TimeoutError:
            self.protocol.queue_cancel(state.id)

    def _send_soon(self) -> None:
        self._loop.call_soon_threadsafe(self._start_sending)

    def _start_sending(self) -> None:
        task = self._loop.create_task(self._send_pending())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def connection_lost(self, why: str) -> None:
        """Fail every open context, and wake all readers."""
        super().connection_lost(why)
        if self._timer is not None:
            self._timer.cancel()

    def notify(self) -> None:
        """Wake all readers, because a context has ended."""
        if not self._loop.is_closed():  # there are none in a loop that is
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

    async def receive(self, state: ContextState, patience: Patience) -> TTSWebsocketEvent | None:
        """Return the next event of a context, or None if it is done, or none has arrived and the timeout is 0.

        Raises:
            APITimeoutError: None arrived in time; without a timeout: a response was due and did not arrive.
            CartesiaError: The failure of the context, after its last event.
        """
        if state.events:
            return state.take()
        self._socket.check_owner()
        patience.begin()
        try:
            while not state.events and not state.ended:
                if self._reader is None:
                    await self._read(state, patience.deadline)
                    self._end_if_lost(state)
                else:
                    await self._wait(state, patience.deadline)
                if not state.events and not state.ended and patience.is_over():
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
        if deadline is not None:
            self._deadlines[state] = deadline
            self._arm_timer(deadline)
        try:
            await future
        finally:
            del self._waiting[state]
            self._deadlines.pop(state, None)

    async def _read(self, state: ContextState, deadline: float | None) -> None:
        """Read frames for all tasks until there is an event for this context, or until interrupted."""
        task = asyncio.current_task()
        assert task is not None
        cancellations = task.cancelling()
        self._reader, self._deadline = task, deadline
        self._arm_timer(deadline)
        try:
            while not state.events and not state.ended:
                concerned = self.protocol.feed(await self._socket.recv())
                self._socket.received += 1
                if self._waiting:
                    self._wake(concerned)
                if self.protocol.has_pending_cancels:
                    await self._send_frames()
        except asyncio.CancelledError:
            if not self._interrupted or task.uncancel() > cancellations:
                raise
        except (Closed, *SOCKET_ERRORS) as error:
            self._lose(str(error if isinstance(error, Closed) else self._socket.failure(error)))
        finally:
            self._reader, self._interrupted = None, False

    def _arm_timer(self, deadline: float | None) -> None:
        """Have the timer go off at a deadline, or before."""
        if deadline is None:
            return
        if self._timer is not None:
            if self._timer.when() <= deadline:
                return  # it goes off early enough, and arms itself again
            self._timer.cancel()
        self._timer = self._loop.call_at(deadline, self._on_timer)

    def _on_timer(self) -> None:
        """Have the tasks whose time is up look what has changed, and arm the timer again for the others."""
        self._timer, now = None, self._loop.time()
        self._wake([state for state, deadline in self._deadlines.items() if deadline <= now])
        later = [deadline for deadline in self._deadlines.values() if deadline > now]
        if self._reader is not None and self._deadline is not None:
            if self._deadline <= now:
                self._interrupt()
            else:
                later.append(self._deadline)
        self._arm_timer(min(later, default=None))
