# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeConfigCommandParam."""

from cartesia_api.params import (
    STTAutoFinalizeConfigCommandParam as STTAutoFinalizeConfigCommandParam,
)

__all__ = ["STTAutoFinalizeConfigCommandParam"]
