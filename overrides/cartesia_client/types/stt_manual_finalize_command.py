# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTManualFinalizeCommand."""

from cartesia_api.models.stt_manual_finalize_command import (
    STTManualFinalizeCommand as STTManualFinalizeCommand,
)

__all__ = ["STTManualFinalizeCommand"]
