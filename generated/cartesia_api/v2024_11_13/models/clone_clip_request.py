# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ...model import Model
from ...types import File


class CloneClipRequest(Model):
    """A recording to take an embedding from."""

    clip: File
    """The recording, as an audio file."""
    enhance: bool | None = None
    """Whether to clean the recording from noise first."""
