"""Sending the text of a context, and reading what arrives for it. Sync, then async."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from functools import partial
from typing import Any

from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent
from cartesia_io.sockets.pump import Pump

from ..audio.incomplete import IncompleteAudioError
from .async_connection import AsyncConnection
from .context import Context
from .context_state import ContextState
from .sync_connection import SyncConnection
from .transcripts import check_timeout, pieces_of

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


class Speech(Context[SyncConnection]):
    """A context, for threads."""

    _new_lock = threading.Lock

    def _send(self, fields: Mapping[str, Any]) -> None:
        while self._state is not None and self._state.refused is not None:
            self._reopen(self._state)
        if self._state is None:
            self._send_first(self._first_fields(fields))
            return
        state, connection = self._state, self._connected
        if not connection.send(connection.protocol.generation_request(state, fields)):
            state.raise_failure()

    def _send_first(self, fields: Mapping[str, Any]) -> None:
        """Send the first frame. If the connection turns out to be lost before the frame has left, open another one."""
        with self._releasing():
            self._place.take()
            while True:
                connection: SyncConnection = self._get_connection()
                state = self._attach(connection)
                try:
                    sent = connection.send(connection.protocol.generation_request(state, fields))
                except Exception:
                    self._detach()  # an observer has rejected the frame
                    raise
                if sent:
                    return
                self._detach()

    def _reopen(self, state: ContextState) -> None:
        """Send a refused context again, in a fresh one, unless that has been done."""
        with self._reopening:
            if self._state is state:
                with self._releasing():
                    self._policy.sleep(self._until_next_attempt(state))
                self._send_first(self._fresh(state))

    def _push(self, transcript: Any, more: bool, fields: Mapping[str, Any]) -> None:
        text, held = self._whole(transcript, more)
        if text or not held:  # else there is nothing to send yet
            self._send({**fields, "transcript": text, "continue": more})
        self._held = held

    def _catch_up(self) -> None:
        if self._state is not None:
            self._connected.catch_up(self._state)

    def _settle(self) -> None:
        if self._state is not None:
            self._connected.settle(self._state)

    def _events(self, timeout: float | None, *, check: bool) -> Iterator[TTSWebsocketEvent]:
        """Yield events until the context is done. With `check`, raise an error if some of the text was not spoken."""
        timeout = self._timeout if check_timeout(timeout) is None else timeout
        while True:
            state, connection = self._require_state(), self._connected
            patience = connection.patience(state, timeout)
            while (event := connection.receive(state, patience)) is not None:
                yield event
            if state.refused is None:
                break
            self._reopen(state)
        if check:
            self._check_spoken(state)

    def _arrived(self) -> Iterator[bytes]:
        """Yield the audio that has arrived, without waiting for more."""
        while self._state is not None:
            if not self._state.events:
                self._catch_up()
            if (event := self._state.take()) is None:
                return
            if isinstance(event, TTSSocketChunk) and event.data:
                yield event.data

    def _speak(self, text: Any, timeout: float | None) -> Iterator[bytes]:
        try:
            check_timeout(timeout)
            for piece in pieces_of(text):
                yield from self._arrived()
                self._settle()
                if sent := self._next_text(piece):
                    self._push(sent, True, {})
                yield from self._arrived()
            self._settle()
            if sent := self._next_text("", last=True):
                self._push(sent, True, {})
            while self._state is not None:
                self._end_input()
                for event in self._events(timeout, check=False):
                    if isinstance(event, TTSSocketChunk) and event.data:
                        yield event.data
                self._settle()
                state = self._require_state()
                if not state.unspoken:
                    return
                self._renew(state)
                self._push(state.unspoken, True, {})
        finally:
            self._leave()

    def _end_input(self) -> None:
        self._catch_up()
        if self._state is None or not (self._state.input_ended or self._state.expired):
            self._push("", False, {})


class AsyncSpeech(Context[AsyncConnection]):
    """A context, for tasks."""

    _new_lock = asyncio.Lock

    async def _send(self, fields: Mapping[str, Any]) -> None:
        while self._state is not None and self._state.refused is not None:
            await self._reopen(self._state)
        if self._state is None:
            await self._send_first(self._first_fields(fields))
            return
        state, connection = self._state, self._connected
        if not await connection.send(connection.protocol.generation_request(state, fields)):
            state.raise_failure()

    async def _send_first(self, fields: Mapping[str, Any]) -> None:
        """Send the first frame. If the connection turns out to be lost before the frame has left, open another one."""
        with self._releasing():
            await self._place.atake()
            while True:
                connection: AsyncConnection = await self._get_connection()
                state = self._attach(connection)
                try:
                    sent = await connection.send(connection.protocol.generation_request(state, fields))
                except Exception:
                    self._detach()  # an observer has rejected the frame
                    raise
                if sent:
                    return
                self._detach()

    async def _reopen(self, state: ContextState) -> None:
        """Send a refused context again, in a fresh one, unless that has been done."""
        async with self._reopening:
            if self._state is state:
                with self._releasing():
                    await self._policy.asleep(self._until_next_attempt(state))
                await self._send_first(self._fresh(state))

    async def _push(self, transcript: Any, more: bool, fields: Mapping[str, Any]) -> None:
        text, held = self._whole(transcript, more)
        if text or not held:  # else there is nothing to send yet
            await self._send({**fields, "transcript": text, "continue": more})
        self._held = held

    async def _catch_up(self) -> None:
        if self._state is not None:
            await self._connected.catch_up(self._state)

    @contextlib.contextmanager
    def _cancelling(self) -> Iterator[None]:
        """Cancel the context if the task is cancelled in the block: text may have been sent, and is not read."""
        try:
            yield
        except asyncio.CancelledError:
            self._leave()
            raise

    async def _events(self, timeout: float | None, *, check: bool) -> AsyncIterator[TTSWebsocketEvent]:
        """Yield events until the context is done. With `check`, raise an error if some of the text was not spoken."""
        timeout = self._timeout if check_timeout(timeout) is None else timeout
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

    async def _speak(self, text: Any, timeout: float | None) -> AsyncIterator[bytes]:
        conversation = _Conversation(self)
        push, give_up = conversation.push, conversation.give_up
        state: ContextState | None = None
        try:
            check_timeout(timeout)
            async with Pump(pieces_of(text), push, partial(push, "", True), give_up, IncompleteAudioError) as pumping:
                while (state := await conversation.next_state(state)) is not None:
                    async for event in self._events(timeout, check=False):
                        if isinstance(event, TTSSocketChunk) and event.data:
                            yield event.data
                    await conversation.speak_rest(state)
            if pumping.failure is not None:
                raise pumping.failure
        finally:
            self._leave()

    async def _end_input(self) -> None:
        await self._catch_up()
        if self._state is None or not (self._state.input_ended or self._state.expired):
            await self._push("", False, {})


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
            if sent := context._next_text(piece, last=last):
                await context._push(sent, True, {})
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
            await context._connected.settle(state)
            if context._state is state and state.unspoken:
                context._renew(state)
                await context._push(state.unspoken, True, {})
                if self._over:
                    await context._end_input()


def _reader_ended(connection: AsyncConnection, state: ContextState, task: asyncio.Task[Any]) -> None:
    """Cancel a context whose reading task was cancelled, or failed, between two events."""
    # `task.exception()` would count as looking at the error, and keep asyncio from reporting one that is never looked at.
    if not state.ended and (task.cancelled() or getattr(task, "_exception", None) is not None):
        connection.leave(state)
