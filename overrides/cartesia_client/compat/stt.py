"""`client.stt` with the socket of version 2. Sync, then async."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from . import names
from .adapter import Adapter
from .failures import raised_as
from .fields import Fields
from .notices import deprecated

if TYPE_CHECKING:
    from cartesia_api.resources.stt import AsyncSttResource, SttResource

    from ..sockets.stt import AsyncSTTWebsocket, STTWebsocket

    class _STT(Adapter, SttResource): ...

    class _AsyncSTT(Adapter, AsyncSttResource): ...

else:
    _STT = _AsyncSTT = Adapter

SOCKET = "with client.stt.manual_finalize.websocket(model=..., encoding=..., sample_rate=...) as session: session.listen(audio)"


class SessionOptions(TypedDict, total=False):
    """The arguments of `stt.websocket`."""

    model: str
    language: str | None
    encoding: str
    sample_rate: int
    min_volume: float | None
    max_silence_duration_secs: float | None


_DEFAULTS = {"model": "ink-whisper", "language": "en", "encoding": "pcm_s16le", "sample_rate": 16000}


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**_DEFAULTS, **options}.items() if value is not None}


class Result(Fields):
    """What the service said: read it as a mapping or by attribute.

    Attributes:
        type: "transcript", "flush_done" or "done".
        request_id: Id of the session.
        text: What was said, with `transcript`.
        is_final: Whether the text will not change any more.
        words: Words with their times in seconds, if the service sent them: `word["word"]`, `word["start"]`, `word["end"]`.
    """

    type: str
    request_id: str
    text: str
    is_final: bool
    duration: float | None
    language: str | None
    words: list[Fields] | None

    @classmethod
    def of(cls, event: Any) -> Result:
        """Return what version 2 makes of an event."""
        made = cls(type=event.type, request_id=getattr(event, "request_id", None) or "")
        if event.type == "transcript":
            made.update(text=event.text or "", is_final=bool(event.is_final))
            made.update(
                {name: value for name in ("duration", "language") if (value := getattr(event, name, None)) is not None}
            )
            if words := getattr(event, "words", None):
                made["words"] = [Fields(word=each.word, start=each.start, end=each.end) for each in words]
        return made


class STT(_STT):
    """Speech to text."""

    def websocket(self, **options: Unpack[SessionOptions]) -> STTSocket:
        """Open a session of live transcription, and return it. Default: ink-whisper, English, pcm_s16le, 16000 Hz."""
        deprecated("stt.websocket(...)", SOCKET)
        socket = STTSocket(self._resource.manual_finalize.websocket, options)
        socket.connect()
        return socket


class STTSocket:
    """A session of live transcription. Close it, or use it in a `with` block."""

    def __init__(self, open_: Callable[..., STTWebsocket], options: Mapping[str, Any]) -> None:
        self._open, self._options = open_, options
        self._session: STTWebsocket | None = None

    def connect(self, **options: Unpack[SessionOptions]) -> None:
        """Open the session. Do nothing if it is open."""
        self._options = {**self._options, **options}
        if self._session is None:
            with raised_as(RuntimeError):
                self._session = self._open(**_given(self._options)).__enter__()

    def _opened(self) -> STTWebsocket:
        self.connect()
        assert self._session is not None
        return self._session

    def send(self, data: bytes | str) -> None:
        """Send audio, or the command "finalize" or "done".

        Raises:
            CartesiaError: The service reported an error, or the connection broke. It is a RuntimeError, too.
        """
        with raised_as(RuntimeError):
            if isinstance(data, str):
                self._opened().send("close" if data == "done" else data)
            else:
                self._opened().send_raw(data)

    def receive(self) -> Iterator[Result]:
        """Yield what the service says, until it is done. Errors as with `send`."""
        with raised_as(RuntimeError):
            for event in self._opened():
                yield Result.of(event)
                if event.type == "done":
                    return

    def transcribe(self, audio_chunks: Iterable[bytes], **options: Unpack[SessionOptions]) -> Iterator[Result]:
        """Send audio, and yield what the service says; then close. Errors as with `send`."""
        self.connect(**options)
        try:
            with raised_as(RuntimeError):
                yield from map(Result.of, self._opened().listen(audio_chunks))
        finally:
            self.close()

    def close(self) -> None:
        """Close the session. `send` and `receive` open another one."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def __enter__(self) -> STTSocket:
        self.connect()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncSTT(_AsyncSTT):
    """Speech to text, for asyncio."""

    async def websocket(self, **options: Unpack[SessionOptions]) -> AsyncSTTSocket:
        """Open a session of live transcription, and return it. Default: ink-whisper, English, pcm_s16le, 16000 Hz."""
        deprecated("stt.websocket(...)", f"async {SOCKET}")
        socket = AsyncSTTSocket(self._resource.manual_finalize.websocket, options)
        await socket.connect()
        return socket


class AsyncSTTSocket:
    """A session of live transcription, for asyncio. Close it, or use it in an `async with` block."""

    def __init__(self, open_: Callable[..., AsyncSTTWebsocket], options: Mapping[str, Any]) -> None:
        self._open, self._options = open_, options
        self._session: AsyncSTTWebsocket | None = None

    async def connect(self, **options: Unpack[SessionOptions]) -> None:
        """Open the session. Do nothing if it is open."""
        self._options = {**self._options, **options}
        if self._session is None:
            with raised_as(RuntimeError):
                self._session = await self._open(**_given(self._options)).__aenter__()

    async def _opened(self) -> AsyncSTTWebsocket:
        await self.connect()
        assert self._session is not None
        return self._session

    async def send(self, data: bytes | str) -> None:
        """Send audio, or the command "finalize" or "done". Errors as with STTSocket."""
        with raised_as(RuntimeError):
            session = await self._opened()
            if isinstance(data, str):
                await session.send("close" if data == "done" else data)
            else:
                await session.send_raw(data)

    async def receive(self) -> AsyncIterator[Result]:
        """Yield what the service says, until it is done. Errors as with STTSocket."""
        with raised_as(RuntimeError):
            async for event in await self._opened():
                yield Result.of(event)
                if event.type == "done":
                    return

    async def transcribe(
        self, audio_chunks: AsyncIterable[bytes], **options: Unpack[SessionOptions]
    ) -> AsyncIterator[Result]:
        """Send audio, and yield what the service says; then close. Errors as with STTSocket."""
        await self.connect(**options)
        try:
            with raised_as(RuntimeError):
                async for event in (await self._opened()).listen(audio_chunks):
                    yield Result.of(event)
        finally:
            await self.close()

    async def close(self) -> None:
        """Close the session. `send` and `receive` open another one."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def __aenter__(self) -> AsyncSTTSocket:
        await self.connect()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()


def __getattr__(name: str) -> Any:
    return names.find(__name__, name)
