# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...models.stt_language import STTLanguage
from ...models.timestamp_granularity import TimestampGranularity
from ...types import File


class TranscriptionRequest(Model):
    """A recording to transcribe."""

    _json_names = {"timestamp_granularities": "timestamp_granularities[]"}
    file: File
    model: str
    """Model that listens, such as `ink-whisper`."""
    language: STTLanguage | None = None
    timestamp_granularities: list[TimestampGranularity] | None = None
