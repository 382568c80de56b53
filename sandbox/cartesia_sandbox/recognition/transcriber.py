"""Words in audio: by fingerprints for speech that the sandbox made, by the recognizer for other speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..voice.sound import Samples, Timed
from .fingerprint import FingerprintIndex
from .recognizer import Recognizer


class Transcriber:
    """Finds words in audio of 8 kHz. Several threads may use it.

    Attributes:
        fingerprints: The speech that the sandbox made.
        recognizer: For other speech.
    """

    def __init__(self) -> None:
        self.fingerprints = FingerprintIndex()
        self.recognizer = Recognizer()

    def known_words(self, samples: Samples) -> Sequence[Timed]:
        """Return the words of the speech that the sandbox made."""
        return [word for match in self.fingerprints.find(samples) for word in match.words]

    def words(self, samples: Samples) -> Sequence[Timed]:
        """Return the words of the speech that the sandbox made or, if there are none, those of other speech."""
        return self.known_words(samples) or self.recognizer.recognize(samples)


def word_entries(words: Sequence[Timed], began: float = 0.0) -> list[dict[str, Any]]:
    """Return words as responses and messages have them, later by the seconds at which their audio began."""
    return [
        {"word": word.text, "start": max(0.0, round(word.start + began, 3)), "end": round(word.end + began, 3)}
        for word in words
    ]
