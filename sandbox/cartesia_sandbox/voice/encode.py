"""Samples to bytes: PCM, mu-law, A-law; raw, WAV and MP3."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any

import lameenc
import numpy as np
import numpy.typing as npt

from .encodings import ENCODINGS
from .g711 import encoding_table
from .sound import Samples

UNKNOWN_SIZE = 0xFFFFFFFF
MEDIA_TYPES = {"wav": "audio/wav", "mp3": "audio/mpeg", "raw": "audio/pcm"}


def to_s16(samples: Samples) -> npt.NDArray[np.int16]:
    """Return the samples as 16-bit integers."""
    return np.round(np.clip(samples, -1.0, 1.0) * 32767).astype("<i2")


def encode(samples: Samples, encoding: str) -> bytes:
    """Encode samples as raw audio."""
    if encoding == "pcm_f32le":
        return samples.astype(ENCODINGS[encoding].dtype).tobytes()
    values = to_s16(samples)
    if encoding == "pcm_s16le":
        return values.tobytes()
    return encoding_table(encoding)[values.astype(np.int32) + 32768].tobytes()


def wav_header(encoding: str, sample_rate: int, size: int = UNKNOWN_SIZE) -> bytes:
    """Return the 44 bytes of a mono header. Without a size, the header says that the length is unknown, as for a stream."""
    block = ENCODINGS[encoding].sample_size
    whole = UNKNOWN_SIZE if size == UNKNOWN_SIZE else size + 36
    tag, byte_rate, bits = ENCODINGS[encoding].wav_tag, sample_rate * block, 8 * block
    head = struct.pack(
        "<4sI4s4sIHHIIHH", b"RIFF", whole, b"WAVE", b"fmt ", 16, tag, 1, sample_rate, byte_rate, block, bits
    )
    return head + struct.pack("<4sI", b"data", size)


class Encoder:
    """Encodes a stream of samples in one output format: a header, then chunks, then what the codec still holds.

    Args:
        output_format: The `output_format` of a request.
    """

    def __init__(self, output_format: Mapping[str, Any]) -> None:
        self.container: str = output_format["container"]
        self.sample_rate = int(output_format["sample_rate"])
        self._encoding: str = output_format.get("encoding", "")
        self._mp3: Any = None
        if self.container == "mp3":
            self._mp3 = lameenc.Encoder()
            self._mp3.set_bit_rate(int(output_format["bit_rate"]) // 1000)
            self._mp3.set_in_sample_rate(self.sample_rate)
            self._mp3.set_out_sample_rate(self.sample_rate)
            self._mp3.set_channels(1)
            self._mp3.set_quality(7)
            self._mp3.silence()

    @property
    def media_type(self) -> str:
        """Return the media type of the container."""
        return MEDIA_TYPES[self.container]

    def header(self) -> bytes:
        """Return the bytes before the first chunk."""
        return wav_header(self._encoding, self.sample_rate) if self.container == "wav" else b""

    def encode(self, samples: Samples) -> bytes:
        """Return the bytes of a chunk."""
        if self._mp3 is not None:
            return bytes(self._mp3.encode(to_s16(samples).tobytes()))
        return encode(samples, self._encoding)

    def flush(self) -> bytes:
        """Return the bytes after the last chunk."""
        return bytes(self._mp3.flush()) if self._mp3 is not None else b""
