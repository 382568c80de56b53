"""The speech-to-text sockets: audio in, typed events out.

With `stt.manual_finalize` the client says when an utterance ends; with `stt.auto_finalize` the service finds the turns of the
speaker.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from cartesia_api.resources._base import to_json

from ..errors import APIConnectionError, Closed, InvalidRequestError
from ..http.policy import RequestPolicy
from .audio_source import AudioSource, frames
from .connect import TLS, Handshake, aconnect, connect
from .stt_session import STTEvent, STTSession
from .websocket import AsyncSocket, Socket


class STTWebsocket:
    """A session of live transcription, to be used in a `with` block. One thread may send while another one receives."""

    def __init__(self, policy: RequestPolicy, tls: TLS, handshake: Handshake) -> None:
        self._session = STTSession(handshake)
        self._policy = policy
        self._tls = tls
        self._socket: Socket | None = None

    def _open(self) -> Socket:
        if self._socket is None:
            raise InvalidRequestError("the session is a context manager; use it in a `with` block")
        self._socket.check_owner()
        return self._socket

    def send_raw(self, audio: bytes) -> None:
        """Sends a piece of audio, in the encoding and sample rate of the session."""
        self._put(audio)

    def send(self, command: str | Mapping[str, Any]) -> None:
        """Sends a command: "finalize" or "close", or one as a dict where the socket takes JSON."""
        self._put(self._session.command(command) if isinstance(command, str) else json.dumps(to_json(command)))

    def finalize(self) -> None:
        """Ends the utterance (manual sessions): its final text follows."""
        self.send("finalize")

    def close_input(self) -> None:
        """Ends the session in good order: what has been heard is still answered, then iterating ends."""
        self.send("close")

    def _put(self, frame: str | bytes) -> None:
        why = None
        try:
            self._open().send(frame)
        except Closed as error:
            why = str(error)
        if why is not None:
            raise APIConnectionError(f"GET {self._session.path}: {why}")

    def __iter__(self) -> Iterator[STTEvent]:
        """Events until the session ends. Raises APIStatusError for a failure, APIConnectionError for a loss."""
        while (event := self._next(None)) is not None:
            yield event

    def _next(self, seconds: float | None) -> STTEvent | None:
        """The next event; None at the end, or when none came in time."""
        while not self._session.ended:
            frame, gone = None, None
            try:
                frame = self._open().recv(0.2 if seconds is None else seconds)
            except Closed as error:
                gone = error
            if gone is not None:
                self._session.closed(gone)
            elif frame is not None:
                return self._session.read(frame)
            elif seconds is not None:
                return None
        return None

    def recv(self) -> STTEvent:
        """The next event. Raises EOFError when the session has ended, and otherwise what iterating raises."""
        if (event := self._next(None)) is None:
            raise EOFError("the session has ended")
        return event

    def listen(self, audio: AudioSource) -> Iterator[STTEvent]:
        """Sends audio, ends the session, and gives the events, also those that come meanwhile.

        Args:
            audio: Bytes, the path of a file, an open file, or source as they come, in the encoding and sample rate of the
                session. WAV files are recognised by their header.

        Raises:
            InvalidRequestError: A WAV file is not what the session was opened for.
            APIStatusError: The service reported a failure; the subclass tells which.
            APIConnectionError: The connection was lost before everything was answered.
        """
        for piece in frames(audio, self._session.handshake.query):
            self.send_raw(piece)
            while (event := self._next(0.0)) is not None:
                yield event
        self.close_input()
        yield from self

    def __enter__(self) -> Self:
        self._socket = connect(self._policy, self._tls, self._session.handshake)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; what has not been answered is lost."""
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

    def _open(self) -> AsyncSocket:
        if self._socket is None:
            raise InvalidRequestError("the session is a context manager; use it in an `async with` block")
        self._socket.check_owner()
        return self._socket

    async def send_raw(self, audio: bytes) -> None:
        """Sends a piece of audio, in the encoding and sample rate of the session."""
        await self._put(audio)

    async def send(self, command: str | Mapping[str, Any]) -> None:
        """Sends a command: "finalize" or "close", or one as a dict where the socket takes JSON."""
        await self._put(self._session.command(command) if isinstance(command, str) else json.dumps(to_json(command)))

    async def finalize(self) -> None:
        """Ends the utterance (manual sessions): its final text follows."""
        await self.send("finalize")

    async def close_input(self) -> None:
        """Ends the session in good order: what has been heard is still answered, then iterating ends."""
        await self.send("close")

    async def _put(self, frame: str | bytes) -> None:
        why = None
        try:
            await self._open().send(frame)
        except Closed as error:
            why = str(error)
        if why is not None:
            raise APIConnectionError(f"GET {self._session.path}: {why}")

    async def __aiter__(self) -> AsyncIterator[STTEvent]:
        """Events until the session ends. Raises APIStatusError for a failure, APIConnectionError for a loss."""
        while (event := await self._next()) is not None:
            yield event

    async def _next(self) -> STTEvent | None:
        """The next event; None at the end."""
        frame, gone = None, None
        if self._session.ended:
            return None
        try:
            frame = await self._open().recv_with_keepalive()
        except Closed as error:
            gone = error
        if gone is not None:
            self._session.closed(gone)
        return self._session.read(frame) if frame is not None else None

    async def recv(self) -> STTEvent:
        """The next event. Raises EOFError when the session has ended, and otherwise what iterating raises."""
        if (event := await self._next()) is None:
            raise EOFError("the session has ended")
        return event

    async def listen(self, audio: AudioSource | AsyncIterable[bytes]) -> AsyncIterator[STTEvent]:
        """Sends audio, ends the session, and gives the events, also those that come meanwhile.

        Args:
            audio: Bytes, the path of a file, an open file, or source as they come, in the encoding and sample rate of the
                session. WAV files are recognised by their header.

        Raises:
            InvalidRequestError: A WAV file is not what the session was opened for.
            APIStatusError: The service reported a failure; the subclass tells which.
            APIConnectionError: The connection was lost before everything was answered.
        """
        source = audio if isinstance(audio, AsyncIterable) else frames(audio, self._session.handshake.query)

        async def send_all() -> None:
            if isinstance(source, AsyncIterable):
                async for piece in source:
                    await self.send_raw(piece)
            else:
                for piece in source:
                    await self.send_raw(piece)
            await self.close_input()

        sending = asyncio.create_task(send_all())
        sending.add_done_callback(self._give_up)
        try:
            async for event in self:
                yield event
        except APIConnectionError:
            if sending.done() and not sending.cancelled() and (cause := sending.exception()) is not None:
                raise cause from None
            raise
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    def _give_up(self, sending: asyncio.Task[None]) -> None:
        """Closes the connection when the source of the audio has failed, so that nobody waits for its transcript."""
        if not sending.cancelled() and sending.exception() is not None and self._socket is not None:
            self._closing = asyncio.ensure_future(self._socket.close())

    async def __aenter__(self) -> Self:
        self._socket = await aconnect(self._policy, self._tls, self._session.handshake)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the connection; what has not been answered is lost."""
        self._session.closed_locally = True
        if self._socket is not None:
            await self._socket.close()
