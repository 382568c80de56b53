"""Contexts of the text-to-speech socket: text goes in piece by piece, and audio arrives meanwhile. Sync, then async."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any

from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent

from ..audio.incomplete import IncompleteAudioError
from .async_connection import AsyncConnection
from .context import CANCELLED, Context
from .pump import pump
from .sync_connection import SyncConnection


class TTSContext(Context):
    """One utterance stream: push text, end the input, and receive events or audio. All audio received is billed.

    The fields given when the context was made (model_id, voice, output_format and so on) stay the same within it.
    """

    def __init__(
        self,
        get_connection: Callable[[], SyncConnection],
        context_id: str | None,
        timeout: float | None,
        fields: Mapping[str, Any],
    ) -> None:
        super().__init__(context_id, timeout, fields)
        self._get_connection = get_connection
        self._connection: SyncConnection | None = None
        """The connection of the context; None before the first frame."""

    def send(self, transcript: str = "", *, continue_: bool = True, **fields: Any) -> None:
        """Send a frame with these fields in addition to those of the context.

        Args:
            transcript: Text to append.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs` does.
            **fields: Other fields of GenerationRequest, such as `flush`.

        Raises:
            InvalidRequestError: A field contradicts the context, or its input has ended. Nothing was sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost.
        """
        self._send({**fields, "transcript": transcript, "continue": continue_})

    def _send(self, fields: Mapping[str, Any]) -> None:
        if self._connection is None or self._state is None:
            self._send_first(self._first_fields(fields))
        else:
            frame = self._connection.protocol.generation_request(self._state, fields)
            self._connection.send(self._state, frame)

    def _send_first(self, fields: Mapping[str, Any]) -> None:
        """Send the first frame. If the connection turns out to be lost before the frame has left, open another one."""
        while True:
            connection = self._get_connection()
            with connection.lock:
                state = connection.protocol.open_context(self.context_id)
            if connection.send_first(connection.protocol.generation_request(state, fields)):
                break
        self._connection = connection
        self._attach(connection.protocol, state)

    def push(self, transcript: str, **fields: Any) -> None:
        """Append text as it is; add spaces between pieces yourself. Other arguments and errors as with `send`."""
        self.send(transcript, **fields)

    def flush(self) -> None:
        """Flush buffered text. A `flush_done` event follows its audio."""
        self._send({"continue": True, "flush": True})

    def no_more_inputs(self) -> None:
        """End the input. The rest of the audio and `done` follow. Do nothing if the input has ended already."""
        if self._state is None or not self._state.input_ended:
            self._send({"continue": False})

    def cancel(self) -> None:
        """Cancel the context locally and on the server; audio already generated is still billed.

        Readers get the events that have arrived, and then an IncompleteAudioError.
        """
        if self._connection is not None and self._state is not None:
            with self._connection.lock:
                frame = self._connection.protocol.cancel(self._state, CANCELLED)
            self._connection.notify()
            self._connection.send_cancel(self._state, frame)

    def receive(self, *, timeout: float | None = None) -> Iterator[TTSWebsocketEvent]:
        """Yield events until the context is done.

        Args:
            timeout: Seconds to wait for each event, then IncompleteAudioError. The context continues, and can be received
                from again. Default: that of the context.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or timed out.
        """
        state, connection = self._require_state(), self._connection
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
        """Yield the audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`."""
        for event in self.receive(timeout=timeout):
            if isinstance(event, TTSSocketChunk):
                yield event.data

    def speak(self, text: str | Iterable[str], *, timeout: float | None = None) -> Iterator[bytes]:
        """Push text, whole or piece by piece, end the input, and yield the audio as it arrives.

        Leaving the iteration early, or an error of the iterable, cancels the context.

        Args:
            text: The text, or an iterable that yields it. Audio that has arrived is yielded after each piece.
            timeout: Seconds to wait for each event after the last piece. Default: that of the context.

        Raises:
            InvalidRequestError: The input of the context has ended already.
            APIStatusError: The service reported an error; see the subclass.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or timed out.
        """
        try:
            for piece in [text] if isinstance(text, str) else text:
                self.push(piece)
                connection, state = self._connection, self._require_state()
                assert connection is not None
                while (event := connection.receive(state, 0.0)) is not None:
                    if isinstance(event, TTSSocketChunk):
                        yield event.data
            self.no_more_inputs()
            yield from self.audio(timeout=timeout)
        finally:
            if not self._has_ended:
                self.cancel()


class AsyncTTSContext(Context):
    """One utterance stream: push text, end the input, and receive events or audio. All audio received is billed.

    The fields given when the context was made (model_id, voice, output_format and so on) stay the same within it.
    """

    def __init__(
        self,
        get_connection: Callable[[], Awaitable[AsyncConnection]],
        context_id: str | None,
        timeout: float | None,
        fields: Mapping[str, Any],
    ) -> None:
        super().__init__(context_id, timeout, fields)
        self._get_connection = get_connection
        self._connection: AsyncConnection | None = None
        """The connection of the context; None before the first frame."""

    async def send(self, transcript: str = "", *, continue_: bool = True, **fields: Any) -> None:
        """Send a frame with these fields in addition to those of the context.

        Args:
            transcript: Text to append.
            continue_: Whether more text may follow. False ends the input, as `no_more_inputs` does.
            **fields: Other fields of GenerationRequest, such as `flush`.

        Raises:
            InvalidRequestError: A field contradicts the context, or its input has ended. Nothing was sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost.
        """
        await self._send({**fields, "transcript": transcript, "continue": continue_})

    async def _send(self, fields: Mapping[str, Any]) -> None:
        if self._connection is None or self._state is None:
            await self._send_first(self._first_fields(fields))
        else:
            frame = self._connection.protocol.generation_request(self._state, fields)
            await self._connection.send(self._state, frame)

    async def _send_first(self, fields: Mapping[str, Any]) -> None:
        """Send the first frame. If the connection turns out to be lost before the frame has left, open another one."""
        while True:
            connection = await self._get_connection()
            with connection.lock:
                state = connection.protocol.open_context(self.context_id)
            if await connection.send_first(connection.protocol.generation_request(state, fields)):
                break
        self._connection = connection
        self._attach(connection.protocol, state)

    async def push(self, transcript: str, **fields: Any) -> None:
        """Append text as it is; add spaces between pieces yourself. Other arguments and errors as with `send`."""
        await self.send(transcript, **fields)

    async def flush(self) -> None:
        """Flush buffered text. A `flush_done` event follows its audio."""
        await self._send({"continue": True, "flush": True})

    async def no_more_inputs(self) -> None:
        """End the input. The rest of the audio and `done` follow. Do nothing if the input has ended already."""
        if self._state is None or not self._state.input_ended:
            await self._send({"continue": False})

    async def cancel(self) -> None:
        """Cancel the context locally and on the server; audio already generated is still billed.

        Readers get the events that have arrived, and then an IncompleteAudioError.
        """
        if self._connection is not None and self._state is not None:
            with self._connection.lock:
                frame = self._connection.protocol.cancel(self._state, CANCELLED)
            self._connection.notify()
            await self._connection.send_cancel(self._state, frame)

    async def receive(self, *, timeout: float | None = None) -> AsyncIterator[TTSWebsocketEvent]:
        """Yield events until the context is done. Cancelling the task that receives cancels the context.

        Args:
            timeout: Seconds to wait for each event, then IncompleteAudioError. The context continues, and can be received
                from again. Default: that of the context.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or timed out.
        """
        state, connection = self._require_state(), self._connection
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
        """Yield the audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`."""
        async for event in self.receive(timeout=timeout):
            if isinstance(event, TTSSocketChunk):
                yield event.data

    async def speak(
        self, text: str | Iterable[str] | AsyncIterable[str], *, timeout: float | None = None
    ) -> AsyncIterator[bytes]:
        """Push text, whole or piece by piece, end the input, and yield the audio as it arrives.

        Leaving the iteration early, or an error of the iterable, cancels the context.

        Args:
            text: The text, or an iterable that yields it. Audio is yielded while further pieces are pushed.
            timeout: Seconds to wait for each event, from the first piece on. Default: that of the context.

        Raises:
            InvalidRequestError: The input of the context has ended already.
            APIStatusError: The service reported an error; see the subclass.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or timed out.
        """
        started = asyncio.Event()  # there is something to receive, or nothing follows

        async def push(piece: str) -> None:
            await self.push(piece)
            started.set()

        async def finish() -> None:
            await self.no_more_inputs()
            started.set()

        async def give_up() -> None:
            try:
                await self.cancel()
            finally:
                started.set()

        try:
            source = [text] if isinstance(text, str) else text
            async with pump(source, push, finish, give_up, IncompleteAudioError) as pumping:
                await started.wait()
                if self._state is not None:
                    async for chunk in self.audio(timeout=timeout):
                        yield chunk
            if pumping.failure is not None:
                raise pumping.failure
        finally:
            if not self._has_ended:
                await self.cancel()
