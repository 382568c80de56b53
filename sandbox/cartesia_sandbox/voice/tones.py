"""Tones in place of words, for scripts that the neural voice cannot pronounce."""

from __future__ import annotations

import zlib

import numpy as np

from .sound import ENGINE_RATE, Samples, Timed, Utterance
from .transcript import split_words


def tones(text: str, pace: float) -> Utterance:
    """Return one tone for each word (each letter where a script has no spaces), of a plausible length."""
    parts: list[Samples] = []
    words: list[Timed] = []
    begin = 0.0
    for word in split_words(text) or [text]:
        seconds = min(0.12 + 0.05 * len(word), 0.8) / pace
        time = np.arange(round(seconds * ENGINE_RATE)) / ENGINE_RATE
        # The pitch is that of the word: equal words sound equal, and different ones can be recognized.
        frequency = 160 + zlib.crc32(word.encode()) % 160
        envelope = np.minimum(1.0, np.minimum(time, seconds - time) / 0.02)
        # The tone glides up by half: fingerprints record changes, and a steady tone has none.
        turns = frequency * time * (1 + 0.25 * time / seconds)
        tone = sum(np.sin(2 * np.pi * overtone * turns) / overtone for overtone in (1, 2, 3, 4, 5))
        parts.append((0.15 * envelope * tone).astype(np.float32))
        parts.append(np.zeros(round(0.05 / pace * ENGINE_RATE), dtype=np.float32))
        words.append(Timed(word, begin, begin + seconds))
        begin += (len(parts[-1]) + len(parts[-2])) / ENGINE_RATE
    return Utterance(np.concatenate(parts), words)
