"""Audio that has arrived on a socket and is not finished with."""

from __future__ import annotations

import numpy as np
import soxr

from ..voice.decode import decode
from ..voice.encodings import ENCODINGS
from ..voice.sound import Samples
from .fingerprint import RATE

MIN_SAMPLE_RATE, MAX_SAMPLE_RATE = 1000, 384_000
"""Of audio to transcribe."""


class AudioBuffer:
    """Decoded audio at 8 kHz.

    Args:
        encoding: The encoding of the bytes that arrive.
        sample_rate: Their sample rate.

    Attributes:
        samples: The audio.
        began: The second of the session at which it starts.
    """

    def __init__(self, encoding: str, sample_rate: int) -> None:
        self._encoding = encoding
        self._sample_rate = sample_rate
        self._resampler = self._new_resampler()
        self._rest = b""
        self.samples: Samples = np.zeros(0, np.float32)
        self.began = 0.0

    def add(self, data: bytes) -> None:
        """Decode bytes. A sample that is cut between two messages is put together."""
        data = self._rest + data
        sample_size = ENCODINGS[self._encoding].sample_size
        whole = len(data) // sample_size * sample_size
        self._rest = data[whole:]
        self._resample(decode(data[:whole], self._encoding), last=False)

    def flush(self) -> None:
        """Add the samples that the resampler still holds."""
        self._resample(np.zeros(0, np.float32), last=True)
        self._resampler = self._new_resampler()

    @property
    def seconds(self) -> float:
        """Return the length of the audio."""
        return len(self.samples) / RATE

    def drop(self, seconds: float) -> None:
        """Remove this many seconds from the start."""
        count = min(round(seconds * RATE), len(self.samples))
        self.samples = self.samples[count:]
        self.began += count / RATE

    def _new_resampler(self) -> soxr.ResampleStream:
        return soxr.ResampleStream(self._sample_rate, RATE, 1, dtype="float32")

    def _resample(self, samples: Samples, *, last: bool) -> None:
        self.samples = np.concatenate([self.samples, self._resampler.resample_chunk(samples, last=last)])
