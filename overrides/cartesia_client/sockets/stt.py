"""The speech-to-text sockets: audio in, typed events out.

With `stt.manual_finalize` the client says when an utterance ends; with `stt.auto_finalize` the service finds the turns of the
speaker.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import msgspec
from cartesia_api.events import (
    STTAutoFinalizeEvent,
    STTManualFinalizeEvent,
    decode_stt_auto_finalize_event,
    decode_stt_manual_finalize_event,
)
from cartesia_api.resources._base import to_json

from ..errors import APIConnectionError, Closed, InvalidRequestError, error_fields, from_event
from ..http.policy import RequestPolicy
from ..responses import one_line
from .audio_source import AudioSource, frames
from .connect import TLS, Handshake, aconnect, connect
from .websocket import AsyncSocket, Socket

STTEvent = STTManualFinalizeEvent | STTAutoFinalizeEvent
# How to read an event and to spell a command, and whether a last event says that all is done.
_CHANNELS: dict[str, tuple[Callable[[bytes | str], Any], Callable[[str], str], bool]] = {
    "stt.manual_finalize": (decode_stt_manual_finalize_event, str, True),
    "stt.auto_finalize": (decode_stt_auto_finalize_event, lambda command: json.dumps({"type": command}), False),
}


class STTSession:
    """What both colours share: the query, the commands, and what an arriving frame means. No I/O."""

    def __init__(self, handshake: Handshake) -> None:
        self.handshake = handshake
        self.path = handshake.path
        self._decode, self.encode_command, self._says_done = _CHANNELS[handshake.channel]
        self.ending = False
        """Whether the session has been ended in good order."""
        self.closed_locally = False
        """Whether the connection was closed here."""
        self.ended = False

    def command(self, name: str) -> str:
        """The text frame of a command."""
        self.ending = self.ending or name == "close"
        return self.encode_command(name)

    def read(self, frame: str | bytes) -> STTEvent:
        """The event in a frame. Raises the error of a failure."""
        event: STTEvent | None = None
        why = ""
        try:
            event = self._decode(frame)
        except msgspec.DecodeError as error:
            why = one_line(str(error), 120)
        if event is None:
            raise APIConnectionError(f"GET {self.path}: a frame that cannot be read: {why}")
        if (fields := error_fields(event)) is not None:
            self.ended = True
            raise from_event(fields, f"GET {self.path}")
        self.ended = event.type == "done"
        return event

    def closed(self, how: Closed) -> None:
        """Takes in that the connection is gone: the end of a session that was ended, or a loss."""
        self.ended = True
        if self.closed_locally:
            raise APIConnectionError(f"GET {self.path}: the session was closed here before it had ended")
        if not self.ending:
            raise APIConnectionError(f"GET {self.path}: {how}, and the session had not been ended")
        # The socket of turns says nothing before it closes; the other one says that it is done.
        if not how.clean or self._says_done:
            raise APIConnectionError(f"GET {self.path}: {how} before everything was answered")


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
