"""`client.tts` with the spellings of versions 1 and 2. Sync, then async."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast, overload

from . import names
from .adapter import Adapter
from .failures import raised_as
from .fields import Output
from .infilling import both_around
from .notices import deprecated
from .requests import (
    SpeechRequest,
    Version1Request,
    Version2Request,
    arguments,
    is_version_1,
    output_format,
    sample_rate,
    speech,
)
from .tts_socket import AsyncTTSSocket, TTSSocket

if TYPE_CHECKING:
    from cartesia_api.v2024_11_13.resources.tts import AsyncTtsResource, TtsResource

    class _TTS(Adapter, TtsResource): ...

    class _AsyncTTS(Adapter, AsyncTtsResource): ...

else:
    _TTS = _AsyncTTS = Adapter

Data = bytes
SOCKET = "with client.tts.websocket_connect() as socket: context = socket.context(model_id=..., voice=..., output_format=...)"


class TTS(_TTS):
    """Text to speech."""

    get_output_format = staticmethod(output_format)
    get_sample_rate = staticmethod(sample_rate)

    @overload  # type: ignore[override]
    def bytes(self, *, transcript: str, **request: Unpack[Version2Request]) -> Iterator[Data]: ...
    @overload
    def bytes(self, *, transcript: str, **request: Unpack[Version1Request]) -> Data: ...
    def bytes(self, *, transcript: str, **request: Any) -> Iterator[Data] | Data:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the audio as version 1 does, whole, with `voice_id` or `voice_embedding`; else its chunks, as version 2 does.

        Raises:
            APIStatusError: The service returned an error. With the spellings of version 1, it is a ValueError, too.
        """
        deprecated(
            "tts.bytes(...)", "client.tts.generate(...).save('a.wav'), or `with client.tts.generate_stream(...)`"
        )
        fields = {"transcript": transcript, **speech(request, self._client.version)}
        if not is_version_1(request):
            return self._chunks(fields)
        with raised_as(ValueError):
            return self._resource.generate(**arguments(self._resource.generate, fields)).data  # type: ignore[no-any-return]

    def _chunks(self, fields: Mapping[str, Any]) -> Iterator[Data]:
        method = self._resource.generate_stream
        with method(**arguments(method, fields)) as audio:
            yield from audio

    @overload  # type: ignore[override]
    def sse(
        self, *, transcript: str, stream: Literal[True] = True, **request: Unpack[SpeechRequest]
    ) -> Iterator[Output]: ...
    @overload
    def sse(self, *, transcript: str, stream: Literal[False], **request: Unpack[SpeechRequest]) -> Output: ...
    def sse(self, *, transcript: str, stream: bool = True, **request: Any) -> Iterator[Output] | Output:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Yield audio and times as they arrive; or, with `stream=False`, return them as a whole.

        Raises:
            CartesiaError: The service returned an error, or the stream broke. It is a RuntimeError, too.
        """
        deprecated("tts.sse(...)", "client.tts.generate_sse(...)")
        method, version_1 = self._resource.generate_sse, is_version_1(request)
        fields = {"transcript": transcript, **speech(request, self._client.version)}
        given = arguments(method, fields)
        outputs = self._outputs(lambda: method(**given), with_done=stream and not version_1)
        if stream:
            return outputs
        return Output.joined(outputs, cast("str | None", fields.get("context_id")))

    @staticmethod
    def _outputs(open_: Callable[[], Any], *, with_done: bool) -> Iterator[Output]:
        with raised_as(RuntimeError):
            for event in open_():
                if event.type != "done" or with_done:
                    yield Output.of(event)

    def websocket(self, *options: Any, **named: Any) -> TTSSocket:
        """Open a socket, and return it. Options as with `websocket_connect`."""
        deprecated("tts.websocket()", SOCKET)
        socket = TTSSocket(partial(self._resource.websocket_connect, *options, **named), self._client.version)
        socket.connect()
        return socket

    def infill(self, **request: Any) -> Any:
        """Fill a gap between two clips. With `left_audio_path` and `right_audio_path`, return the audio and all of it."""
        if not (paths := both_around(request)):
            return self._resource.infill(**request)
        return paths.whole(self._resource.infill(**paths.arguments))


class AsyncTTS(_AsyncTTS):
    """Text to speech, for asyncio."""

    get_output_format = staticmethod(output_format)
    get_sample_rate = staticmethod(sample_rate)

    def bytes(self, *, transcript: str, **request: Unpack[SpeechRequest]) -> AsyncChunks:  # type: ignore[override]
        """Return the audio: await it as a whole, as in version 1, or iterate its chunks, as in version 2. Errors as in TTS."""
        deprecated(
            "tts.bytes(...)",
            "(await client.tts.generate(...)).save('a.wav'), or `async with client.tts.generate_stream(...)`",
        )
        fields = {"transcript": transcript, **speech(request, self._client.version)}
        return AsyncChunks(self._resource, fields)

    def sse(self, *, transcript: str, stream: bool = True, **request: Unpack[SpeechRequest]) -> AsyncOutputs:  # type: ignore[override]
        """Return what arrives, to be iterated, after `await` as in version 1 or without as in version 2. Errors as with TTS.

        With `stream=False`, `await` returns it as a whole.
        """
        deprecated("tts.sse(...)", "await client.tts.generate_sse(...)")
        method = self._resource.generate_sse
        fields = {"transcript": transcript, **speech(request, self._client.version)}
        given = arguments(method, fields)
        return AsyncOutputs(lambda: method(**given), whole=not stream, with_done=not is_version_1(request))

    async def websocket(self, *options: Any, **named: Any) -> AsyncTTSSocket:
        """Open a socket, and return it. Options as with `websocket_connect`."""
        deprecated("tts.websocket()", f"async {SOCKET}")
        socket = AsyncTTSSocket(partial(self._resource.websocket_connect, *options, **named), self._client.version)
        await socket.connect()
        return socket

    async def infill(self, **request: Any) -> Any:
        """Fill a gap between two clips, as TTS does."""
        if not (paths := both_around(request)):
            return await self._resource.infill(**request)
        return paths.whole(await self._resource.infill(**paths.arguments))


class AsyncChunks:
    """Audio that is asked for when it is awaited or iterated."""

    def __init__(self, resource: Any, fields: Mapping[str, Any]) -> None:
        self._resource = resource
        self._fields = fields

    def __await__(self) -> Generator[Any, None, bytes]:
        return self._whole().__await__()

    async def _whole(self) -> bytes:
        with raised_as(ValueError):
            method = self._resource.generate
            return (await method(**arguments(method, self._fields))).data  # type: ignore[no-any-return]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        method = self._resource.generate_stream
        async with method(**arguments(method, self._fields)) as audio:
            async for chunk in audio:
                yield chunk


class AsyncOutputs:
    """Audio and times that are asked for when they are awaited or iterated."""

    def __init__(self, open_: Callable[[], Any], *, whole: bool, with_done: bool) -> None:
        self._open, self._is_whole, self._with_done = open_, whole, with_done

    def __await__(self) -> Generator[Any, None, Any]:
        return self._opened().__await__()

    async def _opened(self) -> Any:
        if self._is_whole:
            return Output.joined([each async for each in self if each.type != "done"], None)
        return self

    async def __aiter__(self) -> AsyncIterator[Output]:
        with raised_as(RuntimeError):
            async for event in await self._open():
                if event.type != "done" or self._with_done:
                    yield Output.of(event)


def __getattr__(name: str) -> Any:
    return names.find(__name__, name)
