"""Bytes to samples: raw audio of all encodings, and audio files."""

from __future__ import annotations

import io

import numpy as np

from ..description.errors import APIError
from .encodings import ENCODINGS
from .g711 import decoding_table
from .sound import Samples

MAX_SAMPLES = 2**28
"""Samples of all channels of a recording: 1 GiB of memory, and 46 minutes of two channels at 48 kHz."""


def decode(data: bytes, encoding: str) -> Samples:
    """Decode raw mono audio. An incomplete sample at the end is left out."""
    stored = ENCODINGS[encoding]
    whole = len(data) // stored.sample_size * stored.sample_size
    values = np.frombuffer(data[:whole], stored.dtype)
    if not stored.full_scale:
        coded: Samples = decoding_table(encoding)[values]
        return coded
    with np.errstate(invalid="ignore"):  # bytes that are not a number become silence below
        samples = values.astype(np.float32) / stored.full_scale
    return np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0).astype(np.float32)


def read_file(data: bytes, status: int = 415) -> tuple[Samples, int]:
    """Return the samples of an audio file, mixed down to mono, and its sample rate.

    Args:
        data: A wav, mp3, flac or ogg file.
        status: The error status that the operation has for other content.

    Raises:
        APIError: The content is not audio, or has a format that the sandbox does not read.
    """
    try:
        import soundfile  # type: ignore[import-untyped]  # it has no stubs
    except OSError as error:  # without the library that it is built on
        raise ImportError(f"soundfile: {error}") from error
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            # A short file may be, or claim to be, days of silence.
            if file.frames * file.channels > MAX_SAMPLES:
                message = f"The recording has more than {MAX_SAMPLES:,} samples, which this sandbox does not read."
                raise APIError(413, message, title="File too large", code="file_too_large")
            samples, rate = file.read(dtype="float32", always_2d=True), file.samplerate
    except (soundfile.SoundFileError, ValueError, OSError):
        raise APIError(
            status,
            "The file cannot be decoded. This sandbox reads wav, mp3, flac and ogg.",
            title="Unsupported audio format",
            code="unsupported_audio_format",
        ) from None
    return np.ascontiguousarray(samples.mean(axis=1), dtype=np.float32), int(rate)
