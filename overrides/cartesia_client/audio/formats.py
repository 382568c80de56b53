"""The formats of audio: containers, encodings, and the duration that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from . import mp3, wav

HEAD = 4096
"""Bytes from the beginning of a body by which it is recognized; WAV headers are far shorter."""
SAMPLE_BYTES = {
    "pcm_s16le": 2,
    "pcm_s32le": 4,
    "pcm_f16le": 2,
    "pcm_f32le": 4,
    "pcm_alaw": 1,
    "pcm_mulaw": 1,
    "pcm_u8": 1,
}
"""Bytes of one sample of one channel, by encoding."""


class AudioFormat(NamedTuple):
    """Container, encoding, samples per second and bits per second, as requested or as recognized. None is unknown."""

    container: str | None = None
    encoding: str | None = None
    sample_rate: int | None = None
    bit_rate: int | None = None

    @classmethod
    def of(cls, output_format: Any) -> AudioFormat:
        """Return the format of an `output_format`, a model or a dict."""
        fields = output_format.to_dict() if hasattr(output_format, "to_dict") else output_format
        if not isinstance(fields, Mapping):
            return cls()
        return cls(*(fields.get(name) for name in cls._fields))

    def seconds(self, head: bytes, length: int, data: bytes = b"") -> float:
        """Return the duration of `length` bytes of audio that begin with `head`, 0 if unknown. Only mp3 needs all of `data`."""
        if self.container == "mp3":
            return mp3.duration(data)
        if self.container == "wav":
            header = wav.parse(head)
            return header.seconds(length) if header else 0.0
        size = SAMPLE_BYTES.get(self.encoding or "")
        return length // size / self.sample_rate if size and self.sample_rate else 0.0
