"""The speech-to-text sockets: audio in, typed events out. Sync, then async.

With `stt.manual_finalize` the client says when an utterance ends; with `stt.auto_finalize` the service detects the turns of the
speaker.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from typing import Any, Self

from cartesia_api.bodies import to_json

from ..errors import APIConnectionError, Closed, InvalidRequestError
from ..http.policy import RequestPolicy
from .audio_source import AudioSource, frames
from .connect import TLS, Handshake, aconnect, connect
from .pump import pump
from .stt_session import STTEvent, STTSession
from .websocket import POLL_INTERVAL, AsyncSocket, Socket


class STTWebsocket:
    """A session of live transcription, to be used in a `with` block. One thread may send while another one receives."""

    def __init__(self, policy: RequestPolicy, tls: TLS, handshake: Handshake) -> None:
        self._session = STTSession(handshake)
        self._policy = policy
        self._tls = tls
        self._socket: Socket | None = None

    def _require_socket(self) -> Socket:
        if self._socket is None:
            raise InvalidRequestError("the session is not open; use it in a `with` block")
        self._socket.check_owner()
        return self._socket

    def send_raw(self, audio: bytes) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Raises:
            APIConnectionError: The connection was lost.
        """
        self._send_frame(audio)

    def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: "finalize" or "close", or one as a dict where the socket takes JSON. Errors as with `send_raw`."""
        self._send_frame(self._session.command(command) if isinstance(command, str) else json.dumps(to_json(command)))

    def finalize(self) -> None:
        """End the utterance (manual sessions). Its final transcript follows."""
        self.send("finalize")

    def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        self.send("close")

    def _send_frame(self, frame: str | bytes) -> None:
        why = None
        try:
            self._require_socket().send(frame)
        except Closed as error:
            why = str(error)
        if why is not None:
            raise APIConnectionError(f"GET {self._session.path}: {why}")

    def __iter__(self) -> Iterator[STTEvent]:
        """Yield events until the session ends.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        while (event := self._next_event(None)) is not None:
            yield event

    def _next_event(self, seconds: float | None) -> STTEvent | None:
        """Return the next event, or None at the end or if none arrived within `seconds` (None: no limit)."""
        while not self._session.ended:
            frame, lost = None, None
            try:
                frame = self._require_socket().recv(POLL_INTERVAL if seconds is None else seconds)
            except Closed as error:
                lost = error
            if lost is not None:
                self._session.connection_lost(lost)
            elif frame is not None:
                return self._session.read(frame)
            elif seconds is not None:
                return None
        return None

    def recv(self) -> STTEvent:
        """Return the next event. Raise EOFError if the session has ended; other errors as when iterating."""
        if (event := self._next_event(None)) is None:
            raise EOFError("the session has ended")
        return event

    def listen(self, audio: AudioSource) -> Iterator[STTEvent]:
        """Send audio, end the input, and yield the events as they arrive.

        Args:
            audio: Bytes, the path of a file, an open file, or an iterable of bytes, in the encoding and sample rate of the
                session. WAV files are recognized by their header.

        Raises:
            InvalidRequestError: The format of a WAV file is not that of the session.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        for frame in frames(audio, self._session.handshake.query):
            self.send_raw(frame)
            while (event := self._next_event(0.0)) is not None:
                yield event
        self.close_input()
        yield from self

    def __enter__(self) -> Self:
        self._socket = connect(self._policy, self._tls, self._session.handshake)
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection. A transcript that has not arrived yet is lost."""
        self._session.closed_locally = True
        if self._socket is not None:
            self._socket.close()


class AsyncSTTWebsocket:
    """A session of live transcription, to be used in an `async with` block. One task may send while another one receives."""

    def __init__(self, policy: RequestPolicy, tls: TLS, handshake: Handshake) -> None:
        self._session = STTSession(handshake)
        self._policy = policy
        self._tls = tls
        self._socket: AsyncSocket | None = None

    def _require_socket(self) -> AsyncSocket:
        if self._socket is None:
            raise InvalidRequestError("the session is not open; use it in an `async with` block")
        self._socket.check_owner()
        return self._socket

    async def send_raw(self, audio: bytes) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Raises:
            APIConnectionError: The connection was lost.
        """
        await self._send_frame(audio)

    async def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: "finalize" or "close", or one as a dict where the socket takes JSON. Errors as with `send_raw`."""
        frame = self._session.command(command) if isinstance(command, str) else json.dumps(to_json(command))
        await self._send_frame(frame)

    async def finalize(self) -> None:
        """End the utterance (manual sessions). Its final transcript follows."""
        await self.send("finalize")

    async def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        await self.send("close")

    async def _send_frame(self, frame: str | bytes) -> None:
        why = None
        try:
            await self._require_socket().send(frame)
        except Closed as error:
            why = str(error)
        if why is not None:
            raise APIConnectionError(f"GET {self._session.path}: {why}")

    async def __aiter__(self) -> AsyncIterator[STTEvent]:
        """Yield events until the session ends.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        while (event := await self._next_event()) is not None:
            yield event

    async def _next_event(self) -> STTEvent | None:
        """Return the next event, or None at the end."""
        frame, lost = None, None
        if self._session.ended:
            return None
        try:
            frame = await self._require_socket().recv_with_keepalive()
        except Closed as error:
            lost = error
        if lost is not None:
            self._session.connection_lost(lost)
        return self._session.read(frame) if frame is not None else None

    async def recv(self) -> STTEvent:
        """Return the next event. Raise EOFError if the session has ended; other errors as when iterating."""
        if (event := await self._next_event()) is None:
            raise EOFError("the session has ended")
        return event

    async def listen(self, audio: AudioSource | AsyncIterable[bytes]) -> AsyncIterator[STTEvent]:
        """Send audio, end the input, and yield the events as they arrive.

        Args:
            audio: Bytes, the path of a file, an open file, or an iterable of bytes, in the encoding and sample rate of the
                session. WAV files are recognized by their header.

        Raises:
            InvalidRequestError: The format of a WAV file is not that of the session.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        source = audio if isinstance(audio, AsyncIterable) else frames(audio, self._session.handshake.query)
        async with pump(source, self.send_raw, self.close_input, self._give_up, APIConnectionError):
            async for event in self:
                yield event

    async def _give_up(self) -> None:
        """Close the connection, because no more audio follows and the end of the input was not sent."""
        if self._socket is not None:
            await self._socket.close()

    async def __aenter__(self) -> Self:
        self._socket = await aconnect(self._policy, self._tls, self._session.handshake)
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connection. A transcript that has not arrived yet is lost."""
        self._session.closed_locally = True
        if self._socket is not None:
            await self._socket.close()
