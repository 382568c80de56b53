# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PhonemeTimestamps."""

from cartesia_api.events import PhonemeTimestamps as PhonemeTimestamps

__all__ = ["PhonemeTimestamps"]
