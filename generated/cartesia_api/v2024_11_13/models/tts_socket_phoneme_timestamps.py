# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.phoneme_timestamps import PhonemeTimestamps


class TTSSocketPhonemeTimestamps(Model):
    """Times of phonemes, from the beginning of the audio of the context."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["phoneme_timestamps", "flush_id"])
    status_code: int
    done: bool
    type_: Literal["phoneme_timestamps"] = "phoneme_timestamps"
    context_id: str | None = None
    phoneme_timestamps: PhonemeTimestamps | None = None
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 0."""
