# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class STTAutoFinalizeConfigCommandTurn(Model):
    """How turns are found; what is absent stays as it is."""

    start_threshold: float | None = None
    """Above this a turn begins."""
    eager_end_threshold: float | None = None
    """Below this a turn may have ended."""
    end_threshold: float | None = None
    """Below this a turn has ended."""
    end_timeout_ms: float | None = None
    """Milliseconds after the last speech at which a turn ends at the latest."""
