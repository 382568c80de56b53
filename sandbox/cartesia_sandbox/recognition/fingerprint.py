"""Audio fingerprints: speech that the sandbox made is recognized by its sound, also resampled, re-encoded, quieter, or cut.

Every 10 ms, a frame of audio becomes a code of 16 bits, which say where the energy of the spectrum rises or falls over
frequency and time (Haitsma and Kalker, "A highly robust audio fingerprinting system", 2002). The same speech has nearly
the same codes again. Where enough bits agree with those of a known utterance, at one distance in time, it is that utterance.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import soxr

from ..voice.sound import Samples, Timed, Utterance

RATE = 8000
"""Hz. All recognition is done at the sample rate of a telephone."""
_FRAME, _HOP, _SPAN = 512, 80, 3
HOP_SECONDS = _HOP / RATE
_MAX_KNOWN, _MAX_WAITING = 2000, 200
_MAX_CANDIDATES, _MIN_VOTES = 200, 3
_MIN_FRAMES = 20
_MAX_WRONG_BITS = 0.35
"""As a share. Two different utterances disagree in about half of their bits."""
_MAX_OVERLAP = 0.15
"""Seconds that two matches may have in common."""
_QUIET = 1e-3
_FLOOR = 1e-3
Codes = npt.NDArray[np.uint16]
_Mask = npt.NDArray[np.bool_]
_Key = tuple[Any, ...]


class Match(NamedTuple):
    """A known utterance found in audio: its words, and the seconds of the audio at which it starts and ends."""

    words: Sequence[Timed]
    start: float
    end: float


class _Fingerprint(NamedTuple):
    codes: Codes
    words: Sequence[Timed]
    seconds: float


class FingerprintIndex:
    """The fingerprints of the utterances that the sandbox made. Several threads may use it."""

    # Speaking must stay fast, so `add` only keeps the samples, and they are indexed when audio is next searched. The
    # index is inverted: `_places` lists, for each code, the utterances and frames that have it.

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: OrderedDict[_Key, tuple[Samples, int, Sequence[Timed]]] = OrderedDict()
        self._known: OrderedDict[_Key, _Fingerprint] = OrderedDict()
        self._places: dict[int, list[tuple[_Key, int]]] = {}

    def add(self, utterance: Utterance, sample_rate: int) -> None:
        """Keep an utterance, so that it is recognized later. The oldest ones are dropped after 2,000."""
        if not utterance.words:
            return
        # The same words at the same times are the same speech at any sample rate and volume.
        key = tuple((word.text, round(word.end, 2)) for word in utterance.words)
        with self._lock:
            if key not in self._known and key not in self._waiting:
                self._waiting[key] = (utterance.samples, sample_rate, utterance.words)
                while len(self._waiting) > _MAX_WAITING:
                    self._index(*self._waiting.popitem(last=False))

    def _index(self, key: _Key, speech: tuple[Samples, int, Sequence[Timed]]) -> None:
        samples, sample_rate, words = speech
        narrow = soxr.resample(samples, sample_rate, RATE)
        codes, loud = _codes(narrow)
        self._known[key] = _Fingerprint(codes, words, len(narrow) / RATE)
        for frame in np.flatnonzero(loud).tolist():
            self._places.setdefault(int(codes[frame]), []).append((key, frame))
        if len(self._known) > _MAX_KNOWN:
            oldest, dropped = self._known.popitem(last=False)
            for code in set(dropped.codes.tolist()):
                self._places[code] = [place for place in self._places.get(code, []) if place[0] != oldest]

    def find(self, samples: Samples) -> list[Match]:
        """Return the known utterances in audio of 8 kHz by time; of an utterance that is cut, the words that are whole."""
        codes, loud = _codes(samples)
        seconds = len(samples) / RATE
        found: list[Match] = []
        with self._lock:
            while self._waiting:
                self._index(*self._waiting.popitem(last=False))
            for key, offset in self._candidates(codes, loud):
                known = self._known[key]
                start = offset * HOP_SECONDS
                end = start + known.seconds
                if not _agree(codes, loud, known.codes, offset):
                    continue
                if any(min(end, other.end) - max(start, other.start) > _MAX_OVERLAP for other in found):
                    continue
                words = [word.shifted(start) for word in known.words]
                whole = [word for word in words if word.start >= -0.1 and word.end <= seconds + 0.02]
                found.append(Match(whole, start, end))
        return sorted(found, key=lambda match: match.start)

    def _candidates(self, codes: Codes, loud: _Mask) -> Iterator[tuple[_Key, int]]:
        """Yield utterances and the frames of the audio at which they would start, the most likely first."""
        # Each code that the audio shares with an utterance votes for one distance in time between them.
        votes: Counter[tuple[_Key, int]] = Counter()
        for frame in np.flatnonzero(loud).tolist():
            for key, place in self._places.get(int(codes[frame]), ()):
                votes[key, frame - place] += 1
        yield from (candidate for candidate, count in votes.most_common(_MAX_CANDIDATES) if count >= _MIN_VOTES)


def _agree(codes: Codes, loud: _Mask, known: Codes, offset: int) -> bool:
    """Return whether the audio is the known utterance, started at this frame."""
    begin, end = max(0, offset), min(len(codes), offset + len(known))
    mask = loud[begin:end]
    if np.count_nonzero(mask) < _MIN_FRAMES:
        return False
    different = (codes[begin:end] ^ known[begin - offset : end - offset])[mask]
    wrong = np.unpackbits(different.view(np.uint8)).sum() / (16 * len(different))
    return bool(wrong < _MAX_WRONG_BITS)


def _bands() -> npt.NDArray[np.float32]:
    """Return which bins of the spectrum make up each of the 17 bands between 250 and 3400 Hz."""
    edges = np.geomspace(250, 3400, 18) * _FRAME / RATE
    bins = np.arange(_FRAME // 2 + 1)[:, None]
    return ((bins >= np.floor(edges[:-1])) & (bins <= np.floor(edges[1:]))).astype(np.float32)


_BANDS = _bands()
_WINDOW = np.hanning(_FRAME).astype(np.float32)


def _codes(samples: Samples) -> tuple[Codes, _Mask]:
    """Return the code of each frame, and whether the frame is loud enough for the code to mean anything."""
    if len(samples) < _FRAME + _SPAN * _HOP:
        return np.zeros(0, np.uint16), np.zeros(0, np.bool_)
    frames = np.lib.stride_tricks.sliding_window_view(samples, _FRAME)[::_HOP] * _WINDOW
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2 @ _BANDS
    # Energy far below the loudest is noise, or becomes noise in a lossy codec; the floor keeps it from flipping bits.
    energy = np.log(power + _FLOOR * power.max() + 1e-12)
    # A bit is set where the difference between neighboring bands has grown within the last 30 ms. Differences of
    # differences of logarithms do not depend on the volume, nor on a filter that does not change.
    slope = np.diff(energy, axis=1)
    bits = (slope[_SPAN:] - slope[:-_SPAN]) > 0
    level = np.sqrt(np.mean(frames**2, axis=1))[_SPAN:]
    peak = float(level.max(initial=0.0))
    codes = np.packbits(bits, axis=1).view(np.uint16).reshape(-1)
    return codes, level > max(_QUIET, 0.03 * peak)


def loudness(samples: Samples, seconds: float = 0.02) -> npt.NDArray[np.float32]:
    """Return the level, from 0 to 1, of each span of this length of audio of 8 kHz."""
    step = round(RATE * seconds)
    whole = samples[: len(samples) // step * step].reshape(-1, step)
    levels: npt.NDArray[np.float32] = np.sqrt(np.mean(whole**2, axis=1)).astype(np.float32)
    return levels
