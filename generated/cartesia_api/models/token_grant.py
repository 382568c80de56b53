# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class TokenGrant(Model):
    """Groups of operations that accept the token."""

    _nullable = frozenset(["tts", "stt", "agent"])
    tts: bool | None = None
    """Text to speech: `/tts/bytes`, `/tts/sse` and the text-to-speech socket."""
    stt: bool | None = None
    """Speech to text: `/stt` and the speech-to-text sockets."""
    agent: bool | None = None
    """The agent socket."""
