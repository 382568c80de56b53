"""Audio that is sent live: where it may come from, and how it is cut into frames."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import IO, Any, SupportsBytes, cast

from cartesia_api.arguments import InvalidRequestError

from ..text import one_line
from .samples import SAMPLE_BYTES, is_buffer
from .sound_reader import SoundReader

FRAME_SECONDS = 0.1
MAX_MESSAGE = 64 * 1024
"""Bytes, whole samples of any encoding. While a longer message is sent, no ping gets through."""
AudioSource = bytes | bytearray | memoryview | str | os.PathLike[str] | IO[bytes] | Iterable[bytes] | SupportsBytes
"""Audio in one encoding and sample rate: as bytes or another buffer, an object that gives its bytes, such as the audio of a
response, the path of a file, an open file, or an iterable of bytes. WAV is recognized by its header, also in pieces; PCM of
another width is converted."""


class _NotFoundError(InvalidRequestError, FileNotFoundError):
    """There is no file of that name."""


def samples(audio: object) -> bytes:
    """Return the bytes of a buffer of samples with items of any size.

    Raises:
        InvalidRequestError: It is no buffer.
    """
    if type(audio) is bytes:  # a subclass may measure itself otherwise
        return audio
    if not is_buffer(audio):
        if _gives_bytes(type(audio)):
            return _whole(audio)
        raise InvalidRequestError(
            f"audio must be bytes or another buffer of samples, got {type(audio).__name__}; send() takes commands"
        )
    return memoryview(audio).tobytes()


def messages(audio: object) -> list[bytes]:
    """Return a buffer of samples as messages to send. Raise InvalidRequestError if it is no buffer."""
    data = audio if type(audio) is bytes else samples(audio)
    if 0 < len(data) <= MAX_MESSAGE:
        return [data]
    return [data[start : start + MAX_MESSAGE] for start in range(0, len(data), MAX_MESSAGE)]


def frames(audio: AudioSource, query: Mapping[str, Any]) -> Iterator[bytes]:
    """Yield audio in frames of 100 milliseconds and of whole samples. What an iterable yields is one frame each.

    Args:
        audio: The audio.
        query: What the receiver takes, in the fields `encoding` and `sample_rate`.

    Raises:
        InvalidRequestError: It is no audio that the receiver takes. Raised with the first frame.
    """
    kind = type(audio)  # isinstance() asks the value, which may be code of the caller
    if issubclass(kind, str) or hasattr(kind, "__fspath__"):
        with _opened(audio) as file:
            yield from frames(file, query)
        return
    reader = _reader(query)
    size = max(1, int(reader.rate * FRAME_SECONDS)) * SAMPLE_BYTES.get(reader.encoding, 1)
    pieces: Iterable[object]
    is_file = _is_file(audio)
    if (
        is_buffer(audio)
        or _gives_bytes(kind)
        or issubclass(kind, (memoryview, Mapping))
        or not (is_file or issubclass(kind, Iterable))
    ):
        data = samples(audio)
        pieces = (data[start : start + size] for start in range(0, len(data), size))
    elif is_file:
        pieces = iter(lambda: _read(audio, size), b"")
    else:
        yield from _sound(cast(Iterable[object], audio), reader)
        return
    held = bytearray()
    for part in _sound(pieces, reader):
        held += part
        while len(held) >= size:
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)


async def aframes(audio: AsyncIterable[bytes], query: Mapping[str, Any]) -> AsyncIterator[bytes]:
    """Yield what an asynchronous iterable yields as `frames` does."""
    reader = _reader(query)
    async for piece in audio:
        if part := reader.feed(samples(piece)):
            yield part
    if part := reader.feed(b"", last=True):
        yield part


def any_frames(audio: Any, query: Mapping[str, Any]) -> Iterator[bytes] | AsyncIterator[bytes]:
    """Return the frames of audio, which may be an asynchronous iterable, as `frames` or `aframes` yields them."""
    is_async = issubclass(type(audio), AsyncIterable)  # isinstance() asks the value, which may be code of the caller
    return aframes(audio, query) if is_async else frames(audio, query)


def _gives_bytes(kind: type) -> bool:
    """Return whether bytes() makes the audio of such an object. Of a path, it would make its name."""
    return hasattr(kind, "__bytes__") and not hasattr(kind, "__fspath__")


def _whole(audio: Any) -> bytes:
    try:
        return bytes(audio)
    except Exception as error:  # it may be code of the caller
        raise _unreadable(error) from error


def _is_file(audio: object) -> bool:
    try:
        return hasattr(audio, "read")  # temporary files have it, and their classes do not
    except Exception:  # it is code of the caller
        return False


def _opened(path: Any) -> IO[bytes]:
    try:
        return open(os.fspath(path), "rb")  # open() alone would also take a number, and close that file afterwards
    except Exception as error:  # a path may be code of the caller
        raise _unreadable(error) from None


def _read(file: Any, size: int) -> Any:
    try:
        return file.read(size)
    except Exception as error:  # it is closed, or code of the caller
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> InvalidRequestError:
    kind = _NotFoundError if isinstance(error, FileNotFoundError) else InvalidRequestError
    return kind(one_line(f"audio cannot be read: {type(error).__name__}: {error}"))


def _sound(pieces: Iterable[object], reader: SoundReader) -> Iterator[bytes]:
    for piece in pieces:
        if part := reader.feed(samples(piece)):
            yield part
    if part := reader.feed(b"", last=True):
        yield part


def _reader(query: Mapping[str, Any]) -> SoundReader:
    return SoundReader(str(query.get("encoding")), int(query.get("sample_rate", 16000)))
