# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""RawEncoding."""

from cartesia_api.models.raw_encoding import RawEncoding as RawEncoding

__all__ = ["RawEncoding"]
