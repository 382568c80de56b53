# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class TTSRequestVoiceObject(Model):
    """A voice by its id."""

    id: str
    """Id of the voice."""
