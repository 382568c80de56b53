"""Speech that the sandbox made itself, recognised by its sound: also resampled, encoded anew, quieter, or cut.

Each hundredth of a second of sound becomes 16 bits that say where the spectrum rises or falls over frequency and time
(the scheme of Haitsma and Kalker). The same speech gives nearly the same bits again; where enough of them agree with
those of an utterance, at one distance in time, it is that utterance.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import soxr

from ..voice.sound import Samples, Timed, Utterance

RATE = 8000
"""Hz. All listening is done at the rate of a telephone."""
_FRAME, _HOP, _SPAN = 512, 80, 3
HOP_SECONDS = _HOP / RATE
_MOST_REMEMBERED = 2000
_FEWEST_FRAMES = 20
_MOST_WRONG_BITS = 0.35
_QUIET = 1e-3
_FLOOR = 1e-3
Codes = npt.NDArray[np.uint16]


class Match(NamedTuple):
    """What was said, and between which seconds."""

    words: Sequence[Timed]
    start: float
    end: float


class _Fingerprint(NamedTuple):
    codes: Codes
    words: Sequence[Timed]
    seconds: float


class FingerprintIndex:
    """Remembers what the sandbox has said, and recognises it. Several threads may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._new: OrderedDict[tuple[Any, ...], tuple[Samples, int, Sequence[Timed]]] = OrderedDict()
        self._known: OrderedDict[tuple[Any, ...], _Fingerprint] = OrderedDict()
        self._places: dict[int, list[tuple[tuple[Any, ...], int]]] = {}

    def add(self, utterance: Utterance, sample_rate: int) -> None:
        """Takes note of speech that was made. What it sounds like is worked out when somebody listens."""
        if not utterance.words:
            return
        name = tuple((word.text, round(word.end, 2)) for word in utterance.words)
        with self._lock:
            if name not in self._known and name not in self._new:
                self._new[name] = (utterance.samples, sample_rate, utterance.words)
                while len(self._new) > _MOST_REMEMBERED // 10:
                    self._index(*self._new.popitem(last=False))

    def _index(self, name: tuple[Any, ...], made: tuple[Samples, int, Sequence[Timed]]) -> None:
        samples, sample_rate, words = made
        heard = soxr.resample(samples, sample_rate, RATE)
        codes, loud = _codes(heard)
        self._known[name] = _Fingerprint(codes, words, len(heard) / RATE)
        for frame in np.flatnonzero(loud).tolist():
            self._places.setdefault(int(codes[frame]), []).append((name, frame))
        if len(self._known) > _MOST_REMEMBERED:
            old, gone = self._known.popitem(last=False)
            for code in set(gone.codes.tolist()):
                self._places[code] = [place for place in self._places.get(code, []) if place[0] != old]

    def find(self, samples: Samples) -> list[Match]:
        """The known utterances in audio of 8 kHz, in the order of their times; of one that is cut, the words that are whole."""
        codes, loud = _codes(samples)
        with self._lock:
            while self._new:
                self._index(*self._new.popitem(last=False))
            votes: Counter[tuple[tuple[Any, ...], int]] = Counter()
            for frame in np.flatnonzero(loud).tolist():
                for name, place in self._places.get(int(codes[frame]), ()):
                    votes[name, frame - place] += 1
            found: list[Match] = []
            for (name, offset), count in votes.most_common(200):
                known = self._known[name]
                if count < 3 or not _agree(codes, loud, known.codes, offset):
                    continue
                start, end = offset * HOP_SECONDS, offset * HOP_SECONDS + known.seconds
                if any(min(end, other.end) - max(start, other.start) > 0.15 for other in found):
                    continue
                length = len(samples) / RATE
                words = [word.later(start) for word in known.words]
                found.append(
                    Match([word for word in words if word.start >= -0.1 and word.end <= length + 0.02], start, end)
                )
        return sorted(found, key=lambda heard: heard.start)


def _agree(codes: Codes, loud: npt.NDArray[np.bool_], known: Codes, offset: int) -> bool:
    """Whether what is heard is the known utterance, begun at this frame."""
    begin, end = max(0, offset), min(len(codes), offset + len(known))
    mask = loud[begin:end]
    if np.count_nonzero(mask) < _FEWEST_FRAMES:
        return False
    different = (codes[begin:end] ^ known[begin - offset : end - offset])[mask]
    wrong = np.unpackbits(different.view(np.uint8)).sum() / (16 * len(different))
    return bool(wrong < _MOST_WRONG_BITS)


def _bands() -> npt.NDArray[np.float32]:
    """Which parts of the spectrum make up each of the 17 bands between 250 and 3400 Hz."""
    edges = np.geomspace(250, 3400, 18) * _FRAME / RATE
    bins = np.arange(_FRAME // 2 + 1)[:, None]
    return ((bins >= np.floor(edges[:-1])) & (bins <= np.floor(edges[1:]))).astype(np.float32)


_BANDS = _bands()
_WINDOW = np.hanning(_FRAME).astype(np.float32)


def _codes(samples: Samples) -> tuple[Codes, npt.NDArray[np.bool_]]:
    """The 16 bits of each frame, and whether it is loud enough for them to mean anything."""
    if len(samples) < _FRAME + _SPAN * _HOP:
        return np.zeros(0, np.uint16), np.zeros(0, np.bool_)
    frames = np.lib.stride_tricks.sliding_window_view(samples, _FRAME)[::_HOP] * _WINDOW
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2 @ _BANDS
    # What is far below the loudest is noise, or will be after coding; the floor keeps it from turning bits over.
    energy = np.log(power + _FLOOR * power.max() + 1e-12)
    slope = np.diff(energy, axis=1)
    bits = (slope[_SPAN:] - slope[:-_SPAN]) > 0
    level = np.sqrt(np.mean(frames**2, axis=1))[_SPAN:]
    peak = float(level.max(initial=0.0))
    codes = np.packbits(bits, axis=1).view(np.uint16).reshape(-1)
    return codes, level > max(_QUIET, 0.03 * peak)


def loudness(samples: Samples, seconds: float = 0.02) -> npt.NDArray[np.float32]:
    """The level of each stretch of audio of 8 kHz, from 0 to 1."""
    step = round(RATE * seconds)
    whole = samples[: len(samples) // step * step].reshape(-1, step)
    levels: npt.NDArray[np.float32] = np.sqrt(np.mean(whole**2, axis=1)).astype(np.float32)
    return levels
