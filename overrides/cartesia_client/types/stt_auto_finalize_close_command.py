# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeCloseCommand."""

from cartesia_api.models.stt_auto_finalize_close_command import (
    STTAutoFinalizeCloseCommand as STTAutoFinalizeCloseCommand,
)

__all__ = ["STTAutoFinalizeCloseCommand"]
