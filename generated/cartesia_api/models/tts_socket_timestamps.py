# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .word_timestamps import WordTimestamps


class TTSSocketTimestamps(Model):
    """Times of words, from the beginning of the audio of the context."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["word_timestamps", "flush_id"])
    context_id: str
    """Id of the context that it belongs to."""
    status_code: int
    """Like a status of HTTP."""
    done: bool
    """Whether the context has ended."""
    type_: Literal["timestamps"] = "timestamps"
    """Kind of the message. Default: 'timestamps'."""
    word_timestamps: WordTimestamps | None = None
    """The words and their times."""
    flush_id: int | None = None
    """Number of the flush that it belongs to, from 1."""
