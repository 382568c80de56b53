"""Voice conversion: an approximation that changes the pitch and the brightness of a recording and keeps its timing.

The service speaks the recording anew. Here it stays the recorded speaker, raised or lowered to the pitch of the other
voice, and made brighter or darker.
"""

from __future__ import annotations

import numpy as np
import soxr

from .sound import Samples, Timbre, apply_tilt

RATE = 24000
ENGINE_PITCH = 200.0
"""Hz, approximately: the pitch of the engine's own voice, whose `Timbre.pitch` is 1."""
MIN_PITCH, MAX_PITCH = 70.0, 400.0
"""Hz."""
_ANALYSIS_RATE, _ANALYSIS_FRAME = 8000, 512
_FRAME, _HOP, _SEARCH = 720, 240, 240
"""30, 10 and 10 milliseconds."""


def estimate_pitch(samples: Samples, rate: int) -> float | None:
    """Return the median pitch of a voice in Hz; None for audio without one."""
    narrow = soxr.resample(samples, rate, _ANALYSIS_RATE)
    size = _ANALYSIS_FRAME
    if len(narrow) < size:
        return None
    frames = np.lib.stride_tricks.sliding_window_view(narrow, size)[:: size // 2] * np.hanning(size)
    power = np.mean(frames**2, axis=1)
    frames = frames[power > max(1e-7, 0.1 * float(power.max()))]
    # A period is the shift at which a frame is most like itself: the peak of its autocorrelation, which is the inverse
    # transform of its power spectrum. Noise has a low peak.
    spectrum = np.abs(np.fft.rfft(frames, 2 * size, axis=1)) ** 2
    likeness = np.fft.irfft(spectrum, axis=1)[:, : size // 2]
    low, high = round(_ANALYSIS_RATE / MAX_PITCH), round(_ANALYSIS_RATE / MIN_PITCH)
    best = np.argmax(likeness[:, low:high], axis=1) + low
    voiced = likeness[np.arange(len(best)), best] > 0.4 * likeness[:, 0]
    return float(_ANALYSIS_RATE / np.median(best[voiced])) if voiced.any() else None


def convert_voice(samples: Samples, rate: int, timbre: Timbre, sample_rate: int) -> Samples:
    """Return the recording with the pitch and brightness of a voice, as long as before, at `sample_rate`."""
    length = round(len(samples) / rate * sample_rate)
    own = estimate_pitch(samples, rate)
    factor = min(max(ENGINE_PITCH * timbre.pitch / own, 0.5), 2.0) if own else timbre.pitch
    stretched = _stretch(soxr.resample(samples, rate, RATE), factor)
    # Played faster by the factor, the stretched recording is as long as before, and higher.
    moved = apply_tilt(soxr.resample(stretched, RATE * factor, sample_rate), timbre.tilt, sample_rate)
    result = np.zeros(length, np.float32)
    result[: len(moved)] = np.clip(moved[:length], -1.0, 1.0)
    return result


def _stretch(samples: Samples, factor: float) -> Samples:
    """Make the samples longer by the factor at the same pitch (WSOLA)."""
    # Windowed frames are added up every 10 ms. Each frame is taken from about its proportional place in the source, but
    # from where, within 10 ms, the source is most like the natural continuation of the frame before: then the waves of
    # both frames are in phase, and none cancel out.
    window = np.hanning(_FRAME).astype(np.float32)
    padded = np.concatenate([samples, np.zeros(_FRAME + 2 * _SEARCH, np.float32)]).astype(np.float32)
    length = round(len(samples) * factor)
    result = np.zeros(length + 2 * _FRAME, np.float32)
    weight = np.full(len(result), 1e-6, np.float32)
    place = 0
    for start in range(0, length, _HOP):
        if start:
            wanted = round(start / factor)
            low = max(0, wanted - _SEARCH)
            continuation = padded[place + _HOP : place + _HOP + _FRAME]
            likeness = np.correlate(padded[low : wanted + _SEARCH + len(continuation)], continuation, "valid")
            place = min(low + int(np.argmax(likeness)), len(padded) - _FRAME)
        result[start : start + _FRAME] += padded[place : place + _FRAME] * window
        weight[start : start + _FRAME] += window
    return result[:length] / weight[:length]
