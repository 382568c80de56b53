# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ..model import Model
from .stt_auto_finalize_config_command_turn import STTAutoFinalizeConfigCommandTurn


class STTAutoFinalizeConfigCommand(Model):
    """Changes how turns are found."""

    _json_names = {"type_": "type"}
    type_: Literal["config"] = "config"
    """Kind of the command. Default: 'config'."""
    turn: STTAutoFinalizeConfigCommandTurn | None = None
    """How turns are found; what is absent stays as it is."""
