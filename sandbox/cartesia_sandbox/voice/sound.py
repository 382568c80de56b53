"""Sound in memory: samples, the times of words in them, and how a voice sounds."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]


class Timbre(NamedTuple):
    """How a voice differs from the engine's own: pitch and tempo are factors, 1 is as it is; the tilt is 0 as it is,
    brighter above and darker below."""

    pitch: float = 1.0
    tempo: float = 1.0
    tilt: float = 0.0


class Timed(NamedTuple):
    """A word or a phoneme, and when it begins and ends, in seconds."""

    text: str
    start: float
    end: float

    def later(self, seconds: float) -> Timed:
        return Timed(self.text, self.start + seconds, self.end + seconds)


class Utterance(NamedTuple):
    """A sentence or a silence: samples, mono, from -1 to 1, and the times of what is said in them."""

    samples: Samples
    words: Sequence[Timed] = ()
    phonemes: Sequence[Timed] = ()


def apply_tilt(samples: Samples, tilt: float, sample_rate: int) -> Samples:
    """The same, as loud, with more of its high tones (0 to 1) or fewer (0 to -1)."""
    if not tilt or not len(samples):
        return samples
    # The same filter at every rate: a difference over the time of one sample at 8 kHz.
    step = max(1, round(sample_rate / 8000))
    before = np.concatenate([np.zeros(step, np.float32), samples])[: len(samples)]
    changed = samples - tilt * before
    loudness = np.sqrt(np.mean(samples**2) / max(float(np.mean(changed**2)), 1e-12))
    result: Samples = (changed * loudness).astype(np.float32)
    return result


def estimate_times(words: Sequence[str], start: float, end: float) -> list[Timed]:
    """Times of words by their share of the letters: an estimate."""
    scale = (end - start) / max(1, sum(len(word) + 1 for word in words))
    ends = [start + scale * total for total in itertools.accumulate(len(word) + 1 for word in words)]
    return [Timed(word, begin, end) for word, begin, end in zip(words, [start, *ends], ends, strict=False)]
