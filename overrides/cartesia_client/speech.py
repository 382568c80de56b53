"""The text-to-speech socket: many contexts over one connection, text in piece by piece, audio out while it is made.

What is known about the conversation is in mux.py, reading and waking in lines.py; the twins here are what people hold.
"""

from __future__ import annotations

import asyncio
import threading
import uuid
import weakref
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from cartesia_api import contract
from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent
from cartesia_api.resources._base import to_json

from .errors import IncompleteAudioError, InvalidRequestError
from .lines import AsyncLine, SyncLine
from .mux import Inbox, Mux
from .sockets import adial, dial

if TYPE_CHECKING:
    from .client import AsyncCartesia, Cartesia


class _Context:
    """What both contexts share."""

    def __init__(self, context_id: str | None, fields: Mapping[str, Any]) -> None:
        self.context_id = context_id or str(uuid.uuid4())
        """Id of the context, unique on its connection."""
        self._fields = dict(fields)
        self._inbox: Inbox | None = None

    def _adopt(self, mux: Mux) -> Inbox:
        """The inbox on a line, made when the first text is sent."""
        inbox = mux.open(self.context_id)
        self._inbox = inbox
        weakref.finalize(self, _drop, mux, inbox)
        return inbox

    def _check(self, fields: Mapping[str, Any]) -> None:
        """Refuses the first frame of a context before a connection is opened for it."""
        Mux().request(Inbox(self.context_id), {**self._fields, **fields})
        for name, value in fields.items():
            if name in self._fields and to_json(self._fields[name]) != to_json(value):
                raise InvalidRequestError(f"{name} must stay the same within a context: it is {self._fields[name]!r}")

    def _started(self) -> Inbox:
        if self._inbox is None:
            raise InvalidRequestError(f"the context {self.context_id!r} has not been sent anything; push text first")
        return self._inbox


def _drop(mux: Mux, inbox: Inbox) -> None:
    if inbox.opened and not inbox.ended:
        mux.abandon(inbox.id)


class TTSContext(_Context):
    """A stretch of connected speech. Push text, end the input, and receive; audio that arrives is paid for.

    What was given when the context was made (model_id, voice, output_format and so on) stays the same within it.
    """

    def __init__(self, socket: TTSWebsocket, context_id: str | None, fields: Mapping[str, Any]) -> None:
        super().__init__(context_id, fields)
        self._socket = socket
        self._line: SyncLine | None = None

    def send(self, transcript: str = "", **fields: Any) -> None:
        """Sends a frame with these fields (`continue_` for continue), beside those of the context.

        Raises:
            InvalidRequestError: A field contradicts the context, or its input has been ended. Nothing was sent.
            IncompleteAudioError: The connection was lost.
        """
        self._send({**fields, "transcript": transcript})

    def _send(self, fields: Mapping[str, Any]) -> None:
        if self._line is None or self._inbox is None:
            self._check(fields)
            self._line = self._socket._connected()
            with self._line.guard:
                self._adopt(self._line.mux)
        inbox = self._started()
        self._line.send(inbox, self._line.mux.request(inbox, fields if inbox.opened else {**self._fields, **fields}))

    def push(self, transcript: str, **fields: Any) -> None:
        """Appends text, as it is; spaces between pieces are yours."""
        self._send({**fields, "transcript": transcript, "continue": True})

    def flush(self) -> None:
        """Has everything spoken that is being held back; a `flush_done` event follows its audio."""
        self._send({"continue": True, "flush": True})

    def no_more_inputs(self) -> None:
        """Ends the input: the rest is spoken, and `done` follows."""
        self._send({"continue": False})

    def cancel(self) -> None:
        """Ends the context here and, as far as it has not been spoken, there. Readers get an IncompleteAudioError."""
        if self._line is not None and self._inbox is not None:
            with self._line.guard:
                frame = self._line.mux.cancel(self._inbox, "the context was cancelled")
            self._line.wake()
            self._line.send(None, frame)

    def receive(self, *, timeout: float | None = None) -> Iterator[TTSWebsocketEvent]:
        """Events until the context is done.

        Args:
            timeout: Seconds to wait for each event, then IncompleteAudioError. Default: for ever.

        Raises:
            APIStatusError: The service reported a failure; the subclass tells which.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or too slow.
        """
        inbox, line = self._started(), self._line
        assert line is not None
        while True:
            event = line.receive(inbox, timeout)
            if event is None:
                if inbox.ended:
                    return
                raise line.mux.incomplete(inbox, f"no event within {timeout} s")
            yield event

    def audio(self, *, timeout: float | None = None) -> Iterator[bytes]:
        """The audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`."""
        for event in self.receive(timeout=timeout):
            if isinstance(event, TTSSocketChunk):
                yield event.data

    def speak(self, text: str | Iterable[str], *, timeout: float | None = None) -> Iterator[bytes]:
        """Pushes a text, or pieces of it as they come, and gives the audio. What has arrived is given between pieces."""
        for piece in [text] if isinstance(text, str) else text:
            self.push(piece)
            line, inbox = self._line, self._started()
            assert line is not None
            while (event := line.receive(inbox, 0.0)) is not None:
                if isinstance(event, TTSSocketChunk):
                    yield event.data
        self.no_more_inputs()
        yield from self.audio(timeout=timeout)


