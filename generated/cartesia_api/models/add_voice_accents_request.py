# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from .attach_voice_accent import AttachVoiceAccent


class AddVoiceAccentsRequest(Model):
    """Accents for a voice."""

    accents: list[AttachVoiceAccent]
    """Accents to attach; a voice has ten at most, its native one included."""
