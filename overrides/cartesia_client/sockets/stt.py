"""The speech-to-text sockets: audio in, typed events out. Sync, then async.

With `stt.manual_finalize` the client says when an utterance ends; with `stt.auto_finalize` the service detects the turns of the
speaker.
"""

from __future__ import annotations

import math
import time
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from typing import Any, Generic, Self

from cartesia_io.audio.source import AudioSource, aframes, frames, messages
from cartesia_io.http.connections import Connections
from cartesia_io.receiving import AsyncReceiving, Receiving
from cartesia_io.rules import running_loop
from cartesia_io.sockets.live_session import S, SessionSteps
from cartesia_io.sockets.pump import Pump
from cartesia_io.sockets.waiting import POLL_INTERVAL
from cartesia_io.sockets.websocket import AsyncSocket, Socket
from cartesia_io.steps import finish

from ..errors import APIConnectionError, APIStatusError
from ..http.policy import RequestPolicy
from .connect import Handshake, aconnect, connect
from .stt_session import STTEvent, STTSession


class _STTWebsocket(SessionSteps[STTEvent, S], Generic[S]):
    """What both sessions share."""

    _reported = APIStatusError
    _session: STTSession

    def __init__(self, connections: Connections[Any, RequestPolicy], handshake: Handshake) -> None:
        connections.check_open()
        super().__init__(STTSession(handshake), connections.policy.socket_timeouts.response)
        self._connections = connections

    def parse_event(self, data: str | bytes) -> STTEvent:
        """Return the event in a message that `recv_bytes` returned."""
        return self._session.decode(data)


class STTWebsocket(_STTWebsocket[Socket], Receiving[STTEvent]):
    """A session of live transcription, to be used in a `with` block. One thread may send while another one receives."""

    _longest = POLL_INTERVAL

    def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        finish(self._send(messages(audio)))

    def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: "finalize" or "close", or one as a dict or a model where the socket takes JSON.

        One that is given before the session is open is sent once it is. Errors as with `send_raw`.
        """
        finish(self._command(command, early=True))

    def finalize(self) -> None:
        """End the utterance. Its final transcript follows.

        Raises:
            InvalidRequestError: The service detects the ends of utterances in this session (`stt.auto_finalize`).
        """
        finish(self._command("finalize"))

    def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        finish(self._command("close"))

    def dispatch_events(self) -> None:
        """Call the functions given with `on` and `once` with the events, until the session ends.

        Raises:
            APIStatusError: The service reported an error, and no function is there for it; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        finish(self._dispatch())

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
            if any(finish(self._deliver(frame)) for frame in messages(piece)):
                break
            while (event := finish(self._next_event(0.0))) is not None:
                yield event
        else:
            finish(self._deliver(self._session.command("close")))
        yield from self

    def __enter__(self) -> Self:
        self._session.enter(time.monotonic)
        socket = connect(self._connections, self._session.handshake, lambda: self._session.closed_locally)
        finish(self._opened(socket))
        return self

    def enter(self) -> Self:
        """Open the session without a block. Close it with `close`."""
        return self.__enter__()

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection, with a code and a reason for the service. A transcript that has not arrived yet is lost."""
        finish(self._close(code, reason))


class AsyncSTTWebsocket(_STTWebsocket[AsyncSocket], AsyncReceiving[STTEvent]):
    """A session of live transcription, to be used in an `async with` block. One task may send while another one receives."""

    _longest = math.inf

    async def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        await self._send(messages(audio))

    async def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: "finalize" or "close", or one as a dict or a model where the socket takes JSON.

        One that is given before the session is open is sent once it is. Errors as with `send_raw`.
        """
        await self._command(command, early=True)

    async def finalize(self) -> None:
        """End the utterance. Its final transcript follows.

        Raises:
            InvalidRequestError: The service detects the ends of utterances in this session (`stt.auto_finalize`).
        """
        await self._command("finalize")

    async def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        await self._command("close")

    async def dispatch_events(self) -> None:
        """Call the functions given with `on` and `once` with the events, until the session ends.

        Raises:
            APIStatusError: The service reported an error, and no function is there for it; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        await self._dispatch()

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
        async with Pump(source, self.send_raw, self.close_input, self._require_socket().close, APIConnectionError):
            async for event in self:
                yield event

    async def __aenter__(self) -> Self:
        self._session.enter(running_loop().time)
        await self._opened(aconnect(self._connections, self._session.handshake, lambda: self._session.closed_locally))
        return self

    async def enter(self) -> Self:
        """Open the session without a block. Close it with `close`."""
        return await self.__aenter__()

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection, with a code and a reason for the service. A transcript that has not arrived yet is lost."""
        await self._close(code, reason)
