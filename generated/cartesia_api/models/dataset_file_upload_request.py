# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model
from ..types import File


class DatasetFileUploadRequest(Model):
    """A file for a dataset."""

    file: File | None = None
    """The recording."""
    purpose: str | None = None
    """What the file is for, such as fine_tune."""
