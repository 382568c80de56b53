# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""CancelContextRequestParam."""

from cartesia_api.params import CancelContextRequestParam as CancelContextRequestParam

__all__ = ["CancelContextRequestParam"]
