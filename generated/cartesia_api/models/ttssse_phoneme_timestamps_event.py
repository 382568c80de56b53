# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .phoneme_timestamps import PhonemeTimestamps


class TTSSSEPhonemeTimestampsEvent(Model):
    """Times of phonemes."""

    _json_names = {"type_": "type"}
    _nullable = frozenset(["context_id"])
    status_code: int
    """Like a status of HTTP; 206 as long as there is more."""
    phoneme_timestamps: PhonemeTimestamps
    """Phonemes and their times, as three lists of the same length."""
    type_: Literal["phoneme_timestamps"] = "phoneme_timestamps"
    """Kind of the event. Default: 'phoneme_timestamps'."""
    done: bool = False
    """Whether this is the last event. Default: False."""
    context_id: str | None = None
    """The `context_id` of the request, if it had one."""
