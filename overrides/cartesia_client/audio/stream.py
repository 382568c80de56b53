"""Audio while it arrives, chunk by chunk. Sync twin, then async twin."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import IO, Self

from cartesia_io.audio import wav
from cartesia_io.audio.facts import AudioFacts
from cartesia_io.audio.files import check_path
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.saving import awrite, awriting, is_plain, write, writing
from cartesia_io.hiding import forgetting
from cartesia_io.http.lease import Lease
from cartesia_io.http.reading import describe
from cartesia_io.iterating import AsyncIterated, Iterated
from cartesia_io.later import httpx
from cartesia_io.live import Live
from cartesia_io.masking import masked

from ..errors import APITimeoutError, InvalidRequestError
from .assembler import AudioAssembler, failure
from .incomplete import IncompleteAudioError
from .result import Audio


class _Stream(AudioFacts, Live):
    """What both streams share: facts about the audio, known once the block is entered."""

    _instead = "pass on what read() returns"

    def __init__(self, requested: AudioFormat, what: str) -> None:
        self._requested = requested
        self._what = what
        self._begun: AudioAssembler | None = None

    def _begin(self, response: httpx.Response) -> None:
        self._begun = AudioAssembler(response, self._requested, self._what)
        self._lease = Lease(response, self._what)

    @property
    def _assembler(self) -> AudioAssembler:
        if self._begun is None:
            raise InvalidRequestError(f"{self._what}: the stream is not open; use it in a `with` block")
        return self._begun

    @property
    def request_id(self) -> str | None:
        """Return the id of the request, if the service sent one."""
        return self._assembler.request_id

    @property
    def file_id(self) -> str | None:
        """Return the id under which the service stores the audio; only with `save=True`."""
        return self._assembler.file_id

    def _target(self, path: str | os.PathLike[str]) -> Path:
        """Return the path, if audio of this format may be saved there."""
        return check_path(path, (self._begun.format if self._begun else self._requested).container)

    def _correct_header(self, file: IO[bytes]) -> None:
        if self._assembler.format.container == "wav" and is_plain(file):
            file.seek(0)
            write(file, wav.corrected(self._assembler.head, self._assembler.received))


class AudioStream(_Stream, Iterated[bytes]):
    """Audio while the service generates it. Use it in a `with` block, and iterate over it.

    Iterating yields chunks of bytes, raw audio in whole samples, and holds only one of them in memory. It ends when the audio
    is complete, and raises IncompleteAudioError or, after a timeout, APITimeoutError otherwise. Leaving the block early closes
    the connection. A WAV stream begins with a header that does not state the length; `read` and `save` correct it.
    """

    def __init__(self, open_: Callable[[], httpx.Response], requested: AudioFormat, what: str) -> None:
        super().__init__(requested, what)
        self._open = open_

    def __enter__(self) -> Self:
        self._begin(self._open())
        return self

    def __exit__(self, *error: object) -> None:
        if self._begun is not None:
            self._begun.response.close()

    def _iterate(self) -> Iterator[bytes]:
        assembler, failed = self._assembler, None
        try:
            with forgetting():  # what arrives in place of audio may repeat the key
                for chunk in assembler.response.iter_bytes():
                    if whole := assembler.feed(chunk):
                        yield whole
        except (httpx.RequestError, httpx.StreamError) as error:
            failed = failure(error, assembler.incomplete(describe(error)))
        finally:
            chunk = whole = b""
        if failed is not None:
            raise failed  # here, so that it does not carry httpx's error, whose frames hold the credential
        assembler.finish()

    def read(self) -> Audio:
        """Return all of the audio.

        Raises:
            IncompleteAudioError: The audio ended too early; `partial` has what arrived.
            APITimeoutError: Its next bytes came too late; `partial` has what arrived.
        """
        chunks = io.BytesIO()
        try:
            for chunk in self:
                chunks.write(chunk)
        except (IncompleteAudioError, APITimeoutError) as error:
            chunks, chunk = io.BytesIO(masked(chunks.getvalue())), b""
            error.partial = self._assembler.audio(chunks)
            raise
        return self._assembler.audio(chunks)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file while it arrives, and return its path. A failure leaves no file, or the old one.

        Without a block, this sends the request, once the file was found to be writable. Links are followed, modes
        are kept, and devices and pipes are written to as the audio arrives, with the WAV header as it arrives.

        Raises:
            InvalidRequestError: The path cannot name a file, or its extension is that of another container.
            IncompleteAudioError: The audio ended too early.
            OSError: The file cannot be written. What was bought by then is in a NotSavedError.
        """
        target = self._target(path)
        with writing(target) as file, contextlib.ExitStack() as stack:
            if self._begun is None:
                stack.enter_context(self)
            for chunk in self:
                write(file, chunk)
            self._correct_header(file)
        return target


class AsyncAudioStream(_Stream, AsyncIterated[bytes]):
    """Audio while the service generates it. Use it in an `async with` block, and iterate over it.

    Iterating yields chunks of bytes, raw audio in whole samples, and holds only one of them in memory. It ends when the audio
    is complete, and raises IncompleteAudioError or, after a timeout, APITimeoutError otherwise. Leaving the block early closes
    the connection. A WAV stream begins with a header that does not state the length; `read` and `save` correct it.
    """

    def __init__(self, open_: Callable[[], Awaitable[httpx.Response]], requested: AudioFormat, what: str) -> None:
        super().__init__(requested, what)
        self._open = open_

    async def __aenter__(self) -> Self:
        self._begin(await self._open())
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._begun is not None:
            await self._begun.response.aclose()

    async def _iterate(self) -> AsyncIterator[bytes]:
        assembler, failed = self._assembler, None
        try:
            with forgetting():  # what arrives in place of audio may repeat the key
                async for chunk in assembler.response.aiter_bytes():
                    if whole := assembler.feed(chunk):
                        yield whole
        except (httpx.RequestError, httpx.StreamError) as error:
            failed = failure(error, assembler.incomplete(describe(error)))
        finally:
            chunk = whole = b""
        if failed is not None:
            raise failed  # here, so that it does not carry httpx's error, whose frames hold the credential
        assembler.finish()

    async def read(self) -> Audio:
        """Return all of the audio.

        Raises:
            IncompleteAudioError: The audio ended too early; `partial` has what arrived.
            APITimeoutError: Its next bytes came too late; `partial` has what arrived.
        """
        chunks = io.BytesIO()
        try:
            async for chunk in self:
                chunks.write(chunk)  # one by one, so that a failure leaves those before it
        except (IncompleteAudioError, APITimeoutError) as error:
            chunks, chunk = io.BytesIO(masked(chunks.getvalue())), b""
            error.partial = self._assembler.audio(chunks)
            raise
        return self._assembler.audio(chunks)

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file while it arrives, and return its path. A failure leaves no file, or the old one.

        Without a block, this sends the request, once the file was found to be writable. Links are followed, modes
        are kept, and devices and pipes are written to as the audio arrives, with the WAV header as it arrives.

        Raises:
            InvalidRequestError: The path cannot name a file, or its extension is that of another container.
            IncompleteAudioError: The audio ended too early.
            OSError: The file cannot be written. What was bought by then is in a NotSavedError.
        """
        target = self._target(path)
        async with awriting(target) as file, contextlib.AsyncExitStack() as stack:
            if self._begun is None:
                await stack.enter_async_context(self)
            async for chunk in self:
                await awrite(file, chunk)
            self._correct_header(file)
        return target
