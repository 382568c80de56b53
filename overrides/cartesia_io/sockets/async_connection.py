"""A connection that several tasks share. Its twin for threads is in sync_connection.py."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable
from typing import Any

from ..later import asyncio
from .closed import Closed
from .connection import Connection, Conversation, P
from .patience import Patience
from .websocket import SOCKET_ERRORS, AsyncSocket

AT_ONCE = 64
"""Frames that a task which does nothing but send may send before it lets other tasks run."""


class AsyncConnection(Connection[P]):
    """A connection that several tasks share. The tasks that wait for events take turns in reading for all of them."""

    # Who reads, and who is woken
    # ---------------------------
    # There is no background task. One of the tasks that wait for an event is the reader (`_reader`); each of the others waits
    # for a future (`_waiting`). The reader feeds each frame to the protocol, and wakes the tasks whose conversations it
    # concerns. Once there is an event for its own, it stops reading and hands over: one of the others is woken, finds no
    # reader, and becomes it. While no task waits, nothing is read, and a slow program slows the service down through TCP.
    #
    # Why `Task.cancel` interrupts the reader
    # ---------------------------------------
    # The reader is suspended in `recv` of the library. It has to come out of it when its conversation ends, or its time is up.
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

    def __init__(self, socket: AsyncSocket, protocol: P, response_timeout: float | None) -> None:
        super().__init__(protocol, response_timeout)
        self._socket = socket
        self.lock = self._sending = contextlib.nullcontext()
        self._loop = asyncio.get_running_loop()
        self._reader: asyncio.Task[Any] | None = None
        """The task that is reading."""
        self._interrupted = False
        """Whether `_interrupt` has cancelled the task of the reader."""
        self._deadline: float | None = None
        """Until when the reader waits, on the clock of the loop."""
        self._waiting: dict[Conversation, tuple[asyncio.Future[None], float | None]] = {}
        """What wakes the tasks that wait for events and do not read, and until when they wait."""
        self._tasks: set[asyncio.Task[None]] = set()
        """What sends cancel frames. The event loop alone would not keep them."""
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = math.inf
        """When it goes off, so that the event loop need not be asked for each event."""

    async def catch_up(self, conversation: Conversation) -> None:
        """Read what has arrived, without waiting for more, so that the end of a conversation is known before more is sent."""
        # Without a reader, what the event loop has received is read. With one, it has its turn: a source of text may have blocked
        # the event loop. What has arrived in the system is received in the next cycle of the loop, and read in the one after it.
        if not self._socket.has_arrived:
            if self._socket.sent % AT_ONCE == 0:
                await asyncio.sleep(0)
            return
        idle = 0
        while idle < 2 and not (conversation.ended or conversation.is_behind):
            frames = self._socket.received
            for _ in range(2):
                await asyncio.sleep(0)
            if self._reader is None:
                if not self._socket.has_unread:
                    return
                await self.read_on(0.0)
            idle = 0 if self._socket.received > frames else idle + 1

    async def send(self, *frames: str) -> bool:
        """Send frames. Return False if the connection is lost, after what had arrived has been read."""
        self._socket.check_owner()
        return await self._send_frames(*frames)  # the library keeps the frames of two tasks in order

    async def _send_within(self, frame: str, seconds: float) -> bool:
        """Send a frame. Return False if that would have to wait for too long."""
        try:
            async with asyncio.timeout(seconds):
                await self._send_frames(frame)
        except TimeoutError:
            return False
        return True

    def _send_soon(self) -> None:
        self._loop.call_soon_threadsafe(self._start_sending)

    def _start_sending(self) -> None:
        task = self._loop.create_task(self._send_pending())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def connection_lost(self, why: str) -> None:
        """Fail every open conversation, and wake all readers."""
        super().connection_lost(why)
        if self._timer is not None:
            self._timer.cancel()
            self._timer, self._timer_at = None, math.inf

    def notify(self) -> None:
        """Wake all readers, because a conversation has ended."""
        if not self._loop.is_closed():  # there are none in a loop that is
            self._wake(list(self._waiting))
            self._interrupt()

    def _wake(self, conversations: Iterable[Conversation]) -> None:
        """Wake the tasks that wait for these conversations."""
        for conversation in conversations:
            waiting = self._waiting.get(conversation)
            if waiting is not None and not waiting[0].done():
                waiting[0].set_result(None)

    def _interrupt(self) -> None:
        """Have the reader come out of `recv`, and look what has changed."""
        if self._reader is not None and not self._interrupted and asyncio.current_task() is not self._reader:
            self._interrupted = True
            self._reader.cancel()

    async def receive(self, conversation: Conversation, patience: Patience) -> Any:
        """Return the next event of a conversation, or None if it is done, or none has arrived and the timeout is 0.

        Raises:
            Exception: None arrived in time; without a timeout: a response was due and did not arrive. Or the conversation has
                failed, and its last event has been read.
        """
        if conversation.events:
            return conversation.take()
        self._socket.check_owner()
        deadline = patience.start()
        try:
            while not conversation.events and not conversation.ended:
                if self._reader is None:
                    await self._read(conversation, deadline)
                    self.protocol.end_if_lost(conversation)
                else:
                    await self._wait(conversation, deadline)
                if not conversation.events and not conversation.ended:
                    if patience.is_over():
                        break
                    deadline = patience.deadline
            return conversation.take()
        finally:
            if self._waiting:
                self._hand_over()

    def _hand_over(self) -> None:
        """Wake the first of the tasks that wait, so that it becomes the reader, if there is none."""
        # One that has been woken already is about to run, and hands over itself: looking for another one would take a look at
        # all that wait, for each frame.
        if self._reader is None:
            future, _ = next(iter(self._waiting.values()))
            if not future.done():
                future.set_result(None)

    async def _wait(self, conversation: Conversation, deadline: float | None) -> None:
        """Wait until the reader has an event for this conversation, or hands over."""
        if (
            first := self._waiting.get(conversation)
        ) is not None:  # of two tasks that read the same, one is woken for both
            await asyncio.wait([first[0]], timeout=deadline and max(0.0, deadline - self._loop.time()))
            return
        future = self._loop.create_future()
        self._waiting[conversation] = future, deadline
        if deadline is not None and deadline < self._timer_at:
            self._arm_timer(deadline)
        try:
            await future
        finally:
            del self._waiting[conversation]

    async def _read(self, conversation: Conversation, deadline: float | None) -> None:
        """Read frames for all tasks until there is an event for this conversation, or until interrupted."""
        task = asyncio.current_task(self._loop)
        assert task is not None
        cancellations = task.cancelling()
        self._reader, self._deadline = task, deadline
        if deadline is not None and deadline < self._timer_at:
            self._arm_timer(deadline)
        try:
            while not conversation.events and not conversation.ended:
                if (frame := self._socket.take()) is None:
                    frame = await self._socket.recv()
                concerned = self.protocol.feed(frame)
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

    def _arm_timer(self, deadline: float) -> None:
        """Have the timer go off at a deadline, which is before it would. It arms itself again for later ones."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._timer_at = self._loop.call_at(deadline, self._on_timer), deadline

    def _on_timer(self) -> None:
        """Have the tasks whose time is up look what has changed, and arm the timer again for the others."""
        self._timer, self._timer_at, now = None, math.inf, self._loop.time()
        deadlines = {each: until for each, (_, until) in self._waiting.items() if until is not None}
        self._wake([each for each, until in deadlines.items() if until <= now])
        later = [until for until in deadlines.values() if until > now]
        if self._reader is not None and self._deadline is not None:
            if self._deadline <= now:
                self._interrupt()
            else:
                later.append(self._deadline)
        if later:
            self._arm_timer(min(later))
