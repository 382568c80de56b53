# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeLanguage."""

from cartesia_api.models.stt_manual_finalize_language import (
    STTManualFinalizeLanguage as STTManualFinalizeLanguage,
)

__all__ = ["STTManualFinalizeLanguage"]
