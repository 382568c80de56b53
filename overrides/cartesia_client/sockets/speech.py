"""Reading what arrives for a context, and speaking a whole text. Sync, then async."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Iterator
from functools import partial
from typing import Any

from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent
from cartesia_io.later import asyncio
from cartesia_io.rules import check_timeout
from cartesia_io.sockets.async_connection import AsyncConnection
from cartesia_io.sockets.pump import Pump
from cartesia_io.sockets.sync_connection import SyncConnection
from cartesia_io.sockets.waiting import arun, wait_for
from cartesia_io.steps import ThreadLock, finish, task_event, task_lock

from ..audio.incomplete import IncompleteAudioError
from .context import Context
from .context_state import ContextState
from .transcripts import pieces_of
from .tts_protocol import TTSProtocol

# How a text goes on after a pause
# --------------------------------
# A model that waits for a tool may pause for longer than the service keeps a context open, which then ends with `done`. The next
# piece begins a fresh context, and takes along what crossed the `done` on the wire (`ContextState.unspoken`). What has arrived is
# read before each piece: only then is it known whether the context goes on. No audio is lost, because the events of the context
# that ended are read to their end before those of the next one.
#
# How a reader leaves
# -------------------
# An iteration that is left early is closed by Python: at once in threads, by the event loop in tasks. `speak` and `audio` then
# cancel the context. `receive` cannot tell whether it will be called again; it cancels when the task that reads has ended by a
# cancellation or an error, also between two events, and the connection cancels a context that the program has dropped.


class Speech(Context[SyncConnection[TTSProtocol]]):
    """A context, for threads."""

    _new_lock, _new_event = ThreadLock, threading.Event

    def _take(self) -> None:
        self._place.take()

    def _sleep(self, seconds: float) -> None:
        self._policy.sleep(seconds)

    def _wait(self, timeout: float | None) -> None:
        wait_for(self._beginning.event, self._beginning.check_awaited, timeout)

    def _events(self, timeout: float | None, *, check: bool) -> Iterator[TTSWebsocketEvent]:
        """Yield events until the context is done. With `check`, raise an error if some of the text was not spoken."""
        check_timeout(timeout)
        finish(self._first_text(timeout))
        timeout = self._timeout if timeout is None else timeout
        while True:
            state, connection = self._require_state(), self._connected
            patience = connection.patience(state, timeout)
            while (event := connection.receive(state, patience)) is not None:
                yield event
            if state.refused is None:
                break
            finish(self._reopen(state))
        if check:
            self._check_spoken(state)

    def _arrived(self) -> Iterator[bytes]:
        """Yield the audio that has arrived, without waiting for more."""
        while self._state is not None:
            if not self._state.events:
                finish(self._catch_up())
            if not self._state.events:
                self._state.raise_failure()
                return
            yield from self._unread()

    def _unread(self) -> Iterator[bytes]:
        """Yield the audio that has been read from the connection, and not been handed out."""
        while self._state is not None and self._state.events:
            event = self._state.take()
            if isinstance(event, TTSSocketChunk) and event.data:
                yield event.data

    def _speak(self, text: Any, timeout: float | None, fields: dict[str, Any]) -> Iterator[bytes]:
        try:
            check_timeout(timeout)
            self._spoken_with = fields
            for piece in pieces_of(text, Iterable):
                yield from self._arrived()
                finish(self._say(piece))
                yield from self._arrived()
            finish(self._say("", last=True))
            goes_on = self._state is not None
            while goes_on:
                finish(self._end_input())
                for event in self._events(timeout, check=False):
                    if isinstance(event, TTSSocketChunk) and event.data:
                        yield event.data
                goes_on = finish(self._say_rest(self._require_state()))
        except Exception:
            self._leave()  # first, because the reader may take its time
            yield from self._unread()
            raise
        finally:
            self._leave()
            self._spoken_with = {}


class AsyncSpeech(Context[AsyncConnection[TTSProtocol]]):
    """A context, for tasks."""

    _new_lock, _new_event = staticmethod(task_lock), staticmethod(task_event)

    def _take(self) -> Awaitable[None]:
        return self._place.atake()

    def _sleep(self, seconds: float) -> Awaitable[None]:
        return self._policy.asleep(seconds)

    def _wait(self, timeout: float | None) -> Awaitable[bool]:
        return arun(self._beginning.event.wait, self._beginning.check_awaited, timeout)

    async def _run(self, steps: Awaitable[None]) -> None:
        """Run steps. Cancel the context if the task is cancelled: text may have been sent, and is not read."""
        try:
            await steps
        except asyncio.CancelledError:
            self._leave()
            self._beginning.cancelled = self._state is None
            raise

    async def _events(self, timeout: float | None, *, check: bool) -> AsyncIterator[TTSWebsocketEvent]:
        """Yield events until the context is done. With `check`, raise an error if some of the text was not spoken."""
        check_timeout(timeout)
        await self._run(self._first_text(timeout))
        timeout = self._timeout if timeout is None else timeout
        while True:
            state, connection = self._require_state(), self._connected
            task, left = asyncio.current_task(), partial(_reader_ended, connection, state)
            assert task is not None
            patience = connection.patience(state, timeout)
            task.add_done_callback(left)
            try:
                while (event := await connection.receive(state, patience)) is not None:
                    yield event
            except asyncio.CancelledError:
                connection.leave(state)
                raise
            finally:
                task.remove_done_callback(left)
            if state.refused is None:
                break
            await self._reopen(state)
        if check:
            self._check_spoken(state)

    async def _speak(self, text: Any, timeout: float | None, fields: dict[str, Any]) -> AsyncIterator[bytes]:
        conversation = _Conversation(self)
        push, give_up = conversation.push, conversation.give_up
        state: ContextState | None = None
        try:
            check_timeout(timeout)
            self._spoken_with = fields
            pieces = pieces_of(text, Iterable, AsyncIterable)
            async with Pump(pieces, push, partial(push, "", True), give_up, IncompleteAudioError) as pumping:
                while (state := await conversation.next_state(state)) is not None:
                    async for event in self._events(timeout, check=False):
                        if isinstance(event, TTSSocketChunk) and event.data:
                            yield event.data
                    await conversation.speak_rest(state)
            if pumping.failure is not None:
                raise pumping.failure
        finally:
            self._leave()
            self._spoken_with = {}


class _Conversation:
    """One call of `speak`: a task pushes, and another one reads."""

    def __init__(self, context: AsyncSpeech) -> None:
        self._context = context
        self._turn = asyncio.Lock()
        """Keeps both tasks from opening a fresh context at once."""
        self._progress = asyncio.Event()
        """Wakes the reader when there is a context to read, or no other one follows."""
        self._over = False
        """Whether no more text follows."""

    async def push(self, piece: Any, last: bool = False) -> None:
        """Push a piece, in a fresh context if the last one has expired."""
        context = self._context
        async with self._turn:
            await context._catch_up()
            await context._say(piece, last=last)
            self._over = last
            if last and context._state is not None:
                await context._end_input()
        self._progress.set()

    async def give_up(self) -> None:
        """Cancel the context, because no more text can be pushed."""
        self._over = True
        self._context._leave()
        self._progress.set()

    async def next_state(self, last: ContextState | None) -> ContextState | None:
        """Wait for the first context, or for one after the last. Return None if no other one follows."""
        while self._context._state in (last, None) and not self._over:
            self._progress.clear()
            await self._progress.wait()
        return None if self._context._state is last else self._context._state

    async def speak_rest(self, state: ContextState) -> None:
        """Send what crossed the `done` of a context in a fresh one, unless that has been done."""
        context = self._context
        async with self._turn:
            if await context._say_rest(state) and self._over:
                await context._end_input()


def _reader_ended(connection: AsyncConnection[TTSProtocol], state: ContextState, task: asyncio.Task[Any]) -> None:
    """Cancel a context whose reading task was cancelled, or failed, between two events."""
    # `task.exception()` would count as looking at the error, and keep asyncio from reporting one that is never looked at.
    if not state.ended and (task.cancelled() or getattr(task, "_exception", None) is not None):
        connection.leave(state)
