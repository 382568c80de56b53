"""The same recording by another voice: an approximation that moves the pitch and the tone, and leaves the timing.

It is not what the service does, which speaks anew: here it is still the speaker of the recording, lowered or raised to the
pitch of the other voice, and made darker or brighter.
"""

from __future__ import annotations

import numpy as np
import soxr

from .sound import Samples, Timbre, apply_tilt

RATE = 24000
ENGINE_PITCH = 200.0
"""Hz: about that of the engine's own voice, whose pitch counts as 1."""
LOWEST, HIGHEST = 70.0, 400.0
_FRAME, _HOP, _SEARCH = 720, 240, 240
"""30, 10 and 10 milliseconds."""


def estimate_pitch(samples: Samples, rate: int) -> float | None:
    """The usual pitch of a voice in Hz; None where nobody speaks."""
    heard = soxr.resample(samples, rate, 8000)
    size = 512
    if len(heard) < size:
        return None
    frames = np.lib.stride_tricks.sliding_window_view(heard, size)[:: size // 2] * np.hanning(size)
    power = np.mean(frames**2, axis=1)
    frames = frames[power > max(1e-7, 0.1 * float(power.max()))]
    spectrum = np.abs(np.fft.rfft(frames, 2 * size, axis=1)) ** 2
    likeness = np.fft.irfft(spectrum, axis=1)[:, : size // 2]
    low, high = round(8000 / HIGHEST), round(8000 / LOWEST)
    best = np.argmax(likeness[:, low:high], axis=1) + low
    voiced = likeness[np.arange(len(best)), best] > 0.4 * likeness[:, 0]
    return float(8000 / np.median(best[voiced])) if voiced.any() else None


def convert_voice(samples: Samples, rate: int, timbre: Timbre, sample_rate: int) -> Samples:
    """The recording with the pitch and the tone of a voice, exactly as long, at `sample_rate`."""
    length = round(len(samples) / rate * sample_rate)
    own = estimate_pitch(samples, rate)
    factor = min(max(ENGINE_PITCH * timbre.pitch / own, 0.5), 2.0) if own else timbre.pitch
    stretched = _stretch(soxr.resample(samples, rate, RATE), factor)
    # Played back faster by the factor, it is as long as before, and higher.
    moved = apply_tilt(soxr.resample(stretched, RATE * factor, sample_rate), timbre.tilt, sample_rate)
    result = np.zeros(length, np.float32)
    result[: len(moved)] = np.clip(moved[:length], -1.0, 1.0)
    return result


def _stretch(samples: Samples, factor: float) -> Samples:
    """So many times as long at the same pitch: pieces are laid over one another where they fit best (WSOLA)."""
    window = np.hanning(_FRAME).astype(np.float32)
    padded = np.concatenate([samples, np.zeros(_FRAME + 2 * _SEARCH, np.float32)]).astype(np.float32)
    length = round(len(samples) * factor)
    result = np.zeros(length + 2 * _FRAME, np.float32)
    weight = np.full(len(result), 1e-6, np.float32)
    place = 0
    for start in range(0, length, _HOP):
        wanted = round(start / factor)
        if start:
            low = max(0, wanted - _SEARCH)
            follows = padded[place + _HOP : place + _HOP + _FRAME]
            likeness = np.correlate(padded[low : wanted + _SEARCH + len(follows)], follows, "valid")
            place = min(low + int(np.argmax(likeness)), len(padded) - _FRAME)
        result[start : start + _FRAME] += padded[place : place + _FRAME] * window
        weight[start : start + _FRAME] += window
    return result[:length] / weight[:length]
