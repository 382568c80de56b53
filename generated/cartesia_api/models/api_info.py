# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class APIInfo(Model):
    """State of the service."""

    ok: bool
    """True when the service is up."""
    version: str
    """Version string of the gateway."""
