# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .transcription_word import TranscriptionWord


class STTManualFinalizeTranscript(Model):
    """Text since the last final one."""

    _json_names = {"type_": "type"}
    text: str
    """The text. Final texts are to be joined as they are; one that is not final is replaced by the next."""
    is_final: bool
    """Whether the text will not change any more."""
    request_id: str
    """Id of the connection."""
    type_: Literal["transcript"] = "transcript"
    """Kind of the message. Default: 'transcript'."""
    duration: float | None = None
    """Seconds of audio behind it."""
    language: str | None = None
    """Language, an ISO 639-1 code."""
    words: list[TranscriptionWord] | None = None
    """The words and their times."""