class AsyncTTSContext(_Context):
    """A stretch of connected speech. Push text, end the input, and receive; audio that arrives is paid for.

    What was given when the context was made (model_id, voice, output_format and so on) stays the same within it.
    """

    def __init__(self, socket: AsyncTTSWebsocket, context_id: str | None, fields: Mapping[str, Any]) -> None:
        super().__init__(context_id, fields)
        self._socket = socket
        self._line: AsyncLine | None = None

    async def send(self, transcript: str = "", **fields: Any) -> None:
        """Sends a frame with these fields (`continue_` for continue), beside those of the context.

        Raises:
            InvalidRequestError: A field contradicts the context, or its input has been ended. Nothing was sent.
            IncompleteAudioError: The connection was lost.
        """
        await self._send({**fields, "transcript": transcript})

    async def _send(self, fields: Mapping[str, Any]) -> None:
        if self._line is None or self._inbox is None:
            self._check(fields)
            self._line = await self._socket._connected()
            with self._line.guard:
                self._adopt(self._line.mux)
        inbox = self._started()
        fields = fields if inbox.opened else {**self._fields, **fields}
        await self._line.send(inbox, self._line.mux.request(inbox, fields))

    async def push(self, transcript: str, **fields: Any) -> None:
        """Appends text, as it is; spaces between pieces are yours."""
        await self._send({**fields, "transcript": transcript, "continue": True})

    async def flush(self) -> None:
        """Has everything spoken that is being held back; a `flush_done` event follows its audio."""
        await self._send({"continue": True, "flush": True})

    async def no_more_inputs(self) -> None:
        """Ends the input: the rest is spoken, and `done` follows."""
        await self._send({"continue": False})

    async def cancel(self) -> None:
        """Ends the context here and, as far as it has not been spoken, there. Readers get an IncompleteAudioError."""
        if self._line is not None and self._inbox is not None:
            frame = self._line.mux.cancel(self._inbox, "the context was cancelled")
            self._line.wake()
            await self._line.send(None, frame)

    async def receive(self, *, timeout: float | None = None) -> AsyncIterator[TTSWebsocketEvent]:
        """Events until the context is done. Cancelling the task that reads cancels the context.

        Args:
            timeout: Seconds to wait for each event, then IncompleteAudioError. Default: for ever.

        Raises:
            APIStatusError: The service reported a failure; the subclass tells which.
            IncompleteAudioError: The context ended before it was done: connection lost, cancelled, or too slow.
        """
        inbox, line = self._started(), self._line
        assert line is not None
        while True:
            try:
                event = await line.receive(inbox, timeout)
            except asyncio.CancelledError:
                await self.cancel()
                raise
            if event is None:
                if inbox.ended:
                    return
                raise line.mux.incomplete(inbox, f"no event within {timeout} s")
            yield event

    async def audio(self, *, timeout: float | None = None) -> AsyncIterator[bytes]:
        """The audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`."""
        async for event in self.receive(timeout=timeout):
            if isinstance(event, TTSSocketChunk):
                yield event.data

    async def speak(
        self, text: str | Iterable[str] | AsyncIterable[str], *, timeout: float | None = None
    ) -> AsyncIterator[bytes]:
        """Pushes a text, or pieces of it as they come, and gives the audio meanwhile."""
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
            if self._inbox is not None:
                async for chunk in self.audio(timeout=timeout):
                    yield chunk
        except IncompleteAudioError:
            if pushing.done() and not pushing.cancelled() and (cause := pushing.exception()) is not None:
                raise cause from None
            raise
        finally:
            pushing.cancel()
            await asyncio.gather(pushing, return_exceptions=True)
        if not pushing.cancelled() and (failure := pushing.exception()) is not None:
            raise failure


