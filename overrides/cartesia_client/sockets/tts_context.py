"""Contexts of the text-to-speech socket: text in piece by piece, audio out while it is made. Sync twin, then async twin.

What is known about the conversation is in protocol.py, reading and waking in sync_line.py and async_line.py.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any

from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent

from ..audio.incomplete import IncompleteAudioError
from .async_connection import AsyncConnection
from .context import CANCELLED, Context
from .sync_connection import SyncConnection


class TTSContext(Context):
    """A stretch of connected speech. Push text, end the input, and receive; audio that arrives is paid for.

    What was given when the context was made (model_id, voice, output_format and so on) stays the same within it.
    """

    def __init__(
        self,
        connect: Callable[[], SyncConnection],
        context_id: str | None,
        timeout: float | None,
        fields: Mapping[str, Any],
    ) -> None:
        super().__init__(context_id, timeout, fields)
        self._connect = connect
        self._connection: SyncConnection | None = None

    def send(self, transcript: str = "", *, continue_: bool = True, **fields: Any) -> None:
        """Sends a frame with these fields, beside those of the context.

        Args:
            transcript: Text to append.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs` does.
            **fields: Other fields of GenerationRequest, such as `flush`.

        Raises:
            InvalidRequestError: A field contradicts the context, or its input has been ended. Nothing was sent.
            IncompleteAudioError: The connection was lost.
        """
        self._send({**fields, "transcript": transcript, "continue": continue_})

    def _send(self, fields: Mapping[str, Any]) -> None:
        if self._connection is None or self._state is None:
            self._start(self._first(fields))
        else:
            self._connection.send(self._state, self._connection.protocol.request(self._state, fields))

    def _start(self, fields: Mapping[str, Any]) -> None:
        """Sends the first frame: on a fresh connection, if the one at hand turns out to be gone before it has left."""
        while True:
            connection = self._connect()
            with connection.lock:
                state = connection.protocol.open(self.context_id)
            if connection.send_first(connection.protocol.request(state, fields)):
                break
        self._connection = connection
        self._attach(connection.protocol, state)

    def push(self, transcript: str, **fields: Any) -> None:
        """Appends text, as it is; spaces between pieces are yours. Other arguments and errors as with `send`."""
        self.send(transcript, **fields)

    def flush(self) -> None:
        """Has everything spoken that is being held back; a `flush_done` event follows its audio."""
        self._send({"continue": True, "flush": True})

    def no_more_inputs(self) -> None:
        """Ends the input: the rest is spoken, and `done` follows. Once it has been ended, this does nothing."""
        if self._state is None or not self._state.input_ended:
            self._send({"continue": False})

    def cancel(self) -> None:
        """Ends the context here and, as far as it has not been spoken, there. Readers get an IncompleteAudioError."""
        if self._connection is not None and self._state is not None:
            with self._connection.lock:
                frame = self._connection.protocol.cancel(self._state, CANCELLED)
            self._connection.notify()
            self._connection.send_cancel(self._state, frame)

    def receive(self, *, timeout: float | None = None) -> Iterator[TTSWebsocketEvent]:
        """Events until the context is done.

        Args:
            timeout: Seconds to wait for each event, then IncompleteAudioError; the context goes on, and may be received from
                again. Default: that of the context.

        Raises:
            APIStatusError: The service reported a failure; the subclass tells which.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or too slow.
        """
        state, connection = self._started(), self._connection
        assert connection is not None
        timeout = self._timeout if timeout is None else timeout
        while True:
            event = connection.receive(state, timeout)
            if event is None:
                if state.ended:
                    return
                raise connection.protocol.incomplete(state, f"no event within {timeout} s")
            yield event

    def audio(self, *, timeout: float | None = None) -> Iterator[bytes]:
        """The audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`."""
        for event in self.receive(timeout=timeout):
            if isinstance(event, TTSSocketChunk):
                yield event.data

    def speak(self, text: str | Iterable[str], *, timeout: float | None = None) -> Iterator[bytes]:
        """Pushes a text, or pieces of it as they come, and gives the audio. What has arrived is given between pieces.

        Leaving early, or an error in the source of the pieces, cancels the context.
        """
        try:
            for piece in [text] if isinstance(text, str) else text:
                self.push(piece)
                connection, state = self._connection, self._started()
                assert connection is not None
                while (event := connection.receive(state, 0.0)) is not None:
                    if isinstance(event, TTSSocketChunk):
                        yield event.data
            self.no_more_inputs()
            yield from self.audio(timeout=timeout)
        finally:
            if not self._is_over:
                self.cancel()


class AsyncTTSContext(Context):
    """A stretch of connected speech. Push text, end the input, and receive; audio that arrives is paid for.

    What was given when the context was made (model_id, voice, output_format and so on) stays the same within it.
    """

    def __init__(
        self,
        connect: Callable[[], Awaitable[AsyncConnection]],
        context_id: str | None,
        timeout: float | None,
        fields: Mapping[str, Any],
    ) -> None:
        super().__init__(context_id, timeout, fields)
        self._connect = connect
        self._connection: AsyncConnection | None = None

    async def send(self, transcript: str = "", *, continue_: bool = True, **fields: Any) -> None:
        """Sends a frame with these fields, beside those of the context.

        Args:
            transcript: Text to append.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs` does.
            **fields: Other fields of GenerationRequest, such as `flush`.

        Raises:
            InvalidRequestError: A field contradicts the context, or its input has been ended. Nothing was sent.
            IncompleteAudioError: The connection was lost.
        """
        await self._send({**fields, "transcript": transcript, "continue": continue_})

    async def _send(self, fields: Mapping[str, Any]) -> None:
        if self._connection is None or self._state is None:
            await self._start(self._first(fields))
        else:
            await self._connection.send(self._state, self._connection.protocol.request(self._state, fields))

    async def _start(self, fields: Mapping[str, Any]) -> None:
        """Sends the first frame: on a fresh connection, if the one at hand turns out to be gone before it has left."""
        while True:
            connection = await self._connect()
            with connection.lock:
                state = connection.protocol.open(self.context_id)
            if await connection.send_first(connection.protocol.request(state, fields)):
                break
        self._connection = connection
        self._attach(connection.protocol, state)

    async def push(self, transcript: str, **fields: Any) -> None:
        """Appends text, as it is; spaces between pieces are yours. Other arguments and errors as with `send`."""
        await self.send(transcript, **fields)

    async def flush(self) -> None:
        """Has everything spoken that is being held back; a `flush_done` event follows its audio."""
        await self._send({"continue": True, "flush": True})

    async def no_more_inputs(self) -> None:
        """Ends the input: the rest is spoken, and `done` follows. Once it has been ended, this does nothing."""
        if self._state is None or not self._state.input_ended:
            await self._send({"continue": False})

    async def cancel(self) -> None:
        """Ends the context here and, as far as it has not been spoken, there. Readers get an IncompleteAudioError."""
        if self._connection is not None and self._state is not None:
            with self._connection.lock:
                frame = self._connection.protocol.cancel(self._state, CANCELLED)
            self._connection.notify()
            await self._connection.send_cancel(self._state, frame)

    async def receive(self, *, timeout: float | None = None) -> AsyncIterator[TTSWebsocketEvent]:
        """Events until the context is done. Cancelling the task that reads cancels the context.

        Args:
            timeout: Seconds to wait for each event, then IncompleteAudioError; the context goes on, and may be received from
                again. Default: that of the context.

        Raises:
            APIStatusError: The service reported a failure; the subclass tells which.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or too slow.
        """
        state, connection = self._started(), self._connection
        assert connection is not None
        timeout = self._timeout if timeout is None else timeout
        while True:
            try:
                event = await connection.receive(state, timeout)
            except asyncio.CancelledError:
                await self.cancel()
                raise
            if event is None:
                if state.ended:
                    return
                raise connection.protocol.incomplete(state, f"no event within {timeout} s")
            yield event

    async def audio(self, *, timeout: float | None = None) -> AsyncIterator[bytes]:
        """The audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`."""
        async for event in self.receive(timeout=timeout):
            if isinstance(event, TTSSocketChunk):
                yield event.data

    async def speak(
        self, text: str | Iterable[str] | AsyncIterable[str], *, timeout: float | None = None
    ) -> AsyncIterator[bytes]:
        """Pushes a text, or pieces of it as they come, and gives the audio meanwhile.

        Leaving early, or an error in the source of the pieces, cancels the context.
        """
        pieces = [text] if isinstance(text, str) else text
        started = asyncio.Event()

        async def push_all() -> None:
            try:
                if isinstance(pieces, AsyncIterable):
                    async for piece in pieces:
                        await self.push(piece)
                        started.set()
                else:
                    for piece in pieces:
                        await self.push(piece)
                        started.set()
                await self.no_more_inputs()
            except BaseException:
                await self.cancel()  # so that whoever waits for the audio does not wait for ever
                raise
            finally:
                started.set()

        pushing = asyncio.create_task(push_all())
        try:
            await started.wait()
            if self._state is not None:
                async for chunk in self.audio(timeout=timeout):
                    yield chunk
        except IncompleteAudioError:
            if pushing.done() and not pushing.cancelled() and (cause := pushing.exception()) is not None:
                raise cause from None
            raise
        finally:
            pushing.cancel()
            await asyncio.gather(pushing, return_exceptions=True)
            if not self._is_over:
                await self.cancel()
        if not pushing.cancelled() and (failure := pushing.exception()) is not None:
            raise failure
