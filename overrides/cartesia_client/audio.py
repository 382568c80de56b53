"""Audio as a result: complete or an error, with its format, its duration, and a way to a file."""

from __future__ import annotations

import contextlib
import functools
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, NamedTuple, Self

import attrs
import httpx

from . import wav
from .errors import APIResponseValidationError, IncompleteAudioError, InvalidRequestError, request_id
from .transport import describe

Container = Literal["wav", "mp3", "raw"]
HEAD = 4096
"""Bytes from the beginning of a body that are kept to recognise it; WAV headers are far shorter."""
_EXTENSIONS: dict[str, str] = {".wav": "wav", ".wave": "wav", ".mp3": "mp3", ".raw": "raw", ".pcm": "raw"}
_OTHER_AUDIO = (".flac", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".webm", ".wma")
# MPEG audio, layer III: kbit/s by index, for version 1 and for versions 2 and 2.5; samples per second by version.
_MP3_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MP3_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_MP3_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


class AudioFormat(NamedTuple):
    """What was asked for. A container of None is to be found out from the bytes."""

    container: str | None = None
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None

    @classmethod
    def of(cls, output_format: Any) -> AudioFormat:
        """From an `output_format` as a model or as a dict."""
        fields = output_format.to_dict() if hasattr(output_format, "to_dict") else output_format
        if not isinstance(fields, Mapping):
            return cls()
        return cls(*(fields.get(name) for name in cls._fields))


@attrs.frozen(slots=False)
class Audio:
    """Complete audio.

    Attributes:
        data: The audio. A WAV file has true sizes in its header, also where the service sent placeholders.
        container: "wav", "mp3" or "raw".
        encoding: How one sample is written, such as "pcm_s16le"; None for mp3.
        sample_rate: Samples per second, in Hz.
        bit_rate: Bits per second of an mp3, None otherwise.
        request_id: Id of the request, if the service sent one.
        file_id: Id under which the service stored the audio; only with `save=True`.
    """

    data: bytes = attrs.field(repr=lambda data: f"<{len(data)} bytes>")
    container: str
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None
    request_id: str | None = None
    file_id: str | None = None

    @functools.cached_property
    def duration(self) -> float:
        """Length in seconds: exact for raw and wav, counted in frames for mp3, 0 where the format is unknown."""
        return _duration(self.container, self.encoding, self.sample_rate, self.data[:HEAD], len(self.data), self.data)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the audio to a file, wholly or not at all, and returns its path. An existing file is replaced.

        Raises:
            InvalidRequestError: The extension belongs to another container.
            OSError: The file cannot be written; nothing of it stays.
        """
        target = check_path(path, self.container)
        with _replacing(target) as file:
            file.write(self.data)
        return target

    def write_to_file(self, path: str | os.PathLike[str]) -> None:
        """The same as `save`, under the official library's name."""
        self.save(path)

    def read(self) -> bytes:
        """The audio as bytes."""
        return self.data

    def iter_bytes(self, chunk_size: int = 65536) -> Iterator[bytes]:
        """The audio in chunks of `chunk_size` bytes."""
        for start in range(0, len(self.data), chunk_size):
            yield self.data[start : start + chunk_size]

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        """Length in bytes."""
        return len(self.data)


def check_path(path: str | os.PathLike[str], container: str) -> Path:
    """The path, unless its extension belongs to another container than the audio's."""
    target = Path(path)
    suffix = target.suffix.lower()
    if _EXTENSIONS.get(suffix, container) != container or suffix in _OTHER_AUDIO:
        ending = next((known for known, held in _EXTENSIONS.items() if held == container), "")
        raise InvalidRequestError(
            f"{target.name} would hold {container} audio; name it {target.with_suffix(ending).name}"
        )
    return target


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of `target` when the block ends well, and vanishes otherwise."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _duration(
    container: str, encoding: str | None, sample_rate: int | None, head: bytes, length: int, data: bytes = b""
) -> float:
    if container == "mp3":
        return _mp3_duration(data)
    if container == "wav":
        header = wav.parse(head)
        if header is None:
            return 0.0
        available = length - header.data_start
        return min(available, header.data_size or available) // header.block / header.sample_rate
    size = wav.SAMPLE_BYTES.get(encoding or "")
    return length // size / sample_rate if size and sample_rate else 0.0


def _mp3_duration(data: bytes) -> float:
    """Sum of the lengths of all frames of MPEG layer III audio."""
    place, seconds = 0, 0.0
    if data[:3] == b"ID3" and len(data) >= 10:
        size = functools.reduce(lambda total, byte: total * 128 + (byte & 127), data[6:10], 0)
        place = 10 + size
    while place + 4 <= len(data):
        frame = _mp3_frame(data[place : place + 4])
        if frame is None:
            place += 1
            continue
        size, samples, rate = frame
        place += size
        seconds += samples / rate
    return seconds


def _mp3_frame(head: bytes) -> tuple[int, int, int] | None:
    """(bytes, samples, Hz) of the frame that begins here, or None if none does."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate_index, hz_index, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or version not in _MP3_HZ or layer != 1:
        return None
    if rate_index in (0, 15) or hz_index == 3:
        return None
    hz = _MP3_HZ[version][hz_index]
    samples, rates = (1152, _MP3_RATES_1) if version == 3 else (576, _MP3_RATES_2)
    return samples // 8 * rates[rate_index] * 1000 // hz + padding, samples, hz


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
        size = wav.SAMPLE_BYTES.get(self.format.encoding or "", 1)
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
        container, encoding, rate, _ = self.format
        duration = _duration(container or "", encoding, rate, self.head, self.received)
        amount = f"{self.received} bytes" + (f" ({duration:.2f} s)" if duration else "")
        return IncompleteAudioError(
            f"{self.what}: the audio is not complete: {why}; {amount} arrived",
            received=self.received,
            duration=duration,
            request_id=self.request_id,
        )

    def audio(self, data: bytes) -> Audio:
        container, encoding, rate, bit_rate = self.format
        if container == "wav":
            data = wav.corrected(data[:HEAD], len(data)) + data[HEAD:]
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
            elif self.head[:3] == b"ID3" or _mp3_frame(self.head[:4]):
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
        with _replacing(target) as file:
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
        with _replacing(target) as file:
            async for chunk in self:
                file.write(chunk)
            self._correct(file)
        return target
