# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeConfigCommand."""

from cartesia_api.models.stt_auto_finalize_config_command import (
    STTAutoFinalizeConfigCommand as STTAutoFinalizeConfigCommand,
)

__all__ = ["STTAutoFinalizeConfigCommand"]
