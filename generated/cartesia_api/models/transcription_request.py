# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from ..types import File
from .stt_batch_model import STTBatchModel
from .stt_language import STTLanguage
from .timestamp_granularity import TimestampGranularity


class TranscriptionRequest(Model):
    """A recording to transcribe."""

    _json_names = {"timestamp_granularities": "timestamp_granularities[]"}
    file: File
    """The recording."""
    model: str | STTBatchModel
    """Model that listens."""
    language: STTLanguage | None = None
    """Languages that recordings may be in, as ISO 639-1 codes, and haw, yue and jw."""
    timestamp_granularities: list[TimestampGranularity] | None = None
    """What to give times for."""
