# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MP3BitRate."""

from cartesia_api.models.mp3_bit_rate import MP3BitRate as MP3BitRate

__all__ = ["MP3BitRate"]
