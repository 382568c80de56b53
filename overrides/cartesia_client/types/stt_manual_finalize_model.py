# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeModel."""

from cartesia_api.models.stt_manual_finalize_model import (
    STTManualFinalizeModel as STTManualFinalizeModel,
)

__all__ = ["STTManualFinalizeModel"]
