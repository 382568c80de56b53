"""Audio while it arrives: recognised, checked for completeness, handed out in chunks."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import httpx

from ..errors import APIResponseValidationError, InvalidRequestError
from ..responses import describe, request_id
from . import mp3, wav
from .files import check_path, replacing
from .formats import HEAD, SAMPLE_BYTES, AudioFormat
from .incomplete import IncompleteAudioError
from .result import Audio


class Intake:
    """Takes a body in, chunk by chunk, and knows whether it is audio, and whether all of it came. No I/O."""

    def __init__(self, response: httpx.Response, asked: AudioFormat, what: str) -> None:
        self.response = response
        self.format = asked
        self.what = what
        self.received = 0
        self.head = b""
        self._rest = b""
        self.request_id = request_id(response)
        self.file_id: str | None = response.headers.get("cartesia-file-id")

    def feed(self, chunk: bytes) -> bytes:
        """The next bytes to hand out: raw audio in whole samples, the remainder kept for the next call."""
        self.received += len(chunk)
        if len(self.head) < HEAD:
            self.head += chunk[: HEAD - len(self.head)]
            self._recognise()
        if self.format.container != "raw":
            return chunk
        size = SAMPLE_BYTES.get(self.format.encoding or "", 1)
        chunk = self._rest + chunk if self._rest else chunk
        end = len(chunk) - len(chunk) % size
        self._rest = chunk[end:]
        return chunk[:end] if self._rest else chunk

    def finish(self) -> None:
        """Checks that the body, which ended in good order, is complete."""
        if self.received == 0:
            raise self.incomplete("the answer was empty")
        if self.format.container == "wav":
            header = wav.parse(self.head)
            if header is None:
                raise (
                    self.incomplete("it ended within the WAV header") if self.received < 44 else self._not_audio("WAV")
                )
            data = self.received - header.data_start
            if header.data_size is not None and data < header.data_size:
                raise self.incomplete(f"{data} of {header.data_size} bytes of audio came")
            if header.data_size is None and data % header.block:
                raise self.incomplete("it ended within a sample")
            if data == 0:
                raise self.incomplete("there is no audio behind the WAV header")
        elif self._rest:
            raise self.incomplete("it ended within a sample")

    def incomplete(self, why: str) -> IncompleteAudioError:
        duration = self.format.seconds(self.head, self.received)
        amount = f"{self.received} bytes" + (f" ({duration:.2f} s)" if duration else "")
        return IncompleteAudioError(
            f"{self.what}: the {self._noun()} is not complete: {why}; {amount} arrived",
            received=self.received,
            duration=duration,
            request_id=self.request_id,
        )

    def _noun(self) -> str:
        return "answer" if self.response.headers.get("content-type", "").startswith("text/") else "audio"

    def audio(self, data: bytes) -> Audio:
        container, encoding, rate, bit_rate = self.format
        if container == "wav":
            data = wav.corrected(data[:HEAD], len(data)) + data[HEAD:]
            if header := wav.parse(data[:HEAD]):  # what came, should it ever differ from what was asked for
                encoding, rate = header.encoding, header.sample_rate
        return Audio(data, container or "raw", encoding, rate, bit_rate, self.request_id, self.file_id)

    def _recognise(self) -> None:
        """Finds out what the body is, where the request did not say, and refuses text in place of audio."""
        begin = self.head[:64].lstrip().lower()
        if begin.startswith((b"<!doctype", b"<html", b"<?xml", b'{"')):
            raise self._not_audio("audio")
        if self.format.container == "wav" and len(self.head) >= 4 and self.head[:4] != b"RIFF":
            raise self._not_audio("WAV")
        if self.format.container is None and len(self.head) >= 12:
            if self.head[:4] == b"RIFF":
                self.format = AudioFormat("wav")
            elif self.head[:3] == b"ID3" or mp3.frame_at(self.head[:4]):
                self.format = AudioFormat("mp3")
        if self.format.container == "wav" and self.format.sample_rate is None and (header := wav.parse(self.head)):
            self.format = AudioFormat("wav", header.encoding, header.sample_rate)

    def _not_audio(self, expected: str) -> APIResponseValidationError:
        text = self.head.decode("utf-8", "replace")
        return APIResponseValidationError(
            f"{self.what}: expected {expected}, and something else arrived with a success: {text[:80]!r}",
            response=self.response,
            body=text,
        )


class _Stream:
    """What the two streams share: facts about the audio, known once the block is entered."""

    def __init__(self, asked: AudioFormat, what: str) -> None:
        self._asked = asked
        self._what = what
        self._intake: Intake | None = None

    def _entered(self) -> Intake:
        if self._intake is None:
            raise InvalidRequestError(f"{self._what}: the audio stream is a context manager; use it in a `with` block")
        return self._intake

    def _begin(self, response: httpx.Response) -> None:
        self._intake = Intake(response, self._asked, self._what)

    @property
    def container(self) -> str | None:
        """ "wav", "mp3" or "raw"."""
        return self._entered().format.container

    @property
    def encoding(self) -> str | None:
        """How one sample is written; None for mp3."""
        return self._entered().format.encoding

    @property
    def sample_rate(self) -> int | None:
        """Samples per second, in Hz."""
        return self._entered().format.sample_rate

    @property
    def request_id(self) -> str | None:
        """Id of the request, if the service sent one."""
        return self._entered().request_id

    @property
    def file_id(self) -> str | None:
        """Id under which the service stores the audio; only with `save=True`."""
        return self._entered().file_id

    def _cut(self, error: httpx.RequestError) -> IncompleteAudioError:
        return self._entered().incomplete(describe(error))

    def _whole(self, parts: list[bytes]) -> Audio:
        return self._entered().audio(b"".join(parts))

    def _correct(self, file: IO[bytes]) -> None:
        intake = self._entered()
        if intake.format.container == "wav":
            file.seek(0)
            file.write(wav.corrected(intake.head, intake.received))


class AudioStream(_Stream):
    """Audio while it is made: a context manager over which to iterate.

    Iterating gives chunks of bytes, raw audio in whole samples. It ends when the audio is complete, and raises
    IncompleteAudioError otherwise. Only the chunk at hand is in memory. Leaving the block early closes the connection. A WAV
    stream begins with a header that cannot know the length; `read` and `save` correct it.
    """

    def __init__(self, open_: Callable[[], httpx.Response], asked: AudioFormat, what: str) -> None:
        super().__init__(asked, what)
        self._open = open_
        self._response: httpx.Response | None = None

    def __enter__(self) -> Self:
        self._response = self._open()
        self._begin(self._response)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._response is not None:
            self._response.close()

    def __iter__(self) -> Iterator[bytes]:
        intake, failure = self._entered(), None
        assert self._response is not None
        try:
            for chunk in self._response.iter_bytes():
                if whole := intake.feed(chunk):
                    yield whole
        except httpx.RequestError as error:
            failure = self._cut(error)
        if failure is not None:
            raise failure
        intake.finish()

    def read(self) -> Audio:
        """All of the audio. An IncompleteAudioError has what arrived in `partial`."""
        parts: list[bytes] = []
        try:
            parts.extend(self)
        except IncompleteAudioError as error:
            error.partial = self._whole(parts)
            raise
        return self._whole(parts)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the audio to a file while it arrives, wholly or not at all, and returns its path."""
        target = check_path(path, self.container or "raw")
        with replacing(target) as file:
            for chunk in self:
                file.write(chunk)
            self._correct(file)
        return target


