"""The text-to-speech socket of versions 1 and 2. Sync, then async."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, overload

from ..errors import InvalidRequestError
from .failures import raised_as
from .fields import Output
from .notices import deprecated
from .requests import SpeechRequest
from .tts_context import PUSH, AsyncTTSContext, TTSContext, received, split

if TYPE_CHECKING:
    from ..sockets.tts import AsyncTTSWebsocket, TTSWebsocket


class TTSSocket:
    """A socket that speaks a text for each `send`, or continues one in a context. Close it, or use it in a `with` block."""

    def __init__(self, connect: Callable[[], TTSWebsocket], version: str) -> None:
        self._connect, self._version = connect, version
        self._socket: TTSWebsocket | None = None

    def connect(self) -> None:
        """Open the socket. Do nothing if it is open."""
        if self._socket is None:
            with raised_as(RuntimeError):
                self._socket = self._connect().__enter__()

    def close(self) -> None:
        """Close the socket. It may be opened again."""
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.close()

    def _opened(self) -> TTSWebsocket:
        self.connect()
        assert self._socket is not None
        return self._socket

    @overload
    def send(
        self, *values: Any, stream: Literal[True] = True, transcript: str = "", **request: Unpack[SpeechRequest]
    ) -> Iterator[Output]: ...
    @overload
    def send(
        self, *values: Any, stream: Literal[False], transcript: str = "", **request: Unpack[SpeechRequest]
    ) -> Output: ...
    def send(self, *values: Any, stream: bool = True, **request: Any) -> Iterator[Output] | Output:
        """Speak a text, and return an iterator of what arrives; with `stream=False`, return all of it as one output.

        The text is sent when the first output is asked for.

        Raises:
            CartesiaError: The service reported an error, or the connection broke. It is a RuntimeError, too.
        """
        deprecated("socket.send(...)", PUSH)
        transcript, context_id, fields = split(values, request, self._version)
        self.connect()
        outputs = self._outputs(transcript, context_id, fields)
        return outputs if stream else Output.joined(outputs, context_id)

    def _outputs(self, transcript: str, context_id: str | None, fields: Mapping[str, Any]) -> Iterator[Output]:
        with raised_as(RuntimeError):
            context = self._opened().context(context_id, **fields)
            context.send(transcript, continue_=False)
            yield from received(context)

    def context(self, context_id: str | None = None) -> TTSContext:
        """Return a context, which speaks pieces of text as one."""
        return TTSContext(self._opened(), context_id or str(uuid.uuid4()), self._version)

    def __enter__(self) -> Self:
        self.connect()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncTTSSocket:
    """The socket for asyncio. Close it, or use it in an `async with` block."""

    def __init__(self, connect: Callable[[], AsyncTTSWebsocket], version: str) -> None:
        self._connect, self._version = connect, version
        self._socket: AsyncTTSWebsocket | None = None

    async def connect(self) -> None:
        """Open the socket. Do nothing if it is open."""
        if self._socket is None:
            with raised_as(RuntimeError):
                self._socket = await self._connect().__aenter__()

    async def close(self) -> None:
        """Close the socket. It may be opened again."""
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.close()

    @overload
    async def send(
        self, *values: Any, stream: Literal[True] = True, transcript: str = "", **request: Unpack[SpeechRequest]
    ) -> AsyncIterator[Output]: ...
    @overload
    async def send(
        self, *values: Any, stream: Literal[False], transcript: str = "", **request: Unpack[SpeechRequest]
    ) -> Output: ...
    async def send(self, *values: Any, stream: bool = True, **request: Any) -> AsyncIterator[Output] | Output:
        """Speak a text. Arguments, result and errors as with `TTSSocket.send`; the text is sent at once."""
        deprecated("socket.send(...)", PUSH)
        transcript, context_id, fields = split(values, request, self._version)
        await self.connect()
        context = self.context(context_id)
        await context._send(transcript, fields, continue_=False)
        outputs = context.receive()
        return outputs if stream else Output.joined([each async for each in outputs], context_id)

    def context(self, context_id: str | None = None) -> AsyncTTSContext:
        """Return a context, which speaks pieces of text as one."""
        if self._socket is None:
            raise InvalidRequestError("the socket is closed; `await socket.connect()` opens it")
        return AsyncTTSContext(self._socket.context(context_id), self._version)

    async def __aenter__(self) -> Self:
        await self.connect()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
