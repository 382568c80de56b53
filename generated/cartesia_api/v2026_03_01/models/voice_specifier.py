# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model


class VoiceSpecifier(Model):
    """A voice by its id."""

    id: str
    """Id of the voice."""
    mode: Literal["id"] = "id"
    """Says that the voice is given by its id. Default: 'id'."""