class TTSWebsocket:
    """Speech in contexts over one connection, to be used in a `with` block. Several threads may use its contexts.

    The connection is opened when the first context is sent something, and again for the next context after it was lost (after 5
    minutes without a frame the service closes it). A context that was under way fails; it is never taken up again silently.
    Each context holds 32 MiB of audio for a reader that is slow; beyond that it fails and is cancelled. A context that
    nobody holds any more is dropped, and cancelled with the next frame that is sent.
    """

    def __init__(self, client: Cartesia, *, websocket_auth: str = "query", timeout: float | None = 10.0) -> None:
        self._client = client
        self._in_headers = in_headers(websocket_auth)
        self._timeout = timeout
        self._lock = threading.Lock()
        self._line: SyncLine | None = None
        self._closed = False

    def context(self, *, context_id: str | None = None, **fields: Any) -> TTSContext:
        """A new context.

        Args:
            context_id: Its id; made up by default. Unique among the contexts that are open.
            **fields: model_id, voice, output_format (raw only), language, generation_config, add_timestamps,
                add_phoneme_timestamps, max_buffer_delay_ms and the other fields of GenerationRequest, for the whole context.
        """
        return TTSContext(self, context_id, fields)

    def _connected(self) -> SyncLine:
        with self._lock:
            if self._closed:
                raise InvalidRequestError("this connection has been closed; open another one")
            if self._line is None or not self._line.is_alive:
                path = contract.SOCKETS["tts.websocket"]
                socket = dial(self._client, path, in_headers=self._in_headers, timeout=self._timeout)
                self._line = SyncLine(socket)
            return self._line

    def close(self) -> None:
        """Closes the connection; contexts that are under way are cancelled, and their readers woken."""
        self._closed = True
        if self._line is not None:
            self._line.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncTTSWebsocket:
    """Speech in contexts over one connection, to be used in an `async with` block, by any number of tasks of one event loop.

    The connection is opened when the first context is sent something, and again for the next context after it was lost (after 5
    minutes without a frame the service closes it). A context that was under way fails; it is never taken up again silently.
    Each context holds 32 MiB of audio for a reader that is slow; beyond that it fails and is cancelled. A context that
    nobody holds any more is dropped, and cancelled with the next frame that is sent.
    """

    def __init__(self, client: AsyncCartesia, *, websocket_auth: str = "query", timeout: float | None = 10.0) -> None:
        self._client = client
        self._in_headers = in_headers(websocket_auth)
        self._timeout = timeout
        self._lock = asyncio.Lock()
        self._line: AsyncLine | None = None
        self._closed = False

    def context(self, *, context_id: str | None = None, **fields: Any) -> AsyncTTSContext:
        """A new context.

        Args:
            context_id: Its id; made up by default. Unique among the contexts that are open.
            **fields: model_id, voice, output_format (raw only), language, generation_config, add_timestamps,
                add_phoneme_timestamps, max_buffer_delay_ms and the other fields of GenerationRequest, for the whole context.
        """
        return AsyncTTSContext(self, context_id, fields)

    async def _connected(self) -> AsyncLine:
        async with self._lock:
            if self._closed:
                raise InvalidRequestError("this connection has been closed; open another one")
            if self._line is None or not self._line.is_alive:
                path = contract.SOCKETS["tts.websocket"]
                socket = await adial(self._client, path, in_headers=self._in_headers, timeout=self._timeout)
                self._line = AsyncLine(socket)
            return self._line

    async def close(self) -> None:
        """Closes the connection; contexts that are under way are cancelled, and their readers woken."""
        self._closed = True
        if self._line is not None:
            await self._line.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()


def in_headers(websocket_auth: str) -> bool:
    """Whether the credential goes as a header of the handshake rather than in its query."""
    if websocket_auth not in ("query", "headers"):
        raise InvalidRequestError(f"websocket_auth must be 'query' or 'headers', not {websocket_auth!r}")
    return websocket_auth == "headers"
