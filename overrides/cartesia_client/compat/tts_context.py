"""The contexts of the text-to-speech socket of versions 1 and 2. Sync, then async."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self, Unpack

from ..errors import InvalidRequestError
from .failures import raised_as
from .fields import Output
from .notices import deprecated
from .requests import SpeechRequest, speech

if TYPE_CHECKING:
    from ..sockets.tts import TTSWebsocket
    from ..sockets.tts_context import AsyncTTSContext as AsyncContext
    from ..sockets.tts_context import TTSContext as Context

_BY_POSITION = (
    "model_id",
    "transcript",
    "output_format",
    "voice_id",
    "voice_embedding",
    "context_id",
    "duration",
    "language",
)
"""What version 1 also takes without a keyword."""
PUSH = "context.push(text), then context.no_more_inputs(), and for event in context.receive(): event.data"


def split(values: tuple[Any, ...], request: Mapping[str, Any], version: str) -> tuple[Any, str | None, dict[str, Any]]:
    """Return the transcript, the id of the context and the other fields."""
    if len(values) > len(_BY_POSITION):
        raise InvalidRequestError(f"send takes only {', '.join(_BY_POSITION)} without a keyword")
    fields = {**dict(zip(_BY_POSITION, values, strict=False)), **request}
    transcript, context_id = fields.pop("transcript", ""), fields.pop("context_id", None)
    fields.pop("request_options", None)
    return transcript, context_id, speech(fields, version)


def received(context: Context) -> Iterator[Output]:
    for event in context.receive():
        if event.type != "done":
            yield Output.of(event)


class TTSContext:
    """Pieces of text that are spoken as one.

    Attributes:
        context_id: The id of the context.
    """

    def __init__(self, socket: TTSWebsocket, context_id: str, version: str) -> None:
        self._socket, self.context_id, self._version = socket, context_id, version
        self._begun: Context | None = None
        self._is_closed = False

    def _context(self, fields: Mapping[str, Any]) -> Context:
        """Return the context of today; the first call tells its fields."""
        if self._begun is None:
            self._begun = self._socket.context(self.context_id, **fields)
        return self._begun

    def send(
        self,
        *values: Any,
        transcript: str | Iterable[str] = "",
        continue_: bool = False,
        flush: bool | None = None,
        **request: Unpack[SpeechRequest],
    ) -> Iterator[Output]:
        """Speak a text, or pieces of it as an iterable yields them, and return an iterator of what arrives.

        A single text is sent at once; with `continue_=True`, more may follow, and `receive` reads what arrives. Pieces are sent
        while the outputs are read; with timestamps, all of them before the first output. Errors as with `TTSSocket.send`.
        """
        deprecated("context.send(...)", PUSH)
        given = {**request, "transcript": transcript} if transcript else request
        pieces, _, fields = split(values, given, self._version)
        if not isinstance(pieces, str):
            return self._spoken(pieces, fields)
        with raised_as(RuntimeError):
            fields = {**fields, **({} if flush is None else {"flush": flush})}
            self._context(fields).send(pieces, continue_=continue_, **fields)
        return self._rest()

    def _spoken(self, pieces: Iterable[str], fields: Mapping[str, Any]) -> Iterator[Output]:
        with raised_as(RuntimeError):
            context = self._context(fields)
            if not (fields.get("add_timestamps") or fields.get("add_phoneme_timestamps")):
                for audio in context.speak(pieces):
                    yield Output(type="chunk", audio=audio, context_id=self.context_id)
                self._is_closed = True
                return
            for piece in pieces:
                context.push(piece)
            yield from self._rest()

    def _rest(self) -> Iterator[Output]:
        self.no_more_inputs()
        yield from self.receive()

    def no_more_inputs(self) -> None:
        """End the input."""
        with raised_as(RuntimeError):
            self._context({}).no_more_inputs()

    def receive(self) -> Iterator[Output]:
        """Yield what arrives until the context is done."""
        with raised_as(RuntimeError):
            yield from received(self._context({}))
        self._is_closed = True

    def cancel(self) -> None:
        """Cancel the context."""
        self._is_closed = True
        self._context({}).cancel()

    def is_closed(self) -> bool:
        """Return whether the context is done or cancelled."""
        return self._is_closed


class AsyncTTSContext:
    """Pieces of text that are spoken as one, for asyncio: one task may send while another one receives."""

    def __init__(self, context: AsyncContext, version: str) -> None:
        self._context, self._version = context, version
        self._is_closed = False

    @property
    def context_id(self) -> str:
        """Return the id of the context."""
        return self._context.context_id

    async def send(
        self,
        *values: Any,
        transcript: str = "",
        continue_: bool = False,
        flush: bool | None = None,
        **request: Unpack[SpeechRequest],
    ) -> None:
        """Send a piece of text; with `continue_=True`, more may follow. `receive` yields what arrives."""
        deprecated("context.send(...)", PUSH)
        given = {**request, "transcript": transcript} if transcript else request
        piece, _, fields = split(values, given, self._version)
        await self._send(piece, {**fields, **({} if flush is None else {"flush": flush})}, continue_=continue_)

    async def _send(self, transcript: str, fields: Mapping[str, Any], *, continue_: bool) -> None:
        with raised_as(RuntimeError):
            await self._context.send(transcript, continue_=continue_, **fields)

    async def no_more_inputs(self) -> None:
        """End the input."""
        with raised_as(RuntimeError):
            await self._context.no_more_inputs()

    async def flush(self) -> Callable[[], AsyncIterator[Output]]:
        """Have spoken what was sent, and return a function that yields what arrives until all of it is spoken."""
        with raised_as(RuntimeError):
            await self._context.flush()
        return self._flushed

    async def _flushed(self) -> AsyncIterator[Output]:
        async for output in self.receive():
            if output.type == "flush_done":
                return
            yield output

    async def receive(self) -> AsyncIterator[Output]:
        """Yield what arrives until the context is done."""
        with raised_as(RuntimeError):
            async for event in self._context.receive():
                if event.type != "done":
                    yield Output.of(event)
        self._is_closed = True

    async def cancel(self) -> None:
        """Cancel the context."""
        self._is_closed = True
        await self._context.cancel()

    def is_closed(self) -> bool:
        """Return whether the context is done or cancelled."""
        return self._is_closed

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        if not self._is_closed:
            await self.cancel()
