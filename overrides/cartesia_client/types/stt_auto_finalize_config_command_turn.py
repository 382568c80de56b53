# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeConfigCommandTurn."""

from cartesia_api.models.stt_auto_finalize_config_command_turn import (
    STTAutoFinalizeConfigCommandTurn as STTAutoFinalizeConfigCommandTurn,
)

__all__ = ["STTAutoFinalizeConfigCommandTurn"]
