"""The formats of audio: containers, encodings, and the duration that follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .samples import SAMPLE_BYTES

HEAD = 4096
"""Bytes from the beginning of a body by which it is recognized; WAV headers are far shorter."""


class SampleCutter:
    """Cuts raw audio, which arrives in chunks of any size, into whole samples."""

    def __init__(self, audio_format: AudioFormat) -> None:
        self.format = audio_format
        raw = audio_format.container == "raw"
        self._size = SAMPLE_BYTES.get(audio_format.encoding or "", 1) if raw else 1
        self.rest = b""
        """Bytes that are less than a sample."""

    def feed(self, chunk: bytes) -> bytes:
        """Return the samples that are whole. The rest waits for the next chunk."""
        if not self.rest and not len(chunk) % self._size:
            return chunk
        chunk = self.rest + chunk
        end = len(chunk) - len(chunk) % self._size
        self.rest = chunk[end:]
        return chunk[:end]


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
        kinds = {"container": str, "encoding": str, "sample_rate": int, "bit_rate": int}  # others the service rejects
        known: Any = [value if isinstance(value := fields.get(name), kinds[name]) else None for name in cls._fields]
        return cls(*known)

    def seconds(self, head: bytes, length: int, data: bytes = b"") -> float:
        """Return the duration of `length` bytes of audio that begin with `head`, 0 if unknown. Only mp3 needs all of `data`."""
        if self.container == "mp3":
            from . import mp3  # as below: raw samples need none of them

            return mp3.duration(data)
        if self.container == "wav":
            from . import wav

            header = wav.parse(head)
            return header.seconds(length) if header else 0.0
        size = SAMPLE_BYTES.get(self.encoding or "")
        return length // size / self.sample_rate if size and self.sample_rate else 0.0
