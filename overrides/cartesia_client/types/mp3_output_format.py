# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MP3OutputFormat."""

from cartesia_api.models.mp3_output_format import MP3OutputFormat as MP3OutputFormat

__all__ = ["MP3OutputFormat"]
