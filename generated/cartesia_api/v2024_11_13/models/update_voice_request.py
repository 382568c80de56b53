# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class UpdateVoiceRequest(Model):
    """What to change of a voice; fields that are absent stay as they are."""

    name: str
    description: str
