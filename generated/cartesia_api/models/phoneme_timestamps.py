# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class PhonemeTimestamps(Model):
    """Phonemes and their times, as three lists of the same length."""

    phonemes: list[str]
    """The phonemes in IPA."""
    start: list[float]
    """When each begins, in seconds from the beginning of the audio."""
    end: list[float]
    """When each ends, in seconds from the beginning of the audio."""
