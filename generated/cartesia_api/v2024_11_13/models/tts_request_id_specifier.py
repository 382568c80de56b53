# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from .controls import Controls


class TTSRequestIdSpecifier(Model):
    """A voice by its id."""

    _json_names = {"field_experimental_controls": "__experimental_controls"}
    id: str
    """Id of the voice."""
    mode: Literal["id"] = "id"
    """Says that the voice is given by its id. Default: 'id'."""
    field_experimental_controls: Controls | None = None
    """Speed and emotion of the speech. Newer models ignore them."""
