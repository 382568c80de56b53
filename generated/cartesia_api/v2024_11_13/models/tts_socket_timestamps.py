# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.word_timestamps import WordTimestamps


class TTSSocketTimestamps(Model):
    """Times of words, from the beginning of the audio of the context."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["word_timestamps", "flush_id"])
    status_code: int
    done: bool
    type_: Literal["timestamps"] = "timestamps"
    context_id: str | None = None
    word_timestamps: WordTimestamps | None = None
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 0."""
