# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .transcription_word import TranscriptionWord


class TranscriptionResponse(Model):
    """The text of a recording."""

    _json_names = {"type_": "type"}
    _deprecated = frozenset(["is_final"])
    text: str
    """The text."""
    type_: Literal["transcript"] = "transcript"
    """Kind of the message. Default: 'transcript'."""
    request_id: str | None = None
    """Id of the request."""
    is_final: bool | None = None
    """Of no meaning here. Deprecated."""
    language: str | None = None
    """Language as it was given."""
    duration: float | None = None
    """Length of the recording in seconds."""
    words: list[TranscriptionWord] | None = None
    """The words and their times; only on request."""
