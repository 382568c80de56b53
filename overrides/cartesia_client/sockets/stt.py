"""The speech-to-text sockets: audio in, typed events out. Sync, then async.

With `stt.manual_finalize` the client says when an utterance ends; with `stt.auto_finalize` the service detects the turns of the
speaker.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterator

from cartesia_io.audio.source import AudioSource, any_frames, frames, messages
from cartesia_io.sockets.pump import Pump
from cartesia_io.steps import finish

from ..errors import APIConnectionError
from .live import AsyncLiveSocket, LiveSocket
from .stt_session import STTEvent, STTSession


class STTWebsocket(LiveSocket[STTEvent]):
    """A session of live transcription, to be used in a `with` block. One thread may send while another one receives."""

    _protocol = STTSession

    def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        self._deliver(messages(audio))

    def finalize(self) -> None:
        """End the utterance. Its final transcript follows.

        Raises:
            InvalidRequestError: The service detects the ends of utterances in this session (`stt.auto_finalize`).
        """
        finish(self._command("finalize"))

    def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        finish(self._command("close"))

    def listen(self, audio: AudioSource) -> Iterator[STTEvent]:
        """Send audio, end the input, and yield the events as they arrive.

        Args:
            audio: Bytes or another buffer, the audio of a response, the path of a file, an open file, or an iterable of bytes, in
                the encoding and sample rate of the session. WAV is recognized by its header, also in pieces; PCM of another width
                is converted.

        Raises:
            InvalidRequestError: The audio is compressed, no audio, or WAV of another rate, with more channels or not PCM.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        # When the connection is lost, reading tells why: what had arrived comes first, and an error of the service is in there.
        for piece in frames(audio, self._session.handshake.query):
            if not self._deliver(messages(piece), must=False):
                break
            while (event := finish(self._next_event(0.0))) is not None:
                yield event
        else:
            self._deliver([self._session.command("close")], must=False)
        yield from self


class AsyncSTTWebsocket(AsyncLiveSocket[STTEvent]):
    """A session of live transcription, to be used in an `async with` block. One task may send while another one receives."""

    _protocol = STTSession

    async def send_raw(self, audio: bytes | bytearray | memoryview) -> None:
        """Send audio, in the encoding and sample rate of the session.

        Args:
            audio: Bytes, or another buffer of any item size.

        Raises:
            InvalidRequestError: It is not bytes or another buffer.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost. Events that had arrived can still be received.
        """
        await self._deliver(messages(audio))

    async def finalize(self) -> None:
        """End the utterance. Its final transcript follows.

        Raises:
            InvalidRequestError: The service detects the ends of utterances in this session (`stt.auto_finalize`).
        """
        await self._command("finalize")

    async def close_input(self) -> None:
        """End the input. The transcript of the audio that was sent still arrives, and then iterating ends."""
        await self._command("close")

    async def listen(self, audio: AudioSource | AsyncIterable[bytes]) -> AsyncIterator[STTEvent]:
        """Send audio, end the input, and yield the events as they arrive.

        Args:
            audio: Bytes or another buffer, the audio of a response, the path of a file, an open file, or an iterable of bytes, in
                the encoding and sample rate of the session. WAV is recognized by its header, also in pieces; PCM of another width
                is converted.

        Raises:
            InvalidRequestError: The audio is compressed, no audio, or WAV of another rate, with more channels or not PCM.
            APIStatusError: The service reported an error; see the subclass.
            APIConnectionError: The connection was lost before the transcript was complete.
        """
        source = any_frames(audio, self._session.handshake.query)
        async with Pump(source, self.send_raw, self.close_input, self._require_socket().close, APIConnectionError):
            async for event in self:
                yield event
