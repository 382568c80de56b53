# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""STTAutoFinalizeCloseCommand, STTAutoFinalizeConfigCommand, STTAutoFinalizeConfigCommandTurn, STTAutoFinalizeWebsocketRequestParam."""

from cartesia_api.method_types import (
    STTAutoFinalizeWebsocketRequestParam as STTAutoFinalizeWebsocketRequestParam,
)
from cartesia_api.params import STTAutoFinalizeCloseCommandParam as STTAutoFinalizeCloseCommand
from cartesia_api.params import STTAutoFinalizeConfigCommandParam as STTAutoFinalizeConfigCommand
from cartesia_api.params import (
    STTAutoFinalizeConfigCommandTurnParam as STTAutoFinalizeConfigCommandTurn,
)

__all__ = [
    "STTAutoFinalizeCloseCommand",
    "STTAutoFinalizeConfigCommand",
    "STTAutoFinalizeConfigCommandTurn",
    "STTAutoFinalizeWebsocketRequestParam",
]
