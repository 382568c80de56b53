"""What may be transcribed live, cut into the frames of a session."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, cast

from ..audio import wav
from ..audio.formats import HEAD, SAMPLE_BYTES
from ..errors import InvalidRequestError

CHUNK_SECONDS = 0.1
AudioSource = bytes | bytearray | memoryview | str | os.PathLike[str] | IO[bytes] | Iterable[bytes]
"""Audio in the encoding and sample rate of a session: whole, the path of a file, an open file, or pieces. WAV files are
recognised by their header, which must fit."""


def frames(audio: AudioSource, query: Mapping[str, Any]) -> Iterable[bytes]:
    """Audio in frames of about 100 milliseconds, in whole samples; pieces are left as they are."""
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
    step = max(1, int(rate * CHUNK_SECONDS)) * SAMPLE_BYTES.get(encoding, 1)
    data = file.read(max(step, HEAD))
    header = wav.parse(data)
    if header is not None:
        if (header.encoding, header.sample_rate, header.block) != (encoding, rate, SAMPLE_BYTES.get(encoding)):
            raise InvalidRequestError(
                f"the file holds {header.encoding} at {header.sample_rate} Hz, {header.block} bytes a sample; "
                f"the session takes {encoding} at {rate} Hz, mono"
            )
        data = data[header.data_start :]
    while True:
        while len(data) < step and (more := file.read(step - len(data))):
            data += more
        if not data:
            return
        yield data[:step]
        data = data[step:]
