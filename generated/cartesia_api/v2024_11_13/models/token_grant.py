# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model


class TokenGrant(Model):
    """Groups of operations that accept the token."""

    _nullable = frozenset(["tts", "stt"])
    tts: bool | None = None
    stt: bool | None = None