class AsyncAudioStream(_Stream):
    """Audio while it is made: an async context manager over which to iterate.

    Iterating gives chunks of bytes, raw audio in whole samples. It ends when the audio is complete, and raises
    IncompleteAudioError otherwise. Only the chunk at hand is in memory. Leaving the block early closes the connection. A WAV
    stream begins with a header that cannot know the length; `read` and `save` correct it.
    """

    def __init__(self, open_: Callable[[], Awaitable[httpx.Response]], asked: AudioFormat, what: str) -> None:
        super().__init__(asked, what)
        self._open = open_
        self._response: httpx.Response | None = None

    async def __aenter__(self) -> Self:
        self._response = await self._open()
        self._begin(self._response)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._response is not None:
            await self._response.aclose()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        intake, failure = self._entered(), None
        assert self._response is not None
        try:
            async for chunk in self._response.aiter_bytes():
                if whole := intake.feed(chunk):
                    yield whole
        except httpx.RequestError as error:
            failure = self._cut(error)
        if failure is not None:
            raise failure
        intake.finish()

    async def read(self) -> Audio:
        """All of the audio. An IncompleteAudioError has what arrived in `partial`."""
        parts: list[bytes] = []
        try:
            async for chunk in self:
                parts.append(chunk)  # kept as they come, so that a failure leaves the ones before it
        except IncompleteAudioError as error:
            error.partial = self._whole(parts)
            raise
        return self._whole(parts)

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the audio to a file while it arrives, wholly or not at all, and returns its path."""
        target = check_path(path, self.container or "raw")
        with replacing(target) as file:
            async for chunk in self:
                file.write(chunk)
            self._correct(file)
        return target
