# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTBatchModel."""

from cartesia_api.models.stt_batch_model import STTBatchModel as STTBatchModel

__all__ = ["STTBatchModel"]
