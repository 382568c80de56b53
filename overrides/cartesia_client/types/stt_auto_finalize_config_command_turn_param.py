# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeConfigCommandTurnParam."""

from cartesia_api.params import (
    STTAutoFinalizeConfigCommandTurnParam as STTAutoFinalizeConfigCommandTurnParam,
)

__all__ = ["STTAutoFinalizeConfigCommandTurnParam"]
