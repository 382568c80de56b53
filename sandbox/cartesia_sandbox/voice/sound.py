"""Sound in memory: samples, the times of words in them, and how a voice sounds."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]
"""Mono, from -1 to 1."""
ENGINE_RATE = 24000
"""Samples per second of what the engine speaks, before it is resampled."""


class Timbre(NamedTuple):
    """How a voice differs from the engine's own voice."""

    pitch: float = 1.0
    """A factor: above 1 is higher."""
    tempo: float = 1.0
    """A factor: above 1 is faster."""
    tilt: float = 0.0
    """From -1, darker, to 1, brighter."""


class Timed(NamedTuple):
    """A word or a phoneme, and when it starts and ends, in seconds."""

    text: str
    start: float
    end: float

    def shifted(self, seconds: float) -> Timed:
        """Return the same text, later by this time."""
        return Timed(self.text, self.start + seconds, self.end + seconds)


class Utterance(NamedTuple):
    """A sentence or a silence: samples, and the times of its words and phonemes."""

    samples: Samples
    words: Sequence[Timed] = ()
    phonemes: Sequence[Timed] = ()


def apply_tilt(samples: Samples, tilt: float, sample_rate: int) -> Samples:
    """Return the samples at the same loudness with more treble (0 to 1) or less treble (0 to -1)."""
    if not tilt or not len(samples):
        return samples
    # The same filter at every rate: a difference over the time of one sample at 8 kHz.
    step = max(1, round(sample_rate / 8000))
    before = np.concatenate([np.zeros(step, np.float32), samples])[: len(samples)]
    changed = samples - tilt * before
    gain = np.sqrt(np.mean(samples**2) / max(float(np.mean(changed**2)), 1e-12))
    result: Samples = (changed * gain).astype(np.float32)
    return result


def estimate_times(words: Sequence[str], start: float, end: float) -> list[Timed]:
    """Divide a span of time among words by their numbers of letters."""
    scale = (end - start) / max(1, sum(len(word) + 1 for word in words))
    ends = [start + scale * total for total in itertools.accumulate(len(word) + 1 for word in words)]
    return [Timed(word, begin, end) for word, begin, end in zip(words, [start, *ends], ends, strict=False)]
