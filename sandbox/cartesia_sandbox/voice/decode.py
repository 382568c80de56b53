"""Bytes to samples: raw audio of all encodings, and files."""

from __future__ import annotations

import io

import numpy as np

from ..description.errors import APIError
from .g711 import decoding_table
from .sound import Samples

_NUMBERS = {
    "pcm_s16le": ("<i2", 32768),
    "pcm_s32le": ("<i4", 2147483648),
    "pcm_f16le": ("<f2", 1),
    "pcm_f32le": ("<f4", 1),
}


def sample_size(encoding: str) -> int:
    """Bytes of one sample."""
    return np.dtype(_NUMBERS[encoding][0]).itemsize if encoding in _NUMBERS else 1


def decode(data: bytes, encoding: str) -> Samples:
    """Raw audio, mono. A sample that is cut off at the end is left out."""
    data = data[: len(data) // sample_size(encoding) * sample_size(encoding)]
    if encoding in _NUMBERS:
        kind, scale = _NUMBERS[encoding]
        with np.errstate(invalid="ignore"):  # bytes that are no number become silence below
            samples = np.frombuffer(data, kind).astype(np.float32) / scale
        return np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0).astype(np.float32)
    return decoding_table(encoding)[np.frombuffer(data, np.uint8)]


def read_file(data: bytes, status: int = 415) -> tuple[Samples, int]:
    """An audio file as mono samples, and its sample rate.

    Refuses what is no audio, or in a format that is not known here, with the status that the operation has for that.
    """
    import soundfile  # type: ignore[import-untyped]  # it has no stubs

    try:
        samples, rate = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, ValueError, OSError):
        raise APIError(
            status,
            "The file cannot be decoded. This sandbox reads wav, mp3, flac and ogg.",
            title="Unsupported audio format",
            code="unsupported_audio_format",
        ) from None
    return np.ascontiguousarray(samples.mean(axis=1), dtype=np.float32), int(rate)
