"""Audio to transcribe live: where it may come from, and how it is cut into frames."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, cast

from ..audio import wav
from ..audio.formats import HEAD, SAMPLE_BYTES
from ..errors import InvalidRequestError

FRAME_SECONDS = 0.1
AudioSource = bytes | bytearray | memoryview | str | os.PathLike[str] | IO[bytes] | Iterable[bytes]
"""Audio in the encoding and sample rate of a session: as bytes, the path of a file, an open file, or an iterable of bytes.
WAV files are recognized by their header, whose format must be that of the session."""


def frames(audio: AudioSource, query: Mapping[str, Any]) -> Iterable[bytes]:
    """Return audio in frames of 100 milliseconds and of whole samples. What an iterable yields is left as it is.

    Args:
        audio: The audio.
        query: The query of the session, with `encoding` and `sample_rate`.

    Raises:
        InvalidRequestError: The format of a WAV file is not that of the session. Raised with the first frame.
    """
    if isinstance(audio, (str, os.PathLike)):
        return _read_path(audio, query)
    if isinstance(audio, (bytes, bytearray, memoryview)):
        return _read(io.BytesIO(audio), query)
    return _read(cast(IO[bytes], audio), query) if hasattr(audio, "read") else audio


def _read_path(path: str | os.PathLike[str], query: Mapping[str, Any]) -> Iterator[bytes]:
    with open(path, "rb") as file:
        yield from _read(file, query)


def _read(file: IO[bytes], query: Mapping[str, Any]) -> Iterator[bytes]:
    encoding, rate = str(query.get("encoding")), int(query.get("sample_rate", 16000))
    size = max(1, int(rate * FRAME_SECONDS)) * SAMPLE_BYTES.get(encoding, 1)
    data = file.read(max(size, HEAD))
    header = wav.parse(data)
    if header is not None:
        if (header.encoding, header.sample_rate, header.block) != (encoding, rate, SAMPLE_BYTES.get(encoding)):
            raise InvalidRequestError(
                f"the file holds {header.encoding} at {header.sample_rate} Hz, {header.block} bytes a sample; "
                f"the session takes {encoding} at {rate} Hz, mono"
            )
        data = data[header.data_start :]
    while True:
        while len(data) < size and (more := file.read(size - len(data))):
            data += more
        if not data:
            return
        yield data[:size]
        data = data[size:]
