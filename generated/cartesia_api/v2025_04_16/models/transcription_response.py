# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.transcription_word import TranscriptionWord


class TranscriptionResponse(Model):
    """The text of a recording."""

    text: str
    language: str | None = None
    duration: float | None = None
    words: list[TranscriptionWord] | None = None
