# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from ..types import File


class DrawRequest(Model):
    """What to draw."""

    _json_names = {"stylekind": "style[kind]", "tags": "tags[]"}
    picture: File | None = None
    """The picture."""
    stylekind: str | None = None
    """Manner."""
    tags: list[str] | None = None
    """Words."""
