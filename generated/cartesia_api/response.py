# Copied from scripts/codegen/runtime/response.py: edit that file.
"""The response itself, in place of what it holds: what `with_raw_response` and `with_streaming_response` return.

One object serves both. `with_raw_response` reads the body before it returns, but for an event stream; `with_streaming_response`
leaves it to be read. The streams of the session read it, so its end is checked, and its errors are typed. The session itself
makes the result, too, of the response that has arrived, when `parse` asks for it. Sync twins, then async twins.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, TypeVar, overload

from .response_parts import AUDIO, Chunks, ResponseParts, Text

if TYPE_CHECKING:
    import os

    import httpx

T = TypeVar("T")
K = TypeVar("K")


class APIResponse(ResponseParts[T]):
    """A response: its headers and status, its body, and with `parse` what the method itself returns."""

    @overload
    def parse(self, *, to: None = None) -> T: ...
    @overload
    def parse(self, *, to: type[K]) -> K: ...
    def parse(self, *, to: Any = None) -> Any:
        """Return what the method itself returns: a model, a page, audio, or an event stream.

        Args:
            to: Another type to make of the body, as `cast_to` of the verbs of a client: `dict`, `bytes`, a model.

        Raises:
            APIError: The body ended early, or is not what the API specifies, or not what `to` needs.
        """
        if to is not None:
            self.read()
            return self._make("call", self._call_for(to), self._replay)[0]
        if self._result:
            return self._result[0]
        if self._verb in AUDIO:
            with self._stream(self._replay) as stream:
                return self._keep_audio(stream.read())
        if self._verb != "events":
            self.read()
        self._result.append(self._make(self._verb, self._arguments, self._replay))
        return self._result[0]

    def _replay(self) -> httpx.Response:
        return self.http_response

    def read(self) -> bytes:
        """Return the whole body. That of audio is the `data` of the result; a WAV header in it states its true sizes.

        Raises:
            APIError: The body ended early.
        """
        if self._content is None and self._verb in AUDIO:
            self.parse()
        if self._content is None:
            self._keep(b"".join(self.iter_bytes()))
            self.close()
        return self._content or b""

    def text(self) -> str:
        """Return the body as text."""
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """Return the JSON value of the body."""
        return json.loads(self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the body in chunks: as they arrive, or of `chunk_size` bytes. It arrives once; only `read` keeps it.

        Raises:
            APIError: The body ended early.
        """
        chunks = Chunks(chunk_size)
        if self._content is None and self._has_body:
            with self._stream(self._replay) as stream:
                for chunk in stream:
                    yield from chunks.feed(chunk)
        yield from (*chunks.feed(self._content or b""), *chunks.flush())

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Yield the body as text."""
        text = Text(self.http_response)
        for chunk in self.iter_bytes(chunk_size):
            yield text.feed(chunk)
        yield text.feed()

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body, without their ends."""
        text = Text(self.http_response)
        for chunk in self.iter_bytes():
            yield from text.lines(chunk)
        yield from text.lines()

    def close(self) -> None:
        """Close the response. What was not read is lost."""
        self.http_response.close()


class BinaryAPIResponse(APIResponse[T]):
    """A response that is audio."""

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the audio to a file, as `write_to_file` of the result does."""
        audio: Any = self.parse()
        audio.write_to_file(file)

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Write the audio to a file while it arrives, as `save` of a stream does. `chunk_size` changes nothing."""
        if self._content is None:
            self._stream(self._replay).save(file)
        else:
            self.write_to_file(file)


class AsyncAPIResponse(ResponseParts[T]):
    """A response: its headers and status, its body, and with `parse` what the method itself returns."""

    @overload
    async def parse(self, *, to: None = None) -> T: ...
    @overload
    async def parse(self, *, to: type[K]) -> K: ...
    async def parse(self, *, to: Any = None) -> Any:
        """Return what the method itself returns: a model, a page, audio, or an event stream.

        Args:
            to: Another type to make of the body, as `cast_to` of the verbs of a client: `dict`, `bytes`, a model.

        Raises:
            APIError: The body ended early, or is not what the API specifies, or not what `to` needs.
        """
        if to is not None:
            await self.read()
            return (await self._make("call", self._call_for(to), self._replay))[0]
        if self._result:
            return self._result[0]
        if self._verb in AUDIO:
            async with self._stream(self._replay) as stream:
                return self._keep_audio(await stream.read())
        if self._verb != "events":
            await self.read()
        result = self._make(self._verb, self._arguments, self._replay)
        self._result.append(await result if isawaitable(result) else result)
        return self._result[0]

    async def _replay(self) -> httpx.Response:
        return self.http_response

    async def read(self) -> bytes:
        """Return the whole body. That of audio is the `data` of the result; a WAV header in it states its true sizes.

        Raises:
            APIError: The body ended early.
        """
        if self._content is None and self._verb in AUDIO:
            await self.parse()
        if self._content is None:
            self._keep(b"".join([chunk async for chunk in self.iter_bytes()]))
            await self.close()
        return self._content or b""

    async def text(self) -> str:
        """Return the body as text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        """Return the JSON value of the body."""
        return json.loads(await self.read())

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the body in chunks: as they arrive, or of `chunk_size` bytes. It arrives once; only `read` keeps it.

        Raises:
            APIError: The body ended early.
        """
        chunks = Chunks(chunk_size)
        if self._content is None and self._has_body:
            async with self._stream(self._replay) as stream:
                async for chunk in stream:
                    for piece in chunks.feed(chunk):
                        yield piece
        for piece in (*chunks.feed(self._content or b""), *chunks.flush()):
            yield piece

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """Yield the body as text."""
        text = Text(self.http_response)
        async for chunk in self.iter_bytes(chunk_size):
            yield text.feed(chunk)
        yield text.feed()

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body, without their ends."""
        text = Text(self.http_response)
        async for chunk in self.iter_bytes():
            for line in text.lines(chunk):
                yield line
        for line in text.lines():
            yield line

    async def close(self) -> None:
        """Close the response. What was not read is lost."""
        await self.http_response.aclose()


class AsyncBinaryAPIResponse(AsyncAPIResponse[T]):
    """A response that is audio."""

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the audio to a file, as `write_to_file` of the result does."""
        audio: Any = await self.parse()
        audio.write_to_file(file)

    async def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Write the audio to a file while it arrives, as `save` of a stream does. `chunk_size` changes nothing."""
        if self._content is None:
            await self._stream(self._replay).save(file)
        else:
            await self.write_to_file(file)
