"""Recognition of speech that the sandbox did not make: by pocketsphinx, in rough English, where that is installed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
import soxr

from ..voice.sound import Samples, Timed
from .fingerprint import RATE, loudness

UNKNOWN = "[speech]"
"""The only word of a transcript where no recognizer is installed."""
AUDIBLE = 0.006
"""Level, from 0 to 1, above which audio counts as speech."""
_MIN_SECONDS = 0.2
_STEP = 0.02
_NATIVE_RATE = 16000


class Recognizer:
    """The recognizer. It is loaded when it is first needed; several threads may use it, one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._decoder: Any = None
        self._tried = False

    def recognize(self, samples: Samples) -> Sequence[Timed]:
        """Return the words in audio of 8 kHz: none for silence, `UNKNOWN` for speech where no recognizer is installed."""
        audible = np.flatnonzero(loudness(samples, _STEP) > AUDIBLE) * _STEP
        if len(audible) * _STEP < _MIN_SECONDS:
            return []
        with self._lock:
            decoder = self._load()
            if decoder is None:
                return [Timed(UNKNOWN, float(audible[0]), float(audible[-1]) + _STEP)]
            # Each recording starts afresh, so that its transcript does not depend on those before it.
            decoder.reinit_feat()
            wide = soxr.resample(samples, RATE, _NATIVE_RATE)
            peak = max(float(np.abs(wide).max()), 1e-4)
            decoder.start_utt()
            decoder.process_raw((wide / peak * 16000).astype("<i2").tobytes(), full_utt=True)
            decoder.end_utt()
            segments = [(each.word, each.start_frame, each.end_frame) for each in decoder.seg() or ()]
        # Segments in brackets are silence and noise; a number in parentheses says which pronunciation was recognized.
        return [
            Timed(word.partition("(")[0], start / 100, (end + 1) / 100)
            for word, start, end in segments
            if word[:1] not in "<["
        ]

    def _load(self) -> Any:
        if not self._tried:
            try:
                from pocketsphinx import Decoder  # type: ignore[import-untyped]  # it has no stubs
            except ModuleNotFoundError:  # any other error that stops the import is for the reader
                self._tried = True
                return None
            self._decoder = Decoder(samprate=_NATIVE_RATE, loglevel="FATAL")
            self._tried = True
        return self._decoder
