"""Contexts of the text-to-speech socket: text goes in piece by piece, and audio arrives meanwhile. Sync, then async."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from cartesia_api.contexts import AsyncTTSContextInput, TTSContextInput
from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent
from cartesia_io.steps import finish

from .speech import AsyncSpeech, Speech


class TTSContext(Speech, TTSContextInput):
    """One utterance stream: push text, end the input, and receive events or audio. All audio received is billed.

    model_id, voice, output_format and language stay the same within it; other fields may differ from piece to piece.
    """

    def _send_piece(self, transcript: str, fields: dict[str, Any]) -> None:
        finish(self._append(transcript, fields))

    def flush(self) -> None:
        """Flush buffered text. A `flush_done` event follows its audio."""
        finish(self._flush())

    def no_more_inputs(self) -> None:
        """End the input. The rest of the audio and `done` follow. Do nothing if the input has ended already."""
        finish(self._end_input())

    def cancel(self) -> None:
        """Cancel the context locally and on the server; audio already generated is still billed.

        Readers get the events that have arrived, and then an IncompleteAudioError.
        """
        finish(self._cancel())

    def __iter__(self) -> Iterator[TTSWebsocketEvent]:
        return self.receive()

    def receive(self, *, timeout: float | None = None) -> Iterator[TTSWebsocketEvent]:
        """Yield events until the context is done.

        You may begin to receive before the first text is pushed. You may leave the iteration, and receive again later. A context
        that you drop is cancelled at the service.

        Args:
            timeout: Seconds to wait for each event, then APITimeoutError. The context continues, and can be received from
                again. Default: that of the context, which does not limit the wait for the first text.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            APITimeoutError: No event arrived in time.
            IncompleteAudioError: The context ended before it was done: connection lost, or cancelled. Or it was done before
                all text was spoken, because that came too late (see `unspoken`).
        """
        return self._events(timeout, check=True)

    def audio(self, *, timeout: float | None = None) -> Iterator[bytes]:
        """Yield the audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`.

        Leaving the iteration early cancels the context. No audio at all is an IncompleteAudioError, too.
        """
        try:
            for event in self._events(timeout, check=False):
                if isinstance(event, TTSSocketChunk) and event.data:
                    yield event.data
            self._check_spoken(self._require_state())
        except GeneratorExit:
            self._leave()
            raise


class AsyncTTSContext(AsyncSpeech, AsyncTTSContextInput):
    """One utterance stream: push text, end the input, and receive events or audio. All audio received is billed.

    model_id, voice, output_format and language stay the same within it; other fields may differ from piece to piece.
    """

    async def _send_piece(self, transcript: str, fields: dict[str, Any]) -> None:
        await self._run(self._append(transcript, fields))

    async def flush(self) -> None:
        """Flush buffered text. A `flush_done` event follows its audio."""
        await self._run(self._flush())

    async def no_more_inputs(self) -> None:
        """End the input. The rest of the audio and `done` follow. Do nothing if the input has ended already."""
        await self._run(self._end_input())

    async def cancel(self) -> None:
        """Cancel the context locally and on the server; audio already generated is still billed.

        Readers get the events that have arrived, and then an IncompleteAudioError.
        """
        await self._cancel()

    def __aiter__(self) -> AsyncIterator[TTSWebsocketEvent]:
        return self.receive()

    def receive(self, *, timeout: float | None = None) -> AsyncIterator[TTSWebsocketEvent]:
        """Yield events until the context is done. Cancelling the task that receives, or an error in it, cancels the context.

        You may begin to receive before the first text is pushed. You may leave the iteration, and receive again later. A context
        that you drop is cancelled at the service.

        Args:
            timeout: Seconds to wait for each event, then APITimeoutError. The context continues, and can be received from
                again. Default: that of the context, which does not limit the wait for the first text.

        Raises:
            APIStatusError: The service reported an error; see the subclass.
            APITimeoutError: No event arrived in time.
            IncompleteAudioError: The context ended before it was done: connection lost, or cancelled. Or it was done before
                all text was spoken, because that came too late (see `unspoken`).
        """
        return self._events(timeout, check=True)

    async def audio(self, *, timeout: float | None = None) -> AsyncIterator[bytes]:
        """Yield the audio alone, in chunks of whole samples, until the context is done. Errors as with `receive`.

        Leaving the iteration early cancels the context. No audio at all is an IncompleteAudioError, too.
        """
        try:
            async for event in self._events(timeout, check=False):
                if isinstance(event, TTSSocketChunk) and event.data:
                    yield event.data
            self._check_spoken(self._require_state())
        except GeneratorExit:
            self._leave()
            raise
