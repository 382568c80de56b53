"""Speech from text: a small neural voice that ships inside a wheel, and tones where it has no words."""

from __future__ import annotations

import re
import threading
import unicodedata
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import soxr

Samples = npt.NDArray[np.float32]
ENGINE_RATE = 24000
LONGEST_TRANSCRIPT = 10_000
"""Characters. The service publishes no limit; this one keeps a request within seconds."""
LONGEST_BREAK = 10.0

_BREAK = re.compile(r"""<break\s+time=["']?\s*([0-9.]+)\s*(ms|s)\s*["']?\s*/?>""", re.IGNORECASE)
_SPELL = re.compile(r"<spell>(.*?)</spell>", re.IGNORECASE | re.DOTALL)
_PHONEMES = re.compile(r"<<(.*?)>>", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Timbre(NamedTuple):
    """How a voice differs from the engine's own: both are factors, 1 is as it is."""

    pitch: float = 1.0
    tempo: float = 1.0


class Piece(NamedTuple):
    """A stretch of a transcript: text to speak or, without text, silence."""

    text: str
    silence: float = 0.0


def pieces(transcript: str) -> list[Piece]:
    """The transcript without its markup: breaks become silence, spelled words single letters, other tags nothing."""
    result: list[Piece] = []
    place = 0
    for match in _BREAK.finditer(transcript):
        result.append(Piece(_plain(transcript[place : match.start()])))
        seconds = _seconds(match[1]) * (0.001 if match[2].lower() == "ms" else 1)
        result.append(Piece("", min(seconds, LONGEST_BREAK)))
        place = match.end()
    result.append(Piece(_plain(transcript[place:])))
    return [piece for piece in result if piece.text or piece.silence]


def speakable(transcript: str) -> bool:
    """Whether there is anything to say: a letter or a digit, in any script."""
    return any(unicodedata.category(letter)[0] in "LN" for piece in pieces(transcript) for letter in piece.text)


def _plain(text: str) -> str:
    text = _SPELL.sub(lambda match: " ".join(match[1].replace(" ", "")), text)
    text = _PHONEMES.sub(lambda match: match[1].replace("|", ""), text)
    return " ".join(_TAG.sub(" ", text).split())


def _seconds(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


class Engine:
    """The voice. It is loaded when it is first needed; several threads may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._voice: Any = None

    def load(self) -> Any:
        with self._lock:
            if self._voice is None:
                from hibari import Hibari

                self._voice = Hibari()
            return self._voice

    def speak(
        self, transcript: str, timbre: Timbre, sample_rate: int, *, speed: float = 1.0, volume: float = 1.0
    ) -> Iterator[Samples]:
        """The speech, mono, from -1 to 1 at `sample_rate` Hz, a sentence at a time. The same call gives the same samples."""
        for piece in pieces(transcript):
            if piece.silence:
                yield np.zeros(round(piece.silence * sample_rate), dtype=np.float32)
                continue
            for sentence in self._sentences(piece.text, timbre, speed):
                # Played back faster by the pitch factor: higher, and as long as the speed asks for.
                resampled = soxr.resample(sentence, ENGINE_RATE * timbre.pitch, sample_rate)
                yield np.clip(resampled * volume, -1.0, 1.0).astype(np.float32)

    def _sentences(self, text: str, timbre: Timbre, speed: float) -> Iterator[Samples]:
        pace = speed * timbre.tempo / timbre.pitch
        spoken = False
        if _is_latin(text):
            for sentence in self.load().stream(text, speed=pace, seed=0):
                if len(sentence):
                    spoken = True
                    yield np.asarray(sentence, dtype=np.float32)
        if not spoken:
            yield tones(text, pace)


def _is_latin(text: str) -> bool:
    """Whether the engine can read it: most letters are Latin, or there are only digits."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 > len(letters) or not letters


def tones(text: str, pace: float) -> Samples:
    """One tone a word (a letter where a script has no spaces), pitched by the word: audible, of plausible length."""
    words = [word for part in text.split() for word in (part if _unspaced(part) else [part]) if word.strip()]
    parts: list[Samples] = []
    for word in words or [text]:
        seconds = min(0.12 + 0.05 * len(word), 0.8) / pace
        time = np.arange(round(seconds * ENGINE_RATE)) / ENGINE_RATE
        frequency = 160 + zlib.crc32(word.encode()) % 160
        envelope = np.minimum(1.0, np.minimum(time, seconds - time) / 0.02)
        tone = sum(np.sin(2 * np.pi * frequency * overtone * time) / overtone for overtone in (1, 2, 3))
        parts.append((0.15 * envelope * tone).astype(np.float32))
        parts.append(np.zeros(round(0.05 / pace * ENGINE_RATE), dtype=np.float32))
    return np.concatenate(parts)


def _unspaced(word: str) -> bool:
    return any(unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "THAI")) for letter in word)
