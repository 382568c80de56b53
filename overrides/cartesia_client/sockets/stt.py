"""The speech-to-text sockets: audio in, typed events out. Sync, then async.

With `stt.manual_finalize` the client says when an utterance ends; with `stt.auto_finalize` the service detects the turns of the
speaker.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from typing import Any, Generic, Self, TypeVar

from cartesia_io.audio.source import AudioSource, aframes, frames, messages
from cartesia_io.hiding import aforgetful, forgetful
from cartesia_io.http.connections import Connections
from cartesia_io.live import Live
from cartesia_io.rules import running_loop
from cartesia_io.sockets.closed import Closed
from cartesia_io.sockets.pump import Pump
from cartesia_io.sockets.waiting import POLL_INTERVAL
from cartesia_io.sockets.websocket import SOCKET_ERRORS, AsyncSocket, Socket

from ..errors import APIConnectionError, InvalidRequestError
from ..http.policy import RequestPolicy
from .connect import Handshake, aconnect, connect
from .stt_session import STTEvent, STTSession

S = TypeVar("S", Socket, AsyncSocket)


class _STTWebsocket(Live, Generic[S]):
    """What both sessions share."""

    _instead = "pass its events on, or open a session there"

    def __init__(self, connections: Connections[Any, RequestPolicy], handshake: Handshake) -> None:
        connections.check_open()
        self._session = STTSession(handshake)
        self._connections = connections
        self._socket: S | None = None

    def _require_socket(self) -> S:
        if self._socket is None:
            raise InvalidRequestError("the session is not open; use it in a `with` block, or an `async with` block")
        self._socket.check_owner()
        return self._socket


class STTWebsocket(_STTWebsocket[Socket]):
    """A session of live transcription, to be used in a `with` block. One thread may send while another one receives."""

    def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        for frame in messages(audio):
            self._session.check_sent(self._deliver(frame))

    def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: "finalize" or "close", or one as a dict where the socket takes JSON. Errors as with `send_raw`."""
        self._session.check_sent(self._deliver(self._session.command(command)))

    def finalize(self) -> None:
        """End the utterance. Its final transcript follows.

        Raises:
            InvalidRequestError: The service detects the ends of utterances in this session (`stt.auto_finalize`).
        """
        self.send("finalize")

    def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        self.send("close")

    def _deliver(self, frame: str | bytes) -> Closed | None:
        """Send a frame. If the connection is lost, keep the frames that had arrived, and return how it was lost."""
        socket, lost = self._require_socket(), None
        try:
            socket.send(frame)
        except Closed as error:
            lost = self._session.not_sent(frame, error)
        if lost is not None and not self._session.is_receiving:
            with contextlib.suppress(Closed):
                while (arrived := socket.recv(0.0)) is not None:
                    self._session.arrived.append(arrived)
        return lost

    def __iter__(self) -> Iterator[STTEvent]:
        """Yield events until the session ends.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        while (event := self._next_event(None)) is not None:
            yield event

    @forgetful
    def _next_event(self, seconds: float | None) -> STTEvent | None:
        """Return the next event, or None at the end or if `seconds` is 0 and none has arrived (None: wait).

        Raises:
            APITimeoutError: A response was due and did not arrive.
        """
        session, frame = self._session, None
        if session.ended or session.arrived:
            return session.take()
        socket, lost = self._require_socket(), None
        with session.receiving():
            patience = session.patience(socket, seconds, self._connections.policy.socket_timeouts.response)
            try:
                while (frame := socket.recv(patience.step(POLL_INTERVAL))) is None:
                    if patience.is_over():
                        return None
            except Closed as error:
                lost = error
        return session.read(frame, lost)

    def recv(self) -> STTEvent:
        """Return the next event. Raise EOFError if the session has ended; other errors as when iterating."""
        if (event := self._next_event(None)) is None:
            raise EOFError("the session has ended")
        return event

    def listen(self, audio: AudioSource) -> Iterator[STTEvent]:
        """Send audio, end the input, and yield the events as they arrive.

        Args:
            audio: Bytes or another buffer, the path of a file, an open file, or an iterable of bytes, in the encoding and sample
                rate of the session. WAV is recognized by its header, also in pieces; PCM of another width is converted.

        Raises:
            InvalidRequestError: The audio is compressed, no audio, or WAV of another rate, with more channels or not PCM.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        # When the connection is lost, reading tells why: what had arrived comes first, and an error of the service is in there.
        for piece in frames(audio, self._session.handshake.query):
            if any(self._deliver(frame) for frame in messages(piece)):
                break
            while (event := self._next_event(0.0)) is not None:
                yield event
        else:
            self._deliver(self._session.command("close"))
        yield from self

    def __enter__(self) -> Self:
        self._session.enter(time.monotonic)
        self._socket = connect(self._connections, self._session.handshake, lambda: self._session.closed_locally)
        if self._session.closed_locally:  # meanwhile
            self._socket.close()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection. A transcript that has not arrived yet is lost."""
        self._session.closed_locally = True
        if self._socket is not None:
            self._socket.close()


class AsyncSTTWebsocket(_STTWebsocket[AsyncSocket]):
    """A session of live transcription, to be used in an `async with` block. One task may send while another one receives."""

    async def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        for frame in messages(audio):
            self._session.check_sent(await self._deliver(frame))

    async def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: "finalize" or "close", or one as a dict where the socket takes JSON. Errors as with `send_raw`."""
        self._session.check_sent(await self._deliver(self._session.command(command)))

    async def finalize(self) -> None:
        """End the utterance. Its final transcript follows.

        Raises:
            InvalidRequestError: The service detects the ends of utterances in this session (`stt.auto_finalize`).
        """
        await self.send("finalize")

    async def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        await self.send("close")

    async def _deliver(self, frame: str | bytes) -> Closed | None:
        """Send a frame. If the connection is lost, keep the frames that had arrived, and return how it was lost."""
        socket, lost = self._require_socket(), None
        try:
            await socket.send(frame)
        except Closed as error:
            lost = self._session.not_sent(frame, error)
        if lost is not None and not self._session.is_receiving:
            with contextlib.suppress(*SOCKET_ERRORS):
                while True:
                    self._session.arrived.append(await socket.recv())
        return lost

    async def __aiter__(self) -> AsyncIterator[STTEvent]:
        """Yield events until the session ends.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        while (event := await self._next_event()) is not None:
            yield event

    @aforgetful
    async def _next_event(self) -> STTEvent | None:
        """Return the next event, or None at the end.

        Raises:
            APITimeoutError: A response was due and did not arrive.
        """
        session, frame = self._session, None
        if session.ended or session.arrived:
            return session.take()
        socket, lost = self._require_socket(), None
        with session.receiving():
            patience = session.patience(socket, None, self._connections.policy.socket_timeouts.response)
            while frame is None and lost is None:
                limit = asyncio.timeout_at(patience.deadline)
                try:
                    async with limit:
                        frame = await socket.recv()
                        socket.received += 1
                except SOCKET_ERRORS as error:
                    if limit.expired():
                        patience.is_over()
                    else:
                        lost = socket.failure(error)
        return session.read(frame, lost)

    async def recv(self) -> STTEvent:
        """Return the next event. Raise EOFError if the session has ended; other errors as when iterating."""
        if (event := await self._next_event()) is None:
            raise EOFError("the session has ended")
        return event

    async def listen(self, audio: AudioSource | AsyncIterable[bytes]) -> AsyncIterator[STTEvent]:
        """Send audio, end the input, and yield the events as they arrive.

        Args:
            audio: Bytes or another buffer, the path of a file, an open file, or an iterable of bytes, in the encoding and sample
                rate of the session. WAV is recognized by its header, also in pieces; PCM of another width is converted.

        Raises:
            InvalidRequestError: The audio is compressed, no audio, or WAV of another rate, with more channels or not PCM.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        query = self._session.handshake.query
        source = aframes(audio, query) if isinstance(audio, AsyncIterable) else frames(audio, query)
        async with Pump(source, self.send_raw, self.close_input, self._give_up, APIConnectionError):
            async for event in self:
                yield event

    async def _give_up(self) -> None:
        """Close the connection, because no more audio follows and the end of the input was not sent."""
        if self._socket is not None:
            await self._socket.close()

    async def __aenter__(self) -> Self:
        self._session.enter(running_loop().time)
        self._socket = await aconnect(self._connections, self._session.handshake, lambda: self._session.closed_locally)
        if self._session.closed_locally:  # meanwhile
            await self._socket.close()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connection. A transcript that has not arrived yet is lost."""
        self._session.closed_locally = True
        if self._socket is not None:
            await self._socket.close()
