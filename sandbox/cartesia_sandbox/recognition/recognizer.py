"""Speech that the sandbox has not made itself: understood by pocketsphinx (English, roughly) where that is installed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import soxr

from ..voice.sound import Samples, Timed
from .fingerprint import RATE, loudness

UNKNOWN = "[speech]"
AUDIBLE = 0.006
"""Level, from 0 to 1, above which there is somebody."""
_SHORTEST = 0.2
_NATIVE_RATE = 16000


class Recognizer:
    """The recogniser. It is loaded when it is first needed; several threads may use it, one after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._decoder: Any = None
        self._looked = False

    def recognize(self, samples: Samples) -> Sequence[Timed]:
        """The words in audio of 8 kHz. Without a recogniser, one that says that there is speech; of silence, none."""
        step = 0.02
        audible = np.flatnonzero(loudness(samples, step) > AUDIBLE) * step
        if len(audible) * step < _SHORTEST:
            return []
        with self._lock:
            decoder = self._load()
            if decoder is None:
                return [Timed(UNKNOWN, float(audible[0]), float(audible[-1]) + step)]
            # Afresh for each recording, so that one does not depend on those before it.
            decoder.reinit_feat()
            wide = soxr.resample(samples, RATE, _NATIVE_RATE)
            peak = max(float(np.abs(wide).max()), 1e-4)
            decoder.start_utt()
            decoder.process_raw((wide / peak * 16000).astype("<i2").tobytes(), full_utt=True)
            decoder.end_utt()
            segments = [(each.word, each.start_frame, each.end_frame) for each in decoder.seg() or ()]
        return [
            Timed(word.partition("(")[0], start / 100, (end + 1) / 100)
            for word, start, end in segments
            if word[:1] not in "<["
        ]

    def _load(self) -> Any:
        if not self._looked:
            self._looked = True
            try:
                from pocketsphinx import Decoder  # type: ignore[import-untyped]  # it has no stubs
            except ImportError:
                return None
            self._decoder = Decoder(samprate=_NATIVE_RATE, loglevel="FATAL")
        return self._decoder
