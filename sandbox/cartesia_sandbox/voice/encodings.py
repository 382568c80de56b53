"""The encodings of raw audio: one table for what decodes and what encodes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Encoding(NamedTuple):
    """How one sample is stored."""

    dtype: str
    """In the notation of numpy."""
    full_scale: int
    """The stored value that stands for the sample 1.0; 0 for the codes of G.711, which are not linear."""
    wav_tag: int | None = None
    """The format tag of a WAV file; None for encodings that the API accepts and never sends."""

    @property
    def sample_size(self) -> int:
        """Return the bytes of one sample."""
        return np.dtype(self.dtype).itemsize


ENCODINGS = {
    "pcm_s16le": Encoding("<i2", 32768, wav_tag=1),
    "pcm_s32le": Encoding("<i4", 2147483648),
    "pcm_f16le": Encoding("<f2", 1),
    "pcm_f32le": Encoding("<f4", 1, wav_tag=3),
    "pcm_alaw": Encoding("u1", 0, wav_tag=6),
    "pcm_mulaw": Encoding("u1", 0, wav_tag=7),
}
